"""What the reader asks of the library, and the entries that answer it. Runs in a thread; knows no widget."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QCoreApplication, QDate, QLocale

from core.job import Job
from gui.library.entries import Entry
from gui.places import say_when

if TYPE_CHECKING:
    from core.store.library import Filter, Hit, LeftOut, PassageKind, Shelved

Mode = Literal["projects", "article", "claim", "note", "left_out"]


@dataclass(frozen=True)
class Question:
    """``mode`` is what is asked for; the rest narrows it. Dates are ISO 8601, empty values let all through."""

    mode: Mode = "projects"
    words: str = ""
    outlet: str = ""
    language: str = ""
    since: str = ""
    until: str = ""
    renew: bool = False
    """Take in first what changed in the projects."""

    def filter(self) -> Filter:
        """The filter that the library understands."""
        from core.store.library import Filter

        return Filter(self.outlet or None, self.language or None, self.since or None, self.until or None)


@dataclass(frozen=True)
class Answer:
    """Entries, and what there is to choose from in the filters."""

    entries: tuple[Entry, ...]
    outlets: tuple[str, ...]
    languages: tuple[str, ...]
    projects: int
    unread: tuple[str, ...] = ()
    """Projects that could not be read, as sentences."""


def answer(question: Question, language: str, job: Job) -> Answer:
    """Ask the library. Raises UserError where its index cannot be written."""
    from core.store.library import Library

    with Library() as library:
        failed = library.update() if question.renew else ()
        job.check()
        only = question.filter()
        if question.mode == "projects":
            words = question.words.casefold().split()
            found = [_shelved(s) for s in library.shelf(only)]
            entries = [e for e in found if all(w in e.said().casefold() for w in words)]
        elif question.mode == "left_out":
            words = question.words.casefold().split()
            entries = [_left_out(x) for x in library.left_out(only) if all(w in x.gist.casefold() for w in words)]
        else:
            kind: PassageKind = question.mode
            entries = [_hit(h) for h in library.search(question.words, only, [kind])]
        return Answer(
            tuple(entries), library.outlets(), library.languages(), len(library.projects()),
            tuple(error.say(language) for error in failed),
        )  # fmt: skip


def day(iso: str | None) -> str:
    """A date as the reader's language has it; empty where there is none."""
    date = QDate.fromString((iso or "")[:10], "yyyy-MM-dd")
    return QLocale().toString(date, QLocale.FormatType.ShortFormat) if date.isValid() else ""


def _joined(*parts: str | None) -> str:
    return "   ·   ".join(part for part in parts if part)


def unnamed(project: Path) -> bool:
    """Whether the reader has given ``project`` no name yet."""
    from core.store.places import drafts

    return project.parent == drafts().resolve()


def _name(project: Path) -> str:
    if unnamed(project):
        return QCoreApplication.translate("Library", "Comparison without a name")
    return project.stem


def _shelved(shelved: Shelved) -> Entry:
    titles = "  |  ".join(" ".join(title.split()) for title in shelved.titles if title.strip())
    head = titles.split("  |  ")[0] if shelved.unnamed else shelved.project.stem
    name = _name(shelved.project) if shelved.unnamed else ""
    about = _joined(name, say_when(shelved.changed), ", ".join(shelved.outlets))
    return Entry(str(shelved.project), head or _name(shelved.project), about, titles)


def _hit(hit: Hit) -> Entry:
    title = hit.title or QCoreApplication.translate("Library", "Note on the whole comparison")
    return Entry(
        str(hit.project), title, _joined(hit.outlet, day(hit.published), _name(hit.project)), hit.excerpt, hit.found,
        claim=hit.claim_id, article=hit.article_id,
    )  # fmt: skip


def _left_out(left: LeftOut) -> Entry:
    said = QCoreApplication.translate("Library", "Said by %1").replace("%1", ", ".join(left.said_by))
    missing = QCoreApplication.translate("Library", "Left out in %1").replace("%1", QLocale().quoteString(left.title))
    return Entry(
        str(left.project), left.gist, _joined(missing, day(left.published), _name(left.project)), said,
        group=left.group_id, article=left.article_id,
    )  # fmt: skip
