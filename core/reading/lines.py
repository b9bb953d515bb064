"""Lines that stand around an article and are not of it: who wrote it, when, and what the page asks of the reader."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from core.model import Dropped
from core.reading.article import Block, Facts
from core.reading.characters import one_line
from core.reading.dates import PATTERNS, find_date

_LONGEST_BYLINE = 160
# No pattern of the page's own lines below reaches beyond this.
_LONGEST_CLOSING = 320
# "By Jane Doe", "Von Max Muster und Erika Beispiel", "Text: Max Muster".
_BYLINE = re.compile(r"^(?:by|von|text|autor(?:in)?|author|written by|ein(?:e)? \w+ von)\s*:?\s+(?P<names>.+)$", re.I)
# A name: two to five words, all of them capitalised but for "von", "de", "van der" …
_PERSON = re.compile(
    r"^(?:Dr\.\s|Prof\.\s)*[^\W\d_a-zß][\w'’.\-]*(?:\s(?:von|van|de|der|den|zu|di|da|del|la|le|al|el|bin|[^\W\d_a-zß][\w'’.\-]*)){1,5}$"
)
# "Jo Lund and Pia Vale, Leeds Courier": the last name follows "and", what comes after a comma is whom they work for.
_AND_LAST = re.compile(r"(.*\s(?:and|und|&)\s[^,;]+?)\s*[,;]")
_ARTICLES = frozenset({"the", "der", "die", "das"})
_BETWEEN_NAMES = re.compile(r"\s*(?:,|;|&|\+|\bund\b|\band\b)\s*")
# What may stand around a date in a date line: "Stand: 04.09.2025, 14:30 Uhr", "Published on …", "Donnerstag, …".
_DATE_WORDS = re.compile(
    r"\b(?:stand|veröffentlicht|erschienen|aktualisiert|geändert|zuletzt|letzte|aktualisierung|publiziert|datum|am|um|uhr|vom|den"
    r"|published|updated|posted|last|modified|created|date|first|on|at|the|of|[ap]\.?m|gmt|utc|mesz|mez|cest|cet|bst|e[ds]?t|p[ds]?t"
    r"|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonnabend|sonntag|mo|di|mi|do|fr|sa|so"
    r"|monday|tuesday|wednesday|thursday|friday|saturday|sunday|mon|tue|tues|wed|thu|thurs|fri|sat|sun"
    r"|lesezeit|reading|read|time|min|mins|minuten|minutes)\b",
    re.I,
)
_TIME = re.compile(r"\b\d{1,2}[:.]\d{2}(?::\d{2})?\b")
# "MANNHEIM, 11. November 2025 – ", "Kassel, 2. Mai 2025 (kd). ": a dateline with a full date dates the article; it stays in the
# text.
_DATELINE = re.compile(r"^[^\W\d_][^!?–—]{0,70}?(?:[–—|]|\s-\s|\([^()]{2,40}\)\.)")
_BRACKETS = re.compile(r"\([^()]*\)")

# Whole lines at the end of an article that belong to the page. Kept short on purpose: a line of the article that is
# taken for one of these is lost to the comparison, one of these that stays costs a claim without a counterpart.
_CLOSING = (
    ("dropped.comments", re.compile(
        r"^(?:schreibe?n? (?:sie )?einen kommentar|kommentar(?:e)? (?:schreiben|verfassen|hinterlassen|abgeben)|hinterlassen? (?:sie )?(?:eine antwort|einen kommentar)"
        r"|antwort(?:en)? (?:abbrechen|schreiben)|diskutieren sie mit|jetzt kommentieren|\d+ kommentare?|kommentare ?(?:\(\d+\)|lesen|anzeigen)?"
        r"|leave a (?:reply|comment)|post a comment|write a comment|add a comment|join the (?:conversation|discussion)|cancel reply"
        r"|(?:view|show|read) (?:all )?\d* ?comments|comments ?(?:\(\d+\))?|\d+ comments?|comments are closed)\s*[.!:»>…]*$", re.I)),
    ("dropped.more", re.compile(
        r"^(?:read (?:more|also|next)|see also|related(?: (?:articles?|stories|topics|coverage|news))?|more on this(?: story| topic)?|more (?:stories|from \w+)|recommended|you (?:may|might) also (?:like|be interested in)|don['’]t miss|also read|up next"
        r"|(?:lesen|sehen|hören) sie (?:auch|dazu|hier(?: mehr)?(?: (?:zum thema|dazu|darüber))?)|lies auch|mehr (?:zum thema|dazu|lesen|aus \w+)|weiterlesen|weiterführende (?:themen|links|artikel|informationen)|zum weiterlesen|auch interessant"
        r"|das könnte (?:sie|dich|ihnen|dir) auch (?:interessieren|gefallen)|verwandte (?:themen|artikel|beiträge)|ähnliche (?:artikel|beiträge|themen)|passend zum thema|siehe auch|themen ?: )"
        r"\s*(?:$|[:–—>»|-].{0,200}(?<!\.)$)", re.I)),
    ("dropped.newsletter", re.compile(
        r"^(?:(?:jetzt )?(?:unseren )?newsletter(?: hier)? (?:abonnieren|bestellen)|(?:abonnieren|bestellen) sie (?:unseren|den|hier unseren) .{0,40}newsletter.{0,40}"
        r"|(?:sign up|subscribe) (?:to|for) (?:our|the) .{0,50}newsletter.{0,40}|subscribe (?:now|to our newsletter))\s*[.!:»>…]*$", re.I)),
    ("dropped.sharing", re.compile(
        r"^(?:share (?:this(?: (?:article|story|post))?|on (?:facebook|x|twitter|whatsapp)|via .{1,20})|(?:artikel|beitrag|diesen (?:artikel|beitrag)) (?:teilen|drucken|merken|versenden)|teilen|drucken"
        r"|(?:auf|per|bei|über) (?:facebook|x|twitter|whatsapp|telegram|e-mail|linkedin)(?: teilen)?|follow us on .{1,40}|folgen sie uns (?:auf|bei) .{1,40}|print this (?:page|article))\s*[.!:»>…]*$", re.I)),
    ("dropped.credit", re.compile(
        r"^(?:(?:fotos?|photos?|bilder|bild|grafik)(?: by)?\s*:\s.{1,80}(?<![.!?])|\[(?:foto|photo|bild|image|picture|video|grafik)s?\s*:[^\]]{1,200}\]"
        r"|quellen?\s*:\s[^.!?]{1,60})$", re.I)),
    ("dropped.advert", re.compile(r"^(?:anzeige|werbung|advertisement|sponsored(?: content)?|advertorial|promoted)\s*:?$", re.I)),
)  # fmt: skip


# "(Reporting by Jane Doe in Leeds; Editing by John Roe)": names and what is between them, and no word that makes a sentence.
_SIGNED = re.compile(
    r"[(\[]?(?:Additional )?(?:Reporting|Writing|Editing|Compiled|Written|Edited|Reported)\b(?=.{0,40}\bby [^\W\d_a-zß])"
    r"(?:[^\w]|[^\W\d_a-zß][\w'’.\-]*+|\b(?:by|and|in|at|from|of|the|with|additional|reporting|writing|editing|de|van|von|der|del|al)\b)*+"
)


def boilerplate(line: str) -> str | None:
    """Why ``line`` is the page's and not the article's (a phrase key), None where it may be the article's."""
    line = one_line(line)
    if len(line) > _LONGEST_CLOSING:
        return None
    if _SIGNED.fullmatch(line):
        return "dropped.byline"
    return next((why for why, pattern in _CLOSING if pattern.match(line)), None)


