"""Hyphens at the end of a line: those that part a word go, those of the word stay."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence

from core.reading.characters import word_set

_LONGEST_WORD = 100
_LAST = re.compile(r"[^\W\d_][\w'’-]*-$")
_FIRST = re.compile(r"^[^\W\d_][\w'’-]*")
# "Nord-\nund Südkorea": the hyphen stands for a part that follows; it is not a break.
_HANGING = re.compile(r"^(?:und|oder|bzw\.?|sowie|bis|and|or|to|noch|wie)\b")
# First parts of English compounds that keep their hyphen (short-term, well-known), and of German ones.
_COMPOUNDS = word_set(
    "all anti co cross deep double down east ex far first five four full half hard high ill in inter left less long low mid multi"
    " near non north off on one open out over part past post pre pro quasi re right second self semi seven short side single six so"
    " soft south still super ten then third three top two ultra un under up vice well west world year deutsch französisch"
    " russisch britisch ukrainisch"
)


def words_of(lines: Iterable[str]) -> frozenset[str]:
    """The words of a text, case folded, hyphenated compounds as one word: the evidence for ``join_lines``."""
    return frozenset(word.casefold() for line in lines for word in re.findall(r"[^\W\d_][\w'’-]*\w", line))


def join_all(lines: Sequence[str], words: Collection[str], breaks_words: bool) -> str:
    """The lines of one paragraph as one, each joined to the next as ``join_lines`` does."""
    pieces: list[str] = []
    before = lines[0]
    for line in lines[1:]:
        joined = join_lines(before, line, words, breaks_words)
        pieces.append(joined[: len(joined) - len(line)])
        before = line
    return "".join([*pieces, before])


def join_lines(line: str, after: str, words: Collection[str], breaks_words: bool) -> str:
    """Two lines of one paragraph as one. ``words`` is the text's vocabulary.

    A hyphen before a small letter goes where the text elsewhere has the word in one piece, stays where it has it
    with the hyphen, and otherwise goes only where the setter breaks words (``breaks_words``: True for a PDF; text
    wrapped by hand is kept as it is).
    """
    last, first = _LAST.search(line[-_LONGEST_WORD:]), _FIRST.match(after)
    if not last or not first or _HANGING.match(after):
        return f"{line} {after}"
    if not after[0].islower():
        return line + after
    head, tail = last[0][:-1], first[0]
    if (head + tail).casefold() in words:
        return line[:-1] + after
    if f"{head}-{tail}".casefold() in words or not breaks_words:
        return line + after
    return line + after if head.casefold().split("-")[-1] in _COMPOUNDS else line[:-1] + after
