"""Attribution: another source, a hidden one or none for the same claim; verbs of speaking that judge.

What it sees. Verbs of speaking that are not neutral, by family (doubting, conceding, insisting, threatening, attacking,
complaining, praising, vouching; ``resources/lexicons/stance.*.txt``); claims that linked claims attribute and this one
states as its own; source lines where linked claims have none; speakers without a name (Experten, pals, Kreise).

Method. Lexicon cues with German separable verbs put together again, comparison within the group, a fitted scorer.
After Geis 1987 ("The Language of Politics"), Caldas-Coulthard 1994 ("On reporting reporting"), Recasens et al. 2013
("Linguistic models for analyzing and detecting biased language": factive, assertive and implicative verbs).

What it cannot see. Whether two names are the same person; a source that the sentence before names for a whole
paragraph; own reporting that needs no source; a quotation cut short.
"""

from __future__ import annotations

from collections.abc import Iterator

from core.framing.cues import Cue
from core.framing.evidence import Candidate, Evidence
from core.framing.statement import Statement, passages
from core.framing.statements import NOTHING, Statements, statements_of
from core.model import Kind, Reason, Span

KIND: Kind = "attribution"
STANCES = ("doubting", "conceding", "insisting", "threatening", "attacking", "complaining", "praising", "vouching")
SPOKEN = frozenset({"sollen", "soll", "solle", "sollte", "say", "said", "says"})
"""Cues of distance that are no source line by themselves."""
PRIOR = {
    "doubting": 0.5, "conceding": 0.5, "insisting": 0.3, "threatening": 0.4, "attacking": 0.3, "complaining": 0.2, "praising": 0.2,
    "vouching": 0.25, "source": 0.12, "hearsay": 0.15, "unnamed": 0.25, "bare": 0.15,
}  # fmt: skip


def find(evidence: Evidence) -> Iterator[Candidate]:
    """Judging verbs, source lines, unnamed speakers, and linked claims that lost their source."""
    statements = statements_of(evidence)
    for article in evidence.articles:
        evidence.job.check()
        seen: list[Span] = []
        for span, sort, strength in _places(statements, article.id):
            if any(span.overlap(other) for other in seen):
                continue
            seen.append(span)
            claim = evidence.claim_at(article.id, span.start)
            yield _candidate(statements, article.id, span, sort, strength, statements.of(claim) if claim else None)
        for claim in evidence.claims_of[article.id]:
            statement = statements.of(claim)
            if statement.owned and statements.beside(claim).attributed(1):
                span = statement.core
                if not any(span.overlap(other) for other in seen):
                    yield _candidate(statements, article.id, span, "bare", "", statement)


def _places(statements: Statements, article_id: str) -> Iterator[tuple[Span, str, str]]:
    """Cues of speaking, those that judge first."""
    cues = statements.cues(article_id)
    speech = [
        c for c in cues if c.lexicon == "stance" or (c.lexicon == "distance" and c.group in {"source", "hearsay"})
    ]
    for cue in cues:
        if cue.lexicon == "stance" and cue.group in STANCES:
            yield cue.span, cue.group, cue.side
    for cue in cues:
        if cue.lexicon == "actors" and _speaks(statements.evidence, article_id, cue, speech):
            yield cue.span, "unnamed", ""
    for cue in cues:
        if cue.lexicon == "distance" and cue.group in {"source", "hearsay"} and cue.lemma not in SPOKEN:
            yield _line(statements.evidence, article_id, cue), cue.group, ""


def _speaks(evidence: Evidence, article_id: str, cue: Cue, speech: list[Cue]) -> bool:
    """Whether a verb of speaking or a source line stands within five words."""
    near = Span(max(0, cue.span.start - 40), cue.span.end + 40)
    return any(c.span.overlap(near) for c in speech)


