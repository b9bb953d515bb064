"""The web page, read back as a browser reads it, says what the comparison holds, and nothing in it can run."""

from __future__ import annotations

import base64
import hashlib
import itertools
import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path

import html5lib
import pytest
from lxml import etree

from core.index import Index
from core.model import KINDS, Comparison, Dropped
from core.phrases import LANGUAGES, say
from core.report import Options, render
from core.report.words import visible
from tests.core.report import event

ELEMENTS = {
    "html",
    "head",
    "meta",
    "title",
    "style",
    "body",
    "a",
    "header",
    "p",
    "span",
    "h1",
    "ul",
    "li",
    "nav",
    "main",
    "section",
    "h2",
    "div",
    "h3",
    "h4",
    "table",
    "thead",
    "tbody",
    "tr",
    "th",
    "td",
    "caption",
    "svg",
    "rect",
    "aside",
    "fieldset",
    "legend",
    "label",
    "input",
    "mark",
    "ol",
    "blockquote",
    "em",
    "strong",
    "article",
    "dl",
    "dt",
    "dd",
    "code",
    "footer",
    "br",
    "details",
    "summary",
    "img",
}
ATTRIBUTES = {
    "lang",
    "charset",
    "http-equiv",
    "content",
    "name",
    "class",
    "href",
    "title",
    "aria-label",
    "aria-labelledby",
    "aria-describedby",
    "aria-hidden",
    "id",
    "tabindex",
    "role",
    "scope",
    "data-label",
    "dir",
    "type",
    "checked",
    "viewBox",
    "preserveAspectRatio",
    "focusable",
    "x",
    "y",
    "width",
    "height",
    "src",
    "alt",
}

PLAIN = Options()


@cache
def page(text: str) -> etree._ElementTree:
    return html5lib.parse(text, treebuilder="lxml", namespaceHTMLElements=False)


def read(comparison: Comparison, language: str = "en", options: Options = PLAIN) -> etree._ElementTree:
    text = render(comparison, "html", language, options)
    assert isinstance(text, str)
    return page(text)


def words(node: etree._Element) -> str:
    return " ".join("".join(node.itertext()).split())


def elements(tree: etree._ElementTree) -> Iterator[etree._Element]:
    return (node for node in tree.iter() if isinstance(node.tag, str))


def name(node: etree._Element) -> str:
    return etree.QName(node).localname


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("made", [event.comparison, event.decided, event.hostile])
def test_the_page_is_well_formed_html(made, language: str) -> None:
    parser = html5lib.HTMLParser()
    parser.parse(render(made(), "html", language))
    assert parser.errors == []


def test_the_matrix_has_a_line_for_each_group_and_a_cell_for_each_article(comparison: Comparison) -> None:
    index = Index(comparison)
    tree = read(comparison)
    rows = tree.xpath("//section[@id='matrix']//tbody/tr")
    heads = [words(h) for h in tree.xpath("//section[@id='matrix']//thead//th")[1:]]
    assert [h.split()[0] for h in heads] == ["A", "B", "C", "D"]
    assert len(rows) == len(comparison.groups)
    for row, group in zip(rows, comparison.groups, strict=True):
        head, *cells = row
        assert (name(head), head.get("scope")) == ("th", "row")
        assert group.gist in words(head)
        for cell, article in zip(cells, comparison.articles, strict=False):
            mentions = index.mentions(group.id, article.id)
            assert [words(a) for a in cell.xpath(".//a[@class='words']")] == [index.text(c.id)[:200] for c in mentions]
            assert ("not found here" in words(cell)) == (not mentions)


def test_an_empty_cell_shows_what_comes_nearest(comparison: Comparison) -> None:
    index = Index(comparison)
    shown = [words(n) for n in read(comparison).xpath("//span[@class='near']")]
    misses = [o for g in comparison.groups for o in g.omitted_by if o.claim_id]
    assert len(shown) == len(misses) > 0
    for text, miss in zip(shown, misses, strict=True):
        assert index.text(miss.claim_id)[:100] in text
        assert "31%" in text


