"""What is read outside of a run is read as in one: a file that takes all memory costs itself alone."""

from pathlib import Path

import pytest

from pipeline.engines.guarded import read_guarded
from pipeline.records import Article, InputError
from pipeline.settings import Settings
from tests.engines.test_guarded import greedy_pdf
from tests.small_runs import TODAY, write_articles


@pytest.mark.skipif(not Path("/proc/self/statm").exists(), reason="limits are those of Linux")
def test_a_file_that_takes_all_memory_is_an_error(tmp_path: Path) -> None:
    folder = write_articles(tmp_path / "in", 2)
    greedy_pdf(folder)
    first, second, greedy = read_guarded([folder], Settings(max_memory_mb=300), today=TODAY)
    assert isinstance(first, Article) and isinstance(second, Article)
    assert isinstance(greedy, InputError) and greedy.error == "worker died"
