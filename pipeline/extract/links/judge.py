"""What a links model's scores are worth, and which are sure enough, while the rows of one article are filled in."""

from collections.abc import Callable

from pipeline.extract.links.explain import Heard
from pipeline.extract.links.model import LinksModel

EVEN = 0.5
"""Below it an answer that the patterns don't give is likelier wrong than right: a guess, which no setting asks for."""

CellScores = dict[tuple[str, str | int], tuple[float, int]]
"""The score of each cell and row, and whether the patterns agree; what they say is under `title of patterns`."""


class LinksJudge:
    """Says which answers to the cells of one article are sure enough, and remembers what it was asked."""

    def __init__(
        self,
        model: LinksModel,
        least: float | None,
        has_no_body: Callable[[str], bool],
        *,
        heard: list[Heard] | None = None,
        scores: CellScores | None = None,
    ) -> None:
        """Take how likely right a cell must be, by default what the model says, and which titles have no body.

        What was asked goes into `heard`, scores go into `scores`, for whoever wants to know them.
        """
        self.model, self.least, self.has_no_body = model, least, has_no_body
        self.heard, self.scores = heard, scores

    def outscored(self, cell: str, row: str | int, score: float) -> None:
        """Note the score of what the patterns say where another answer has a higher one, as `scores` are noted."""
        if self.scores is not None:
            self.scores[f"{cell} of patterns", row] = score, 1

    def likely(self, cell: str, score: float, agrees: int) -> float:
        """Give how likely an answer is right that has a score, and of which the patterns say the same (1) or not."""
        return self.model.likely(cell, score, agrees)

    def sure(self, cell: str, row: str | int, answer: str | None, score: float, agrees: int) -> float | None:
        """Give how likely an answer to the cell of a row is right; None where that isn't enough to fill it in."""
        if self.scores is not None:
            self.scores[cell, row] = score, agrees
        likely = self.likely(cell, score, agrees)
        least = self.model.least_of(cell, agrees) if self.least is None else self.least
        if agrees < 1:
            least = max(least, EVEN)
        if self.heard is not None:
            self.heard.append(Heard(cell, row, answer, score, agrees, likely, least))
        return likely if likely >= least else None
