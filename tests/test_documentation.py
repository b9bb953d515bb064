"""What the documents say is so: every command of the README runs, every link leads somewhere, the architecture is whole."""

from __future__ import annotations

import ast
import os
import re
import shlex
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from core import store
from tests.core.report import event

ROOT = Path(__file__).resolve().parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
CONTRIBUTING = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
SET_UP = "python3 -m venv"
SAMPLE = ROOT / "resources" / "sample"
FIRST, SECOND = ((SAMPLE / name).read_text(encoding="utf-8") for name in ("wire.txt", "boulevard.txt"))


def commands(text: str) -> list[str]:
    """The lines of the shell blocks, without what stands behind them."""
    lines = [line for block in re.findall(r"```sh\n(.*?)```", text, re.S) for line in block.splitlines()]
    return [line.split("  #")[0].strip() for line in lines if line.strip()]


def used(text: str) -> Iterator[str]:
    """The modules that are run with ``python -m``."""
    yield from sorted(set(re.findall(r"python -m (tests\.\w+|core[\w.]*)", text)))


def test_the_readme_sets_up_with_two_commands() -> None:
    assert len([line for line in commands(README) if line.startswith(SET_UP)]) == 2


def test_the_test_command_is_the_one_that_the_build_runs() -> None:
    run = (ROOT / ".ci/run").read_text(encoding="utf-8").replace("pip install -q ", "pip install ")
    ours = next(line for line in commands(README) if "pytest" in line)
    assert ours in run.splitlines()
    assert ours in commands(CONTRIBUTING)


def test_the_pieces_of_the_two_commands_exist() -> None:
    trying, testing = (line.split(" && ") for line in commands(README) if line.startswith(SET_UP))
    assert trying[0] == testing[0] == "python3 -m venv .venv"
    assert subprocess.run([sys.executable, "-m", "venv", "--help"], capture_output=True).returncode == 0
    assert trying[1] == ".venv/bin/python -m pip install ."
    assert testing[1] == '.venv/bin/python -m pip install -e ".[test]"'
    assert {"test"} <= PROJECT["project"]["optional-dependencies"].keys()
    assert trying[2].split() == [".venv/bin/lesart", "--sample"]
    assert PROJECT["project"]["scripts"]["lesart"] == "gui.start:main"
    assert testing[2] == ".venv/bin/python -m pytest"
    assert any(one.startswith("pytest") for one in PROJECT["project"]["optional-dependencies"]["test"])


def test_the_debian_packages_are_those_of_the_build() -> None:
    told = re.search(r"`apt install ([^`]*)`", README)
    assert told
    run = (ROOT / ".ci/run").read_text(encoding="utf-8")
    # The build has no display, and needs no cursors, but fonts.
    assert set(told[1].split()) - {"libxcb-cursor0"} <= set(run.split())


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with every file that the README's commands name, and a home."""
    folder = tmp_path_factory.mktemp("desk")
    for words in (line.split() for line in commands(README)):
        for before, word in zip(["", *words], words, strict=False):
            path = folder / word
            if before in ("-o", "--output") or path.exists() or "*" in word:
                continue
            if word.endswith(".lesart"):
                store.save(event.comparison(), path)
            elif word.endswith("/"):
                # A folder of events, of which there is one.
                (path / "event").mkdir(parents=True)
                _write(path / "event" / "one.txt", FIRST)
                _write(path / "event" / "two.txt", SECOND)
            elif path.suffix in (".txt", ".html", ".pdf"):
                _write(path, FIRST if len(list(folder.iterdir())) % 2 else SECOND)
    _write(folder / "another.html", FIRST)
    return folder


