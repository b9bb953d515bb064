"""Late interaction against its slow, obvious version."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.alignment import interaction
from core.alignment.interaction import FLOORS, SMOOTH, Interaction, Meeting, Side
from core.job import Job
from core.language.encoder import Encoder


def features(t: Interaction, a: np.ndarray, *others: np.ndarray) -> dict[str, np.ndarray]:
    """Every feature of all claims of ``a`` (rows) with all of the ``others``."""
    meeting = Meeting(t, a, [Side.of(t, other) for other in others])
    shape = len(a), sum(map(len, others))
    x, y = (places.ravel() for places in np.indices(shape))
    found = {name: values.reshape(shape) for name, values in meeting.at(x, y).items()}
    return found | {"late_min": np.minimum(*meeting.late), "late_max": np.maximum(*meeting.late)}


def made(seed: int, sizes: list[int]) -> Interaction:
    draw = np.random.default_rng(seed)
    bounds = np.concatenate([[0], np.cumsum(sizes)])
    pieces = draw.normal(size=(bounds[-1], 8)).astype(np.float32)
    pieces /= np.linalg.norm(pieces, axis=1, keepdims=True)
    weight = draw.uniform(0, 3, bounds[-1]).astype(np.float32)
    return Interaction(bounds, pieces, weight, draw.normal(size=(len(sizes), 8)).astype(np.float32))


def slow(t: Interaction, i: int, j: int) -> dict[str, float]:
    """One pair of claims, piece after piece."""
    sides = []
    for x, y in ((i, j), (j, i)):
        own, other = range(t.bounds[x], t.bounds[x + 1]), range(t.bounds[y], t.bounds[y + 1])
        best = {p: max(float(t.pieces[p] @ t.pieces[q]) for q in other) for p in own}
        total = sum(float(t.weight[p]) for p in own) + SMOOTH
        late = sum(float(t.weight[p]) * best[p] for p in own) / total
        mass = {f: sum(float(t.weight[p]) for p in own if best[p] >= f) for f in FLOORS}
        sides.append((late, {f: m / total for f, m in mass.items()}, mass))
    (late_a, share_a, mass_a), (late_b, share_b, mass_b) = sides
    out = {"late_min": min(late_a, late_b), "late_max": max(late_a, late_b)}
    for f in FLOORS:
        name = f"partners{f * 100:.0f}"
        out |= {f"{name}_min": min(share_a[f], share_b[f]), f"{name}_max": max(share_a[f], share_b[f])}
        out[f"{name}_mass"] = min(mass_a[f], mass_b[f])
    alone = [sum(map(float, t.weight[t.bounds[x] : t.bounds[x + 1]])) for x in (i, j)]
    alone = [alone[0] - mass_a[FLOORS[0]], alone[1] - mass_b[FLOORS[0]]]
    return out | {"alone_min": min(alone), "alone_max": max(alone)}


@given(st.integers(0, 10_000), st.lists(st.integers(1, 6), min_size=2, max_size=9), st.data())
def test_the_fast_way_gives_what_the_slow_one_gives(seed: int, sizes: list[int], data: st.DataObject) -> None:
    t = made(seed, sizes)
    split = data.draw(st.integers(1, len(sizes) - 1))
    second = data.draw(st.integers(split + 1, len(sizes)))
    a, others = np.arange(split), [np.arange(split, second), np.arange(second, len(sizes))]
    tables = features(t, a, *(own for own in others if len(own)))
    for i in a:
        for j in range(split, len(sizes)):
            for name, value in slow(t, i, j).items():
                assert tables[name][i, j - split] == pytest.approx(value, abs=1e-4), name


@given(st.integers(0, 10_000), st.lists(st.integers(1, 6), min_size=2, max_size=9))
def test_neither_article_comes_first(seed: int, sizes: list[int]) -> None:
    t = made(seed, sizes)
    a, b = np.arange(1), np.arange(1, len(sizes))
    there, back = features(t, a, b), features(t, b, a)
    assert all(np.allclose(there[name], back[name].T, atol=1e-5) for name in there)


def test_a_paraphrase_is_nearer_than_another_claim_of_the_same_event() -> None:
    texts = [
        "The city closed the bridge to lorries on Monday.",
        "The mayor wants a new swimming pool.",
        "Seit Montag dürfen keine Lastwagen mehr über die Brücke fahren.",
        "Der Bürgermeister wünscht sich ein neues Schwimmbad.",
    ]
    found = interaction.gather(texts, np.array(["en", "en", "de", "de"]), Encoder(), Job())
    late = features(found, np.array([0, 1]), np.array([2, 3]))["late_min"]
    assert late[0, 0] > late[0, 1]
    assert late[1, 1] > late[1, 0]


def test_a_claim_without_pieces_is_like_nothing() -> None:
    found = interaction.gather(["…", "", "A bridge"], np.array(["en", "en", "en"]), Encoder(), Job())
    assert np.isfinite(found.pieces).all()
    assert np.isfinite(features(found, np.array([0, 1]), np.array([2]))["late_min"]).all()
