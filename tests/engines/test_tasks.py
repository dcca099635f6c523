"""An input that is read in parts: what is at hand is read, what is to be fetched only where it changed."""

from datetime import date
from pathlib import Path

import pytest

from pipeline.engines.jobs import InputTurn, Work
from pipeline.engines.tasks import InputAsked, is_harmless, read_parts
from pipeline.records import Article
from pipeline.settings import Settings

TODAY = date(2026, 1, 1)


@pytest.fixture
def path(tmp_path: Path) -> str:
    file = tmp_path / "a.txt"
    file.write_text("Volta Foods opened a mill in Tema on Monday, its chief executive said.\n")
    return str(file)


def test_what_is_fetched_is_read_only_where_it_changed(path: str) -> None:
    fetched = InputAsked(name="a", path=path, is_at_hand=False)
    first, *more = read_parts(fetched, Settings(), today=TODAY)
    assert first.fingerprint and not first.unchanged and more
    known = InputAsked(name="a", path=path, is_at_hand=False, known=first.fingerprint)
    (part,) = read_parts(known, Settings(), today=TODAY)
    assert part.unchanged and part.first and part.last and part.fingerprint == first.fingerprint


def test_what_is_at_hand_is_read_and_has_the_fingerprint_that_was_given(path: str) -> None:
    for given in ("f", ""):
        parts = list(
            read_parts(InputAsked(name="a", path=path, fingerprint=given, known=given), Settings(), today=TODAY)
        )
        assert len(parts) == 2 and {part.fingerprint for part in parts} == {given}


def test_what_is_fetched_is_not_read_in_the_process_of_the_run(path: str) -> None:
    assert is_harmless(InputAsked(name="a", path=path), Settings())
    assert not is_harmless(InputAsked(name="a", path=path, is_at_hand=False), Settings())


def test_a_job_says_what_its_task_is_and_an_input_whether_it_is_done(path: str) -> None:
    asked = InputAsked(name="a", path=path)
    turn, batch = InputTurn(asked), list[Article]()
    assert turn.task is asked and not turn.is_done and Work(batch).task is batch
    for part in read_parts(asked, Settings(), today=TODAY):
        turn.hear(part)
    assert turn.is_done
