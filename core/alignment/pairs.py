"""Features of a pair of claims, for all pairs of two articles at once.

What carried weight in the fit, in this order: how far the pair stands out among each side's candidates, the
centred cosine, the share of words (weighed by rarity) that have a partner near in the encoder's space, the
place in the article, the neighbours, the wording. Soft word alignment after Mihalcea, Corley and Strapparava
2006 ("Corpus-based and Knowledge-based Measures of Text Semantic Similarity"), here across languages; the bins
of best matches after Xiong et al. 2017 ("End-to-End Neural Ad-hoc Ranking with Kernel Pooling").
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from core.alignment import interaction, wording
from core.alignment.material import CLASSES, Material
from core.language import figures

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float32]
    Rows = NDArray[np.int64]

FLOORS = (0.3, 0.6)
"""Cosines of two words below which they do not count as partners."""
BINS = ((0.9, 2.0), (0.75, 0.9), (0.6, 0.75), (0.45, 0.6))
NEAR = 0.6
WORDING = ("token_set", "ratio")
"""Features that ``wording`` makes, of candidates alone: they took a fifth of the time of all."""


@dataclass(frozen=True, slots=True)
class Side:
    """What one article brings to all its pairs. ``rows``: its claims, one after the other.

    ``forms`` are its words; ``weight`` has a row for each word and a column for each claim, ``classes`` the same for each of
    CLASSES, one beside the other; ``spoken`` are the places in ``forms`` of the words of those claims (``speaking``) that
    have any, claim after claim from ``starts`` on. ``names`` has a row a claim and a column for each name of the event; ``figures``
    are those of all its claims, one claim after the other, ``told`` has a row a claim and a column for each of them.
    """

    rows: Rows
    forms: Rows
    weight: Floats
    classes: Floats
    spoken: Rows
    speaking: Rows
    starts: Rows
    names: Floats
    figures: figures.Table
    told: Floats
    middle: Floats

    @classmethod
    def of(cls, m: Material, rows: Rows) -> Side:
        """The side of the article whose claims are ``rows`` (at least one)."""
        words = [m.words.of[i] for i in rows]
        forms = np.unique(np.concatenate(words))
        spoken = np.searchsorted(forms, np.concatenate(words))
        sizes = np.array([len(own) for own in words])
        speaking = np.flatnonzero(sizes)
        weight = np.zeros((len(forms), len(rows)), dtype=np.float32)
        weight[spoken, np.repeat(np.arange(len(rows)), sizes)] = m.words.weight[forms[spoken]]
        classes = [weight * (m.words.class_[forms] == number)[:, None] for number in range(len(CLASSES))]
        place = {key: k for k, key in enumerate(m.rarity)}
        names = np.zeros((len(rows), len(place)), dtype=np.float32)
        for x, i in enumerate(rows):
            names[x, [place[key] for key in m.names[i]]] = 1
        starts = (np.cumsum(sizes) - sizes)[speaking]
        counted = [f for i in rows for f in m.figures[i]]
        told = np.zeros((len(rows), len(counted)), dtype=np.float32)
        told[np.repeat(np.arange(len(rows)), [len(m.figures[i]) for i in rows]), np.arange(len(counted))] = 1
        return cls(
            rows, forms, weight, np.hstack(classes), spoken, speaking, starts, names, figures.Table.of(counted), told,
            m.raw[rows].mean(0),
        )  # fmt: skip


def features(material: Material, a: Side, b: Side, alike: Floats | None = None) -> dict[str, Floats]:
    """One table (rows of ``a`` × rows of ``b``) per feature, an empty one for those of WORDING; swapping ``a`` and ``b`` transposes all.

    ``alike``: how alike their words are (``likeness``), where it is known.
    """
    out: dict[str, Floats] = {}
    _meaning(material, a.rows, b.rows, out)
    _words(a, b, likeness(material, a.forms, b.forms) if alike is None else alike, out)
    _figures(material, a, b, out)
    _names(material, a, b, out)
    out |= dict.fromkeys(WORDING, np.empty((0, 0), dtype=np.float32))
    out |= interaction.features(material.interaction, a.rows, b.rows)
    out["late"] = np.asarray((out["late_min"] + out["late_max"]) / 2, dtype=np.float32)
    _kinship(a, b, out)
    _places(material, a.rows, b.rows, out)
    base = out["centred"] + 0.25 * (out["cover30_min"] + out["cover30_max"])
    for name, table in (("centred", out["centred"]), ("base", base), ("late", out["late"])):
        _standing(name, table, out)
    _neighbours("neighbours", base, out)
    _neighbours("late_near", out["late"], out)
    return out


def _both(name: str, from_a: Floats, from_b: Floats, out: dict[str, Floats]) -> None:
    """Keep the smaller and the larger of the two directions, so that neither article comes first."""
    out[f"{name}_min"] = np.minimum(from_a, from_b)
    out[f"{name}_max"] = np.maximum(from_a, from_b)


def _meaning(m: Material, a: Rows, b: Rows, out: dict[str, Floats]) -> None:
    # The claims of an article follow one another: stretches of the tables, and no copies.
    x, y = slice(a[0], a[-1] + 1), slice(b[0], b[-1] + 1)
    out["cosine"] = m.raw[x] @ m.raw[y].T
    out["centred"] = m.claim[x] @ m.claim[y].T
    out["sentence"] = m.sentence[x] @ m.sentence[y].T
    out["context"] = m.context[x] @ m.context[y].T
    _both("cross", m.claim[x] @ m.sentence[y].T, m.sentence[x] @ m.claim[y].T, out)


def _words(a: Side, b: Side, alike: Floats, out: dict[str, Floats]) -> None:
    best_a, best_b = _best(alike.T, b), _best(alike, a)
    sums_a, sums_b = a.weight.sum(axis=0), b.weight.sum(axis=0)
    steps = (len(FLOORS) + len(BINS) + 1, len(b.rows), len(a.rows))
    of_a = (_stages(best_a) @ a.weight).reshape(steps).transpose(0, 2, 1)
    of_b = (_stages(best_b) @ b.weight).reshape(steps[0], len(a.rows), len(b.rows))
    for k, floor in enumerate(FLOORS):
        name = f"{floor * 100:.0f}"
        _both(f"cover{name}", of_a[k] / (sums_a + 0.5)[:, None], of_b[k] / (sums_b + 0.5)[None, :], out)
        out[f"mass{name}"] = np.minimum(of_a[k], of_b[k])
    for k, (low, _) in enumerate(BINS, len(FLOORS)):
        _both(f"bin{low * 100:.0f}", of_a[k], of_b[k], out)
    _both("missing", of_a[-1], of_b[-1], out)
    share_a = _above(best_a, 0.4) @ a.classes / (a.classes.sum(axis=0) + 1)
    share_b = _above(best_b, 0.4) @ b.classes / (b.classes.sum(axis=0) + 1)
    for number, name in enumerate(CLASSES):
        own_a = share_a[:, number * len(a.rows) : (number + 1) * len(a.rows)]
        own_b = share_b[:, number * len(b.rows) : (number + 1) * len(b.rows)]
        _both(name.lower(), own_a.T, own_b, out)


def _stages(best: Floats) -> Floats:
    """One under the other: how far ``best`` is above each of FLOORS, whether it lies in each of BINS, whether below NEAR."""
    above = [_above(best, floor) for floor in FLOORS]
    inside = [((best >= low) & (best < high)).astype(np.float32) for low, high in BINS]
    return np.concatenate([*above, *inside, (best < NEAR).astype(np.float32)])


def likeness(m: Material, a: Rows, b: Rows) -> Floats:
    """How alike the words ``a`` (rows) and ``b`` (columns) are: meaning or spelling, whichever is more; figures only to
    themselves."""
    w = m.words
    alike = np.maximum(
        w.vectors[a] @ w.vectors[b].T, wording.spelling([w.lower[i] for i in a], [w.lower[i] for i in b])
    )
    alike = np.asarray(alike, dtype=np.float32)
    figures_a, figures_b = np.flatnonzero(w.is_figure[a]), np.flatnonzero(w.is_figure[b])
    if len(figures_a) or len(figures_b):
        same = (w.spelt[a[figures_a]][:, None] == w.spelt[b]).astype(np.float32)
        alike[:, figures_b] = (w.spelt[a][:, None] == w.spelt[b[figures_b]]).astype(np.float32)
        alike[figures_a] = same
    return alike


def _best(alike: Floats, side: Side) -> Floats:
    """For each claim of ``side`` (row) the best match of each word of the other (column); ``alike`` has its words as rows."""
    out = np.zeros((len(side.rows), alike.shape[1]), dtype=np.float32)
    if len(side.spoken):
        out[side.speaking] = np.maximum.reduceat(alike[side.spoken], side.starts, axis=0)
    return out


def _above(best: Floats, floor: float) -> Floats:
    return np.asarray(np.clip((best - floor) / (1 - floor), 0, 1), dtype=np.float32)


def _figures(m: Material, a: Side, b: Side, out: dict[str, Floats]) -> None:
    same, against = m.between.tables("figures", *_keys(m, a.rows, b.rows), lambda: _verdicts(a, b))
    count_a, count_b = a.told.sum(axis=1), b.told.sum(axis=1)
    out["figures_same"], out["figures_against"] = same, against
    _both("figures", np.repeat(count_a[:, None], len(count_b), 1), np.repeat(count_b[None, :], len(count_a), 0), out)


def _keys(m: Material, a: Rows, b: Rows) -> tuple[bytes, bytes]:
    return m.keys[int(m.home[a[0]])], m.keys[int(m.home[b[0]])]


def _verdicts(a: Side, b: Side) -> tuple[Floats, Floats]:
    """How many figures of two claims agree, and how many cannot both be true."""
    found = a.figures.verdicts(b.figures)
    same, against = (a.told @ (found == verdict).astype(np.float32) @ b.told.T for verdict in (1, -1))
    return np.asarray(same, dtype=np.float32), np.asarray(against, dtype=np.float32)


def _names(m: Material, a: Side, b: Side, out: dict[str, Floats]) -> None:
    """Weighed by rarity: what both claims name, as a sum and as shares of what each names."""
    weight = np.array(list(m.rarity.values()), dtype=np.float32)
    shared = (a.names * weight) @ b.names.T
    total_a, total_b = a.names @ weight, b.names @ weight
    out["names_shared"] = np.asarray(shared, dtype=np.float32)
    _both("names", shared / (total_a + 1)[:, None], shared / (total_b + 1)[None, :], out)
    _both("naming", np.repeat(total_a[:, None], len(b.rows), 1), np.repeat(total_b[None, :], len(a.rows), 0), out)


def _kinship(a: Side, b: Side, out: dict[str, Floats]) -> None:
    """How far the two articles are about one thing: the same for all their pairs.

    Ranks and gaps are relative, so an article on another event would get its best matches linked as well; its
    vectors lie apart, and it shares few names.
    """
    shape = (len(a.rows), len(b.rows))
    norm = float(np.linalg.norm(a.middle) * np.linalg.norm(b.middle))
    out["kin_meaning"] = np.full(shape, float(a.middle @ b.middle) / max(norm, 1e-6), dtype=np.float32)
    names_a, names_b = a.names.any(axis=0), b.names.any(axis=0)
    shared = int((names_a & names_b).sum()) / max(1, min(int(names_a.sum()), int(names_b.sum())))
    out["kin_names"] = np.full(shape, shared, dtype=np.float32)
    out["kin_best"] = np.full(shape, float(np.sort(out["cosine"].max(axis=1))[-5:].mean()), dtype=np.float32)
    other = float(np.sort(out["cosine"].max(axis=0))[-5:].mean())
    out["kin_best"] = ((out["kin_best"] + other) / 2).astype(np.float32)


def worded(m: Material, a: Side, b: Side, wanted: NDArray[np.bool_]) -> dict[str, Floats]:
    """The tables of WORDING; what is not ``wanted`` may be missing (NaN)."""
    shape = wanted.shape

    def nothing() -> tuple[Floats, Floats]:
        return np.full(shape, np.nan, dtype=np.float32), np.full(shape, np.nan, dtype=np.float32)

    tables = m.between.tables("wording", *_keys(m, a.rows, b.rows), nothing)
    x, y = np.nonzero(wanted & np.isnan(tables[0]))
    if len(x):
        found = wording.ratios([m.texts[i] for i in a.rows[x]], [m.texts[j] for j in b.rows[y]])
        for table, own in zip(tables, found, strict=True):
            table[x, y] = own
    return dict(zip(WORDING, tables, strict=True))


def _places(m: Material, a: Rows, b: Rows, out: dict[str, Floats]) -> None:
    long_a, long_b = (np.array([len(m.texts[i]) for i in rows], dtype=np.float32) for rows in (a, b))
    _both("length", np.repeat(long_a[:, None], len(b), 1), np.repeat(long_b[None, :], len(a), 0), out)
    out["length_ratio"] = np.asarray(out["length_min"] / np.maximum(out["length_max"], 1), dtype=np.float32)
    place_a, place_b = m.position[a][:, None], m.position[b][None, :]
    out["distance"] = np.asarray(np.abs(place_a - place_b), dtype=np.float32)
    _both(
        "place", np.broadcast_to(place_a, out["distance"].shape), np.broadcast_to(place_b, out["distance"].shape), out
    )
    out["opening"] = (m.opening[a][:, None] + m.opening[b][None, :]).astype(np.float32)
    out["quoted"] = (m.quoted[a][:, None] + m.quoted[b][None, :]).astype(np.float32)
    out["one_language"] = (m.language[a][:, None] == m.language[b][None, :]).astype(np.float32)


def _standing(name: str, table: Floats, out: dict[str, Floats]) -> None:
    """How the pair stands among each side's candidates: reciprocal rank, gap to the next best, standard score."""
    for kind, of_row in (("rank", _rank), ("gap", _gap), ("z", _z)):
        _both(f"{name}_{kind}", of_row(table), of_row(table.T).T, out)


