"""The decisions of another reader's copy."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from core import store
from core.compare import revise
from core.decisions.agreement import agreement
from core.errors import UserError
from core.model import Comparison, Decision, DecisionKind
from core.store.project import Project
from tests.core.report import event
from tests.core.store.test_project import note


def verdict(id_: str, kind: DecisionKind, comparison: Comparison) -> Decision:
    two = next(g for g in comparison.groups if len(g.claims) == 2)
    return Decision(id_, kind, "2026-11-22T10:00:00Z", claims=two.claims)


@pytest.fixture
def mine(tmp_path: Path) -> Path:
    path = tmp_path / "mine.lesart"
    store.save(replace(event.comparison(), decisions=(note(1),)), path)
    return path


def test_only_what_the_other_decided_alone_comes_in(mine: Path, tmp_path: Path) -> None:
    theirs = tmp_path / "Ada.lesart"
    with Project(mine) as project:
        project.save_as(theirs)
        rejected = verdict("hers", "reject_link", project.comparison)
        project.decide(rejected)
        project.decide(replace(note(2), id="named", reader="Grace"))
    with Project(mine) as project:
        accepted = verdict("mine", "accept_link", project.comparison)
        project.decide(accepted)
        others = store.other_reader(project.comparison, theirs)
        assert others == (replace(rejected, reader="Ada"), replace(note(2), id="named", reader="Grace"))
        assert agreement(project.comparison, project.comparison.decisions, others).disagreements
        groups = project.comparison.groups
        project.keep(store.beside(project.comparison, others))
        assert project.comparison.groups == groups, "one's own decisions count"
        assert store.other_reader(project.comparison, theirs) == (), "what came in is known"
        project.withdraw("mine")
        assert project.comparison.groups != groups, "without one's own, the other's do"
    assert store.load(mine) == project.comparison


def test_a_copy_of_another_comparison_is_refused(mine: Path, tmp_path: Path) -> None:
    article = event.ARTICLES["E"]
    other = replace(event.comparison(), articles=(article,), claims=(), links=(), groups=(), marks=())
    store.save(other, tmp_path / "other.lesart")
    here = replace(event.comparison(), articles=event.comparison().articles[:4])
    with pytest.raises(UserError) as caught:
        store.other_reader(here, tmp_path / "other.lesart")
    assert caught.value.key == "error.project.no_shared_article"
    assert "other.lesart" in caught.value.say("de")
    assert store.other_reader(revise(event.comparison(), ()), tmp_path / "other.lesart") == ()
