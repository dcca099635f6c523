"""One name, one label: the places where an article prints the same capitalised word lend each other their evidence."""

from collections.abc import Sequence

import numpy as np

from pipeline.extract.tagging import Scores


def agree(logits: Scores, words: Sequence[str], kinds: Sequence[int], *, share: float) -> Scores:
    """Move the log probabilities of a repeated word towards what its places say together.

    `kinds` names the label of each tag by a number (0 is none). What moves is how likely each label is, by `share` of
    the way to the mean of all places; where a name begins and ends stays with the place.
    """
    logs = logits - logits.max(axis=1, keepdims=True)
    logs -= np.log(np.exp(logs).sum(axis=1, keepdims=True))
    places: dict[str, list[int]] = {}
    for at, word in enumerate(words):
        if len(word) > 1 and word[0].isupper():
            places.setdefault(word, []).append(at)
    rows = [at for found in places.values() if len(found) > 1 for at in found]
    if not rows or not share:
        return np.asarray(logs, dtype=np.float32)
    sizes = [len(found) for found in places.values() if len(found) > 1]
    group = np.repeat(np.arange(len(sizes)), sizes)
    member = np.equal.outer(np.unique(kinds), np.asarray(kinds)).astype(np.float32)
    chances = np.exp(logs[rows]) @ member.T
    means = np.zeros((len(sizes), len(member)), np.float32)
    np.add.at(means, group, chances)
    means /= np.array(sizes, np.float32)[:, None]
    moved = share * (np.log(means[group] + 1e-4) - np.log(chances + 1e-4))
    logs[rows] += moved @ member
    return np.asarray(logs, dtype=np.float32)
