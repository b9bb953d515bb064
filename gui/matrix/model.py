"""The matrix without a pixel: groups as rows, articles as columns, arranged by filter, search and order."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from core.index import Index
from core.model import Claim, ClaimGroup, Kind, Mark
from gui import marks as look
from gui.decided import Shown, shown
from gui.matrix.sources import Sources
from gui.places import Place, outlet, place, say_place
from gui.session import Session

AnyIndex = QModelIndex | QPersistentModelIndex
GIST, CARRIED, CUES, FIRST_ARTICLE = 0, 1, 2, 3
GROUP_ROLE = Qt.ItemDataRole.UserRole + 1
CELL_ROLE = Qt.ItemDataRole.UserRole + 2
ROOT = QModelIndex()


class Filter(Enum):
    """Which groups are listed."""

    ALL = "all"
    BY_ALL = "by_all"
    LEFT_OUT = "left_out"
    ALONE = "alone"
    CUES = "cues"
    CONFLICT = "conflict"


@dataclass(frozen=True, slots=True)
class Cell:
    """How one article carries one group; ``claim_id`` None: it leaves it out, and ``nearest`` came nearest."""

    claim_id: str | None
    text: str
    place: Place | None = None
    kinds: tuple[Kind, ...] = ()
    mentions: int = 0
    conflict: bool = False
    nearest: str | None = None
    nearest_text: str = ""
    elsewhere: bool = False
    """Whether the claim is linked with the group and stands in another row, or in none."""
    source: str = ""
    """The letter of the source from which other articles have the claim too; empty where it has it from nobody else."""
    alone: bool = False
    """Whether another article alone carries it: that this one does not is then no finding."""


class MatrixModel(QAbstractTableModel):
    """Rows are computed when they are asked for and kept until the comparison or the lenses change."""

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._filter = Filter.ALL
        self._search = ""
        self._order = (GIST, Qt.SortOrder.AscendingOrder)
        self._sorted = False
        self._rows: list[ClaimGroup] = []
        self._cells: dict[tuple[str, str], Cell] = {}
        self._row_of: dict[str, int] = {}
        self._sources = Sources(session)
        self._counts: dict[Filter, int] = {}
        self._shown: Shown | None = None
        self.seen = True
        """Whether anybody looks: a view that is put away paints all of its cells when it comes back."""
        session.comparison_changed.connect(self._renew)
        session.filter_changed.connect(self._renew_marks)
        session.lineage_changed.connect(self._renew_sources)
        self._renew()

    def index_of(self) -> Index | None:
        """The look-ups of the comparison that is listed."""
        return self._session.index

    def rowCount(self, parent: AnyIndex = ROOT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: AnyIndex = ROOT) -> int:
        comparison = self._session.comparison
        return 0 if parent.isValid() or not comparison else FIRST_ARTICLE + len(comparison.articles)

    def group(self, row: int) -> ClaimGroup:
        """The group in ``row``."""
        return self._rows[row]

    def sources(self, group: ClaimGroup) -> str:
        """How many independent sources carry the group, in words; empty where as many as articles do."""
        count = self._sources.count(group.id)
        return self.tr("%Ln source(s)", "", count) if count else ""

    def carriers(self, group: ClaimGroup) -> set[str]:
        """Ids of the articles that carry the group."""
        index = self._session.index
        return {index.claim[c].article_id for c in group.claims} if index else set()

    def row_of(self, group_id: str | None) -> int:
        """The row of the group, or of the claim that one article alone carries; -1 where it is not listed."""
        return self._row_of.get(group_id or "", -1)

    def article_id(self, column: int) -> str | None:
        """The article of ``column``; None for the first columns."""
        comparison = self._session.comparison
        return comparison.articles[column - FIRST_ARTICLE].id if comparison and column >= FIRST_ARTICLE else None

    def cell(self, row: int, column: int) -> Cell | None:
        """How the article of ``column`` carries the group of ``row``; None in the first columns."""
        article_id = self.article_id(column)
        return self._cell(self._rows[row], article_id) if article_id else None

    def data(self, at: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not at.isValid():
            return None
        group = self._rows[at.row()]
        if role == GROUP_ROLE:
            return group.id
        if role == CELL_ROLE:
            return self.cell(at.row(), at.column())
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text(group, at)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._heard(group, at)
        if role == Qt.ItemDataRole.ToolTipRole:
            return self._tip(group, at)
        if role == Qt.ItemDataRole.TextAlignmentRole and at.column() in (CARRIED, CUES):
            return int(Qt.AlignmentFlag.AlignCenter)
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        comparison = self._session.comparison
        if orientation is not Qt.Orientation.Horizontal or not comparison or section >= self.columnCount():
            return None
        if section >= FIRST_ARTICLE:
            article = comparison.articles[section - FIRST_ARTICLE]
            if role == Qt.ItemDataRole.DisplayRole:
                return outlet(article)
            return article.title if role == Qt.ItemDataRole.ToolTipRole else None
        if role == Qt.ItemDataRole.DisplayRole:
            return (self.tr("Claim"), self.tr("Carried by"), self.tr("Cues"))[section]
        return None

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort by the gist, by how many carry it, by its cues, or by where it stands in an article; -1: as found."""
        self._sorted = column >= 0
        self._order = (column, order)
        self._arrange()

    def show_only(self, which: Filter) -> None:
        """List the groups that ``which`` lets through."""
        self._filter = which
        self._arrange()

    def search(self, text: str) -> None:
        """List the groups in which every word of ``text`` occurs, in the gist or in any article's wording."""
        self._search = text
        self._arrange()

    def count(self, which: Filter) -> int:
        """How many groups ``which`` lets through, whatever is searched."""
        index = self._session.index
        if which is Filter.ALONE:
            return len(index.comparison.claims) - len(index.group_of) if index else 0
        if which not in self._counts:
            groups = index.comparison.groups if index else ()
            self._counts[which] = sum(self._passes(index, group, which) for group in groups) if index else 0
        return self._counts[which]

    def holds(self, row: int, text: str) -> bool:
        """Whether every word of ``text`` occurs in the row's gist or in any article's wording."""
        index = self._session.index
        return index is not None and self._holds(index, self._rows[row], text.casefold().split())

    def cues(self, group_id: str) -> int:
        """How many shown cues the group has."""
        index = self._session.index
        return len(self._marks(index, group_id)) if index else 0

    def _marks(self, index: Index, group_id: str) -> Sequence[Mark]:
        found = shown(index, self._session.filter)
        if group_id in index.group:
            return found.of_group.get(group_id, ())
        claim = index.claim[group_id]
        return [m for m in found.of_article[claim.article_id] if m.span.overlap(claim.span)]

    def has_conflict(self, group: ClaimGroup) -> bool:
        """Whether two articles contradict each other on it."""
        index = self._session.index
        return index is not None and any(index.comparison.links[n].relation == "conflict" for n in group.links)

    def _renew(self) -> None:
        index = self._session.index
        self._shown = shown(index, self._session.filter) if index else None
        self._cells.clear()
        self._sources.forget()
        self._counts.clear()
        self._arrange()

    def _renew_marks(self) -> None:
        index = self._session.index
        if not index:
            return
        before, self._shown = self._shown, shown(index, self._session.filter)
        self._counts.pop(Filter.CUES, None)
        changed = before.differing(self._shown) if before else set()
        for key in changed:
            self._cells.pop(key, None)
        if self._filter is Filter.CUES or (self._sorted and self._order[0] == CUES):
            self._arrange()
        elif self.seen:
            self._tell(index, changed)

    def _renew_sources(self) -> None:
        """Who has it from whom is known only some time after the rest."""
        self._sources.forget()
        self._cells.clear()
        if self._rows:
            self.dataChanged.emit(self.index(0, CARRIED), self.index(len(self._rows) - 1, self.columnCount() - 1))

    def _tell(self, index: Index, changed: set[tuple[str, str]]) -> None:
        """Let the cells of these groups and articles be painted anew, and no others."""
        for group_id, article_id in changed:
            row = self._row_of.get(group_id)
            if row is not None:
                for column in (CUES, FIRST_ARTICLE + index.column[article_id]):
                    at = self.index(row, column)
                    self.dataChanged.emit(at, at)

    def _arrange(self) -> None:
        index = self._session.index
        self.beginResetModel()
        rows = self._listed(index) if index else []
        words = self._search.casefold().split()
        if words and index:
            rows = [group for group in rows if self._holds(index, group, words)]
        if self._sorted and index:
            rows.sort(key=self._key(), reverse=self._order[1] is Qt.SortOrder.DescendingOrder)
        self._rows = rows
        self._row_of = {group.id: row for row, group in enumerate(rows)}
        self.endResetModel()

    def _listed(self, index: Index) -> list[ClaimGroup]:
        if self._filter is Filter.ALONE:
            # A claim of one article stands as a group of its own.
            alone = (c for c in index.comparison.claims if c.id not in index.group_of)
            return [ClaimGroup(c.id, (c.id,), (), (), index.text(c.id)) for c in alone]
        return [group for group in index.comparison.groups if self._passes(index, group, self._filter)]

    def _passes(self, index: Index, group: ClaimGroup, which: Filter) -> bool:
        if which is Filter.BY_ALL:
            return not group.omitted_by
        if which is Filter.CUES:
            return self.cues(group.id) > 0
        if which is Filter.LEFT_OUT:
            return len(self.carriers(group)) == len(index.comparison.articles) - 1
        return which is Filter.ALL or self.has_conflict(group)

    @staticmethod
    def _holds(index: Index, group: ClaimGroup, words: list[str]) -> bool:
        said = " ".join([group.gist, *(index.text(claim) for claim in group.claims)]).casefold()
        return all(word in said for word in words)

    def _key(self) -> Callable[[ClaimGroup], tuple[float, str]]:
        index, column = self._session.index, self._order[0]
        assert index
        article_id = self.article_id(column)
        if article_id:
            # Those that the article leaves out come after all that it carries.
            return lambda g: (min((c.position for c in self._mentions(index, g, article_id)), default=2.0), g.gist)
        if column == CARRIED:
            return lambda g: (len(self.carriers(g)), g.gist)
        if column == CUES:
            return lambda g: (self.cues(g.id), g.gist)
        return lambda g: (0.0, g.gist.casefold())

    def _cell(self, group: ClaimGroup, article_id: str) -> Cell:
        key = (group.id, article_id)
        if key not in self._cells:
            self._cells[key] = self._look_up(group, article_id)
        return self._cells[key]

    def _look_up(self, group: ClaimGroup, article_id: str) -> Cell:
        index = self._session.index
        assert index
        mentions = self._mentions(index, group, article_id)
        kinds = tuple(dict.fromkeys(m.kind for m in self._marks(index, group.id) if m.article_id == article_id))
        if not mentions and group.id not in index.group:
            return Cell(None, "", None, kinds, alone=True)
        linked = index.elsewhere(group.id, article_id) if not mentions else ()
        if linked:
            first = linked[0]
            text = first.compared(index.article[article_id].text)
            return Cell(first.id, text, place(index, first), kinds, len(linked), elsewhere=True)
        if not mentions:
            miss = next((o for o in group.omitted_by if o.article_id == article_id), None)
            near = miss.claim_id if miss else None
            return Cell(None, "", None, kinds, nearest=near, nearest_text=index.text(near) if near else "")
        own = {c.id for c in mentions}
        links = (index.comparison.links[n] for n in group.links)
        conflict = any(link.relation == "conflict" and own & {link.a, link.b} for link in links)
        first = mentions[0]
        text = first.compared(index.article[article_id].text)
        source = self._sources.letter(group.id, article_id)
        return Cell(first.id, text, place(index, first), kinds, len(mentions), conflict, source=source)

    @staticmethod
    def _mentions(index: Index, group: ClaimGroup, article_id: str) -> list[Claim]:
        own = (index.claim[c] for c in group.claims)
        return sorted((c for c in own if c.article_id == article_id), key=lambda c: c.span)

    def _text(self, group: ClaimGroup, at: AnyIndex) -> str:
        index = self._session.index
        assert index
        if at.column() == GIST:
            return group.gist
        if at.column() == CARRIED:
            share = f"{len(self.carriers(group))}/{len(index.comparison.articles)}"
            return share + ("  ≠" if self.has_conflict(group) else "")
        if at.column() == CUES:
            return str(self.cues(group.id) or "")
        cell = self.cell(at.row(), at.column())
        assert cell
        return cell.text if cell.claim_id else "–" if cell.alone else self.tr("— left out")

    def _heard(self, group: ClaimGroup, at: AnyIndex) -> str:
        """What a cell says to whoever hears it: what signs and letters show, in words."""
        index, cell = self._session.index, self.cell(at.row(), at.column())
        assert index
        if cell is None:
            if at.column() == CUES:
                return self.tr("%Ln cue(s)", "", self.cues(group.id))
            if at.column() == CARRIED:
                share = self.tr("carried by %1 of %2").replace("%2", str(len(index.comparison.articles)))
                said = share.replace("%1", str(len(self.carriers(group))))
                if self.sources(group):
                    said = f"{said}, {self.sources(group)}"
                return f"{said}, {self.tr('contradictory')}" if self.has_conflict(group) else said
            return group.gist
        if cell.alone:
            return self.tr("not carried")
        parts = [self._tip(group, at) or ""] if cell.claim_id else [self.tr("left out"), self._tip(group, at) or ""]
        if cell.conflict:
            parts.append(self.tr("contradictory"))
        return "; ".join([*parts, *(look.name(kind) for kind in cell.kinds)])

    def _tip(self, group: ClaimGroup, at: AnyIndex) -> str | None:
        cell = self.cell(at.row(), at.column())
        if cell is None:
            if at.column() == CARRIED:
                conflict = self.tr("Articles contradict each other on this.") if self.has_conflict(group) else ""
                return "\n".join(filter(None, (conflict, self._sources.tip(group.id)))) or None
            return group.gist if at.column() == GIST else None
        if cell.claim_id is None:
            near = self.tr("Nearest: “%1”").replace("%1", cell.nearest_text)
            return near if cell.nearest else self.tr("Left out; nothing comes near.")
        said = f"{cell.text}\n({say_place(cell.place)})" if cell.place else cell.text
        if cell.source:
            said += "\n" + self._sources.cell_tip(group.id, self.article_id(at.column()) or "")
        if cell.elsewhere:
            said += "\n" + self.tr("Linked with this claim, but not in its row.")
        return said
