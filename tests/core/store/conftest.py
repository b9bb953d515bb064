"""Every test has a data folder of its own."""

from __future__ import annotations

from pathlib import Path

import pytest

from core.store import library, lock, places


@pytest.fixture(autouse=True)
def data_folder(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path_factory.mktemp("data")
    for module in (places, lock, library):
        monkeypatch.setattr(module, "data_folder", lambda: folder)
    return folder
