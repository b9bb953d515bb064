"""What tells two wordings of a claim apart without any cue: names, judging words, hedges, figures, sources, words.

Each function takes a ``Side`` before and a ``Side`` after and yields ``Difference``s. Across languages the families of the
lexicons are what both sides have in common: "president" and "Machthaberin" are two names of one family.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache
from typing import TYPE_CHECKING

from core.language import lexicons
from core.language.lexicons import Entry
from core.lineage.model import Difference
from core.lineage.witness import QUOTATION, figures_in
from core.model import Article, Claim, Span

if TYPE_CHECKING:
    from core.language.figures import Figure

_WORD = re.compile(r"\w+(?:-\w+)*")
_ENDINGS = {
    "de": ("innen", "erin", "in", "ern", "em", "en", "er", "es", "e", "n", "s", "ten", "te", "t"),
    "en": ("ing", "ed", "es", "s", "d"),
}
_SHORTEST = 4
"""Letters that a word keeps when an ending is taken off."""
_OPEN = 0.5
"""Place on the lexicon's scale up to which a word leaves a statement open; plain statements stand at 0.8."""
_HEDGING = frozenset({"adverb", "verb"})
"""Groups of the lexicon of hedges whose words leave a claim open wherever they stand; nouns ("suspicion") also name what is
the matter, and most modal verbs as often permit or command."""
_OPEN_MODALS = frozenset({"könnte", "könnten", "dürfte", "dürften", "might"})
_NO_HEDGE = frozenset(
    {
        "whether",
        "ob",
        "almost",
        "nearly",
        "fast",
        "beinahe",
        "bislang",
        "bisher",
        "derzeit",
        "largely",
        "partly",
        "generally",
    }
)
"""Words of those groups that as often say how much or until when."""
_FAR = 10.0
"""Figures of which one is more than so many times the other are not of the same thing."""
_COMMON = frozenset(
    {
        "child",
        "children",
        "kind",
        "kinder",
        "chief",
        "chiefs",
        "star",
        "officer",
        "officers",
        "bürger",
        "citizen",
        "citizens",
    }
    | {"official", "officials", "kollege", "kollegin", "maßnahme", "maßnahmen", "führung", "lager", "camp", "gegner"}
)
"""Names that judge beside another name of their language, and translate a plain one of another."""
_SHORT = 3
"""Words that a stretch has at most which is a name."""
_HARD = frozenset({"violence", "war_people", "evaluation_negative", "emotion", "crime_words", "speech_attack"})
"""Groups of the lexicon whose words judge wherever they stand; those of the others are too often plain words."""
_NEAR_ENOUGH = 80
"""rapidfuzz ratio from which on two surnames are one, across spellings."""
_ABOUT = 75
"""And from which on two words of two languages are one: police, Polizei."""
_ALIKE = 0.4
"""Share of common words from which on the differing ones are worth showing."""
_PRONOUNS = frozenset(
    {"er", "sie", "es", "man", "he", "she", "they", "it", "we", "wir", "der", "die", "das", "dieser", "diese", "ihm"}
)


@dataclass(frozen=True)
class Side:
    """The claims of one article in a strand, in the order of its text."""

    article: Article
    claims: tuple[Claim, ...]

    @property
    def spans(self) -> tuple[Span, ...]:
        """The claims' places."""
        return tuple(c.span for c in self.claims)

    @property
    def text(self) -> str:
        """The claims' words."""
        return " ".join(s.of(self.article.text) for s in self.spans)

    def words(self) -> Iterator[tuple[str, Span]]:
        """The words and their places."""
        for span in self.spans:
            for match in _WORD.finditer(self.article.text, span.start, span.end):
                yield match[0], Span(*match.span())

    def holds(self, span: Span) -> bool:
        """Whether ``span`` lies on one of the claims."""
        return any(s.overlap(span) for s in self.spans)

    def says(self, words: str) -> bool:
        """Whether the claims have ``words``, whatever their endings."""
        stem = words.casefold()[: max(_SHORTEST, len(words) - 2)]
        return stem in self.text.casefold()


