"""How well the network tells what goes back to earlier text, and to which words, on passages that are kept apart.

    python bench/pipeline/earlier.py --gum GUM

prints the table for the pipeline that ships, on GUM's documents and on our own briefs.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import gum
import marked
import spacy
from passages import Passage, Status

from trainer.language.antecedents import Shares, Spot, told_of
from trainer.language.earlier import SURE
from trainer.language.network import Network
from trainer.language.parser import network

PRONOUNS = frozenset(
    {"it", "its", "itself", "they", "them", "their", "he", "him", "his", "himself", "she", "her", "herself"}
)
BACK = frozenset({Status.AGAIN, Status.LEANS, Status.TOLD})


@dataclass
class Links:
    """Phrases of one sort, and how what they go back to was told."""

    all: int = 0
    right: int = 0
    """Those whose likeliest earlier word is a right one."""
    sure: int = 0
    """Those told with a probability of SURE or more."""
    surely_right: int = 0

    def add(self, shares: Shares, right: set[Spot]) -> None:
        """One phrase: what it may mean, and all the words that mean what it does."""
        hit = bool(shares) and shares[0][0] in right
        mass = sum(share for spot, share in shares if spot in right) if hit else shares[0][1] if shares else 0.0
        sure = mass >= SURE
        self.all += 1
        self.right += hit
        self.sure += sure
        self.surely_right += hit and sure

    @property
    def row(self) -> str:
        """Phrases, the share told right, the share told surely, and how many of these are right."""
        parts = ((self.right, self.all), (self.sure, self.all), (self.surely_right, self.sure))
        return " | ".join([str(self.all), *(f"{100 * some / max(1, every):.1f}" for some, every in parts)])


@dataclass
class Tally:
    """What was told of the phrases of some passages, names left out."""

    back: list[tuple[float, bool]] = field(default_factory=list)
    """The log odds of going back, and whether it does."""
    pronouns: Links = field(default_factory=Links)
    others: Links = field(default_factory=Links)
    owners: Links = field(default_factory=Links)

    @property
    def area(self) -> float:
        """How likely one that goes back is to be told so more strongly than one that does not."""
        ranks = [n for n, (_, yes) in enumerate(sorted(self.back)) if yes]
        yes, no = len(ranks), len(self.back) - len(ranks)
        return (sum(ranks) - yes * (yes - 1) / 2) / max(1, yes * no)


def measured(reader: Network, passages: list[Passage]) -> Tally:
    """All phrases of the passages that are no names."""
    tally = Tally()
    for passage in passages:
        _count(tally, reader, passage)
    return tally


def _count(tally: Tally, reader: Network, one: Passage) -> None:
    first = [n for n, s in enumerate(one.sentences) if not n or s != one.sentences[n - 1]]
    rows = [range(a, b) for a, b in zip(first, [*first[1:], len(one.words)], strict=True)]
    words, heads = ([[every[n] for n in row] for row in rows] for every in (one.words, one.heads))
    told = told_of(reader, words, heads)
    spots = [(k, i) for k, row in enumerate(rows) for i in range(len(row))]
    for n, spot in enumerate(spots):
        if spot not in told or not one.loose[n] or one.status[n] < 0:
            continue
        tally.back.append((told[spot].back, one.status[n] in BACK))
        same = _earlier(one, spots, n, one.things[n])
        if one.status[n] == Status.AGAIN and same:
            (tally.pronouns if one.words[n].lower() in PRONOUNS else tally.others).add(told[spot].same, same)
        if one.owners[n] >= 0:
            tally.owners.add(told[spot].owner, _earlier(one, spots, n, one.owners[n]))


def _earlier(one: Passage, spots: list[Spot], n: int, thing: int) -> set[Spot]:
    """The words before a word that mean a thing."""
    return {spots[m] for m in range(n) if one.things[m] == thing and one.heads[m]} if thing >= 0 else set()


def table(reader: Network, gum_folder: Path) -> Iterator[str]:
    """The lines of the table."""
    four = "| right | surely | of these right "
    yield f"\n| test | phrases | area | pronouns {four}| other phrases {four}| leaning phrases {four}|"
    yield "|---|" + "--:|" * 14
    vocab = spacy.blank("en").vocab
    for name, passages in (
        ("GUM dev and test", gum.passages(gum_folder, vocab, unseen=True)),
        ("own, kept apart", marked.passages(marked.MARKED, unseen=True)),
    ):
        tally = measured(reader, list(passages))
        rows = (tally.pronouns.row, tally.others.row, tally.owners.row)
        yield f"| {name} | {len(tally.back)} | {tally.area:.3f} | {' | '.join(rows)} |"


def main() -> None:
    """The table of what ships."""
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("--gum", type=Path, required=True)
    for line in table(network(), asked.parse_args().gum):
        sys.stdout.write(f"{line}\n")


if __name__ == "__main__":
    main()
