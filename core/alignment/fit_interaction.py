"""Fits the space in which claims are compared piece by piece: called by ``core.alignment.fit``.

Every two articles of an event are one step: the sum of best similarities of all their claims' pairs, through a
logistic line, against which of them a reader links. The projection begins as the pieces' principal components and is
held near them. Needs torch; running the fitted projection needs numpy alone. Deterministic on one thread.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING, Any

import numpy as np

from core.alignment.interaction import SMOOTH, Projection, centred, placed

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from core.language.encoder import Encoder

    Rows = NDArray[np.int64]

DIMENSIONS = 128
PASSES = 3
"""Over all pairs of articles. Average precision on nine events left out: 0.408 learned from the others of their annotator at
two passes and NEAR 0.03, 0.423 with parallel events as well, 0.433 with 27 lessons as well, then 0.438 at three passes and
0.01, 0.440 at four and 0.003."""
RATE = 1e-3
NEAR = 0.01
"""How strongly the projection is held near where it began."""
LONGEST = 48
"""Pieces of a claim that are learned from."""


@dataclass(frozen=True)
class Lesson:
    """One event: the pieces of its claims, padded to the longest, how rare each is, and what a reader links."""

    pieces: Any
    rarity: Any
    real: Any
    blocks: tuple[tuple[Rows, Rows, Any], ...]


def lesson(
    texts: Sequence[str], language: NDArray[np.str_], home: Rows, right: frozenset[tuple[int, int]], encoder: Encoder
) -> Lesson:
    """The claims ``texts`` of the articles ``home``, the pairs ``right`` (rows, smaller first) among them."""
    import torch

    found = encoder.pieces(list(texts))
    bounds, vectors, rarity = placed(found, language)
    vectors = centred(vectors, np.repeat(language, np.diff(bounds)))
    lengths = np.minimum(np.diff(bounds), LONGEST)
    pieces = np.zeros((len(found), int(lengths.max()), vectors.shape[1]), dtype=np.float16)
    rare = np.zeros(pieces.shape[:2], dtype=np.float32)
    for k, length in enumerate(lengths):
        pieces[k, :length] = vectors[bounds[k] : bounds[k] + length]
        rare[k, :length] = rarity[bounds[k] : bounds[k] + length]
    real = np.arange(pieces.shape[1])[None, :] < lengths[:, None]
    rows = [r for r in (np.flatnonzero(home == article) for article in range(int(home.max()) + 1)) if len(r)]
    blocks = []
    for a, b in combinations(rows, 2):
        pairs = [[(min(i, j), max(i, j)) for j in b.tolist()] for i in a.tolist()]
        linked = np.array([[float(pair in right) for pair in row] for row in pairs], dtype=np.float32)
        blocks.append((a, b, torch.tensor(linked)))
    return Lesson(torch.tensor(pieces), torch.tensor(rare), torch.tensor(real), tuple(blocks))


def learn(lessons: Sequence[Lesson]) -> Projection:
    """The projection fitted on ``lessons``."""
    import torch

    torch.set_num_threads(1)
    begun = _components(lessons)
    matrix, lean = torch.nn.Parameter(begun.clone()), torch.nn.Parameter(torch.zeros(begun.shape[0]))
    bend, line = torch.nn.Parameter(torch.tensor([1.0, 0.1])), torch.nn.Parameter(torch.tensor([12.0, -7.0]))
    rates = ((matrix, RATE), (lean, 3 * RATE), (bend, 20 * RATE), (line, 20 * RATE))
    search = torch.optim.Adam([{"params": [p], "lr": rate} for p, rate in rates])
    steps = [(one, block) for one in lessons for block in one.blocks]
    draw = torch.Generator().manual_seed(0)
    order = [at for _ in range(PASSES) for at in torch.randperm(len(steps), generator=draw).tolist()]
    for done, at in enumerate(order):
        one, (a, b, linked) = steps[at]
        late = _late(*(_side(one, rows, matrix, lean, bend) for rows in (a, b)))
        loss = torch.nn.functional.binary_cross_entropy_with_logits(line[0] * late + line[1], linked)
        loss = loss + NEAR * ((matrix - begun) ** 2).mean() * begun.shape[0]
        search.zero_grad()
        loss.backward()
        search.step()
        for group, (_, rate) in zip(search.param_groups, rates, strict=True):
            group["lr"] = rate * (1 - (done + 1) / len(order))
    fitted, leaning = (p.detach().numpy().astype(np.float16).astype(np.float32) for p in (matrix, lean))
    rarity, shift = (round(x, 4) for x in bend.detach().tolist())
    return Projection(fitted, leaning, rarity, shift)


def _components(lessons: Sequence[Lesson]) -> Any:
    """The first principal components of every seventh piece, 512 × DIMENSIONS."""
    import torch

    sample = torch.cat([one.pieces[one.real][::7].float() for one in lessons])
    return torch.linalg.svd(sample, full_matrices=False)[2][:DIMENSIONS].T.contiguous()


def _side(one: Lesson, rows: Rows, matrix: Any, lean: Any, bend: Any) -> tuple[Any, Any, Any]:
    import torch

    pieces, real = one.pieces[rows].float(), one.real[rows]
    space = torch.nn.functional.normalize(pieces @ matrix, dim=2) * real[:, :, None]
    weight = torch.nn.functional.softplus(bend[0] * one.rarity[rows] + bend[1] + pieces @ lean) * real
    return space, weight, real


def _late(a: tuple[Any, Any, Any], b: tuple[Any, Any, Any]) -> Any:
    """The mean over both directions of the weighed best similarities, claims of ``a`` × claims of ``b``."""
    import torch

    (pieces_a, weight_a, real_a), (pieces_b, weight_b, real_b) = a, b
    alike = torch.einsum("ild,jmd->ijlm", pieces_a, pieces_b)
    best_a = alike.masked_fill(~real_b[None, :, None, :], -1).amax(3)
    best_b = alike.masked_fill(~real_a[:, None, :, None], -1).amax(2)
    from_a = (best_a * weight_a[:, None, :]).sum(2) / (weight_a.sum(1)[:, None] + SMOOTH)
    from_b = (best_b * weight_b[None, :, :]).sum(2) / (weight_b.sum(1)[None, :] + SMOOTH)
    return (from_a + from_b) / 2
