"""Distancing: a claim held at arm's length.

What it sees. German: verbs in Konjunktiv I, or the Konjunktiv II that stands in for it beside reported speech;
``soll`` and ``will`` with a perfect infinitive (hearsay, and a witness who is not believed); ``angeblich``,
``vermeintlich``, ``offiziell``; ``hieß es``; claims called Behauptung, Darstellung, Erzählung; source lines (``laut``,
``nach Angaben``). English: allegedly, supposedly, claims, the story about, is said to, according to. Each is set
against the linked claims of other articles: it weighs most where they state the same thing flatly, without source,
mood or quotation marks, and least where all attribute it too; a neutral source line is graded low.

Method. Lexicon cues and verb moods (``statement``, ``predicates``), a fitted scorer over their kind and over how
the counterparts state the claim. After Thompson 1996 ("Voices in the text: discourse perspectives on language
reports", Applied Linguistics 17), Fabricius-Hansen and Saebø 2004 ("In a mediative mood: the semantics of the German
reportive subjunctive") and Bednarek 2006 ("Evaluation in Media Discourse").

What it cannot see. Irony without a marking word; distance made by layout or by a source's description alone; Konjunktiv
forms that look like the indicative; conditional moods of other languages than German and English; whether the arm's
length is deserved: an agency that attributes a disputed claim does its work.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from core.framing.cues import Cue
from core.framing.evidence import Candidate, Evidence
from core.framing.predicates import Predicate
from core.framing.statement import Statement, passages
from core.framing.statements import NOTHING, Statements, statements_of
from core.model import Kind, Reason, Span

KIND: Kind = "distancing"
_STOPS = frozenset({",", ".", ":", ";", "–", "—", "(", "!", "?"})
PRIOR = {
    "mood": 0.3,
    "doubt": 0.6,
    "hearsay": 0.4,
    "claim": 0.45,
    "source": 0.12,
    "verb": 0.35,
    "witness": 0.6,
    "plan": 0.05,
    "beside": 0.1,
}


def find(evidence: Evidence) -> Iterator[Candidate]:
    """Reported moods, words of distance, source lines."""
    statements = statements_of(evidence)
    for article in evidence.articles:
        evidence.job.check()
        seen: list[Span] = []
        for span, sort in _places(statements, article.id):
            if any(span.overlap(other) for other in seen):
                continue
            seen.append(span)
            claim = evidence.claim_at(article.id, span.start)
            yield _candidate(statements, article.id, span, sort, statements.of(claim) if claim else None)


def _places(statements: Statements, article_id: str) -> Iterator[tuple[Span, str]]:
    """Where the article keeps its distance and by what, the plainest signs first."""
    cues = [c for c in statements.cues(article_id) if c.lexicon in {"distance", "stance"}]
    for cue in cues:
        if cue.lexicon == "distance" and cue.group in {"doubt", "claim"}:
            yield cue.span, cue.group
    for cue in cues:
        if (
            cue.lexicon == "distance"
            and cue.group == "hearsay"
            and cue.lemma not in {"sollen", "soll", "solle", "sollte"}
        ):
            yield cue.span, "hearsay"
        elif cue.lexicon == "stance" and cue.group == "doubting":
            yield cue.span, "verb"
    for predicate in statements.predicates(article_id):
        sort = _of_predicate(predicate)
        if sort:
            yield predicate.span, sort
    for cue in cues:
        if cue.lexicon == "distance" and cue.group == "source":
            yield _source_line(statements.evidence, article_id, cue), "source"


def _of_predicate(predicate: Predicate) -> str | None:
    """Reported mood, hearsay with "sollen", a doubted witness with "wollen"; None for a plain verb."""
    modal = predicate.finite.lemma_.lower()
    if modal in {"sollen", "wollen"} and not predicate.reported:
        words = [t.lower_ for t in predicate.finite.doc[predicate.finite.i : predicate.finite.i + 18] if not t.is_space]
        cut = next((k for k, w in enumerate(words) if w in _STOPS), len(words))
        perfect = (cut > 1 and words[cut - 1] in {"haben", "sein", "worden"}) or _before(predicate)
        if perfect:
            return "hearsay" if modal == "sollen" else "witness"
        return "plan" if modal == "sollen" else None
    return "mood" if predicate.reported else None


def _before(predicate: Predicate) -> bool:
    """Subordinate order: "… gesehen haben soll", "… geflogen sein sollen"."""
    at = predicate.finite.i
    return (
        at > 1
        and predicate.finite.doc[at - 1].lower_ in {"haben", "sein"}
        and predicate.finite.doc[at - 2].tag_.endswith("(PP)")
    )


def _source_line(evidence: Evidence, article_id: str, cue: Cue) -> Span:
    """The cue with the noun phrase behind it, at most five words, up to a verb or a comma."""
    end = cue.span.end
    for k, token in enumerate(evidence.tokens(article_id, Span(cue.span.end, cue.span.end + 80))):
        if k > 4 or token.text in _STOPS or token.pos_ in {"VERB", "AUX"} or cue.lemma in {"zufolge", "said", "say"}:
            break
        end = token.idx + len(token)
    return Span(cue.span.start, end)


def _candidate(
    statements: Statements, article_id: str, span: Span, sort: str, statement: Statement | None
) -> Candidate:
    evidence = statements.evidence
    beside = statements.beside(statement.claim) if statement else NOTHING
    flat = beside.bare()
    features = {
        **statements.context(article_id, span, statement),
        **{f"is_{name}": float(name == sort) for name in PRIOR},
        "flat": beside.share("bare", lambda o: not o.attributed),
        "any_flat": float(bool(flat)),
        "theirs_mood": beside.share("mood", lambda o: o.mood),
        "theirs_quoted": beside.share("quoted", lambda o: o.quoted),
        "theirs_doubt": beside.share("doubt", lambda o: o.said("doubt", "doubting", "claim", "hearsay")),
        "theirs_source": beside.share("source", lambda o: o.said("source")),
        "own_moods": min(4, sum(p.reported for p in statement.predicates)) / 4 if statement else 0.0,
        "own_sources": float(bool(statement.said("source", "hearsay"))) if statement else 0.0,
        "own_neutral": float(bool(statement.said("neutral"))) if statement else 0.0,
        "words": len(evidence.tokens(article_id, span)) / 8.0,
        "prior": PRIOR[sort] * (1.0 if not beside.count or flat else 0.5),
    }
    return Candidate(
        KIND, article_id, span, features, _reason(evidence, article_id, span, sort, flat), passages(flat or beside.best()),
        statements.group(statement), evidence.voice(article_id, span),
    )  # fmt: skip


def _reason(evidence: Evidence, article_id: str, span: Span, sort: str, flat: Sequence[Statement]) -> Reason:
    values = [("words", evidence.text(article_id, span))]
    if not flat:
        return Reason(f"mark.distancing.{sort}", tuple(values))
    other = flat[0]
    home = other.claim.article_id
    values += [("other", evidence.text(home, other.core)), ("article", evidence.name(home))]
    return Reason(f"mark.distancing.{sort}.flat", tuple(values))
