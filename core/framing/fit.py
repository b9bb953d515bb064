"""Fits the lenses' scorers on annotated events: ``python -m core.framing.fit EVENTS… --calm EVENTS…``.

Every lens proposes candidates; a candidate that touches an entry of its kind is positive, one that touches
another kind's entry (or a passage that an entry is set against) counts HALF in part, the rest are negative. A logistic
regression and a forest of shallow boosted trees are averaged in log-odds (numpy-free at run time, see scorer), twice:
the second time with what the first says of the candidates around (``company``), held out. The second learns from every
event once more with fewer articles and with a single one, and from calm events, in which nothing is framed: annotated events are all heated
ones, and a scorer that never saw two faithful accounts marks their differences.
Scores for choosing thresholds are cross-validated over events (no event's entries are seen by the model that
scores it). The thresholds of all kinds are chosen together: most entries found, with a precision held over all
marks and a floor of recall in each kind (``thresholds``). Deterministic: two runs write the same bytes.
"""

from __future__ import annotations

import argparse
import json
import zlib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, Any

from core.framing import lenses, propose, sense
from core.framing.company import HOPELESS, SPAN_KINDS, Company
from core.framing.evidence import Candidate, Lens
from core.framing.gold import Event, events, fewer
from core.framing.scorer import Model
from core.framing.sense import Sense
from core.framing.thresholds import Counts, choose, curve, table
from core.language import lexicons
from core.language.encoder import Encoder

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]

HALF = (0.1, 0.25)
"""What a candidate counts that touches gold of another kind, in the first step and in the second.

More finds more entries at the same precision, for a mark on any entry is right; but a first step alone then marks plain
words on contested claims: with 0.35 it made three times the false alarms on two faithful translations. The second step,
which has seen calm events, does not: 0.25 found 0.57 of the entries at a precision of 0.55 where 0.1 found 0.48, and made
1.8 marks in 1,000 calm words in place of 2.4."""
CALM = 5.0
"""What a candidate in a calm event weighs in the second step, as there are so many framed events beside them. In 1,000 words
of two faithful translations the scorer made 12.7 marks at 1 and 7.9 at 5, at thresholds that find 0.50 and 0.52 of the
entries."""
FOLDS = 7
HIDE = 0.5
"""Share of the lexicons' matching entries that ``hidden`` keeps from the events they are measured on."""
MODELS = Path(__file__).parents[2] / "resources" / "models"


@dataclass
class Sample:
    """All candidates of one kind: whose event they are of, what they touch, their features as rows."""

    kind: str
    names: tuple[str, ...]
    candidates: list[Candidate]
    event: list[int]
    hits: list[tuple[int, ...]]
    right: list[bool]
    x: Floats
    gold: int

    def beside(self, rows: Sequence[dict[str, float]]) -> Sample:
        """The same candidates with the features ``rows`` after their own."""
        import numpy as np

        names = tuple(rows[0]) if rows else ()
        x = np.array([[row[n] for n in names] for row in rows]).reshape(len(self.x), -1)
        return replace(self, names=self.names + names, x=np.hstack([self.x, x]))

    def target(self, half: float) -> Floats:
        """1 on an entry of the kind, ``half`` on other gold, else 0."""
        import numpy as np

        return np.array([1.0 if h else half if r else 0.0 for h, r in zip(self.hits, self.right, strict=True)])


@dataclass(frozen=True)
class Material:
    """What is learnt from: ``framed`` annotated events, each again as ``fewer`` with two or three of its articles and
    with a ``single`` one, and ``calm`` events, in which nothing is framed. An event and its smaller selves are of one
    fold."""

    framed: tuple[Event, ...]
    fewer: tuple[Event, ...]
    single: tuple[Event, ...]
    calm: tuple[Event, ...]

    @cached_property
    def events(self) -> tuple[Event, ...]:
        """All of them, in this order."""
        return (*self.framed, *self.fewer, *self.single, *self.calm)

    @cached_property
    def importance(self) -> Floats:
        """What a candidate of each event weighs in the second step."""
        import numpy as np

        return np.array([1.0] * (len(self.events) - len(self.calm)) + [CALM] * len(self.calm))

    @cached_property
    def fold(self) -> tuple[int, ...]:
        """The fold of each event."""
        every = (self.framed, self.fewer, self.single, self.calm)
        return tuple(i % FOLDS for some in every for i in range(len(some)))