def _rank(table: Floats) -> Floats:
    order = np.argsort(-table, axis=1, kind="stable")
    ranks = np.empty_like(order)
    np.put_along_axis(ranks, order, np.arange(table.shape[1])[None, :].repeat(table.shape[0], 0), 1)
    return np.asarray(1 / (1 + ranks), dtype=np.float32)


def _gap(table: Floats) -> Floats:
    if table.shape[1] < 2:
        return np.zeros_like(table)
    top = np.partition(table, -2, axis=1)[:, -2:]
    return np.asarray(np.where(table >= top[:, 1:], table - top[:, :1], table - top[:, 1:]), dtype=np.float32)


def _z(table: Floats) -> Floats:
    spread = table.std(axis=1, keepdims=True) + 1e-6
    return np.asarray((table - table.mean(axis=1, keepdims=True)) / spread, dtype=np.float32)


def _neighbours(name: str, base: Floats, out: dict[str, Floats]) -> None:
    """The best of ``base`` among the pairs up to two claims before or behind, in both articles."""
    rows, columns = base.shape
    padded = np.zeros((rows + 4, columns + 4), dtype=np.float32)
    padded[2:-2, 2:-2] = base
    near = np.zeros_like(base)
    for down in range(5):
        for right in range(5):
            if (down, right) != (2, 2):
                np.maximum(near, padded[down : down + rows, right : right + columns], out=near)
    out[name] = near
