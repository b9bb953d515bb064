"""Where sentences end: one rule-based splitter for every language, before any parser has its say.

A statistical parser cuts German headlines, quotations and datelines in odd places; a claim must never
run across a paragraph or stop inside „…“. The parser, where there is one, keeps to these borders.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


ENDERS = frozenset(".!?…") | {"...", "?!", "!?", "!!!", "!!", "??", "???", ".."}
CLOSERS = frozenset("\"'”“’‘»«›‹)]")
OPENERS = frozenset("\"'„“‚‘«»‹›([–—-")
MONTHS = _set(
    "januar februar märz april mai juni juli august september oktober november dezember jänner jahrhundert jahrhunderts "
    "jahrestag geburtstag lebensjahr"
)
ABBREVIATIONS = _set(
    "bzw. ca. usw. etc. vgl. evtl. ggf. inkl. mio. mrd. nr. prof. dr. st. hl. str. abs. art. bd. geb. gest. jr. sr. mr. "
    "mrs. ms. gen. col. lt. sgt. capt. rep. sen. gov. rev. hon. pres. no. vs. inc. ltd. co. corp. u.s. u.k. u.n. e.u. a.m. "
    "p.m. jan. feb. mar. apr. jun. jul. aug. sept. sep. oct. nov. dec. z.b. d.h. u.a. o.ä. i.d.r. s.o. v.a. a.d. sog. "
    "mme. m. ing. dipl. med. jur. phil. rer. nat."
)
MAY_CLOSE = _set("usw. etc. inc. ltd. co. corp. jr. sr. u.s. u.k. u.n. e.u. a.m. p.m. no. m. mio. mrd.")
"""Abbreviations that a sentence may well end with: it does where a word follows that is capitalised for no other reason."""
AFTER_CLOCK = _set("monday tuesday wednesday thursday friday saturday sunday et est edt ct pt gmt utc cet bst on")
ORDINAL_BEFORE = _set(
    "der die das dem den des am im vom zum zur beim ein eine einen einem einer ab bis seit und seinen seinem seiner "
    "ihren ihrem ihrer jeder jede jedes jeden jedem ihr sein"
)
"""Words before a German ordinal: "im 75. Lebensjahr" goes on, "auf Platz 3. Bayern verlor" does not."""
BEGINNERS = _set(
    "the a an it he she they we you i this that these those there in on at but and or if when while after before as for "
    "with his her their its our my two some many most not however meanwhile still yet officials police "
    "der die das ein eine er sie es wir ihr ich man am an auf bei mit nach von vor zu aber und doch denn wenn als auch so "
    "dann dort hier nun jetzt damit dabei dies diese dieser alle bis seit für durch gegen ohne um über unter zwischen"
)
"""Function words: capitalised, they begin a sentence."""


def split(doc: Doc) -> Doc:
    """Set ``is_sent_start`` on every token of ``doc``; a paragraph break is always a border.

    Used as a pipeline component. Offsets are those of the Doc's tokens; the text is not changed.
    """
    starts = [False] * len(doc)
    if starts:
        starts[0] = True
    for i in range(len(doc) - 1):
        token = doc[i]
        if "\n" in token.text:
            starts[i + 1] = True
        elif _ends(doc, i):
            after = _after_closers(doc, i)
            if after < len(doc) and _may_start(doc[after], token):
                starts[after] = True
    for token, start in zip(doc, starts, strict=True):
        token.is_sent_start = start
    return doc


def _ends(doc: Doc, i: int) -> bool:
    text = doc[i].text
    if text in ENDERS:
        return not (
            text == "." and i and doc[i - 1].text.lower() + "." in ABBREVIATIONS and not _closes(doc, i - 1, i + 1)
        )
    # German ordinals and English abbreviations keep their full stop inside the token ("24.", "10,2.", "U.S.").
    return text.endswith(".") and len(text) > 1 and (_is_number(text[:-1]) or text.lower() in ABBREVIATIONS)


def _is_number(text: str) -> bool:
    return text[0].isdigit() and all(c.isdigit() or c in ".,:" for c in text)


def _closes(doc: Doc, i: int, after: int) -> bool:
    """Whether the abbreviation at ``i`` ends its sentence: by the word that follows at ``after``."""
    if after >= len(doc):
        return True
    text, following = doc[i].text.lower().removesuffix("."), doc[after].text
    if f"{text}." not in MAY_CLOSE or not following[:1].isupper():
        return False
    if text in {"a.m", "p.m"}:
        return following.lower() not in AFTER_CLOCK and following.lower().rstrip(".") + "." not in ABBREVIATIONS
    if text == "m" and not doc[i - 1].like_num:
        return False
    return following.lower() in BEGINNERS


def _after_closers(doc: Doc, i: int) -> int:
    """The first token after ``i`` that is no closing mark written on to it."""
    after = i + 1
    while after < len(doc) and doc[after].text in CLOSERS and not doc[after - 1].whitespace_:
        after += 1
    return after


def _may_start(token: Token, ender: Token) -> bool:
    text = token.text
    if ender.text not in ENDERS:
        return _may_start_after_dot(token, ender)
    if ender.text in {"…", "..."} and not (text[:1].isupper() or text in OPENERS):
        return False
    if text in OPENERS:
        return _opens_sentence(token)
    if ender.text in {"!", "?"} or token.doc[token.i - 1].text in CLOSERS:
        return not text[:1].islower() and text not in {",", ";", ":", "–", "—"}
    return text[:1].isupper() or text[:1].isdigit()


def _may_start_after_dot(token: Token, ender: Token) -> bool:
    """Whether a sentence starts after a token that has its full stop inside: a number or an abbreviation."""
    text = token.text
    number = ender.text[:-1]
    if not _is_number(number):
        return _closes(token.doc, ender.i, token.i)
    if text in OPENERS:
        return _opens_sentence(token) and not _is_ordinal(ender, token)
    return text[:1].isupper() and (text.lower() in BEGINNERS or not _is_ordinal(ender, token))


def _is_ordinal(number: Token, following: Token) -> bool:
    """Whether "24." before ``following`` is a German ordinal and not a figure that ends its sentence."""
    if following.text.lower() in MONTHS or number.i == 0 or number.nbor(-1).is_space:
        return True
    digits = number.text[:-1]
    return digits.isdigit() and len(digits) < 4 and number.nbor(-1).text.lower() in ORDINAL_BEFORE


def _opens_sentence(token: Token) -> bool:
    """Whether an opening mark at ``token`` opens a sentence: a word with a capital follows it, a space stands before it."""
    rest = token.i + 1
    return rest < len(token.doc) and not token.doc[rest].text[:1].islower() and bool(token.doc[token.i - 1].whitespace_)
