"""The features of one article's claims with those of several others, against what each pair of claims says by itself."""

from __future__ import annotations

import numpy as np
import pytest

from core import claims as cutting
from core.alignment import candidates, company, material, pairs, partners, probabilities, scorer, sieve, turns
from core.alignment.cover import ALIKE, BINS, FLOORS, NEAR, likeness
from core.alignment.material import CLASSES, Material
from core.alignment.standing import Cells
from core.job import Job
from core.language import figures, pipelines
from core.language.encoder import Encoder
from core.reading import read_text
from tests.benchmarks import events

SINGLE = "No comment."


@pytest.fixture(scope="module")
def event() -> Material:
    articles = (*events.articles(3, 150), read_text(SINGLE), *events.articles(1, 140, seed=3))
    docs = pipelines.parse(articles, Job())
    claims = tuple(c for a in articles for c in cutting.extract(a, docs[a.id]))
    return material.gather(articles, docs, claims, Encoder(), Job())


def covered(m: Material, i: int, j: int) -> dict[object, float]:
    """How far the words of claim ``i`` have partners in ``j``."""
    own, other = m.words.of[i], m.words.of[j]
    table = likeness(m, own, other)
    bins = [f"bin{low * 100:.0f}" for low in BINS]
    out: dict[object, float] = dict.fromkeys([*FLOORS, *bins, "missing", "all"], 0.0)
    classes = {name: [0.0, 0.0] for name in CLASSES}
    for k, form in enumerate(own):
        weight, best = float(m.words.weight[form]), float(table[k].max(initial=0.0 if not len(other) else -1.0))
        out["all"] += weight
        for floor in FLOORS:
            out[floor] += weight * max(0.0, (best - floor) / (1 - floor))
        reached = [name for name, low in zip(bins, BINS, strict=True) if best >= low]
        if reached:
            out[reached[0]] += weight
        out["missing"] += weight * (best < NEAR)
        if m.words.class_[form] < len(CLASSES):
            class_ = classes[CLASSES[m.words.class_[form]]]
            class_[0] += weight * max(0.0, (best - ALIKE) / (1 - ALIKE))
            class_[1] += weight
    return out | {name: part / (whole + 1) for name, (part, whole) in classes.items()}


def slowly(m: Material, i: int, j: int) -> dict[str, float]:
    """The features of one pair that need nothing but the two claims."""
    out: dict[str, float] = {}

    def both(name: str, a: float, b: float) -> None:
        out[f"{name}_min"], out[f"{name}_max"] = min(a, b), max(a, b)

    for name, vectors in (("cosine", m.raw), ("centred", m.claim), ("sentence", m.sentence), ("context", m.context)):
        out[name] = float(vectors[i] @ vectors[j])
    out["rare"] = float(m.interaction.whole[i] @ m.interaction.whole[j])
    both("cross", float(m.claim[i] @ m.sentence[j]), float(m.sentence[i] @ m.claim[j]))
    a, b = covered(m, i, j), covered(m, j, i)
    for floor in FLOORS:
        both(f"cover{floor * 100:.0f}", a[floor] / (a["all"] + 0.5), b[floor] / (b["all"] + 0.5))
        out[f"mass{floor * 100:.0f}"] = min(a[floor], b[floor])
    for name in (*(f"bin{low * 100:.0f}" for low in BINS), "missing", *CLASSES):
        both(name.lower(), a[name], b[name])
    said = [figures.agree(f, g) for f in m.figures[i] for g in m.figures[j]]
    out["figures_same"], out["figures_against"] = said.count(True), said.count(False)
    both("figures", len(m.figures[i]), len(m.figures[j]))
    shared, of_a, of_b = (
        sum(m.rarity[key] for key in keys) for keys in (m.names[i] & m.names[j], m.names[i], m.names[j])
    )
    out["names_shared"] = shared
    both("names", shared / (of_a + 1), shared / (of_b + 1))
    both("naming", of_a, of_b)
    both("length", len(m.texts[i]), len(m.texts[j]))
    out["length_ratio"] = out["length_min"] / out["length_max"]
    out["distance"] = abs(float(m.position[i]) - float(m.position[j]))
    both("place", float(m.position[i]), float(m.position[j]))
    out["opening"], out["quoted"] = m.opening[i] + m.opening[j], m.quoted[i] + m.quoted[j]
    out["one_language"] = m.language[i] == m.language[j]
    return out


