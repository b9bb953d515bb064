"""From a comparison to what a report tells of it.

1. what the reader decided is laid over the comparison (``decided.told``)
2. articles become columns, marks cues, groups rows
3. sources and notes
"""

from __future__ import annotations

import re
from dataclasses import replace

from core.decisions import apply
from core.index import Index
from core.model import KINDS, Article, Claim, ClaimGroup, Comparison, Kind, Mark, Passage, Span
from core.report.content import Cell, Column, Content, Cue, Lens, Mention, Quoted, Row, Source, Sourcing
from core.report.decided import Decided, decided_links, decided_marks, told
from core.report.descent import descent, origin_of
from core.report.notes import notes
from core.report.options import MEDIUM, STRONG, Options
from core.report.words import Words, flat, shorten

QUOTE = 140
"""Code points of a claim's wording in the matrix."""
GIST = 100
"""Code points of a group's gist."""
CONTEXT = 70
"""Code points of context on either side of a quotation."""


def tell(comparison: Comparison, language: str, options: Options, weakest: float = 0.0) -> Content:
    """The report's content in ``language`` (``en`` or ``de``), with cues from ``weakest`` (0–1) on unless the options say."""
    return _Telling(comparison, Words(language), options, weakest).content()


def tell_page(comparison: Comparison, language: str, options: Options) -> Content:
    """The content of a report that is read: weak cues are left out and counted, unless the options want them."""
    return tell(comparison, language, options, MEDIUM)


def letter_of(number: int) -> str:
    """A, B … Z, AA, AB … for 0, 1 …"""
    head, rest = divmod(number, 26)
    return (letter_of(head - 1) if head else "") + chr(ord("A") + rest)


def place_of(article: Article, offset: int, words: Words) -> str:
    """Where a code point of the text stands: ``headline``, ``para. 3``."""
    paragraph = 0
    for section in article.sections:
        inside = section.span.start <= offset < max(section.span.end, section.span.start + 1)
        if section.kind in ("headline", "subheadline", "caption", "heading"):
            if inside:
                return words.say(f"place.{section.kind}")
            continue
        paragraph += 1
        if inside:
            return words.say("place.paragraph", n=paragraph)
    lines = [line for line in article.text[:offset].split("\n")[:-1] if line.strip()]
    return words.say("place.paragraph", n=len(lines)) if lines else words.say("place.headline")


def quoted(index: Index, column: Column, span: Span, words: Words, limit: int = QUOTE) -> Quoted:
    """A passage within the claims that it lies in; within its paragraph where it lies in none."""
    text = column.article.text
    claims = [c.span for c in index.claims_of[column.article.id] if c.span.overlap(span)]
    line = Span(
        text.rfind("\n", 0, span.start) + 1, text.find("\n", span.end) if "\n" in text[span.end :] else len(text)
    )
    start = min((c.start for c in claims), default=line.start)
    end = max((c.end for c in claims), default=line.end)
    before = flat(text[min(start, span.start) : span.start])
    after = flat(text[span.end : max(end, span.end)])
    if len(before) > CONTEXT:
        cut = before.find(" ", len(before) - CONTEXT)
        before = "… " + (before[cut + 1 :] if cut >= 0 else before[-CONTEXT:])
    lead = " " if before and text[span.start - 1 : span.start].isspace() else ""
    gap = " " if after and text[span.end : span.end + 1].isspace() else ""
    place = place_of(column.article, span.start, words)
    return Quoted(column, before + lead, shorten(span.of(text), limit), gap + shorten(after, CONTEXT), place)


