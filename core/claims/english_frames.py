"""Frames of reporting in English sentences, by spaCy's parse.

"The ministry said (on Monday) that …", "…, said Trump", "…, police said, …", "saying …", "according to two
officials", "in the union's words".
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from core.claims.frames import Frame, Range, quoted_words
from core.claims.gaps import MARKS, is_finite
from core.language.reporting import lexicon

if TYPE_CHECKING:
    from spacy.tokens import Token

SUBJECTS = frozenset({"nsubj", "nsubjpass"})
REPORTED = frozenset({"ccomp", "parataxis"})
OUTSIDE = frozenset({"ccomp", "conj", "cc", "advcl", "parataxis", "relcl", "acl", "appos", "xcomp", "dep"})
"""Children of a reporting verb or its subject that belong to what is reported, or to another clause."""


def frames(words: list[Token]) -> list[Frame]:
    """The frames of one English sentence, in their order; none without a parse."""
    if not any(w.dep_ for w in words):
        return []
    place = {w.i: k for k, w in enumerate(words)}
    found = [*_verb_frames(words, place), *_according(words, place)]
    found = found or list(_before_quotation(words, place))
    return sorted(found, key=lambda frame: frame.words)


def _verb_frames(words: list[Token], place: dict[int, int]) -> Iterator[Frame]:
    known = lexicon("en")
    inside = quoted_words(words)
    quoted = bool(inside)
    for verb in words:
        if verb.pos_ not in {"VERB", "AUX"} or place[verb.i] in inside or not known.lemma(verb.lemma_, frozenset()):
            continue
        scope = _scope(verb, words, place)
        subject = _subject(verb)
        if not scope and not (quoted and subject is not None and verb.dep_ in {"ROOT", "parataxis", "ccomp", "conj"}):
            continue
        if subject is None and not is_finite(verb) and verb.tag_ != "VBG":
            continue
        span = _span(verb, subject, words, place)
        if not scope:
            scope = tuple(r for r in ((0, span[0]), (span[1], len(words))) if r[1] - r[0] > 1)
        speaker = _speaker(subject, words, place) if subject else None
        yield Frame(span, speaker, verb.lemma_, scope)


def _before_quotation(words: list[Token], place: dict[int, int]) -> Iterator[Frame]:
    """His gran sobbed: "…" - whatever the verb, a colon and a quotation make it one of reporting."""
    inside = quoted_words(words)
    for k in range(1, len(words) - 1):
        if words[k].text == ":" and k + 1 in inside and k - 1 not in inside:
            verb = next((w for w in words[:k] if is_finite(w) and _subject(w)), None)
            subject = _subject(verb) if verb else None
            if verb and subject and place.get(subject.i, k) < k:
                yield Frame((0, k + 1), _speaker(subject, words, place), verb.lemma_, ((k + 1, len(words)),))
            return


def _scope(verb: Token, words: list[Token], place: dict[int, int]) -> tuple[Range, ...]:
    """What the verb reports: its clause complement, or the clause that it is set into."""
    found = []
    for child in verb.children:
        if child.dep_ in REPORTED and _has_subject(child):
            found.append(_range(list(child.subtree), place))
    if not found and (deep := _that_clause(verb)):
        found.append(_range(list(deep.subtree), place))
    if not found and verb.dep_ == "parataxis":
        own = {w.i for w in verb.subtree}
        found.append(_range([w for w in verb.head.subtree if w.i not in own], place))
    mine = _range([verb], place)
    return tuple(_without(r, mine) for r in found if r)


def _that_clause(verb: Token) -> Token | None:
    """The that-clause that the parser hung on an object ("said in a statement that …", "told reporters … that …")."""
    for word in verb.rights:
        for deeper in (word, *word.rights, *(w for c in word.rights for w in c.rights)):
            marked = any(c.dep_ == "mark" and c.lower_ == "that" for c in deeper.children)
            if deeper.dep_ in {"acl", "ccomp", "advcl", "relcl"} and marked and _has_subject(deeper):
                return deeper
    return None


def _without(scope: Range, verb: Range) -> Range:
    """The longer part of a scope that surrounds its verb ("X, said Y, Z")."""
    if scope[0] <= verb[0] < scope[1]:
        return max((scope[0], verb[0]), (verb[1], scope[1]), key=lambda r: r[1] - r[0])
    return scope


def _has_subject(verb: Token) -> bool:
    return any(c.dep_ in SUBJECTS or c.dep_ == "expl" for c in verb.children)


def _subject(verb: Token) -> Token | None:
    """The verb's own subject, or that of the verb it is coordinated with or hangs on ("…, saying that …")."""
    for _ in range(3):
        own = next((c for c in verb.children if c.dep_ in SUBJECTS), None)
        if own is not None:
            return own
        if verb.dep_ in {"conj", "advcl", "xcomp"} and verb.head.i != verb.i:
            verb = verb.head
            continue
        if verb.dep_ in {"acl", "relcl"}:
            return verb.head
        return None
    return None


