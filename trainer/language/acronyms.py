"""Acronyms and what they stand for."""

from __future__ import annotations

import re
from dataclasses import dataclass

from trainer.language import gazetteer
from trainer.language.sorts import ACTORS, Name, Sort
from trainer.text import fold

_SHORT = r"[A-Z][A-Za-z0-9&.-]{0,8}[A-Za-z0-9]|[a-z][A-Z][A-Za-z0-9-]{1,8}"
_BRACKET = re.compile(rf"\((?:the\s)?[\"“]?(?P<short>{_SHORT})[\"”]?\)")
_LEGAL = re.compile(r",? (?P<form>S\.?A\.?|N\.?V\.?|A/S|A\.?G\.?|S\.?E\.?|Inc\.?|Ltd\.?|LLC|plc|PLC|GmbH)$")
"""What a firm is by law, behind its name."""
_LEGAL_LETTERS = re.compile(r"(?<=[A-Za-z]{2})(?:SA|NV|AG|SE)$")
"""The same in its short form: `PdVSA`."""
_SMALL = frozenset(
    {"of", "the", "for", "and", "in", "on", "to", "de", "du", "des", "la", "a", "an", "at", "by", "with", "&"}
)
_INSIDE = frozenset({"from"})
_WORD = re.compile(r"[^\s/-]+")


@dataclass(frozen=True, slots=True)
class Acronym:
    """A short form and the long form that the sentence gives with it."""

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


def acronyms(text: str, names: tuple[Name, ...] = ()) -> tuple[Acronym, ...]:
    """The pairs of a plain sentence, long form first; a bracket that nothing explains gives none.

    With the `names` of the sentence, the acronym of another language is taken too, for the body named right before it.
    """
    return tuple(pair for match in _BRACKET.finditer(text) if (pair := _pair(text, match, names)) is not None)


def _pair(text: str, match: re.Match[str], names: tuple[Name, ...]) -> Acronym | None:
    short = match["short"]
    if sum(c.isupper() for c in short) < 2:
        return None
    before = _POSSESSIVE.sub("", text[: match.start()].rstrip())
    short_start = match.start("short")
    found = _by_table(before, short) or by_letters(before, short) or _of_firm(before, short)
    if found is not None:
        start, name = _from_state(before, *found)
        return Acronym(short, name, start, len(before), short_start, verbatim=before[start:] == name)
    named = next((name for name in names if name.end == len(before)), None)
    if named is not None and _is_foreign(named, short):
        return Acronym(short, named.text, named.start, named.end, short_start, verbatim=True)
    return None


_POSSESSIVE = re.compile(r"(?:['’]s|(?<=s)['’])$")
"""What is no part of a long form: `the Kigali Space Agency | 's (KSA) launch`."""
_THE_STATE = re.compile(r"\b[Tt]he (?P<state>[A-Z][a-z]\w+(?: [A-Z]\w+)?) $")


def _from_state(before: str, start: int, name: str) -> tuple[int, str]:
    """Where a name begins that has its state's name before it, behind `the`: `the Kenya | Tea Board (TeaBod)`."""
    led = _THE_STATE.search(before, 0, start)
    if led is None or fold(led["state"]) not in gazetteer.states() or before[start:] != name:
        return start, name
    return led.start("state"), before[led.start("state") :]


def _is_foreign(name: Name, short: str) -> bool:
    """Whether a body's name may have this acronym in its own language: half of the letters open its words."""
    initials = {word[:1].lower() for word in name.text.split()}
    letters = [c.lower() for c in short if c.isalpha()]
    shared = sum(letter in initials for letter in letters)
    fits = name.sort in ACTORS | {Sort.LAW} and " " in name.text and short.isupper() and short not in gazetteer.bodies()
    return fits and 2 * shared >= len(letters)


def _of_firm(before: str, short: str) -> tuple[int, str] | None:
    """A firm without what it is by law, which its letters may have and its name too: `Petróleos de Venezuela, S.A.`."""
    name, letters = _LEGAL.sub("", before), _LEGAL_LETTERS.sub("", short)
    return by_letters(name, short) or (by_letters(name, letters) if letters != short else None)


