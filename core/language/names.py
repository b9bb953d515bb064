"""Names that mean the same get the same key, over all articles and across languages.

1. Mentions (``mentions``) and words of nations and currencies (``nations``) are found in every Doc.
2. Words spelled alike (``spelling``) are one word: Selenskyj, Zelensky.
3. A word that stands alone somewhere names by itself: Kersten is Uwe Kersten, Norvex is Norvex Semiconductor. Two
   people of one surname are told apart by their first names.
4. An acronym is its long form; "der Landrat" and "he" are who they were last (``coreference``), where only one can be meant.

Keys are plain strings: ``name:kersten``, ``nation:DE``, ``currency:EUR``.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from core.job import Job
from core.language import coreference, nations
from core.language.mentions import ACRONYM, Mention, mentions, name_words
from core.language.spelling import LONG, alike, skeleton
from core.model import Span

if TYPE_CHECKING:
    from spacy.tokens import Doc

SMALL = frozenset(
    ("und", "der", "die", "das", "des", "of", "the", "for", "and", "de", "la", "le", "du", "von", "für", "im", "in")
)
"""Words whose initial an acronym leaves out."""
GENERIC = frozenset(
    {"union", "council", "commission", "court", "house", "park", "street", "ministry", "government", "party", "north"}
    | {"south", "east", "west", "city", "state", "board", "bank", "club", "university", "committee", "office", "health"}
)
"""Words that many names have in common: alone they name nothing that a longer name could be."""


@dataclass(frozen=True, slots=True)
class Named:
    """A place of an article that names what ``key`` stands for; ``form`` is the name as written, empty for a pronoun."""

    span: Span
    key: str
    form: str = ""


class Names:
    """What is named where. ``keys`` is fast: two bisections and a slice."""

    def __init__(self, places: Mapping[str, list[Named]]) -> None:
        self._places = {
            article: sorted(found, key=lambda n: (n.span.start, n.span.end, n.key)) for article, found in places.items()
        }
        self._written = _commonest(n for found in self._places.values() for n in found)
        self._starts = {article: [n.span.start for n in found] for article, found in self._places.items()}

    def keys(self, article_id: str, span: Span) -> frozenset[str]:
        """The keys of the names that begin inside ``span``; empty for an unknown article."""
        starts = self._starts.get(article_id, [])
        first, last = bisect_left(starts, span.start), bisect_left(starts, span.end)
        return frozenset(n.key for n in self._places[article_id][first:last]) if last > first else frozenset()

    def places(self, article_id: str) -> tuple[Named, ...]:
        """All the places of an article that name something, in the order of its text."""
        return tuple(self._places.get(article_id, ()))

    def articles_with(self, key: str) -> int:
        """In how many articles something is named that ``key`` stands for."""
        return sum(any(n.key == key for n in found) for found in self._places.values())

    def written(self, key: str) -> str:
        """How the articles write what ``key`` stands for: the commonest form, for showing; empty if they do not."""
        return self._written.get(key, "")


def _commonest(named: Iterable[Named]) -> dict[str, str]:
    """The form in which each key is written most; of equally common ones the longest."""
    count = Counter((n.key, n.form) for n in named if n.form)
    best: dict[str, str] = {}
    for key, form in sorted(count, key=lambda pair: (count[pair], len(pair[1]), pair[1])):
        best[key] = form
    return best


def resolve(docs: Mapping[str, Doc], languages: Mapping[str, str], job: Job | None = None) -> Names:
    """The names of ``docs`` (by article id) in ``languages`` (by article id); the order of the articles does not matter. Raises
    Cancelled where ``job`` is cancelled."""
    order, job = sorted(docs), job or Job()
    german = name_words(docs[a] for a in order if languages[a] == "de")
    found = {}
    for article in order:
        job.check()
        found[article] = list(mentions(docs[article], languages[article], german))
    words = _same_words(w for a in order for m in found[a] for w in m.words)
    keys = _Keys(found, words)
    places: dict[str, list[Named]] = {}
    for article in order:
        job.check()
        # "Germany" is the nation and no name beside it; "Berlin" is the city and stands for the nation.
        named, countries = _nations(docs[article])
        for mention in found[article]:
            if mention.span.start not in countries or len(mention.words) > 1:
                named += [
                    Named(mention.span, key, " ".join(mention.words)) for key in sorted(keys.of(article, mention))
                ]
        places[article] = named + _long_forms(docs[article], keys)
    people = {a: [(m, keys.person(a, m)) for m in found[a]] for a in order}
    roles = {
        one: _roles(people[a] for a in order if languages[a] == one) for one in sorted({languages[a] for a in order})
    }
    for article in order:
        job.check()
        language = languages[article]
        resolved = coreference.resolve(docs[article], language, people[article], roles[language])
        places[article] += [Named(span, key) for span, key in resolved]
    return Names(places)


def _same_words(words: Iterable[str]) -> dict[str, str]:
    """For each word as written the skeleton that stands for it and all words spelled alike."""
    count: Counter[str] = Counter(words)
    weight: Counter[str] = Counter()
    for word, number in count.items():
        weight[skeleton(word)] += number
    # A German genitive is its nominative where that occurs: Zerchows is Zerchow.
    bare = {s: s[:-1] if s.endswith("s") and s[:-1] in weight else s for s in weight}
    chosen: dict[str, str] = {}
    # Different skeletons can only be alike where they are long and begin alike.
    before: dict[str, list[str]] = defaultdict(list)
    for one in sorted(set(bare.values()), key=lambda s: (-weight[s], s)):
        chosen[one] = one
        if len(one) >= LONG:
            chosen[one] = next((other for other in before[one[0]] if alike(one, other)), one)
            before[one[0]].append(chosen[one])
    return {word: chosen[bare[skeleton(word)]] for word in count}


class _Keys:
    """The key of each mention, by what all the mentions of the event show."""

    def __init__(self, found: Mapping[str, list[Mention]], words: dict[str, str]) -> None:
        self._words = words
        self._alone: set[str] = set()
        self._first: dict[str, set[str]] = defaultdict(set)
        self._votes: Counter[str] = Counter()
        self._latest: dict[str, list[tuple[int, str, str]]] = defaultdict(list)
        for article, some in found.items():
            for mention in some:
                self._learn(article, mention)
        self.acronyms = {words[w]: w for some in found.values() for m in some for w in m.words if ACRONYM.fullmatch(w)}

    def _learn(self, article: str, mention: Mention) -> None:
        own = self.words(mention)
        if len(own) == 1:
            if mention.words[0].lower() not in GENERIC:
                self._alone.add(own[0])
            return
        is_person = mention.person is True or (mention.person is None and mention.role is not None and len(own) == 2)
        self._votes[own[-1]] += 1 if is_person else -1
        self._first[own[-1]].add(own[0])
        self._latest[f"{article} {own[-1]}"].append((mention.span.start, own[0], own[-1]))

    def words(self, mention: Mention) -> list[str]:
        """The skeletons of the mention's words."""
        return [self._words[w] for w in mention.words if self._words[w]]

    def of(self, article: str, mention: Mention) -> set[str]:
        """The keys of a mention: of its words that name alone, else of the whole."""
        own = self.words(mention)
        if not own:
            return set()
        if person := self.person(article, mention):
            return {person}
        initials = "".join(w[0] for w in mention.words).lower()
        if len(own) > 1 and initials in self.acronyms:
            return {f"name:{initials}"}
        alone = {f"name:{w}" for w in own if w in self._alone}
        return alone or {"name:" + " ".join(own)}

    def person(self, article: str, mention: Mention) -> str | None:
        """The key of the person whom the mention names; None where it is nobody that is known as one."""
        own = self.words(mention)
        if not own or self._votes[own[-1]] <= 0:
            return None
        last = own[-1]
        if len(self._first[last]) < 2:
            return f"name:{last}"
        if len(own) > 1:
            return f"name:{own[0]} {last}"
        before = [entry for entry in self._latest[f"{article} {last}"] if entry[0] <= mention.span.start]
        return f"name:{before[-1][1]} {last}" if before else f"name:{last}"


