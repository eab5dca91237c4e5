"""The network: a MiniLM encoder, a score of every piece as a cue, and a reading for each cue.

Attribution is read as labelling for one predicate at a time: for each piece that may be a cue, all
pieces around it are labelled as source, cue, content or nothing (Shi and Lin, "Simple BERT Models
for Relation Extraction and Semantic Role Labeling", 2019), from a biaffine meeting of the two
pieces (Dozat and Manning, "Deep Biaffine Attention for Neural Dependency Parsing", 2017).
"""

from __future__ import annotations

import math
from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional as F  # noqa: N812 - its customary name

HIDDEN, HEADS, INNER, LAYERS, VOCABULARY, PLACES = 384, 12, 1536, 6, 30522, 512
FEATURES = (3, 3, 6)
"""Values of each feature of `according.analysis.learned.encoding.Encoded`."""
WIDTH = 128
LABELS = 4
DISTANCES = 33
FARTHEST = 256


class Dropout(nn.Module):
    """Dropout with one mask for the whole batch: random numbers are dear on a processor."""

    def __init__(self, share: float) -> None:
        super().__init__()
        self.share = share

    def forward(self, x: Tensor) -> Tensor:
        if not self.training or not self.share:
            return x
        mask = torch.rand(x.shape[1:], device=x.device) >= self.share
        return x * (mask.to(x.dtype) / (1 - self.share))


