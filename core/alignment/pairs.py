"""Features of a pair of claims, for all pairs of two articles at once.

What carried weight in the fit, in this order: how far the pair stands out among each side's candidates, the
centred cosine, the share of words (weighed by rarity) that have a partner near in the encoder's space, the
place in the article, the neighbours, the wording. Soft word alignment after Mihalcea, Corley and Strapparava
2006 ("Corpus-based and Knowledge-based Measures of Text Semantic Similarity"), here across languages; the bins
of best matches after Xiong et al. 2017 ("End-to-End Neural Ad-hoc Ranking with Kernel Pooling").
"""

from __future__ import annotations

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


def features(material: Material, a: Rows, b: Rows) -> dict[str, Floats]:
    """One table (rows of ``a`` × rows of ``b``) per feature; swapping ``a`` and ``b`` transposes every table."""
    out: dict[str, Floats] = {}
    _meaning(material, a, b, out)
    _words(material, a, b, out)
    _figures(material, a, b, out)
    _names(material, a, b, out)
    _wording(material, a, b, out)
    out |= interaction.features(material.interaction, a, b)
    out["late"] = np.asarray((out["late_min"] + out["late_max"]) / 2, dtype=np.float32)
    _kinship(material, a, b, out)
    _places(material, a, b, out)
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
    out["cosine"] = m.raw[a] @ m.raw[b].T
    out["centred"] = m.claim[a] @ m.claim[b].T
    out["sentence"] = m.sentence[a] @ m.sentence[b].T
    out["context"] = m.context[a] @ m.context[b].T
    _both("cross", m.claim[a] @ m.sentence[b].T, m.sentence[a] @ m.claim[b].T, out)


def _words(m: Material, a: Rows, b: Rows, out: dict[str, Floats]) -> None:
    forms_a, forms_b = _forms(m, a), _forms(m, b)
    alike = _alike(m, forms_a, forms_b)
    holds_a, holds_b = _holds(m, a, forms_a), _holds(m, b, forms_b)
    best_a, best_b = _best(alike, holds_b), _best(alike.T, holds_a)
    weight_a, weight_b = holds_a * m.words.weight[forms_a], holds_b * m.words.weight[forms_b]
    total_a, total_b = weight_a.sum(1), weight_b.sum(1)
    for floor in FLOORS:
        mass_a = weight_a @ _above(best_a, floor)
        mass_b = (weight_b @ _above(best_b, floor)).T
        name = f"{floor * 100:.0f}"
        _both(f"cover{name}", mass_a / (total_a + 0.5)[:, None], mass_b / (total_b + 0.5)[None, :], out)
        out[f"mass{name}"] = np.minimum(mass_a, mass_b)
    for low, high in BINS:
        in_a = weight_a @ ((best_a >= low) & (best_a < high)).astype(np.float32)
        in_b = weight_b @ ((best_b >= low) & (best_b < high)).astype(np.float32)
        _both(f"bin{low * 100:.0f}", in_a, in_b.T, out)
    _both(
        "missing", weight_a @ (best_a < NEAR).astype(np.float32), (weight_b @ (best_b < NEAR).astype(np.float32)).T, out
    )
    for number, name in enumerate(CLASSES):
        own_a = weight_a * (m.words.class_[forms_a] == number)
        own_b = weight_b * (m.words.class_[forms_b] == number)
        share_a = own_a @ _above(best_a, 0.4) / (own_a.sum(1) + 1)[:, None]
        share_b = own_b @ _above(best_b, 0.4) / (own_b.sum(1) + 1)[:, None]
        _both(name.lower(), share_a, share_b.T, out)


def _forms(m: Material, rows: Rows) -> Rows:
    return np.unique(np.concatenate([m.words.of[i] for i in rows])) if len(rows) else np.empty(0, dtype=np.int64)


def _alike(m: Material, a: Rows, b: Rows) -> Floats:
    """How alike two words are: meaning or spelling, whichever is more; figures only to themselves."""
    w = m.words
    alike = np.maximum(
        w.vectors[a] @ w.vectors[b].T, wording.spelling([w.lower[i] for i in a], [w.lower[i] for i in b])
    )
    figure_a, figure_b = w.is_figure[a], w.is_figure[b]
    if figure_a.any() or figure_b.any():
        same = np.array([w.lower[i] for i in a])[:, None] == np.array([w.lower[j] for j in b])[None, :]
        either = figure_a[:, None] | figure_b[None, :]
        alike = np.where(either, same.astype(np.float32), alike)
    return np.asarray(alike, dtype=np.float32)


def _holds(m: Material, rows: Rows, forms: Rows) -> Floats:
    table = np.zeros((len(rows), len(forms)), dtype=np.float32)
    for k, i in enumerate(rows):
        table[k, np.searchsorted(forms, m.words.of[i])] = 1
    return table


