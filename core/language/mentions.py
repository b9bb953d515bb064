"""Where a Doc names somebody or something: runs of proper names, with the role that stands before them.

English: spaCy's tags and entities. German: HanTa's NE, voted over all articles, for it takes one occurrence for a
name and the next for a noun. Names inside compounds ("GDL-Chef", "Veltin-Aktie") count too.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from core.model import Span

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

NAME_SHARE = 0.4
"""A German word is a name where at least this share of its occurrences is tagged so."""
ENTITIES = frozenset({"PERSON", "ORG", "GPE", "LOC", "FAC", "PRODUCT", "EVENT", "WORK_OF_ART"})
INSIDE = frozenset({"von", "van", "de", "del", "der", "al", "bin", "of", "zu", "vom", "d'", "&", "-"})
"""Small words that may stand between two words of one name."""
WITHIN_ENTITY = INSIDE | {"'", "’", "'s", "’s", "and", "the", "for"}
"""The same where spaCy sees one English entity: "Health and Safety Executive", "Dockers' Union"."""
TITLES = frozenset(
    {
        "mr",
        "mrs",
        "ms",
        "mr.",
        "mrs.",
        "ms.",
        "dr",
        "dr.",
        "prof",
        "prof.",
        "sir",
        "dame",
        "lord",
        "lady",
        "herr",
        "frau",
        "herrn",
    }
    | {
        "president",
        "chancellor",
        "minister",
        "senator",
        "sen.",
        "rep.",
        "gov.",
        "judge",
        "justice",
        "mayor",
        "novelist",
    }
    | {"king", "queen", "prince", "princess", "pope", "general", "gen.", "colonel", "captain", "professor", "st.", "st"}
)
CALENDAR = frozenset(
    {
        "monday",
        "tuesday",
        "wednesday",
        "thursday",
        "friday",
        "saturday",
        "sunday",
        "january",
        "february",
        "march",
        "april",
    }
    | {"may", "june", "july", "august", "september", "october", "november", "december", "jan.", "feb.", "mar.", "apr."}
    | {
        "jan",
        "feb",
        "mar",
        "apr",
        "jun",
        "jul",
        "aug",
        "oct",
        "nov",
        "dec",
        "christmas",
        "easter",
        "next",
        "jun.",
        "jul.",
        "aug.",
        "sept.",
        "sep.",
        "oct.",
        "nov.",
        "dec.",
        "sept",
        "am",
        "pm",
    }
)
ACRONYM = re.compile(r"[A-ZÄÖÜ][A-ZÄÖÜ0-9]+")


@dataclass(frozen=True, slots=True)
class Mention:
    """A name as it stands: ``words`` without title and genitive, ``role`` the lower-case noun before it ("landrat").

    ``person`` is True where the pipeline or the title says so, None where nothing does.
    """

    span: Span
    words: tuple[str, ...]
    role: str | None
    person: bool | None


def name_words(docs: Iterable[Doc]) -> frozenset[str]:
    """The German words that are names, by vote of all their occurrences; a genitive votes for its nominative."""
    votes: Counter[str] = Counter()
    seen: Counter[str] = Counter()
    for doc in docs:
        before = ""
        for text, tag in [(t.text, t.tag_) for t in doc]:
            if text[:1].isupper() and tag:
                seen[text] += 1
                # A surname behind a first name is now and then taken for an adjective.
                votes[text] += tag == "NE" or (tag.startswith("ADJ") and before == "NE")
            before = tag
    names = {word for word, count in seen.items() if votes[word] >= NAME_SHARE * count}
    return frozenset(names | {word for word in seen if ACRONYM.fullmatch(word) and len(word) < 6})


def mentions(doc: Doc, language: str, names: frozenset[str]) -> Iterator[Mention]:
    """The names of ``doc`` in their order; ``names`` are the German name words of all articles."""
    shouted = _shouted(doc)
    runs = _english_runs(doc) if language == "en" else _german_runs(doc, names)
    for run in runs:
        if run[0].i not in shouted:
            yield from _mention(run, language)


def _shouted(doc: Doc) -> frozenset[int]:
    """Tokens of sentences written in capitals, where capitals name nothing."""
    found: set[int] = set()
    tokens = list(doc)
    for sentence in doc.sents:
        words = [t for t in tokens[sentence.start : sentence.end] if t.is_alpha and len(t) > 1]
        if len(words) > 2 and sum([t.is_upper for t in words]) > len(words) / 2:
            found.update(range(sentence.start, sentence.end))
    return frozenset(found)


def _english_runs(doc: Doc) -> Iterator[list[Token]]:
    entity = {t.i: e.start for e in doc.ents if e.label_ in ENTITIES for t in e}
    run: list[Token] = []
    for token in doc:
        if not run and token.pos_ != "PROPN":
            continue
        # "Russian" is an adjective and a nation all the same; nations are looked up apart from the runs.
        part = token.pos_ == "PROPN" and token.text[:1].isalnum() and token.lower_ not in CALENDAR
        joins = bool(run) and token.lower_ in WITHIN_ENTITY and _same_entity(token, entity)
        if part or joins:
            run.append(token)
        elif run:
            yield run
            run = []
    if run:
        yield run


def _same_entity(token: Token, entity: dict[int, int]) -> bool:
    """Whether the words before and after ``token`` belong to one entity."""
    before, after = entity.get(token.i - 1), entity.get(token.i + 1)
    return before is not None and before == after


def _german_runs(doc: Doc, names: frozenset[str]) -> Iterator[list[Token]]:
    run: list[Token] = []
    for token in doc:
        if not run and not token.text[:1].isupper():
            continue
        if run and (_names_by_its_head(token, names) or _names_by_its_head(run[-1], names)):
            yield run
            run = []
        part = token.text[:1].isupper() and _is_name(token, names)
        joins = bool(run) and token.lower_ in INSIDE and token.i + 1 < len(doc) and _is_name(doc[token.i + 1], names)
        if part or (joins and token.text != "-" and run[-1].whitespace_):
            run.append(token)
        elif run:
            yield run
            run = []
    if run:
        yield run


def _names_by_its_head(token: Token, names: frozenset[str]) -> bool:
    """Whether a compound names something in its first part and is a noun in its last: "GDL-Chef", "Veltin-Aktie"."""
    head, hyphen, tail = token.text.rpartition("-")
    if not hyphen or tail in names or not tail[:1].isupper() or len(tail) < 3:
        return False
    return token.tag_ == "NN" or ACRONYM.fullmatch(head) is not None or head in names


def _is_name(token: Token, names: frozenset[str]) -> bool:
    text = token.text
    if text in names or (text.endswith("s") and text[:-1] in names):
        return True
    return "-" in text and any(part in names for part in text.split("-"))


def _mention(run: list[Token], language: str) -> Iterator[Mention]:
    while run and run[-1].lower_ in WITHIN_ENTITY:
        run = run[:-1]
    role = None
    while len(run) > 1 and (run[0].lower_ in TITLES or _is_role(run[0])):
        role = run[0].lower_
        run = run[1:]
    if not run or run[0].lower_ in TITLES:
        return
    if role is None and run[0].i and (before := run[0].nbor(-1)) and _is_role(before):
        role = before.lower_.rpartition("-")[2]
    words = tuple(_bare(token, language) for token in run if token.lower_ not in WITHIN_ENTITY)
    label = run[-1].ent_type_
    person = True if label == "PERSON" or (role in TITLES) else (False if label in ENTITIES else None)
    if words:
        yield Mention(Span(run[0].idx, run[-1].idx + len(run[-1])), words, role, person)


def _is_role(token: Token) -> bool:
    """Whether a noun right before a name says what it is: "Landrat Kersten", "SPD-Frau Lindner", "retailer Parcelo"."""
    if token.dep_ in {"compound", "appos", "nmod"} and token.tag_ == "NN":
        return True
    tail = token.text.rpartition("-")[2]
    return (
        token.tag_ in {"NN", "NE"}
        and tail[:1].isupper()
        and tail.isalpha()
        and (token.tag_ == "NN" or "-" in token.text)
    )


def _bare(token: Token, language: str) -> str:
    """The name word of a token: without genitive, and of a German compound such as "GDL-Chef" the part before the hyphen."""
    text = token.text
    head, hyphen, tail = text.rpartition("-")
    compound = language == "de" and hyphen and tail[:1].isupper() and tail.isalpha() and len(tail) > 2
    if compound and (token.tag_ == "NN" or (ACRONYM.fullmatch(head) and tail.istitle())):
        text = head
    return text.removesuffix("'s").removesuffix("’s")
