"""Names: the same thing by another of its names, with what leads or follows it; never a part of it, never its like."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from string import ascii_lowercase

from trainer.cards.card import Kind
from trainer.cards.grade import RIGHT, WRONG, Grade, Lack, better, nearly, partly, wrong
from trainer.cards.grading_acronyms import OWNERS, as_name, is_acronym, with_initials
from trainer.cards.grading_people import grade_person, names_a_person
from trainer.cards.grading_words import beside_gap, said
from trainer.cards.name_words import (
    DESCRIBING,
    PLACES,
    are_outfits,
    around,
    bare,
    core,
    describes,
    is_same_number,
    is_tail,
)
from trainer.values.compass import is_same_quarter
from trainer.values.known_names import are_two, is_known_word, known_as, state_words
from trainer.values.records import closed
from trainer.values.slips import slips_between, slips_in_text
from trainer.values.wording import SMALL, Words, squashed

_ASIDE = re.compile(r"^(?P<long>[^()]+?)\s*\((?P<short>[^()]+)\)$")
_ALIAS = re.compile(r"\s*(?:/|,? also known as|,? a\.?k\.?a\.?)\s*", re.IGNORECASE)
_AT = frozenset({"in", "at", "on", "from", "to", "by", "with", "for"})
_LETTERS = frozenset((letter,) for letter in ascii_lowercase)
"""What is too little to be a part of a name."""
_EXPLAINING = re.compile(r"(?:an?|the|which|who|its) [a-z]", re.IGNORECASE)
_PLACE = re.compile(
    rf"\b(?:where|crossing|airport|place|locality|cities|{'|'.join(sorted(PLACES))})\b",
    re.IGNORECASE,
)
_NO_PLACE = re.compile(
    r"\[\.\.\.\] \((?:[\w-]+ )*(?:aircraft|drone|missile|operation|product|ship|software|vessel|weapon)\)"
)
"""A gap that asks for a thing, which may be called like a town."""
_KIN = re.compile(
    r"(?P<surname>[A-Z][\w-]+)(?:'s|, whose) (?:[a-z]+ )?(?:aunt|brother|cousin|daughter|father|grandfather|grandson"
    r"|mother|nephew|niece|sister|son|uncle) \[\.\.\.\]"
)
_BODIES = closed("bodies")
"""Nouns of bodies: where a name has no other word, an office or a place before it says which body it is."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What a card asks, as far as it bears on names."""

    question: str
    kind: Kind
    others: tuple[str, ...] = ()
    """Other answers that are close at hand."""


def grade_name(key: str, given: str, asked: Asked) -> Grade:
    """A name held against the key's: the best of what either is also called."""
    names = [name for name in _ALIAS.split(given) if name.strip()]
    if len(names) == 2 and said(key) != said(given):
        return min((_best(key, name, asked) for name in names), key=lambda found: found.verdict.rank)
    return _best(key, given, asked)


def _best(key: str, given: str, asked: Asked) -> Grade:
    best = WRONG
    for wanted in _also(key):
        for told in _also(given):
            best = better(best, _held(wanted, told, asked))
            if best == RIGHT:
                return best
    return best


@lru_cache(maxsize=1 << 10)
def _also(text: str) -> tuple[str, ...]:
    """The text; of `Federal Bureau of Investigation (FBI)` also either name."""
    match = _ASIDE.match(text)
    if match is None:
        return (text,)
    named = any(word[:1].isupper() for word in match["short"].split()) and not match["short"][:1].islower()
    return (text, match["long"], match["short"]) if named else (text, match["long"])


def _held(key: str, given: str, asked: Asked) -> Grade:
    """One name against one other: by the tables, by its letters, as a person's, else by its words."""
    wanted, told = said(key), said(given)
    told = told[1:] if len(told) > 1 and told[0] in _AT else told
    if wanted == told or squashed(wanted) == squashed(told):
        return RIGHT
    if _NO_PLACE.search(asked.question) and any(word in PLACES and word not in wanted for word in told):
        return partly("more than the name", Lack.WORDING)
    found = _known(key, given, told, asked.question)
    if found is not None:
        return found
    if is_same_number(key, given):
        return RIGHT
    if len(wanted) > 1 and (short := with_initials(key, given)) != given:
        return _held(key, short, asked)
    return _lettered(key, given, asked) or _worded(key, given, wanted, told, asked.question)


def _known(key: str, given: str, told: Words, question: str) -> Grade | None:
    """What the tables say of the two names; None if they do not know both."""
    if are_two(key, given):
        return wrong("that is another name")
    if known_as(key).isdisjoint(known_as(given)):
        return None
    return wrong("the question has it already") if around(core(told), core(said(question))) else RIGHT


def _lettered(key: str, given: str, asked: Asked) -> Grade | None:
    """By the initials, or as the name of a person; None if neither is meant."""
    found = as_name(key, given, asked.question)
    if found is None and names_a_person(key, asked.question, asked.kind):
        found = grade_person(key, given, asked.question, asked.others)
    return found


