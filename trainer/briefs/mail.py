"""E-mails saved as text: what stands around the message, and what its head says of it."""

from __future__ import annotations

import datetime as dt
import re

from trainer.briefs.dates import parse_date
from trainer.briefs.front import Front

_FIELD = re.compile(r"\s*\*?(?P<key>[A-Z][A-Za-z-]{1,24})\s*:\*?(?:\s+(?P<value>.*))?$")
_TELLING = frozenset({"from", "to", "subject", "date", "sent"})
_FEWEST_TELLING = 3
_MOST_LINES = 400
"""How far down a forwarded message can begin."""
_PREFIX = re.compile(r"^(?:(?:re|fwd?|aw|wg)\s*:\s*)+", re.IGNORECASE)
_FORWARDED = re.compile(
    r"\s*(?:-{2,}\s*)?(?:original message|forwarded message|begin forwarded message:?)(?:\s*-{2,})?$", re.IGNORECASE
)
_REPLIED = re.compile(r"\s*On .{6,100}\bwrote:\s*$")
_QUOTE = re.compile(r"^> ?")
_QUOTED_SHARE = 0.6
_GREETING = re.compile(
    r"\s*(?:dear|hi|hello|hallo|greetings|good (?:morning|afternoon|evening|day))\b[^.!?]{0,60}[,:!]?\s*$",
    re.IGNORECASE,
)
_PARTING = re.compile(
    r"\s*(?:(?:with )?(?:kind|best|warm)?(?:est)?\s*(?:regards|wishes)|(?:yours )?(?:sincerely|faithfully|truly)|v/r"
    r"|respectfully|many thanks|thank you)[,.!]?\s*$",
    re.IGNORECASE,
)
_SIGNED_LINES = 5
_SIGNATURE_LINES = 20
_LONGEST_SIGNED = 60


def split_mail(text: str) -> tuple[Front, str]:
    """What an e-mail's head says, and the text with its head, greeting, parting and signature made blank lines.

    A text that is no e-mail comes back as it is, but for a greeting and a parting. Of a forwarded message the day
    holds on which it was first written.
    """
    lines = text.split("\n")
    front = _take_heads(lines, Front())
    unquoted = _unquoted(lines)
    if unquoted != lines:
        lines = unquoted
        front = _take_heads(lines, front)
    _clear_greeting(lines)
    _clear_parting(lines)
    return Front(title=_PREFIX.sub("", front.title, count=1), date=front.date), "\n".join(lines)


def _take_heads(lines: list[str], front: Front) -> Front:
    """What the heads of a message and of those within it say; their lines are made blank."""
    place = 0
    while place < min(len(lines), _MOST_LINES):
        end, fields = _head(lines, place)
        if end > place:
            front = Front(title=front.title or fields.get("subject", ""), date=_day(fields) or front.date)
            lines[place:end] = [""] * (end - place)
        elif _FORWARDED.fullmatch(lines[place]) or _REPLIED.match(lines[place]):
            lines[place] = ""
        place = max(end, place + 1)
    return front


def _unquoted(lines: list[str]) -> list[str]:
    """Lines of which most are quoted, without the marks of the quotation."""
    quoted = sum(line.startswith(">") for line in lines)
    if quoted and quoted > _QUOTED_SHARE * sum(1 for line in lines if line.strip()):
        return [_QUOTE.sub("", line, count=1) for line in lines]
    return lines


def _head(lines: list[str], start: int) -> tuple[int, dict[str, str]]:
    """Where the head ends that begins at a line, and its fields; the line itself if none begins there."""
    fields: dict[str, str] = {}
    place, key = start, ""
    while place < len(lines) and lines[place].strip():
        if match := _FIELD.match(lines[place]):
            key = match["key"].lower()
            fields.setdefault(key, (match["value"] or "").strip())
        elif key and lines[place][:1].isspace():
            fields[key] += " " + lines[place].strip()
        else:
            break
        place += 1
    is_head = len(_TELLING & fields.keys()) >= _FEWEST_TELLING and "subject" in fields
    return (place, fields) if is_head else (start, {})


def _day(fields: dict[str, str]) -> dt.date | None:
    return parse_date(fields.get("date") or fields.get("sent") or fields.get("dtg") or "")


def _clear_greeting(lines: list[str]) -> None:
    """Blank the first line of the text if it greets."""
    place = next((place for place, line in enumerate(lines) if line.strip()), 0)
    if lines and _GREETING.match(lines[place]) and lines[place].rstrip().endswith((",", ":", "!")):
        lines[place] = ""


def _clear_parting(lines: list[str]) -> None:
    """Blank a signature below `--`, and a parting with the short lines that sign it."""
    for place in range(max(0, len(lines) - _SIGNATURE_LINES), len(lines)):
        if lines[place].rstrip() == "--":
            lines[place:] = [""] * (len(lines) - place)
    last = next((place for place in range(len(lines) - 1, -1, -1) if lines[place].strip()), 0)
    for place in range(max(0, last - _SIGNED_LINES), last + 1):
        signed = lines[place + 1 : last + 1]
        if _PARTING.fullmatch(lines[place]) and all(len(line) <= _LONGEST_SIGNED for line in signed):
            lines[place : last + 1] = [""] * (last + 1 - place)
            return
