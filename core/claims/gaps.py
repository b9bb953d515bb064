"""Where a sentence could be cut into claims, and what speaks for a cut there.

A *gap* lies between two words of a sentence, with whatever punctuation and bare "and" stands there. Every gap
gets features: strings that name what stands left and right of it. ``core.claims.cuts`` weighs them.

English features come from spaCy's dependency parse (the arcs that a cut would break), German ones from STTS tags and
clause topology (finite verbs, their place, what opens the clause: Drach 1937, *Grundgedanken der deutschen Satzlehre*).
"""

from __future__ import annotations

from functools import cache
from itertools import accumulate
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Doc, Token

    from core.claims.frames import Frame

MARKS = frozenset({",", ";", ":", "–", "—", "-", "--", "(", ")", "…", "...", "?", "!", ".", "/"})
QUOTES = frozenset("\"'„“”‚‘’»«›‹") | {"``", "''"}


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


JOINERS = {"de": _set("und aber oder doch sondern sowie denn"), "en": _set("and but or yet so")}
"""Conjunctions that belong to neither piece where they stand between two claims."""
OPENERS = {
    "de": _set(
        "dass daß weil obwohl während nachdem bevor wenn falls ob damit sodass indem sobald solange seit bis wie als wobei "
        "wodurch womit woraufhin weshalb wo was wer der die das dem den denen deren dessen welche welcher welches um ohne "
        "statt anstatt darunter davon nach laut trotz wegen mit unter bei so zu zumal sofern jedoch"
    ),
    "en": _set(
        "that which who whom whose where when while as after before because since if unless until although though to with "
        "without including despite amid following saying adding according for in from by of whether what how than like about "
        "not just only even then"
    ),
}
"""Words that may open a clause or phrase; a gap stands before each of them, and before any relative or subordinator."""
LETTERS = 3
"""Fewer letters and digits than these are no claim, nor the content of one."""
SURELY = 12
"""Characters of a text that are asked first: nearly all have letters enough among them."""
BETWEEN = MARKS | QUOTES
CLOSING = QUOTES | {")", "?", "!", "…", "..."}
OPENING = QUOTES | {"("}
QUOTING = frozenset('"„“”»«')
"""Quotation marks of whole sentences."""
OPENING_TAGS = _set("KOUS KOUI PRELS PRELAT PWS PWAV WDT WP WP$ WRB VBG VBN IN TO APPR APPRART")
OPENING_ARCS = _set("mark relcl acl appos")
FINITE_EN = frozenset({"VBD", "VBZ", "VBP", "MD"})


class Gap(NamedTuple):
    """A place to cut: the left piece ends before word ``left``, the right one begins with word ``right``."""

    left: int
    right: int


def sentences_of(doc: Doc) -> Iterator[list[Token]]:
    """The tokens of each sentence of ``doc``."""
    tokens = list(doc)
    for sentence in doc.sents:
        yield tokens[sentence.start : sentence.end]


def has_letters(text: str) -> bool:
    """Whether there are letters and digits enough in ``text`` for a claim."""
    return sum(map(str.isalnum, text[:SURELY])) >= LETTERS or sum(map(str.isalnum, text)) >= LETTERS


def words_of(sentence: list[Token]) -> list[Token]:
    """The tokens of a sentence that are not white space."""
    return [t for t in sentence if not t.is_space]


def tag_of(token: Token) -> str:
    """The token's tag, alike for HanTa ("VV(FIN)") and trained German pipelines ("VVFIN")."""
    return _plain(token.tag_)


@cache
def _plain(tag: str) -> str:
    return tag.replace("(", "").replace(")", "") if len(tag) > 2 else tag


@cache
def _is_finite(tag: str) -> bool:
    return tag in FINITE_EN or (tag[:2] in {"VV", "VA", "VM"} and _plain(tag).endswith(("FIN", "IMP")))


def is_finite(token: Token) -> bool:
    """Whether the token is a finite verb, by its English or German tag."""
    return _is_finite(token.tag_)


