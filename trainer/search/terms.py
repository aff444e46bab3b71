"""One term of a query to what it asks for."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from fnmatch import fnmatchcase

from trainer.cards import Kind
from trainer.errors import SearchRefused
from trainer.search.tokens import COLON, STAR, Token
from trainer.search.tree import (
    AsOf,
    Compared,
    Edited,
    Field,
    Flagged,
    Has,
    Introduced,
    Is,
    Leaf,
    Matches,
    OfKind,
    Pattern,
    Property,
    Rated,
    Says,
    SaysWord,
    State,
)
from trainer.text import fold

_MOST_FLAGS = 7
_COMPARISON = re.compile(r"(?P<name>[a-z]+)(?P<operator><=|>=|!=|=|<|>)(?P<number>-?\d+(?:\.\d+)?)")
_DATE = re.compile(r"(?P<operator><=|>=|!=|=|<|>)?(?P<date>\d{4}(?:-\d\d){0,2})")
_DAYS = re.compile(r"(?P<days>\d{1,5})(?::(?P<rating>[1-4]))?")
_RUNAWAY = re.compile(r"\([^()]*[+*}][^()]*\)\s*[+*{]|[+*}][+*]")
"""A repeated group that repeats inside: such an expression may take years on a short text."""


def leaf_of(token: Token) -> Leaf:
    """What a term asks for. Raises SearchRefused."""
    name, colon, value = token.text.partition(COLON)
    if not colon:
        return Says(_pattern(token.text))
    read = _READERS.get(name.casefold())
    if read is None:
        raise SearchRefused(
            f'there is no search word "{_told(name)}:".',
            at=token.at,
            remedy=_nearest(f"{_told(name).casefold()}:", (f"{known}:" for known in _READERS))
            or "Put a backslash before the colon to look for one.",
        )
    return read(value.replace(COLON, ":"), token.at)


def _pattern(text: str) -> Pattern:
    """A text as it is compared."""
    parts = text.replace(COLON, ":").split(STAR)
    return Pattern(tuple(_folded(part) for part in parts))


def _folded(text: str) -> str:
    """Folded, its outer spaces kept as one: in a phrase they are meant."""
    inner = fold(text)
    return f"{' ' * text[:1].isspace()}{inner}{' ' * (bool(inner) and text[-1:].isspace())}"


def _has(field: Field) -> Callable[[str, int], Leaf]:
    return lambda value, at: Has(field, _pattern(value), at)


def _word(value: str, at: int) -> Leaf:
    if not value.strip(STAR):
        raise SearchRefused("w: needs a word.", at=at, remedy="Write w:toll, for one.")
    return SaysWord(_pattern(value))


def _expression(value: str, at: int) -> Leaf:
    value = value.replace(STAR, "*")
    if not value or _RUNAWAY.search(value):
        message = "this expression repeats what repeats, and might never end." if value else "re: needs an expression."
        raise SearchRefused(message, at=at, remedy=r"Write re:\d{3}, for one.")
    try:
        re.compile(value, re.IGNORECASE)
    except (re.error, OverflowError, RecursionError) as error:
        raise SearchRefused(f"this is no regular expression: {error}.", at=at, remedy="Mend it there.") from error
    return Matches(value)


def _kind(value: str, at: int) -> Leaf:
    wanted = fold(value.replace(STAR, "*")).replace(" ", "_")
    kinds = tuple(str(kind) for kind in Kind if fnmatchcase(kind, wanted.replace("[", "[[]")))
    if not kinds:
        raise _unknown("kind", value, Kind, at)
    return OfKind(kinds)


def _state(value: str, at: int) -> Leaf:
    try:
        return Is(State(value.casefold()))
    except ValueError:
        raise _unknown("state", value, State, at) from None


def _flag(value: str, at: int) -> Leaf:
    if not re.fullmatch("[0-7]", value):
        raise SearchRefused(
            f"there is no flag {_told(value)!r}.", at=at, remedy=f"Flags are 1 to {_MOST_FLAGS}; 0 is for none."
        )
    return Flagged(int(value))


def _compared(value: str, at: int) -> Leaf:
    found = _COMPARISON.fullmatch(value.casefold())
    if found is None:
        raise SearchRefused(
            f"{_told(value)!r} compares nothing.", at=at, remedy="Write prop:s>21, for one: a name, a sign, a number."
        )
    try:
        name = Property(found["name"])
    except ValueError:
        raise _unknown("property", found["name"], Property, at) from None
    return Compared(name, found["operator"], float(found["number"]))


def _as_of(value: str, at: int) -> Leaf:
    found = _DATE.fullmatch(value)
    if found is None:
        raise SearchRefused(
            f"{_told(value)!r} is no date.", at=at, remedy="Write as_of:2023, as_of:2023-06 or as_of:>2023-06-21."
        )
    return AsOf(found["operator"] or "=", found["date"])


def _rated(value: str, at: int) -> Leaf:
    found = _days(value, "rated:7 or rated:7:1", at)
    return Rated(int(found["days"]), int(found["rating"] or 0))


def _introduced(value: str, at: int) -> Leaf:
    return Introduced(int(_days(value, "introduced:7", at, rating=False)["days"]))


def _edited(value: str, at: int) -> Leaf:
    return Edited(int(_days(value, "edited:7", at, rating=False)["days"]))


def _days(value: str, example: str, at: int, *, rating: bool = True) -> re.Match[str]:
    """A number of days, and a rating where one may follow."""
    found = _DAYS.fullmatch(value)
    if found is None or int(found["days"]) < 1 or (found["rating"] and not rating):
        raise SearchRefused(f"{_told(value)!r} is no number of days.", at=at, remedy=f"Write {example}, for one.")
    return found


def _unknown(what: str, value: str, known: Iterable[str], at: int) -> SearchRefused:
    names = [str(name) for name in known]
    remedy = _nearest(value.casefold(), names) or f"There are {', '.join(names)}."
    return SearchRefused(f"there is no {what} {_told(value)!r}.", at=at, remedy=remedy)


def _nearest(word: str, known: Iterable[str]) -> str:
    """The known word that was most likely meant; empty if none is near."""
    import difflib  # needed for mistakes alone

    found = difflib.get_close_matches(word, list(known), 1, 0.65)
    return f"Did you mean {found[0]}?" if found else ""


def _told(value: str) -> str:
    return value.replace(STAR, "*").replace(COLON, ":")[:40]


_READERS: dict[str, Callable[[str, int], Leaf]] = {
    **{str(field): _has(field) for field in Field},
    "w": _word,
    "re": _expression,
    "kind": _kind,
    "is": _state,
    "flag": _flag,
    "prop": _compared,
    "as_of": _as_of,
    "rated": _rated,
    "introduced": _introduced,
    "edited": _edited,
}
"""Each search word to what reads its value."""
