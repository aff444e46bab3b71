"""Whom `he` and `she` mean: one person, by the grammar of the sentence or alone in the sentence before."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from spacy.tokens import Doc, Token

from trainer.language.earlier import CERTAIN, Thing, sure_thing
from trainer.language.entities import Entity, Mention
from trainer.language.grammar import clause_of, contains, root_of, subject_above, subject_of
from trainer.language.names import Sort
from trainer.language.person_nouns import MEN, PERSONS, WOMEN
from trainer.language.tags import FINITE, SUBJECTS
from trainer.text import fold
from trainer.values.names import stands_in

if TYPE_CHECKING:
    from trainer.language.mentions import Mentions

HE = frozenset({"he", "him", "his", "himself"})
SHE = frozenset({"she", "her", "hers", "herself"})
_FARTHEST = 3
_NAMING = frozenset({"declare", "name", "appoint", "elect", "become", "call", "make", "proclaim", "nominate", "crown"})
_OPENING = frozenset({"WP", "WDT", "WP$", "WRB"})
"""Tags of the words that open a clause behind a noun."""
_DEEP = frozenset({"nmod", "nmod:poss", "appos", "compound", "flat"})


@dataclass(frozen=True, slots=True)
class _Slot:
    """Where a sentence speaks of one person."""

    token: Token
    entity: Entity | None
    """Who; None if the text does not name them."""


def person_meant(index: Mentions, k: int, pronoun: Token) -> Entity | None:
    """The person that a pronoun in a line means; None in any doubt."""
    key = (k, pronoun.i)
    if key not in index.found:
        index.found[key] = None
        ruled = _within(index, k, pronoun) or _before(index, k, pronoun)
        index.found[key] = _of_heading(index, k, pronoun) or _weighed(index, k, pronoun, ruled)
    found = index.found[key]
    return found if isinstance(found, Entity) else None


def _of_heading(index: Mentions, k: int, pronoun: Token) -> Entity | None:
    """The one person whom the heading names, until the text below it names another: `Who is Ann Lee?`."""
    heading = index.headings[k] if index.headings else ""
    people = (entity for entity in index.entities if entity.sort is Sort.PERSON) if heading else ()
    named = {e for e in people if any(stands_in(fold(text), fold(heading)) for text in e.texts)}
    if len(named) != 1 or not all(_fits(entity, pronoun) for entity in named):
        return None
    here = [j for j in range(k + 1) if index.headings[j] == heading]
    spoken = (_slots(index, j, pronoun, pronoun.i if j == k else len(index.lines[j].sentence.doc)) for j in here)
    others = {slot.entity for slots in spoken for slot in slots if slot.entity is not None} - named
    return named.pop() if not others else None


def _weighed(index: Mentions, k: int, pronoun: Token, ruled: Entity | None) -> Entity | None:
    """Whom the rules say, unless the network is sure of another; whom it is sure of, where they say nobody."""
    thing = sure_thing(index, k, pronoun)
    if thing is None or thing.entity is None:
        return ruled
    if thing.entity in cannot_mean(index, k, pronoun):
        return None
    if ruled is not None and thing.entity != ruled and thing.share < CERTAIN:
        return None
    person = thing.entity.sort is Sort.PERSON and _fits(thing.entity, pronoun)
    return thing.entity if person and not _has_equal(index, k, pronoun, thing) else None


def _has_equal(index: Mentions, k: int, pronoun: Token, thing: Thing) -> bool:
    """Whether somebody else is joined to the person by `and`."""
    j, i = thing.place
    doc = index.lines[j].sentence.doc
    others = _slots(index, j, pronoun, pronoun.i if j == k else len(doc))
    return any(slot.entity != thing.entity and slot.token in doc[i].conjuncts for slot in others)


def _fits(entity: Entity | None, pronoun: Token) -> bool:
    return entity is None or entity.woman is None or entity.woman == (pronoun.lower_ in SHE)


def _slots(index: Mentions, k: int, pronoun: Token, end: int) -> list[_Slot]:
    """The persons of a line before a token that the pronoun could mean, named or not."""
    doc = index.lines[k].sentence.doc
    named = [m for m in index.named[k] if m.entity.sort is Sort.PERSON]
    slots = [_Slot(_head(doc, m), m.entity) for m in named]
    slots += [_Slot(token, None) for token in _unnamed(index, k, named)]
    slots += [_Slot(_head(doc, m), None) for m in index.named[k] if _may_be_person(m)]
    slots += [
        _Slot(token, person_meant(index, k, token)) for token in doc[:end]
        if token.lower_ in {"he", "she", "his"} and token != pronoun and token.pos_ in {"PRON", "DET"}
    ]  # fmt: skip
    apart = cannot_mean(index, k, pronoun)
    return [
        slot for slot in slots
        if slot.token.i < end and slot.entity not in apart and _fits(slot.entity, pronoun) and _sexed(slot, pronoun)
    ]  # fmt: skip


def cannot_mean(index: Mentions, k: int, pronoun: Token) -> set[Entity]:
    """Whom no `his` of the sentence means: `Kim, | a friend of his,`, `Kim, who was tried with | him`.

    All pronouns of one sex in a sentence go with the one that stands there.
    """
    doc = index.lines[k].sentence.doc
    named = [m for m in index.named[k] if m.entity.sort is Sort.PERSON]
    if pronoun.doc is not doc or not named or pronoun.lower_ not in HE | SHE:
        return set()
    alike = [t for t in doc if t.lower_ in (SHE if pronoun.lower_ in SHE else HE)]
    return {
        m.entity for m in named for one in alike
        if one.idx > m.end and (_is_in_apposition(one, m) or _is_told_beside(one, _head(doc, m)))
    } | {m.entity for m in named if _is_met_by(pronoun, m)}  # fmt: skip


def _is_met_by(pronoun: Token, name: Mention) -> bool:
    """`Kim met | him`: whether it is the object of what the person does."""
    subject = next((c for c in pronoun.head.children if c.dep_ == "nsubj"), None)
    object_ = pronoun.dep_ in {"obj", "iobj"} and pronoun.lower_ in {"him", "her"}
    return object_ and subject is not None and name.start <= subject.idx < name.end


def _is_in_apposition(pronoun: Token, name: Mention) -> bool:
    """Whether it owns what is set right behind a name, `his aide`, `one of his aides`; not `the head of his party`."""
    doc, noun = pronoun.doc, pronoun.head
    comma = next((t for t in doc if t.idx == name.end), None)
    if comma is None or comma.text != "," or pronoun.dep_ in SUBJECTS:
        return False
    phrase = doc[comma.i + 1 : pronoun.i]
    apart = any(
        (t.is_punct and t.tag_ != "HYPH") or t.tag_.startswith("VB") or t.tag_ in _OPENING or t.pos_ == "PROPN"
        for t in phrase
    )
    beside = noun.head if noun.head.tag_ == "CD" else noun
    return beside.dep_ == "appos" and name.start <= beside.head.idx < name.end and not apart


def _is_told_beside(pronoun: Token, name: Token) -> bool:
    """Whether it is the object in what is told of the very person: `who was seen with | her`."""
    if pronoun.lower_ not in {"him", "her"} or pronoun.dep_ in {"nmod:poss", "det"} or pronoun.tag_ == "PRP$":
        return False
    verb = clause_of(pronoun)
    while verb.dep_ == "conj" and verb.i > name.i and not any(c.dep_ in SUBJECTS for c in verb.children):
        verb = verb.head
    subject = next((c for c in verb.children if c.dep_ in SUBJECTS), None)
    return verb.dep_ == "acl:relcl" and verb.head == name and subject is not None and subject.lower_ == "who"


def _may_be_person(mention: Mention) -> bool:
    """Whether a name of unknown sort could be a person's."""
    unsure = mention.entity.sort is Sort.UNKNOWN and mention.leading and not mention.entity.kinds
    return unsure and not any(text.isupper() or any(c.isdigit() for c in text) for text in mention.entity.texts)


