"""Labels: another name for the same person, group, place or thing.

What the lens sees. The noun phrases of an article's claims, each by its head. A name is a label the more

* a linked claim of another article has, where this name stands, another one for the same: it is left over on both
  sides when the names that both claims share are taken away, stands by the same figure ("600 Migranten" /
  "600 Menschen") or in the same place of the sentence, and is not far from it in meaning;
* the name belongs to a family of names (``resources/lexicons/label.*.txt``: Regime, Machthaber / Regierung,
  Präsident), or the learnt vocabulary takes it for a name that judges;
* no other article uses it at all, and the claims are otherwise told in the same words.

A fitted model weighs these (core/framing/fit.py). Method: the naming of one referent across texts as in Hamborg,
Zhukova and Gipp (2019), "Automated Identification of Media Bias by Word Choice and Labeling in News Articles" and
Hamborg and Donnay (2021), "NewsMTSC"; the alignment of leftovers is Lesart's own.

What the lens cannot see: who is meant where no link
joins the claims; names across languages but by the encoder's guess; pronouns; a plain name that is an
insult among those who know.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from core.framing import tone, vocabulary
from core.framing.evidence import Candidate, Evidence
from core.framing.tone import Tones
from core.framing.vocabulary import Vocabulary
from core.model import Claim, Kind, Passage, Reason, Span

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray
    from spacy.tokens import Token

    Floats = NDArray[np.float32]

KIND: Kind = "label"
NAMES = frozenset({"NOUN", "PROPN"})
INSIDE = frozenset({"ADJ", "NUM", "X"})
PARTNER = 0.5
"""Score from which a leftover name of a linked claim is offered as the other name."""


@dataclass(frozen=True)
class Name:
    """A noun phrase: its tokens without article, its head, the words before the head."""

    tokens: tuple[Token, ...]
    head: Token

    @cached_property
    def lemma(self) -> str:
        """The head's lemma, lower case; of a hyphenated compound the whole."""
        return self.head.lemma_.lower()

    @cached_property
    def proper(self) -> bool:
        """Whether its head is a proper name."""
        return self.head.pos_ == "PROPN"

    @cached_property
    def figures(self) -> frozenset[str]:
        """The figures written before the head."""
        return frozenset(t.text for t in self.tokens if t.like_num)


def names_in(tokens: Sequence[Token]) -> list[Name]:
    """The noun phrases of ``tokens``: adjectives and figures, then nouns; a run of nouns is one name.

    German nouns that follow each other without a comma are head and apposition ("Landrat Kersten"): the first
    common noun is the head; in English the last is ("union boss").
    """
    found: list[Name] = []
    run: list[Token] = []
    for token in [*tokens, None]:
        if token is not None and (
            token.pos_ in NAMES or (token.pos_ in INSIDE and not (run and run[-1].pos_ in NAMES))
        ):
            run.append(token)
            continue
        nouns = [t for t in run if t.pos_ in NAMES and t.text[0].isalpha() and len(t) > 1]
        if nouns:
            common = [t for t in nouns if t.pos_ == "NOUN"] or nouns
            found.append(Name(tuple(run), common[0] if common[0].lang_ == "de" else common[-1]))
        run = []
    return found


@dataclass
class Naming:
    """The names of one comparison, by claim."""

    evidence: Evidence
    tones: Tones
    known: Vocabulary

    @cached_property
    def of_claim(self) -> dict[str, list[Name]]:
        """Claim id to the names in it."""
        return {c.id: names_in(self.evidence.tokens_of(c)) for c in self.evidence.claims}

    def vectors(self, names: Sequence[Name]) -> Floats:
        """The encoder's vectors of the heads."""
        row, table = self._heads
        found: Floats = table[[row[n.head.text] for n in names]]
        return found

    @cached_property
    def _heads(self) -> tuple[dict[str, int], Floats]:
        """The vectors of all heads, made in one go, and the row of each."""
        heads = sorted({n.head.text for names in self.of_claim.values() for n in names})
        return {h: i for i, h in enumerate(heads)}, self.evidence.encoder.vectors(heads, self.evidence.job)

    def entries(self, article_id: str, head: Token) -> tuple[frozenset[str], bool]:
        """The families of names that the head belongs to, and whether one of them judges."""
        key = (self.evidence.language(article_id), head.lower_, head.lemma_)
        if key not in self._entries:
            found = self.known.lexicon(KIND, key[0]).of_token(head)
            self._entries[key] = frozenset(e.group for e in found), any(e.side == "loaded" for e in found)
        return self._entries[key]

    @cached_property
    def _entries(self) -> dict[tuple[str, str, str], tuple[frozenset[str], bool]]:
        return {}


