"""What a name's kind may say behind its gap without telling the name."""

from __future__ import annotations

import re

from trainer.facts.gaps import Gap
from trainer.language.names import ACTORS
from trainer.language.reader import is_in_dictionary
from trainer.language.reading import Line
from trainer.text import fold

_BOTH = re.compile(r"(?:, | (?:were|are|have|had) )both\b")


def untold(line: Line, gap: Gap, noun: str) -> str:
    """The noun, or a wider one where it would tell all but a common word of the name."""
    name = line.plain[gap.start : gap.end]
    if " " in noun and set(noun.split()) <= set(fold(name).split()):
        return "institution"  # `Central Bank of Kenya` is told by `central bank`
    if gap.sort in ACTORS and _is_half_told(line.plain[gap.start : gap.named or gap.end], noun):
        return "force" if fold(name).endswith((" army", " force", " forces")) else "institution"
    return noun


def is_two(line: Line, gap: Gap) -> bool:
    """Whether the sentence takes a name with `and` in it for two: `Berg and D&V Bank, both of them large`."""
    return " and " in line.plain[gap.start : gap.named or gap.end] and _BOTH.match(line.plain, gap.end) is not None


def _is_half_told(name: str, noun: str) -> bool:
    """Whether what a thing is leaves but one common word of its name to be told: `Reserve Bank`, by `bank`."""
    first, _, last = name.partition(" ")
    return fold(last) == noun != "court" and is_in_dictionary(first.lower())