def _sexed(slot: _Slot, pronoun: Token) -> bool:
    """Whether a person without a name can be meant: no spokeswoman by `he`."""
    against = MEN if pronoun.lower_ in SHE else WOMEN
    return slot.entity is not None or (
        slot.token.lower_ not in against and not (slot.token.lower_ in SHE | HE and _other_sex(slot.token, pronoun))
    )


def _other_sex(one: Token, other: Token) -> bool:
    return (one.lower_ in SHE) != (other.lower_ in SHE)


def _head(doc: Doc, mention: Mention) -> Token:
    inside = [token for token in doc if mention.start <= token.idx < mention.end]
    return next((token for token in inside if token.head not in inside), inside[-1])


def _unnamed(index: Mentions, k: int, named: Sequence[Mention]) -> Iterator[Token]:
    """Nouns for one human being that no name beside them names."""
    doc = index.lines[k].sentence.doc
    tokens = {m: {t.i for t in doc if m.start <= t.idx < m.end} for m in named}
    covered = {i for inside in tokens.values() for i in inside}
    for noun in doc:
        if noun.tag_ != "NN" or noun.lower_ not in PERSONS or index.at(k, noun.idx) is not None:
            continue
        if noun.i + 1 < len(doc) and doc[noun.i + 1].tag_ in {"NN", "NNS"}:
            continue
        if not _is_beside(noun, tokens, covered) and not _is_predicate(noun) and noun.dep_ not in {"xcomp", "obl"}:
            yield noun