class _Tags(dict[str, tuple[str, bool]]):
    """For each tag how it is alike in all pipelines, and whether it is a finite verb's."""

    def __missing__(self, tag: str) -> tuple[str, bool]:
        self[tag] = found = (_plain(tag), _is_finite(tag))
        return found


_TAGS = _Tags()


class Arc(NamedTuple):
    """A word that hangs on another one of its sentence, and the numbers of both in the text."""

    at: int
    head: int
    dep: str
    word: Token


def _arcs(words: list[Token]) -> Iterator[Arc]:
    low, high = words[0].i, words[-1].i
    for word in words:
        head, dep = word.head.i, word.dep_
        if low <= head <= high and head != word.i and dep not in {"punct", "cc"}:
            yield Arc(word.i, head, dep, word)


class Sentence(NamedTuple):
    """The words of a sentence and what is asked of them at every gap, read once. ``finite`` to ``quotes`` count up to each
    word how many before it are finite verbs, figures, proper names and quotation marks; ``arcs`` are the English parse."""

    words: list[Token]
    text: list[str]
    lower: list[str]
    tag: list[str]
    is_finite: list[bool]
    finite: list[int]
    figures: list[int]
    names: list[int]
    quotes: list[int]
    arcs: list[Arc]

    @classmethod
    def of(cls, words: list[Token], language: str) -> Sentence:
        """The sentence of ``words``, without white space."""
        tags = [_TAGS[w.tag_] for w in words]
        finite, text = [is_finite for _, is_finite in tags], [w.text for w in words]
        return cls(
            words,
            text,
            [w.lower_ for w in words],
            [plain for plain, _ in tags],
            finite,
            _counted(finite),
            _counted([w.like_num for w in words]),
            _counted([w.pos_ == "PROPN" for w in words]),
            _counted([t in QUOTING for t in text]),
            list(_arcs(words)) if words and language == "en" else [],
        )


def _counted(hits: list[bool]) -> list[int]:
    return list(accumulate(hits, initial=0))


def gaps(sentence: Sentence, language: str) -> list[Gap]:
    """The places where this sentence could be cut, from left to right."""
    openers = OPENERS.get(language, frozenset())
    is_glue, count = _glue(sentence, JOINERS.get(language, frozenset())), len(sentence.words)
    found = []
    i = 1
    while i < count:
        if is_glue[i]:
            end = is_glue.index(False, i)
            if end == count:
                break
            left, right = _give_back_quotes(sentence.words, i, end)
            if 0 < left <= right < count:
                found.append(Gap(left, right))
            i = end + 1
            continue
        if sentence.lower[i] in openers or sentence.tag[i] in OPENING_TAGS or sentence.words[i].dep_ in OPENING_ARCS:
            found.append(Gap(i, i))
        i += 1
    return found


def _glue(sentence: Sentence, joiners: frozenset[str]) -> list[bool]:
    """Whether each word may stand between two claims; one more, that does not, ends the list."""
    text, words = sentence.text, sentence.words
    found = [t in BETWEEN or low in joiners for t, low in zip(text, sentence.lower, strict=True)]
    for i, one in enumerate(text):
        # A hyphen or stroke inside a word ("20-mile", "km/h") cuts nothing.
        if one in {"-", "/", "–"} and i and not words[i - 1].whitespace_ and not words[i].whitespace_:
            found[i] = False
    return [*found, False]


def _give_back_quotes(words: list[Token], start: int, end: int) -> tuple[int, int]:
    """Closing quotation marks and brackets stay with the left piece, opening ones go with the right piece."""
    left, right = start, end
    for i in range(start, end):
        if words[i].text in CLOSING and not words[i - 1].whitespace_:
            left = i + 1
    while right > left and words[right - 1].text in OPENING and not words[right - 1].whitespace_:
        right -= 1
    return left, right