def test_every_cue_is_told_with_its_reason_and_what_stands_against_it(comparison: Comparison) -> None:
    tree = read(comparison)
    for number, mark in enumerate(comparison.marks, 1):
        (entry,) = tree.xpath(f"//*[@id='m{number}']")
        text = words(entry)
        assert dict(mark.reason.values)["text"] in text
        if mark.kind == "omission":
            assert next(g for g in comparison.groups if g.id == mark.group_id).gist in text
            continue
        index = Index(comparison)
        quotes = [mark.span.of(index.article[mark.article_id].text)]
        quotes += [p.span.of(index.article[p.article_id].text) for p in mark.against]
        assert [words(m) for m in entry.xpath(".//mark")] == quotes


def test_the_texts_are_whole_and_marked(comparison: Comparison) -> None:
    """Less the report's own numbers and letters, each column is its article, and each mark covers its words."""
    tree = read(comparison)
    for letter, article in zip("ABCDE", comparison.articles, strict=True):
        (column,) = tree.xpath(f"//article[@id='text-{letter}']/div")
        for own in column.xpath(".//a"):
            own.text = None
            for child in list(own):
                own.remove(child)
        assert " ".join("".join(p.itertext()) for p in column).split() == article.text.split()
        for kind in KINDS:
            marked = "".join(words(m).replace(" ", "") for m in column.xpath(f".//mark[contains(@class, 'k-{kind}')]"))
            own = [m for m in comparison.marks if m.article_id == article.id and m.kind == kind]
            expected = "".join(m.span.of(article.text).replace(" ", "") for m in sorted(own, key=lambda m: m.span))
            assert marked == expected
    page.cache_clear()


@pytest.mark.parametrize("made", [event.comparison, event.decided, event.hostile])
@pytest.mark.parametrize(
    "options", [Options(), Options(texts="none"), Options(texts="excerpts"), Options(rejected="struck")]
)
def test_ids_are_unique_and_links_lead_somewhere(made, options: Options) -> None:
    tree = read(made(), "en", options)
    ids = tree.xpath("//@id")
    assert len(ids) == len(set(ids))
    targets = set(tree.xpath("//a/@href"))
    assert all(t.startswith("#") for t in targets)
    assert {t[1:] for t in targets} <= set(ids)
    named = " ".join(tree.xpath("//@aria-labelledby | //@aria-describedby")).split()
    assert set(named) <= set(ids)


@pytest.mark.parametrize("made", [event.decided, event.hostile])
@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_runs_loads_or_escapes(made, language: str) -> None:
    """Only the template's own elements and attributes are there, whatever the articles hold."""
    options = Options(title="<script>x</script>", newsroom="<b onclick=x>")
    tree = read(made(), language, options)
    for node in elements(tree):
        assert name(node) in ELEMENTS, name(node)
        assert {etree.QName(a).localname for a in node.attrib} <= ATTRIBUTES, dict(node.attrib)
    assert not tree.xpath("//@src")
    assert not tree.xpath("//script | //link | //iframe | //form | //base")
    assert not re.search(r"url\(|@import|https?:", tree.xpath("string(//style)"))


def test_the_policy_allows_this_style_and_nothing_else(comparison: Comparison) -> None:
    tree = read(comparison)
    (policy,) = tree.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
    digest = hashlib.sha256(tree.xpath("string(//style)").encode()).digest()
    assert policy == (
        f"default-src 'none'; style-src 'sha256-{base64.b64encode(digest).decode()}'; img-src data:; base-uri 'none'; "
        "form-action 'none'"
    )
    head = list(tree.xpath("//head")[0])
    assert [name(n) for n in head[:2]] == ["meta", "meta"], "the policy comes before anything that it governs"


