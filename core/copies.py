"""Near-copies: two files of one article, or an agency's story that an outlet printed as it came."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from core.job import Job
from core.model import Article, Reason, Span

# Runs of words ("shingles": Broder 1997, "On the resemblance and containment of documents").
_RUN = 4
# Comparisons whose copies are remembered: the one shown, and those that undoing brings back.
_KEPT = 8
_found: dict[frozenset[Article], dict[str, Copy]] = {}
# Runs that are counted at a time: 500 articles by so many are 8 MB.
_AT_A_TIME = 4096
COPY = 0.6
"""The share of the shorter article's runs of words from which on the two are copies. Of some 350 pairs of different
articles on one event, several of them rewritten from one agency's story, the nearest share 0.33."""
_AGENCY = re.compile(
    r"(?:dpa|afp|ap|epd|kna|sid|apa|sda|keystone-sda|dapd|ddp|pa|anp|ansa|efe|tass|belga|pap|ctk|mti|upi|ritzau|ntb)(?:[-_ ].{0,20})?"
    r"|(?:the )?associated press|reuters.{0,10}|agence france[- ]presse|deutsche presse[- ]agentur.{0,10}|press association|pa media"
    r"|austria presse agentur|bloomberg(?: news)?|united press international|evangelischer pressedienst"
    r"|katholische nachrichten-agentur|xinhua",
    re.I,
)
_SENTENCE_END = re.compile(r"(?<=[.!?…])[\"'“”’‘»«›‹)\]]*\s+(?=[\"'“„”‚‘’»«›‹(\[]*[A-ZÄÖÜ0-9])|\n+")


@dataclass(frozen=True, slots=True)
class Copy:
    """An article that is largely a copy of another: ``share`` of the shorter one's runs of words are in the other
    (0–1), ``changed`` are the sentences of the copy that the original does not have so, ``left_out`` those of the
    original that the copy does not have so."""

    article_id: str
    original_id: str
    share: float
    changed: tuple[Span, ...]
    left_out: tuple[Span, ...]

    def reason(self, name: str, original: str) -> Reason:
        """The sentence for the reader; ``name`` and ``original`` are what the two articles are called."""
        key = "copy.same" if not self.changed and not self.left_out else "copy.changed"
        counts = (("changed", str(len(self.changed))), ("left_out", str(len(self.left_out))))
        return Reason(key, (("article", name), *(counts if key == "copy.changed" else ()), ("original", original)))


def copies(articles: Sequence[Article], job: Job | None = None) -> tuple[Copy, ...]:
    """The near-copies among the articles, each with the one that it shares most with, ordered by id.

    Of two copies the original is a news agency's, else the one published earlier; where that does not tell, the longer
    one (outlets cut what agencies send). The order of ``articles`` changes nothing. Raises Cancelled where ``job`` is cancelled.
    """
    ranked = sorted(articles, key=lambda a: (not _is_agency(a), a.published or "9", -len(a.text), a.id))
    job = job or Job()
    found: dict[str, Copy] = {}
    for share, original, copy in job.each(
        sorted(_pairs(ranked, job), key=lambda pair: (-pair[0], pair[1].id, pair[2].id))
    ):
        if copy.id not in found:
            changed, left_out = _beside(copy.text, original.text), _beside(original.text, copy.text)
            found[copy.id] = Copy(copy.id, original.id, share, changed, left_out)
    return tuple(found[name] for name in sorted(found))


def copies_among(articles: Sequence[Article], job: Job | None = None) -> dict[str, Copy]:
    """``copies`` by the id of the article that is one; asked again for the same articles, in whatever order, it costs
    nothing."""
    key = frozenset(articles)
    found = _found.get(key)
    if found is None:
        found = {copy.article_id: copy for copy in copies(articles, job)}
        for old in list(_found)[: len(_found) - _KEPT + 1]:
            _found.pop(old, None)
        _found[key] = found
    return found


def is_agency_name(name: str) -> bool:
    """Whether ``name`` is a known news agency's, in full or as agencies sign (``dpa``, ``AP``)."""
    return _AGENCY.fullmatch(name.strip()) is not None


def _is_agency(article: Article) -> bool:
    """Whether the article comes from a news agency itself: its outlet is one, or its file is called so."""
    file = re.split(r"[/\\]", article.source)[-1].rpartition(".")[0]
    return any(is_agency_name(name) for name in (article.outlet or "", file))


def _pairs(ranked: Sequence[Article], job: Job) -> list[tuple[float, Article, Article]]:
    """Share, original and copy of every pair that shares enough.

    Runs that stand in one article alone are of no use; which articles hold the others is a matrix, and that times
    itself counts the runs of all pairs at once. Measured: 500 articles of 850 words, all of them near-copies of one
    another, take three seconds; pair by pair they took half a minute.
    """
    import numpy as np

    runs = [_runs(article.text) for article in job.each(ranked)]
    where: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for index, own in enumerate(job.each(runs)):
        for run in own:
            where[run].append(index)
    holders = [places for places in where.values() if len(places) > 1]
    shared = np.zeros((len(runs), len(runs)), dtype=np.float32)
    for start in job.each(range(0, len(holders), _AT_A_TIME)):
        some = holders[start : start + _AT_A_TIME]
        holds = np.zeros((len(runs), len(some)), dtype=np.float32)
        for column, places in enumerate(some):
            holds[places, column] = 1
        shared += holds @ holds.T
    sizes = np.array([max(1, len(own)) for own in runs])
    share = np.triu(shared / np.minimum.outer(sizes, sizes), 1)
    found = ((float(share[a, b]), ranked[a], ranked[b]) for a, b in zip(*np.nonzero(share >= COPY), strict=True))
    return [pair for pair in found if pair[1].id != pair[2].id]


def _runs(text: str) -> set[tuple[str, ...]]:
    words = re.findall(r"\w+", text.casefold())
    return set(zip(*(words[start:] for start in range(_RUN)), strict=False))


def _beside(text: str, other: str) -> tuple[Span, ...]:
    """The sentences of ``text`` whose words do not stand so in ``other``."""
    known = {_folded(span.of(other)) for span in _sentences(other)}
    return tuple(span for span in _sentences(text) if (words := _folded(span.of(text))) and words not in known)


def _folded(sentence: str) -> str:
    return "".join(filter(str.isalnum, sentence.casefold()))


def _sentences(text: str) -> list[Span]:
    found, start = [], 0
    for match in _SENTENCE_END.finditer(text):
        # Closing marks belong to the sentence before them, blanks and line ends to none.
        end = match.start() + len(match[0].rstrip())
        found.append(Span(start, end))
        start = match.end()
    found.append(Span(start, len(text.rstrip())))
    return [span for span in found if span.start < span.end]
