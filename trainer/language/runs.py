"""Runs of capitals in a sentence that may be names, grown over the small words that belong to them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from trainer.language import gazetteer
from trainer.language.figures import belongs_to_name
from trainer.language.reader import Reader, heads, is_in_dictionary
from trainer.language.sorts import Sort

_HANGING = re.compile(
    r"[a-z]{3,}(?:ed|ing|en)|[a-z]*(?:made|style|wide|speaking|based|friendly|level|scale|driven|wing|bound|majority)"
    r"|led|run|held|born|built|era|like|free|only|year|day|month|plus|old|age|grade|type|class|of|to|on|in|and|the|for"
)
_QUARTERS = frozenset({"eastern", "western"})
"""What `North-` and `South-` go on with in a name: `North-eastern Command`."""
_LINKS = frozenset({"e", "i", "ye", "yi"})
"""What links two words of a name behind a hyphen: `Mazar-e Sharif`."""
_SYLLABLE = re.compile(r"(?!to|of|by|in|on|at)[a-z]{1,2}")
"""Between two hyphens of a name: `Chan-o-cha`."""
_FIGURE = re.compile(r"\d+|\d+(?!st|nd|rd|th|km|mm|kg|am|pm)[A-Za-z]{1,2}|\d+\.0")
_PREFIXES = frozenset({
    "anti", "co", "counter", "cross", "inter", "intra", "mid", "multi", "non", "over", "post", "pre", "pro", "re",
    "semi", "sub", "under",
})  # fmt: skip
"""What opens a word and no name, where small letters follow its hyphen: `Non-oil growth`."""
_ORDINAL = re.compile(r"\d+(?:st|nd|rd|th)")
_SMALL = frozenset(
    {"the", "a", "an", "and", "or", "of", "in", "on", "at", "to", "for", "we", "he", "it", "this", "that", "if"}
)
_JOINTS = frozenset({"of", "for", "on", "in", "and", "to"})


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of a sentence that may be one name."""

    start: int
    """First token."""
    end: int
    """One past the last token."""
    titled: bool = False
    """Whether an office or a rank stands right before it."""


def grown_runs(reader: Reader) -> Iterator[tuple[int, int]]:
    """First token and one past the last of every run, uncut."""
    i = 0
    while i < len(reader.words):
        if not _starts(reader, i):
            i += 1
            continue
        end = _end(reader, i)
        yield i, end
        i = end


def _starts(reader: Reader, i: int) -> bool:
    word = reader.words[i]
    if reader.known_at(i) is not None or _is_particle_led(reader, i):
        return True
    if _ORDINAL.fullmatch(word):
        return reader.is_cap(i + 1) and not reader.is_calendar(i + 1)
    if not reader.is_cap(i) or reader.is_calendar(i) or _is_no_name_word(word):
        return False
    if word.lower() in _PREFIXES and reader.word(i + 1) == "-" and reader.word(i + 2).islower():
        return False
    if reader.opens(i):
        return reader.is_name_at_opening(i)
    return word.lower() not in _SMALL or reader.is_cap(i + 1)


def _is_no_name_word(word: str) -> bool:
    """`I`, a long figure, and `U.S.-designed`, which the parser keeps together: the tables find the name in it."""
    hanging = "-" in word and _HANGING.fullmatch(word.rpartition("-")[2]) is not None
    return word == "I" or hanging or (word[0].isdigit() and len(word) > 6)


def _is_particle_led(reader: Reader, i: int) -> bool:
    """`al-Dhabba`: a particle in small letters opens the name."""
    led = reader.words[i].lower() in {"al", "el"} and reader.word(i + 1) == "-" and reader.glued(i + 1)
    return led and reader.is_cap(i + 2) and reader.glued(i + 2)


def _end(reader: Reader, start: int) -> int:
    """One past the last token of the run that begins here."""
    i = reader.past(start)
    while i < len(reader.words) and (step := _step(reader, start, i)) > i:
        i = step
    return i


def _step(reader: Reader, start: int, i: int) -> int:
    """Where the run goes on to from token `i`; `i` itself if it ends here."""
    if reader.opened_at(i) is not None:
        return reader.past(i)
    word = reader.words[i]
    if reader.is_cap(i) and not reader.is_calendar(i):
        return i + 1
    if _FIGURE.fullmatch(word):
        return _number(reader, start, i)
    return _over_mark(reader, i) if not word[:1].isalnum() else _over_word(reader, start, i)


def _over_mark(reader: Reader, i: int) -> int:
    """Over a hyphen, `&`, or the possessive of `People's`."""
    word = reader.words[i]
    if word == "-" and reader.glued(i):
        return _hyphen(reader, i)
    owning = word in {"'s", "'"} and (reader.words[i - 1] in gazetteer.words("owning") or _is_of_members(reader, i))
    return reader.past(i + 1) if (word in {"&", "/"} or owning) and reader.is_cap(i + 1) else i


_OF_MEMBERS = frozenset({"Association", "Confederation", "Federation", "Guild", "Society", "Syndicate", "Union"})


