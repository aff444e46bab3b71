"""Trains the small transformer that points at the title of a text and at the day on which it was written.

    pip install torch
    python bench/heads.py --fit

learns from `heads.jsonl`: each line a paper as a house lays it out, cut after its first paragraphs, with what a
librarian would call it, its day and what it is about; and from the tops in `tests/briefs/tops.txt`. Some of them it
sees without their title or their day as well, and some cut short, so that it points at nothing where nothing stands. It
writes `trainer/briefs/pointer/weights.npz`; ten minutes on two cores. It starts from the layers of the network that
parses and keeps that network's words as they are. Some papers are kept apart, and say so. `python bench/heads.py` reads
those, without PyTorch, and prints how many titles and days the reader of briefs finds; `--misses` names the others,
`--check` exits with 1 if they are fewer than they were.
"""

from __future__ import annotations

import argparse
import difflib
import json
import re
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from trainer.briefs.brief import Brief
from trainer.briefs.namedays import Named, named_in
from trainer.briefs.pointed import Sheet
from trainer.briefs.read import parse_brief, parse_rows
from trainer.briefs.rows import Row
from trainer.errors import TrainerError
from trainer.text import fold

HEADS = Path(__file__).with_name("heads.jsonl")
TOPS = HEADS.parents[1] / "tests" / "briefs" / "tops.txt"
SENTENCES = (
    "Rain closed the road to Tamale on Monday, and 12 trucks turned back before the bridge.",
    "The ministry opened a second road two days later, and the traders went on to the coast.",
)
"""The text below those tops."""
EPOCHS, TOGETHER = 4, 8
"""Rounds, and papers in a batch."""
MARKS = ("title", "day")
FLOORS = 74, 70
"""How many titles and days of the papers kept apart have to be found."""
ALIKE = 0.85
"""How alike a title that is found and one that is right have to be, from 0 to 1."""
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Paper:
    """A head as a house lays it out, and what a reader says of it."""

    name: str
    text: str
    titles: tuple[str, ...]
    """What it may be called; empty if it has no title."""
    date: str
    """As ISO 8601 has it, or of that the year and the month or the year alone; empty if the text does not tell."""
    apart: bool
    """Whether it is kept apart."""

    @property
    def rows(self) -> tuple[Row, ...]:
        """Its lines."""
        return parse_rows(self.text, self.name)

    def marked(self, sheet: Sheet) -> tuple[tuple[tuple[int, int], ...], ...]:
        """Where the words stand that bear each mark, by the marks."""
        title = next(filter(None, (_place(sheet.text, title) for title in _forms(self.titles))), None)
        days = ((each.start, each.end) for each in named_in(sheet.text) if self.is_day(_said(each)))
        return (title,) if title else (), tuple(days)

    def is_title(self, title: str) -> bool:
        """Whether a title is one that the paper may have."""
        said = _plain(title)
        return any(difflib.SequenceMatcher(None, said, _plain(right)).ratio() > ALIKE for right in self.titles)

    def is_day(self, said: str) -> bool:
        """Whether a day or a month is the paper's."""
        return said == self.date or (bool(said) and len(self.date) < len(said) and said.startswith(self.date))


def _said(named: Named) -> str:
    """A day or a month in ISO."""
    iso = named.day.isoformat()
    return iso[:7] if named.whole_month else iso


def read_papers(path: Path = HEADS) -> list[Paper]:
    """Every paper, in order."""
    lines = map(json.loads, path.read_text("utf-8").splitlines())
    return [
        Paper(told["name"], told["text"], tuple(told["titles"]), told["date"] or "", told.get("apart", False))
        for told in lines
    ]


def read_tops(path: Path = TOPS) -> Iterator[Paper]:
    """The tops that the tests hold, each above the same two sentences."""
    first, second = SENTENCES
    for place, case in enumerate(path.read_text("utf-8").split("=== ")[1:]):
        told, top = case.split("\n##### ", 1)[0].split("\n", 1)
        day, title = told.split(" | ")
        text = top.strip("\n").replace("{}", f"{first}\n\n{second}" if top.rstrip().endswith("{}") else first)
        name = f"top{place}.{'md' if text.startswith('#') else 'txt'}"
        yield Paper(name, text, (title,), "" if day == "no day" else day, apart=False)


def _forms(titles: Sequence[str]) -> Iterator[str]:
    """Each title whole, then the longest part of one: its subtitle may stand elsewhere, or before it."""
    yield from titles
    parts = {part for title in titles for part in re.split(r": | [—–-] ", title) if " " in part}
    yield from sorted(parts, key=lambda part: (-len(part), part))


def _place(text: str, title: str) -> tuple[int, int] | None:
    """Where the words of a title stand one behind the other, whatever stands between them."""
    words = [(match.start(), match.end(), fold(match[0])) for match in _WORD.finditer(text)]
    wanted = [fold(word) for word in _WORD.findall(title)]
    for first in range(len(words) - len(wanted) + 1):
        if [word for _, _, word in words[first : first + len(wanted)]] == wanted:
            return words[first][0], words[first + len(wanted) - 1][1]
    return None


def _plain(title: str) -> str:
    return " ".join(_WORD.findall(fold(title)))


def found_in(paper: Paper) -> tuple[str, str]:
    """The title and the day that the reader of briefs finds; both empty for a paper that it refuses."""
    try:
        brief, _ = parse_brief(paper.text, paper.name)
    except TrainerError:
        return "", ""
    title = brief.title if brief.title != Path(paper.name).stem else ""
    return title, _standing(brief)


def _standing(brief: Brief) -> str:
    if brief.date is not None:
        return brief.date.isoformat()
    return brief.month.iso if brief.month is not None else ""


def misses(found: Sequence[tuple[Paper, str, str]]) -> tuple[list[str], list[str]]:
    """The papers whose title is not found, and those whose day is not, with what is found instead."""
    titles = [
        f"{paper.name}: {title or 'no title'} ({paper.titles[0]})"
        for paper, title, _ in found
        if paper.titles and not paper.is_title(title)
    ]
    days = [
        f"{paper.name}: {day or 'no day'} ({paper.date})"
        for paper, _, day in found
        if paper.date and not paper.is_day(day)
    ]
    return titles, days


def main() -> int:
    """Train with --fit; print how the papers kept apart are read. 1 if a check fails."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--fit", action="store_true")
    parser.add_argument("--check", action="store_true", help="exit with 1 if fewer are found than were")
    parser.add_argument("--misses", action="store_true", help="name the papers whose title or day is not found")
    args = parser.parse_args()
    papers = read_papers()
    if args.fit:
        from heads_fit import fit

        fit([*(paper for paper in papers if not paper.apart), *read_tops()])
    apart = [paper for paper in papers if paper.apart]
    titles, days = misses([(paper, *found_in(paper)) for paper in apart])
    titled, dated = (sum(map(bool, asked)) for asked in zip(*((p.titles, p.date) for p in apart), strict=True))
    print(f"{len(papers) - len(apart)} papers learned from, {len(apart)} kept apart:")
    print(f"{titled - len(titles)} of {titled} titles and {dated - len(days)} of {dated} days are found")
    if args.misses:
        print("\n".join((*titles, *days)))
    return int(args.check and (titled - len(titles) < FLOORS[0] or dated - len(days) < FLOORS[1]))


if __name__ == "__main__":
    sys.exit(main())
