"""Packed files (docx, odt, epub, zip): opened without trusting what they say of themselves."""

from __future__ import annotations

import io
import lzma
import zipfile
import zlib
from typing import TYPE_CHECKING

from core.errors import UserError

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

# Unpacked sizes. Real documents of text stay far below; a zip bomb has 42 kB and asks for gigabytes.
MAX_MEMBER = 60_000_000
MAX_TOTAL = 400_000_000
MAX_MEMBERS = 20_000


BROKEN = (
    zipfile.BadZipFile, zlib.error, lzma.LZMAError, EOFError, OSError, NotImplementedError, RuntimeError,
    LookupError, ValueError, AttributeError, TypeError,
)  # fmt: skip
"""What zipfile and the libraries on top of it raise over a damaged packed file; found by fuzzing."""


def open_packed(data: bytes, source: str) -> zipfile.ZipFile:
    """The zip file in ``data``. Raises UserError where it is damaged (``error.damaged``), encrypted
    (``error.encrypted``) or unpacks to far more than an article needs (``error.bomb``)."""
    try:
        packed = zipfile.ZipFile(io.BytesIO(data))
        members = packed.infolist()
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as error:
        raise UserError("error.damaged", source) from error
    if any(member.flag_bits & 0x1 for member in members):
        raise UserError("error.encrypted", source)
    text = [member for member in members if member.filename.lower().endswith((".xml", ".xhtml", ".html", ".rels"))]
    if (
        len(members) > MAX_MEMBERS
        or sum(member.file_size for member in members) > MAX_TOTAL
        or any(member.file_size > MAX_MEMBER for member in text)
    ):
        raise UserError("error.bomb", source)
    return packed


def member(packed: zipfile.ZipFile, name: str, source: str) -> bytes:
    """The bytes of one member. Raises UserError ``error.damaged`` where it is missing or broken."""
    try:
        return packed.read(name)
    except BROKEN as error:
        raise UserError("error.damaged", source) from error


def parse_xml(data: bytes) -> Element:
    """The XML in ``data``: no entities are resolved, no DTD and nothing from the network is loaded.

    Raises lxml's XMLSyntaxError (a ValueError's cousin: catch ``lxml.etree.LxmlError``).
    """
    from lxml import etree

    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, dtd_validation=False, huge_tree=False
    )
    return etree.fromstring(data, parser)
