"""The entry point ``lesart``: files to the window, commands to the command line, and a report where no window can be.

No Qt is imported before it is known that a window is wanted.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

COMMANDS = frozenset({"compare", "report", "batch", "diff"})
LIBRARIES = "libegl1 libgl1 libxkbcommon0 libdbus-1-3 libfontconfig1 libxcb-cursor0"
"""The Debian packages that Qt's window needs and a bare machine lacks."""


def main(argv: Sequence[str] | None = None) -> int:
    """Run ``lesart`` with ``argv`` (without the program's name); the exit status comes out.

    A first word that is a command, and any option but ``--sample``, goes to ``core.cli``. File names and
    ``--sample`` open the window; where there is no display, or Qt cannot be loaded, one line on stderr says so and
    the comparison is written as an HTML report into the current folder.
    """
    words = list(sys.argv[1:] if argv is None else argv)
    if words and (words[0] in COMMANDS or any(w.startswith("-") and w != "--sample" for w in words)):
        from core import cli

        return cli.main(words)
    sample = "--sample" in words
    files = [word for word in words if word != "--sample"]
    lack = missing_display(os.environ, sys.platform)
    if not lack:
        try:
            from gui.app import run
        except ImportError as error:
            lack = f"Qt cannot be loaded ({error}); on Debian or Ubuntu: apt install {LIBRARIES}"
        else:
            return run(files, sample)
    return write_report(files, sample, lack)


def missing_display(environment: Mapping[str, str], platform: str) -> str:
    """Why no window can be shown in ``environment``; empty where one can."""
    if platform in ("win32", "darwin") or environment.get("QT_QPA_PLATFORM"):
        return ""
    if environment.get("DISPLAY") or environment.get("WAYLAND_DISPLAY"):
        return ""
    return "there is no display"


def write_report(files: Sequence[str], sample: bool, lack: str) -> int:
    """Compare without a window and write the HTML report; 0, or 1 where there was nothing to compare."""
    if not files and not sample:
        return _say(f"lesart: no window, because {lack}. Name files to compare, or use --sample.", 1)
    from core import cli

    target = Path("lesart-sample.html" if sample else "lesart-report.html")
    _say(f"lesart: no window, because {lack}. Writing the comparison as a report: {target.absolute()}", 0)
    chosen = ["--sample"] if sample else []
    return cli.main(["compare", *chosen, *files, "--format", "html", "-o", str(target)])


def _say(line: str, status: int) -> int:
    sys.stderr.write(line + "\n")
    return status


if __name__ == "__main__":
    sys.exit(main())
