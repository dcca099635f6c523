"""What stands between two names to what of it says how they stand: no honorifics, degrees, party or age."""

import re

from pipeline.rulebook.reading import Rulebook

_ASIDE = re.compile(r"^ ?(?:\*|\([^()]{1,60}\))|^\*?, ?\d\d(?=,)|^\*")
_AFTER_BODY = re.compile(r"^ \([^()]{0,60}\)")


class Gaps:
    """Tidies what stands between the names of a skeleton."""

    def __init__(self, rules: Rulebook) -> None:
        """Compile honorifics and degrees."""
        dotted = "|".join(word.removesuffix(".").replace(".", r"\.? ?") for word in rules.degrees.printed("dotted"))
        plain = rules.degrees.any_of("plain")
        self._degrees = re.compile(rf"(?:,? (?:(?:{dotted})\.?|{plain}))+(?!\w)")
        self._honorific = re.compile(rf"(?:(?<=\s)|^|(?<=[\"“(]))(?:{rules.honorifics.any_of()} )+$")

    def tidy(self, gap: str, before: str | None, after: str | None) -> str:
        """Drop from between two names what says nothing of how they stand; `before` and `after` are their labels."""
        if after == "PERSON":
            gap = self._honorific.sub("", gap)
        if before == "PERSON":
            gap = _ASIDE.sub("", self._degrees.sub("", gap))
            gap = re.sub(r"^,[ \n]+", ", ", gap)
        if before == "ORG" and gap.startswith(" ("):
            gap = _AFTER_BODY.sub("", gap)
        return gap
