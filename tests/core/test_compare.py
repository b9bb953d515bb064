"""The one door: what goes in, what comes out, and what must not happen on the way."""

from __future__ import annotations

import csv
import gc
import json
import socket
import zipfile
from collections.abc import Sequence
from dataclasses import replace
from itertools import permutations
from pathlib import Path

import pytest

from core import report
from core.alignment import partners
from core.compare import compare, read, sample_sources
from core.errors import Cancelled
from core.index import Index
from core.job import Job
from core.model import Comparison, Settings

COUNCIL = """Council votes to close the old harbour bridge

The town council of Millhaven voted on Tuesday to close the harbour bridge for two years. Repairs will cost 12 million pounds, the treasurer said.

Traders fear for their business. "We will lose half of our customers," said baker Joan Pell.
"""
RAT = """Hafenbrücke in Millhaven wird für zwei Jahre gesperrt

Der Stadtrat von Millhaven hat am Dienstag beschlossen, die Hafenbrücke für zwei Jahre zu schließen. Die Reparatur kostet nach Angaben der Kämmerin 12 Millionen Pfund.

Die Polizei rät, über die Ringstraße zu fahren.
"""
BLOG = """Millhaven: regime of the councillors shuts our bridge

They have done it: the harbour bridge will be shut for two years. Twelve million pounds, for a bridge that has stood for a century!

Joan Pell, who runs the bakery on the quay, says she will lose half of her customers.
"""


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    folder = tmp_path_factory.mktemp("event")
    out = []
    for name, text in (("council.txt", COUNCIL), ("rat.txt", RAT), ("blog.txt", BLOG)):
        out.append(folder / name)
        out[-1].write_text(text, encoding="utf-8")
    return out


@pytest.fixture(scope="module")
def compared(files: list[Path]) -> Comparison:
    return compare(files)


def values(comparison: Comparison) -> tuple[object, ...]:
    """Everything that must not depend on the order of the columns."""
    return (
        {c.id: c for c in comparison.claims},
        {frozenset((x.a, x.b)): (x.score, x.relation) for x in comparison.links},
        {frozenset(g.claims): {(o.article_id, o.claim_id) for o in g.omitted_by} for g in comparison.groups},
        {m.id: (m.span, m.strength) for m in comparison.marks},
    )


def test_the_vote_is_linked_across_languages(compared: Comparison):
    index = Index(compared)
    english, german = (a.id for a in compared.articles[:2])
    linked = [
        (index.text(x.a), index.text(x.b))
        for x in compared.links
        if {index.claim[x.a].article_id, index.claim[x.b].article_id} == {english, german}
    ]
    assert any("voted on Tuesday" in a and "beschlossen" in b for a, b in linked)


def test_what_only_one_article_says_is_in_no_group(compared: Comparison):
    index = Index(compared)
    detour = next(c for c in compared.claims if "Ringstraße" in index.text(c.id))
    assert detour.id not in index.group_of


def test_every_span_lies_in_its_text_and_every_claim_is_in_one_group_at_most(compared: Comparison):
    length = {a.id: len(a.text) for a in compared.articles}
    for claim in compared.claims:
        assert 0 <= claim.span.start < claim.span.end <= length[claim.article_id]
        assert all(claim.span.start <= p.start < p.end <= claim.span.end for p in claim.content)
    for mark in compared.marks:
        assert 0 <= mark.span.start <= mark.span.end <= length[mark.article_id]
        assert all(p.span.end <= length[p.article_id] for p in mark.against)
    members = [c for g in compared.groups for c in g.claims]
    assert len(members) == len(set(members))
    assert all(len({Index(compared).claim[c].article_id for c in g.claims}) > 1 for g in compared.groups)


def test_the_order_of_the_articles_changes_nothing_but_the_columns(files: list[Path], compared: Comparison):
    for order in list(permutations(files))[1:]:  # the first is the one that they came in
        other = compare(order)
        assert [a.source for a in other.articles] == [str(f) for f in order]
        assert values(other) == values(compared)


def test_two_runs_give_the_same_but_for_the_time(files: list[Path], compared: Comparison):
    again = compare(files)
    assert replace(again, provenance=compared.provenance) == compared


def test_a_bad_file_costs_only_itself(files: list[Path], compared: Comparison, tmp_path: Path):
    (tmp_path / "empty.txt").write_bytes(b"")
    (tmp_path / "folder").mkdir()
    bad = [tmp_path / "empty.txt", tmp_path / "gone.txt", tmp_path / "folder"]
    found = compare([bad[0], files[0], bad[1], files[1], bad[2], files[2]])
    assert [a.title for a in found.articles] == [a.title for a in compared.articles]
    assert values(found) == values(compared)
    assert len(found.failures) >= 2
    for failure in found.failures:
        assert Path(failure.source).name in dict(failure.reason.values)["file"]


def test_each_article_of_a_file_that_cannot_be_read_is_listed(tmp_path: Path):
    rows = [["title", "text"], ["Council", COUNCIL], ["Nothing", ""], ["Rat", RAT], ["Unseen", "\u200b"], ["", ""]]
    with (tmp_path / "rows.csv").open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(rows)
    records = [{"title": "Blog", "text": BLOG}, {"title": "Gone", "body": " "}]
    (tmp_path / "records.json").write_text(json.dumps({"title": "A feed", "articles": records}))
    with zipfile.ZipFile(tmp_path / "news.zip", "w") as packed:
        packed.writestr("good.txt", "A fourth one\n\nThe bridge is shut.")
        packed.writestr("bad.pdf", "%PDF-1.7 cut")
    articles, failures = read([tmp_path / name for name in ("rows.csv", "records.json", "news.zip")], Job())
    assert [Path(a.source).name for a in articles] == ["rows.csv#1", "rows.csv#3", "records.json#1", "good.txt"]
    assert [(Path(f.source).name, f.reason.key) for f in failures] == [
        ("rows.csv#2", "error.empty_text"),
        ("rows.csv#4", "error.empty_text"),
        ("records.json#2", "error.empty_text"),
        ("bad.pdf", "error.damaged"),
    ]


