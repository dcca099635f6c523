"""Words to the places where they stand in a text."""

from collections.abc import Iterator


def standing_alone(text: str, words: str) -> Iterator[tuple[int, int]]:
    """Give where words stand with no letter, digit or underscore beside them.

    It is what `(?<!\\w)words(?!\\w)` finds, without a regular expression for every name of an article.

    >>> list(standing_alone("Volta, Voltage and Volta", "Volta"))
    [(0, 5), (19, 24)]
    """
    at = text.find(words) if words else -1
    while at >= 0:
        end = at + len(words)
        alone = not _is_of_word(text[at - 1 : at] if at else "") and not _is_of_word(text[end : end + 1])
        if alone:
            yield at, end
        at = text.find(words, end if alone else at + 1)


def _is_of_word(char: str) -> bool:
    return char.isalnum() or char == "_"
