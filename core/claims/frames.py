"""Who reports: the words of a sentence that lay what it says at a source's door.

A *frame* is "Landrat Kersten sagte, …", "…, teilte die Bahn mit", "laut Polizei", "according to two officials". Both
languages find frames of the same shape; ``core.claims.attribution`` hangs them on claims.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from core.claims.quotations import quotations

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from core.model import Span

Range = tuple[int, int]
"""Half-open word positions of one sentence, white space not counted."""


@dataclass(frozen=True, slots=True)
class Frame:
    """The attributing words of one sentence.

    ``words`` is where they stand, ``speaker`` where the source is named within them (None: hidden), ``verb`` the
    reporting verb's lemma or the preposition (empty: a name and a colon), ``scope`` what is reported.
    """

    words: Range
    speaker: Range | None
    verb: str
    scope: tuple[Range, ...]


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


PRONOUNS = _set("he she it they who we i er sie es man wir ich wer")
UNNAMED = PRONOUNS | _set(
    "sprecher sprecherin beobachter experten fachleute kritiker anhänger gegner insider kreise kreisen diplomat diplomaten "
    "beamter beamte augenzeugen zeugen anwohner medien berichte quellen menschen leute passant passanten teilnehmer "
    "mitarbeiter ökonomen forscher wissenschaftler juristen analysten händler eltern nachbarn niemand viele manche "
    "einige angaben informationen spokesman spokeswoman spokesperson official officials source sources analysts experts "
    "observers critics supporters witnesses residents people some many others insiders lawyers economists scientists "
    "researchers parents neighbours neighbors diplomats reports media aides campaigners traders one"
)
"""Heads of noun phrases that name nobody; "ein Sprecher der Polizei" names a body all the same."""
BODIES = _set(
    "regierung bundesregierung gericht staatsanwaltschaft feuerwehr verwaltung gewerkschaft unternehmen konzern bahn "
    "kommission landkreis stadt partei fraktion verband verein bund land rathaus police ministry government court "
    "commission company council union department office prosecutors agency authority club university army military party "
    "service bank brigade regulator"
)
"""Bodies that are named by what they are ("das Ministerium"), not by a name."""
KEPT = "lesart.quotations"
NONE: frozenset[int] = frozenset()
BODY_ENDINGS = (
    "ministerium",
    "polizei",
    "polizeiangaben",
    "behörde",
    "kanzlei",
    "amt",
    "gericht",
    "rat",
    "kammer",
    "ministeriums",
)


def is_named(words: list[Token]) -> bool:
    """Whether a noun phrase names a person or body: a proper name, or an office such as "das Ministerium"."""
    if any(w.pos_ == "PROPN" and w.lower_ not in UNNAMED for w in words):
        return True
    return any(w.lower_ in BODIES or (w.text[:1].isupper() and w.lower_.endswith(BODY_ENDINGS)) for w in words)


def keep_quotations(doc: Doc, text: str) -> tuple[Span, ...]:
    """The quotations of ``doc``, whose text is ``text``; they are found once."""
    kept: tuple[Span, ...] | None = doc.user_data.get(KEPT)
    if kept is None:
        kept = doc.user_data[KEPT] = quotations(text)
    return kept


def quoted_words(words: list[Token]) -> frozenset[int]:
    """The positions of the words that stand inside quotation marks, which may have opened sentences before."""
    if not words:
        return NONE
    doc = words[0].doc
    spans = doc.user_data.get(KEPT)
    if spans is None:
        # Doc.text is put together anew at each call; asked once a sentence it took two thirds of the whole stage's time.
        spans = keep_quotations(doc, doc.text)
    if not spans:
        return NONE
    first, last = words[0].idx, words[-1].idx
    spans = [s for s in spans if s.start <= last and s.end > first]
    return frozenset(k for k, w in enumerate(words) if any(s.start <= w.idx < s.end for s in spans)) if spans else NONE
