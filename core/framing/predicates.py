"""Finite verbs with what belongs to them: the rest of the verb, the mood, the voice, the subject.

English follows the parser (Universal-like labels of en_core_web_sm); German has tags only, so a clause is what lies
between finite verbs and commas, and the subject is guessed by its place: the noun group before or behind the finite
verb that no preposition governs (Eisenberg 2013, "Der Satz", on the middle field).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from core.language import german
from core.model import Span

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

BESIDE = frozenset(
    {
        "hätten",
        "hätte",
        "würden",
        "würde",
        "wären",
        "wäre",
        "könnten",
        "müssten",
        "sollten",
        "wollten",
        "kämen",
        "gäbe",
        "gebe",
        "dürften",
    }
)
"""Konjunktiv II that stands in for a Konjunktiv I which looks like the indicative, beside reported speech."""
_NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM"})
_CLAUSE_ENDS = frozenset({",", ";", ":", "–", "—", "(", ")"})


@dataclass(frozen=True, slots=True)
class Predicate:
    """A finite verb and its rest. ``span`` runs from the first to the last verb where they stand near each other.

    ``reported``: in the mood of reported speech; ``beside``: a Konjunktiv II that may be, without a Konjunktiv I near it.
    ``lemma`` is the full verb's; ``subject`` the tokens of the subject (empty where not found); ``agent`` whether a
    passive names who did it.
    """

    finite: Token
    span: Span
    lemma: str
    modal: bool
    reported: bool
    beside: bool
    passive: bool
    agent: bool
    subject: tuple[Token, ...]


def find(doc: Doc) -> Iterator[Predicate]:
    """The predicates of ``doc`` in the order of its text; none where it has no tags."""
    if doc.lang_ == "de":
        reporting = False
        for sentence in doc.sents:
            tokens = [t for t in sentence if not t.is_space]
            own = list(_german(tokens, reporting))
            yield from own
            reporting = any(p.reported for p in own)
    elif doc.has_annotation("DEP"):
        yield from _english(doc)


_PERSONS = frozenset({"er", "sie", "wir", "ich", "he", "she", "they", "we", "wer", "who"})


def subject_head(predicate: Predicate) -> str:
    """The head of the subject: its last noun or name; empty where there is none."""
    nouns = [t for t in predicate.subject if t.pos_ in {"NOUN", "PROPN", "PRON"}]
    return nouns[-1].lemma_ if nouns else ""


def is_person(predicate: Predicate) -> bool:
    """Whether the subject looks like somebody who acts: a name, a pronoun of persons."""
    return any(t.pos_ == "PROPN" or t.lower_ in _PERSONS for t in predicate.subject)


def particles(tokens: Sequence[Token]) -> dict[int, Token]:
    """Index of each German finite verb (``token.i``) to its separated particle: räumte … ein."""
    found: dict[int, Token] = {}
    verb: Token | None = None
    for token in tokens:
        if token.tag_ == "VV(FIN)":
            verb = token
        elif token.tag_ == "PTKVZ" and verb is not None:
            found[verb.i] = token
            verb = None
        elif token.text in {".", "!", "?", ";", ":"}:
            verb = None
    return found


def _german(tokens: list[Token], reporting: bool) -> Iterator[Predicate]:
    finite = [k for k, t in enumerate(tokens) if german.is_finite(t)]
    beside = reporting or any(_reported(tokens, k) for k in finite)
    separated = particles(tokens)
    for n, k in enumerate(finite):
        start = finite[n - 1] + 1 if n else 0
        end = finite[n + 1] if n + 1 < len(finite) else len(tokens)
        token = tokens[k]
        rest = _rest(tokens, k, start, end)
        words = [tokens[i].lower_ for i in rest] + [token.lower_]
        participle = next(
            (tokens[i] for i in rest if tokens[i].tag_.endswith("(PP)") and tokens[i].tag_.startswith("VV")), None
        )
        passive = (participle is not None and (token.lemma_ == "werden" or "worden" in words)) or _modal_passive(
            tokens, rest
        )
        main = participle or next((tokens[i] for i in reversed(rest) if tokens[i].tag_.startswith("VV")), token)
        lemma = main.lemma_.lower()
        if main is token and token.i in separated:
            lemma = separated[token.i].lower_ + lemma
        second = token.lower_ in BESIDE and bool(rest)
        mood = _reported(tokens, k) or (beside and second)
        agent = passive and any(t.lower_ in {"von", "vom", "durch"} for t in tokens[start:end])
        yield Predicate(
            token,
            _span(tokens, k, rest),
            lemma,
            token.tag_.startswith("VM"),
            mood,
            second and not mood,
            passive,
            agent,
            _subject(tokens, k, start, end),
        )


def _reported(tokens: list[Token], k: int) -> bool:
    """Konjunktiv I whose subject is not "ich" (the first person's indicative looks the same)."""
    word, lemma = tokens[k].lower_, tokens[k].lemma_.lower()
    shortened = lemma.endswith(("eln", "ern")) and word == lemma[:-3] + lemma[-2] + "e"  # handeln: es handle
    if not (german.is_reported_mood(tokens[k]) or shortened):
        return False
    return not any(t.lower_ == "ich" for t in tokens[max(0, k - 8) : k + 3])


def _rest(tokens: list[Token], k: int, start: int, end: int) -> list[int]:
    """Infinitives and participles of the clause: behind the finite verb, or before it in a subordinate clause."""
    behind = [i for i in range(k + 1, end) if _is_rest(tokens[i])]
    stop = next((i for i in range(k + 1, end) if tokens[i].text in _CLAUSE_ENDS), end)
    near = [i for i in behind if i < stop]
    if near:
        return near
    before = [i for i in range(max(start, k - 3), k) if _is_rest(tokens[i])]
    return before or behind[-2:]


def _is_rest(token: Token) -> bool:
    return token.tag_.endswith(("(PP)", "(INF)", "(IZU)")) and token.tag_.startswith(("VV", "VA", "VM"))


def _modal_passive(tokens: list[Token], rest: list[int]) -> bool:
    """ "… soll geräumt werden": an infinitive "werden" behind a participle."""
    return any(tokens[i].lower_ == "werden" and i - 1 in rest and tokens[i - 1].tag_ == "VV(PP)" for i in rest)


def _span(tokens: list[Token], k: int, rest: list[int]) -> Span:
    """The verb group where it is short, else the finite verb with its next two words."""
    first, last = min([k, *rest]), max([k, *rest])
    if last - first > 6 or first == last:
        first = k
        last = k
        while (
            last + 1 < len(tokens)
            and last < k + 2
            and tokens[last + 1].text not in _CLAUSE_ENDS
            and not tokens[last + 1].is_punct
        ):
            last += 1
    return Span(tokens[first].idx, tokens[last].idx + len(tokens[last]))


def _subject(tokens: list[Token], k: int, start: int, end: int) -> tuple[Token, ...]:
    """The noun group right before the finite verb, else the first one behind it, that no preposition governs."""
    groups = list(_groups(tokens, start, k)) + list(_groups(tokens, k + 1, end))
    before = [g for g in groups if g[-1].i < tokens[k].i]
    behind = [g for g in groups if g[0].i > tokens[k].i]
    if before and not (tokens[k].i - before[-1][-1].i > 2 and behind):
        return before[0] if len(before) > 1 and tokens[start].lower_ in {"dass", "weil", "ob", "wenn"} else before[-1]
    return behind[0] if behind else ()


def _groups(tokens: list[Token], start: int, end: int) -> Iterator[tuple[Token, ...]]:
    """Noun groups of ``tokens[start:end]`` that do not follow a preposition."""
    own: list[Token] = []
    governed = False
    for token in tokens[start:end]:
        if token.pos_ in _NOMINAL or token.pos_ in {"DET", "ADJ"}:
            own.append(token)
            continue
        if own and any(t.pos_ in _NOMINAL for t in own) and not governed:
            yield tuple(own)
        own = []
        governed = token.pos_ == "ADP"
    if own and any(t.pos_ in _NOMINAL for t in own) and not governed:
        yield tuple(own)


def _english(doc: Doc) -> Iterator[Predicate]:
    for token in doc:
        if token.tag_ not in {"VBD", "VBZ", "VBP", "MD"} or token.dep_ in {"compound", "amod"}:
            continue
        main = token.head if token.dep_ in {"aux", "auxpass"} else token
        if any(
            c.i < token.i and c.tag_ in {"VBD", "VBZ", "VBP", "MD"} and c.dep_ in {"aux", "auxpass"}
            for c in main.children
        ):
            continue
        group = sorted(
            {token, main, *(c for c in main.children if c.dep_ in {"aux", "auxpass", "neg", "prt"})}, key=lambda t: t.i
        )
        last = group[-1]
        first = group[0]
        if last.i - first.i > 6:
            first = last = token
        passive = any(c.dep_ in {"auxpass", "nsubjpass"} for c in main.children)
        agent = any(c.dep_ == "agent" for c in main.children)
        subject = next((c for c in main.children if c.dep_ in {"nsubj", "nsubjpass", "expl"}), None)
        own = tuple(t for t in subject.subtree if not t.is_space) if subject is not None else ()
        end = last.idx + len(last)
        if first is last and last.i + 1 < len(doc) and not doc[last.i + 1].is_punct and not doc[last.i + 1].is_space:
            end = doc[last.i + 1].idx + len(doc[last.i + 1])
        yield Predicate(
            token, Span(first.idx, end), main.lemma_.lower(), token.tag_ == "MD", False, False, passive, agent, own[:8]
        )
