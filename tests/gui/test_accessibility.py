"""Whoever hears the window rather than sees it learns what every control is, and what is chosen; whoever has no mouse
gets everywhere and sees where they are."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog, QWidget
from pytestqt.qtbot import QtBot

from core.errors import UserError
from core.model import Comparison
from core.store import Snapshot
from gui import about
from gui.chapters import Chapters
from gui.crash import CrashDialog
from gui.fetching import AddressDialog
from gui.importing import Importing
from gui.manual import Manual
from gui.options import Options
from gui.palette import Palette
from gui.preferences import Preferences
from gui.readers.view import Readers
from gui.reporting.dialog import Reporting
from gui.states import States
from gui.stemma.versions import Versions
from gui.tour import Invitation, Tour
from gui.window import Window

R = QAccessible.Role
CONTROLS = {
    R.Button, R.CheckBox, R.RadioButton, R.ComboBox, R.EditableText, R.Slider, R.List, R.Table, R.MenuItem, R.ButtonMenu,
    R.ButtonDropDown, R.Tree, R.SpinBox, R.PageTab, R.ListItem, R.Dial, R.Link,
}  # fmt: skip
VIEWS = ["reading", "claims", "lenses", "stemma", "library"]


def below(interface: QAccessibleInterface, path: str = "") -> Iterator[tuple[str, QAccessibleInterface]]:
    """Everything visible below ``interface``, with the way to it; of long lists and tables the first rows."""
    rows = interface.role() in (R.List, R.Table, R.Tree)
    for number in range(min(interface.childCount(), 60) if rows else interface.childCount()):
        child = interface.child(number)
        if child is None or child.state().invisible:
            continue
        thing = child.object()
        here = f"{path}/{type(thing).__name__}#{thing.objectName()}" if thing else f"{path}/{child.role()}"
        yield here, child
        yield from below(child, here)


def nameless(widget: QWidget) -> list[str]:
    """What can be used or focused below ``widget`` and does not say what it is, or of what kind."""
    found = list(below(QAccessible.queryAccessibleInterface(widget)))
    controls = [
        (path, it) for path, it in found if it.role() in CONTROLS or (it.state().focusable and it.object() is not None)
    ]
    assert controls
    return [
        f"{path} ({it.role()})"
        for path, it in controls
        if not it.text(QAccessible.Text.Name).strip() or it.role() == R.NoRole
    ]


def show(window: Window, comparison: Comparison, view: str) -> None:
    window.session.show(comparison)
    if view == "library":
        window.projects.show_library()
    else:
        window.show_view(view)
        window.session.choose_group("g-vehicles")
        window.find.ask(window)


def test_the_empty_window_has_no_nameless_control(window: Window, qtbot: QtBot) -> None:
    qtbot.wait(20)
    assert nameless(window) == []


@pytest.mark.parametrize("view", VIEWS)
def test_no_view_has_a_nameless_control(window: Window, comparison: Comparison, qtbot: QtBot, view: str) -> None:
    show(window, comparison, view)
    qtbot.wait(300)
    assert nameless(window) == []


def test_nor_has_what_stands_above_and_below_the_views(window: Window, comparison: Comparison, qtbot: QtBot) -> None:
    window.session.show(replace(comparison, unrelated=(comparison.articles[-1].id,)))
    window.problems.show_failures([UserError("error.missing", "a.pdf").failure()])
    window.problems.unfold()
    qtbot.wait(20)
    assert window.problems.isVisible()
    assert window.notice.isVisible()
    assert nameless(window) == []


DIALOGS: dict[str, Callable[[Window, Comparison], QWidget]] = {
    "articles": lambda window, _: Importing(window.session, window),
    "shortcuts": lambda window, _: about.Shortcuts(window.menus, window),
    "about": lambda window, _: about.About(window),
    "settings": lambda window, _: Options(Preferences(), window),
    "manual": lambda window, _: Manual(window),
    "crash": lambda window, _: CrashDialog(ValueError(), window),
    "report": lambda window, comparison: Reporting(comparison, window),
    "address": lambda window, _: AddressDialog(window.jobs, window),
    "chapters": lambda window, comparison: Chapters("book.epub", comparison.articles, window),
    "states": lambda window, _: States((Snapshot(1, "2026-01-01T10:00:00Z", "opened", 4, 2),), window),
    "versions": lambda window, comparison: Versions(comparison.articles, "", window),
    "readers": lambda window, _: Readers(window.session, window.jobs, window),
    "palette": lambda window, _: Palette(window.menuBar(), window),
    "invitation": lambda window, _: Invitation(window, Preferences()),
    "tour": lambda window, _: Tour(window),
}


@pytest.fixture(params=DIALOGS)
def dialog(request: pytest.FixtureRequest, window: Window, comparison: Comparison, qtbot: QtBot) -> Iterator[QWidget]:
    window.session.show(comparison)
    made = DIALOGS[request.param](window, comparison)
    made.go(0) if isinstance(made, Tour) else made.show()
    qtbot.wait(20)
    yield made
    made.close()


def pages(dialog: QWidget, qtbot: QtBot) -> Iterator[None]:
    """One step for each page of ``dialog``, which is shown."""
    if isinstance(dialog, Options):
        for row in range(dialog.list.count()):
            dialog.list.setCurrentRow(row)
            qtbot.wait(10)
            yield
    else:
        yield


def test_no_dialog_has_a_nameless_control(dialog: QWidget, qtbot: QtBot) -> None:
    for _ in pages(dialog, qtbot):
        assert nameless(dialog) == []


def test_every_dialog_is_listed_here() -> None:
    """A new dialog is to be looked at as well."""
    import ast
    from pathlib import Path

    import gui

    listed = {
        cls.__name__ for cls in (Importing, about.Shortcuts, about.About, Options, Manual, CrashDialog, Reporting)
    }
    listed |= {cls.__name__ for cls in (AddressDialog, Chapters, States, Readers, Versions)}
    assert len(listed) + 3 == len(DIALOGS)
    for path in Path(gui.__path__[0]).rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ClassDef) and {"QDialog", "QMessageBox"} & {
                ast.unparse(base) for base in node.bases
            }:
                assert node.name in listed, path


def walked(top: QWidget, qtbot: QtBot) -> list[QWidget]:
    """What Tab focuses one after the other, until it comes round."""
    top.activateWindow()
    seen: list[QWidget] = []
    start = QApplication.focusWidget()
    for _ in range(120):
        qtbot.keyClick(QApplication.focusWidget() or top, Qt.Key.Key_Tab)
        focused = QApplication.focusWidget()
        if focused is None or (seen and focused is seen[0]) or (focused is start and start in seen):
            break
        seen.append(focused)
    return seen


def unreached(top: QWidget, seen: list[QWidget]) -> list[str]:
    """The buttons and fields of ``top`` that can be used and that Tab did not come to."""
    wanted = [
        w for w in top.findChildren(QWidget)
        if w.isVisible() and w.isEnabled() and isinstance(w, QAbstractButton)
        and w.focusPolicy() & Qt.FocusPolicy.TabFocus and w.window() is top.window()
    ]  # fmt: skip
    return [f"{type(w).__name__} {w.text()}" for w in wanted if w not in seen]


def test_tab_comes_to_every_button_of_a_dialog(dialog: QWidget, qtbot: QtBot) -> None:
    if not isinstance(dialog, QDialog):
        pytest.skip("a card is part of the window, whose keys go round the whole of it")
    for _ in pages(dialog, qtbot):
        assert unreached(dialog, walked(dialog, qtbot)) == []


@pytest.mark.parametrize("view", ["reading", "claims", "lenses", "stemma"])
def test_tab_comes_to_every_button_of_the_window(
    window: Window, comparison: Comparison, qtbot: QtBot, view: str
) -> None:
    show(window, comparison, view)
    window.find.put_away()
    qtbot.wait(300)
    assert unreached(window, walked(window, qtbot)) == []


def painted(widget: QWidget) -> bytes:
    top = widget.window()
    return bytes(top.grab().toImage().constBits())


@pytest.mark.parametrize("view", ["reading", "claims", "lenses", "stemma"])
def test_what_has_the_focus_is_seen(window: Window, comparison: Comparison, qtbot: QtBot, view: str) -> None:
    show(window, comparison, view)
    window.find.put_away()
    qtbot.wait(300)
    unseen = []
    for widget in walked(window, qtbot):
        widget.setFocus(Qt.FocusReason.TabFocusReason)
        qtbot.wait(1)
        with_focus = painted(widget)
        widget.clearFocus()
        qtbot.wait(1)
        if painted(widget) == with_focus:
            unseen.append(f"{type(widget).__name__}#{widget.objectName()} {widget.accessibleName()}")
    assert unseen == []


# Columns, groups and marks


def test_columns_say_whose_they_are(window: Window, comparison: Comparison) -> None:
    window.session.show(comparison)
    names = []
    for article in comparison.articles:
        column = window.reading.columns[article.id]
        interface = QAccessible.queryAccessibleInterface(column.text)
        assert interface.role() == R.EditableText
        assert interface.state().readOnly
        names.append(interface.text(QAccessible.Text.Name))
        assert names[-1] in QAccessible.queryAccessibleInterface(column).text(QAccessible.Text.Name)
        assert article.title in names[-1]
    assert len(set(names)) == len(comparison.articles)


@pytest.fixture
def said(window: Window) -> list[str]:
    found: list[str] = []
    window.announcer.said.connect(found.append)
    return found


def test_a_comparison_says_how_much_there_is(window: Window, comparison: Comparison, said: list[str]) -> None:
    window.session.show(comparison)
    assert len(said) == 1
    assert f"{len(comparison.articles)} articles" in said[0]


def test_groups_and_marks_are_said_when_they_are_chosen(
    window: Window, comparison: Comparison, said: list[str]
) -> None:
    window.session.show(comparison)
    index = window.session.index
    assert index
    for group in comparison.groups:
        said.clear()
        window.session.choose_group(group.id)
        assert len(said) == 1
        assert group.gist in said[0]
        assert ("Left out by" in said[0]) == bool(group.omitted_by)
        for article_id in index.carriers(group.id):
            assert (index.article[article_id].outlet or "") in said[0]
    for mark in comparison.marks:
        said.clear()
        window.session.choose_mark(mark.id)
        assert len(said) == 1
        assert said[0].startswith("Cue in ")
        assert mark.span.of(index.article[mark.article_id].text) in said[0]
    alone = next(claim for claim in comparison.claims if claim.id not in index.group_of)
    window.session.choose_claim(alone.id)
    assert index.text(alone.id) in said[-1]
    assert "alone" in said[-1]


def test_the_matrix_says_in_words_what_its_signs_mean(window: Window, comparison: Comparison) -> None:
    window.session.show(comparison)
    model = window.claims.model
    role = Qt.ItemDataRole.AccessibleTextRole
    heard = {
        (row, column): model.data(model.index(row, column), role)
        for row in range(model.rowCount()) for column in range(model.columnCount())
    }  # fmt: skip
    assert all(isinstance(text, str) and text.strip() for text in heard.values())
    left_out = [text for text in heard.values() if text.startswith("left out; ")]
    assert left_out
    assert any("carried by 3 of 4" in text for text in heard.values())
    assert not any("≠" in text or "— " in text for (_, column), text in heard.items() if column)


def test_nothing_moves_by_itself() -> None:
    """Reduced motion is honoured by there being none: no animation, no blinking, and scrolling goes at once."""
    from pathlib import Path

    import gui

    for path in Path(gui.__path__[0]).rglob("*.py"):
        source = path.read_text(encoding="utf-8")
        found = [word for word in ("QPropertyAnimation", "QVariantAnimation", "QTimeLine", "QMovie") if word in source]
        assert found == [], path
        assert "setRange(0, 0)" not in source, f"{path}: a bar that runs to and fro"