def material(framed: Sequence[Event], calm: Sequence[Event]) -> Material:
    """The annotated events with their smaller selves, and the calm ones."""
    some = tuple(fewer(e, 2 + i % 2) for i, e in enumerate(framed))
    return Material(tuple(framed), some, tuple(fewer(e, 1) for e in framed), tuple(calm))


def sample(lens: Lens, data: Material) -> Sample:
    """The candidates of ``lens`` on all events; what a lens learns itself, it learns from the other folds' framed events."""
    import numpy as np

    candidates, of, hits, right = [], [], [], []
    learnt = {
        k: _learn(
            lens,
            [e for i, e in enumerate(data.framed) if i % FOLDS != k],
            hidden([e for i, e in enumerate(data.framed) if i % FOLDS == k]),
        )
        for k in range(FOLDS)
    }
    for i, event in enumerate(data.events):
        for c in propose(lens, event.evidence, learnt[data.fold[i]]):
            candidates.append(c)
            of.append(i)
            hits.append(event.hits(lens.KIND, c.article_id, c.span))
            right.append(event.right(c.article_id, c.span))
    names = tuple(sorted({name for c in candidates for name in c.features}))
    x = np.array([[float(c.features.get(name, 0.0)) for name in names] for c in candidates]).reshape(-1, len(names))
    gold = sum(e.kind == lens.KIND for event in data.framed for e in event.entries)
    found = Sample(lens.KIND, names, candidates, of, hits, right, x, gold)
    return _heard(found, data) if lens.KIND in sense.KINDS else found


def _heard(s: Sample, data: Material) -> Sample:
    """``s`` with what its candidates' words mean, by what was learned from the framed events of other folds."""
    import numpy as np

    vectors, marked, of = _said(s, data)
    fold = np.array(data.fold)[of]
    scores = np.zeros(len(of))
    for k in range(FOLDS):
        rest = (fold != k) & (of < len(data.framed))
        scores[fold == k] = sense.learn(vectors[rest], marked[rest]).scores(vectors[fold == k])
    return s.beside([{sense.FEATURE: float(v)} for v in scores])


def _said(s: Sample, data: Material) -> tuple[Any, Any, Any]:
    """Of all candidates the vectors of their words, whether they are marked, the number of their event."""
    import numpy as np

    parts = [
        sense.vectors([c for c, _ in run], data.events[number].evidence)
        for number, run in groupby(zip(s.candidates, s.event, strict=True), key=lambda own: own[1])
    ]
    return np.concatenate(parts), np.array([bool(h) for h in s.hits]), np.array(s.event)


def ships(s: Sample, data: Material) -> Sense | None:
    """What the words of the kind mean by all framed events; None where that is no feature of it."""
    if s.kind not in sense.KINDS:
        return None
    vectors, marked, of = _said(s, data)
    framed = of < len(data.framed)
    return sense.learn(vectors[framed], marked[framed])


def _learn(lens: Lens, data: Sequence[Event], unseen: frozenset[tuple[str, ...]] = frozenset()) -> Any:
    """What ``lens.learn`` makes of the entries of its kind; None where the lens learns nothing itself."""
    learn = getattr(lens, "learn", None)
    if learn is None or not data:
        return None
    marked = [
        (e.evidence, [(x.article_id, s) for x in e.entries if x.kind == lens.KIND for s in x.places]) for e in data
    ]
    return learn(marked, unseen)


def hidden(data: Sequence[Event]) -> frozenset[tuple[str, ...]]:
    """Entries of the lexicons that are kept from the events that they are measured on: a part, HIDE, of those that
    match a loaded word or a label which annotators marked there.

    Whoever wrote the lexicons had read these events' entries, and no other event's; without this the model would trust
    the lexicons more than they deserve on an event that nobody has read.
    """
    found: set[tuple[str, ...]] = set()
    for event in data:
        for entry in event.entries:
            if entry.kind in {"loaded", "label"}:
                language = event.evidence.language(entry.article_id)
                for span in entry.places:
                    tokens = event.evidence.tokens(entry.article_id, span)
                    for name in ("loaded", "label"):
                        lexicon = lexicons.load(name, language)
                        found.update(e.words for t in tokens for e in lexicon.of_token(t) if e.side == "loaded")
                        found.update(e.words for e, _, _ in lexicon.idioms(tokens) if e.side == "loaded")
    return frozenset(w for w in found if zlib.crc32(" ".join(w).encode()) % 100 < 100 * HIDE)