def same_words(before: Side, after: Side) -> bool:
    """Whether both sides have the same words in the same order; punctuation and case aside."""
    return [w.casefold() for w, _ in before.words()] == [w.casefold() for w, _ in after.words()]


def relabelled(before: Side, after: Side) -> Iterator[Difference]:
    """A judging name on the one side where the other has a plain name of the same family; within a language also a judging
    name in whose place the other side has another, or words that the lexicon does not know."""
    old, new = _named(before, "label"), _named(after, "label")
    found: list[Difference] = []
    for family in sorted(old.keys() & new.keys()):
        sides = ({e.side for _, _, e in old[family]}, {e.side for _, _, e in new[family]})
        if sides[0] == sides[1] or not any("loaded" in s for s in sides):
            continue
        across = before.article.language != after.article.language
        if across and any(w.casefold() in _COMMON for w, _, e in (*old[family], *new[family]) if e.side == "loaded"):
            continue
        if any(d.after == _weightiest(new[family]) for d in found):
            continue
        if before.article.language == after.article.language and any(after.says(w) for w, _, _ in old[family]):
            continue
        found.append(Difference("relabelled", _weightiest(old[family]), _weightiest(new[family])))
    for there, here in _replaced(before, after):
        names = [_judging_name(old, there), _judging_name(new, here)]
        if any(names) and max(_count(before, there), _count(after, here)) <= _SHORT:
            known = any(d.after and d.after.overlap(here) for d in found)
            found += [] if known else [Difference("relabelled", names[0] or there, names[1] or here)]
    title = _put_before_name(new, after, before)
    if title and not any(d.after and d.after.overlap(title) for d in found):
        found.append(Difference("relabelled", None, title))
    yield from found


def heated(before: Side, after: Side) -> Iterator[Difference]:
    """A judging word on one side: in the place of a plain word of the same group, or one that judges hard where the other
    side judges nothing."""
    old, new = _named(before, "loaded"), _named(after, "loaded")
    turned = [(b, a) for a, b in _replaced(before, after)]
    if found := _judging(new, old, _replaced(before, after)):
        yield Difference("heated", found[1], found[0])
    if found := _judging(old, new, turned):
        yield Difference("softened", found[0], found[1])


def hedged(before: Side, after: Side) -> Iterator[Difference]:
    """A word that leaves the claim open on one side only."""
    if (new := _hedge(after)) and not _leaves_open(before):
        yield Difference("hedged", None, new)
    elif (old := _hedge(before)) and not _leaves_open(after):
        yield Difference("hardened", old, None)


def figures_changed(before: Side, after: Side) -> Iterator[Difference]:
    """Figures of one kind and unit that cannot both be true, each taken once."""
    from core.language.figures import agree

    old, new = _figures(before), _figures(after)
    loose = [f for f in old if not any(agree(f, g) for g in new)]
    for figure in new:
        if any(agree(figure, g) for g in old):
            continue
        against = next((g for g in loose if agree(figure, g) is False and _comparable(figure, g)), None)
        if against is not None:
            loose.remove(against)
            yield Difference("figure_changed", against.span, figure.span)


def sources_changed(before: Side, after: Side) -> Iterator[Difference]:
    """The source of the claim is dropped, put in, or another person's name."""
    old = _attributed(before)
    # That the copy names its source is a credit, not a source of the claim.
    new = [c for c in _attributed(after) if not _names_outlet(c, before.article)]
    if old and not new and not _still_named(old, after):
        yield Difference("source_dropped", _place(old[0]), None)
    elif new and not old and not _still_named(new, before):
        yield Difference("source_added", None, _place(new[0]))
    elif old and new and (spans := _other_speaker(before, after, old, new)):
        yield Difference("source_changed", *spans)


