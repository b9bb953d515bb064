"""The encodings of text files."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from core.errors import UserError
from core.reading import read, read_all
from core.reading.encoding import decode
from tests.core.reading.stories import GERMAN

RUSSIAN = "Городской совет проголосовал против крана в старом порту. Мэр назвала это решение ошибкой. " * 4
POLISH = "Rada miasta zagłosowała przeciwko budowie dźwigu w starym porcie. Burmistrz nazwała tę decyzję błędem. " * 4


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (GERMAN.text, "utf-8"),
        (GERMAN.text, "utf-8-sig"),
        (GERMAN.text, "utf-16"),
        (GERMAN.text, "utf-16-be"),
        (GERMAN.text, "cp1252"),
        ("Ä", "cp1252"),
        ("Straße", "latin-1"),
        (RUSSIAN, "cp1251"),
        (RUSSIAN, "koi8-r"),
        (POLISH, "cp1250"),
    ],
)
def test_an_encoding_is_found_out(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding), "x") == text


def test_one_broken_byte_does_not_spoil_a_file() -> None:
    data = GERMAN.text.encode() * 3
    at = data.index(b"Kran")
    assert decode(data[:at] + b"\xff" + data[at:], "x").replace("\ufffd", "") == GERMAN.text * 3


def test_the_reader_can_choose_another_encoding(tmp_path: Path) -> None:
    path = tmp_path / "dos.txt"
    path.write_bytes("Straße und Größe".encode("cp850"))
    assert read(path, encoding="cp850")[0].text == "Straße und Größe"


@pytest.mark.parametrize(
    ("text", "encoding", "declared"),
    [
        ("Straße – „so“", "utf-8", "iso-8859-1"),
        ("Straße – „so“", "cp1252", "ISO-8859-1"),
        ("błąd", "cp1250", "windows-1250"),
        ("東京", "iso-2022-jp", "iso-2022-jp"),
        ("Straße", "utf-8", "no-such-thing"),
    ],
)
def test_what_a_file_declares_is_believed_where_the_bytes_allow_it(text: str, encoding: str, declared: str) -> None:
    assert decode(text.encode(encoding), "x", declared=declared) == text


def test_an_encoding_that_nobody_knows_is_passed_over() -> None:
    assert decode("Straße".encode(), "x", "utf-99") == "Straße"
    assert decode("Straße".encode("cp1252"), "x", declared="utf\0-8") == "Straße"
    with pytest.raises(UserError):
        decode(bytes(range(32)) * 40, "x", "utf-99")


def test_libraries_are_loaded_when_a_format_is_first_read() -> None:
    libraries = "lxml docx trafilatura pypdfium2 markdown_it numpy charset_normalizer py3langid striprtf spacy PySide6"
    code = f"import sys, core.reading; print([name for name in '{libraries}'.split() if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


FOUND = sorted((Path(__file__).parent / "found").glob("*"))


@pytest.mark.parametrize("path", FOUND, ids=lambda path: path.name)
def test_what_the_fuzzer_found_is_read_or_refused(path: Path) -> None:
    articles, failures = read_all(path)
    assert articles or failures
