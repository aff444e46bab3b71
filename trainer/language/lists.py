"""Lists of names, found by token rules and never by the parser's conjunctions."""

from __future__ import annotations

import re
from dataclasses import dataclass

from trainer.language.sorts import ACTORS, PLACES, Name, Sort

_BETWEEN = re.compile(r"\s*(?:\([A-Z][\w.-]*\)\s*)?(?:,\s*(?:and\s)?|and\s)\s*(?:the\s)?")
_LAST = re.compile(r"\s*(?:\([A-Z][\w.-]*\)\s*)?,?\s*and\s(?:the\s)?")
_MARKER = re.compile(
    r"(,\s*)?\b(including|such as|among them|notably|for example|e\.g\.|in particular|particularly|especially"
    r"|chiefly|mainly|above all|like)\s+(?:the\s)?$"
)
_MORE = re.compile(
    r"\s*,?\s*(?:and|or)\s+(?:other|several|many|others|more)\b|\s*,?\s+among others"
    r"|\s*,?\s+and\s+\w|\s*,\s*\w+\s*,\s*and\b"
)
_WORDS = ("", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_FAMILIES = (
    PLACES, ACTORS | {Sort.UNKNOWN}, frozenset({Sort.PERSON}), frozenset({Sort.PEOPLE}), frozenset({Sort.SHIP}),
    frozenset({Sort.LAW}), frozenset({Sort.PRODUCT}), frozenset({Sort.OPERATION}), frozenset({Sort.EVENT}),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class NameList:
    """Two or more names of one kind, joined by commas and `and`."""

    items: tuple[Name, ...]
    """In order."""
    start: int
    """First character of the first name."""
    end: int
    """One past the last character of the last name."""
    marker: str = ""
    """`including`, `such as`: the list gives examples; empty for a list said outright."""
    marker_start: int = -1
    """Where the marker begins, a comma before it counted; -1 without one."""

    @property
    def count(self) -> str:
        """How many items, as a word."""
        return _WORDS[len(self.items)]

    @property
    def noun(self) -> str:
        """What all items are, in the singular; empty if the sorts differ."""
        kinds, sorts = {item.kind for item in self.items}, {item.sort for item in self.items}
        if Sort.UNKNOWN in sorts:
            return ""
        if len(kinds) == 1:
            return next(iter(kinds))
        return (
            next(iter(sorts)).value if len(sorts) == 1 else Sort.PLACE.value if sorts <= PLACES - {Sort.STATE} else ""
        )


def name_lists(text: str, found: tuple[Name, ...], most: int = 4) -> tuple[NameList, ...]:
    """Every list of two to `most` names in a plain sentence whose end is certain."""
    names = [name for name in found if not _in_bracket(text, name)]
    lists, at = [], 0
    while at < len(names):
        items = _run(text, names[at:])
        at += len(items)
        if 2 <= len(items) <= most and _LAST.fullmatch(text[items[-2].end : items[-1].start]):
            listed = _listed(text, tuple(items))
            lists += [listed] if not _goes_on(text, listed) else []
    return tuple(lists)


def _run(text: str, names: list[Name]) -> list[Name]:
    items = names[:1]
    for name in names[1:]:
        gap = text[items[-1].end : name.start]
        if not _BETWEEN.fullmatch(gap) or not _alike(items[0], name):
            break
        items.append(name)
        if _LAST.fullmatch(gap):
            break
    return items


def _alike(one: Name, other: Name) -> bool:
    return any(one.sort in family and other.sort in family for family in _FAMILIES)


def _in_bracket(text: str, name: Name) -> bool:
    return text[: name.start].endswith("(") and text[name.end :].startswith(")")


def _listed(text: str, items: tuple[Name, ...]) -> NameList:
    marker = _MARKER.search(text[: items[0].start])
    start, end = items[0].start, items[-1].end
    return NameList(items, start, end, marker[2], marker.start()) if marker else NameList(items, start, end)


def _goes_on(text: str, listed: NameList) -> bool:
    """Whether more of the list may follow that we did not read: `, and other places`, a noun behind the last name."""
    after = text[listed.end :]
    return (
        bool(_MORE.match(after))
        if listed.marker
        else bool(re.match(r"\s*,?\s*(?:and|or)\s+(?:other|several|others)", after))
    )
