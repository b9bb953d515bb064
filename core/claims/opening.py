"""What a paragraph may begin with that claims nothing: a dateline, the time of a live blog's entry, a label of the genre, what
opens a list, a note of the editors; and whose a picture is, which stands at the end of its caption.

Datelines are those of news agencies and regional papers: "DUBLIN, Sept 2 (Agency) -", "BERLIN taz |", "Kassel.".
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from core.claims import gaps

if TYPE_CHECKING:
    from spacy.tokens import Token


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


DATELINE = 12
"""Words of the longest dateline."""
STROKES = frozenset({"-", "–", "—", "|"})
IN_NAMES = frozenset({"am", "an", "der", "bei", "im", "in", "den", "vom"})
"""Small words of a dateline that is a sentence by itself: "Frankfurt am Main, im Oktober."."""
ORNAMENTS = frozenset("*•·‣▪●►▶→➤+#|~◆■□–—-")
"""Characters of a list's bullets and of a live blog's "+++"."""
CLOCK = re.compile(r"\d{1,2}[:.]\d{2}")
HOURS = frozenset({"uhr", "h", "am", "pm", "a.m.", "p.m.", "gmt", "cet", "et"})
GENRES = _set(
    "liveblog liveticker live ticker newsticker newsblog kommentar analyse interview exklusiv video videos reportage porträt "
    "leitartikel gastbeitrag faktencheck update eilmeldung blog opinion analysis exclusive breaking watch comment explainer "
    "factbox editorial column"
)
NOTE = re.compile(
    r"[(\[]?(?:anm(?:erkung|\.) d(?:er|\.) red(?:aktion|\.)|hinweis der redaktion|redaktioneller hinweis|korrektur(?:hinweis)?:"
    r"|editor['’]?s['’]? note|editors['’] note|correction:|clarification:"
    r"|mit (?:agentur)?material (?:von|der|des)\b|with (?:additional )?(?:material|reporting) (?:from|by)\b"
    r"|dies(?:er|e|es) (?:artikel|text|beitrag|meldung|bericht) (?:wurde|wird)(?: \w+)? aktualisiert"
    r"|this (?:story|article|report|post) (?:has been|was|is being|will be)(?: last)? (?:updated|corrected|amended)"
    r"|in einer (?:früheren|ersten|vorherigen) (?:version|fassung) (?:dieses|des) (?:artikels|textes|beitrags)"
    r"|an earlier version of this (?:story|article|report))",
    re.I,
)
CREDIT = re.compile(
    r"[(\[]?(?:(?:©|\(c\)) ?\S|(?:fotos?|photos?|bild(?:er)?|image|picture|photograph|credit|quelle|grafik|video)(?: by)? ?: ?\S).{0,80}"
    r"|\((?:[^\W\d_][\w.'’-]* ?){1,4}/[^()/]{2,40}\)\.?",
    re.I,
)
"""Whose a picture is: "Foto: Jo Lund/dpa", "© Jo Lund", "(Jo Lund/ZNA)"."""
TOWN = re.compile(
    r"[A-ZÄÖÜ][a-zäöüß]+(?:stadt|hafen|burg|berg|dorf|heim|furt|furth|hausen|ingen|rode|brück|münde|kirchen)"
)
"""Endings of towns that the tagger does not know as names: "Ellerstadt."."""


def opens_note(words: list[Token], text: str) -> bool:
    """Whether a note of the editors begins here, which tells of the article and not of the event: "(Anm. d. Red.: …"."""
    return NOTE.match(text, words[0].idx) is not None


def before_claims(words: list[Token], headline: int, text: str) -> int:
    """How many words at the beginning of a sentence stand before what it claims; all, where it claims nothing.

    ``headline``: where the headline of ``text`` ends.
    """
    if words[0].idx < headline:
        return 2 if len(words) > 2 and words[1].text == ":" and words[0].lower_ in GENRES else 0
    if credit_at_end(words, text) == len(words):
        return len(words)
    if not text[: words[0].idx].endswith("\n"):
        return 0
    return _announces(words) or _clock(words) or _dateline(words)


def credit_at_end(words: list[Token], text: str) -> int:
    """How many words at the end of a sentence say whose a picture is: all of it, or from a sign of copyright on."""
    signs = [0, *(k for k, w in enumerate(words) if k and w.text.startswith("©"))]
    for start in signs:
        here = words[start:]
        if CREDIT.fullmatch(text[here[0].idx : here[-1].idx + len(here[-1])]) and not any(map(gaps.is_finite, here)):
            return len(here)
    return 0


def bare(piece: list[Token]) -> list[Token]:
    """``piece`` without bullets and the like at its ends."""
    start, end = 0, len(piece)
    while start < end and ORNAMENTS.issuperset(piece[start].text):
        start += 1
    while end > start and ORNAMENTS.issuperset(piece[end - 1].text):
        end -= 1
    return piece[start:end]


def _announces(words: list[Token]) -> int:
    """All words of a paragraph that only opens a list: "Key points:"."""
    after, doc = words[-1].i + 1, words[-1].doc
    alone = after >= len(doc) or doc[after].is_space
    tagged = any(w.tag_ for w in words)
    return len(words) if words[-1].text == ":" and alone and tagged and not any(map(gaps.is_finite, words)) else 0


def _clock(words: list[Token]) -> int:
    """How many words are the time of an entry: "+++ 15:32 Uhr:", "3.15 p.m. -"."""
    i = 0
    while i < len(words) and ORNAMENTS.issuperset(words[i].text):
        i += 1
    if i == len(words) or not CLOCK.fullmatch(words[i].text):
        return 0
    i += 1
    if i < len(words) and words[i].lower_ in HOURS:
        i += 1
    ends = i < len(words) and (words[i].text == ":" or ORNAMENTS.issuperset(words[i].text))
    return i + 1 if ends else 0


def _dateline(words: list[Token]) -> int:
    """How many words of a paragraph's first sentence are its dateline: capitals and figures as far as a dash or a stroke, or
    the whole of it (``_is_place``)."""
    depth = 0
    for i, word in enumerate(words[: DATELINE + 1]):
        if i and word.text in STROKES and word.whitespace_ and words[i - 1].whitespace_:
            return i + 1 if _may_precede(words, i) else 0
        depth += (word.text == "(") - (word.text == ")")
        agency = i + 1 < len(words) and words[i + 1].text == "|"
        if word.text[0].islower() and not depth and not agency:
            break
        if word.text in {":", "!", "?"} or gaps.is_finite(word):
            return 0
    return len(words) if _is_place(words) else 0


def _may_precede(words: list[Token], stroke: int) -> bool:
    """Whether what stands before the stroke may be a dateline: "Kassel – Der Rat", but not "Der Rat – er tagt – schweigt"."""
    before, after = words[:stroke], words[stroke + 1 :]
    if words[stroke].text == "|" or before[0].text.isupper() or any(w.text == "(" or w.like_num for w in before):
        return True
    again = any(w.text in STROKES and w.whitespace_ for w in after)
    return before[0].pos_ != "DET" and not again and bool(after) and not after[0].text[0].islower()


def _is_place(words: list[Token]) -> bool:
    """Whether a sentence names only where, when and by whom something was written: "Kassel.", "Norvik, 3. Oktober (ZNA).".

    The paragraph goes on after it. A word like "Silence." is a name to the English tagger: there the place stands in capitals.
    """
    last, doc = words[-1], words[-1].doc
    after = last.i + 1
    if last.text != "." or len(words) > DATELINE or after >= len(doc) or doc[after].is_space:
        return False
    if words[0].lang_ != "de" and not (words[0].text.isupper() and len(words[0]) > 2):
        return False
    depth, dated = 0, False
    for i, word in enumerate(words):
        depth += (word.text == "(") - (word.text == ")")
        if depth or word.is_punct or not word.text[0].isalpha():
            continue
        dated = dated or words[i - 1].text == "," or words[i - 1].like_num or words[i - 1].text in IN_NAMES
        town = len(words) == 2 and TOWN.fullmatch(word.text) is not None
        named = word.pos_ == "PROPN" or word.text.isupper() or town
        if not named and not (i and (word.text in IN_NAMES or (dated and word.pos_ == "NOUN"))):
            return False
    return words[0].text[0].isalpha()
