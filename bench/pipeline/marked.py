"""Briefs of our own in which every phrase that goes back to earlier text is marked: `[3 its] reserves`.

A mark opens with a code: `3` for what means thing 3, `>3` for what leans on it, `5>3` for both, `?` for what means
something that a sentence tells, `-` for what means nothing. Marks nest. All mentions of a thing bear its number.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from gum import is_loose
from passages import Passage, Status
from spacy.tokens import Doc

from trainer.language.glyphs import plain
from trainer.language.phrases import head_of, heads_phrase
from trainer.language.sentences import parse_all, split

MARKED = Path(__file__).parent / "marked"
"""The briefs that ship with the recipe."""
HEADING = "## "
"""Opens a heading."""
APART = "apart-"
"""Opens the names of those that are a test."""
_OPENING = re.compile(r"\[(\d+(?:>\d+)?|>\d+|\?|-) ")

Mark = tuple[int, int, str]


def passages(folder: Path, *, unseen: bool = False) -> Iterator[Passage]:
    """The briefs to learn from, or those kept apart, each as one passage."""
    for path in briefs(folder, unseen=unseen):
        yield passage(path)


def briefs(folder: Path, *, unseen: bool) -> list[Path]:
    """The files to learn from, or those kept apart."""
    return [path for path in sorted(folder.glob("*.txt")) if path.name.startswith(APART) == unseen]


def unmarked(text: str) -> tuple[str, list[Mark]]:
    """The text without marks, and of each its start, its end and its code, the outer before the inner.

    >>> unmarked("[1 Kenya] cut [1 its] rate.")
    ('Kenya cut its rate.', [(0, 5, '1'), (10, 13, '1')])
    """
    bare, opened, marks, at = "", [], [], 0
    for found in re.finditer(r"[\[\]]", text):
        bare += text[at : found.start()]
        at = found.end()
        opening = _OPENING.match(text, found.start())
        if opening:
            opened.append((len(bare), opening[1]))
            at = opening.end()
        elif found[0] == "]" and opened:
            start, code = opened.pop()
            marks.append((start, len(bare), code))
        else:
            raise ValueError(f"a bracket that opens or closes nothing: {text[max(0, at - 30) : at + 10]!r}")
    if opened:
        raise ValueError(f"a bracket that is not closed, before: {bare[opened[-1][0] :][:40]!r}")
    return bare + text[at:], sorted(marks, key=lambda mark: (mark[0], -mark[1]))


def passage(path: Path) -> Passage:
    """A brief with its headings, and with its title if that is marked, without its date."""
    words, sentences, heads, status, things, owners, loose = ([] for _ in range(7))
    title, _, body = path.read_text("utf-8").split("\n", 2)
    titled = unmarked(title)[0] != title
    for part in [title] * titled + body.strip().split("\n\n"):
        text, marks = unmarked(" ".join(part.removeprefix(HEADING).split()))
        for doc, found in _sentences(text, marks):
            number = sentences[-1] + 1 if sentences else 0
            told = _told(doc, found)
            words += [token.text for token in doc]
            sentences += [number] * len(doc)
            heads += [token.i in told or heads_phrase(token) for token in doc]
            codes = [told.get(token.i, (Status.FRESH, -1, -1)) for token in doc]
            status += [int(code[0]) if heads[n - len(doc)] else -1 for n, code in enumerate(codes)]
            things += [code[1] for code in codes]
            owners += [code[2] for code in codes]
            loose += [is_loose(token) for token in doc]
    return Passage(words, sentences, heads, _in_order(status, things), things, owners, loose, titled)


def _sentences(text: str, marks: list[Mark]) -> Iterator[tuple[Doc, list[Mark]]]:
    spans = list(split(plain(text)))
    for doc, (start, end) in zip(parse_all(text[a:b] for a, b in spans), spans, strict=True):
        yield doc, [(a - start, b - start, code) for a, b, code in marks if start <= a and b <= end]


def _told(doc: Doc, marks: list[Mark]) -> dict[int, tuple[Status, int, int]]:
    """By the word that heads a phrase its status, what it means and what it leans on."""
    told: dict[int, tuple[Status, int, int]] = {}
    for start, end, code in marks:
        span = doc.char_span(start, end, alignment_mode="expand")
        if span is None:
            continue
        own, _, other = code.partition(">")
        thing = int(own) if own.isdigit() else -1
        owner = int(other) if other else -1
        status = {"?": Status.TOLD, "-": Status.EMPTY}.get(own, Status.LEANS if other else Status.AGAIN)
        told[head_of(span).i] = (status, thing, owner)
    return told


def _in_order(status: list[int], things: list[int]) -> list[int]:
    """The first mention of a thing does not go back."""
    met: set[int] = set()
    made = []
    for one, thing in zip(status, things, strict=True):
        again = thing >= 0 and thing in met and one in {Status.AGAIN, Status.LEANS}
        made.append(Status.AGAIN if again else Status.FRESH if one == Status.AGAIN else one)
        met.add(thing)
    return made
