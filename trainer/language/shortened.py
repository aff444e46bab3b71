"""Short forms of names in one brief and what they are short for: `Colonial`, `Blount`, `the Fund`, `UHG`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from trainer.language import gazetteer
from trainer.language.gazetteer import Body
from trainer.language.kinds import CLASS_NOUNS
from trainer.language.names import Name, Sort, known_names
from trainer.text import fold
from trainer.values.surnames import surname, without_article

_NO_SHORT = frozenset({Sort.STATE, Sort.CITY, Sort.REGION, Sort.PEOPLE, Sort.PLACE})
_LEFT_OUT = CLASS_NOUNS | {
    "inc", "ltd", "plc", "corp", "co", "holdings", "healthcare", "systems", "technologies", "technology", "software",
    "pharmaceuticals", "pharma", "energy", "airlines", "airways", "motors", "electronics", "industries", "labs",
    "laboratories", "security", "networks", "shipping", "lines", "oil", "petroleum", "gas", "resources", "mining",
    "minerals", "metals", "foods", "media", "records", "insurance", "hospital", "services", "solutions", "partners",
    "capital", "financial", "international", "global", "entertainment", "resorts", "stores", "telecom", "mobile",
    "semiconductor", "micro", "aerospace", "works", "steel", "leader",
}  # fmt: skip
"""What a text may leave out of a name after its first mention."""


@dataclass(frozen=True, slots=True)
class Heard:
    """One name as it stands in a line, before the names are gathered."""

    line: int
    """Which line of the reading."""
    name: Name
    """Where it stands and how it is written."""
    key: str
    """The same for all names that our tables hold to be the same."""
    sort: Sort
    """What it names, as far as we can tell."""


@dataclass(frozen=True, slots=True)
class _Known:
    """All that was heard under one key."""

    words: list[str]
    sorts: frozenset[Sort]
    texts: frozenset[str]
    first: tuple[int, int]
    """The line and the character where it was first heard."""


def body_of(text: str, acronyms: Mapping[str, str]) -> Body | None:
    """The body of our tables with this name, unless the brief says that the letters stand for something else."""
    body = gazetteer.bodies().get(text) or gazetteer.body_named(text)
    said = acronyms.get(fold(text))
    if body is None or said is None or said in fold(body.name) or fold(body.name) in said:
        return body
    return gazetteer.body_named(said)


def key_of(name: Name, sort: Sort, acronyms: Mapping[str, str]) -> str:
    """One key for all names that our tables hold to be the same."""
    if sort is Sort.STATE and (state := gazetteer.states().get(fold(name.text))) is not None:
        return f"state {state.name}"
    if sort is Sort.PEOPLE:
        return f"people {name.text}"
    body = body_of(name.text, acronyms)
    return f"body {body.short}" if body is not None else fold(name.text).removeprefix("the ")


def in_full(alias: Mapping[str, str], key: str) -> str:
    """The key at the end of a chain of short forms."""
    for _ in range(len(alias)):
        if key not in alias:
            break
        key = alias[key]
    return key


def aliases(heard: Sequence[Heard], acronyms: Mapping[str, str]) -> dict[str, str]:
    """Short forms of this brief and the key of what they stand for; `acronyms` are those that it introduces, folded."""
    groups: dict[str, list[Heard]] = {}
    for one in heard:
        groups.setdefault(one.key, []).append(one)
    known = {key: _known(members) for key, members in groups.items()}
    ends = _by_ends(known)
    alias = {short: full for short, full in acronyms.items() if short in known and full in known and short != full}
    for short, full in acronyms.items():
        body = body_of(short.upper(), acronyms)
        if body is not None and f"body {body.short}" in known and full in known:
            alias[full] = f"body {body.short}"
    for key, one_known in known.items():
        longer = None if key in alias else _full_of(key, one_known, known, ends)
        if longer is not None:
            alias[key] = longer
    return alias


def _known(heard: Sequence[Heard]) -> _Known:
    key = heard[0].key
    body = gazetteer.bodies().get(key.removeprefix("body ")) if key.startswith("body ") else None
    words = fold(body.name).split() if body is not None else key.split()
    first = min((one.line, one.name.start) for one in heard)
    return _Known(words, frozenset(one.sort for one in heard), frozenset(one.name.text for one in heard), first)


def _by_ends(known: Mapping[str, _Known]) -> dict[str, list[str]]:
    """The keys under the first and the last word of what they stand for."""
    ends: dict[str, list[str]] = {}
    for key, one in known.items():
        for word in sorted({one.words[0], one.words[-1], without_article(one.words[-1])}):
            ends.setdefault(word, []).append(key)
    return ends


def _full_of(key: str, short: _Known, known: Mapping[str, _Known], ends: Mapping[str, list[str]]) -> str | None:
    """The one longer name that a short one can stand for."""
    if short.sorts & _NO_SHORT or key.startswith(("state ", "people ", "body ")):
        return None
    if Sort.PERSON not in short.sorts and _is_in_tables(short):
        return None
    near = dict.fromkeys([*ends.get(short.words[0], ()), *ends.get(short.words[-1], ())])
    longer: list[str] = [other for other in near if other != key and _is_short_of(short, known[other])]
    if not longer:
        return _by_class(key, known)
    longer = [other for other in longer if _is_surname_of(short, known[other])] or longer
    longest: str = max(longer, key=lambda other: (len(known[other].words), other))
    full = known[longest].words
    if all(_is_part(known[other].words, full) for other in longer):
        return longest
    earlier = [other for other in longer if known[other].first < short.first]
    family = all(Sort.PERSON in known[other].sorts for other in longer)
    return next(iter(earlier)) if family and len(earlier) == 1 else None  # whom the brief had named by then


def _is_surname_of(short: _Known, full: _Known) -> bool:
    """Whether a short name is the family name of a person: of `Ron Mark`, and not of `Mark Berg`."""
    return Sort.PERSON in full.sorts and any(fold(surname(text)) == " ".join(short.words) for text in full.texts)


def _is_in_tables(short: _Known) -> bool:
    return any(name.text == text for text in short.texts for name in known_names(text))


def _is_short_of(short: _Known, full: _Known) -> bool:
    words, whole = short.words, full.words
    if len(whole) <= len(words) or full.sorts & _NO_SHORT:
        return False
    if Sort.PERSON in full.sorts:
        return len(words) == 1 and len(whole) <= 5 and words[0] in {whole[0], whole[-1], without_article(whole[-1])}
    if Sort.PERSON in short.sorts and len(words) > 1:
        return False
    if whole[: len(words)] == words:
        return all(word in _LEFT_OUT for word in whole[len(words) :])
    return len(words) > 1 and whole[-len(words) :] == words and _is_owner(whole[: -len(words)])


def _is_owner(words: Sequence[str]) -> bool:
    """`UN` or a demonym before the rest: `UN Security Council`."""
    return len(words) == 1 and (words[0].upper() in gazetteer.bodies() or words[0].capitalize() in gazetteer.demonyms())


def _is_part(short: Sequence[str], full: Sequence[str]) -> bool:
    return list(full[: len(short)]) == list(short) or list(full[-len(short) :]) == list(short)


def _by_class(key: str, known: Mapping[str, _Known]) -> str | None:
    """`the Fund` and `the Council`: the one name with that noun in it."""
    if key not in CLASS_NOUNS:
        return None
    fitting = [
        other for other, one in known.items()
        if other != key and not other.startswith(("state ", "people ")) and key in one.words
    ]  # fmt: skip
    international = [other for other in fitting if key == "fund" and other == "body IMF"]
    return fitting[0] if len(fitting) == 1 else next(iter(international), None)


def is_short_for(text: str, full: str) -> bool:
    """Whether a name is part of the full one or made of its letters, and not another name for the same."""
    one, other = fold(text), fold(full)
    if len(one) >= len(other):
        return False
    letters = iter(other)
    return one in other or (one[0] == other[0] and all(c in letters for c in one if c.isalnum()))
