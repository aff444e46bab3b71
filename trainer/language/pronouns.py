"""What `it`, `its`, `they` and `their` point to: a noun of the sentence, or the subject of the sentence before."""

from __future__ import annotations

from typing import TYPE_CHECKING

from spacy.tokens import Token

from trainer.language import gazetteer
from trainer.language.agreement import (
    IT,
    PLACE_SORTS,
    SHE_SHIP,
    SPEAKING,
    THEY,
    agrees,
    are_people,
    is_body,
    is_rival,
)
from trainer.language.clause_pronouns import Place, in_sentence, is_undergone, nowhere
from trainer.language.contested import is_contested, is_of_doubtful_person, may_mean_nothing
from trainer.language.continued import carried_on, goes_on, said_again
from trainer.language.earlier import CERTAIN, Thing, sure_thing, thing_at
from trainer.language.event_nouns import families
from trainer.language.grammar import (
    clause_of,
    is_plural,
    last_of,
    main_subject,
)
from trainer.language.kinds import AFFINITY
from trainer.language.names import Sort
from trainer.language.person_nouns import MEN, PERSONS
from trainer.language.pointers import is_empty_it
from trainer.language.tags import SUBJECTS
from trainer.language.verbs import lemma_of
from trainer.text import fold

if TYPE_CHECKING:
    from trainer.language.mentions import Mentions

_ABOARD = AFFINITY["ship"] | {"engine", "deck", "decks", "bow", "stern", "rudder", "holds"}


def thing_meant(index: Mentions, k: int, pronoun: Token) -> Place | None:
    """The noun that a pronoun in a line points to; None in any doubt."""
    key = (k, ~pronoun.i)  # a key of its own: `she` is looked up among the persons first, then among the ships
    if key not in index.found:
        index.found[key] = None
        index.found[key] = _weighed(index, k, pronoun, _lookup(index, k, pronoun))
    found = index.found[key]
    unfit = isinstance(found, Place) and (_cannot_own(found.token, pronoun) or _is_no_figure(index, found, pronoun))
    return found if isinstance(found, Place) and not unfit else None


def _is_no_figure(index: Mentions, found: Place, pronoun: Token) -> bool:
    """`Last year it was 31.`: whether something named is taken for what was so many."""
    counted = pronoun.head.tag_ == "CD" and any(c.dep_ == "cop" for c in pronoun.head.children)
    alone = not any(c.dep_ in {"nmod", "obl"} and c.i > pronoun.head.i for c in pronoun.head.children)
    return counted and alone and pronoun.lower_ == "it" and index.at(found.line, found.token.idx) is not None


def _weighed(index: Mentions, k: int, pronoun: Token, ruled: Place | None) -> Place | None:
    """What the rules say, unless the network is sure of another thing; what it is sure of, where they say nothing."""
    thing = sure_thing(index, k, pronoun)
    if pronoun.lower_ in SHE_SHIP:
        return ruled
    if may_mean_nothing(index, k, pronoun) or (ruled is not None and is_contested(index, k, pronoun, ruled)):
        return None
    if thing is None or ruled is None:
        return _found(index, k, pronoun, thing) if thing is not None else ruled
    same = thing.entity is None or thing_at(index, ruled.line, ruled.token.i).key == thing.key
    return ruled if same else _found(index, k, pronoun, thing) if thing.share >= CERTAIN else None


def _found(index: Mentions, k: int, pronoun: Token, thing: Thing) -> Place | None:
    """Where the thing stands that the network is sure of, if the pronoun can mean it."""
    if is_undergone(pronoun) or is_of_doubtful_person(index, k, pronoun):
        return None
    if not _may_mean(index, thing, pronoun) or _is_aside(index, k, thing):
        return None
    j, i = _nearest(thing, k, pronoun)
    if j == k and _answers(pronoun.doc[i]):
        return None
    return Place(j, index.lines[j].sentence.doc[i])


def _answers(noun: Token) -> bool:
    """`according to the AHA`: whether it stands for what somebody else does, who is told of behind it."""
    before = noun.doc[max(0, noun.left_edge.i - 2) : noun.i]
    return any(t.lower_ == "according" for t in before)


