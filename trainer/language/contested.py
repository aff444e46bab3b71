"""Whether what a rule finds for a pronoun or a definite is in doubt, since the network takes it for something else."""

from __future__ import annotations

from typing import TYPE_CHECKING

from spacy.tokens import Token

from trainer.language.agreement import IT
from trainer.language.clause_pronouns import Place
from trainer.language.definite import Definite
from trainer.language.earlier import Thing, thing_at, things, told_of
from trainer.language.entities import Entity
from trainer.language.grammar import clause_of, contains, subject_above, subject_of
from trainer.language.names import Sort
from trainer.language.tags import SUBJECTS
from trainer.language.verbs import REPORTING, lemma_of
from trainer.text import fold

if TYPE_CHECKING:
    from trainer.language.mentions import Mentions

_UNLIKELY, _HARDLY = 0.15, 0.1
"""How likely what a rule finds has to be, where the network takes the word for one other thing, or for any."""
_MOSTLY = 0.8
"""How likely one other thing has to be for that."""
_LIKELY = 0.55
"""How likely all else has to be together for that."""
_SURELY_ELSE = 0.6
"""How likely another name has to be to stand against one that a definite is taken for."""
_MAYBE = 0.2
"""How likely it may be that an `it` means nothing, or that a teller speaks of itself, for what it means to be sure."""
_HOSTILE = frozenset({
    "ambush", "attack", "besiege", "bomb", "bombard", "burn", "capture", "encircle", "invade", "loot", "overrun",
    "raid", "ransack", "seize", "shell", "storm", "strafe",
})  # fmt: skip
"""What nobody does to what is their own: `the army shelled | its base`."""
_FIRMS = frozenset({"company", "firm", "group"})


def may_mean_nothing(index: Mentions, k: int, pronoun: Token) -> bool:
    """`It has been unlawful to sell it`: whether an `it` perhaps only fills the place of what follows."""
    told = told_of(index, k, pronoun)
    return pronoun.lower_ == "it" and pronoun.dep_ in {*SUBJECTS, "expl"} and told is not None and told.empty >= _MAYBE


def is_contested(index: Mentions, k: int, pronoun: Token, ruled: Place) -> bool:
    """Whether the network finds what a rule says unlikely, or grammar allows a second owner that it does not rule out.

    The subject of a pronoun's own clause is left to the rules, which know it better: `London is reviewing | its aid`.
    """
    told, found = told_of(index, k, pronoun), things(index, k, pronoun)
    if told is None or not found:
        return False
    key = thing_at(index, ruled.line, ruled.token.i).key
    same = [thing for thing in found if thing.key == key or _is_beside(index, thing, ruled)]
    others = [thing for thing in found if thing not in same]
    if _is_own_subject(k, pronoun, ruled):
        return _is_harmed(pronoun) or any(_is_teller(index, k, pronoun, thing) for thing in others)
    mostly = any(thing.share >= _MOSTLY for thing in others)
    return _sum(same) < (_UNLIKELY if mostly else _HARDLY) and _sum(others) * told.again >= _LIKELY


def is_contested_name(definite: Definite, entity: Entity) -> bool:
    """Whether a definite taken for one name likely means another, which can be called so too."""
    index, k, noun = definite.index, definite.number, definite.noun
    told, found = told_of(index, k, noun), things(index, k, noun)
    if definite.word in fold(entity.said).split():
        return False
    if told is None or not found or found[0].share * told.again < _SURELY_ELSE:
        return False
    own = sum(thing.share for thing in found if thing.entity == entity)
    other = found[0].entity
    return own < _UNLIKELY and other is not None and _goes_by(definite.word, other) and not _share_word(entity, other)


def _share_word(one: Entity, other: Entity) -> bool:
    """`the Houthis` and `the Houthi movement`: whether the first word of a name begins one of the other."""
    first, second = (fold(entity.said.removeprefix("the ")).split()[0] for entity in (one, other))
    return first.startswith(second) or second.startswith(first)


def may_be_no_person(index: Mentions, k: int, noun: Token) -> bool:
    """Whether a name is held for a person's, but neither title nor role nor given name says so: `Barry Callebaut`."""
    named = index.at(k, noun.idx)
    if named is None or named.entity.sort is not Sort.PERSON:
        return False
    return named.entity.woman is None and not named.entity.offices


def is_of_doubtful_person(index: Mentions, k: int, pronoun: Token) -> bool:
    """Whether `its` stands in a clause whose subject looks like a person's name, and may be a company's."""
    if pronoun.lower_ not in IT or pronoun.tag_ != "PRP$":
        return False
    clause = clause_of(pronoun.head)
    subject = subject_of(clause) or subject_above(clause, pronoun.i)
    return subject is not None and subject.i < pronoun.i and may_be_no_person(index, k, subject)


def _sum(found: list[Thing]) -> float:
    return sum(thing.share for thing in found)


def _is_beside(index: Mentions, thing: Thing, ruled: Place) -> bool:
    """Whether a thing and what a rule says stand beside each other for the same: `the minister, Ali Moselhi`."""
    if thing.place[0] != ruled.line:
        return False
    one, other = index.lines[ruled.line].sentence.doc[thing.place[1]], ruled.token
    if one.dep_ == "cc":
        return other in {one.head, one.head.head}
    return any(inner.dep_ == "appos" and inner.head == outer for inner, outer in ((one, other), (other, one)))


def _is_own_subject(k: int, pronoun: Token, ruled: Place) -> bool:
    """Whether it owns something in the clause of which the noun is the subject."""
    if pronoun.tag_ != "PRP$" or ruled.line != k:
        return False
    clause = clause_of(pronoun.head)
    subject = subject_of(clause)
    return subject is not None and clause.dep_ != "xcomp" and subject == ruled.token and not contains(subject, pronoun)


def _is_harmed(pronoun: Token) -> bool:
    noun = pronoun.head
    return noun.dep_ == "obj" and lemma_of(noun.head.lower_) in _HOSTILE


def _is_teller(index: Mentions, k: int, pronoun: Token, thing: Thing) -> bool:
    """`Chad says Libya holds part of | its desert`: whether a name is the one who tells what the clause says."""
    clause = clause_of(pronoun.head)
    above = subject_above(clause, pronoun.i) if clause.dep_ == "ccomp" else None
    named = index.at(k, above.idx) if above is not None else None
    tells = lemma_of(clause.head.lower_) in REPORTING
    return bool(tells and named is not None and named.entity == thing.entity and thing.share >= _MAYBE)


def _goes_by(word: str, entity: Entity) -> bool:
    if word in entity.kinds:
        return True
    company = entity.sort is Sort.BODY or (entity.sort in {Sort.UNKNOWN, Sort.GROUP} and word == "group")
    return word in _FIRMS and (company or (entity.sort is Sort.UNKNOWN and not entity.kinds))
