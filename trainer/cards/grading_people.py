"""Persons: with or without office and title, by the surname where no other bears it, given names in any length."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from trainer.cards.card import Kind
from trainer.cards.grade import RIGHT, Grade, Lack, better, nearly, partly
from trainer.cards.grading_acronyms import OWNERS
from trainer.cards.grading_words import beside_gap, said
from trainer.values.known_names import known_as, state_words, with_states
from trainer.values.records import closed
from trainer.values.slips import slips_between
from trainer.values.surnames import surname, without_article
from trainer.values.wording import Words, words_of

TITLES = closed("titles")
"""Words that may lead a name: offices, ranks, callings, forms of address."""
OTHER_OFFICE = frozenset({"deputy", "vice", "assistant", "acting"})
"""Words that make of an office another one."""
_JOINING = frozenset({"of", "for", "in", "at"})
_UNIONS = OWNERS | {"nato", "who"}
_WHO = re.compile(r"\b(?:who|whom|whose)\b|\[\.\.\.\] \((?:person|\w+ people)\)", re.IGNORECASE)
_INITIAL_A = re.compile(r"\s*A\.")
_OF_A_KIND = re.compile(r"\b(?:which|what)((?: [\w'-]+){1,5})", re.IGNORECASE)
_CAPITAL = "A-ZÀ-ÖØ-ÞĀĂĄĆČĎĐĒĖĘĚĞĢĪĮİĶŁĻŁŃŅŇŌŐŘŚŞŠȘŢŤȚŪŮŰŲŹŻŽ"
_NAME = re.compile(
    rf"(?:al-|el-|Al-|El-)?[{_CAPITAL}][\w'’.-]*(?: (?:[a-z]{{2,4}} |al-|el-)?[{_CAPITAL}][\w'’.-]*){{0,4}}"
)
_NO_PERSON = closed("bodies")
_SHORT = frozenset(tuple(pair.split("=")) for pair in closed("short_names"))
"""Given names, each short form before the name in full."""
_BEHIND = frozenset({"jr", "sr", "ii", "iii"})
"""What may follow a name."""


def names_a_person(key: str, question: str, kind: Kind) -> bool:
    """Whether the card asks for a person and the key looks like the name of one.

    >>> names_a_person("Abdoulaye Diop", "Who was it?", Kind.WHO), names_a_person("World Bank", "Who was it?", Kind.WHO)
    (True, False)
    >>> names_a_person("Nordic Mills", "Which company was it?", Kind.WHO)
    False
    """
    return _is_asked(question, kind) and _looks_like_one(key)


@lru_cache(maxsize=256)
def _is_asked(question: str, kind: Kind) -> bool:
    """`who`, or `which` with an office or a calling."""
    if _WHO.search(question):
        return True
    of_a_kind = _OF_A_KIND.search(question)
    if of_a_kind is None:
        return kind is Kind.WHO
    return not TITLES.isdisjoint(words_of(of_a_kind[1])) or re.search(r"person|\bpeople\b", of_a_kind[1]) is not None


@lru_cache(maxsize=1 << 10)
def _looks_like_one(key: str) -> bool:
    words = words_of(key)
    if not _NAME.fullmatch(key) or not _NO_PERSON.isdisjoint(words) or known_as(key):
        return False
    return with_states(words) == words and not any(any(c.isdigit() for c in word) for word in words)


def grade_person(key: str, given: str, question: str, others: Iterable[str]) -> Grade | None:
    """A person's name held against the key's; None if nothing of it was named."""
    told, shorts = _told(given), {word.casefold() for word in re.findall(r"\b[A-Z]{2,}\b", given)}
    full, before = words_of(key), beside_gap(question)[0]
    best: Grade | None = None
    for form in _forms(key):
        found = _led_by(form, full, told, {*shorts, *before})
        if found is None:
            continue
        if found.verdict.accepted and not _is_full(told, full) and not _only(key, form, others):
            found = partly("more than one person is called so")
        best = found if best is None else better(best, found)
    return best or _given_name(full, told)


def _told(given: str) -> Words:
    """The words that were typed, without what explains the name before or behind it."""
    first, comma, rest = given.partition(",")
    name = rest if comma and (words := said(first)) and words[-1] in TITLES else first
    initial = ("a",) if _INITIAL_A.match(name) else ()  # else it is taken for an article
    told = (*initial, *said(name))
    return told[:-1] if len(told) > 1 and told[-1] in _BEHIND else told


def _is_full(told: Words, full: Words) -> bool:
    """Whether the first name of the key, or its initial, was typed too."""
    return any(_is_given(word, full[:1]) for word in told[:-1])


@lru_cache(maxsize=1 << 10)
def _forms(key: str) -> tuple[Words, ...]:
    """The full name, first name and surname, surname, surname without `al-`, each in words."""
    full, family = words_of(key), words_of(surname(key))
    forms = [full]
    if len(full) > len(family) + 1 and full[-len(family) :] == family:
        forms.append((full[0], *family))
    if len(full) > len(family):
        forms.append(family)
    forms.append(words_of(without_article(surname(key))))
    return tuple(dict.fromkeys(form for form in forms if form))


def _led_by(form: Words, full: Words, told: Words, also: set[str]) -> Grade | None:
    """The typed words as that form of the name behind titles; None if they do not end with it."""
    if len(told) < len(form):
        return None
    lead, name = told[: len(told) - len(form)], told[len(told) - len(form) :]
    slips = 0 if name == form or sorted(name) == sorted(form) else slips_between(form, name)
    if slips is None:
        return None
    found = _lead(lead, full, form, also)
    return nearly("right but for the spelling", Lack.SPELLING) if found == RIGHT and slips else found


def _lead(lead: Words, full: Words, form: Words, also: set[str]) -> Grade:
    """What stands before the name: titles, given names of the same person, or something else."""
    given_names = full[: len(full) - len(form)]
    titles = lead
    if (
        given_names
        and (at := next((n for n, word in enumerate(lead) if _is_given(word, given_names)), None)) is not None
    ):
        titles = lead[:at]
    odd = [word for word in titles if not _may_lead(word, also)]
    if not odd:
        return _led(lead, titles, given_names, also)
    if len(full) == 1 and len(odd) == 1 and odd[0] not in _NO_PERSON:
        return nearly("right, with more than the answer says", Lack.WORDING)
    return partly("the surname is right, the rest is not")


def _led(lead: Words, titles: Words, given_names: Words, also: set[str]) -> Grade:
    """Nothing but titles and given names: another office is said, and a slip in a given name."""
    other = sorted(OTHER_OFFICE.intersection(lead) - also)
    if other:
        return nearly(f"right, but you said {other[0]}", Lack.DETAIL)
    said = lead[len(titles) : len(titles) + 1]
    exact = not said or any(said[0] in {name, name[0]} or is_short(said[0], name) for name in given_names)
    return RIGHT if exact else nearly("right but for the spelling", Lack.SPELLING)


def _may_lead(word: str, also: set[str]) -> bool:
    named = word in TITLES or word in _JOINING or word in OTHER_OFFICE or word in _UNIONS
    return named or word in also or with_states((word,)) in state_words()


def _is_given(word: str, given_names: Words) -> bool:
    """A given name, an initial of one, its short form, or one with a slip."""
    return any(
        word == name or word == name[0] or is_short(word, name) or slips_between((name,), (word,))
        for name in given_names
    )


def is_short(one: str, other: str) -> bool:
    """Whether of two given names one is the other shortened.

    >>> is_short("joe", "joseph"), is_short("james", "joseph")
    (True, False)
    """
    return (one, other) in _SHORT or (other, one) in _SHORT


def fuller_names(key: str, accepted: Iterable[str], question: str, kind: Kind) -> tuple[str, ...]:
    """Where the key is a surname, what else is accepted that has a given name before it: `Joe Biden` for `Biden`."""
    family = words_of(key)
    if len(family) != 1 or not names_a_person(key, question, kind):
        return ()
    named = ((full, words_of(full)) for full in accepted)
    return tuple(full for full, words in named if len(words) > 1 and words[-1:] == family and words[0] not in TITLES)


def _only(key: str, form: Words, others: Iterable[str]) -> bool:
    """Whether no other answer is the name of somebody of this surname."""
    return all(words_of(other)[-len(form) :] != form or words_of(other) == words_of(key) for other in others)


def _given_name(full: Words, told: Words) -> Grade | None:
    """The given name alone is some of it."""
    return partly("the surname is missing") if len(full) > 1 and told == full[: len(told)] else None