def _is_of_members(reader: Reader, i: int) -> bool:
    """Whether the mark stands between many who are no people of the tables and their body: `Tea Growers' | Union`."""
    members = reader.words[i - 1]
    many = members.endswith("s") and reader.known_at(i - 1) is None and is_in_dictionary(members.lower())
    return many and reader.word(i + 1) in _OF_MEMBERS


def _over_word(reader: Reader, start: int, i: int) -> int:
    return _over_small_word(reader, start, i) if reader.words[i] in _JOINTS else _particles(reader, i)


def _number(reader: Reader, start: int, i: int) -> int:
    """Over a figure that belongs to the name."""
    numbered = {reader.words[i - 1].lower(), reader.words[start].lower()} & gazetteer.words("numbered")
    if numbered or not reader.words[i].isdigit():
        return i + 1
    belongs = belongs_to_name(reader.text, reader.starts[i], reader.ends[i]) and not reader.opens(i - 1)
    return i + 1 if belongs else i


def _particles(reader: Reader, i: int) -> int:
    """Over `bin`, `de la`, `al-`, to the capital behind."""
    at = i
    while reader.word(at).lower() in gazetteer.words("particles") and at - i < 3:
        at += 1
    if (
        reader.word(at).lower() in gazetteer.words("hyphen_particles")
        and reader.word(at + 1) == "-"
        and reader.glued(at + 1)
    ):
        at += 1
    if at == i:
        return i
    if reader.word(at) == "-" and reader.glued(at) and reader.is_cap(at + 1) and reader.glued(at + 1):
        return at + 2
    return at + 1 if reader.is_cap(at) and not reader.is_calendar(at) else i


def _hyphen(reader: Reader, i: int) -> int:
    """Over a hyphen inside a name: `Hapag-Lloyd`, `Jae-myung`, `Chan-o-cha`, `Deir ez-Zor`, but not `UN-backed`."""
    following = reader.word(i + 1)
    if not reader.glued(i + 1):
        return i
    if _is_syllable(reader, i + 1):
        return i + 4
    if reader.is_cap(i + 1) or re.fullmatch(r"\d+[A-Z]*", following):
        return i + 2
    if following.lower() in gazetteer.words("hyphen_particles") and reader.word(i + 2) == "-" and reader.glued(i + 3):
        return i + 4 if reader.is_cap(i + 3) or following.lower() in {"i", "e"} else i
    linked = following in _LINKS and not reader.glued(i + 2)
    if reader.is_cap(i + 2) and (linked or (following in _QUARTERS and reader.known_at(i + 2) is None)):
        return i + 2
    hangs = reader.known_at(i - 1) or _HANGING.fullmatch(following) or not re.fullmatch(r"[a-z]{2,6}", following)
    return i + 2 if not hangs and (reader.is_cap(i - 2) or reader.is_cap(i + 2)) else i


def _is_syllable(reader: Reader, i: int) -> bool:
    """Whether one or two letters stand between two hyphens of a name."""
    goes_on = reader.word(i + 1) == "-" and reader.glued(i + 1) and reader.glued(i + 2)
    return goes_on and _SYLLABLE.fullmatch(reader.word(i)) is not None


def _over_small_word(reader: Reader, start: int, i: int) -> int:
    """Over `of`, `for`, `on`, `in`, `and`, where the head of the name goes on with them."""
    at = i + 1 + (reader.word(i + 1) == "the")
    if not reader.is_cap(at) or reader.is_calendar(at) or reader.is_person_at(at):
        return i
    word, before = reader.words[i], reader.words[i - 1].lower()
    if word == "and":
        return _over_and(reader, start, i, at)
    joined = {
        "of": before in heads(),
        "for": bool(set(reader.lower(start, i)) & heads()),
        "on": before in gazetteer.words("heads_with_on"),
        "to": before == "response",
        "in": before in {"mission", "assistance", "referendum"},
    }[word]
    return reader.past(at) if joined or (word in {"of", "for", "on"} and _is_led(reader, start, i)) else i


def _is_led(reader: Reader, start: int, end: int) -> bool:
    """Whether a head with `of`, `for` or `on` behind it opens the words so far, so that they may go on."""
    words = reader.lower(start, end)
    return any(word in heads() and words[n + 1] in {"of", "for", "on"} for n, word in enumerate(words[:-1]))


def _over_and(reader: Reader, start: int, i: int, at: int) -> int:
    """Over `and`: inside `Ministry of Health and Prevention`, before `Harbour and Pilotage Board`."""
    known, before = reader.opened_at(at), reader.known_at(i - 1)
    if (known is not None and known[2].sort is not Sort.PEOPLE) or (before is not None and before[0] != start):
        return i
    if _is_led(reader, start, i):
        return at + 1
    last = at
    while reader.is_cap(last + 1) and last - i < 5:
        last += 1
    closed = _is_noun_of_body(reader.words[last]) and last > at
    return at + 1 if closed and before is None and not _is_noun_of_body(reader.words[i - 1]) else i


def _is_noun_of_body(word: str) -> bool:
    nouns = gazetteer.words("organization_nouns") | gazetteer.words("law_nouns")
    return word.lower() in nouns or word.lower().removesuffix("s") in nouns