class _Telling:
    """One comparison on its way into content."""

    def __init__(self, comparison: Comparison, words: Words, options: Options, weakest: float) -> None:
        self.given = apply(comparison, comparison.decisions)[0]
        self.comparison = told(comparison, options, weakest)
        everything = told(comparison, replace(options, strength=0.0))
        self.weaker = len(everything.marks) - len(self.comparison.marks)
        self.words = words
        self.options = options
        self.index = Index(self.comparison)
        self.about_links = decided_links(self.comparison)
        self.about_marks = decided_marks(self.comparison)
        self.row_of = {g.id: i for i, g in enumerate(self.comparison.groups, 1)}
        self.number_of = {c.id: i for i, c in enumerate(self.comparison.claims, 1)}
        self.columns = {a.id: self._column(i, a) for i, a in enumerate(self.comparison.articles)}
        rejected = {mark for mark, verdict in self.about_marks.items() if verdict == "rejected"}
        whole = replace(self.given, marks=tuple(m for m in self.given.marks if m.id not in rejected))
        self.descent = descent(whole, {a: f"{c.name} ({c.letter})" for a, c in self.columns.items()}, words, options)

    def content(self) -> Content:
        cues = [self._cue(i, m) for i, m in enumerate(self.comparison.marks, 1)]
        by_mark = {c.mark.id: c for c in cues}
        n = len(self.columns)
        usual = self.words.say("versions.title") if self.options.versions else self.words.count("title", n)
        title = self.options.title or usual
        return Content(
            self.words, self.options, self.comparison, self.words.sentence(title), tuple(self.columns.values()),
            tuple(self._row(g, by_mark) for g in self.comparison.groups),
            tuple(self._lens(kind, cues) for kind in KINDS if kind in self.options.lenses),
            tuple(self._sourcing(c) for c in self.columns.values()),
            tuple(notes(self.given, self.index, self.columns, self.row_of, self.words)),
            tuple(self.words.reason(f.reason) for f in self.comparison.failures),
            self.weaker,
            self.descent,
        )  # fmt: skip

    def _column(self, number: int, article: Article) -> Column:
        claims, marks = self.index.claims_of[article.id], self.index.marks_of[article.id]
        file = article.source if "://" in article.source else re.split(r"[/\\]", article.source)[-1]
        name = flat(article.outlet or "") or shorten(re.split(r"[/\\]", file)[-1] or article.title, 40)
        words = self.words
        facts = [words.day(article.published), words.name_of(article.language)]
        return Column(
            article, letter_of(number), name, flat(file), " · ".join(f for f in facts if f), words.day(article.published),
            words.name_of(article.language), len(article.text.split()), len(claims), self.index.shared_share(article.id),
            sum(m.kind != "omission" for m in marks), article.id in self.comparison.unrelated,
        )  # fmt: skip

    def _cue(self, number: int, mark: Mark) -> Cue:
        words = self.words
        strength = "strong" if mark.strength >= STRONG else "medium" if mark.strength >= MEDIUM else "weak"
        return Cue(
            number, mark, words.say(f"kind.{mark.kind}.letter"), words.say(f"kind.{mark.kind}"),
            self._quoted(Passage(mark.article_id, mark.span)), tuple(self._quoted(p) for p in mark.against),
            words.reason(mark.reason), words.say(f"strength.{strength}"), self.about_marks.get(mark.id),
            self.row_of.get(mark.group_id or ""),
        )  # fmt: skip

    def _quoted(self, passage: Passage) -> Quoted:
        return quoted(self.index, self.columns[passage.article_id], passage.span, self.words)

    def _row(self, group: ClaimGroup, cues: dict[str, Cue]) -> Row:
        own = tuple(cues[m.id] for m in self.index.marks_of_group[group.id])
        relations = {self.comparison.links[i].relation for i in group.links}
        sources, origin = origin_of(self.index, self.descent.lineage, group.id)
        if self.options.versions:
            sources, origin = len(self.index.carriers(group.id)), {}
        cells = (self._cell(group, c, own, origin.get(a)) for a, c in self.columns.items())
        return Row(
            self.row_of[group.id], group, self.words.sentence(shorten(group.gist, GIST)), tuple(cells), own,
            "conflict" in relations, "part" in relations, sources,
        )  # fmt: skip

    def _cell(self, group: ClaimGroup, column: Column, cues: tuple[Cue, ...], origin: tuple[str, bool] | None) -> Cell:
        mentions = self.index.mentions(group.id, column.article.id)
        if mentions:
            said = ""
            if origin is not None:
                key = "matrix.from.unseen" if origin[1] else "matrix.from"
                said = self.words.say(key, letter=self.columns[origin[0]].letter)
            return Cell(column, tuple(self._mention(c, column, cues) for c in mentions), origin=said)
        linked = self.index.elsewhere(group.id, column.article.id)
        if linked:
            return self._elsewhere(group, column, linked[0])
        miss = next((o for o in group.omitted_by if o.article_id == column.article.id), None)
        if miss is None or miss.claim_id not in self.index.claim:
            return Cell(column, ())
        near = self.index.claim[miss.claim_id]
        return Cell(column, (), self._quoted(Passage(near.article_id, near.span)), miss.score)

    def _elsewhere(self, group: ClaimGroup, column: Column, claim: Claim) -> Cell:
        score = max(x.score for x in self.index.links_of[claim.id] if {x.a, x.b} & set(group.claims))
        other = self.index.group_of.get(claim.id)
        passage = self._quoted(Passage(claim.article_id, claim.span))
        return Cell(column, (), passage, score, elsewhere=True, other=self.row_of[other.id] if other else None)

    def _mention(self, claim: Claim, column: Column, cues: tuple[Cue, ...]) -> Mention:
        links = self.index.links_of.get(claim.id, ())
        verdicts = {self.about_links.get(frozenset((x.a, x.b))) for x in links}
        decided: Decided | None = (
            "rejected" if verdicts == {"rejected"} else "accepted" if "accepted" in verdicts else None
        )
        place = place_of(column.article, claim.span.start, self.words)
        own = tuple(c for c in cues if c.mark.article_id == column.article.id and c.mark.span.overlap(claim.span))
        return Mention(
            self.number_of[claim.id], claim, shorten(self.index.text(claim.id), QUOTE), place, self._source(claim), own,
            max((x.score for x in links), default=0.0), decided,
        )  # fmt: skip

    def _source(self, claim: Claim) -> str:
        told = claim.attribution
        if told is None:
            return ""
        return shorten(told.speaker, 60) if told.speaker else self.words.say("source.unnamed")

    def _lens(self, kind: Kind, cues: list[Cue]) -> Lens:
        say = self.words.say
        # The strongest first; those of one strength as they stand in the comparison.
        own = tuple(
            sorted((c for c in cues if c.mark.kind == kind), key=lambda c: (-round(c.mark.strength, 1), c.number))
        )
        return Lens(kind, say(f"kind.{kind}.letter"), say(f"kind.{kind}"), say(f"kind.{kind}.about"), own)

    def _sourcing(self, column: Column) -> Sourcing:
        claims = self.index.claims_of[column.article.id]
        found: dict[tuple[str, bool], list[Claim]] = {}
        for claim in claims:
            if claim.attribution:
                speaker = flat(claim.attribution.speaker or "")
                found.setdefault((speaker, claim.attribution.named), []).append(claim)
        sources = [self._one_source(speaker, named, own) for (speaker, named), own in found.items()]
        reported = sum(s.claims for s in sources)
        unnamed = sum(s.claims for s in sources if not s.named)
        order = sorted(sources, key=lambda s: (not s.named, -s.claims, s.speaker or ""))
        return Sourcing(column, tuple(order), len(claims) - reported, reported, unnamed)

    def _one_source(self, speaker: str, named: bool, claims: list[Claim]) -> Source:
        verbs = dict.fromkeys(flat(c.attribution.verb) for c in claims if c.attribution and c.attribution.verb)
        direct = sum(c.attribution is not None and c.attribution.mode == "direct" for c in claims)
        return Source(shorten(speaker, 80) or None, named, tuple(verbs), direct, len(claims) - direct)
