"""A comparison as a REFI-QDA project (version 1.0, 2019), for NVivo, MAXQDA, ATLAS.ti, QualCoder and others.

Articles become text sources, groups and kinds of cues codes, claims and marks coded selections, linked pairs links,
the reader's notes notes. Positions count code points, as the standard says and as Lesart does; the texts are whole
whatever the options say, because the positions lie in them.
"""

from __future__ import annotations

import uuid
from typing import TYPE_CHECKING
from xml.etree import ElementTree

from core.model import Comparison, Kind, Span
from core.report.content import Column, Content, Note
from core.report.options import Options
from core.report.packed import moment, packed
from core.report.telling import tell
from core.report.words import shorten, visible

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

NAMESPACE = "urn:QDA-XML:project:1.0"
SCHEMA = f"{NAMESPACE} http://schema.qdasoftware.org/versions/Project/v1.0/Project.xsd"
COLOURS: dict[Kind, str] = {
    "label": "#C43E0E", "loaded": "#A22347", "scare_quotes": "#883097", "distancing": "#167874", "certainty": "#2468C8",
    "attribution": "#497F1A", "figure": "#3B4F68", "agency": "#700439", "emphasis": "#6D5021", "omission": "#5D5A53",
}  # fmt: skip
NAME = 120
"""Code points of a code's or a selection's name."""
VARIABLES = ("outlet", "author", "date", "language")


def render(comparison: Comparison, language: str, options: Options) -> bytes:
    """The archive's bytes."""
    content = tell(comparison, language, options)
    ElementTree.register_namespace("", NAMESPACE)
    project = _Project(content).element()
    ElementTree.indent(project)
    entries = {"project.qde": ElementTree.tostring(project, encoding="utf-8", xml_declaration=True)}
    for column in content.columns:
        entries[f"Sources/{guid('source', column.article.id)}.txt"] = column.article.text.encode("utf-8", "replace")
    return packed(entries)


def guid(*parts: object) -> str:
    """A GUID that the same thing gets each time."""
    return str(uuid.uuid5(uuid.NAMESPACE_URL, "lesart|" + "|".join(map(str, parts))))


