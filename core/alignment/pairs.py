"""Features of a pair of claims, for the pairs of one article with several others at once.

What carried weight in the fit, in this order: how far the pair stands out among each side's candidates, the
centred cosine, the share of words (weighed by rarity) that have a partner near in the encoder's space, the
place in the article, the neighbours, the wording.

Of every pair only that is made by which candidates are chosen (``Meeting.wanted``) and how they stand among the others; all
else of the candidates alone.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any

import numpy as np

from core.alignment import cover, interaction, standing, wording
from core.alignment.material import Material
from core.language import figures

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from core.alignment.standing import Cells

    Floats = NDArray[np.float32]
    Rows = NDArray[np.int64]

BEST = 5
"""The likeness of two articles is that of so many of their claims."""


@dataclass(frozen=True, slots=True)
class Ground:
    """What all claims of a comparison bring to their pairs.

    ``names`` has a row a claim and a column for each name of the event (1 where the claim has it), ``name_weights`` is how
    rare each of those is, ``naming`` what those of each claim weigh together;
    ``figures`` are those of all claims, one claim after the other: those of claim k are ``told[k]:told[k + 1]``; ``length``
    is that of the texts. ``middle``, of unit length, and ``named`` have a row for each article: its mean vector, and whether
    it has a name.
    """

    m: Material
    vocabularies: dict[int, cover.Vocabulary]
    pieces: dict[int, interaction.Side]
    likeness: cover.Likeness
    texts: wording.Texts
    names: NDArray[np.uint8]
    name_weights: Floats
    naming: Floats
    figures: figures.Table
    told: Rows
    length: Floats
    middle: Floats
    named: Floats

    @classmethod
    def of(cls, m: Material) -> Ground:
        """The ground of a comparison with at least one claim."""
        place = {key: k for k, key in enumerate(m.rarity)}
        names = np.zeros((len(m.texts), len(place)), dtype=np.uint8)
        for row, keys in enumerate(m.names):
            names[row, [place[key] for key in keys]] = 1
        rarity = np.array(list(m.rarity.values()), dtype=np.float32)
        own = {k: rows for k, rows in enumerate(m.rows) if len(rows)}
        middle, named = (
            np.zeros((len(m.rows), m.raw.shape[1]), np.float32),
            np.zeros((len(m.rows), len(place)), np.float32),
        )
        for k, rows in own.items():
            middle[k], named[k] = m.raw[rows].mean(0), names[rows].any(axis=0)
        return cls(
            m,
            {k: cover.Vocabulary.of(m, rows) for k, rows in own.items()},
            {k: interaction.Side.of(m.interaction, rows) for k, rows in own.items()},
            cover.Likeness(m),
            wording.Texts.of(m.texts),
            names,
            rarity,
            names @ rarity,
            figures.Table.of([f for own in m.figures for f in own]),
            np.cumsum([0, *map(len, m.figures)]),
            np.array(list(map(len, m.texts)), dtype=np.float32),
            middle / np.maximum(np.linalg.norm(middle, axis=1, keepdims=True), 1e-6),
            named,
        )  # fmt: skip


class Host:
    """The article in place ``home``, to be held against others."""

    def __init__(self, ground: Ground, home: int) -> None:
        self.ground, self.home, self.rows = ground, home, ground.m.rows[home]
        own = ground.vocabularies[home]
        self.words = cover.Host(ground.m, own, self.rows, ground.likeness.of(own.forms))
        self.figures = figures.Table.of([f for row in self.rows for f in ground.m.figures[row]])

    def meet(self, others: Sequence[int]) -> Meeting:
        """Its claims against those of the articles in the places ``others``, at least one; each has claims."""
        return Meeting(self, others)


class Meeting:
    """One article's claims (rows) against those of several others (columns, one article after the other)."""

    def __init__(self, host: Host, others: Sequence[int]) -> None:
        self._host, self._ground, self._others = host, host.ground, list(others)
        m = self._ground.m
        columns = [m.rows[other] for other in others]
        self.field = standing.Field.of(host.rows, columns)
        self._cosine = _products(m.raw, m.raw, self.field)
        self._late = interaction.Meeting(m.interaction, host.rows, [self._ground.pieces[other] for other in others])
        self._words = host.words.meet(self.field, [self._ground.vocabularies[other] for other in others])
        late = np.asarray((self._late.late[0] + self._late.late[1]) / 2, dtype=np.float32)
        centred = _products(m.claim, m.claim, self.field)
        self._covered = self._words.cover[0] + self._words.cover[1]
        self._tables = {"centred": centred, "base": centred + np.float32(0.25) * self._covered, "late": late}
        self._standing = {name: standing.Standing(table, self.field) for name, table in self._tables.items()}

    def wanted(self, best: int) -> Cells:
        """The candidates: ``best`` of either claim in the other article by meaning, as many by pieces, half as many by words."""
        return standing.Cells.of(
            self._standing["late"].best(best)
            | self._standing["centred"].best(best)
            | standing.best(self._covered, self.field, best // 2)
        )

    def at(self, cells: Cells) -> dict[str, Floats]:
        """Every feature of the pairs ``cells``; none depends on which article is the rows'."""
        out = self._meaning(cells)
        out |= self._words.at(cells)
        self._figures(cells, out)
        self._names(cells, out)
        out |= self._worded(cells)
        m, field = self._ground.m, self.field
        out["rare"] = _products(m.interaction.whole, m.interaction.whole, field).ravel()[cells.flat]
        _both(out, "late", *(table.ravel()[cells.flat] for table in self._late.late))
        out |= self._late.at(cells.x, cells.y)
        out["late"] = self._tables["late"].ravel()[cells.flat]
        self._kinship(cells, out)
        self._places(cells, out)
        for name, own in self._standing.items():
            for kind, (low, high) in own.of(cells).items():
                out[f"{name}_{kind}_min"], out[f"{name}_{kind}_max"] = low, high
        for name, table in (("neighbours", self._tables["base"]), ("late_near", self._tables["late"])):
            out[name] = standing.near(table, field).ravel()[cells.flat]
        return out

    def _of_both(self, values: NDArray[Any], cells: Cells) -> tuple[Any, Any]:
        """A claim's value, of both claims of each pair."""
        return values[self.field.rows][cells.x], values[self.field.columns][cells.y]

    def _meaning(self, cells: Cells) -> dict[str, Floats]:
        m, field = self._ground.m, self.field
        out = {"cosine": self._cosine, "centred": self._tables["centred"]}
        out |= {"sentence": _products(m.sentence, m.sentence, field), "context": _products(m.context, m.context, field)}
        cross = _products(m.claim, m.sentence, field), _products(m.sentence, m.claim, field)
        _both(out, "cross", *cross)
        return {name: table.ravel()[cells.flat] for name, table in out.items()}

    def _figures(self, cells: Cells, out: dict[str, Floats]) -> None:
        """How many figures of both claims agree, how many cannot both be true, how many there are."""
        told = self._ground.told
        start, end = int(told[self.field.columns[0]]), int(told[self.field.columns[-1] + 1])
        first, last = (told[self.field.columns + step][cells.y] - start for step in (0, 1))
        own = told[self.field.rows[0] : self.field.rows[-1] + 2] - told[self.field.rows[0]]
        counted = np.zeros((len(self.field.rows), int(own[-1])), dtype=np.float32)
        counted[np.repeat(np.arange(len(counted)), np.diff(own)), np.arange(own[-1])] = 1
        found = self._host.figures.verdicts(_cut(self._ground.figures, slice(start, end)))
        for name, verdict in (("same", 1), ("against", -1)):
            # Summed over the other claims' figures from the first one on: the differences are what each claim has.
            summed = np.zeros((len(counted), end - start + 1), dtype=np.float32)
            np.cumsum(counted @ (found == verdict).astype(np.float32), axis=1, out=summed[:, 1:])
            out[f"figures_{name}"] = summed[cells.x, last] - summed[cells.x, first]
        _both(out, "figures", *self._of_both(np.diff(self._ground.told).astype(np.float32), cells))

    def _names(self, cells: Cells, out: dict[str, Floats]) -> None:
        """Weighed by rarity: what both claims name, as a sum and as shares of what each names."""
        own = np.flatnonzero(self._ground.named[self._host.home])
        both = (self._ground.names[of][:, own] for of in (self.field.rows, self.field.columns))
        rows, columns = (named.astype(np.float32) for named in both)
        shared = ((rows * self._ground.name_weights[own]) @ columns.T).ravel()[cells.flat]
        a, b = self._of_both(self._ground.naming, cells)
        out["names_shared"] = np.asarray(shared, dtype=np.float32)
        _both(out, "names", shared / (a + 1), shared / (b + 1))
        _both(out, "naming", a, b)

    def _worded(self, cells: Cells) -> dict[str, Floats]:
        """How alike two claims are letter by letter; what is known of two articles from before is not made again."""
        m, field = self._ground.m, self.field
        if not m.between.keeps:
            return dict(zip(("token_set", "ratio"), self._ratios(cells.x, cells.y), strict=True))
        out = np.empty((2, len(cells.flat)), dtype=np.float32)
        block = field.block[cells.y]
        order = np.argsort(block, kind="stable")
        bounds = np.searchsorted(block[order], np.arange(len(self._others) + 1))
        for k, other in enumerate(self._others):
            own = order[bounds[k] : bounds[k + 1]]
            x, y = cells.x[own], cells.y[own]
            shape = len(field.rows), int(field.sizes[k])
            tables = m.between.tables("wording", m.keys[self._host.home], m.keys[other], partial(_unknown, shape))
            place = x * shape[1] + field.within[y]
            new = np.isnan(tables[0].ravel()[place])
            if new.any():
                for table, values in zip(tables, self._ratios(x[new], y[new]), strict=True):
                    table.ravel()[place[new]] = values
            for values, table in zip(out, tables, strict=True):
                values[own] = table.ravel()[place]
        return {"token_set": out[0], "ratio": out[1]}

    def _ratios(self, x: Rows, y: Rows) -> tuple[Floats, Floats]:
        texts = self._ground.texts
        return wording.ratios(texts.at(self.field.rows[x]), texts.at(self.field.columns[y]))

    def _kinship(self, cells: Cells, out: dict[str, Floats]) -> None:
        """How far the two articles are about one thing: the same for all their pairs.

        Ranks and gaps are relative, so an article on another event would get its best matches linked as well; its
        vectors lie apart, and it shares few names.
        """
        ground, home, block = self._ground, self._host.home, self.field.block[cells.y]
        out["kin_meaning"] = (ground.middle[self._others] @ ground.middle[home])[block]
        shared = ground.named[self._others] @ ground.named[home]
        count = ground.named.sum(axis=1)
        out["kin_names"] = (shared / np.maximum(1, np.minimum(count[home], count[self._others])))[block]
        of_rows = np.sort(np.maximum.reduceat(self._cosine, self.field.starts, axis=1), axis=0)[-BEST:].mean(axis=0)
        of_columns = [
            float(np.sort(own)[-BEST:].mean()) for own in np.split(self._cosine.max(axis=0), self.field.starts[1:])
        ]
        out["kin_best"] = ((of_rows + np.array(of_columns, dtype=np.float32)) / 2)[block]

    def _places(self, cells: Cells, out: dict[str, Floats]) -> None:
        m = self._ground.m
        _both(out, "length", *self._of_both(self._ground.length, cells))
        out["length_ratio"] = np.asarray(out["length_min"] / np.maximum(out["length_max"], 1), dtype=np.float32)
        place_a, place_b = self._of_both(m.position, cells)
        out["distance"] = np.abs(place_a - place_b)
        _both(out, "place", place_a, place_b)
        for name, values in (("opening", m.opening), ("quoted", m.quoted)):
            a, b = self._of_both(values, cells)
            out[name] = a + b
        a, b = self._of_both(np.unique(m.language, return_inverse=True)[1], cells)
        out["one_language"] = a == b


def _both(out: dict[str, Floats], name: str, *both: Any) -> None:
    """Keep the smaller and the larger of the two directions, so that neither article comes first."""
    out[f"{name}_min"], out[f"{name}_max"] = np.minimum(*both), np.maximum(*both)


def _products(a: Floats, b: Floats, field: standing.Field) -> Floats:
    """The products of ``a`` of the field's rows and ``b`` of its columns."""
    return _some(a, field.rows) @ _some(b, field.columns).T


def _some(table: Floats, rows: Rows) -> Floats:
    """``rows`` of ``table``; where they follow one another, no copy."""
    first, last = int(rows[0]), int(rows[-1]) + 1
    return table[first:last] if last - first == len(rows) else table[rows]


def _cut(table: figures.Table, some: slice) -> figures.Table:
    """The figures of ``table`` in the places ``some``."""
    whole, *coarse = (
        None if columns is None else {name: values[some] for name, values in columns.items()}
        for columns in (table.columns, *table.coarse)
    )
    return figures.Table(whole or {}, tuple(coarse))


def _unknown(shape: tuple[int, int]) -> tuple[Floats, Floats]:
    return np.full(shape, np.nan, dtype=np.float32), np.full(shape, np.nan, dtype=np.float32)
