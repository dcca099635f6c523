"""The unit of work: the same articles and facts, in whatever batches."""

import json
from datetime import date
from pathlib import Path

import pytest

from pipeline.engines.work import Worked, work_on
from pipeline.ingest import open_input
from pipeline.records import Article, InputError
from pipeline.settings import Settings
from tests.small_runs import blank_model

LINES = [{"id": str(n), "text": f"Orrin Foods paid £{n} million for a bakery."} for n in range(2, 7)]


@pytest.fixture(scope="module")
def model(tmp_path_factory: pytest.TempPathFactory) -> str:
    return blank_model(tmp_path_factory.mktemp("model"))


def worked(path: Path, model: str, batch: int) -> list[Worked]:
    settings = Settings(model=model, batch=batch)
    return list(work_on(open_input(str(path), settings), settings, today=date(2026, 1, 1)))


@pytest.mark.parametrize("batch", [1, 2, 16])
def test_a_container_comes_in_batches(model: str, tmp_path: Path, batch: int) -> None:
    path = tmp_path / "five.jsonl"
    path.write_text("\n".join([*map(json.dumps, LINES[:3]), "{broken", *map(json.dumps, LINES[3:])]))
    parts = worked(path, model, batch)
    assert all(len(part.items) <= batch for part in parts)
    items = [item for part in parts for item in part.items]
    assert sum(isinstance(item, Article) for item in items) == 5
    assert sum(isinstance(item, InputError) for item in items) == 1
    facts = [found for part in parts for found in part.facts]
    assert [found["money"][0][3] for found in facts if isinstance(found, dict)] == [
        f"£{n} million" for n in range(2, 7)
    ]


def test_what_can_not_be_opened_is_its_error(model: str, tmp_path: Path) -> None:
    error = InputError(source="a", stage="ingest", error="fetch", message="no")
    (part,) = list(work_on(error, Settings(model=model), today=date(2026, 1, 1)))
    assert part == Worked([error], [])
