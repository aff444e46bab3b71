"""What `it`, `its`, `they` and `their` point to: a noun of the sentence, or the subject of the sentence before."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from spacy.tokens import Token

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
    named_after,
)
from trainer.language.continued import carried_on, goes_on, said_again
from trainer.language.grammar import (
    clause_of,
    fronted_subject,
    in_own_phrase,
    is_nominal,
    is_plural,
    last_of,
    main_subject,
    own_subject,
    relative_noun,
    subject_above,
    subject_of,
)
from trainer.language.kinds import AFFINITY, MEN, PERSONS, families
from trainer.language.names import Sort
from trainer.language.pointers import is_empty_it
from trainer.language.tags import FINITE, SUBJECTS

if TYPE_CHECKING:
    from trainer.language.mentions import Mentions

_TELLING = frozenset(
    {"say", "tell", "announce", "report", "warn", "add", "state", "declare", "inform", "note", "claim"}
)
_UNDERGONE = frozenset({
    "abolition", "adoption", "arrest", "closure", "destruction", "dissolution", "extension", "release", "removal",
    "renewal", "repeal", "reopening", "seizure", "suspension",
})  # fmt: skip
"""What is done to a thing: `ordered its closure` owns nothing of who ordered it."""
_ABOARD = AFFINITY["ship"] | {"engine", "deck", "decks", "bow", "stern", "rudder", "holds"}


@dataclass(frozen=True, slots=True)
class Place:
    """A noun in a line that a pronoun points to."""

    line: int
    """Which line of the reading."""
    token: Token
    """The noun."""


def thing_meant(index: Mentions, k: int, pronoun: Token) -> Place | None:
    """The noun that a pronoun in a line points to; None in any doubt."""
    key = (k, ~pronoun.i)  # a key of its own: `she` is looked up among the persons first, then among the ships
    if key not in index.found:
        index.found[key] = None
        index.found[key] = _lookup(index, k, pronoun)
    found = index.found[key]
    return found if isinstance(found, Place) and not _cannot_own(found.token, pronoun) else None


def _cannot_own(noun: Token, pronoun: Token) -> bool:
    """Whether an event is taken for the owner of what only a ship, a company or a country has: `its crew`."""
    return noun.text in families() and bool(_classes(pronoun))


def _lookup(index: Mentions, k: int, pronoun: Token) -> Place | None:
    if pronoun.lower_ in SHE_SHIP and _may_be_woman(index, k, pronoun):
        return None
    near = _in_sentence(index, k, pronoun)
    if near is not None and near.line < 0:
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
    return ship if ship is not None and ship.line >= 0 else None


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


_NOWHERE = -1


def _in_sentence(index: Mentions, k: int, pronoun: Token) -> Place | None:
    """The noun of the same sentence; a place nowhere if the sentence decides, but leaves a doubt."""
    if pronoun.dep_ in {"nmod:poss", "det"} or pronoun.tag_ == "PRP$":
        if pronoun.head.lower_ in _UNDERGONE and pronoun.head.dep_ == "obj":
            return _nowhere(pronoun)
        return _joined_name(index, k, pronoun) or _owner(index, k, pronoun)
    clause = clause_of(pronoun)
    if pronoun.dep_ in {"nsubj", "nsubj:pass", "expl"}:
        return _subject(index, k, pronoun, clause)
    if pronoun.lower_ in {"itself", "themselves"}:
        own = subject_of(clause)
        return (
            Place(k, own)
            if own is not None and own.i < pronoun.i and agrees(index, k, own, pronoun)
            else _nowhere(pronoun)
        )
    return _nowhere(pronoun)


def _nowhere(pronoun: Token) -> Place:
    return Place(_NOWHERE, pronoun)


def _owner(index: Mentions, k: int, pronoun: Token) -> Place | None:
    """Whose: what the noun is joined to, the subject of the clause, else that of the clause above."""
    noun = pronoun.head
    if noun.dep_ == "conj" and noun.head.i < pronoun.i and is_nominal(noun.head):
        joined = noun.head
        if joined.dep_ not in SUBJECTS or _leads(joined):
            if agrees(index, k, joined, pronoun) and index.at(k, joined.idx) is not None:
                return Place(k, joined)
            if joined.dep_ in SUBJECTS:
                return _nowhere(pronoun)
    clause = clause_of(noun) if not _is_predicate(noun) else noun
    subject = _for_its_part(index, k, pronoun) or subject_of(clause)
    if subject is not None and any(child.lower_ == "whose" for child in subject.children):
        subject = relative_noun(clause)
    if subject is not None and subject.i < pronoun.i and not in_own_phrase(subject, pronoun):
        return _fitting(index, k, subject, pronoun)
    if subject is None and _is_told(clause):
        return _nowhere(pronoun)
    return _subject(index, k, pronoun, clause)


def _is_told(clause: Token) -> bool:
    """Whether it is a clause behind `that` with a finite verb: it has a subject, though the parser may not find it."""
    marked = any(c.lower_ == "that" and c.dep_ == "mark" for c in clause.children)
    verbs = [clause, *(c for c in clause.children if c.dep_ in {"aux", "aux:pass", "cop"})]
    return clause.dep_ == "ccomp" and marked and any(v.tag_ in FINITE for v in verbs)


def _joined_name(index: Mentions, k: int, pronoun: Token) -> Place | None:
    """`information about ALPHV and its links`: the name right before the `and`, behind a preposition."""
    if pronoun.i < 3 or pronoun.nbor(-1).lower_ != "and":
        return None
    name = pronoun.nbor(-2)
    mention = index.at(k, name.idx)
    behind = mention is not None and mention.end == name.idx + len(name) and mention.leading
    before = next((t for t in reversed(list(pronoun.doc[: name.i])) if mention is None or t.idx < mention.start), None)
    if not behind or before is None or before.tag_ != "IN" or not agrees(index, k, name, pronoun):
        return None
    return Place(k, name)


def _for_its_part(index: Mentions, k: int, pronoun: Token) -> Token | None:
    """`Kroll, for its part,`: the name before the comma."""
    if pronoun.head.lower_ != "part" or pronoun.i < 3 or pronoun.nbor(-1).lower_ != "for":
        return None
    before = pronoun.nbor(-3) if pronoun.nbor(-2).text == "," else pronoun.nbor(-2)
    return before if index.at(k, before.idx) is not None else None


def _is_predicate(noun: Token) -> bool:
    return any(child.dep_ == "cop" for child in noun.children)


def _leads(noun: Token) -> bool:
    return noun.left_edge.i <= 2


def _fitting(index: Mentions, k: int, subject: Token, pronoun: Token) -> Place:
    """The subject, its owner or, behind an unfit subject, nothing."""
    if agrees(index, k, subject, pronoun):
        if _is_outranked(index, k, subject, pronoun):
            return _nowhere(pronoun)
        return Place(k, subject) if not _rival_owner(index, k, subject, pronoun) else _nowhere(pronoun)
    return _nowhere(pronoun)


def _rival_owner(index: Mentions, k: int, subject: Token, pronoun: Token) -> bool:
    """Whether another name between subject and pronoun is likelier to own what the pronoun owns."""
    classes = [sort for sort, nouns in AFFINITY.items() if pronoun.head.lower_ in nouns]
    own = index.at(k, subject.idx)
    for sort in classes:
        if own is not None and sort in own.entity.kinds:
            return False
        if any(sort in m.entity.kinds for m in index.named[k] if subject.idx < m.start < pronoun.idx):
            return True
    return False


def _is_outranked(index: Mentions, k: int, subject: Token, pronoun: Token) -> bool:
    """Whether the subject is an event, and a name that can be meant is the subject of a clause above or before.

    `Moscow stood by, because the war tied down its forces and it depends on gas`: no war has forces.
    """
    if pronoun.lower_ not in IT or index.at(k, subject.idx) is not None or subject.lower_ not in families():
        return False
    others = [
        t for t in subject.doc[: subject.left_edge.i]
        if t.dep_ in SUBJECTS and t.pos_ in {"NOUN", "PROPN"} and agrees(index, k, t, pronoun)
    ]  # fmt: skip
    return any(index.at(k, t.idx) is not None or is_body(t) for t in others)


def _subject(index: Mentions, k: int, pronoun: Token, clause: Token) -> Place | None:
    """For a pronoun that leads its clause: the subject of the clause above, or of one that opens the sentence."""
    if clause.dep_ in {"acl:relcl", "acl"} and clause.head.i < pronoun.i and pronoun.head == clause:
        return _of_relative(index, k, pronoun, clause)
    beside = _adjoining(pronoun)
    if beside is not None and agrees(index, k, beside, pronoun):
        return Place(k, beside) if index.at(k, beside.idx) is not None or is_body(beside) else _nowhere(pronoun)
    above = subject_above(clause, pronoun.i)
    which = next((c for c in clause.children if c.tag_ in {"WDT", "WP"} and c.i < pronoun.i), None)
    if above is None:
        return _leading(index, k, pronoun, clause)
    if which is not None:
        return _beside_which(index, k, above, pronoun, which)
    if not agrees(index, k, above, pronoun):
        only = _only_named(index, k, pronoun)
        return only if only is not None else _nowhere(pronoun)
    doubted = _is_outranked(index, k, above, pronoun) or not _is_safe(index, k, above, pronoun, clause)
    return _nowhere(pronoun) if doubted else Place(k, above)


def _adjoining(pronoun: Token) -> Token | None:
    """`staff agreed; once the board has assented, it ...`: the subject of the clause that opens the pronoun's own."""
    doc, end = pronoun.doc, pronoun.i - 1
    if end < 1 or doc[end].text != ",":
        return None
    for verb in doc[:end]:
        mark = next((c for c in verb.children if c.dep_ == "mark" and c.i < verb.i), None)
        if verb.dep_ == "advcl" and verb.right_edge.i in {end - 1, end} and mark is not None and mark.i:
            return own_subject(verb) if mark.nbor(-1).text in {";", ":"} else None
    return None