def _write(path: Path, text: str) -> None:
    if path.suffix == ".pdf":
        from reportlab.pdfgen.canvas import Canvas

        canvas = Canvas(str(path))
        for number, line in enumerate(text.splitlines()):
            canvas.drawString(40, 800 - 14 * number, line[:100])
        canvas.save()
    elif path.suffix == ".html":
        whole = (SAMPLE / "zeitung.html").read_text(encoding="utf-8")
        ends = [found.start() for found in re.finditer("</p>", whole)]
        middle = ends[len(ends) // 2]
        path.write_text(f"{whole[:middle]} Das schrieb {path.stem}.{whole[middle:]}", encoding="utf-8")
    else:
        path.write_text(text, encoding="utf-8")


@pytest.mark.parametrize("line", [line for line in commands(README) if line.startswith("lesart")])
def test_every_command_of_the_readme_runs(line: str, desk: Path, tmp_path: Path) -> None:
    environment = {
        name: value for name, value in os.environ.items()
        if name not in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    } | {f"XDG_{name}_HOME": str(tmp_path) for name in ("DATA", "CONFIG", "STATE")}  # fmt: skip
    program = f"{shlex.quote(sys.executable)} -m gui.start"
    shell = f'lesart() {{ {program} "$@"; }}; {line}'
    environment |= {"PYTHONPATH": str(ROOT), "LC_ALL": "C.UTF-8"}
    own = shutil.copytree(desk, tmp_path / "desk")
    done = subprocess.run(["bash", "-c", shell], cwd=own, env=environment, capture_output=True, text=True, timeout=200)
    assert "Traceback" not in done.stderr
    # Without a display and without articles there is nothing to be done, and that is said.
    assert done.returncode == (1 if line == "lesart" else 0), done.stderr
    written = re.search(r"(?:-o|--output) (\S+)", line)
    if written:
        assert (own / written[1]).stat().st_size > 500


@pytest.mark.parametrize("module", sorted({*used(README), *used(CONTRIBUTING)}))
def test_the_modules_that_are_named_can_be_run(module: str) -> None:
    if module == "core":
        pytest.skip("that is what pydoc prints, see below")
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run([sys.executable, "-m", module, "--help"], cwd=ROOT, env=environment, capture_output=True)
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize("line", [line for line in commands(CONTRIBUTING) if not line.startswith(SET_UP)])
def test_the_commands_for_contributors_exist(line: str) -> None:
    for piece in line.split(" && "):
        words = piece.split()
        name = Path(words[0]).name
        assert words[0].startswith(".venv/bin/")
        if name == "python":
            assert words[1] == "-m"
            subprocess.run([sys.executable, "-c", f"import {words[2]}"], check=True)
            assert all((ROOT / path).exists() for path in words[3:] if "/" in path)
        else:
            assert any(one.startswith(name) for one in PROJECT["project"]["optional-dependencies"]["test"])


def test_every_link_leads_somewhere() -> None:
    for text in (README, CONTRIBUTING):
        for target in re.findall(r"\]\(([^)#]+)\)", text):
            assert target.startswith("https://") or (ROOT / target).exists(), target
    assert {"resources/manual/en.md", "resources/manual/de.md"} <= set(re.findall(r"\]\(([^)]+)\)", README))


def test_every_file_that_is_named_exists() -> None:
    for text in (README, CONTRIBUTING):
        for path in re.findall(r"`((?:core|gui|tests|resources)/[\w./*-]+)`", text):
            assert list(ROOT.glob(path)), path


# The architecture


def test_the_architecture_is_printed_by_pydoc() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "pydoc", "core"], cwd=ROOT, env={**os.environ, "PAGER": "cat", "PYTHONUTF8": "1"},
        capture_output=True, text=True, encoding="utf-8", check=True,
    )  # fmt: skip
    assert "The architecture of Lesart" in done.stdout
    assert len((ROOT / "core/__init__.py").read_text(encoding="utf-8").splitlines()) < 80


def test_the_architecture_costs_nothing_to_import() -> None:
    tree = ast.parse((ROOT / "core/__init__.py").read_text(encoding="utf-8"))
    assert [type(node) for node in tree.body] == [ast.Expr]


def test_the_architecture_names_every_room() -> None:
    told = ast.get_docstring(ast.parse((ROOT / "core/__init__.py").read_text(encoding="utf-8"))) or ""
    rooms = {path.stem for path in (ROOT / "core").iterdir() if path.suffix == ".py" or (path / "__init__.py").exists()}
    words = set(re.findall(r"\w+", told))
    assert sorted(rooms - {"__init__"} - words) == []
