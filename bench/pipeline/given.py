"""Which phrases speak of what their text has named before: GUM's annotation of information status.

GUM is read from a checkout of github.com/amir-zeldes/gum, its genres under free licences alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

GENRES = ("academic", "bio", "court", "interview", "news", "voyage")
LEFT_OUT = "court_carpet"
HELD_OUT = 6
"""Every so many documents one is a test."""
EARLIER = ("giv:", "acc:inf")
"""Given, and reached from something given: what cannot be understood without the text before."""

_ENTITY = re.compile(r"(?:^|\|)Entity=([^|]*)")
_BRACKET = re.compile(r"\(([^()]+)(\))?|([^()]+)\)")


@dataclass(frozen=True)
class Phrases:
    """A sentence and the head words of the phrases in it."""

    words: list[str]
    spaces: list[bool]
    leans: dict[int, bool]
    """By the head word of a phrase, whether it speaks of something earlier."""


def sets(folder: Path) -> tuple[list[Phrases], list[Phrases]]:
    """Sentences to train on, and those of other documents to test with."""
    kept: tuple[list[Phrases], list[Phrases]] = ([], [])
    paths = [path for genre in GENRES for path in sorted((folder / "dep").glob(f"GUM_{genre}_*.conllu"))]
    if not paths:
        raise SystemExit(f"train: {folder} holds no dep/GUM_*.conllu")
    for number, path in enumerate(path for path in paths if LEFT_OUT not in path.name):
        kept[number % HELD_OUT == 0].extend(_sentences(path))
    return kept


def _sentences(path: Path) -> Iterator[Phrases]:
    for block in path.read_text("utf-8").split("\n\n"):
        rows = [line.split("\t") for line in block.splitlines() if line[:1].isdigit()]
        rows = [row for row in rows if row[0].isdigit()]
        if rows:
            heads = [int(row[6]) - 1 for row in rows]
            leans = {_head(heads, *span): status.startswith(EARLIER) for *span, status in _phrases(rows)}
            yield Phrases([row[1] for row in rows], ["SpaceAfter=No" not in row[9] for row in rows], leans)


def _phrases(rows: list[list[str]]) -> Iterator[tuple[int, int, str]]:
    """First and last word and information status of each phrase that is marked."""
    opened: list[tuple[str, int, str]] = []
    for at, row in enumerate(rows):
        marked = _ENTITY.search(row[9])
        for alone in _BRACKET.finditer(marked[1]) if marked else ():
            told = (alone[1] or alone[3]).split("-")
            if alone[2]:
                yield at, at, told[2]
            elif alone[1]:
                opened.append((told[0], at, told[2]))
            else:
                known = [n for n, (group, _, _) in enumerate(opened) if group == told[0]]
                if known:
                    _, start, status = opened.pop(known[-1])
                    yield start, at, status


def _head(heads: list[int], start: int, end: int) -> int:
    """The word of a phrase that hangs on none of it."""
    return next(at for at in range(start, end + 1) if not start <= heads[at] <= end)
