"""Reporting verbs and phrases, from ``resources/lexicons/reporting.{de,en}.txt``."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class Reporting:
    """One language's words of reporting, in lower case.

    ``verbs`` are lemmas; ``separable`` gives for a lemma its particles and the whole verb that each makes ("teilen" →
    {"mit": "mitteilen"}); ``nouns`` follow "nach" or "in", ``prepositions`` stand alone.
    """

    verbs: frozenset[str]
    separable: dict[str, dict[str, str]]
    nouns: frozenset[str]
    prepositions: frozenset[str]

    def may_make(self, lemma: str) -> bool:
        """Whether ``lemma`` makes a reporting verb, by itself or with some particle."""
        lemma = lemma.lower()
        return lemma in self.verbs or lemma in self.separable

    def lemma(self, lemma: str, particles: frozenset[str]) -> str | None:
        """The whole reporting verb that ``lemma`` makes, with one of the ``particles`` beside it if it needs one."""
        lemma = lemma.lower()
        for particle, whole in self.separable.get(lemma, {}).items():
            if particle in particles:
                return whole
        return lemma if lemma in self.verbs else None


@cache
def lexicon(language: str) -> Reporting:
    """The lexicon of ``language``; an empty one where there is none."""
    entries: dict[str, list[str]] = {"verbs": [], "nouns": [], "prepositions": []}
    path = files("resources") / "lexicons" / f"reporting.{language}.txt"
    section = "verbs"
    for line in path.read_text(encoding="utf-8").splitlines() if path.is_file() else []:
        entry = line.partition("#")[0].strip()
        if entry.startswith("["):
            section = entry.strip("[]")
        elif entry:
            entries[section].append(entry.lower())
    separable: dict[str, dict[str, str]] = {}
    for verb in entries["verbs"]:
        particle, bar, stem = verb.partition("|")
        if bar:
            separable.setdefault(stem, {})[particle] = particle + stem
    return Reporting(
        verbs=frozenset(verb.replace("|", "") for verb in entries["verbs"]),
        separable=separable,
        nouns=frozenset(entries["nouns"]),
        prepositions=frozenset(entries["prepositions"]),
    )
