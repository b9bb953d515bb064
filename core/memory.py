"""Memory that was freed goes back to the system."""

from __future__ import annotations

import sys
from contextlib import suppress

from core.model import EVERY_TWO


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