def without_closing_lines(blocks: Sequence[Block]) -> tuple[list[Block], list[Dropped]]:
    """``blocks`` without the page's own lines, and those lines. The first block is the title and always stays. Blocks
    that nobody counted are counted here (``Block.place``)."""
    kept: list[Block] = []
    out: list[Dropped] = []
    if all(block.place is None for block in blocks):
        blocks = [replace(block, place=place) for place, block in enumerate(blocks)]
    for index, block in enumerate(blocks):
        why = boilerplate(block.text) if index else None
        if why:
            out.append(Dropped(block.text, why, block.place))
        else:
            kept.append(block)
    return kept, out


def author_of(line: str) -> str | None:
    """The names in a byline ("By Jane Doe and John Roe"), None where ``line`` is no byline."""
    line = one_line(line)
    match = _BYLINE.match(line)
    if not match or len(line) > _LONGEST_BYLINE:
        return None
    names = match["names"]
    for pattern in PATTERNS:
        names = pattern.split(names)[0]
    names = re.split(r"\s*[|•·–—]\s*|\s(?:in|aus|from)\s", names)[0].strip(" ,;.-")
    joined = _AND_LAST.match(names)
    people = [name for name in _BETWEEN_NAMES.split(joined[1] if joined else names) if name]
    persons = [name for name in people if _PERSON.match(name) and name.split()[0].lower() not in _ARTICLES]
    # "Von Menschen und Mäusen" is a sentence, "Von Max Muster, Berlin" a byline: the first must be a full name.
    if not persons or persons[0] != people[0] or any(len(name.split()) > 6 for name in people):
        return None
    return ", ".join(persons)


