"""The command line: ``lesart compare FILES…`` and ``lesart report PROJECT``, without a window or a display.

Exit status: 0, 1 (nothing could be compared, or the report not be written), 2 (wrong usage).
"""

from __future__ import annotations

import argparse
import io
import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, TextIO

from core.errors import Cancelled, UserError
from core.job import Job
from core.model import KINDS, Kind
from core.phrases import LANGUAGES, say

if TYPE_CHECKING:
    from core.model import Comparison

COMMANDS = ("compare", "diff", "report", "batch")
DONE, FAILED, USAGE, STOPPED = 0, 1, 2, 130
AT_LEAST = 2
"""Articles that a comparison needs."""


def main(argv: Sequence[str] | None = None, reset_settings: Callable[[str], str] | None = None) -> int:
    """Run the command in ``argv`` (without the program's name) and return its exit status; never raises for bad input.

    ``reset_settings`` sets the window's settings back, of which the core knows nothing, and says in the language that
    it is given what it did.
    """
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            # A console that cannot show a character shows another in its place.
            stream.reconfigure(errors="replace")
    arguments = list(sys.argv[1:] if argv is None else argv)
    language = _language(arguments)
    parser = make_parser(language)
    try:
        return _run(parser, parser.parse_args(arguments), language, reset_settings)
    except SystemExit as stop:  # how argparse says that it has said all
        return stop.code if isinstance(stop.code, int) else USAGE


def _run(
    parser: argparse.ArgumentParser,
    chosen: argparse.Namespace,
    language: str,
    reset_settings: Callable[[str], str] | None,
) -> int:
    if chosen.version:
        from importlib.metadata import version

        print(f"Lesart {version('lesart')}")
        return DONE
    if chosen.command is None and not chosen.act:
        parser.print_help()
        return USAGE
    try:
        if chosen.act:
            print(_act(chosen.act, language, reset_settings))
            return DONE
        run: Callable[[argparse.Namespace, str], int] = chosen.run
        return run(chosen, chosen.language or language)
    except UserError as error:
        return _fail(error.say(chosen.language or language))
    except (KeyboardInterrupt, Cancelled):
        print(file=sys.stderr)
        return STOPPED
    except BrokenPipeError:
        # Whoever read the output has gone: nothing more to say, not even at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return DONE


def _act(act: str, language: str, reset_settings: Callable[[str], str] | None) -> str:
    """Do what is asked of this account rather than of articles; what was done."""
    from core import desktop

    if act == "install_desktop":
        return desktop.say_install(language)
    if act == "uninstall_desktop":
        return desktop.say_uninstall(language)
    if reset_settings is None:
        raise UserError("error.settings.window", "--reset-settings", reason="gui")
    return reset_settings(language)


class Bar(Job):
    """A job that shows on a terminal how far it is; where there is none, it writes one line for each stage."""

    WIDTH = 30

    def __init__(self, stream: TextIO, language: str) -> None:
        super().__init__()
        self.stream = stream
        self.language = language
        self.live = stream.isatty()
        self._stage = ""
        self._shown = ""

    def report(self, done: int, total: int, label: str) -> None:
        """Draw the bar anew, in place."""
        said = say(label, self.language)
        if not self.live:
            if label != self._stage:
                print(f"{said} …", file=self.stream)
        else:
            filled = self.WIDTH * done // total if total else 0
            line = f"{'█' * filled}{'░' * (self.WIDTH - filled)} {said} …"
            if line != self._shown:
                self.stream.write(f"\r{line}\x1b[K")
                self.stream.flush()
            self._shown = line
        self._stage = label

    def close(self) -> None:
        """Take the bar away."""
        if self.live and self._shown:
            self.stream.write("\r\x1b[K")
            self.stream.flush()
            self._shown = ""


def _language(arguments: Sequence[str]) -> str:
    """The language asked for, so that help comes in it too; else the system's where Lesart speaks it; else English."""
    for i, word in enumerate(arguments):
        asked = word.partition("=")[2] if word.startswith("--language=") else ""
        if word == "--language" and i + 1 < len(arguments):
            asked = arguments[i + 1]
        if asked in LANGUAGES:
            return asked
    system = next((os.environ[v] for v in ("LC_ALL", "LC_MESSAGES", "LANG") if os.environ.get(v)), "")
    return "de" if system.lower().startswith("de") else "en"


def make_parser(language: str) -> argparse.ArgumentParser:
    """The parser of all commands and options, which says its help in ``language``."""
    return _Grammar(language).parser


