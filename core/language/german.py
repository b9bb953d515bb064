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
FINITE = frozenset({"VA(FIN)", "VM(FIN)", "VV(FIN)", "VV(IMP)", "VA(IMP)", "VAFIN", "VMFIN", "VVFIN", "VVIMP", "VAIMP"})
"""As HanTa writes the tags, and as a trained pipeline does."""
INSEPARABLE = ("be", "er", "ver", "ent", "zer", "emp", "miss", "über", "unter", "wider")
QUOTES = str.maketrans(
    {"„": '"', "“": '"', "”": '"', "»": '"', "«": '"', "‚": "'", "‘": "'", "’": "'", "–": "-", "—": "-"}
)
SUBJUNCTIVE = frozenset(
    ("sei", "seien", "seist", "habe", "werde", "könne", "müsse", "solle", "wolle", "dürfe", "möge", "wisse", "tue")
)
"""Konjunktiv I that cannot be mistaken."""
NO_SUBJUNCTIVE = frozenset({"irre"})
"""Adjectives that HanTa takes for a finite verb."""


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
        _mend_verbs(tokens)
        for token in tokens:
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


def _mend_verbs(tokens: list[Token]) -> None:
    """Make a "participle" the finite verb of a clause that has none: "Die Polizei behauptet, …".

    Verbs with be-, er-, ver- … have one form for both, and HanTa prefers the participle. Only where the clause goes on
    after it or a comma follows: a headline's "Zwei Männer verletzt" stays a participle.
    """
    start = 0
    for end in range(len(tokens) + 1):
        if end < len(tokens) and tokens[end].tag_ not in {"$,", "$."}:
            continue
        clause = tokens[start:end]
        start = end + 1
        if any(is_finite(t) for t in clause) or any(t.tag_ in {"VA(INF)", "VA(PP)", "KOUS"} for t in clause):
            continue
        comma = end < len(tokens) and tokens[end].text == ","
        for i, token in enumerate(clause[1:], 1):
            same = token.tag_ == "VV(PP)" and token.lower_.startswith(INSEPARABLE) and token.text[0].islower()
            if (
                same
                and clause[i - 1].tag_ in {"NN", "NE", "PPER", "PIS", "NNA", "PDS"}
                and (comma or i + 1 < len(clause))
            ):
                token.tag_ = "VV(FIN)"
                break


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
    if not is_finite(token) or token.lower_ in NO_SUBJUNCTIVE:
        return False
    if token.lower_ in SUBJUNCTIVE:
        return True
    stem = (
        token.lemma_.lower().removesuffix("en")
        if token.lemma_.endswith("en")
        else token.lemma_.lower().removesuffix("n")
    )
    whole_stem = token.lower_ == stem + "e"
    separated = token.lower_.endswith("e") and stem.endswith(token.lower_[:-1]) and len(token.lower_) > 4
    return token.tag_ in {"VV(FIN)", "VVFIN"} and (whole_stem or separated)
