"""The score of a link on public sets of sentence pairs; only measured on, nothing is learnt from them.

MSRP (Dolan and Brockett 2005): is it a paraphrase; STS benchmark (Cer et al. 2017) and its German translation: how
alike are both; WMT 2021 news: which line translates which. A pair stands as two articles of one sentence each; what
says how a pair stands among others says nothing there.
"""

from __future__ import annotations

import csv
import random
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from core.alignment import candidates, material, probabilities
from core.compare import compare
from core.job import Job
from core.language import pipelines
from core.language.encoder import Encoder
from core.model import Article, Claim, Settings, Span
from tests.quality.public import WINDOW, article, f1

Text = tuple[str, str]
"""A sentence and its language."""


def scores(pairs: Sequence[tuple[Text, Text]]) -> list[float]:
    """The probability of a link for each pair of sentences."""
    encoder, job, out = Encoder(), Job(), []
    for start in range(0, len(pairs), 200):
        part = [
            tuple(
                article(f"{k}{side}.txt", f"{text} ", language)
                for side, (text, language) in zip("ab", pair, strict=True)
            )
            for k, pair in enumerate(pairs[start : start + 200])
        ]
        docs = pipelines.parse(tuple({a.id: a for pair in part for a in pair}.values()), job)
        encoder.vectors([a.text.strip() for pair in part for a in pair], job)
        for a, b in part:
            claims = tuple(
                Claim(f"c{k}", x.id, s, (s,), 0.5, "outlet") for k, x in enumerate((a, b)) if (s := _whole(x.text))
            )
            if a.id == b.id:
                out.append(1.0)
                continue
            m = material.gather((a, b), docs, claims, encoder, job)
            out.append(float(probabilities(candidates.find(m, job), m)[0][0]))
    return out


def _whole(text: str) -> Span:
    return Span(0, len(text.strip()))


def msrp(folder: Path) -> tuple[float, float]:
    """Accuracy at the link threshold, and at the best threshold of all."""
    with (folder / "msrp" / "train.tsv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    right = np.array([row["Quality"] == "1" for row in rows])
    score = np.array(scores([((r["#1 String"], "en"), (r["#2 String"], "en")) for r in rows]))
    best = max(float(((score >= t) == right).mean()) for t in np.unique(score))
    return float(((score >= Settings().link_threshold) == right).mean()), best


def stsb(folder: Path) -> dict[str, tuple[float, float]]:
    """Spearman's correlation of the link score, and of the encoder's cosine, by languages."""
    tables = {}
    for language in ("de", "en"):
        with (folder / "stsb" / f"dev_{language}.csv").open(encoding="utf-8", newline="") as file:
            tables[language] = list(csv.reader(file))
    gold = np.array([float(row[2]) for row in tables["en"]])
    out = {}
    for one, other in (("de", "de"), ("en", "en"), ("de", "en")):
        pairs = [((a[0], one), (b[1], other)) for a, b in zip(tables[one], tables[other], strict=True)]
        vectors = Encoder()
        cosine = (vectors.vectors([a for (a, _), _ in pairs]) * vectors.vectors([b for _, (b, _) in pairs])).sum(1)
        out["-".join(dict.fromkeys((one, other)))] = (spearman(np.array(scores(pairs)), gold), spearman(cosine, gold))
    return out


def spearman(x: np.ndarray, y: np.ndarray) -> float:
    """The correlation of the ranks, ties sharing their mean rank."""
    return float(np.corrcoef(_ranks(x), _ranks(y))[0, 1])


def _ranks(x: np.ndarray) -> np.ndarray:
    _, number, count = np.unique(x, return_inverse=True, return_counts=True)
    return (np.cumsum(count) - (count - 1) / 2)[number]


def wmt(folder: Path) -> float:
    """Link F1 between German lines and their translations, in shuffled windows with a third missing on each side."""
    lines = {
        name: (folder / "wmt-news" / name).read_text(encoding="utf-8").splitlines() for name in ("src.de", "ref.A.en")
    }
    draw = random.Random(0)
    found = wanted = made = 0
    for start in range(0, len(lines["src.de"]), WINDOW):
        numbers = list(range(start, min(start + WINDOW, len(lines["src.de"]))))
        texts, kept = [], []
        for name in lines:
            own = draw.sample(numbers, len(numbers) - len(numbers) // 3)
            texts.append("\n\n".join(lines[name][n] for n in own))
            kept.append(own)
        articles = [article(f"{name}.txt", text, name[-2:]) for name, text in zip(lines, texts, strict=True)]
        comparison = compare(articles)
        line = {c.id: _line(c, articles, kept) for c in comparison.claims}
        links = {(line[x.a], line[x.b]) for x in comparison.links}
        made += len(links)
        found += sum(a == b for a, b in links)
        wanted += len(set(kept[0]) & set(kept[1]))
    return f1(found, wanted, found, made)


def _line(claim: Claim, articles: Sequence[Article], kept: Sequence[Sequence[int]]) -> int:
    """The number of the line that ``claim`` stands in; lines are paragraphs of the articles made of them."""
    side = [a.id for a in articles].index(claim.article_id)
    return kept[side][articles[side].text[: claim.span.start].count("\n\n")]


def lines(folder: Path) -> list[str]:
    """All the measures with what is to be reached."""
    at, best = msrp(folder)
    rows = [
        f"WMT news German-English, link F1          {wmt(folder):.3f}   (to reach 0.985)",
        f"MSRP, accuracy at the link threshold      {at:.3f}   (to reach 0.75; at its best threshold {best:.3f})",
    ]
    for languages, (link, cosine) in stsb(folder).items():
        rows.append(
            f"STS-b {languages:5}, Spearman                    {link:.3f}   (the encoder's cosine {cosine:.3f})"
        )
    return rows
