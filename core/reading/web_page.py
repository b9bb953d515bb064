"""A web page as a list of passages in document order: the second pass that shows what an extractor left out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING

from core.reading.characters import clean, one_line, word_set

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_BLOCKS = word_set(
    "address article aside blockquote body center dd details dialog div dl dt fieldset figcaption figure footer form h1 h2"
    " h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol option p pre search section summary table tbody td"
    " tfoot th thead tr ul caption"
)
# Never text of an article, whatever stands in them; nothing of them is run, loaded or shown.
_UNREAD = word_set(
    "script style noscript template svg math button select input textarea iframe frame frameset object embed applet canvas"
    " video audio map head title meta link base datalist progress meter portal"
)
# Words in class, id and role that say what an element is for, and why what stands in it is left out. Whole words only:
# "ad" is an advert, "header" is not.
_ZONES: tuple[tuple[str, frozenset[str]], ...] = (
    ("dropped.comments", word_set("comment comments kommentar kommentare kommentarbereich disqus respond discussion leserkommentare")),
    ("dropped.cookies", word_set("cookie cookies consent gdpr dsgvo cmp cookiebanner onetrust usercentrics")),
    ("dropped.newsletter", word_set("newsletter subscribe subscription signup abo abobox newsletterbox")),
    ("dropped.sharing", word_set("share sharing social socials sharebar sharebuttons teilen follow whatsapp")),
    ("dropped.advert", word_set("ad ads advert adverts advertisement advertising anzeige werbung sponsor sponsored promo promotion promobox outbrain taboola affiliate")),
    ("dropped.teaser", word_set("related recommended recommendation recommendations recommends teaserlist readmore mehr popular trending mostread meistgelesen verwandt verwandte carousel upnext alsolike")),
    ("dropped.paywall", word_set("paywall piano regwall plusbarrier")),
    ("dropped.author", word_set("authorbox authorbio authorinfo bio autorenbox autoreninfo")),
    ("dropped.navigation", word_set("nav navigation navbar menu breadcrumb breadcrumbs sitemap toolbar skiplink pagination pager topbar tags taglist keywords")),
    ("dropped.footer", word_set("footer imprint impressum copyright legal")),
    ("dropped.teaser", word_set("sidebar")),
)  # fmt: skip
_PAIRS = {"read more": "readmore", "most read": "mostread", "also like": "alsolike", "up next": "upnext",
          "author box": "authorbox", "author bio": "authorbio", "author info": "authorinfo", "teaser list": "teaserlist",
          "skip link": "skiplink", "tag list": "taglist", "share bar": "share", "about author": "authorbox"}  # fmt: skip
_ZONE_TAGS = {"nav": "dropped.navigation", "menu": "dropped.navigation", "form": "dropped.form", "aside": "dropped.aside",
              "footer": "dropped.footer", "dialog": "dropped.cookies"}  # fmt: skip
_ROLES = {"navigation": "dropped.navigation", "banner": "dropped.navigation", "contentinfo": "dropped.footer",
          "complementary": "dropped.aside", "search": "dropped.form", "dialog": "dropped.cookies",
          "alertdialog": "dropped.cookies"}  # fmt: skip
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.I)
# More elements than this are no page that a person reads; lxml would still read it, trafilatura for minutes.
MAX_ELEMENTS = 100_000


@dataclass(frozen=True)
class Passage:
    """A stretch of a page's text between two block-level borders. ``links``: how many of its characters are links;
    ``zones``: the ancestors that say that it is not of the article, with why, the outermost first."""

    text: str
    element: HtmlElement
    links: int
    zones: tuple[tuple[HtmlElement, str], ...]

    @property
    def tag(self) -> str:
        """The name of the nearest block-level element around the passage."""
        return str(self.element.tag)

    @cached_property
    def words(self) -> list[str]:
        """The passage's words, case folded."""
        return words_in(self.text)

    @property
    def linked(self) -> float:
        """The share of the passage that is link, 0–1."""
        return self.links / max(1, len(self.text))

    def inside(self, *tags: str) -> bool:
        """Whether the passage stands in one of these elements, itself included."""
        return self.element.tag in tags or next(self.element.iterancestors(*tags), None) is not None


def words_in(text: str) -> list[str]:
    """The words of ``text``, case folded."""
    return re.findall(r"\w+", clean(text).casefold())


def parse(html: str) -> HtmlElement | None:
    """The page as a tree, without fetching anything; None where there is no element in it or far too many."""
    from lxml import etree
    from lxml.html import HTMLParser, document_fromstring

    parser = HTMLParser(encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True)
    text = re.sub("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff]", "", html)
    try:
        page: HtmlElement = document_fromstring(text.encode("utf-8"), parser=parser)
    except (etree.LxmlError, ValueError):
        return None
    return page if sum(1 for _ in page.iter()) <= MAX_ELEMENTS else None


