"""Annotated articles to all that a network learns links from."""

import random
from collections.abc import Sequence

from pipeline.training.links.excerpts import excerpt
from pipeline.training.links.gold import FIRST, Article
from pipeline.training.links.invented import invented
from pipeline.training.links.renaming import renamed, words_of_names


def material(articles: Sequence[Article], *, invent: int, seed: int) -> list[Article]:
    """Give articles, the same under other names, an excerpt of each of both, and as many invented ones as asked for.

    Those of the first reader, whose conventions hold and who read the fewest, are there under other names twice.
    """
    chance = random.Random(seed)
    names = words_of_names(articles)
    again = [one for one in articles if one[1].reader == FIRST]
    others = [renamed(*one, names, chance) for one in (*articles, *again)]
    parts = [found for one in (*articles, *others) if (found := excerpt(*one, chance))]
    return [*articles, *others, *parts, *invented(invent, seed=seed)]
