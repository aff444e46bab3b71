"""What two wordings of one short answer share: case, marks, articles, hedges, spelling, titles."""

from __future__ import annotations

import re
from collections.abc import Iterator

from trainer.text import fold

_MARKS = re.compile(r"[\"'“”().,;:!?]")
_LEADING = re.compile(
    r"^(?:no fewer than|no less than|not less than|no more than|at least|at most|more than|fewer than|less than|up to"
    r"|as many as|an? estimated|estimated|upwards of|close to|well over|just over|just under|over|above|under|below"
    r"|about|around|roughly|approximately|some|nearly|almost|barely|only|just|as early as|not until|until|likely"
    r"|probably|possibly|reportedly|allegedly|because of|because|due to|owing to|on account of|in order to|so that"
    r"|that|in|on|at|since|from|during|by|to|for|as|its|their|his|her)\s+(?=\S)"
)
_ARTICLES = re.compile(r"\b(?:the|an?)\s+(?=\S)")
_ASIDE = re.compile(r"\s*\([^()]*\)")
_SPELLINGS = (
    (re.compile(r"\b(\w{3,})is(e[ds]?|ing|ations?)\b"), r"\1iz\2"),
    (re.compile(r"\b(\w{3,})our(s?)\b"), r"\1or\2"),
    (re.compile(r"\b(\w*(?:met|cent|lit|theat))re(s?)\b"), r"\1er\2"),
    (re.compile(r"\b(def|off|lic)ence(s?)\b"), r"\1ense\2"),
    (re.compile(r"\bprogramme(s?)\b"), r"program\1"),
    (re.compile(r"\bper cent\b"), "percent"),
)
"""British spellings, each as an American writes it."""
_SHORT = (
    ("united nations", "un"),
    ("united states of america", "us"),
    ("united states", "us"),
    ("united kingdom", "uk"),
    ("great britain", "uk"),
    ("britain", "uk"),
    ("european union", "eu"),
    ("turkiye", "turkey"),
)


def bare(text: str) -> str:
    """Folded and spelled one way, without marks; a hyphen is a space and a possessive ending goes with its name.

    >>> bare("The Centre's 4-year programme: 12%")
    'the center 4 year program 12 percent'
    """
    folded = re.sub(r"'s\b", "", fold(text)).replace("%", " percent").replace("&", " and ")
    words = " ".join(_MARKS.sub("", folded).replace("-", " ").replace("/", " ").split())
    for british, american in _SPELLINGS:
        words = british.sub(american, words)
    return words


def without_articles(text: str) -> str:
    """The bare text without `the`, `a` and `an`."""
    return _ARTICLES.sub("", bare(text))


def without_asides(text: str) -> str:
    """A text without what stands in brackets."""
    return _ASIDE.sub("", text)


def plain(text: str) -> str:
    """What is compared of a short answer: bare, without articles, leading hedge, preposition or possessive.

    >>> plain("The Wagner Group"), plain("at least 1,250"), plain("in March 2022")
    ('wagner group', '1250', 'march 2022')
    """
    words = without_articles(text).strip()
    while (shorter := _ARTICLES.sub("", _LEADING.sub("", words))) != words:
        words = shorter
    return words.removesuffix(" s")


def forms(text: str) -> frozenset[str]:
    """The plain forms of a right answer: with and without what stands in brackets, a state in full or in short."""
    return frozenset(_shortened({plain(text), plain(without_asides(text))}) - {""})


def _shortened(texts: set[str]) -> set[str]:
    return texts | {_in_short(text) for text in texts}


def _in_short(text: str) -> str:
    for long, short in _SHORT:
        text = re.sub(rf"\b{long}\b", short, text)
    return text


