"""Rules for questions that hang: on something that only the sentence before names, or on two days at once."""

from __future__ import annotations

import re

from trainer.cards.card import Card, Kind
from trainer.values.dates import MONTHS

_MONTHS = "|".join(MONTHS[1:])
_PART = r"(?:(?:early|late|mid) |(?:the )?(?:end|start|beginning|middle) of )?"
_DAY = rf"{_PART}(?:(?:\d\d? )?(?:{_MONTHS}) )?(?:\d\d?, )?(?:19|20)\d\d"
_TWO_DAYS = re.compile(rf"\b(?:in|on|at|by) {_DAY}\b,? (?:in|on|at|by) {_DAY}\b")
_FOLLOWING = re.compile(
    rf"\bfollow(?:ed|s|ing)?(?:,? (?:in|on|by) (?:{_DAY}|\[\.\.\.\](?: \([a-z -]+\))?),?)?"
    r"(?: (?:with|suit|later|soon|shortly)\b|[?.,]|$)"
    r"|\b(?:resum|restart|renew)(?:ed|es|e)(?: (?:in|on|by) [A-Z0-9][^?]*)?\?$"
)
"""What comes after something that is not said."""
_OPENING = re.compile(r"^(?:As of [^,:]+[,:] )?(?:according to [^,:]+[,:] )?", re.IGNORECASE)
_MOST_BEFORE = 8
"""Words before a verb of following that cannot say what is followed."""
_REMAINING = re.compile(
    r"\b(?:the|its|their) (?:remaining|remainder|rest|other (?:half|part))\b(?! of\b| (?:[\w$.,%-]+ ){1,4}of\b)",
    re.IGNORECASE,
)
"""A rest, of what is not said."""
_BARE = re.compile(
    r"\b(?i:the) (?:(?:road|rating|route|checkpoint|package|remainder)"
    r"(?! (?:of|to|for|between|from|into|that|which|linking|through|along|behind)\b)"
    r"|(?:gap|shortfall|outlook)(?! (?:of|to|for|in|on|between|from|with|that|which|left)\b))(?=[?,.']| |$)"
    r"|\b(?i:hours|days|weeks|months|minutes) (?:after|before|into) the [a-z]+(?=[,.?])"
    r"|\b(?:its|their) (?:credit )?(?:outlook|rating)(?! (?:of|on|for)\b)"
)
"""A plain noun with its article that nothing behind it tells apart."""


def names_both_ends(card: Card) -> str | None:
    """No verb of following, no rest and no bare thing whose other end only the sentence before names."""
    body = _OPENING.sub("", card.question)
    found = _REMAINING.search(body) or _BARE.search(body) or _followed(body, told=card.kind is Kind.CLOZE)
    return f"{found[0]!r} hangs on something said before" if found else None


def _followed(body: str, *, told: bool) -> re.Match[str] | None:
    """The verb of following, unless so much is told before it that it says what is followed."""
    found = _FOLLOWING.search(body)
    explained = found is not None and told and len(body[: found.start()].split()) > _MOST_BEFORE
    return None if explained else found


def tells_one_time(card: Card) -> str | None:
    """No question with two days one behind the other, of which one has lost what it goes with."""
    found = None if card.kind is Kind.CLOZE else _TWO_DAYS.search(card.question)
    return f"two days side by side: {found[0]!r}" if found else None
