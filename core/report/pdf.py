"""A comparison as a PDF on A4: what the web page tells, set for paper, with bookmarks and links.

Set with reportlab (BSD) in Source Serif and Source Sans, which are embedded. The articles stand in two columns.
"""

from __future__ import annotations

from typing import Any

from core.errors import UserError
from core.model import Comparison
from core.report.content import Cell, Column, Content, Cue, Quoted, Row
from core.report.faces import safe, undrawn
from core.report.findings import findings
from core.report.namings import namings
from core.report.options import Options
from core.report.pages import MM, WIDE, Heading, bound
from core.report.paper import (
    CLAIM,
    INK,
    LINE,
    MUTED,
    WARN,
    bar,
    gap,
    letter,
    lines_table,
    paragraph,
    placed,
    underlined,
)  # fmt: skip
from core.report.pdf_descent import descent_flow
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
from core.report.texts import Paragraph, Run, Text, texts

ROOM = {"h1": 45 * MM, "h2": 25 * MM}
"""Height that must be left on a page for a heading and what begins below it."""
WIDEST = 4
"""Articles that the matrix sets in columns; with more of them each claim is a block of its own."""
PICTURES = {".png", ".jpg", ".jpeg", ".gif"}
"""Logos that a PDF shows."""


def render(comparison: Comparison, language: str, options: Options) -> bytes:
    """The file's bytes. Raises UserError ``error.logo.kind`` where the logo is no picture."""
    content = tell_page(comparison, language, options)
    made = f"Lesart · {content.words.moment(content.provenance.created)}"
    return bound(_Setting(content).story(), content.title, f"Lesart {content.provenance.lesart}", language, made)


def _muted(text: str) -> str:
    return f'<font color="{MUTED}">{safe(text)}</font>'


