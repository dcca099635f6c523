"""A real scheduler with two worker processes: the rows of one machine, whoever dies."""

import os
import signal
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import distributed
import fsspec
import pytest
from moto.server import ThreadedMotoServer

from pipeline.cluster.dataset import Dataset
from pipeline.cluster.merge import merge_shards
from pipeline.cluster.run import ClusterSummary, run_on_cluster
from pipeline.cluster.shards import Shard
from pipeline.cluster.work import Failed, Job, attempt, close
from pipeline.errors import UsageError
from pipeline.settings import Settings
from tests.engines.test_guarded import greedy_pdf
from tests.small_runs import TODAY, blank_model, run_on, tables, write_articles

pytestmark = pytest.mark.local_network


@pytest.fixture(scope="module")
def bucket() -> Iterator[str]:
    """Give a bucket of an object store on this computer; the cluster's workers inherit where it is."""
    server = ThreadedMotoServer(port=0)
    server.start()
    host, port = server.get_host_and_port()
    given = {"AWS_ENDPOINT_URL": f"http://{host}:{port}", "AWS_ACCESS_KEY_ID": "x", "AWS_SECRET_ACCESS_KEY": "x",
             "AWS_DEFAULT_REGION": "us-east-1"}  # fmt: skip
    with pytest.MonkeyPatch.context() as patch:
        for name, value in given.items():
            patch.setenv(name, value)
        fsspec.filesystem("s3").mkdir("press")
        yield "s3://press"
    server.stop()


@pytest.fixture(scope="module")
def cluster(bucket: str) -> Iterator[Any]:
    with started_with(2) as workers:
        yield workers


def started_with(workers: int) -> Any:
    """Start a cluster of worker processes on this computer."""
    return distributed.LocalCluster(n_workers=workers, threads_per_worker=1, dashboard_address=None, silence_logs=50)


@pytest.fixture(scope="module")
def model(tmp_path_factory: pytest.TempPathFactory) -> str:
    return blank_model(tmp_path_factory.mktemp("model") / "blank")


def settings_of(cluster: Any, model: str, address: str | Path) -> Settings:
    return Settings(output=str(address), model=model, engine="dask", scheduler=cluster.scheduler_address, shard=3)


def merged(address: str, output: Path, model: str) -> dict[str, bytes]:
    merge_shards(address, Settings(output=str(output), model=model))
    return tables(output)


def kill_one(cluster: Any) -> None:
    os.kill(next(iter(cluster.workers.values())).process.pid, signal.SIGKILL)


def test_the_rows_are_those_of_one_machine_though_a_worker_is_killed(cluster: Any, model: str, tmp_path: Path) -> None:
    folder, killed = write_articles(tmp_path / "in", 24), []

    def kill_in_the_middle(stage: str, done: int, total: int | None) -> None:
        if not killed:
            kill_one(cluster)
            killed.append(done)

    settings = settings_of(cluster, model, tmp_path / "set")
    summary = run_on_cluster([str(folder)], settings, today=TODAY, report=kill_in_the_middle)
    assert killed
    assert (summary.articles, summary.failed) == (24, {})
    assert summary.shards > 1  # how many hangs on the names of the files, and pytest's folder has a number
    run_on(folder, tmp_path / "alone", model)
    assert merged(settings.output, tmp_path / "merged", model) == tables(tmp_path / "alone")


def test_only_what_is_new_or_changed_is_done_again(cluster: Any, model: str, tmp_path: Path) -> None:
    folder, settings = write_articles(tmp_path / "in", 20), settings_of(cluster, model, tmp_path / "set")

    def again() -> ClusterSummary:
        return run_on_cluster([str(folder)], settings, today=TODAY)

    first = again()
    assert again().unchanged == first.shards
    (folder / "007.txt").write_text("Orrin Foods sells a bakery\n\nLEEDS, 4 March 2025 – It got £9 million for it.\n")
    (folder / "011.txt").unlink()
    third = again()
    assert third.removed == first.shards - third.unchanged
    assert 0 < third.unchanged < first.shards
    run_on(folder, tmp_path / "alone", model)
    assert merged(settings.output, tmp_path / "merged", model) == tables(tmp_path / "alone")


def test_an_input_that_takes_all_memory_is_an_error_and_the_rest_goes_on(
    cluster: Any, model: str, tmp_path: Path
) -> None:
    folder = write_articles(tmp_path / "in", 6)
    greedy_pdf(folder)
    settings = replace(settings_of(cluster, model, tmp_path / "set"), max_memory_mb=300)
    summary = run_on_cluster([str(folder)], settings, today=TODAY)
    assert (summary.articles, summary.errors, summary.failed) == (6, 1, {})
    assert b"greedy.pdf,ingest,worker died" in merged(settings.output, tmp_path / "merged", model)["errors"]


def test_a_worker_with_other_rules_refuses(cluster: Any, model: str, tmp_path: Path) -> None:
    shard = Shard("one", (str(write_articles(tmp_path / "in", 1) / "000.txt"),))
    settings = settings_of(cluster, model, tmp_path / "set")
    failed = attempt(shard, Job(address=settings.output, settings=settings, made_by="others", today=TODAY))
    close()
    assert isinstance(failed, Failed)
    assert failed.for_all
    assert not Dataset(settings.output).committed()


def test_an_object_store_is_read_and_written(cluster: Any, bucket: str, model: str, tmp_path: Path) -> None:
    folder = write_articles(tmp_path / "in", 6)
    fsspec.filesystem("s3").put(str(folder), "press/in", recursive=True)
    settings = settings_of(cluster, model, f"{bucket}/facts")
    assert run_on_cluster([f"{bucket}/in"], settings, today=TODAY).articles == 6
    assert Dataset(f"{bucket}/facts").manifest()["rows"]["articles"] == 6
    run_on(f"{bucket}/in", tmp_path / "alone", model)  # type: ignore[arg-type]
    assert merged(f"{bucket}/facts", tmp_path / "merged", model) == tables(tmp_path / "alone")


def test_no_scheduler_is_said(model: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("pipeline.cluster.dask.WAIT", 0.5)
    folder = write_articles(tmp_path / "in", 1)
    settings = Settings(output=str(tmp_path / "set"), model=model, engine="dask", scheduler="tcp://127.0.0.1:1")
    with pytest.raises(UsageError, match="no scheduler answers"):
        run_on_cluster([str(folder)], settings, today=TODAY)


def test_a_scheduler_that_vanishes_is_said_and_the_same_command_goes_on(model: str, tmp_path: Path) -> None:
    folder = write_articles(tmp_path / "in", 30)  # more shards than are given out before the first is told
    with started_with(1) as cluster:
        settings = settings_of(cluster, model, tmp_path / "set")
        with pytest.raises(UsageError, match="the scheduler has gone"):
            run_on_cluster([str(folder)], settings, today=TODAY, report=lambda *_: cluster.close())
    assert Dataset(settings.output).committed()


def test_a_cluster_without_workers_is_said(model: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("pipeline.cluster.dask.ALONE", 0.2)
    with started_with(0) as cluster:
        settings = settings_of(cluster, model, tmp_path / "set")
        with pytest.raises(UsageError, match="no worker"):
            run_on_cluster([str(write_articles(tmp_path / "in", 1))], settings, today=TODAY)
