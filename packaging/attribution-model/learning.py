"""Trains the network: the loss, the schedule, and the running mean of the weights."""

from __future__ import annotations

import math
import random
import time
from collections.abc import Callable, Sequence
from copy import deepcopy
from dataclasses import dataclass, replace

import torch
from batches import BATCH, Batch, batches, cuts
from corpus import Example
from network import Network
from torch import Tensor
from torch.nn import functional as F  # noqa: N812 - its customary name

from according.analysis.learned.encoding import Casing

ENCODER_RATE, HEAD_RATE, DECAY = 1.5e-4, 6e-4, 0.01
WARMING = 0.05
"""Part of the steps in which the rate rises."""

MEAN = 0.998
"""What the running mean of the weights keeps of itself at each step."""

MASK = 103
"""The piece that stands for any."""

MASKED, RENAMED = 0.08, 0.2
"""Parts of all pieces that are masked, and of names that are changed for others."""

OPENERS = (1012, 1523, 1524, 1000, 1024)
"""Pieces behind which a capital does not tell a name: full stop, quotation marks, colon."""

NEGATIVES, UNLIKELY = 3, -4.0
"""Anchors that are none, read in each window: at most so many, of noisy scores above this."""

NEGATIVE_WEIGHT, ROLE_WEIGHT = 0.5, 0.5
TYPICAL = 20
"""Pieces of an attribution, by which the loss of its labels is divided."""


@dataclass(frozen=True, slots=True)
class Stage:
    """Some epochs in which the rate falls from `first` to `last` of the highest.

    `disguised`: pieces are masked and names changed.
    """

    epochs: int
    first: float
    last: float
    disguised: bool


STAGES: tuple[Stage, Stage] = (
    Stage(7, 1.0, 0.46, disguised=False),
    Stage(5, 0.5, 0.0, disguised=True),
)


def train(
    network: Network,
    examples: Sequence[Example],
    stage: Stage,
    *,
    seed: int,
    after_epoch: Callable[[Network], None] = lambda _: None,
) -> Network:
    """The mean of the weights of the last steps; `after_epoch` gets it as it is so far."""
    torch.manual_seed(seed)
    dice, coin = random.Random(seed), torch.Generator().manual_seed(seed)  # noqa: S311 - no secret
    mean = deepcopy(network).eval()
    optimizer = torch.optim.AdamW(_groups(network), weight_decay=DECAY, fused=True)
    windows = sum(1 for one in examples for _ in cuts(one, dice))
    steps = windows * stage.epochs // BATCH

    def rate(step: int) -> float:
        falling = stage.first + (stage.last - stage.first) * min(step / steps, 1)
        return min((step + 1) / (WARMING * steps), 1) * falling

    schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, rate)
    step, began = 0, time.monotonic()
    for epoch in range(1, stage.epochs + 1):
        network.train()
        total = 0.0
        for printed in batches([cut for one in examples for cut in cuts(one, dice)], dice):
            given = disguised(printed, coin) if stage.disguised else printed
            with torch.autocast("cpu", dtype=torch.bfloat16):
                loss = loss_of(network, given, coin)
            optimizer.zero_grad(set_to_none=True)
            loss.backward()
            torch.nn.utils.clip_grad_norm_(network.parameters(), 1.0)
            optimizer.step()
            schedule.step()
            step += 1
            _follow(mean, network, min(MEAN, (step + 1) / (step + 10)))
            total += loss.item()
        spent = time.monotonic() - began
        print(f"epoch {epoch}: step {step}, {spent:.0f} s, loss {total:.1f}", flush=True)
        after_epoch(mean)
    return mean


def disguised(given: Batch, coin: torch.Generator) -> Batch:
    """A batch in which some pieces are masked, and some names are others of the same batch."""
    size = given.ids.shape
    ids = given.ids.clone()
    opening = torch.isin(ids.roll(1, dims=1), torch.tensor(OPENERS))
    titled = given.features[..., 2] == Casing.TITLE
    names = titled & ~opening & (given.features[..., 0] == 0) & (given.roles >= 0)
    held = ids[names]
    order = torch.randperm(len(held), generator=coin)
    changed = torch.rand(len(held), generator=coin) < RENAMED
    ids[names] = torch.where(changed, held[order], held)
    masked = (torch.rand(size, generator=coin) < MASKED) & (given.roles >= 0)
    return replace(given, ids=ids.masked_fill(masked, MASK))


def loss_of(network: Network, given: Batch, coin: torch.Generator) -> Tensor:
    """Cues among all pieces, labels around each anchor, and the role of each piece on its own."""
    hidden, logits = network.encode(given.ids, given.features, given.filled)
    learned = given.anchors >= 0
    cues = F.binary_cross_entropy_with_logits(
        logits[learned].float(), given.anchors[learned].float(), reduction="sum"
    )
    seen = given.roles >= 0
    roles = F.cross_entropy(network.roles(hidden)[seen].float(), given.roles[seen])
    negatives = _negatives(logits.detach(), given, coin)
    pairs = torch.cat([given.pairs, negatives])
    nothing = torch.zeros(len(negatives), given.labels.shape[1], dtype=torch.long)
    read = network.reading(hidden, pairs[:, 0], pairs[:, 1])
    each = F.cross_entropy(
        read.float().transpose(1, 2), torch.cat([given.labels, nothing]), reduction="none"
    )
    each = (each * given.filled[pairs[:, 0]]).sum(1)
    weight = torch.ones(len(pairs))
    weight[len(given.pairs) :] = NEGATIVE_WEIGHT
    labels = (each * weight).sum() / weight.sum().clamp(min=1) / TYPICAL
    return cues / max(1, len(given.pairs)) + labels + ROLE_WEIGHT * roles


def _groups(network: Network) -> list[dict[str, object]]:
    """The weights of the encoder, and those that begin at random and learn faster."""
    new: list[Tensor] = []
    old: list[Tensor] = []
    for name, weights in network.named_parameters():
        if weights.requires_grad:
            fresh = not name.startswith("encoder.") or name.startswith("encoder.features")
            (new if fresh else old).append(weights)
    return [{"params": old, "lr": ENCODER_RATE}, {"params": new, "lr": HEAD_RATE}]


@torch.no_grad()
def _negatives(logits: Tensor, given: Batch, coin: torch.Generator) -> Tensor:
    """For each window some pieces that look like anchors and are none: row and place."""
    noise = torch.empty_like(logits, dtype=torch.float).exponential_(generator=coin).log().neg()
    score = logits.float() + noise
    score[(given.anchors != 0) | given.taken] = -math.inf
    best = score.topk(min(NEGATIVES, score.shape[1]), dim=1)
    chosen = best.values > UNLIKELY
    row = torch.arange(len(logits))[:, None].expand_as(best.indices)
    return torch.stack([row[chosen], best.indices[chosen]], dim=1)


@torch.no_grad()
def _follow(mean: Network, network: Network, keep: float) -> None:
    for ours, theirs in zip(mean.parameters(), network.parameters(), strict=True):
        if theirs.requires_grad:
            ours.lerp_(theirs, 1 - keep)
