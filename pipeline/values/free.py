"""What already belongs to a value, and what is free for another: the first finder that takes words has them."""

from collections.abc import Iterable


class Free:
    """Says whether a stretch of characters is in no value yet.

    >>> is_free = Free([(0, 4)])
    >>> is_free(3, 9), is_free(4, 9)
    (False, True)
    """

    def __init__(self, taken: Iterable[tuple[int, int]]) -> None:
        """Note the stretches that values have."""
        self._taken = {char for start, end in taken for char in range(start, end)}

    def __call__(self, start: int, end: int) -> bool:
        """Whether no value stands at any character from start to end."""
        return self._taken.isdisjoint(range(start, end))
