"""Mail (.eml: newsletters) and web pages that a browser saved as mail (.mhtml)."""

from __future__ import annotations

import email
import email.policy
from collections.abc import Sequence
from email.message import EmailMessage
from email.utils import parseaddr

from core.errors import UserError
from core.job import Job
from core.model import Article, Dropped
from core.reading import plain, web
from core.reading.article import Block, Facts, make_article
from core.reading.characters import clean, one_line
from core.reading.dates import to_iso
from core.reading.encoding import decode
from core.reading.lines import below_headline, without_closing_lines

# A mail inside a mail inside a mail: the parser's work grows with the square of the depth.
_MOST_PARTS = 200


def read_mail(data: bytes, source: str, job: Job, encoding: str | None = None) -> tuple[Article, ...]:
    """The article of a mail: the subject is its title, the sender its outlet; attachments are not opened.

    Raises UserError ``error.damaged``, ``error.empty_text``.
    """
    message = _message(data, source)
    html, text = _part(message, "html", source), _part(message, "plain", source)
    sender, address = parseaddr(_header(message, "From"))
    facts = Facts(
        title=one_line(_header(message, "Subject")) or None,
        outlet=sender or address.partition("@")[2] or None,
        published=to_iso(_header(message, "Date")),
    )
    out: Sequence[Dropped] = ()
    # Many programs put a stub into the plain part ("Your mail program cannot show this newsletter").
    if html and len(clean(text).split()) * 2 < len(clean(html).split()):
        blocks, out = web.pieces(html)
    else:
        blocks = list(plain.blocks_of(text)) if text.strip() else []
    blocks, closing = without_closing_lines([Block("headline", facts.title or ""), *blocks])
    blocks, facts, byline = below_headline([block for block in blocks if block.text], facts)
    return (make_article(source, data, blocks, facts, [*byline, *closing, *out]),)


def read_saved_page(data: bytes, source: str, job: Job, encoding: str | None = None) -> tuple[Article, ...]:
    """The article of an .mhtml page: its first HTML part. Raises UserError as for a web page."""
    message = _message(data, source)
    html = _part(message, "html", source)
    if not html:
        raise UserError("error.no_article", source)
    address = one_line(_header(message, "Snapshot-Content-Location") or _header(message, "Content-Location"))
    saved = f"<!-- saved from url=(0000){address} -->" if address.startswith("http") else ""
    return (web.article_of(saved + html, data, source),)


def _message(data: bytes, source: str) -> EmailMessage:
    if data.count(b"boundary") > _MOST_PARTS:
        raise UserError("error.damaged", source)
    try:
        message = email.message_from_bytes(data, policy=email.policy.default)
    except (ValueError, LookupError, AttributeError, TypeError, ArithmeticError, RecursionError) as error:
        raise UserError("error.damaged", source) from error
    if not isinstance(message, EmailMessage) or not message.keys():
        raise UserError("error.damaged", source)
    return message


def _header(message: EmailMessage, name: str) -> str:
    # The header parser of the standard library trips over some malformed headers in many ways.
    try:
        return str(message.get(name) or "")
    except (ValueError, LookupError, AttributeError, TypeError, ArithmeticError):
        return ""


def _part(message: EmailMessage, subtype: str, source: str) -> str:
    """The first part of this kind that is not an attachment, decoded; empty where there is none."""
    for part in message.walk():
        if part.get_content_type() != f"text/{subtype}" or part.get_content_disposition() == "attachment":
            continue
        payload = part.get_payload(decode=True)
        if isinstance(payload, bytes) and payload.strip():
            return decode(payload, source, declared=part.get_content_charset())
    return ""
