"""Where sentences end: one rule-based splitter for every language, before any parser has its say.

A statistical parser cuts German headlines, quotations and datelines in odd places; a claim must never
run across a paragraph or stop inside „…“. The parser, where there is one, keeps to these borders.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

ENDERS = frozenset(".!?…") | {"...", "?!", "!?", "!!!", "!!", "??", "???", ".."}
CLOSERS = frozenset("\"'”“’‘»«›‹)]")
OPENERS = frozenset("\"'„“‚‘«»‹›([–—-")
MONTHS = frozenset(
    "januar februar märz april mai juni juli august september oktober november dezember jänner "
    "jahrhundert jahrhunderts jahrestag geburtstag".split()
)
ABBREVIATIONS = frozenset(
    "bzw. ca. usw. etc. vgl. evtl. ggf. inkl. mio. mrd. nr. prof. dr. st. hl. str. abs. art. bd. geb. gest. jr. sr. mr. "
    "mrs. ms. gen. col. lt. sgt. capt. rep. sen. gov. rev. hon. pres. no. vs. inc. ltd. co. corp. u.s. u.k. u.n. e.u. a.m. "
    "p.m. jan. feb. mar. apr. jun. jul. aug. sept. sep. oct. nov. dec. z.b. d.h. u.a. o.ä. i.d.r. s.o. v.a. a.d. sog. "
    "mme. m. ing. dipl. med. jur. phil. rer. nat.".split()
)


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
        return not (text == "." and i and doc[i - 1].text.lower() + "." in ABBREVIATIONS and not doc[i - 1].whitespace_)
    # German ordinals and English abbreviations keep their full stop inside the token ("24.", "U.S.").
    return text.endswith(".") and len(text) > 1 and (text[:-1].isdigit() or text.lower() in ABBREVIATIONS)


def _after_closers(doc: Doc, i: int) -> int:
    """The first token after ``i`` that is no closing mark written on to it."""
    after = i + 1
    while after < len(doc) and doc[after].text in CLOSERS and not doc[after - 1].whitespace_:
        after += 1
    return after


def _may_start(token: Token, ender: Token) -> bool:
    text = token.text
    if ender.text not in ENDERS and (text.lower() in MONTHS or not text[:1].isupper() or ender.text.lower() in ABBREVIATIONS):
        return False
    if ender.text[:-1].isdigit() and token.i + 1 < len(token.doc) and token.doc[token.i + 1].text.lower() in MONTHS:
        return False
    if ender.text in {"…", "..."} and not (text[:1].isupper() or text in OPENERS):
        return False
    if text in OPENERS:
        rest = token.i + 1
        return rest < len(token.doc) and not token.doc[rest].text[:1].islower() and bool(token.doc[token.i - 1].whitespace_)
    if ender.text in {"!", "?"} or token.doc[token.i - 1].text in CLOSERS:
        return not text[:1].islower() and text not in {",", ";", ":", "–", "—"}
    return text[:1].isupper() or text[:1].isdigit()
