"""Whether a wrong number could be right for all that the question says."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator

from trainer.cards.card import GAP
from trainer.questions.draft import Draft
from trainer.values.dates import MONTHS
from trainer.values.quantities import SCALES, WORDS, Quantity, parse_number

_NUMBER = re.compile(
    rf"(?<![\w.,])(?:\d[\d,]*(?:\.\d+)?|{'|'.join(WORDS)})(?: (?:{'|'.join(SCALES)}))?(?P<share>%)?(?![\w%]|[.,]\d)",
    re.IGNORECASE,
)
_YEAR = r"(?:19|20)\d\d"
_DATE = re.compile(
    rf"\b(?:\d\d? )?(?:{'|'.join(MONTHS[1:])})(?: \d\d?\b(?!,\d))?(?:,? {_YEAR})?\b"
    rf"|(?<![\d,.$])\b{_YEAR}\b(?![,.]\d)"
)
_PART = re.compile(
    rf"\b(\d[\d,]*|{'|'.join(WORDS)})(?:(?: [a-z]+)? out)? of (?:the |its |their )?(?:\[\.\.\.\]|how many)",
    re.IGNORECASE,
)
_WHOLE = re.compile(r"(?:\bof (?:the |its |their )?|\bout of )$|^(?:-| )(?:seat|member|strong)", re.IGNORECASE)
_LENT = re.compile(
    r"[$€£](?P<sum>\d[\d,]*(?:\.\d+)? ?(?:bn|m|tn|billion|million|trillion))[ -](?:[\w-]+ ){0,3}?"
    r"(?:arrangement|bailout|credit|facility|fund|loan|package|programme|program)\b",
    re.IGNORECASE,
)
"""A sum that is paid out part by part: `a $3bn loan`."""
_LISTED = re.compile(
    r"(?:\[\.\.\.\]|\b[Hh]ow many)(?: [\w'-]+){1,6}"
    r"(?:,? namely |, (?:including )?[A-Z][\w'-]+(?: [\w'-]+){0,3},? and [A-Z])"
)
_MOVING = re.compile(
    r"\b(?:fell|fall|dropp?(?:ed)?|declined?|slow(?:ed)?|shr[aiu]nk|lower(?:ed)?|cut|rose|rise|risen|climb(?:ed)?|gr[eo]wn?"
    r"|increased?|raised?|edged|from|below|above|exceed(?:ed)?|well over|against)\b"
)
"""Words that set one number above another."""


_SHARE = re.compile(r"\d ?(?:percent\b|%)|\bpercent\b")


def numbers_in(question: str, *, shares: bool = True) -> Iterator[float]:
    """The numbers that a question names, its dates left out, and what is written with `%` if shares are not wanted.

    >>> list(numbers_in("16.8% in May 2023, 1,200 lorries")), list(numbers_in("16.8%, 12 lorries", shares=False))
    ([16.8, 1200], [12])
    """
    for match in _NUMBER.finditer(_DATE.sub("", question)):
        value = parse_number(match[0].removesuffix("%"))
        if value is not None and (shares or not match["share"]):
            yield value


def fits(value: float, draft: Draft, quantity: Quantity) -> bool:
    """Whether a value agrees with what the question says beside it: wholes, parts, shares, and where a number moved."""
    named = list(numbers_in(draft.question, shares=quantity.unit == "percent"))
    if quantity.unit == "percent" and not _is_share(value, draft, quantity, named):
        return False
    beside = [other for other in named if quantity.low / 5 <= other <= quantity.low * 5]
    shares = quantity.unit == "percent" and bool(_SHARE.search(draft.question))
    if (shares or _MOVING.search(draft.question)) and any((value > one) != (quantity.low > one) for one in beside):
        return False
    less = value < quantity.low and _RECORD.search(draft.question)  # the worst in three decades is the worst in two
    if less or value >= most_in(draft.question) > quantity.low or _is_hard_by(draft.question):
        return False
    turn = _TURN.search(draft.question)
    if turn is not None and value <= _TURNS.index(turn["turn"].lower()) + 1:
        return False
    part = _PART.search(draft.question)
    if part is not None and (parse_number(part[1]) or 0) >= value:
        return False
    return _is_on_its_side(value, draft.question) and not any(
        quantity.low <= whole <= value for whole in _wholes(draft.question)
    )


_NEEDED = re.compile(
    r"(?P<most>\b\d+|\[\.\.\.\]) (?:votes|seats|members)?[^.;]{0,15}\b(?:are|is|was|were) (?:needed|required)\b"
)
_FAILED = re.compile(
    r"\b(?:fail(?:ed|s)?|fell short|was (?:defeated|lost|rejected))\b[^.;]*? with (?P<votes>\d+|\[\.\.\.\])"
)


def _is_on_its_side(value: float, question: str) -> bool:
    """Whether a number agrees with a vote that failed: it had fewer than were needed."""
    needed, failed = _NEEDED.search(question), _FAILED.search(question)
    if needed is None or failed is None or (needed["most"] == GAP) is (failed["votes"] == GAP):
        return True
    return value > float(failed["votes"]) if needed["most"] == GAP else value < float(needed["most"])


_OF_WHICH = re.compile(
    r"[$€£](?P<sum>\d[\d,]*(?:\.\d+)? ?(?:bn|m|tn|billion|million|trillion)?), of which (?:[a-z]+ )?\[\.\.\.\]"
)
"""A sum, and right behind it a part of it."""


_TURNS = ("first", "second", "third", "fourth", "fifth")
_TURN = re.compile(rf"\b(?P<turn>{'|'.join(_TURNS)}) of (?:the |its |their )?(?:\[\.\.\.\]|how many)", re.IGNORECASE)
"""Which of so many things: of one, there is no first."""


_RECORD = re.compile(
    r"\b(?:\w+est|worst|best|most|least|first)\b[^,.;]{0,40} (?:in|for|since) (?:(?:more than|over|at least|nearly) )?"
    r"(?:\[\.\.\.\]|how many) (?:years?|decades?|months?|weeks?|quarters?)\b"
)
"""How long something has not been so high, so bad or so much."""


_ROUND_THE_CLOCK = (
    (re.compile(r"\bhours (?:a|per|each|every) day\b|\bhours daily\b"), 24),
    (re.compile(r"\bdays (?:a|per|each|every) week\b"), 8),
    (re.compile(r"\bdays (?:a|per|each|every) month\b"), 31),
    (re.compile(r"\bmonths (?:a|per|of the|in the|each|every) year\b"), 12),
)
"""What can only be so many, and how many are too many."""


_HOURS_OF_A_DAY = re.compile(
    r"(?:\b[Hh]ow many|\[\.\.\.\]) hours\b(?! (?:after|before|later|earlier|from))[^?]* on "
    rf"(?:(?:{'|'.join(MONTHS[1:])}) \d\d?|\d\d? (?:{'|'.join(MONTHS[1:])}))\b"
)
"""Hours that went by on one day."""


def most_in(question: str) -> float:
    """What is too many for what is counted: no day of work has 24 hours.

    >>> most_in("It runs [...] hours a day."), most_in("It ran for [...] hours.")
    (24, inf)
    """
    if _HOURS_OF_A_DAY.search(question):
        return 24
    return next((most for words, most in _ROUND_THE_CLOCK if words.search(question)), math.inf)


_HARD_BY = re.compile(
    r"\b(?:a little|a touch|a shade|barely|fractionally|just|marginally|narrowly|slightly) "
    r"(?:above|ahead of|behind|below|(?:down|up) from|(?:fewer|higher|less|lower|more) than|over|short of|under) "
    r"(?:the |its |their )?(?:\[\.\.\.\]|how |what )",
    re.IGNORECASE,
)


def _is_hard_by(question: str) -> bool:
    """Whether the question says that the number lies close to another, so that one far off is absurd."""
    return bool(_HARD_BY.search(question))


def is_counted_out(question: str) -> bool:
    """Whether the question itself names what it asks the number of: `how many crossings, Bab al-Salam and Al-Ra'ee`."""
    return bool(_LISTED.search(question))


def _is_share(value: float, draft: Draft, quantity: Quantity, named: list[float]) -> bool:
    """Less than all; with the other shares in the question no more than all; and no majority for who has none."""
    if quantity.low > 100:
        return True
    others = sum(other for other in named if re.search(rf"(?<![\d.]){other:g}0?(?: percent|%)", draft.question))
    ballots = bool(re.search(r"\bvotes?\b|\bballots?\b", draft.question))
    whole = quantity.low + others > 100 or value + others <= 100
    return value < 100 and whole and not (ballots and (value < 50) != (quantity.low < 50))


_OF_THEM = re.compile(r"(?:\[\.\.\.\]|\b[Hh]ow many)(?: [a-z]+)? of (?:them|which|whom)\b")
"""What is a part of what was counted right before it."""


def _wholes(question: str) -> Iterator[float]:
    """Numbers of a whole in the question, of which the answer is a part: `of the 19 candidates`, `a 165-seat`."""
    for match in _NUMBER.finditer(question):
        whole = parse_number(match[0])
        if whole is not None and (_WHOLE.search(question[: match.start()]) or _WHOLE.search(question[match.end() :])):
            yield whole
    if (part := _OF_THEM.search(question)) is not None:
        yield from list(numbers_in(question[: part.start()]))[-1:]
    for sum_ in (*_LENT.finditer(question), *_OF_WHICH.finditer(question)):
        whole = parse_number(sum_["sum"])
        if whole is not None:
            yield whole
