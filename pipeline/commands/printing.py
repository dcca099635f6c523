"""Lines for a terminal: what articles and file names hold can't command it."""

from pipeline.plain import harmless


def print_line(line: object = "") -> None:
    """Print a line on the standard output, with signs in place of what a terminal would obey."""
    print(harmless(str(line)))
