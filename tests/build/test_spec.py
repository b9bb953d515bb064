"""build.spec itself, without a build: that Lesart does without what it leaves out, and that it runs through everywhere."""

from __future__ import annotations

import ast
import re
import runpy
import subprocess
import sys
import types
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from core.language.detect import LANGUAGES
from gui.catalogue import compiled, messages

ROOT = Path(__file__).resolve().parents[2]
SPEC = (ROOT / "build.spec").read_text(encoding="utf-8")


def said(name: str) -> Any:
    """What the spec assigns to ``name``."""
    for node in ast.parse(SPEC).body:
        if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == name:
            return eval(compile(ast.Expression(node.value), "build.spec", "eval"), {"LANGUAGES": LANGUAGES})
    raise KeyError(name)


def name_of(path: Path) -> str:
    """The module at ``path``."""
    return ".".join(path.relative_to(ROOT).with_suffix("").parts)


OUT = [*said("EXCLUDED"), *(name_of(path) for path in ROOT.glob("core/*/fit*.py"))]
ONLY_FITTING = ("core/framing/vocabulary.py", "sklearn")
"""Asked for in a function that nothing but the fitting calls."""


def sources() -> Iterator[Path]:
    """The modules that go into the program."""
    yield from (path for room in ("core", "gui") for path in (ROOT / room).rglob("*.py") if name_of(path) not in OUT)


def imported(path: Path) -> Iterator[str]:
    """The modules that ``path`` asks for, wherever in it."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def test_nothing_that_is_left_out_is_imported() -> None:
    asked = {
        (path.relative_to(ROOT).as_posix(), out)
        for path in sources()
        for name in imported(path)
        for out in OUT
        if name == out or name.startswith(f"{out}.")
    }
    assert asked == {ONLY_FITTING}


def test_the_window_and_the_reports_do_without_what_is_left_out(tmp_path: Path) -> None:
    """As in the program: what is left out cannot be imported, whoever asks."""
    program = (
        "import sys\n"
        "class Out:\n"
        "    def find_spec(name, path=None, target=None):\n"
        f"        if name in {OUT}: raise ModuleNotFoundError(name, name=name)\n"
        "sys.meta_path.insert(0, Out)\n"
        "from core import cli\n"
        "for kind in ('html', 'pdf', 'docx', 'xlsx'): assert cli.main(['compare', '--sample', '-o', f'x.{kind}']) == 0\n"
        "from pathlib import Path; from core.batch import summary; summary.write(Path('.'), [])\n"
        "from gui.app import make_application, make_window\n"
        "window = make_window(make_application()); window.show(); window._recolor(); window.grab()\n"
        "assert not window.actions_['library'].icon().isNull()\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program],
        cwd=tmp_path,
        env={"PYTHONPATH": str(ROOT), "HOME": str(tmp_path), "QT_QPA_PLATFORM": "offscreen", "QT_API": "pyside6"},
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize("reason", said("LEFT_OUT"))
def test_patterns_leave_out_no_resource(reason: str) -> None:
    out = re.compile(said("LEFT_OUT")[reason])
    resources = [p.relative_to(ROOT).as_posix() for p in (ROOT / "resources").rglob("*") if p.is_file()]
    lost = [p for p in resources if out.search(p) and not p.endswith((".ts", ".pyc", "__init__.py"))]
    assert lost == []


def test_files_of_every_package_that_is_read_are_collected() -> None:
    collected = set(
        re.findall(r'"([\w]+)"', SPEC[SPEC.index("for package in (") : SPEC.index("collect_data_files(package)")])
    )
    read = {
        name
        for path in sources()
        for name in re.findall(r'\bfiles\("([\w.]+)"\)', path.read_text(encoding="utf-8"))
        if name.split(".")[0] not in ("core", "gui", "resources")
    }
    assert read <= collected


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> dict[str, dict[str, Any]]:
    """What the spec asks of PyInstaller, which is not needed for it."""
    asked: dict[str, dict[str, Any]] = {}

    def module(name: str, **content: object) -> None:
        monkeypatch.setitem(sys.modules, name, types.SimpleNamespace(**content))

    def nothing(*_: object, **__: object) -> list[object]:
        return []

    module("PyInstaller", config=None, utils=None)
    module("PyInstaller.config", CONF={"workpath": str(tmp_path)})
    module("PyInstaller.utils", hooks=None)
    module("PyInstaller.utils.hooks", collect_data_files=nothing, collect_submodules=nothing, copy_metadata=nothing)
    names = (
        "FixedFileInfo",
        "StringFileInfo",
        "StringStruct",
        "StringTable",
        "VarFileInfo",
        "VarStruct",
        "VSVersionInfo",
    )
    module("PyInstaller.utils.win32", versioninfo=None)
    module("PyInstaller.utils.win32.versioninfo", **{name: lambda *a, **k: (a, k) for name in names})
    return asked


@pytest.mark.parametrize("system", ["linux", "darwin", "win32"])
def test_the_spec_runs_through(
    made: dict[str, dict[str, Any]], monkeypatch: pytest.MonkeyPatch, system: str, tmp_path: Path
) -> None:
    def make(kind: str) -> Any:
        def call(*_: object, **told: Any) -> types.SimpleNamespace:
            made[f"{kind} {told.get('name', '')}".strip()] = told
            return types.SimpleNamespace(datas=[], binaries=[], pure=[], scripts=[])

        return call

    monkeypatch.setattr(sys, "platform", system)
    kinds = ("Analysis", "PYZ", "EXE", "COLLECT", "BUNDLE")
    runpy.run_path(str(ROOT / "build.spec"), {"SPECPATH": str(ROOT), **{kind: make(kind) for kind in kinds}})
    always = {"Analysis", "PYZ", "EXE lesart", "COLLECT lesart"}
    own = {"linux": set(), "darwin": {"BUNDLE Lesart.app"}, "win32": {"EXE lesartw"}}
    assert made.keys() == always | own[system]
    qm = Path(next(source for source, place in made["Analysis"]["datas"] if source.endswith("lesart_de.qm")))
    ts = (ROOT / "resources" / "translations" / "lesart_de.ts").read_text(encoding="utf-8")
    assert qm.read_bytes() == compiled(messages(ts), "de")
    if system != "linux":
        assert Path(made["EXE lesart"]["icon"]).is_file()
    if system == "darwin":
        plist = made["BUNDLE Lesart.app"]["info_plist"]
        exported = plist["UTExportedTypeDeclarations"][0]
        kind = exported["UTTypeTagSpecification"]["public.mime-type"][0]
        assert kind in (ROOT / "resources" / "desktop" / "lesart-mime.xml").read_text(encoding="utf-8")
        owned = [d for d in plist["CFBundleDocumentTypes"] if d["LSHandlerRank"] == "Owner"]
        assert [d["LSItemContentTypes"] for d in owned] == [[exported["UTTypeIdentifier"]]]
