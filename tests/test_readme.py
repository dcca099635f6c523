"""The Python of the README and of the page about jobs is run from top to bottom, and prints what they say it prints."""

import contextlib
import io
import re
import sys
from pathlib import Path

import pytest

README = Path(__file__).parents[1] / "README.md"
PAGES = (README, README.parent / "docs" / "pages" / "jobs.md")
PAIR = re.compile(r"```python\n(.*?)```\n(?:\n```text\n(.*?)```)?", re.DOTALL)


def run(page: str) -> list[tuple[str, str]]:
    """Run each Python block of a page, and give what the page shows after it beside what it printed."""
    names: dict[str, object] = {"__name__": "page"}
    pairs = []
    for code, shown in PAIR.findall(page):
        printed = io.StringIO()
        with contextlib.redirect_stdout(printed):
            exec(compile(code, "page", "exec"), names)
        pairs.append((shown, printed.getvalue()))
    return pairs


@pytest.mark.parametrize(("page", "blocks"), zip(PAGES, (4, 2), strict=True), ids=["README", "jobs"])
def test_a_page_prints_what_it_shows(page: Path, blocks: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(README.parent)
    pairs = run(page.read_text(encoding="utf-8"))
    assert len(pairs) >= blocks
    for shown, printed in pairs:
        assert printed == shown, "run: python tests/test_readme.py --write"


def test_the_first_two_sh_blocks_are_the_job_and_the_tests():
    blocks = re.findall(r"```sh\n(.*?)```", README.read_text(encoding="utf-8"), re.DOTALL)
    assert blocks[0].strip().endswith("pressfacts run") and blocks[1].strip().endswith("-m pytest -n 2 --dist loadfile")


if __name__ == "__main__" and sys.argv[1:] == ["--write"]:
    for page in PAGES:
        text = page.read_text(encoding="utf-8")
        outputs = iter(run(text))
        text = PAIR.sub(lambda match: f"```python\n{match[1]}```\n\n```text\n{next(outputs)[1]}```", text)  # noqa: B023
        page.write_text(text, encoding="utf-8")
