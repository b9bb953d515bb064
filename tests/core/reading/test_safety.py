"""Articles are untrusted: nothing in them runs, loads, escapes or swallows the machine."""

from __future__ import annotations

import io
import json
import os
import socket
import stat
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from reportlab.pdfgen.canvas import Canvas

from core.errors import Cancelled, UserError
from core.job import Job
from core.reading import read, read_all, read_text
from core.reading.packed import MAX_MEMBER
from tests.core.reading import stories
from tests.core.reading.stories import ENGLISH, GERMAN

SECRET = "the-secret-of-this-machine"


@pytest.fixture
def no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("a file opened the network")

    class Refusing(socket.socket):
        __init__ = refuse

    monkeypatch.setattr(socket, "socket", Refusing)
    monkeypatch.setattr(socket, "create_connection", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)


def refused(path: Path) -> str:
    with pytest.raises(UserError) as caught:
        read(path)
    return caught.value.key


BAIT = (
    '<link rel="stylesheet" href="http://bait.example/a.css"><script src="http://bait.example/a.js"></script>'
    '<iframe src="http://bait.example/"></iframe><img src="http://bait.example/a.gif" onerror="fetch(\'//bait.example\')">'
    '<video src="http://bait.example/a.mp4" autoplay></video><object data="http://bait.example/a.swf"></object>'
    '<meta http-equiv="refresh" content="0;url=http://bait.example/"><base href="http://bait.example/">'
    '<style>@import url(http://bait.example/b.css)</style><svg><image href="http://bait.example/c.svg"/></svg>'
)


@pytest.mark.usefixtures("no_network")
def test_a_page_full_of_bait_loads_nothing(tmp_path: Path) -> None:
    html = (
        stories.web(GERMAN)
        .replace("<h1>", f"{BAIT}<h1>")
        .replace('<meta charset="utf-8">', f'<meta charset="utf-8">{BAIT}')
    )
    path = tmp_path / "bait.html"
    path.write_text(f'<!DOCTYPE html PUBLIC "x" "http://bait.example/x.dtd">{html}', encoding="utf-8")
    (article,) = read(path)
    assert article.text == GERMAN.text
    assert read_text(html, html=True).text == GERMAN.text
    assert "bait" not in article.text + "".join(dropped.text for dropped in article.dropped)


EXTERNAL = '<!DOCTYPE x [<!ENTITY s SYSTEM "{address}">]>'
LAUGHS = (
    "<!DOCTYPE x [<!ENTITY a0 'ha'>" + "".join(f"<!ENTITY a{n} '{f'&a{n - 1};' * 10}'>" for n in range(1, 11)) + "]>"
)


def odt_with(head: str, entity: str) -> bytes:
    packed = zipfile.ZipFile(io.BytesIO(stories.opendocument(GERMAN)))
    members = {name: packed.read(name) for name in packed.namelist()}
    content = members["content.xml"].decode().replace("</office:text>", f"<text:p>{entity}</text:p></office:text>")
    return stories.zipped({**members, "content.xml": head + content})


def docx_with(head: str, entity: str) -> bytes:
    packed = zipfile.ZipFile(io.BytesIO(stories.word(GERMAN)))
    members = {name: packed.read(name) for name in packed.namelist()}
    document = members["word/document.xml"].decode()
    declaration, _, rest = document.partition("?>")
    paragraph = f"<w:p><w:r><w:t>{entity}</w:t></w:r></w:p><w:sectPr"
    members["word/document.xml"] = f"{declaration}?>{head}{rest.replace('<w:sectPr', paragraph, 1)}".encode()
    return stories.zipped({**members})


