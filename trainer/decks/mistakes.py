"""What is wrong with a table of a deck, in a user's words."""

from __future__ import annotations

from typing import Any

from trainer.decks.source import Block
from trainer.text import one_line


def place_of(block: Block) -> str:
    """What a block is called."""
    return {"cards": "this card", "briefs": "this brief", "deck": "the [deck] table"}.get(block.name, "this part")


def toml_reason(error: Exception, block: Block) -> str:
    """The parser's words with the line counted from the top of the file."""
    words = str(error)
    if "(at line " in words:
        words, _, rest = words.partition(" (at line ")
        number = int(rest.split(",")[0]) + block.line - 1
        return f"{words[:1].lower()}{words[1:]} on line {number}"
    if isinstance(error, RecursionError):
        return "it is nested too deeply"
    words = words.replace("(at end of document)", "at its end")
    return one_line(f"{words[:1].lower()}{words[1:]}", 100).rstrip(".")


_WORDS = {
    "missing": "it has no {key}",
    "too_short": "its {key} is empty",
    "too_long": "its {key} is longer than {max_length}",
    "string_pattern_mismatch": "its {key} has a space in it",
    "string_type": "its {key} is not text: put it in quotation marks",
    "tuple_type": "its {key} is not a list: put it in [ ]",
    "enum": "its {key} is none of {expected}",
}
"""What pydantic may find, by its name for it, in a user's words."""


def pydantic_reason(key: str, mistake: Any) -> str:
    """What pydantic found; in its own words where it is none of the usual mistakes."""
    if mistake["type"] in _WORDS:
        return _WORDS[mistake["type"]].format(key=key, **mistake.get("ctx", {}))
    words = str(mistake["msg"]).removeprefix("Value error, ")
    return f"{key}: {words[:1].lower()}{words[1:]}" if key else words
