"""Comparisons made by hand, so that the views are tested without the analysis.

``small`` is one invented event in two German and two English articles; ``big`` is generated, of any size.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from itertools import combinations, pairwise

from core.model import (
    KINDS,
    Article,
    Attribution,
    Claim,
    ClaimGroup,
    Comparison,
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
)  # fmt: skip

PROVENANCE = Provenance("0.1.0", (("encoder", "none"),), "2026-11-22T10:00:00Z")
REASON = Reason("stage.framing")

TEXTS = {
    "kurier": """Hafenbrücke bleibt bis März gesperrt

Die Stadt Lunden hat am Montag die alte Hafenbrücke für den gesamten Verkehr gesperrt. Bei einer Prüfung fanden Ingenieure Risse in zwei der acht Pfeiler, wie Bauamtsleiterin Ines Harmsen mitteilte.

Täglich fuhren zuletzt rund 14.000 Fahrzeuge über die Brücke. Der Verkehr wird nun über die Nordumgehung geleitet.

Die Reparatur soll nach Angaben der Stadt 6,2 Millionen Euro kosten. Das Land übernimmt davon die Hälfte.

„Sicherheit geht vor“, sagte Harmsen. Fähren sollen ab Donnerstag im Halbstundentakt verkehren 🚢.""",
    "nordblatt": """Brücken-Chaos: Rathaus riegelt den Hafen ab 🚧

Der Hafen steht still! Ohne Vorwarnung wurde die Hafenbrücke am Montag dichtgemacht. Angeblich sind zwei Pfeiler gerissen.

Händler laufen Sturm gegen die Verwaltung. „Das ist das Ende der Altstadt“, klagte Kaufmann Jens Boysen.

Mindestens 20.000 Autos am Tag müssen jetzt einen Umweg fahren. Die sogenannte „Reparatur“ verschlingt fast sieben Millionen Euro Steuergeld.

Im Rathaus war am Abend niemand zu erreichen.""",
    "wire": """City shuts harbour bridge after cracks are found

LUNDEN – The city of Lunden closed its old harbour bridge to all traffic on Monday after engineers found cracks in two of its eight piers, building director Ines Harmsen said.

About 14,000 vehicles a day used the crossing. Traffic is being sent over the northern bypass.

Repairs will cost 6.2 million euros, half of it paid by the state government, according to the city.

“Safety comes first,” Harmsen said. Ferries will run every half hour from Thursday.

The bridge, opened in 1911, was last strengthened in 1987.""",
    "quay": """Lunden’s bridge fiasco leaves traders stranded

Shopkeepers in Lunden’s old town say they were given no warning when city bureaucrats slammed the harbour bridge shut on Monday.

“This is the end of the old town,” merchant Jens Boysen told The Quay 😠. Engineers claim that two piers are cracked.

The closure could last well beyond March, a person familiar with the plans said.

