"""A small event in our own prose, aligned by hand: what the report's tests are about.

Four readings of one council vote on a river ferry, two English, two German, and a fifth article that has nothing to
do with it. Quotes stand for their places, so that no offset is written by hand.
"""

from __future__ import annotations

import hashlib
import re
from dataclasses import replace

from core.model import (
    Article,
    Attribution,
    Claim,
    ClaimGroup,
    Comparison,
    Decision,
    Failure,
    Kind,
    Link,
    Mark,
    Omission,
    Passage,
    Provenance,
    Reason,
    Relation,
    Section,
    Settings,
    Span,
    Why,
    claim_id,
    mark_id,
)  # fmt: skip

WIRE = """Harnow council votes to close river ferry

The council of Harnow voted on Tuesday to close the town's river ferry at the end of March. The motion passed by 19 votes to 14.

The ferry carried 212,000 passengers last year, according to the harbour office. Repairs to its two landing stages would cost 4.1 million euros, the council said.

"We cannot keep a boat afloat with money that we do not have," said Mayor Petra Lindqvist.

About 300 people gathered outside the town hall. Police said that two people were briefly detained.

A bus over the northern bridge is expected to replace the ferry from April."""

GAZETTE = """Betrayed: ferry axed in the dead of night

In a brutal late-night session Harnow's council has axed the ferry that has crossed the river for 131 years.

More than a thousand townspeople besieged the town hall. Two peaceful protesters were dragged away.

"We cannot keep a boat afloat with money that we do not have," Lindqvist claimed. What the town hall calls a "repair bill" of 4.1 million euros was never shown to anyone.

The regime in the town hall won by 19 votes to 14. By 1 April the boat will be gone."""

ZEITUNG = """Harnow stellt die Fähre ein

Der Stadtrat von Harnow hat am Dienstag beschlossen, die Flussfähre Ende März einzustellen. 19 Mitglieder stimmten dafür, 14 dagegen.

Die Sanierung der beiden Anleger koste 4,1 Millionen Euro, sagte Bürgermeisterin Petra Lindqvist. Im vergangenen Jahr zählte das Hafenamt 212 000 Fahrgäste.

Vor dem Rathaus versammelten sich etwa 300 Menschen.

Ein Bus soll die Fähre vom April an ersetzen."""

BLATT = """Endlich Schluss mit dem Millionengrab

Vernunft am Fluss: Der Rat von Harnow zieht bei der Pannenfähre den Stecker. Gerade einmal 180 000 Menschen nutzten den Kahn zuletzt.

Knapp fünf Millionen Euro hätte die Sanierung angeblich verschlungen, wie es aus dem Rathaus heißt.

Ein moderner Bus wird die Fähre ab April ersetzen."""

GARDEN = """Five roses that like the shade

Not every rose asks for sun all day. These five bloom under trees as well."""


def article(source: str, text: str, outlet: str | None, language: str, published: str | None) -> Article:
    """An Article as reading would make it: sections by line."""
    sections, start = [], 0
    for line in text.split("\n"):
        if line:
            kind = "paragraph" if start else "headline"
            sections.append(Section(kind, Span(start, start + len(line))))
        start += len(line) + 1
    digest = hashlib.sha256(text.encode()).hexdigest()
    return Article(
        f"a-{digest[:12]}",
        source,
        digest,
        text.split("\n")[0],
        text,
        language,
        outlet,
        None,
        published,
        tuple(sections),
    )


ARTICLES = {
    "A": replace(article("wire.txt", WIRE, "Northern Wire", "en", "2026-02-11"), author="Mara Voss"),
    "B": article("gazette.html", GAZETTE, "Harnow Gazette", "en", "2026-02-12"),
    "C": article("zeitung.pdf", ZEITUNG, "Flusszeitung", "de", "2026-02-11T18:30:00"),
    "D": article("blatt.docx", BLATT, "Das Blatt", "de", None),
    "E": article("garden.txt", GARDEN, None, "en", None),
}

