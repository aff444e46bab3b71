"""Whether a card may be proposed: the rules that it has to pass alone, and those that need its draft or its brief."""

from __future__ import annotations

import re

from trainer.cards.card import Card, Kind
from trainer.cards.critique import Breach, critique
from trainer.cards.leads import parted
from trainer.language import gazetteer
from trainer.language.lexicon import lemmas
from trainer.language.names import Sort
from trainer.language.person_nouns import PERSONS
from trainer.language.reading import Reading
from trainer.questions.draft import Draft
from trainer.questions.trivial import triviality
from trainer.text import fold
from trainer.values.dates import MONTHS
from trainer.values.names import content_words, stands_in


def breach_of(reading: Reading, draft: Draft, card: Card) -> Breach | None:
    """The first rule that a card breaks; None for one that a reader may be asked about."""
    for breach in critique(card):
        return breach
    return (
        triviality(draft) or _in_title(reading, card) or _of_nobody(reading, card) or _by_people(card)
        or _as_phrase(draft) or _of_hearsay(card) or _lost_a_name(card) or _of_whom(reading, card)
    )  # fmt: skip


_HEARSAY = re.compile(
    r"\b[Ii]t (?:is|was|has been|had been) (?:\w+ly )?"
    r"(?:alleged|assumed|believed|claimed|expected|feared|reported|rumou?red|said|supposed|thought|understood) that\b"
)


def _of_hearsay(card: Card) -> Breach | None:
    """The rule that a card breaks if it tells what is believed, and not by whom."""
    told = _HEARSAY.search(card.question) is not None
    return Breach("says_who", "nobody is named who believes or says so") if told else None


_PERSON_FIRST = re.compile(r"(?:He|She|His|Her) ")


def _of_whom(reading: Reading, card: Card) -> Breach | None:
    """The rule that a card breaks if its sentence opens with `he` and the one before it names nobody any more."""
    before, asking = parted(card.question)
    if not before or _PERSON_FIRST.match(asking) is None:
        return None
    people = (one for one in reading.mentions.entities if one.sort is Sort.PERSON)
    named = any(stands_in(form, before) for one in people for form in (*one.texts, one.said))
    return None if named or _A_PERSON.search(before) else Breach("names_its_subject", "nobody is named before `he`")


_A_PERSON = re.compile(rf"\b(?:{'|'.join(sorted(PERSONS))})\b", re.IGNORECASE)
_BARE_NOUN = re.compile(
    r"\b(?:by|in|join|joined|left|of|sign|signed|under|with|violated?)"
    r" (?:Accord|Act|Agreement|Bill|Convention|Pact|Protocol|Treaty)\b(?! (?:of|on|No)\b| \d)"
)


def _lost_a_name(card: Card) -> Breach | None:
    """The rule that a card breaks if it speaks of a treaty or a law without its name and article: `signed Treaty`."""
    return Breach("names_its_subject", "a name has lost its words") if _BARE_NOUN.search(card.question) else None


MOST_OF_PHRASE = 5
"""Words of a typed answer that is no name, number or date: nobody writes a longer one just so."""


def _as_phrase(draft: Draft) -> Breach | None:
    """The rule that a card breaks if its answer is a clause, or a phrase too long to be written in these very words."""
    plain = draft.sort is None and draft.quantity is None and not (draft.times or draft.items)
    if not plain or draft.kind not in {Kind.WHAT, Kind.WHY} or "what office" in draft.question:
        return None
    long = draft.answer.startswith("to ") or len(draft.answer.split()) > MOST_OF_PHRASE
    return Breach("is_typed_alike", "nobody would type the answer in these words") if long else None


def _in_title(reading: Reading, card: Card) -> Breach | None:
    """The rule that a card breaks if its answer stands in the title of its brief, which a reader always sees."""
    title = content_words(reading.brief.title)
    if _has_day(reading.brief.title, card.answer):
        return Breach("is_not_in_title", "the title of the brief has the day")
    plural = (card.answer, f"{card.answer}s")
    told = any(stands_in(form, fold(reading.brief.title)) for form in map(fold, plural))
    if card.kind is Kind.ACRONYM and " " in card.answer and told:
        return Breach("is_not_in_title", "the title of the brief has what the letters stand for")
    if card.kind in {Kind.ACRONYM, Kind.CLOZE}:
        told = any(fold(short) in title for short in _letters_of(reading, card))
        return Breach("is_not_in_title", "the title of the brief has the letters of the answer") if told else None
    if card.kind in {Kind.WHEN, Kind.HOW_MANY}:
        return None
    answer = content_words(card.answer)
    given = bool(answer) and answer <= title
    return Breach("is_not_in_title", "the title of the brief gives the answer") if given else None


_DAY_FIRST = re.compile(rf"\b(\d{{1,2}}) ({'|'.join(MONTHS[1:])}),? (\d{{4}})\b")
_DAY_ASKED = re.compile(rf"(?:{'|'.join(MONTHS[1:])}) \d{{1,2}}, \d{{4}}")


def _has_day(title: str, answer: str) -> bool:
    """Whether an answer is a day that stands in a title, in whichever order."""
    return _DAY_ASKED.fullmatch(answer) is not None and stands_in(answer, _DAY_FIRST.sub(r"\2 \1, \3", title))


_LETTERS = re.compile(r"[A-Z]{4,}")


def _letters_of(reading: Reading, card: Card) -> tuple[str, ...]:
    """The letters that a card asks for, and those by which the brief calls the body that a cloze asks for."""
    if _LETTERS.fullmatch(card.answer):
        return (card.answer,)
    pairs = {pair.short for line in reading.lines for pair in line.acronyms if pair.name == card.answer}
    return tuple(short for short in pairs if card.kind is Kind.CLOZE and _LETTERS.fullmatch(short))


_ABOUT_A_NAME = re.compile(r"\bbrief on [^:]*\b[A-Z]")
_NAME = re.compile(r"\b(?:[A-Z][\w'’-]*|al-[A-Z]\w+)")


def _of_nobody(reading: Reading, card: Card) -> Breach | None:
    """The rule that a cloze breaks if its only capital opens it with a plain noun and it tells of nothing by name."""
    opening, _, told = card.question.partition(": ")
    if card.kind is not Kind.CLOZE or not told or not opening.startswith(("According to the", "As of")):
        return None
    if (reading.topic is not None and stands_in(reading.topic.name, opening)) or _ABOUT_A_NAME.search(opening):
        return None
    first, *others = told.split(maxsplit=1)
    others = [word for word in _NAME.findall(" ".join(others)) if word not in MONTHS]
    nouns = lemmas(first.lower()).get("NOUN", ())
    plain = bool(nouns) and first.isalpha() and not first.isupper()
    return Breach("names_its_subject", "no name in the question") if plain and not others else None


def _by_people(card: Card) -> Breach | None:
    """The rule that a card breaks if it asks for a state and says its people: `Russian`, for Russia."""
    state = gazetteer.states().get(fold(card.answer).removeprefix("the "))
    demonyms = [name for name, owner in gazetteer.demonyms().items() if owner == state] if state is not None else []
    said = any(stands_in(form, card.question) for name in demonyms for form in (name, f"{name}s"))
    return Breach("keeps_its_answer", "the question names the people of the state that it asks for") if said else None
