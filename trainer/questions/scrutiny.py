"""Whether a card may be proposed: the rules that it has to pass alone, and those that need its draft or its brief."""

from __future__ import annotations

import re

from trainer.cards.card import Card, Kind
from trainer.cards.critique import Breach, critique
from trainer.language import gazetteer
from trainer.language.lexicon import lemmas
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
    return triviality(draft) or _in_title(reading, card) or _of_nobody(reading, card) or _by_people(card)


def _in_title(reading: Reading, card: Card) -> Breach | None:
    """The rule that a card breaks if its answer stands in the title of its brief, which a reader always sees."""
    title = content_words(reading.brief.title)
    if _has_day(reading.brief.title, card.answer):
        return Breach("is_not_in_title", "the title of the brief has the day")
    if card.kind is Kind.ACRONYM and " " in card.answer and stands_in(card.answer, reading.brief.title):
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
