"""How well words that point back are named, counted on expressions of which the meaning is written down by hand.

`python bench/references.py` prints precision and coverage; `--misses` lists what is wrong and what is given up. Each
list in `references` opens with the brief that it is about; each line has the expression in brackets, with enough of its
sentence to find it, and what it means: words, any of which is right, or `-` for one that must be given up.
"""

from __future__ import annotations

import argparse
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from trainer.briefs.read import read_brief
from trainer.language.agreement import IT, SHE_SHIP, THEY
from trainer.language.persons import HE, SHE
from trainer.language.reading import Reading, read
from trainer.language.reference import standing_alone
from trainer.text import fold

LISTS = Path(__file__).parent / "references"
_MARK = re.compile(r"(?P<before>[^\[]*)\[(?P<words>[^\]]+)\](?P<after>.*?) => (?P<meant>.+)")


@dataclass(frozen=True, slots=True)
class Pointer:
    """An expression that points back."""

    before: str
    """What stands before it."""
    words: str
    """The expression."""
    after: str
    """What stands behind it."""
    meant: tuple[str, ...]
    """What it may be said to mean; `-` among them if it may be given up."""

    @property
    def is_hopeless(self) -> bool:
        """Whether nothing names what it means."""
        return self.meant == ("-",)

    @property
    def sort(self) -> str:
        """What the table counts it as."""
        word = self.words.lower()
        if word in IT | THEY | HE | SHE | SHE_SHIP:
            return "pronoun"
        return "definite"


def pointers(path: Path) -> tuple[Path, list[Pointer]]:
    """The brief that a list is about, and its expressions."""
    first, *rest = path.read_text(encoding="utf-8").splitlines()
    return (path.parent / first.removeprefix("# ")).resolve(), [_pointer(line) for line in rest if line.strip()]


def _pointer(line: str) -> Pointer:
    found = _MARK.fullmatch(line)
    if found is None:
        raise ValueError(f"no expression in brackets, or no meaning: {line}")
    meant = tuple(part.strip() for part in found["meant"].split(" / "))
    return Pointer(found["before"].lstrip(), found["words"], found["after"].rstrip(), meant)


def named(reading: Reading, pointer: Pointer) -> str | None:
    """What the rules say that an expression means; None if they give it up."""
    snippet = f"{pointer.before}{pointer.words}{pointer.after}"
    places = [(line, line.plain.find(snippet)) for line in reading.lines if snippet in line.plain]
    if len(places) != 1:
        raise ValueError(f"{len(places)} sentences with: {snippet}")
    line, at = places[0]
    start = at + len(pointer.before)
    return standing_alone(reading, line, start, start + len(pointer.words))


def is_right(pointer: Pointer, said: str) -> bool:
    """Whether the words are among the right ones, articles and endings aside."""
    return _bare(said) in {_bare(meant) for meant in pointer.meant}


def _bare(words: str) -> str:
    return fold(words).removeprefix("the ").removesuffix("'s").removesuffix("'")


@dataclass(slots=True)
class Tally:
    """What was found of one sort."""

    all: int = 0
    """Expressions."""
    hopeless: int = 0
    """Those that must be given up."""
    said: int = 0
    """Those that the rules name."""
    right: int = 0
    """Those that they name right."""

    def row(self, sort: str) -> str:
        """The expressions, precision of what is said, coverage of what can be said."""
        return (
            f"| {sort} | {self.all} | {self.hopeless} | {self.said} | {self.right / max(self.said, 1):.1%} "
            f"| {self.right / max(self.all - self.hopeless, 1):.1%} |"
        )


def measured(path: Path) -> Iterator[tuple[Pointer, str | None]]:
    """Each expression of a list with what the rules say."""
    brief, listed = pointers(path)
    reading = read(read_brief(brief)[0])
    for pointer in listed:
        yield pointer, named(reading, pointer)


def main() -> None:
    """Prints the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--misses", action="store_true", help="list what is wrong and what is given up")
    options = parser.parse_args()
    tallies = {"pronoun": Tally(), "definite": Tally()}
    for path in sorted(LISTS.glob("*.txt")):
        for pointer, said in measured(path):
            _count(tallies[pointer.sort], pointer, said)
            if options.misses:
                _show(path.stem, pointer, said)
    print("| sort | expressions | to give up | named | precision | coverage |")
    print("|---|--:|--:|--:|--:|--:|")
    for sort, tally in [*tallies.items(), ("all", _sum(tallies.values()))]:
        print(tally.row(sort))


def _sum(tallies: Iterable[Tally]) -> Tally:
    rows = [(tally.all, tally.hopeless, tally.said, tally.right) for tally in tallies]
    return Tally(*(sum(column) for column in zip(*rows, strict=True)))


def _count(tally: Tally, pointer: Pointer, said: str | None) -> None:
    tally.all += 1
    tally.hopeless += pointer.is_hopeless
    tally.said += said is not None
    tally.right += said is not None and is_right(pointer, said)


def _show(name: str, pointer: Pointer, said: str | None) -> None:
    shown = f"{pointer.before}[{pointer.words}]{pointer.after}"
    if said is not None and not is_right(pointer, said):
        print(f"- {name}: WRONG {shown} = {said}, not {' / '.join(pointer.meant)}")
    elif said is None and not pointer.is_hopeless:
        print(f"- {name}: given up {shown} = {' / '.join(pointer.meant)}")


if __name__ == "__main__":
    main()
