"""Agency: who did it is hidden, shifted or brought to the fore.

What it sees. In linked claims: passives without a doer, verbs that let things happen (``es kam zu``, ``Eier flogen``, went
missing; ``resources/lexicons/unmoved.*.txt``), deeds as nouns, and subjects that no linked claim has as its subject,
where a linked claim's verb is active and of similar meaning.

Method. Voice and subject from the parse (English) or from tags and places (German, see ``predicates``), verbs compared
by the sentence encoder, a fitted scorer. After Fowler, Hodge, Kress and Trew 1979 ("Language and Control"), van Leeuwen
1996 ("The representation of social actors"), Greene and Resnik 2009 ("More than words: syntactic packaging and implicit
sentiment").

What it cannot see. Who the true doer is; actors hidden across sentences; German subjects behind prepositions or in long
middle fields; shifts of blame that keep the same subject.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from core.framing.cues import Cue
from core.framing.evidence import Candidate, Evidence
from core.framing.predicates import Predicate
from core.framing.statement import Meanings, Statement, Statements, core_of, passages, share, statements_of
from core.model import Kind, Reason, Span

KIND: Kind = "agency"
SAME_VERB = 0.5
"""Cosine from which two verbs may name the same deed."""
SAME_SUBJECT = 0.5
"""Cosine below which two subjects are not the same."""
ACTORS = frozenset({"PROPN"})


def find(evidence: Evidence) -> Iterator[Candidate]:
    """The predicates and deed nouns of linked claims."""
    statements = statements_of(evidence)
    claims = sorted(evidence.claims, key=lambda c: c.id)
    words = {w for c in claims for p in statements.of(c).predicates for w in (p.lemma, _subject(p))}
    meaning = Meanings(evidence, sorted(words - {""}))
    for claim in claims:
        others = statements.counterparts(claim)
        if not others:
            continue
        evidence.job.check()
        statement = statements.of(claim)
        for predicate in statement.predicates:
            candidate = _candidate(statements, meaning, statement, others, predicate, predicate.span)
            if _turns(candidate.features):
                yield candidate
        for cue in statement.cues:
            if cue.lexicon == "unmoved" and not any(cue.span.overlap(p.span) for p in statement.predicates):
                yield _candidate(statements, meaning, statement, others, None, cue.span)


def _turns(features: Mapping[str, float]) -> bool:
    """Whether a verb may turn the deed round: a passive, an event without a doer, another subject or voice than there.

    Measured on annotated events: without this 45 % of the candidates were plain verbs, a sixth of the entries.
    """
    if features["speech"] or features["quoted"]:
        return False
    elsewhere = features["near_verb"] > SAME_VERB and features["near_subject"] < SAME_SUBJECT
    return bool(
        features["passive"] or features["happens"] or (features["near_passive"] and features["person"]) or elsewhere
    )


def _subject(predicate: Predicate) -> str:
    """The head of the subject: its last noun or name."""
    nouns = [t for t in predicate.subject if t.pos_ in {"NOUN", "PROPN", "PRON"}]
    return nouns[-1].lemma_ if nouns else ""


def _person(predicate: Predicate) -> bool:
    """Whether the subject looks like somebody who acts: a name, a pronoun of persons."""
    return any(
        t.pos_ in ACTORS or t.lower_ in {"er", "sie", "wir", "ich", "he", "she", "they", "we", "wer", "who"}
        for t in predicate.subject
    )


def _nearest(meaning: Meanings, lemma: str, theirs: Sequence[Predicate]) -> tuple[Predicate | None, float]:
    """The counterparts' verb that is nearest in meaning, and how near."""
    if not lemma or not theirs:
        return None, 0.0
    value, at = max((meaning.alike(lemma, [p.lemma]), -i) for i, p in enumerate(theirs))
    return theirs[-at], value


