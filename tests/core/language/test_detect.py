"""The language of a text."""

from __future__ import annotations

import pytest

from core.language.detect import detect


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Der Rat der Stadt hat gegen den Bau des Krans gestimmt.", "de"),
        ("Kanzlerin tritt zurück", "de"),
        ("The council voted against the crane in the harbour.", "en"),
        ("Le conseil a voté contre la grue du port.", "fr"),
        ("El ayuntamiento votó en contra de la grúa del puerto.", "es"),
        ("Rada miasta zagłosowała przeciwko budowie dźwigu.", "pl"),
        ("Городской совет проголосовал против крана в порту.", "ru"),
        ("Belediye meclisi limandaki vince karşı oy kullandı.", "tr"),
        ("", "und"),
        ("OK", "und"),
        ("26 : 19 (12 : 7)", "und"),
        ("🙂 🙂 🙂", "und"),
    ],
)
def test_languages(text: str, language: str) -> None:
    assert detect(text) == language


def test_line_breaks_and_length_change_nothing() -> None:
    sentence = "Der Rat der Stadt hat gegen den Bau des Krans gestimmt. "
    assert {detect(sentence), detect(sentence.replace(" ", "\n")), detect(sentence * 1000)} == {"de"}
