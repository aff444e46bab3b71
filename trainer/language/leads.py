"""What opens an item and is no part of its sentence: the label of a section, a portion mark, a time of the log."""

from __future__ import annotations

import re

_MOST = 3
"""Leads one after the other."""
_SECTIONS = (
    r"(?:(?:key|main|current|overall|immediate|initial|priority|humanitarian|general|planned|next)\s+)?"
    r"(?:access|action(?:s taken)?|adversary|assessment|background|(?:own |friendly |enemy |neutral |opposing )?forces"
    r"|enemy|friendly|casualties|causes?|root cause|challenges|civil|command(?: and (?:control|signal))?|comments?"
    r"|communications|concerns|constraints|containment|context|coordination|detection|developments|displacement|economy|education|facts"
    r"|finance|food(?: security)?|forecast|funding|gaps(?: and constraints)?|general|ground|health|highlights|impact"
    r"|infrastructure|intelligence|intentions?|lessons?(?: learned)?|livelihoods|logistics|maritime|medical|mission"
    r"|mitigation|movements?|naval|needs|nutrition|operations|outlook|overview|personnel|plans?|political|politics"
    r"|population|protection|recommendations?|recovery|remediation|resolution|response|results?|risks?|security|shelter"
    r"|signals?|situation|status|steps|summary|sustainment|terrain|threats?|transport|trend|update|wash"
    r"|water(?: and sanitation)?|weather|air|analysis)"
)
_LEADS = (
    re.compile(rf"{_SECTIONS}\s*(?::|\s[–—-])\s+(?=[A-Z0-9“\"])", re.IGNORECASE),
    re.compile(rf"{_SECTIONS}\.\s+(?=[A-Z“\"])", re.IGNORECASE),
    re.compile(r"\((?:U|C|S|R|NU|NR|NC|TS|U//FOUO|CUI|OS)\)\s+(?=\S)"),
    re.compile(
        r"[\[(]?(?:\d{1,2}[:.]\d\d(?::\d\d)?|\d{4})\s?(?:Z|[hH](?:rs?|ours)?|UTC|GMT|local|[ap]\.?m\.?|[A-Z]{3,4})?[\])]?"
        r"\s*[:–—-]\s+(?=[A-Z“\"])"
    ),
    re.compile(r"\d{6}Z?(?:\s?[A-Z]{3}\s?\d{2})?\s*[:–—-]\s+(?=[A-Z“\"])"),
)


def lead_end(text: str) -> int:
    """Where the sentence begins in the text of an item or a paragraph.

    >>> text = "09:14 UTC - Monitoring raised an alarm."; text[lead_end(text):]
    'Monitoring raised an alarm.'
    >>> lead_end("Bamako: The mission left."), lead_end("2023 - The year began."[:4])
    (0, 0)
    """
    end = 0
    for _ in range(_MOST):
        match = next((match for lead in _LEADS if (match := lead.match(text, end))), None)
        if match is None or match.end() == len(text):
            break
        end = match.end()
    return end
