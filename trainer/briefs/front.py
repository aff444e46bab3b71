"""Front matter: what the author says of the brief above its text."""

from __future__ import annotations

import datetime as dt
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass

from trainer.briefs.dates import parse_date
from trainer.briefs.notices import find_marking
from trainer.errors import Finding
from trainer.text import one_line, slug

_KEYS = ("id", "title", "date", "publisher", "marking")
_MOST_LINES = 60
_LONGEST_LINE = 1_000
_KNOWN = f"The keys are {', '.join(_KEYS[:-1])} and {_KEYS[-1]}."
_DATES = "Write it as 2023-06-21, 21 June 2023 or June 21, 2023."


@dataclass(frozen=True, slots=True)
class Front:
    """The metadata that a brief states; what it does not state is empty."""

    id: str = ""
    title: str = ""
    date: dt.date | None = None
    publisher: str = ""
    marking: str = ""


@dataclass(frozen=True, slots=True)
class _Entry:
    """One `key: value` as written."""

    key: str
    value: object
    line: int


def split_front(text: str) -> tuple[str, tuple[str, ...], str]:
    """The fence (`+++`, `---` or empty), the lines between the fences, and the text below them.

    A `---` without a second one, or without a `key: value` under it, is a rule and no fence.
    """
    lines = text.split("\n", _MOST_LINES + 2)
    fence = lines[0].strip()
    if fence not in {"+++", "---"}:
        return "", (), text
    ends = [number for number, line in enumerate(lines[1:-1], 1) if line.strip() == fence]
    if not ends and len(lines) > 1 and lines[-1].strip() == fence:
        ends = [len(lines) - 1]
    inside = tuple(lines[1 : ends[0]]) if ends else ()
    if not ends or (fence == "---" and not any(":" in line for line in inside)):
        return "", (), text
    return fence, inside, "\n".join(lines[ends[0] + 1 :])


def parse_front(fence: str, lines: tuple[str, ...], name: str) -> tuple[Front, tuple[Finding, ...]]:
    """The metadata of the lines between two fences, the first of which is line 2 of the file.

    Every line is read for itself, so that a bad one hides no other.
    """
    findings: list[Finding] = []
    values: dict[str, object] = {}
    for entry in _entries(fence, lines, name, findings):
        where = f"{name}:{entry.line}"
        if entry.key not in _KEYS:
            findings.append(Finding(where, f"The key '{one_line(entry.key, 40)}' is not known.", _KNOWN))
        elif entry.key in values:
            findings.append(Finding(where, f"The {entry.key} is given twice; the first holds.", "Keep one of them."))
        elif value := _value(entry, where, findings):
            values[entry.key] = value
    return Front(**values), tuple(findings)  # type: ignore[arg-type]


def _entries(fence: str, lines: tuple[str, ...], name: str, findings: list[Finding]) -> Iterator[_Entry]:
    for number, line in enumerate(lines, 2):
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        try:
            pairs = _toml(line) if fence == "+++" else _simple(line)
        except (ValueError, RecursionError):
            remedy = 'Write key = "value".' if fence == "+++" else "Write key: value."
            findings.append(Finding(f"{name}:{number}", "This line of the front matter cannot be read.", remedy))
        else:
            yield from (_Entry(key.lower(), value, number) for key, value in pairs.items())


def _toml(line: str) -> dict[str, object]:
    """The keys of one line of TOML; raises ValueError for anything that is no key with its value."""
    pairs = tomllib.loads(line) if len(line) <= _LONGEST_LINE else {}
    if not pairs or line.lstrip().startswith("["):
        raise ValueError(line[:40])
    return pairs


def _simple(line: str) -> dict[str, object]:
    """The key and the value of one `key: value`, quotes around it taken off; raises ValueError without a key."""
    key, colon, value = line.partition(":")
    if not colon or not key.strip() or key != key.lstrip() or len(line) > _LONGEST_LINE:
        raise ValueError(line[:40])
    value = value.strip()
    return {key.strip(): value[1:-1] if value[:1] in {'"', "'"} and value[-1:] == value[:1] else value}


def _value(entry: _Entry, where: str, findings: list[Finding]) -> object:
    """The value as the brief keeps it; None, and a finding, if it cannot be one."""
    value = entry.value.strip() if isinstance(entry.value, str) else entry.value
    if entry.key == "date":
        return _date(value, where, findings)
    if not isinstance(value, str) or not one_line(value):
        findings.append(Finding(where, f"The {entry.key} is no text.", f'Write {entry.key} between quotes: "…".'))
        return None
    if entry.key == "id" and value != slug(value):
        remedy = "An id has small letters, digits and hyphens."
        findings.append(Finding(where, f"The id was read as '{slug(value)}'.", remedy))
    if entry.key == "marking":
        return _marking(value, where, findings)
    return slug(value) if entry.key == "id" else one_line(value)


def _date(value: object, where: str, findings: list[Finding]) -> dt.date | None:
    if isinstance(value, dt.datetime):
        return value.date()
    if isinstance(value, dt.date):
        return value
    date = parse_date(value) if isinstance(value, str) else None
    if date is None:
        findings.append(Finding(where, f"The date '{one_line(str(value), 40)}' is no day.", _DATES))
    return date


def _marking(value: str, where: str, findings: list[Finding]) -> str:
    """The marking as TLP 2.0 spells it, or as it is written if it is of another kind."""
    marking = find_marking(value)
    if not marking and value.upper().startswith("TLP"):
        remedy = "Write TLP:RED, TLP:AMBER+STRICT, TLP:AMBER, TLP:GREEN or TLP:CLEAR."
        findings.append(Finding(where, f"The marking '{one_line(value, 40)}' is not one of TLP 2.0.", remedy))
    return marking or one_line(value)