def _leading(index: Mentions, k: int, pronoun: Token, clause: Token) -> Place | None:
    """For the subject of the main clause: that of a clause that opens the sentence."""
    fronted = fronted_subject(clause, pronoun.i)
    if fronted is not None and agrees(index, k, fronted, pronoun):
        named = index.at(k, fronted.idx) is not None or is_body(fronted) or are_people(fronted)
        return Place(k, fronted) if named else None
    return _only_plural(index, k, pronoun) if subject_of(clause) is None else None


def _only_plural(index: Mentions, k: int, pronoun: Token) -> Place | None:
    """`As many as 300 families lost their homes`: the one plural before, where the parser finds no subject."""
    if pronoun.lower_ not in THEY:
        return None
    many = [t for t in pronoun.doc[: pronoun.i] if t.tag_ in {"NNS", "NNPS"}]
    return Place(k, many[0]) if len(many) == 1 and agrees(index, k, many[0], pronoun) else None


def _beside_which(index: Mentions, k: int, above: Token, pronoun: Token, which: Token) -> Place:
    """`the framework, to which it applied`: the subject above, since the noun before `which` is something else."""
    before = next((t for t in reversed(list(pronoun.doc[: which.i])) if t.pos_ in {"NOUN", "PROPN"}), None)
    if before is None or not agrees(index, k, above, pronoun) or index.at(k, above.idx) is None:
        return _nowhere(pronoun)
    first = before.left_edge.idx
    rivals = [m for m in named_after(index, k, above, pronoun) if m.end <= first]
    return _nowhere(pronoun) if rivals else Place(k, above)