class _Setting:
    """One report on its way into paragraphs and tables."""

    def __init__(self, content: Content) -> None:
        self.content = content
        self.words = content.words
        self.say = content.words.say
        self.heading = Heading()
        self.flow: list[Any] = []

    def story(self) -> list[Any]:
        """Everything in its order."""
        for part in (
            self._head, self._findings, self._articles, self._descent, self._matrix, self._framing, self._omissions, self._sources,
            self._reading, self._notes, self._reliability, self._provenance,
        ):  # fmt: skip
            part()
        return self.flow

    def _add(self, markup: str, style: str = "body", bullet: str | None = None) -> None:
        if style in ROOM:
            self._room(style)
        self.flow.append(paragraph(markup, style, bullet))

    def _room(self, style: str) -> None:
        """A heading goes to the next page where less than this is left below it."""
        from reportlab.platypus import CondPageBreak

        self.flow.append(CondPageBreak(ROOM[style]))

    def _section(self, key: str, about: str = "") -> None:
        self._room("h1")
        self.flow.append(self.heading(self.say(f"section.{key}"), "h1", 0))
        if about:
            self._add(safe(about), "intro")

    def _name(self, column: Column) -> str:
        return f'<font name="LesartSans-Bold">{safe(column.letter)}</font>\u00a0\u00a0{safe(column.name)}'

    def _claim(self, number: int) -> str:
        return f'<a href="#g{number}"><font name="LesartSans" size="8">{safe(self.say("claim", n=number))}</font></a>'

    def _head(self) -> None:
        from reportlab.platypus import HRFlowable, Image

        content = self.content
        self.flow.append(HRFlowable(width="100%", thickness=2, color=INK, spaceAfter=6))
        logo = content.options.logo
        if logo is not None and logo.suffix.lower() in PICTURES:
            try:
                picture = Image(str(logo), height=11 * MM, width=45 * MM, kind="proportional", hAlign="LEFT", lazy=0)
            except (OSError, ValueError) as error:
                raise UserError("error.logo.kind", str(logo)) from error
            self.flow.append(picture)
        parts = [p for p in (content.options.newsroom, self.say("kicker")) if p]
        self._add(safe("   ".join(parts).upper()), "kicker")
        self.flow.append(self.heading(content.title, "title", 0))
        who = [self._name(c) + (f" {_muted(c.day)}" if c.day else "") for c in content.columns]
        self._add("  ·  ".join(who), "sans")
        when = self.words.moment(content.provenance.created)
        self._add(safe(self.say("made", version=content.provenance.lesart, when=when)), "about")
        if any(undrawn(c.article.text) for c in content.columns):
            self._add(safe(self.say("pdf.undrawn")), "about")

    def _findings(self) -> None:
        self._section("findings")
        rows = []
        for i, finding in enumerate(findings(self.content)):
            cell = [paragraph(safe(finding.text), "finding" if i else "lead")]
            cell += [paragraph(f"{safe(text)} {self._claim(row)}", "item", "–") for text, row in finding.examples]
            rows.append([paragraph(safe(self.say(f"finding.kind.{finding.kind}")), "label"), cell])
        self.flow.append(lines_table(rows, (27 * MM, WIDE - 27 * MM), heads=False))
        self._add(safe(self.say("caveat")), "box")

    def _articles(self) -> None:
        say, words = self.say, self.words
        self._section("articles")
        heads = [
            "",
            *(say(f"articles.{k}") for k in ("article", "date", "language", "words", "claims", "shared", "cues")),
        ]
        rows: list[list[Any]] = [[paragraph(safe(h), "head") for h in heads]]
        for c in self.content.columns:
            by = f", {say('articles.by', author=c.article.author)}" if c.article.author else ""
            title = [paragraph(safe(c.article.title), "gist"), paragraph(safe(c.name + by), "small")]
            if c.unrelated:
                title.append(paragraph(f'<font color="{WARN}">{safe(say("articles.unrelated"))}</font>', "small"))
            values = (c.day or say("articles.undated"), c.language, words.figure(c.words), words.figure(c.claims))
            shared = [paragraph(safe(words.percent(c.shared)), "sans"), bar(c.shared)]
            rows.append([
                paragraph(safe(c.letter), "head"), title, *(paragraph(safe(v), "sans") for v in values), shared,
                paragraph(safe(words.figure(c.cues)), "sans"),
            ])  # fmt: skip
        widths = [7 * MM, 61 * MM, 26 * MM, 19 * MM, 14 * MM, 18 * MM, 16 * MM]
        self.flow.append(lines_table(rows, [*widths, WIDE - sum(widths)]))
        self._add(safe(say("articles.caption")), "about")
        if self.content.failures:
            self._add(safe(say("failures")), "h2")
            for text in self.content.failures:
                self._add(safe(text), "item", "–")

    def _descent(self) -> None:
        self._room("h1")
        self.flow.append(self.heading(lineage_section(self.content), "h1", 0))
        for what, made in descent_flow(self.content):
            if what == "h2":
                self._add(made, "h2")
            else:
                self.flow.append(made)

    def _matrix(self) -> None:
        say, columns = self.say, matrix_columns(self.content)
        if not self.content.rows:
            self._section("matrix", say("matrix.none"))
            return
        self._section("matrix", say("matrix.about") if len(columns) <= WIDEST else "")
        if len(columns) > WIDEST:
            for row in self.content.rows:
                self._block(row, columns)
            return
        rows: list[list[Any]] = [
            [paragraph(safe(say("matrix.claim")), "head"), *(paragraph(self._name(c), "head") for c in columns)]
        ]
        for row in self.content.rows:
            gist = paragraph(f'<a name="g{row.number}"/>{row.number}  {safe(row.gist)}', "gist")
            cells = [self._cell(c) for c in row.cells if c.column in columns]
            rows.append([[gist, paragraph(self._facts(row, columns), "small")], *cells])
        first = 34 * MM
        self.flow.append(lines_table(rows, [first, *[(WIDE - first) / len(columns)] * len(columns)]))

    def _block(self, row: Row, columns: tuple[Column, ...]) -> None:
        """A claim of many articles: what those that carry it say, and the letters of the others."""
        from reportlab.platypus import CondPageBreak

        absent = [c.column.letter for c in row.missing if c.column in columns]
        facts = self._facts(row, columns)
        if absent:
            facts += f" · {safe(self.say('matrix.absent', letters=', '.join(absent)))}"
        self.flow.append(CondPageBreak(30 * MM))
        self._add(f'<a name="g{row.number}"/>{row.number}  {safe(row.gist)}', "block")
        self._add(facts, "small")
        cells = [[paragraph(self._name(c.column), "head"), *self._cell(c)] for c in row.cells if c.mentions]
        pairs = [[cells[i], cells[i + 1] if i + 1 < len(cells) else ""] for i in range(0, len(cells), 2)]
        self.flow.append(lines_table(pairs, (WIDE / 2, WIDE / 2), heads=False))

    def _facts(self, row: Row, columns: tuple[Column, ...]) -> str:
        said = [
            safe(carried(self.words, row, columns)),
            safe(sureness(self.content, row)),
        ]
        said += [f'<font color="{WARN}">{safe(self.say("matrix.conflict"))}</font>'] if row.conflict else []
        said += [safe(self.say("matrix.part"))] if row.part else []
        return " · ".join(s for s in said if s)

    def _cell(self, cell: Cell) -> list[Any]:
        say = self.say
        made: list[Any] = []
        for m in cell.mentions:
            if made:
                made.append(gap())
            text = f"<strike>{safe(m.text)}</strike>" if m.decided == "rejected" else safe(m.text)
            letters = " ".join(letter(c.mark.kind, c.letter) for c in m.cues)
            made.append(paragraph(f"{text} {letters}", "cell"))
            facts = [
                m.place,
                say("source.said", name=m.source) if m.source else "",
                say(f"matrix.{m.decided}") if m.decided else "",
            ]
            made.append(placed(safe(" · ".join(f for f in facts if f)), m.claim.position))
        if cell.origin:
            made.append(paragraph(f"<i>{safe(cell.origin)}</i>", "small"))
        if not cell.mentions:
            said, near = absence(self.words, cell)
            made.append(paragraph(f"<i>{safe(said)}</i>", "small"))
            if cell.nearest:
                made.append(paragraph(safe(f"{near} {self.words.quote(cell.nearest.quote)}"), "small"))
        return made

    def _framing(self) -> None:
        say, content = self.say, self.content
        if not content.cues:
            self._section("framing", f"{say('framing.empty')} {self._weaker()}".strip())
            return
        self._section("framing", say("framing.about"))
        told = [lens for lens in content.lenses if lens.cues]
        heads = [say("framing.kind"), *(c.letter for c in content.columns), say("framing.total")]
        rows = [[paragraph(safe(h), "head") for h in heads]]
        for lens in told:
            counts = [str(tally(lens, c) or "–") for c in content.columns]
            name = f"{underlined(safe(lens.name), lens.kind)} {letter(lens.kind, lens.letter)}"
            rows.append(
                [paragraph(name, "sans"), *(paragraph(safe(n), "sans") for n in (*counts, str(len(lens.cues))))]
            )
        room = min(11 * MM, (WIDE - 60 * MM) / (len(content.columns) + 1))
        self.flow.append(lines_table(rows, [55 * MM, *[room] * (len(content.columns) + 1)]))
        for lens in told:
            if lens.kind != "omission":
                self._room("h2")
                self.flow.append(self.heading(lens.name, "h2", 1))
                self._add(safe(lens.about), "intro")
                if lens.kind == "label":
                    for naming in namings(content):
                        said = (f"{c.letter} {self.words.quote(' · '.join(names))}" for c, names in naming.names)
                        self._add(safe(", ".join(said)), "item", "–")
                for cue in lens.cues:
                    self._cue(cue)
        if content.weaker:
            self._add(safe(self._weaker()), "about")
        if silent(content):
            self._add(safe(say("framing.none", kinds=self.words.listing(silent(content)))), "about")

    def _weaker(self) -> str:
        n = self.content.weaker
        return self.words.sentence(self.words.count("framing.weaker", n)) if n else ""

    def _cue(self, cue: Cue) -> None:
        from reportlab.platypus import KeepTogether

        quote = underlined(f"<b>{safe(cue.at.quote)}</b>", cue.mark.kind)
        made = [self._quoted(cue.at, f"<strike>{quote}</strike>" if cue.decided == "rejected" else quote)]
        made += [
            self._quoted(q, f"<b>{safe(q.quote)}</b>" if q.before or q.after else safe(q.quote)) for q in cue.against
        ]
        facts = [
            safe(f)
            for f in (f"{cue.at.column.name}, {cue.at.place}", self.say(f"voice.{cue.mark.voice}"), cue.strength)
        ]
        facts += [self._claim(cue.row)] if cue.row else []
        facts += [f"<b>{safe(self.say(f'framing.{cue.decided}'))}</b>"] if cue.decided else []
        made += [paragraph(safe(cue.reason), "reason"), paragraph(" · ".join(facts), "meta")]
        self.flow.append(KeepTogether(made))

    def _quoted(self, quoted: Quoted, quote: str) -> Any:
        text = f'{safe(quoted.before)}<font color="{INK}">{quote}</font>{safe(quoted.after)}'
        return paragraph(text, "quote", quoted.column.letter)

    def _omissions(self) -> None:
        say = self.say
        if not self.content.rows:
            return
        self._section("omissions", say("omissions.about"))
        for column in self.content.columns:
            self._add(self._name(column), "h2")
            rows = left_out(self.content, column)
            for row, cue in rows:
                letters = self.words.listing([c.letter for c in row.carriers])
                reason = f" – {safe(cue.reason)}" if cue else ""
                self._add(
                    f"{safe(row.gist)} ({self._claim(row.number)}, {safe(say('omissions.in', letters=letters))}){reason}",
                    "item",
                    "–",
                )
            if not rows:
                self._add(safe(say("omissions.unrelated") if column.unrelated else say("omissions.none")), "about")

    def _sources(self) -> None:
        say = self.say
        self._section("sources", say("sources.about"))
        for one in self.content.sourcing:
            self._add(self._name(one.column), "h2")
            self._add(safe(say("sources.own", n=one.own, all=one.own + one.reported)), "small")
            rows = []
            for s in one.sources:
                name = safe(s.speaker) if s.speaker else f"<i>{safe(say('sources.hidden'))}</i>"
                direct = f" ({s.direct} {say('sources.direct')})" if s.direct else ""
                cells = ((name, "cell"), (safe(", ".join(s.verbs)), "small"), (safe(f"{s.claims}{direct}"), "small"))
                rows.append([paragraph(text, style) for text, style in cells])
            if rows:
                self.flow.append(lines_table(rows, (80 * MM, 55 * MM, WIDE - 135 * MM), heads=False))

    def _reading(self) -> None:
        from reportlab.platypus import NextPageTemplate, PageBreak

        shown = texts(self.content)
        if not shown:
            return
        self.flow += [NextPageTemplate("two"), PageBreak()]
        excerpts = f" {self.say('reading.excerpts')}" if self.content.options.texts == "excerpts" else ""
        self._section("reading", self.say("reading.about.plain") + excerpts)
        for text in shown:
            self._text(text)
        self.flow += [NextPageTemplate("one"), PageBreak()]

    def _text(self, text: Text) -> None:
        from reportlab.platypus import HRFlowable

        self.flow.append(HRFlowable(width="100%", thickness=0.5, color=LINE, spaceBefore=8, spaceAfter=4))
        about = f"<br/>{_muted(text.column.about)}" if text.column.about else ""
        self._add(self._name(text.column) + about, "sans")
        for part in text.paragraphs:
            self._add(self._running(part), "headline" if part.kind == "headline" else "body")

    def _running(self, part: Paragraph) -> str:
        return "".join(self._run(run) for run in part.runs)

    def _run(self, run: Run) -> str:
        made = []
        for piece in run.pieces:
            text = safe(self.say("reading.gap")) if piece.gap else safe(piece.text)
            text = f'<font backColor="{CLAIM}">{text}</font>' if run.rows else text
            text = underlined(text, piece.cues[0].mark.kind) if piece.cues else text
            made.append(f"<strike>{text}</strike>" if run.struck else text)
            made += [letter(c.mark.kind, c.letter) for c in piece.ending]
        made += [
            f'<super size="6.4"><a href="#g{n}"><font name="LesartSans-Bold">{n}</font></a></super>'
            for n in run.closing
        ]
        return "".join(made)

    def _notes(self) -> None:
        self._section("notes", "" if self.content.notes else self.say("notes.none"))
        for note in self.content.notes:
            by = f"{note.reader}, {note.when}" if note.reader else note.when
            self._add(
                f'<font name="LesartSans-Bold" size="8.5">{safe(note.kind)}</font> <font name="LesartSans" size="8" color="{MUTED}">{safe(by)}</font>',
                "note",
            )
            if note.text:
                self._add(safe(note.text), "finding")
            self._add(safe(note.about) + (f" {self._claim(note.row)}" if note.row else ""), "about")

    def _reliability(self) -> None:
        say, measured = self.say, rates(self.content)
        self._section("reliability")
        self._add(safe(say("reliability.some") if measured else say("reliability.none")))
        if measured:
            heads = [say(f"reliability.{key}") for key in ("measure", "found", "right")]
            lines = [[rate.name, self.words.share(rate.found), self.words.share(rate.right)] for rate in measured]
            rows = [[paragraph(safe(h), "head") for h in heads]]
            rows += [[paragraph(safe(text), "sans") for text in line] for line in lines]
            self.flow.append(lines_table(rows, (60 * MM, 22 * MM, 22 * MM)))
            self._add(safe(say("reliability.about")), "about")
        for sentence in limits(self.content):
            self._add(safe(sentence))

    def _provenance(self) -> None:
        say, made = self.say, self.content.provenance
        self._section("provenance")
        facts = {
            "version": f"Lesart {made.lesart}", "created": self.words.moment(made.created),
            "threshold": self.words.percent(self.content.settings.link_threshold),
            "lenses": self.words.listing(looked_for(self.content)),
            "models": "; ".join(f"{name} {model}" for name, model in made.models),
        }  # fmt: skip
        rows = [
            [paragraph(safe(say(f"provenance.{key}")), "label"), paragraph(safe(value), "sans")]
            for key, value in facts.items()
        ]
        self.flow.append(lines_table(rows, (48 * MM, WIDE - 48 * MM), heads=False))
        self._add(safe(say("provenance.files")), "h2")
        heads = ["", say("provenance.file"), say("provenance.hash")]
        rows = [[paragraph(safe(h), "head") for h in heads]]
        for c in self.content.columns:
            rows.append([paragraph(safe(v), "small") for v in (c.letter, c.file, c.article.sha256)])
        self.flow.append(lines_table(rows, (8 * MM, 70 * MM, WIDE - 78 * MM)))
        self._add(safe(say("provenance.offline")), "about")