GROUPS: tuple[tuple[str, dict[str, str]], ...] = (
    ("The council of Harnow votes to close the ferry", {
        "A": "The council of Harnow voted on Tuesday to close the town's river ferry at the end of March.",
        "B": "In a brutal late-night session Harnow's council has axed the ferry that has crossed the river for 131 years.",
        "C": "Der Stadtrat von Harnow hat am Dienstag beschlossen, die Flussfähre Ende März einzustellen.",
        "D": "Der Rat von Harnow zieht bei der Pannenfähre den Stecker."}),
    ("The motion passes by 19 votes to 14", {
        "A": "The motion passed by 19 votes to 14.",
        "B": "The regime in the town hall won by 19 votes to 14.",
        "C": "19 Mitglieder stimmten dafür, 14 dagegen."}),
    ("The ferry carried 212,000 passengers last year", {
        "A": "The ferry carried 212,000 passengers last year, according to the harbour office.",
        "C": "Im vergangenen Jahr zählte das Hafenamt 212 000 Fahrgäste.",
        "D": "Gerade einmal 180 000 Menschen nutzten den Kahn zuletzt."}),
    ("Repairs would cost 4.1 million euros", {
        "A": "Repairs to its two landing stages would cost 4.1 million euros, the council said.",
        "B": 'What the town hall calls a "repair bill" of 4.1 million euros was never shown to anyone.',
        "C": "Die Sanierung der beiden Anleger koste 4,1 Millionen Euro, sagte Bürgermeisterin Petra Lindqvist.",
        "D": "Knapp fünf Millionen Euro hätte die Sanierung angeblich verschlungen, wie es aus dem Rathaus heißt."}),
    ("“We cannot keep a boat afloat with money that we do not have”", {
        "A": '"We cannot keep a boat afloat with money that we do not have," said Mayor Petra Lindqvist.',
        "B": '"We cannot keep a boat afloat with money that we do not have," Lindqvist claimed.'}),
    ("People gather outside the town hall", {
        "A": "About 300 people gathered outside the town hall.",
        "B": "More than a thousand townspeople besieged the town hall.",
        "C": "Vor dem Rathaus versammelten sich etwa 300 Menschen."}),
    ("Two people are detained", {
        "A": "Police said that two people were briefly detained.",
        "B": "Two peaceful protesters were dragged away."}),
    ("A bus replaces the ferry from April", {
        "A": "A bus over the northern bridge is expected to replace the ferry from April.",
        "C": "Ein Bus soll die Fähre vom April an ersetzen.",
        "D": "Ein moderner Bus wird die Fähre ab April ersetzen."}),
)  # fmt: skip

ATTRIBUTIONS = {
    ("A", 2): Attribution("the harbour office", "according to", "indirect", True),
    ("A", 3): Attribution("the council", "say", "indirect", True),
    ("A", 4): Attribution("Mayor Petra Lindqvist", "say", "direct", True),
    ("A", 6): Attribution("Police", "say", "indirect", True),
    ("B", 4): Attribution("Lindqvist", "claim", "direct", True),
    ("C", 3): Attribution("Bürgermeisterin Petra Lindqvist", "sagen", "indirect", True),
    ("D", 3): Attribution(None, "heißen", "indirect", False),
}

RELATIONS: dict[tuple[int, str, str], Relation] = {
    (2, "A", "D"): "conflict", (2, "C", "D"): "conflict", (3, "A", "D"): "conflict", (5, "A", "B"): "conflict",
    (0, "A", "B"): "part",
}  # fmt: skip

MARKS: tuple[tuple[Kind, int, str, str, tuple[tuple[str, str], ...], str, float], ...] = (
    ("label", 1, "B", "The regime", (("A", "The motion"),), "calls the council a regime", 0.9),
    ("loaded", 0, "B", "brutal late-night session", (), "heats what the others tell plainly", 0.8),
    ("loaded", 0, "D", "Pannenfähre", (("C", "Flussfähre"),), "judges where the other is plain", 0.7),
    ("scare_quotes", 3, "B", '"repair bill"', (("A", "Repairs"),), "puts in doubt what it does not quote", 0.7),
    ("distancing", 3, "D", "angeblich", (("A", "would cost 4.1 million euros"),), "keeps the sum at arm's length", 0.6),
    ("certainty", 7, "D", "wird", (("A", "is expected to"), ("C", "soll")), "is sure where the others are not", 0.5),
    ("attribution", 4, "B", "claimed", (("A", "said"),), "a reporting verb that doubts", 0.8),
    ("attribution", 3, "D", "wie es aus dem Rathaus heißt", (("C", "sagte Bürgermeisterin Petra Lindqvist"),),
     "leaves the source without a name", 0.4),
    ("figure", 2, "D", "180 000", (("A", "212,000"), ("C", "212 000")), "gives another number", 0.9),
    ("figure", 5, "B", "More than a thousand", (("A", "About 300"), ("C", "etwa 300")), "gives another number", 0.9),
    ("agency", 6, "B", "were dragged away", (("A", "were briefly detained"),), "does not say by whom", 0.4),
    ("emphasis", 1, "B", "The regime in the town hall won by 19 votes to 14.", (("A", "The motion passed by 19 votes to 14."),),
     "stands early there and late here", 0.4),
    ("omission", 7, "B", "", (), "leaves out what the three others report", 0.6),
)  # fmt: skip


