"""The web annotations as an RDF store reads them: rdflib's graph says what the comparison holds."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest
from rdflib import RDF, Graph, Literal, Namespace, URIRef
from rdflib.collection import Collection
from rdflib.term import Node

from core.index import Index
from core.model import Comparison
from core.report import render
from core.report.jsonld import CONTEXT, address
from tests.core.report import event

OA, AS = Namespace("http://www.w3.org/ns/oa#"), Namespace("http://www.w3.org/ns/activitystreams#")
TERMS = Namespace("urn:lesart:terms:")
NODE = {
    "body": "oa:hasBody", "target": "oa:hasTarget", "source": "oa:hasSource", "selector": "oa:hasSelector",
    "creator": "dcterms:creator", "generator": "as:generator",
}  # fmt: skip
VALUE = {
    "format": "dc:format", "language": "dc:language", "created": "dcterms:created", "generated": "dcterms:issued",
    "value": "rdf:value", "start": "oa:start", "end": "oa:end", "exact": "oa:exact", "prefix": "oa:prefix",
    "suffix": "oa:suffix", "name": "foaf:name",
}  # fmt: skip
CLASS = {
    "Annotation": "oa:Annotation", "TextualBody": "oa:TextualBody", "SpecificResource": "oa:SpecificResource",
    "TextQuoteSelector": "oa:TextQuoteSelector", "TextPositionSelector": "oa:TextPositionSelector",
    "Text": "http://purl.org/dc/dcmitype/Text", "Person": "foaf:Person", "Software": "as:Application",
    "AnnotationPage": "as:OrderedCollectionPage",
}  # fmt: skip
STANDARD = {
    "oa": str(OA), "as": str(AS), "dc": "http://purl.org/dc/elements/1.1/", "dcterms": "http://purl.org/dc/terms/",
    "rdf": str(RDF), "foaf": "http://xmlns.com/foaf/0.1/", "id": "@id", "type": "@type",
    **{term: {"@id": name, "@type": "@id"} for term, name in NODE.items()}, **VALUE, **CLASS,
    **{term: {"@id": name, "@type": "@vocab"} for term, name in (("motivation", "oa:motivatedBy"), ("purpose", "oa:hasPurpose"))},
    **{word: f"oa:{word}" for word in ("linking", "highlighting", "commenting", "describing", "tagging")},
    "items": {"@id": "as:items", "@type": "@id", "@container": "@list"},
}  # fmt: skip
"""The terms that Lesart uses of the context that the Recommendation publishes, put down anew from its vocabulary: the
tests fetch nothing."""


def graph(comparison: Comparison) -> Graph:
    page = json.loads(render(comparison, "jsonld"))
    page["@context"] = [STANDARD if one == CONTEXT else one for one in page["@context"]]
    return Graph().parse(data=json.dumps(page), format="json-ld")


def annotations(found: Graph, motivation: str) -> list[Node]:
    """The annotations of one motivation, in the page's order."""
    (page,) = found.subjects(RDF.type, AS.OrderedCollectionPage)
    items = Collection(found, found.value(page, AS["items"]))
    return [item for item in items if (item, OA.motivatedBy, OA[motivation]) in found]


def places(found: Graph, targets: list[Node]) -> set[tuple[str, int, int, str]]:
    """Source, start, end and words of specific resources."""
    taken = set()
    for target in targets:
        source = str(found.value(target, OA.hasSource))
        selectors = {found.value(s, RDF.type): s for s in found.objects(target, OA.hasSelector)}
        quote, position = selectors[OA.TextQuoteSelector], selectors[OA.TextPositionSelector]
        start, end = (int(str(found.value(position, OA[side]))) for side in ("start", "end"))
        taken.add((source, start, end, str(found.value(quote, OA.exact))))
    return taken


@pytest.mark.parametrize("made", [event.comparison, event.hostile])
def test_groups_have_their_mentions_for_targets(made: Callable[[], Comparison]) -> None:
    comparison = made()
    index, found = Index(comparison), graph(comparison)
    linked = annotations(found, "linking")
    assert len(linked) == len(comparison.groups)
    for one, group in zip(linked, comparison.groups, strict=True):
        claims = [index.claim[c] for c in group.claims]
        expected = {(address(index.article[c.article_id]), c.span.start, c.span.end, index.text(c.id)) for c in claims}
        assert places(found, list(found.objects(one, OA.hasTarget))) == expected
        scores = {str(found.value(link, TERMS.score)) for link in found.objects(one, TERMS.links)}
        assert scores == {str(comparison.links[i].score) for i in group.links}
        (body,) = found.objects(one, OA.hasBody)
        assert found.value(body, RDF.value) == Literal(group.gist)


@pytest.mark.parametrize("made", [event.comparison, event.hostile])
def test_cues_have_their_kind_place_and_reason(made: Callable[[], Comparison]) -> None:
    comparison = made()
    index, found = Index(comparison), graph(comparison)
    marked = annotations(found, "highlighting")
    assert len(marked) == len(comparison.marks)
    for one, mark in zip(marked, comparison.marks, strict=True):
        assert str(found.value(one, TERMS.kind)) == mark.kind
        article = index.article[mark.article_id]
        (target,) = found.objects(one, OA.hasTarget)
        if len(mark.span):
            place = (address(article), mark.span.start, mark.span.end, mark.span.of(article.text))
            assert places(found, [target]) == {place}
        else:
            assert target == URIRef(address(article))
        bodies = list(found.objects(one, OA.hasBody))
        said = {str(found.value(b, RDF.value)) for b in bodies if (b, RDF.type, OA.TextualBody) in found}
        assert len(said) >= 1
        against = [b for b in bodies if (b, RDF.type, OA.SpecificResource) in found]
        words = {place[3] for place in places(found, against)}
        assert words == {p.span.of(index.article[p.article_id].text) for p in mark.against}


def test_every_term_means_something(decided: Comparison) -> None:
    """Nothing is dropped for want of a term: as many triples say the quotations as the file holds."""
    found = graph(decided)
    data = render(decided, "jsonld")
    assert isinstance(data, str)
    assert len(list(found.triples((None, OA.exact, None)))) == data.count('"exact"')
    assert len(list(found.triples((None, RDF.value, None)))) == data.count('"value"')
    # Once in the context.
    assert len(list(found.triples((None, TERMS.strength, None)))) == data.count('"strength"') - 1
