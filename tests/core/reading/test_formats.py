"""Every format carries the two stories; each is read back with its title, outlet, author, date, language and text."""

from __future__ import annotations

import json
import unicodedata
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from core.errors import UserError
from core.phrases import LANGUAGES, say
from core.reading import FORMATS, read
from tests.core.reading import stories
from tests.core.reading.stories import GERMAN, STORIES, Story


@dataclass(frozen=True)
class Case:
    """A file to read: how it is made, and which facts its format can tell (``OUTLET`` …)."""

    name: str
    make: Callable[[Story], bytes]
    outlet: bool = False
    part: str = ""
    time: str = ""


def encoded(make: Callable[[Story], str], encoding: str) -> Callable[[Story], bytes]:
    return lambda story: make(story).encode(encoding)


CASES = (
    Case("plain.txt", encoded(stories.plain, "utf-8")),
    Case("mark.txt", encoded(stories.plain, "utf-8-sig")),
    Case("windows.txt", encoded(stories.plain, "cp1252")),
    Case("wide.txt", encoded(stories.plain, "utf-16")),
    Case("wide-unmarked.txt", encoded(stories.plain, "utf-16-le")),
    Case("wider.txt", encoded(stories.plain, "utf-32")),
    Case("dos.txt", lambda story: stories.plain(story).replace("\n", "\r\n").encode()),
    Case("mac.txt", lambda story: stories.plain(story).replace("\n", "\r").encode()),
    Case("parted.txt", lambda story: unicodedata.normalize("NFD", stories.plain(story)).encode()),
    Case("wrapped.txt", encoded(stories.wrapped, "utf-8")),
    Case("narrow.txt", lambda story: stories.wrapped(story, 50).encode()),
    Case("no-ending", encoded(stories.plain, "utf-8")),
    Case("note.md", encoded(stories.markdown, "utf-8"), outlet=True),
    Case("page.html", encoded(stories.web, "utf-8"), outlet=True),
    Case("page.htm", lambda story: stories.web(story).replace("utf-8", "windows-1252").encode("cp1252"), outlet=True),
    Case("page.php", encoded(stories.web, "utf-8"), outlet=True),
    Case("letter.docx", stories.word),
    Case("one.pdf", stories.pdf),
    Case("two.pdf", lambda story: stories.pdf(story, columns=2)),
    Case("named-wrong.txt", stories.pdf),
    Case("letter.odt", stories.opendocument),
    Case("odt-without-ending", stories.opendocument),
    Case("letter.rtf", stories.rtf),
    Case("rtf.txt", stories.rtf),
    Case("book.epub", stories.epub, outlet=True, part="#2"),
    Case("page.mhtml", stories.saved_page, outlet=True),
    Case("letter.eml", stories.mail, outlet=True, time="T06:00:00+02:00"),
    Case("newsletter.eml", lambda story: stories.mail(story, "html"), outlet=True, time="T06:00:00+02:00"),
    Case("one.json", encoded(lambda story: json.dumps(stories.record(story)), "utf-8"), outlet=True),
    Case("ninjs.json", stories.ninjs, outlet=True),
    Case("ninjs2.json", stories.ninjs_two, outlet=True),
    Case("inside.json", encoded(lambda story: json.dumps({"articles": [stories.record(story)]}), "utf-8"), outlet=True),
    Case("lines.jsonl", encoded(lambda story: json.dumps(stories.record(story)) + "\n{}\n", "utf-8"), outlet=True),
    Case("table.csv", stories.table, outlet=True),
    Case("semicolons.csv", lambda story: stories.table(story, ";"), outlet=True),
    Case("table.tsv", lambda story: stories.table(story, "\t"), outlet=True),
    Case(
        "german.csv",
        lambda story: stories.table(story, ";", ("Titel", "Inhalt", "Quelle", "Autorin", "Datum")),
        outlet=True,
    ),
    Case(
        "unnamed.csv", lambda story: stories.table(story, ",", ("title", "x", "outlet", "author", "date")), outlet=True
    ),
    Case("news.zip", lambda story: stories.zipped({"wire.txt": stories.plain(story), "x.png": b""}), part="/wire.txt"),
)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
@pytest.mark.parametrize("story", STORIES, ids=lambda story: story.language)
def test_a_file_gives_back_its_article(case: Case, story: Story, tmp_path: Path) -> None:
    path = tmp_path / case.name
    path.write_bytes(case.make(story))

    (article,) = read(path)

    assert article.source == f"{path}{case.part}"
    assert article.title == story.title
    assert article.text == story.text
    assert article.language == story.language
    assert article.author == story.author
    assert article.published == story.published + case.time
    assert article.outlet == (story.outlet if case.outlet else None)


def test_one_article_has_one_id_in_every_plain_format(tmp_path: Path) -> None:
    ids: Counter[str] = Counter()
    for case in CASES:
        path = tmp_path / case.name
        path.write_bytes(case.make(GERMAN))
        ids.update(article.id for article in read(path))
    assert list(ids.values()) == [len(CASES)]


def test_pages_of_a_pdf_run_on_without_their_heads_and_numbers(tmp_path: Path) -> None:
    path = tmp_path / "three.pdf"
    path.write_bytes(stories.pdf(GERMAN, columns=2, pages=3, running_head="Küstenblatt – Hafen"))

    (article,) = read(path)

    assert article.text == "\n\n".join((GERMAN.title, *GERMAN.paragraphs * 3))
    reasons = {dropped.text: dropped.why for dropped in article.dropped}
    assert reasons["Küstenblatt – Hafen"] == "dropped.running_head"
    assert {"Seite 1", "Seite 2", "Seite 3"} <= {text for text, why in reasons.items() if why == "dropped.page_number"}


def test_every_format_has_a_name_in_both_languages() -> None:
    assert {".txt", ".md", ".html", ".htm", ".pdf", ".docx"} <= set(FORMATS)
    for key in FORMATS.values():
        assert all(say(key, language) for language in LANGUAGES)


def test_one_chapter_or_row_is_read_by_its_number(tmp_path: Path) -> None:
    rows = json.dumps([stories.record(story) for story in STORIES])
    (tmp_path / "book.epub").write_bytes(stories.epub(GERMAN))
    (tmp_path / "rows.json").write_text(rows, encoding="utf-8")
    (tmp_path / "odd#2").write_text(stories.plain(GERMAN), encoding="utf-8")
    for name in ("book.epub#2", "rows.json#1", "odd#2"):
        (article,) = read(tmp_path / name)
        assert (article.source, article.text) == (str(tmp_path / name), GERMAN.text)
    for name in ("book.epub#1", "rows.json#3", "gone.epub#1"):
        with pytest.raises(UserError) as caught:
            read(tmp_path / name)
        assert caught.value.key == "error.missing"
