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
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any

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
    _last: tuple[str, Others] | None = None
    _names: dict[str, Names] = field(default_factory=dict)

    @cached_property
    def of_claim(self) -> dict[str, list[Name]]:
        """Claim id to the names in it."""
        return {c.id: names_in(self.evidence.tokens_of(c)) for c in self.evidence.claims}

    def vectors(self, names: Sequence[Name]) -> Floats:
        """The encoder's vectors of the heads."""
        found: Floats = self.table[[self.row(n) for n in names]]
        return found

    def row(self, name: Name) -> int:
        """The row of the head's vector in ``table``."""
        return self._heads[name.head.text]

    @cached_property
    def _heads(self) -> dict[str, int]:
        return {h: i for i, h in enumerate(sorted({n.head.text for own in self.of_claim.values() for n in own}))}

    @cached_property
    def table(self) -> Floats:
        """The vectors of all heads, made in one go."""
        return self.evidence.encoder.vectors(list(self._heads), self.evidence.job)

    def names_of(self, claim: Claim) -> Names:
        """The names of ``claim`` in columns."""
        if claim.id not in self._names:
            self._names[claim.id] = Names.of(self, claim)
        return self._names[claim.id]

    def others(self, claim: Claim) -> Others:
        """The names in the counterparts of ``claim``; of the last claim that was asked for they are known."""
        if self._last is None or self._last[0] != claim.id:
            self._last = claim.id, Others.than(self, claim)
        return self._last[1]

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


@dataclass(frozen=True)
class Names:
    """The names of one claim in columns: lemma, row of the head's vector, place in the claim (0–1), whether proper."""

    names: list[Name]
    lemmas: list[str]
    rows: NDArray[np.int64]
    place: NDArray[np.float64]
    proper: NDArray[np.bool_]

    @classmethod
    def of(cls, naming: Naming, claim: Claim) -> Names:
        """The names of ``claim``."""
        import numpy as np

        own, start, length = naming.of_claim[claim.id], claim.span.start, max(1, len(claim.span))
        return cls(
            own,
            [n.lemma for n in own],
            np.array([naming.row(n) for n in own], dtype=np.int64),
            np.array([(n.head.idx - start) / length for n in own], dtype=np.float64),
            np.array([n.proper for n in own], dtype=bool),
        )


@dataclass(frozen=True)
class Others:
    """The names in the counterparts of one claim that the claim itself has not: whose (``of``: number of the counterpart),
    the head's vector, its place in its claim (0–1), whether it is proper."""

    counterparts: tuple[Claim, ...]
    lemmas: tuple[frozenset[str], ...]
    names: list[Name]
    of: NDArray[np.int64]
    vectors: Floats
    place: NDArray[np.float64]
    proper: NDArray[np.bool_]
    kept: float

    @classmethod
    def than(cls, naming: Naming, claim: Claim) -> Others:
        """The names that are other than those of ``claim``."""
        import numpy as np

        evidence = naming.evidence
        own, counterparts = evidence.lemmas(claim), evidence.counterparts(claim.id)
        lemmas = tuple(evidence.lemmas(c) for c in counterparts)
        theirs = [naming.names_of(c) for c in counterparts]
        other = np.array([lemma not in own for t in theirs for lemma in t.lemmas], dtype=bool)
        names = [n for t in theirs for n, lemma in zip(t.names, t.lemmas, strict=True) if lemma not in own]

        def joined(columns: list[NDArray[Any]]) -> NDArray[Any]:
            return np.concatenate(columns)[other] if columns else np.empty(0)

        return cls(
            counterparts,
            lemmas,
            names,
            np.repeat(np.arange(len(theirs)), [len(t.names) for t in theirs])[other],
            naming.table[joined([t.rows for t in theirs]).astype(np.int64)],
            joined([t.place for t in theirs]),
            joined([t.proper for t in theirs]),
            max((len(own & their) for their in lemmas), default=0) / max(1, len(own)),
        )

    @cached_property
    def figures(self) -> list[frozenset[str]]:
        """The figures before each name."""
        return [there.figures for there in self.names]


def _partner(naming: Naming, claim: Claim, name: Name) -> tuple[Passage | None, dict[str, float]]:
    """The other name for the same in a linked claim, and features of the contrast."""
    evidence, others = naming.evidence, naming.others(claim)
    counterparts = others.counterparts
    if not counterparts:
        return None, {}
    has = [name.lemma in theirs for theirs in others.lemmas]
    best, chosen = _best(naming, claim, name, others, has)
    features = {
        "counterparts": float(min(5, len(counterparts))),
        "in_counterparts": sum(has) / len(counterparts),
        "kept": others.kept,
        "partner": best,
    }
    if chosen is None:
        return None, features
    other, there = counterparts[others.of[chosen]], others.names[chosen]
    word, plain = naming.vectors([name, there])
    features["meaning"] = float(word @ plain)
    features["same_figure"] = float(bool(name.figures & there.figures))
    features["same_family"] = float(bool(_families(naming, claim, name) & _families(naming, other, there)))
    features["partner_listed"] = float(_listed(naming, other, there))
    span = evidence.span_of(there.tokens)
    return (Passage(other.article_id, span) if best >= PARTNER else None), features


def _best(naming: Naming, claim: Claim, name: Name, others: Others, has: list[bool]) -> tuple[float, int | None]:
    """Which of ``others`` is most probably the other name for ``name``, and how probably (0–1): by meaning, figure, family
    and place. Counterparts that have ``name`` too (``has``) offer none."""
    import numpy as np

    if not others.names:
        return 0.0, None
    likeness = others.vectors @ naming.table[naming.row(name)]
    near = likeness.round(5).astype(np.float64)  # equals stay equal
    apart = np.abs((name.head.idx - claim.span.start) / max(1, len(claim.span)) - others.place)
    figure = family = np.zeros(1)
    if name.figures:
        figure = np.array([not name.figures.isdisjoint(there) for there in others.figures])
    if own := _families(naming, claim, name):
        theirs = zip(others.of.tolist(), others.names, strict=True)
        family = np.array([bool(own & _families(naming, others.counterparts[k], there)) for k, there in theirs])
    score = (
        np.maximum(near, 0) + 0.35 * figure + 0.25 * family + 0.15 * (1 - apart) + 0.05 * (others.proper == name.proper)
    )
    score = np.where(np.array(has)[others.of], 0, np.minimum(np.maximum(score, 0), 1))
    best = int(score.argmax())
    return (float(score[best]), best) if score[best] > 0 else (0.0, None)


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