def _teller(clause: Token) -> Token | None:
    """Who said it, where the parser hangs what was said from the noun before its comma."""
    first = clause.left_edge
    if first.lower_ != "that" or first.tag_ != "IN" or not first.i or first.nbor(-1).text != ",":
        return None
    verb = clause_of(clause.head)
    return subject_of(verb) if verb.lemma_.lower() in _TELLING else None


def _of_relative(index: Mentions, k: int, pronoun: Token, clause: Token) -> Place:
    """`the ransom that it paid`: the subject of the clause that holds the noun, if it is a name or a class noun."""
    teller = _teller(clause)
    if teller is not None:
        return Place(k, teller) if agrees(index, k, teller, pronoun) else _nowhere(pronoun)
    above = _beyond(clause, pronoun)
    if above is None or in_own_phrase(above, pronoun) or not agrees(index, k, above, pronoun):
        return _nowhere(pronoun)
    actor = index.at(k, above.idx) is not None or above.tag_ == "PRP" or is_body(above)
    doubt = _named_between(index, k, above, pronoun) or (
        above != subject_above(clause, pronoun.i) and not _is_only_rival(index, k, above, pronoun)
    )
    return Place(k, above) if actor and not doubt else _nowhere(pronoun)


def _is_only_rival(index: Mentions, k: int, noun: Token, pronoun: Token) -> bool:
    """Whether the noun is a name, and no other before the pronoun can be meant."""
    own = index.at(k, noun.idx)
    rivals = {m.entity.number for m in index.named[k] if m.end <= pronoun.idx and is_rival(m, pronoun)}
    return own is not None and rivals <= {own.entity.number}


