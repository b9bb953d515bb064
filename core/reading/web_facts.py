"""What a web page says about its article: JSON-LD, OpenGraph, Dublin Core and other meta tags, time, byline."""

from __future__ import annotations

import json
import re
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING, Any
from urllib.parse import urljoin, urlsplit

from core.reading.article import address_of
from core.reading.characters import folded, one_line
from core.reading.dates import find_date, to_iso
from core.reading.lines import author_of

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_ARTICLE_TYPES = re.compile(r"(?:Article|BlogPosting|LiveBlogPosting|Report|Review|SocialMediaPosting)$")
_TITLES = ("og:title", "twitter:title", "dc.title", "dcterms.title", "parsely-title", "title")
_OUTLETS = (
    "og:site_name",
    "application-name",
    "dc.publisher",
    "dcterms.publisher",
    "publisher",
    "apple-mobile-web-app-title",
)
_AUTHORS = (
    "author",
    "article:author",
    "dc.creator",
    "dcterms.creator",
    "parsely-author",
    "sailthru.author",
    "byl",
    "cxenseparse:author",
)
_DATES = ("article:published_time", "og:article:published_time", "datepublished", "date", "dc.date", "dcterms.date", "dcterms.created", "dc.date.issued",
          "dcterms.issued", "pubdate", "publishdate", "parsely-pub-date", "sailthru.date", "last-modified", "article:modified_time")  # fmt: skip
_SEPARATOR = re.compile(r"\s+[|–—·•»:-]\s+|\s*\|\s*")
_SAVED_FROM = re.compile(r"<!--\s*saved from url=\(\d+\)(\S+?)\s*-->", re.I)
# What a page's own programs write for "nobody".
_NOBODY = frozenset({"admin", "administrator", "redaktion online", "null", "none", "unknown", "undefined", "webmaster"})


@dataclass(frozen=True, slots=True)
class PageFacts:
    """What the page declares; None where it does not. ``body`` is JSON-LD's articleBody, ``is_article`` whether the
    page calls itself an article."""

    titles: tuple[str, ...]
    description: str | None
    outlet: str | None
    author: str | None
    published: str | None
    language: str | None
    body: str | None
    is_article: bool
    address: str | None = None


def page_facts(page: HtmlElement, html: str) -> PageFacts:
    """The facts of the page; ``html`` is its source, for the comment that browsers leave in a saved page."""
    linked = next(_linked_articles(page), {})
    meta = _meta(page)
    tab = one_line(page.findtext(".//title") or "")
    address = _address(linked, page, meta, html)
    outlet = (
        _first(meta, _OUTLETS)
        or _name(linked.get("publisher"))
        or _from_tab(tab, meta, one_line(page.findtext(".//h1") or ""))
        or _host(address)
    )
    titles = [_text(linked.get("headline")), *(meta.get(key) for key in _TITLES), tab]
    published = next((iso for value in _dates(linked, meta, page) if value and (iso := to_iso(value))), None)
    return PageFacts(
        titles=tuple(_without_outlet(one_line(title), outlet) for title in titles if title and title.strip()),
        description=_text(linked.get("description")) or _first(meta, ("og:description", "description")),
        outlet=outlet,
        author=_author(linked, meta, page),
        published=published,
        language=_text(linked.get("inLanguage")) or page.get("lang") or meta.get("og:locale"),
        body=_text(linked.get("articleBody")),
        is_article=bool(linked) or meta.get("og:type") == "article",
        address=address,
    )


def _linked_articles(page: HtmlElement) -> Iterator[dict[str, Any]]:
    """The JSON-LD objects of the page that are articles; broken JSON is passed over."""
    for script in page.iter("script"):
        if "ld+json" not in (script.get("type") or ""):
            continue
        try:
            waiting: deque[Any] = deque([json.loads(script.text or "", strict=False)])
        except (ValueError, RecursionError):
            continue
        while waiting:
            value = waiting.popleft()
            if isinstance(value, list):
                waiting.extend(value)
            elif isinstance(value, dict):
                kinds = value.get("@type")
                if any(_ARTICLE_TYPES.search(str(kind)) for kind in (kinds if isinstance(kinds, list) else [kinds])):
                    yield value
                waiting.extend(
                    value.get(key) for key in ("@graph", "mainEntity", "itemListElement", "item", "mainEntityOfPage")
                )


def _meta(page: HtmlElement) -> dict[str, str]:
    """Meta tags by lower-case name; the first one of a name counts, several authors are joined."""
    found: dict[str, str] = {}
    for tag in page.iter("meta"):
        value = one_line(tag.get("content") or "")
        for name in (tag.get("property"), tag.get("name"), tag.get("itemprop")):
            key = (name or "").lower()
            if not key or not value:
                continue
            if key in found and key in _AUTHORS and value not in found[key]:
                found[key] += f", {value}"
            found.setdefault(key, value)
    return found


