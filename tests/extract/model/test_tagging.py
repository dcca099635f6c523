"""Scores of tags to spans; places of one word agreeing; windows."""

import numpy as np
import pytest

from pipeline.extract.model.agreement import agree, log_chances
from pipeline.extract.model.tagging import Decoder
from pipeline.extract.model.windows import windows

DECODER = Decoder(["PERSON", "ORG", "LOC", "ROLE"])


def logits(*tags: str, sure: float = 5.0) -> np.ndarray:
    rows = np.zeros((len(tags), len(DECODER.tags)), np.float32)
    for row, tag in zip(rows, tags, strict=True):
        row[DECODER.tags.index(tag)] = sure
    return rows


@pytest.mark.parametrize(
    ("tags", "spans"),
    [
        (["O", "S-ORG", "O"], [(1, 2, "ORG")]),
        (["B-PERSON", "I-PERSON", "E-PERSON", "S-LOC"], [(0, 3, "PERSON"), (3, 4, "LOC")]),
        (["O", "O"], []),
        ([], []),
    ],
)
def test_well_formed_tags(tags, spans):
    assert [span[:3] for span in DECODER.spans(logits(*tags))] == spans


def test_what_is_not_well_formed_becomes_the_best_that_is():
    rows = logits("B-ORG", "O", "E-ORG")
    rows[1, DECODER.tags.index("I-ORG")] = 4.0
    assert [span[:3] for span in DECODER.spans(rows)] == [(0, 3, "ORG")]


@pytest.mark.parametrize("outside", [0, 2, 5])
def test_a_path_solved_in_stretches_is_the_best_of_the_whole(outside):
    draw = np.random.default_rng(outside)
    for length in range(1, 120):
        scores = log_chances(draw.normal(scale=3, size=(length, len(DECODER.tags))) + outside * (np.arange(17) == 0))
        whole = DECODER._best_path(scores, begins=True, ends=True)
        assert DECODER.path(scores).tolist() == whole.tolist()


def test_places_of_a_word_agree():
    rows = logits("S-ORG", "O", "S-PERSON", "S-ORG", sure=6.0)
    rows[2, DECODER.tags.index("S-ORG")] = 5.5
    agreed = agree(rows, ["Proceso", "said", "Proceso", "Proceso"], DECODER, share=0.5)
    assert [label for _, _, label, _ in DECODER.spans(agreed)] == ["ORG"] * 3
    apart = agree(rows, ["proceso", "said", "proceso", "proceso"], DECODER, share=0.5)
    assert [label for _, _, label, _ in DECODER.spans(apart)] == ["ORG", "PERSON", "ORG"]


def test_roles_do_not_agree():
    rows = logits("S-ROLE", "O", sure=4.0)
    assert [span[:3] for span in DECODER.spans(agree(rows, ["President"] * 2, DECODER, share=0.9))] == [(0, 1, "ROLE")]


@pytest.mark.parametrize("lengths", [[], [1], [2] * 500, [12] * 40, [1, 12] * 90, [200, 1, 1]])
def test_each_word_counts_in_one_window(lengths):
    parts = windows(lengths, size=126, overlap=32)
    counted = [word for _, _, low, high in parts for word in range(low, high)]
    assert counted == list(range(len(lengths)))
    assert all(start <= low <= high <= end for start, end, low, high in parts)
    assert all(sum(lengths[start:end]) <= 126 or end - start == 1 for start, end, _, _ in parts)
