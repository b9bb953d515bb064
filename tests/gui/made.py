"""A small comparison made by hand: four invented articles, three groups, one mark of most kinds.

So the window is tested without the analysis, and with values whose every offset is known.
"""

from __future__ import annotations

from core.model import (
    Article,
    Attribution,
    Claim,
    ClaimGroup,
    Comparison,
    Decision,
    Dropped,
    Link,
    Mark,
    Omission,
    Passage,
    Provenance,
    Reason,
    Section,
    Settings,
    Span,
    Why,
    claim_id,
    mark_id,
)

TEXTS = {
    "wire": (
        "en", "Northern Wire", "Bridge at Altwied closed after inspection",
        "Engineers closed the road bridge at Altwied on Monday. "
        "About 12,000 vehicles cross it every day, the county said. "
        "Repairs will cost an estimated 4 million euros.",
    ),
    "paper": (
        "de", "Altwieder Zeitung", "Brücke bei Altwied gesperrt",
        "Fachleute haben die Straßenbrücke bei Altwied am Montag gesperrt. "
        "Nach Angaben des Kreises fahren täglich rund 12.000 Fahrzeuge darüber. "
        "Landrätin Jana Holt sprach von einer Vorsichtsmaßnahme 🙂.",
    ),
    "tabloid": (
        "de", "Blick am Fluss", "Schrottbrücke dicht!",
        "Die marode Schrottbrücke bei Altwied ist seit Montag dicht. "
        "Das Chaos kostet uns angeblich 9 Millionen Euro. "
        "Pendler sind wütend.",
    ),
    "portal": (
        "en", "River Portal", "So-called safety closure",
        "The county shut the bridge at Altwied on Monday. "
        "Its \u201csafety\u201d argument convinced nobody. "
        "The repair bill is put at 4 million euros.",
    ),
}  # fmt: skip


def article(name: str) -> Article:
    """The article ``name`` of TEXTS."""
    language, outlet, title, body = TEXTS[name]
    text = f"{title}\n{body}"
    return Article(
        id=f"a-{name}", source=f"{name}.txt", sha256="0" * 64, title=title, text=text, language=language,
        outlet=outlet, author=None, published="2026-03-02",
        sections=(Section("headline", Span(0, len(title))), Section("paragraph", Span(len(title) + 1, len(text)))),
        dropped=(Dropped("Read more: ten bridges you should see", "dropped.teaser"),) if name == "wire" else (),
    )  # fmt: skip


def span(name: str, words: str) -> Span:
    """Where ``words`` stand in the article ``name``."""
    start = article(name).text.index(words)
    return Span(start, start + len(words))


def claims(name: str) -> tuple[Claim, ...]:
    """Every sentence of the article's body."""
    *_, body = TEXTS[name]
    sentences = [part if part.endswith(".") else part + "." for part in body.rstrip(".").split(". ")]
    found = []
    for number, sentence in enumerate(sentences):
        place = span(name, sentence)
        said = "county said" in sentence or "Nach Angaben" in sentence
        source = Attribution("the county", "say", "indirect", True) if said else None
        found.append(
            Claim(claim_id(f"a-{name}", place), f"a-{name}", place, (place,), number / (len(sentences) - 1),
                  "speaker" if said else "outlet", source)
        )  # fmt: skip
    return tuple(found)


def link(a: Claim, b: Claim, score: float, relation: str = "same") -> Link:
    """A link that both figures support."""
    why = Why(meaning=score, wording=score / 2, words=0.4, rank=1.0, support=0.5, names=("Altwied",), figures=())
    return Link(a.id, b.id, score, relation, why)  # type: ignore[arg-type]  # the tests name relations as words


def mark(
    kind: str, name: str, words: str, group: str | None, against: tuple[Passage, ...] = (), strength: float = 0.8
) -> Mark:
    """A mark of ``kind`` on ``words`` (empty for an omission) of the article ``name``."""
    place = span(name, words) if words else Span(0, 0)
    identity = mark_id(kind, f"a-{name}", place, group)
    reason = Reason("frame.omission" if kind == "omission" else f"frame.{kind}", ())
    return Mark(identity, kind, f"a-{name}", place, group, against, "outlet", reason, strength)  # type: ignore[arg-type]  # ditto


def comparison(decisions: tuple[Decision, ...] = ()) -> Comparison:
    """The four articles: the closing (all four), the traffic (two), the cost (three, with a conflict)."""
    own = {name: claims(name) for name in TEXTS}
    wire, paper, tabloid, portal = own["wire"], own["paper"], own["tabloid"], own["portal"]
    links = (
        link(wire[0], paper[0], 0.93), link(wire[0], tabloid[0], 0.71), link(wire[0], portal[0], 0.9),
        link(wire[1], paper[1], 0.95), link(wire[2], tabloid[1], 0.66, "conflict"), link(wire[2], portal[2], 0.97),
    )  # fmt: skip
    groups = (
        ClaimGroup("g-closed", (wire[0].id, paper[0].id, tabloid[0].id, portal[0].id), (0, 1, 2), (), "Engineers closed the road bridge at Altwied on Monday."),
        ClaimGroup("g-traffic", (wire[1].id, paper[1].id), (3,), (Omission("a-tabloid", tabloid[2].id, 0.31), Omission("a-portal", None, 0.0)), "About 12,000 vehicles cross it every day."),
        ClaimGroup("g-cost", (wire[2].id, tabloid[1].id, portal[2].id), (4, 5), (Omission("a-paper", paper[2].id, 0.22),), "Repairs will cost an estimated 4 million euros."),
    )  # fmt: skip
    closed = (Passage("a-wire", span("wire", "the road bridge")),)
    marks = (
        mark("label", "tabloid", "Die marode Schrottbrücke", "g-closed", closed, 0.9),
        mark("figure", "tabloid", "9 Millionen Euro", "g-cost", (Passage("a-wire", span("wire", "4 million euros")),), 0.95),
        mark("distancing", "tabloid", "angeblich", "g-cost", (), 0.6),
        mark("scare_quotes", "portal", "\u201csafety\u201d", None, (), 0.7),
        mark("omission", "portal", "", "g-traffic", (Passage("a-wire", wire[1].span),), 0.5),
    )  # fmt: skip
    provenance = Provenance("0.1.0", (("en", "made by hand"),), "2026-03-02T10:00:00Z", (("link F1", 0.8),))
    every = tuple(claim for name in TEXTS for claim in own[name])
    return Comparison(tuple(map(article, TEXTS)), every, links, groups, marks, Settings(), provenance, decisions)