def _beyond(clause: Token, pronoun: Token) -> Token | None:
    """The nearest subject above that is not the noun told of: `The AMA said that half of those it asked had paid`."""
    above = subject_above(clause, pronoun.i)
    while above is not None and in_own_phrase(above, clause.head):
        above = subject_above(clause_of(above), pronoun.i)
    return above


def _named_between(index: Mentions, k: int, subject: Token, pronoun: Token) -> bool:
    """Whether a name that the pronoun could mean too stands between."""
    return bool(named_after(index, k, subject, pronoun))


def _is_safe(index: Mentions, k: int, above: Token, pronoun: Token, clause: Token) -> bool:
    """Whether the subject above is what is meant: what a body says of itself, or nothing else in the way."""
    told = clause.dep_ == "ccomp" and clause.head.pos_ == "VERB"
    if told or clause.dep_ in {"conj", "parataxis"}:
        actor = index.at(k, above.idx) is not None or is_body(above) or above.tag_ == "PRP"
        return actor or not _common_between(above, pronoun)
    if clause.lemma_.lower() in SPEAKING and (index.at(k, above.idx) is not None or are_people(above)):
        return not _named_between(index, k, above, pronoun)
    return not _named_between(index, k, above, pronoun) and not _common_between(above, pronoun)


def _common_between(subject: Token, pronoun: Token) -> bool:
    """Whether an object of the pronoun's number stands between."""
    many = pronoun.lower_ in THEY
    return any(
        t.dep_ in {"obj", "nsubj", "nsubj:pass"} and t.pos_ == "NOUN" and is_plural(t) == many and t != subject
        for t in subject.doc[subject.right_edge.i + 1 : pronoun.i]
    )  # fmt: skip


def _only_named(index: Mentions, k: int, pronoun: Token) -> Place | None:
    """The one thing that the sentence names before the pronoun, with no other noun that could be meant."""
    doc = pronoun.doc
    fitting = [m for m in index.named[k] if m.end <= pronoun.idx and is_rival(m, pronoun)]
    if len({m.entity.number for m in fitting}) != 1:
        return None
    others = [
        t for t in doc[: pronoun.i]
        if t.dep_ in {"obj", "nsubj", "nsubj:pass", "obl"} and t.pos_ == "NOUN" and agrees(index, k, t, pronoun)
    ]  # fmt: skip
    span = doc.char_span(fitting[0].start, fitting[0].end, alignment_mode="expand")
    return Place(k, span.root) if span is not None and not others else None


def _before(index: Mentions, k: int, pronoun: Token) -> Place | None:
    """The subject of the sentence right before, where nothing else there could be meant."""
    earlier = index.before(index.lines[k], 1)
    if not earlier or not _leads_sentence(pronoun):
        return None
    j = earlier[0]
    doc = index.lines[j].sentence.doc
    owned = _by_affinity(index, j, pronoun) or _owned_again(index, j, pronoun)
    if owned is not None:
        return owned if owned.line >= 0 else None
    subject = main_subject(doc[0])
    if subject is None or not agrees(index, j, subject, pronoun):
        return _carried(index, j, pronoun) or _set_apart(index, j, pronoun)
    if subject.tag_ == "PRP":
        return thing_meant(index, j, subject)
    acting = index.at(j, subject.idx) is not None or are_people(subject) or is_body(subject)
    suffers = pronoun.dep_ == "nsubj:pass" or pronoun.lower_ in IT
    if not (acting or suffers):
        return None
    topical = _is_topic(index, j, subject, pronoun) or _is_kept_up(index, j, subject, pronoun)
    return Place(j, subject) if topical else None


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
                return _nowhere(pronoun)
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