def _line(evidence: Evidence, article_id: str, cue: Cue) -> Span:
    """A source line with the noun phrase behind it, up to a verb or a comma."""
    end = cue.span.end
    for k, token in enumerate(evidence.tokens(article_id, Span(cue.span.end, cue.span.end + 60))):
        if k > 3 or token.is_punct or token.pos_ in {"VERB", "AUX"} or cue.lemma in {"zufolge", "said", "say"}:
            break
        end = token.idx + len(token)
    return Span(cue.span.start, end)


def _named(evidence: Evidence, article_id: str, span: Span) -> bool:
    """Whether a proper name stands within six words of the cue."""
    near = Span(max(0, span.start - 45), span.end + 45)
    first, end = evidence.places(article_id, near)
    return "PROPN" in evidence.pos[article_id][first:end]


def _is_verb(evidence: Evidence, article_id: str, span: Span) -> bool:
    """Whether the cue is a finite verb, or a participle of a perfect, and not a noun or an adjective."""
    token = evidence.token_at(article_id, span.start)
    if token is None:
        return False
    if token.doc.lang_ == "de":
        before_noun = token.i + 1 < len(token.doc) and token.nbor().pos_ == "NOUN"
        return token.tag_.startswith("VV") and not (token.tag_ == "VV(PP)" and before_noun)
    return token.pos_ in {"VERB", "AUX"} and token.dep_ != "amod"


def _candidate(
    statements: Statements, article_id: str, span: Span, sort: str, strength: str, statement: Statement | None
) -> Candidate:
    evidence = statements.evidence
    beside = statements.beside(statement.claim) if statement else NOTHING
    attributed, bare = beside.attributed(), beside.bare()
    features = {
        **statements.context(article_id, span, statement),
        **{f"is_{name}": float(name == sort) for name in PRIOR},
        "judging": float(sort in STANCES),
        "strong": float(strength == "strong"),
        "verb": float(_is_verb(evidence, article_id, span)),
        "theirs_attributed": beside.share("attributed", lambda o: o.attributed),
        "theirs_neutral": beside.share("neutral", lambda o: o.said("neutral") and not o.said(*STANCES)),
        "theirs_judging": beside.share("judging", lambda o: o.said(*STANCES)),
        "theirs_same": beside.share(f"said {sort}", lambda o: o.said(sort)),
        "theirs_source": beside.share("source", lambda o: o.said("source")),
        "theirs_quoted": beside.share("quoted", lambda o: o.quoted),
        "theirs_mood": beside.share("mood", lambda o: o.mood),
        "theirs_unnamed": beside.share("unnamed", lambda o: any(c.lexicon == "actors" for c in o.around)),
        "own_unnamed": float(statement is not None and any(c.lexicon == "actors" for c in statement.around)),
        "owned": float(statement is not None and statement.owned),
        "own_attributed": float(statement is not None and statement.attributed),
        "own_quoted": float(statement is not None and statement.quoted),
        "own_figures": float(statement is not None and bool(statement.figures)),
        "own_mood": float(statement is not None and statement.mood),
        "named": float(_named(evidence, article_id, span)),
        "words": len(evidence.tokens(article_id, span)) / 8.0,
        "prior": PRIOR[sort],
    }
    contrast = attributed if sort == "bare" or sort in STANCES else bare or attributed
    return Candidate(
        KIND, article_id, span, features, _reason(evidence, article_id, span, sort, contrast), passages(contrast or beside.best()),
        statements.group(statement), evidence.voice(article_id, span),
    )  # fmt: skip


def _reason(evidence: Evidence, article_id: str, span: Span, sort: str, contrast: list[Statement]) -> Reason:
    values = [("words", evidence.text(article_id, span))]
    if not contrast:
        return Reason(f"mark.attribution.{sort}", tuple(values))
    other = contrast[0]
    home = other.claim.article_id
    said = [c for c in other.said() if c.group != "doubt"]
    shown = said[0].span if said else other.core
    values += [("other", evidence.text(home, shown)), ("article", evidence.name(home))]
    return Reason(f"mark.attribution.{sort}.against", tuple(values))