def train(names: tuple[str, ...], x: Floats, target: Floats, importance: Floats | float = 1.0) -> Model:
    """A model over the features ``names`` (columns of ``x``); ``target`` 0–1 may be soft, ``importance`` weighs the rows."""
    import numpy as np
    from sklearn.ensemble import HistGradientBoostingClassifier
    from sklearn.linear_model import LogisticRegression

    rows = np.vstack([x, x])
    label = np.concatenate([np.ones(len(x)), np.zeros(len(x))])
    weight = np.concatenate([target * importance, (1.0 - target) * importance])
    used = weight > 0
    rows, label, weight = rows[used], label[used], weight[used]
    mean, scale = x.mean(axis=0), x.std(axis=0) + 1e-6
    linear = LogisticRegression(C=0.1, max_iter=2000).fit((rows - mean) / scale, label, sample_weight=weight)
    weights = linear.coef_[0] / scale
    bias = float(linear.intercept_[0] - (mean * weights).sum())
    forest = HistGradientBoostingClassifier(
        max_iter=120,
        learning_rate=0.06,
        max_depth=4,
        min_samples_leaf=15,
        l2_regularization=5.0,
        early_stopping=False,
        random_state=0,
    ).fit(rows, label, sample_weight=weight)
    base = float(np.ravel(forest._baseline_prediction)[0])
    trees = tuple(_tree(predictors[0].nodes) for predictors in forest._predictors)
    return Model(names, round((bias + base) / 2, 5), tuple(round(float(w) / 2, 5) for w in weights), trees)


def _tree(nodes: Any) -> tuple[tuple[int, float, int, int, float], ...]:
    """A fitted tree's nodes as the scorer walks them; halved, for it is averaged with the logistic regression."""
    return tuple(
        (-1, 0.0, 0, 0, round(float(n["value"]) / 2, 5))
        if n["is_leaf"]
        else (int(n["feature_idx"]), round(float(n["num_threshold"]), 6), int(n["left"]), int(n["right"]), 0.0)
        for n in nodes
    )


def held_out(s: Sample, data: Material, earlier: Sequence[float] | None = None) -> list[float]:
    """Each candidate's strength by a model that did not see its event.

    The first step learns from the framed events. ``earlier``: its strengths, in the second, which learns from all; what
    was HOPELESS there keeps it.
    """
    import numpy as np

    of = np.array(s.event)
    fold = np.array(data.fold)[of]
    scores = np.zeros(len(s.candidates)) if earlier is None else np.array(earlier)
    tried = np.ones(len(s.candidates), bool) if earlier is None else scores >= HOPELESS
    taught = tried & (np.array(s.event) < len(data.framed)) if earlier is None else tried
    target = s.target(HALF[0] if earlier is None else HALF[1])
    for k in range(FOLDS):
        rest, test = (fold != k) & taught, (fold == k) & tried
        if not test.any() or not (target[rest] > 0.9).any():
            continue
        model = train(s.names, s.x[rest], target[rest], 1.0 if earlier is None else data.importance[of[rest]])
        scores[test] = model.of_columns(s.x[test].T)
    return [float(v) for v in scores]


def in_company(samples: dict[str, Sample], scores: dict[str, list[float]], data: Material) -> dict[str, Sample]:
    """The samples with the features of ``company``, by the first step's ``scores``."""
    rated: list[list[tuple[Candidate, float]]] = [[] for _ in data.events]
    for k, s in samples.items():
        for c, e, p in zip(s.candidates, s.event, scores[k], strict=True):
            rated[e].append((c, p))
    companies = []
    for own, event in zip(rated, data.events, strict=True):
        words = {a.id: len(a.text.split()) for a in event.evidence.articles}
        companies.append(Company([c for c, _ in own], [p for _, p in own], words))
    return {k: s.beside(_accompanied(s, scores[k], companies)) for k, s in samples.items()}


def _accompanied(s: Sample, p: Sequence[float], companies: Sequence[Company]) -> list[dict[str, float]]:
    """The second step's own features of each candidate, event by event, as ``sample`` orders them."""
    rows = []
    for number, run in groupby(range(len(p)), key=lambda i: s.event[i]):
        own = list(run)
        table = companies[number].table([s.candidates[i] for i in own], [p[i] for i in own])
        rows += [dict(zip(table, map(float, values), strict=True)) for values in zip(*table.values(), strict=True)]
    return rows


