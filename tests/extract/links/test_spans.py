import numpy as np

from pipeline.extract.links.spans import best_span


def test_stretches_that_share_words_speak_for_each_other():
    chances = np.zeros((20, 12), np.float32)
    chances[3, 2] = 0.3  # total net revenue
    chances[4, 1] = 0.25  # net revenue
    chances[5, 0] = 0.1  # revenue
    chances[12, 0] = 0.35  # costs
    first, words, share, other = best_span(chances, (12, 1))
    assert (first, words) == (4, 2)
    assert 0.5 < share < 0.65
    assert 0.34 < other < 0.36
