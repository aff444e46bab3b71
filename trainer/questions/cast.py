"""Who and what a brief names, and what else it calls them."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from functools import lru_cache

from trainer.language import gazetteer
from trainer.language.acronyms import Acronym
from trainer.language.names import PLACES, Name, Sort
from trainer.language.nicknames import SECOND_NAME, nicknames
from trainer.language.person_nouns import OF_GENERAL
from trainer.language.reading import Line, Reading
from trainer.text import fold
from trainer.values.surnames import surname, without_article

_ARTICLE = re.compile(r"^(?:the|a|an)\s", re.IGNORECASE)
_OWNED = re.compile(r"['’]s?$")
_ALSO = re.compile(
    r"(?:,|\() ?(?:also |better |formerly |previously )?(?:known|abbreviated|referred to) as (?:the )?"
    rf"(?P<alias>{SECOND_NAME})"
)
_BRACKETED = re.compile(r" \((?P<alias>[A-Z]{2,8}|CVE-\d{4}-\d{4,7})\)")
"""An acronym right behind a name, of whatever language, or a flaw's number: `the Panama Canal Authority (ACP)`."""
_APPOSED = re.compile(r"^, (?P<office>[^,.;:()]{3,70})(?=[,.;:])")


@dataclass(frozen=True, slots=True)
class Person:
    """One person of a brief."""

    name: str
    """The longest form."""
    short: str
    """The surname, or the one word that the brief goes on with; empty where two in the brief share it."""
    used: tuple[str, ...]
    """Every shorter form that the brief itself uses."""
    titles: tuple[str, ...]
    """Offices and ranks that stand before the name, with their capitals: `Foreign Minister`."""
    offices: frozenset[str]
    """Head nouns of all offices said of the person, before the name or behind it: `minister`."""
    aliases: tuple[str, ...] = ()
    """Second names that the brief gives: `Rosa`, of `Anna Berg, alias Rosa`."""


@dataclass(frozen=True, slots=True)
class Cast:
    """The names of a brief."""

    people: tuple[Person, ...]
    """In the order of their first mention."""
    others: dict[Sort, tuple[str, ...]]
    """All names that are no person, by sort, each once, in the order of the brief."""
    nouns: dict[str, str]
    """For each folded name what a question calls it: `ransomware group`, `strait`."""
    lines: dict[str, frozenset[int]]
    """For each folded name the numbers of the sentences that it stands in."""
    shorts: dict[str, str]
    """Acronym or alias to full name."""
    fulls: dict[str, tuple[str, ...]]
    """Folded full name to acronyms and aliases."""
    shortened: dict[str, tuple[str, ...]]
    """Folded name to the shorter names that begin like it and like no other: `Colonial` of `Colonial Pipeline`."""

    def person(self, name: str) -> Person | None:
        """The person of this full or short name."""
        wanted = fold(name)
        called = ((one, (one.name, one.short, *one.aliases)) for one in self.people)
        return next((one for one, names in called if wanted in map(fold, names)), None)


def bare(name: str) -> str:
    """A name without its article and its possessive ending, its letters as they were.

    >>> bare("the Wagner Group's")
    'Wagner Group'
    """
    return _OWNED.sub("", _ARTICLE.sub("", name.strip())) if not name.endswith("s'") else _ARTICLE.sub("", name)[:-1]


def cast_of(reading: Reading) -> Cast:
    """Everybody and everything that the brief names."""
    return _cast(reading.lines)