class _Grammar:
    """All commands and options, in one language."""

    def __init__(self, language: str) -> None:
        self.language = language
        text = self.text

        class Help(argparse.HelpFormatter):
            """argparse's own, with its one fixed word in the language."""

            def add_usage(self, usage: Any, actions: Any, groups: Any, prefix: str | None = None) -> None:
                super().add_usage(usage, actions, groups, text("usage") if prefix is None else prefix)

        self._look: dict[str, Any] = {"formatter_class": Help, "allow_abbrev": False, "add_help": False}
        self.parser = argparse.ArgumentParser("lesart", description=text("about"), epilog=text("window"), **self._look)
        own = self._options(self.parser)
        own.add_argument("--version", action="store_true", help=text("version"))
        for act in ("install_desktop", "uninstall_desktop", "reset_settings"):
            name = f"--{act.replace('_', '-')}"
            own.add_argument(name, dest="act", action="store_const", const=act, help=text(act))
        self.parser.set_defaults(language=None)
        self._commands = self.parser.add_subparsers(dest="command", title=text("commands"), metavar=text("command"))
        self._compare()
        self._diff()
        self._report()
        self._batch()

    def text(self, key: str) -> str:
        """A phrase of the terminal."""
        return say(f"cli.{key}", self.language)

    def _command(self, name: str, run: Callable[[argparse.Namespace, str], int]) -> argparse.ArgumentParser:
        text = self.text
        parser = self._commands.add_parser(
            name, help=text(name), description=text(f"{name}.about"), epilog=text("status"), **self._look
        )
        parser.set_defaults(run=run, parser=parser)
        return parser

    def _options(self, parser: argparse.ArgumentParser) -> argparse._ArgumentGroup:
        group = parser.add_argument_group(self.text("options"))
        group.add_argument("-h", "--help", action="help", help=self.text("help"))
        return group

    def _spoken(self, group: argparse._ArgumentGroup) -> None:
        group.add_argument("--language", choices=LANGUAGES, metavar="|".join(LANGUAGES), help=self.text("language"))

    def _threshold(self, group: argparse._ArgumentGroup) -> None:
        group.add_argument("--threshold", type=_share, metavar="0–1", help=self.text("threshold"))

    def _output(self, parser: argparse.ArgumentParser) -> argparse._ArgumentGroup:
        from core.report import FORMATS

        group, text = self._options(parser), self.text
        group.add_argument("-o", "--output", type=Path, metavar=text("file"), help=text("output"))
        formats = tuple(FORMATS)
        group.add_argument("--format", choices=formats, metavar=text("name"), help=text("format") + ", ".join(formats))
        self._spoken(group)
        return group

    def _compare(self) -> None:
        parser, text = self._command("compare", _compare), self.text
        what = parser.add_argument_group(text("what"))
        what.add_argument("files", nargs="*", metavar=text("file"), help=text("files"))
        what.add_argument("--sample", action="store_true", help=text("sample"))
        self._threshold(self._output(parser))
        _choice(parser, text)

    def _diff(self) -> None:
        parser, text = self._command("diff", _diff), self.text
        what = parser.add_argument_group(text("what"))
        for which in ("old", "new"):
            what.add_argument(which, metavar=text("file"), help=text(which))
        self._output(parser)
        _choice(parser, text)

    def _report(self) -> None:
        parser, text = self._command("report", _report), self.text
        what = parser.add_argument_group(text("what"))
        what.add_argument("project", type=Path, metavar=text("project"), help=text("project.about"))
        self._output(parser)
        _choice(parser, text)

    def _batch(self) -> None:
        from core.batch.command import add_arguments

        parser = self._command("batch", _batch)
        parser.epilog = self.text("batch.status")
        group = self._options(parser)
        add_arguments(parser.add_argument_group(self.text("what")), group, self.language)
        self._threshold(group)
        self._spoken(group)


def _batch(chosen: argparse.Namespace, language: str) -> int:
    from core.batch import command

    bar = Bar(sys.stderr, language)
    try:
        return command.run(chosen, language, bar, bar.close, _warn)
    finally:
        bar.close()


def _choice(parser: argparse.ArgumentParser, text: Callable[[str], str]) -> None:
    """The options of what goes into a report."""
    group = parser.add_argument_group(text("choice"))
    group.add_argument(
        "--texts", choices=("full", "excerpts", "none"), default="full", metavar=text("name"), help=text("texts")
    )
    group.add_argument(
        "--rejected",
        choices=("left_out", "struck"),
        default="left_out",
        metavar=text("name"),
        help=text("rejected"),
    )
    group.add_argument("--claims", type=_numbers, metavar="1,4,7–9", help=text("claims"))
    group.add_argument(
        "--lenses", type=_lenses, default=KINDS, metavar=text("names"), help=text("lenses") + ", ".join(KINDS)
    )
    group.add_argument("--strength", type=_share, metavar="0–1", help=text("strength"))
    for name in ("title", "newsroom"):
        group.add_argument(f"--{name}", default="", metavar=text("text"), help=text(name))
    group.add_argument("--logo", type=Path, metavar=text("file"), help=text("logo"))


