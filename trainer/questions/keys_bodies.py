"""What a body, a plan or a road is called by its letters, with whose it is, by its kind, and as a part of another."""

from __future__ import annotations

import re
from collections.abc import Iterator

from trainer.language import gazetteer
from trainer.language.gazetteer import State
from trainer.language.glyphs import unaccented
from trainer.language.known import Known, known
from trainer.language.names import ACTORS, PLACES, Sort
from trainer.language.reader import is_in_dictionary
from trainer.language.reading import Reading
from trainer.questions.cast import bare, cast_of
from trainer.questions.keys_states import bank_forms, state_of_body
from trainer.text import fold

_SMALL = frozenset({
    "a", "against", "al", "and", "at", "da", "das", "de", "del", "des", "di", "do", "dos", "du", "e", "et", "for", "in",
    "la", "le", "les", "of", "on", "para", "pour", "the", "to", "und", "with", "y",
})  # fmt: skip
"""Words of a name that have no letter in its short form."""
_ROADS = frozenset({"autoroute", "highway", "interstate", "line", "national", "road", "route"})
"""First words of what goes by a letter or two and its number."""
_LETTERED = frozenset({None, Sort.UNKNOWN, Sort.LAW, Sort.OPERATION, *ACTORS})
_WORD = re.compile(r"[A-ZÀ-Ý][\w'’]*|\d{1,3}")


def body_forms(answer: str, sort: Sort | None, reading: Reading | None, sentence: str = "") -> Iterator[str]:
    """The answer by its letters, with the state whose it is before it or without it, as a parliament, cut short."""
    name = re.sub(r" \([^()]+\)$", "", bare(answer))
    if reading is not None:
        yield from _bracketed(name, reading)
        yield _short_behind(name, sort, reading)
    yield _lettered(name, sort, reading)
    yield _of_larger(name)
    if reading is not None and sort in ACTORS:
        yield from _within(name, reading)
        yield _without_place(name, reading)
        yield from _owned_by(name, state_of_body(reading, sentence), reading)
        yield from _as_parliament(name, reading)


_PART_OF = re.compile(r"(?P<part>[A-Z][\w'’-]+(?: [A-Z][\w'’-]+)*) of the (?P<whole>[A-Z].+)")


def _within(name: str, reading: Reading) -> Iterator[str]:
    """`IMF Executive Board` for the Executive Board of the International Monetary Fund, and that board alone."""
    found = _PART_OF.fullmatch(name)
    if found is None:
        return
    shorts = {pair.short for line in reading.lines for pair in line.acronyms if pair.name == found["whole"]}
    entry = known().get(unaccented(found["whole"]))
    body = gazetteer.body_named(entry.name) if entry is not None else None
    shorts |= {body.short} if body is not None and body.short else set()
    for short in sorted(shorts):
        yield f"{short} {found['part']}"
        yield f"{found['part']} of the {short}"


def _without_place(name: str, reading: Reading) -> str:
    """A firm of which the name ends with where it is, without that: `Contecon` for Contecon Guayaquil."""
    rest, _, last = name.rpartition(" ")
    entry = known().get(unaccented(last))
    placed = (entry is not None and entry.sort in PLACES) or any(
        one.sort in PLACES and last in one.texts for one in reading.mentions.entities
    )
    proper = any(not is_in_dictionary(word.lower()) for word in rest.split())
    return rest if placed and proper and rest.split()[-1][:1].isupper() and not _is_body_or_law(rest) else ""


MOST_LETTERS = 5
"""Letters of the longest short form that people make by themselves."""
_OF_NO_STATE = frozenset({"arbitration", "appeal", "justice"})
"""Last words of courts that may be of many states, or of none."""
_NEVER_LETTERED = frozenset({
    "accord", "accords", "agreement", "charter", "convention", "court", "covenant", "deal", "declaration", "department",
    "ministry", "pact", "treaty", "tribunal", "university",
})  # fmt: skip
"""Nouns of what goes by no letters but those that everybody knows."""
_HEADS_OF = frozenset({"of", "for", "on", "against"})


def _heads(name: str) -> set[str]:
    """The nouns that may head a name: its last word and the one before its first `of` or `for`, without an s too."""
    words = [fold(word) for word in name.split()]
    joint = next((n for n, word in enumerate(words) if n and word in _HEADS_OF), len(words))
    return {form for word in (words[-1], words[joint - 1]) for form in (word, word.removesuffix("s"))}


def _is_body_or_law(name: str) -> bool:
    return bool(_heads(name) & (gazetteer.words("organization_nouns") | gazetteer.words("law_nouns")))


