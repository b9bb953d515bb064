"""Frames of reporting in German sentences, by fields between commas and the place of the finite verb.

"Kersten sagte am Montag, …" (before), "…, sagte Kersten" (after), "wie die Bahn mitteilte", "so Kersten",
"laut Polizei", "nach Angaben der Bahn", "den Angaben zufolge". Tags are STTS; no parse is needed.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from core.claims.frames import Frame, Range, quoted_words
from core.claims.gaps import QUOTES, is_finite, tag_of
from core.language.german import is_reported_mood
from core.language.reporting import lexicon

if TYPE_CHECKING:
    from spacy.tokens import Token

BORDERS = frozenset({",", ";", ":", "–", "—", ".", "!", "?", "…"}) | QUOTES
DETERMINERS = frozenset({"ART", "PDAT", "PPOSAT", "PIAT", "CARD", "ADJA", "PIDAT"})
NOUNS = frozenset({"NN", "NE", "NNA", "TRUNC", "FM", "XY", "NNI"})
PRONOUNS = frozenset({"PPER", "PIS", "PDS"})
OPENS_REPORT = frozenset({"KOUS", "PWAV", "PWS", "PWAT", "KOUI"})
SPEECH = frozenset(
    {"sagen", "erklären", "mitteilen", "berichten", "angeben", "betonen", "versichern", "meinen", "heißen"}
)
"""Verbs after which a clause in the indicative is reported, too."""


def frames(words: list[Token]) -> list[Frame]:
    """The frames of one German sentence, in their order."""
    found = [*_verb_frames(words), *_phrases(words)]
    return sorted(found, key=lambda frame: frame.words)


def points_back(words: list[Token]) -> Frame | None:
    """ "Das teilte das Ministerium mit.": the whole sentence attributes the one before it."""
    if len(words) < 3 or words[0].lower_ not in {"das", "dies"} or not is_finite(words[1]):
        return None
    end = next((i for i, w in enumerate(words) if w.text in BORDERS), len(words))
    verb = _reporting_verb(words, (0, end))
    if verb is None and words[1].lemma_ == "gehen" and any(w.lower_ == "hervor" for w in words[:end]):
        source = next((i for i in range(2, end) if words[i].lower_ == "aus"), None)
        return Frame((0, end), noun_phrase(words, source + 1, end), "hervorgehen", ()) if source else None
    if verb is None or verb[0] != 1 or end < len(words) - 1:
        return None
    speaker = _subject_after(words, 1, end)
    return Frame((0, end), speaker, verb[1], ()) if speaker else None


def fields(words: list[Token]) -> list[Range]:
    """The stretches between commas, colons, dashes and quotation marks; what stands in brackets parts nothing."""
    found, start, depth = [], 0, 0
    for i, text in enumerate([w.text for w in words]):
        depth += (text == "(") - (text == ")")
        if text in BORDERS and depth <= 0:
            if i > start:
                found.append((start, i))
            start = i + 1
    if start < len(words):
        found.append((start, len(words)))
    return found


def _verb_frames(words: list[Token]) -> Iterator[Frame]:
    all_fields = fields(words)
    quoted = quoted_words(words)
    for number, field in enumerate(all_fields):
        if field[0] in quoted or tag_of(words[field[0]]) in {"KOUS", "PRELS", "PRELAT", "PWS"}:
            continue
        verb = _reporting_verb(words, field) or _any_verb_after_quotation(words, field, quoted)
        if verb is None:
            yield from _so(words, field)
            yield from _before_quotation(words, field, quoted)
            continue
        place, lemma = verb
        start, end = field
        if words[start].lower_ == "wie" and place >= end - 2 and end - start > 2:
            yield Frame(field, noun_phrase(words, start + 1, end), lemma, _around(words, field))
        elif place == start and number and _reported_before(words, all_fields[:number], lemma, quoted):
            speaker = _subject_after(words, place, end) or _whence(words, place, end)
            field = (start, _with_apposition(words, all_fields, number))
            yield Frame(field, speaker, lemma, _around(words, field))
        elif _reports_after(words, field, lemma):
            begin = _clause_start(words, all_fields, number, place)
            opens = _skip_opener(words, end)
            scope = (opens, _goes_on_himself(words, all_fields[number + 2 :], _stop(words, end)))
            yield Frame((begin, opens), _subject(words, begin, place, end), lemma, (scope,))


def _any_verb_after_quotation(words: list[Token], field: Range, quoted: frozenset[int]) -> tuple[int, str] | None:
    """„…“, freut sich Wessely: whatever the verb, set behind a quotation it is one of reporting."""
    start = field[0]
    opened = 0 in quoted or any(words[k].text == ":" for k in range(start))
    if start > 1 and opened and words[start - 1].text == "," and start - 2 in quoted and is_finite(words[start]):
        return start, words[start].lemma_
    return None


def _with_apposition(words: list[Token], all_fields: list[Range], number: int) -> int:
    """The end of the field, or of the apposition that ends the sentence: "…, sagte Wessely, Chefin des Verbands."."""
    end = all_fields[number][1]
    if number + 2 == len(all_fields) and words[end].text == ",":
        start, last = all_fields[number + 1]
        if tag_of(words[start]) in NOUNS | DETERMINERS and not any(is_finite(w) for w in words[start:last]):
            return last
    return end


def _reporting_verb(words: list[Token], field: Range) -> tuple[int, str] | None:
    """Where the field's finite reporting verb stands, and its whole lemma."""
    start, end = field
    known = lexicon("de")
    for i in range(start, end):
        if is_finite(words[i]):
            if known.may_make(words[i].lemma_):
                particles = frozenset(w.lower_ for w in words[start:end] if tag_of(w) in {"PTKVZ", "APPR", "ADV"})
                if lemma := known.lemma(words[i].lemma_, particles):
                    return i, lemma
        elif (
            tag_of(words[i]) == "VVPP"
            and (lemma := known.lemma(words[i].lemma_, frozenset()))
            and any(tag_of(w) == "VAFIN" and w.lemma_ == "haben" for w in words[start:end])
        ):
            return next(k for k in range(start, end) if tag_of(words[k]) == "VAFIN"), lemma
    return None


