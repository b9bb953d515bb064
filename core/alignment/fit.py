"""Fits the scorer of links: ``python -m core.alignment.fit EVENTS… [--also EVENTS…] [--parallel EVENTS…] [--dry]``

EVENTS are folders with one folder an event (``core.gold``). Every event is seen whole and in a few random choices
of its articles, so that the scorer knows comparisons of two articles as well as of six. Those of ``--also`` are learned
from as well and not counted in the figures, nor are those of ``--parallel``: accounts of which one follows the other
sentence by sentence, as two translations of one text do; each of them is learned from a second time with its sentences
shuffled, so that the order is not what they are linked by. Prints the figures
cross-validated over events, then fits on everything and writes ``resources/models/links.npz`` and ``pieces.npz``.
Deterministic. Needs scikit-learn and torch; running what was fitted does not.
"""

from __future__ import annotations

import argparse
import random
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from core import claims, gold
from core.alignment import candidates, company, material, scorer
from core.alignment.interaction import Projection
from core.alignment.measure import Counts, Target, count
from core.alignment.sieve import Candidates
from core.claims import fit as cuts_fit
from core.job import Job
from core.language import pipelines
from core.language.encoder import Encoder
from core.model import Article, Claim

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from spacy.tokens import Doc

    Floats = NDArray[np.float32]

MODELS = Path(__file__).parents[2] / "resources" / "models"
FOLDS = 4
CHOICES = (2, 3)
"""How many articles the random choices of each event hold, besides the event as a whole."""
BRIEF = (2, 7)
"""One more choice holds three articles, of each its first claims, so few at least and at most: short notices. (A random share
of each one's claims in their place: the same cross-validated, 0.688 against 0.690 on whole events.)"""
STRANGER = 3
"""One more choice holds so many articles and one of another event, no pair of which is right."""
TREES: dict[str, Any] = {
    "max_iter": 90, "max_depth": 4, "learning_rate": 0.11, "min_samples_leaf": 60, "l2_regularization": 2.0, "random_state": 0,
}  # fmt: skip
PENALTY = 0.05
"""Inverse strength of the line's L2 penalty."""
THRESHOLDS = tuple(round(0.16 + 0.02 * k, 2) for k in range(25))


@dataclass(frozen=True)
class Set:
    """One event, or a choice of its articles: its candidates, which of them are right, and what must be found.

    Of a ``brief`` one only the first claims of each article are there; it is learned from and not counted.
    """

    event: str
    whole: bool
    brief: bool
    found: Candidates
    home: NDArray[np.int64]
    right: NDArray[np.bool_]
    target: Target


@dataclass(frozen=True)
class Annotated:
    """Annotated events as a comparison would see them that was fitted without them.

    Claims are cut, and their pieces projected, by weights that were fitted on the events of other folds: what is
    learned from them knows the errors that new events bring.
    """

    events: tuple[gold.Event, ...]
    docs: dict[str, Doc]
    claims: dict[str, tuple[Claim, ...]]
    projections: tuple[Projection, ...]
    final: Projection

    def projection(self, event: gold.Event) -> Projection:
        """The one that was fitted without ``event``."""
        return self.projections[folds([e.name for e in self.events])[event.name]]


def folds(names: Sequence[str]) -> dict[str, int]:
    """In which fold each event is left out."""
    return {name: k % FOLDS for k, name in enumerate(sorted(set(names)))}


def shuffled(event: gold.Event, docs: dict[str, Doc], draw: random.Random) -> gold.Event:
    """``event`` with the sentences of all its articles but the first in another order, each a paragraph of its own."""
    articles, anew = [event.articles[0]], {}
    for article in event.articles[1:]:
        head, *body = (text for sent in docs[article.id].sents if (text := sent.text.strip()))
        draw.shuffle(body)
        other = gold.retold(article, [head, *body])
        anew[article.id] = (article.text, other)
        articles.append(other)

    def moved(mention: gold.Mention) -> gold.Mention:
        if mention.article_id not in anew:
            return mention
        text, other = anew[mention.article_id]
        places = tuple(place for span in mention.spans for place in gold.find(other.text, span.of(text)))
        return gold.Mention(other.id, places, mention.full)

    claims = tuple(tuple(m for m in map(moved, mentions) if m.spans) for mentions in event.claims)
    return gold.Event(event.name, tuple(articles), claims)


