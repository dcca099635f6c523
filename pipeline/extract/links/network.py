"""What a links model is asked to what speaks for each answer: the network of `training/links`, run by numpy."""

from collections.abc import Sequence
from typing import Any

import numpy as np

from pipeline.extract.links.asked import Asked, Windows
from pipeline.extract.links.hearing import Hearing
from pipeline.extract.links.items import items_of
from pipeline.extract.links.layers import Layers
from pipeline.extract.links.questions import KINDS
from pipeline.extract.links.weighing import NEVER, Features, Scores, Weights, weigh
from pipeline.extract.links.words import Floats, Ints, Words

WORD_TABLES = ("label", "begins", "zone", "quoted")
KIND_TABLES = ("distance", "sentence", "line", "between", "order", "noun")
WINDOW_TABLES = ("sentence", "line", "between", "mark")


class Summed:
    """Several tables as one, so that a look-up does for all that is known of a word but its distance."""

    def __init__(self, group: str, names: Sequence[str], weights: Weights) -> None:
        """Sum the rows of the tables for every class of each."""
        tables = [weights[f"{group}.{name}.weight"] for name in names]
        self.names, self.sizes = names, [len(table) for table in tables]
        grid = np.indices(self.sizes).reshape(len(tables), -1)
        self.rows: Floats = np.sum([table[at] for table, at in zip(tables, grid, strict=True)], axis=0)

    def __call__(self, known: Any) -> Floats:
        """Give a row for each class that is known."""
        at = np.ravel_multi_index([getattr(known, name) for name in self.names], self.sizes)
        return np.asarray(self.rows[at])


class Network(Layers):
    """Reads the words of an article once, then scores whatever is asked of it."""

    def __init__(self, weights: Weights) -> None:
        super().__init__(weights)
        self.kinds = len(KINDS)
        self.width = len(weights["pair_out"][0])
        self.layers = sorted({int(name.split(".")[1]) for name in weights if name.startswith("layers.")})
        self.known = Summed("words", WORD_TABLES, weights)
        self.places = Summed("windows", WINDOW_TABLES, weights)
        self.hearing = Hearing(weights)

    def scores(self, asked: Asked, rules: Floats) -> Scores:
        """Score an article; `rules` has a row an answer."""
        return weigh(self.weights, asked, self.features(asked, rules))

    def features(self, asked: Asked, rules: Floats) -> Features:
        """Give what the last layers weigh."""
        hidden = self.surroundings(asked.words)
        return Features(*self.links(asked, rules, hidden), *self.values(asked.windows, hidden))

    def surroundings(self, words: Words) -> Floats:
        """Give each word in its surroundings: (words, width)."""
        hidden = self.linear("states", words.states.astype(np.float32, copy=False))
        hidden += self.known(words)
        hidden += self.weights["words.spelling.weight"][words.spelling]
        hidden = self.norm("norm", hidden)
        for layer in self.layers:
            reach = int(self.weights["reaches"][layer])
            wide = np.pad(hidden, ((2 * reach, 2 * reach), (0, 0)))
            parts = [wide[reach * step : reach * step + len(hidden)] for step in range(5)]
            mixed = self.linear(f"layers.{layer}.mix", np.concatenate(parts, axis=1))
            hidden = self.norm(
                f"layers.{layer}.norm", hidden + self.linear(f"layers.{layer}.out", np.maximum(mixed, 0))
            )
        return hidden

    def links(
        self, asked: Asked, rules: Floats, hidden: Floats
    ) -> tuple[Floats, Floats, Floats, Floats, Floats, Floats]:
        """Give what is known of pairs and answers, of questions without an answer, and of past titles."""
        pairs, answers, table = asked.pairs, asked.answers, self.weights
        places = ends(hidden, asked.places.low, asked.places.high)
        mentions = ends(hidden, asked.entities.low, asked.entities.high)
        told = self.hearing(items_of(asked), np.concatenate([mentions, places]))
        mentions, places = told[: len(mentions)], told[len(mentions) :]

        def of_kind(name: str, rows: Floats, at: Ints) -> Floats:
            return np.asarray(self.linear(name, rows).reshape(len(rows), self.kinds, self.width)[at, pairs.kind])

        mixed = of_kind("question", places, pairs.place) + of_kind("mention", mentions, pairs.mention)
        for name in KIND_TABLES:
            rows = table[f"pairs.{name}.weight"]
            mixed += rows[getattr(pairs, name) + pairs.kind * (len(rows) // self.kinds)]
        mixed += table["pairs.glue.weight"][pairs.glue] + table["pairs.zone.weight"][pairs.zone]
        product = np.einsum("pw,pw->p", of_kind("q", places, pairs.place), of_kind("k", mentions, pairs.mention))
        at = np.arange(len(answers.kind))
        facts = self.linear("facts", answers.facts).reshape(len(at), self.kinds, self.weights["fact_out"].shape[1])
        first = places[asked.first]
        nobody = self.linear("nobody", first)[np.arange(len(first)), asked.kinds]
        former = self.linear("former.2", np.maximum(self.linear("former.0", first), 0))
        former += table["former_given"][asked.given]
        pair_rows = np.maximum(mixed, 0)
        return pair_rows, product / np.float32(self.width**0.5), facts[at, answers.kind], rules, nobody, former

    def values(self, windows: Windows, hidden: Floats) -> tuple[Floats, Floats, Floats, Floats]:
        """Give what is known of the first and last words of measures, and of the part that each value plays."""
        table, (count, wide) = self.weights, windows.words.shape
        size = table["edge_out"].shape[1]
        if not count:
            parts = np.zeros((0, table["part.2.weight"].shape[1]), np.float32)
            return np.zeros((0, wide, 2, size), np.float32), np.zeros((0, wide, 2), np.float32), parts[:, 0], parts
        value = ends(hidden, windows.low, windows.high)
        at = np.maximum(windows.words, 0)
        edges = (
            self.linear("word", hidden)[at]
            + (self.linear("value", value) + table["given.weight"][windows.given])[:, None]
        )
        edges += table["windows.distance.weight"][windows.distance]
        edges += self.places(windows)
        np.maximum(edges, 0, out=edges)
        asks = self.linear("value_q", value).reshape(count, 2, -1)
        keys = self.linear("word_k", hidden)[at].reshape(count, wide, 2, -1)
        score = np.einsum("vep,vwep->vwe", asks, keys) / np.float32(size**0.5)
        score[windows.words < 0] = NEVER
        part = value + table["part_given.weight"][windows.given]
        parts = np.maximum(self.linear("part.0", part), 0)
        return edges.reshape(count, wide, 2, size), score, self.linear("no_measure", value)[:, 0], parts


def ends(hidden: Floats, low: Ints, high: Ints) -> Floats:
    """Give the first and last word of stretches side by side: (stretches, twice the width)."""
    return np.concatenate([hidden[low], hidden[high - 1]], axis=1)
