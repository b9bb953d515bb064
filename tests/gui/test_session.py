"""What is chosen, what is shown, what can be undone."""

from core.model import Comparison, Decision
from gui.session import Session
from tests.gui import comparisons


def test_choosing_a_claim_chooses_its_group(session: Session, comparison: Comparison) -> None:
    group = next(g for g in comparison.groups if g.id == "g-vehicles")
    session.choose_claim(group.claims[1])
    assert (session.choice.group_id, session.choice.claim_id) == ("g-vehicles", group.claims[1])


def test_a_choice_outlives_a_new_comparison_that_still_has_it(session: Session) -> None:
    session.choose_group("g-cost")
    session.show(comparisons.small())
    assert session.choice.group_id == "g-cost"
    session.show(None)
    assert session.choice.group_id is None


def test_a_decision_can_be_undone_and_redone(session: Session, comparison: Comparison) -> None:
    decision = Decision("d1", "reject_mark", "2026-03-02T10:00:00Z", mark=comparison.marks[0].id)
    session.decide(decision, "Reject")
    assert session.comparison is not None
    assert session.comparison.decisions == (decision,)
    session.undo.undo()
    assert session.comparison.decisions == ()
    session.undo.redo()
    assert session.comparison.decisions == (decision,)


def test_marks_are_filtered_by_kind_voice_and_strength(session: Session, comparison: Comparison) -> None:
    session.filter_marks(strength=0.75, kinds=frozenset({"label", "agency"}))
    assert [m.kind for m in comparison.marks if session.filter.lets_through(m)] == ["label"]
