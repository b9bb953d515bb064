"""The values that flow through Lesart: frozen, comparable, made of tuples.

All offsets are *code points* of ``Article.text``, half-open. Ids depend on content alone, so that the
order in which articles are opened changes nothing but the order of the columns, and so that a reader's
decision finds its object again after the articles were compared anew.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

Voice = Literal["outlet", "speaker"]
Relation = Literal["same", "part", "conflict"]
Kind = Literal[
    "label",
    "loaded",
    "scare_quotes",
    "distancing",
    "certainty",
    "attribution",
    "figure",
    "agency",
    "emphasis",
    "omission",
]
KINDS: tuple[Kind, ...] = (
    "label",
    "loaded",
    "scare_quotes",
    "distancing",
    "certainty",
    "attribution",
    "figure",
    "agency",
    "emphasis",
    "omission",
)
SectionKind = Literal["headline", "subheadline", "paragraph", "caption", "list", "quote", "heading"]
DecisionKind = Literal[
    "accept_link",
    "reject_link",
    "add_link",
    "accept_mark",
    "reject_mark",
    "add_mark",
    "note",
]


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open range of code points of one article's text."""

    start: int
    end: int

    def __len__(self) -> int:
        return self.end - self.start

    def overlap(self, other: Span) -> int:
        """Number of code points that both spans cover."""
        return max(0, min(self.end, other.end) - max(self.start, other.start))

    def of(self, text: str) -> str:
        """The text that the span covers."""
        return text[self.start : self.end]


@dataclass(frozen=True, slots=True)
class Section:
    """What a stretch of the text is: headline, paragraph, caption …"""

    kind: SectionKind
    span: Span


@dataclass(frozen=True, slots=True)
class Dropped:
    """A passage of the file that the reader left out of the text, and why (a phrase key: ``dropped.teaser``).

    ``before`` is the number of the section before which it stood in the file, the number of sections for what stood
    after the last; None where the place is not known (a running head, a footnote).
    """

    text: str
    why: str
    before: int | None = None


@dataclass(frozen=True, slots=True)
class Article:
    """One article as it is analysed. ``text`` is NFC with ``\\n`` only, the title is its first line.

    ``id`` comes from the text alone; ``sha256`` is of the file's bytes; ``published`` is ISO 8601 (date, or
    date and time); ``language`` is ISO 639-1, ``und`` where it could not be told. ``address`` is the canonical
    address (http or https) that the file itself gives for the article.
    """

    id: str
    source: str
    sha256: str
    title: str
    text: str
    language: str
    outlet: str | None = None
    author: str | None = None
    published: str | None = None
    sections: tuple[Section, ...] = ()
    dropped: tuple[Dropped, ...] = ()
    address: str | None = None


@dataclass(frozen=True, slots=True)
class Attribution:
    """Whom the article names as the source of a claim.

    ``speaker`` is the name or noun phrase as written (None where a passive or an impersonal form hides it),
    ``verb`` the reporting verb's lemma or the preposition (``laut``, ``according to``), ``named`` whether a
    person or body is named. ``span`` covers the attributing words, None for a bare Konjunktiv I.
    """

    speaker: str | None
    verb: str | None
    mode: Literal["direct", "indirect"]
    named: bool
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Claim:
    """A proposition that an article asserts or reports: a sentence, or a clause of one.

    ``content`` are the parts of ``span`` that are compared: ``span`` less the attribution. ``position`` is
    0 for the first claim of the article and 1 for the last.
    """

    id: str
    article_id: str
    span: Span
    content: tuple[Span, ...]
    position: float
    voice: Voice
    attribution: Attribution | None = None

    def compared(self, text: str) -> str:
        """The words that are compared, of the article's text."""
        return " ".join(part.of(text) for part in self.content)


@dataclass(frozen=True, slots=True)
class Why:
    """The parts of a link's score that a reader understands, each 0–1, and what both claims name."""

    meaning: float
    wording: float
    words: float = 0.0
    rank: float = 0.0
    support: float = 0.0
    names: tuple[str, ...] = ()
    figures: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Link:
    """Two claims of different articles that say the same. ``score`` is a probability (0–1)."""

    a: str
    b: str
    score: float
    relation: Relation
    why: Why


