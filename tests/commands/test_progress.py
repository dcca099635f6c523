"""A log has a line now and then: how far, how fast, how long still."""

import io

from rich.console import Console

from pipeline.commands.progress import ShownProgress


def test_lines_say_how_far_how_fast_and_how_long_still() -> None:
    now = [0.0]
    log = io.StringIO()
    with ShownProgress(quiet=False, console=Console(file=log, width=100), clock=lambda: now[0]) as progress:
        for done in range(0, 1001, 20):
            progress("extract", done, 1000 if done > 200 else None)
            now[0] += 1
    lines = log.getvalue().splitlines()
    assert lines[0] == "extract: 220 of 1,000, 20.0 articles a second, 39 s left"
    assert lines[-1].startswith("extract: 880 of 1,000") and len(lines) == 4


def test_quiet_is_quiet() -> None:
    log = io.StringIO()
    with ShownProgress(quiet=True, console=Console(file=log, quiet=True), clock=lambda: 0.0) as progress:
        progress("read", 1, 2)
    assert log.getvalue() == ""
