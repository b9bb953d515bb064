"""What the encoder has another process read comes as if it had been read here."""

from __future__ import annotations

import os
import signal
from typing import Any

import numpy as np
import pytest

from core.crew import Crew
from core.errors import Cancelled
from core.job import Job
from core.known import Known
from core.language import encoder
from core.language.encoder import Encoder
from tests.core.crews import processes

TEXTS = [f"{one} {other}" for one in ("river", "Brücke", "council", "Strike") for other in ("road", "Haus", "vote")]


@pytest.fixture
def little(monkeypatch: pytest.MonkeyPatch) -> None:
    """Little is worth while, and waited for, however busy the machine."""
    monkeypatch.setattr(encoder, "LEAST", 2)
    monkeypatch.setattr(encoder, "PATIENCE", 60.0)


@pytest.fixture
def read_here(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What this process reads."""
    told: list[str] = []
    own = Encoder._read

    def heard(self: Encoder, batch: dict[str, list[int]], *rest: Any) -> Any:
        told.extend(batch)
        return own(self, batch, *rest)

    monkeypatch.setattr(Encoder, "_read", heard)
    return told


def test_what_another_process_reads_is_what_this_one_would(crew: Crew, little: None, read_here: list[str]) -> None:
    here = Encoder().vectors(TEXTS)
    read_here.clear()
    own = Encoder()
    own.ahead(TEXTS)
    assert np.allclose(own.vectors(["something else"])[0], Encoder().vectors(["something else"])[0])
    assert np.allclose(own.vectors(TEXTS), here, atol=1e-6)
    assert set(read_here) == {"something else"}


def test_what_is_asked_ahead_twice_is_known_from_both(crew: Crew, little: None, read_here: list[str]) -> None:
    own = Encoder()
    own.ahead(TEXTS[:6])
    own.ahead(TEXTS[3:])
    found = own.vectors(TEXTS)
    assert not read_here
    assert np.allclose(found, Encoder().vectors(TEXTS), atol=1e-6)


def test_few_texts_are_read_here(crew: Crew, read_here: list[str]) -> None:
    Encoder().ahead(TEXTS)
    assert read_here == TEXTS


def test_without_another_process_they_are_read_here(little: None, read_here: list[str]) -> None:
    own = Encoder()
    own.ahead(TEXTS)
    assert read_here == TEXTS
    own.vectors(TEXTS)
    assert read_here == TEXTS


@pytest.mark.parametrize("what", [signal.SIGSTOP, signal.SIGKILL])
def test_a_process_that_does_not_answer_is_not_waited_for(
    crew: Crew, little: None, read_here: list[str], monkeypatch: pytest.MonkeyPatch, what: signal.Signals
) -> None:
    monkeypatch.setattr(encoder, "PATIENCE", 0.2)
    here = Encoder().vectors(TEXTS)
    read_here.clear()
    (process,) = processes(crew)
    os.kill(process, what)
    try:
        own = Encoder()
        own.ahead(TEXTS)
        assert np.array_equal(own.vectors(TEXTS), here)
        assert read_here == TEXTS
    finally:
        if what is signal.SIGSTOP:
            os.kill(process, signal.SIGCONT)


def test_a_cancelled_job_does_not_wait_for_it(crew: Crew, little: None) -> None:
    (process,) = processes(crew)
    os.kill(process, signal.SIGSTOP)
    try:
        own, job = Encoder(), Job()
        own.ahead(TEXTS)
        job.cancel()
        with pytest.raises(Cancelled):
            own.vectors(TEXTS, job)
    finally:
        os.kill(process, signal.SIGCONT)


def test_what_another_process_read_is_known_afterwards(crew: Crew, little: None, read_here: list[str]) -> None:
    known = Known()
    own = known.encoder()
    own.ahead(TEXTS)
    found = own.vectors(TEXTS)
    again = Known(known.only_wanted()).encoder()
    again.ahead([*TEXTS, "something else"])
    assert np.array_equal(again.vectors(TEXTS), found)
    assert read_here == ["something else"]
