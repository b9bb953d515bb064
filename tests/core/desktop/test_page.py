"""The manual page tells of every command and option, and roff takes it without a word."""

from __future__ import annotations

import shutil
import subprocess

import pytest

from core.cli import make_parser
from core.desktop.page import _commands, manual_page

LANGUAGES = ["en", "de"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_command_and_option_is_there(language: str) -> None:
    page = manual_page(language).replace("\\-", "-")
    parser = make_parser(language)
    commands = _commands(parser)
    assert {"compare", "report"} <= commands.keys()
    for each in (parser, *commands.values()):
        for action in each._actions:
            for name in action.option_strings:
                assert f"\\fB{name}\\fR" in page
    for name in commands:
        assert f"lesart {name}" in page


@pytest.mark.parametrize("language", LANGUAGES)
def test_roff_has_nothing_to_complain_of(language: str) -> None:
    groff = shutil.which("groff")
    if not groff:
        pytest.skip("groff is not installed")
    page = manual_page(language)
    assert page.isascii()
    done = subprocess.run([groff, "-man", "-Tutf8", "-ww"], input=page.encode(), capture_output=True, check=True)
    assert done.stderr == b""
    assert len(done.stdout.splitlines()) > 60


def test_a_word_that_roff_would_take_for_a_command_is_shown() -> None:
    from core.desktop.page import _plain

    assert _plain(".TH 'x' – \\n\n'a") == "\\&.TH 'x' \\[u2013] \\en\n\\&'a"
