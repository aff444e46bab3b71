"""What a typed answer comes to: the verdict, what differed, and the pieces of both texts that a screen lights."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Verdict(StrEnum):
    """Whether a typed answer is right."""

    RIGHT = "right"
    NEARLY = "nearly"
    """Right, with a slip of the pen or something lost that the person should see."""
    PARTLY = "partly"
    """Some of it: three of five items, the month without the day. Not right."""
    WRONG = "wrong"

    @property
    def accepted(self) -> bool:
        """Whether it counts as right."""
        return self in {Verdict.RIGHT, Verdict.NEARLY}

    @property
    def rank(self) -> int:
        """How much of it is right, 3 for all."""
        return {Verdict.RIGHT: 3, Verdict.NEARLY: 2, Verdict.PARTLY: 1, Verdict.WRONG: 0}[self]


class Lack(StrEnum):
    """What an answer that is not simply right lacks."""

    NOTHING = ""
    SPELLING = "spelling"
    """A letter or two; the answer was known."""
    WORDING = "wording"
    """The right words, more or fewer of them, or in another order."""
    HEDGE = "hedge"
    """At least, about, an estimated: said otherwise than by the source, or not at all."""
    UNIT = "unit"
    """What the number is counted in."""
    DETAIL = "detail"
    """The year, the day, the office: something that makes the answer exact."""
    ITEMS = "items"
    """Some of a list."""
    ANSWER = "answer"
    """All of it."""


class Mark(StrEnum):
    """How a piece of one text stands to the other."""

    SAME = "same"
    MISSING = "missing"
    """In the key, and not in what was typed."""
    EXTRA = "extra"
    """In what was typed, and not in the key."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a text, safe to show."""

    text: str
    mark: Mark


Pieces = tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Grade:
    """A typed answer held against a card."""

    verdict: Verdict
    note: str = ""
    """What differed, for a person: `right, but the source says at least`; empty if nothing did."""
    lack: Lack = Lack.NOTHING
    """What kind of difference it is."""
    given: Pieces = ()
    """What was typed, in pieces."""
    key: Pieces = ()
    """The right answer that it comes closest to, in pieces."""
    found: int = 0
    """Of a list, how many items were named; of any other answer 1 if all of it is there."""
    wanted: int = 1
    """Of a list, how many items there are to name."""
    for_you_to_judge: bool = False
    """Whether words alone cannot tell: a reason or a description may be right in words that the card does not know."""


RIGHT = Grade(Verdict.RIGHT, found=1)
"""Right, and nothing to say about it."""
WRONG = Grade(Verdict.WRONG, lack=Lack.ANSWER)
"""Wrong, and nothing more to say than the answer."""


def nearly(note: str, lack: Lack) -> Grade:
    """Right but for what the note says."""
    return Grade(Verdict.NEARLY, note, lack, found=1)


def partly(note: str, lack: Lack = Lack.DETAIL, *, whole: bool = False) -> Grade:
    """Some of it; or the whole of it among more than is right."""
    return Grade(Verdict.PARTLY, note, lack, found=int(whole))


def wrong(note: str) -> Grade:
    """Not right, for the reason in the note."""
    return Grade(Verdict.WRONG, note, Lack.ANSWER)


def better(one: Grade, other: Grade) -> Grade:
    """The one that finds more right; the first if both find as much, unless it has nothing to say."""
    if one == WRONG and other.verdict is Verdict.WRONG:
        return other
    return other if other.verdict.rank > one.verdict.rank else one
