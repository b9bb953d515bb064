"""What is known of texts from comparisons before: their parses, their claims, and the vectors of what they say.

Words in their context (``core.language.pieces``) and what two articles have between them (``core.alignment.between``) are
kept while a window is open, not in a project: they would take a hundred times the text's room.

A comparison that is given a ``Known`` (``core.compare.compare``) analyses only what is not in it, and finds the same.
Every piece lies under a digest of the text and of what read it, so that nothing of another version is ever taken.
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Mapping, Sequence, Set
from dataclasses import asdict
from functools import cache
from hashlib import blake2b
from importlib.metadata import version
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from core import workers
from core.alignment.between import Between
from core.job import Job
from core.language import encoder, pipelines
from core.model import Article, Attribution, Claim, Span

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from core.language.pieces import Pieces


IN_CONTEXT = 100_000_000
"""Bytes of words in their context that are kept at most: the claims of some fifty articles of 600 words."""


class Known:
    """Pieces of knowledge as bytes, by their digests. Several comparisons may use it at a time.

    ``keeps``: whether what is found out is kept; a comparison that nobody will add to spares itself the packing.
    """

    def __init__(self, pieces: Mapping[str, bytes] | None = None, keeps: bool = True) -> None:
        self.keeps = keeps
        self.pieces = dict(pieces or {})
        """What a project keeps (``core.store.Project.remember``)."""
        self.between = Between()
        self.in_context: dict[str, Pieces] = {}
        """Words in their context of the last comparison's claims; like ``between`` not for the project's file."""
        self._wanted: set[str] = set()

    def analyses(self, articles: Sequence[Article], job: Job) -> tuple[dict[str, Doc], dict[str, tuple[Claim, ...]]]:
        """The parses and the claims of ``articles``, each by the article's id (``core.workers``)."""
        docs: dict[str, Doc] = {}
        found: dict[str, tuple[Claim, ...]] = {}
        for article in articles:
            doc, claims = self._piece("doc", article), self._piece("claims", article)
            if doc is not None and claims is not None:
                docs[article.id] = pipelines.unpacked(zlib.decompress(doc), article.language)
                found[article.id] = tuple(_claim(fields) for fields in json.loads(claims))
        for article, (parsed, said) in workers.analyse([a for a in articles if a.id not in docs], job):
            docs[article.id], found[article.id] = parsed, said
            if self.keeps:
                self.pieces[_key("doc", article)] = zlib.compress(pipelines.packed(parsed), 1)
                self.pieces[_key("claims", article)] = json.dumps([asdict(c) for c in said]).encode()
        order = [a.id for a in articles]
        return {one: docs[one] for one in order}, {one: found[one] for one in order}

    def encoder(self) -> Remembering:
        """An encoder that knows the vectors of the texts that were encoded before."""
        return Remembering(self)

    def only_wanted(self) -> dict[str, bytes]:
        """The pieces that were asked for since the last call; all others are forgotten."""
        wanted, self._wanted = self._wanted, set()
        self.pieces = {key: piece for key, piece in self.pieces.items() if key in wanted}
        return self.pieces

    def find(self, key: str) -> bytes | None:
        """The piece under ``key``, which from now on is wanted."""
        self._wanted.add(key)
        return self.pieces.get(key)

    def _piece(self, kind: str, article: Article) -> bytes | None:
        return self.find(_key(kind, article)) if self.keeps or self.pieces else None


class Remembering(encoder.Encoder):
    """An encoder that asks ``known`` first and tells it what is new."""

    def __init__(self, known: Known) -> None:
        super().__init__()
        self._pieces = known

    def read(self, texts: list[str], apart: Set[str] = frozenset(), job: Job | None = None) -> None:
        """As ``Encoder.read``."""
        import numpy as np

        if not self._pieces.keeps:
            super().read(texts, apart, job)
            return
        kept = self._pieces.in_context
        self._in_context.update((t, kept[t]) for t in apart if t in kept)
        new = self._recall(texts)
        super().read(texts, apart, job)
        for text in new:
            # The same bytes for both: 200 articles have 60 MB of them.
            piece = self._pieces.pieces.setdefault(new[text], self._known[text].tobytes())
            self._known[text] = np.frombuffer(piece, dtype=np.float32)

    def ahead(self, texts: list[str], job: Job | None = None) -> None:
        """As ``Encoder.ahead``."""
        if self._pieces.keeps:
            self._recall(texts)
        super().ahead(texts, job)

    def _recall(self, texts: Sequence[str]) -> dict[str, str]:
        """Take what is known of ``texts``; the digests of those that are new."""
        import numpy as np

        new = {t: _digest("vector", encoder.name(), t) for t in {*texts} if t.strip() and t not in self._known}
        known = {t: piece for t, key in new.items() if (piece := self._pieces.find(key)) is not None}
        self._known.update((t, np.frombuffer(piece, dtype=np.float32)) for t, piece in known.items())
        return {t: key for t, key in new.items() if t not in known}

    def pieces(self, texts: list[str], job: Job | None = None) -> list[Pieces]:
        """As ``Encoder.pieces``."""
        found = super().pieces(texts, job)
        size = sum(f.vectors.nbytes for f in found)
        wanted = self._pieces.keeps and size <= IN_CONTEXT
        self._pieces.in_context = dict(zip(texts, found, strict=True)) if wanted else {}
        # They are asked for once in a comparison, and 200 articles have 300 MB of them.
        self._in_context.clear()
        return found


def _key(kind: str, article: Article) -> str:
    # Claims name their article, and its id comes from its text.
    return _digest(kind, _code(), pipelines.model_name(article.language), article.language, article.id, article.text)


def _digest(*parts: str) -> str:
    return blake2b("\0".join(parts).encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()


@cache
def _code() -> str:
    """The version of what parses texts and finds claims, told by its own bytes where they are at hand."""
    content = [version("lesart"), version("spacy")]
    for place in ("core.language", "core.claims", "resources.lexicons", "resources.models"):
        room, _, folder = place.partition(".")
        found = files(room).joinpath(folder)
        if found.is_dir():
            entries = sorted((e for e in found.iterdir() if e.is_file()), key=lambda e: e.name)
            content += [blake2b(e.read_bytes()).hexdigest() for e in entries]
    return _digest(*content)


def _claim(fields: dict[str, Any]) -> Claim:
    by = fields["attribution"]
    if by is not None:
        by = Attribution(**{**by, "span": None if by["span"] is None else Span(**by["span"])})
    content = tuple(Span(**s) for s in fields["content"])
    return Claim(**{**fields, "span": Span(**fields["span"]), "content": content, "attribution": by})
