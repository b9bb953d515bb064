"""Markdown: the markup goes, its meaning stays."""

from __future__ import annotations

from pathlib import Path

from core.model import Article
from core.reading import read

TEXT = """\
---
title: 'Rat kippt Pläne'
authors:
  - Jule Harms
  - Piet Lorenz
date: 2025-09-04
publication: Küstenblatt
---

Der Rat hat *deutlich* gegen den [Kran](https://example.org/kran "Kran") gestimmt,
sagte die `Sprecherin`. ![Bild](x.png)

## Drei Gründe

- der **Lärm**
- die Kosten

> „Ein Fehler.“

| Partei | Dafür |
|--------|-------|
| SPD    | 12    |

<div onclick="x()">Rohes <b>HTML</b></div>

Mehr zum Thema: [Kran](x)
"""


def article_of(text: str, tmp_path: Path) -> Article:
    path = tmp_path / "note.md"
    path.write_text(text, encoding="utf-8")
    (article,) = read(path)
    return article


def test_markup_becomes_sections_and_front_matter_the_facts(tmp_path: Path) -> None:
    article = article_of(TEXT, tmp_path)
    assert [(section.kind, section.span.of(article.text)) for section in article.sections] == [
        ("headline", "Rat kippt Pläne"),
        ("paragraph", "Der Rat hat deutlich gegen den Kran gestimmt, sagte die Sprecherin."),
        ("heading", "Drei Gründe"),
        ("list", "der Lärm"),
        ("list", "die Kosten"),
        ("quote", "„Ein Fehler.“"),
        ("paragraph", "Partei | Dafür"),
        ("paragraph", "SPD | 12"),
        ("paragraph", "Rohes HTML"),
    ]
    assert (article.author, article.published, article.outlet) == (
        "Jule Harms, Piet Lorenz",
        "2025-09-04",
        "Küstenblatt",
    )
    assert ("Mehr zum Thema: Kran", "dropped.more") in [(dropped.text, dropped.why) for dropped in article.dropped]


def test_the_first_heading_is_the_headline(tmp_path: Path) -> None:
    article = article_of("# Rat kippt Pläne\n\nVon Jule Harms\n\nDer Rat hat Nein gesagt.\n", tmp_path)
    assert (article.title, article.author) == ("Rat kippt Pläne", "Jule Harms")
    assert article.text == "Rat kippt Pläne\n\nDer Rat hat Nein gesagt."


def test_raw_html_in_markdown_is_read_as_words_only(tmp_path: Path) -> None:
    article = article_of(
        "# Titel der Seite\n\n<div onclick='x()'>Rohes <b>HTML</b></div>\n\nEin <i>Satz</i>.\n", tmp_path
    )
    assert article.text == "Titel der Seite\n\nRohes HTML\n\nEin Satz."