def date_of(line: str) -> str | None:
    """The date of a line that says nothing else ("Stand: 4. September 2025, 14:30 Uhr"), None of any other line."""
    line = one_line(line)
    found = find_date(line) if len(line) <= _LONGEST_BYLINE else None
    if not found:
        return None
    rest = line
    for pattern in PATTERNS:
        rest = pattern.sub(" ", rest)
    rest = _DATE_WORDS.sub(" ", _TIME.sub(" ", rest))
    return None if re.search(r"[^\W\d_]", rest) else found


def dateline_date(paragraph: str) -> str | None:
    """The full date in the dateline that a first paragraph may begin with ("PARIS, 4 September 2025 – …")."""
    match = _DATELINE.match(one_line(paragraph))
    found = find_date(match[0]) if match else None
    if not match or not found:
        return None
    rest = _BRACKETS.sub(" ", match[0])
    for pattern in PATTERNS:
        rest = pattern.sub(" ", rest)
    # Places and agencies are names; a small word would make it a sentence with a dash in it.
    return None if any(word[0].islower() for word in re.findall(r"[^\W\d_]+", rest)) else found


def below_headline(blocks: Sequence[Block], facts: Facts) -> tuple[list[Block], Facts, list[Dropped]]:
    """``blocks`` without the byline and date line that stand right below the headline (the first block) or a byline that is
    one of the last two blocks, and the facts with what they told; what the file itself declares goes first.

    At most the three blocks after the headline and the last two are looked at, so that nothing in between is ever taken.
    """
    author, published = facts.author, facts.published
    kept: list[Block] = list(blocks[:1])
    out: list[Dropped] = []
    for index, block in enumerate(blocks[1:], 1):
        name, day = (author_of(block.text), _line_date(block.text)) if index <= 3 else (None, None)
        if not name and not day:
            kept.append(block)
            continue
        out.append(Dropped(block.text, "dropped.byline", block.place))
        author, published = author or name, published or day
    for block in kept[2:][-2:]:
        if name := author_of(block.text):
            out.append(Dropped(block.text, "dropped.byline", block.place))
            author = author or name
            kept.remove(block)
    if not published and len(kept) > 1:
        published = dateline_date(kept[1].text)
    return kept, replace(facts, author=author, published=published), out


def _line_date(line: str) -> str | None:
    """The date of a date line, or of the rest of a byline ("By Jane Doe | 4 September 2025")."""
    if author_of(line):
        return find_date(line)
    return date_of(line)
