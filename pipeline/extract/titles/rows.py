"""A title to the row of `titles.csv` whose word makes it one."""

from pipeline.rulebook.rows import WordList

_MOST_WORDS = 4


class TitleRows:
    """Tells which row has the head of a title.

    >>> rows = TitleRows((WordList("chiefs", "head", ("executive", "chief executive")),))
    >>> rows.row_of("Chief Executive of Markets"), rows.row_of("weighbridge keeper")
    ('chiefs', '')
    """

    def __init__(self, titles: tuple[WordList, ...]) -> None:
        self.rows = {word.lower(): row.id for row in titles if row.kind in ("head", "rank") for word in row.words}

    def row_of(self, title: str) -> str:
        """Give the id of the row with the last, longest head in a title; empty where no row has one."""
        words = title.lower().replace(",", " ").split()
        for end in range(len(words), 0, -1):
            for width in range(min(_MOST_WORDS, end), 0, -1):
                row = self.rows.get(" ".join(words[end - width : end]))
                if row:
                    return row
        return ""