@pytest.mark.usefixtures("no_network")
@pytest.mark.parametrize("make", [odt_with, docx_with])
def test_entities_of_a_document_are_never_resolved(make: Callable[[str, str], bytes], tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text(SECRET)
    for address in (secret.as_uri(), "http://bait.example/x"):
        path = tmp_path / ("x.odt" if make is odt_with else "x.docx")
        path.write_bytes(make(EXTERNAL.format(address=address), "&s;"))
        articles, failures = read_all(path)
        assert len(articles) + len(failures) == 1
        assert all(SECRET not in article.text for article in articles)
    path.write_bytes(make(LAUGHS, "&a10;"))
    articles, failures = read_all(path)
    assert len(articles) + len(failures) == 1
    assert all(len(article.text) < 2 * len(GERMAN.text) for article in articles)


@pytest.mark.parametrize("name", ["bomb.docx", "bomb.odt", "bomb.epub", "bomb.zip"])
def test_a_bomb_is_not_unpacked(name: str, tmp_path: Path) -> None:
    path = tmp_path / name
    path.write_bytes(stories.zipped({"word/document.xml": bytes(MAX_MEMBER + 1)}))
    assert refused(path) == "error.bomb"


def test_a_zip_file_that_lies_about_its_sizes_is_damaged(tmp_path: Path) -> None:
    data = stories.zipped({"wire.txt": stories.plain(GERMAN) * 100})
    true = len(stories.plain(GERMAN).encode()) * 100
    path = tmp_path / "lie.zip"
    path.write_bytes(data.replace(true.to_bytes(4, "little"), (10).to_bytes(4, "little")))
    assert refused(path) in ("error.damaged", "error.empty_text")


def test_names_in_a_zip_file_lead_nowhere(tmp_path: Path) -> None:
    names = ["../../climb.txt", "/etc/root.txt", "C:\\drive.txt", "a/./b/../plain.txt"]
    path = tmp_path / "names.zip"
    path.write_bytes(stories.zipped({name: stories.plain(GERMAN) for name in names}))
    sources = {article.source.removeprefix(f"{path}/") for article in read(path)}
    assert sources == {"climb.txt", "etc/root.txt", "drive.txt", "a/b/plain.txt"}
    assert [entry.name for entry in tmp_path.iterdir()] == ["names.zip"]


def test_links_hidden_files_and_zip_files_in_a_zip_file_are_not_opened(tmp_path: Path) -> None:
    path = tmp_path / "links.zip"
    with zipfile.ZipFile(path, "w") as packed:
        link = zipfile.ZipInfo("link.txt")
        link.external_attr = (stat.S_IFLNK | 0o777) << 16
        packed.writestr(link, "/etc/passwd")
        packed.writestr("inner.zip", stories.zipped({"wire.txt": stories.plain(GERMAN)}))
        packed.writestr(".hidden.txt", stories.plain(GERMAN))
        packed.writestr("__MACOSX/._wire.txt", stories.plain(GERMAN))
        packed.writestr("page_files/ad.html", stories.web(GERMAN))
        packed.writestr("wire.txt", stories.plain(ENGLISH))
        packed.writestr("empty.txt", "")
    articles, failures = read_all(path)
    assert [article.title for article in articles] == [ENGLISH.title]
    assert {failure.source.removeprefix(f"{path}/"): failure.reason.key for failure in failures} == {
        "link.txt": "error.link",
        "empty.txt": "error.empty",
    }


def test_locked_and_protected_files_are_named_as_such(tmp_path: Path) -> None:
    locked = bytearray(stories.zipped({"wire.txt": stories.plain(GERMAN)}))
    for sign, offset in ((b"PK\x01\x02", 8), (b"PK\x03\x04", 6)):
        locked[locked.index(sign) + offset] |= 1
    rights = stories.zipped({"mimetype": "application/epub+zip", "META-INF/rights.xml": "<r/>"})
    manifest = "<manifest><encryption-data/></manifest>"
    for name, data in (
        ("locked.zip", bytes(locked)),
        ("rights.epub", rights),
        ("locked.odt", stories.odt("<text:p>x</text:p>", manifest=manifest)),
    ):
        (tmp_path / name).write_bytes(data)
        assert refused(tmp_path / name) == "error.encrypted"


def test_json_nested_without_end_is_damaged(tmp_path: Path) -> None:
    path = tmp_path / "deep.json"
    path.write_text("[" * 200_000 + "]" * 200_000)
    assert refused(path) == "error.damaged"
    path.write_text(json.dumps([0] * 500_000))
    assert refused(path) == "error.no_records"


def test_a_pdf_with_a_script_is_text_only(tmp_path: Path) -> None:
    file = io.BytesIO()
    canvas = Canvas(file)
    canvas.drawString(72, 720, "Der Rat hat gegen den Bau des Krans gestimmt.")
    canvas.linkURL("http://bait.example/", (0, 0, 500, 800))
    canvas.save()
    script = b"/Type /Catalog /OpenAction << /S /JavaScript /JS (app.alert\\(1\\)) >>"
    path = tmp_path / "script.pdf"
    path.write_bytes(file.getvalue().replace(b"/Type /Catalog", script))
    (article,) = read(path)
    assert article.text == "Der Rat hat gegen den Bau des Krans gestimmt."


def test_a_page_of_too_many_elements_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "many.html"
    path.write_text("<html><body>" + "<b></b>" * 210_000 + "<p>" + "Ein Satz. " * 100 + "</p></body></html>")
    assert refused(path) == "error.no_article"


class Watched(Job):
    """A job that remembers what it was told, and stops where it was told to."""

    def __init__(self, stop_at: int = 1_000) -> None:
        super().__init__()
        self.told: list[tuple[int, int, str]] = []
        self._stop_at = stop_at

    def report(self, done: int, total: int, label: str) -> None:
        self.told.append((done, total, label))
        if done == self._stop_at:
            self.cancel()


def folder_of(tmp_path: Path, count: int) -> Path:
    folder = tmp_path / "articles"
    (folder / "sub").mkdir(parents=True)
    for number in range(count):
        text = "" if number % 10 == 3 else f"Meldung Nummer {number}\n\nDer Rat hat zum {number}. Mal abgestimmt."
        (folder / ("sub" if number % 2 else ".") / f"{number:03}.txt").write_text(text, encoding="utf-8")
    (folder / "logo.png").write_bytes(b"\x89PNG")
    return folder


def test_a_folder_is_read_with_progress_and_one_list_of_what_failed(tmp_path: Path) -> None:
    job = Watched()
    articles, failures = read_all(folder_of(tmp_path, 40), job)
    assert len(articles) == 36
    assert [Path(failure.source).name for failure in failures] == ["003.txt", "013.txt", "023.txt", "033.txt"]
    assert job.told == [(done, 40, "stage.reading") for done in range(40)]


def test_a_folder_can_be_stopped(tmp_path: Path) -> None:
    job = Watched(stop_at=5)
    with pytest.raises(Cancelled):
        read_all(folder_of(tmp_path, 40), job)
    assert len(job.told) == 6


def test_an_empty_folder_is_said(tmp_path: Path) -> None:
    articles, (failure,) = read_all(tmp_path)
    assert articles == ()
    assert failure.reason.key == "error.nothing_inside"


def test_a_table_of_many_rows_can_be_stopped(tmp_path: Path) -> None:
    path = tmp_path / "rows.json"
    path.write_text(json.dumps([stories.record(GERMAN)] * 30))
    assert [article.source.rpartition("#")[2] for article in read(path)][:3] == ["1", "2", "3"]
    with pytest.raises(Cancelled):
        read(path, Watched(stop_at=4))


def test_a_pdf_of_a_million_objects_is_read_or_refused(tmp_path: Path) -> None:
    """Each object is empty; a page in front of them says one sentence."""
    file = io.BytesIO()
    canvas = Canvas(file)
    canvas.drawString(72, 720, "Der Rat hat gegen den Bau des Krans gestimmt.")
    canvas.save()
    many = b"".join(b"%d 0 obj\nnull\nendobj\n" % number for number in range(100, 1_000_100))
    path = tmp_path / "many.pdf"
    path.write_bytes(file.getvalue().replace(b"xref\n", many + b"xref\n", 1))
    articles, failures = read_all(path)
    assert [article.text for article in articles] in ([], ["Der Rat hat gegen den Bau des Krans gestimmt."])
    assert len(articles) + len(failures) == 1


def test_a_pdf_whose_pages_lead_round_in_a_circle_is_read_or_refused(tmp_path: Path) -> None:
    body = (
        b"%PDF-1.4\n1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n"
        b"2 0 obj\n<</Type/Pages/Kids[2 0 R 2 0 R]/Count 2000000000>>\nendobj\ntrailer\n<</Root 1 0 R>>\n%%EOF"
    )
    path = tmp_path / "circle.pdf"
    path.write_bytes(body)
    articles, (failure,) = read_all(path)
    assert articles == ()
    assert failure.reason.key.startswith("error.")


@pytest.mark.skipif(not hasattr(os, "symlink"), reason="the system knows no symbolic links")
def test_a_link_out_of_a_folder_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "elsewhere" / "secret.txt").write_text(SECRET, encoding="utf-8")
    folder = tmp_path / "articles"
    folder.mkdir()
    (folder / "wire.txt").write_text(stories.plain(ENGLISH), encoding="utf-8")
    os.symlink(tmp_path / "elsewhere", folder / "more")
    os.symlink(tmp_path / "elsewhere" / "secret.txt", folder / "note.txt")
    os.symlink(folder, folder / "again")
    os.symlink("wire.txt", folder / "within.txt")
    articles, failures = read_all(folder)
    assert [(Path(a.source).name, a.title) for a in articles] == [
        (n, ENGLISH.title) for n in ("wire.txt", "within.txt")
    ]
    assert failures == ()


def test_a_document_of_xml_bombs_stays_small(tmp_path: Path) -> None:
    """The billion laughs in every part of an e-book."""
    members = {
        "mimetype": "application/epub+zip",
        "META-INF/container.xml": LAUGHS + "<container>&a10;</container>",
        "book.opf": LAUGHS + "<package>&a10;</package>",
    }
    path = tmp_path / "laughs.epub"
    path.write_bytes(stories.zipped(members))
    assert refused(path) == "error.damaged"