def name_forms(text: str, *, place: bool = False) -> frozenset[str]:
    """The plain forms of a name that a card gives: also without office, description, apposition, owner or container.

    >>> "bavarian nordic" in name_forms("the Danish company Bavarian Nordic")
    True
    """
    found = {text, without_asides(text)}
    for lead in (_OWNER, _STATE, _KIND_OF_PLACE):
        found |= {lead.sub("", one) for one in found}
    found |= {tail for one in found for tail in _described(one)}
    found |= {head for one in found for head in _appended(one, place=place)}
    plains = {plain(one) for one in found}
    return frozenset(_shortened(plains | {_TITLED.sub("", one) for one in plains}) - {""})


_OWNER = re.compile(r"^[A-Z][\w.-]*(?: [A-Z][\w.-]*){0,2}['’]s (?=\w)")
_STATE = re.compile(r"^(?:the )?(?:US|U\.S\.|UK|U\.K\.|American|British) (?=[A-Z])")
_KIND_OF_PLACE = re.compile(
    r"^(?:the )?(?:\w+ )?(?:city|town|port|village|island|province|state|region|district|area|country|camp|capital)"
    r" of "
)
_TITLES = (
    "minister|president|secretary|chancellor|premier|chairman|chairwoman|chair|chief|director|commissioner|governor"
    "|ambassador|envoy|representative|spokesperson|spokesman|spokeswoman|general|colonel|captain|admiral|commander"
    "|senator|king|queen|prince|emir|sheikh|sultan|mr|mrs|ms|dr|leader|ceo|administrator|brigadier|major|judge"
    "|mayor|speaker|justice|professor"
)
_TITLED = re.compile(rf"^(?:[\w'-]+ ){{0,6}}(?:{_TITLES})(?: of (?:\w+ )?(?:affairs|state|defense|finance))? (?=\w)")
_APPENDED = re.compile(r"^(?:an?|the|who|which|its|his|her|then|now)\b")
_LINKS = (
    "of in at on near from to by for with and or than against around outside inside between over under after before"
    " the a an al el de la du van von bin ibn not no nor but via"
)


def _described(text: str) -> Iterator[str]:
    """A name without the common noun that describes it: what follows a word in lower case that is no link."""
    words = text.split()
    for at in range(1, len(words)):
        before, name = words[at - 1], words[at]
        if (
            before.isalpha()
            and before.islower()
            and before not in _LINKS.split()
            and (name[0].isupper() or name[0].isdigit())
        ):
            yield " ".join(words[at:])


def _appended(text: str, *, place: bool) -> Iterator[str]:
    """A name without what explains it behind a comma, or what a place lies in."""
    name, comma, rest = text.partition(", ")
    explained = place or _APPENDED.match(fold(rest)) or re.search(rf"\b(?:{_TITLES})\b", fold(rest))
    if comma and explained and re.search(r"\b[A-Z][^\s]*$", name):
        yield name
    if place and (within := re.match(r"(.+?),? in (?:the )?[A-Z]", text)):
        yield within[1]


_SMALL_WORDS = (
    "a an the of in on at to for from by with and or as is are was were be been being it its their his her that this"
    " these those which who s would will could may might has have had do does did they he she"
)
_TURNING = "no not never without non deputy vice assistant acting"
"""Words that make a phrase another one."""


def content(text: str) -> list[str]:
    """The stems of the words that carry a phrase."""
    return [_stem(word) for word in plain(text).split() if word not in _SMALL_WORDS.split()]


def _stem(word: str) -> str:
    """A word without a plural's, a participle's or a verb's ending."""
    for ending in ("ing", "ed", "es", "s", "e"):
        if word.endswith(ending) and len(word) - len(ending) > 3 and not word.endswith("ss"):
            return word[: -len(ending)]
    return word


def says(key: str, answer: str) -> bool:
    """Whether an answer has every word of a right phrase, little beside, and turns none of it."""
    wanted, given = content(key), content(answer)
    if _turns(key) != _turns(answer):
        return False
    longest = max(2 * len(wanted), len(wanted) + 3)
    return bool(wanted) and set(wanted) <= set(given) and len(given) <= longest


def _turns(text: str) -> set[str]:
    return set(_TURNING.split()) & set(plain(text).split())
