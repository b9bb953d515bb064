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

from collections import Counter
from collections.abc import Callable, Iterator

from core.framing import spelling
from core.framing.beside import Beside, share
from core.framing.cues import Cue
from core.framing.evidence import Candidate, Evidence
from core.framing.statement import Statement
from core.framing.statements import Statements, statements_of
from core.language import figures
from core.language.figures import Figure
from core.model import Kind, Passage, Reason, Span

KIND: Kind = "figure"
KINDS = ("count", "share", "money", "measure", "duration", "date", "time", "age", "ordinal")
SAME_THING = 0.5
"""Cosine of two nouns from which they may count the same."""
BOUNDS = ("about", "nearly", "less", "over", "least", "more", "most", "vague", "range")
Asked = tuple[str, Callable[[Statement], object]]
FIGURED: Asked = ("figured", lambda o: o.figures)
_IS, _SAID = {k: f"is_{k}" for k in KINDS}, {b: f"said_{b}" for b in BOUNDS}


def find(evidence: Evidence) -> Iterator[Candidate]:
    """Figures and vague words of linked claims, names that are spelled in two ways."""
    statements = statements_of(evidence)
    given = Given(statements)
    for claim in sorted(evidence.claims, key=lambda c: c.id):
        beside, statement = statements.beside(claim), statements.of(claim)
        if not beside.count:
            continue
        for own in statement.figures:
            yield _figure(statements, given, statement, own, beside)
        for cue in statement.cues:
            if cue.lexicon == "vague" and not any(cue.span.overlap(f.span) for f in statement.figures):
                yield _vague(statements, statement, cue, beside)
    yield from _names(statements)


def _able(own: Figure, other: Statement) -> list[Figure]:
    """The figures of ``other`` that can be compared."""
    if not other.figures:  # as most statements
        return []
    return [f for f in other.figures if f.kind == own.kind and f.unit == own.unit and f.kind != "ordinal"]


def _comparable(own: Figure) -> Asked:
    """Whether a statement has a figure that can be compared."""
    return f"comparable {own.kind} {own.unit}", lambda o: _able(own, o)


def _of_its_sort(own: Figure) -> Asked:
    """Whether a statement has a figure of the same sort that cannot be compared."""
    return f"sort {own.kind} {own.unit}", lambda o: _sort_in(own, o) and not _able(own, o)


def _loose(own: Figure) -> Asked:
    """Whether a statement has a word for a figure, and none that can be compared."""
    return f"loose {own.kind} {own.unit}", lambda o: _vague_cue(o) and not _able(own, o)


def _nearest(own: Figure, other: Statement) -> Figure | None:
    """The figure of ``other`` that most likely is of the same thing; None where it has no comparable one."""
    able = _able(own, other)
    if len(able) < 2:
        return able[0] if able else None
    return min(able, key=lambda f: (f.of != own.of or not own.of, abs(_ratio(own, f)), f.span))


def _ratio(a: Figure, b: Figure) -> float:
    """How far apart two comparable figures lie: the difference by the larger one; days and minutes as they are."""
    if a.kind in {"date", "time"}:
        return min(1.0, abs(a.value - b.value) / (30.0 if a.kind == "date" else 120.0))
    return abs(a.value - b.value) / max(abs(a.value), abs(b.value), 1e-9)