def span(letter: str, quote: str) -> Span:
    """Where the quote stands; it must stand there once at least."""
    start = ARTICLES[letter].text.index(quote)
    return Span(start, start + len(quote))


def _claims() -> tuple[Claim, ...]:
    found = []
    for letter, one in ARTICLES.items():
        places = [Span(*m.span()) for m in re.finditer(r"[^\s.][^\n.]*(?:\.\d[^\n.]*)*\.?(?:,\" [^\n.]+\.)?", one.text)]
        shared = {span(letter, m[letter]): i for i, (_, m) in enumerate(GROUPS) if letter in m}
        alone = [p for p in places if not any(p.overlap(s) for s in shared)]
        own = sorted([*shared, *alone])
        for i, place in enumerate(own):
            attribution = ATTRIBUTIONS.get((letter, shared.get(place, -1)))
            voice = "speaker" if attribution else "outlet"
            position = i / (len(own) - 1)
            found.append(Claim(claim_id(one.id, place), one.id, place, (place,), position, voice, attribution))
    return tuple(found)


def _groups(claims: tuple[Claim, ...]) -> tuple[tuple[ClaimGroup, ...], tuple[Link, ...]]:
    groups, links = [], []
    for i, (gist, members) in enumerate(GROUPS):
        ids = {letter: claim_id(ARTICLES[letter].id, span(letter, quote)) for letter, quote in members.items()}
        letters = list(ids)
        first = len(links)
        for j, a in enumerate(letters):
            for b in letters[j + 1 :]:
                why = Why(
                    0.8 - 0.02 * i, 0.4, names=("Harnow",) if i == 0 else (), figures=("19", "14") if i == 1 else ()
                )
                relation = RELATIONS.get((i, a, b), "same")
                links.append(Link(ids[a], ids[b], round(0.95 - 0.05 * i - 0.02 * j, 2), relation, why))
        missing = tuple(
            Omission(one.id, next((c.id for c in claims if c.article_id == one.id), None) if letter == "D" else None, 0.31)
            for letter, one in ARTICLES.items() if letter not in members
        )  # fmt: skip
        groups.append(ClaimGroup(f"g-{i:02}", tuple(ids.values()), tuple(range(first, len(links))), missing, gist))
    return tuple(groups), tuple(links)


def _marks(groups: tuple[ClaimGroup, ...]) -> tuple[Mark, ...]:
    found = []
    for kind, number, letter, quote, against, reason, strength in MARKS:
        place = span(letter, quote) if quote else Span(0, 0)
        group = groups[number].id
        passages = tuple(Passage(ARTICLES[a].id, span(a, q)) for a, q in against)
        said = Reason("report.reader_says", (("text", reason),))
        voice = "speaker" if (letter, number) in ATTRIBUTIONS else "outlet"
        id_ = mark_id(kind, ARTICLES[letter].id, place, group)
        found.append(Mark(id_, kind, ARTICLES[letter].id, place, group, passages, voice, said, strength))
    return tuple(found)


def comparison() -> Comparison:
    """The event as the comparison would give it, with an unreadable sixth file."""
    claims = _claims()
    groups, links = _groups(claims)
    provenance = Provenance(
        "0.1.0",
        (("de", "HanTa 1.1"), ("en", "en_core_web_sm 3.8.0"), ("encoder", "USE multilingual v3")),
        "2026-02-13T09:30:00Z",
    )
    failure = Failure("scan.pdf", Reason("report.reader_says", (("text", "“scan.pdf” holds no text."),)))
    return Comparison(
        tuple(ARTICLES.values()), claims, links, groups, _marks(groups), Settings(link_threshold=0.34), provenance,
        failures=(failure,), unrelated=(ARTICLES["E"].id,),
    )  # fmt: skip


