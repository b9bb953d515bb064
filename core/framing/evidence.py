"""What every lens looks at: one comparison's articles, claims and groups, made easy to ask.

How a lens is written
---------------------
A lens is one module of this package with two names in it: ``KIND`` (one of ``core.model.KINDS``) and
``find(evidence) -> Iterator[Candidate]``; ``core.framing.lenses`` lists the modules. ``find`` proposes
places, generously: every place where a careful reader *might* see framing of this kind, each with

* ``features``: named numbers that speak for or against it (0–1 or small counts; a missing one counts as 0).
  Always give ``prior``: the probability that the lens itself would guess, 0–1;
* ``reason``: one sentence as phrase key and values (``Reason("mark.loaded.contrast", (("word", "slammed"), …))``),
  which names both wordings where there are two;
* ``against``: the passages of other articles that show the contrast, the best first, () where there is none;
* ``voice``: ``evidence.voice(article_id, span)`` unless the lens knows better.

``core.framing.scorer`` turns features into the mark's strength by the model that ``core.framing.fit`` fitted
for the kind (``resources/models/framing-KIND.json``); as long as a kind has no model, ``prior`` is the strength.
Candidates under the kind's threshold make no mark; of those of one kind that overlap, the strongest stays.
So a lens holds no thresholds of its own but those that keep the number of candidates sane (under about
one in five words). ``find`` must be deterministic, must not depend on the order of the articles and must work
with one article, with no claims and with no groups. Long loops call ``evidence.job.check()``.

Offsets are code points of ``Article.text``; tokens are spaCy's (``token.idx`` is such an offset).
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import PurePath
from typing import TYPE_CHECKING, Any, Protocol

import numpy as np

from core.framing.common import Common, Vocables
from core.framing.fellows import Fellows, fellows_of
from core.framing.ground import Ground
from core.job import Job
from core.language.encoder import Encoder
from core.model import Article, Claim, ClaimGroup, Kind, Link, Passage, Reason, Span, Voice

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

PAIRS = {
    "„": '“”"',
    "“": "”“",
    '"': '"',
    "”": "”",
    "»": "«",
    "«": "»",
    "‚": "‘’'",
    "‘": "’",
    "‹": "›",
    "›": "‹",
    "'": "'",
}
"""Opening quotation mark to the marks that may close it."""
_MARK = re.compile(f"[{''.join(PAIRS)}]")
SHORT = 4
"""A quotation of at most so many words may be a scare quote or a title; a longer one is somebody's speech."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A place that a lens proposes; see this module's docstring. Becomes a Mark where its strength suffices."""

    kind: Kind
    article_id: str
    span: Span
    features: Mapping[str, float]
    reason: Reason
    against: tuple[Passage, ...] = ()
    group_id: str | None = None
    voice: Voice = "outlet"


class Lens(Protocol):
    """The signature that every lens module has."""

    KIND: Kind

    def find(self, evidence: Evidence) -> Iterator[Candidate]:
        """The candidates of this kind, in any order."""


class LearningLens(Lens, Protocol):
    """A lens with a part that ``core.framing.fit`` teaches before the scorer: its module has ``learn`` too, which takes
    pairs of evidence and the (article id, span) of its kind's entries, and the words of lexicon entries that it must not
    use, and returns ``known``, which can ``save(folder)``.
    """

    def candidates(self, evidence: Evidence, known: Any) -> Iterator[Candidate]:
        """``find`` by what was learnt; ``find`` itself uses what ships."""


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words in quotation marks: ``span`` with the marks, ``inner`` without, ``words`` their number."""

    span: Span
    inner: Span
    words: int


