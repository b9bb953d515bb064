"""Hangs speakers on claims: frames, quotations over several sentences, and Konjunktiv I that carries on.

A claim that is reported or quoted gets the voice "speaker"; what is compared (its content) is the claim less the
attributing words. Where a sentence in Konjunktiv I, or inside a quotation that began earlier, has no frame of its
own, the last speaker is carried on: Konjunktiv I is what German news style marks indirect speech with (Duden,
*Die Grammatik*, "Indirekte Rede").
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from core.claims import reported
from core.claims.frames import PRONOUNS, Frame, Range, is_named
from core.claims.gaps import QUOTES, has_letters
from core.claims.quotations import inside
from core.claims.turns import Turn
from core.language.german import is_reported_mood
from core.model import Article, Attribution, Claim, Span

if TYPE_CHECKING:
    from spacy.tokens import Token

TRIM = " ,;:–—-\n\t"
MARKS = "".join(sorted(QUOTES))
DIRECT = 0.5
"""Share of a claim's content inside quotation marks from which it is quoted, not reported."""
DIRECT_WITH_FRAME = 0.3
"""The same where attributing words stand right beside the quotation."""
CARRIED = 2
"""Sentences in the outlet's own voice after which a Konjunktiv I is no longer the last speaker's."""
NEAR = 4
"""Code points between a quotation and the words that attribute it (", " and a quotation mark)."""


@dataclass(frozen=True, slots=True)
class Heard:
    """A frame at offsets of the text: who speaks, in what words, and what is reported."""

    span: Span
    speaker: str | None
    verb: str
    named: bool
    scope: tuple[Span, ...]


def attribute(
    article: Article,
    sentences: Sequence[list[Token]],
    frames: Sequence[list[Frame]],
    quoted: tuple[Span, ...],
    claims: list[Claim],
    answers: Mapping[int, Turn],
) -> Iterator[Claim]:
    """``claims`` with voice, attribution and content, in their order. ``sentences`` are the words of the article's,
    ``frames`` those of each; ``quoted`` are the article's quotations, ``answers`` those of an interview."""
    heard = [[_heard(f, words, article.text) for f in own] for words, own in zip(sentences, frames, strict=True)]
    after = [_heard_back(words, article) for words in sentences[1:]] + [None] * bool(sentences)
    everybody = [one for some in heard for one in some]
    last: Heard | None = None
    age = at = 0
    for words, own, back in zip(sentences, heard, after, strict=True):
        voiced = False
        while at < len(claims) and words and claims[at].span.start < words[-1].idx + len(words[-1]):
            speaker = last if age <= CARRIED else None
            claim = _quoted(claims[at], own, everybody, speaker, quoted, article.text)
            claim = claim or _reported(claims[at], own, back, speaker, words, article)
            claim = _answered(claim, answers, article.text)
            voiced |= claim.voice == "speaker"
            yield claim
            at += 1
        last = _resolved(own[-1], last) if own else last
        age = 0 if own or voiced else age + 1


def _heard_back(words: list[Token], article: Article) -> Heard | None:
    frame = reported.points_back(words, article.language)
    return _heard(frame, words, article.text) if frame else None


def _heard(frame: Frame, words: list[Token], text: str) -> Heard:
    speaker = frame.speaker if frame.speaker and frame.speaker[1] > frame.speaker[0] else None
    named = speaker is not None and is_named(words[speaker[0] : speaker[1]])
    said = _span(speaker, words).of(text) if speaker else None
    scope = tuple(_span(r, words) for r in frame.scope if r[0] < min(r[1], len(words)))
    return Heard(_span(frame.words, words), said, frame.verb, named, scope)


def _span(place: Range, words: list[Token]) -> Span:
    last = words[min(place[1], len(words)) - 1]
    return Span(words[place[0]].idx, last.idx + len(last))


def _resolved(now: Heard, last: Heard | None) -> Heard:
    """Who is carried on: for "er" and "she" the speaker before."""
    if last and (now.speaker is None or now.speaker.lower() in PRONOUNS):
        return replace(now, speaker=last.speaker, named=last.named)
    return now


