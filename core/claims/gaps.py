"""Where a sentence could be cut into claims, and what speaks for a cut there.

A *gap* lies between two words of a sentence, with whatever punctuation and bare "and" stands there. Every gap
gets features: strings that name what stands left and right of it. ``core.claims.cuts`` weighs them.

English features come from spaCy's dependency parse (the arcs that a cut would break), German ones from STTS tags and
clause topology (finite verbs, their place, what opens the clause: Drach 1937, *Grundgedanken der deutschen Satzlehre*).
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Token

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
FINITE_EN = frozenset({"VBD", "VBZ", "VBP", "MD"})


@dataclass(frozen=True, slots=True)
class Gap:
    """A place to cut: the left piece ends before word ``left``, the right one begins with word ``right``."""

    left: int
    right: int


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


def gaps(words: list[Token], language: str) -> list[Gap]:
    """The places where this sentence could be cut, from left to right."""
    joiners = JOINERS.get(language, frozenset())
    openers = OPENERS.get(language, frozenset())
    found = []
    i = 1
    while i < len(words):
        end = i
        while end < len(words) and _is_glue(words, end, joiners):
            end += 1
        if end == len(words):
            break
        if end > i:
            left, right = _give_back_quotes(words, i, end)
            if 0 < left <= right < len(words):
                found.append(Gap(left, right))
            i = end + 1
            continue
        if words[i].lower_ in openers or _opens_clause(words[i]):
            found.append(Gap(i, i))
        i += 1
    return found


def _is_glue(words: list[Token], i: int, joiners: frozenset[str]) -> bool:
    word = words[i]
    if word.text in MARKS:
        # A hyphen or stroke inside a word ("20-mile", "km/h") cuts nothing.
        return not (word.text in {"-", "/", "–"} and not words[i - 1].whitespace_ and not word.whitespace_)
    return word.text in QUOTES or word.lower_ in joiners


def _give_back_quotes(words: list[Token], start: int, end: int) -> tuple[int, int]:
    """Closing quotation marks and brackets stay with the left piece, opening ones go with the right piece."""
    left, right = start, end
    for i in range(start, end):
        if (words[i].text in QUOTES or words[i].text in {")", "?", "!", "…", "..."}) and not words[i - 1].whitespace_:
            left = i + 1
    while right > left and words[right - 1].text in QUOTES | {"("} and not words[right - 1].whitespace_:
        right -= 1
    return left, right


def _opens_clause(word: Token) -> bool:
    tag = tag_of(word)
    if tag in {"KOUS", "KOUI", "PRELS", "PRELAT", "PWS", "PWAV", "WDT", "WP", "WP$", "WRB", "VBG", "VBN"}:
        return True
    return word.dep_ in {"mark", "relcl", "acl", "appos"} or tag in {"IN", "TO", "APPR", "APPRART"}


def features(
    words: list[Token], places: list[Gap], k: int, language: str, headline: bool, frames: list[Frame]
) -> list[str]:
    """What speaks for or against a cut at ``places[k]``; each feature is a string, present or not.

    ``frames`` are the sentence's frames of reporting: their words rarely stand alone.
    """
    gap = places[k]
    start, end = places[k - 1].right if k else 0, places[k + 1].left if k + 1 < len(places) else len(words)
    before, after = words[start : gap.left], words[gap.right : end]
    left, right = words[: gap.left], words[gap.right :]
    glue = "".join(w.lower_ if w.text not in QUOTES else '"' for w in words[gap.left : gap.right]) or "_"
    first, last = words[gap.right], words[gap.left - 1]
    opener = first.lower_ if first.lower_ in OPENERS[language] or first.is_stop else "*"
    tag, last_tag = tag_of(first), tag_of(last)
    finite = [is_finite(w) for w in words]
    sides = f"{min(2, sum(finite[: gap.left]))}{min(2, sum(finite[gap.right :]))}"
    near = f"{min(2, sum(finite[start : gap.left]))}{min(2, sum(finite[gap.right : end]))}"
    size_left, size_right = _size(len(left)), _size(len(right))
    small, quoted = _size(min(len(left), len(right))), _inside_quotes(left)
    base = [
        f"glue={glue}",
        f"glue={glue} open={opener}",
        f"open={opener}",
        f"tag={tag}",
        f"glue={glue} tag={tag}",
        f"last={last_tag}",
        f"tags={last_tag} {tag}",
        f"sides={sides}",
        f"near={near}",
        f"glue={glue} sides={sides}",
        f"glue={glue} near={near}",
        f"glue={glue} tag={tag} sides={sides}",
        f"open={opener} sides={sides}",
        f"left={size_left}",
        f"right={size_right}",
        f"before={_size(len(before))}",
        f"after={_size(len(after))}",
        f"glue={glue} left={size_left} right={size_right}",
        f"small={small}",
        f"small={small} sides={sides}",
        f"figures={_figures(left)}{_figures(right)}",
        f"names={_names(left)}{_names(right)}",
        f"quoted={quoted}",
        f"quoted={quoted} glue={glue}",
    ]
    base += _framed(gap, frames, glue)
    if headline:
        base += ["headline", f"headline glue={glue}", f"headline open={opener}"]
    if language == "en":
        base += _english(words, gap, glue)
    else:
        base += _german(words, gap, before, after, glue)
    return [f"{language} {name}" for name in base]


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


def _english(words: list[Token], gap: Gap, glue: str) -> list[str]:
    """The arcs that a cut would break."""
    edge = words[gap.right].i
    lo, hi = words[0].i, words[-1].i
    crossing = []
    for word in words:
        if word.dep_ in {"punct", "cc"} or word.head.i == word.i or not lo <= word.head.i <= hi:
            continue
        if (word.i < edge) != (word.head.i < edge):
            crossing.append(word)
    found = [f"arcs={min(len(crossing), 4)}"]
    for word in crossing:
        way = "R" if word.i >= edge else "L"
        subject = any(c.dep_ in {"nsubj", "nsubjpass", "expl"} for c in word.children)
        shape = f"{word.dep_}{way}"
        found += [
            f"arc={shape}",
            f"arc={shape} head={word.head.pos_} own={word.pos_} subject={subject}",
            f"arc={shape} finite={_is_finite_clause(word)}",
            f"arc={shape} glue={glue}",
        ]
        if word.dep_ in {"ccomp", "xcomp", "advcl"}:
            found.append(f"arc={shape} of={word.head.lemma_}")
            found += [f"arc={shape} marked={c.lower_}" for c in word.children if c.dep_ == "mark"]
        if word.dep_ == "prep":
            found.append(f"arc={shape} word={word.lower_}")
    if len(crossing) == 1:
        found.append(f"only={crossing[0].dep_} {'R' if crossing[0].i >= edge else 'L'} glue={glue}")
    return found


def _is_finite_clause(verb: Token) -> bool:
    return is_finite(verb) or any(c.dep_ in {"aux", "auxpass"} and is_finite(c) for c in verb.children)


def _german(words: list[Token], gap: Gap, before: list[Token], after: list[Token], glue: str) -> list[str]:
    """Clause topology: where the finite verb stands on either side, and what opens the right piece."""
    right = words[gap.right :]
    order = f"{_verb_place(before)}|{_verb_place(after)}"
    first, last = right[0], words[gap.left - 1]
    found = [
        f"order={order}",
        f"order={order} glue={glue}",
        f"place={_verb_place(right)} glue={glue}",
        f"first={tag_of(first)} order={order}",
        f"lastfinite={is_finite(last)} glue={glue} place={_verb_place(after)}",
        f"opener={_opener(before)}|{_opener(after)} glue={glue}",
        f"opener={_opener(before)}|{_opener(after)} order={order}",
    ]
    found += [
        f"verb={w.lemma_.lower()} glue={glue} {side}"
        for side, ws in (("L", before), ("R", after))
        for w in ws
        if is_finite(w)
    ]
    if any(tag_of(w) in {"VVIZU", "PTKZU"} for w in after):
        found += ["zu", f"zu glue={glue} open={first.lower_}"]
    if tag_of(first).startswith("APPR"):
        found.append(f"prep={first.lower_} glue={glue}")
    return found


def _open_bracket(left: list[Token], right: list[Token]) -> str:
    """Whether the auxiliary or modal left of the gap still waits for its participle or infinitive (*Satzklammer*)."""
    waiting = False
    for word in left:
        tag = tag_of(word)
        if tag in {"VAFIN", "VMFIN"}:
            waiting = True
        elif tag in {"VVPP", "VVINF", "VAPP", "VAINF", "VMINF", "VVIZU"}:
            waiting = False
    if not waiting:
        return "closed"
    first = next((tag_of(w) for w in right if is_finite(w) or tag_of(w) in {"VVPP", "VVINF", "VAPP", "VAINF"}), "")
    return "open" if first in {"VVPP", "VVINF", "VAPP", "VAINF"} else "copula"


def _verb_place(words: list[Token]) -> str:
    """none, first, second (anything after the first word), or last: the finite verb's place in its piece."""
    places = [i for i, w in enumerate(words) if is_finite(w)]
    if not places:
        return "participle" if any(tag_of(w) in {"VVPP", "VAPP"} for w in words) else "none"
    if places[0] == 0:
        return "first"
    rest = [w for w in words[places[-1] + 1 :] if w.text not in MARKS and w.text not in QUOTES]
    return "last" if not rest and len(words) > 2 else "mid"


def _opener(words: list[Token]) -> str:
    tag = tag_of(words[0]) if words else "-"
    return tag if tag in {"KOUS", "KOUI", "PRELS", "PRELAT", "PWAV", "PWS", "PPER", "PDS", "KOKOM", "KON"} else "x"


def _size(count: int) -> str:
    for size in (1, 2, 3, 4, 6, 8, 12, 18):
        if count <= size:
            return str(size)
    return "more"


def _figures(words: list[Token]) -> str:
    return "1" if any(w.like_num for w in words) else "0"


def _names(words: list[Token]) -> str:
    return "1" if any(w.pos_ == "PROPN" for w in words) else "0"


def _inside_quotes(words: list[Token]) -> bool:
    return sum(w.text in {'"', "„", "“", "”", "»", "«"} for w in words) % 2 == 1


def headline_end(text: str) -> int:
    """The offset where the first line ends: the headline."""
    end = text.find("\n")
    return len(text) if end < 0 else end
