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
from core.framing.features import Row, table_of
from core.framing.ground import placed
from core.framing.naming import Columns, Name, Traits, names_in
from core.framing.tone import Tones
from core.framing.vocabulary import Vocabulary
from core.model import Claim, Kind, Passage, Reason, Span, Voice

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray
    from spacy.tokens import Token

    Floats = NDArray[np.float64]

KIND: Kind = "label"
PARTNER = 0.5
"""Score from which a leftover name of a linked claim is offered as the other name."""


DEFINITE = frozenset({"the", "der", "die", "das", "den", "dem", "des", "this", "diese", "dieser", "dieses"})


@dataclass(frozen=True)
class Entries:
    """What the lexicon of names has of a head: families, of these the ones that judge, whether it is a plain name."""

    families: frozenset[str]
    judging: frozenset[str]
    plain: bool


@dataclass(frozen=True)
class Naming:
    """The names of one comparison, and what the lexicons know of them."""

    evidence: Evidence
    tones: Tones
    known: Vocabulary
    columns: Columns

    @cached_property
    def own(self) -> list[Entries]:
        """What the lexicon has of each name's head."""
        homes = [self.evidence.claims[k].article_id for k in self.columns.claim.tolist()]
        named = zip(homes, self.columns.names, strict=True)
        return [self.entries(home, name.head) for home, name in self.evidence.job.each(named)]

    @cached_property
    def families(self) -> Traits:
        """The families of each name."""
        return Traits.of([entries.families for entries in self.evidence.job.each(self.own)])

    def entries(self, article_id: str, head: Token) -> Entries:
        """The lexicon's entries for ``head``."""
        key = (self.evidence.language(article_id), head.lower_, head.lemma_)
        if key not in self._entries:
            found = self.known.lexicon(KIND, key[0]).of_token(head)
            self._entries[key] = Entries(
                frozenset(e.group for e in found),
                frozenset(e.group for e in found if e.side == "loaded"),
                any(e.side == "plain" for e in found),
            )
        return self._entries[key]

    @cached_property
    def _entries(self) -> dict[tuple[str, str, str], Entries]:
        return {}

    def judges(self, article_id: str, token: Token) -> bool:
        """Whether the narrow circle of the lexicon of loaded words has the token."""
        key = (self.evidence.language(article_id), token.lower_, token.lemma_)
        if key not in self._judges:
            found = self.known.lexicon("loaded", key[0]).of_token(token)
            self._judges[key] = any(e.side == "loaded" and not e.group.startswith(tone.WIDE) for e in found)
        return self._judges[key]

    @cached_property
    def _judges(self) -> dict[tuple[str, str, str], bool]:
        return {}


def find(evidence: Evidence) -> Iterator[Candidate]:
    """The candidates by the vocabulary that ships."""
    return candidates(evidence, vocabulary.shipped(KIND))


def candidates(evidence: Evidence, known: Vocabulary) -> Iterator[Candidate]:
    """All names as candidates, with their features."""
    naming = Naming(evidence, tone.tones(evidence, known), known, Columns.of(evidence))
    for article in evidence.articles:
        evidence.job.check()
        yield from _of_article(naming, article.id)


def _of_article(naming: Naming, article_id: str) -> Iterator[Candidate]:
    """The candidates of one article, their features in columns."""
    import numpy as np

    evidence, tones, columns = naming.evidence, naming.tones, naming.columns
    own, claims = tones.of[article_id], evidence.claims_of[article_id]
    claim, number = columns.of_claims(np.array([evidence.number[c.id] for c in claims], dtype=np.int64))
    names = [columns.names[k] for k in number.tolist()]
    start = np.array([n.span.start for n in names], dtype=np.int64)
    end = np.array([n.span.end for n in names], dtype=np.int64)
    partners = columns.partners(article_id, naming.families)
    place = placed(evidence, article_id, start, end, claim)
    index = {w.head.idx: i for i, w in enumerate(own.words)}
    word = np.array([index.get(n.head.idx, -1) for n in names], dtype=np.int64)
    spoken = {**tones.idiosyncrasy(article_id), "vocabulary": own.scores.astype(np.float64)}
    single: dict[str, Floats] = {
        **_lexical(naming, article_id, number.tolist()),
        **{name: np.append(values, np.nan)[word] for name, values in spoken.items()},
        **place,
        "sentence": np.array([own.sentences.get(c.span.start, 0.0) for c in claims])[claim],
        **partners.features,
        "partner_listed": np.array(
            [bool(naming.own[k].judging) if k >= 0 else None for k in partners.chosen], dtype=np.float64
        ),
    }
    prior = np.minimum(1.0, 0.4 * single["listed"] + 0.4 * np.nan_to_num(single["partner"]))
    general = tone.style(evidence, article_id, own, tones.others(article_id))
    rows = table_of({**general, **single, "prior": prior}, len(names))
    sure = (partners.features["partner"] >= PARTNER).tolist()
    speaker = place["speaker"].tolist()
    for k, (name, at, other) in enumerate(zip(names, claim.tolist(), partners.chosen, strict=True)):
        partner = _passage(columns, other) if sure[k] else None
        yield _candidate(evidence, claims[at], name, rows[k], partner, "speaker" if speaker[k] else "outlet")


def _passage(columns: Columns, number: int) -> Passage:
    claim = columns.evidence.claims[columns.claim.item(number)]
    return Passage(claim.article_id, columns.names[number].span)


def _lexical(naming: Naming, article_id: str, numbers: Sequence[int]) -> dict[str, Floats]:
    """What each of the names ``numbers`` itself says, in columns."""
    import numpy as np

    names, entries = [naming.columns.names[k] for k in numbers], [naming.own[k] for k in numbers]
    judging = [[naming.judges(article_id, t) for t in n.tokens] for n in names]
    before = [n.tokens[0].nbor(-1).lower_ if n.tokens[0].i else "" for n in names]
    text = [n.head.text for n in names]
    found = {
        "listed": [bool(e.judging) for e in entries],
        "plain": [e.plain for e in entries],
        "judging": [any(own) for own in judging],
        "judging_head": [naming.judges(article_id, n.head) for n in names],
        "proper": [n.proper for n in names],
        "length": [min(24, len(t)) for t in text],
        "hyphen": ["-" in t for t in text],
        "tokens": [len(n.tokens) for n in names],
        "figure": naming.columns.figures.some[numbers],
        "described": [any(t.pos_ == "ADJ" for t in n.tokens) for n in names],
        "definite": [word in DEFINITE for word in before],
        "plural": ["Number=Plur" in str(n.head.morph) for n in names],
    }
    columns = {name: np.array(values, dtype=np.float64) for name, values in found.items()}
    # What a name has not is no feature of it.
    for k, own in enumerate(entries):
        for group in own.judging:
            columns.setdefault(f"family_{group}", np.full(len(names), np.nan))[k] = 1.0
    return columns


def _candidate(
    evidence: Evidence, claim: Claim, name: Name, features: Row, partner: Passage | None, voice: Voice
) -> Candidate:
    span = name.span
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
                for name in names_in(evidence, claim):
                    span = evidence.span_of([name.head])
                    words.append((name.head.text, any(s.overlap(span) for s in spans)))
                sentences.append((claim.span.of(article.text), any(s.overlap(claim.span) for s in spans)))
    return vocabulary.learn(KIND, words, sentences, evidences[0][0].encoder, hidden)
