"""Every string in both languages, none that nobody says any more, and the compiled bytes as lrelease makes them."""

from __future__ import annotations

import ast
import re
import subprocess
from dataclasses import replace
from importlib.resources import files
from pathlib import Path
from xml.etree import ElementTree

import PySide6
import pytest
from PySide6.QtCore import QCoreApplication, QLocale, QObject, QTranslator
from PySide6.QtWidgets import QApplication, QMenu

from core.model import Comparison
from gui.catalogue import compiled, messages
from gui.places import say_when
from gui.reading.head import day
from gui.session import Session
from gui.summary import Summary
from gui.translation import Catalogue, Languages, language_name
from gui.window import Window

ROOT = Path(__file__).resolve().parents[2]
TOOLS = Path(PySide6.__file__).parent
SOURCES = sorted(str(path.relative_to(ROOT)) for path in (ROOT / "gui").rglob("*.py"))


def source(code: str) -> str:
    return files("resources").joinpath("translations", f"lesart_{code}.ts").read_text(encoding="utf-8")


def lupdate(ts: Path, *options: str) -> dict[tuple[str, str], str]:
    """What lupdate makes of ``ts``: every message in the code, and whether it is finished, unfinished or obsolete."""
    command = [str(TOOLS / "lupdate"), *SOURCES, "-ts", str(ts), "-locations", "none", *options]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    return {
        (context.findtext("name", ""), message.findtext("source", "")): message.find("translation").get(
            "type", "finished"
        )  # type: ignore[union-attr]  # every message has one
        for context in ElementTree.parse(ts).iter("context")
        for message in context.iter("message")
    }


@pytest.mark.parametrize(("code", "options"), [("de", ()), ("en", ("-pluralonly",))])
def test_every_string_is_translated_and_every_translation_is_used(
    code: str, options: tuple[str, ...], tmp_path: Path
) -> None:
    ts = tmp_path / "lesart.ts"
    ts.write_text(source(code), encoding="utf-8")
    found = lupdate(ts, *options)
    assert found
    assert {message: state for message, state in found.items() if state != "finished"} == {}


def test_no_string_hides_from_lupdate() -> None:
    """lupdate reads no f-strings and no variables; Python's own parser does."""
    known = {said for _, said, _ in messages(source("de"))}
    for path in SOURCES:
        for call in ast.walk(ast.parse((ROOT / path).read_text(encoding="utf-8"))):
            if not (isinstance(call, ast.Call) and isinstance(call.func, ast.Attribute)):
                continue
            if call.func.attr == "tr" or (call.func.attr == "translate" and "Application" in ast.unparse(call.func)):
                argument = call.args[0 if call.func.attr == "tr" else 1]
                assert isinstance(argument, ast.Constant), f"{path}:{call.lineno}"
                assert argument.value in known, f"{path}:{call.lineno}"


@pytest.mark.parametrize("code", ["de", "en"])
def test_placeholders_survive_the_translation(code: str) -> None:
    for (_, said, _), forms in messages(source(code)).items():
        for form in forms:
            assert sorted(re.findall(r"%(?:Ln|n|\d)", form)) == sorted(re.findall(r"%(?:Ln|n|\d)", said)), said


def test_every_plural_has_its_two_forms() -> None:
    plurals = {key: forms for key, forms in messages(source("de")).items() if "%Ln" in key[1]}
    assert plurals
    assert {len(forms) for forms in plurals.values()} == {2}
    assert plurals.keys() == messages(source("en")).keys()


@pytest.mark.parametrize("code", ["de", "en"])
def test_numbers_are_written_as_the_language_writes_them(code: str) -> None:
    """``%n`` would write 1234 in every language, ``%Ln`` writes 1.234 in German and 1,234 in English."""
    assert [key for key, forms in messages(source(code)).items() if re.search("%n", " ".join((key[1], *forms)))] == []


