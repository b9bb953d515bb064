"""What the aligner finds on the events that it learns from, by models that saw nothing of them.

``python -m tests.quality.held_out EVENTS DIR`` writes one comparison an event into DIR, for
``core.framing.fit --comparisons DIR``: the lenses have to be fitted on links as faulty as those of a new event.
``--also EVENTS`` and ``--parallel EVENTS`` are learned from as ``core.alignment.fit`` does. ``--unseen EVENTS`` adds events that the aligner
was not fitted on, compared as it ships.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from unittest import mock

from core import alignment, claims, framing, gold
from core.alignment import candidates, company, fit, scorer
from core.compare import compare
from core.language.encoder import Encoder
from core.model import Claim, Comparison
from core.report import json as as_json


def comparisons(
    data: Sequence[fit.Set], p: Sequence[fit.Floats], own: Mapping[str, tuple[Claim, ...]], events: Sequence[gold.Event]
) -> Iterator[tuple[str, Comparison]]:
    """Each event's name and comparison, with its pairs' probabilities ``p`` and its articles' claims ``own``.

    ``data`` has one whole set for each of ``events``; the second of a name is the first one shuffled, and left out.
    """
    whole = [(one, probability) for one, probability in zip(data, p, strict=True) if one.whole]
    done: set[str] = set()
    for event, (one, probability) in zip(events, whole, strict=True):
        if event.name in done:
            continue
        done.add(event.name)
        first = company.features(company.Scored(one.found.i, one.found.j, probability), one.home)
        support = first[:, company.NAMES.index("support")]
        probability = scorer.held(probability, one.found.x, one.found.names)
        with (
            mock.patch.object(claims, "extract", lambda article, doc, weights=None: own[article.id]),
            mock.patch.object(candidates, "find", lambda material, job, found=one.found: found),
            mock.patch.object(framing, "mark", return_value=()),
            mock.patch.object(alignment, "probabilities", lambda found, m, job, q=probability, s=support: (q, s)),
        ):
            yield event.name, compare(list(event.articles))


def main() -> None:
    """Fit the aligner fold by fold, and write what it finds."""
    parser = argparse.ArgumentParser(prog="python -m tests.quality.held_out", description=__doc__)
    parser.add_argument("events", type=Path, nargs="+")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--also", type=Path, nargs="+", default=[], metavar="EVENTS")
    parser.add_argument("--parallel", type=Path, nargs="+", default=[], metavar="EVENTS")
    parser.add_argument("--unseen", type=Path, nargs="*", default=[], help="events that the shipped aligner never saw")
    args = parser.parse_args()
    encoder = Encoder()
    given = fit.annotated(args.events, args.also, args.parallel, encoder)
    data = fit.sets(given, encoder)
    names = data[0].found.names
    first = fit.held_out(data, [s.found.x for s in data], names)
    more = [fit.together(s.found, s.home, p) for s, p in zip(data, first, strict=True)]
    second = fit.held_out(data, more, names + company.NAMES)
    args.folder.mkdir(parents=True, exist_ok=True)
    for name, comparison in comparisons(data, second, given.claims, given.events):
        _write(args.folder, name, comparison)
    for path in sorted(p for folder in args.unseen for p in folder.glob("*/gold.json")):
        files = [path.parent / a["file"] for a in json.loads(path.read_text(encoding="utf-8"))["articles"]]
        with mock.patch.object(framing, "mark", return_value=()):
            _write(args.folder, path.parent.name, compare(files))


def _write(folder: Path, name: str, comparison: Comparison) -> None:
    (folder / f"{name}.json").write_text(json.dumps(as_json.data(comparison, "en")), encoding="utf-8")


if __name__ == "__main__":
    main()
