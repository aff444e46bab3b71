"""Pronouns that may stay: what they point to is in the same stretch, though no rule tells which noun it is."""

from __future__ import annotations

import re

from spacy.tokens import Token

from trainer.language.agreement import IT, THEY, agrees
from trainer.language.contested import may_be_no_person
from trainer.language.earlier import SURE, sure_thing, told_of
from trainer.language.entities import Mention
from trainer.language.event_nouns import families
from trainer.language.grammar import clause_of, subject_above, subject_of
from trainer.language.kinds import CLASS_NOUNS, INSTITUTIONS, PLURALS
from trainer.language.names import Sort
from trainer.language.person_nouns import PERSONS
from trainer.language.persons import HE, SHE, cannot_mean
from trainer.language.pointers import is_empty_it
from trainer.language.stretch import Stretch
from trainer.language.tags import NOMINAL

_ACTS = frozenset({
    "push", "delay", "move", "rise", "fall", "loss", "advance", "drive", "effort", "withdrawal", "refusal", "arrival",
    "approval", "removal", "departure", "return", "retreat", "decline", "growth", "step", "shift", "change", "result",
})  # fmt: skip
_GATHERING = frozenset({"of", "among"})
_OBJECTS = frozenset({"obj", "iobj", "obl", "nmod", "obl:agent"})


def explained_within(stretch: Stretch, pronoun: Token) -> bool:
    """Whether a reader of the stretch alone knows as much as a reader of the sentence.

    For that, the stretch has to hold the sentence from its head, and something that fits the pronoun before it.
    """
    if stretch.span.start > _head_of(stretch) or pronoun.i == stretch.span.start:
        return False
    if pronoun.lower_ in HE | SHE:
        return any(m.entity.sort is Sort.PERSON and m.end <= pronoun.idx for m in stretch.named)
    if pronoun.lower_ in THEY and pronoun.nbor(-1).lower_ in _GATHERING:
        return any(t.tag_ in {"NNS", "NNPS"} for t in pronoun.doc[stretch.span.start : pronoun.i])
    clause = clause_of(pronoun if pronoun.tag_ != "PRP$" else pronoun.head)
    above = subject_above(clause, pronoun.i)
    if above is not None and pronoun.dep_ == "nmod:poss" and not may_own(stretch, above):
        return False
    if above is not None and (
        _may_be_company(stretch, above, pronoun) or agrees(stretch.reading.mentions, stretch.number, above, pronoun)
    ):
        return True
    return pronoun.dep_ in _OBJECTS and above is not None and _has_fitting(stretch, pronoun, clause)


def _may_be_company(stretch: Stretch, subject: Token, pronoun: Token) -> bool:
    """Whether the subject above `its`, in the stretch, only looks like a person's name."""
    doubtful = may_be_no_person(stretch.reading.mentions, stretch.number, subject)
    return pronoun.lower_ in IT and pronoun.tag_ == "PRP$" and doubtful and bool(stretch.has(subject))


def is_said_before(stretch: Stretch, pronoun: Token) -> bool:
    """Whether an earlier word of the stretch surely means the same; if that is a pronoun, it is named itself."""
    thing = sure_thing(stretch.reading.mentions, stretch.number, pronoun)
    if thing is None or thing.entity in cannot_mean(stretch.reading.mentions, stretch.number, pronoun):
        return False
    said_at = thing.said_at
    return any(line == stretch.number and stretch.has(pronoun.doc[word]) for line, word in said_at)


_AND_OWN = re.compile(r"(?: \([^()]*\))? and ")


def stands_beside(stretch: Stretch, pronoun: Token, said: str) -> bool:
    """Whether the name that an owner would be told by stands right before it: `the UN and | its partners`."""
    plain = stretch.line.plain
    joined = stretch.span.start == pronoun.i - 1  # the bracket before `and` has been left out
    return pronoun.lower_ in {"its", "their", "his", "her"} and any(
        m.entity.said == said
        and (joined or stretch.span.start_char <= m.start)
        and m.end < pronoun.idx
        and _AND_OWN.fullmatch(plain, m.end, pronoun.idx)
        for m in stretch.reading.mentions.named[stretch.number]
    )


def is_one_of_family(mention: Mention, token: Token) -> bool:
    """`the younger Kim`, `Kim senior`: whether the words beside a surname tell two of one family apart, and no more."""
    entity, doc, at = mention.entity, token.doc, token.i
    if entity.sort not in {Sort.PERSON, Sort.UNKNOWN} or " " in entity.said:
        return False
    behind = doc[at + 1].text if at + 1 < len(doc) else ""
    return behind in {"senior", "junior"} or (at > 0 and doc[at - 1].lower_ in {"younger", "elder", "older"})


def goes_back_within(stretch: Stretch, pronoun: Token) -> bool:
    """Whether a reflexive stands right behind its noun, or is the object of a clause whose subject the stretch holds.

    `the default itself`, `an affiliate calling itself Notchy`, `so that he could devote himself to it`.
    """
    if not pronoun.lower_.endswith(("self", "selves")) or not pronoun.i:
        return False
    before = pronoun.nbor(-1)
    if before.tag_ in NOMINAL:
        return bool(stretch.has(before))
    verb = pronoun.head
    subject = subject_of(verb) or (verb.head if verb.dep_ in {"acl", "acl:relcl", "xcomp"} else None)
    return subject is not None and subject.tag_ in NOMINAL and subject.i < pronoun.i and bool(stretch.has(subject))


def means_nothing(stretch: Stretch, it: Token) -> bool:
    """Whether an `it` means nothing."""
    told = told_of(stretch.reading.mentions, stretch.number, it)
    return is_empty_it(it) or (told is not None and told.empty >= SURE)


def may_own(stretch: Stretch, noun: Token) -> bool:
    """Whether the noun is somebody or something, and no event or act: not `a push remains its best option`."""
    return stretch.at(noun) is not None or not is_act(noun.lower_)


def is_act(word: str) -> bool:
    """Whether a noun names an event or an act, in small letters.

    >>> is_act("push"), is_act("mutiny"), is_act("ship"), is_act("government")
    (True, True, False, False)
    """
    forms = {word, word.removesuffix("s")}
    if forms & (CLASS_NOUNS | PERSONS | INSTITUTIONS | PLURALS.keys()):
        return False
    return bool(forms & (families().keys() | _ACTS)) or word.endswith(("tion", "sion", "ment", "ure", "ing"))


def _head_of(stretch: Stretch) -> int:
    """The first token that says anything: small words that join the sentence to another may be left out."""
    doc = stretch.line.sentence.doc
    return next((t.i for t in doc if t.tag_ not in {"CC", "RB", ",", "IN"}), 0)


def _has_fitting(stretch: Stretch, pronoun: Token, clause: Token) -> bool:
    """Whether a noun of the pronoun's number stands in an earlier clause."""
    own = subject_of(clause)
    return any(
        t.pos_ in {"NOUN", "PROPN"} and t != own and t.dep_ in {"obj", "nsubj", "nsubj:pass", "obl", "nmod", "appos"}
        and agrees(stretch.reading.mentions, stretch.number, t, pronoun)
        for t in pronoun.doc[stretch.span.start : min(pronoun.i, clause.i)]
    )  # fmt: skip