def _speaker(head: Token, words: list[Token], place: dict[int, int]) -> Range:
    """The noun phrase of ``head`` between the marks round it: without dateline, apposition and relative clause."""
    start, end = _range([w for w in head.subtree if not _is_outside(w, head)], place)
    at = place.get(head.i, start)
    start = next(
        (k + 1 for k in range(at, start - 1, -1) if words[k].text in MARKS and words[k - 1].whitespace_), start
    )
    end = next((k for k in range(at, end) if words[k].text in MARKS - {"-", "/"}), end)
    return start, end


def _is_outside(word: Token, top: Token) -> bool:
    """Whether ``word`` hangs on ``top`` by way of a clause of its own."""
    while word.i != top.i:
        if word.dep_ in OUTSIDE - {"conj", "cc", "acl", "appos"}:
            return True
        word = word.head
    return False


def _span(verb: Token, subject: Token | None, words: list[Token], place: dict[int, int]) -> Range:
    """The contiguous words round the verb that are its own: subject, auxiliaries, whom it tells, when and where."""
    own = {verb.i}
    for child in verb.children:
        if child.dep_ not in OUTSIDE and child.dep_ != "punct":
            own |= {w.i for w in child.subtree if not _is_outside(w, child)}
    if subject is not None and any(c.i == subject.i for c in verb.children):
        phrase = list(subject.subtree)
        # "Engineers who saw it said": the relative clause tells who speaks; between commas it is a claim of its own.
        whole = not any(w.text in MARKS for w in phrase)
        own |= {w.i for w in phrase if whole or not _is_outside(w, subject)}
    at = place[verb.i]
    first = last = at
    while first > 0 and words[first - 1].i in own:
        first -= 1
    while last + 1 < len(words) and words[last + 1].i in own:
        last += 1
    if last + 1 < len(words) and words[last + 1].lower_ == "that" and words[last + 1].dep_ == "mark":
        last += 1
    return first, last + 1


def _range(tokens: list[Token], place: dict[int, int]) -> Range:
    """The words from the first to the last of ``tokens``; a hole between them is the frame's."""
    at = sorted(place[t.i] for t in tokens if t.i in place)
    return (at[0], at[-1] + 1) if at else (0, 0)


def _according(words: list[Token], place: dict[int, int]) -> Iterator[Frame]:
    for i, word in enumerate(words[:-1]):
        if word.lower_ != "according" or words[i + 1].lower_ != "to":
            continue
        to = words[i + 1]
        inside = [w for w in to.subtree if w.i > to.i and not _is_outside(w, to)]
        speaker = _range(inside, place) if inside else None
        end = speaker[1] if speaker and speaker[0] == i + 2 else _next_comma(words, i)
        span = (i, end)
        scope = tuple(r for r in ((0, i), (end, len(words))) if r[1] - r[0] > 1)
        yield Frame(span, (i + 2, end) if end > i + 2 else None, "according to", scope)


def _next_comma(words: list[Token], i: int) -> int:
    return next((k for k in range(i, len(words)) if words[k].text in {",", ".", ";"}), len(words))
