"""Who does the work of a build: by name, and on a real Dask cluster."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import time
from typing import TYPE_CHECKING

import pytest

from generator import corpus
from generator.hosts import executors
from generator.work import Forked, Serial, Work, WorkError
from tests.clusters import cluster
from tests.conftest import TOY
from tests.hosted import ROOT

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from generator.corpus import Corpus

on_linux = pytest.mark.skipif(sys.platform != "linux", reason="forks on Linux alone")


def quoted(records: Corpus, items: Sequence[str]) -> Iterator[tuple[str, int]]:
    yield from ((records.passage(item)[1].quote, os.getpid()) for item in items)


@on_linux
def test_each_name_stands_for_a_pool() -> None:
    processors = len(os.sched_getaffinity(0))
    for name, wanted in {
        "auto": Forked(processors),
        "serial": Serial(),
        "processes": Forked(processors, is_chosen=True),
        "processes:3": Forked(3, is_chosen=True),
    }.items():
        with executors.opened(name) as pool:
            assert pool == wanted


@pytest.mark.parametrize("name", ["", "parallel", "processes:0", "processes:x", "dask://here"])
def test_an_unknown_name_is_told(name: str) -> None:
    with pytest.raises(WorkError) as told, executors.opened(name):
        pass
    assert str(told.value) == (
        f"there is no executor '{name}'; "
        "it may be auto, serial, processes, processes:N or dask://HOST:PORT"
    )


def test_dask_is_not_imported_unless_it_is_asked_for() -> None:
    script = "import sys; import generator.cli, generator.hosts.mkdocs.plugin;"
    script += "print(sorted({'dask', 'distributed', 'tornado'} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, check=True)
    assert done.stdout.decode().strip() == "[]"


def test_without_dask_the_extra_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "distributed", None)
    monkeypatch.delitem(sys.modules, "generator.hosts.cluster", raising=False)
    with pytest.raises(WorkError, match=r"pip install 'factcheck-site\[dask\]'"):
        executors.opened("dask://127.0.0.1:1").__enter__()


@pytest.mark.filterwarnings("ignore")  # of what Dask leaves open
def test_a_cluster_that_does_not_answer_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    from generator.hosts import cluster as hosts_cluster

    monkeypatch.setattr(hosts_cluster, "SECONDS", 1)
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))  # and nobody listens
        name = f"127.0.0.1:{taken.getsockname()[1]}"
        begun = time.monotonic()
        with pytest.raises(WorkError, match=f"no Dask scheduler answers at tcp://{name}"):
            executors.opened(f"dask://{name}").__enter__()
        assert time.monotonic() - begun < 15


@pytest.mark.filterwarnings("ignore")
def test_a_cluster_does_the_work(tmp_path: Path) -> None:
    records, _ = corpus.load(TOY)
    assert records is not None
    names = list(records.verified) * 20
    with cluster(tmp_path / "cluster") as address, executors.opened(address) as pool:
        found = list(Work(pool=pool).mapped("quote", quoted, names, records, least=0))
        assert [quote for quote, _ in found] == [records.passage(name)[1].quote for name in names]
        workers = {worker for _, worker in found}
        assert len(workers) == 2
        assert os.getpid() not in workers


@pytest.mark.filterwarnings("ignore")
def test_a_cluster_without_workers_or_with_others_is_told(tmp_path: Path) -> None:
    with (
        cluster(tmp_path / "none", workers=0) as address,
        pytest.raises(WorkError, match="has no workers"),
    ):
        executors.opened(address).__enter__()
    other = tmp_path / "other"
    shutil.copytree(ROOT / "generator", other / "generator")
    (other / "generator/site.py").write_text('"""Another program."""\n')
    with (
        cluster(tmp_path / "others", workers=1, program=other) as address,
        pytest.raises(WorkError, match="lacks this program, or has another"),
    ):
        executors.opened(address).__enter__()
