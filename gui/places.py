"""How views name an article, where in it a claim stands, and when something was."""

from __future__ import annotations

import re
from typing import Literal

from PySide6.QtCore import QCoreApplication, QDateTime, QLocale, Qt

from core.index import Index
from core.model import Article, Claim

Place = Literal["headline", "lead", "middle", "deep"]
LEAD, DEEP = 0.15, 0.66
"""Positions (0 first claim … 1 last) up to which a claim counts as the lead and from which it counts as deep."""


def outlet(article: Article) -> str:
    """Whose article it is: the outlet, or the file's name where none is known."""
    return article.outlet or re.split(r"[/\\]", article.source.rstrip("/\\"))[-1]


def place(index: Index, claim: Claim) -> Place:
    """Where ``claim`` stands in its article."""
    article = index.article[claim.article_id]
    if any(s.kind == "headline" and s.span.overlap(claim.span) for s in article.sections):
        return "headline"
    if claim.position <= LEAD:
        return "lead"
    return "deep" if claim.position >= DEEP else "middle"


def say_place(place: Place) -> str:
    """``place`` in the language of the interface."""
    return {
        "headline": QCoreApplication.translate("Places", "headline"),
        "lead": QCoreApplication.translate("Places", "lead"),
        "middle": QCoreApplication.translate("Places", "middle"),
        "deep": QCoreApplication.translate("Places", "far down"),
    }[place]


def say_when(iso: str) -> str:
    """A moment in UTC (ISO 8601) as the reader's clock and language have it."""
    moment = QDateTime.fromString(iso, Qt.DateFormat.ISODate).toLocalTime()
    return QLocale().toString(moment, QLocale.FormatType.ShortFormat)
