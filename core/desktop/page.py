"""The manual page ``lesart(1)``, made of the same parser that says ``lesart --help``."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, version

from core.phrases import say


def manual_page(language: str) -> str:
    """The page in ``language`` (``en`` or ``de``), as man(7) wants it."""
    from core.cli import make_parser

    parser = make_parser(language)
    try:
        number = version("lesart")
    except PackageNotFoundError:
        number = ""

    def text(key: str) -> str:
        return say(f"man.{key}", language)

    lines = [
        f'.TH LESART 1 "" "Lesart {number}" "{_plain(text("commands"))}"',
        _section(text("name")), f"lesart \\- {_plain(text('summary'))}",
        _section(text("synopsis")), *_synopsis(parser, text("files")),
        _section(text("description")), _paragraph(parser.description or ""), _paragraph(text("window")),
        _section(text("options")), *_options(parser),
    ]  # fmt: skip
    for name, command in _commands(parser).items():
        lines += [_section(f"lesart {name}".upper()), _paragraph(command.description or ""), *_options(command)]
    lines += [_section(text("status")), _paragraph(say("cli.status", language))]
    lines += [_section(text("places")), _paragraph(text("places.about"))]
    lines += [_section(text("more")), _paragraph(text("more.about"))]
    return "\n".join(lines) + "\n"


def _commands(parser: argparse.ArgumentParser) -> dict[str, argparse.ArgumentParser]:
    return next((dict(a.choices) for a in parser._actions if isinstance(a, argparse._SubParsersAction)), {})


def _synopsis(parser: argparse.ArgumentParser, files: str) -> Iterator[str]:
    yield f".B lesart\n[{_plain(files)} ...]"
    for name in _commands(parser):
        yield f".br\n.B lesart {_plain(name)}\n\\&..."


def _options(parser: argparse.ArgumentParser) -> Iterator[str]:
    for action in parser._actions:
        if isinstance(action, argparse._SubParsersAction):
            continue
        value = f" \\fI{_plain(str(action.metavar))}\\fR" if action.metavar and action.nargs != 0 else ""
        names = ", ".join(f"\\fB{_plain(name)}\\fR{value}" for name in action.option_strings)
        yield f".TP\n{names or value.strip()}\n{_plain(action.help or '')}"


def _section(title: str) -> str:
    return f'.SH "{_plain(title)}"'


def _paragraph(text: str) -> str:
    return f".PP\n{_plain(text)}"


def _plain(text: str) -> str:
    """``text`` with nothing in it that roff would take for a command."""
    safe = text.replace("%%", "%").replace("\\", "\\e").replace("-", "\\-").replace('"', "\\(dq")
    lines = (f"\\&{line}" if line[:1] in (".", "'") else line for line in safe.split("\n"))
    # Spelled out, for not every reader of manual pages takes UTF-8.
    return "".join(c if c.isascii() else f"\\[u{ord(c):04X}]" for c in "\n".join(lines))
