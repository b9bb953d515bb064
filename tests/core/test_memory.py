"""What was freed after a stage of many articles is the system's again."""

from __future__ import annotations

import subprocess
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


LARGE = """
import threading
import numpy as np
from pathlib import Path
from core import memory
from core.model import EVERY_TWO

def resident():
    return int(Path("/proc/self/status").read_text().split("VmRSS:")[1].split()[0])

memory.settle(EVERY_TWO + {more})
np.ones(2_500_000)  # 20 MB: by itself the C library puts all up to this size among small things from now on
before, kept = resident(), []

def work():
    tables = []
    for _ in range(30):
        tables.append(np.ones(1_000_000))
        kept.append(np.ones(10))
    del tables

thread = threading.Thread(target=work)
thread.start()
thread.join()
print(resident() - before)
"""


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="other systems tell it otherwise")
def test_of_many_articles_large_tables_do_not_stay_behind() -> None:
    few, many = (
        int(subprocess.run([sys.executable, "-c", LARGE.format(more=more)], capture_output=True, check=True).stdout)
        for more in (0, 1)
    )
    assert many < 10_000 < few