class Layer(nn.Module):
    """One transformer layer of BERT, normalised behind each half."""

    def __init__(self, dropout: float) -> None:
        super().__init__()
        self.queries_keys_values = nn.Linear(HIDDEN, 3 * HIDDEN)
        self.attended = nn.Linear(HIDDEN, HIDDEN)
        self.attended_norm = nn.LayerNorm(HIDDEN, eps=1e-12)
        self.inner = nn.Linear(HIDDEN, INNER)
        self.outer = nn.Linear(INNER, HIDDEN)
        self.outer_norm = nn.LayerNorm(HIDDEN, eps=1e-12)
        self.dropout = Dropout(dropout)

    def forward(self, x: Tensor, mask: Tensor) -> Tensor:
        batch, length, _ = x.shape
        q, k, v = (
            self.queries_keys_values(x)
            .view(batch, length, 3, HEADS, HIDDEN // HEADS)
            .permute(2, 0, 3, 1, 4)
        )
        seen = F.scaled_dot_product_attention(q, k, v, attn_mask=mask)
        seen = self.attended(seen.transpose(1, 2).reshape(batch, length, HIDDEN))
        x = self.attended_norm(x + self.dropout(seen))
        made = self.outer(F.gelu(self.inner(x)))
        return self.outer_norm(x + self.dropout(made))


class Encoder(nn.Module):
    """MiniLM over one window, with learned embeddings for what its vocabulary does not tell."""

    def __init__(self, dropout: float = 0.1) -> None:
        super().__init__()
        self.vocabulary = nn.Embedding(VOCABULARY, HIDDEN)
        self.places = nn.Embedding(PLACES, HIDDEN)
        self.features = nn.ModuleList(nn.Embedding(values, HIDDEN) for values in FEATURES)
        self.norm = nn.LayerNorm(HIDDEN, eps=1e-12)
        self.layers = nn.ModuleList(Layer(dropout) for _ in range(LAYERS))
        self.dropout = Dropout(dropout)
        for embedding in self.features:
            nn.init.zeros_(embedding.weight)

    def forward(self, ids: Tensor, features: Tensor, filled: Tensor) -> Tensor:
        """(batch, length, HIDDEN) from ids, features and the mask of what is no padding."""
        x = self.vocabulary(ids) + self.places.weight[: ids.shape[1]]
        for number, embedding in enumerate(self.features):
            x = x + embedding(features[..., number])
        x = self.dropout(self.norm(x))
        mask = filled[:, None, None, :]
        for layer in self.layers:
            x = layer(x, mask)
        return x


class Convolved(nn.Module):
    """Two convolutions along the text with what came in added."""

    def __init__(self, step: int, dropout: float) -> None:
        super().__init__()
        self.norm = nn.LayerNorm(WIDTH)
        self.near = nn.Conv1d(WIDTH, WIDTH, 5, padding=2 * step, dilation=step)
        self.back = nn.Conv1d(WIDTH, WIDTH, 1)
        self.dropout = Dropout(dropout)

    def forward(self, x: Tensor) -> Tensor:
        made = self.back(F.gelu(self.near(self.norm(x).transpose(1, 2)))).transpose(1, 2)
        return x + self.dropout(made)


class Reading(nn.Module):
    """The labels of all pieces of a window for one anchor."""

    def __init__(self, dropout: float = 0.2) -> None:
        super().__init__()
        self.dropout = Dropout(dropout)
        self.piece = nn.Linear(HIDDEN, 2 * WIDTH)
        self.anchor = nn.Linear(HIDDEN, 2 * WIDTH)
        self.distance = nn.Embedding(DISTANCES, WIDTH)
        self.norm = nn.LayerNorm(WIDTH)
        self.convolved = nn.ModuleList(Convolved(step, dropout) for step in (1, 3))
        self.label = nn.Linear(WIDTH, LABELS)

    def forward(self, hidden: Tensor, window: Tensor, anchor: Tensor) -> Tensor:
        """(anchors, length, LABELS) logits; `window` and `anchor` say where each anchor stands."""
        hidden = self.dropout(hidden)
        plain, crossed = self.piece(hidden)[window].chunk(2, dim=-1)
        own, crossing = self.anchor(hidden[window, anchor])[:, None].chunk(2, dim=-1)
        x = plain + own + crossed * crossing
        x = x + self.distance(distances(hidden.shape[1], anchor))
        x = self.norm(x)
        for block in self.convolved:
            x = block(x)
        return self.label(x)


def distances(length: int, anchor: Tensor) -> Tensor:
    """(anchors, length) numbers of buckets of the signed logarithmic distance."""
    apart = torch.arange(length, device=anchor.device)[None] - anchor[:, None]
    far = torch.log2(apart.abs().clamp(1, FARTHEST).float()) * 2
    bucket = torch.where(apart == 0, torch.zeros_like(far), far + 1).long().clamp(max=16)
    return torch.where(apart < 0, bucket + 16, bucket).clamp(0, DISTANCES - 1)


class Network(nn.Module):
    """Encoder, cue scores and readings together."""

    def __init__(self, dropout: float = 0.1) -> None:
        super().__init__()
        self.encoder = Encoder(dropout)
        self.cue = nn.Sequential(
            Dropout(0.2), nn.Linear(HIDDEN, WIDTH), nn.GELU(), nn.Linear(WIDTH, 1)
        )
        self.roles = nn.Linear(HIDDEN, LABELS)
        self.reading = Reading()

    def encode(self, ids: Tensor, features: Tensor, filled: Tensor) -> tuple[Tensor, Tensor]:
        """Hidden states, and the (batch, length) logits of every piece as an anchor."""
        hidden = self.encoder(ids, features, filled)
        return hidden, self.cue(hidden).squeeze(-1)


def pretrained(folder: Path, dropout: float = 0.1) -> Network:
    """A network whose encoder has the weights of a MiniLM in Hugging Face's form."""
    network = Network(dropout)
    given = load_file(folder / "model.safetensors")
    encoder = network.encoder
    ours: dict[str, Tensor] = {
        "vocabulary.weight": given["embeddings.word_embeddings.weight"],
        # The kind of every piece is 0, so its embedding belongs to the place.
        "places.weight": given["embeddings.position_embeddings.weight"]
        + given["embeddings.token_type_embeddings.weight"][0],
        "norm.weight": given["embeddings.LayerNorm.weight"],
        "norm.bias": given["embeddings.LayerNorm.bias"],
    }
    names = {
        "attended": "attention.output.dense",
        "attended_norm": "attention.output.LayerNorm",
        "inner": "intermediate.dense",
        "outer": "output.dense",
        "outer_norm": "output.LayerNorm",
    }
    for number in range(LAYERS):
        theirs = f"encoder.layer.{number}."
        for part in ("weight", "bias"):
            for name, other in names.items():
                ours[f"layers.{number}.{name}.{part}"] = given[f"{theirs}{other}.{part}"]
            ours[f"layers.{number}.queries_keys_values.{part}"] = torch.cat(
                [given[f"{theirs}attention.self.{q}.{part}"] for q in ("query", "key", "value")]
            )
    missing, unexpected = encoder.load_state_dict(ours, strict=False)
    if unexpected or any(not name.startswith("features.") for name in missing):
        raise ValueError(f"{folder} holds no MiniLM of six layers: {missing} {unexpected}")
    encoder.vocabulary.weight.requires_grad = False
    nn.init.constant_(network.cue[-1].bias, -math.log(40))
    return network
