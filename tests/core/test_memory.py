"""What was freed after a stage of many articles is the system's again."""

from __future__ import annotations

import sys
from pathlib import Path

import numpy as np
import pytest

from core import memory
from core.model import EVERY_TWO


def resident() -> int:
    """Kilobytes."""
    return int(Path("/proc/self/status").read_text().split("VmRSS:")[1].split()[0])


@pytest.mark.skipif(
    not sys.platform.startswith("linux"), reason="other systems tell it otherwise, and give back by themselves"
)
def test_of_many_articles_memory_is_given_back() -> None:
    small = [np.ones(4_000) for _ in range(4_000)]  # 128 MB, each too small to be given back alone
    last = np.ones(4_000)  # above them all, so that they are kept
    del small
    before = resident()
    memory.give_back(EVERY_TWO)
    few = resident()
    memory.give_back(EVERY_TWO + 1)
    assert last.all()
    assert before - few < 20_000
    assert few - resident() > 60_000


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="elsewhere all of a table is freed at once")
def test_the_first_rows_of_a_table_are_given_back() -> None:
    table = np.ones((16_000, 1_000))  # 128 MB
    before = resident()
    memory.let_go(table[:8_001])
    assert before - resident() > 60_000
    assert table[8_001:].all()
