"""A scheduler and two workers on this machine, one of them killed while it works: the table is the local one."""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from core import batch, cli
from core.batch.cluster import Cluster
from core.model import Settings
from tests.core.batch.made import TEXTS, Here, events
from tests.core.batch.test_batch import bytes_of

distributed: Any = pytest.importorskip(
    "distributed", reason="dask.distributed is not installed: the batch on a cluster is not tested"
)
TEXT = TEXTS["ferry"]
MANY = {f"event {n:02}": {k: f"{v} It is the {n + 2}th time." for k, v in TEXT.items()} for n in range(10)}
LONGEST = 120


@pytest.fixture
def scheduler(tmp_path: Path) -> Iterator[tuple[str, list[subprocess.Popen[bytes]]]]:
    """The address of a scheduler and the processes of its two workers."""
    file = tmp_path / "scheduler.json"
    quiet: dict[str, Any] = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    own = [sys.executable, "-m", "distributed.cli.dask_scheduler"]
    first = subprocess.Popen(
        [*own, "--host", "127.0.0.1", "--port", "0", "--no-dashboard", "--scheduler-file", str(file)], **quiet
    )
    worker = [sys.executable, "-m", "distributed.cli.dask_worker", "--scheduler-file", str(file), "--no-nanny"]
    folder = ["--local-directory", str(tmp_path), "--nthreads", "1", "--no-dashboard", "--host", "127.0.0.1"]
    workers = [subprocess.Popen([*worker, *folder], **quiet) for _ in range(2)]
    try:
        until = time.monotonic() + LONGEST
        while not file.exists() and time.monotonic() < until:
            time.sleep(0.1)
        with distributed.Client(scheduler_file=str(file), timeout=LONGEST, set_as_default=False) as client:
            client.wait_for_workers(2, timeout=LONGEST)
            address = client.scheduler.address
        yield address, workers
    finally:
        for process in (*workers, first):
            with contextlib.suppress(OSError):
                process.kill()
            process.wait()


def test_a_worker_killed_while_it_works_changes_nothing(
    scheduler: tuple[str, list[subprocess.Popen[bytes]]], tmp_path: Path
) -> None:
    address, workers = scheduler
    place = events(tmp_path / "in", MANY)
    out = tmp_path / "cluster"
    killed: list[int] = []

    def kill() -> None:
        kept = out / "events"
        until = time.monotonic() + LONGEST
        while time.monotonic() < until:
            done = len(list(kept.glob("*.json"))) if kept.exists() else 0
            if done:
                os.kill(workers[0].pid, signal.SIGKILL)
                killed.append(done)
                return
            time.sleep(0.005)

    thread = threading.Thread(target=kill)
    thread.start()
    ended = batch.run(place, out, lambda: Cluster(address), Settings())
    thread.join()
    assert ended.compared == len(MANY)
    assert ended.failed == ()
    assert 0 < killed[0] < len(MANY)
    assert workers[0].wait() == -signal.SIGKILL
    assert workers[1].poll() is None
    batch.run(place, tmp_path / "here", Here, Settings())
    assert bytes_of(out) == bytes_of(tmp_path / "here")


def test_no_scheduler_is_a_sentence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("core.batch.cluster.PATIENCE", 1)
    place = events(tmp_path / "in")
    for address in ("tcp://127.0.0.1:9", "no address"):
        words = ["batch", str(place), "-o", str(tmp_path / "out"), "--scheduler", address, "--language", "en"]
        assert cli.main(words) == 1
        assert f"No scheduler answers at “{address}”." in capsys.readouterr().err


def test_without_dask_a_sentence_says_what_is_missing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "distributed", None)
    place = events(tmp_path / "in")
    words = ["batch", str(place), "-o", str(tmp_path / "out"), "--scheduler", "tcp://127.0.0.1:1", "--language", "en"]
    assert cli.main(words) == 1
    assert 'pip install "lesart[cluster]"' in capsys.readouterr().err
