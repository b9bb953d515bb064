"""Sentences that the core says to the reader, in German and English, from ``resources/phrases/*.json``.

The core hands on phrase keys and values, never finished sentences, so that a comparison made in one
language can be shown, saved and reported in the other.
"""

from __future__ import annotations

import json
from functools import cache
from importlib.resources import files

LANGUAGES = ("en", "de")


@cache
def table(language: str) -> dict[str, str]:
    """All phrases of ``language``, by key; every ``resources/phrases/*.LANGUAGE.json`` is read.

    Raises KeyError where the language is not one of LANGUAGES.
    """
    if language not in LANGUAGES:
        raise KeyError(language)
    phrases: dict[str, str] = {}
    for entry in sorted(files("resources").joinpath("phrases").iterdir(), key=lambda e: e.name):
        if entry.name.endswith(f".{language}.json"):
            phrases.update(json.loads(entry.read_text(encoding="utf-8")))
    return phrases


def say(key: str, language: str = "en", **values: object) -> str:
    """The phrase ``key`` in ``language`` with ``{name}`` filled from ``values``.

    An unknown key or a missing value raises KeyError: that is a bug, and a test walks all keys.
    """
    return table(language)[key].format_map(values)
