"""Wording: how alike two texts are letter by letter, and where two wordings of one language differ.

In this room the only module that uses rapidfuzz.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Rows = NDArray[np.int64]

NARROW = re.compile(r"[^\t-\r\x1c-\x20]+")
WORD = re.compile(r"\w+(?:[-'’.,]\w+)*|[^\w\s]")


Change = Literal["equal", "replace", "insert", "delete"]
KINDS: dict[str, Change] = {"equal": "equal", "replace": "replace", "insert": "insert", "delete": "delete"}


@dataclass(frozen=True, slots=True)
class Difference:
    """One stretch of an edit from one wording to another; offsets are code points of ``a`` and of ``b``, half-open."""

    kind: Change
    a_start: int
    a_end: int
    b_start: int
    b_end: int


def differences(a: str, b: str) -> tuple[Difference, ...]:
    """The word-level edit that turns ``a`` into ``b`` (case and punctuation count); it covers both texts' words."""
    from rapidfuzz.distance import Indel

    words_a, words_b = list(WORD.finditer(a)), list(WORD.finditer(b))
    found = []
    for op in Indel.opcodes([m.group() for m in words_a], [m.group() for m in words_b]):
        start_a, end_a = _covered(words_a, op.src_start, op.src_end, len(a))
        start_b, end_b = _covered(words_b, op.dest_start, op.dest_end, len(b))
        found.append(Difference(KINDS[op.tag], start_a, end_a, start_b, end_b))
    return tuple(_joined(found))


def _covered(words: list[re.Match[str]], first: int, last: int, length: int) -> tuple[int, int]:
    if first == last:
        at = words[first].start() if first < len(words) else length
        return at, at
    return words[first].start(), words[last - 1].end()


def _joined(found: list[Difference]) -> list[Difference]:
    """A deletion next to an insertion is a replacement."""
    out: list[Difference] = []
    for one in found:
        last = out[-1] if out else None
        if last and {last.kind, one.kind} == {"insert", "delete"}:
            gone, come = (last, one) if last.kind == "delete" else (one, last)
            out[-1] = Difference("replace", gone.a_start, gone.a_end, come.b_start, come.b_end)
        else:
            out.append(one)
    return out


@dataclass(frozen=True, slots=True)
class Texts:
    """Texts as ``ratios`` holds them against others; every field has one value for each, so that many are read at once.

    ``folded``: case folded; ``sorted``: the different words in their order as one string, ``length`` that string's length;
    ``words`` has a bit for each of those that several of the texts have; ``less``: that string without some of its words.
    """

    folded: NDArray[np.object_]
    sorted: NDArray[np.object_]
    length: NDArray[np.float64]
    words: NDArray[np.object_]
    less: NDArray[np.object_]

    @classmethod
    def of(cls, texts: Sequence[str]) -> Texts:
        """All texts that are to be held against one another."""
        folded = [text.lower() for text in texts]
        words = [sorted(set(_words(text))) for text in folded]
        seen = Counter(word for own in words for word in own)
        # The most frequent first: then most texts' bits are few.
        bit = {word: 1 << k for k, (word, times) in enumerate(seen.most_common()) if times > 1}
        spelt = {one: f" {word} " for word, one in bit.items()}
        joined = [" ".join(own) for own in words]
        bits = [sum(bit.get(word, 0) for word in own) for own in words]
        columns = folded, joined, bits, [_Less(own, spelt) for own in joined]
        folds, joins, sums, less = (np.array([*column, None], dtype=object)[:-1] for column in columns)
        return cls(folds, joins, np.array(list(map(len, joined)), dtype=np.float64), sums, less)

    def at(self, rows: Rows) -> Texts:
        """The texts ``rows``."""
        return Texts(self.folded[rows], self.sorted[rows], self.length[rows], self.words[rows], self.less[rows])

    def forget(self, rows: Rows) -> None:
        """Let go of what was kept of the texts ``rows``: fifty articles have 13 MB of it."""
        for less in self.less[rows]:
            less.clear()

    def __len__(self) -> int:
        return len(self.folded)


