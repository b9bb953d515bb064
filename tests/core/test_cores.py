"""Work side by side on threads: the same as one after the other, in the same order."""

from __future__ import annotations

import threading
import time
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from core import cores


def _blas() -> set[int]:
    """How many threads numpy's library of products has now. (scikit-learn, which other tests load, brings another.)"""
    from threadpoolctl import threadpool_info

    return {x["num_threads"] for x in threadpool_info() if x["user_api"] == "blas" and "numpy" in x["filepath"]}


@given(st.lists(st.integers(), max_size=9), st.integers(1, 4))
def test_what_comes_out_does_not_depend_on_the_cores(items: list[int], count: int) -> None:
    with cores.held_to(count):
        assert list(cores.side_by_side(lambda n: n * n, items)) == [n * n for n in items]


def test_several_are_under_way_at_a_time_and_no_more_than_there_are_cores() -> None:
    together = threading.Barrier(3, timeout=10)
    now, most, lock = 0, 0, threading.Lock()

    def work(_: int) -> None:
        nonlocal now, most
        with lock:
            now += 1
            most = max(most, now)
        together.wait()
        with lock:
            now -= 1

    with cores.held_to(3):
        list(cores.side_by_side(work, range(9)))
    assert most == 3


def test_nothing_is_begun_long_before_it_is_asked_for() -> None:
    begun: list[int] = []
    with cores.held_to(2):
        found = cores.side_by_side(begun.append, range(50))
        next(found)
        time.sleep(0.05)
        assert len(begun) <= 3
        found.close()  # type: ignore[attr-defined]
    assert len(begun) <= 3


@pytest.mark.parametrize("count", [1, 3])
def test_an_error_comes_out_and_nothing_goes_on_behind_it(count: int) -> None:
    def work(n: int) -> int:
        if n == 2:
            raise KeyError(n)
        return n

    before = threading.active_count()
    with cores.held_to(count), pytest.raises(KeyError):
        list(cores.side_by_side(work, range(99)))
    assert threading.active_count() == before


def test_numpy_s_library_is_there() -> None:
    assert len(_blas()) == 1


def test_a_product_has_one_thread_meanwhile() -> None:
    before = _blas()
    seen: list[Any] = []
    with cores.held_to(2):
        list(cores.side_by_side(lambda _: seen.append(_blas()), range(3)))
    assert seen == [{1}] * 3
    assert _blas() == before


def test_who_ends_first_leaves_the_others_alone() -> None:
    before = _blas()
    first, second = cores.alone(), cores.alone()
    first.__enter__()
    second.__enter__()
    first.__exit__(None, None, None)
    assert _blas() == {1}
    second.__exit__(None, None, None)
    assert _blas() == before


def test_sums_have_the_same_last_digit_on_any_number_of_cores() -> None:
    tables = [np.random.default_rng(k).random((200, 300), dtype=np.float32) for k in range(6)]

    def product(table: Any) -> bytes:
        return bytes((table @ table.T).tobytes())

    outcomes = []
    for count in (1, 2, 4):
        with cores.held_to(count):
            outcomes.append(list(cores.side_by_side(product, tables)))
    assert outcomes[0] == outcomes[1] == outcomes[2]
