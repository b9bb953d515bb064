"""The ground of an article: which claim covers each code point, and in whose voice; asked of many places at once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from core.framing.evidence import Evidence, Quotation
    from core.model import Claim

    Floats = NDArray[np.float64]
    Rows = NDArray[np.int64]
    Numbers = NDArray[np.int32]


@dataclass(frozen=True)
class Ground:
    """``claim`` has for each code point the number of the claim that covers it among those of the article, -1 for none: a
    grouped one where several do, else the shortest; ``told`` whether a speaker's claim has it in what is said."""

    claim: Numbers
    told: NDArray[np.bool_]
    quoted_from: Rows
    quoted_to: Rows
    quoted_words: Rows

    @classmethod
    def of(
        cls, length: int, claims: Sequence[Claim], grouped: Sequence[bool], quotations: Sequence[Quotation]
    ) -> Ground:
        """The ground of a text of ``length`` code points with these claims, of which those are in a group."""
        import numpy as np

        owner, told = np.full(length + 1, -1, dtype=np.int32), np.zeros(length + 1, dtype=bool)
        # The one that is preferred is painted last.
        for k in sorted(
            range(len(claims)), key=lambda k: (not grouped[k], len(claims[k].span), claims[k].id), reverse=True
        ):
            claim = claims[k]
            owner[claim.span.start : claim.span.end] = k
            told[claim.span.start : claim.span.end] = False
            if claim.voice == "speaker":
                for part in claim.content:
                    told[max(part.start, claim.span.start) : min(part.end, claim.span.end)] = True
        inner = [(q.inner.start, q.inner.end, q.words) for q in quotations]
        return cls(owner, told, *np.array(inner, dtype=np.int64).reshape(-1, 3).T)

    def quotation(self, start: Rows, end: Rows) -> Rows:
        """For each place the number of the quotation whose inside covers it, -1 for none."""
        import numpy as np

        if not len(self.quoted_from):
            return np.full(len(start), -1, dtype=np.int64)
        last = np.searchsorted(self.quoted_from, start, side="right") - 1
        return np.where((last >= 0) & (end <= self.quoted_to[last]), last, -1)

    def speaker(self, start: Rows, end: Rows, short: int) -> NDArray[np.bool_]:
        """Whether the words of each place are a speaker's: in a quotation of more than ``short`` words, or reported."""
        import numpy as np

        at = self.quotation(start, end)
        long = np.append(self.quoted_words > short, False)
        found: NDArray[np.bool_] = long[at] | self.told[start]
        return found


def placed(evidence: Evidence, article_id: str, start: Rows, end: Rows, claim: Rows | Numbers) -> dict[str, Floats]:
    """``tone.placed`` of many places: where they begin and end, and the numbers of their claims (-1 for none)."""
    import numpy as np

    from core.framing.evidence import SHORT

    text, ground, claims = (
        evidence.article[article_id].text,
        evidence.ground[article_id],
        evidence.claims_of[article_id],
    )
    head, lead = evidence.headline[article_id], evidence.lead[article_id]
    closing = [text[c.span.end - 1 : c.span.end] if len(c.span) else "" for c in claims]
    after = [text[e : e + 2] for e in end.tolist()]
    begins = np.array([c.span.start for c in claims] + [-1])
    ends = np.array([c.span.end for c in claims] + [len(text) + 9])

    def of_claims(values: list[float]) -> Floats:
        return np.array([*values, 0.0])[claim]

    return {
        "headline": (start < head.end).astype(float),
        "lead": ((lead.start <= start) & (start < lead.end)).astype(float),
        "position": start / max(1, len(text)),
        "quoted": (ground.quotation(start, end) >= 0).astype(float),
        "speaker": ground.speaker(start, end, SHORT).astype(float),
        "exclaimed": np.maximum(of_claims([c == "!" for c in closing]), [two[:1] == "!" for two in after]),
        "asked": of_claims([c == "?" for c in closing]),
        "claim_length": of_claims([min(40, len(evidence.tokens_of(c))) for c in claims]),
        "before_colon": np.array([two[:1] == ":" for two in after], dtype=float),
        "first": (start == begins[claim]).astype(float),
        "last": (ends[claim] - end <= 2).astype(float),
        "before_figure": np.array([two.strip()[:1].isdigit() for two in after], dtype=float),
        "grouped": of_claims([c.id in evidence.group_of for c in claims]),
    }
