"""The web page in headless Chromium: axe-core finds nothing, nothing loads or runs, it fits a phone and a sheet of paper.

Skipped, with the reason, where Chromium or axe-core (``npm install axe-core``) is not installed.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path

import pypdfium2
import pytest

from core.compare import compare, sample_sources
from core.model import Comparison
from core.report import Options, write
from tests.core.report import browser, event

DESK = {"width": 1280}
NIGHT = {"width": 1280, "dark": True}
PHONE = {"width": 390, "height": 844, "phone": True}
NIGHT_PHONE = {**PHONE, "dark": True}


@pytest.fixture(scope="module")
def chromium() -> Iterator[browser.Browser]:
    if browser.found() is None:
        pytest.skip("Chromium is not installed: how the page looks and behaves in a browser was not tested.")
    with browser.Browser() as one:
        yield one


@pytest.fixture(scope="module")
def axe() -> str:
    script = browser.axe()
    if script is None:
        pytest.skip("axe-core is not installed (npm install axe-core): its rules were not applied.")
    return script.read_text(encoding="utf-8")


def page(folder: Path, comparison: Comparison, language: str = "en", **options: object) -> Path:
    path = folder / "report.html"
    write(comparison, path, language=language, options=Options(**options))  # type: ignore[arg-type]  # as given
    return path


@pytest.mark.parametrize(
    ("made", "language", "screen", "options"),
    [
        (event.decided, "en", DESK, {}),
        (event.decided, "de", NIGHT, {"rejected": "struck"}),
        (event.decided, "de", PHONE, {"texts": "excerpts", "newsroom": "Redaktion"}),
        (event.comparison, "en", NIGHT_PHONE, {"texts": "none"}),
        (event.hostile, "en", DESK, {}),
    ],
)
def test_axe_core_finds_no_violation(
    made: Callable[[], Comparison], language: str, screen: dict[str, int], options: dict[str, str], chromium: browser.Browser,
    axe: str, tmp_path: Path,
) -> None:  # fmt: skip
    chromium.open(page(tmp_path, made(), language, **options), **screen)
    # Behind words axe-core cannot weigh the gradients that draw the claims and some cues: the claims get their colour
    # as a plain ground, which lies behind more than it does on the page.
    chromium.run(
        "const sheet = new CSSStyleSheet(); sheet.replaceSync('.claim { background: var(--claim) !important } "
        ".k { background: none !important }'); document.adoptedStyleSheets = [sheet]"
    )
    chromium.run(axe)
    found = chromium.run("axe.run(document, {resultTypes: ['violations', 'incomplete']})")
    told = [f"{v['id']}: {v['help']} ({v['nodes'][0]['html'][:120]})" for v in found["violations"]]
    assert told == []
    assert len(found["passes"]) > 30
    unsure = {r["message"] for rule in found["incomplete"] for node in rule["nodes"] for r in node["any"]}
    assert [message for message in unsure if "gradient" in message] == []


def test_axe_core_finds_what_is_wrong(chromium: browser.Browser, axe: str, tmp_path: Path) -> None:
    """Of a page without language and heading, with a picture without words, so that silence means something."""
    path = tmp_path / "bad.html"
    path.write_text("<!doctype html><title>x</title><p style='color:#ccc'>pale</p><img src=''>", encoding="utf-8")
    chromium.open(path)
    chromium.run(axe)
    found = {v["id"] for v in chromium.run("axe.run(document)")["violations"]}
    assert {"html-has-lang", "image-alt", "color-contrast"} <= found


@pytest.mark.parametrize("made", [event.decided, event.hostile])
def test_nothing_loads_and_nothing_runs(
    made: Callable[[], Comparison], chromium: browser.Browser, tmp_path: Path
) -> None:
    path = page(tmp_path, made())
    chromium.open(path)
    chromium.run("new Promise(done => setTimeout(done, 200))")
    asked = [e["params"]["request"]["url"] for e in chromium.events if e.get("method") == "Network.requestWillBeSent"]
    assert asked == [path.resolve().as_uri()]
    told = {"Page.javascriptDialogOpening", "Log.entryAdded", "Runtime.consoleAPICalled", "Runtime.exceptionThrown"}
    assert [e for e in chromium.events if e.get("method") in told] == []
    assert chromium.run("document.scripts.length") == 0
    assert chromium.run("document.querySelectorAll('[onload], [onerror], [onclick]').length") == 0


@pytest.mark.parametrize("made", [event.decided, event.hostile])
@pytest.mark.parametrize("width", [320, 390, 768, 1280])
def test_it_fits_the_screen(
    made: Callable[[], Comparison], width: int, chromium: browser.Browser, tmp_path: Path
) -> None:
    chromium.open(page(tmp_path, made()), width, phone=width < 768)
    assert chromium.run("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("width", [1000, 1200])
def test_four_columns_side_by_side_scroll_in_a_room_of_their_own(
    width: int, chromium: browser.Browser, tmp_path: Path
) -> None:
    chromium.open(page(tmp_path, compare(sample_sources())), width)
    columns = "document.querySelector('.columns')"
    assert chromium.run(f"{columns}.scrollWidth > {columns}.clientWidth")
    assert chromium.run("document.documentElement.scrollWidth") <= width


def test_the_filters_filter(chromium: browser.Browser, tmp_path: Path) -> None:
    comparison = event.comparison()
    chromium.open(page(tmp_path, comparison))

    def shown(selector: str) -> int:
        script = f"[...document.querySelectorAll({json.dumps(selector)})].filter(x => x.checkVisibility()).length"
        count: int = chromium.run(script)
        return count

    assert shown(".matrix tr.row") == len(comparison.groups)
    chromium.run("document.getElementById('r-conflict').click()")
    conflicts = shown(".matrix tr.row")
    assert 0 < conflicts == shown(".matrix tr.row.conflict") < len(comparison.groups)
    chromium.run("document.getElementById('r-all').click()")
    assert shown("#lens-figure") == 1
    chromium.run("document.getElementById('f-figure').click()")
    assert shown("#lens-figure") == 0


@pytest.mark.parametrize(("width", "height"), [(21.0, 29.7), (21.59, 27.94)], ids=["A4", "Letter"])
@pytest.mark.parametrize("made", [event.decided, event.hostile])
def test_it_prints(
    made: Callable[[], Comparison], width: float, height: float, chromium: browser.Browser, tmp_path: Path
) -> None:
    """On sheets of the size asked for, none of them empty, the matrix's head again on each of its pages."""
    chromium.open(page(tmp_path, made()))
    document = pypdfium2.PdfDocument(chromium.printed(width, height))
    for sheet in document:
        assert sheet.get_size() == pytest.approx((width / 2.54 * 72, height / 2.54 * 72), abs=1.5)
        words = sheet.get_textpage().get_text_range().split()
        assert len(words) > 20
