"""How much of an article's text is recovered from its file: ``python -m tests.core.reading.recovered``.

Every file is of our own making, in every format; those of ``test_formats`` and, harder, pages as content systems make
them, with what belongs to them around the article. A file's F1 is that of its characters: twice those that the text read
and the known text have in common, in order, over the characters of both (the normalised longest common subsequence).
"""

from __future__ import annotations

import html
import statistics
import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from rapidfuzz.distance import LCSseq

from core.model import Article
from core.reading import read
from tests.core.reading import stories
from tests.core.reading.stories import STORIES, Story
from tests.core.reading.test_formats import CASES

LEAST, MEAN = 0.90, 0.98
"""The F1 of each file, and of all on average, that the test asks for."""


@dataclass(frozen=True)
class Known:
    """A file and what is to be read of it."""

    name: str
    data: bytes
    title: str
    outlet: str | None
    published: str | None
    language: str
    text: str


def f1(read_text: str, known: str) -> float:
    """The share of common characters, 0–1."""
    common = LCSseq.similarity(read_text, known)
    return 2 * common / (len(read_text) + len(known))


WORDS = {
    "de": ("Drei Gründe gegen den Kran", ("der Lärm in der Nacht", "300 Liegeplätze, die wegfielen", "die Kosten der Zufahrt"),
           "Der Alte Hafen am Donnerstagabend", "Es war kein leichter Abend.", "Lesen Sie auch", "Kommentare", "Anzeige"),
    "en": ("Three reasons against the crane", ("the noise at night", "300 berths that would be lost", "the cost of the access road"),
           "The Old Harbour on Thursday night", "It was not an easy evening.", "Read more", "Comments", "Advertisement"),
}  # fmt: skip


def rich(story: Story) -> str:
    """The text of the story with a caption, a sub-heading, a list and a quotation among its paragraphs."""
    heading, items, caption, quote, *_ = WORDS[story.language]
    first, *rest = story.paragraphs
    return "\n\n".join((story.title, caption, first, heading, "\n".join(items), quote, *rest))


def _around(story: Story) -> str:
    """What no reader wants: a teaser, comments, an advert."""
    *_, more, comments, advert = WORDS[story.language]
    return (
        f'<aside class="teaser-box"><h3>{more}</h3><ul><li><a href="/1">Ein anderer Artikel, der auch gelesen sein will</a></li>'
        f'<li><a href="/2">Noch ein anderer, ganz anderer Artikel</a></li></ul></aside><div class="ad-slot">{advert}</div>'
        f'<section id="comments"><h2>{comments} (12)</h2><p>Hafenfreund: Das war längst überfällig, sage ich seit Jahren schon!</p></section>'
    )


def _body(story: Story, paragraph: str = "<p>{}</p>", heading: str = "<h3>{}</h3>") -> str:
    title, items, caption, quote, *_ = WORDS[story.language]
    first, *rest = (paragraph.format(html.escape(p)) for p in story.paragraphs)
    listed = "".join(f"<li>{item}</li>" for item in items)
    return (
        f'<figure><img src="x.jpg" alt=""><figcaption>{caption}</figcaption></figure>{first}{heading.format(title)}'
        f"<ul>{listed}</ul><blockquote><p>{quote}</p></blockquote>{''.join(rest)}"
    )


def _head(story: Story, more: str = "") -> str:
    return (
        f'<!DOCTYPE html><html lang="{story.language}"><head><meta charset="utf-8"><title>{html.escape(story.title)} | {story.outlet}'
        f'</title><meta property="og:site_name" content="{story.outlet}"><meta property="og:title" content="{html.escape(story.title)}">'
        f'<meta property="article:published_time" content="{story.published}">{more}</head>'
    )


MENU = '<header><nav><ul><li><a href="/">Start</a></li><li><a href="/p">Politik</a></li><li><a href="/s">Sport</a></li></ul></nav></header>'
FOOT = '<footer><p>© 2025 <a href="/i">Impressum</a> <a href="/d">Datenschutz</a></p></footer></body></html>'


def _news(story: Story) -> str:
    body = _body(story).replace("26", "<nobr>26</nobr>").replace("120", "<span style='white-space:nowrap'>120</span>")
    return f"{_head(story)}<body>{MENU}<main><article><h1>{html.escape(story.title)}</h1><p class='byline'>{story.byline}</p>{body}</article>{_around(story)}</main>{FOOT}"