def initials(name: str) -> str:
    """The letters of a name of three words or more, or of a numbered one; empty for others.

    >>> initials("National Security Council"), initials("US Coast Guard"), initials("Route Nationale 7")
    ('NSC', 'USCG', 'RN7')
    >>> initials("Office for National Statistics"), initials("Wagner Group"), initials("Dolna District Court")
    ('ONS', '', '')
    """
    words = [word for word in name.split() if fold(word) not in _SMALL]
    if not all(_WORD.fullmatch(word) for word in words) or not 3 <= len(words) <= MOST_LETTERS:
        return ""
    if (
        _NEVER_LETTERED & {fold(word) for word in words}
        or any(word[0].isdigit() for word in words[:-1])
        or any(word.isupper() and len(word) > 2 for word in words)
    ):
        return ""
    return "".join(word if word.isupper() or word.isdigit() else unaccented(word[0]) for word in words)


def _lettered(name: str, sort: Sort | None, reading: Reading | None) -> str:
    """The initials of a body, a plan or a road that has no other short form, in the brief or in the tables."""
    short, road = initials(name), name.split(maxsplit=1)[0].lower() in _ROADS and name[-1].isdigit()
    if not short or not (road or (sort in _LETTERED and not name[-1].isdigit() and _is_body_or_law(name))):
        return ""
    cast = cast_of(reading) if reading is not None else None
    if short in known() or (cast is not None and short in cast.shorts):
        return ""
    turned = _turned(short, reading) if reading is not None else ""
    if turned:
        return turned
    own = cast is not None and any(form.isupper() for form in cast.fulls.get(fold(name), ()))
    return "" if own or unaccented(name) in known() else short


def _turned(short: str, reading: Reading) -> str:
    """The letters as the brief has them in another order: `MDFC` of a name whose French one it shortens to `MFDC`."""
    written = (word for part in reading.brief.passages for word in re.findall(r"\b[A-Z]{4,6}\b", part.text))
    return next((word for word in written if sorted(word) == sorted(short)), "")


_BRACKETED = (
    r"(?P<full>(?:[A-ZÀ-Ý][\w'’-]*)(?: (?:(?:of|for|and|on|de|du|la|des) (?:the )?)?[A-ZÀ-Ý][\w'’-]*)+) \({}[),;]"
)


def _bracketed(name: str, reading: Reading) -> Iterator[str]:
    """The full name that the brief gives in front of the acronym in brackets, whatever letters it has."""
    if not re.fullmatch(r"[A-Z][A-Za-z]?[A-Z]{1,6}", name):
        return
    for line in reading.lines:
        found = re.search(_BRACKETED.format(re.escape(name)), line.plain)
        if found is not None and _is_body_or_law(found["full"]):
            yield bare(found["full"])
            return


def _short_behind(name: str, sort: Sort | None, reading: Reading) -> str:
    """The letters that the brief has in brackets right behind a body's name, whatever words they stand for."""
    if sort not in _LETTERED or " " not in name:
        return ""
    behind = re.compile(rf"(?<!\w){re.escape(name)} \((?P<short>[A-Z]{{2,7}})\)")
    found = next((found for line in reading.lines if (found := behind.search(line.plain))), None)
    short = found["short"] if found is not None else ""
    another = short in known() and known()[short].name != name
    return short if short[:1] == unaccented(name[:1]).upper() and not another else ""


_OF_ALL = frozenset({
    "african", "allied", "american", "arab", "asian", "atlantic", "eu", "european", "executive", "global",
    "governing", "governors", "inter-american", "international", "interstate", "islamic", "nations", "nordic",
    "pacific", "red", "regional", "security", "un", "united", "us", "world",
})  # fmt: skip
"""Words of the names of bodies that belong to no one state."""
_OF_ONE_STATE = frozenset({
    "assembly", "army", "authority", "bank", "board", "bureau", "chamber", "commission", "congress", "council", "court",
    "department", "directorate", "force", "gendarmerie", "guard", "guards", "inspectorate", "ministry", "navy",
    "office", "parliament", "party", "police", "senate", "service", "tribunal", "treasury",
})  # fmt: skip
"""Nouns of the bodies that every state has."""


def _owned_by(name: str, state: State | None, reading: Reading) -> Iterator[str]:
    """`Portuguese Communist Party` for `Communist Party`, and back, in a brief on Portugal."""
    owner, _, rest = name.partition(" ")
    if state is None:
        return
    if owner in state.demonyms and rest and _heads(rest) & _OF_ONE_STATE and rest[:1].isupper() and " " in rest:
        yield rest
    words = [re.sub(r"\W", "", fold(word)) for word in name.split()]
    states, peoples = gazetteer.states(), {fold(people) for people in gazetteer.demonyms()}
    of_other = any(word in states or word in peoples or word in _OF_ALL for word in words)
    entry = known().get(unaccented(name))
    shared = (entry is None or _is_of_many(entry)) and not _is_american(name, state, reading)
    of_other = of_other or words[-1] in _OF_NO_STATE
    if not of_other and shared and _heads(name) & _OF_ONE_STATE and not _is_of_another(name, state, reading):
        yield f"{state.demonym} {name}"
        yield from bank_forms(name, state)


