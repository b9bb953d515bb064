"""The entry point ``lesart``: files to the window, commands to the command line, and a report where no window can be.

No Qt is imported before it is known that a window is wanted.
"""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

COMMANDS = frozenset({"compare", "report", "batch", "diff"})
LIBRARIES = (
    "libegl1 libgl1 libglib2.0-0 libdbus-1-3 libfontconfig1 libx11-xcb1 libxkbcommon-x11-0 libxcb-cursor0 libxcb-icccm4 "
    "libxcb-keysyms1 libxcb-randr0 libxcb-shape0 libxcb-sync1 libxcb-xfixes0"
)
"""The Debian packages that Qt's window needs and a bare machine lacks (what ldd says of its xcb plugin)."""


def main(argv: Sequence[str] | None = None) -> int:
    """Run ``lesart`` with ``argv`` (without the program's name); the exit status comes out.

    A first word that is a command, and any option but ``--sample``, goes to ``core.cli``. File names and
    ``--sample`` open the window; where there is no display, or Qt cannot be loaded, one line on stderr says so and
    the comparison is written as an HTML report into the current folder.
    """
    words = list(sys.argv[1:] if argv is None else argv)
    if words and (words[0] in COMMANDS or any(w.startswith("-") and w != "--sample" for w in words)):
        from core import cli

        return cli.main(words, _reset_settings)
    sample = "--sample" in words
    files = [word for word in words if word != "--sample"]
    lack = missing_display(os.environ, sys.platform) or unusable_display(os.environ, sys.platform)
    if not lack:
        gc.disable()  # until the first paint: looking for garbage, of which there is none yet, took a twentieth of it
        try:
            from gui.app import run
        except ImportError as error:
            gc.enable()
            lack = _unloadable(error)
        else:
            return run(files, sample)
    return write_report(files, sample, lack)


def _reset_settings(language: str) -> str:
    """Set the window's settings back and say so; no window is needed for it."""
    from core.errors import UserError

    try:
        from gui.preferences import reset_settings
    except ImportError as error:
        raise UserError("error.settings.window", "--reset-settings", reason=error) from error
    return reset_settings(language)


def missing_display(environment: Mapping[str, str], platform: str) -> str:
    """Why no window can be shown in ``environment``; empty where one can."""
    if platform in ("win32", "darwin") or environment.get("QT_QPA_PLATFORM"):
        return ""
    if environment.get("DISPLAY") or environment.get("WAYLAND_DISPLAY"):
        return ""
    return "there is no display"


def unusable_display(environment: Mapping[str, str], platform: str) -> str:
    """Why Qt cannot show a window on the display that ``environment`` names; empty where it can, or where only trying
    would tell.

    Qt ends the program when it finds no way to a display, so it is asked beforehand, on Linux alone: can its plugin be
    loaded, and does the X server answer? Both cost a few milliseconds, for Qt needs the same libraries afterwards.
    """
    if platform != "linux" or environment.get("QT_QPA_PLATFORM"):
        return ""
    try:
        import PySide6
    except ImportError as error:
        return _unloadable(error)
    import ctypes

    plugins = Path(PySide6.__file__).parent / "Qt" / "plugins" / "platforms"
    ways = [("WAYLAND_DISPLAY", "libqwayland.so"), ("DISPLAY", "libqxcb.so")]
    lacks = []
    for variable, name in ways:
        plugin = plugins / name
        if not environment.get(variable) or not plugin.exists():
            continue
        try:
            ctypes.CDLL(str(plugin))
        except OSError as error:
            lacks.append(_unloadable(error))
            continue
        if variable == "WAYLAND_DISPLAY" or _x_answers():
            return ""
        lacks.append(f"the display {environment[variable]} does not answer")
    return lacks[0] if lacks else ""


def _x_answers() -> bool:
    """Whether the X server that DISPLAY names takes a connection."""
    import ctypes

    xcb = ctypes.CDLL("libxcb.so.1")
    xcb.xcb_connect.restype = ctypes.c_void_p
    connection = ctypes.c_void_p(xcb.xcb_connect(None, None))
    answers = not xcb.xcb_connection_has_error(connection)
    xcb.xcb_disconnect(connection)
    return answers


def _unloadable(error: Exception) -> str:
    return f"Qt cannot be loaded ({error}); on Debian or Ubuntu: apt install {LIBRARIES}"


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
    if getattr(sys, "frozen", False):
        from multiprocessing import freeze_support

        freeze_support()  # the built program is started anew for each process of a batch, and does that one's work here
    sys.exit(main())
