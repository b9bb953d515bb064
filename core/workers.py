"""Articles analysed in further processes (``core.crew``), beside what this one does: parsing them and finding their claims takes
half the time of a comparison."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from core import crew
from core.crew import Task
from core.job import Job
from core.model import EVERY_TWO, Article, Claim

if TYPE_CHECKING:
    from spacy.tokens import Doc

Analysis = tuple["Doc", tuple[Claim, ...]]
Packed = tuple[bytes, tuple[Claim, ...]]
"""An analysis as it travels between processes."""

IN_A_WINDOW = 15_000
"""Characters of text from which the processes are started where other comparisons will follow: four articles of 600 words."""
ONCE = 60_000
"""The same where one comparison is all. A process takes as long to come up as some ten articles take."""


def employ(enough: int) -> None:
    """From now on comparisons of ``enough`` characters use the machine's other cores as well (``core.crew.employ``)."""
    crew.employ(enough, _load)


def analyse(articles: Sequence[Article], job: Job) -> Iterator[tuple[Article, Analysis]]:
    """Each of ``articles`` with its parse and its claims, in the order in which they are done. Raises Cancelled."""
    task = Task(lambda article: _analysed(article, job), _analysed_there, _unpacked, lambda article: len(article.text))
    with crew.crew().lent(sum(len(a.text) for a in articles)) as own:
        job.step(0, len(articles), "stage.language")
        for done, found in enumerate(crew.shared(articles, task, own, job), 1):
            yield found
            job.step(done, len(articles), "stage.language")
        if len(articles) > EVERY_TWO:
            own.rest()


def _analysed(article: Article, job: Job) -> Analysis:
    from core import claims
    from core.language import pipelines

    doc = pipelines.parse((article,), job)[article.id]
    return doc, claims.extract(article, doc)


def _analysed_there(article: Article) -> Packed:
    from core.language import pipelines

    doc, found = _analysed(article, Job())
    return pipelines.packed(doc), found


def _unpacked(article: Article, packed: Packed) -> Analysis:
    from core.language import pipelines

    return pipelines.unpacked(packed[0], article.language), packed[1]


def _load() -> None:
    """Load what the candidates, the encoder, the pipelines and the claims need, by a sentence in each of the two languages that are read most."""
    from core.alignment import elsewhere
    from core.language.encoder import Encoder

    elsewhere.load()
    Encoder().vectors(["A word"])
    for language in ("de", "en"):
        _analysed(Article("", "", "", "", "A title\n\nA sentence, it says.", language), Job())
