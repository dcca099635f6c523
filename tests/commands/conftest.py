from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from pipeline.cli import app
from pipeline.errors import PressfactsError

RELEASE = """Volta Foods lifts its outlook

ACCRA, March 3, 2025 - Volta Foods Ltd said revenue rose 12 per cent to GH₵40 million in 2024.

"We sold more of everything," said Ama Serwaa Boateng, chief executive of Volta Foods.
"""


@pytest.fixture
def release(tmp_path: Path) -> Path:
    path = tmp_path / "in" / "release.txt"
    path.parent.mkdir()
    path.write_text(RELEASE, encoding="utf-8")
    return path


@pytest.fixture
def pressfacts(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Callable[..., Result]:
    """Run the command line in a folder of its own; an error for the user comes back as exit code 2, as in `main`."""
    monkeypatch.chdir(tmp_path)

    def invoke(*words: object, input: str | None = None) -> Result:
        result = CliRunner().invoke(app, [str(word) for word in words], input=input)
        if isinstance(result.exception, PressfactsError):
            result.exit_code = 2
        elif result.exception and not isinstance(result.exception, SystemExit):
            raise result.exception
        return result

    return invoke
