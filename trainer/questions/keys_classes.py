"""Names without what they are: `Biscay` for the Bay of Biscay, `Rubymar` for MV Rubymar, where the question says it."""

from __future__ import annotations

import re

from trainer.language import gazetteer
from trainer.language.glyphs import unaccented
from trainer.language.known import known
from trainer.language.names import Sort
from trainer.language.reader import is_in_dictionary
from trainer.questions.cast import bare
from trainer.questions.draft import Draft
from trainer.text import fold

_CLASS_SAID = re.compile(r"\[\.\.\.\] \((?:[a-z]+ )?(?P<hint>[a-z]+)\)|\b[Ww]hich (?:border )?(?P<noun>[a-z]+)\b")
_DROPPABLE = frozenset({
    "bay", "canal", "cape", "gulf", "strait", "river", "lake", "channel", "island", "peninsula", "corridor", "dam",
    "desert", "pass", "valley", "mount", "mountain", "bridge", "airport", "port", "delta", "plateau", "crossing",
    "camp", "shoal", "reef", "sea", "province", "governorate", "district", "oblast", "refinery", "mine", "pipeline",
    "reservoir", "volcano", "forest", "state", "county", "mountains", "hills", "islands", "region", "prefecture",
    "ward",
})  # fmt: skip
"""Nouns for a feature of the land, which the question may say instead of the answer."""
_DROPPABLE_OF_BODY = frozenset({
    "bank", "clinic", "college", "company", "foundation", "group", "hospital", "institute", "movement", "party",
    "school", "university",
})  # fmt: skip
"""Nouns for a body, which the question may say instead of the answer where a proper name is left."""
_GANGS = frozenset({"cartel", "clan", "gang", "syndicate"})
"""Nouns for a criminal group, which is known by its name alone: `Sinaloa`."""
_NUMBERED = re.compile(r"(?:Article|Chapter|Directive|Protocol|Regulation|Resolution|Section) (?P<number>\d[\w./()-]*)")
"""A part of the law, or one of many, by its number."""


def of_ship(draft: Draft) -> str:
    """A ship's name without the letters before it; empty for anything else."""
    letters, _, name = bare(draft.answer).partition(" ")
    return name if draft.sort is Sort.SHIP and letters in gazetteer.words("ship_prefixes") else ""


_SITE = re.compile(
    r"(?P<name>[A-ZÀ-Ý][\w'-]*(?: [A-ZÀ-Ý][\w'-]*)??) (?:(?:International|Air|Space|Naval|Army|Military|Force) )*"
    r"(?:Airbase|Airfield|Airport|Barracks|Base|Township)"
)


def without_class(draft: Draft) -> str:
    """`Biscay` for `Bay of Biscay` where the question says that a bay is asked for; empty if it does not.

    A site is known by its place alone where nothing else is: `Dolna` for `Dolna Air Base`.
    """
    found, name = _CLASS_SAID.search(draft.question), bare(draft.answer)
    noun = (found["hint"] or found["noun"]) if found else ""
    if (numbered := _NUMBERED.fullmatch(name)) is not None and noun:
        return numbered["number"]
    if noun in _DROPPABLE_OF_BODY:
        return _of_body(name, noun)
    if noun == "government":
        return re.sub(r" [Gg]overnment$", "", name) if name.endswith("overnment") else ""
    if noun not in _DROPPABLE:
        return _of_site(name)
    noun = "mount" if noun == "mountain" and name.startswith("Mount ") else noun
    short = re.sub(rf"^{noun} of (?:the )?|^{noun} (?=[A-Z])| {noun}$", "", name, flags=re.IGNORECASE)
    return short if short != name else ""


def _of_body(name: str, noun: str) -> str:
    """A body by its proper name alone: `Dolna` for `Dolna Foundation`; empty where common words are left."""
    rest, _, last = name.rpartition(" ")
    if noun == "group" and fold(last) in _GANGS and rest[:1].isupper() and " " not in rest:
        return rest
    proper = any(word[:1].isupper() and not is_in_dictionary(word.lower()) for word in rest.split())
    entry = known().get(unaccented(rest))
    free = entry is None or entry.name == name or noun == "university"
    return rest if fold(last) == noun and proper and free else ""


def _of_site(name: str) -> str:
    """The place of a base or an airport, if nothing larger is called so; empty for any other name."""
    site = _SITE.fullmatch(name)
    entry = known().get(unaccented(site["name"])) if site is not None else None
    return site["name"] if site is not None and (entry is None or entry.sort is Sort.PLACE) else ""