def annotated(folders: Sequence[Path], also: Sequence[Path], parallel: Sequence[Path], encoder: Encoder) -> Annotated:
    """The events below ``folders`` and ``also``, and those below ``parallel``, these also with their sentences shuffled,
    each with its articles in the order of their ids; fits cuts and projections per fold, and the projection that ships.

    Where sentences are cut is learned from ``folders`` alone: another annotator cuts finer or coarser, and a model of both
    cuts like neither.
    """
    from core.alignment import fit_interaction

    plain, alike = (
        [event.only(sorted(event.articles, key=lambda a: a.id)) for event in gold.read_all(some)]
        for some in ([*folders, *also], parallel)
    )
    docs = pipelines.parse(tuple(a for event in (*plain, *alike) for a in event.articles), Job())
    draw = random.Random(0)
    mixed = [shuffled(event, docs, draw) for event in alike]
    docs |= pipelines.parse(tuple(a for event in mixed for a in event.articles if a.id not in docs), Job())
    events = (*plain, *alike, *mixed)
    fold = folds([e.name for e in events])
    gaps = [
        (example.event, example) for event in cuts_fit.events(list(folders)) for example in cuts_fit.examples(event)
    ]
    cuts = [cuts_fit.fit([x for name, x in gaps if fold[name] != k]) for k in range(FOLDS)]
    own = {a.id: claims.extract(a, docs[a.id], cuts[fold[e.name]]) for e in events for a in e.articles}
    lessons = []
    for event in events:
        every = tuple(c for a in event.articles for c in own[a.id])
        place = {a.id: k for k, a in enumerate(event.articles)}
        texts = [c.compared(event.articles[place[c.article_id]].text) for c in every]
        language = np.array([event.articles[place[c.article_id]].language for c in every])
        home = np.array([place[c.article_id] for c in every])
        right = Target.of(event, every).right
        lessons.append((event.name, fit_interaction.lesson(texts, language, home, right, encoder)))
    parts = [[x for name, x in lessons if fold[name] != k] for k in range(FOLDS)]
    return Annotated(
        events, docs, own, tuple(map(fit_interaction.learn, parts)), fit_interaction.learn([x for _, x in lessons])
    )


def sets(given: Annotated, encoder: Encoder) -> list[Set]:
    """All events, whole, in choices, and the beginnings of three of their articles."""
    draw, out = random.Random(0), []
    for number, event in enumerate(given.events):
        choices = [event.articles]
        for size in CHOICES:
            if size < len(event.articles):
                chosen = sorted(draw.sample(range(len(event.articles)), size))
                choices.append(tuple(event.articles[k] for k in chosen))
        stranger = draw.choice(given.events[number - 1].articles)
        choices.append((*draw.sample(event.articles, min(STRANGER, len(event.articles))), stranger))
        beginnings = random.Random(event.name)
        short = tuple(beginnings.sample(event.articles, min(STRANGER, len(event.articles))))
        some = {a.id: given.claims[a.id][: beginnings.randint(*BRIEF)] for a in short}
        out += [_set(event, articles, given, given.claims, encoder) for articles in choices]
        out.append(_set(event, short, given, some, encoder))
    return out


def _set(
    event: gold.Event,
    articles: tuple[Article, ...],
    given: Annotated,
    claims: dict[str, tuple[Claim, ...]],
    encoder: Encoder,
) -> Set:
    every = tuple(c for a in articles for c in claims[a.id])
    m = material.gather(articles, given.docs, every, encoder, Job(), given.projection(event))
    found = candidates.described(m, Job())
    target = Target.of(event.only(articles), every)
    right = np.array([pair in target.right for pair in zip(found.i.tolist(), found.j.tolist(), strict=True)])
    return Set(event.name, articles is event.articles, claims is not given.claims, found, m.home, right, target)


def learn(x: Sequence[Floats], y: Sequence[NDArray[np.bool_]], names: tuple[str, ...]) -> scorer.Step:
    """Trees and a line fitted on the rows of all tables together."""
    from sklearn.ensemble import HistGradientBoostingClassifier
    from sklearn.linear_model import LogisticRegression

    table, right = np.concatenate(x), np.concatenate(y)
    trees = HistGradientBoostingClassifier(**TREES).fit(table, right)
    mean, scale = table.mean(0), table.std(0) + 1e-6
    line = LogisticRegression(C=PENALTY, solver="newton-cholesky").fit(np.clip((table - mean) / scale, -6, 6), right)
    return scorer.Step(
        names, _trees(trees), scorer.Line(mean, scale, line.coef_[0].astype(np.float32), float(line.intercept_[0]))
    )