def _is_beside(noun: Token, tokens: dict[Mention, set[int]], covered: set[int]) -> bool:
    following = noun.nbor().text if noun.i + 1 < len(noun.doc) else ""
    if noun.head.i in covered or noun.i + 1 in covered or (following == "," and noun.i + 2 in covered):
        return True
    if any(child.i in covered and child.dep_ in {"appos", "flat", "compound"} for child in noun.children):
        return True
    if noun.dep_ in SUBJECTS and noun.head.i in covered:
        return True
    if _is_named_behind(noun, covered):
        return True
    behind = noun.i
    while behind and noun.doc[behind].text != "," and noun.i - behind < 9:
        behind -= 1
    closes = any(max(inside, default=-9) in {behind - 1, behind - 4, behind - 5} for inside in tokens.values())
    return closes or any(token.i in covered for token in noun.doc[max(0, noun.i - 12) : noun.i] if token.head == noun)


def _is_named_behind(noun: Token, covered: set[int]) -> bool:
    """`the head of the guard, General | Omar Tchiani,`: a name behind the first comma, titles passed over."""
    comma = next((t for t in noun.doc[noun.i + 1 : noun.i + 10] if t.is_punct and t.tag_ != "HYPH"), None)
    if comma is None or comma.text != "," or any(t.tag_ in FINITE for t in noun.doc[noun.i : comma.i]):
        return False
    named = next((t for t in noun.doc[comma.i + 1 : comma.i + 5] if t.i in covered), None)
    return named is not None and all(t.text[:1].isupper() for t in noun.doc[comma.i + 1 : named.i])


def _is_predicate(noun: Token) -> bool:
    """`Kim is a lawyer`, `served as minister`: says what someone is."""
    if noun.head.lemma_.lower() in _NAMING and noun.dep_ not in SUBJECTS:
        return True
    copula = any(child.dep_ == "cop" for child in noun.children)
    return copula or any(child.lower_ == "as" and child.dep_ == "case" for child in noun.children)


def _within(index: Mentions, k: int, pronoun: Token) -> Entity | None:
    """A person of the same sentence, named before the pronoun."""
    slots = _slots(index, k, pronoun, pronoun.i)
    if pronoun.lower_ in {"him", "himself"} or (pronoun.lower_ == "her" and pronoun.dep_ not in {"nmod:poss", "det"}):
        own = subject_of(clause_of(pronoun))
        slots = [
            slot for slot in slots if own is None or not contains(own, slot.token) or pronoun.lower_.endswith("self")
        ]
    people = {slot.entity for slot in slots}
    if not people:
        return None
    if len(people) == 1:
        return None if None in people else _alone(pronoun, slots)
    return _governing(pronoun, slots)


