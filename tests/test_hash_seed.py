"""Two processes find the same, though Python gives each another order of sets."""

import json
import os
import subprocess
import sys
from pathlib import Path

ARTICLES = sorted((Path(__file__).parents[1] / "corpus/articles").glob("*.txt"))[::4]
PROGRAM = """
import json, sys
from datetime import date
from pipeline.engines.batch import extract_batch
from pipeline.ingest import read_articles
from pipeline.settings import Settings

articles = list(read_articles(sys.argv[1:], today=date(2026, 1, 1)))
json.dump(extract_batch(articles, Settings()), sys.stdout, default=repr)
"""


def found_with(seed: int) -> dict:
    """Find facts in a process with a hash seed."""
    program = [sys.executable, "-c", PROGRAM, *map(str, ARTICLES)]
    done = subprocess.run(program, env={**os.environ, "PYTHONHASHSEED": str(seed)}, capture_output=True, check=True)
    return json.loads(done.stdout)


def test_facts_do_not_depend_on_the_hash_seed() -> None:
    assert found_with(1) == found_with(3)