def _trees(model: Any) -> scorer.Trees:
    """scikit-learn's trees as arrays (its node table: feature, threshold, children, value)."""
    nodes = [predictors[0].nodes for predictors in model._predictors]
    size = max(len(n) for n in nodes)
    shape = (len(nodes), size)
    feature, left, right = (np.full(shape, fill, dtype=np.int16) for fill in (-1, 0, 0))
    split, value = np.zeros(shape, dtype=np.float32), np.zeros(shape, dtype=np.float32)
    for row, table in enumerate(nodes):
        inner = table["is_leaf"] == 0
        feature[row, : len(table)] = np.where(inner, table["feature_idx"], -1)
        split[row, : len(table)] = np.where(inner, table["num_threshold"], 0)
        left[row, : len(table)] = np.where(inner, table["left"], 0)
        right[row, : len(table)] = np.where(inner, table["right"], 0)
        value[row, : len(table)] = table["value"]
    baseline = float(np.ravel(model._baseline_prediction)[0])
    return scorer.Trees(feature, split, left, right, value, baseline, max(int(n["depth"].max()) for n in nodes))


def together(found: Candidates, home: NDArray[np.int64], p: Floats) -> Floats:
    """The second step's table: the first step's features and what the other pairs say."""
    return np.concatenate([found.x, company.features(company.Scored(found.i, found.j, p), home)], axis=1)


def held_out(data: Sequence[Set], tables: Sequence[Floats], names: tuple[str, ...]) -> list[Floats]:
    """Probabilities of every set by models that saw nothing of its event."""
    fold = folds([s.event for s in data])
    out: list[Floats] = [np.empty(0, dtype=np.float32)] * len(data)
    for k in range(FOLDS):
        seen = [n for n, s in enumerate(data) if fold[s.event] != k]
        step = learn([tables[n] for n in seen], [data[n].right for n in seen], names)
        for n, s in enumerate(data):
            if fold[s.event] == k:
                out[n] = step.probability(tables[n])
    return out


def sweep(data: Sequence[Set], p: Sequence[Floats]) -> tuple[float, Counts]:
    """The threshold with the best link F1 over ``data``, the lowest of equals, and its counts."""
    every = []
    for threshold in THRESHOLDS:
        total = Counts()
        for s, own in zip(data, p, strict=True):
            keep = own >= threshold
            total += count(zip(s.found.i[keep].tolist(), s.found.j[keep].tolist(), strict=True), s.target)
        every.append((threshold, total))
    return max(every, key=lambda one: one[1].f1)


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("events", type=Path, nargs="+")
    parser.add_argument("--also", type=Path, nargs="+", default=[], metavar="EVENTS")
    parser.add_argument("--parallel", type=Path, nargs="+", default=[], metavar="EVENTS")
    parser.add_argument("--dry", action="store_true", help="only the cross-validated figures")
    args = parser.parse_args()
    encoder = Encoder()
    given = annotated(args.events, args.also, args.parallel, encoder)
    data = sets(given, encoder)
    counted = {event.name for event in gold.read_all(args.events)}
    names = data[0].found.names
    alone = [s.found.x for s in data]
    first = held_out(data, alone, names)
    more = [together(s.found, s.home, p) for s, p in zip(data, first, strict=True)]
    second = held_out(data, more, names + company.NAMES)
    for title, p in (("alone", first), ("together", second)):
        for what, chosen in (
            ("whole events", [s.whole and s.event in counted for s in data]),
            ("two or three articles", [not s.whole and not s.brief and s.event in counted for s in data]),
            ("learned from as well", [s.event not in counted and not s.brief for s in data]),
        ):
            kept = [n for n, c in enumerate(chosen) if c]
            if not kept:
                continue
            threshold, counts = sweep([data[n] for n in kept], [p[n] for n in kept])
            print(f"{title:9} {what:22} {counts} at {threshold}")
    # Those of ``--parallel`` are of no kind that a reader compares; the others are of several hands, as a reader's are.
    alike = {event.name for event in gold.read_all(args.parallel)}
    kept = [n for n, s in enumerate(data) if s.event not in alike and not s.brief]
    threshold, counts = sweep([data[n] for n in kept], [second[n] for n in kept])
    print(f"chosen threshold {threshold}: {counts}")
    if not args.dry:
        right = [s.right for s in data]
        steps = {"alone": learn(alone, right, names), "together": learn(more, right, names + company.NAMES)}
        packed = {k: v for name, step in steps.items() for k, v in scorer.pack(step, name).items()}
        np.savez_compressed(MODELS / "links.npz", threshold=threshold, **packed)
        final = given.final
        np.savez_compressed(
            MODELS / "pieces.npz",
            matrix=final.matrix.astype(np.float16), lean=final.lean.astype(np.float16), rarity=final.rarity, shift=final.shift,
        )  # fmt: skip


if __name__ == "__main__":
    main()
