"""What `--help` prints: the examples of a command, each in a line of its own."""

import re
from collections.abc import Iterator

import pytest
from typer.main import get_command

from pipeline.cli import app


def commands() -> Iterator[tuple[str, str]]:
    """Give each command by the words that call it, with its help."""
    waiting = [("", get_command(app))]
    while waiting:
        words, command = waiting.pop()
        inner = getattr(command, "commands", {})
        waiting += [(f"{words} {name}".strip(), one) for name, one in inner.items()]
        if words and not inner:
            yield words, command.help or ""


@pytest.mark.parametrize(("words", "help_"), sorted(commands()), ids=lambda value: value[:20])
def test_examples_stand_in_a_block_that_keeps_their_lines(words: str, help_: str) -> None:
    examples = [
        line.strip() for line in help_.splitlines() if re.match(rf"\s*(?:\S+ \S+ \| )?pressfacts {words}\b", line)
    ]
    blocks = "\n".join(re.findall(r"```sh\n(.*?)```", help_, re.DOTALL))
    assert all(line in blocks for line in examples)
