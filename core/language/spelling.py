"""Names spelled alike: one skeleton for Selenskyj, Selenskij, Zelenskyy and Zelensky.

German and English transcribe the same foreign name by different tables (DIN 1460 and newspapers' use; BGN/PCGN): w/v, sch/sh,
j/y, k/c … . The skeleton folds what they differ in; it is for comparing, never for showing.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

SPECIAL = str.maketrans(
    {"ß": "ss", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "t", "æ": "a", "œ": "o", "ı": "i", "’": "'", "‘": "'"}
)
FOLDS = tuple(
    (re.compile(pattern), fold)
    for pattern, fold in (
        (r"(?:ae|oe|ue)(?=[bcdfghjklmnpqrstvwxz])", lambda m: m.group()[0]),
        (r"dsch|dzh", "j"),
        (r"tsch|tch|cz|č", "ch"),
        (r"schtsch|shch", "sh"),
        (r"sch|zh|sz", "sh"),
        (r"ph", "f"),
        (r"th", "t"),
        (r"ck|kh|q|c(?![h])", "k"),
        (r"x", "ks"),
        (r"tz|ts", "s"),
        (r"w", "v"),
        (r"z", "s"),
        (r"j|y", "i"),
        (r"ou", "u"),
        (r"ei|ai", "ai"),
        (r"(?<=[aeiou])h(?=[^aeiou]|$)", ""),
        (r"i+", "i"),
        (r"(.)\1+", r"\1"),
        (r"ien$", "ia"),
    )
)
ALIKE = 86
"""rapidfuzz ratio (0-100) of two skeletons from which they are one name; Wiesinger and Wießinger reach it, Kersten and
Kersting (80) do not."""
LONG = 6
"""Shorter skeletons must be equal: Meyer and Beyer are two men."""


@lru_cache(maxsize=4096)
def skeleton(name: str) -> str:
    """``name`` in lower case without diacritics, in the common spelling of both transcriptions."""
    text = name.lower().translate(SPECIAL)
    text = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
    text = re.sub(r"[^\w]", "", text)
    for pattern, fold in FOLDS:
        text = pattern.sub(fold, text)
    return text


@lru_cache(maxsize=65536)
def alike(a: str, b: str) -> bool:
    """Whether two skeletons are spellings of one name: equal, or long and nearly so with the same first letter."""
    if a == b:
        return True
    if min(len(a), len(b)) < LONG or a[0] != b[0] or abs(len(a) - len(b)) > 2:
        return False
    from rapidfuzz.fuzz import ratio

    return bool(ratio(a, b, score_cutoff=ALIKE))