def _numbers(text: str) -> tuple[int, ...]:
    """``1,4,7-9`` as numbers."""
    found: set[int] = set()
    for part in text.replace("–", "-").split(","):
        first, _, last = part.partition("-")
        found |= set(range(int(first), int(last or first) + 1))
    if not found or min(found) < 1:
        raise ValueError
    return tuple(sorted(found))


def _lenses(text: str) -> tuple[Kind, ...]:
    names = {name.strip() for name in text.split(",")}
    if not names <= set(KINDS):
        raise ValueError
    return tuple(kind for kind in KINDS if kind in names)


def _share(text: str) -> float:
    value = float(text.replace(",", "."))
    if not 0 <= value <= 1:
        raise ValueError
    return value


def _compare(chosen: argparse.Namespace, language: str) -> int:
    from core import compare, crew, workers
    from core.model import Settings

    workers.employ(workers.ONCE)
    sources: list[str | Path] = [*(compare.sample_sources() if chosen.sample else []), *chosen.files]
    if not sources:
        chosen.parser.error(say("cli.no_files", language))
    _check_output(chosen, [Path(s) for s in sources], language)
    settings = Settings() if chosen.threshold is None else Settings(link_threshold=chosen.threshold)
    bar = Bar(sys.stderr, language)
    try:
        comparison = compare.compare(sources, settings, bar)
    finally:
        crew.crew().end()
        bar.close()
    for failure in comparison.failures:
        _warn(say(failure.reason.key, language, **dict(failure.reason.values)))
    if len(comparison.articles) < AT_LEAST:
        return _fail(say("cli.too_few", language))
    return _tell(comparison, chosen, language)


def _diff(chosen: argparse.Namespace, language: str) -> int:
    """The comparison of two files that hold one article each, as two versions of it."""
    from core import compare, report

    sources = [chosen.old, chosen.new]
    _check_output(chosen, [Path(s) for s in sources], language)
    bar = Bar(sys.stderr, language)
    try:
        comparison = compare.compare(sources, None, bar)
    finally:
        bar.close()
    if any(failure.reason.key == "error.same_text" for failure in comparison.failures):
        print(say("cli.same", language))
        return DONE
    for failure in comparison.failures:
        _warn(say(failure.reason.key, language, **dict(failure.reason.values)))
    if len(comparison.articles) != AT_LEAST:
        return _fail(say("cli.two", language))
    if chosen.output is None and chosen.format is None:
        print(report.edited(comparison, language))
        return DONE
    return _tell(comparison, chosen, language, versions=True)


def _report(chosen: argparse.Namespace, language: str) -> int:
    from core import store

    _check_output(chosen, [chosen.project], language)
    return _tell(store.load(chosen.project), chosen, language)


def _check_output(chosen: argparse.Namespace, sources: Sequence[Path], language: str) -> None:
    """Find out before the work what would keep the report from being written. Raises UserError, or stops with 2."""
    from core.report import format_of

    output: Path | None = chosen.output
    if output is None:
        return
    if chosen.format is None:
        try:
            format_of(output)
        except UserError as error:
            chosen.parser.error(error.say(language))
    if not output.parent.is_dir():
        raise UserError("error.write.folder", str(output))
    if any(output.exists() and source.exists() and output.samefile(source) for source in sources):
        chosen.parser.error(say("cli.onto_itself", language, file=str(output)))


def _tell(comparison: Comparison, chosen: argparse.Namespace, language: str, versions: bool = False) -> int:
    """Write the report where it is wanted; where nothing is said of that, print the table."""
    from core import report

    groups = None if chosen.claims is None else report.groups_numbered(comparison, chosen.claims)
    if groups == ():
        return _fail(say("cli.no_claims", language))
    options = report.Options(
        groups=groups, lenses=chosen.lenses, strength=chosen.strength, rejected=chosen.rejected, texts=chosen.texts, title=chosen.title,
        newsroom=chosen.newsroom, logo=chosen.logo, versions=versions,
    )  # fmt: skip
    if chosen.output is not None:
        report.write(comparison, chosen.output, chosen.format, language, options)
        print(say("cli.written", language, file=str(chosen.output)), file=sys.stderr)
    elif chosen.format is not None:
        content = report.render(comparison, chosen.format, language, options)
        sys.stdout.flush()
        sys.stdout.buffer.write(content.encode("utf-8") if isinstance(content, str) else content)
        sys.stdout.buffer.flush()
    else:
        print(report.table(comparison, language, options=options))
        sys.stdout.flush()
    return DONE


def _warn(sentence: str) -> None:
    from core.report.words import visible

    print(f"lesart: {visible(sentence)}", file=sys.stderr)


def _fail(sentence: str) -> int:
    _warn(sentence)
    return FAILED