def test_hostile_text_appears_as_text(hostile: Comparison) -> None:
    tree = read(hostile)
    column = "".join("".join(p.itertext()) for p in tree.xpath("//article[@id='text-B']//*[starts-with(@class, 'p-')]"))
    gists = [words(g) for g in tree.xpath("//span[@class='gist']")]
    for attack, gist in zip(event.HOSTILE, gists, strict=True):
        assert visible(attack) in column
        assert gist.rstrip("…")[1:] in " ".join(visible(attack).split())
        assert len(gist) > 2
    whole = etree.tostring(tree, encoding="unicode")
    assert not set(whole) & set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\x1b\x07")


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_is_built_for_screen_readers(comparison: Comparison, language: str) -> None:
    tree = read(comparison, language)
    assert tree.getroot().get("lang") == language
    assert [len(tree.xpath(f"//{landmark}")) for landmark in ("main", "h1", "header", "footer")] == [1, 1, 1, 1]
    assert tree.xpath("//body/a[1]/@href") == ["#findings"]
    assert all(th.get("scope") in ("row", "col") for th in tree.xpath("//th"))
    levels = [int(name(h)[1]) for h in elements(tree) if re.fullmatch("h[1-6]", name(h))]
    assert all(after - before <= 1 for before, after in itertools.pairwise(levels))
    assert all(svg.get("aria-hidden") == "true" for svg in elements(tree) if name(svg) == "svg")
    for article, column in zip(comparison.articles, tree.xpath("//section[@id='reading']//article/div"), strict=True):
        assert column.get("lang") == article.language


def test_no_kind_of_cue_is_told_by_colour_alone() -> None:
    """Each kind that stands in the text has a letter and a line of its own."""
    letters = [say(f"report.kind.{kind}.letter", language) for language in LANGUAGES for kind in KINDS]
    assert len(set(letters)) == len(KINDS)
    style = page(render(event.comparison(), "html")).xpath("string(//style)")
    lines = {}
    for kind in KINDS:
        if kind != "omission":
            (rule,) = re.findall(rf"^\.k\.k-{kind} {{(.*)}}$", style, re.M)
            lines[kind] = re.sub(r"var\(--\w+\)", "", rule)
    assert len(set(lines.values())) == len(KINDS) - 1


def test_colours_are_readable() -> None:
    """WCAG 2.2, 1.4.3: a contrast of 4.5 : 1 for every text colour on every ground that it stands on, light and dark."""
    style = page(render(event.comparison(), "html")).xpath("string(//style)")
    themes = [
        dict(re.findall(r"--(\w+): (#[0-9a-f]{6});", block))
        for block in re.findall(r":root \{(.*?)\}", style, re.S)[:2]
    ]
    assert len(themes) == 2
    for theme in themes:
        for ink in ("ink", "muted", "accent", "warn", *KINDS):
            for ground in ("paper",) if ink in KINDS else ("paper", "sheet", "claim"):
                assert contrast(theme[ink], theme[ground]) >= 4.5, (ink, ground, theme[ink])


