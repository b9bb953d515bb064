"""A view with lineages made by hand, beside the real tracing of claims."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from pytestqt.qtbot import QtBot

from core.lineage import Lineage
from gui.jobs import Jobs
from gui.session import Session
from gui.stemma.page import StemmaView
from gui.stemma.tracing import Tracing

Show = Callable[[Lineage], StemmaView]


@pytest.fixture
def show(session: Session, qtbot: QtBot) -> Iterator[Show]:
    """Shows a lineage of ``session``'s comparison in a view of its own."""
    jobs = Jobs()
    tracing = Tracing(session, jobs)
    qtbot.waitUntil(lambda: session.lineage is not None, timeout=20_000)
    view = StemmaView(session, tracing)
    qtbot.addWidget(view)
    view.resize(1300, 800)
    view.show()

    def made(lineage: Lineage) -> StemmaView:
        session.show_lineage(lineage)
        if lineage.edges and lineage.edges[0].source in lineage.articles:
            qtbot.waitUntil(lambda: view.panel.list.changes.rowCount() > 0, timeout=20_000)
        return view

    yield made
    jobs.finish()