def passages(page: HtmlElement) -> list[Passage]:
    """Every passage of the page with at least one letter or digit, in document order."""
    return [passage for passage in _Walk(page) if any(map(str.isalnum, passage.text))]


class _Walk:
    """One walk through the tree, without recursion: a page may be nested as deeply as it likes."""

    def __init__(self, page: HtmlElement) -> None:
        self._page = page
        self._pieces: list[str] = []
        self._links = 0
        self._in_link = 0
        self._blocks: list[HtmlElement] = [page]
        self._zones: list[tuple[HtmlElement, str]] = []

    def __iter__(self) -> Iterator[Passage]:
        from lxml import etree

        walk = etree.iterwalk(self._page, events=("start", "end"))
        for event, element in walk:
            if event == "start":
                yield from self._open(element)
                if element.tag in _UNREAD or _is_note_mark(element):
                    walk.skip_subtree()
            else:
                yield from self._close(element)
        yield from self._flush()

    def _open(self, element: HtmlElement) -> Iterator[Passage]:
        tag = element.tag
        if tag in _BLOCKS:
            yield from self._flush()
            self._blocks.append(element)
        elif tag == "br":
            # One break is layout within a paragraph, two are the paragraph's end.
            if self._pieces and self._pieces[-1] == "\n":
                yield from self._flush()
            else:
                self._pieces.append("\n")
        elif tag == "a":
            self._in_link += 1
        why = _zone(element)
        if why:
            if tag not in _BLOCKS:
                yield from self._flush()
            self._zones.append((element, why))
        if tag not in _UNREAD and not _is_note_mark(element):
            self._say(element.text)

    def _close(self, element: HtmlElement) -> Iterator[Passage]:
        tag = element.tag
        if tag in _BLOCKS:
            yield from self._flush()
            self._blocks.pop()
        elif tag == "a":
            self._in_link -= 1
        if self._zones and self._zones[-1][0] is element:
            yield from self._flush()
            self._zones.pop()
        if element is not self._page:
            self._say(element.tail)

    def _say(self, text: str | None) -> None:
        # A blank after a break is not a second thing: "<br> <br>" are two breaks in a row.
        if not text or (self._pieces and self._pieces[-1] == "\n" and not text.strip()):
            return
        self._pieces.append(text)
        if self._in_link:
            self._links += len(text.strip())

    def _flush(self) -> Iterator[Passage]:
        text = one_line("".join(self._pieces))
        if text:
            yield Passage(text, self._blocks[-1], min(self._links, len(text)), tuple(self._zones))
        self._pieces, self._links = [], 0


def _is_note_mark(element: HtmlElement) -> bool:
    """Whether the element is the raised number of a footnote, which would run into the word before it."""
    return element.tag == "sup" and element.find(".//a") is not None and len(element.text_content() or "") <= 5


def labels(element: HtmlElement) -> set[str]:
    """The words of an element's class, id, role and the like: ``article__lead-text`` → article, lead, text."""
    found: set[str] = set()
    for name in ("class", "id", "itemprop", "data-testid", "data-component"):
        value = element.get(name)
        if value:
            found.update(*map(_words_of, value.split()))
    return found


@lru_cache(maxsize=4_096)
def _words_of(token: str) -> frozenset[str]:
    words = [word.lower() for word in re.findall(r"[A-ZÄÖÜ]?[a-zäöüß]+|[A-ZÄÖÜ]+(?![a-z])", token)]
    pairs = (_PAIRS[pair] for a, b in pairwise(words) if (pair := f"{a} {b}") in _PAIRS)
    return frozenset((*words, "".join(words), *pairs))


def _zone(element: HtmlElement) -> str | None:
    tag = element.tag
    if not isinstance(tag, str) or tag in ("html", "body", "main", "article"):
        return None
    if element.get("hidden") is not None or _HIDDEN.search(element.get("style") or ""):
        return "dropped.hidden"
    if element.get("aria-hidden") == "true":
        return "dropped.hidden"
    words = labels(element) if element.get("class") or element.get("id") else set()
    return next((why for why, signs in _ZONES if words & signs), None) or _zone_of_tag(element)


def _zone_of_tag(element: HtmlElement) -> str | None:
    tag = element.tag
    if tag in _ZONE_TAGS:
        return _ZONE_TAGS[tag]
    if (
        tag == "header"
        and next(element.iterancestors("article", "main"), None) is None
        and element.find(".//h1") is None
    ):
        return "dropped.navigation"
    role = (element.get("role") or "").lower()
    if role in _ROLES and element.find(".//h1") is None:
        return _ROLES[role]
    return None