def find(evidence: Evidence) -> Iterator[Candidate]:
    """The candidates by the vocabulary that ships."""
    return candidates(evidence, vocabulary.shipped(KIND))


def candidates(evidence: Evidence, known: Vocabulary) -> Iterator[Candidate]:
    """All names as candidates, with their features."""
    tones = tone.tones(evidence, known)
    naming = Naming(evidence, tones, known)
    for article in evidence.articles:
        evidence.job.check()
        own = tones.of[article.id]
        general = tone.style(evidence, article.id, own, tones.others(article.id))
        index = {w.head.idx: i for i, w in enumerate(own.words)}
        for claim in evidence.claims_of[article.id]:
            for name in naming.of_claim[claim.id]:
                i = index.get(name.head.idx)
                features = {**general, **_lexical(naming, article.id, name)}
                if i is not None:
                    features |= tones.idiosyncrasy(article.id, i) | {"vocabulary": float(own.scores[i])}
                span = evidence.span_of(name.tokens)
                features |= tone.placed(evidence, article.id, span, claim)
                features["sentence"] = own.sentences.get(claim.span.start, 0.0)
                partner, contrast = _partner(naming, claim, name)
                features |= contrast
                features["prior"] = min(1.0, 0.4 * features["listed"] + 0.4 * contrast.get("partner", 0.0))
                yield _candidate(evidence, claim, name, features, partner)


def _lexical(naming: Naming, article_id: str, name: Name) -> dict[str, float]:
    language = naming.evidence.language(article_id)
    own = naming.known.lexicon(KIND, language).of_token(name.head)
    heated = naming.known.lexicon("loaded", language)
    judging = [
        t for t in name.tokens for e in heated.of_token(t) if e.side == "loaded" and not e.group.startswith(tone.WIDE)
    ]
    loaded = {e.group for e in own if e.side == "loaded"}
    before = name.tokens[0].nbor(-1).lower_ if name.tokens[0].i else ""
    return {
        "listed": float(bool(loaded)),
        "plain": float(any(e.side == "plain" for e in own)),
        "judging": float(bool(judging)),
        "judging_head": float(name.head in judging),
        "proper": float(name.head.pos_ == "PROPN"),
        "length": min(24.0, float(len(name.head))),
        "hyphen": float("-" in name.head.text),
        "tokens": float(len(name.tokens)),
        "figure": float(bool(name.figures)),
        "described": float(any(t.pos_ == "ADJ" for t in name.tokens)),
        "definite": float(
            before in {"the", "der", "die", "das", "den", "dem", "des", "this", "diese", "dieser", "dieses"}
        ),
        "plural": float("Number=Plur" in str(name.head.morph)),
        **{f"family_{g}": 1.0 for g in loaded},
    }


