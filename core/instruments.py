"""With what each language is analysed on this machine, and what would do it better: for the settings, without loading
any of it."""

from __future__ import annotations

import json
import sys
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from importlib.util import find_spec
from pathlib import Path

BETTER = "md"
"""The size of a pipeline that is recommended: it has vectors, and a tenth of the bulk of the next larger one."""
RANK = ("", "sm", "md", "lg", "trf")


@dataclass(frozen=True, slots=True)
class Instrument:
    """``language`` is ISO 639-1; ``tools`` the names and versions of what analyses it, none where words and sentences
    are told apart and no more; ``better`` the package of the pipeline that would analyse it better, None where as
    good a one is installed."""

    language: str
    tools: tuple[str, ...]
    better: str | None


def instruments() -> tuple[Instrument, ...]:
    """One for each language that has pipelines: German and English, then the others by their codes."""
    from core.language.pipelines import TRAINED

    first = ("de", "en")
    return tuple(_instrument(code) for code in (*first, *sorted(TRAINED.keys() - set(first))))


def encoder() -> str:
    """What compares the meaning of claims, in all languages."""
    from core.language.encoder import name

    return name()


def install_command(package: str) -> str | None:
    """What to type into a terminal so that Lesart finds ``package`` at its next start; None for the built program, which
    holds what it has."""
    if getattr(sys, "frozen", False):
        return None
    program = f'"{sys.executable}"' if " " in sys.executable else sys.executable
    return f"{program} -m spacy download {package}"


def _instrument(code: str) -> Instrument:
    from core.language.pipelines import TRAINED, installed

    name = installed(code)
    tools = [_named(name)] if name else []
    if code == "de":
        tools.append(f"HanTa {_version('HanTa')}")
    better = next(wished for wished in TRAINED[code] if wished.endswith(f"_{BETTER}"))
    return Instrument(code, tuple(tools), better if _size(name) < RANK.index(BETTER) else None)


def _named(package: str) -> str:
    """The pipeline's own name and version, from the file that lies beside it."""
    spec = find_spec(package)
    assert spec
    assert spec.submodule_search_locations
    for folder in spec.submodule_search_locations:
        for meta in sorted(Path(folder).glob("**/meta.json")):
            told = json.loads(meta.read_text(encoding="utf-8"))
            return f"{told['lang']}_{told['name']} {told['version']}"
    return f"{package} {_version(package)}"


def _version(package: str) -> str:
    try:
        return version(package.replace("_", "-"))
    except PackageNotFoundError:
        return ""


def _size(package: str | None) -> int:
    return next((RANK.index(part) for part in (package or "").split("_") if part in RANK[1:]), 0)
