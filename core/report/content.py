"""What a report tells, in one language and free of any format: the HTML, Markdown, Word and PDF writers lay it out.

``core.report.telling`` makes it. Quotations are on one line, their characters visible, and never escaped: that is the
writers' part.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from core.model import Article, Claim, ClaimGroup, Comparison, Decision, Kind, Mark, Provenance, Settings
from core.report.decided import Decided
from core.report.descent import Descent
from core.report.options import Options
from core.report.words import Words


@dataclass(frozen=True)
class Column:
    """An article as the report names it: ``letter`` and ``name``; shares are 0–1.

    ``file`` is the file's name, or the address: the folders above it are the reader's own matter, and reports are shown.
    """

    article: Article
    letter: str
    name: str
    file: str
    about: str
    day: str
    language: str
    words: int
    claims: int
    shared: float
    cues: int
    unrelated: bool


@dataclass(frozen=True)
class Quoted:
    """A passage with a little of what stands around it, on one line."""

    column: Column
    before: str
    quote: str
    after: str
    place: str


@dataclass(frozen=True)
class Cue:
    """A mark as the report tells it. ``number`` counts from 1 in the order of the comparison."""

    number: int
    mark: Mark
    letter: str
    name: str
    at: Quoted
    against: tuple[Quoted, ...]
    reason: str
    strength: str
    decided: Decided | None
    row: int | None


@dataclass(frozen=True)
class Mention:
    """A claim by which an article carries a group. ``sure`` is the best score (0–1) of its links in the group."""

    number: int
    claim: Claim
    text: str
    place: str
    source: str
    cues: tuple[Cue, ...]
    sure: float
    decided: Decided | None


@dataclass(frozen=True)
class Cell:
    """What one article has of a group: mentions, or none and the claim that came nearest.

    ``elsewhere``: nothing is missing; the nearest claim is linked to the group and stands in the row numbered ``other``
    (None: in none). ``origin`` says of which other article's source it is ("" for one that has it on its own).
    """

    column: Column
    mentions: tuple[Mention, ...]
    nearest: Quoted | None = None
    nearest_score: float = 0.0
    elsewhere: bool = False
    other: int | None = None
    origin: str = ""


@dataclass(frozen=True)
class Row:
    """A group: ``number`` counts from 1 and names it throughout the report. ``conflict`` and ``part``: its relations.
    ``origins``: how many independent sources carry it."""

    number: int
    group: ClaimGroup
    gist: str
    cells: tuple[Cell, ...]
    cues: tuple[Cue, ...]
    conflict: bool
    part: bool
    origins: int = 0

    @property
    def carriers(self) -> tuple[Column, ...]:
        """The articles that carry it."""
        return tuple(c.column for c in self.cells if c.mentions)

    @property
    def missing(self) -> tuple[Cell, ...]:
        """The cells of the articles that leave it out."""
        return tuple(c for c in self.cells if not c.mentions and not c.elsewhere)


@dataclass(frozen=True)
class Lens:
    """A kind of cue, with its cues."""

    kind: Kind
    letter: str
    name: str
    about: str
    cues: tuple[Cue, ...]


@dataclass(frozen=True)
class Source:
    """One speaker of an article, as written there; None for one that the article does not name."""

    speaker: str | None
    named: bool
    verbs: tuple[str, ...]
    direct: int
    indirect: int

    @property
    def claims(self) -> int:
        """How many claims it is given for."""
        return self.direct + self.indirect


@dataclass(frozen=True)
class Sourcing:
    """Whom an article gives for its claims; ``own`` claims are in its own voice."""

    column: Column
    sources: tuple[Source, ...]
    own: int
    reported: int
    unnamed: int


@dataclass(frozen=True)
class Note:
    """A reader's note or decision: what it says, about what, by whom and when."""

    kind: str
    about: str
    text: str
    reader: str
    when: str
    row: int | None
    decision: Decision


@dataclass(frozen=True)
class Content:
    """Everything that a report tells."""

    words: Words
    options: Options
    comparison: Comparison
    title: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    lenses: tuple[Lens, ...]
    sourcing: tuple[Sourcing, ...]
    notes: tuple[Note, ...]
    failures: tuple[str, ...]
    weaker: int
    """How many cues are left out because they are weak."""
    descent: Descent

    @property
    def provenance(self) -> Provenance:
        """By what the comparison was made."""
        return self.comparison.provenance

    @property
    def settings(self) -> Settings:
        """What the reader had set."""
        return self.comparison.settings

    @cached_property
    def cues(self) -> tuple[Cue, ...]:
        """All cues, in the order of the comparison."""
        return tuple(sorted((c for lens in self.lenses for c in lens.cues), key=lambda c: c.number))

    def left_out_by(self, column: Column) -> tuple[Row, ...]:
        """The groups that the article does not carry."""
        return tuple(r for r in self.rows if any(c.column is column for c in r.missing))