def _by_table(before: str, short: str) -> tuple[int, str] | None:
    """The table's name, if the words before the bracket are that name up to small words and a stray place."""
    found = (_as_in_table(before, body.name) for body in gazetteer.bodies_of(short))
    return next((pair for pair in found if pair is not None), None)


def _as_in_table(before: str, name: str) -> tuple[int, str] | None:
    wanted = [_stem(word) for word in re.findall(r"[\w'.-]+", name) if word not in _SMALL]
    words = list(re.finditer(r"[\w'.-]+", before))
    for first in range(len(words) - 1, -1, -1):
        have = [_stem(m[0]) for m in words[first:] if m[0] not in _SMALL | _INSIDE]
        if have == wanted or sorted(have) == sorted(_stem_united(wanted)):
            return words[first].start(), name
        if len(have) > len(wanted) + 2:
            return None
    return None


def _stem(word: str) -> str:
    return fold(word).replace("isation", "ization").removesuffix("s")


def _stem_united(wanted: list[str]) -> list[str]:
    """`UN` for `United Nations` at the head of a name."""
    return ["un", *wanted[2:]] if wanted[:2] == ["united", "nation"] else wanted


def by_letters(before: str, short: str) -> tuple[int, str] | None:
    """Schwartz and Hearst (2003), held closer: where the long form that ends the text begins, and its words.

    Each letter opens a word, small words passed over, or else stands in the word whose first letter is one; the first
    letter opens the long form. A plural `s` counts for nothing.
    """
    core = short[:-1] if short.endswith("s") and short[:-1].isupper() else short
    letters = [c.lower() for c in core if c.isalnum()]
    words = list(_WORD.finditer(before))
    start = _by_initials(words, letters)
    if start is None and len(letters) > 2 and words and words[-1][0][:1].isupper():
        start = _by_inner_letters(words, letters)
    if start is None or words[-1][0].lower() in _SMALL:
        return None
    told = before[start:]
    listed = len(letters) > 3 and _LIST_IN_NAME.search(told) is not None
    return None if re.search(r'[;:()"]', told) or ("," in told and not listed) else (start, told)


_LIST_IN_NAME = re.compile(r", [A-Z][\w-]+(?: [A-Z][\w-]+)?,? and [A-Z]")
"""The commas of a long name: `Institute of Epidemiology, Disease Control and Research`."""


def _by_initials(words: list[re.Match[str]], letters: list[str]) -> int | None:
    at = len(words) - 1
    for letter in reversed(letters):
        while at >= 0 and words[at][0].lower() in _SMALL and not words[at][0].lower().startswith(letter):
            at -= 1
        if at < 0 or fold(words[at][0])[:1] != letter:
            return None
        at -= 1
    return _first_of(words, at + 1, letters[0])


def _first_of(words: list[re.Match[str]], at: int, letter: str) -> int | None:
    """Where the name of these initials begins: a small word opens none, but the like letter before it may."""
    if words[at][0] not in _SMALL - {"&"} or words[at][0] != words[at][0].lower():
        return words[at].start()
    opens = at > 0 and words[at - 1][0][:1].isupper() and fold(words[at - 1][0])[:1] == letter
    return words[at - 1].start() if opens else None


def _by_inner_letters(words: list[re.Match[str]], letters: list[str]) -> int | None:
    """`ChangXin Memory Technologies (CXMT)`: each word gives its first letter, and may give more in their order."""
    for first in range(len(words) - 1, max(-1, len(words) - 2 - len(letters)), -1):
        taken = words[first:]
        content = [fold(m[0]) for m in taken if m[0].lower() not in _SMALL]
        opens = content and fold(taken[0][0])[:1] == letters[0]
        if opens and 2 <= len(content) <= len(letters) and _spells(content, letters):
            return taken[0].start()
    return None


def _spells(words: list[str], letters: list[str]) -> bool:
    """Whether the letters go through the words in order, at least the first of each word."""
    if not words:
        return not letters
    if not letters or words[0][:1] != letters[0]:
        return False
    rest = iter(words[0][1:])
    most = 1
    for letter in letters[1:]:
        if _spells(words[1:], letters[most:]):
            return True
        if letter not in rest:
            return False
        most += 1
    return _spells(words[1:], letters[most:])
