"""Acronyms: letter by letter, never with a slip; and whether one stands for a name."""

from __future__ import annotations

import re
from functools import lru_cache

from trainer.cards.grade import RIGHT, WRONG, Grade, Lack, nearly, partly, wrong
from trainer.cards.grading_words import Match, grade_words, matched, said
from trainer.text import fold
from trainer.values.known_names import known_as
from trainer.values.slips import slips_in_text
from trainer.values.wording import SMALL, squashed, stem, words_of

SHORTEST = 3
"""Letters of the shortest acronym that its words alone make sure of."""
LONGEST = 12

OWNERS = frozenset({"un", "us", "uk", "eu", "au"})
"""Whose a body is: left out or added, it is the same body."""
_SPLIT = re.compile(r"[^\W_]+")


@lru_cache(maxsize=1 << 13)
def is_acronym(text: str) -> bool:
    """Whether a text is one word that is mostly capitals.

    >>> [is_acronym(text) for text in ("MINUSMA", "U.N.", "RaaS", "F-16", "Mali", "UN Security Council", "DRCs")]
    [True, True, True, True, False, False, True]
    """
    plain = text.strip().replace(".", "").replace("-", "")
    capitals = sum(character.isupper() for character in plain)
    letters = sum(character.isalpha() for character in plain)
    return plain.isalnum() and len(plain) <= LONGEST and capitals >= 1 and len(plain) > 1 and 2 * capitals >= letters


@lru_cache(maxsize=1 << 10)
def stands_for(acronym: str, name: str) -> bool:
    """Whether the letters are the initials of the name's words, small words counted or not.

    >>> stands_for("DoD", "Department of Defense"), stands_for("FBI", "Federal Bureau of Investigation")
    (True, True)
    >>> stands_for("raas", "ransomware-as-a-service"), stands_for("MINUSMA", "UN Mission in Mali")
    (True, False)
    """
    plain = acronym.replace(".", "").replace("-", "")
    letters = fold(plain[:-1] if plain[-1:] == "s" and plain[:-1].isupper() else plain)
    words = _SPLIT.findall(fold(name).replace("'", ""))
    if not SHORTEST <= len(letters) <= LONGEST or len(words) < 2 or len(words) > LONGEST:
        return False
    small = SMALL | {"the", "a", "an"}
    pattern = "".join(f"{word[0]}?" if word in small else word[0] for word in words if word[0].isalnum())
    return re.fullmatch(pattern, letters) is not None


def with_initials(key: str, given: str) -> str:
    """What was typed, with a part of the key that is there by its initials in full: `Russian PMC`.

    >>> with_initials("a Russian private military company", "Russian PMC")
    'Russian private military company'
    """
    owned = (word.removesuffix("'s").removesuffix("’s") for word in given.split())
    shorts = [word for word in owned if is_acronym(word) and len(word) >= SHORTEST]
    if not shorts or len(given.split()) < 2:
        return given
    words = key.split()
    for short in shorts[:2]:
        spans = [words[at : at + size] for size in range(2, 7) for at in range(len(words) - size + 1)]
        full = next((" ".join(span) for span in spans if stands_for(short, " ".join(span))), None)
        given = given.replace(short, full.removesuffix("'s"), 1) if full else given
    return given


def grade_acronym(key: str, given: str, question: str) -> Grade:
    """An answer of a card that asks for the acronym, or for what it stands for, and for nothing else."""
    if is_acronym(key):
        return _short(key, given)
    return _full(key, given, question)


def _short(key: str, given: str) -> Grade:
    """The letters themselves."""
    told, wanted = fold(given).replace(".", ""), fold(key)
    if squashed(words_of(given)) == squashed(words_of(key)) or told == wanted or _one_of_many(key, given):
        return RIGHT
    return wrong("the acronym is asked for" if " " in given.strip() else "")


def _full(key: str, given: str, question: str) -> Grade:
    """Every word of what it stands for; a small word that differs is said."""
    if squashed(words_of(key)) == squashed(words_of(given)):
        return RIGHT
    if (short := _in_letters(key, given)) is not None:
        return short
    wanted, told = said(key), said(given)
    if wanted != told and slips_in_text(key, given):
        return nearly("right but for the spelling", Lack.SPELLING)
    match = matched(wanted, told)
    if match.lost or match.extra:
        return _other_words(key, given, match, question)
    return RIGHT if [stem(word) for word in wanted] == [stem(word) for word in told] else _other_order(match)


def _one_of_many(key: str, given: str) -> bool:
    """Whether two acronyms differ in the small `s` that says that there are several: `FTO` and `FTOs`."""
    one, many = sorted((key, given), key=len)
    return many[-1:] == "s" and many[:-1].isupper() and fold(many[:-1]) == fold(one)


def _in_letters(key: str, given: str) -> Grade | None:
    """What an answer comes to that has letters for words of the key beside its owner: `DR Congo`; None if none has."""
    if len(words_of(given)) == 1 and len(words_of(key)) > 1:
        return wrong("what it stands for is asked for")
    shorts = (word for word in _SPLIT.findall(given) if len(word) > 1 and word.isupper())
    cut = not given.isupper() and any(short not in key and fold(short) not in OWNERS for short in shorts)
    return partly("some of it is in letters", Lack.WORDING) if cut else None


def _other_words(key: str, given: str, match: Match, question: str) -> Grade:
    """Whose the body is, left out or added, unless a letter stands for it; other words are never enough."""
    if match.lost and _is_spelled_out(question, key) and not _is_spelled_out(question, given):
        return partly(f"some of it; missing: {' '.join(match.lost)}" if match.found else "", Lack.WORDING)
    if match.found and {*match.lost, *match.extra} <= OWNERS:
        return nearly(f"right; the answer says {key}", Lack.DETAIL)
    found = grade_words(key, given, question)
    return partly(found.note or "some of it", Lack.WORDING) if found.verdict.rank else WRONG


def _is_spelled_out(question: str, name: str) -> bool:
    """Whether the letters of an acronym in the question are the initials of a name, each of its own word."""
    return any(is_acronym(word) and stands_for(word, name) for word in _SPLIT.findall(question))


def _other_order(match: Match) -> Grade:
    """Every word that carries it, and a difference in order, spelling or a small word."""
    if list(match.found) != sorted(match.found):
        return partly("the right words in another order", Lack.WORDING)
    if match.slips:
        return nearly("right but for the spelling", Lack.SPELLING)
    return nearly("right but for a small word", Lack.WORDING)


def as_name(key: str, given: str, question: str) -> Grade | None:
    """A name by its acronym, or an acronym by its name; None if neither is the other's."""
    asked = words_of(question)
    if stands_for(given, key):
        return wrong("the question has it already") if words_of(given)[0] in asked else RIGHT
    if is_acronym(key) and stands_for(key, given):
        return nearly("right, in full; the answer on the card is the acronym", Lack.WORDING)
    if given.isupper() and known_as(key) and given.casefold() == "".join(word[0] for word in words_of(key)):
        return nearly("right, by its initials", Lack.WORDING)  # two letters, which alone are too few to be sure of
    return None
