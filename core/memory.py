"""Memory that was freed goes back to the system."""

from __future__ import annotations

import sys
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from core.model import EVERY_TWO

if TYPE_CHECKING:
    from numpy.typing import NDArray

DONT_NEED = 4
"""Linux's MADV_DONTNEED."""


def give_back(articles: int) -> None:
    """After a stage of a comparison of so many ``articles``: have the C library give back what it keeps of freed memory.

    glibc keeps what lies below anything that is still in use; of 200 articles' pieces of words that was 200 MB. Other systems do so
    of themselves, and of few articles it is not worth the milliseconds.
    """
    if articles <= EVERY_TWO or not sys.platform.startswith("linux"):
        return
    import ctypes

    with suppress(OSError, AttributeError):  # another C library than glibc
        ctypes.CDLL("libc.so.6").malloc_trim(0)


def let_go(rows: NDArray[Any]) -> None:
    """Give back what ``rows``, the first ones of a table that is still in use, take up: nobody may read them afterwards (where
    it works, they are zeros). Half a table lies in one piece of memory with the other half, and could not be freed."""
    if not sys.platform.startswith("linux") or not rows.flags.c_contiguous:
        return
    import ctypes
    import mmap

    start = -(-rows.ctypes.data // mmap.PAGESIZE) * mmap.PAGESIZE
    end = (rows.ctypes.data + rows.nbytes) // mmap.PAGESIZE * mmap.PAGESIZE
    if end > start:
        with suppress(OSError, AttributeError):
            ctypes.CDLL(None).madvise(ctypes.c_void_p(start), ctypes.c_size_t(end - start), DONT_NEED)
