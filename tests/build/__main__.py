"""``python -m tests.build [FOLDER]``: builds the program from the last commit in a fresh environment, and tries it.

A clone, a virtual environment with ``pip install .[build]``, PyInstaller, then ``tests/build/test_program.py`` on what
came of it. Takes some minutes, and everything goes into FOLDER (a temporary one, deleted, where none is named).
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
from pathlib import Path

from tests.build.parts import table

ROOT = Path(__file__).resolve().parents[2]


def main() -> int:
    """Build and try; the status of the tests."""
    parser = argparse.ArgumentParser(prog="python -m tests.build", description=__doc__)
    parser.add_argument("folder", nargs="?", type=Path, help="where the program and what it is built with stay")
    options = parser.parse_args()
    if options.folder:
        options.folder.mkdir(parents=True, exist_ok=True)
        return build_and_try(options.folder.resolve())
    with tempfile.TemporaryDirectory() as folder:
        return build_and_try(Path(folder))


def build_and_try(folder: Path) -> int:
    """All of it in ``folder``, which has no build yet."""
    clone, environment = folder / "clone", folder / "environment"
    _run("git", "clone", "-q", str(ROOT), str(clone))
    _run(sys.executable, "-m", "venv", str(environment))
    programs = environment / ("Scripts" if os.name == "nt" else "bin")
    _run(str(programs / "python"), "-m", "pip", "install", "-q", f"{clone}[build]")
    _run(
        str(programs / "pyinstaller"), "--noconfirm", "--log-level", "WARN", "--distpath", str(folder),
        "--workpath", str(folder / "work"), "build.spec", cwd=clone,
    )  # fmt: skip
    built = folder / "lesart"
    print(table(built))
    return subprocess.run(
        [sys.executable, "-m", "pytest", "-p", "no:cacheprovider", "tests/build"],
        cwd=ROOT,
        env={**os.environ, "LESART_BUILT": str(built)},
    ).returncode


def _run(*command: str, cwd: Path | None = None) -> None:
    print("$", *command, flush=True)
    subprocess.run(command, cwd=cwd, check=True)


if __name__ == "__main__":
    sys.exit(main())
