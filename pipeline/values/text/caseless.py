"""Patterns that don't regard capitals to patterns over text in small letters, of which a search takes a third."""

import re

from pipeline.compiling import compile_once

_ELSE = ("ı", "ſ", "İ")
"""Letters that stand for i and s without regard to capitals, but are no i and s in small letters."""
_NOT_SMALL = re.compile(r"\\[A-Z]|\(\?[A-Z]|\[[^\]]*[A-Z]|[^\W\d_A-Za-z]")
"""What would mean something else in small letters; and letters other than those of English."""


class Caseless:
    """A pattern that is looked for without regard to capitals."""

    def __init__(self, pattern: re.Pattern[str]) -> None:
        """Take the pattern, and compile it in small letters where that finds the same."""
        self._pattern = pattern
        self._small = None if _NOT_SMALL.search(pattern.pattern) else compile_once(pattern.pattern.lower())

    def is_in(self, text: str, small: str) -> bool:
        """Say whether a text has the pattern; `small` is the text in small letters.

        >>> sign = Caseless(re.compile("Reform Act", re.IGNORECASE))
        >>> [sign.is_in(text, text.lower()) for text in ("the REFORM ACT", "reformed", "the Reform ACT of ſ")]
        [True, False, True]
        """
        if self._small is None or any(letter in text for letter in _ELSE):
            return self._pattern.search(text) is not None
        return self._small.search(small) is not None
