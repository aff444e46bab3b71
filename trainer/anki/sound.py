"""Which cards need no closer look: they are already as `decks.format` would read them, and there may be many."""

from __future__ import annotations

from typing import Any

from trainer.cards import GAP, Kind, Status
from trainer.decks.markings import TLP
from trainer.text import clean, one_line

_LONGEST = 20_000
_LONGEST_LINE = 2_000
_MOST_LINES = 1_000
_LINES = frozenset({"fact", "as_of", "attribution", "superseded_by", "origin"})
_LISTS = frozenset({"accepted", "reject", "distractors", "conflicts_with", "tags"})
_WORDS = {"kind": frozenset(map(str, Kind)), "status": frozenset(map(str, Status)), "marking": frozenset(TLP)}


def is_sound(table: dict[str, Any]) -> bool:
    """Whether a card's keys are good and written as the deck format has them; many that are good are not."""
    if not (_is_prose(table["question"]) and _is_prose(table["answer"]) and _is_line(table["id"])):
        return False
    if " " in table["id"] or len(table["id"]) > 200 or GAP in table["question"]:
        return False
    return all(_is_good(key, value) for key, value in table.items() if key not in {"id", "question", "answer"})


def _is_good(key: str, value: Any) -> bool:
    if key in _LINES:
        return _is_line(value)
    if key in _LISTS:
        return type(value) is list and len(value) <= _MOST_LINES and all(map(_is_line, value))
    if key in _WORDS:
        return type(value) is str and value in _WORDS[key] and value != Kind.CLOZE
    return key == "source" and type(value) is dict and _is_source(value)


def _is_source(table: dict[str, Any]) -> bool:
    if not table.keys() <= {"brief", "sentence", "paragraph", "span"}:
        return False
    if not (_is_line(table.get("brief")) and _is_prose(table.get("sentence"))):
        return False
    paragraph = table.get("paragraph", 1)
    return type(paragraph) is int and paragraph >= 1 and _is_span(table.get("span", [0, 1]), len(table["sentence"]))


def _is_span(span: Any, length: int) -> bool:
    if type(span) is not list or len(span) != 2 or not type(span[0]) is type(span[1]) is int:
        return False
    return bool(0 <= span[0] < span[1] <= length)


def _is_line(text: Any) -> bool:
    return type(text) is str and 0 < len(text) <= _LONGEST_LINE and one_line(text) == text


def _is_prose(text: Any) -> bool:
    return type(text) is str and 0 < len(text) <= _LONGEST and clean(text) == text == text.strip()
