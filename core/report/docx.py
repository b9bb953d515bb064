"""A comparison as a Word document that an editor can go on writing in: headings, tables, comments for the notes."""

from __future__ import annotations

import io
from typing import Any

from core.model import Comparison, Kind
from core.report import word
from core.report.content import Cell, Column, Content, Cue, Note, Quoted, Row
from core.report.docx_descent import add_descent
from core.report.findings import findings
from core.report.namings import namings
from core.report.options import Options
from core.report.packed import repacked
from core.report.sheet import (
    absence,
    carried,
    left_out,
    limits,
    lineage_section,
    looked_for,
    matrix_columns,
    rates,
    silent,
    sureness,
    tally,
)
from core.report.telling import tell_page
from core.report.texts import Run, Text, texts

WIDEST = 4
"""Articles that the matrix sets in columns; with more of them each claim gets a table of its own."""
UNDERLINES: dict[Kind, str] = {
    "label": "thick", "loaded": "wave", "scare_quotes": "dotted", "distancing": "dash", "certainty": "double",
    "attribution": "dotDash", "figure": "single", "agency": "dottedHeavy", "emphasis": "dotDotDash",
}  # fmt: skip


def render(comparison: Comparison, language: str, options: Options) -> bytes:
    """The document's bytes. Raises OSError where the logo cannot be read."""
    content = tell_page(comparison, language, options)
    out = io.BytesIO()
    _Writer(content).write().save(out)
    return repacked(out.getvalue())