@lru_cache(maxsize=2)
def _cast(lines: tuple[Line, ...]) -> Cast:
    where: dict[str, set[int]] = {}
    others: dict[Sort, dict[str, str]] = {}
    nouns: dict[str, str] = {}
    for number, line in enumerate(lines):
        for name in line.names:
            text = bare(name.text)
            where.setdefault(fold(text), set()).add(number)
            nouns.setdefault(fold(text), name.kind)
            if name.sort is not Sort.PERSON:
                others.setdefault(name.sort, {}).setdefault(fold(text), text)
    shorts = _shorts(lines)
    fulls: dict[str, list[str]] = {}
    for short, full in shorts.items():
        fulls.setdefault(fold(full), []).append(short)
    for told, pair in _told_otherwise(lines):
        fulls.setdefault(fold(bare(told)), []).extend((pair.short, pair.name))
    return Cast(
        _people(lines),
        {sort: tuple(found.values()) for sort, found in others.items()},
        nouns,
        {name: frozenset(numbers) for name, numbers in where.items()},
        shorts,
        {full: tuple(found) for full, found in fulls.items()},
        _shortened([text for found in others.values() for text in found.values()]),
    )


def _told_otherwise(lines: tuple[Line, ...]) -> list[tuple[str, Acronym]]:
    """The acronyms whose long form the brief has in other words than the tables, with those words."""
    every = ((line.plain[pair.start : pair.end], pair) for line in lines for pair in line.acronyms)
    return [(told, pair) for told, pair in every if not pair.verbatim]


def _shortened(names: list[str]) -> dict[str, tuple[str, ...]]:
    """For each folded name the shorter names in the brief that begin like it and like no other name."""
    words = {name: tuple(fold(name).split()) for name in names}
    starting: dict[str, list[str]] = {}
    for name in names:
        starting.setdefault(words[name][0], []).append(name)
    found: dict[str, list[str]] = {}
    for short in names:
        own = words[short]
        longer = [
            other for other in starting[own[0]] if len(words[other]) > len(own) and words[other][: len(own)] == own
        ]
        if len(longer) == 1:
            found.setdefault(fold(longer[0]), []).append(short)
    return {name: tuple(shorts) for name, shorts in found.items()}


def _shorts(lines: tuple[Line, ...]) -> dict[str, str]:
    """Acronyms that the brief introduces, and names that it says a thing is also known by."""
    found: dict[str, str] = {}
    for line in lines:
        for pair in line.acronyms:
            found.setdefault(pair.short, bare(pair.name))
        for name in line.names:
            behind = _ALSO.match(line.plain, name.end) or _BRACKETED.match(line.plain, name.end)
            if behind is not None and name.sort is not Sort.PERSON and not _is_beside_head(line, name):
                found.setdefault(behind["alias"], _from_its_start(line, name, behind["alias"]))
    return found


_JOINED_BEFORE = re.compile(r"(?P<before>[A-ZÀ-Ý][\w'’-]*(?: [A-ZÀ-Ý][\w'’-]*)*) (?:und|et|y|e|och|og|en|i) $")


def _from_its_start(line: Line, name: Name, short: str) -> str:
    """The name with what a foreign `and` joins to it, where the letters begin with that: `Hafen und Dolna AG (HD)`."""
    joined, text = _JOINED_BEFORE.search(line.plain[: name.start]), bare(name.text)
    if joined is None or text[:1] == short[:1] or joined["before"][:1] != short[:1]:
        return text
    return line.plain[joined.start() : name.end]


def _is_beside_head(line: Line, name: Name) -> bool:
    """Whether a place only says where that is which a second name belongs to: `a cell in Dolna, known as G5`."""
    span = line.sentence.doc.char_span(name.start, name.end, alignment_mode="expand")
    if span is None or name.sort not in PLACES:
        return False
    return any(t.tag_ == "IN" for t in span.root.lefts) and span.root.head.tag_ in {"NN", "NNS"}