def _is_aside(index: Mentions, k: int, thing: Thing) -> bool:
    """`For France, the plan failed.`: a name of another sentence that only places what a common noun does there."""
    (j, i), doc = thing.place, index.lines[thing.place[0]].sentence.doc
    subject = main_subject(doc[0])
    placed = thing.entity is not None and doc[i].dep_ in {"obl", "nmod"} and j != k
    return placed and subject is not None and index.at(j, subject.idx) is None and not is_body(subject)


def _nearest(thing: Thing, k: int, pronoun: Token) -> tuple[int, int]:
    """A word of the same sentence that brings in the thing, if there is one, else where it was brought in."""
    doc = pronoun.doc
    here = [(j, i) for j, i in thing.said_at if j == k and doc[i].pos_ != "PRON" and doc[i].tag_ != "PRP$"]
    return max(here, default=thing.place)


def _may_mean(index: Mentions, thing: Thing, pronoun: Token) -> bool:
    """Whether a thing is of the kind that a pronoun stands for: no person by `it`."""
    entity, noun = thing.entity, index.lines[thing.place[0]].sentence.doc[thing.place[1]]
    if entity is not None:
        return (entity.sort is not Sort.PERSON or pronoun.lower_ in THEY) and entity.sort is not Sort.TERM
    return noun.pos_ in {"NOUN", "PROPN", "CCONJ"} and not (pronoun.lower_ in IT and noun.tag_ == "NNS")


def _cannot_own(noun: Token, pronoun: Token) -> bool:
    """Whether an event is taken for the owner of what only a ship, a company or a country has: `its crew`."""
    office = noun.lower_ in _OFFICES and pronoun.head.lower_ in _OF_STATES
    return office or (noun.text in families() and bool(_classes(pronoun)))


_OFFICES = frozenset({"bank", "cabinet", "commission", "council", "court", "government", "ministry", "parliament"})
_OF_STATES = frozenset({"borders", "currency", "economy", "exports", "gdp", "imports", "inflation", "population"})
"""What a state has, and none of its offices."""


def _lookup(index: Mentions, k: int, pronoun: Token) -> Place | None:
    if pronoun.lower_ in SHE_SHIP and _may_be_woman(index, k, pronoun):
        return None
    near = in_sentence(index, k, pronoun)
    if near is not None and near.is_nowhere:
        return _carried_on(index, k, pronoun) or _ship_before(index, k, pronoun)
    return near or _carried_on(index, k, pronoun) or _before(index, k, pronoun)


def _carried_on(index: Mentions, k: int, pronoun: Token) -> Place | None:
    """By the order of the words, or as the pronoun before it in the sentence."""
    noun = carried_on(index, k, pronoun)
    if noun is not None:
        return Place(k, noun)
    earlier = said_again(index, k, pronoun)
    return thing_meant(index, k, earlier) if earlier is not None and not is_empty_it(earlier) else None


def _ship_before(index: Mentions, k: int, pronoun: Token) -> Place | None:
    """`A seafarer had been in her engine room`: the one ship of the sentence before, whatever the subject here."""
    earlier = index.before(index.lines[k], 1)
    here = any("ship" in m.entity.kinds for m in index.named[k])
    if pronoun.lower_ != "her" or not earlier or here or not _owned_word(pronoun) & _ABOARD:
        return None
    ship = _by_affinity(index, earlier[0], pronoun)
    return ship if ship is not None and not ship.is_nowhere else None


def _may_be_woman(index: Mentions, k: int, pronoun: Token) -> bool:
    """Whether this sentence or the last speaks of someone whom `she` can mean, so that it need be no ship."""
    if pronoun.tag_ == "PRP$" and _owned_word(pronoun) & _ABOARD:
        return False
    for j in (k, *index.before(index.lines[k], 1)):
        doc = index.lines[j].sentence.doc if j != k else pronoun.doc
        if any(m.entity.sort is Sort.PERSON and m.entity.woman is not False for m in index.named[j]):
            return True
        if any(t.lower_ in PERSONS - MEN and index.at(j, t.idx) is None for t in doc):
            return True
    return False


