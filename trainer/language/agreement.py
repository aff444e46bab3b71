"""Whether a noun and a pronoun can mean the same: number and kind, and what stands between them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from spacy.tokens import Token

from trainer.language.grammar import is_nominal
from trainer.language.kinds import CLASS_NOUNS, INSTITUTIONS, PLURALS
from trainer.language.names import Sort
from trainer.language.person_nouns import PERSONS

if TYPE_CHECKING:
    from trainer.language.entities import Mention
    from trainer.language.mentions import Mentions

IT = frozenset({"it", "its", "itself"})
THEY = frozenset({"they", "their", "them", "themselves"})
SHE_SHIP = frozenset({"she", "her", "herself"})
_MANY = frozenset({
    "many", "most", "some", "several", "few", "all", "half", "both", "others", "percent", "dozens", "hundreds",
    "thousands", "millions", "majority", "tens",
})  # fmt: skip
_PEOPLE = frozenset({
    "people", "officials", "actors", "rebels", "troops", "forces", "militants", "authorities", "protesters", "families",
    "refugees", "children", "gunmen", "police", "insurgents", "fighters", "crews", "voters", "parties",
})  # fmt: skip
PLACE_SORTS = frozenset({Sort.CITY, Sort.REGION, Sort.PLACE})
SPEAKING = frozenset({
    "say", "announce", "add", "warn", "estimate", "report", "call", "urge", "ask", "demand", "deny", "claim",
    "accuse", "expect", "plan", "propose", "decide", "vow", "pledge", "condemn", "criticise", "criticize",
    "attribute", "declare", "describe", "argue", "insist", "predict", "forecast", "recommend", "promise", "agree",
    "threaten", "acknowledge", "admit", "blame", "publish", "advise", "offer", "refuse", "intend", "want", "hope",
    "believe", "put", "give", "cite", "note", "find", "record", "count", "project", "confirm", "tell", "launch",
    "sue", "order", "sign", "hire", "buy", "sell", "employ", "operate", "own", "deploy", "fire", "seek", "appeal",
    "win", "lose", "hold", "control", "raise", "cut", "lower", "register", "suspend", "approve", "reject", "adopt",
    "vote", "withdraw", "issue", "release", "run",
})  # fmt: skip
"""Verbs that only a person or a body can be the subject of, or seldom anything else."""


def agrees(index: Mentions, k: int, noun: Token, pronoun: Token) -> bool:
    """Whether the noun and the pronoun are of one number and kind; of things, `she` is a ship."""
    if pronoun.lower_ in SHE_SHIP:
        named = index.at(k, noun.idx)
        return noun.lower_ == "she" or (named is not None and "ship" in named.entity.kinds)
    if noun.lower_ in _MANY or (noun.tag_ == "CD" and noun.lower_ not in {"one", "1"}):
        return pronoun.lower_ in THEY
    if not is_nominal(noun) or noun.tag_ in {"WDT", "WP", "EX", "DT", "PRP$", "CD"}:
        return False
    mention = index.at(k, noun.idx)
    joined = _has_and_before(noun, pronoun)
    many = noun.tag_ in {"NNS", "NNPS"} or joined
    if mention is not None and not (noun.tag_ == "NNS" and mention.entity.sort is Sort.PEOPLE):
        if mention.entity.sort is Sort.PERSON:
            many, person = joined, True
        else:
            many, person = mention.entity.plural or joined, mention.entity.sort is Sort.PEOPLE
    else:
        person = noun.lower_ in PERSONS
        if _does_nothing(noun) and _does_something(pronoun):
            return False
    if noun.tag_ == "PRP":
        return noun.lower_ in ({"they", "them"} if pronoun.lower_ in THEY else {"it"})
    return many if pronoun.lower_ in THEY else not many and not person


def _does_nothing(noun: Token) -> bool:
    """Whether it is a noun without an article, which names no single thing: `access`, `inflation`."""
    return noun.tag_ == "NN" and not any(c.dep_ in {"det", "nmod:poss", "compound"} for c in noun.children)


def _does_something(pronoun: Token) -> bool:
    """Whether the pronoun stands for the one that does what a relative clause tells: `which it began exploiting`."""
    return pronoun.i > 0 and pronoun.dep_.startswith("nsubj") and pronoun.nbor(-1).lower_ in {"which", "that", "whom"}


def _has_and_before(noun: Token, pronoun: Token) -> bool:
    """Whether another noun is joined to it by `and`, and not one that the pronoun belongs to: `Chad and | its men`."""
    joined = [
        c for c in noun.children
        if c.dep_ == "conj" and c.i > noun.i and any(cc.lower_ == "and" for cc in c.children if cc.dep_ == "cc")
    ]  # fmt: skip
    return any(c.doc is not pronoun.doc or not (c == pronoun.head or c.is_ancestor(pronoun)) for c in joined)


def is_body(noun: Token) -> bool:
    """Whether it is a noun for something organized or made: `the company`, `the ship`."""
    return noun.lower_ in CLASS_NOUNS | INSTITUTIONS | PLURALS.keys()


def are_people(word: str) -> bool:
    """`ministers`, `men`: a plural, in small letters, that speaks and acts."""
    return PLURALS.get(word) == "person" or word.removesuffix("s") in PERSONS or word in _PEOPLE


def is_rival(mention: Mention, pronoun: Token) -> bool:
    """Whether a name is of the number and kind that the pronoun can mean."""
    sort = mention.entity.sort
    if pronoun.lower_ in SHE_SHIP:
        return "ship" in mention.entity.kinds
    if sort in {Sort.PERSON, Sort.TERM} or sort in PLACE_SORTS or not mention.leading:
        return False
    if sort is Sort.PEOPLE:
        return pronoun.lower_ in THEY and mention.entity.said.endswith("s")
    return mention.entity.plural == (pronoun.lower_ in THEY)


def named_after(index: Mentions, k: int, subject: Token, pronoun: Token) -> list[Mention]:
    """Other names between the subject and the pronoun that the pronoun can mean."""
    own = index.at(k, subject.idx)
    return [
        m for m in index.named[k]
        if subject.right_edge.idx < m.start < pronoun.idx and is_rival(m, pronoun)
        and (own is None or m.entity != own.entity)
    ]  # fmt: skip
