"""What a question opens with to say what its brief is about: it asks nothing, and all cards of a brief share it."""

from __future__ import annotations

import re

_LEAD = re.compile(
    r"(?:, a|\bA)ccording to the (?:[A-Z]\w+ \d{4} )?brief\b(?!'s)(?: on [^,:]*)?| cited in the brief on [^,:]*"
)


def without_lead(question: str) -> str:
    """The question without it, its other opening words kept.

    >>> without_lead("As of May 2024, according to the brief on mpox, who left?")
    'As of May 2024, who left?'
    """
    return _LEAD.sub("", question)


_OPENED = re.compile(r"^(?:As of (?:[A-Z]\w+ )?\d{4}|In the [A-Z]\w+ \d{4} brief)?[,:] ")


def in_a_row(question: str) -> str:
    """What a question asks, for a list in which many open with the same words, or with the sentence before.

    >>> in_a_row("As of May 2024, according to the brief on mpox, who left?"), in_a_row("Who left?")
    ('Who left?', 'Who left?')
    """
    asked = parted(_OPENED.sub("", without_lead(question)))[1]
    return f"{asked[:1].upper()}{asked[1:]}"


_SENTENCE_END = re.compile(
    r"(?:(?<=[a-z\d%)]{2})|(?<=[A-Z]{2})|(?<=[a-z]\"))"
    r"(?<!Gen)(?<!Col)(?<!Maj)(?<!Sgt)(?<!Mrs)(?<!Capt)(?<!Prof)(?<!approx)(?<!Gov)(?<!Sen)(?<!Rep)(?<!Adm)(?<!Brig)"
    r"(?<!Inc)(?<!Corp)(?<!Ltd)(?<!Hon)(?<!Jan)(?<!Feb)(?<!Aug)(?<!Sept)(?<!Oct)(?<!Nov)(?<!Dec)\. (?=[A-Z\d\[])"
)
_ASKS = re.compile(r"\b(?:who|whom|whose|what|which|when|where|why|how)\b", re.IGNORECASE)


def parted(question: str) -> tuple[str, str]:
    """What a question says before the sentence that asks or has the gap, and the rest; the first empty for most.

    >>> parted("As of May 2024: Floods hit Sud. They left [...] people homeless.")
    ('As of May 2024: Floods hit Sud. ', 'They left [...] people homeless.')
    >>> parted("As of May 2024: Floods hit Sud. [...] people fled.")
    ('As of May 2024: Floods hit Sud. ', '[...] people fled.')
    >>> parted("As of May 2024: Floods hit Sud. How many people did they leave homeless?")
    ('As of May 2024: Floods hit Sud. ', 'How many people did they leave homeless?')
    """
    gap = question.find("[...]")
    last = gap + 1 if gap >= 0 else len(question) - 1 if question.endswith("?") else 0
    ends = [end.end() for end in _SENTENCE_END.finditer(question, 0, max(0, last))]
    if not ends or (gap < 0 and not _ASKS.search(question, ends[-1])):
        return "", question
    return question[: ends[-1]], question[ends[-1] :]
