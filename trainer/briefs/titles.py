"""What a text is called: the title told from the publisher or the series above it, before it and in it."""

from __future__ import annotations

import re

from trainer.briefs.dating import find_titled
from trainer.briefs.masthead import KINDS, is_capital, names_kind
from trainer.briefs.outlined import Outline
from trainer.text import fold

_CAMEL = re.compile(r"[A-Z][a-z]+(?:Alert|Brief|Digest|Insights?|Monitor|News|Note|Report|Review|Watch|Web|Wire)s?")
_SLUG = re.compile(r"(?P<slug>[A-Z]{4,})(?: \d{1,2})?(?:-|\s[-–—]\s)(?=[A-Z][a-z]|[A-Z]+ )")
"""What an agency puts before the headline of a story: `BACKGROUNDER-`, `UPDATE 2-`."""
_NUMBERED = re.compile(r"([^:]{4,60}?\d)\s+[—–-]\s+(?=[A-Z])")
"""A series with its number, before a dash."""
_SERIES = frozenset(
    ("agency", "brief", "briefing", "briefs", "bulletin", "center", "centre", "council", "digest", "dispatch",
     "foundation", "group", "insight", "insights", "institute", "journal", "ministry", "monitor", "network",
     "observatory", "office", "review", "tracker", "watch")
)  # fmt: skip
_SLUGS = frozenset(
    ("advisory", "analysis", "backgrounder", "breakingviews", "chronology", "column", "corrected", "exclusive",
     "explainer", "factbox", "feature", "focus", "insight", "interview", "newsmaker", "obituary", "poll", "preview",
     "profile", "refile", "special", "takeaways", "timeline", "update", "wrapup")
)  # fmt: skip
_LABEL_CHARACTERS = 60
_FEWEST = 3
"""Words of a headline that says enough without the series before it."""


def split_headline(text: str) -> tuple[str, str]:
    """The publisher or series that a headline names before a colon, and the headline without it.

    Only a label that can be one is split off: in "Mali: the UN leaves" Mali publishes nothing.

    >>> split_headline("IntelBrief: Malian Junta Seeks to Eject UN Force")
    ('IntelBrief', 'Malian Junta Seeks to Eject UN Force')
    """
    label, colon, rest = text.partition(": ")
    if colon and (numbered := _NUMBERED.match(label)) and names_kind(numbered[1]):
        return numbered[1], text[numbered.end() :]
    if not colon or len(label) > _LABEL_CHARACTERS:
        return "", text
    named = _CAMEL.fullmatch(label) or (
        _SERIES.intersection(label.lower().split())
        and (is_capital(label.split()) or not KINDS.isdisjoint(fold(label).split()))
    )
    if not named:
        return "", text
    return label, rest if len(rest.split()) >= _FEWEST else text


def take_title(found: Outline, text: str, *, is_known: bool = False) -> None:
    """Keep the title, without the series before it and the day in it; what is known already as it stands."""
    found.title = found.written = text
    if is_known or not text:
        return
    publisher, text = split_headline(text)
    slug = _SLUG.match(text)
    text = text[slug.end() :] if slug and slug["slug"].lower() in _SLUGS else text
    titled = find_titled(text)
    found.title = titled[1] if titled else text
    found.titled = titled[0] if titled else None
    found.publisher = publisher or found.publisher