Taxpayers face a bill of nearly seven million euros. City hall declined to answer questions.""",
}
HEADS = {
    "kurier": ("Lundener Kurier", "de", "2026-11-02"),
    "nordblatt": ("Nordblatt", "de", "2026-11-03"),
    "wire": ("Harbour Wire", "en", "2026-11-02T16:40"),
    "quay": ("The Quay", "en", None),
}
CLAIMS = {
    "closed": {
        "kurier": "Die Stadt Lunden hat am Montag die alte Hafenbrücke für den gesamten Verkehr gesperrt.",
        "nordblatt": "Ohne Vorwarnung wurde die Hafenbrücke am Montag dichtgemacht.",
        "wire": "LUNDEN – The city of Lunden closed its old harbour bridge to all traffic on Monday",
        "quay": "city bureaucrats slammed the harbour bridge shut on Monday.",
    },
    "cracks": {
        "kurier": "Bei einer Prüfung fanden Ingenieure Risse in zwei der acht Pfeiler, wie Bauamtsleiterin Ines Harmsen mitteilte.",
        "nordblatt": "Angeblich sind zwei Pfeiler gerissen.",
        "wire": "engineers found cracks in two of its eight piers, building director Ines Harmsen said.",
        "quay": "Engineers claim that two piers are cracked.",
    },
    "vehicles": {
        "kurier": "Täglich fuhren zuletzt rund 14.000 Fahrzeuge über die Brücke.",
        "nordblatt": "Mindestens 20.000 Autos am Tag müssen jetzt einen Umweg fahren.",
        "wire": "About 14,000 vehicles a day used the crossing.",
    },
    "cost": {
        "kurier": "Die Reparatur soll nach Angaben der Stadt 6,2 Millionen Euro kosten.",
        "nordblatt": "Die sogenannte „Reparatur“ verschlingt fast sieben Millionen Euro Steuergeld.",
        "wire": "Repairs will cost 6.2 million euros, half of it paid by the state government, according to the city.",
        "quay": "Taxpayers face a bill of nearly seven million euros.",
    },
    "bypass": {
        "kurier": "Der Verkehr wird nun über die Nordumgehung geleitet.",
        "wire": "Traffic is being sent over the northern bypass.",
    },
    "boysen": {
        "nordblatt": "„Das ist das Ende der Altstadt“, klagte Kaufmann Jens Boysen.",
        "quay": "“This is the end of the old town,” merchant Jens Boysen told The Quay 😠.",
    },
    "ferries": {
        "kurier": "Fähren sollen ab Donnerstag im Halbstundentakt verkehren 🚢.",
        "wire": "Ferries will run every half hour from Thursday.",
    },
}
ALONE = {
    "kurier": ["Das Land übernimmt davon die Hälfte.", "„Sicherheit geht vor“, sagte Harmsen."],
    "nordblatt": ["Händler laufen Sturm gegen die Verwaltung.", "Im Rathaus war am Abend niemand zu erreichen."],
    "wire": ["The bridge, opened in 1911, was last strengthened in 1987."],
    "quay": ["The closure could last well beyond March, a person familiar with the plans said."],
}
NEAREST = {("vehicles", "quay"): "The closure could last well beyond March, a person familiar with the plans said."}
CUES: tuple[tuple[str, str, str, str, str, str, float], ...] = (
    ("loaded", "closed", "nordblatt", "dichtgemacht", "kurier", "gesperrt", 0.8),
    ("label", "closed", "quay", "city bureaucrats", "wire", "The city of Lunden", 0.9),
    ("loaded", "closed", "quay", "slammed", "wire", "closed", 0.7),
    ("agency", "closed", "nordblatt", "wurde die Hafenbrücke", "kurier", "Die Stadt Lunden", 0.5),
    ("distancing", "cracks", "nordblatt", "Angeblich", "kurier", "fanden Ingenieure", 0.7),
    ("attribution", "cracks", "quay", "Engineers claim", "wire", "building director Ines Harmsen said", 0.6),
    ("figure", "vehicles", "nordblatt", "20.000 Autos", "wire", "14,000 vehicles", 0.9),
    ("scare_quotes", "cost", "nordblatt", "sogenannte „Reparatur“", "kurier", "Reparatur", 0.8),
    ("certainty", "cost", "kurier", "soll nach Angaben der Stadt", "wire", "will cost", 0.4),
)


def small() -> Comparison:
    """Four articles of one invented event, with every kind of mark."""
    articles = tuple(_article(name) for name in TEXTS)
    spans: dict[tuple[str, str], Claim] = {}
    for name, alone in ALONE.items():
        quotes = [own[name] for own in CLAIMS.values() if name in own] + alone
        for claim in _claims(name, quotes):
            spans[name, claim.span.of(TEXTS[name])] = claim
    links: list[Link] = []
    groups: list[ClaimGroup] = []
    for gist, quotes_of in CLAIMS.items():
        own = [spans[name, quote] for name, quote in quotes_of.items()]
        first = len(links)
        links += [_link(a, b, gist) for a, b in combinations(own, 2)]
        omitted = []
        for name in TEXTS.keys() - quotes_of.keys():
            near = NEAREST.get((gist, name))
            omitted.append(Omission(name, spans[name, near].id if near else None, 0.31 if near else 0.0))
        group = ClaimGroup(
            f"g-{gist}", tuple(c.id for c in own), tuple(range(first, len(links))),
            tuple(sorted(omitted, key=lambda o: list(TEXTS).index(o.article_id))), next(iter(quotes_of.values())),
        )  # fmt: skip
        groups.append(group)
    order = sorted(spans.values(), key=lambda c: (list(TEXTS).index(c.article_id), c.span))
    return Comparison(articles, tuple(order), tuple(links), tuple(groups), tuple(_marks(spans)), Settings(), PROVENANCE)


def big(columns: int = 20, words: int = 2000, seed: int = 1) -> Comparison:
    """``columns`` articles of about ``words`` words, most sentences shared, a mark in every second one."""
    rng = random.Random(seed)
    vocabulary = ["".join(rng.choices("aeioulnrstdkmb", k=rng.randint(2, 11))) for _ in range(800)]
    pool = [_sentence(rng, vocabulary) for _ in range(words // 10)]
    articles, claims, marks = [], [], []
    carriers: dict[int, list[Claim]] = {}
    for column in range(columns):
        article, own, numbers = _generated(f"a{column:02}", pool, words, rng)
        articles.append(article)
        claims += own
        for claim, number in zip(own, numbers, strict=True):
            carriers.setdefault(number, []).append(claim)
            if rng.random() < 0.5:
                kind = rng.choice(KINDS[:9])
                span = Span(claim.span.start, min(claim.span.end, claim.span.start + rng.randint(6, 30)))
                marks.append(
                    Mark(
                        mark_id(kind, article.id, span),
                        kind,
                        article.id,
                        span,
                        f"g{number}",
                        (),
                        "outlet",
                        REASON,
                        rng.random(),
                    )
                )
    groups, links = _grouped(articles, carriers, pool)
    known = {group.id for group in groups}
    marks = [m for m in marks if m.group_id in known]
    return Comparison(tuple(articles), tuple(claims), links, groups, tuple(marks), Settings(), PROVENANCE)


def _article(name: str) -> Article:
    text = TEXTS[name]
    outlet, language, published = HEADS[name]
    sections, at = [], 0
    for line in text.split("\n"):
        if line:
            sections.append(Section("paragraph" if sections else "headline", Span(at, at + len(line))))
        at += len(line) + 1
    title = text.split("\n", 1)[0]
    return Article(name, f"{name}.txt", "0" * 64, title, text, language, outlet, None, published, tuple(sections))


def _claims(name: str, quotes: list[str]) -> Iterator[Claim]:
    text = TEXTS[name]
    spans = sorted(Span(text.index(quote), text.index(quote) + len(quote)) for quote in quotes)
    for rank, span in enumerate(spans):
        speaker = "Ines Harmsen" if "Harmsen" in span.of(text) else "Jens Boysen" if "Boysen" in span.of(text) else None
        said = Attribution(speaker, "say", "indirect", True) if speaker else None
        voice = "speaker" if said else "outlet"
        yield Claim(claim_id(name, span), name, span, (span,), rank / max(1, len(spans) - 1), voice, said)


def _link(a: Claim, b: Claim, gist: str) -> Link:
    conflict = gist == "vehicles" and "nordblatt" in (a.article_id, b.article_id)
    figures = ("14.000",) if gist == "vehicles" and not conflict else ()
    names = ("Lunden",) if gist == "closed" else ()
    return Link(a.id, b.id, 0.83, "conflict" if conflict else "same", Why(0.79, 0.41, names=names, figures=figures))


def _marks(claims: dict[tuple[str, str], Claim]) -> Iterator[Mark]:
    for kind, gist, name, quote, other, against, strength in CUES:
        home = claims[name, CLAIMS[gist][name]]
        far = claims[other, CLAIMS[gist][other]]
        span, seen = _within(home, quote), _within(far, against)
        yield Mark(
            mark_id(kind, name, span), kind, name, span, f"g-{gist}", (Passage(other, seen),), home.voice, REASON, strength  # type: ignore[arg-type]  # the table's strings
        )  # fmt: skip
    cracks = claims["quay", CLAIMS["closed"]["quay"]]
    yield Mark(
        mark_id("emphasis", "quay", cracks.span), "emphasis", "quay", cracks.span, "g-closed", (), "outlet", REASON, 0.5
    )
    for name in ("quay",):
        yield Mark(
            mark_id("omission", name, Span(0, 0), "g-vehicles"),
            "omission",
            name,
            Span(0, 0),
            "g-vehicles",
            (),
            "outlet",
            REASON,
            0.6,
        )


def _within(claim: Claim, quote: str) -> Span:
    text = TEXTS[claim.article_id]
    start = text.index(quote, claim.span.start)
    return Span(start, start + len(quote))


def _sentence(rng: random.Random, vocabulary: list[str]) -> str:
    words = rng.choices(vocabulary, k=rng.randint(8, 24))
    return " ".join(words).capitalize() + rng.choice([".", ".", ".", " 🙂."])


def _generated(name: str, pool: list[str], words: int, rng: random.Random) -> tuple[Article, list[Claim], list[int]]:
    title = f"Article {name} on one event"
    text, spans, numbers, count = title + "\n", [], [], 0
    order = list(range(len(pool)))
    rng.shuffle(order)
    order = sorted(order, key=lambda i: i + rng.gauss(0, len(pool) / 6))
    for rank, number in enumerate(order):
        if count >= words:
            break
        if rng.random() < 0.35:
            continue
        text += "\n\n" if rank % 5 == 0 else " "
        spans.append(Span(len(text), len(text) + len(pool[number])))
        numbers.append(number)
        text += pool[number]
        count += pool[number].count(" ") + 1
    claims = [
        Claim(claim_id(name, span), name, span, (span,), rank / max(1, len(spans) - 1), "outlet")
        for rank, span in enumerate(spans)
    ]
    headline = (Section("headline", Span(0, len(title))),)
    return (
        Article(name, f"{name}.txt", "0" * 64, title, text, "en", f"Outlet {name}", None, "2026-11-02", headline),
        claims,
        numbers,
    )


def _grouped(
    articles: list[Article], carriers: dict[int, list[Claim]], pool: list[str]
) -> tuple[tuple[ClaimGroup, ...], tuple[Link, ...]]:
    groups: list[ClaimGroup] = []
    links: list[Link] = []
    for number, own in sorted(carriers.items()):
        if len(own) < 2:
            continue
        first = len(links)
        links += [Link(a.id, b.id, 0.7, "same", Why(0.7, 0.5)) for a, b in pairwise(own)]
        left_out = [a.id for a in articles if a.id not in {c.article_id for c in own}]
        omitted = tuple(Omission(a, None, 0.0) for a in left_out)
        groups.append(
            ClaimGroup(f"g{number}", tuple(c.id for c in own), tuple(range(first, len(links))), omitted, pool[number])
        )
    return tuple(groups), tuple(links)
