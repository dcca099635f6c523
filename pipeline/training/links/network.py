"""The network of a links model: words of an article in their surroundings, and scores of answers and of measures."""

from typing import Any

import torch
from torch import nn
from torch.nn import functional as F

from pipeline.extract.links.around import NOUN_CLASSES, ORDERS
from pipeline.extract.links.features import DISTANCES, FACTS, GIVEN, GLUES, HIDDEN, ZONE_CLASSES
from pipeline.extract.links.items import ITEM_KINDS, SAME, SENTENCES
from pipeline.extract.links.network import KIND_TABLES
from pipeline.extract.links.questions import KINDS
from pipeline.extract.links.spans import LONGEST
from pipeline.extract.links.words import LABELS, SPELLINGS, ZONES
from pipeline.training.links.gold import FIRST, READERS

WIDE, PAIR, EDGE, REACHES = 64, 64, 48, (1, 4)
"""Width of a word, of a pair and of a word in a window, and how far apart the words are that a layer puts together."""
ITEM, HEADS, ITEM_LAYERS = 64, 4, 2
"""Width of an item, in how many ways it hears others, and how often."""


OWN = {
    "given": "given.weight",
    "length": "length",
    "no_measure": "no_measure.bias",
    "part_given": "part_given.weight",
    "nobody": "nobody.bias",
}
"""What readers have of their own, and the weights that it is added to."""


