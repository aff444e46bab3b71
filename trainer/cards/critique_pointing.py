"""Rules for questions that point back: with an adverbial, an event without its object, or some of a crowd not named."""

from __future__ import annotations

import re

from trainer.cards.card import GAP, Card
from trainer.cards.critique_leaning import asked_part, first_part
from trainer.cards.leads import parted

_GAP = r"\[\.\.\.\](?: \([a-z ,-]+\))?"
_WHEN = r"(?:(?:early|mid|late)?[- ]?(?:[A-Z][a-z]+ )?\d|\[)"
_LENGTHS = r"(?:minutes|hours|days|weeks|months|years)"
_BACK = re.compile(
    rf"^(?:Before|After|Besides|Since) that,? |^(?:Only )?[Ww]ithin (?:a few )?{_LENGTHS},? (?!of\b|(?:after|before)\b)"
    rf"|^(?:A few |Some )?{_LENGTHS} later\b"
    r"|\bsince the (?:weekend|week|day)(?=[?.,]|$)"
    r"|\b(?:further|farther) (?:north|south|east|west|inland|upstream|downstream)(?=[?.,;]|$)"
    rf"|\breturn(?:ed|s)?(?: in (?:\d{{4}}|{_GAP}))? as\b|^Much (?:will |would )?depends? on whether\b"
)
"""Adverbials that go back to a time, a way or a place told before: `Before that`, `in this way`, `further south`."""
_AT_ALL = re.compile(
    r"(?:^|[.:] )None of (?:this|these|that|it)\b|\b[Ii]n this way\b"
    r"|\bfor (?:unrelated|other|different|similar|the same) reasons\b"
)
"""Those that even a sentence before seldom explains."""
_EVENT = re.compile(
    r"\b[Tt]he (?:[A-Z]\w+ )?(?:invasion|intervention|attack|occupation|coup|raid|blockade|takeover|withdrawal|merger)"
    r" (?:take place|took place|begin|began|start|started|end|ended|happen|happened|occur|occurred)\b"
)
"""An event of which is only said that it was."""
_SOME_PLAN = re.compile(
    r"\b[Aa] (?:first|revised|new|final|draft|second|third) (?:plan|round|draft|version|phase|proposal|offer|attempt"
    rf"|deadline|list|tranche|stage|batch)\b(?! (?:of|for|to|on|at|that|which|under|by|with|in|from) (?!{_WHEN}))"
    r"|\bissu\w+ guid(?:ance|elines)\b(?!.* (?:on (?!\w+ \d)|about|for|to|that|against|under)\b)"
    r"|\bl(?:aid|ay) (?:flowers|a wreath|wreaths)(?=[?.,]|$)"
    rf"|^There (?:are|were) (?:{_GAP}|\S+) [a-z]+\.$|^{_GAP} (?:was|were) followed by [^,]+\.$"
    r"|^(?:(?:Spot|Futures|Wholesale|Retail|World|Average) )?[Pp]rices (?!(?:of|for|in|at|on|paid|charged)\b)"
)
"""What a plan, a round or a price is of, left out."""
_WORDS = r"(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\d[\d,]*|\[\.\.\.\])"
_SOME_OF = re.compile(
    rf"(?<!\w)(?:{_WORDS}|[Hh]ow many) of the "
    r"(?P<noun>children|men|women|victims|dead|patients|prisoners|suspects|attackers|hostages|soldiers|passengers"
    r"|samples|cases|wounded|accused|detainees|missing|injured|survivors|bodies)\b"
    r"(?=[.,;?]|$| (?:were|was|had|have|are|did|in|on|by)\b)"
)
"""So many of a crowd that the question does not name: `ten of the children`."""
_SO_MANY = re.compile(
    r"(?<!of )\b[Tt]he (?:two|three|four|five|six|seven|eight|nine|ten|twelve|\[\.\.\.\])"
    r" (?P<noun>[a-z]+s|men|women|children)"
    r"(?=[.,;?]|$| (?:were|was|had|have|has|are|did)\b)"
)
"""Things counted as if they had been told of: `the three districts`."""
_AND = re.compile(r"[A-Z][\w'’-]+ and (?:the )?[A-Z]")
_COUNTED_WITHOUT = re.compile(
    r"(?:days|hours|months|years|weeks|decades|countries|governments|sides|states|nations|others|points|times)$"
)


def points_at_nothing_unsaid(card: Card) -> str | None:
    """No adverbial, event or crowd that only the sentence before tells of."""
    first, text = first_part(card), asked_part(card)
    found = (
        _BACK.search(first) or _AT_ALL.search(text) or _EVENT.search(text) or _of_unnamed(text) or _so_many(card, text)
    )
    if found is None and not parted(card.question)[0]:
        found = _SOME_PLAN.search(text)
    return f"{found[0].strip()!r} leads back to what is not said" if found is not None else None


def _of_unnamed(text: str) -> re.Match[str] | None:
    """So many of a crowd of which nothing is told before."""
    found = _SOME_OF.search(text)
    named = found is not None and found["noun"] in text[: found.start()]
    return None if named else found


def _so_many(card: Card, text: str) -> re.Match[str] | None:
    """A counted definite before which neither its noun nor two names stand."""
    found = _SO_MANY.search(text)
    if (
        found is None
        or (GAP in found[0] and card.answer[:1].isupper())
        or _COUNTED_WITHOUT.search(found["noun"])
        or _AND.search(text[: found.start()])
    ):
        return None
    return None if found["noun"].removesuffix("s") in text[: found.start()] else found
