"""How one claim is stated: who is named as its source, how sure, in which mood, who acts, with which figures."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from core.framing import predicates
from core.framing.cues import Cue
from core.framing.predicates import Predicate
from core.model import Claim, Passage, Span

if TYPE_CHECKING:
    from spacy.tokens import Token

    from core.language.figures import Figure

PLAIN = 0.8
"""Where a statement without any hedge stands on the scale of the hedges lexicons."""


@dataclass(frozen=True)
class Statement:
    """How one claim is stated. ``cues`` lie in the claim, ``around`` in its sentence; ``lemmas`` are its words as written and, of
    those of letters alone, their lemmas, lower case."""

    claim: Claim
    language: str
    tokens: tuple[Token, ...]
    cues: tuple[Cue, ...]
    around: tuple[Cue, ...]
    predicates: tuple[Predicate, ...]
    figures: tuple[Figure, ...]
    quoted: bool
    lemmas: frozenset[str]

    def said(self, *groups: str) -> tuple[Cue, ...]:
        """The stance and distance cues of its sentence that are of one of ``groups`` (all where none is given)."""
        return tuple(
            c for c in self.around if c.lexicon in {"stance", "distance"} and (not groups or c.group in groups)
        )

    @cached_property
    def mood(self) -> bool:
        """Whether one of its verbs is in the mood of reported speech."""
        return any(p.reported for p in self.predicates)

    @cached_property
    def attributed(self) -> bool:
        """Whether a source is named or hinted at, by words, mood or quotation marks."""
        return self.quoted or self.mood or self.claim.attribution is not None or bool(self.said())

    @cached_property
    def owned(self) -> bool:
        """Whether the claim itself, whatever its sentence says beside it, has no source, mood or quotation marks."""
        inside = any(c.lexicon in {"stance", "distance"} and c.group not in {"vouching", "doubt"} for c in self.cues)
        return not (self.quoted or self.mood or inside or self.claim.attribution)

    @cached_property
    def modal(self) -> bool:
        """Whether one of its verbs is a modal, in the mood of reported speech, or of planning."""
        return any(p.reported or p.beside or p.modal for p in self.predicates)

    @cached_property
    def sure(self) -> float:
        """The place of its weakest hedge on the scale, PLAIN without one."""
        scale = [float(c.side) for c in self.hedges if float(c.side) < PLAIN]
        return min(scale, default=PLAIN)

    @cached_property
    def boosted(self) -> float:
        """1 where a booster stands in it."""
        return float(any(float(c.side) > PLAIN for c in self.hedges))

    @cached_property
    def passive(self) -> bool:
        """Whether one of its verbs is in the passive."""
        return any(p.passive for p in self.predicates)

    @cached_property
    def subjects(self) -> tuple[str, ...]:
        """The head of each of its verbs' subjects."""
        return tuple(predicates.subject_head(p) for p in self.predicates)

    @cached_property
    def core(self) -> Span:
        """What to show of it: the subject and verb of its first predicate, else its first words."""
        return core_of(self)

    @cached_property
    def hedges(self) -> tuple[Cue, ...]:
        """Its hedges and boosters."""
        return tuple(c for c in self.cues if c.lexicon == "hedges")

    @cached_property
    def acts(self) -> bool:
        """Whether somebody does something in it, in the active voice."""
        return any(not p.passive and predicates.is_person(p) for p in self.predicates)


def passages(statements: Sequence[Statement], most: int = 3) -> tuple[Passage, ...]:
    """The statements' claims as passages to show, at most ``most``."""
    return tuple([Passage(s.claim.article_id, s.claim.span) for s in statements[:most]])


def core_of(statement: Statement) -> Span:
    """What to show of a statement: the subject and verb of its first predicate, else its first words."""
    tokens = statement.tokens[:6]
    if not statement.predicates:
        return Span(tokens[0].idx, tokens[-1].idx + len(tokens[-1])) if tokens else statement.claim.span
    first = statement.predicates[0]
    start, end = first.span.start, first.span.end
    if first.subject:
        start = min(start, first.subject[0].idx)
        end = max(end, first.subject[-1].idx + len(first.subject[-1]))
    near = [t for t in statement.tokens if start <= t.idx < end]
    if not near or len(near) > 9:
        return first.span
    return Span(near[0].idx, near[-1].idx + len(near[-1]))
