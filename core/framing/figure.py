"""Figure: another number, date, time, place or name for the same thing.

What it sees. Figures of linked claims (``core.language.figures``: units, rounding and bounds understood) that no
counterpart gives in the same way: conflicts (``5`` and ``at least seven``), roundings (``knapp 2000`` for 1912), other
bounds (``about`` and ``more than``), other units or a share for a count; words without a figure where a counterpart has
one (``mehrere``, ``am späten Abend``); names that are spelled in another way (Sandvoß, Sandvoss).

Method. Every figure is set against the nearest comparable one of each counterpart; a fitted scorer weighs how far
they lie apart, how both are bounded, and what kind they are. Names: normalised similarity (Ratcliff and Obershelp's
matching, difflib) of proper names between articles.

What it cannot see. Whether two counts in one clause count the same thing, beyond their noun; places and facts without a
figure that differ; figures of claims that were not linked; a name in another script.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from core.framing import spelling
from core.framing.beside import Beside
from core.framing.cues import Cue
from core.framing.evidence import Candidate, Evidence
from core.framing.given import SHOWN, Given, Verdict, precise, vague_cue
from core.framing.statement import Statement
from core.framing.statements import Statements, statements_of
from core.language.figures import Figure
from core.model import Kind, Passage, Reason, Span

KIND: Kind = "figure"
KINDS = ("count", "share", "money", "measure", "duration", "date", "time", "age", "ordinal")
BOUNDS = ("about", "nearly", "less", "over", "least", "more", "most", "vague", "range")
Asked = tuple[str, Callable[[Statement], object]]
FIGURED: Asked = ("figured", lambda o: o.figures)
_IS, _SAID = {k: f"is_{k}" for k in KINDS}, {b: f"said_{b}" for b in BOUNDS}


def find(evidence: Evidence) -> Iterator[Candidate]:
    """Figures and vague words of linked claims, names that are spelled in two ways."""
    statements = statements_of(evidence)
    given = Given(statements)
    for claim in sorted(evidence.claims, key=lambda c: c.id):
        evidence.job.check()
        beside, statement = statements.beside(claim), statements.of(claim)
        if not beside.count:
            continue
        for own in statement.figures:
            yield _figure(statements, given, statement, own, beside)
        for cue in statement.cues:
            if cue.lexicon == "vague" and not any(cue.span.overlap(f.span) for f in statement.figures):
                yield _vague(statements, statement, cue, beside)
    yield from _names(statements)


def _figure(statements: Statements, given: Given, statement: Statement, own: Figure, beside: Beside) -> Candidate:
    found = given.beside(own, statements.evidence.number[statement.claim.id])
    told, total, others = [v for v, _ in found.verdicts], found.total, max(1, beside.count)
    digits, conflict, unlike = precise(own), any(v.conflict for v in told), any(v.unlike for v in told)
    other_key = all(v.other_key for v in told)
    values = {
        "conflicts": found.share(_conflicts),
        "unlike": found.share(lambda v: v.other_key),
        "other_bound": found.share(lambda v: v.other_bound),
        "compared": total / others,
        "any_equal": float(not other_key),
        "any_same": float(not all(v.unlike for v in told)),
        "nearest": min((v.apart for v in told), default=1.0),
        "farthest": max((v.apart for v in told), default=0.0),
        "same_noun": found.share(lambda v: v.same_noun),
        "elsewhere": given.elsewhere(statement.claim.article_id, given.key(own)),
        "same_thing": max((v.same_thing for v in told), default=0.0),
        "pair_meaning": found.meaning,
        "own_exact": float(own.exact),
        "theirs_exact": found.share(lambda v: v.exact),
        "higher": found.share(lambda v: v.lower),
        "precise": digits - (sum(v.precise * n for v, n in found.verdicts) / total if total else digits),
        "digits": digits / 4,
        "loose": len(found.loose) / others,
        "unit_elsewhere": found.of_its_sort / others,
        "prior": 0.5 if conflict else 0.35 if unlike and other_key else 0.08,
    }
    values |= {name: float(k == own.kind) for k, name in _IS.items()}
    values |= {name: float(b == own.bound) for b, name in _SAID.items()}
    shown = given.first(own, found, _conflicts if conflict else _differs)
    contrast = [(o, f.span) for o, f in shown]
    loose = [statements.numbered(k) for k in found.loose[:SHOWN].tolist()]
    contrast = contrast or [(o, _loose_span(o)) for o in loose]
    return _candidate(statements, statement, own.span, "other" if total else "exact", values, contrast)


def _conflicts(verdict: Verdict) -> bool:
    return verdict.conflict


def _differs(verdict: Verdict) -> bool:
    return verdict.unlike


def _loose_span(statement: Statement) -> Span:
    cue = vague_cue(statement)
    return cue.span if cue else statement.core


def _vague(statements: Statements, statement: Statement, cue: Cue, beside: Beside) -> Candidate:
    """A word without a figure; ``timely`` figures of the counterparts are what a vague time stands for."""
    kinds = {"date", "time", "duration"} if cue.group == "time" else {"count", "share", "money", "measure", "duration"}
    own = {f.kind for f in statement.figures}
    able = [(o, v, [f for f in o.figures if f.kind in kinds]) for o, v in beside.some(*FIGURED)]
    given = [(o, f) for o, _, some in able for f in some]
    values = {
        "is_vague": 1.0,
        "vague_time": float(cue.group == "time"),
        "given": sum(bool(some) for _, _, some in able) / max(1, beside.count),
        "own_has": float(bool(own & kinds)),
        "same_word": float(beside.having(cue.lemma) > 0),
        "pair_meaning": max((v for _, v, some in able if some), default=0.0),
        "prior": 0.2 if given and not own & kinds else 0.04,
    }
    return _candidate(statements, statement, cue.span, "vague", values, [(o, f.span) for o, f in given])


def _candidate(
    statements: Statements,
    statement: Statement,
    span: Span,
    sort: str,
    values: dict[str, float],
    contrast: list[tuple[Statement, Span]],
) -> Candidate:
    evidence, article_id = statements.evidence, statement.claim.article_id
    features = {**statements.context(article_id, span, statement), **values}
    against = tuple(Passage(o.claim.article_id, s) for o, s in contrast[:SHOWN])
    said = [("words", evidence.text(article_id, span))]
    key = f"mark.figure.{sort}"
    if against:
        said += [
            ("other", evidence.text(against[0].article_id, against[0].span)),
            ("article", evidence.name(against[0].article_id)),
        ]
        key += ".against"
    group = statements.group(statement)
    return Candidate(
        KIND, article_id, span, features, Reason(key, tuple(said)), against, group, evidence.voice(article_id, span)
    )


def _names(statements: Statements) -> Iterator[Candidate]:
    """Names that another article spells in another way."""
    evidence = statements.evidence
    for variant in spelling.variants(evidence):
        claim = evidence.claim_at(variant.article_id, variant.span.start)
        statement = statements.of(claim) if claim else None
        others = {o.claim.article_id for o in statements.counterparts(claim)} if claim else set()
        features = {
            **statements.context(variant.article_id, variant.span, statement),
            "is_name": 1.0,
            "similar": variant.similar,
            "linked": float(bool(others & {p.article_id for p in variant.others})),
            "often": min(1.0, variant.times / 4),
            "alone": variant.alone,
            "first": float(variant.first),
            "prior": 0.3,
        }
        values = (
            ("words", evidence.text(variant.article_id, variant.span)),
            ("other", evidence.text(variant.others[0].article_id, variant.others[0].span)),
            ("article", evidence.name(variant.others[0].article_id)),
        )
        group = evidence.group_of.get(claim.id) if claim else None
        yield Candidate(
            KIND, variant.article_id, variant.span, features, Reason("mark.figure.name", values), variant.others[:3],
            group.id if group else None, evidence.voice(variant.article_id, variant.span),
        )  # fmt: skip
