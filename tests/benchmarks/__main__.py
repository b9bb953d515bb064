"""``python -m tests.benchmarks NAME [--json]``: each NAME is a module here whose ``run()`` gives a Table."""

from __future__ import annotations

import argparse
import importlib
import json
import pkgutil

import tests.benchmarks
from tests.benchmarks.measure import Table, machine

NO_BENCHMARK = {"__main__", "measure", "events"}


def names() -> list[str]:
    return sorted(m.name for m in pkgutil.iter_modules(tests.benchmarks.__path__) if m.name not in NO_BENCHMARK)


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks", description=__doc__)
    parser.add_argument("name", choices=names(), nargs="*", default=names(), help="what to measure (default: all)")
    parser.add_argument("--json", action="store_true", help="print JSON in place of tables")
    options = parser.parse_args()
    tables: list[Table] = []
    if not options.json:
        print(machine())
    for name in options.name:
        table = importlib.import_module(f"tests.benchmarks.{name}").run()
        tables.append(table)
        if not options.json:
            print(f"\n{table.text()}")
    if options.json:
        print(json.dumps({"machine": machine(), "tables": [t.plain() for t in tables]}, indent=1))


if __name__ == "__main__":
    main()