def test_numbers_follow_the_language_at_run_time(qapp: QApplication, comparison: Comparison) -> None:
    session = Session()
    summary = Summary(session)
    marks = tuple(replace(comparison.marks[0], id=str(n), strength=n % 2) for n in range(2468))
    session.show(replace(comparison, marks=marks))
    languages = Languages(qapp, "de")
    summary.say()
    assert "1.234 von 2.468 Hinweisen" in summary.text()
    languages.choose("en")
    summary.say()
    assert "1,234 of 2,468 cues" in summary.text()
    languages.deleteLater()


def test_dates_follow_the_language(qapp: QApplication) -> None:
    languages = Languages(qapp, "de")
    assert (day("2026-03-09"), day("2026-09-30")) == ("9. März 2026", "30. Sept. 2026")
    assert say_when("2026-03-09T10:00:00Z").startswith("09.03.")
    QLocale.setDefault(QLocale("en_US"))
    assert day("2026-03-09") == "Mar 9, 2026"
    languages.choose("en")
    assert day("2026-03-09") in ("9 Mar 2026", "Mar 9, 2026")
    assert day("yesterday") == "yesterday"
    languages.deleteLater()


def test_the_bytes_say_what_those_of_lrelease_say(qapp: QApplication, tmp_path: Path) -> None:
    ts, qm = tmp_path / "lesart_de.ts", tmp_path / "lesart_de.qm"
    ts.write_text(source("de"), encoding="utf-8")
    subprocess.run([str(TOOLS / "lrelease"), str(ts), "-qm", str(qm)], check=True, capture_output=True)
    theirs, ours = QTranslator(), Catalogue("de")
    assert theirs.load(str(qm))
    for context, said, comment in messages(source("de")):
        for n in (-1, 0, 1, 2, 5):
            assert ours.translate(context, said, comment or None, n) == theirs.translate(
                context, said, comment or None, n
            )
    assert not ours.translate("Window", "never said")


def test_a_build_speaks_by_its_compiled_files(
    qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "translations"
    folder.mkdir()
    (folder / "lesart_de.qm").write_bytes(compiled(messages(source("de")), "de"))
    monkeypatch.setattr("resources.__file__", str(tmp_path / "__init__.py"))
    assert Catalogue("de").translate("Progress", "Cancel") == "Abbrechen"


def test_plurals_and_comments_are_told_apart(qapp: QApplication) -> None:
    said = {
        ("A", "%n x", ""): ("%n Ix", "%n Ixe"),
        ("A", "x", "noun"): ("Ding",),
        ("A", "x", ""): ("x!",),
        ("B", "x", ""): ("b",),
    }
    data = compiled(said, "de")
    translator = QTranslator()
    assert translator.load(data)
    assert [translator.translate("A", "%n x", None, n) for n in (0, 1, 2)] == ["%n Ixe", "%n Ix", "%n Ixe"]
    assert translator.translate("A", "x", "noun") == "Ding"
    assert (translator.translate("A", "x"), translator.translate("B", "x")) == ("x!", "b")


def test_languages_change_at_run_time(qapp: QApplication) -> None:
    languages = Languages(qapp, "de")
    assert QCoreApplication.translate("Progress", "Cancel") == "Abbrechen"
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "Abbrechen"
    assert (language_name("en"), language_name("und")) == ("Englisch", "Sprache unbekannt")
    languages.choose("en")
    assert QCoreApplication.translate("Progress", "Cancel") == "Cancel"
    assert language_name("de") == "German"
    languages.deleteLater()


@pytest.mark.parametrize("code", ["en", "de"])
def test_no_two_entries_of_a_menu_share_a_mnemonic(window: Window, qapp: QApplication, code: str) -> None:
    window.choose_language(code)
    qapp.processEvents()
    menus: list[QMenu | QObject] = [window.menuBar(), *window.menuBar().findChildren(QMenu)]
    for menu in menus:
        entries = [a.text() for a in menu.actions() if "&" in a.text().replace("&&", "")]  # type: ignore[union-attr]  # both have actions
        letters = [re.search(r"&(\w)", text).group(1).lower() for text in entries]  # type: ignore[union-attr]  # as filtered
        assert sorted(letters) == sorted(set(letters)), entries
