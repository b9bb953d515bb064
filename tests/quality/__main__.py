"""``python -m tests.quality``: the tables, one after the other."""

from __future__ import annotations

import argparse
import json
from importlib.metadata import version
from pathlib import Path

from tests.quality import events, lineage, links, marks, pairs, public

SETS = Path(__file__).parents[1] / "gold" / "lineage"
RATES = Path(__file__).parents[2] / "resources" / "error_rates.json"


def main() -> None:
    """Measure and print; see the package's docstring for the options."""
    parser = argparse.ArgumentParser(prog="python -m tests.quality")
    parser.add_argument("--events", type=Path, help="annotated events that nothing was fitted on")
    parser.add_argument("--train", type=Path, help="annotated events that the models were fitted on")
    parser.add_argument("--data", type=Path, help="folder of the public data sets")
    parser.add_argument(
        "--lineage", action="store_true", help="the stemma, on the sets of known descent (and on --train)"
    )
    parser.add_argument("--write", action="store_true", help="keep the rates on --events for the program to show")
    args = parser.parse_args()
    if args.events:
        compared = list(events.compared(args.events))
        linked = links.table(compared, args.events)
        print("Links on unseen events", *links.lines(linked), sep="\n")
        figures = marks.count(compared)
        print("Marks on unseen events", *marks.lines(figures), sep="\n")
        if args.write:
            measured = links.rates(linked["all events"]) | marks.rates(figures)
            rates = {"version": version("lesart"), "events": len(compared), "rates": measured}
            RATES.write_text(json.dumps(rates, indent=1) + "\n", encoding="utf-8")
    if args.lineage:
        print("Edges of the stemma", *lineage.lines(SETS, args.train), sep="\n")
    elif args.train:
        print("Marks on the events that the models were fitted on (too good)", sep="\n")
        print(*marks.lines(marks.count(events.compared(args.train))), sep="\n")
    if args.data:
        print(
            "Links on public sets", *pairs.lines(args.data), "Marks on public sets", *public.lines(args.data), sep="\n"
        )


if __name__ == "__main__":
    main()
