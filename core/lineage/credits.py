"""Credits: whom an article names as the one it took its story from.

A news agency stands in the dateline ("BERLIN (dpa) -"), in brackets at a paragraph's end ("(AP)", "(Quelle: dpa)",
"(With material from Reuters)"), or in the running text ("berichtet Reuters"); another outlet is named in the running
text beside a word of reporting ("according to The Daily Caller", "sagte er dem Frühblatt"): "Bild" and "Time" are common
words too.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from core.copies import is_agency_name
from core.model import Article, Span

_SHORT = re.compile(r"[A-Za-zÄÖÜäöü]{2,5}")
_DATELINE = re.compile(
    r"^[^\n()]{2,60}?\((?P<name>[^()\n]{2,40})\)\s*(?:[-–—:.]|(?=[A-ZÄÖÜ]))",
    re.M,
)
"""A place, a date perhaps, and in brackets who sent it: at the start of a line."""
_BRACKETS = re.compile(
    r"\((?:Quelle|Source|Mit Material(?:ien)? (?:von|der)|With (?:material|files|reporting) (?:from|by)|Von|By|via)?:?\s*"
    r"(?P<name>[\w /,&.-]{2,60})\)",
    re.I,
)
_LEAD = re.compile(
    r"^(?:quelle|source|mit material(?:ien)? (?:von|der)|with (?:material|files|reporting) (?:from|by)|via)\b:?", re.I
)
_BESIDE = re.compile(
    r"\b(?:according to|report(?:s|ed|ing|edly)?|said|says|wrote|writes|citing|quot(?:es|ed|ing)|via|news agency|newspaper"
    r"|laut|zufolge|bericht\w*|meld\w+|schr(?:eib|ieb)\w*|sagte\w*|sagt|zitier\w+|Quelle|Nachrichtenagentur|Agentur|Zeitung|Portal|Blatt"
    r"|Angaben|gegenüber|Informationen|erzähl\w+|wie)\b",
    re.I,
)
_NEAR = 40
"""Code points before and after a name in which a word of reporting makes it a credit. That somebody "told" a paper is none:
a report that adds one answer given to another paper is no copy of it (seen in American reports of one statement)."""
_ARTICLES = re.compile(r"^(?:the|der|die|das|le|la|les|el|il)\s+", re.I)
_BYNAME = re.compile(r"\s*(?:\([^)]*\)|,.*$)")
_GENERIC = frozenset(
    {
        "zeitung",
        "tageblatt",
        "tagblatt",
        "anzeiger",
        "nachrichten",
        "kurier",
        "radio",
        "magazin",
        "news",
        "post",
        "times",
    }
    | {
        "herald",
        "gazette",
        "online",
        "blog",
        "portal",
        "sender",
        "rundfunk",
        "press",
        "agency",
        "agentur",
        "wire",
        "dienst",
    }
    | {"nachrichtenagentur", "presseagentur", "update", "daily", "deutsch", "deutscher"}
)
"""Words of outlets' names that alone name none."""


@dataclass(frozen=True, slots=True)
class Credit:
    """An article names ``name`` at ``span``; ``article_id`` where that is the outlet of one of the articles."""

    name: str
    span: Span
    article_id: str | None
    agency: bool


def credits_of(article: Article, articles: Iterable[Article]) -> tuple[Credit, ...]:
    """Whom ``article`` credits, in the order of its text: agencies, and outlets of the other ``articles``."""
    found: dict[str, Credit] = {}
    others = [a for a in articles if a.id != article.id]
    for name, span in [*_bracketed(article.text), *_running_agencies(article.text)]:
        if same_outlet(name, article):
            continue
        whose = next((a.id for a in others if same_outlet(name, a)), None)
        found.setdefault(name.casefold(), Credit(name, span, whose, True))
    for other in others:
        at = _named_at(article, other)
        if at is not None and not any(c.article_id == other.id for c in found.values()):
            found[f"outlet:{other.id}"] = Credit(at.of(article.text), at, other.id, False)
    return tuple(sorted(found.values(), key=lambda c: c.span))


def signs(article: Article) -> str | None:
    """The agency whose own text this seems to be: it stands in the dateline and is the outlet's own name."""
    for name, _ in _bracketed(article.text):
        if same_outlet(name, article):
            return name
    return None


def with_signed_outlets(articles: Sequence[Article]) -> tuple[Article, ...]:
    """The articles, each whose outlet is unknown with the agency that stands in its dateline for one, if in no other's.

    Two papers that print an agency's text have its dateline both; a text that alone has it is most likely the agency's.
    """
    lines = {a.id: [name for name, _ in _dateline(a.text)] for a in articles}
    count = Counter(name for names in lines.values() for name in names)
    return tuple(
        replace(a, outlet=lines[a.id][0]) if not a.outlet and lines[a.id] and count[lines[a.id][0]] == 1 else a
        for a in articles
    )


