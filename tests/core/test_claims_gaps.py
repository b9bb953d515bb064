"""What is asked of a sentence at its gaps, read once, is what each word tells; quotations are those read sign by sign."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.claims import gaps
from core.claims.quotations import GUILLEMETS, PAIRS, _may_open, quotations
from core.language import pipelines
from core.model import Span

GERMAN = (
    "Der Rat hat , und – ; : „ “ ( ) . ! dass gesagt die Stadt zahlt 1.200 Euro weil er Berlin zu bauen will verletzt"
)
ENGLISH = 'The council has said , and – ; : " ( ) . that which Berlin paid 1,200 pounds because he saw wants to build'


def prose(words):
    return st.lists(st.sampled_from(words.split()), min_size=1, max_size=30).map(" ".join)


def sentences(text, language):
    for tokens in gaps.sentences_of(pipelines.load(language)(text)):
        if words := gaps.words_of(tokens):
            yield words


def told(words, gap, start, end):
    """The features that are counts, counted at the gap."""
    finite = [gaps.is_finite(w) for w in words]
    left, right = words[: gap.left], words[gap.right :]
    yield f"sides={min(2, sum(finite[: gap.left]))}{min(2, sum(finite[gap.right :]))}"
    yield f"near={min(2, sum(finite[start : gap.left]))}{min(2, sum(finite[gap.right : end]))}"
    yield f"figures={int(any(w.like_num for w in left))}{int(any(w.like_num for w in right))}"
    yield f"names={int(any(w.pos_ == 'PROPN' for w in left))}{int(any(w.pos_ == 'PROPN' for w in right))}"
    marks = sum(w.text in {'"', "„", "“", "”", "»", "«"} for w in left)
    yield f"quoted={marks % 2 == 1}"


def verb_place(words):
    places = [i for i, w in enumerate(words) if gaps.is_finite(w)]
    if not places:
        return "participle" if any(gaps.tag_of(w) in {"VVPP", "VAPP"} for w in words) else "none"
    if places[0] == 0:
        return "first"
    rest = [w for w in words[places[-1] + 1 :] if w.text not in gaps.MARKS and w.text not in gaps.QUOTES]
    return "last" if not rest and len(words) > 2 else "mid"


def arcs(words, edge):
    crossing = [w for w in words if w.dep_ not in {"punct", "cc"} and w.head.i != w.i and w.head in words]
    crossing = [w for w in crossing if (w.i < edge) != (w.head.i < edge)]
    yield f"arcs={min(len(crossing), 4)}"
    yield from (f"arc={w.dep_}{'R' if w.i >= edge else 'L'}" for w in crossing)


def check(text, language):
    for words in sentences(text, language):
        read = gaps.Sentence.of(words, language)
        places = gaps.gaps(read, language)
        for k, gap in enumerate(places):
            found = set(gaps.features(read, places, k, language, False, []))
            start, end = places[k - 1].right if k else 0, places[k + 1].left if k + 1 < len(places) else len(words)
            wanted = set(told(words, gap, start, end))
            if language == "de":
                before, after = words[start : gap.left], words[gap.right : end]
                wanted.add(f"order={verb_place(before)}|{verb_place(after)}")
                wanted.add(f"first={gaps.tag_of(words[gap.right])} order={verb_place(before)}|{verb_place(after)}")
            else:
                wanted.update(arcs(words, words[gap.right].i))
            assert {f"{language} {name}" for name in wanted} <= found


@settings(deadline=None, max_examples=60)
@given(prose(GERMAN))
def test_what_is_asked_of_a_german_sentence_is_what_its_words_tell(text):
    check(text, "de")


@settings(deadline=None, max_examples=40)
@given(prose(ENGLISH))
def test_what_is_asked_of_an_english_sentence_is_what_its_words_tell(text):
    check(text, "en")


def slowly(text):
    found = []
    start, closers = -1, ""
    opener = next((c for c in text if c in GUILLEMETS), "")
    for i, character in enumerate(text):
        if start >= 0 and character in closers:
            found.append(Span(start, i + 1))
            start = -1
        elif start >= 0 and character == "\n":
            found.append(Span(start, i))
            start = -1
        elif start < 0 and character in PAIRS and (character == opener or _may_open(text, i)):
            start, closers = i, PAIRS[character]
    if start >= 0:
        found.append(Span(start, len(text)))
    return tuple(found)


@given(st.text(st.sampled_from('ab „“”»«" \n,'), max_size=40))
def test_quotations_are_those_read_sign_by_sign(text):
    assert quotations(text) == slowly(text)


@pytest.mark.parametrize(("text", "enough"), [("a 1 b", True), ("–" * 30 + "abc", True), ("a, b", False), ("", False)])
def test_letters_enough_are_three_wherever_they_stand(text, enough):
    assert gaps.has_letters(text) is enough