def _people(lines: tuple[Line, ...]) -> tuple[Person, ...]:
    mentions = [(line, name) for line in lines for name in line.names if name.sort is Sort.PERSON]
    every = list(dict.fromkeys(bare(name.text) for line in lines for name in line.names))
    texts = list(dict.fromkeys(bare(name.text) for _, name in mentions))
    also: dict[str, list[str]] = {}
    for alias, full in dict(pair for line in lines for pair in nicknames(line.plain, line.names)).items():
        also.setdefault(full, []).append(alias)
    second = {alias for listed in also.values() for alias in listed}
    fulls = [text for text in texts if text not in second and not any(is_short_for(text, other) for other in texts)]
    unsure = {
        bare(name.text) for line in lines for name in line.names
        if name.sort in {Sort.PLACE, Sort.UNKNOWN} and len(name.text.split()) in {2, 3}
    }  # fmt: skip
    lasts = Counter(fold(surname(full)) for full in (*fulls, *(unsure - set(fulls))))
    people = []
    for full in fulls:
        own = [
            (line, name)
            for line, name in mentions
            if bare(name.text) == full or _may_mean(bare(name.text), full, fulls)
        ]
        used = [text for text in every if _may_mean(text, full, fulls) and not _means_more(text)]
        short = next((text for text in used if " " not in text), surname(full))
        shared = lasts[fold(surname(full))] > 1 or sum(_may_mean(short, other, fulls) for other in fulls) > 1
        titles = dict.fromkeys(
            title for line, name in own if (title := title_before(line, name) or _address(line, name))
        )
        people.append(
            Person(
                full,
                "" if shared else short,
                () if shared else tuple(used),
                tuple(titles),
                _offices(own),
                tuple(also.get(full, ())),
            )
        )
    return tuple(people)


def _means_more(word: str) -> bool:
    """Whether a part of a name is also a state or a body by itself."""
    return fold(word) in gazetteer.states() or word in gazetteer.bodies() or word in gazetteer.demonyms()


def _may_mean(short: str, full: str, fulls: list[str]) -> bool:
    """Whether a short name may mean a person; a given name that is another's family name means the other."""
    families = {fold(surname(other)) for other in fulls}
    return is_short_for(short, full) and (fold(short) not in families or fold(surname(full)) == fold(short))


def is_short_for(short: str, full: str) -> bool:
    """Whether one name is a run of the words of the other, and shorter: `Faye`, `Bassirou Diomaye Faye`.

    >>> is_short_for("Burhan", "Abdel Fattah al-Burhan")
    True
    """
    one, other = fold(short).split(), fold(full).split()
    plain = [*other[:-1], without_article(other[-1])]
    return len(one) < len(other) and any(
        words[at : at + len(one)] == one for words in (other, plain) for at in range(len(words))
    )


def title_before(line: Line, name: Name) -> str:
    """The office or rank that stands with its capitals before a name; empty if there is none."""
    words = line.plain[: name.start].split()
    kept: list[str] = []
    while words and is_office_word(words[-1]) and words[-1][:1].isupper() and len(kept) < 4:
        kept.insert(0, words.pop())
    while kept and not is_office_head(kept[-1]):
        kept.pop()
    return " ".join(kept)


_ADDRESSED = frozenset({"president", "judge", "justice", "general", "colonel", "admiral", "ambassador", "senator"})


def _address(line: Line, name: Name) -> str:
    """`Judge` for `a federal judge, Carl Nichols`: how one addresses the holder of an office said in small letters."""
    words = line.plain[: name.start].rstrip(", ").split()[-2:]
    general = words[-1:] == ["general"] and fold(words[0]) in OF_GENERAL
    return words[-1].capitalize() if words and words[-1] in _ADDRESSED and not general else ""


def is_office_word(word: str) -> bool:
    """`Foreign`, `Minister`, `General`."""
    return is_office_head(word) or fold(word) in gazetteer.words("office_openers")


def is_office_head(word: str) -> bool:
    """`Minister`, `General`."""
    return fold(word) in gazetteer.words("office_heads") | gazetteer.words("ranks")


def _offices(own: list[tuple[Line, Name]]) -> frozenset[str]:
    """The head nouns of what a person is said to be, right before the name or between commas behind it."""
    found: set[str] = set()
    for line, name in own:
        before = line.plain[: name.start].rstrip(", ").split()[-1:]
        apposed = _APPOSED.match(line.plain[name.end :])
        words = [*before, *(apposed["office"].split() if apposed else ())]
        found |= {fold(word) for word in words if is_office_head(word)}
    return frozenset(found)
