"""Which language a text is written in."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from py3langid.langid import LanguageIdentifier

UNDETERMINED = "und"

# The 139 languages of the model hold many that no newsroom writes in and that steal short German and English
# headlines (Luxembourgish, Low German, Scots …); these are the ones that the sentence encoder or a spaCy pipeline
# can do something with, and their near neighbours, so that a Danish text is not called German.
LANGUAGES = (
    "ar", "bg", "ca", "cs", "da", "de", "el", "en", "es", "et", "fa", "fi", "fr", "he", "hr", "hu", "it", "ja", "ko",
    "lt", "lv", "nl", "no", "pl", "pt", "ro", "ru", "sk", "sl", "sq", "sr", "sv", "th", "tr", "uk", "vi", "zh",
)  # fmt: skip
# What is no language at all: figures, addresses, markup.
_NOTHING = "zxx"
# On 186 articles and their single lines: whole articles are all above 0.99, right headlines above 0.6 but for names
# in a row, wrong guesses (one or two words) below 0.45.
CONFIDENT = 0.5
# A language is told by its first pages; the rest would only take time.
_ENOUGH = 20_000


@cache
def _identifier() -> LanguageIdentifier:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    whole = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    whole.set_languages([*LANGUAGES, _NOTHING])
    # Made anew of the part that is used: the tables of all 139 languages, and the room that the array of its states
    # grew into, are 50 MB.
    return LanguageIdentifier(
        whole.nb_ptc, whole.nb_pc, whole.nb_classes, whole.tk_nextmove[:], whole.tk_output, True, tk_row=whole.tk_row
    )


def detect(text: str) -> str:
    """The language of ``text`` as ISO 639-1, ``und`` where it cannot be told with confidence.

    Comes from py3langid (Lui and Baldwin 2012, "langid.py"; model inside the package), restricted to LANGUAGES;
    the same text always gives the same answer. One or two words are mostly ``und``.
    """
    words = " ".join(text[:_ENOUGH].split())
    if not any(character.isalpha() for character in words):
        return UNDETERMINED
    code, confidence = _identifier().classify(words)
    return UNDETERMINED if code == _NOTHING or confidence < CONFIDENT else str(code)