def features(
    sentence: Sentence, places: list[Gap], k: int, language: str, headline: bool, frames: list[Frame]
) -> list[str]:
    """What speaks for or against a cut at ``places[k]``; each feature is a string, present or not.

    ``frames`` are the sentence's frames of reporting: their words rarely stand alone.
    """
    gap, words, finite = places[k], sentence.words, sentence.finite
    start, end = places[k - 1].right if k else 0, places[k + 1].left if k + 1 < len(places) else len(words)
    between = range(gap.left, gap.right)
    glue = "".join(sentence.lower[i] if sentence.text[i] not in QUOTES else '"' for i in between) or "_"
    first = sentence.lower[gap.right]
    opener = first if first in OPENERS[language] or words[gap.right].is_stop else "*"
    tag, last_tag = sentence.tag[gap.right], sentence.tag[gap.left - 1]
    sides = f"{min(2, finite[gap.left])}{min(2, finite[-1] - finite[gap.right])}"
    near = f"{min(2, finite[gap.left] - finite[start])}{min(2, finite[end] - finite[gap.right])}"
    left, right = gap.left, len(words) - gap.right
    size_left, size_right, small = _size(left), _size(right), _size(min(left, right))
    quoted = sentence.quotes[gap.left] % 2 == 1
    glued, opened = f"{language} glue={glue}", f"{language} open={opener}"
    base = [
        glued,
        f"{glued} open={opener}",
        opened,
        f"{language} tag={tag}",
        f"{glued} tag={tag}",
        f"{language} last={last_tag}",
        f"{language} tags={last_tag} {tag}",
        f"{language} sides={sides}",
        f"{language} near={near}",
        f"{glued} sides={sides}",
        f"{glued} near={near}",
        f"{glued} tag={tag} sides={sides}",
        f"{opened} sides={sides}",
        f"{language} left={size_left}",
        f"{language} right={size_right}",
        f"{language} before={_size(gap.left - start)}",
        f"{language} after={_size(end - gap.right)}",
        f"{glued} left={size_left} right={size_right}",
        f"{language} small={small}",
        f"{language} small={small} sides={sides}",
        f"{language} figures={_sides(sentence.figures, gap)}",
        f"{language} names={_sides(sentence.names, gap)}",
        f"{language} quoted={quoted}",
        f"{language} quoted={quoted} glue={glue}",
    ]
    more = _framed(gap, frames, glue)
    if headline:
        more += ["headline", f"headline glue={glue}", f"headline open={opener}"]
    more += _english(sentence, gap, glue) if language == "en" else _german(sentence, gap, start, end, glue)
    return base + [f"{language} {name}" for name in more]


def _sides(counted: list[int], gap: Gap) -> str:
    """Whether there is one left and right of the gap."""
    return f"{int(counted[gap.left] > 0)}{int(counted[-1] > counted[gap.right])}"


def _framed(gap: Gap, frames: list[Frame], glue: str) -> list[str]:
    """How the gap lies to the words that report: between them and what is reported, inside them, or inside that."""
    found = []
    for frame in frames:
        start, end = frame.words
        kind = "phrase" if frame.verb in {"laut", "nach", "zufolge", "according to", "demnach", "gemäß"} else "verb"
        if gap.left <= start <= gap.right:
            found += [f"frame={kind} begins", f"frame={kind} begins size={_size(end - start)} glue={glue}"]
        elif gap.left <= end <= gap.right or (end - gap.right == 1 and gap.right < end):
            found += [f"frame={kind} ends", f"frame={kind} ends size={_size(end - start)} glue={glue}"]
        elif start < gap.left and gap.right < end:
            found += [f"frame={kind} inside", f"frame={kind} inside glue={glue}"]
        elif any(a <= gap.left and gap.right < b for a, b in frame.scope):
            found += [f"frame={kind} reported", f"frame={kind} reported glue={glue}"]
    return found


