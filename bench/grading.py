"""How well typed answers are graded: what is right and accepted, and what is wrong and accepted.

`python bench/grading.py [GOLD.toml | DECK.toml]...` measures the files that it is given, else every gold list and every
deck that ships. Each fact is a card. Counted are: its other accepted wordings, found from the answer alone; its near
misses and distractors, and the answers of all other facts of the list, that are accepted; slips of the pen (one letter
left out, or two changed about) that are accepted. `--list` prints each answer of another fact that is accepted, to be
judged by a reader: some are the same thing in other words. `--likeness` adds what rapidfuzz.WRatio of 85 and more would
accept.
"""

from __future__ import annotations

import argparse
import itertools
import random
import sys
import tomllib
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from rapidfuzz import fuzz

from trainer.cards import Card, Kind
from trainer.cards.grading import grade
from trainer.decks.read import read_deck
from trainer.errors import TrainerError
from trainer.text import fold
from trainer.values.names import bare

BENCH = Path(__file__).parent
TYPED = {Kind.HOW_MANY: "numbers", Kind.WHEN: "dates", Kind.LIST: "lists", Kind.ACRONYM: "acronyms", Kind.WHO: "who"}
"""Kinds whose other wordings a rule can know; of the rest most are paraphrases."""
ALIKE = 85
"""From here on WRatio calls two texts alike."""


@dataclass
class Tally:
    """What was counted in one list."""

    name: str
    tried: Counter[str] = field(default_factory=Counter)
    accepted: Counter[str] = field(default_factory=Counter)
    odd: list[tuple[str, str]] = field(default_factory=list)
    """Answers of other facts that are accepted, each beside the key."""

    def count(self, what: str, *, accepted: bool) -> None:
        """One answer more, and whether it was accepted."""
        self.tried[what] += 1
        self.accepted[what] += accepted

    def share(self, what: str) -> str:
        """`12 / 340`."""
        return f"{self.accepted[what]} / {self.tried[what]}"


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command; 0 when all is well, 1 when a file cannot be used or a near miss is accepted."""
    given = _arguments(argv)
    try:
        tallies = [_tally(path, likeness=given.likeness) for path in given.files or _every()]
    except (TrainerError, OSError, ValueError, KeyError) as error:
        print(error, file=sys.stderr)
        return 1
    print("\n".join(_table([*tallies, _total(tallies)], likeness=given.likeness)))
    if given.list:
        for tally in tallies:
            for key, answer in tally.odd:
                print(f"{tally.name}: {key!r} accepts {answer!r}")
    return 1 if any(tally.accepted["near misses"] for tally in tallies) else 0


def _arguments(argv: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Measure the grading of typed answers.")
    parser.add_argument("files", nargs="*", type=Path, help="gold lists or decks; all of ours if none is given")
    parser.add_argument("--list", action="store_true", help="print the answers of other facts that are accepted")
    parser.add_argument("--likeness", action="store_true", help="count too what rapidfuzz.WRatio would accept")
    return parser.parse_args(argv)


def _every() -> list[Path]:
    lists = [*sorted((BENCH / "gold").glob("*.toml")), *sorted((BENCH / "held").glob("*.toml"))]
    return [*lists, *sorted((BENCH.parent / "decks").glob("*.toml"))]


def _cards(path: Path) -> list[Card]:
    """The facts of a gold list, or the cards of a deck."""
    facts = tomllib.loads(path.read_text("utf-8")).get("fact")
    if facts is None:
        return list(read_deck(path)[0].cards)
    return [
        Card(fact["id"], fact["question"], fact["answer"], Kind(fact["kind"]),
             accepted=tuple(fact.get("accepted", ())), reject=tuple(fact.get("reject", ())))
        for fact in facts
    ]  # fmt: skip


def _tally(path: Path, *, likeness: bool) -> Tally:
    cards, tally = _cards(path), Tally(path.stem)
    for card in cards:
        _count_own(card, tally)
    for card, other in itertools.permutations(cards, 2):
        if bare(other.answer) in {bare(text) for text in (card.answer, *card.accepted)}:
            continue
        accepted = grade(card, other.answer).verdict.accepted
        tally.count("other answers", accepted=accepted)
        if accepted:
            tally.odd.append((card.answer, other.answer))
        if likeness:
            tally.count("alike", accepted=_is_alike(card, other.answer))
    return tally


def _count_own(card: Card, tally: Tally) -> None:
    """What a card itself says is right or wrong, and slips in its answer."""
    alone = replace(card, accepted=(), reject=(), distractors=())
    for text in (card.answer, *card.accepted):
        tally.count("accepted", accepted=grade(card, text).verdict.accepted)
    for text in card.accepted:
        tally.count(TYPED.get(card.kind, "other"), accepted=grade(alone, text).verdict.accepted)
    for text in (*card.reject, *card.distractors):
        tally.count("near misses", accepted=grade(card, text).verdict.accepted)
        tally.count("unlisted", accepted=grade(alone, text).verdict.accepted)
    if card.kind not in {Kind.HOW_MANY, Kind.WHEN}:
        for text in _slips(card.answer):
            tally.count("slips", accepted=grade(card, text).verdict.accepted)


def _slips(answer: str) -> Iterator[str]:
    """Up to five slips of the pen, the same each time."""
    dice = random.Random(answer)  # noqa: S311 - slips, not secrets
    inner = [n for n in range(1, len(answer) - 1) if answer[n - 1 : n + 2].isalpha()]
    for n in dice.sample(inner, min(5, len(inner))):
        left_out, changed = answer[:n] + answer[n + 1 :], answer[:n] + answer[n + 1] + answer[n] + answer[n + 2 :]
        yield from (text for text in (dice.choice((left_out, changed)),) if text != answer)


def _is_alike(card: Card, text: str) -> bool:
    return any(fuzz.WRatio(fold(key), fold(text)) >= ALIKE for key in (card.answer, *card.accepted))


COLUMNS = ("accepted", "near misses", "unlisted", "other answers", *TYPED.values(), "other", "slips")
"""The columns, in order: `unlisted` are the near misses without the list that says so."""


def _table(tallies: Sequence[Tally], *, likeness: bool) -> list[str]:
    columns = (*COLUMNS, *(["alike"] if likeness else []))
    lines = [f"| list | {' | '.join(columns)} |", f"|---|{'---:|' * len(columns)}"]
    return [*lines, *(f"| {tally.name} | {' | '.join(tally.share(what) for what in columns)} |" for tally in tallies)]


def _total(tallies: Sequence[Tally]) -> Tally:
    total = Tally("all")
    for tally in tallies:
        total.tried.update(tally.tried)
        total.accepted.update(tally.accepted)
    return total


if __name__ == "__main__":
    sys.exit(main())
