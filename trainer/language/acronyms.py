"""Acronyms and what they stand for."""

from __future__ import annotations

import re
from dataclasses import dataclass

from trainer.language import gazetteer
from trainer.text import fold

_BRACKET = re.compile(r"\(((?:the\s)?[A-Z][A-Za-z0-9&.-]{1,9})\)")
_SMALL = frozenset({"of", "the", "for", "and", "in", "on", "to", "de", "du", "des", "la", "a"})


@dataclass(frozen=True, slots=True)
class Acronym:
    """A short form introduced in brackets behind its long form."""

    short: str
    """As in the brackets."""
    name: str
    """What it stands for: from our table where it knows better than the sentence."""
    start: int
    """First character of the long form in the sentence."""
    end: int
    """One past its last character, before the bracket."""
    short_start: int
    """First character of the short form."""
    verbatim: bool
    """Whether the sentence spells the name exactly as `name` does."""


def acronyms(text: str) -> tuple[Acronym, ...]:
    """The pairs of a plain sentence; a bracket that neither its letters nor our table explain gives none."""
    return tuple(pair for match in _BRACKET.finditer(text) if (pair := _pair(text, match)) is not None)


def _pair(text: str, match: re.Match[str]) -> Acronym | None:
    short = match[1].removeprefix("the ")
    if sum(c.isupper() for c in short) < 2:
        return None
    before = text[: match.start()].rstrip()
    short_start = match.end(1) - len(short)
    found = _by_table(before, short) or _by_letters(before, short)
    if found is None:
        return None
    start, name = found
    return Acronym(short, name, start, len(before), short_start, verbatim=before[start:] == name)


def _by_table(before: str, short: str) -> tuple[int, str] | None:
    """The table's name, if the words before the bracket are that name up to small words and a stray place."""
    body = gazetteer.bodies().get(short)
    if body is None:
        return None
    wanted = [_stem(word) for word in re.findall(r"[\w'.-]+", body.name) if word not in _SMALL]
    words = list(re.finditer(r"[\w'.-]+", before))
    for first in range(len(words) - 1, -1, -1):
        have = [_stem(m[0]) for m in words[first:] if m[0] not in {*_SMALL, "from"}]
        if have == wanted or sorted(have) == sorted(_stem_united(wanted)):
            return words[first].start(), body.name
        if len(have) > len(wanted) + 2:
            return None
    return None


def _stem(word: str) -> str:
    return fold(word).replace("isation", "ization").removesuffix("s")


def _stem_united(wanted: list[str]) -> list[str]:
    """`UN` for `United Nations` at the head of a name."""
    return ["un", *wanted[2:]] if wanted[:2] == ["united", "nation"] else wanted


def _by_letters(before: str, short: str) -> tuple[int, str] | None:
    """Schwartz and Hearst (2003), held to initial letters: each letter opens a word, small words may be passed over."""
    letters = [c.lower() for c in short if c.isalnum()]
    words = list(re.finditer(r"[^\s-]+", before))
    at = len(words) - 1
    for letter in reversed(letters):
        while at >= 0 and words[at][0].lower() in _SMALL and not words[at][0].lower().startswith(letter):
            at -= 1
        if at < 0 or fold(words[at][0])[:1] != letter:
            return None
        at -= 1
    start = words[at + 1].start()
    name = before[start:]
    if re.search(r'[,;:()"]', name) or words[-1][0].lower() in _SMALL:
        return None
    return start, name
