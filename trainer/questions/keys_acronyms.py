"""What else an acronym stands for: in the language of its letters, in the plural, with whose body it is."""

from __future__ import annotations

import re
from collections.abc import Iterator

from trainer.language import gazetteer
from trainer.language.acronyms import by_letters
from trainer.questions.draft import Draft
from trainer.questions.keys_names import other_names
from trainer.text import fold
from trainer.values.names import content_words

_COUNTABLE = re.compile(r"\b(?:company|device|missile|organi[sz]ation|person|provider|vehicle|weapon)$")
"""Last words of terms that are as right in the plural."""
_SHORT_ASKED = re.compile(r"\bdoes (\S+) stand for\b")


def acronym_forms(draft: Draft) -> Iterator[str]:
    """The full form with `UN` for `United Nations`, in the language of the letters, and a term in the plural.

    An acronym itself has no other form.
    """
    if " " not in draft.answer and "-" not in draft.answer:
        return
    own, short = content_words(draft.answer), _SHORT_ASKED.search(draft.question)
    for form in other_names(draft.answer):
        spelled = short is not None and by_letters(form, short[1]) == (0, form)
        alike = spelled or 2 * len(own & content_words(form)) >= len(own)
        turned = short is not None and _is_turned(form, short[1])
        if alike and not (turned or _is_cut_short(form) or _is_shortened(form, draft.answer)):
            yield form
    yield from _without_state(draft.answer, short[1]) if short is not None else ()
    yield from (f"{owner} {draft.answer}" for owner in _owner_in_sentence(draft))
    if _COUNTABLE.search(draft.answer):
        yield f"{draft.answer[:-1]}ies" if draft.answer.endswith("y") else f"{draft.answer}s"


def _without_state(full: str, short: str) -> Iterator[str]:
    """The name without the state's that it opens with, where the letters have none for it: `Tea Board` for TB."""
    words = full.split()
    for size in (1, 2):
        rest = " ".join(words[size:])
        if fold(" ".join(words[:size])) in gazetteer.states() and rest and by_letters(rest, short) == (0, rest):
            yield rest


_LETTERS = re.compile(r"[A-Z]{2,}")
_WORDS = re.compile(r"[\w'’-]+")
_OWNERS = {"US": "United States", "UN": "United Nations", "UK": "United Kingdom", "EU": "European Union",
           "AU": "African Union"}  # fmt: skip
"""Whose a body may be, in short and in full."""


def _is_cut_short(form: str) -> bool:
    """Whether a form has letters for words beside what may own it: `DR Congo` is not what DRC stands for."""
    return any(_LETTERS.fullmatch(word) and word not in _OWNERS for word in form.split())


def _is_turned(form: str, short: str) -> bool:
    """Whether a form has the letters in another order, and so stands for others: `Kenyan Tea Board` for TBK."""
    letters = "".join(word[0] for word in form.split() if word[0].isupper())
    return letters != short and sorted(letters) == sorted(short)


def _is_shortened(form: str, full: str) -> bool:
    """Whether a form only leaves words out, and so no longer stands for all the letters: `Grain Board` for NGB."""
    return set(_WORDS.findall(fold(form))) < set(_WORDS.findall(fold(full))) - {"and", "the"}


def _owner_in_sentence(draft: Draft) -> tuple[str, ...]:
    """Whose the body is, where the sentence says it right before the name: `U.S. Central Command (CENTCOM)`."""
    before = draft.fact.provenance.sentence.partition(f" {draft.answer}")[0].replace(".", "")
    return next((pair for pair in _OWNERS.items() if re.search(rf"\b(?:{'|'.join(pair)})$", before)), ())