def _english(sentence: Sentence, gap: Gap, glue: str) -> list[str]:
    """The arcs that a cut would break."""
    edge = sentence.words[gap.right].i
    crossing = [arc for arc in sentence.arcs if (arc.at < edge) != (arc.head < edge)]
    found = [f"arcs={min(len(crossing), 4)}"]
    for arc in crossing:
        shape = f"{arc.dep}{'R' if arc.at >= edge else 'L'}"
        found += [f"arc={shape}", f"arc={shape} glue={glue}"]
        found += [f"arc={shape} {told}" for told in _told(arc.word, arc.dep)]
    if len(crossing) == 1:
        found.append(f"only={crossing[0].dep} {'R' if crossing[0].at >= edge else 'L'} glue={glue}")
    return found


def _told(word: Token, dep: str) -> Iterator[str]:
    """What is told of a word where a cut breaks its arc."""
    head, children = word.head, list(word.children)
    subject = any(c.dep_ in {"nsubj", "nsubjpass", "expl"} for c in children)
    yield f"head={head.pos_} own={word.pos_} subject={subject}"
    yield f"finite={is_finite(word) or any(c.dep_ in {'aux', 'auxpass'} and is_finite(c) for c in children)}"
    if dep in {"ccomp", "xcomp", "advcl"}:
        yield f"of={head.lemma_}"
        yield from (f"marked={c.lower_}" for c in children if c.dep_ == "mark")
    if dep == "prep":
        yield f"word={word.lower_}"


def _german(sentence: Sentence, gap: Gap, start: int, end: int, glue: str) -> list[str]:
    """Clause topology: where the finite verb stands on either side, and what opens the right piece."""
    before, after = (start, gap.left), (gap.right, end)
    place = _verb_place(sentence, *after)
    order = f"{_verb_place(sentence, *before)}|{place}"
    opens = f"{_opener(sentence, *before)}|{_opener(sentence, *after)}"
    first, last = sentence.words[gap.right], sentence.is_finite[gap.left - 1]
    tag = sentence.tag[gap.right]
    found = [
        f"order={order}",
        f"order={order} glue={glue}",
        f"place={_verb_place(sentence, gap.right, len(sentence.words))} glue={glue}",
        f"first={tag} order={order}",
        f"lastfinite={last} glue={glue} place={place}",
        f"opener={opens} glue={glue}",
        f"opener={opens} order={order}",
    ]
    found += [
        f"verb={sentence.words[i].lemma_.lower()} glue={glue} {side}"
        for side, piece in (("L", before), ("R", after))
        for i in range(*piece)
        if sentence.is_finite[i]
    ]
    if any(t in {"VVIZU", "PTKZU"} for t in sentence.tag[gap.right : end]):
        found += ["zu", f"zu glue={glue} open={first.lower_}"]
    if tag.startswith("APPR"):
        found.append(f"prep={first.lower_} glue={glue}")
    return found


def _verb_place(sentence: Sentence, start: int, end: int) -> str:
    """none, first, second (anything after the first word), or last: the finite verb's place in its piece."""
    if sentence.finite[start] == sentence.finite[end]:
        return "participle" if any(t in {"VVPP", "VAPP"} for t in sentence.tag[start:end]) else "none"
    if sentence.is_finite[start]:
        return "first"
    last = next(i for i in range(end - 1, start - 1, -1) if sentence.is_finite[i])
    if end - start > 2 and all(t in MARKS or t in QUOTES for t in sentence.text[last + 1 : end]):
        return "last"
    return "mid"


def _opener(sentence: Sentence, start: int, end: int) -> str:
    tag = sentence.tag[start] if start < end else "-"
    return tag if tag in {"KOUS", "KOUI", "PRELS", "PRELAT", "PWAV", "PWS", "PPER", "PDS", "KOKOM", "KON"} else "x"


SIZES = tuple(next((str(size) for size in (1, 2, 3, 4, 6, 8, 12, 18) if n <= size), "more") for n in range(20))


def _size(count: int) -> str:
    return SIZES[count] if count < len(SIZES) else SIZES[-1]


def headline_end(text: str) -> int:
    """The offset where the first line ends: the headline."""
    end = text.find("\n")
    return len(text) if end < 0 else end