class _Writer:
    """One document on its way."""

    def __init__(self, content: Content) -> None:
        self.content = content
        self.words = content.words
        self.say = content.words.say
        self.paper = word.Paper(content)
        self.notes = [n for n in content.notes if n.decision.kind == "note" and n.text]
        self.noted: set[str] = set()

    def write(self) -> Any:
        self._head()
        self._findings()
        self._articles()
        self.paper.heading(lineage_section(self.content), 1)
        add_descent(self.content, self.paper)
        self._matrix()
        self._framing()
        self._omissions()
        self._sources()
        self._reading()
        self._notes()
        self._reliability()
        self._provenance()
        return self.paper.document

    def _section(self, key: str, about: str = "") -> None:
        self.paper.heading(self.say(f"section.{key}"), 1)
        if about:
            self.paper.line(about, style="Lesart about")

    def _head(self) -> None:
        content, words = self.content, self.words
        self.paper.kicker(content.options.newsroom or self.say("kicker"), content.options.logo)
        title = self.paper.heading(content.title, 0)
        when = words.moment(content.provenance.created)
        self.paper.line(self.say("made", version=content.provenance.lesart, when=when), style="Lesart about")
        self.paper.line(self.say("caveat"), style="Lesart about")
        for note in self.notes:
            if not note.decision.claims and note.decision.article_id is None and note.decision.mark is None:
                self._comment(title, note)

    def _findings(self) -> None:
        self._section("findings")
        for finding in findings(self.content):
            line = self.paper.line("")
            self.paper.add(line, f"{self.say('finding.kind.' + finding.kind)}. ", bold=True)
            self.paper.add(line, finding.text)
            for text, row in finding.examples:
                self.paper.line(f"{text} ({self.say('claim', n=row)})", style="List Bullet")

    def _articles(self) -> None:
        self._section("articles")
        say, words = self.say, self.words
        heads = [
            "",
            *(say(f"articles.{k}") for k in ("article", "date", "language", "words", "claims", "shared", "cues")),
        ]
        table = self.paper.table(heads, (0.8, 4.7, 2.6, 1.9, 1.6, 2.0, 2.1, 2.0))
        for c in self.content.columns:
            cells = self.paper.cells(table)
            self.paper.fill(cells[0], c.letter, bold=True)
            line = self.paper.fill(cells[1], c.article.title, bold=True)
            by = f", {say('articles.by', author=c.article.author)}" if c.article.author else ""
            self.paper.fill(cells[1], f"{c.name}{by}")
            if c.unrelated:
                self.paper.fill(cells[1], say("articles.unrelated"), italic=True)
            values = (
                c.day or say("articles.undated"), c.language, words.figure(c.words), words.figure(c.claims),
                words.percent(c.shared), words.figure(c.cues),
            )  # fmt: skip
            for cell, value in zip(cells[2:], values, strict=True):
                self.paper.fill(cell, value)
            for note in self.notes:
                if note.decision.article_id == c.article.id and not note.decision.claims:
                    self._comment(line, note)
        self.paper.line(say("articles.caption"), style="Lesart about")
        if self.content.failures:
            self.paper.heading(say("failures"), 2)
            for text in self.content.failures:
                self.paper.line(text, style="List Bullet")

    def _matrix(self) -> None:
        say, columns = self.say, matrix_columns(self.content)
        if not self.content.rows:
            self._section("matrix", say("matrix.none"))
            return
        self._section("matrix")
        if len(columns) > WIDEST:
            for row in self.content.rows:
                self._claim(row, columns)
            return
        room = 17.7 - 4.2
        table = self.paper.table(
            [say("matrix.claim"), *(f"{c.letter}\u00a0· {c.name}" for c in columns)],
            (4.2, *(room / len(columns),) * len(columns)),
        )
        for row in self.content.rows:
            cells = self.paper.cells(table)
            self.paper.fill(cells[0], f"{row.number}  {row.gist}", bold=True)
            self.paper.fill(cells[0], self._facts(row, columns), style="Lesart small")
            for cell, place in zip((c for c in row.cells if c.column in columns), cells[1:], strict=True):
                self._cell(cell, place, row)

    def _claim(self, row: Row, columns: tuple[Column, ...]) -> None:
        """A claim of many articles: what those that carry it say, and the letters of the others."""
        self.paper.heading(f"{row.number}  {row.gist}", 3)
        absent = [c.column.letter for c in row.missing if c.column in columns]
        facts = self._facts(row, columns)
        if absent:
            facts += f" · {self.say('matrix.absent', letters=', '.join(absent))}"
        self.paper.line(facts, style="Lesart small")
        table = self.paper.table([], (5.0, 12.7))
        for cell in row.cells:
            if cell.mentions:
                cells = self.paper.cells(table)
                self.paper.fill(cells[0], f"{cell.column.letter}\u00a0· {cell.column.name}", bold=True)
                self._cell(cell, cells[1], row)

    def _facts(self, row: Row, columns: tuple[Column, ...]) -> str:
        said = [carried(self.words, row, columns), sureness(self.content, row)]
        said += [self.say("matrix.conflict")] if row.conflict else []
        said += [self.say("matrix.part")] if row.part else []
        return " · ".join(s for s in said if s)

    def _cell(self, cell: Cell, place: Any, row: Row) -> None:
        say = self.say
        for i, m in enumerate(cell.mentions):
            self.paper.fill(
                place, m.text, apart=i > 0, strike=m.decided == "rejected", language=cell.column.article.language
            )
            facts = [m.place, say("source.said", name=m.source) if m.source else ""]
            facts += [say(f"matrix.{m.decided}") if m.decided else "", *dict.fromkeys(c.name for c in m.cues)]
            self.paper.fill(place, " · ".join(f for f in facts if f), style="Lesart small")
        if cell.origin:
            self.paper.fill(place, cell.origin, style="Lesart small", italic=True)
        if not cell.mentions:
            said, near = absence(self.words, cell)
            self.paper.fill(place, said, italic=True)
            if cell.nearest:
                self.paper.fill(place, f"{near} {self.words.quote(cell.nearest.quote)}", style="Lesart small")

    def _framing(self) -> None:
        say, content = self.say, self.content
        if not content.cues:
            self._section("framing", f"{say('framing.empty')} {self._weaker()}".strip())
            return
        self._section("framing", say("framing.about"))
        heads = [say("framing.kind"), *(c.letter for c in content.columns), say("framing.total")]
        table = self.paper.table(heads, (5.5, *(1.1,) * len(content.columns), 1.4))
        for lens in content.lenses:
            if lens.cues:
                counts = [tally(lens, c) for c in content.columns]
                for cell, value in zip(self.paper.cells(table), [lens.name, *counts, len(lens.cues)], strict=True):
                    self.paper.fill(cell, str(value or "–"))
        for lens in content.lenses:
            if lens.cues and lens.kind != "omission":
                self.paper.heading(lens.name, 2)
                self.paper.line(lens.about, style="Lesart about")
                if lens.kind == "label":
                    for naming in namings(content):
                        told = (f"{c.letter} {self.words.quote(' · '.join(names))}" for c, names in naming.names)
                        self.paper.line(", ".join(told), style="List Bullet")
                for cue in lens.cues:
                    self._cue(cue)
        if content.weaker:
            self.paper.line(self._weaker())
        if silent(content):
            self.paper.line(say("framing.none", kinds=self.words.listing(silent(content))))

    def _weaker(self) -> str:
        n = self.content.weaker
        return self.words.sentence(self.words.count("framing.weaker", n)) if n else ""

    def _cue(self, cue: Cue) -> None:
        line = self._quoted(cue.at, UNDERLINES.get(cue.mark.kind), cue.decided == "rejected")
        for other in cue.against:
            self._quoted(other, None, False)
        for note in self.notes:
            if note.decision.mark == cue.mark.id:
                self._comment(line, note)
        self.paper.line(cue.reason, style="Lesart reason")
        facts = [f"{cue.at.column.name}, {cue.at.place}", self.say(f"voice.{cue.mark.voice}"), cue.strength]
        facts += [self.say("claim", n=cue.row)] if cue.row else []
        facts += [self.say(f"framing.{cue.decided}")] if cue.decided else []
        self.paper.line(" · ".join(facts), style="Lesart meta")

    def _quoted(self, quoted: Quoted, underline: str | None, strike: bool) -> Any:
        line = self.paper.line("", style="Lesart quote")
        language = quoted.column.article.language
        self.paper.add(line, f"{quoted.column.letter}  ", bold=True)
        self.paper.add(line, quoted.before, language=language)
        # Of a passage quoted whole nothing stands out.
        bold = bool(underline or quoted.before or quoted.after)
        self.paper.add(line, quoted.quote, bold=bold, underline=underline, strike=strike, language=language)
        self.paper.add(line, quoted.after, language=language)
        return line

    def _omissions(self) -> None:
        if not self.content.rows:
            return
        say = self.say
        self._section("omissions", say("omissions.about"))
        for column in self.content.columns:
            self.paper.heading(f"{column.letter}\u00a0· {column.name}", 2)
            rows = left_out(self.content, column)
            for row, cue in rows:
                letters = self.words.listing([c.letter for c in row.carriers])
                told = f"{row.gist} ({say('claim', n=row.number)}, {say('omissions.in', letters=letters)})"
                self.paper.line(f"{told} – {cue.reason}" if cue else told, style="List Bullet")
            if not rows:
                self.paper.line(say("omissions.unrelated") if column.unrelated else say("omissions.none"))

    def _sources(self) -> None:
        say = self.say
        self._section("sources", say("sources.about"))
        for one in self.content.sourcing:
            self.paper.heading(f"{one.column.letter}\u00a0· {one.column.name}", 2)
            self.paper.line(say("sources.own", n=one.own, all=one.own + one.reported))
            if not one.sources:
                continue
            table = self.paper.table([say(f"sources.{k}") for k in ("speaker", "verbs", "claims")], (8.5, 6.2, 3.0))
            for source in one.sources:
                cells = self.paper.cells(table)
                self.paper.fill(cells[0], source.speaker or say("sources.hidden"), italic=source.speaker is None)
                self.paper.fill(cells[1], ", ".join(source.verbs))
                direct = f" ({source.direct} {say('sources.direct')})" if source.direct else ""
                self.paper.fill(cells[2], f"{source.claims}{direct}")

    def _reading(self) -> None:
        shown = texts(self.content)
        if not shown:
            return
        excerpts = f" {self.say('reading.excerpts')}" if self.content.options.texts == "excerpts" else ""
        self._section("reading", self.say("reading.about.plain") + excerpts)
        for text in shown:
            self._text(text)

    def _text(self, text: Text) -> None:
        self.paper.heading(f"{text.column.letter}\u00a0· {text.column.name}", 2)
        language = text.column.article.language
        for paragraph in text.paragraphs:
            line = self.paper.heading("", 3) if paragraph.kind == "headline" else self.paper.line("")
            for run in paragraph.runs:
                self._run(line, run, language)

    def _run(self, line: Any, run: Run, language: str) -> None:
        made = []
        for piece in run.pieces:
            text = self.say("reading.gap") if piece.gap else piece.text
            underline = UNDERLINES.get(piece.cues[0].mark.kind) if piece.cues else None
            made.append(
                self.paper.add(
                    line, text, underline=underline, shaded=bool(run.rows), strike=run.struck, language=language
                )
            )
            if piece.ending:
                self.paper.add(line, " ".join(c.letter for c in piece.ending), raised=True, italic=True)
        if run.closing:
            self.paper.add(line, " ".join(map(str, run.closing)), raised=True, bold=True)
        opened = {m.claim.id for m in run.opening}
        for note in self.notes:
            if note.decision.id not in self.noted and opened & set(note.decision.claims):
                self.noted.add(note.decision.id)
                self.paper.comment(made, note)

    def _comment(self, line: Any, note: Note) -> None:
        self.noted.add(note.decision.id)
        self.paper.comment(line.runs, note)

    def _notes(self) -> None:
        self._section("notes", "" if self.content.notes else self.say("notes.none"))
        for note in self.content.notes:
            line = self.paper.line("", style="List Bullet")
            self.paper.add(line, note.kind, bold=True)
            by = f" ({note.reader}, {note.when})" if note.reader else f" ({note.when})"
            self.paper.add(line, f"{by}: {note.text}" if note.text else by)
            about = f"{note.about} ({self.say('claim', n=note.row)})" if note.row else note.about
            self.paper.line(about, style="Lesart meta")

    def _reliability(self) -> None:
        say, measured = self.say, rates(self.content)
        self._section("reliability")
        self.paper.line(say("reliability.some") if measured else say("reliability.none"))
        if measured:
            heads = [say(f"reliability.{key}") for key in ("measure", "found", "right")]
            table = self.paper.table(heads, (6.0, 2.4, 2.4))
            for rate in measured:
                values = (rate.name, self.words.share(rate.found), self.words.share(rate.right))
                for cell, value in zip(self.paper.cells(table), values, strict=True):
                    self.paper.fill(cell, value)
            self.paper.line(say("reliability.about"), style="Lesart about")
        for sentence in limits(self.content):
            self.paper.line(sentence)

    def _provenance(self) -> None:
        say, made = self.say, self.content.provenance
        self._section("provenance")
        models = "; ".join(f"{name} {model}" for name, model in made.models)
        facts = {
            "version": f"Lesart {made.lesart}", "created": self.words.moment(made.created),
            "threshold": self.words.percent(self.content.settings.link_threshold),
            "lenses": self.words.listing(looked_for(self.content)), "models": models,
        }  # fmt: skip
        table = self.paper.table([], (5.0, 12.7))
        for key, value in facts.items():
            cells = self.paper.cells(table)
            self.paper.fill(cells[0], say(f"provenance.{key}"))
            self.paper.fill(cells[1], value)
        self.paper.heading(say("provenance.files"), 2)
        table = self.paper.table(["", say("provenance.file"), say("provenance.hash")], (0.8, 5.2, 11.7))
        for c in self.content.columns:
            for cell, value in zip(self.paper.cells(table), (c.letter, c.file, c.article.sha256), strict=True):
                self.paper.fill(cell, value, style="Lesart small")
        self.paper.line(say("provenance.offline"), style="Lesart about")
