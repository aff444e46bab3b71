"""What a text is called: the title told from the publisher or the series above it, before it and in it."""

from __future__ import annotations

import math
import re
from collections import Counter

from trainer.briefs.dating import find_titled
from trainer.briefs.fields import label_of
from trainer.briefs.masthead import KINDS, is_headline, is_masthead, names_house, names_kind
from trainer.briefs.outlined import Outline
from trainer.values.names import content_words

_CAMEL = re.compile(r"[A-Z][a-z]+(?:Alert|Brief|Digest|Insights?|Monitor|News|Note|Report|Review|Watch|Web|Wire)s?")
_SLUG = re.compile(r"[A-Z]{4,}(?: \d{1,2})?-(?=[A-Z][a-z]|[A-Z]+ )")
"""What an agency puts before the headline of a story: `BACKGROUNDER-`, `UPDATE 2-`."""
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
_FOR_WHOM = re.compile(r"(?:To|From|For|Via|Through|CC|Cc|Ref|Reference|Date|[A-Z][a-z]+ (?:to|by|for))\s?:")
"""The label of a line that says for whom a text is, from whom or when."""
_LEAST_TOLD, _MUCH_MORE = 3.0, 2.0
"""What a line has to tell of its text to be the title instead of another, and how many times as much as that."""
_LITTLE_TOLD = 1.0
"""What a line below the name of a house tells of a text at most, if it only says more of the house."""
_OF_PAPERS = KINDS | {"issue", "number", "situation", "time"}
"""Words of papers, not of what they tell."""
_FEWEST_WORDS = 3
"""Words of a line below the name of a house that a heading of a section may have."""


def split_headline(text: str) -> tuple[str, str]:
    """The publisher or series that a headline names before a colon, and the headline without it.

    Only a label that can be one is split off: in "Mali: the UN leaves" Mali publishes nothing.

    >>> split_headline("IntelBrief: Malian Junta Seeks to Eject UN Force")
    ('IntelBrief', 'Malian Junta Seeks to Eject UN Force')
    """
    label, colon, rest = text.partition(": ")
    if not colon or len(label) > _LABEL_CHARACTERS:
        return "", text
    named = _CAMEL.fullmatch(label) or _SERIES.intersection(label.lower().split())
    return (label, rest) if named else ("", text)


def is_title_below(found: Outline, text: str) -> bool:
    """Whether a line is the title and what stands above it only names a publisher or a series."""
    if not found.is_under_masthead or not is_headline(text):
        return False
    house = names_house(found.title) and len(text.split()) > _FEWEST_WORDS
    return names_kind(found.title) or found.is_dated or house or (found.title.isupper() and not text.isupper())


def take_title_below(found: Outline, text: str) -> None:
    """Take a line for the title, and what was taken for it for the publisher."""
    found.passed.append(found.title)
    found.publisher, found.title = found.publisher or found.title, ""
    found.is_under_masthead, found.is_below_masthead = False, True
    take_title(found, text, "")


def retitle(found: Outline) -> None:
    """Take the line that says much more of the text for the title; a title before it, if no label, named the house."""
    if better := title_of_body(found):
        above = "" if label_of(found.title) else found.title
        found.publisher = above if found.publisher == better else found.publisher or above
        found.title = better


def title_of_body(found: Outline) -> str:
    """The line above the text that says much more of what it tells than what was taken for its title; else nothing.

    A name of a house or a series tells next to nothing of it. Where the title is one and no other stood below it,
    what was taken before it holds.
    """
    said = Counter(word for passage in found.passages for word in content_words(passage.text))
    here = _worth(found.title, said)
    tops = [top for top in found.tops if is_headline(top) and not _FOR_WHOM.match(top)]
    best = max(tops, key=lambda top: _worth(top, said), default="")
    most = _worth(best, said)
    is_strapline = found.is_below_masthead and len(best.split()) > _FEWEST_WORDS and most > here < _LITTLE_TOLD
    if is_strapline or most > max(_LEAST_TOLD, _MUCH_MORE * here):
        return best
    passed = [line for line in found.passed if not is_masthead(line)] if is_masthead(found.title) else []
    return max(passed, key=lambda line: _worth(line, said), default="")


def _worth(line: str, said: Counter[str]) -> float:
    """How much of a text a line tells, each word by the logarithm of how often it comes; half behind a mere label."""
    told = sum(math.log1p(said[word]) for word in content_words(line) if word not in _OF_PAPERS and not word.isdigit())
    return told / _MUCH_MORE if _is_labelled(line, said) else told


def _is_labelled(line: str, said: Counter[str]) -> bool:
    """Whether a line is an answer on a form: small letters behind a label of which the text says nothing."""
    label = label_of(line)
    value = line[len(label) + 1 :].strip()
    return bool(label) and value[:1].islower() and not any(said[word] for word in content_words(label))


def take_title(found: Outline, text: str, publisher: str) -> None:
    """Keep the title, without the day that stands in it."""
    slug = _SLUG.match(text)
    text = text[slug.end() :] if slug and slug[0].split("-")[0].split()[0].lower() in _SLUGS else text
    titled = find_titled(text) if not found.title else None
    found.title = found.title or (titled[1] if titled else text)
    found.titled = titled[0] if titled else found.titled
    found.publisher = found.publisher or publisher