def _quoted(
    claim: Claim, own: list[Heard], everybody: list[Heard], last: Heard | None, quoted: tuple[Span, ...], text: str
) -> Claim | None:
    """The claim as a speaker's words where most of it stands inside quotation marks, else None."""
    here = tuple(q for q in quoted if q.overlap(claim.span))
    if not here:
        return None
    content = _less(claim.span, [h.span for h in own], text) or (claim.span,)
    frame = next((h for h in everybody for q in here if _adjoins(h.span, q, text)), None)
    if inside(content, here, text) < (DIRECT_WITH_FRAME if frame else DIRECT):
        return None
    # "…", says the landlady, whose guests have left: what she says is compared, not what is said of her. A figure stays.
    said = tuple(p for p in content if inside((p,), here, text) >= DIRECT_WITH_FRAME or _has_figure(p, text))
    content = said or content
    frame = frame or next((h for h in own if _reports(h, claim.span)), None)
    who = _resolved(frame, last) if frame else last
    attribution = Attribution(
        speaker=frame.speaker if frame and (frame.speaker or frame.verb) else (who.speaker if who else None),
        verb=(frame.verb or None) if frame else None,
        mode="direct",
        named=who.named if who else False,
        span=frame.span if frame else None,
    )
    return replace(claim, content=content, voice="speaker", attribution=attribution)


def _has_figure(span: Span, text: str) -> bool:
    return any(character.isdigit() for character in span.of(text))


def _adjoins(frame: Span, quotation: Span, text: str) -> bool:
    """Whether the frame stands right before the quotation, or right after it in the same paragraph."""
    if 0 <= quotation.start - frame.end <= NEAR:
        return True
    return 0 <= frame.start - quotation.end <= NEAR and "\n" not in text[quotation.end : frame.start]


def _reported(
    claim: Claim, own: list[Heard], back: Heard | None, last: Heard | None, words: list[Token], article: Article
) -> Claim:
    """The claim with the frame that reports it, or that of the next sentence that points back to it ("Das teilte die
    Polizei mit."), or with the last speaker where its Konjunktiv I says so.
    """
    over = [h for h in own if _reports(h, claim.span)]
    content = _less(claim.span, [h.span for h in over], article.text)
    if over and content:
        frame = max(over, key=lambda h: (h.span.overlap(claim.span) > 0, -len(h.span)))
        named = _resolved(frame, last).named if frame.speaker else False
        attribution = Attribution(frame.speaker, frame.verb or None, "indirect", named, frame.span)
        return replace(claim, content=content, voice="speaker", attribution=attribution)
    if back and not own and "\n" not in article.text[claim.span.end : back.span.start]:
        attribution = Attribution(back.speaker, back.verb, "indirect", back.named, back.span)
        return replace(claim, voice="speaker", attribution=attribution)
    if article.language == "de" and _in_reported_mood(claim.span, words):
        who_last = last.speaker if last else None
        attribution = Attribution(who_last, None, "indirect", bool(last and last.named))
        return replace(claim, voice="speaker", attribution=attribution)
    return claim


def _answered(claim: Claim, answers: Mapping[int, Turn], text: str) -> Claim:
    """The claim as the words of whoever is interviewed or cited, where nobody else's words are given."""
    turn = answers.get(text.rfind("\n", 0, claim.span.start) + 1)
    if turn is None:
        return claim
    known = claim.attribution
    # A line below the quotation says more than who spoke before it.
    cited = turn.label is not None and turn.label.start >= turn.paragraph.end
    if known and known.speaker and (known.span or not cited):
        return claim
    return replace(claim, voice="speaker", attribution=Attribution(turn.speaker, None, "direct", True, turn.label))


def _reports(frame: Heard, span: Span) -> bool:
    """Whether the frame's scope is most of what the claim says besides the frame."""
    rest = len(span) - frame.span.overlap(span)
    return rest > 0 and 2 * sum(s.overlap(span) for s in frame.scope) >= rest


def _in_reported_mood(span: Span, words: list[Token]) -> bool:
    inside_it = [w for w in words if span.start <= w.idx < span.end]
    if any(w.lower_ in {"ich", "möge"} for w in inside_it):
        return False
    return any(is_reported_mood(w) for w in inside_it)


def _less(span: Span, frames: list[Span], text: str) -> tuple[Span, ...]:
    """``span`` without ``frames``: the parts that have letters enough, trimmed of marks at their ends."""
    parts, start = [], span.start
    for frame in sorted(frames):
        if frame.overlap(span):
            parts.append(Span(start, max(start, frame.start)))
            start = max(start, frame.end)
    parts.append(Span(start, span.end))
    trimmed = [span] if len(parts) == 1 else [_trimmed(part, text) for part in parts if part.end > part.start]
    return tuple(p for p in trimmed if has_letters(p.of(text)))


def _trimmed(span: Span, text: str) -> Span:
    """``span`` without marks at its ends; a quotation mark stays where its partner is inside."""
    piece = span.of(text)
    trim = TRIM
    bare = piece.strip(TRIM)
    if (bare[:1] in QUOTES and bare[-1:] in QUOTES) or sum(c in QUOTES for c in bare) % 2:
        trim += MARKS
    start = span.start + len(piece) - len(piece.lstrip(trim))
    end = span.end - (len(piece) - len(piece.rstrip(trim)))
    return Span(start, max(start, end))
