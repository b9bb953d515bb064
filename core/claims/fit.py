"""Fits where sentences are cut into claims: ``python -m core.claims.fit EVENTS…``

EVENTS are folders with one folder an event, each with a ``gold.json``: a reader's claims with the exact quotes that
carry them. A gap where a quote begins or ends inside a sentence is a cut, a gap inside a quote is none; where quotes
lie inside one another both are learned, weighted. Prints the cross-validated figures (events, not sentences, are left
out), then fits on everything and writes ``resources/models/cuts.json``. Deterministic. Needs scikit-learn.
"""

from __future__ import annotations

import argparse
import json
import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from core.claims import cuts, gaps, reported
from core.job import Job
from core.language import pipelines
from core.model import Article

if TYPE_CHECKING:
    from spacy.tokens import Doc

Place = tuple[int, int]
FOLDS = 7
SEEN = 4
"""A feature in fewer gaps than these is not weighed."""
STRENGTH = 0.3
"""Inverse strength of the L2 penalty; 0.1 and 1.0 were half a point worse."""
PART = 0.4
"""The weight of a quote that carries only part of its claim."""
NEGLIGIBLE = 0.015


@dataclass(frozen=True)
class Event:
    """One event: its articles, their Docs, and the quotes of the reader's claims with their weight, by article id."""

    name: str
    articles: tuple[Article, ...]
    docs: dict[str, Doc]
    quotes: dict[str, list[tuple[Place, float]]]


@dataclass(frozen=True)
class Example:
    """One gap: where (event, article, sentence, offsets), its features, and the weight for and against a cut."""

    event: str
    sentence: tuple[str, int]
    place: Place
    features: frozenset[str]
    cut: float
    whole: float


def events(folders: list[Path]) -> Iterator[Event]:
    """The annotated events of the folders, in the order of their names."""
    for gold in sorted(path for folder in folders for path in folder.glob("*/gold.json")):
        data = json.loads(gold.read_text(encoding="utf-8"))
        articles = {}
        for entry in data["articles"]:
            text = unicodedata.normalize("NFC", (gold.parent / entry["file"]).read_text(encoding="utf-8")).strip()
            name = f"{gold.parent.name}/{entry['id']}"
            articles[entry["id"]] = Article(name, entry["file"], "", text.partition("\n")[0], text, entry["language"])
        quotes: dict[str, list[tuple[Place, float]]] = defaultdict(list)
        for claim in data["claims"]:
            for mention in claim["mentions"]:
                article = articles[mention["article"]]
                place = find(article.text, mention["quote"])
                if place:
                    quotes[article.id].append((place, 1.0 if mention["fit"] == "full" else PART))
        found = tuple(articles.values())
        yield Event(gold.parent.name, found, pipelines.parse(found, Job()), quotes)


def find(text: str, quote: str) -> Place | None:
    """Where ``quote`` stands in ``text``, white space folded and quotation marks unified."""
    marks = re.compile("[\"“”„‟«»‘’‚']")
    pattern = r"\s+".join(re.escape(word) for word in marks.sub("'", quote).split())
    match = re.search(pattern, marks.sub("'", text)) if pattern else None
    return match.span() if match else None


def examples(event: Event) -> Iterator[Example]:
    """Every gap of the event's articles in the languages that are fitted."""
    for article in event.articles:
        if article.language not in cuts.LANGUAGES:
            continue
        doc = event.docs[article.id]
        headline = gaps.headline_end(article.text)
        for number, sentence in enumerate(doc.sents):
            words = gaps.words_of(list(sentence))
            read = gaps.Sentence.of(words, article.language)
            places = gaps.gaps(read, article.language)
            frames = reported.frames(words, article.language)
            for k, gap in enumerate(places):
                place = (words[gap.left - 1].idx + len(words[gap.left - 1]), words[gap.right].idx)
                seen = frozenset(gaps.features(read, places, k, article.language, words[0].idx < headline, frames))
                cut, whole = votes(place, event.quotes.get(article.id, []))
                yield Example(event.name, (article.id, number), place, seen, cut, whole)


def votes(place: Place, quotes: list[tuple[Place, float]]) -> tuple[float, float]:
    """The weight of the quotes that begin or end at the gap, and of those that run across it."""
    left, right = place
    cut = sum(w for (start, end), w in quotes if left <= start <= right or left <= end <= right)
    whole = sum(w for (start, end), w in quotes if start < left and end > right)
    return cut, whole


