"""Lesart on the reader's desktop: everything in its place, nobody's programs pushed aside, and all of it gone again."""

from __future__ import annotations

import os
import shutil
import struct
import subprocess
import xml.etree.ElementTree as ET
from importlib.resources import files
from pathlib import Path

import pytest

from core import cli, store
from core.desktop import defaults, install, uninstall
from core.desktop.install import OWN_KIND, SIZES, contents, entry, offered_kinds, receipt_path
from core.errors import UserError
from core.phrases import table
from core.store.file import APPLICATION_ID
from tests.core.report import event

BROWSER = "[Desktop Entry]\nType=Application\nName=Browser\nExec=true %U\nMimeType=text/html;text/plain;\n"
MIME = "{http://www.freedesktop.org/standards/shared-mime-info}"


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home, and a system with a browser that nobody chose and that opens pages and texts all the same."""
    system = tmp_path / "system"
    (system / "applications").mkdir(parents=True)
    (system / "mime").mkdir()
    (system / "applications/browser.desktop").write_text(BROWSER)
    cache = "[MIME Cache]\ntext/html=browser.desktop;\ntext/plain=gone.desktop;browser.desktop;\n"
    (system / "applications/mimeinfo.cache").write_text(cache)
    (system / "mime/subclasses").write_text("application/rtf text/plain\n")
    for variable, folder in (
        ("DATA_HOME", "data"),
        ("DATA_DIRS", "system"),
        ("CONFIG_HOME", "config"),
        ("CONFIG_DIRS", "etc"),
    ):
        monkeypatch.setenv(f"XDG_{variable}", str(tmp_path / folder))
    monkeypatch.delenv("XDG_CURRENT_DESKTOP", raising=False)
    return tmp_path


def everything(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def tool(name: str) -> str:
    found = shutil.which(name)
    if not found:
        pytest.skip(f"{name} is not installed")
    return found


def mime_line(home: Path) -> list[str]:
    text = (home / "data/applications/lesart.desktop").read_text()
    return next(line for line in text.splitlines() if line.startswith("MimeType=")).removeprefix("MimeType=").split(";")


def test_everything_is_in_its_place(home: Path) -> None:
    there = install()
    assert {str(path.relative_to(home / "data")) for path in there} == set(contents(()))
    assert all(path.stat().st_size for path in there)


def test_a_second_time_changes_nothing(home: Path) -> None:
    install()
    before = everything(home)
    install()
    assert everything(home).keys() == before.keys()
    own = [name for name in before if "mime/" not in name or "packages" in name]  # the rest is made by the desktop
    assert {name: everything(home)[name] for name in own} == {name: before[name] for name in own}


@pytest.mark.parametrize("times", [1, 2])
def test_it_leaves_as_it_came(home: Path, times: int) -> None:
    before = everything(home)
    for _ in range(times):
        install()
    gone, left = uninstall()
    assert (len(gone), left) == (len(contents(())), [])
    assert everything(home) == before
    assert not (home / "data").exists() or list((home / "data").iterdir()) == []


def test_what_was_there_before_stays(home: Path) -> None:
    mine = {
        "data/applications/mine.desktop": BROWSER, "data/icons/hicolor/48x48/apps/mine.png": "png",
        "data/Lesart/library.db": "the library", "data/mime/packages/mine.xml": f'<mime-info xmlns="{MIME[1:-1]}"/>',
        "config/mimeapps.list": "[Added Associations]\ntext/html=mine.desktop;\n",
    }  # fmt: skip
    for name, content in mine.items():
        (home / name).parent.mkdir(parents=True, exist_ok=True)
        (home / name).write_text(content)
    install()
    uninstall()
    after = everything(home)
    assert {name: after[name].decode() for name in mine} == mine


def test_nothing_is_installed_nothing_is_removed(home: Path) -> None:
    before = everything(home)
    assert uninstall() == ([], [])
    assert everything(home) == before


def test_a_file_of_somebody_elses_is_not_replaced(home: Path) -> None:
    foreign = home / "data/applications/lesart.desktop"
    foreign.parent.mkdir(parents=True)
    foreign.write_text("mine")
    with pytest.raises(UserError) as caught:
        install()
    assert str(foreign) in caught.value.say("de")
    assert everything(home / "data") == {"applications/lesart.desktop": b"mine"}


def test_what_was_changed_since_is_left(home: Path) -> None:
    install()
    changed = home / "data/applications/lesart.desktop"
    changed.write_text("with another name")
    gone, left = uninstall()
    assert left == [changed]
    assert changed.read_text() == "with another name"
    assert changed not in gone


def test_a_file_that_this_version_has_no_more_is_taken_away(home: Path) -> None:
    import hashlib
    import json

    install()
    old = home / "data/icons/old.png"
    old.write_bytes(b"old")
    receipt = json.loads(receipt_path().read_text())
    receipt["files"]["icons/old.png"] = hashlib.sha256(b"old").hexdigest()
    receipt_path().write_text(json.dumps(receipt))
    install()
    assert not old.exists()


# Nobody's default


def test_who_opens_pages_now_still_does(home: Path) -> None:
    install()
    assert "text/html" in mime_line(home)
    chosen = (home / "config/mimeapps.list").read_text().splitlines()
    assert chosen[0] == "[Default Applications]"
    assert {"text/html=browser.desktop", "text/plain=browser.desktop", "application/rtf=browser.desktop"} <= set(chosen)
    assert not any("lesart" in line for line in chosen)


def test_for_what_nobody_opens_it_does_not_offer_itself(home: Path) -> None:
    install()
    assert OWN_KIND in mime_line(home)
    assert "application/pdf" in offered_kinds()
    assert "application/pdf" not in mime_line(home)


def test_a_choice_is_left_alone(home: Path) -> None:
    path = home / "config/mimeapps.list"
    path.parent.mkdir()
    path.write_text("[Default Applications]\ntext/html=browser.desktop;\ntext/plain=gone.desktop\n")
    install()
    lines = path.read_text().splitlines()
    assert [line for line in lines if line.startswith(("text/html", "text/plain"))] == [
        "text/html=browser.desktop;",
        "text/plain=gone.desktop",
    ]
    assert "text/plain" not in mime_line(home)


def test_a_choice_made_since_survives_the_end(home: Path) -> None:
    install()
    path = home / "config/mimeapps.list"
    path.write_text(path.read_text().replace("text/html=browser.desktop", "text/html=other.desktop"))
    uninstall()
    assert path.read_text() == "[Default Applications]\ntext/html=other.desktop\n"


def test_a_desktops_own_list_counts_as_a_choice(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CURRENT_DESKTOP", "ubuntu:GNOME")
    (home / "system/applications/gnome-mimeapps.list").write_text("[Default Applications]\ntext/html=browser.desktop\n")
    assert defaults.openers(["text/html", "text/plain"]) == {
        "text/html": ("browser.desktop", True),
        "text/plain": ("browser.desktop", False),
    }


def test_gio_opens_with_the_same_programs_as_before(home: Path) -> None:
    gio = tool("gio")

    def opener(kind: str) -> str:
        done = subprocess.run([gio, "mime", kind], capture_output=True, text=True, env={**os.environ, "LC_ALL": "C"})
        return done.stdout.partition("\n")[0].rpartition(": ")[2] if "Default application" in done.stdout else ""

    before = {kind: opener(kind) for kind in offered_kinds()}
    install()
    after = {kind: opener(kind) for kind in offered_kinds()}
    assert {kind: after[kind] for kind, program in before.items() if program} == {k: p for k, p in before.items() if p}
    assert "lesart.desktop" not in after.values()
    assert before["text/html"] == "browser.desktop"
    if shutil.which("update-desktop-database"):
        assert opener(OWN_KIND) == "lesart.desktop"


# What the files say


def test_the_desktop_entry_is_valid(home: Path) -> None:
    validator = tool("desktop-file-validate")
    install()
    for path in (home / "data/applications/lesart.desktop", Path(str(files("resources") / "desktop/lesart.desktop"))):
        done = subprocess.run([validator, str(path)], capture_output=True, text=True, check=False)
        assert (done.returncode, done.stdout) == (0, "")


def test_the_description_is_valid() -> None:
    path = files("resources").joinpath("desktop", "lesart.metainfo.xml")
    done = subprocess.run([tool("appstreamcli"), "validate", "--no-net", str(path)], capture_output=True, text=True)
    assert done.returncode == 0, done.stdout


def test_the_description_names_this_version() -> None:
    from importlib.metadata import version

    root = ET.fromstring(files("resources").joinpath("desktop", "lesart.metainfo.xml").read_text(encoding="utf-8"))
    assert root.find("releases")[0].get("version") == version("lesart")
    assert root.findtext("provides/mediatype") == OWN_KIND
    assert root.findtext("launchable") == "lesart.desktop"


@pytest.mark.parametrize(
    ("program", "line"),
    [
        ("/opt/lesart/lesart", "Exec=/opt/lesart/lesart %F"),
        ("/home/a b/lesart", 'Exec="/home/a b/lesart" %F'),
        ("/50%/lesart", "Exec=/50%%/lesart %F"),
        ('/a"$`\\b/lesart', 'Exec="/a\\\\"\\\\$\\\\`\\\\\\\\b/lesart" %F'),
    ],
)
def test_the_program_is_named_by_the_rules_of_exec(program: str, line: str, tmp_path: Path) -> None:
    template = files("resources").joinpath("desktop", "lesart.desktop").read_text(encoding="utf-8")
    made = entry(template, ("text/html",), program)
    assert line in made.splitlines()
    assert f"MimeType={OWN_KIND};text/html;" in made.splitlines()
    (tmp_path / "x.desktop").write_text(made)
    done = subprocess.run([tool("desktop-file-validate"), str(tmp_path / "x.desktop")], capture_output=True, text=True)
    assert done.stdout == ""


def matches(rule: ET.Element, data: bytes) -> bool:
    """Whether the MIME rule says yes to ``data``, as the specification has it."""
    at = int(rule.get("offset", ""))
    value = rule.get("value", "")
    if rule.get("type") == "big32":
        wanted = struct.pack(">I", int(value, 16))
    else:
        wanted = value.replace("\\000", "\0").encode()
    inner = list(rule.iter(f"{MIME}match"))[1:]
    return data[at : at + len(wanted)] == wanted and (not inner or any(matches(one, data) for one in inner))


def test_a_comparison_is_known_by_its_bytes_and_another_database_is_not(tmp_path: Path) -> None:
    import sqlite3

    kind = ET.fromstring(files("resources").joinpath("desktop", "lesart-mime.xml").read_bytes())[0]
    rule = kind.find(f"{MIME}magic/{MIME}match")
    store.save(event.comparison(), tmp_path / "mine.lesart")
    sqlite3.connect(tmp_path / "other.db").execute("CREATE TABLE t (x)")
    assert (kind.get("type"), kind.find(f"{MIME}glob").get("pattern")) == (OWN_KIND, "*.lesart")
    assert matches(rule, (tmp_path / "mine.lesart").read_bytes())
    assert not matches(rule, (tmp_path / "other.db").read_bytes())
    assert int(rule[0].get("value"), 16) == APPLICATION_ID


def test_the_icons_have_their_sizes() -> None:
    for size in SIZES:
        png = files("resources").joinpath("desktop", f"lesart-{size}.png").read_bytes()
        assert struct.unpack(">II", png[16:24]) == (size, size)


# The command line


@pytest.mark.parametrize(("locale", "language"), [("C", "en"), ("de_DE.UTF-8", "de")])
def test_the_command_line_says_what_it_did(
    home: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], locale: str, language: str
) -> None:
    monkeypatch.setenv("LC_ALL", locale)
    said = []
    for act in ("--install-desktop", "--uninstall-desktop", "--uninstall-desktop"):
        assert cli.main([act]) == 0
        said.append(capsys.readouterr().out)
    count, folder = len(contents(())), str(home / "data")
    keys = ("desktop.installed", "desktop.removed", "desktop.nothing")
    assert said == [table(language)[key].format(count=count, folder=folder) + "\n" for key in keys]


def test_a_folder_that_cannot_be_written_is_one_sentence(
    home: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (home / "data").write_text("a file where the folder should be")
    assert cli.main(["--install-desktop"]) == 1
    said = capsys.readouterr().err
    assert said.count("\n") == 1
    assert str(home / "data") in said


@pytest.mark.parametrize("system", ["win32", "darwin"])
def test_elsewhere_the_installer_does_it(home: Path, system: str) -> None:
    with pytest.raises(UserError):
        install(system)
    assert not (home / "data").exists()