def _reported_before(words: list[Token], before: list[Range], lemma: str, quoted: frozenset[int]) -> bool:
    """Whether what stands before ", sagte X" is a clause or quotation, not a subject with a relative clause."""
    last = before[-1]
    if any(w.text in QUOTES for w in words[last[1] : last[1] + 2]):
        # A name in quotation marks before the verb („Das Bündnis „Nordtor bleibt“ sagte …“) is not what is said.
        return before[0][0] in quoted or words[before[0][1]].text == ":"
    clause = words[last[0] : last[1]]
    if tag_of(clause[0]) in {"PRELS", "PRELAT"} or not any(is_finite(w) for w in clause):
        clause = [w for field in before[:-1] for w in words[field[0] : field[1]]]
    if any(is_reported_mood(w) for w in clause) or any(w.lower_ in {"dass", "daß", "ob"} for w in clause[:1]):
        return True
    return lemma in SPEECH and any(is_finite(w) for w in clause)


def _reports_after(words: list[Token], field: Range, lemma: str) -> bool:
    """Whether a reported clause or quotation follows the field."""
    end = field[1]
    if end >= len(words) or words[end].text not in {",", ":"} | QUOTES:
        return False
    after = words[end + 1 :]
    if not after:
        return False
    if after[0].text in QUOTES or words[end].text in QUOTES:
        return True
    if words[end].text == ":":
        return any(is_finite(w) for w in after)
    stop = next((i for i, w in enumerate(after) if w.text in {",", ";"}), len(after))
    clause = after[:stop]
    if not clause:
        return False
    if tag_of(clause[0]) in OPENS_REPORT:
        return clause[0].lower_ in {"dass", "daß", "ob", "wie", "warum", "wer", "was", "wann", "wo", "wohin", "weshalb"}
    if any(is_reported_mood(w) for w in clause):
        return True
    if any(tag_of(w) in {"VVIZU", "PTKZU"} for w in clause) and tag_of(clause[0]) != "KOUI":
        return True
    return lemma in SPEECH and tag_of(clause[0]) not in {"PRELS", "PRELAT"} and any(is_finite(w) for w in clause[1:])


def _skip_opener(words: list[Token], end: int) -> int:
    """Past the comma or colon, the opening mark and a "dass": where what is reported begins."""
    i = end + 1
    if i < len(words) and words[i].lower_ in {"dass", "daß"}:
        i += 1
    return i


def _stop(words: list[Token], start: int) -> int:
    """Where what is reported ends: at a semicolon, else with the sentence."""
    return next((i for i in range(start, len(words)) if words[i].text == ";"), len(words))