def fit(learned: list[Example]) -> dict[str, float]:
    """The weights of a logistic regression over ``learned``; the bias is that of the empty string."""
    import numpy as np
    from sklearn.feature_extraction import DictVectorizer
    from sklearn.linear_model import LogisticRegression

    learned = [e for e in learned if e.cut + e.whole > 0]
    count = Counter(name for e in learned for name in e.features)
    rows = [{name: 1.0 for name in sorted(e.features) if count[name] >= SEEN} for e in learned]
    vectorizer = DictVectorizer()
    matrix = vectorizer.fit_transform(rows + rows)
    cut = np.array([e.cut / (e.cut + e.whole) for e in learned])
    weight = np.concatenate([cut, 1 - cut])
    target = np.repeat([1, 0], len(learned))
    used = np.flatnonzero(weight)
    model: Any = LogisticRegression(C=STRENGTH, max_iter=1000)
    model.fit(matrix[used], target[used], sample_weight=weight[used])
    named = zip(vectorizer.get_feature_names_out(), model.coef_[0], strict=True)
    return {"": round(float(model.intercept_[0]), 4)} | {
        str(name): round(float(value), 3) for name, value in named if abs(value) >= NEGLIGIBLE
    }


def lies_tight(a: Place, b: Place) -> bool:
    """Whether two ranges share at least half of what they cover together."""
    shared = min(a[1], b[1]) - max(a[0], b[0])
    return shared > 0 and 2 * shared >= (a[1] - a[0]) + (b[1] - b[0]) - shared


def measured(event: Event, chosen: dict[tuple[str, int], list[Place]]) -> Counter[str]:
    """Counts of claims and quotes, and of those that lie tightly on one another, with the cuts ``chosen``."""
    count: Counter[str] = Counter()
    for article in event.articles:
        quotes = sorted({place for place, _ in event.quotes.get(article.id, [])})
        claims = []
        for number, sentence in enumerate(event.docs[article.id].sents):
            words = gaps.words_of(list(sentence))
            if not words:
                continue
            start = words[0].idx
            for left, right in sorted(chosen.get((article.id, number), [])):
                claims.append((start, left))
                start = right
            claims.append((start, words[-1].idx + len(words[-1])))
        compared = [c for c in claims if any(min(c[1], q[1]) - max(c[0], q[0]) > 2 for q in quotes)]
        count["claims"] += len(compared)
        count["quotes"] += len(quotes)
        count["claims tight"] += sum(any(lies_tight(c, q) for q in quotes) for c in compared)
        count["quotes tight"] += sum(any(lies_tight(c, q) for c in claims) for q in quotes)
    return count


def said(count: Counter[str]) -> str:
    """One line with precision, recall and F1 of the claims against the quotes."""
    precision = count["claims tight"] / max(1, count["claims"])
    recall = count["quotes tight"] / max(1, count["quotes"])
    f1 = 2 * precision * recall / max(1e-9, precision + recall)
    return f"P {precision:.3f} R {recall:.3f} F1 {f1:.3f}  ({count['claims']} claims, {count['quotes']} quotes)"


def cross_validated(found: list[Event], learned: list[Example]) -> dict[tuple[str, int], list[Place]]:
    """The cuts of every event, by weights that were fitted without it."""
    chosen: dict[tuple[str, int], list[Place]] = defaultdict(list)
    for fold in range(FOLDS):
        left_out = {event.name for event in found[fold::FOLDS]}
        weights = fit([e for e in learned if e.event not in left_out])
        for example in learned:
            if example.event in left_out and cuts.probability(example.features, weights) >= cuts.THRESHOLD:
                chosen[example.sentence].append(example.place)
    return chosen


def main() -> None:
    """Print the cross-validated figures, fit on everything, write the weights."""
    parser = argparse.ArgumentParser(prog="python -m core.claims.fit")
    parser.add_argument("events", type=Path, nargs="+", help="folders of annotated events")
    found = list(events(parser.parse_args().events))
    learned = [example for event in found for example in examples(event)]
    chosen = cross_validated(found, learned)
    whole, total = Counter[str](), Counter[str]()
    for event in found:
        whole += measured(event, {})
        count = measured(event, chosen)
        total += count
        print(f"{event.name:24} {said(count)}")
    print(f"{'TOTAL':24} {said(total)}")
    print(f"{'whole sentences':24} {said(whole)}")
    target = Path(__file__).parents[2] / "resources" / "models" / "cuts.json"
    target.parent.mkdir(parents=True, exist_ok=True)
    weights = fit(learned)
    target.write_text(json.dumps(weights, ensure_ascii=False, indent=0, sort_keys=True) + "\n", encoding="utf-8")
    print(f"{len(weights)} weights from {len(learned)} gaps: {target}")


if __name__ == "__main__":
    main()
