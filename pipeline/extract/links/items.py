"""What is asked about in an article and whoever may answer, as items that know of each other."""

from typing import NamedTuple

import numpy as np

from pipeline.extract.links import features
from pipeline.extract.links.asked import Asked
from pipeline.extract.links.questions import KINDS
from pipeline.extract.links.words import Ints

ITEM_KINDS = 2 + len(KINDS)
"""A person, an organisation, and what a question asks, by its kind."""
HEARD = 192
"""How many items before and after it each hears, in the order of the text."""
SENTENCES, SAME = 7, 2
BESIDE = features.DISTANCES * SENTENCES * SAME
"""Classes of pairs of items: by distance, by sentences between, and by whether they mean the same."""


class Items(NamedTuple):
    """The mentions of an article, then the places of its questions."""

    kind: Ints
    low: Ints
    high: Ints
    sentence: Ints
    who: Ints
    """Person or body that is named, -1 of other items."""
    rank: Ints
    """Place in the order of the text."""

    def beside(self, at: Ints, of: Ints) -> Ints:
        """Class pairs of items, a row for each of `at`, as of `BESIDE`; -1 where one is too far to be heard."""
        low, high, other = self.low[at, None], self.high[at, None], self.low[None, of]
        gap = features.gap(low, high, other, self.high[None, of])
        sentence = features.clipped(self.sentence[None, of] - self.sentence[at, None])
        same = (self.who[at, None] == self.who[None, of]) & (self.who[None, of] >= 0)
        found = (features.distance_class(gap) * SENTENCES + sentence) * SAME + same
        return np.where(np.abs(self.rank[None, of] - self.rank[at, None]) <= HEARD, found, -1)


def items_of(asked: Asked) -> Items:
    """Give the items of an article."""
    entities, places = asked.entities, asked.places
    low, high = np.concatenate([entities.low, places.low]), np.concatenate([entities.high, places.high])
    about = [entities.at.get(getattr(one.about, "person_id", ""), -1) for one in asked.questions]
    who = np.concatenate([entities.entity, np.array(about, dtype=np.int64)[places.question]])
    kind = np.concatenate([entities.is_org, 2 + asked.kinds[places.question]]).astype(np.int64)
    return Items(kind, low, high, asked.words.sentences[low], who, np.argsort(np.argsort(low, kind="stable")))
