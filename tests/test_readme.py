"""The README's Python is run from top to bottom, and prints what the README says that it prints."""

import contextlib
import io
import re
import sys
from pathlib import Path

README = Path(__file__).parents[1] / "README.md"
PAIR = re.compile(r"```python\n(.*?)```\n(?:\n```text\n(.*?)```)?", re.DOTALL)


def run(readme: str) -> list[tuple[str, str]]:
    """Run each Python block, and give what the README shows after it beside what it printed."""
    names: dict[str, object] = {"__name__": "readme"}
    pairs = []
    for code, shown in PAIR.findall(readme):
        printed = io.StringIO()
        with contextlib.redirect_stdout(printed):
            exec(compile(code, "README.md", "exec"), names)
        pairs.append((shown, printed.getvalue()))
    return pairs


def test_the_readme_prints_what_it_shows():
    pairs = run(README.read_text(encoding="utf-8"))
    assert len(pairs) >= 4
    for shown, printed in pairs:
        assert printed == shown, "run: python tests/test_readme.py --write"


def test_the_first_two_sh_blocks_are_the_job_and_the_tests():
    blocks = re.findall(r"```sh\n(.*?)```", README.read_text(encoding="utf-8"), re.DOTALL)
    assert blocks[0].strip().endswith("pressfacts run") and blocks[1].strip().endswith("-m pytest -n 2 --dist loadfile")


if __name__ == "__main__" and sys.argv[1:] == ["--write"]:
    text = README.read_text(encoding="utf-8")
    outputs = iter(run(text))
    README.write_text(
        PAIR.sub(lambda match: f"```python\n{match[1]}```\n\n```text\n{next(outputs)[1]}```", text), encoding="utf-8"
    )
