"""What the stemma says: nodes, edges and standing in a sentence each, for whoever sees and whoever hears it."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QCoreApplication, QLocale

from core.index import Index
from core.lineage import Change, Edge, Lineage
from core.phrases import say
from gui.places import outlet
from gui.reading.head import day
from gui.translation import language

translate = QCoreApplication.translate
Sureness = Literal["sure", "likely", "possible"]
SURE, LIKELY = 0.9, 0.7
"""Probabilities from which on it is called sure, and likely."""
THIN = 3
"""An article with fewer claims tells little about where it comes from."""


def sureness(edge: Edge) -> Sureness:
    """How sure it is that the one drew on the other, or on a common text."""
    return "sure" if edge.confidence >= SURE else "likely" if edge.confidence >= LIKELY else "possible"


def say_sureness(sure: Sureness) -> str:
    """``sure`` in the language of the interface."""
    return {
        "sure": translate("Stemma", "practically certain"),
        "likely": translate("Stemma", "likely"),
        "possible": translate("Stemma", "possible"),
    }[sure]


def percent(share: float) -> str:
    """A share as the interface writes it."""
    return f"{QLocale().toString(round(share * 100))} %"


def two_versions(lineage: Lineage) -> bool:
    """Whether the reader opened an earlier and a later version of one text."""
    return any(edge.told == "given" for edge in lineage.edges)


def standing(lineage: Lineage) -> str:
    """How many independent sources there are."""
    if two_versions(lineage):
        return translate("Stemma", "Two versions of one text")
    articles, n = len(lineage.articles), lineage.independent
    key = "one" if n == 1 else "all" if n == articles else "many"
    number = QLocale().toString
    return say(f"lineage.independent.{key}", language(), articles=number(articles), n=number(n))


def node_name(node: str, lineage: Lineage, index: Index) -> str:
    """An article's outlet, or what a source that nobody opened is called."""
    if node in index.article:
        return outlet(index.article[node])
    source = next(s for s in lineage.sources if s.id == node)
    return say(f"lineage.source.{'named' if source.name else 'unknown'}", language(), name=source.name)


def node_time(node: str, index: Index) -> str:
    """When an article was published, to the minute where that is known; empty where nothing is."""
    published = index.article[node].published if node in index.article else None
    if not published:
        return ""
    return f"{day(published)}, {published[11:16]}" if len(published) > 15 else day(published)


def node_said(node: str, lineage: Lineage, index: Index) -> str:
    """A node for whoever hears it."""
    parts = [node_name(node, lineage, index)]
    if node in index.article:
        parts += [index.article[node].title, node_time(node, index)]
    edge, copies = lineage.edge_to(node), lineage.edges_from(node)
    if edge:
        parts.append(translate("Stemma", "took from %1").replace("%1", node_name(edge.source, lineage, index)))
    if copies:
        names = ", ".join(node_name(e.copy, lineage, index) for e in copies)
        parts.append(translate("Stemma", "source of %1").replace("%1", names))
    if not edge and not copies:
        parts.append(translate("Stemma", "stands on its own"))
    return "; ".join(filter(None, parts))


def edge_title(edge: Edge, lineage: Lineage, index: Index) -> str:
    """Who took from whom."""
    said = translate("Stemma", "%1 took from %2")
    if edge.told == "given":
        said = translate("Stemma", "From %2 to %1")
    return said.replace("%2", node_name(edge.source, lineage, index)).replace(
        "%1", node_name(edge.copy, lineage, index)
    )


def edge_facts(edge: Edge) -> tuple[str, ...]:
    """How much was taken over, how, and how sure that is; of two versions of one text, how much stayed."""
    if edge.told == "given":
        return (translate("Stemma", "%1 of its claims stood there before").replace("%1", percent(edge.share)),)
    share = translate("Stemma", "%1 taken over").replace("%1", percent(edge.share))
    return share, say(f"lineage.manner.{edge.manner}", language()), say_sureness(sureness(edge))


def edge_tag(edge: Edge) -> tuple[str, str]:
    """What stands on the line, in two lines."""
    if edge.told == "given":
        return percent(edge.share), translate("Stemma", "stood there before")
    return f"{percent(edge.share)} · {say(f'lineage.manner.{edge.manner}', language())}", say_sureness(sureness(edge))


def edge_direction(edge: Edge) -> tuple[str, ...]:
    """What tells which came first; nothing where the reader did."""
    return () if edge.told == "given" else (say(f"lineage.told.{edge.told}", language()),)


def edge_said(edge: Edge, lineage: Lineage, index: Index) -> str:
    """An edge for whoever hears it."""
    return "; ".join((edge_title(edge, lineage, index), *edge_facts(edge), *edge_direction(edge)))


def kind_name(kind: str) -> str:
    """A kind of change in a word or two."""
    return say(f"lineage.change.{kind}", language())


def kinds_said(change: Change) -> str:
    """All that became of a claim, the weightiest first."""
    return ", ".join(map(kind_name, change.kinds))


def letters(lineage: Lineage) -> dict[str, str]:
    """The letter of each node whose source somebody shares: one letter for each family of two or more. Two versions of
    one text have none."""
    found: dict[str, str] = {}
    families = [f for f in lineage.families if len(f) > 1] if not two_versions(lineage) else []
    for number, family in enumerate(families):
        letter = chr(ord("A") + number % 26) + ("" if number < 26 else str(number // 26 + 1))
        found |= dict.fromkeys(family, letter)
    for source in lineage.sources:
        found[source.id] = found.get(source.articles[0], "")
    return found
