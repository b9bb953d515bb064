"""Word lists of ``resources/lexicons``: loaded words and their plain twins, names and their families.

A file is plain text. ``#`` begins a comment line; ``[name] note`` begins a group; ``side: a, b, c`` lists entries of
one side of it ("loaded" or "plain", for instance). An entry is a base form; ``*`` at its end stands for any
ending, ``*`` at its start for any beginning (German compounds); several words are an idiom. Written by
hand for Lesart, from no published list.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from importlib.resources import files
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Token

SHORTEST_REST = 3
"""Letters that must stand where a pattern's ``*`` is, so that "*not" does not find "Kot"."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry: its group, its side, and the words as written (lower case)."""

    group: str
    side: str
    words: tuple[str, ...]


@dataclass(frozen=True, eq=False)
class Lexicon:
    """The entries of one file. Compared by identity: ``load`` gives each but once, and look-ups are cached by it."""

    entries: tuple[Entry, ...]

    @cached_property
    def groups(self) -> tuple[str, ...]:
        """The names of the groups, in the order of the file."""
        return tuple(dict.fromkeys(e.group for e in self.entries))

    @cached_property
    def _exact(self) -> dict[str, tuple[Entry, ...]]:
        found: dict[str, list[Entry]] = {}
        for e in self.entries:
            if len(e.words) == 1 and "*" not in e.words[0]:
                found.setdefault(e.words[0], []).append(e)
        return {word: tuple(own) for word, own in found.items()}

    @cached_property
    def _patterns(self) -> tuple[Entry, ...]:
        return tuple(e for e in self.entries if len(e.words) == 1 and "*" in e.words[0])

    @cached_property
    def _idioms(self) -> dict[str, tuple[tuple[Entry, ...], frozenset[str] | None]]:
        """The idioms by their first words, with the words that come second in them; None where that may be any."""
        found: dict[str, list[Entry]] = {}
        for e in self.entries:
            if len(e.words) > 1:
                found.setdefault(e.words[0], []).append(e)
        return {word: (tuple(own), _seconds(own)) for word, own in found.items()}

    def without(self, hidden: frozenset[tuple[str, ...]]) -> Lexicon:
        """The lexicon less the entries whose words are ``hidden``; itself where none is."""
        return _without(self, hidden) if hidden else self

    def of_word(self, *forms: str) -> tuple[Entry, ...]:
        """The entries that one of ``forms`` (word as written, lemma; any case) matches, exact ones first."""
        lower = tuple(dict.fromkeys(f.lower() for f in forms if f))
        found = [e for f in lower for e in self._exact.get(f, ())]
        found += [e for f in lower for e in _matching(self._patterns, f)]
        for f in lower:
            parts = f.split("-")
            if len(parts) > 1:
                found += [e for p in parts for e in self._exact.get(p, ())]
        return tuple(dict.fromkeys(found))

    def of_token(self, token: Token) -> tuple[Entry, ...]:
        """The entries that the token matches as written or by its lemma."""
        return _of_forms(self, token.lower_, token.lemma_.lower())

    def idioms(self, tokens: Sequence[Token]) -> Iterator[tuple[Entry, int, int]]:
        """The idioms in ``tokens``: entry, index of its first token, index after its last."""
        return self.idioms_of([(t.lower_, t.lemma_.lower()) for t in tokens])

    def idioms_of(
        self, forms: Sequence[tuple[str, str]], places: Mapping[str, Sequence[int]] | None = None
    ) -> Iterator[tuple[Entry, int, int]]:
        """``idioms``, of words as written and as lemma, lower case; ``places``: those of ``forms`` (``places_of``)."""
        known = self._idioms
        if not known:
            return
        where = places_of(forms) if places is None else places
        for i in sorted({i for word in known.keys() & where.keys() for i in where[word]}):
            # Many idioms begin with "in" or "the", and few words go on with one of them.
            following = forms[i + 1] if i + 1 < len(forms) else ("", "")
            began = [known[f] for f in dict.fromkeys(forms[i]) if f in known]
            some = [found for found, seconds in began if seconds is None or not seconds.isdisjoint(following)]
            for entry in dict.fromkeys(e for found in some for e in found):
                if _follows(entry.words, forms, i):
                    yield entry, i, i + len(entry.words)


def places_of(forms: Sequence[tuple[str, str]]) -> dict[str, list[int]]:
    """Where each form stands, as written or as lemma."""
    found: dict[str, list[int]] = {}
    for i, (written, lemma) in enumerate(forms):
        found.setdefault(written, []).append(i)
        if lemma != written:
            found.setdefault(lemma, []).append(i)
    return found


def _seconds(idioms: Sequence[Entry]) -> frozenset[str] | None:
    seconds = frozenset(e.words[1] for e in idioms)
    return None if any(word.endswith("*") for word in seconds) else seconds


@cache
def _without(lexicon: Lexicon, hidden: frozenset[tuple[str, ...]]) -> Lexicon:
    return Lexicon(tuple(e for e in lexicon.entries if e.words not in hidden))


@cache
def _of_forms(lexicon: Lexicon, *forms: str) -> tuple[Entry, ...]:
    return lexicon.of_word(*forms)


def _matching(patterns: tuple[Entry, ...], form: str) -> Iterator[Entry]:
    for e in patterns:
        core = e.words[0].strip("*")
        rest = len(form) - len(core)
        ends, starts = e.words[0].startswith("*"), e.words[0].endswith("*")
        if rest == 0 or rest >= SHORTEST_REST:
            fits = (
                form.endswith(core)
                if ends and not starts
                else form.startswith(core)
                if starts and not ends
                else core in form
            )
            if fits:
                yield e


def _follows(words: tuple[str, ...], forms: Sequence[tuple[str, str]], i: int) -> bool:
    if i + len(words) > len(forms):
        return False
    for k, word in enumerate(words, i):
        if word not in forms[k] and not (word.endswith("*") and any(f.startswith(word[:-1]) for f in forms[k])):
            return False
    return True


def read(text: str) -> Lexicon:
    """The lexicon written as ``text``. A hyphen inside an idiom is a word of its own, as the tokenizers have it."""
    entries: dict[Entry, None] = {}
    group = ""
    for raw in text.splitlines():
        line = raw.strip()
        if line.startswith("["):
            group = line[1:].split("]", 1)[0]
        elif line and not line.startswith("#"):
            side, _, listed = line.partition(":")
            for item in listed.split(","):
                written = item.strip().lower()
                if written:
                    entries[Entry(group, side.strip(), tuple(written.split()))] = None
                    parts = tuple(p for p in re.split(r"(-)|\s+", written) if p)
                    if "-" in parts and "*" not in written:
                        entries[Entry(group, side.strip(), parts)] = None
    return Lexicon(tuple(entries))


@cache
def load(name: str, language: str) -> Lexicon:
    """``resources/lexicons/NAME.LANGUAGE.txt``; an empty lexicon where there is none for the language."""
    file = files("resources").joinpath("lexicons", f"{name}.{language}.txt")
    return read(file.read_text(encoding="utf-8")) if file.is_file() else Lexicon(())
