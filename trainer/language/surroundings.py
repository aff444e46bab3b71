"""What the words around a name say of it: a town that is raided, a firm that is joined, somebody told by `who`."""

from __future__ import annotations

import re

from trainer.language.reader import Reader
from trainer.language.runs import Run

_RAIDED = re.compile(r"\b(?:raids? on|(?:bombardment|fall|recapture|shelling|siege) of|battles? (?:for|of))(?: the)? $")
"""What is done to towns, and hardly ever to somebody."""
_WHO_BEHIND = re.compile(r", an? (?:(?!at |for |in |of )[\w'-]+ ){1,5}who\b")
"""`, a 43-year-old miner who`: what no firm is told by."""
_JOINED = re.compile(r"\bjoin(?:ed|s) $")
_IN_YEAR = re.compile(r" in (?:19|20)\d\d\b")
_FROM_TOWN = re.compile(r"\b(?:from|in|near|outside|reached|to) $")
_WHERE_TOWN_IS = re.compile(r", (?:in|near|north|south|east|west|outside) ")
_BEHIND = re.compile(
    r"[\"']?(?:\s\([A-Z][\w-]*\))?,\s(?:(?:who|which)\s(?:is|was|heads|leads)\s)?(?:once\s|then\s|now\s|also\s|formerly\s)?"
    r"(?:the|an?|its|their|his|her|one of the|himself|herself|another)?\s?(?P<words>(?:[\w'-]+\s){0,5}?[\w-]+)"
    r"(?=,|\.$|;|\s(?:of|in|at|for|on|near|from|who|which|that|to|with|based|by|and|about|run|known|named|under|between|unknown"
    r"|owned|flagged|held|called|planned)\b)"
)
_PLACING = frozenset({
    "of", "in", "at", "from", "with", "for", "by", "on", "near", "under", "outside", "who", "which", "several",
    "other", "many", "some", "two", "three", "four", "all", "various", "numerous", "and", "as", "but", "dozens",
    "although", "after", "because", "before", "if", "or", "since", "so", "though", "until", "when", "where", "whereas",
    "while", "could", "did", "does", "had", "has", "is", "may", "might", "must", "should", "was", "will", "would",
})  # fmt: skip
"""First words of what is no apposition: `Berg, of the Dolna party, won`, `Berg, several other rebels and a firm`."""
_LABEL = re.compile(
    r"^(?:Airline|Builder|Carrier|Charterer|Contractor|Developer|Employer|Manufacturer|Operator|Owner|Shipowner): $"
)
"""What stands before a firm in the facts at the head of a brief."""
_OWNING = frozenset({"'s", "'", "’s", "’"})


def _before(reader: Reader, run: Run) -> str:
    return reader.text[: reader.starts[run.start]]


def is_owner(reader: Reader, run: Run) -> bool:
    """Whether a preposition before two words or more goes with what they own: `in | Anna Berg's cabinet`."""
    return reader.word(run.end) in _OWNING and run.end - run.start > 1


def is_raided(reader: Reader, run: Run) -> bool:
    """Whether a raid or a siege is on what is named, and not on something of its own."""
    return reader.word(run.end) not in _OWNING and _RAIDED.search(_before(reader, run)) is not None


def is_town(reader: Reader, run: Run) -> bool:
    """Whether what is called like a chamber is a town: `comes from | Duma, in Eastern Ghouta`."""
    led = _FROM_TOWN.search(_before(reader, run))
    return led is not None and _WHERE_TOWN_IS.match(reader.text, reader.ends[run.end - 1]) is not None


def is_joined(reader: Reader, run: Run) -> bool:
    """Whether somebody joined it in a year, as one joins a firm: `He had joined | Dolna Operadora in 1982`."""
    in_year = _IN_YEAR.match(reader.text, reader.ends[run.end - 1])
    return in_year is not None and _JOINED.search(_before(reader, run)) is not None


def is_told_by_who(reader: Reader, run: Run) -> bool:
    """Whether an apposition behind the name goes on with `who`."""
    return _WHO_BEHIND.match(reader.text, reader.ends[run.end - 1]) is not None


def behind_noun(reader: Reader, run: Run) -> str:
    """The head noun of an apposition behind: `, a town in`, `, chief executive of`; empty without one."""
    match = _BEHIND.match(reader.text, reader.ends[run.end - 1])
    words = match["words"].lower().split() if match else [""]
    return words[-1] if words[0] not in _PLACING and not {"a", "an", "the"} & set(words) else ""


def is_labelled(reader: Reader, run: Run) -> bool:
    """Whether a name is that of an operator or an owner in a list of facts: `Operator: | Dolna Lines`."""
    return _LABEL.match(_before(reader, run)) is not None
