"""Definites that a name close by explains: an office before its name, a speaker's company, a chamber just named."""

from __future__ import annotations

import re
from itertools import pairwise

from trainer.language import gazetteer
from trainer.language.agreement import SPEAKING
from trainer.language.definite import NO_THING, PLACE_NOUNS, Definite, Meant
from trainer.language.entities import Entity, Mention
from trainer.language.grammar import clause_of, subject_of
from trainer.language.kinds import CLASS_NOUNS
from trainer.language.names import Sort
from trainer.language.person_nouns import PERSONS


def apposed(definite: Definite) -> Meant | None:
    """`the communications minister, Michelle Rowland, | opened a review`: the name right behind, between commas."""
    noun, word = definite.noun, definite.word
    office = word in PERSONS or word in gazetteer.words("office_heads")
    if definite.plural or not office or noun.i + 2 >= len(noun.doc) or noun.nbor().text != ",":
        return None
    named = definite.index.at(definite.number, noun.nbor(2).idx)
    if named is None or named.entity.sort is not Sort.PERSON or named.start != noun.nbor(2).idx:
        return None
    closed = definite.line.plain[named.end : named.end + 1] == ","
    return Meant(named.entity.said, entity=named.entity) if closed else None


_CHAMBERS = frozenset({"parliament", "assembly", "senate", "legislature"})


def chamber(definite: Definite) -> Meant | None:
    """`the Storting debated it; the parliament voted`: a chamber with a name of its own, right before."""
    if definite.word not in _CHAMBERS or definite.modifiers or definite.index.described.get(definite.word):
        return None
    near = (definite.number, *definite.index.before(definite.line, 1))
    found = {m.entity for k in near for m in definite.named_in(k) if definite.word in m.entity.kinds}
    others = {entity for entity in definite.index.entities if definite.word in entity.kinds}
    return Meant(found.pop().said) if len(found) == len(others) == 1 else None


def of_speaker(definite: Definite) -> Meant | None:
    """`UHG's chief executive, Andrew Witty, said that the | group had paid`: what the speaker is said to belong to."""
    word, index = definite.word, definite.index
    if word not in CLASS_NOUNS or word in NO_THING | PLACE_NOUNS or definite.plural or definite.modifiers:
        return None
    clause = clause_of(definite.noun)
    verb = clause.head if clause.dep_ == "ccomp" else None
    subject = subject_of(verb) if verb is not None and verb.lemma_.lower() in SPEAKING else None
    named = index.at(definite.number, subject.idx) if subject is not None else None
    if named is None or named.entity.sort is not Sort.PERSON:
        return None
    owners = {m.entity for m in _owners_of(definite, named.entity)}
    fitting = [entity for entity in owners if word in entity.kinds]
    return Meant(fitting[0].said, entity=fitting[0]) if len(owners) == len(fitting) == 1 else None


def _owners_of(definite: Definite, person: Entity) -> list[Mention]:
    """The names that own an office right before a person's name, or stand behind `of` right after it."""
    found = []
    for k, named in enumerate(definite.index.named[: definite.number + 1]):
        text = definite.index.lines[k].plain
        for one, other in pairwise(named):
            between = text[one.end : other.start]
            if other.entity == person and re.fullmatch(r"'s? [a-z][a-z -]+,? ", between):
                found.append(one)
            if one.entity == person and re.fullmatch(r", (?:the )?[a-z][a-z -]+ (?:of|at) (?:the )?", between):
                found.append(other)
    return found