class LinkNet(nn.Module):
    """Scores what a links model is asked of one article.

    One reader calls the measure of `spent £5m on roads` `spent`, another `roads`: what is a reader's own is learned
    apart from what all see alike, so that articles of both teach, and what is said is as the first would say it.
    """

    def __init__(self, width: int, rules: int) -> None:
        super().__init__()
        self.words = nn.ModuleDict(
            {
                "label": nn.Embedding(len(LABELS) + 1, WIDE),
                "begins": nn.Embedding(8, WIDE),
                "zone": nn.Embedding(len(ZONES), WIDE),
                "quoted": nn.Embedding(2, WIDE),
                "spelling": nn.Embedding(SPELLINGS, WIDE),
            }
        )
        self.states = nn.Linear(width, WIDE)
        self.norm = nn.LayerNorm(WIDE)
        self.layers = nn.ModuleList([Layer(reach) for reach in REACHES])
        kinds = len(KINDS)
        self.item, self.item_back = nn.Linear(2 * WIDE, ITEM), nn.Linear(ITEM, 2 * WIDE)
        self.item_kind = nn.Embedding(ITEM_KINDS, ITEM)
        self.item_layers = nn.ModuleList([ItemLayer() for _ in range(ITEM_LAYERS)])
        self.question = nn.Linear(2 * WIDE, kinds * PAIR)
        self.mention = nn.Linear(2 * WIDE, kinds * PAIR)
        self.q, self.k = nn.Linear(2 * WIDE, kinds * PAIR), nn.Linear(2 * WIDE, kinds * PAIR)
        self.pairs = nn.ModuleDict(
            {
                "distance": nn.Embedding(kinds * DISTANCES, PAIR),
                "sentence": nn.Embedding(kinds * 7, PAIR),
                "line": nn.Embedding(kinds * 7, PAIR),
                "between": nn.Embedding(kinds * 12, PAIR),
                "order": nn.Embedding(kinds * ORDERS, PAIR),
                "noun": nn.Embedding(kinds * NOUN_CLASSES, PAIR),
                "glue": nn.Embedding(GLUES, PAIR),
                "zone": nn.Embedding(ZONE_CLASSES, PAIR),
            }
        )
        self.pair_out = nn.Parameter(torch.zeros(kinds, PAIR))
        self.facts = nn.Linear(FACTS, kinds * 32)
        self.rules = nn.Embedding(rules, 32)
        self.fact_out = nn.Parameter(torch.zeros(kinds, 32))
        self.far = nn.Parameter(torch.zeros(kinds))
        self.nobody = nn.Linear(2 * WIDE, kinds)
        self.unanswered = nn.Parameter(torch.zeros(kinds, HIDDEN + 1))
        self.former_given = nn.Parameter(torch.zeros(HIDDEN + 1, 2))
        self.former = nn.Sequential(nn.Linear(2 * WIDE, 32), nn.ReLU(), nn.Linear(32, 2))
        self.value = nn.Linear(2 * WIDE, 2 * EDGE)
        self.given = nn.Embedding(GIVEN + 2, 2 * EDGE)
        self.word = nn.Linear(WIDE, 2 * EDGE)
        self.windows = nn.ModuleDict(
            {
                "distance": nn.Embedding(DISTANCES, 2 * EDGE),
                "sentence": nn.Embedding(7, 2 * EDGE),
                "line": nn.Embedding(7, 2 * EDGE),
                "between": nn.Embedding(5, 2 * EDGE),
                "mark": nn.Embedding(3, 2 * EDGE),
            }
        )
        self.edge_out = nn.Parameter(torch.zeros(2, EDGE))
        self.value_q, self.word_k = nn.Linear(2 * WIDE, 2 * EDGE), nn.Linear(WIDE, 2 * EDGE)
        self.length = nn.Parameter(torch.zeros(LONGEST))
        self.no_measure = nn.Linear(2 * WIDE, 1)
        self.part_given = nn.Embedding(GIVEN + 2, 2 * WIDE)
        self.part = nn.Sequential(nn.Linear(2 * WIDE, 64), nn.ReLU(), nn.Linear(64, 6))
        self.readers = nn.ModuleDict(
            {
                "given": nn.Embedding(len(READERS), 2 * EDGE),
                "length": nn.Embedding(len(READERS), LONGEST),
                "no_measure": nn.Embedding(len(READERS), 1),
                "part_given": nn.Embedding(len(READERS), 2 * WIDE),
                "nobody": nn.Embedding(len(READERS), kinds),
            }
        )
        self.drop = nn.Dropout(0.2)
        for module in self.modules():
            if isinstance(module, nn.Embedding):
                nn.init.normal_(module.weight, std=0.05)
        for module in self.readers.children():
            nn.init.zeros_(module.weight)
        for weight in (self.pair_out, self.fact_out, self.edge_out):
            nn.init.normal_(weight, std=0.1)

    def forward(self, one: dict[str, Any]) -> dict[str, torch.Tensor]:
        hidden = self.surroundings(one["words"])
        reader = torch.tensor(one.get("reader", FIRST))
        own = {name: layer(reader) for name, layer in self.readers.items()}
        return {**self.links(one, hidden, own), **self.values(one["windows"], hidden, own)}

    def as_first_reader(self) -> dict[str, torch.Tensor]:
        """Give the weights with what is the first reader's own added to what is everybody's."""
        weights = {name: rows.detach().clone() for name, rows in self.state_dict().items()}
        for name, whole in OWN.items():
            weights[whole] += weights[f"readers.{name}.weight"][FIRST]
        return {name: rows for name, rows in weights.items() if not name.startswith("readers.")}

    def surroundings(self, words: dict[str, torch.Tensor]) -> torch.Tensor:
        hidden = self.states(self.drop(words["states"].float()))
        for name, layer in self.words.items():
            hidden = hidden + layer(words[name])
        hidden = self.drop(self.norm(hidden))
        for layer in self.layers:
            hidden = layer(hidden, self.drop)
        return hidden

    def links(self, one: dict[str, Any], hidden: torch.Tensor, own: dict[str, torch.Tensor]) -> dict[str, torch.Tensor]:
        pairs, answers = one["pairs"], one["answers"]
        kind = pairs["kind"]
        places = ends(hidden, one["places"]["low"], one["places"]["high"])
        mentions = ends(hidden, one["mentions"]["low"], one["mentions"]["high"])
        places, mentions = self.among(one["items"], places, mentions)

        def of_kind(layer: nn.Linear, rows: torch.Tensor, at: torch.Tensor) -> torch.Tensor:
            return layer(rows).view(len(rows), len(KINDS), PAIR)[at, kind]

        mixed = of_kind(self.question, places, pairs["place"]) + of_kind(self.mention, mentions, pairs["mention"])
        for name in KIND_TABLES:
            layer = self.pairs[name]
            mixed = mixed + layer(pairs[name] + kind * (layer.num_embeddings // len(KINDS)))
        mixed = mixed + self.pairs["glue"](pairs["glue"]) + self.pairs["zone"](pairs["zone"])
        score = (self.drop(torch.relu(mixed)) * self.pair_out[kind]).sum(1)
        score = (
            score
            + (of_kind(self.q, places, pairs["place"]) * of_kind(self.k, mentions, pairs["mention"])).sum(1) / PAIR**0.5
        )
        kinds = answers["kind"]
        facts = self.facts(answers["facts"]).view(-1, len(KINDS), 32)[torch.arange(len(kinds)), kinds]
        facts = facts + answers["rules"] @ self.rules.weight
        known = (self.drop(torch.relu(facts)) * self.fact_out[kinds]).sum(1)
        near = logsumexp_by(score, pairs["answer"], self.far[kinds])
        first = places[one["first"]]
        nobody = (self.nobody(first) + own["nobody"])[torch.arange(len(first)), one["kinds"]] + self.unanswered[
            one["kinds"], one["given"]
        ]
        return {
            "answers": near + known,
            "nobody": nobody,
            "former": self.former(first) + self.former_given[one["given"]],
        }

    def among(
        self, items: dict[str, torch.Tensor], places: torch.Tensor, mentions: torch.Tensor
    ) -> tuple[torch.Tensor, torch.Tensor]:
        """Let what is asked about and whoever may answer know of each other."""
        stretches = torch.cat([mentions, places])
        rows = self.item(stretches) + self.item_kind(items["kind"])
        for layer in self.item_layers:
            rows = layer(rows, items, self.drop)
        told = stretches + self.item_back(self.drop(rows))
        return told[len(mentions) :], told[: len(mentions)]

    def values(
        self, windows: dict[str, torch.Tensor], hidden: torch.Tensor, own: dict[str, torch.Tensor]
    ) -> dict[str, torch.Tensor]:
        value = ends(hidden, windows["low"], windows["high"])
        words = hidden[windows["words"].clamp(min=0)]
        edges = (self.value(value) + self.given(windows["given"]) + own["given"])[:, None] + self.word(words)
        for name, layer in self.windows.items():
            edges = edges + layer(windows[name])
        edges = self.drop(torch.relu(edges)).view(*edges.shape[:2], 2, EDGE)
        score = (edges * self.edge_out).sum(-1)
        product = self.value_q(value)[:, None] * self.word_k(words)
        score = score + product.view(*edges.shape[:2], 2, EDGE).sum(-1) / EDGE**0.5
        score = score.masked_fill((windows["words"] < 0)[..., None], -1e4)
        spans = (
            torch.stack([score[:, :, 0] + shifted(score[:, :, 1], step) for step in range(LONGEST)], dim=2)
            + self.length
            + own["length"]
        )
        crosses = torch.stack(
            [shifted(windows["line"] * 1.0, step) != windows["line"] for step in range(LONGEST)], dim=2
        )
        spans = spans.masked_fill(crosses, -1e4)
        part = self.part(value + self.part_given(windows["given"]) + own["part_given"])
        return {
            "spans": spans,
            "no_measure": self.no_measure(value)[:, 0] + own["no_measure"],
            "role": part[:, :3],
            "direction": part[:, 3:],
        }


class Layer(nn.Module):
    """Puts each word together with those at a distance before and after it."""

    def __init__(self, reach: int) -> None:
        super().__init__()
        self.reach = reach
        self.mix, self.out, self.norm = nn.Linear(5 * WIDE, WIDE), nn.Linear(WIDE, WIDE), nn.LayerNorm(WIDE)

    def forward(self, hidden: torch.Tensor, drop: nn.Module) -> torch.Tensor:
        wide = F.pad(hidden, (0, 0, 2 * self.reach, 2 * self.reach))
        parts = [wide[self.reach * step : self.reach * step + len(hidden)] for step in range(5)]
        return self.norm(hidden + drop(self.out(torch.relu(self.mix(torch.cat(parts, dim=1))))))


class ItemLayer(nn.Module):
    """Lets each item hear what others tell, by what they are, how far they stand, and whether they mean the same."""

    def __init__(self) -> None:
        super().__init__()
        self.asks, self.out = nn.Linear(ITEM, 3 * ITEM), nn.Linear(ITEM, ITEM)
        self.mix, self.told = nn.Linear(ITEM, 2 * ITEM), nn.Linear(2 * ITEM, ITEM)
        self.norm, self.last = nn.LayerNorm(ITEM), nn.LayerNorm(ITEM)
        self.beside = nn.ModuleList([nn.Embedding(count, HEADS) for count in (DISTANCES, SENTENCES, SAME)])

    def forward(self, rows: torch.Tensor, items: dict[str, torch.Tensor], drop: nn.Module) -> torch.Tensor:
        asks, keys, says = self.asks(self.norm(rows)).view(len(rows), 3, HEADS, -1).permute(1, 2, 0, 3)
        distance, sentence, same = self.beside
        pairs = items["beside"].long()
        known = pairs.clamp(min=0)
        near = distance(known // (SENTENCES * SAME)) + sentence(known // SAME % SENTENCES) + same(known % SAME)
        near = near.masked_fill(pairs[..., None] < 0, -1e4).permute(2, 0, 1)
        share = torch.softmax(asks @ keys.transpose(1, 2) / (ITEM // HEADS) ** 0.5 + near, dim=2)
        heard = (share @ says).transpose(0, 1).reshape(len(rows), ITEM)
        rows = rows + drop(self.out(heard))
        return rows + drop(self.told(torch.relu(self.mix(self.last(rows)))))


def ends(hidden: torch.Tensor, low: torch.Tensor, high: torch.Tensor) -> torch.Tensor:
    """Give the first and last word of stretches."""
    return torch.cat([hidden[low], hidden[high - 1]], dim=1)


def shifted(rows: torch.Tensor, step: int) -> torch.Tensor:
    """Move rows to the left, filling up with what can't be chosen."""
    return F.pad(rows[:, step:], (0, step), value=-1e4)


def logsumexp_by(score: torch.Tensor, group: torch.Tensor, base: torch.Tensor) -> torch.Tensor:
    """Give the log of the sum of the exponentials of scores by group, with one for the group itself."""
    top = base.detach().clone().scatter_reduce(0, group, score.detach(), "amax")
    total = torch.exp(base - top).scatter_add(0, group, torch.exp(score - top[group]))
    return top + torch.log(total)