class Given:
    """Which figures each article gives anywhere in its text, and how near what they count is in meaning."""

    def __init__(self, statements: Statements) -> None:
        evidence = statements.evidence
        own = [f for a in evidence.articles for f in statements.figures(a.id)]
        # By the objects themselves, which the statements keep: a figure's hash takes as long as its key.
        self._key = {id(f): f.key for f in own}
        self._precise = {id(f): _precise(f) for f in own}
        self._keys = {a.id: {self.key(f) for f in statements.figures(a.id)} for a in evidence.articles}
        self._giving = Counter(key for keys in self._keys.values() for key in keys)
        self._meaning = statements.meaning

    def key(self, figure: Figure) -> str:
        """The key of a figure of the comparison."""
        return self._key[id(figure)]

    def precise(self, figure: Figure) -> float:
        """Its digits that count: 1 of 2000, 4 of 1912."""
        return self._precise[id(figure)]

    def elsewhere(self, article_id: str, key: str) -> float:
        """The share of the other articles that give the figure ``key`` somewhere."""
        others = self._giving[key] - (key in self._keys[article_id])
        return others / max(1, len(self._keys) - 1)

    def same_thing(self, a: Figure, b: Figure) -> float:
        """How near the nouns that two figures count are in meaning: 0.5 where one is unknown."""
        return self._meaning.alike(a.of, [b.of]) if a.of and b.of else 0.5

    def conflict(self, a: Figure, b: Figure) -> bool:
        """Whether both cannot be true of one thing; counts of nouns that are alike in meaning are of one thing."""
        verdict = figures.agree(a, b)
        if verdict is None and a.kind == b.kind == "count":
            return self.same_thing(a, b) >= SAME_THING
        return verdict is False


def _figure(statements: Statements, given: Given, statement: Statement, own: Figure, beside: Beside) -> Candidate:
    comparable = [(o, v, _nearest(own, o)) for o, v in beside.some(*_comparable(own))]
    pairs = [(o, f) for o, _, f in comparable if f is not None]
    found = [f for _, f in pairs]
    key = given.key(own)
    apart = [_ratio(own, f) for f in found]
    conflict = [given.conflict(own, f) for f in found]
    other_key = [given.key(f) != key for f in found]
    other_bound = [f.bound != own.bound for f in found]
    unlike = [k or b for k, b in zip(other_key, other_bound, strict=True)]
    loose, others = beside.first(*_loose(own)), max(1, beside.count)
    values = {
        "conflicts": share(conflict),
        "unlike": share(other_key),
        "other_bound": share(other_bound),
        "compared": len(found) / others,
        "any_equal": float(not all(other_key)),
        "any_same": float(not all(unlike)),
        "nearest": min(apart, default=1.0),
        "farthest": max(apart, default=0.0),
        "same_noun": share([f.of == own.of and bool(own.of) for f in found]),
        "elsewhere": given.elsewhere(statement.claim.article_id, key),
        "same_thing": max([given.same_thing(own, f) for f in found], default=0.0),
        "pair_meaning": max([v for _, v, _ in comparable], default=0.0),
        "own_exact": float(own.exact),
        "theirs_exact": share([f.exact for f in found]),
        "higher": share([own.value > f.value for f in found]),
        "precise": given.precise(own) - (sum(map(given.precise, found)) / len(found) if found else given.precise(own)),
        "digits": given.precise(own) / 4,
        "loose": beside.many(*_loose(own)) / others,
        "unit_elsewhere": beside.many(*_of_its_sort(own)) / others,
        "prior": 0.5 if any(conflict) else 0.35 if any(unlike) and all(other_key) else 0.08,
    }
    values |= {name: float(k == own.kind) for k, name in _IS.items()}
    values |= {name: float(b == own.bound) for b, name in _SAID.items()}
    told = conflict if any(conflict) else unlike
    contrast = [(o, f.span) for (o, f), is_one in zip(pairs, told, strict=True) if is_one]
    contrast = contrast or [(o, _loose_span(o)) for o in loose]
    return _candidate(statements, statement, own.span, "other" if pairs else "exact", values, contrast)


def _sort_in(own: Figure, other: Statement) -> bool:
    """Whether a figure of the same sort, or a share for a count, stands there."""
    return any(f.kind == own.kind or {f.kind, own.kind} == {"share", "count"} for f in other.figures)


def _precise(figure: Figure) -> float:
    """Digits that count: 1 of 2000, 4 of 1912."""
    digits = f"{figure.value:.6g}".split("e")[0].replace(".", "").replace("-", "").strip("0")
    return float(min(4, len(digits) or 1))


def _vague_cue(statement: Statement) -> Cue | None:
    """Its first word for a figure."""
    return next((c for c in statement.cues if c.lexicon == "vague"), None)


def _loose_span(statement: Statement) -> Span:
    cue = _vague_cue(statement)
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
    against = tuple(Passage(o.claim.article_id, s) for o, s in contrast[:3])
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
