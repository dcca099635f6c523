"""What a links model is asked to how likely each answer is: the network of `training/links`, run by numpy."""

from typing import NamedTuple

import numpy as np

from pipeline.extract.links.asked import Asked, Windows
from pipeline.extract.links.questions import KINDS
from pipeline.extract.links.spans import LONGEST
from pipeline.extract.links.words import Floats, Ints, Words

Weights = dict[str, Floats]
NEVER = np.float32(-1e4)
WORD_TABLES = ("label", "begins", "zone", "quoted", "spelling")
KIND_TABLES = ("distance", "sentence", "line", "between")
WINDOW_TABLES = ("sentence", "line", "between", "mark")


class Scores(NamedTuple):
    """How likely each answer is."""

    answers: Floats
    """Of each row of `Answers`."""
    nobody: Floats
    """That a question has no answer."""
    former: Floats
    """That a title is a past one, by question."""
    spans: Floats
    """Of each measure: by value, first word of the window, and words."""
    no_measure: Floats
    role: Floats
    direction: Floats


class Network:
    """Reads the words of an article once, then scores whatever is asked of it."""

    def __init__(self, weights: Weights) -> None:
        self.weights = weights
        self.kinds = len(KINDS)
        self.width = len(weights["pair_out"][0])
        self.layers = sorted({int(name.split(".")[1]) for name in weights if name.startswith("layers.")})
        sizes = [len(weights[f"windows.{name}.weight"]) for name in WINDOW_TABLES]
        # One table for all that is known of a word's place but its distance: a look-up instead of four.
        grid = np.indices(sizes).reshape(len(sizes), -1)
        parts = [weights[f"windows.{name}.weight"][at] for name, at in zip(WINDOW_TABLES, grid, strict=True)]
        self.places: Floats = np.sum(parts, axis=0)
        self.sizes = sizes

    def scores(self, asked: Asked, rules: Floats) -> Scores:
        """Score an article; `rules` has a row an answer."""
        hidden = self.surroundings(asked.words)
        answers, nobody, former = self.links(asked, rules, hidden)
        top = nobody.copy()
        np.maximum.at(top, asked.answers.question, answers)
        likely, none = np.exp(answers - top[asked.answers.question]), np.exp(nobody - top)
        total = none + np.bincount(asked.answers.question, likely, len(none)).astype(np.float32)
        return Scores(
            likely / total[asked.answers.question],
            none / total,
            softmax(former)[:, 1],
            *self.values(asked.windows, hidden),
        )

    def linear(self, name: str, rows: Floats) -> Floats:
        """Apply a layer."""
        weight, bias = self.weights[f"{name}.weight"].T, self.weights[f"{name}.bias"]
        return np.asarray(rows @ weight + bias)

    def norm(self, name: str, rows: Floats) -> Floats:
        rows = rows - rows.mean(axis=1, keepdims=True)
        rows /= np.sqrt((rows * rows).mean(axis=1, keepdims=True) + 1e-5)
        return rows * self.weights[f"{name}.weight"] + self.weights[f"{name}.bias"]

    def surroundings(self, words: Words) -> Floats:
        """Give each word in its surroundings."""
        hidden = self.linear("states", words.states)
        for name in WORD_TABLES:
            hidden += self.weights[f"words.{name}.weight"][getattr(words, name)]
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

    def links(self, asked: Asked, rules: Floats, hidden: Floats) -> tuple[Floats, Floats, Floats]:
        """Score each answer, that there is none, and whether a title is past."""
        pairs, answers, table = asked.pairs, asked.answers, self.weights
        places = ends(hidden, asked.places.low, asked.places.high)
        mentions = ends(hidden, asked.entities.low, asked.entities.high)

        def of_kind(name: str, rows: Floats, at: Ints) -> Floats:
            return np.asarray(self.linear(name, rows).reshape(len(rows), self.kinds, self.width)[at, pairs.kind])

        mixed = of_kind("question", places, pairs.place) + of_kind("mention", mentions, pairs.mention)
        for name in KIND_TABLES:
            rows = table[f"pairs.{name}.weight"]
            mixed += rows[getattr(pairs, name) + pairs.kind * (len(rows) // self.kinds)]
        mixed += table["pairs.glue.weight"][pairs.glue] + table["pairs.zone.weight"][pairs.zone]
        score = np.einsum("pw,pw->p", np.maximum(mixed, 0), table["pair_out"][pairs.kind])
        product = np.einsum("pw,pw->p", of_kind("q", places, pairs.place), of_kind("k", mentions, pairs.mention))
        score += product / np.float32(self.width**0.5)
        at = np.arange(len(answers.kind))
        facts = self.linear("facts", answers.facts).reshape(len(at), self.kinds, self.weights["fact_out"].shape[1])[
            at, answers.kind
        ]
        facts = np.maximum(facts + rules @ table["rules.weight"], 0)
        known = np.einsum("aw,aw->a", facts, table["fact_out"][answers.kind])
        near = logsumexp_by(score, pairs.answer, table["far"][answers.kind])
        first = places[asked.first]
        nobody = self.linear("nobody", first)[np.arange(len(first)), asked.kinds]
        nobody += table["unanswered"][asked.kinds, asked.given]
        former = self.linear("former.2", np.maximum(self.linear("former.0", first), 0))
        former += table["former_given"][asked.given]
        return near + known, nobody, former

    def values(self, windows: Windows, hidden: Floats) -> tuple[Floats, Floats, Floats, Floats]:
        """Score the stretches that may say what each value measures, and which part it plays."""
        table, count, wide = self.weights, len(windows.low), windows.words.shape[1] if len(windows.low) else 0
        if not count:
            none = np.zeros((0, 3), np.float32)
            return np.zeros((0, 0, LONGEST), np.float32), none[:, 0], none, none
        value = ends(hidden, windows.low, windows.high)
        at = np.maximum(windows.words, 0)
        edges = (
            self.linear("word", hidden)[at]
            + (self.linear("value", value) + table["given.weight"][windows.given])[:, None]
        )
        edges += table["windows.distance.weight"][windows.distance]
        edges += self.places[np.ravel_multi_index([getattr(windows, name) for name in WINDOW_TABLES], self.sizes)]
        np.maximum(edges, 0, out=edges)
        score = np.einsum("vwep,ep->vwe", edges.reshape(count, wide, 2, -1), table["edge_out"])
        asks = self.linear("value_q", value).reshape(count, 2, -1)
        keys = self.linear("word_k", hidden)[at].reshape(count, wide, 2, -1)
        score += np.einsum("vep,vwep->vwe", asks, keys) / np.float32(asks.shape[-1] ** 0.5)
        score[windows.words < 0] = NEVER
        spans = spans_of(score, windows.line) + table["length"]
        none = self.linear("no_measure", value)[:, 0]
        top = np.maximum(none, spans.max(axis=(1, 2)))
        spans, none = np.exp(spans - top[:, None, None]), np.exp(none - top)
        total = none + spans.sum(axis=(1, 2))
        part = value + table["part_given.weight"][windows.given]
        part = self.linear("part.2", np.maximum(self.linear("part.0", part), 0))
        return spans / total[:, None, None], none / total, softmax(part[:, :3]), softmax(part[:, 3:])


def spans_of(score: Floats, line: Ints) -> Floats:
    """Give the scores of stretches from those of first and last words; none goes over the end of a line."""
    count, wide, _ = score.shape
    spans = np.full((count, wide, LONGEST), NEVER, np.float32)
    for step in range(LONGEST):
        stop = wide - step
        same = line[:, step:] == line[:, :stop]
        spans[:, :stop, step] = np.where(same, score[:, :stop, 0] + score[:, step:, 1], NEVER)
    return spans


def ends(hidden: Floats, low: Ints, high: Ints) -> Floats:
    """Give the first and last word of stretches."""
    return np.concatenate([hidden[low], hidden[high - 1]], axis=1)


def logsumexp_by(score: Floats, group: Ints, base: Floats) -> Floats:
    """Give the log of the sum of the exponentials of scores by group, with one for the group itself."""
    top = base.copy()
    np.maximum.at(top, group, score)
    total = np.exp(base - top) + np.bincount(group, np.exp(score - top[group]), len(base))
    return np.asarray(top + np.log(total), dtype=np.float32)


def softmax(rows: Floats) -> Floats:
    """Give chances that add up to one a row."""
    likely = np.exp(rows - rows.max(axis=1, keepdims=True))
    return np.asarray(likely / likely.sum(axis=1, keepdims=True))
