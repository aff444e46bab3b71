"""A query in tokens: brackets, minus, `or`, and terms with their stars and colons."""

from __future__ import annotations

from dataclasses import dataclass

from trainer.errors import SearchRefused
from trainer.text import clean

STAR = "\x00"
"""A `*` that stands for anything; one after a backslash is a star."""
COLON = "\x01"
"""A `:` that ends a search word; one after a backslash is a colon."""
_MARKS = {"*": STAR, ":": COLON}


@dataclass(frozen=True, slots=True)
class Token:
    """One part of a query."""

    kind: str
    """`(`, `)`, `-`, `or`, `and` or `term`."""
    text: str
    """Of a term: without its quotes and backslashes, stars and colons as STAR and COLON."""
    at: int
    """Its first character in the query, from 1."""


def tokens(query: str) -> list[Token]:
    """The tokens of a query. Raises SearchRefused for a quote that is not closed."""
    query = clean(query)
    found: list[Token] = []
    at = 0
    while at < len(query):
        sign = query[at]
        if sign.isspace():
            at += 1
        elif sign in "()" or (sign == "-" and at + 1 < len(query) and not query[at + 1].isspace()):
            found.append(Token(sign, sign, at + 1))
            at += 1
        else:
            token, at = _term(query, at)
            found.append(token)
    return found


def _term(query: str, start: int) -> tuple[Token, int]:
    """The term that begins here, and where it ends."""
    text: list[str] = []
    at, quote, was_quoted = start, -1, False
    while at < len(query):
        sign = query[at]
        if sign == "\\" and at + 1 < len(query):
            text.append(_escaped(query[at + 1], is_raw="".join(text[:3]).casefold() == f"re{COLON}"))
            at += 1
        elif sign == '"':
            quote, was_quoted = (at, True) if quote < 0 else (-1, True)
        elif quote < 0 and (sign.isspace() or sign in "()"):
            break
        else:
            text.append(_MARKS.get(sign, sign))
        at += 1
    if quote >= 0:
        raise SearchRefused("this quote is not closed.", at=quote + 1, remedy='Put another " at its end.')
    word = "".join(text)
    is_joint = not was_quoted and word.casefold() in {"or", "and"}
    return Token(word.casefold() if is_joint else "term", word, start + 1), at


def _escaped(sign: str, *, is_raw: bool) -> str:
    """What a backslash before a sign leaves: the sign alone; both in an expression, which has its own use for them."""
    return f"\\{sign}" if is_raw and sign != '"' else sign
