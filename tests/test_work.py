"""Work on many items: the same results in the same order, whoever does it."""

from __future__ import annotations

import gc
import os
import pickle
import signal
import sys
import threading
import time
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from dataclasses import dataclass
from multiprocessing import get_context, parent_process
from typing import TYPE_CHECKING

import pytest

from generator import corpus, verification
from generator.edition import editions
from generator.work import Forked, Pool, Sent, Serial, Work, WorkError
from tests.conftest import TOY

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

    from generator.corpus import Corpus

on_linux = pytest.mark.skipif(sys.platform != "linux", reason="forks on Linux alone")
WORDS = tuple(f"word{number}" for number in range(1_000))


def joined(shared: str, items: Sequence[str]) -> Iterator[str]:
    yield from (f"{shared} {item}" for item in items)


def processes(_: object, items: Sequence[object]) -> list[int]:
    return [os.getpid() for _ in items]


def quoted(records: Corpus, items: Sequence[str]) -> list[str]:
    return [f"{records.passage(item)[1].quote} {records.verified[item].state}" for item in items]


@dataclass(frozen=True)
class Unsendable:
    """What a fork inherits and no pickle takes along."""

    def __reduce__(self) -> str:
        raise AssertionError("pickled")


def told(shared: Unsendable, items: Sequence[Unsendable]) -> list[str]:
    return [type(shared).__name__ for _ in items]


def fails(_: object, items: Sequence[int]) -> Iterator[int]:
    for item in items:
        if item == 7:
            raise ValueError("seven")
        yield item


def dies(_: object, items: Sequence[int]) -> list[int]:
    assert parent_process() is not None, "this is the process of the tests"
    os.kill(os.getpid(), signal.SIGKILL)
    return list(items)


BEGUN: list[int] = []


def noted(_: object, items: Sequence[int]) -> list[int]:
    BEGUN.extend(items)
    return list(items)


@pytest.fixture(autouse=True)
def _as_if_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    """Leave out the threads that other tests have left, such as that of a browser."""
    count, others = threading.active_count, threading.active_count() - 1
    monkeypatch.setattr(threading, "active_count", lambda: count() - others)


@pytest.fixture(params=["serial", "forked", "threads", "spawned"])
def pool(request: pytest.FixtureRequest) -> Iterator[Pool]:
    if request.param == "serial":
        yield Serial()
    elif request.param == "forked":
        yield Forked(2, is_chosen=True)
    elif request.param == "threads":
        with ThreadPoolExecutor(2) as executor:
            yield Sent(executor, 2)
    else:
        with ProcessPoolExecutor(2, get_context("spawn")) as executor:
            yield Sent(executor, 2)


def test_the_results_stand_in_the_order_of_the_items(pool: Pool) -> None:
    work = Work(pool=pool)
    for count in (1_000, 17, 1, 0):
        found = work.mapped("join", joined, WORDS[:count], "a", least=2)
        assert list(found) == [f"a {word}" for word in WORDS[:count]]


def test_the_records_are_shared_and_sent(pool: Pool) -> None:
    records, _ = corpus.load(TOY)
    assert records is not None
    names = list(records.verified)
    expected = quoted(records, names)
    assert len(set(expected)) > 3
    assert list(Work(pool=pool).mapped("quote", quoted, names, records, least=2)) == expected


def test_every_quotation_is_compared_whoever_works(
    pool: Pool, toy: Path, edit: Callable[[str, str, str], None]
) -> None:
    edit("content/sources/otterby-herald-ferry.yml", "this winter", "this spring")
    records, _ = corpus.load(toy)
    again, _ = corpus.load(toy)
    assert records is not None
    assert again is not None
    verification.compare(records, Work(pool=pool))
    assert "verified" in vars(records)
    assert "verified" not in vars(again)
    assert records.verified == again.verified
    assert not all(result.state.holds for result in records.verified.values())
    assert list(verification.problems(records)) == list(verification.problems(again)) != []


def test_a_corpus_and_its_editions_can_be_sent() -> None:
    records, _ = corpus.load(TOY)
    assert records is not None
    for edition in editions(records):
        sent = pickle.loads(pickle.dumps(edition))  # noqa: S301
        assert sent.corpus == edition.corpus
        assert sent.words.t("Claims") == edition.words.t("Claims")
        assert sent.trees == edition.trees


@on_linux
def test_what_is_forked_is_inherited() -> None:
    items = [Unsendable()] * 10
    work = Work(pool=Forked(2, is_chosen=True))
    gc.unfreeze()  # what a build of this process has frozen
    assert list(work.mapped("tell", told, items, Unsendable(), least=0)) == ["Unsendable"] * 10
    assert gc.get_freeze_count() == 0


@on_linux
def test_processes_work_where_they_pay() -> None:
    def who(pool: Pool, count: int) -> set[int]:
        return set(Work(pool=pool).mapped("who", processes, range(count), None, least=10))

    assert os.getpid() not in who(Forked(2), 10)
    assert who(Forked(2), 9) == {os.getpid()}
    assert os.getpid() not in who(Forked(2, is_chosen=True), 9)
    assert who(Forked(1), 10) == {os.getpid()}
    over = threading.Event()
    thread = threading.Thread(target=over.wait)
    thread.start()
    assert who(Forked(2, is_chosen=True), 10) == {os.getpid()}
    over.set()
    thread.join()


def test_a_fault_of_the_function_is_that_of_the_work(pool: Pool) -> None:
    found = Work(pool=pool).mapped("fail", fails, range(100), None, least=0)
    taken: list[int] = []
    with pytest.raises(ValueError, match="seven"):
        taken.extend(found)


@on_linux
@pytest.mark.parametrize("kind", ["forked", "spawned"])
def test_a_process_that_was_killed_is_told(kind: str) -> None:
    with ProcessPoolExecutor(2, get_context("spawn")) as executor:
        pool: Pool = Forked(2, is_chosen=True) if kind == "forked" else Sent(executor, 2)
        with pytest.raises(WorkError, match=r"ended from outside|were lost"):
            list(Work(pool=pool).mapped("die", dies, range(100), None, least=0))


def test_only_some_chunks_are_under_way() -> None:
    BEGUN.clear()
    with ThreadPoolExecutor(2) as executor:
        found = Work(pool=Sent(executor, 2)).mapped("note", noted, range(10_000), None, least=0)
        assert next(found) == 0
        time.sleep(0.2)
        assert len(BEGUN) <= 5 * 250
        assert list(found) == list(range(1, 10_000))
    assert sorted(BEGUN) == list(range(10_000))


def test_whoever_watches_is_told_of_each_item() -> None:
    seen: list[tuple[str, int, int]] = []
    work = Work(shown=lambda stage, done, total: seen.append((stage, done, total)))
    list(work.mapped("join", joined, WORDS[:3], "a", least=0))
    assert seen == [("join", 1, 3), ("join", 2, 3), ("join", 3, 3)]