@dataclass
class Evidence:
    """One comparison as the lenses see it. Built by ``core.framing.mark``; unknown ids raise KeyError."""

    articles: tuple[Article, ...]
    docs: Mapping[str, Doc]
    claims: tuple[Claim, ...]
    links: tuple[Link, ...]
    groups: tuple[ClaimGroup, ...]
    encoder: Encoder
    job: Job = field(default_factory=Job)

    @cached_property
    def shared(self) -> dict[object, Any]:
        """What several lenses ask for and the first one made: each module puts its own under a key of its own."""
        return {}

    @cached_property
    def article(self) -> dict[str, Article]:
        """The articles by id."""
        return {a.id: a for a in self.articles}

    @cached_property
    def claim(self) -> dict[str, Claim]:
        """The claims by id."""
        return {c.id: c for c in self.claims}

    @cached_property
    def group_of(self) -> dict[str, ClaimGroup]:
        """Claim id to its group; what no other article carries is not in it."""
        return {c: g for g in self.groups for c in g.claims}

    @cached_property
    def claims_of(self) -> dict[str, tuple[Claim, ...]]:
        """Article id to its claims in the order of its text."""
        found: dict[str, list[Claim]] = {a.id: [] for a in self.articles}
        for claim in self.claims:
            found[claim.article_id].append(claim)
        return {a: tuple(sorted(own, key=lambda c: c.span)) for a, own in found.items()}

    @cached_property
    def _links_of(self) -> dict[str, list[Link]]:
        """Claim id to its links. (A table by pairs of ids takes 300 MB for the 900,000 links of 200 articles.)"""
        found: dict[str, list[Link]] = defaultdict(list)
        for link in self.links:
            found[link.a].append(link)
            found[link.b].append(link)
        return found

    def link(self, a: str, b: str) -> Link | None:
        """The link between two claims, None where they are joined only by way of others."""
        return next((x for x in self._links_of.get(a, ()) if b in {x.a, x.b}), None)

    def counterparts(self, claim_id: str) -> tuple[Claim, ...]:
        """The claims of *other* articles in the claim's group, best link first (ties: by id); () for a lone claim."""
        return tuple([self.claims[k] for k in self.fellows.of(self.number[claim_id]).tolist()])

    @cached_property
    def fellows(self) -> Fellows:
        """The counterparts of all claims by their numbers: what is asked of every claim takes no objects."""
        return fellows_of(self.claims, self.links, self.groups)

    def claim_at(self, article_id: str, offset: int) -> Claim | None:
        """The claim that covers ``offset``; a grouped one where several do, else the shortest."""
        owner = self.ground[article_id].claim
        number = owner.item(offset) if offset < len(owner) else -1
        return self.claims_of[article_id][number] if number >= 0 else None

    @cached_property
    def ground(self) -> dict[str, Ground]:
        """Article id to what its claims and quotations cover."""
        return {
            a.id: Ground.of(len(a.text), own, [c.id in self.group_of for c in own], self.quotations[a.id])
            for a in self.job.each(self.articles)
            for own in [self.claims_of[a.id]]
        }

    def lemmas(self, claim: Claim) -> frozenset[str]:
        """The lemmas of the claim's tokens, lower case. (Kept for all claims of 200 articles they take 9 MB.)"""
        first, end = self.places(claim.article_id, claim.span)
        return frozenset([lemma for _, lemma in self.forms[claim.article_id][first:end]])

    @cached_property
    def number(self) -> dict[str, int]:
        """Claim id to its place in ``claims``."""
        return {c.id: k for k, c in enumerate(self.claims)}

    @cached_property
    def linked(self) -> dict[str, Common]:
        """Article id to which lemmas its claims (as in ``claims_of``) share with their counterparts."""
        vocables = Vocables.of(self.lemmas(c) for c in self.job.each(self.claims))
        found = {}
        for article_id, own in self.claims_of.items():
            self.job.check()
            numbers = np.array([self.number[c.id] for c in own], dtype=np.int64)
            found[article_id] = vocables.common_of(numbers, *self.fellows.of_claims(numbers))
        return found

    @cached_property
    def words(self) -> dict[str, tuple[Token, ...]]:
        """Article id to all its tokens but white space, in the order of its text."""
        return {a.id: tuple(t for t in self.docs[a.id] if not t.is_space) for a in self.job.each(self.articles)}

    @cached_property
    def forms(self) -> dict[str, list[tuple[str, str]]]:
        """Article id to its ``words`` as written and as lemma, lower case."""
        # By their numbers in spaCy's store of strings: every pair is made once, as most words come again and again.
        known: dict[tuple[int, int], tuple[str, str]] = {}
        found = {}
        for article_id, tokens in self.job.each(self.words.items()):
            keys = [(t.lower, t.lemma) for t in tokens]
            for key, token in zip(keys, tokens, strict=True):
                if key not in known:
                    known[key] = token.lower_, token.lemma_.lower()
            found[article_id] = [known[key] for key in keys]
        return found

    @cached_property
    def pos(self) -> dict[str, list[str]]:
        """Article id to the parts of speech of its ``words``."""
        return {a: [t.pos_ for t in tokens] for a, tokens in self.job.each(self.words.items())}

    @cached_property
    def alpha(self) -> dict[str, list[bool]]:
        """Article id to whether each of its ``words`` is of letters alone."""
        return {a: [t.is_alpha for t in tokens] for a, tokens in self.job.each(self.words.items())}

    @cached_property
    def _starts(self) -> dict[str, list[int]]:
        return {a: [t.idx for t in tokens] for a, tokens in self.job.each(self.words.items())}

    def tokens(self, article_id: str, span: Span) -> tuple[Token, ...]:
        """The tokens that begin inside ``span``, without white space."""
        first, end = self.places(article_id, span)
        return self.words[article_id][first:end]

    def places(self, article_id: str, span: Span) -> tuple[int, int]:
        """The place in ``words`` of the first token that begins inside ``span``, and the one after the last."""
        starts = self._starts[article_id]
        return bisect_left(starts, span.start), bisect_left(starts, span.end)

    def tokens_of(self, claim: Claim) -> tuple[Token, ...]:
        """The claim's tokens, its attribution included (``claim.content`` is the part without)."""
        return self.tokens(claim.article_id, claim.span)

    def token_at(self, article_id: str, offset: int) -> Token | None:
        """The token that covers ``offset``, None between tokens."""
        i = bisect_right(self._starts[article_id], offset) - 1
        token = self.words[article_id][i] if i >= 0 else None
        return token if token is not None and offset < token.idx + len(token) else None

    def span_of(self, tokens: tuple[Token, ...] | list[Token]) -> Span:
        """From the first to the last of ``tokens`` (at least one)."""
        return Span(tokens[0].idx, tokens[-1].idx + len(tokens[-1]))

    def text(self, article_id: str, span: Span) -> str:
        """The article's words in ``span``."""
        return span.of(self.article[article_id].text)

    def language(self, article_id: str) -> str:
        """ISO 639-1 of the article."""
        return self.article[article_id].language

    def name(self, article_id: str) -> str:
        """How a reason names the article: its outlet, else the name of its file without the ending."""
        return self._names[article_id]

    @cached_property
    def _names(self) -> dict[str, str]:
        return {a.id: a.outlet or PurePath(a.source).stem or a.title for a in self.articles}

    @cached_property
    def headline(self) -> dict[str, Span]:
        """Article id to the span of its first line, which is the title."""
        return {a.id: Span(0, len(a.text.split("\n", 1)[0])) for a in self.articles}

    @cached_property
    def lead(self) -> dict[str, Span]:
        """Article id to the span of its first paragraph after the headline (empty at the end where there is none)."""
        return {a.id: _first_paragraph(a.text) for a in self.articles}

    @cached_property
    def quotations(self) -> dict[str, tuple[Quotation, ...]]:
        """Article id to what stands in quotation marks, in the order of its text, not nested."""
        return {a.id: tuple(_quotations(a.text)) for a in self.articles}

    def quotation_at(self, article_id: str, span: Span) -> Quotation | None:
        """The quotation whose inside covers ``span``."""
        own = self.quotations[article_id]
        last = bisect_right(self._quoted[article_id], span.start) - 1
        return own[last] if last >= 0 and span.end <= own[last].inner.end else None

    @cached_property
    def _quoted(self) -> dict[str, list[int]]:
        return {a: [q.inner.start for q in own] for a, own in self.quotations.items()}

    def voice(self, article_id: str, span: Span) -> Voice:
        """Whose words they are: a speaker's inside a quotation of more than SHORT words or in a reported claim.

        A word or two in quotation marks inside the outlet's own sentence are left to the lens: the outlet
        chose to set them so.
        """
        quotation = self.quotation_at(article_id, span)
        if quotation and quotation.words > SHORT:
            return "speaker"
        return "speaker" if self.ground[article_id].told.item(span.start) else "outlet"


