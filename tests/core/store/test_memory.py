"""Projects that are opened and closed leave nothing behind."""

from __future__ import annotations

import gc
from pathlib import Path

import pytest

from core import store
from tests.core.report import event

psutil = pytest.importorskip("psutil", reason="psutil is not installed: memory is not measured")


def test_opening_and_closing_projects_leaves_nothing_behind(tmp_path: Path) -> None:
    path = tmp_path / "ferry.lesart"
    store.Project.create(path, event.comparison()).close()
    process = psutil.Process()
    sizes = []
    for _ in range(25):
        with store.Project(path) as project:
            assert project.comparison.articles
            project.known()
        del project
        gc.collect()
        sizes.append(process.memory_info().rss)
    assert max(sizes[5:]) <= 1.1 * sizes[4]
