"""Whether a name that is written as a person's is that of a body: it has members, or ends in what a firm deals in."""

from __future__ import annotations

import re

from trainer.language import gazetteer
from trainer.language.reader import Reader
from trainer.language.runs import Run

_MEMBERS = re.compile(
    r"\b(?:heads?|leaders?|leadership|members?|founders?|co-founder|chairman|chairwoman|employees?|shareholders?|activists?"
    r"|chief executive|secretary-general|spokesman|spokeswoman) of (?:the )?$"
)
"""What precedes a body of people, and hardly ever one of them."""
_PARTY = re.compile(r"\b(?:[Tt]he|[Aa]|[Ii]ts|[Aa]nother) (?:[\w-]+ ){0,2}?(?:party|movement|company|firm), $")
"""A body that its name stands behind, between commas."""
_OF_FIRM = re.compile(
    r"['’]s? (?:earnings|factory|plant|profits|refinery|sales|shareholders|shares|smelter|subsidiary|works)\b"
)
"""What a firm has, and no person but as its owner."""
_GOODS = frozenset({
    "agreement", "alternative", "choice", "collective", "commodities", "contract", "courier", "crossing", "democracy",
    "express", "fisheries", "freight", "future", "garden", "grain", "homeland", "initiative", "investments", "legal",
    "lighthouse", "lists", "minerals", "nation", "partners", "progress", "properties", "storage", "supply", "terminal",
    "terminals", "towers", "transport", "warehouse", "warehouses", "warehousing", "works",
})  # fmt: skip
"""Last words of the names of firms and parties, and of no one's."""


def is_of_body(reader: Reader, run: Run) -> bool:
    """Whether what looks like a person has members, or a name that ends in what it deals in: `Dolna Storage`."""
    before = reader.text[max(0, reader.starts[run.start] - 40) : reader.starts[run.start]]
    last = reader.words[run.end - 1].lower()
    owned = _OF_FIRM.match(reader.text, reader.ends[run.end - 1]) is not None
    owned = owned and reader.words[run.start] not in gazetteer.words("given_names")
    return owned or last in _GOODS or _MEMBERS.search(before) is not None or _PARTY.search(before) is not None