def _first(meta: dict[str, str], keys: tuple[str, ...]) -> str | None:
    return next((meta[key] for key in keys if key in meta), None)


def _text(value: object) -> str | None:
    return one_line(value) or None if isinstance(value, str) else None


def _name(value: object) -> str | None:
    """The name of a JSON-LD person or organisation: a string, an object, or a list of them."""
    if isinstance(value, list):
        return ", ".join(dict.fromkeys(name for item in value if (name := _name(item)))) or None
    if isinstance(value, dict):
        return _name(value.get("name"))
    name = _text(value)
    return None if not name or name.startswith(("http://", "https://")) or name.lower() in _NOBODY else name


def _author(linked: dict[str, Any], meta: dict[str, str], page: HtmlElement) -> str | None:
    declared = _name(linked.get("author")) or next((name for key in _AUTHORS if (name := _name(meta.get(key)))), None)
    if declared:
        return author_of(declared) or declared
    marked = page.xpath(
        "//*[@itemprop='author' or @rel='author' or contains(concat(' ', normalize-space(@class), ' '), ' author ')"
        " or contains(@class, 'byline') or contains(@class, 'autor')]"
    )
    for element in marked:
        line = _beginning(element)
        name = author_of(line) or author_of(f"By {line}")
        if name:
            return name
    return None


def _dates(linked: dict[str, Any], meta: dict[str, str], page: HtmlElement) -> Iterator[str | None]:
    yield from (_text(linked.get(key)) for key in ("datePublished", "dateCreated", "uploadDate", "dateModified"))
    yield from (meta.get(key) for key in _DATES)
    times = [element for element in page.iter("time") if element.get("datetime") or find_date(_beginning(element))]
    times.sort(key=lambda element: element.get("pubdate") is None and element.get("itemprop") != "datePublished")
    for element in times:
        yield element.get("datetime") or _beginning(element)
    for element in page.xpath(
        "//*[contains(@class, 'date') or contains(@class, 'datum') or contains(@class, 'byline')]"
    ):
        yield find_date(_beginning(element))


def _beginning(element: HtmlElement) -> str:
    """The first words of the element: a class name may sit on the whole page, a hundred times inside itself."""
    return one_line("".join(islice(element.itertext(), 20)))[:200]


def _address(linked: dict[str, Any], page: HtmlElement, meta: dict[str, str], html: str) -> str | None:
    """The article's own address: what the page calls canonical, then OpenGraph, JSON-LD, Dublin Core, then where a
    browser says that it saved the page from. A relative one is completed by the next that is whole."""
    saved = _SAVED_FROM.search(html[:2000])
    entity = linked.get("mainEntityOfPage")
    said = [
        page.xpath("string(//link[contains(concat(' ', @rel, ' '), ' canonical ')]/@href)"),
        meta.get("og:url"),
        _text(linked.get("url")),
        _text(entity.get("@id") if isinstance(entity, dict) else entity),
        _first(meta, ("dc.identifier", "dcterms.identifier", "parsely-link", "twitter:url")),
        saved[1] if saved else None,
    ]
    whole = next((found for value in said if (found := address_of(value))), None)
    first = next((one_line(value) for value in said if value and value.strip()), "")
    return address_of(urljoin(whole, first)) or whole if whole and first.startswith("/") else whole


def _host(address: str | None) -> str | None:
    try:
        host = urlsplit(address or "").hostname
    except ValueError:
        return None
    return host.removeprefix("www.") if host else None


def _from_tab(tab: str, meta: dict[str, str], h1: str) -> str | None:
    """The outlet where the browser tab says "Headline | Outlet" and another title, or the h1, says the headline alone."""
    headline = folded(meta.get("og:title") or meta.get("twitter:title") or h1)
    parts = _SEPARATOR.split(tab)
    if len(parts) < 2:
        return None
    if headline and folded(tab) != headline and headline.startswith(folded(parts[0])):
        return parts[-1]
    return parts[-1] if "|" in tab and len(parts[-1].split()) <= 4 else None


def _without_outlet(title: str, outlet: str | None) -> str:
    """``title`` without " | Outlet" or " – outlet.example" at its end."""
    pieces = list(_SEPARATOR.finditer(title))
    if pieces and outlet:
        tail = folded(title[pieces[-1].end() :])
        if tail and (tail in folded(outlet) or folded(outlet) in tail):
            return title[: pieces[-1].start()].strip()
    return title
