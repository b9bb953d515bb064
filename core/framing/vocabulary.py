"""How loaded a word is by its meaning: a logistic regression over the encoder's vectors.

The seed lexicon (``resources/lexicons/loaded.*.txt``) holds some thousand words; the press has more. Two linear
models on the sentence encoder's space widen it: one reads the single word, one the sentence that it stands
in. Learnt by ``core.framing.fit`` from the lexicon's two sides and from the loaded entries of annotated events,
in the manner of lexicon induction from embeddings (Hamilton et al. 2016, "Inducing Domain-Specific Sentiment
Lexicons from Unlabeled Corpora"). Words of both languages share the space, so that each learns from the other.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Any

from core.language import lexicons
from core.language.encoder import DIMENSIONS, Encoder
from core.language.lexicons import Lexicon

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float32]

LANGUAGES = ("de", "en")
LEXICON_WEIGHT = 1.0
"""Of a lexicon's word against a word of an annotated article; 3 was no better."""


@dataclass(frozen=True)
class Vocabulary:
    """Weights (DIMENSIONS each) and biases of the two models; ``word_scores`` and ``sentence_scores`` give log-odds."""

    name: str
    word: Floats
    word_bias: float
    sentence: Floats
    sentence_bias: float
    hidden: frozenset[tuple[str, ...]] = frozenset()

    def lexicon(self, name: str, language: str) -> Lexicon:
        """The lexicon ``name`` less what is hidden, as it is while fitting (see ``core.framing.fit``)."""
        return lexicons.load(name, language).without(self.hidden)

    def word_scores(self, vectors: Floats) -> Floats:
        """One number a word, by its vector: above 0 where it sounds loaded."""
        return vectors @ self.word + self.word_bias

    def sentence_scores(self, sentences: Sequence[str], encoder: Encoder) -> Floats:
        """One number a sentence, above 0 where such sentences hold loaded words."""
        return encoder.vectors(list(sentences)) @ self.sentence + self.sentence_bias

    def save(self, folder: Path) -> None:
        """Write it into ``folder``, half precision: the scores differ in the third place."""
        import numpy as np

        np.savez(
            folder / _file(self.name),
            word=self.word.astype(np.float16),
            sentence=self.sentence.astype(np.float16),
            bias=np.array([self.word_bias, self.sentence_bias], dtype=np.float64),
        )


def _file(name: str) -> str:
    return f"framing-{name}-vocabulary.npz"


@cache
def shipped(name: str) -> Vocabulary:
    """The vocabulary of the lens ``name`` that ships with the program; one that knows nothing where there is none."""
    import numpy as np

    file = files("resources").joinpath("models", _file(name))
    if not file.is_file():
        nothing = np.zeros(DIMENSIONS, dtype=np.float32)
        return Vocabulary(name, nothing, 0.0, nothing, 0.0)
    with file.open("rb") as stream:
        data = np.load(stream, allow_pickle=False)
        return Vocabulary(
            name,
            data["word"].astype(np.float32),
            float(data["bias"][0]),
            data["sentence"].astype(np.float32),
            float(data["bias"][1]),
        )


def learn(
    name: str,
    words: Sequence[tuple[str, bool]],
    sentences: Sequence[tuple[str, bool]],
    encoder: Encoder,
    hidden: frozenset[tuple[str, ...]] = frozenset(),
) -> Vocabulary:
    """The vocabulary ``name`` from words and sentences, each with whether a careful reader marked it; the entries of the
    lexicons NAME are added, of which the side "loaded" is marked, less the ``hidden`` ones."""
    import numpy as np

    seeds = [
        (e.words[0].strip("*"), e.side == "loaded")
        for code in LANGUAGES
        for e in lexicons.load(name, code).without(hidden).entries
        if len(e.words) == 1
    ]
    weights = np.concatenate([np.ones(len(words)), np.full(len(seeds), LEXICON_WEIGHT)])
    word, word_bias = _linear([*words, *seeds], weights, encoder, 1.0)
    sentence, sentence_bias = _linear(list(sentences), np.ones(len(sentences)), encoder, 0.1)
    return Vocabulary(name, word, word_bias, sentence, sentence_bias, hidden)


def _linear(rows: list[tuple[str, bool]], weights: Any, encoder: Encoder, c: float) -> tuple[Floats, float]:
    from sklearn.linear_model import LogisticRegression

    vectors = encoder.vectors([text for text, _ in rows])
    fitted = LogisticRegression(C=c, max_iter=500, class_weight="balanced").fit(
        vectors, [loaded for _, loaded in rows], sample_weight=weights
    )
    return fitted.coef_[0].astype("float32"), float(fitted.intercept_[0])