def _best(alike: Floats, holds: Floats) -> Floats:
    """For each word (row) its best match in each claim (column)."""
    out = np.zeros((alike.shape[0], holds.shape[0]), dtype=np.float32)
    for k in range(holds.shape[0]):
        own = np.flatnonzero(holds[k])
        if len(own):
            out[:, k] = alike[:, own].max(axis=1)
    return out


def _above(best: Floats, floor: float) -> Floats:
    return np.asarray(np.clip((best - floor) / (1 - floor), 0, 1), dtype=np.float32)


def _figures(m: Material, a: Rows, b: Rows, out: dict[str, Floats]) -> None:
    same, against = m.between.tables("figures", *_keys(m, a, b), lambda: _verdicts(m, a, b))
    count_a = np.array([len(m.figures[i]) for i in a], dtype=np.float32)
    count_b = np.array([len(m.figures[j]) for j in b], dtype=np.float32)
    out["figures_same"], out["figures_against"] = same, against
    _both("figures", np.repeat(count_a[:, None], len(b), 1), np.repeat(count_b[None, :], len(a), 0), out)


def _keys(m: Material, a: Rows, b: Rows) -> tuple[bytes, bytes]:
    return m.keys[int(m.home[a[0]])], m.keys[int(m.home[b[0]])]


def _verdicts(m: Material, a: Rows, b: Rows) -> tuple[Floats, Floats]:
    """How many figures of two claims agree, and how many cannot both be true."""
    same = np.zeros((len(a), len(b)), dtype=np.float32)
    against = np.zeros_like(same)
    counting = [(y, m.figures[j]) for y, j in enumerate(b) if m.figures[j]]
    for x, i in enumerate(a):
        for y, others in counting if m.figures[i] else ():
            verdicts = [figures.agree(f, g) for f in m.figures[i] for g in others]
            same[x, y] = verdicts.count(True)
            against[x, y] = verdicts.count(False)
    return same, against


def _names(m: Material, a: Rows, b: Rows, out: dict[str, Floats]) -> None:
    """Weighed by rarity: what both claims name, as a sum and as shares of what each names."""
    keys = sorted(frozenset().union(*(m.names[i] for i in (*a, *b))))
    place = {key: k for k, key in enumerate(keys)}
    weight = np.array([m.rarity[key] for key in keys], dtype=np.float32)
    tables = []
    for rows in (a, b):
        table = np.zeros((len(rows), len(keys)), dtype=np.float32)
        for x, i in enumerate(rows):
            table[x, [place[key] for key in m.names[i]]] = 1
        tables.append(table)
    shared = (tables[0] * weight) @ tables[1].T
    total_a, total_b = tables[0] @ weight, tables[1] @ weight
    out["names_shared"] = np.asarray(shared, dtype=np.float32)
    _both("names", shared / (total_a + 1)[:, None], shared / (total_b + 1)[None, :], out)
    _both("naming", np.repeat(total_a[:, None], len(b), 1), np.repeat(total_b[None, :], len(a), 0), out)


def _kinship(m: Material, a: Rows, b: Rows, out: dict[str, Floats]) -> None:
    """How far the two articles are about one thing: the same for all their pairs.

    Ranks and gaps are relative, so an article on another event would get its best matches linked as well; its
    vectors lie apart, and it shares few names.
    """
    shape = (len(a), len(b))
    middle_a, middle_b = m.raw[a].mean(0), m.raw[b].mean(0)
    norm = float(np.linalg.norm(middle_a) * np.linalg.norm(middle_b))
    out["kin_meaning"] = np.full(shape, float(middle_a @ middle_b) / max(norm, 1e-6), dtype=np.float32)
    names_a, names_b = (frozenset().union(*(m.names[i] for i in rows)) for rows in (a, b))
    shared = len(names_a & names_b) / max(1, min(len(names_a), len(names_b)))
    out["kin_names"] = np.full(shape, shared, dtype=np.float32)
    out["kin_best"] = np.full(shape, float(np.sort(out["cosine"].max(axis=1))[-5:].mean()), dtype=np.float32)
    other = float(np.sort(out["cosine"].max(axis=0))[-5:].mean())
    out["kin_best"] = ((out["kin_best"] + other) / 2).astype(np.float32)


def _wording(m: Material, a: Rows, b: Rows, out: dict[str, Floats]) -> None:
    out["token_set"], out["ratio"] = m.between.tables(
        "wording", *_keys(m, a, b), lambda: wording.ratios([m.texts[i] for i in a], [m.texts[j] for j in b])
    )


def _places(m: Material, a: Rows, b: Rows, out: dict[str, Floats]) -> None:
    length = np.array([len(t) for t in m.texts], dtype=np.float32)
    _both("length", np.repeat(length[a][:, None], len(b), 1), np.repeat(length[b][None, :], len(a), 0), out)
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
