"""The network: MiniLM's encoder, an embedding of how each word is written, and a layer that scores tags."""

from itertools import product
from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional

from pipeline.extract.model.wordpiece import SHAPES

WIDTH, HEADS, INNER, LAYERS, POSITIONS, PIECES = 384, 12, 1536, 6, 512, 30522


class Dropout(nn.Module):
    """Drops the same units at every place of a window: few random numbers are drawn, which is quick on a CPU."""

    def __init__(self, chance: float) -> None:
        super().__init__()
        self.chance = chance

    def forward(self, x: Tensor) -> Tensor:
        """Give the states with units dropped, in training."""
        if not self.training or not self.chance:
            return x
        kept = torch.rand(x.shape[0], 1, x.shape[-1]) >= self.chance
        return x * (kept.to(x.dtype) / (1 - self.chance))


class EncoderLayer(nn.Module):
    """One layer of BERT."""

    def __init__(self, dropout: float) -> None:
        super().__init__()
        self.seen, self.out = nn.Linear(WIDTH, 3 * WIDTH), nn.Linear(WIDTH, WIDTH)
        self.up, self.down = nn.Linear(WIDTH, INNER), nn.Linear(INNER, WIDTH)
        self.norm1, self.norm2 = nn.LayerNorm(WIDTH, eps=1e-12), nn.LayerNorm(WIDTH, eps=1e-12)
        self.dropout = Dropout(dropout)

    def forward(self, x: Tensor, mask: Tensor | None) -> Tensor:
        """Give the hidden states after the layer."""
        batch, length, _ = x.shape
        q, k, v = self.seen(x).view(batch, length, 3, HEADS, WIDTH // HEADS).permute(2, 0, 3, 1, 4).unbind(0)
        near = q @ (k.transpose(-1, -2) * (WIDTH // HEADS) ** -0.5)
        if mask is not None:
            near = near + mask.to(near.dtype)
        read = near.softmax(dim=-1).to(v.dtype) @ v
        x = self.norm1(x + self.dropout(self.out(read.transpose(1, 2).reshape(batch, length, WIDTH))))
        return self.norm2(x + self.dropout(self.down(functional.gelu(self.up(x)))))


class Encoder(nn.Module):
    """MiniLM, or fewer of its layers, with shapes added to its input: piece ids and shape ids to hidden states."""

    def __init__(self, dropout: float = 0.1, *, layers: int = LAYERS) -> None:
        super().__init__()
        self.pieces, self.positions = nn.Embedding(PIECES, WIDTH), nn.Embedding(POSITIONS, WIDTH)
        self.kind = nn.Parameter(torch.zeros(WIDTH))
        self.shapes = nn.Embedding(SHAPES, WIDTH)
        nn.init.normal_(self.shapes.weight, std=0.02)
        self.norm, self.dropout = nn.LayerNorm(WIDTH, eps=1e-12), Dropout(dropout)
        self.layers = nn.ModuleList(EncoderLayer(dropout) for _ in range(layers))

    def forward(self, pieces: Tensor, shapes: Tensor, mask: Tensor | None = None) -> Tensor:
        """Give the hidden states, one a piece; `mask` is True where there is a piece."""
        return self.steps(pieces, shapes, mask)[-1]

    def steps(self, pieces: Tensor, shapes: Tensor, mask: Tensor | None = None) -> list[Tensor]:
        """Give the hidden states before the first layer and after each one."""
        places = torch.arange(pieces.shape[1])
        x = self.pieces(pieces) + self.positions(places) + self.kind + self.shapes(shapes)
        states = [self.dropout(self.norm(x))]
        seen = None if mask is None else (~mask[:, None, None, :]) * -1e4
        for layer in self.layers:
            states.append(layer(states[-1], seen))
        return states


class Tagger(nn.Module):
    """The encoder and the layer that scores tags at the first piece of each word."""

    def __init__(self, tags: int, dropout: float = 0.1, *, layers: int = LAYERS) -> None:
        super().__init__()
        self.encoder, self.dropout = Encoder(dropout, layers=layers), nn.Dropout(dropout)
        self.head = nn.Linear(WIDTH, tags)

    def forward(self, pieces: Tensor, shapes: Tensor, mask: Tensor | None, firsts: tuple[Tensor, Tensor]) -> Tensor:
        """Give the logits of the words whose first pieces stand at (rows, columns)."""
        hidden = self.encoder(pieces, shapes, mask)[firsts]
        return self.head(self.dropout(hidden))


def load_minilm(encoder: Encoder, path: Path) -> None:
    """Put the published weights of all-MiniLM-L6-v2 into an encoder; the shapes keep what they have."""
    given, own = load_file(path), encoder.state_dict()
    own["kind"] = given["embeddings.token_type_embeddings.weight"][0]
    for ours, theirs in (("pieces", "word_embeddings"), ("positions", "position_embeddings"), ("norm", "LayerNorm")):
        for kind in ("weight", "bias") if ours == "norm" else ("weight",):
            own[f"{ours}.{kind}"] = given[f"embeddings.{theirs}.{kind}"]
    parts = {"out": "attention.output.dense", "norm1": "attention.output.LayerNorm"}
    parts |= {"up": "intermediate.dense", "down": "output.dense", "norm2": "output.LayerNorm"}
    for at, kind in product(range(LAYERS), ("weight", "bias")):
        layer = f"encoder.layer.{at}"
        own.update({f"layers.{at}.{ours}.{kind}": given[f"{layer}.{theirs}.{kind}"] for ours, theirs in parts.items()})
        seen = [given[f"{layer}.attention.self.{part}.{kind}"] for part in ("query", "key", "value")]
        own[f"layers.{at}.seen.{kind}"] = torch.cat(seen)
    encoder.load_state_dict(own)
