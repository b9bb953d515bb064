"""Small invented events for the lenses' tests: articles of our own prose, groups by hand."""

from __future__ import annotations

from spacy.tokens import Doc

from core.framing.evidence import Candidate, Evidence
from core.job import Job
from core.language import pipelines
from core.language.encoder import Encoder
from core.model import Article, Claim, ClaimGroup, Omission, Span, claim_id

ENCODER = Encoder()


def article(name: str, text: str, language: str) -> Article:
    """An article called ``name``; its first line is the title."""
    return Article(f"a-{name}", f"{name}.txt", "0", text.split("\n", 1)[0], text, language)


def evidence(texts: dict[str, tuple[str, str]], together: list[dict[str, str]] | None = None) -> Evidence:
    """Evidence on the articles ``texts`` (name to language and text).

    Every sentence is a claim. ``together``: one dict a group, article name to words of the claim that is in it.
    """
    articles = tuple(article(name, text, language) for name, (language, text) in texts.items())
    docs = pipelines.parse(articles, Job())
    claims = tuple(claim for a in articles for claim in _claims(a, docs[a.id]))
    groups = []
    for group in together or []:
        own = [
            next(c.id for c in claims if c.article_id == f"a-{name}" and words in c.span.of(_text(articles, c)))
            for name, words in group.items()
        ]
        missing = tuple(Omission(a.id, None, 0.1) for a in articles if a.id.removeprefix("a-") not in group)
        groups.append(ClaimGroup("g:" + own[0], tuple(own), (), missing, next(iter(group.values()))))
    return Evidence(articles, docs, claims, (), tuple(groups), ENCODER)


def _claims(a: Article, doc: Doc) -> list[Claim]:
    found = []
    for sentence in doc.sents:
        span = Span(sentence.start_char, sentence.start_char + len(sentence.text.rstrip()))
        if len(span) > 2:
            found.append(Claim(claim_id(a.id, span), a.id, span, (span,), span.start / len(a.text), "outlet"))
    return found


def _text(articles: tuple[Article, ...], claim: Claim) -> str:
    return next(a.text for a in articles if a.id == claim.article_id)


def words(found: Evidence, candidates: list[Candidate], name: str) -> list[str]:
    """The words of the candidates in the article ``name``."""
    return [found.text(c.article_id, c.span) for c in candidates if c.article_id == f"a-{name}"]


BRIDGE_DE = {
    "agentur": (
        "de",
        "Stadtrat stoppt Brücke über die Lenne\n\nDer Stadtrat hat am Montag den Bau der Brücke abgelehnt. "
        "Die Bürgermeisterin kritisierte die Entscheidung. Vor dem Rathaus standen 40 Demonstranten. "
        "Der Entwurf sah 12 Millionen Euro vor.",
    ),
    "boulevard": (
        "de",
        "Brücken-Hammer an der Lenne!\n\nDer Stadtrat hat am Montag den Bau der Brücke abgeschmettert! "
        "Die Bürgermeisterin wetterte gegen die Entscheidung. Vor dem Rathaus standen 40 Chaoten. "
        "Die „Experten“ wollten irre 12 Millionen Euro verpulvern.",
    ),
}
BRIDGE_GROUPS = [
    {"agentur": "abgelehnt", "boulevard": "abgeschmettert"},
    {"agentur": "kritisierte", "boulevard": "wetterte"},
    {"agentur": "40 Demonstranten", "boulevard": "40 Chaoten"},
    {"agentur": "12 Millionen", "boulevard": "12 Millionen"},
]
MILL_EN = {
    "wire": (
        "en",
        "Council rejects plan for paper mill\n\nThe council rejected the plan for a paper mill on Tuesday. "
        "The mayor criticised the vote. About 40 protesters stood outside the hall. The advisers had backed the plan.",
    ),
    "tabloid": (
        "en",
        "Mill plan in tatters after council bombshell\n\nThe council torpedoed the plan for a paper mill on Tuesday. "
        "The mayor slammed the vote. About 40 hooligans stood outside the hall. The so-called advisers had backed the plan.",
    ),
}
MILL_GROUPS = [
    {"wire": "council rejected", "tabloid": "torpedoed"},
    {"wire": "criticised", "tabloid": "slammed"},
    {"wire": "40 protesters", "tabloid": "40 hooligans"},
    {"wire": "advisers", "tabloid": "advisers"},
]