def _before(index: Mentions, k: int, pronoun: Token) -> Place | None:
    """The subject of the sentence right before, where nothing else there could be meant."""
    earlier = index.before(index.lines[k], 1)
    if not earlier or not _leads_sentence(pronoun):
        return None
    j = earlier[0]
    doc = index.lines[j].sentence.doc
    owned = _by_affinity(index, j, pronoun) or _owned_again(index, j, pronoun) or _owner_that_acts(index, j, pronoun)
    if owned is not None:
        return None if owned.is_nowhere else owned
    subject = main_subject(doc[0])
    if subject is None or not agrees(index, j, subject, pronoun):
        return _carried(index, j, pronoun) or _set_apart(index, j, pronoun)
    if subject.tag_ == "PRP":
        return thing_meant(index, j, subject)
    acting = index.at(j, subject.idx) is not None or are_people(subject.lower_) or is_body(subject)
    suffers = pronoun.dep_ == "nsubj:pass" or pronoun.lower_ in IT
    if not (acting or suffers):
        return None
    topical = _is_topic(index, j, subject, pronoun) or _is_kept_up(index, j, subject, pronoun)
    return Place(j, subject) if topical else None


def _owner_that_acts(index: Mentions, j: int, pronoun: Token) -> Place | None:
    """`Chad's best card is oil. It banned exports.`: whose the subject is, the one name, if only somebody does that."""
    subject = main_subject(index.lines[j].sentence.doc[0])
    deliberate = pronoun.lower_ == "it" and pronoun.dep_ == "nsubj" and lemma_of(pronoun.head.lower_) in _DELIBERATE
    if subject is None or not deliberate or index.at(j, subject.idx) or are_people(subject.lower_) or is_body(subject):
        return None
    owner = next((c for c in subject.children if c.dep_ == "nmod:poss"), None)
    own = index.at(j, owner.idx) if owner is not None else None
    if owner is None or own is None or any(is_rival(m, pronoun) for m in index.named[j] if m.entity != own.entity):
        return None
    capital = own.entity.sort is Sort.CITY and fold(own.entity.said) in gazetteer.capitals()
    return Place(j, owner) if capital or is_rival(own, pronoun) else None


_DELIBERATE = frozenset({
    "accuse", "announce", "approve", "ban", "blame", "condemn", "declare", "demand", "deny", "forbid", "impose",
    "order", "outlaw", "pledge", "prohibit", "promise", "refuse", "restrict", "retaliate", "sanction", "sue",
    "threaten", "vow", "warn",
})  # fmt: skip
"""What only somebody who decides can do."""


def _is_kept_up(index: Mentions, j: int, subject: Token, pronoun: Token) -> bool:
    """Whether the sentence before goes back to its own subject by such a pronoun, and names nothing fit after it."""
    last = next(goes_on(index, j, pronoun), None)
    meant = thing_meant(index, j, last) if last is not None else None
    if last is None or meant is None or meant.token != subject or meant.line != j:
        return False
    return not any(m.start > last.idx and is_rival(m, pronoun) for m in index.named[j])


def _owned_again(index: Mentions, j: int, pronoun: Token) -> Place | None:
    """`Its income fell. Its shares fell.`: the same owner, where the sentence before names none."""
    first = index.lines[j].sentence.doc[0]
    if pronoun.tag_ != "PRP$" or first.lower_ != pronoun.lower_ or first.tag_ != "PRP$" or pronoun.i:
        return None
    return None if any(is_rival(m, pronoun) for m in index.named[j]) else thing_meant(index, j, first)


def _carried(index: Mentions, j: int, pronoun: Token) -> Place | None:
    """`Few had heard of Change before it failed. It ...`: the one name there, if an `it` there means it already."""
    if pronoun.lower_ not in IT or pronoun.dep_ != "nsubj":
        return None
    doc = index.lines[j].sentence.doc
    named = [m for m in index.named[j] if is_rival(m, pronoun)]
    if len({m.entity.number for m in named}) != 1 or any(_stands_in_the_way(index, j, t) for t in doc):
        return None
    span = doc.char_span(named[0].start, named[0].end, alignment_mode="expand")
    said = [thing_meant(index, j, t) for t in doc if t.lower_ in IT and t.dep_ in SUBJECTS]
    same = [place for place in said if place is not None and index.at(place.line, place.token.idx) == named[0]]
    return Place(j, span.root) if span is not None and said and len(same) == len(said) else None