class _Project:
    """One project on its way."""

    def __init__(self, content: Content) -> None:
        self.content = content
        self.say = content.words.say
        self.created = f"{moment(content.provenance.created).isoformat()}Z"
        self.user = guid("user", "Lesart")
        self.users = {"Lesart": self.user} | {n.reader: guid("user", n.reader) for n in content.notes if n.reader}
        self.notes = [n for n in content.notes if n.decision.kind == "note" and n.text]

    def element(self) -> Element:
        """The root, its parts in the order that the schema asks for."""
        content = self.content
        root = ElementTree.Element(f"{{{NAMESPACE}}}Project", {
            "name": visible(content.title), "origin": f"Lesart {content.provenance.lesart}", "creatingUserGUID": self.user,
            "creationDateTime": self.created, "{http://www.w3.org/2001/XMLSchema-instance}schemaLocation": SCHEMA,
        })  # fmt: skip
        users = _add(root, "Users")
        for name, id_ in self.users.items():
            _add(users, "User", guid=id_, name=visible(name))
        self._codes(_add(_add(root, "CodeBook"), "Codes"))
        variables = _add(root, "Variables")
        for key in VARIABLES:
            _add(
                variables, "Variable", guid=guid("variable", key), name=self.say(f"table.{key}"), typeOfVariable="Text"
            )
        sources = _add(root, "Sources")
        for column in content.columns:
            self._source(sources, column)
        self._notes(root)
        self._links(root)
        _add(root, "Description").text = self.say("caveat")
        root.extend(self._refs("project", ""))
        return root

    def _codes(self, codes: Element) -> None:
        if self.content.rows:
            claims = _add(codes, "Code", guid=guid("codes", "claims"), name=self.say("table.groups"), isCodable="false")
            for row in self.content.rows:
                name = f"{row.number} {shorten(row.group.gist, NAME)}"
                code = _add(
                    claims, "Code", guid=guid("group", row.group.id), name=name, isCodable="true", color="#B8860B"
                )
                _add(code, "Description").text = visible(row.group.gist)
                code.extend(self._refs("group", row.group.id))
        cues = _add(codes, "Code", guid=guid("codes", "cues"), name=self.say("table.marks"), isCodable="false")
        for lens in self.content.lenses:
            code = _add(
                cues, "Code", guid=guid("kind", lens.kind), name=lens.name, isCodable="true", color=COLOURS[lens.kind]
            )
            _add(code, "Description").text = lens.about

    def _source(self, sources: Element, column: Column) -> None:
        article = column.article
        id_ = guid("source", article.id)
        source = _add(
            sources, "TextSource", guid=id_, name=f"{column.letter} {visible(column.name)}", plainTextPath=f"internal://{id_}.txt",
            creatingUser=self.user, creationDateTime=self.created,
        )  # fmt: skip
        _add(source, "Description").text = visible(article.title)
        for row in self.content.rows:
            for cell in row.cells:
                for mention in cell.mentions if cell.column is column else ():
                    claim = mention.claim
                    self._selection(source, "claim", claim.id, claim.span, mention.text, [guid("group", row.group.id)])
        for cue in self.content.cues:
            mark = cue.mark
            if mark.article_id == article.id and len(mark.span):
                made = self._selection(source, "mark", mark.id, mark.span, cue.reason, [guid("kind", mark.kind)])
                made.set("name", shorten(cue.at.quote, NAME))
        # An omission has no place in the text: it codes the source.
        for cue in self.content.cues:
            if cue.mark.article_id == article.id and not len(cue.mark.span):
                self._coding(source, cue.mark.id, guid("kind", cue.mark.kind))
        source.extend(self._refs("source", article.id))
        values = (article.outlet, article.author, article.published, article.language)
        for key, value in zip(VARIABLES, values, strict=True):
            if value:
                of = _add(source, "VariableValue")
                _add(of, "VariableRef", targetGUID=guid("variable", key))
                _add(of, "TextValue").text = visible(value)

    def _selection(self, source: Element, kind: str, id_: str, span: Span, about: str, codes: list[str]) -> Element:
        made = _add(
            source, "PlainTextSelection", guid=guid(kind, id_), name=shorten(about, NAME), startPosition=str(span.start),
            endPosition=str(span.end), creatingUser=self.user, creationDateTime=self.created,
        )  # fmt: skip
        _add(made, "Description").text = visible(about)
        for code in codes:
            self._coding(made, id_, code)
        made.extend(self._refs(kind, id_))
        return made

    def _coding(self, parent: Element, id_: str, code: str) -> None:
        coding = _add(
            parent, "Coding", guid=guid("coding", id_, code), creatingUser=self.user, creationDateTime=self.created
        )
        _add(coding, "CodeRef", targetGUID=code)

    def _refs(self, kind: str, id_: str) -> list[Element]:
        found = [n for n in self.notes if (kind, id_) in self._about(n)]
        return [
            ElementTree.Element(f"{{{NAMESPACE}}}NoteRef", {"targetGUID": guid("note", n.decision.id)}) for n in found
        ]

    def _about(self, note: Note) -> set[tuple[str, str]]:
        """What a note hangs on, as kind and id."""
        decision = note.decision
        about = {("claim", c) for c in decision.claims}
        about |= {("mark", decision.mark)} if decision.mark else set()
        if not about:
            about.add(("source", decision.article_id) if decision.article_id else ("project", ""))
        return about

    def _notes(self, root: Element) -> None:
        if not self.notes:
            return
        notes = _add(root, "Notes")
        for note in self.notes:
            made = _add(
                notes, "Note", guid=guid("note", note.decision.id), name=shorten(note.text, NAME),
                creatingUser=self.users[note.reader or "Lesart"], creationDateTime=f"{moment(note.decision.created).isoformat()}Z",
            )  # fmt: skip
            _add(made, "PlainTextContent").text = visible(note.text)

    def _links(self, root: Element) -> None:
        """Linked pairs, between the selections of their claims."""
        if not any(row.group.links for row in self.content.rows):
            return
        links = _add(root, "Links")
        for row in self.content.rows:
            for i in row.group.links:
                link = self.content.comparison.links[i]
                name = f"{self.say(f'relation.{link.relation}')} {self.content.words.percent(link.score)}"
                _add(
                    links, "Link", guid=guid("link", link.a, link.b), name=name, direction="Associative",
                    originGUID=guid("claim", link.a), targetGUID=guid("claim", link.b),
                )  # fmt: skip


def _add(parent: Element, tag: str, **attributes: str) -> Element:
    return ElementTree.SubElement(parent, f"{{{NAMESPACE}}}{tag}", attributes)