def reworded(before: Side, after: Side) -> Iterator[Difference]:
    """The stretches of words that differ, within a language, where enough is common to make them readable."""
    if before.article.language != after.article.language:
        return
    old, new = list(before.words()), list(after.words())
    matcher = SequenceMatcher(None, [w.casefold() for w, _ in old], [w.casefold() for w, _ in new], autojunk=False)
    if matcher.ratio() < _ALIKE:
        return
    for what, a, b, c, d in matcher.get_opcodes():
        if what != "equal":
            yield Difference("reworded", _stretch(before, old[a:b]), _stretch(after, new[c:d]))


def _stretch(side: Side, words: list[tuple[str, Span]]) -> Span | None:
    """From the first of the words to the last that stands in the same claim."""
    if not words:
        return None
    first = words[0][1]
    claim = next(s for s in side.spans if s.overlap(first))
    return Span(first.start, max(s.end for _, s in words if s.end <= claim.end))


@lru_cache(maxsize=20_000)
def _entries(name: str, language: str, word: str) -> tuple[Entry, ...]:
    lexicon = lexicons.load(name, language)
    return lexicon.of_word(word, *_base_forms(word, language))


def _base_forms(word: str, language: str) -> Iterator[str]:
    """What ``word`` may be a form of: less an ending, and German verbs' infinitives. No parse is at hand here."""
    lower = word.lower()
    for ending in _ENDINGS.get(language, ()):
        stem = lower.removesuffix(ending)
        if stem != lower and len(stem) >= _SHORTEST:
            yield stem
            yield stem + ("en" if language == "de" else "e")


def _named(side: Side, lexicon: str) -> dict[str, list[tuple[str, Span, Entry]]]:
    """The words of the side that the lexicon has, by their groups; what somebody is quoted as saying is not the article's
    wording."""
    found: dict[str, list[tuple[str, Span, Entry]]] = {}
    quoted = _quoted(side.article)
    for word, span in side.words():
        if any(q.overlap(span) for q in quoted):
            continue
        for entry in _entries(lexicon, side.article.language, word):
            found.setdefault(entry.group, []).append((word, span, entry))
    return found


@lru_cache(maxsize=16)
def _quoted(article: Article) -> tuple[Span, ...]:
    """The quotations of more than a few words: shorter ones keep a distance, or name."""
    found = (Span(*m.span()) for m in QUOTATION.finditer(article.text))
    return tuple(s for s in found if len(s.of(article.text).split()) > _SHORT)


def _weightiest(named: list[tuple[str, Span, Entry]]) -> Span:
    """The first judging name, else the first."""
    return next((span for _, span, entry in named if entry.side == "loaded"), named[0][1])


def _judging(
    own: dict[str, list[tuple[str, Span, Entry]]],
    other: dict[str, list[tuple[str, Span, Entry]]],
    replaced: list[tuple[Span, Span]],
) -> tuple[Span, Span | None] | None:
    """The first word that judges where the other side does not, and what stands there in its place."""
    bare = not any(e.side == "loaded" for group in _HARD for _, _, e in other.get(group, ()))
    for group, named in own.items():
        plain = [span for _, span, e in other.get(group, ()) if e.side == "plain"]
        for _, span, entry in named:
            if entry.side != "loaded":
                continue
            place = next((there for there, here in replaced if here.overlap(span)), None)
            instead = place is not None and any(place.overlap(p) for p in plain)
            hard = group in _HARD and "*" not in entry.words[0] and len(entry.words[0]) > _SHORTEST
            if instead or (bare and hard):
                return span, place
    return None


def _replaced(before: Side, after: Side) -> list[tuple[Span, Span]]:
    """The stretches that stand in each other's place."""
    return [(d.before, d.after) for d in reworded(before, after) if d.before and d.after]