@dataclass(frozen=True, slots=True)
class Omission:
    """An article that does not carry a group, with the claim of it that came nearest (None: none came near)."""

    article_id: str
    claim_id: str | None
    score: float


@dataclass(frozen=True, slots=True)
class ClaimGroup:
    """One claim as two or more articles carry it. ``links`` are indexes into ``Comparison.links``."""

    id: str
    claims: tuple[str, ...]
    links: tuple[int, ...]
    omitted_by: tuple[Omission, ...]
    gist: str


@dataclass(frozen=True, slots=True)
class Passage:
    """A place in an article."""

    article_id: str
    span: Span


@dataclass(frozen=True, slots=True)
class Reason:
    """A sentence for the reader, kept as a phrase key and its values so that it can be said in any language.

    ``core.phrases.say(reason.key, language, **dict(reason.values))`` says it.
    """

    key: str
    values: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Mark:
    """A cue that wording steers the reader: one place, set against others on the same claim.

    An omission's mark has an empty span at 0; an emphasis's mark spans the claim. ``strength`` is 0–1, a scale
    for sorting and hiding and no probability (``core.framing.scorer.strength``).
    """

    id: str
    kind: Kind
    article_id: str
    span: Span
    group_id: str | None
    against: tuple[Passage, ...]
    voice: Voice
    reason: Reason
    strength: float


@dataclass(frozen=True, slots=True)
class Decision:
    """What a reader decided or noted. It names its objects by content: claim ids and mark ids do not change
    when the articles are compared again.

    ``claims``: two ids for a link, one or none for a note. ``mark``: for accept_mark and reject_mark the mark's
    id; ``mark_kind`` and ``passage``: for add_mark. ``text``: the note. ``reader``: who decided.
    """

    id: str
    kind: DecisionKind
    created: str
    claims: tuple[str, ...] = ()
    mark: str | None = None
    mark_kind: Kind | None = None
    passage: Passage | None = None
    article_id: str | None = None
    text: str = ""
    reader: str = ""


EVERY_TWO = 40
"""Articles up to which every two are held against each other; of more, each is held against some (``core.alignment.partners``)."""


@dataclass(frozen=True, slots=True)
class Settings:
    """What the reader can set. ``link_threshold``: links below this probability are not made; the default was found in
    the cross-validation of the scorer (``core.alignment.fit``)."""

    link_threshold: float = 0.30
    lenses: tuple[Kind, ...] = KINDS


@dataclass(frozen=True, slots=True)
class Failure:
    """A source that could not be read or compared: a phrase key and its values, said like a Reason."""

    source: str
    reason: Reason


@dataclass(frozen=True, slots=True)
class Provenance:
    """By what the comparison was made. ``models`` and ``error_rates`` are sorted name-value pairs."""

    lesart: str
    models: tuple[tuple[str, str], ...]
    created: str
    error_rates: tuple[tuple[str, float], ...] = ()


@dataclass(frozen=True, slots=True)
class Comparison:
    """Everything that the window shows, a project keeps and a report tells."""

    articles: tuple[Article, ...]
    claims: tuple[Claim, ...]
    links: tuple[Link, ...]
    groups: tuple[ClaimGroup, ...]
    marks: tuple[Mark, ...]
    settings: Settings
    provenance: Provenance
    decisions: tuple[Decision, ...] = ()
    failures: tuple[Failure, ...] = field(default=())
    unrelated: tuple[str, ...] = ()
    """Ids of articles that seem to be about something else than the rest."""


def claim_id(article_id: str, span: Span) -> str:
    """The id of the claim that covers ``span`` of the article."""
    return f"{article_id}:{span.start}-{span.end}"


def mark_id(kind: str, article_id: str, span: Span, group_id: str | None = None) -> str:
    """The id of a mark; omissions (empty span) are told apart by their group."""
    where = f"{span.start}-{span.end}" if len(span) else str(group_id)
    return f"{kind}:{article_id}:{where}"
