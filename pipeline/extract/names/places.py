"""Short forms of states to places: after a city (`Tucson, Ariz.`) and in a lawmaker's tag (`(D-N.M.)`)."""

import re
from collections.abc import Iterable, Iterator

from pipeline.extract.names.candidates import Candidate
from pipeline.values.names.spans import any_of

_COMMA = ", "


class StatePlaces:
    """Finds the short forms of states.

    >>> states = StatePlaces(["N.M.", "Ariz."], ["UT"])
    >>> [text for text in ("Ana Ruiz (D-N.M.) and Al Dunn (R-UT)",) for _ in states.find(text, [])]
    ['Ana Ruiz (D-N.M.) and Al Dunn (R-UT)', 'Ana Ruiz (D-N.M.) and Al Dunn (R-UT)']
    """

    def __init__(self, short: Iterable[str], codes: Iterable[str]) -> None:
        """Compile the forms; codes of two letters count in tags alone."""
        forms = list(short)
        self.tag = re.compile(rf"\([DRI]-(?P<state>{any_of([*forms, *(f.rstrip('.') for f in forms), *codes])})\)")
        self.form = re.compile(rf"{any_of(forms)}(?![\w])")

    def find(self, text: str, named: Iterable[Candidate]) -> Iterator[Candidate]:
        """Give the states in tags, and behind places that were found."""
        for tag in self.tag.finditer(text):
            yield Candidate(*tag.span("state"), "LOC", "known", "state")
        for one in named:
            if one.label == "LOC" and text.startswith(_COMMA, one.end):
                state = self.form.match(text, one.end + len(_COMMA))
                if state:
                    yield Candidate(*state.span(), "LOC", "known", "state")
