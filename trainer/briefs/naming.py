"""Names that stand beside a day: of a series, a place, a publisher or an author."""

from __future__ import annotations

import re

from trainer.briefs.dates import MONTH_WORDS

MARKS = " \t,:;|([–—-·•"
_EVENT = re.compile(
    r"\b(?:incident|event|detected|discovered|occurred|occurrence|started?|begins?|began|ends?|ended|closed|resolved|reviewed|date"
    r"|elections?|exercise|hearing|arrest\w*|signed|onset|referendum|vote|summit|attacks?|battle|fall|deaths?|coup"
    r"|floods?|(?:earth)?quakes?|explosion|blast|crash|fire|strikes?|raid|massacre|siege|storm|cyclone|hurricane|killings?"
    r"|shootings?|capsizing|collision|derailment|eruption|grounding|landslide|sinking|spill|wreck|outbreak|protests?|launch"
    r"|outage|breach|collapse|war|invasion|talks|agreement)\b",
    re.IGNORECASE,
)
SERIES = re.compile(
    r"\b(?:advisor(?:y|ies)|alert|analysis|assessment|brief(?:ing|s)?|bulletin|cable|circular|commentary|communiqu[eé]"
    r"|daily|digest|dispatch|edition|editorial|explainer|fact\s?sheet|feature|flash|interview|issue|letter|memo(?:randum)?"
    r"|monitor|monthly|news(?:letter)?|no\.?|note|number|opinion|outlook|paper|press|quarterly|release|report|review"
    r"|roundup|serial|sitrep|sitreps|snapshot|statement|summary|telno|tracker|update|version|vol(?:ume)?\.?|watch|week(?:ly)?"
    r"|revision|rev\.?|by|comment|perspective|insights?|intsum|intrep|perintrep|opord|frago)(?!\w)",
    re.IGNORECASE,
)
_SMALL = frozenset({"of", "the", "and", "de", "la", "del", "du", "da", "al", "el", "for", "&", "in", "by"})
_DATE = re.compile(r"\bdates?\b", re.IGNORECASE)
_SERIES_WORDS = 12
_PLACE_WORDS = 6
_OFFICE = re.compile(
    r"(?:(?!(?:of|the|in|at|by|for|on|an?|to|from)\b)[^\W\d][\w&'’-]*\s+){1,4}"
    r"(?:research|desk|profile|strategy|judge?ments?|telegram|findings|reporting|unit|department|team|office|cell|section"
    r"|dossier|file|minutes|estimate|bureau|division|staff|directorate|cent(?:re|er)|service)",
    re.IGNORECASE,
)
"""Who wrote a brief, or what sort of paper it is, in small letters: `Dublin desk`, `Equity research`."""
_AUDIENCE = re.compile(
    r"for (?:[a-z]+ )*[a-z]+|(?:distribution|classification|handling|audience)\s?:.{3,}", re.IGNORECASE
)
"""Who is to read a brief: `For members of the committee`, `Distribution: partners`."""
_ASIDE = re.compile(
    r"\d{1,2}[ -]min(?:ute)?s?(?: read)?|(?:last )?updated \d{1,2} \w+ ago|\d{3,4}[A-Z]|(?:\w+ )?id:? [\w/-]+"
    r"|v\.?\s?\d+(?:\.\d+)*"
    r"|[$€£]\d+(?:\.\d\d)?|day \d{1,4}|(?:supersedes|replaces) .{3,60}"
    r"|(?:information )?cut-?\s?off:?(?: at)? \d\d:?\d\d\b.{0,30}",
    re.IGNORECASE,
)
"""How long a text takes to read, a clock, a number in a file, a price, what it replaces."""
_FILED = re.compile(r"\d+(?:[./-]\d+)+")
"""The number of a paper: `PE 762.345`."""
_MONTH = re.compile(rf"\b{MONTH_WORDS}\b", re.IGNORECASE)


def is_name(text: str) -> bool:
    """Whether words beside a day can be the name of a series, a place, a publisher or an author.

    >>> is_name("Situation Report No. 17"), is_name("Port-au-Prince"), is_name("Fall of Goma"), is_name("The dam broke")
    (True, True, False, False)
    """
    text = text.strip(MARKS + "*_.])")
    words = text.split()
    if _ASIDE.fullmatch(text) or _AUDIENCE.fullmatch(text) or names_office(text):
        return True
    if not words or len(words) > _SERIES_WORDS or not (text[0].isupper() or text[0].isdigit()):
        return False
    if SERIES.search(text):
        return not (_DATE.search(text) or _MONTH.search(text))
    return _is_proper(text)


def _is_proper(text: str) -> bool:
    """Whether a few words in capitals name a place, a publisher or an author, and nothing that happened."""
    words = text.split()
    is_capital = all(word[:1].isupper() or word.lower() in _SMALL or _FILED.fullmatch(word) for word in words)
    article = words[0].lower() in _SMALL and not (text.isupper() or len(words) == len(("The", "Hague")))
    return is_capital and len(words) <= _PLACE_WORDS and not article and not _EVENT.search(text)


def names_office(text: str) -> bool:
    """Whether an office or a sort of paper is named, and beside it nothing but places: `Embassy telegram, Sarajevo`."""
    parts = [part.strip() for part in text.split(",") if part.strip()]
    offices = [_OFFICE.fullmatch(part) is not None for part in parts]
    known = all(office or _is_proper(part) for part, office in zip(parts, offices, strict=True))
    return text[:1].isupper() and any(offices) and known


def is_event(text: str) -> bool:
    """Whether words tell of something that happens on a day."""
    return bool(_EVENT.search(text))