def write(
    first: Model, second: Model, kind: str, threshold: float, own: Sense | None = None, folder: Path = MODELS
) -> None:
    """Write both models of ``kind`` into ``folder``, with what its words mean."""
    data: dict[str, Any] = {"kind": kind, "threshold": round(threshold, 4)}
    if own is not None:
        data["sense"] = {"weights": own.weights, "bias": own.bias}
    data |= {"first": _plain(first), "second": _plain(second)}
    (folder / f"framing-{kind}.json").write_text(json.dumps(data, separators=(",", ":")) + "\n", encoding="utf-8")


def _plain(model: Model) -> dict[str, Any]:
    return {"features": model.features, "bias": model.bias, "weights": model.weights, "trees": model.trees}


def of_framed(s: Sample, scores: Sequence[float], data: Material) -> tuple[Sample, list[float]]:
    """What concerns the whole annotated events."""
    own = [i for i, e in enumerate(s.event) if e < len(data.framed)]
    kept = replace(
        s, candidates=[s.candidates[i] for i in own], event=[s.event[i] for i in own], hits=[s.hits[i] for i in own],
        right=[s.right[i] for i in own], x=s.x[own],
    )  # fmt: skip
    return kept, [scores[i] for i in own]


def alarms(
    samples: dict[str, Sample], scores: dict[str, list[float]], points: dict[str, Counts], data: Material
) -> str:
    """How many candidates of a kind pass in 1,000 words of the calm events, by models that saw others."""
    calm = range(len(data.events) - len(data.calm), len(data.events))
    words = sum(len(a.text.split()) for e in data.calm for a in e.evidence.articles)
    rates = {
        k: sum(p >= points[k].threshold and e in calm for e, p in zip(s.event, scores[k], strict=True))
        * 1000
        / max(1, words)
        for k, s in samples.items()
    }
    return "in 1,000 calm words: " + ", ".join(f"{k} {v:.1f}" for k, v in rates.items())


def main() -> None:
    """Fit, print the cross-validated table, and write the models where asked."""
    parser = argparse.ArgumentParser(prog="python -m core.framing.fit", description=__doc__)
    parser.add_argument("events", type=Path, nargs="+", help="folders of annotated events")
    parser.add_argument("--comparisons", type=Path, help="folder of NAME.json, the aligner's output on each event")
    parser.add_argument("--calm", type=Path, nargs="*", default=[], help="folders of events in which nothing is framed")
    parser.add_argument("--write", action="store_true", help="write resources/models/framing-KIND.json")
    args = parser.parse_args()
    encoder = Encoder()
    data = material(
        tuple(e for folder in args.events for e in events(folder, encoder, args.comparisons)),
        tuple(e for folder in args.calm for e in events(folder, encoder, args.comparisons)),
    )
    samples: dict[str, Sample] = {x.KIND: sample(x, data) for x in lenses() if x.KIND in SPAN_KINDS}
    alone = {k: held_out(s, data) for k, s in samples.items()}
    _chosen(samples, alone, data)
    full = in_company(samples, alone, data)
    final = {k: held_out(s, data, alone[k]) for k, s in full.items()}
    points = _chosen(full, final, data)
    if args.write:
        for kind, s in full.items():
            tried = [p >= HOPELESS for p in alone[kind]]
            own, _ = of_framed(samples[kind], alone[kind], data)
            first = train(own.names, own.x, own.target(HALF[0]))
            weight = data.importance[s.event][tried]
            second = train(s.names, s.x[tried], s.target(HALF[1])[tried], weight)
            write(first, second, kind, points[kind].threshold, ships(s, data))
        for lens in lenses():
            if lens.KIND in samples and (known := _learn(lens, data.framed)) is not None:
                known.save(MODELS)


def _chosen(samples: dict[str, Sample], scores: dict[str, list[float]], data: Material) -> dict[str, Counts]:
    """The point of each kind's curve over the annotated events; prints their table."""
    points = choose({k: curve(*of_framed(s, scores[k], data)) for k, s in samples.items()})
    print(table(points))
    print(alarms(samples, scores, points, data), flush=True)
    return points


if __name__ == "__main__":
    main()