def test_a_folder_is_read_file_by_file_with_one_progress(files: list[Path], tmp_path: Path):
    told = []

    class Told(Job):
        def report(self, done: int, total: int, label: str) -> None:
            told.append((done, total))

    folder = tmp_path / "folder"
    folder.mkdir()
    for number in range(3):
        (folder / f"{number}.txt").write_text(f"Number {number}\n\nThe bridge is shut." if number != 1 else "")
    articles, failures = read([files[0], folder], Told())
    assert [Path(a.source).name for a in articles] == ["council.txt", "0.txt", "2.txt"]
    assert [Path(f.source).name for f in failures] == ["1.txt"]
    assert told == [(0, 4), (1, 4), (2, 4), (3, 4)]


def test_the_same_text_twice_is_compared_once(files: list[Path], tmp_path: Path):
    copy = tmp_path / "copy.txt"
    copy.write_bytes(files[0].read_bytes())
    articles, failures = read([files[0], copy], Job())
    assert len(articles) == 1
    assert [f.reason.key for f in failures] == ["error.same_text"]


@pytest.mark.parametrize("count", [0, 1])
def test_fewer_than_two_articles_make_a_comparison_without_links(files: list[Path], count: int):
    found = compare(files[:count])
    assert len(found.articles) == count
    assert found.links == found.groups == ()


def test_a_higher_threshold_makes_no_more_links(files: list[Path], compared: Comparison):
    strict = compare(files, Settings(link_threshold=0.9))
    assert {(x.a, x.b) for x in strict.links} <= {(x.a, x.b) for x in compared.links}
    assert all(x.score >= 0.9 for x in strict.links)


def test_of_many_articles_those_that_were_not_held_against_each_other_are_joined_by_a_third(
    files: list[Path], compared: Comparison, monkeypatch: pytest.MonkeyPatch
):
    for name, value in (("MANY", 2), ("HUBS", 1), ("FURTHER", 0)):
        monkeypatch.setattr(partners, name, value)
    found = compare(files)
    home = {c.id: c.article_id for c in found.claims}
    held = {frozenset((home[link.a], home[link.b])) for link in found.links}
    assert len(held) == 2
    assert len({frozenset((home[link.a], home[link.b])) for link in compared.links}) == 3
    assert max(len({home[c] for c in g.claims}) for g in found.groups) == 3
    for group in found.groups:
        for omission in group.omitted_by:
            # Also where nobody held the two against each other a reader is shown what comes nearest.
            assert omission.claim_id
            assert home[omission.claim_id] == omission.article_id


def test_a_cancelled_job_stops(files: list[Path]):
    job = Job()
    job.cancel()
    with pytest.raises(Cancelled):
        compare(files, job=job)


class Watching(Job):
    """Remembers whether rubbish was searched for while it was asked; begins another comparison meanwhile."""

    def __init__(self, meanwhile: Sequence[Path] = ()) -> None:
        super().__init__()
        self.searched: list[bool] = []
        self._meanwhile = meanwhile

    def check(self) -> None:
        if self._meanwhile:
            files, self._meanwhile = self._meanwhile, ()
            compare(files)
        self.searched.append(gc.get_threshold()[0] > 0)
        if not self.searched[-1]:
            gc.enable()  # as ``srsly`` does when it has unpacked a Doc
        super().check()


@pytest.mark.parametrize("wanted", [True, False])
def test_rubbish_is_not_searched_for_meanwhile_and_then_as_before(files: list[Path], wanted: bool) -> None:
    before, frozen, threshold = gc.isenabled(), gc.get_freeze_count(), gc.get_threshold()
    (gc.enable if wanted else gc.disable)()
    try:
        articles, _ = read(files, Job())
        watching = Watching(files)
        compare(articles, job=watching)
        while_comparing = watching.searched[watching.searched.index(False) :]
        assert len(while_comparing) > 10
        assert True not in while_comparing
        assert (gc.isenabled(), gc.get_threshold()) == (wanted, threshold)
        cancelled = Job()
        cancelled.cancel()
        with pytest.raises(Cancelled):
            compare(articles, job=cancelled)
        assert (gc.isenabled(), gc.get_threshold()) == (wanted, threshold)
        assert gc.get_freeze_count() == frozen == 0
    finally:
        (gc.enable if before else gc.disable)()


def test_no_socket_is_opened_for_a_comparison_and_its_report(
    files: list[Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    def forbidden(*_: object, **__: object) -> None:
        raise AssertionError("a socket was opened")

    # A class, for libraries name socket.socket in annotations when they are imported.
    monkeypatch.setattr(socket, "socket", type("Forbidden", (socket.socket,), {"__init__": forbidden}))
    monkeypatch.setattr(socket, "create_connection", forbidden)
    monkeypatch.setattr(socket, "getaddrinfo", forbidden)
    found = compare([files[0], *sample_sources()])
    for ending in ("html", "json", "md"):
        report.write(found, tmp_path / f"report.{ending}")
        assert (tmp_path / f"report.{ending}").stat().st_size > 1000
