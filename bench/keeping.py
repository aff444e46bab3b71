"""Trains the small transformer that says how likely a reader keeps a card and which of its words leave something open.

    pip install torch
    python bench/keeping.py --fit

learns from `judged.jsonl`, each line a card as it was read blind, its verdict and the criteria that failed; of most a
second reader, who saw neither brief nor verdict, marked the words that leave something `open` and those where the
English is `broken`. It writes `trainer/questions/reader/weights.npz`; ten minutes on two cores. It starts from the
layers of the network that parses and keeps that network's words as they are, so that the package carries them once.
Some briefs are kept apart, and their cards say so. `python bench/keeping.py` reads those with the weights that ship,
without PyTorch, and prints what each share of their cards, the likeliest first, was worth, how many are kept if of
several ways to ask for one thing the likeliest is taken, and how well cards that leave something open are told.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from trainer.questions.keeping import FOLDER, LEAST, MOST_OPEN, asked_in, text_of
from trainer.transformer.scored import Scores, scorer

JUDGED = Path(__file__).with_name("judged.jsonl")
CRITERIA = (
    "self_contained", "grammatical", "correct", "key_sound", "unambiguous", "salient", "not_given_away",
    "faithful_hedge",
)  # fmt: skip
"""Learned beside the verdict, and not asked for again."""
SELF_CONTAINED = "self_contained"
EPOCHS, TOGETHER = 2, 32
"""Rounds, and cards in a batch."""
MARKS = ("open", "broken")
"""What words are marked with: what leaves something open, and where the English is broken."""
SHARES = (0.2, 0.4, 0.6, 0.8, 1.0)


@dataclass(frozen=True, slots=True)
class Judged:
    """A card and what its reader said."""

    brief: str
    text: str
    """What the network reads."""
    asked: tuple[int, int]
    """Where its question begins and ends in that."""
    marked: tuple[tuple[tuple[int, int], ...], ...] | None
    """For each of the marks where the words begin and end that bear it; None for a card that nobody marked."""
    answered: tuple[str, str]
    """Source sentence and answer: the same for the ways to ask for one thing."""
    kept: bool
    right: bool
    fails: frozenset[str]
    apart: bool
    """Whether its brief is kept apart."""


def read_judged(path: Path = JUDGED) -> list[Judged]:
    """Every judged card, in order."""
    return [_judged(json.loads(line)) for line in path.read_text("utf-8").splitlines()]


def _judged(told: dict) -> Judged:
    text = text_of(told["title"], told["question"], told["answer"])
    asked = asked_in(told["title"], told["question"])
    marked = tuple(tuple(_places(told[mark], text, asked)) for mark in MARKS) if MARKS[0] in told else None
    answered = told["sentence"], told["answer"]
    fails, apart = frozenset(told["fails"]), told.get("apart", False)
    return Judged(told["brief"], text, asked, marked, answered, told["kept"], told["right"], fails, apart)


def _places(phrases: Sequence[str], text: str, asked: tuple[int, int]) -> Iterator[tuple[int, int]]:
    """Where the phrases stand in the question."""
    for phrase in phrases:
        start = text.lower().find(phrase.lower(), *asked)
        if start >= 0:
            yield start, start + len(phrase)


def parted(cards: Sequence[Judged]) -> tuple[list[Judged], list[Judged]]:
    """Those to learn from, and those of the briefs kept apart."""
    return [card for card in cards if not card.apart], [card for card in cards if card.apart]


def table(cards: Sequence[Judged], likely: NDArray) -> Iterator[str]:
    """What each share of the cards was worth, and what those at least so likely were."""
    kept, right = np.array([card.kept for card in cards]), np.array([card.right for card in cards])
    order = np.argsort(-likely, kind="stable")
    yield "| the likeliest | kept | factually right |\n|---|--:|--:|"
    for share in SHARES:
        best = order[: round(share * len(cards))]
        yield f"| {share:.0%} | {kept[best].mean():.0%} | {right[best].mean():.0%} |"
    above = likely >= LEAST
    yield f"| {above.mean():.0%}, at least {LEAST} | {kept[above].mean():.0%} | {right[above].mean():.0%} |"


def chosen(cards: Sequence[Judged], likely: NDArray) -> str:
    """How many things that were asked in several ways are kept by the first way, by the likeliest, by any."""
    ordered = sorted(range(len(cards)), key=lambda n: (cards[n].brief, cards[n].answered, n))
    groups = [list(some) for _, some in groupby(ordered, key=lambda n: (cards[n].brief, cards[n].answered))]
    groups = [some for some in groups if len(some) > 1]
    first = np.mean([cards[some[0]].kept for some in groups])
    best = np.mean([cards[max(some, key=lambda n: likely[n])].kept for some in groups])
    some_way = np.mean([any(cards[n].kept for n in some) for some in groups])
    told = f"the first {first:.0%}, the likeliest {best:.0%}, any {some_way:.0%}"
    return f"{len(groups)} asked in several ways: kept by {told}"


def area(cards: Sequence[Judged], likely: NDArray) -> float:
    """How often a card that was kept is likelier than one that was not."""
    return _area([card.kept for card in cards], likely)


def _area(is_so: Sequence[bool], score: NDArray) -> float:
    """How often one of which it is so has the greater score than one of which it is not."""
    so = np.array(is_so)
    ranks = np.empty(len(so))
    ranks[np.argsort(score, kind="stable")] = np.arange(1, len(so) + 1)
    yes, no = so.sum(), (~so).sum()
    return float((ranks[so].sum() - yes * (yes + 1) / 2) / (yes * no))


def told_open(cards: Sequence[Judged], scores: Scores) -> Iterator[str]:
    """How well the cards that leave something open are told, by the words that are marked in them."""
    leaves = scores.peaks[:, 0]
    yield f"leaves something open, by the verdict: area {_area([SELF_CONTAINED in c.fails for c in cards], leaves):.2f}"
    marked = [n for n, card in enumerate(cards) if card.marked is not None]
    opened = [bool(cards[n].marked[0]) for n in marked]
    yield f"by the words marked in {len(marked)} cards: area {_area(opened, leaves[marked]):.2f}"
    open_ = [n for n, is_open in zip(marked, opened, strict=True) if is_open]
    found = sum(any(a <= scores.places[n, 0] < b for a, b in cards[n].marked[0]) for n in open_)
    yield f"the likeliest word is marked in {found} of {len(open_)} such cards"
    above = leaves > np.log(MOST_OPEN / (1 - MOST_OPEN))
    kept = np.array([card.kept for card in cards])
    yield f"of the {above.mean():.0%} of cards above {MOST_OPEN} {kept[above].mean():.0%} are kept"


def main() -> None:
    """Train with --fit; print how the cards kept apart are told."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--fit", action="store_true")
    args = parser.parse_args()
    learned, apart = parted(read_judged())
    if args.fit:
        from keeping_fit import fit

        fit(learned)
    scores = scorer(FOLDER).scores([card.text for card in apart], [card.asked for card in apart])
    likely = 1 / (1 + np.exp(-scores.logits[:, 0]))
    print(f"{len(learned)} cards learned from, {len(apart)} of {len({card.brief for card in apart})} briefs kept apart")
    print(f"area under the curve {area(apart, likely):.2f}\n")
    print("\n".join(table(apart, likely)))
    print(f"\n{chosen(apart, likely)}\n")
    print("\n".join(told_open(apart, scores)))


if __name__ == "__main__":
    main()
