"""Whether a card asks a fact: its cues are there and its answer is right."""

from __future__ import annotations

import re
import unicodedata

from scorer.dates import same_date
from scorer.gold import Fact
from scorer.lists import is_listed, item_asked
from scorer.quantities import same_quantity
from scorer.wording import forms, name_forms, plain, says, without_articles, without_asides
from trainer.cards import GAP
from trainer.cards.leads import without_lead
from trainer.text import fold

_HINT = re.compile(rf"{re.escape(GAP)} \([a-z][a-z -]*\)")


def without_hint(question: str) -> str:
    """A cloze without the hint in brackets behind its gap."""
    return _HINT.sub(GAP, question)


def covers(fact: Fact, question: str, answer: str) -> str:
    """How a card asks the fact: `asked`; `reversed`, an acronym the other way; `item N`, one of a list; or empty.

    Empty: the answer is not right for the fact, or a cue is in neither question nor answer.
    """
    question = without_lead(without_hint(question))
    if not _has_cues(fact, question, answer):
        return ""
    if fact.kind == "acronym":
        return _acronym_asked(fact, question, answer)
    if is_right(fact, answer, question):
        return "asked"
    item = item_asked(fact, answer, question.replace(GAP, " "))
    return f"item {item}" if item else ""


def _has_cues(fact: Fact, question: str, answer: str) -> bool:
    """Whether each cue matches in the question or the answer.

    What a name or a phrase is asked of stands in the question: a cue that no right answer has must match there.
    """
    text, asked = fold(f"{question.replace(GAP, answer)} {answer}"), fold(question.replace(GAP, " "))
    if fact.kind != "what":
        return all(_matches(cue, text) for cue in fact.cues)
    keys = [fold(key) for key in fact.answers]
    return all(_matches(cue, text if any(_matches(cue, key) for key in keys) else asked) for cue in fact.cues)


def _matches(cue: str, text: str) -> bool:
    return re.search(_unaccented(cue), text, re.IGNORECASE) is not None


def _unaccented(cue: str) -> str:
    return "".join(c for c in unicodedata.normalize("NFKD", cue) if not unicodedata.combining(c))


def is_right(fact: Fact, answer: str, question: str = "") -> bool:
    """Whether an answer is right for a fact: the same text, number, date or list, or the words of a short phrase."""
    if _is_too_much(fact, answer):
        return False
    if fact.kind == "how_many" and (same := same_quantity(fact, answer, question)) is not None:
        return same
    if without_articles(answer) in {without_articles(text) for text in fact.reject}:
        return False
    return _is_worded_so(fact, answer) or _says_it(fact, answer, question)


def _is_worded_so(fact: Fact, answer: str) -> bool:
    """Whether an answer has a form of a right one."""
    right = {form for text in fact.answers for form in forms(text)}
    return not _given(fact, answer).isdisjoint(right)


def _says_it(fact: Fact, answer: str, question: str) -> bool:
    """Whether an answer says the same list, date or phrase."""
    if fact.items:
        return is_listed(fact, answer, question)
    if fact.iso or fact.kind == "when":
        return same_date(fact, answer, question)
    return fact.kind in {"what", "why"} and any(says(text, answer) for text in fact.answers)


_MOST_WORDS = {"how_many": 6, "when": 9}


def _is_too_much(fact: Fact, answer: str) -> bool:
    """Whether an answer says something else along with the number or date, or gives a reason where none is asked."""
    if len(plain(without_asides(answer)).split()) > _MOST_WORDS.get(fact.kind, 99):
        return True
    return fact.kind != "why" and re.match(r"(?:because|so that)\b", fold(answer)) is not None


def _given(fact: Fact, answer: str) -> frozenset[str]:
    """The forms of the card's answer that may be the fact's."""
    if fact.kind in {"who", "where", "what"}:
        return name_forms(answer, place=fact.kind == "where")
    return forms(answer)


def _acronym_asked(fact: Fact, question: str, answer: str) -> str:
    """The acronym, which is the first cue, stands in the question, or it is the answer."""
    if _matches(fact.cues[0], fold(question)) and is_right(fact, answer, question):
        return "asked"
    return "reversed" if _is_reversed(fact, question, answer) else ""


def _is_reversed(fact: Fact, question: str, answer: str) -> bool:
    """Whether the card asks for what the fact's question names and names what the fact asks for."""
    short = plain(answer)
    if not re.search(rf"(?<!\w){re.escape(short)}(?!\w)", plain(fact.question)):
        return False
    told = plain(question)
    return any(form in told for text in fact.answers for form in forms(text))