def _first_paragraph(text: str) -> Span:
    start = len(text.split("\n", 1)[0])
    while start < len(text) and text[start].isspace():
        start += 1
    end = text.find("\n", start)
    return Span(start, len(text) if end < 0 else end)


def _quotations(text: str) -> Iterator[Quotation]:
    """Quotation marks in pairs, paragraph by paragraph; one that is never closed runs to the paragraph's end."""
    start = 0
    for paragraph in text.split("\n"):
        i = -1
        while mark := _MARK.search(paragraph, i + 1):
            i = mark.start()
            if not _opens(paragraph, i):
                continue
            end = _closing(paragraph, i, PAIRS[paragraph[i]])
            if end == len(paragraph) and paragraph[i] in "'‘‚":  # an apostrophe ("'tis"), not a quotation
                continue
            inner = Span(start + i + 1, start + end)
            words = len(inner.of(text).split())
            if words:
                yield Quotation(Span(start + i, start + min(end + 1, len(paragraph))), inner, words)
            i = end
        start += len(paragraph) + 1


def _opens(paragraph: str, i: int) -> bool:
    """Whether the mark at ``i`` can open: no letter before it, a word after it (French leaves a space)."""
    before = paragraph[i - 1] if i else " "
    after = paragraph[i + 1] if i + 1 < len(paragraph) else " "
    return not before.isalnum() and (not after.isspace() or (paragraph[i] == "«" and i + 2 < len(paragraph)))


def _closing(paragraph: str, i: int, closers: str) -> int:
    for j in range(i + 1, len(paragraph)):
        if paragraph[j] in closers:
            inside_word = paragraph[j] in "’'" and j + 1 < len(paragraph) and paragraph[j + 1].isalnum()
            if not inside_word:
                return j
    return len(paragraph)


def by_article(candidates: list[Candidate]) -> dict[str, list[Candidate]]:
    """The candidates by article id, each list in the order of the text."""
    found: dict[str, list[Candidate]] = defaultdict(list)
    for candidate in sorted(candidates, key=lambda c: (c.article_id, c.span, c.kind)):
        found[candidate.article_id].append(candidate)
    return found
