"""The network that tells what goes back to earlier text and to which words: trains it, or measures what ships.

    pip install torch
    PYTHONPATH=bench python bench/pipeline/linking.py --gum GUM --fit

learns from a checkout of github.com/amir-zeldes/gum and from the marked briefs, and writes
`trainer/language/linker/weights.npz`; forty minutes on two cores. It starts from the layers of the network that parses,
and from what that learned of passages, and keeps its words as they are. Without `--fit` it prints how well what ships
does on the documents and the briefs that are kept apart.
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

from trainer.language.antecedents import FOLDER, TITLE, Row, Shares, Spot, told
from trainer.language.earlier import SURE
from trainer.transformer.linked import Linker, linker

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
    leaning: list[tuple[float, bool]] = field(default_factory=list)
    """How likely it is to lean, and whether it does."""
    pronouns: Links = field(default_factory=Links)
    others: Links = field(default_factory=Links)
    owners: Links = field(default_factory=Links)


def area(told: list[tuple[float, bool]]) -> float:
    """How likely what is so is told more strongly than what is not."""
    ranks = [n for n, (_, yes) in enumerate(sorted(told)) if yes]
    yes, no = len(ranks), len(told) - len(ranks)
    return (sum(ranks) - yes * (yes - 1) / 2) / max(1, yes * no)


def measured(reader: Linker, passages: list[Passage]) -> Tally:
    """All phrases of the passages that are no names."""
    tally = Tally()
    for passage in passages:
        _count(tally, reader, passage)
    return tally


def _count(tally: Tally, reader: Linker, one: Passage) -> None:
    first = [n for n, s in enumerate(one.sentences) if not n or s != one.sentences[n - 1]]
    spans = [range(a, b) for a, b in zip(first, [*first[1:], len(one.words)], strict=True)]
    numbers = range(TITLE, len(spans)) if one.titled else range(len(spans))
    rows = [
        Row(number, [one.words[n] for n in span], [one.heads[n] for n in span])
        for number, span in zip(numbers, spans, strict=False)
    ]
    said = told(rows, reader)
    spots = [(row.number, i) for row in rows for i in range(len(row.words))]
    for n, spot in enumerate(spots):
        if spot not in said or not one.loose[n] or one.status[n] < 0:
            continue
        tally.back.append((said[spot].back, one.status[n] in BACK))
        tally.leaning.append((said[spot].leaning, one.status[n] == Status.LEANS))
        same = _earlier(one, spots, n, one.things[n])
        if one.status[n] == Status.AGAIN and same:
            (tally.pronouns if one.words[n].lower() in PRONOUNS else tally.others).add(said[spot].same, same)
        if one.owners[n] >= 0:
            tally.owners.add(said[spot].owner, _earlier(one, spots, n, one.owners[n]))


def _earlier(one: Passage, spots: list[Spot], n: int, thing: int) -> set[Spot]:
    """The words before a word that mean a thing."""
    return {spots[m] for m in range(n) if one.things[m] == thing and one.heads[m]} if thing >= 0 else set()


def table(reader: Linker, gum_folder: Path) -> Iterator[str]:
    """The lines of the table."""
    four = "| right | surely | of these right "
    yield f"| test | phrases | back | leaning | pronouns {four}| other phrases {four}| leaning phrases {four}|"
    yield "|---|" + "--:|" * 15
    vocab = spacy.blank("en").vocab
    for name, passages in (
        ("GUM dev and test", gum.passages(gum_folder, vocab, unseen=True)),
        ("own, kept apart", marked.passages(marked.MARKED, unseen=True)),
    ):
        tally = measured(reader, list(passages))
        rows = (tally.pronouns.row, tally.others.row, tally.owners.row)
        areas = f"{area(tally.back):.3f} | {area(tally.leaning):.3f}"
        yield f"| {name} | {len(tally.back)} | {areas} | {' | '.join(rows)} |"


def main() -> None:
    """Train, or the table of what ships."""
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("--gum", type=Path, required=True)
    asked.add_argument("--fit", action="store_true")
    given = asked.parse_args()
    if given.fit:
        from linking_fit import fit

        fit([*gum.passages(given.gum, spacy.blank("en").vocab), *marked.passages(marked.MARKED)])
        return
    for line in table(linker(FOLDER), given.gum):
        sys.stdout.write(f"{line}\n")


if __name__ == "__main__":
    main()