def _is_of_many(entry: Known) -> bool:
    """Whether many states have a body of that name; an armed force with letters of its own is one state's: the PLA."""
    body = gazetteer.body_named(entry.name)
    own = body is not None and bool(body.short) and entry.noun == "armed force"
    return entry.noun in _NOUNS_OF_STATES and not own


_NOUNS_OF_STATES = frozenset({
    "armed force", "council", "court", "legislative chamber", "ministry", "parliament", "political party",
})  # fmt: skip


_AMERICAN_BODIES = frozenset({
    "Congress", "House of Representatives", "Senate", "Supreme Court", "Justice Department", "State Department",
})  # fmt: skip
"""What the American ones are called without their state, in briefs on others too."""
_AMERICAN = re.compile(r"\b(?:White House|Pentagon|Capitol|Republicans?|Democrats?|American|House Speaker)\b")


def _is_american(name: str, state: State, reading: Reading) -> bool:
    """Whether a body may be the American one, in a brief on another state in which Americans act."""
    other = state.name != "United States" and name in _AMERICAN_BODIES
    return other and any(_AMERICAN.search(line.plain) for line in reading.lines)


def _is_of_another(name: str, state: State, reading: Reading) -> bool:
    """Whether the brief has the people of another state right before the name."""
    before = re.compile(rf"\b(?P<people>[A-Z][\w-]+)(?:'s)? {re.escape(name)}\b")
    owners = [found["people"] for line in reading.lines for found in before.finditer(line.plain)]
    named = (gazetteer.demonyms().get(owner) or gazetteer.states().get(fold(owner)) for owner in owners)
    return any(other is not None and other != state for other in named)


_PARLIAMENT = re.compile(
    r"(?:(?:Grand )?National|Federal|Legislative|People's|Constituent)? ?Assembly(?: of the Republic)?"
    r"|(?:.+ )?Parliament|Bundestag|Verkhovna Rada|Rada|Knesset|Majlis|Sejm|Riksdag|Storting|Folketing|Saeima|Seimas"
    r"|Legislative Yuan|Congress|Diet|Duma|State Duma|Riigikogu|Eduskunta|Stortinget|Althing"
)
_TWO_CHAMBERS = re.compile(r"\b(?:Senate|[Uu]pper house|[Ll]ower house|House of \w+|both houses|two chambers)\b")


def _as_parliament(name: str, reading: Reading) -> Iterator[str]:
    """`parliament` for the one chamber of which a brief tells."""
    if _PARLIAMENT.fullmatch(name) and not any(_TWO_CHAMBERS.search(line.plain) for line in reading.lines):
        yield "parliament"


_LARGER = re.compile(r"(?P<part>[A-Z][\w-]+(?: [A-Z][\w-]+)+) of the (?P<whole>[A-Z].+)")


def _of_larger(name: str) -> str:
    """A chamber or an office without the body that it is part of; empty where it is called by one word alone.

    >>> _of_larger("Enterprise Chamber of the Dolna Court of Appeal"), _of_larger("Chamber of the Dolna Court")
    ('Enterprise Chamber', '')
    """
    found = _LARGER.fullmatch(name)
    nouns = gazetteer.words("organization_nouns")
    return (
        found["part"] if found is not None and _heads(found["part"]) & nouns and _heads(found["whole"]) & nouns else ""
    )


_THING_AND_KIND = re.compile(
    r"(?:the |an? )?(?P<name>[A-Z][\w-]+(?: [A-Z][\w-]+)+) (?:[a-z]+ )?(?:activity|campaign|exercise|initiative|mission"
    r"|operation|plan|platform|programme|program|project|scheme|system)"
)
"""A name with what it is behind it: `the Baltic Sentry patrol activity`."""


def name_inside(answer: str) -> str:
    """The name of an undertaking without what it is; empty where that name is a body, a place or somebody.

    >>> name_inside("the Dolna Sentry patrol activity"), name_inside("the United Nations mission")
    ('Dolna Sentry', '')
    """
    found = _THING_AND_KIND.fullmatch(answer)
    name = found["name"] if found is not None else ""
    first = name.partition(" ")[0]
    taken = unaccented(name) in known() or first in gazetteer.demonyms() or fold(first) in gazetteer.states()
    return "" if taken or (name and _is_body_or_law(name)) else name
