"""German tags and lemmas inside a blank spaCy pipeline.

HanTa (Wartena 2019, "A Probabilistic Morphology Model for German Lemmatization") gives STTS tags that
tell finite verbs, participles, names and adjectives apart; no trained German spaCy pipeline is on the
registry. STTS: Schiller, Teufel, Thielen 1999.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

UNIVERSAL = {
    "ADJ(A)": "ADJ", "ADJ(D)": "ADJ", "ADV": "ADV", "APPO": "ADP", "APPR": "ADP", "APPRART": "ADP", "APZR": "ADP",
    "ART": "DET", "CARD": "NUM", "FM": "X", "ITJ": "INTJ", "KOKOM": "CCONJ", "KON": "CCONJ", "KOUI": "SCONJ",
    "KOUS": "SCONJ", "NE": "PROPN", "NN": "NOUN", "NNA": "NOUN", "NNI": "NOUN", "PDAT": "DET", "PDS": "PRON",
    "PIAT": "DET", "PIS": "PRON", "PPER": "PRON", "PPOSAT": "DET", "PPOSS": "PRON", "PRELAT": "PRON", "PRELS": "PRON",
    "PRF": "PRON", "PROAV": "ADV", "PTKA": "PART", "PTKANT": "PART", "PTKNEG": "PART", "PTKVZ": "ADP", "PTKZU": "PART",
    "PWAT": "DET", "PWAV": "ADV", "PWS": "PRON", "TRUNC": "X", "XY": "X",
}  # fmt: skip
FINITE = frozenset({"VA(FIN)", "VM(FIN)", "VV(FIN)", "VV(IMP)", "VA(IMP)"})
QUOTES = str.maketrans({"„": '"', "“": '"', "”": '"', "»": '"', "«": '"', "‚": "'", "‘": "'", "’": "'", "–": "-", "—": "-"})
SUBJUNCTIVE = frozenset(
    "sei seien seist habe haben werde könne müsse solle wolle dürfe möge wisse tue".split()
)
"""Konjunktiv I that cannot be mistaken (of "haben" only "habe" is; the plural is told by the context)."""


@cache
def _tagger() -> Any:
    from HanTa import HanoverTagger

    return HanoverTagger.HanoverTagger("morphmodel_ger.pgz")


def tag(doc: Doc) -> Doc:
    """Set ``tag_`` (STTS as HanTa writes it), ``pos_`` and ``lemma_`` sentence by sentence.

    Typographic quotation marks are normalised for the tagger, which takes „ for a foreign word.
    """
    for sentence in doc.sents:
        tokens = [t for t in sentence if not t.is_space]
        words = [t.text.translate(QUOTES) for t in tokens]
        for token, (_, lemma, name) in zip(tokens, _tagger().tag_sent(words), strict=True):
            token.tag_ = _mended(token, name)
            token.lemma_ = lemma or token.text
            token.pos_ = _universal(token)
    for token in doc:
        if token.is_space:
            token.pos_ = "SPACE"
    return doc


def _mended(token: Token, name: str) -> str:
    """HanTa's tag, but for numbers and punctuation, which it guesses by their looks."""
    if token.is_punct or token.text in {"„", "“", "”", "»", "«"}:
        return "$," if token.text == "," else "$." if token.text in {".", "!", "?", ":", ";", "…"} else "$("
    if token.like_num and token.text[0].isdigit():
        return "CARD"
    return "VA(FIN)" if token.lower_ in {"sei", "seien"} else str(name)


def _universal(token: Token) -> str:
    tag = token.tag_
    if tag.startswith("$"):
        return "PUNCT"
    if tag.startswith(("VA", "VM")):
        return "AUX"
    return "VERB" if tag.startswith("VV") else UNIVERSAL.get(tag, "X")


def is_finite(token: Token) -> bool:
    """Whether the token is a finite verb."""
    return token.tag_ in FINITE


def is_reported_mood(token: Token) -> bool:
    """Whether the token is a finite verb in Konjunktiv I, the mood of reported speech.

    Regular verbs have it in the third person singular as stem + e (lemma "geben": "er gebe"), a form
    that the first person indicative shares; the caller sees to it that "ich" is not the subject.
    """
    if not is_finite(token):
        return False
    if token.lower_ in SUBJUNCTIVE:
        return token.lower_ != "haben"
    stem = token.lemma_.lower().removesuffix("en") if token.lemma_.endswith("en") else token.lemma_.lower().removesuffix("n")
    return token.tag_ == "VV(FIN)" and (token.lower_ == stem + "e" or token.lower_.endswith("e") and stem.endswith(token.lower_[:-1]) and len(token.lower_) > 4)
