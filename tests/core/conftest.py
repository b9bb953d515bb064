"""No test leaves anything in the reader's data folder, nor does a process that it starts; some share their work with one."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

import core.crew
from core.crew import Crew
from tests.core.crews import until


@pytest.fixture(scope="session", autouse=True)
def no_ones_home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_DATA_HOME", str(tmp_path_factory.mktemp("home")))
        yield


@pytest.fixture
def crew(monkeypatch: pytest.MonkeyPatch) -> Iterator[Crew]:
    """A process that has come up, for whatever text there is."""
    own = Crew(1)
    monkeypatch.setattr(core.crew, "crew", lambda: own)
    with own.lent(1):
        until(lambda: own.ready)
    yield own
    own.end()
