"""Phrases: by the stems of the words that carry them; no measure of likeness between whole texts."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache

from trainer.cards.card import GAP
from trainer.cards.grade import RIGHT, WRONG, Grade, Lack, nearly, partly, wrong
from trainer.values.compass import is_same_quarter
from trainer.values.known_names import is_known_word, with_states
from trainer.values.slips import slips_in_text, slips_in_word
from trainer.values.wording import SMALL, Words, content, squashed, stem, turns, words_of

ENOUGH = 2 / 3
"""Share of a phrase's words, its head among them and nothing beside them, that is nearly all of it."""
SOME = 1 / 3
"""Share of a phrase's words that is some of it."""
LONG = 4
"""Words from which on a phrase may be said in other words that no rule foresees."""

_NAME = re.compile(r"\b[A-Z][\w'’-]*")
_HINT = re.compile(r"^ ?\([^()]*\)")
_OWNED = re.compile(r"^(?P<owner>(?:(?! of )[^'’])+)['’]s (?P<what>[^'’]+)$")
_LINKING = SMALL - {"and", "or", "so", "also", "both", "its", "their", "his", "her", "it", "they", "will", "would"}
_KIND_ASKED = re.compile(r"\b(?:which|what|whose|how many)((?: [\w'-]+){1,5})", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Match:
    """Which words of a key were typed."""

    found: tuple[int, ...]
    """Places in what was typed of the key's words that are there, in the key's order."""
    lost: Words
    """Words of the key that are not."""
    extra: Words
    """Words that were typed and are not the key's."""
    slips: int
    """How many letters were wrong in those found."""


def grade_words(key: str, given: str, question: str) -> Grade:
    """A phrase held against the key's; words that the question has may be left out, and a few may be beside it."""
    wanted, told = said(key), said(_with_owner_behind(given) if " of " in key else given)
    if wanted == told or squashed(wanted) == squashed(told):
        return RIGHT
    if is_same_quarter(key, given, wanted, told):
        return RIGHT
    if slips_in_text(key, given) and not _are_known(said(given), said(key)):
        return nearly("right but for the spelling", Lack.SPELLING)
    match, asked = matched(wanted, told), stems_of(question)
    found = _judged(key, match, asked, question)
    if turns(wanted) != turns(told) and found.verdict.rank > 0:
        found = wrong(_turned(wanted, told))
    return replace(found, for_you_to_judge=len(content(wanted)) >= LONG and not found.verdict.accepted)


def _with_owner_behind(text: str) -> str:
    """`AFAD's head` as `head of AFAD`; any other text as it is."""
    return _OWNED.sub(r"\g<what> of \g<owner>", text)


@lru_cache(maxsize=1 << 12)
def said(text: str) -> Words:
    """The words of a text with states by their own names."""
    return with_states(words_of(text))


@lru_cache(maxsize=256)
def stems_of(text: str) -> frozenset[str]:
    """The stems of the words of a question."""
    return frozenset(map(stem, said(text)))


@lru_cache(maxsize=256)
def beside_gap(question: str) -> tuple[Words, Words]:
    """The words before the gap of a cloze and those behind it; none for any other question.

    >>> beside_gap("The minister [...] (person) of Mali spoke.")
    (('minister',), ('of', 'mali', 'spoke'))
    """
    before, gap, behind = question.partition(GAP)
    if not gap:
        return (), ()
    return said(before), said(_HINT.sub("", behind))


def matched(wanted: Words, told: Words) -> Match:
    """Each carrying word of the key with one that was typed: by its stem, else by a slip."""
    keys = [word for word in wanted if word not in SMALL] or list(wanted)
    typed = [word for word in told if word not in SMALL] or list(told)
    stems = [stem(word) for word in typed]
    taken: dict[int, int] = {}
    slips = 0
    for place, word in enumerate(keys):
        at = next((n for n, other in enumerate(stems) if other == stem(word) and n not in taken.values()), None)
        if at is not None:
            taken[place] = at
    for place, word in enumerate(keys):
        if place not in taken:
            at = next((n for n, other in enumerate(typed) if n not in taken.values() and _slip(word, other)), None)
            if at is not None:
                taken[place], slips = at, slips + (slips_in_word(word, typed[at]) or 0)
    lost = tuple(word for place, word in enumerate(keys) if place not in taken)
    extra = tuple(word for n, word in enumerate(typed) if n not in taken.values())
    return Match(tuple(taken[place] for place in sorted(taken)), lost, extra, slips)


def _are_known(told: Words, wanted: Words) -> bool:
    """Whether a word that is not the key's is a name that is known."""
    return any(is_known_word(word) for word in told if word not in wanted)


def _slip(key: str, given: str) -> bool:
    return slips_in_word(key, given) is not None and not is_known_word(given)


def _judged(key: str, match: Match, asked: frozenset[str], question: str) -> Grade:
    """What a match comes to, before words that turn it round."""
    lost = tuple(word for word in match.lost if stem(word) not in asked)
    extra = tuple(word for word in match.extra if stem(word) not in asked)
    if not match.found:
        return WRONG
    share = len(match.found) / (len(match.found) + len(lost))
    if any(_is_figure(word) for word in (*lost, *extra)):
        return wrong("a number differs") if extra else partly("the number is missing")
    if lost and extra:
        return partly("some of it", Lack.WORDING) if share >= SOME else WRONG
    if extra or len(match.extra) > max(2, len(match.found)):
        return partly("more than the answer", Lack.WORDING, whole=True)
    if match.lost:
        return _with_less(key, match.lost, lost, share, question)
    return _all_there(key, match)


def _is_figure(word: str) -> bool:
    return any(character.isdigit() for character in word)


def _with_less(key: str, all_lost: Words, lost: Words, share: float, question: str) -> Grade:
    """Some words are missing, and nothing else was said: enough if its head is there, or asked for, and its names."""
    names = {stem(word) for name in _names(key) for word in said(name)}
    head = _head(key)
    headless = head in map(stem, all_lost) and not _is_kind_asked(head, question)
    if headless or names & set(map(stem, lost)) or share < ENOUGH:
        return partly(f"some of it; missing: {' '.join(all_lost)}", Lack.WORDING) if share >= SOME else WRONG
    return nearly(f"right, but the source says more: {' '.join(lost)}", Lack.DETAIL) if lost else RIGHT


@lru_cache(maxsize=1 << 10)
def _head(key: str) -> str:
    """The stem of the word that a phrase is about: the last before a preposition.

    >>> _head("talks with the IMF"), _head("a Russian private military company"), _head("Mali's consent")
    ('talk', 'compan', 'consent')
    """
    words = words_of(key)
    start = next((n for n, word in enumerate(words) if word not in SMALL), 0)
    end = next((n for n, word in enumerate(words) if n > start and word in _LINKING), len(words))
    carrying = [word for word in words[start:end] if word not in SMALL]
    return stem(carrying[-1]) if carrying else ""


def _is_kind_asked(head: str, question: str) -> bool:
    """Whether the question asks for things of that kind: `which forces`, `what kind of company`."""
    asked = _KIND_ASKED.findall(question)
    return any(head in map(stem, words_of(words)) for words in asked)


def _names(key: str) -> list[str]:
    """The capitalised words of a key; its first word only if another follows."""
    names = _NAME.findall(key)
    return names[1:] if names and key.startswith(names[0]) and len(names) == 1 and " " in key else names


def _all_there(key: str, match: Match) -> Grade:
    """Every word, perhaps in another order, perhaps misspelt."""
    ordered = list(match.found) == sorted(match.found)
    if not ordered and len(_names(key)) > 1 and len(match.found) > 3:
        return partly("the right words in another order", Lack.WORDING)
    if match.slips:
        return nearly("right but for the spelling", Lack.SPELLING)
    if ordered or len(match.found) <= 3:
        return RIGHT
    return nearly("the right words in another order", Lack.WORDING)


def _turned(wanted: Words, told: Words) -> str:
    """Which word makes another answer of it."""
    odd = sorted(turns(told) - turns(wanted))
    return f"you said {odd[0]}" if odd else f"the answer says {min(turns(wanted) - turns(told))}"
