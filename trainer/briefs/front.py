"""Front matter: what the author says of the brief above its text."""

from __future__ import annotations

import datetime as dt
import tomllib
from dataclasses import dataclass, field, replace

from trainer.briefs.dates import parse_date
from trainer.briefs.notices import find_marking
from trainer.errors import Finding
from trainer.text import one_line, slug

_KEYS = ("id", "title", "date", "publisher", "marking")
_MOST_LINES = 60
_LONGEST_LINE = 1_000
_KNOWN = f"The keys are {', '.join(_KEYS[:-1])} and {_KEYS[-1]}."
_IDS = "An id has small letters, digits and hyphens."
_MARKINGS = "Write TLP:RED, TLP:AMBER+STRICT, TLP:AMBER, TLP:GREEN or TLP:CLEAR."
_DATES = "Write it as 2023-06-21, 21 June 2023 or June 21, 2023."


@dataclass(frozen=True, slots=True)
class Front:
    """The metadata that a brief states; what it does not state is empty."""

    id: str = ""
    title: str = ""
    date: dt.date | None = None
    publisher: str = ""
    marking: str = ""
    marking_line: int = 0
    """1-based line of the file that states the marking; 0 if none does."""


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


def find_unclosed(text: str, name: str) -> tuple[Finding, ...]:
    """A finding if a text without front matter begins as if it had some."""
    first, _, rest = text.partition("\n")
    key = rest[:_LONGEST_LINE].partition(":")[0].strip().lower()
    fence = first.strip()
    if fence == "+++" or (fence == "---" and key in _KEYS):
        message = f"The front matter has no end within {_MOST_LINES} lines and was read as text."
        return (Finding(f"{name}:1", message, f"Put {fence} on a line of its own below it."),)
    return ()


def parse_front(fence: str, lines: tuple[str, ...], name: str) -> tuple[Front, tuple[Finding, ...]]:
    """The metadata of the lines between two fences, the first of which is line 2 of the file.

    Every line is read for itself, so that a bad one hides no other.
    """
    reading = _Reading(name)
    parse = _parse_toml if fence == "+++" else _parse_simple
    for number, line in enumerate(lines, 2):
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        try:
            pairs = parse(line)
        except (ValueError, RecursionError):
            remedy = 'Write key = "value".' if fence == "+++" else "Write key: value."
            reading.notice(number, "This line of the front matter cannot be read.", remedy)
        else:
            for key, value in pairs.items():
                reading.take(key.lower(), value, number)
    return reading.front, tuple(reading.findings)


def _parse_toml(line: str) -> dict[str, object]:
    """The keys of one line of TOML; raises ValueError for anything that is no key with its value."""
    pairs = tomllib.loads(line) if len(line) <= _LONGEST_LINE else {}
    if not pairs or line.lstrip().startswith("["):
        raise ValueError(line[:40])
    return pairs


def _parse_simple(line: str) -> dict[str, object]:
    """The key and the value of one `key: value`, quotes around it taken off; raises ValueError without a key."""
    key, colon, value = line.partition(":")
    if not colon or not key.strip() or key != key.lstrip() or len(line) > _LONGEST_LINE:
        raise ValueError(line[:40])
    value = value.strip()
    quoted = len(value) > 1 and value[0] in {'"', "'"} and value[-1] == value[0]
    return {key.strip(): value[1:-1] if quoted else value}


@dataclass(slots=True)
class _Reading:
    """The front matter as far as it has been read."""

    name: str
    front: Front = Front()
    seen: set[str] = field(default_factory=set)
    findings: list[Finding] = field(default_factory=list)

    def notice(self, line: int, message: str, remedy: str) -> None:
        self.findings.append(Finding(f"{self.name}:{line}", message, remedy))

    def take(self, key: str, value: object, line: int) -> None:
        """Keep a value if its key is known and new."""
        if key not in _KEYS:
            self.notice(line, f"The key '{one_line(key, 40)}' is not known.", _KNOWN)
        elif key in self.seen:
            self.notice(line, f"The {key} is given twice; the first holds.", "Keep one of them.")
        elif key == "date":
            self.take_date(value, line)
        elif not isinstance(value, str) or not one_line(value):
            self.notice(line, f"The {key} is no text.", f'Write {key} between quotes: "…".')
        else:
            self.seen.add(key)
            self.take_text(key, one_line(value), line)

    def take_date(self, value: object, line: int) -> None:
        date = value if isinstance(value, dt.date) else parse_date(value) if isinstance(value, str) else None
        if date is None:
            self.notice(line, f"The date '{one_line(str(value), 40)}' is no day.", _DATES)
            return
        self.seen.add("date")
        self.front = replace(self.front, date=date.date() if isinstance(date, dt.datetime) else date)

    def take_text(self, key: str, text: str, line: int) -> None:
        match key:
            case "id":
                if text != slug(text):
                    self.notice(line, f"The id was read as '{slug(text)}'.", _IDS)
                self.front = replace(self.front, id=slug(text))
            case "title":
                self.front = replace(self.front, title=text)
            case "publisher":
                self.front = replace(self.front, publisher=text)
            case "marking":
                if text.upper().startswith("TLP") and not find_marking(text):
                    self.notice(line, f"The marking '{one_line(text, 40)}' is not one of TLP 2.0.", _MARKINGS)
                self.front = replace(self.front, marking=find_marking(text) or text, marking_line=line)