def _partner(naming: Naming, claim: Claim, name: Name) -> tuple[Passage | None, dict[str, float]]:
    """The other name for the same in a linked claim, and features of the contrast."""
    evidence = naming.evidence
    counterparts = evidence.counterparts(claim.id)
    if not counterparts:
        return None, {}
    own = evidence.lemmas(claim)
    best, chosen = 0.0, None
    for other in counterparts:
        theirs = evidence.lemmas(other)
        if name.lemma in theirs:
            continue
        left = [n for n in naming.of_claim[other.id] if n.lemma not in own]
        for score, there in _scored(naming, claim, name, other, left):
            if score > best:
                best, chosen = score, (other, there)
    features = {
        "counterparts": float(min(5, len(counterparts))),
        "in_counterparts": sum(name.lemma in evidence.lemmas(c) for c in counterparts) / len(counterparts),
        "kept": max(len(own & evidence.lemmas(c)) for c in counterparts) / max(1, len(own)),
        "partner": best,
    }
    if chosen is None:
        return None, features
    other, there = chosen
    word, plain = naming.vectors([name, there])
    features["meaning"] = float(word @ plain)
    features["same_figure"] = float(bool(name.figures & there.figures))
    features["same_family"] = float(bool(_families(naming, claim, name) & _families(naming, other, there)))
    features["partner_listed"] = float(_listed(naming, other, there))
    span = evidence.span_of(there.tokens)
    return (Passage(other.article_id, span) if best >= PARTNER else None), features


def _scored(naming: Naming, claim: Claim, name: Name, other: Claim, left: list[Name]) -> Iterator[tuple[float, Name]]:
    """How probably each of ``left`` is the other name for ``name``, 0–1: meaning, figure, family, place."""
    if not left:
        return
    meaning = (naming.vectors(left) @ naming.vectors([name])[0]).round(5)  # equals stay equal
    place = (name.head.idx - claim.span.start) / max(1, len(claim.span))
    own, figures = _families(naming, claim, name), name.figures
    for there, near in zip(left, meaning.tolist(), strict=True):
        apart = abs(place - (there.head.idx - other.span.start) / max(1, len(other.span)))
        figure = bool(figures and figures & there.figures)
        family = bool(own and own & _families(naming, other, there))
        kind = name.proper == there.proper
        yield min(1.0, max(0.0, float(near)) + 0.35 * figure + 0.25 * family + 0.15 * (1 - apart) + 0.05 * kind), there


def _families(naming: Naming, claim: Claim, name: Name) -> frozenset[str]:
    return naming.entries(claim.article_id, name.head)[0]


def _listed(naming: Naming, claim: Claim, name: Name) -> bool:
    return naming.entries(claim.article_id, name.head)[1]


def _candidate(
    evidence: Evidence, claim: Claim, name: Name, features: dict[str, float], partner: Passage | None
) -> Candidate:
    span = evidence.span_of(name.tokens)
    group = evidence.group_of.get(claim.id)
    values = [("name", evidence.text(claim.article_id, span))]
    against: tuple[Passage, ...] = ()
    if partner:
        values += [
            ("plain", evidence.text(partner.article_id, partner.span)),
            ("other", evidence.name(partner.article_id)),
        ]
        against = (partner,)
    reason = Reason("mark.label.contrast" if partner else "mark.label.loaded", tuple(values))
    voice = evidence.voice(claim.article_id, span)
    return Candidate(KIND, claim.article_id, span, features, reason, against, group.id if group else None, voice)


def learn(
    evidences: Sequence[tuple[Evidence, Sequence[tuple[str, Span]]]], hidden: frozenset[tuple[str, ...]]
) -> Vocabulary:
    """A vocabulary of names from annotated evidence: each with the (article id, span) of its label entries.

    ``hidden``: words of entries of the lexicons that are not to be used."""
    words, sentences = [], []
    for evidence, marked in evidences:
        for article in evidence.articles:
            if article.language not in vocabulary.LANGUAGES:
                continue
            spans = [s for a, s in marked if a == article.id]
            for claim in evidence.claims_of[article.id]:
                for name in names_in(evidence.tokens_of(claim)):
                    span = evidence.span_of([name.head])
                    words.append((name.head.text, any(s.overlap(span) for s in spans)))
                sentences.append((claim.span.of(article.text), any(s.overlap(claim.span) for s in spans)))
    return vocabulary.learn(KIND, words, sentences, evidences[0][0].encoder, hidden)