def _hedge(side: Side) -> Span | None:
    for word, span in side.words():
        lower = word.casefold()
        if side.article.language == "de" and word != lower:
            continue
        entries = [e for e in _entries("hedges", side.article.language, word) if e.group in _HEDGING]
        weak = lower not in _NO_HEDGE and any(float(e.side) <= _OPEN for e in entries)
        if weak or lower in _OPEN_MODALS:
            return span
    return None


def _leaves_open(side: Side) -> bool:
    """Whether any word of the side could be one that leaves the claim open, however it is meant."""
    words = (e for word, _ in side.words() for e in _entries("hedges", side.article.language, word))
    return any(float(e.side) <= _OPEN for e in words)


def _names_outlet(claim: Claim, article: Article) -> bool:
    from core.lineage.credits import same_outlet

    told = claim.attribution
    return told is not None and told.speaker is not None and same_outlet(told.speaker, article)


def _judging_name(named: dict[str, list[tuple[str, Span, Entry]]], within: Span) -> Span | None:
    return next((s for own in named.values() for _, s, e in own if e.side == "loaded" and within.overlap(s)), None)


def _put_before_name(named: dict[str, list[tuple[str, Span, Entry]]], own: Side, other: Side) -> Span | None:
    """A judging name that stands right before somebody's name, whom the other side names too, without such a one."""
    theirs = {word for word, _ in other.words()}
    words = list(own.words())
    for family in named.values():
        for _, span, entry in family:
            after = [w for w, s in words if s.start > span.start][:2]
            if (
                entry.side == "loaded"
                and any(w[:1].isupper() and w in theirs for w in after)
                and not other.says(span.of(own.article.text))
            ):
                return span
    return None


def _count(side: Side, within: Span) -> int:
    return sum(1 for _, span in side.words() if within.overlap(span))


def _comparable(a: Figure, b: Figure) -> bool:
    """Whether two figures may be of the same thing."""
    low, high = sorted((abs(a.value), abs(b.value)))
    return a.kind in {"date", "time"} or high <= _FAR * max(low, 1.0)


def _figures(side: Side) -> list[Figure]:
    return [f for f in figures_in(side.article.text, side.article.language) if side.holds(f.span)]


def _attributed(side: Side) -> list[Claim]:
    return [c for c in side.claims if c.attribution is not None]


def _other_speaker(
    before: Side, after: Side, old: list[Claim], new: list[Claim]
) -> tuple[Span | None, Span | None] | None:
    """The attributions' places where both sides name people of whom the other side knows nothing."""
    from rapidfuzz import fuzz

    names = [[(c, n) for c in claims if (n := _surname(c))] for claims in (old, new)]
    if not all(names) or any(fuzz.ratio(a, b) >= _NEAR_ENOUGH for _, a in names[0] for _, b in names[1]):
        return None
    if any(after.says(n) for _, n in names[0]) or any(before.says(n) for _, n in names[1]):
        return None
    return _place(names[0][0][0]), _place(names[1][0][0])


def _still_named(claims: list[Claim], other: Side) -> bool:
    """Whether the other side names the source nevertheless, where no reporting verb was seen."""
    from rapidfuzz import fuzz

    speakers = " ".join(c.attribution.speaker or "" for c in claims if c.attribution)
    names = [w.casefold() for w in _WORD.findall(speakers) if len(w) >= _SHORTEST and w.casefold() not in _PRONOUNS]
    return any(fuzz.ratio(name, word.casefold()) >= _ABOUT for name in names for word, _ in other.words())


def _place(claim: Claim) -> Span | None:
    """Where the claim is attributed."""
    return claim.attribution.span if claim.attribution else None


def _surname(claim: Claim) -> str:
    """The last word of a named speaker; empty for pronouns, and for offices, which other languages call otherwise."""
    told = claim.attribution
    if told is None or not told.named or not told.speaker:
        return ""
    words = told.speaker.split()
    last = words[-1].strip(".,:;'’\"")
    people = len(words) > 1 or last[:1].isupper()
    return last.casefold() if people and last[:1].isupper() and last.casefold() not in _PRONOUNS else ""
