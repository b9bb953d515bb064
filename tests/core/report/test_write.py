"""A report's file is written whole or not at all."""

from __future__ import annotations

import errno
import os
import stat
from pathlib import Path

import pytest

from core.errors import UserError
from core.model import Comparison
from core.phrases import LANGUAGES
from core.report import FORMATS, format_of, render, write


@pytest.mark.parametrize("suffix", FORMATS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_file_holds_what_render_gives(suffix: str, language: str, comparison: Comparison, tmp_path: Path) -> None:
    path = tmp_path / f"report.{suffix}"
    write(comparison, path, language=language)
    content = render(comparison, suffix, language)
    assert path.read_bytes() == (content.encode("utf-8") if isinstance(content, str) else content)
    assert os.listdir(tmp_path) == [path.name]


def test_the_format_given_wins_over_the_suffix(comparison: Comparison, tmp_path: Path) -> None:
    write(comparison, tmp_path / "out.txt", "json")
    assert (tmp_path / "out.txt").read_text(encoding="utf-8").startswith("{")


@pytest.mark.parametrize(
    ("name", "expected"), [("a.HTML", "html"), ("a.htm", "html"), ("a.b.md", "md"), ("a.markdown", "md")]
)
def test_suffixes(name: str, expected: str) -> None:
    assert format_of(Path(name)) == expected


@pytest.mark.parametrize("name", ["report", "report.xyz", ".html"])
def test_an_unknown_suffix_is_named(name: str, comparison: Comparison, tmp_path: Path) -> None:
    with pytest.raises(UserError) as caught:
        write(comparison, tmp_path / name)
    assert caught.value.key == "error.write.format"
    assert all(name in caught.value.say(language) and ".html" in caught.value.say(language) for language in LANGUAGES)
    assert not os.listdir(tmp_path)


def test_a_missing_folder_is_named(comparison: Comparison, tmp_path: Path) -> None:
    with pytest.raises(UserError) as caught:
        write(comparison, tmp_path / "no" / "report.html")
    assert caught.value.key == "error.write.folder"


def test_a_folder_is_not_replaced(comparison: Comparison, tmp_path: Path) -> None:
    (tmp_path / "report.html").mkdir()
    with pytest.raises(UserError) as caught:
        write(comparison, tmp_path / "report.html")
    assert caught.value.key == "error.write.is_folder"


@pytest.mark.parametrize(
    ("number", "key"),
    [(errno.ENOSPC, "error.write.full"), (errno.EROFS, "error.write.denied"), (errno.EACCES, "error.write.denied"),
     (errno.EIO, "error.write")],
)  # fmt: skip
@pytest.mark.parametrize("function", ["fsync", "replace"])
def test_what_was_there_stays_where_writing_fails(
    number: int, key: str, function: str, comparison: Comparison, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "report.html"
    path.write_text("as it was", encoding="utf-8")

    def fail(*_: object) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(os, function, fail)
    with pytest.raises(UserError) as caught:
        write(comparison, path)
    assert caught.value.key == key
    assert str(path) in caught.value.say("de")
    assert path.read_text(encoding="utf-8") == "as it was"
    assert os.listdir(tmp_path) == ["report.html"]


def test_a_link_stays_a_link_and_a_mode_stays(comparison: Comparison, tmp_path: Path) -> None:
    target = tmp_path / "target.md"
    target.write_text("old", encoding="utf-8")
    target.chmod(0o640)
    (tmp_path / "link.md").symlink_to(target)
    write(comparison, tmp_path / "link.md")
    assert (tmp_path / "link.md").is_symlink()
    assert target.read_text(encoding="utf-8").startswith("# ")
    assert stat.S_IMODE(target.stat().st_mode) == 0o640


def test_a_new_file_has_an_ordinary_mode(comparison: Comparison, tmp_path: Path) -> None:
    (tmp_path / "plain").touch()
    write(comparison, tmp_path / "report.md")
    assert (tmp_path / "report.md").stat().st_mode == (tmp_path / "plain").stat().st_mode


def test_what_is_no_file_is_written_to_not_replaced(comparison: Comparison) -> None:
    before = os.stat(os.devnull)
    write(comparison, Path(os.devnull), "md")
    assert os.stat(os.devnull).st_ino == before.st_ino
    assert stat.S_ISCHR(os.stat(os.devnull).st_mode)