def kinship(m: Material, a: np.ndarray, b: np.ndarray) -> dict[str, float]:
    """What is the same for all pairs of two articles."""
    x, y = m.raw[a].mean(axis=0), m.raw[b].mean(axis=0)
    names = [set().union(*(m.names[row] for row in rows)) for rows in (a, b)]
    alike = m.raw[a] @ m.raw[b].T
    best = [sorted(alike.max(axis=axis))[-5:] for axis in (0, 1)]
    return {
        "kin_meaning": float(x @ y) / float(np.linalg.norm(x) * np.linalg.norm(y)),
        "kin_names": len(names[0] & names[1]) / max(1, min(map(len, names))),
        "kin_best": float(np.mean(best[0]) + np.mean(best[1])) / 2,
    }


def test_every_pair_has_the_features_of_its_two_claims(event: Material) -> None:
    ground, agreed = pairs.Ground.of(event), 0.0
    for home, others in turns.against(event, partners.everybody(len(event.rows))):
        meeting = pairs.Host(ground, home).meet(others)
        cells = Cells.of(np.ones(meeting.field.shape, dtype=bool))
        found = meeting.at(cells)
        assert tuple(found) == scorer.load().alone.names
        assert all(np.isfinite(values).all() for values in found.values())
        for k, (i, j) in enumerate(zip(meeting.field.rows[cells.x], meeting.field.columns[cells.y], strict=True)):
            expected = slowly(event, i, j) | kinship(event, event.rows[home], event.rows[event.home[j]])
            for name, value in expected.items():
                assert found[name][k] == pytest.approx(value, abs=2e-5), (i, j, name)
            agreed += expected["figures_same"]
    assert agreed


def test_it_is_one_whether_others_are_looked_at_together_or_one_by_one(
    event: Material, monkeypatch: pytest.MonkeyPatch
) -> None:
    together = candidates.described(event, Job())
    monkeypatch.setattr(turns, "CELLS", 1)
    apart = candidates.described(event, Job())
    assert np.array_equal(together.i, apart.i)
    assert np.array_equal(together.j, apart.j)
    assert np.array_equal(np.lexsort((apart.j, apart.i)), np.arange(len(apart.i)))
    assert np.allclose(together.x, apart.x, atol=2e-5)


@pytest.mark.parametrize(("most", "rows"), [(40, 16_384), (40, 100), (2, 100)])
def test_what_is_not_faint_is_coded_and_the_rest_kept_of_few_articles(
    event: Material, monkeypatch: pytest.MonkeyPatch, most: int, rows: int
) -> None:
    whole = candidates.described(event, Job())
    monkeypatch.setattr(candidates, "MANY", most)
    monkeypatch.setattr(scorer, "ROWS", rows)
    some = candidates.find(event, Job())
    model = scorer.load()
    first = model.alone.probability(whole.x)
    strong = first >= sieve.FAINT
    assert 0 < strong.sum() < len(strong)
    kept = strong if most == 2 else np.ones(len(strong), dtype=bool)
    assert np.array_equal(some.i, whole.i[kept])
    assert np.array_equal(some.j, whole.j[kept])
    assert np.allclose(some.first, first[kept])
    assert np.array_equal(some.x, whole.x[kept][:, [whole.names.index(n) for n in sieve.SHOWN]])
    coded = model.together.code(whole.x[strong])
    assert np.array_equal(some.coded.codes, coded.codes)
    assert np.allclose(some.coded.line, coded.line, atol=1e-5)


def test_the_second_step_is_told_of_all_and_asked_of_what_is_not_faint(event: Material) -> None:
    whole, model = candidates.described(event, Job()), scorer.load()
    first = model.alone.probability(whole.x)
    others = company.features(company.Scored(whole.i, whole.j, first), event.home, whole.held)
    second = scorer.held(model.together.probability(whole.x, others), whole.x, whole.names)
    p, support = probabilities(candidates.find(event, Job()), event)
    strong = first >= sieve.FAINT
    assert np.allclose(p[strong], second[strong], atol=1e-5)
    assert np.allclose(p[~strong], first[~strong], atol=1e-6)
    assert np.allclose(support[strong], others[strong, company.NAMES.index("support")])


def test_candidates_to_be_learned_from_have_no_probability(event: Material) -> None:
    with pytest.raises(ValueError, match="learned from"):
        probabilities(candidates.described(event, Job()), event)