RATES = (
    ("links.found", 0.5), ("links.right", 0.7), ("marks.all.found", 0.46), ("marks.all.right", 0.47),
    ("marks.label.found", 0.43), ("marks.label.right", 0.47), ("marks.omission.found", 0.64),
)  # fmt: skip


def decided() -> Comparison:
    """The event after a reader has worked on it: a link and a mark rejected, one accepted each, two notes; rates measured."""
    found = comparison()
    links, marks = found.links, found.marks
    detained = next(i for i, g in enumerate(found.groups) if g.gist == "Two people are detained")
    wrong = links[found.groups[detained].links[0]]
    when = "2026-02-13T10:00:00Z"
    return replace(
        found,
        provenance=replace(found.provenance, error_rates=RATES),
        decisions=(
            Decision("d1", "reject_link", when, claims=(wrong.a, wrong.b), reader="mv"),
            Decision("d2", "accept_link", when, claims=(links[0].b, links[0].a), reader="mv"),
            Decision("d3", "reject_mark", when, mark=marks[5].id, reader="mv"),
            Decision("d4", "accept_mark", when, mark=marks[0].id, reader="mv"),
            Decision("d5", "note", when, claims=(links[0].a,), text="Check the minutes of the session.", reader="mv"),
            Decision(
                "d6", "note", when, article_id=ARTICLES["B"].id, text="Gazette belongs to the ferry's former operator."
            ),
        ),
    )


HOSTILE = (
    "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "</style></title><h1>owned</h1>", "=cmd|' /C calc'!A0",
    "+1+1", "@SUM(A1)", "-2+3", "[click](javascript:alert(1))", "{{ 7*7 }} {% raw %}", "\u202eright to left\u2066", "w" * 10_000,
    "```", "| a | b |", "# not a heading", "&amp;&lt;", "\x1b[31mred\x07", "]]>", '" onclick="alert(1)',
)  # fmt: skip


def hostile() -> Comparison:
    """Two articles whose titles, outlets, claims, gists and marks are all meant to break a report."""
    articles, claims, groups, links, marks = [], [], [], [], []
    for n in range(2):
        text = "\n\n".join(HOSTILE) + f"\n\nnumber {n}"
        one = article(f"evil{n} <b>.txt", text, "<script>outlet()</script>", "en", "<i>today</i>")
        articles.append(replace(one, author='"><svg onload=alert(1)>', title=HOSTILE[2]))
    for i, attack in enumerate(HOSTILE):
        pair = []
        for one in articles:
            start = one.text.index(attack)
            place = Span(start, start + len(attack))
            speaker = Attribution(attack, attack, "direct", True)
            claim = Claim(claim_id(one.id, place), one.id, place, (place,), i / len(HOSTILE), "speaker", speaker)
            pair.append(claim)
            claims.append(claim)
        links.append(Link(pair[0].id, pair[1].id, 0.9, "same", Why(0.9, 0.9, names=(attack,), figures=(attack,))))
        groups.append(ClaimGroup(f"g-{i:02}", (pair[0].id, pair[1].id), (i,), (), attack))
        place = Span(pair[0].span.start, pair[0].span.start + 5)
        reason = Reason("report.reader_says", (("text", attack),))
        against = (Passage(articles[1].id, pair[1].span),)
        id_ = mark_id("label", articles[0].id, place, groups[-1].id)
        marks.append(Mark(id_, "label", articles[0].id, place, groups[-1].id, against, "outlet", reason, 0.9))
    provenance = Provenance("0.1.0", (("en", HOSTILE[0]),), "2026-02-13T09:30:00Z", ((HOSTILE[1], 0.1),))
    note = Decision(
        "d1", "note", "2026-02-13T10:00:00Z", claims=(claims[0].id,), text=HOSTILE[0] + HOSTILE[3], reader=HOSTILE[1]
    )
    failure = Failure(HOSTILE[0], Reason("report.reader_says", (("text", HOSTILE[1]),)))
    return Comparison(
        tuple(articles),
        tuple(claims),
        tuple(links),
        tuple(groups),
        tuple(marks),
        Settings(link_threshold=0.34),
        provenance,
        (note,),
        (failure,),
    )