def is_agency(article: Article) -> bool:
    """Whether the article comes from a news agency itself: its outlet is one or says so, or it signs as one."""
    outlet = article.outlet or ""
    return (
        is_agency_name(outlet)
        or re.search(
            r"news agency|wire service|press agency|(?:nachrichten|presse)agentur|pressedienst|\bagentur\b|\(agency\)|\bwire\b(?!-)",
            outlet,
            re.I,
        )
        is not None
        or (not outlet and is_agency_name(re.split(r"[/\\]", article.source)[-1].rpartition(".")[0]))
        or signs(article) is not None
    )


def _bracketed(text: str) -> list[tuple[str, Span]]:
    found = _dateline(text)
    for match in _BRACKETS.finditer(text):
        led = _LEAD.match(match[0][1:]) is not None
        found += _parts(match["name"], match.start("name"), dateline=led)
    return list(dict.fromkeys(found))


def _dateline(text: str) -> list[tuple[str, Span]]:
    found = []
    for match in _DATELINE.finditer(text):
        found += _parts(match["name"], match.start("name"), dateline=True)
    return found


def _parts(name: str, start: int, dateline: bool) -> list[tuple[str, Span]]:
    """``dpa/AFP`` are two. Outside a dateline only known agencies count: brackets hold parties and ages too."""
    found, at = [], 0
    for part in re.split(r"\s*[/,&]\s*", name):
        at = name.index(part, at)
        if is_agency_name(part) or (dateline and _looks_like_agency(part)):
            found.append((part, Span(start + at, start + at + len(part))))
        at += len(part)
    return found


def _looks_like_agency(part: str) -> bool:
    return (
        _SHORT.fullmatch(part) is not None
        and (part.islower() or part.isupper())
        and part.lower() not in {"eb", "red", "ots"}
    ) or (
        len(part.split()) in (2, 3)
        and re.search(r"\b(?:press|wire|news|agency|agentur|presse|dienst)\b", part, re.I) is not None
    )


def _running_agencies(text: str) -> list[tuple[str, Span]]:
    """Known agencies in the running text, beside a word of reporting."""
    found = []
    for match in re.finditer(
        r"\b(?:dpa|AFP|AP|Reuters|epd|KNA|SID|APA|dapd|PA Media|Associated Press|Bloomberg|Agence France-Presse|ANSA|EFE|TASS|Tass|Xinhua)\b",
        text,
    ):
        if _BESIDE.search(text, max(0, match.start() - _NEAR), match.end() + _NEAR):
            found.append((match[0], Span(*match.span())))
    return found


def _names(outlet: str) -> list[str]:
    """What an outlet is called by others: its name less article, byname and what stands in brackets."""
    plain = _ARTICLES.sub("", _BYNAME.sub("", outlet).strip())
    short = [m for m in re.findall(r"\(([^)]+)\)", outlet) if _SHORT.fullmatch(m)]
    return [n for n in (plain, *short) if len(n) > 1]


def same_outlet(name: str, article: Article) -> bool:
    """Whether ``name`` (``lpd``, ``Northern Press``) is the outlet of ``article``, in full or by its first letters."""
    outlet = article.outlet or ""
    if not outlet:
        return False
    lower = name.casefold()
    names = [n.casefold() for n in _names(outlet)]
    if lower in names or any(lower in n.split() for n in names if len(lower) > 3 and lower not in _GENERIC):
        return True
    if any(n.startswith(lower + " ") or lower.startswith(n + " ") for n in names):
        return True
    if _SHORT.fullmatch(name) and name in re.findall(r"\w+", outlet):
        return True
    return _SHORT.fullmatch(name) is not None and any(_abbreviates(lower, n) for n in names)


def _abbreviates(short: str, name: str) -> bool:
    """Whether ``short`` are first letters of the words of ``name``, or of the parts of a German compound."""
    words = re.findall(r"\w+", name)
    if len(words) > 1:
        return "".join(w[0] for w in words).startswith(short)
    if len(short) < 3 or len(name) < 10 or not name.startswith(short[0]):
        return False
    parts = re.sub(r"(landes|presse|nachrichten|dienst|agentur|evangelischer|deutsche)", r" \1", name).split()
    return "".join(p[0] for p in parts) == short


def _named_at(article: Article, other: Article) -> Span | None:
    """Where ``article`` names the outlet of ``other``, None where it does not. Its own name it may say as it likes."""
    for name in _names(other.outlet or ""):
        if len(name) < 4 or same_outlet(name, article):
            continue
        for match in re.finditer(rf"(?<!\w){re.escape(name)}(?:s|es|’s|'s)?(?!\w)", article.text):
            if _BESIDE.search(article.text, max(0, match.start() - _NEAR), match.end() + _NEAR):
                return Span(match.start(), match.start() + len(name))
    return None
