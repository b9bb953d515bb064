"""The event that the reports are about."""

from __future__ import annotations

import pytest

from core.model import Comparison
from tests.core.report import event


@pytest.fixture(scope="session")
def comparison() -> Comparison:
    return event.comparison()


@pytest.fixture(scope="session")
def decided() -> Comparison:
    return event.decided()


@pytest.fixture(scope="session")
def hostile() -> Comparison:
    return event.hostile()
