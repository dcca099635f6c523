"""A log has a line now and then: how far, how fast, how long still."""

import io

from rich.console import Console

from pipeline.commands.progress import ShownProgress, ShownStages


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


def test_stages_are_told_in_a_log_each_once_and_then_seldom():
    written, now = io.StringIO(), [0.0]
    with ShownStages(console=Console(file=written), clock=lambda: now[0]) as shown:
        for second, done in ((0, 0), (1, 1), (12, 2), (13, 3)):
            now[0] = second
            shown("articles", done, 4)
        shown("rules", 0, None)
    assert written.getvalue().splitlines() == ["articles: 0 of 4", "articles: 2 of 4", "rules"]