def _goes_on_himself(words: list[Token], later: list[Range], stop: int) -> int:
    """Where the outlet speaks on after what is reported: "Der Verband kritisierte, …, und verlangt eine Klärung."."""
    for start, end in later:
        second = start + 1 < end and is_finite(words[start + 1]) and not is_reported_mood(words[start + 1])
        if start < stop and second and tag_of(words[start]) == "KON":
            return start
    return stop


def _around(words: list[Token], field: Range) -> tuple[Range, ...]:
    """What a frame set into its sentence reports: back to a colon or semicolon, and on where more is reported."""
    start, end = field
    quoted = quoted_words(words)
    first = next((i + 1 for i in range(start - 1, -1, -1) if words[i].text in {";", ":"} and i not in quoted), 0)
    after = words[end : _stop(words, end)]
    opens = next((tag_of(w) for w in after if w.text not in BORDERS), "")
    goes_on = start == 0 or end in quoted or end + 1 in quoted or end + 2 in quoted
    goes_on |= opens not in {"PRELS", "PRELAT"} and (field[0] == first or any(is_reported_mood(w) for w in after))
    found = [(first, start)] if start > first else []
    return (*found, (end, end + len(after))) if goes_on and after else tuple(found)


def _clause_start(words: list[Token], all_fields: list[Range], number: int, place: int) -> int:
    """Where the main clause of the reporting verb begins: its field, or the earlier field with its subject."""
    start = all_fields[number][0]
    if place == start and number:
        # "Kersten, der seit 2019 regiert, sagte …": the subject stands before the relative clause.
        while number and words[all_fields[number - 1][1]].text in {",", "(", ")"} | QUOTES:
            number -= 1
            start = all_fields[number][0]
            if tag_of(words[start]) not in {"PRELS", "PRELAT"} and not any(
                is_finite(w) for w in words[start : all_fields[number][1]]
            ):
                break
        return start
    for i in range(place - 1, start, -1):
        if tag_of(words[i]) == "KON" and any(is_finite(w) for w in words[start:i]):
            return i + 1
    while start < place and tag_of(words[start]) in {"KON", "ITJ"}:
        start += 1
    return start


def _subject(words: list[Token], begin: int, place: int, end: int) -> Range | None:
    """The source before the verb, or right after it where something else comes first."""
    while begin + 1 < place and words[begin].lower_ in {"selbst", "auch", "sogar", "nur", "zudem", "doch", "aber"}:
        begin += 1
    if begin < place and tag_of(words[begin]) in DETERMINERS | NOUNS | PRONOUNS:
        return noun_phrase(words, begin, place)
    if (after := _subject_after(words, place, end)) and words[after[0]].lower_ != "es":
        return after
    return _whence(words, begin, end)


def _whence(words: list[Token], start: int, end: int) -> Range | None:
    """The house in "aus dem Ministerium hieß es", "heißt es beim Landkreis"."""
    for i in range(start, end - 1):
        if words[i].lower_ in {"aus", "bei", "beim", "von", "vonseiten", "seitens"}:
            return noun_phrase(words, i + 1, end)
    return None


def _subject_after(words: list[Token], place: int, end: int) -> Range | None:
    i = place + 1
    while i < end and tag_of(words[i]) in {"PRF", "ADV", "ADJD", "PROAV", "PPER"} and i + 1 < end:
        if tag_of(words[i]) == "PPER" and words[i].lower_ in {"er", "sie", "es", "wir", "ich"}:
            break
        i += 1
    return noun_phrase(words, i, end)


def noun_phrase(words: list[Token], start: int, end: int) -> Range | None:
    """The noun phrase that begins at ``start``: with its genitive, "von …", and names set beside it."""
    if start >= end:
        return None
    if tag_of(words[start]) in PRONOUNS:
        return None if words[start].lower_ == "es" else (start, start + 1)
    i = start
    while i < end and tag_of(words[i]) in DETERMINERS:
        i += 1
    head = i
    while i < end and (tag_of(words[i]) in NOUNS or (i > head and _is_surname(words[i]))):
        i += 1
    if i == head:
        return None
    while i < end:
        more = _continues(words, i, end)
        if not more:
            break
        i = more
    return start, i


def _is_surname(word: Token) -> bool:
    """Whether a capitalised word right behind a name belongs to it, though the tagger took it for something else."""
    return word.text[:1].isupper() and word.text.isalpha() and tag_of(word.nbor(-1)) == "NE" and not is_finite(word)


