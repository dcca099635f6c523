"""A process of ours to one that seldom looks for garbage in what it has loaded."""

import gc


def collect_seldom() -> None:
    """Look for garbage seldom: what is loaded stays, and looking through it takes some hundredths of a run's time."""
    gc.set_threshold(50_000, 20, 50)