def _features(
    statements: Statements,
    meaning: Meanings,
    statement: Statement,
    others: Sequence[Statement],
    predicate: Predicate | None,
    span: Span,
    cue: Cue | None,
    acting: Sequence[Statement],
) -> dict[str, float]:
    """Who acts here, and who acts in the counterparts ``others``; ``acting`` are those where a person does."""
    theirs = [p for o in others for p in o.predicates]
    active = [p for p in theirs if not p.passive]
    own_subject = _subject(predicate) if predicate else ""
    lemma = predicate.lemma if predicate else ""
    near, value = _nearest(meaning, lemma, theirs)
    own_person = predicate is not None and _person(predicate)
    near_person = near is not None and _person(near)
    return {
        **statements.context(statement.claim.article_id, span, statement),
        "passive": float(predicate is not None and predicate.passive),
        "agentless": float(predicate is not None and predicate.passive and not predicate.agent),
        "happens": float(cue is not None and cue.group == "happens"),
        "noun": float(predicate is None),
        "person": float(own_person),
        "no_subject": float(not own_subject),
        "mood": float(predicate is not None and predicate.reported),
        "first": float(predicate is not None and statement.predicates[0] is predicate),
        "predicates": min(4, len(statement.predicates)) / 4,
        "theirs_passive": share(o.passive for o in others),
        "theirs_active": share(bool(o.predicates) and not o.passive for o in others),
        "theirs_acting": share(o in acting for o in others),
        "same_subject": meaning.alike(own_subject, [_subject(p) for p in theirs]),
        "same_verb": meaning.alike(lemma, [p.lemma for p in theirs]),
        "active_verb": meaning.alike(lemma, [p.lemma for p in active]),
        "speech": float(any(c.lexicon == "stance" and c.span.overlap(span) for c in statement.cues)),
        "copula": float(lemma in {"sein", "be", "haben", "have", "werden"}),
        "near_verb": value,
        "near_passive": float(near is not None and near.passive),
        "near_person": float(near_person),
        "near_subject": meaning.alike(own_subject, [_subject(near)] if near else []),
        "hidden": float(near_person and predicate is not None and predicate.passive and not predicate.agent),
        "shown": float(own_person and near is not None and near.passive and not near.agent),
        "faceless": float(near_person and not own_person),
        "patient": share(
            bool(own_subject)
            and own_subject.lower() in o.lemmas
            and all(_subject(p) != own_subject for p in o.predicates)
            for o in others
        ),
        "new_subject": share(
            bool(own_subject) and own_subject.lower() not in o.lemmas
            for o in others
            if o.language == statement.language
        ),
        "theirs_happens": share(any(c.lexicon == "unmoved" for c in o.cues) for o in others),
        "own_attributed": float(statement.attributed),
        "prior": 0.3 if predicate and predicate.passive and acting else 0.15 if cue else 0.04,
    }


def _candidate(
    statements: Statements,
    meaning: Meanings,
    statement: Statement,
    others: Sequence[Statement],
    predicate: Predicate | None,
    span: Span,
) -> Candidate:
    evidence, article_id = statements.evidence, statement.claim.article_id
    cue = next((c for c in statement.cues if c.lexicon == "unmoved" and c.span.overlap(span)), None)
    acting = [o for o in others if any(not p.passive and _person(p) for p in o.predicates)]
    features = _features(statements, meaning, statement, others, predicate, span, cue, acting)
    contrast = acting or [o for o in others if o.predicates and not o.passive]
    sort = "passive" if predicate and predicate.passive else "happens" if cue else "subject"
    reason = _reason(evidence, article_id, span, sort, contrast)
    return Candidate(
        KIND, article_id, span, features, reason, passages(contrast or others),
        statements.group(statement), evidence.voice(article_id, span),
    )  # fmt: skip


def _reason(evidence: Evidence, article_id: str, span: Span, sort: str, contrast: Sequence[Statement]) -> Reason:
    """What the words hide (``sort``), and the first statement that shows it."""
    values = [("words", evidence.text(article_id, span))]
    key = f"mark.agency.{sort}"
    if contrast:
        home = contrast[0].claim.article_id
        values += [("other", evidence.text(home, core_of(contrast[0]))), ("article", evidence.name(home))]
        key += ".against"
    return Reason(key, tuple(values))