def _continues(words: list[Token], i: int, end: int) -> int | None:
    """The end of a genitive, a "von" phrase or a coordinated name that carries the phrase on; None where it ends."""
    word = words[i]
    if word.text == "(":
        close = next((k for k in range(i, min(end, i + 6)) if words[k].text == ")"), None)
        return close + 1 if close else None
    if word.lower_ in {
        "des",
        "der",
        "dieser",
        "dieses",
        "eines",
        "einer",
        "von",
        "vom",
        "und",
        "aus",
        "im",
        "beim",
        "für",
    } or (tag_of(word) == "PPOSAT" and word.lower_.endswith(("er", "es"))):
        k = i + 1
        while k < end and tag_of(words[k]) in DETERMINERS:
            k += 1
        head = k
        while k < end and tag_of(words[k]) in NOUNS:
            k += 1
        return k if k > head else None
    return None


def _so(words: list[Token], field: Range) -> Iterator[Frame]:
    """ ", so Personalvorständin Mahnke"."""
    start, end = field
    if start and words[start].lower_ == "so" and not any(is_finite(w) for w in words[start:end]):
        speaker = noun_phrase(words, start + 1, end)
        if speaker and speaker[1] == end:
            yield Frame(field, speaker, "so", _around(words, field))


def _before_quotation(words: list[Token], field: Range, quoted: frozenset[int]) -> Iterator[Frame]:
    """ "Kersten schlägt Alarm: „…" – whatever the verb, a colon and a quotation make it one of reporting."""
    start, end = field
    if end + 1 < len(words) and words[end].text == ":" and end + 1 in quoted:
        verb = next((i for i in range(start, end) if is_finite(words[i])), None)
        scope = ((end + 1, len(words)),)
        if verb is not None:
            yield Frame((start, end + 1), noun_phrase(words, start, verb), words[verb].lemma_, scope)
        elif noun_phrase(words, start, end) == field:
            # "Ihre bittere Bilanz: „…“": whose, the sentences before say.
            yield Frame((start, end + 1), None, "", scope)


def _phrases(words: list[Token]) -> Iterator[Frame]:
    """laut X, nach Angaben X, X zufolge, demnach."""
    known = lexicon("de")
    for i, word in enumerate(words):
        span: Range | None = None
        speaker: Range | None = None
        lower = word.lower_
        if lower in {"laut", "gemäß"} and i + 1 < len(words):
            speaker = noun_phrase(words, i + 1, len(words))
            span = (i, speaker[1]) if speaker else None
        elif lower == "zufolge":
            begin = next((k for k in range(i - 1, -1, -1) if _may_begin(words, k, i)), None)
            if begin is not None:
                span, speaker = (begin, i + 1), (begin, i)
        elif lower in {"nach", "laut", "in"} and i + 1 < len(words):
            k = i + 1
            while k < len(words) and tag_of(words[k]) in DETERMINERS:
                k += 1
            if k < len(words) and _is_source_noun(words[k], known.nouns) and lower != "in":
                phrase = noun_phrase(words, i + 1, len(words)) or (i + 1, k + 1)
                span, speaker = (i, phrase[1]), _within(words, i + 1, k, phrase)
        elif lower in {"demnach", "angabegemäß"}:
            span = (i, i + 1)
        if span:
            yield Frame(span, speaker, lower, ((0, span[0]), (span[1], _stop(words, span[1]))))


def _is_source_noun(word: Token, nouns: frozenset[str]) -> bool:
    return word.lower_ in nouns or word.lower_.endswith(("angaben", "berichten", "berechnungen", "informationen"))


def _within(words: list[Token], start: int, noun: int, phrase: Range) -> Range | None:
    """The source inside "nach Angaben der Bahn" (der Bahn), "nach Moskauer Darstellung", "nach Bahn-Angaben"."""
    if phrase[1] > noun + 1:
        first = noun + 1
        return (first + 1, phrase[1]) if words[first].lower_ in {"von", "vom", "aus"} else (first, phrase[1])
    compound = words[noun].lower_ not in {"angaben", "berichten", "informationen", "berechnungen"}
    return (start, noun + 1) if compound and (start < noun or words[noun].lower_.endswith("angaben")) else None


def _may_begin(words: list[Token], k: int, i: int) -> bool:
    phrase = noun_phrase(words, k, i)
    before = tag_of(words[k - 1]) if k else ""
    return phrase is not None and phrase[1] == i and before not in DETERMINERS | NOUNS
