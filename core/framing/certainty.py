"""Certainty: the same claim, hedged here and plain there, or the other way round.

What it sees. Modal verbs, sentence adverbs, verbs and nouns of expectation and of proof, each with a place on a scale
from 0 (open) to 1 (beyond doubt) in ``resources/lexicons/hedges.*.txt``; a statement's place is that of its weakest
hedge. Marked are hedges and boosters that linked claims do not have, and plain verbs where linked claims are hedged
(``sind überlastet`` where another writes ``seien nach Ansicht des Landrats überlastet``).

Method. Lexicon scale and comparison within the group, weighed by a fitted scorer. After Holmes 1982 ("Expressing doubt
and certainty in English"), Hyland 1998 ("Hedging in Scientific Research Articles"), Rubin 2010 ("Epistemic modality:
from uncertainty to certainty in the context of information seeking").

What it cannot see. What hedges what: a hedge in the same clause may belong to another part of it; certainty that lies in
the choice of the verb alone (a bill that is "passed" where it was "put forward") beyond the listed ones; negation and
irony; conditions that another sentence states.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from core.framing.beside import Beside, Wording
from core.framing.evidence import Candidate, Evidence
from core.framing.predicates import Predicate
from core.framing.statement import PLAIN, Statement, passages
from core.framing.statements import Statements, statements_of
from core.model import Kind, Reason, Span

KIND: Kind = "certainty"
Asked = tuple[str, Callable[[Statement], object]]
SLACK = 0.05
"""So far apart on the scale two statements are equally sure."""


def find(evidence: Evidence) -> Iterator[Candidate]:
    """Hedges and boosters that the counterparts do not have, plain verbs where they are hedged or reported."""
    statements = statements_of(evidence)
    for claim in sorted(evidence.claims, key=lambda c: c.id):
        beside, statement = statements.beside(claim), statements.of(claim)
        if not beside.count:
            continue
        evidence.job.check()
        hedges = statement.hedges
        for c in hedges:
            if not beside.having(c.lemma):
                yield _candidate(statements, statement, c.span, c.group, float(c.side), c.lemma)
        for p in statement.predicates:
            if not any(p.span.overlap(c.span) for c in hedges) and _bolder(statements, statement, beside, p):
                yield _candidate(statements, statement, p.span, "plain", PLAIN, p.lemma)


def _bolder(statements: Statements, statement: Statement, beside: Beside, plain: Predicate) -> bool:
    """Whether a plain verb stands where a counterpart is hedged, reported, or has a modal."""
    if beside.sure[1] < PLAIN - SLACK or beside.share("mood", _mood):
        return True
    if beside.share("modal", _modal) > statement.modal:
        return True
    return bool(_same_verb(_predicate(statement, plain.span), statements.wording(statement.claim))[1])


def _weaker(scale: float) -> Asked:
    """Whether a statement is less sure than that."""
    return f"weaker {scale}", lambda o: o.sure < min(scale, PLAIN) - SLACK


def _stronger(scale: float) -> Asked:
    """Whether a statement is surer than that."""
    return f"stronger {scale}", lambda o: o.sure > scale + SLACK or (o.boosted and scale < PLAIN)


def _mood(statement: Statement) -> bool:
    return statement.mood


def _modal(statement: Statement) -> bool:
    return statement.modal


def _predicate(statement: Statement, span: Span) -> Predicate | None:
    """The first verb that stands there."""
    return next((p for p in statement.predicates if p.span.overlap(span)), None)


def _same_verb(predicate: Predicate | None, wording: Wording) -> tuple[float, float]:
    """How near the nearest verb of the counterparts is in meaning, and whether that one is a modal or reported."""
    near, other = wording.nearest(predicate.lemma) if predicate else (0.0, None)
    return near, float(other is not None and (other.modal or other.reported or other.beside))


def _candidate(
    statements: Statements,
    statement: Statement,
    span: Span,
    sort: str,
    scale: float,
    lemma: str,
) -> Candidate:
    evidence, article_id = statements.evidence, statement.claim.article_id
    beside = statements.beside(statement.claim)
    mean, least, most = beside.sure
    predicate = _predicate(statement, span)
    same = _same_verb(predicate, statements.wording(statement.claim))
    weaker, stronger = _weaker(scale), _stronger(scale)
    contrast = beside.first(*(weaker if scale >= PLAIN else stronger))
    features = {
        **statements.context(article_id, span, statement),
        **{f"is_{name}": float(name == sort) for name in ("modal", "adverb", "verb", "noun", "plain")},
        "scale": scale,
        "booster": float(scale > PLAIN),
        "own_sure": statement.sure,
        "own_boosted": statement.boosted,
        "theirs_mean": mean,
        "theirs_least": least,
        "theirs_most": most,
        "difference": scale - (mean if beside.count else scale),
        "weaker": beside.share(*weaker),
        "stronger": beside.share(*stronger),
        "theirs_boosted": beside.share("boosted", lambda o: o.boosted),
        "theirs_mood": beside.share("mood", _mood),
        "theirs_attributed": beside.share("attributed", lambda o: o.attributed),
        "own_attributed": float(statement.attributed),
        "own_mood": float(statement.mood),
        "same_word": float(beside.having(lemma) > 0),
        "same_scale": beside.share(
            f"scale {scale}", lambda o: any(abs(float(c.side) - scale) < 0.06 for c in o.hedges)
        ),
        "own_modal": float(statement.modal),
        "modal_here": float(predicate is not None and (predicate.modal or predicate.reported or predicate.beside)),
        "theirs_modal": beside.share("modal", _modal),
        "same_verb": same[0],
        "same_verb_open": same[1],
        "first": float(bool(statement.predicates) and statement.predicates[0].span.start == span.start),
        "prior": 0.3 if contrast else 0.06,
    }
    return Candidate(
        KIND, article_id, span, features, _reason(evidence, article_id, span, scale, contrast), passages(contrast or beside.best()),
        statements.group(statement), evidence.voice(article_id, span),
    )  # fmt: skip


def _reason(evidence: Evidence, article_id: str, span: Span, scale: float, contrast: list[Statement]) -> Reason:
    sort = "hedge" if scale < PLAIN else "booster" if scale > PLAIN else "plain"
    values = [("words", evidence.text(article_id, span))]
    if not contrast:
        return Reason(f"mark.certainty.{sort}", tuple(values))
    other = contrast[0]
    home = other.claim.article_id
    hedges = [c for c in other.hedges if (float(c.side) < PLAIN) == (scale >= PLAIN)]
    shown = min(hedges, key=lambda c: float(c.side)).span if hedges else other.core
    values += [("other", evidence.text(home, shown)), ("article", evidence.name(home))]
    return Reason(f"mark.certainty.{sort}.against", tuple(values))
