"""Queries to trees, with errors that say where and what to do."""

from __future__ import annotations

from trainer.errors import SearchRefused
from trainer.search.terms import leaf_of
from trainer.search.tokens import Token, tokens
from trainer.search.tree import Either, Every, Node, Not

LONGEST = 2_000
"""Characters of a query."""
_DEEPEST = 50
_MISSING = "Say what to look for, or remove it."


def parse_query(query: str) -> Node:
    """The meaning of a query; an empty one means every card. Raises SearchRefused."""
    if len(query) > LONGEST:
        raise SearchRefused(f"a search may have {LONGEST:,} characters.", at=LONGEST, remedy="Make it shorter.")
    reading = _Reading(tokens(query))
    return reading.all() if reading.left else Every()


class _Reading:
    """The tokens that are still to be read."""

    def __init__(self, found: list[Token]) -> None:
        self.left = found[::-1]
        self._depth = 0

    def all(self) -> Node:
        """The whole query."""
        node = self._either()
        if self.left:
            raise SearchRefused(
                "this bracket closes none.", at=self.left[-1].at, remedy="Remove it, or put a ( before."
            )
        return node

    def _either(self) -> Node:
        parts = [self._every()]
        while self._next() == "or":
            self.left.pop()
            parts.append(self._every())
        return parts[0] if len(parts) == 1 else Either(tuple(parts))

    def _every(self) -> Node:
        parts = [self._one()]
        while self._next() not in {"", ")", "or"}:
            if self._next() == "and":
                self.left.pop()
            parts.append(self._one())
        return parts[0] if len(parts) == 1 else Every(tuple(parts))

    def _one(self) -> Node:
        if not self.left:
            raise SearchRefused("something is missing.", at=0, remedy=_MISSING)
        token = self.left.pop()
        match token.kind:
            case "term":
                return leaf_of(token)
            case "-":
                return Not(self._deeper(token))
            case "(":
                return self._bracket(token)
            case _:
                raise SearchRefused(
                    f"nothing stands before this {token.kind!r}.",
                    at=token.at,
                    remedy="Say what to look for, or remove it.",
                )

    def _bracket(self, opening: Token) -> Node:
        node = self._deeper(opening)
        if not self.left:
            raise SearchRefused("this bracket is not closed.", at=opening.at, remedy="Put a ) at its end.")
        self.left.pop()
        return node

    def _deeper(self, token: Token) -> Node:
        """What a minus or a bracket is about."""
        self._depth += 1
        if self._depth > _DEEPEST:
            raise SearchRefused("too many brackets are open.", at=token.at, remedy="Make it simpler.")
        node = self._one() if token.kind == "-" else self._either()
        self._depth -= 1
        return node

    def _next(self) -> str:
        return self.left[-1].kind if self.left else ""
