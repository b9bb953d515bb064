"""Who is meant by "der Landrat", "she", "er": only where one person alone can be.

A role with an article before it is the person who has it and is the only one of the event to have it. A pronoun is
the only person of its gender named earlier in its sentence or in the sentence before; where there are two, it is nobody.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from core.language.mentions import Mention
from core.model import Span

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

HE = frozenset({"he", "his", "him", "er", "ihm", "ihn"})
SHE = frozenset({"she", "her", "sie"})
PRONOUNS = HE | SHE
ARTICLES = frozenset({"the", "der", "die", "den", "dem", "des"})
MALE = frozenset({"mr", "mr.", "herr", "herrn", "king", "prince", "sir", "lord"})
FEMALE = frozenset({"ms", "mrs", "ms.", "mrs.", "frau", "queen", "princess", "dame", "lady"})


def resolve(
    doc: Doc, language: str, people: list[tuple[Mention, str | None]], roles: dict[str, str]
) -> Iterator[tuple[Span, str]]:
    """The spans of roles and pronouns of ``doc`` with the keys of the persons that they mean."""
    gender = _genders(people, language)
    named = [(m.span.start, key) for m, key in people if key]
    lower = [t.lower_ for t in doc]
    before = (0, 0)
    for sentence in doc.sents:
        start, end = sentence.start_char, sentence.end_char
        for i in range(sentence.start, sentence.end):
            if lower[i] not in roles and lower[i] not in PRONOUNS:
                continue
            token = doc[i]
            if key := _by_role(token, roles):
                yield Span(token.idx, token.idx + len(token)), key
                named.append((token.idx, key))
            elif lower[i] in PRONOUNS and (key := _by_pronoun(token, named, start, before, gender)):
                yield Span(token.idx, token.idx + len(token)), key
        before = (start, end)


def _by_role(token: Token, roles: dict[str, str]) -> str | None:
    """The person of a role: after an article, and not before a name or genitive of its own."""
    if token.lower_ not in roles or token.i == 0 or token.nbor(-1).lower_ not in ARTICLES:
        return None
    if token.i + 1 < len(token.doc) and token.nbor(1).pos_ == "PROPN":
        return None
    return roles[token.lower_]


def _by_pronoun(
    token: Token, named: list[tuple[int, str]], start: int, before: tuple[int, int], gender: dict[str, str]
) -> str | None:
    wanted = "m" if token.lower_ in HE else "f"
    if token.lower_ in {"sie", "er", "ihm", "ihn"} and not _is_personal(token):
        return None
    for first, last in ((start, token.idx), before):
        keys = {key for at, key in named if first <= at < last}
        fitting = {key for key in keys if gender.get(key, wanted) == wanted}
        if keys:
            known = token.lower_ != "sie" or all(gender.get(key) == "f" for key in fitting)
            return next(iter(fitting)) if len(fitting) == 1 and known else None
    return None


def _is_personal(token: Token) -> bool:
    """Whether a German pronoun stands at a singular verb: "sie sagte", not "sie sagten" or "Sie sagen"."""
    if token.lower_ != "sie":
        return True
    around = [t for t in token.doc[max(0, token.i - 1) : token.i + 2] if t.pos_ in {"VERB", "AUX"}]
    return bool(around) and not any(t.lower_.endswith(("en", "ind")) for t in around)


def _genders(people: list[tuple[Mention, str | None]], language: str) -> dict[str, str]:
    """What roles and titles tell of a person's gender: Landrätin, Mrs, Herr."""
    found: dict[str, str] = {}
    for mention, key in people:
        role = mention.role or ""
        if key and role:
            if role in FEMALE or (language == "de" and role.endswith("in") and len(role) > 5):
                found[key] = "f"
            elif role in MALE or (language == "de" and role.endswith(("er", "or", "at", "ist", "ant", "ef"))):
                found.setdefault(key, "m")
    return found