def _worded(key: str, given: str, wanted: Words, told: Words, question: str) -> Grade:
    """By its words: what may lead or follow left out, then slips, then whether some of it is there."""
    if _says_the_same(wanted, told) or is_same_quarter(key, given, wanted, told):
        return RIGHT
    if are_outfits(wanted, told):
        return nearly("right; the answer says otherwise what it is", Lack.WORDING)
    if (beside := around(wanted, told)) is not None:
        return _beside(key, given, *beside, question)
    if _is_misspelt(key, given, wanted, told):
        return nearly("right but for the spelling", Lack.SPELLING)
    if (inside := around(told, wanted)) is not None:
        return _less(key, told, inside)
    return _some(wanted, told)


def _says_the_same(wanted: Words, told: Words) -> bool:
    """Whether two names have the same words, but for small ones, what they are, and where their owner stands."""
    same = core(wanted) == core(told) or core(_owner_first(wanted)) == core(_owner_first(told))
    return same or bare(wanted) == told or wanted == bare(told)


def _owner_first(words: Words) -> Words:
    """`Security Council of the UN` as `UN Security Council`."""
    at = max((n for n, word in enumerate(words) if word == "of"), default=0)
    owner = words[at + 1 :]
    is_owned = at > 0 and (owner in state_words() or owner in {(name,) for name in OWNERS})
    return (*owner, *words[:at]) if is_owned else words


def _is_misspelt(key: str, given: str, wanted: Words, told: Words) -> bool:
    """Whether a slip or two make the one of the other: never of an acronym, never of another known name."""
    if is_acronym(key) or any(is_known_word(word) for word in told if word not in wanted):
        return False
    return bool(slips_between(wanted, told) or slips_in_text(key, given))


def _some(wanted: Words, told: Words) -> Grade:
    """The words in another order, or more than half of them."""
    if len(core(wanted)) > 2 and sorted(core(wanted)) == sorted(core(told)):
        return nearly("the right words in another order", Lack.WORDING)
    shared = {word for word in wanted if word not in SMALL} & set(told)
    return partly("some of the name", Lack.WORDING) if 2 * len(shared) > len(set(wanted)) else WRONG


def _beside(key: str, given: str, before: Words, behind: Words, question: str) -> Grade:
    """The whole name, and more: what stands beside the gap, what describes it, where it lies."""
    left, right = beside_gap(question)
    led = not before or left[-len(before) :] == before or _leads(key, before, question)
    followed = not behind or right[: len(behind)] == behind or is_tail(behind) or _is_explained(key, given)
    if led and followed:
        return RIGHT
    if led and _is_name_of_kin(behind, question):
        return nearly("right, with more than the answer says", Lack.WORDING)
    if led and _is_container(key, given) and _asks_for_place(given, question):
        return nearly("right, with more than the answer says", Lack.WORDING)
    return partly("more than the name", Lack.WORDING)


def _leads(key: str, before: Words, question: str) -> bool:
    """Whether the words before a name belong to it: what it is, whose it is, who passed resolution 2690."""
    numbered = any(character.isdigit() for character in key) and bool(known_as(" ".join(before)))
    named = any(word not in _BODIES for word in said(key)) or before[-1] in DESCRIBING
    return numbered or (named and describes(before)) or _is_owner(before, key, question)


def _is_owner(before: Words, key: str, question: str) -> bool:
    """Whether one word before the name says whose it is: `UN OCHA`, or the question says so too."""
    if len(before) != 1:
        return False
    owner = before in state_words() or before[0] in OWNERS
    return owner and (before[0] in said(question) or (before[0] == "un" and is_acronym(key)))


def _is_name_of_kin(behind: Words, question: str) -> bool:
    """Whether it is the surname of whom the question calls a relative: `Berg` in `Anna Berg's uncle [...]`."""
    kin = _KIN.search(question)
    return kin is not None and said(kin["surname"]) == behind


def _is_explained(key: str, given: str) -> bool:
    """`Nordic Mills, a Danish company`."""
    name, _, rest = given.partition(", ")
    return _EXPLAINING.match(rest) is not None and said(name) == said(key)


def _is_container(key: str, given: str) -> bool:
    """`Moura, Mali` and `Goma in the Congo` for the place."""
    place, _, rest = given.partition(", ") if "," in given else given.partition(" in ")
    return bool(rest.strip()) and "," not in rest and " and " not in rest and said(place) == said(key)


def _asks_for_place(given: str, question: str) -> bool:
    """Whether a place is asked for, or what the typed one lies in is in the question; never where a thing is."""
    in_question = set(said(given.partition(", ")[2])) <= set(said(question))
    return not _NO_PLACE.search(question) and (in_question or _PLACE.search(question) is not None)


def _less(key: str, told: Words, rest: tuple[Words, Words]) -> Grade:
    """A part of the name: enough for a place without what it lies in, and a body without whose it is."""
    if said(key.partition(",")[0]) == told or said(key.partition(" in ")[0]) == told:
        return nearly(f"right; the answer says {key}", Lack.DETAIL)
    if all(word in SMALL for word in told) or told in _LETTERS:
        return WRONG
    owned = not rest[1] and (rest[0] in state_words() or rest[0] in {(name,) for name in OWNERS})
    if owned and len(core(told)) > 1:
        return nearly(f"right; the answer says {key}", Lack.DETAIL)
    missing = " ".join((*rest[0], *rest[1]))
    return partly(f"some of the name; missing: {missing}", Lack.WORDING)