def contrast(one: str, other: str) -> float:
    def light(colour: str) -> float:
        parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
        r, g, b = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
        return 0.2126 * r + 0.7152 * g + 0.0722 * b

    high, low = sorted((light(one), light(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def test_what_the_reader_rejected_is_left_out_or_struck(decided: Comparison) -> None:
    rejected = decided.marks[5]
    quote = dict(rejected.reason.values)["text"]
    plain = read(decided)
    assert quote not in words(plain.xpath("//section[@id='framing']")[0])
    assert "Two people are detained" not in words(plain.xpath("//section[@id='matrix']")[0])
    struck = read(decided, "en", Options(rejected="struck"))
    (entry,) = struck.xpath("//li[contains(@class, 'cue') and contains(@class, 'struck')]")
    assert quote in words(entry)
    assert "rejected by the reader" in words(entry)
    cells = struck.xpath("//div[contains(@class, 'mention') and contains(@class, 'struck')]")
    assert len(cells) == 2


def test_notes_and_decisions_are_told(decided: Comparison) -> None:
    notes = [words(li) for li in read(decided).xpath("//section[@id='notes']//li")]
    assert len(notes) == len(decided.decisions)
    assert "Check the minutes of the session." in notes[4]
    assert "mv" in notes[4]


def test_provenance_says_what_was_compared_by_what(comparison: Comparison) -> None:
    dropped = replace(comparison.articles[0], dropped=(Dropped("Read <b>more</b>", "dropped.teaser"),))
    made = replace(comparison, articles=(dropped, *comparison.articles[1:]))
    text = words(read(made).xpath("//section[@id='provenance']")[0])
    for article in comparison.articles:
        assert article.sha256 in text
        assert article.source in text
    assert "Read <b>more</b>" in text
    for model in dict(comparison.provenance.models).values():
        assert model in text


def test_reliability_says_what_was_measured_or_that_nothing_was(comparison: Comparison) -> None:
    section = "string(//section[@id='reliability'])"
    assert "No measured error rates" in read(comparison).xpath(section)
    rated = replace(
        comparison,
        provenance=replace(comparison.provenance, error_rates=(("links.found", 0.25), ("marks.label.right", 0.5))),
    )
    text = read(rated, "de").xpath(section)
    assert "gefunden" in text
    lines = [[words(cell) for cell in line] for line in read(rated, "de").xpath("//table[@class='rates']/tbody/tr")]
    assert lines == [["Zuordnungen", "25 %", "–"], ["Bezeichnung", "–", "50 %"]]


def test_options_choose_groups_lenses_and_strength(comparison: Comparison) -> None:
    one = comparison.groups[3].id
    tree = read(comparison, "en", Options(groups=(one,)))
    assert len(tree.xpath("//tr[contains(@class, 'row')]")) == 1
    tree = read(comparison, "en", Options(lenses=("figure",)))
    assert {e.get("id") for e in tree.xpath("//section[contains(@class, 'lens')]")} == {"lens-figure"}
    tree = read(comparison, "en", Options(strength=0.85))
    assert len(tree.xpath("//li[@class='cue']")) == sum(m.strength >= 0.85 for m in comparison.marks)


def test_excerpts_leave_out_what_no_one_shares(comparison: Comparison) -> None:
    whole, cut, none = (read(comparison, "en", Options(texts=t)) for t in ("full", "excerpts", "none"))
    (before,), (after,) = (t.xpath("//article[@id='text-B']") for t in (whole, cut))
    assert "the boat will be gone" in words(before)
    assert "the boat will be gone" not in words(after)
    assert "axed the ferry" in words(after)
    assert "[…]" in words(after)
    assert not none.xpath("//section[@id='reading']")
    assert "the boat will be gone" not in words(none.getroot())


def test_the_newsroom_and_its_logo_stand_at_the_head(comparison: Comparison, tmp_path: Path) -> None:
    logo = tmp_path / "logo.svg"
    logo.write_text("<svg xmlns='http://www.w3.org/2000/svg'/>", encoding="utf-8")
    tree = read(comparison, "en", Options(newsroom="The Desk", title="The ferry", logo=logo))
    assert words(tree.xpath("//h1")[0]) == "The ferry"
    (image,) = tree.xpath("//header//img")
    assert image.get("alt") == "The Desk"
    head, _, data = image.get("src").partition(",")
    assert head == "data:image/svg+xml;base64"
    assert base64.b64decode(data) == logo.read_bytes()


def test_two_renders_are_equal_but_for_the_time(comparison: Comparison) -> None:
    later = replace(comparison, provenance=replace(comparison.provenance, created="2027-03-04T05:06:07Z"))
    first, second = render(comparison, "html"), render(later, "html")
    assert first == render(event.comparison(), "html") != second
    assert first.replace("13 February 2026, 09:30", "4 March 2027, 05:06") == second


def test_a_comparison_without_shared_claims_is_told_too(comparison: Comparison) -> None:
    empty = replace(comparison, links=(), groups=(), marks=())
    text = words(read(empty, "de").getroot())
    assert "keine Aussage gefunden" in text
    alone = replace(empty, articles=comparison.articles[:1], claims=(), unrelated=())
    assert words(read(alone).xpath("//h1")[0]) == "One article"
