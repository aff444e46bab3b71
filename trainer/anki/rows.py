"""Rows of columns to cards: Anki's text with its `#` lines, tables with a header row, and bare pairs.

Source: the Anki manual, Text Files.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice
from typing import Any

from trainer.anki.inbox import Inbox
from trainer.anki.notetypes import Family
from trainer.anki.own import own_of
from trainer.anki.plain import plain
from trainer.cards import GAP, new_id
from trainer.errors import ImportRefused
from trainer.text import clean, of_cell, one_line, slug
from trainer.watched import Tell, untold

_SEPARATORS = {
    "tab": "\t", "comma": ",", "semicolon": ";", "space": " ", "pipe": "|", "colon": ":",
}  # fmt: skip
_NAME = re.compile(r"\S{1,200}")
_LIKELY = "\t;,|"
_DIRECTIVE = re.compile(r"#([a-z ]{1,30}):(.*)")
_MOST_COLUMNS = 200
_AT_ONCE = 1_000
_LONGEST_CELL = 1_000_000  # characters
_OWN = {family.title: family for family in Family}
_ROLES = {
    "question": "question", "front": "question", "term": "question", "q": "question", "text": "question",
    "answer": "answer", "back": "answer", "definition": "answer", "a": "answer",
    "tags": "tags", "tag": "tags", "deck": "deck", "deck_id": "deck_id", "card": "id", "id": "id", "marking": "marking",
    "status": "status", "kind": "kind", "accepted": "accepted", "distractors": "distractors", "as_of": "as_of",
    "attribution": "attribution", "fact": "fact", "origin": "origin", "reject": "reject",
}  # fmt: skip
"""What a column of a header row means, by its name in lower case."""
_LISTS = frozenset({"tags", "accepted", "distractors", "reject"})


@dataclass(slots=True)
class _Form:
    """What the first lines say about the rest."""

    separator: str = ""
    is_html: bool = False
    columns: list[str] = field(default_factory=list)
    places: dict[str, int] = field(default_factory=dict)
    """1-based column of `guid`, `notetype`, `deck`, `tags`."""
    deck: str = ""
    tags: str = ""


def read_rows(text: str, title: str, ending: str, inbox: Inbox, tell: Tell = untold) -> None:
    """Put each row's card into the inbox; `title` names a deck that has no name of its own.

    `tell` hears how many lines are read.
    """
    form, body = _form_of(text)
    separator = form.separator or _separator(body, ending)
    rows = _rows(body, separator)
    take = _taker(form, rows, title, inbox)
    lines = body.count("\n") + 1
    for number, row in enumerate(rows):
        if number % _AT_ONCE == 0:
            tell(number, lines)
        if any(cell.strip() for cell in row):
            take(row)
    tell(lines, lines)


def _form_of(text: str) -> tuple[_Form, str]:
    """What the `#` lines at the top say, and the text under them."""
    form = _Form()
    at = 0
    while text.startswith("#", at):
        end = text.find("\n", at)
        end = len(text) if end < 0 else end
        found = _DIRECTIVE.fullmatch(text[at:end].strip())
        if found:
            _heed(form, found[1].strip(), found[2].strip())
        at = min(end + 1, len(text))
    return form, text[at:]


def _heed(form: _Form, key: str, value: str) -> None:
    if key == "separator":
        form.separator = _SEPARATORS.get(value.lower(), value[:1] or "\t")
    elif key == "html":
        form.is_html = value.lower() == "true"
    elif key == "columns":
        form.columns = next(csv.reader([value], delimiter=form.separator or "\t"), [])
    elif key.endswith(" column") and value.isdecimal() and int(value) <= _MOST_COLUMNS:
        form.places[key.removesuffix(" column")] = int(value)
    elif key == "deck":
        form.deck = one_line(value, 200)
    elif key == "tags":
        form.tags = value


def _separator(body: str, ending: str) -> str:
    """The sign that parts the columns: the first likely one in the first line, if there is one."""
    first = body.split("\n", 1)[0]
    likely = f",{_LIKELY}" if ending == ".csv" else _LIKELY
    return next((sign for sign in likely if sign in first), "," if ending == ".csv" else "\t")


def _rows(body: str, separator: str) -> Iterator[list[str]]:
    """The rows. Raises ImportRefused for what no table program writes."""
    csv.field_size_limit(_LONGEST_CELL)
    try:
        for row in csv.reader(io.StringIO(body, newline=""), delimiter=separator):
            if len(row) > _MOST_COLUMNS:
                raise ImportRefused(f"has a row of more than {_MOST_COLUMNS} columns.", remedy="Keep two or three.")
            yield row
    except csv.Error as error:
        raise ImportRefused(f"is no table ({error}).", remedy="Save it again as CSV or tab-separated text.") from None


def _taker(form: _Form, rows: Iterator[list[str]], title: str, inbox: Inbox) -> Callable[[Sequence[str]], None]:
    """What takes a row: by Anki's columns, by a header row, or as a pair."""
    if form.places or form.columns or form.is_html:
        return _AnkiRows(form, title, inbox).take
    first = next(islice(rows, 1), [])
    roles = [_ROLES.get(clean(cell).strip().lower(), "") for cell in first]
    if {"question", "answer"} <= set(roles):
        return _Headed(roles, title, inbox).take
    pairs = _AnkiRows(form, title, inbox)
    if any(cell.strip() for cell in first):
        pairs.take(first)
    return pairs.take


