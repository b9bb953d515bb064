"""Public data sets: BASIL (lexical bias), CheckThat! (subjective sentences), WMT news (false alarms).

Only measured on; nothing is learnt from them and nothing of them ships.
"""

from __future__ import annotations

import csv
import hashlib
import json
from collections import defaultdict
from pathlib import Path

from core.compare import compare
from core.model import Article, Mark

WINDOW = 20
"""Lines of an article made of WMT's translations."""
STEERING = frozenset({"loaded", "distancing", "certainty", "attribution", "agency"})


def article(name: str, text: str, language: str) -> Article:
    """An article that no file holds."""
    digest = hashlib.sha256(text.encode()).hexdigest()
    return Article("a-" + digest[:12], name, digest, text.split("\n", 1)[0], text, language)


def f1(found: int, gold: int, right: int, marked: int) -> float:
    """The harmonic mean of found/gold and right/marked."""
    recall, precision = found / max(1, gold), right / max(1, marked)
    return 2 * recall * precision / max(1e-9, recall + precision)


def basil(folder: Path) -> float:
    """Sentence F1 of lexical bias: flagged where a ``loaded`` or ``label`` mark in the outlet's voice lies on it.

    Fan et al. 2019, EMNLP. A triplet of articles on one event is one comparison; each entry of
    ``body-paragraphs`` is a sentence.
    """
    triplets = defaultdict(list)
    for item in json.loads((folder / "basil" / "dev.json").read_text(encoding="utf-8")):
        triplets[item["triplet"]].append(item)
    found = gold = marked = 0
    for items in triplets.values():
        articles, sentences = [], []
        for item in items:
            text, places = _basil_article(item["article"])
            articles.append(article(f"{item['article']['source']}.txt", text, "en"))
            biased = _biased(item)
            sentences.append([(start, end, i in biased) for i, (start, end) in enumerate(places)])
        marks = compare(articles).marks
        for own, places in zip(articles, sentences, strict=True):
            spans = [
                m.span
                for m in marks
                if m.article_id == own.id and m.kind in {"loaded", "label"} and m.voice == "outlet"
            ]
            for start, end, is_gold in places:
                flagged = any(s.start < end and start < s.end for s in spans)
                found += flagged and is_gold
                gold += is_gold
                marked += flagged
    return f1(found, gold, found, marked)


def _basil_article(data: dict[str, object]) -> tuple[str, list[tuple[int, int]]]:
    """Title and sentences as text, and where each sentence stands."""
    text = " ".join(str(data["title"]).split())
    places = []
    paragraphs = data["body-paragraphs"]
    assert isinstance(paragraphs, list)
    for paragraph in paragraphs:
        for sentence in paragraph:
            clean = " ".join(sentence.split())
            places.append((len(text) + 2, len(text) + 2 + len(clean)))
            text += "\n\n" + clean
    return text, places


def _biased(item: dict[str, dict[str, list[dict[str, object]]]]) -> set[int]:
    """The numbers of the sentences with an annotation of lexical bias."""
    return {
        int(str(a["id"]).lstrip("p"))
        for a in item["annotation"]["phrase-level-annotations"]
        if a["bias"] == "lex" and str(a["id"]).startswith("p")
    }


def checkthat(folder: Path, language: str) -> float:
    """Macro-F1 of "any mark in the outlet's voice" as the sign of a subjective sentence, each sentence alone.

    CheckThat! Lab at CLEF 2025, task 1.
    """
    path = folder / "checkthat-subjectivity" / f"dev_test_{language}.tsv"
    counts = dict.fromkeys(((p, g) for p in (True, False) for g in (True, False)), 0)
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
            subjective = any(m.voice == "outlet" for m in _alone(row["sentence"], language))
            counts[subjective, row["label"] == "SUBJ"] += 1
    subj = f1(
        counts[True, True],
        counts[True, True] + counts[False, True],
        counts[True, True],
        counts[True, True] + counts[True, False],
    )
    obj = f1(
        counts[False, False],
        counts[False, False] + counts[True, False],
        counts[False, False],
        counts[False, False] + counts[False, True],
    )
    return (subj + obj) / 2


def _alone(sentence: str, language: str) -> tuple[Mark, ...]:
    return compare([article("sentence.txt", sentence, language)]).marks


def false_alarms(folder: Path) -> float:
    """Marks of STEERING per 1,000 words on two faithful translations of one text, WINDOW lines an article."""
    a = (folder / "wmt-news" / "ref.A.en").read_text(encoding="utf-8").splitlines()
    b = (folder / "wmt-news" / "ref.B.en").read_text(encoding="utf-8").splitlines()
    marks = words = 0
    for start in range(0, len(a), WINDOW):
        texts = ["\n\n".join(lines[start : start + WINDOW]) for lines in (a, b)]
        comparison = compare([article(f"{name}.txt", text, "en") for name, text in zip("ab", texts, strict=True)])
        marks += sum(m.kind in STEERING for m in comparison.marks)
        words += sum(len(text.split()) for text in texts)
    return 1000 * marks / max(1, words)


def lines(folder: Path) -> list[str]:
    """All the measures with what is to be reached."""
    rows = [f"BASIL, sentence F1 of lexical bias        {basil(folder):.3f}   (to reach 0.25)"]
    for language in ("de", "en"):
        rows.append(
            f"CheckThat! {language}, macro-F1                 {checkthat(folder, language):.3f}   (to reach 0.60)"
        )
    rows.append(f"WMT news, false alarms per 1,000 words    {false_alarms(folder):.2f}    (at most 6)")
    return rows
