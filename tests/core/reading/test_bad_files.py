"""Every file that cannot be read gets one sentence that names it and the reason, in both languages."""

from __future__ import annotations

import io
import os
import zipfile
from pathlib import Path

import pytest
from reportlab.lib import pdfencrypt
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from core.errors import UserError
from core.phrases import LANGUAGES
from core.reading import read, read_text
from tests.core.reading import stories
from tests.core.reading.stories import GERMAN


def blank_pdf(password: str = "") -> bytes:
    file = io.BytesIO()
    lock = pdfencrypt.StandardEncryption(password, canPrint=0) if password else None
    canvas = Canvas(file, pagesize=A4, encrypt=lock)
    canvas.rect(100, 100, 300, 500, fill=1)
    canvas.showPage()
    canvas.save()
    return file.getvalue()


def zipped(**members: bytes) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, data in members.items():
            packed.writestr(name.replace("__", "/").replace("_", "."), data)
    return file.getvalue()


FRONT_PAGE = "<html><body><h1>Küstenblatt</h1>" + "".join(
    f'<div><h2><a href="/{n}">Schlagzeile Nummer {n} mit einigen Worten mehr</a></h2><p>Hier steht ein Anreißer, der zum '
    f"Artikel Nummer {n} führen soll und neugierig macht.</p></div>"
    for n in range(12)
)
SHELL = '<html><head><title>App</title></head><body><div id="root"></div><script src="app.js"></script></body></html>'
NOTICE = "<html><body><h1>404</h1><p>Diese Seite gibt es nicht.</p></body></html>"

BAD = {
    "empty.txt": (b"", "error.empty"),
    "blank.txt": (b" \r\n\t\n", "error.empty"),
    "unseen.txt": ("\ufeff\u200b\u00ad".encode(), "error.empty_text"),
    "junk.txt": (bytes(range(256)) * 8, "error.not_text"),
    "music.mp3": (b"ID3\x04\x00" + bytes(500), "error.unknown_format"),
    "photo.jpg": (b"\xff\xd8\xff\xe0" + bytes(200), "error.picture"),
    "photo.txt": (b"\x89PNG\r\n\x1a\n" + bytes(200), "error.picture"),
    "old.doc": (b"\xd0\xcf\x11\xe0" + bytes(600), "error.old_office"),
    "locked.docx": (b"\xd0\xcf\x11\xe0" + bytes(600), "error.encrypted"),
    "large.txt": (b"Ein langer Satz ohne Ende. " * 750_000, "error.too_large"),
    "long.txt": (b"Noch ein Satz. " * 140_000, "error.too_long"),
    "scan.pdf": (blank_pdf(), "error.no_pdf_text"),
    "locked.pdf": (blank_pdf("geheim"), "error.encrypted_pdf"),
    "cut.pdf": (b"%PDF-1.7\n1 0 obj\n<<", "error.damaged"),
    "cut.docx": (stories.word(GERMAN)[:2000], "error.damaged"),
    "other.docx": (zipped(word__document_xml=b"<a/>"), "error.damaged"),
    "entities.docx": (
        zipped(word__document_xml=b'<!DOCTYPE a [<!ENTITY b "x">]><a>&b;</a>', **{"[Content_Types]_xml": b"<Types/>"}),
        "error.damaged",
    ),
    "bomb.docx": (zipped(word__document_xml=bytes(61_000_000)), "error.bomb"),
    "front.html": (FRONT_PAGE.encode(), "error.no_article"),
    "notice.html": (NOTICE.encode(), "error.no_article"),
    "shell.html": (SHELL.encode(), "error.needs_scripts"),
    "comment.html": (b"<!-- nothing -->", "error.no_article"),
}


@pytest.mark.parametrize("name", BAD)
def test_a_bad_file_gets_one_sentence_that_names_it(name: str, tmp_path: Path) -> None:
    data, key = BAD[name]
    path = tmp_path / name
    path.write_bytes(data)

    with pytest.raises(UserError) as caught:
        read(path)

    assert caught.value.key == key
    assert_says(caught.value, str(path))


def test_a_missing_file_and_a_folder_are_said(tmp_path: Path) -> None:
    for path, key in ((tmp_path / "gone.pdf", "error.missing"), (tmp_path, "error.folder"), (tmp_path / "a\0b", None)):
        with pytest.raises(UserError) as caught:
            read(path)
        assert key is None or caught.value.key == key
        assert_says(caught.value, str(path))


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="Windows has no named pipes in folders")
def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    with pytest.raises(UserError) as caught:
        read(tmp_path / "pipe.txt")
    assert caught.value.key == "error.not_a_file"


def test_nothing_pasted_is_said() -> None:
    for html in (False, True):
        with pytest.raises(UserError) as caught:
            read_text(" \n", html=html)
        assert caught.value.key == "error.empty"


def test_the_sentence_about_the_scan_says_what_to_do() -> None:
    error = UserError("error.no_pdf_text", "scan.pdf")
    assert error.say("en") == (
        "“scan.pdf” holds only pictures of pages, no text; run it through text recognition (OCR) first."
    )
    assert error.say("de") == (
        "„scan.pdf“ enthält nur Bilder von Seiten, keinen Text; lassen Sie zuerst eine Texterkennung (OCR) darüberlaufen."
    )


def assert_says(error: UserError, source: str) -> None:
    for language in LANGUAGES:
        sentence = error.say(language)
        assert source in sentence
        assert sentence.endswith(".")
        assert "\n" not in sentence
        assert "{" not in sentence.replace(source, "")