def _alone(pronoun: Token, slots: list[_Slot]) -> Entity | None:
    """The one person before the pronoun, unless it stands in a phrase that only opens the pronoun's own clause."""
    clause = clause_of(pronoun)
    opens = pronoun.dep_ in SUBJECTS and clause.dep_ == "ROOT"
    aside = opens and all(slot.token.dep_ in {"obl", "nmod", "conj", "nmod:poss"} for slot in slots)
    return None if aside else slots[0].entity


def _governing(pronoun: Token, slots: list[_Slot]) -> Entity | None:
    """Of several, the subject of the clause, or of the clause above, if nobody comes between it and the pronoun."""
    clause = clause_of(pronoun)
    subject = subject_of(clause) if pronoun.dep_ not in SUBJECTS else None
    if subject is None or subject.i >= pronoun.i or contains(subject, pronoun):
        subject = subject_above(clause, pronoun.i)
    if subject is None:
        return None
    held = [
        slot for slot in slots if slot.token == subject or (contains(subject, slot.token) and _heads(slot, subject))
    ]
    whom = {slot.entity for slot in held}
    between = [slot for slot in slots if slot.token.i > subject.right_edge.i and slot.entity not in whom]
    return held[0].entity if len(whom) == 1 and not between else None


def _heads(slot: _Slot, subject: Token) -> bool:
    """Whether the person is the subject itself, by its name beside the noun: `its head, Kim`."""
    return slot.token.head == subject and slot.token.dep_ in {"appos", "flat", "compound"}


def _before(index: Mentions, k: int, pronoun: Token) -> Entity | None:
    """The person of the nearest sentence before that speaks of any; of a fronted `In his speech Kim ...`, Kim."""
    if any(slot.token.i < pronoun.i for slot in _slots(index, k, pronoun, pronoun.i)):
        return None
    subject = subject_of(clause_of(pronoun))
    if subject is not None and subject.i > pronoun.i and pronoun.tag_ == "PRP$" and not contains(subject, pronoun):
        named = index.at(k, subject.idx)
        return (
            named.entity
            if named is not None and named.entity.sort is Sort.PERSON and _fits(named.entity, pronoun)
            else None
        )
    if any(t.dep_ in SUBJECTS and t.head != pronoun.head for t in pronoun.doc[: pronoun.i]):
        return None
    for j in index.before(index.lines[k], _FARTHEST):
        doc = index.lines[j].sentence.doc
        slots = _slots(index, j, pronoun, len(doc))
        people = {slot.entity for slot in slots}
        if people:
            return slots[0].entity if len(people) == 1 else _topic(pronoun, doc[0], slots)
    return None


def _is_below(token: Token) -> bool:
    """Whether a person stands only in a clause that hangs from another: `is an heir and ruled when he beat Kim`."""
    above = [token, *token.ancestors]
    return any(one.dep_ in {"advcl", "advcl:relcl", "acl", "acl:relcl"} for one in above)


def _topic(pronoun: Token, first: Token, slots: list[_Slot]) -> Entity | None:
    """The subject of the sentence before, if the pronoun is one too and the others only belong to something."""
    clause = clause_of(pronoun)
    subject = subject_of(root_of(first))
    leads = clause.dep_ == "ROOT" and (pronoun.dep_ in SUBJECTS or pronoun.head.dep_.startswith("nsubj"))
    if subject is None or not leads:
        return None
    whom = {slot.entity for slot in slots if slot.token == subject or _heads(slot, subject)}
    others = [slot for slot in slots if slot.entity not in whom]
    described = any(child.dep_ == "cop" for child in subject.head.children)
    kept_up = described and any(slot.token.lower_ in HE | SHE for slot in slots if slot.entity in whom)
    modest = all(slot.token.dep_ in _DEEP or (kept_up and _is_below(slot.token)) for slot in others)
    return whom.pop() if len(whom) == 1 and None not in whom and modest else None