def _nations(doc: Doc) -> tuple[list[Named], set[int]]:
    """Nations and currencies, the longest form first; the part before a hyphen counts ("US-Konzern").

    Also where the nations stand that are named themselves, not by their seat of government.
    """
    index, lengths = nations.index(), nations.lengths()
    found: list[Named] = []
    themselves: set[int] = set()
    texts = [t.text for t in doc]
    texts = [t.removesuffix("'s").removesuffix("’s") if t[-1:] == "s" else t for t in texts]
    after = 0
    heads = [(i, t if t in lengths or "-" not in t else t.partition("-")[0]) for i, t in enumerate(texts)]
    for i, head in [(i, head) for i, head in heads if head in lengths]:
        if i < after:
            continue
        size, place = 1, None
        for length in lengths[head]:
            if i + length > len(texts):
                continue
            place = index.get(" ".join(texts[i : i + length]) if length > 1 else head)
            if place:
                size = length
                break
        if place:
            end = doc[i + size - 1]
            span = Span(doc[i].idx, end.idx + len(end))
            kind = "nation" if place.kind == "seat" else place.kind
            found.append(
                Named(span, f"{kind}:{place.code}", "" if place.kind == "seat" else " ".join(texts[i : i + size]))
            )
            if place.kind == "nation":
                themselves.add(span.start)
        after = i + size
    return found, themselves


def _long_forms(doc: Doc, keys: _Keys) -> list[Named]:
    """Where an acronym of the event is written out: "Gewerkschaft Deutscher Lokomotivführer"."""
    known = {a for a in keys.acronyms if len(a) > 2}
    if not known:
        return []
    words = [
        (i, text) for i, text in enumerate([t.text for t in doc]) if text[:1].isalpha() and text.lower() not in SMALL
    ]
    initials = "".join(text[0].lower()[:1] if text[0].isupper() and len(text) > 2 else " " for _, text in words)
    found = []
    for acronym in sorted(known):
        at = initials.find(acronym)
        while at >= 0:
            run = words[at : at + len(acronym)]
            if all(b[0] - a[0] <= 2 for a, b in pairwise(run)):
                span = Span(doc[run[0][0]].idx, doc[run[-1][0]].idx + len(run[-1][1]))
                found.append(Named(span, f"name:{acronym}", acronym.upper()))
            at = initials.find(acronym, at + 1)
    return found


def _roles(people: Iterable[list[tuple[Mention, str | None]]]) -> dict[str, str]:
    """The roles that one person alone has, in the articles of one language: "landrat" → name:kersten."""
    held: dict[str, set[str]] = defaultdict(set)
    for some in people:
        for mention, key in some:
            if mention.role and key:
                held[mention.role].add(key)
    return {role: next(iter(keys)) for role, keys in held.items() if len(keys) == 1}