class _Less(dict[int, str]):
    """A text's words as one string, without those whose bits are set in the key. ``spelt``: the word of each bit between blanks."""

    def __init__(self, joined: str, spelt: dict[int, str]) -> None:
        super().__init__()
        self._joined, self._spelt = joined, spelt

    def __missing__(self, words: int) -> str:
        left, rest = f" {self._joined} ", words
        while rest:
            bit = rest & -rest
            left, rest = left.replace(self._spelt[bit], " ", 1), rest ^ bit
        self[words] = left[1:-1]
        return self[words]


def _words(text: str) -> list[str]:
    """``text`` at its blanks, as rapidfuzz takes it apart: to that a no-break space is none in a text of Latin-1 letters alone."""
    return text.split() if text.isascii() or max(text) > "\xff" else NARROW.findall(text)


def ratios(a: Texts, b: Texts) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    """``token_set_ratio`` and ``ratio`` (0–1) of every text of ``a`` with the one of ``b`` at its place, case folded."""
    from rapidfuzz import fuzz, process

    plain = process.cpdist(a.folded.tolist(), b.folded.tolist(), scorer=fuzz.ratio, dtype=np.float32)
    return _token_sets(a, b), np.asarray(plain / 100, dtype=np.float32)


def _token_sets(a: Texts, b: Texts) -> NDArray[np.float32]:
    """rapidfuzz's ``fuzz.token_set_ratio`` of every text of ``a`` with the one of ``b`` at its place.

    It takes each text apart anew for each pair; here that is done once a text. Sets in place of bits take as long as all the
    rest.
    """
    from rapidfuzz import process
    from rapidfuzz.distance import Indel

    shared = a.words & b.words
    some = shared.astype(bool)
    (rest_a, left_a), (rest_b, left_b) = (_rest(own, shared, np.flatnonzero(some)) for own in (a, b))
    apart = process.cpdist(rest_a, rest_b, scorer=Indel.distance, dtype=np.int32).astype(np.float64)
    # What both have and one blank, and then what only one of them has.
    common = np.where(some, a.length - left_a - 1, 0)
    sizes = common + some + left_a, common + some + left_b
    out = _likeness(apart, sizes[0] + sizes[1])
    for size, left in zip(sizes, (left_a, left_b), strict=True):
        out = np.where(some, np.maximum(out, _likeness(some + left, common + size)), out)
    out[some & ((left_a == 0) | (left_b == 0))] = 100
    out[(a.length == 0) | (b.length == 0)] = 0
    return np.asarray(out.astype(np.float32) / 100, dtype=np.float32)


def _rest(own: Texts, shared: NDArray[np.object_], some: Rows) -> tuple[list[str], NDArray[np.float64]]:
    """What each text has besides the ``shared`` words, which those in the places ``some`` have, and its length."""
    rest, length = own.sorted.copy(), own.length.copy()
    left = [less[words] for less, words in zip(own.less[some].tolist(), shared[some].tolist(), strict=True)]
    rest[some] = left
    length[some] = list(map(len, left))
    return rest.tolist(), length


def _likeness(apart: NDArray[np.float64], length: NDArray[np.float64]) -> NDArray[np.float64]:
    return np.asarray(100 - 100 * apart / np.maximum(length, 1))


def spelling(a: list[str], b: list[str]) -> NDArray[np.float32]:
    """How alike single words are spelt (0–1); under 0.8 it counts as 0: Selenskyj and Zelensky, not Haus and Maus."""
    from rapidfuzz import fuzz, process

    alike = process.cdist(a, b, scorer=fuzz.ratio, dtype=np.float32, score_cutoff=80)
    return np.asarray(alike / 100, dtype=np.float32)
