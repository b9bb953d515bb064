"""The unlinked claims that stand in as counterparts are those that going through all claims finds."""

from __future__ import annotations

from core.framing.counterparts import NEAR
from core.framing.statements import statements_of
from core.model import Claim
from tests.core.framing import events

TEXTS = {
    "a": ("en", "Bridge closed\n\nThe council closed the bridge. Nobody was hurt. Ferries run every hour."),
    "b": ("en", "A bridge is shut\n\nThe bridge has been shut by the council. No one was injured. Rain is expected."),
    "c": (
        "de",
        "Brücke gesperrt\n\nDer Rat hat die Brücke gesperrt. Verletzt wurde niemand. Die Fähren fahren stündlich.",
    ),
}


def test_nearest_claims_are_found_article_by_article_as_claim_by_claim() -> None:
    evidence = events.evidence(TEXTS, [{"a": "closed the bridge", "b": "has been shut"}])
    statements = statements_of(evidence)

    def slow(claim: Claim) -> list[str]:
        linked = evidence.counterparts(claim.id)
        taken = {c.article_id for c in linked} | {claim.article_id}
        own = evidence.encoder.vectors([evidence.text(claim.article_id, claim.span)])[0]
        near = []
        for article_id in sorted(evidence.claims_of):
            others = [] if article_id in taken else evidence.claims_of[article_id]
            scored = [
                (float(evidence.encoder.vectors([evidence.text(article_id, o.span)])[0] @ own), o) for o in others
            ]
            likeness, best = max(scored, key=lambda x: x[0], default=(0.0, None))
            if best is not None and likeness >= NEAR:
                near.append((-round(likeness, 4), best.id))
        return [c.id for c in linked] + [name for _, name in sorted(near)]

    found = {c.id: [s.claim.id for s in statements.counterparts(c)] for c in evidence.claims}
    assert found == {c.id: slow(c) for c in evidence.claims}
    assert any(found.values())


def test_all_lenses_share_the_statements_of_a_comparison() -> None:
    evidence = events.evidence(TEXTS)
    assert statements_of(evidence) is statements_of(evidence)
    assert statements_of(evidence) is not statements_of(events.evidence(TEXTS))
