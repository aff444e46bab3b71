"""Anki's cloze deletions, `{{c1::answer::hint}}`, one in another too: what is asked, and what is answered."""

from __future__ import annotations

import re
from typing import NamedTuple

from trainer.cards import GAP

_MARK = re.compile(r"\{\{c(\d{1,3})::|\}\}")
_OCCLUSION = "image-occlusion:"


class Deletion(NamedTuple):
    """One side of a cloze note's field, as HTML."""

    asked: str
    """With GAP in the place of what was deleted, and the hint after it."""
    answers: tuple[str, ...]
    """What was deleted."""


class _Open(NamedTuple):
    number: int
    asked: list[str]
    whole: list[str]


def deletion_of(field: str, number: int) -> Deletion:
    """The field with the deletions of this number made and all others filled in.

    >>> deletion_of("{{c1::Bamako::city}} is in {{c2::Mali}}", 1)
    Deletion(asked='[...] (city) is in Mali', answers=('Bamako',))
    """
    stack = [_Open(0, [], [])]
    answers: list[str] = []
    at = 0
    for match in _MARK.finditer(field):
        _write(stack[-1], field[at : match.start()])
        at = match.end()
        if match[1]:
            stack.append(_Open(int(match[1]), [], []))
        elif len(stack) > 1:
            _close(stack, number, answers)
        else:
            _write(stack[-1], "}}")
    _write(stack[-1], field[at:])
    while len(stack) > 1:
        left = stack.pop()
        _write(stack[-1], "".join(left.whole))
    return Deletion("".join(stack[0].asked), tuple(answers))


def is_occlusion(deletion: Deletion) -> bool:
    """Whether what was deleted is a place in a picture."""
    return any(answer.startswith(_OCCLUSION) for answer in deletion.answers)


def _write(into: _Open, text: str) -> None:
    into.asked.append(text)
    into.whole.append(text)


def _close(stack: list[_Open], number: int, answers: list[str]) -> None:
    """End the innermost deletion."""
    closed = stack.pop()
    whole, _, hint = "".join(closed.whole).partition("::")
    outer = stack[-1]
    outer.whole.append(whole)
    if closed.number == number:
        answers.append(whole)
        outer.asked.append(f"{GAP} ({hint})" if hint else GAP)
    else:
        outer.asked.append("".join(closed.asked).partition("::")[0])
