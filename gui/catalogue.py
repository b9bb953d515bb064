"""What a .ts file says, as the bytes of the .qm that Qt reads: lrelease without Qt.

The wheel's build needs it where no Qt is installed (``hatch_build.py``), ``build.spec`` and a checkout use it too. So
there is one way from .ts to .qm, and a test sets it against PySide6's own lrelease.
"""

from __future__ import annotations

import struct
from collections.abc import Mapping
from xml.etree import ElementTree

Message = tuple[str, str, str]
"""Context, source, comment."""


def messages(ts: str) -> dict[Message, tuple[str, ...]]:
    """The finished messages of a .ts file, each with one form, or two where there is a plural."""
    said = {}
    for context in ElementTree.fromstring(ts).iter("context"):
        name = context.findtext("name", "")
        for message in context.iter("message"):
            translation = message.find("translation")
            if translation is None or translation.get("type"):
                continue
            plurals = tuple(form.text or "" for form in translation.iter("numerusform"))
            forms = plurals or ((translation.text,) if translation.text else ())
            if forms:
                said[name, message.findtext("source", ""), message.findtext("comment", "")] = forms
    return said


# As lrelease lays the messages out (qttools, src/linguist/shared/qm.cpp). Overriding QTranslator.translate in Python
# would be simpler, but PySide (6.12, Python 3.11) gives back a reference to None too many for every call without a
# comment, until the interpreter dies.
MAGIC = bytes.fromhex("3cb86418caef9c95cd211cbf60a1bddd")
HASHES, MESSAGES, NUMERUS, LANGUAGE = 0x42, 0x69, 0x88, 0xA7
END, TRANSLATION, SOURCE, CONTEXT, COMMENT = 1, 3, 6, 7, 8
ONE_ELSE_MANY = b"\x01\x01"
"""The plural rule of German and English: the first form for n = 1, the second for everything else."""


def compiled(said: Mapping[Message, tuple[str, ...]], code: str) -> bytes:
    """``said`` as the bytes of a .qm file."""
    hashes, stored = [], bytearray()
    for (context, source, comment), forms in said.items():
        hashes.append((_elf_hash((source + comment).encode()), len(stored)))
        for form in forms:
            stored += _tagged(TRANSLATION, form.encode("utf-16-be"))
        for tag, text in ((COMMENT, comment), (SOURCE, source), (CONTEXT, context)):
            stored += _tagged(tag, text.encode())
        stored.append(END)
    table = b"".join(struct.pack(">II", *entry) for entry in sorted(hashes))
    sections = ((LANGUAGE, code.encode()), (HASHES, table), (MESSAGES, bytes(stored)), (NUMERUS, ONE_ELSE_MANY))
    return MAGIC + b"".join(_tagged(tag, data) for tag, data in sections)


def _tagged(tag: int, data: bytes) -> bytes:
    return struct.pack(">BI", tag, len(data)) + data


def _elf_hash(data: bytes) -> int:
    value = 0
    for byte in data:
        value = (value << 4) + byte
        high = value & 0xF0000000
        value = (value ^ high >> 24) & ~high
    return value or 1
