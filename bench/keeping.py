"""Fits how likely a reader keeps a card to cards that readers judged blind, and says how well that tells them apart.

`python bench/keeping.py` prints what each share of the cards, the likeliest first, would have been worth, each brief
told by weights that were fitted to the others; `--fit` writes the weights into the package. Each line of
`judged.jsonl` is a card as it was read, its verdict, and whether it was factually right.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from trainer.cards.card import Card, Kind, Source
from trainer.questions.keeping import LEAST, traits

JUDGED = Path(__file__).with_name("judged.jsonl")
WEIGHTS = Path(__file__).parent.parent / "trainer" / "questions" / "keeping.toml"
PENALTY = 3.0
"""Of the squared weights, so that a trait that few cards have says little."""
FOLDS = 10
_HEAD = "# Written by `python bench/keeping.py --fit`: weights of the traits in keeping.py.\n"


@dataclass(frozen=True, slots=True)
class Judged:
    """A card and what its reader said."""

    brief: str
    traits: dict[str, float]
    kept: bool
    right: bool


def read_judged(path: Path = JUDGED) -> list[Judged]:
    """Every judged card."""
    return [_judged(json.loads(line)) for line in path.read_text("utf-8").splitlines()]


def _judged(told: dict) -> Judged:
    card = Card(
        "x", told["question"], told["answer"], Kind(told["kind"]), attribution=told["attribution"],
        source=Source(told["brief"], told["sentence"]),
    )  # fmt: skip
    return Judged(told["brief"], traits(card, told["title"]), told["kept"], told["right"])


def matrix(cards: Sequence[Judged], names: Sequence[str]) -> np.ndarray:
    """A row a card, a column a trait, the last one always 1."""
    return np.array([[*(card.traits.get(name, 0.0) for name in names), 1.0] for card in cards])


def fitted(rows: np.ndarray, kept: np.ndarray) -> np.ndarray:
    """The weights of a logistic regression with a squared penalty, by Newton's method."""
    weights = np.zeros(rows.shape[1])
    ridge = np.diag([PENALTY] * (rows.shape[1] - 1) + [1e-6])
    for _ in range(30):
        told = 1 / (1 + np.exp(-rows @ weights))
        slope = rows.T @ (told - kept) + ridge @ weights
        bend = (rows * (told * (1 - told))[:, None]).T @ rows + ridge
        step = np.linalg.solve(bend, slope)
        weights -= step
        if np.abs(step).max() < 1e-8:
            break
    return weights


def told_by_others(cards: Sequence[Judged], rows: np.ndarray, kept: np.ndarray) -> np.ndarray:
    """For each card the likelihood by weights that were fitted to other briefs."""
    briefs = sorted({card.brief for card in cards})
    fold = np.array([briefs.index(card.brief) % FOLDS for card in cards])
    told = np.zeros(len(cards))
    for number in range(FOLDS):
        out = fold == number
        told[out] = 1 / (1 + np.exp(-rows[out] @ fitted(rows[~out], kept[~out])))
    return told


def main() -> None:
    """Print the table; with --fit write the weights."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--fit", action="store_true")
    args = parser.parse_args()
    cards = read_judged()
    names = sorted({name for card in cards for name in card.traits})
    rows, kept = matrix(cards, names), np.array([card.kept for card in cards], dtype=float)
    right = np.array([card.right for card in cards], dtype=float)
    told = told_by_others(cards, rows, kept)
    order = np.argsort(-told, kind="stable")
    print(f"{len(cards)} cards of {len({card.brief for card in cards})} briefs, {len(names)} traits\n")
    print("| the likeliest | kept | factually right |\n|---|--:|--:|")
    for share in (0.2, 0.4, 0.6, 0.8, 1.0):
        best = order[: round(share * len(cards))]
        print(f"| {share:.0%} | {kept[best].mean():.0%} | {right[best].mean():.0%} |")
    above = told >= LEAST
    print(f"| {above.mean():.0%}, at least {LEAST} | {kept[above].mean():.0%} | {right[above].mean():.0%} |")
    if args.fit:
        weights = fitted(rows, kept)
        lines = [f'"{name}" = {weight:.3f}\n' for name, weight in zip([*names, "always"], weights, strict=True)]
        WEIGHTS.write_text(_HEAD + "".join(lines), "utf-8")


if __name__ == "__main__":
    main()
