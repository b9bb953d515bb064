"""What a reader chose of a report is remembered as a preset, and a logo is checked before anything is written."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.errors import UserError
from core.model import KINDS, Comparison
from core.phrases import LANGUAGES
from core.report import Options, write


@given(
    st.builds(
        Options,
        lenses=st.sets(st.sampled_from(KINDS)).map(lambda chosen: tuple(k for k in KINDS if k in chosen)),
        strength=st.none() | st.floats(0, 1),
        rejected=st.sampled_from(["left_out", "struck"]),
        texts=st.sampled_from(["full", "excerpts", "none"]),
        title=st.text(),
        newsroom=st.text(),
        logo=st.none() | st.just(Path("logo.png")),
    )
)
def test_a_preset_comes_back_as_it_was(options: Options) -> None:
    assert Options.of(json.loads(json.dumps(options.kept()))) == options


@given(
    st.dictionaries(
        st.sampled_from([*Options().kept(), "groups", "x"]), st.none() | st.integers() | st.text() | st.lists(st.text())
    )
)
def test_a_spoilt_preset_is_no_error(preset: dict[str, object]) -> None:
    found = Options.of(preset)
    assert found.groups is None
    assert found.texts in ("full", "excerpts", "none")
    assert found.strength is None or 0 <= found.strength <= 1


@pytest.mark.parametrize("suffix", ["html", "docx", "pdf"])
@pytest.mark.parametrize(("name", "key"), [("none.png", "error.logo"), ("logo.exe", "error.logo.kind")])
def test_a_logo_that_is_none_is_named(suffix: str, name: str, key: str, comparison: Comparison, tmp_path: Path) -> None:
    with pytest.raises(UserError) as caught:
        write(comparison, tmp_path / f"r.{suffix}", options=Options(logo=tmp_path / name))
    assert caught.value.key == key
    assert all(name in caught.value.say(language) for language in LANGUAGES)


@pytest.mark.parametrize("suffix", ["docx", "pdf"])
@pytest.mark.parametrize("content", [b"", b"no picture", b"\x89PNG\r\n\x1a\n", b"GIF89a"])
def test_a_picture_that_is_none_is_named(suffix: str, content: bytes, comparison: Comparison, tmp_path: Path) -> None:
    logo = tmp_path / "logo.png"
    logo.write_bytes(content)
    with pytest.raises(UserError) as caught:
        write(comparison, tmp_path / f"r.{suffix}", options=Options(logo=logo))
    assert caught.value.key == "error.logo.kind"
    assert not (tmp_path / f"r.{suffix}").exists()
