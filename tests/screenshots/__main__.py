"""``python -m tests.screenshots OUTDIR`` paints the window, ``python -m tests.screenshots reports OUTDIR`` the reports."""

from __future__ import annotations

import sys


def main(argv: list[str]) -> int:
    """Write the pictures that ``argv`` asks for; the exit status comes out."""
    if argv[:1] == ["reports"]:
        from tests.screenshots import reports

        return reports.main(argv[1:])
    from tests.screenshots import window

    return window.main(argv)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