def _set_apart(index: Mentions, j: int, pronoun: Token) -> Place | None:
    """`For France, the stakes are high. It keeps 1,500 soldiers there.`: the one name, by which the sentence opens."""
    doc, verb = index.lines[j].sentence.doc, pronoun.head
    doing = any(c.dep_ == "obj" for c in verb.children) and not any(c.dep_ in {"csubj", "ccomp"} for c in verb.children)
    if pronoun.lower_ != "it" or pronoun.dep_ != "nsubj" or not doing or doc[0].lower_ != "for":
        return None
    named = [m for m in index.named[j] if is_rival(m, pronoun)]
    comma = next((t for t in doc if t.text == ","), None)
    if len(named) != 1 or comma is None or named[0].end != comma.idx or any(_is_one_thing(index, j, t) for t in doc):
        return None
    span = doc.char_span(named[0].start, named[0].end, alignment_mode="expand")
    return Place(j, span.root) if span is not None and span.start <= 2 else None


def _is_one_thing(index: Mentions, j: int, token: Token) -> bool:
    return token.tag_ == "NN" and index.at(j, token.idx) is None


def _stands_in_the_way(index: Mentions, j: int, token: Token) -> bool:
    """Whether it is a common noun for one thing, and subject or object."""
    return token.tag_ == "NN" and token.dep_ in {"nsubj", "nsubj:pass", "obj"} and index.at(j, token.idx) is None


def _leads_sentence(pronoun: Token) -> bool:
    """Whether it is the subject, or in the subject, of its sentence, with no other noun before it."""
    clause = clause_of(pronoun if pronoun.dep_ != "nmod:poss" else pronoun.head)
    if clause.dep_ not in {"ROOT", "ccomp", "parataxis", "conj"}:
        return False
    return not any(
        t.pos_ in {"NOUN", "PROPN"} and t.dep_ in {"nsubj", "nsubj:pass", "obj"} and t != pronoun.head
        for t in pronoun.doc[: pronoun.i]
    )


def _by_affinity(index: Mentions, j: int, pronoun: Token) -> Place | None:
    """`its crew`: the one ship of the sentence before; nowhere if there are two."""
    her = pronoun.lower_ in SHE_SHIP
    if pronoun.tag_ != "PRP$" and not her:
        return None
    doc = index.lines[j].sentence.doc
    for sort, nouns in AFFINITY.items():
        if her and sort != "ship":
            continue
        if her or _owned_word(pronoun) & nouns:
            fitting = {m.entity.number: m for m in index.named[j] if sort in m.entity.kinds and m.leading}
            if len(fitting) == 1:
                mention = next(iter(fitting.values()))
                span = doc.char_span(mention.start, mention.end, alignment_mode="expand")
                return Place(j, span.root) if span is not None else None
            if fitting:
                return nowhere(pronoun)
    return None


def _classes(pronoun: Token) -> frozenset[str]:
    """The sorts of thing that alone can own what a possessive goes with: a company, of `its shares`."""
    if pronoun.tag_ != "PRP$":
        return frozenset()
    return frozenset(sort for sort, nouns in AFFINITY.items() if _owned_word(pronoun) & nouns)


def _owned_word(pronoun: Token) -> set[str]:
    """The noun that is owned, and the words up to it: the parser may miss which it is."""
    return {t.lower_ for t in pronoun.doc[pronoun.i + 1 : max(pronoun.head.i, pronoun.i + 3) + 1]}


def _is_topic(index: Mentions, j: int, subject: Token, pronoun: Token) -> bool:
    """Whether the sentence's subject is the only thing in it that the next one's pronoun can mean."""
    doc, own = subject.doc, index.at(j, subject.idx)
    after = last_of(subject)
    named = [
        m for m in index.named[j]
        if m.start > after.idx and is_rival(m, pronoun) and (own is None or m.entity != own.entity)
    ]  # fmt: skip
    many = pronoun.lower_ in THEY
    classes = _classes(pronoun)
    if classes and (subject.lower_ in classes or (own is not None and own.entity.kinds & classes)):
        return not any(m.entity.kinds & classes for m in named)
    common = [
        t for t in doc[after.i + 1 :]
        if t.dep_ in {"obj", "nsubj", "nsubj:pass"} and t.pos_ == "NOUN" and is_plural(t) == many
        and t.lower_ not in PERSONS
    ]  # fmt: skip
    verb = clause_of(pronoun if pronoun.dep_ != "nmod:poss" else pronoun.head)
    speaks = verb.lemma_.lower() in SPEAKING and pronoun.dep_ == "nsubj"
    actor = (own is not None and own.entity.sort not in PLACE_SORTS) or is_body(subject)
    if speaks and actor:
        return not [m for m in named if m.entity.sort is not Sort.STATE]
    return not named and not common