class _AnkiRows:
    """Rows of Anki's text format; without any `#` line, a pair of question and answer."""

    def __init__(self, form: _Form, title: str, inbox: Inbox) -> None:
        self._form = form
        self._title = title
        self._inbox = inbox
        self._special = set(form.places.values())

    def take(self, row: Sequence[str]) -> None:
        """Put the row's card into the inbox."""
        family = _OWN.get(self._at(row, "notetype"))
        values = [cell for number, cell in enumerate(row, 1) if number not in self._special]
        if family and len(values) >= len(family.fields) and self._take_own(row, family, values):
            return
        read = plain if self._form.is_html else _text
        question, answer = (read(value) for value in (*values, "", "")[:2])
        if not question or not answer:
            self._inbox.leave_out(f"it has no {'question' if not question else 'answer'}", question or answer)
            return
        name = one_line(self._at(row, "deck") or self._form.deck or self._title, 200)
        guid = self._at(row, "guid")
        card_id = new_id("anki", guid, "0") if guid else new_id("row", question)
        tags = f"{self._form.tags} {self._at(row, 'tags')}".split()
        table = {
            "id": card_id,
            "question": question,
            "answer": answer,
            "tags": tags,
            "origin": "anki" if guid else "hand",
        }
        if question.count(GAP) == 1:
            table["kind"] = "cloze"
        root = name.split("::", 1)[0]
        self._inbox.put_table(self._inbox.shelf(slug(root), root), table)

    def _take_own(self, row: Sequence[str], family: Family, values: list[str]) -> bool:
        own = own_of(family.fields, values, self._at(row, "tags").split())
        if own is None:
            return False
        shelf = self._inbox.shelf(own.deck, own.title)
        self._inbox.put_head(shelf, dict(own.head), own.briefs)
        self._inbox.put_table(shelf, own.card)
        return True

    def _at(self, row: Sequence[str], name: str) -> str:
        """The cell of a column that has a meaning of its own."""
        place = self._form.places.get(name, 0)
        return row[place - 1].strip() if 0 < place <= len(row) else ""


class _Headed:
    """Rows under a header row that names their columns."""

    def __init__(self, roles: Sequence[str], title: str, inbox: Inbox) -> None:
        self._roles = roles
        self._is_ours = "deck_id" in roles
        self._title = title
        self._inbox = inbox

    def take(self, row: Sequence[str]) -> None:
        """Put the row's card into the inbox."""
        cells = {role: _text(cell) for role, cell in zip(self._roles, row, strict=False) if role}
        if not cells.get("question") or not cells.get("answer"):
            self._inbox.leave_out("it has no question or no answer", cells.get("question", ""))
            return
        title = one_line(cells.pop("deck", "") or self._title, 200)
        deck_id = cells.pop("deck_id", "")
        deck_id = deck_id if _NAME.fullmatch(deck_id) else slug(title)
        table: dict[str, Any] = {key: value for key, value in cells.items() if value and key not in _LISTS}
        table |= {key: _listed(key, cells[key], is_ours=self._is_ours) for key in _LISTS & cells.keys() if cells[key]}
        table.setdefault("id", new_id("row", table["question"]))
        self._inbox.put_table(self._inbox.shelf(deck_id, title), table)


def _listed(key: str, cell: str, *, is_ours: bool) -> list[str]:
    """The items of a cell: a line each in our own tables; elsewhere semicolons part them, and spaces part tags."""
    if is_ours or "\n" in cell:
        return cell.split("\n")
    return cell.split() if key == "tags" and ";" not in cell else re.split(r"\s*;\s*", cell)


def _text(cell: str) -> str:
    return of_cell(cell).strip()