def _soup(story: Story) -> str:
    body = _body(
        story,
        '<div class="text-block"><div class="inner"><p>{}</p></div></div>',
        '<div class="zwischenzeile"><h2>{}</h2></div>',
    )
    return (
        f'{_head(story)}<body class="single post share-enabled">{MENU}<div id="wrap"><div class="main"><div class="entry"><h1 class="entry-title">'
        f'{html.escape(story.title)}</h1><div class="entry-meta">{story.byline}</div><div class="entry-content">{body}</div></div>'
        f'</div><div class="sidebar">{_around(story)}</div></div>{FOOT}'
    )


def _inside(story: Story) -> str:
    """The teasers stand in the middle of the article."""
    first, rest = _body(story).split("<h3>", 1)
    return f"{_head(story)}<body>{MENU}<article><h1>{html.escape(story.title)}</h1>{first}{_around(story)}<h3>{rest}</article>{FOOT}"


def _linked(story: Story) -> str:
    """Names are links, as glossaries make them; the date stands in JSON-LD as well."""
    body = (
        _body(story)
        .replace("Nordwind", '<a href="/nordwind">Nordwind</a>')
        .replace("Onnen", '<a href="/onnen">Onnen</a>')
    )
    ld = f'<script type="application/ld+json">{{"@type":"NewsArticle","headline":"x","datePublished":"{story.published}"}}</script>'
    return f"{_head(story, ld)}<body>{MENU}<article><h1>{html.escape(story.title)}</h1>{body}</article>{_around(story)}{FOOT}"


def _old(story: Story) -> str:
    """Tables and breaks, without a paragraph."""
    text = "<br><br>".join(map(html.escape, story.paragraphs))
    return (
        f"{_head(story)}<body><table><tr><td width=120><a href='/'>Start</a><br><a href='/s'>Sport</a></td><td><h1>{html.escape(story.title)}</h1>"
        f"<font size=2>{text}</font></td></tr></table></body></html>"
    )


def _shadowed(story: Story) -> str:
    """Consent layer, newsletter box and hidden text around and within."""
    layer = '<div id="consent-layer" role="dialog"><p>Wir und unsere 812 Partner verwenden Cookies auf dieser Seite, wie auf jeder.</p></div>'
    letter = '<div class="newsletter-box"><h3>Newsletter</h3><p>Jeden Morgen das Wichtigste aus dem Hafen, gratis und unverbindlich.</p></div>'
    hidden = '<p style="display:none">Dieser Satz ist auf der Seite nicht zu sehen und nicht zu lesen.</p>'
    body = _body(story).replace("<h3>", f"{letter}{hidden}<h3>", 1)
    return f"{_head(story)}<body>{layer}{MENU}<article><h1>{html.escape(story.title)}</h1>{body}</article>{FOOT}"


PAGES: dict[str, tuple[Callable[[Story], str], Callable[[Story], str]]] = {
    "news": (_news, rich), "soup": (_soup, rich), "inside": (_inside, rich), "linked": (_linked, rich), "shadowed": (_shadowed, rich),
    "old": (_old, lambda story: story.text),
}  # fmt: skip


def files() -> list[Known]:
    """Every file, with what is known of it."""
    found = []
    for story in STORIES:
        for case in CASES:
            outlet = story.outlet if case.outlet else None
            known = (story.title, outlet, story.published + case.time, story.language, story.text)
            found.append(Known(f"{story.language}-{case.name}", case.make(story), *known))
        for name, (make, text) in PAGES.items():
            facts = (story.title, story.outlet, story.published, story.language, text(story))
            found.append(Known(f"{story.language}-{name}.html", make(story).encode(), *facts))
        for columns in (1, 2, 3):
            paper = stories.pdf(story, columns=columns, pages=2, running_head=f"{story.outlet} – {story.published}")
            text = "\n\n".join((story.title, *story.paragraphs * 2))
            found.append(
                Known(
                    f"{story.language}-{columns}-columns.pdf",
                    paper,
                    story.title,
                    None,
                    story.published,
                    story.language,
                    text,
                )
            )
    return found


def read_back(known: Known, folder: Path) -> Article:
    """The article of the file."""
    path = folder / known.name
    path.write_bytes(known.data)
    (article,) = read(path)
    return article


def main() -> int:
    shares = []
    with tempfile.TemporaryDirectory() as folder:
        for known in files():
            shares.append(f1(read_back(known, Path(folder)).text, known.text))
            print(f"{shares[-1]:.4f}  {known.name}")
    print(f"{len(shares)} files: mean F1 {statistics.mean(shares):.4f}, least {min(shares):.4f}")
    return 0 if min(shares) >= LEAST and statistics.mean(shares) >= MEAN else 1


if __name__ == "__main__":
    sys.exit(main())
