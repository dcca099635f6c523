"""The examples in a command's docstring to a block that `--help` prints line by line."""

import inspect
import re
from textwrap import dedent

import typer

_EXAMPLE = re.compile(r"\s*(?:[^|\n]+ \| )?pressfacts(?: |$)")


def fence_examples(app: typer.Typer) -> None:
    """Fence the examples of all commands: typer would run their lines together where the text before them is short."""
    for command in app.registered_commands:
        text = command.help or (inspect.getdoc(command.callback) if command.callback else None)
        command.help = "\n\n".join(map(_fenced, text.split("\n\n"))) if text else None
    for group in app.registered_groups:
        if group.typer_instance:
            fence_examples(group.typer_instance)


def _fenced(paragraph: str) -> str:
    """Fence a paragraph whose lines are all calls of pressfacts."""
    lines = paragraph.rstrip("\n").split("\n")
    return f"```sh\n{dedent(paragraph).rstrip()}\n```" if all(map(_EXAMPLE.match, lines)) else paragraph
