"""Wording: how alike two texts are letter by letter, and where two wordings of one language differ.

In this room the only module that uses rapidfuzz.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

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


def ratios(a: list[str], b: list[str]) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    """``token_set_ratio`` and ``ratio`` (0–1) of every text of ``a`` with the one of ``b`` at its place, case folded."""
    from rapidfuzz import fuzz, process

    low_a, low_b = [t.lower() for t in a], [t.lower() for t in b]
    token_set = process.cpdist(low_a, low_b, scorer=fuzz.token_set_ratio, dtype=np.float32)
    plain = process.cpdist(low_a, low_b, scorer=fuzz.ratio, dtype=np.float32)
    return np.asarray(token_set / 100, dtype=np.float32), np.asarray(plain / 100, dtype=np.float32)


def spelling(a: list[str], b: list[str]) -> NDArray[np.float32]:
    """How alike single words are spelt (0–1); under 0.8 it counts as 0: Selenskyj and Zelensky, not Haus and Maus."""
    from rapidfuzz import fuzz, process

    alike = process.cdist(a, b, scorer=fuzz.ratio, dtype=np.float32, score_cutoff=80)
    return np.asarray(alike / 100, dtype=np.float32)
