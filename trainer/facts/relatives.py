"""Clauses told on their own with the noun that they hang from: relatives and participles."""

from __future__ import annotations

import re
from collections.abc import Iterator

from spacy.tokens import Doc, Token

from trainer.facts.doubtful import counts_in, is_feared, is_verb_of_row, takes_all
from trainer.facts.masks import NAME_MASKS
from trainer.facts.syntax import (
    RELATIVES,
    Word,
    clause_end,
    has_finite,
    is_finite,
    noun_before,
    parts,
    phrase_end,
    stretch,
    was,
)
from trainer.facts.telling import Piece, Telling, is_date, is_place
from trainer.language import gazetteer
from trainer.language.person_nouns import PERSONS
from trainer.language.tags import EVERY_SUBJECT, NOMINAL, NOUNS
from trainer.language.verbs import REPORTING, lemma_of

INTRANSITIVE = frozenset({
    "climbed", "risen", "fallen", "dropped", "declined", "increased", "grown", "come", "gone", "happened", "occurred",
    "emerged", "followed", "joined", "remained", "become", "been", "had", "amounted", "totalled", "totaled",
    "numbered", "lasted", "stood", "surged", "slumped", "arrived", "begun", "ended", "agreed", "said", "warned",
    "vowed", "pledged", "led", "appeared", "belonged", "died", "lived", "stayed", "decreased", "shrunk", "rallied",
    "collapsed", "resigned", "fled", "returned", "travelled", "traveled", "worked", "acted", "voted", "spoken",
    "told", "escaped", "vanished", "survived",
})  # fmt: skip
"""Participles by which nothing is done to anybody."""
_JOINING_PARTICIPLES = frozenset({"compared", "known", "called", "dubbed", "followed", "owned", "given", "including"})
"""Participles that only set the noun beside something: `64 percent, compared with 35`."""


_BEHIND_PARTICIPLE = frozenset({
    "by", "in", "on", "at", "from", "under", "with", "as", "to", "against", "off", "near", "since",
})  # fmt: skip


def relatives(told: Telling) -> Iterator[Piece]:
    """`X, which did Y`: X did Y. `X, whose Z did Y`: the Z of X did Y. `X, which Y did`: Y did X."""
    doc = told.doc
    for token in doc[1:]:
        if token.lower_ not in RELATIVES | {"whose", "that", "whom", "where"} or token.i + 1 >= len(doc):
            continue
        if token.lower_ == "that" and (token.tag_ != "WDT" or token.head.dep_ != "acl:relcl"):
            continue
        prepositional = doc[token.i - 1].tag_ == "IN" and token.lower_ in {"which", "whom"}
        if prepositional and doc[token.i - 1].lower_ == "of" and doc[token.i - 2].tag_ in NOUNS:
            continue  # `at the end of which`: the noun before is not what it stands for
        end = clause_end(doc, token.i)
        phrase = _antecedent(told, token, token.i - prepositional)
        if phrase is None or not has_finite(doc, token.i, end):
            continue
        if is_feared(doc, phrase[0]) or takes_all(doc, token, phrase[0], end) or counts_in(token):
            continue
        if _is_only_place(doc, token, *phrase) or _is_whole_line(told, token, phrase[0], end):
            continue
        noun = _as_any(doc, *phrase) if doc[token.i - 1].text not in {",", "-"} else stretch(*phrase)
        words = _resumed(doc, token, end, noun, prepositional=prepositional)
        if words:
            yield Piece(words, f"relative {token.lower_}")


def _is_only_place(doc: Doc, relative: Token, first: int, last: int) -> bool:
    """Whether a clause only tells which place or time a bare noun means: `the place where a clash looks likely`."""
    behind_comma = doc[relative.i - 1].text == "," or doc[relative.i - 2].text == ","
    within = relative.lower_ == "where" or doc[relative.i - 1].lower_ in {"in", "at", "on"}
    noun = doc[last - 1]
    bare = last - first == 2 and doc[first].tag_ == "DT" and noun.text not in NAME_MASKS
    return within and not behind_comma and bare and noun.tag_ in {"NN", "NNS"}


def _is_whole_line(told: Telling, relative: Token, first: int, end: int) -> bool:
    """Whether a line is no more than somebody and what he did, as under a name: `A preacher who led a church`."""
    doc = told.doc
    some = first == 0 and doc[0].lower_ in {"a", "an"} and relative.lower_ in {"who", "whose", "that"}
    return some and not has_finite(doc, end, len(doc))


def _as_any(doc: Doc, first: int, last: int) -> list[Word]:
    """The noun without a `the` that only its clause accounts for: of `the raid that killed him`, a raid killed him."""
    noun = doc[last - 1]
    if noun.tag_ == "NNS" and _head_of(doc, first, last).tag_ == "NN":
        return stretch(first, last)
    if doc[first].lower_ != "the" or noun.tag_ not in {"NN", "NNS"} or first + 1 == last:
        return stretch(first, last)
    if any(t.tag_ in {"JJS", "RBS", "CD"} or t.lower_ in _ONE_ONLY for t in doc[first + 1 : last]):
        return stretch(first, last)
    article: list[Word] = [] if noun.tag_ == "NNS" else ["an" if doc[first + 1].text[:1] in "aeiouAEIOU" else "a"]
    return [*article, *stretch(first + 1, last)]


_ONE_ONLY = frozenset({"first", "last", "only", "same", "next", "latest"})


def _resumed(doc: Doc, relative: Token, end: int, noun: list[Word], *, prepositional: bool) -> list[Word]:
    """The relative clause with the noun in the place of its pronoun."""
    first = relative.i + 1
    if relative.lower_ == "whose":
        return _owned(doc, first, end, noun)
    verb_first = is_finite(doc[first]) or doc[first].tag_ == "RB"
    if verb_first and not prepositional and relative.lower_ not in {"where", "whom"}:
        return [*noun, *stretch(first, end)]
    verb = next((t for t in doc[first:end] if is_finite(t)), None)
    if verb is None or not _has_own_subject(doc, first, verb.i):
        return []
    if relative.lower_ == "where":  # `in Beijing, where he said that it mattered`: what is said need not be so there
        return [] if lemma_of(verb.lower_) in REPORTING else [*stretch(first, end), "in", *noun]
    last = _last_of_verb(doc, verb.i, end)
    if prepositional:
        behind = _behind_object(doc, last, end)
        loose = _is_loose_span(doc, relative.i - 1, noun) or any(t.dep_ == "iobj" for t in doc[first:end])
        return [] if loose else [*stretch(first, behind), relative.i - 1, *noun, *stretch(behind, end)]
    taken = any(t.dep_ == "obj" and t.i > last for t in doc[last + 1 : last + 5])
    meant = any(t.tag_ == "TO" and t.i + 1 < end and doc[t.i + 1].tag_ == "VB" for t in doc[verb.i : end])
    behind = last + 1
    if doc[behind : behind + 2].text.lower() == ", that":
        behind += 1  # `a rumour, which he denied, that ...`: the content goes on from the noun
    return [] if taken or meant else [*stretch(first, last + 1), *noun, *stretch(behind, end)]


def _is_loose_span(doc: Doc, preposition: int, noun: list[Word]) -> bool:
    """Whether a length of time says no more than when: `after weeks in which`, and not `ten months in which`."""
    tokens = [doc[word] for word in noun if isinstance(word, int)]
    spans = re.fullmatch(r"(?:day|week|month|year)s?", tokens[-1].lower_) is not None
    counted = any(t.tag_ == "CD" for t in tokens) and doc[preposition].lower_ == "in"
    return spans and not counted


def _owned(doc: Doc, first: int, end: int, noun: list[Word]) -> list[Word]:
    """A clause behind `whose`, with the noun as the owner; what is done to what it owns goes behind the verb."""
    last = noun[-1]
    owner = [*noun, "'" if isinstance(last, int) and doc[last].tag_ in {"NNS", "NNPS"} else "'s"]
    verb, thing = _verb_and_thing(doc, first, end)
    if verb is None or thing == first:
        return [*owner, *stretch(first, end)]
    done = _last_of_verb(doc, verb, end) + 1
    return [*stretch(thing, done), *owner, *stretch(first, thing), *stretch(done, end)]


def _verb_and_thing(doc: Doc, first: int, end: int) -> tuple[int | None, int]:
    """The verb of a clause behind `whose`, and where its subject begins behind what is done to: `release | the court`.

    The subject begins where the clause does if what `whose` owns is the subject.
    """
    verb = next((t for t in doc[first:end] if is_finite(t)), None)
    if verb is None:
        return None, first
    top = verb.head if verb.dep_.startswith(("aux", "cop")) else verb
    subject = next((c for c in top.children if c.dep_ in EVERY_SUBJECT and first < c.i < verb.i), None)
    begins = subject.left_edge.i if subject is not None else first
    article = next((t.i for t in doc[first + 1 : verb.i] if t.lower_ in {"the", "a", "an"}), first)
    begins = article if begins <= first else begins
    owned = doc[first:begins]
    plain = len(owned) > 0 and owned[-1].tag_ in NOUNS and all(t.tag_ in NOUNS | {"JJ", "CD", "VBN"} for t in owned)
    return verb.i, begins if plain else first


def _behind_object(doc: Doc, last: int, end: int) -> int:
    """Where the object of a verb is over, with the `of` that goes with it; right behind the verb if it has none."""
    found = next((t for t in doc[last + 1 : min(last + 7, end)] if t.dep_ == "obj" and t.head.i <= last), None)
    if found is None:
        return last + 1
    shares = (c.right_edge.i for c in found.children if c.dep_ == "nmod" and doc[c.left_edge.i].lower_ == "of")
    return min(max((found.i, *shares)) + 1, end)


def _has_own_subject(doc: Doc, first: int, verb: int) -> bool:
    """Whether a noun stands before the verb of a relative clause, and no `they` that would need a name."""
    return doc[first].lower_ != "they" and any(t.tag_ in NOMINAL | {"PRP"} for t in doc[first:verb])


def _last_of_verb(doc: Doc, verb: int, end: int) -> int:
    """The last word that belongs to a verb: its participles, infinitives and adverbs."""
    last = verb
    while last + 1 < end and doc[last].tag_ != "VBG" and not _is_object(doc, last + 1):
        word = doc[last + 1]
        verbal = word.tag_ in _VERBAL and word.lower_ not in {"according", "including"}
        if not verbal and word.lower_ not in {"due", "able", "set", "likely"}:
            break
        last += 1
    return last


_VERBAL = frozenset({"VB", "VBN", "VBG", "TO", "RB", "RP", "VBD"})


def _is_object(doc: Doc, i: int) -> bool:
    """Whether a participle describes what is missing, and does not belong to the verb: `expected to see | named`."""
    before = i - 1
    while doc[before].tag_ == "RB" and doc[before].lower_ not in _BEFORE_PARTICIPLE:
        before -= 1
    return doc[i].tag_ == "VBN" and doc[before].lower_ not in _BEFORE_PARTICIPLE


_BEFORE_PARTICIPLE = frozenset({
    "be", "been", "being", "have", "has", "had", "was", "were", "is", "are", "not", "also", "since", "long", "ever",
    "never",
})  # fmt: skip


def _antecedent(told: Telling, relative: Token, start: int) -> tuple[int, int] | None:
    """The noun phrase that a relative pronoun stands for; None where a list or a bare amount stands before it."""
    doc = told.doc
    phrase = named_before(told, _before_participle(doc, relative, noun_before(doc, start)))
    if phrase is not None and is_date(told, *phrase):
        before = phrase[0] - (doc[phrase[0] - 1].tag_ == "IN")
        phrase = noun_before(doc, before)
    if phrase is None:
        return None
    first, last = phrase
    owner = relative.head.head if relative.head.dep_ == "acl:relcl" else None
    if owner is not None and owner.i < first:
        joins = all(t.tag_ in {"IN", "DT", "PRP$", "JJ"} or t.text in {"(", ")"} for t in doc[owner.i + 1 : first])
        start = _start_of(doc, owner.i)
        if not joins or owner.tag_ not in NOMINAL or _is_amount(doc, start, owner.i + 1):
            return None
        named = named_before(told, (start, owner.i + 1))
        if named is not None and named[0] < start and _is_beside(relative):
            return None if _is_odd_of_place(told, relative, named[1]) else named
        first = start
    elif owner is not None and (owner.i == last - 1 or first <= owner.i):
        first = max(first, _own_start(doc, owner.i, first))
    first = _of_person(relative, first, last)
    unsure = _is_unsure(told, relative, first, last) or _is_amount(doc, first, last)
    joined = first > 0 and doc[first - 1].lower_ in {"and", "or"} and doc[first - 2].tag_ in NOMINAL
    return None if unsure or joined else (first, last)


def _before_participle(doc: Doc, relative: Token, phrase: tuple[int, int] | None) -> tuple[int, int] | None:
    """For `who` behind a thing in a participle set apart, the noun before: `envoys, sent at short notice, | who`."""
    if phrase is None or phrase[0] < 3 or relative.lower_ != "who" or relative.nbor(-1).text != ",":
        return phrase
    noun, opening = _head_of(doc, *phrase), doc[phrase[0] - 3 : phrase[0]]
    apart = opening[0].text == "," and opening[1].tag_ == "VBN" and opening[2].tag_ == "IN"
    acts = noun.tag_ != "NN" or noun.lower_ in PERSONS | gazetteer.words("office_heads")
    return noun_before(doc, phrase[0] - 2) if apart and not acts else phrase


def _is_unsure(told: Telling, relative: Token, first: int, last: int) -> bool:
    """Whether the pronoun may stand for another noun: `who` for no place, `that` for no number."""
    doc, word = told.doc, relative.lower_
    behind_comma = doc[relative.i - 1].text in {",", "-"}
    inside = any(t.tag_ == "IN" for t in doc[first:last])
    if behind_comma and word != "who" and (_is_nested(doc, first) or (word == "which" and inside)):
        return True
    if _is_odd_of_place(told, relative, last):
        return True
    if word == "that" and inside and doc[last - 1].text in NAME_MASKS and relative.head.head == doc[last - 1]:
        return True  # `the advice of the Senate that met`
    if doc[relative.i - 2].text == "," and doc[relative.i - 1].tag_ == "IN" and _is_nested(doc, first):
        return True  # `protests over a bill, in which`
    named = doc[last - 1].text in NAME_MASKS and last == relative.i - 1 and doc[last].tag_ == "IN"
    if named and _is_nested(doc, first):
        return True  # `a firm registered in the Netherlands for which`
    return word == "that" and (doc[first].tag_ == "CD" or _is_nested(doc, first))


def _is_beside(relative: Token) -> bool:
    """Whether the pronoun goes with a noun two phrases back, and not the next: `the town on the lake, | which`."""
    return relative.lower_ != "which" or relative.nbor(-1).text not in {",", "-"}


def _is_odd_of_place(told: Telling, relative: Token, last: int) -> bool:
    """Whether a `who` would stand for a place whose name ends here."""
    return relative.lower_ in {"whose", "who"} and is_place(told, told.doc[last - 1])


def _is_amount(doc: Doc, first: int, last: int) -> bool:
    """Whether the phrase is a bare amount: `12 percent`."""
    return all(t.tag_ in {"CD", "$"} or t.lower_ in _SUMS for t in doc[first:last])


_SUMS = frozenset({"percent", "million", "billion", "millions", "12%"})


def named_before(told: Telling, phrase: tuple[int, int] | None) -> tuple[int, int] | None:
    """For `X, a Y`, the name X that the Y describes; otherwise the phrase itself."""
    doc = told.doc
    if phrase is None or phrase[0] < 2 or doc[phrase[0] - 1].text != ",":
        return phrase
    head = _head_of(doc, *phrase)
    described = doc[phrase[0]].lower_ == "the" and head.tag_ == "NN" and head.dep_ == "appos"
    if doc[phrase[0]].lower_ not in {"a", "an"} and not described:
        return phrase
    before = noun_before(doc, phrase[0])
    ends = {name.end for name in told.line.names}
    return before if before is not None and told.places[before[1] - 1][1] in ends else phrase


def _head_of(doc: Doc, first: int, last: int) -> Token:
    """The noun of a phrase that hangs on no other word of it."""
    return next((t for t in doc[first:last] if not first <= t.head.i < last), doc[last - 1])


def _start_of(doc: Doc, noun: int) -> int:
    """Where the words of a noun begin: its article, adjectives and names."""
    first = noun
    while (
        first > 0
        and doc[first - 1].tag_ in {"DT", "JJ", "NN", "NNP", "PRP$", "CD", "POS", "JJS", "JJR", "VBN"}
        and doc[first].tag_ not in {"DT", "PRP$"}
    ):
        first -= 1
    return first


def _is_nested(doc: Doc, first: int) -> bool:
    """Whether the phrase hangs from a noun or a participle before it, which a `which` may mean as well."""
    before = doc[first - 1] if first else None
    return before is not None and before.tag_ == "IN" and first > 1 and doc[first - 2].tag_ in NOMINAL | {"VBN", "VBG"}


def _own_start(doc: Doc, noun: int, first: int) -> int:
    """Where the words of one noun begin: behind the `of` of an amount, `half of its Eurobonds`; else all of it."""
    for i in range(noun, first, -1):
        if doc[i - 1].lower_ == "of":
            return i if doc[i - 2].tag_ == "CD" or doc[i - 2].lower_ in _AMOUNTS else first
    return first


def _of_person(relative: Token, first: int, last: int) -> int:
    """Where the words begin that `who` stands for: a person's name behind a thing's `of`, `the debt of | Smith`."""
    doc = relative.doc
    of = next((i for i in range(last - 1, first, -1) if doc[i].lower_ == "of"), first)
    if of > first and relative.lower_ == "whose" and doc[last - 1].text in NAME_MASKS and doc[of - 1].lower_ in _ACTS:
        return of + 1
    if of == first or relative.lower_ not in {"who", "whose", "whom"} or doc[last - 1].text != "Smith":
        return first
    thing = doc[of - 1]
    acts = thing.lower_ in PERSONS | gazetteer.words("office_heads") or thing.tag_ != "NN"
    return first if acts else of + 1


_ACTS = frozenset({
    "departure", "withdrawal", "return", "arrival", "retreat", "exit", "entry", "removal", "defeat", "collapse", "fall",
    "rise", "advance", "deployment", "release", "arrest", "death", "killing", "election", "appointment", "dismissal",
})  # fmt: skip
"""What somebody does, or what is done to him: it owns nothing."""
_AMOUNTS = frozenset({
    "percent", "most", "majority", "half", "quarter", "third", "number", "share", "dozens", "hundreds", "thousands",
    "millions", "some", "many", "several", "all", "one", "two", "three", "rest",
})  # fmt: skip


def participles(told: Telling) -> Iterator[Piece]:
    """`X, set up in 2013`: X was set up in 2013. A front one goes with the subject."""
    doc = told.doc
    for token in doc:
        if (
            token.tag_ != "VBN"
            or token.dep_ in {"amod", "compound"}
            or any(c.dep_.startswith(("aux", "nsubj")) and c.i < token.i for c in token.children)
        ):
            continue
        if token.lower_ in INTRANSITIVE | _JOINING_PARTICIPLES or not any(is_finite(t) for t in doc):
            continue
        first = token.i - (token.i > 0 and token.nbor(-1).tag_ == "RB")
        if first == 0:
            yield from _front_participle(doc)
            continue
        before = doc[first - 1]
        if before.text not in {",", "-"} and doc[token.i + 1 : token.i + 2].text.lower() not in _BEHIND_PARTICIPLE:
            continue
        if before.text not in {",", "-"} and (before.tag_ not in NOUNS or token.dep_ not in {"acl", "acl:relcl"}):
            continue
        phrase = named_before(told, noun_before(doc, first))
        if phrase is None or (before.text not in {",", "-"} and _is_some_or_result(doc, phrase, token)):
            continue
        parted = _opens_clause(doc, phrase[0]) or not _is_beside_verb(doc, token) or _is_governed(doc, phrase[0])
        if parted or (phrase[1] < first - 1 and is_verb_of_row(doc, token)) or _is_found_sum(doc, phrase[0]):
            continue
        end = phrase_end(doc, first)
        if end - first >= 3:
            yield Piece([*stretch(*phrase), *was(doc, phrase), *stretch(first, end)], "participle")


_BRINGING_ABOUT = frozenset({"order", "leave", "keep", "have", "get", "want", "make", "declare", "consider", "hold"})
"""Verbs that may say what becomes of their object: `ordered two of the berths at the port | shut`."""


def _is_result(doc: Doc, first: int, participle: Token) -> bool:
    """Whether a verb before says that its object comes to be so: `ordered the pumps | shut on 3 May`."""
    verb = next((t for t in reversed(doc[:first]) if t.tag_.startswith("VB") or t.text in {",", ";"}), None)
    made = verb is not None and lemma_of(verb.lower_) in _BRINGING_ABOUT
    return made and not any(c.dep_ == "obl:agent" for c in participle.children)


def _is_some_or_result(doc: Doc, phrase: tuple[int, int], participle: Token) -> bool:
    """Whether no verb goes with the noun, or it is counted: `12 people affected by it` may be some of many."""
    counted = any(t.tag_ == "CD" for t in doc[slice(*phrase)])
    return counted or not _has_verb(doc, participle.i) or _is_result(doc, phrase[0], participle)


def _is_found_sum(doc: Doc, first: int) -> bool:
    """Whether a number opens the phrase behind a verb that says where it is: `found | 12 tons, packed in`."""
    return first > 0 and doc[first].tag_ == "CD" and is_finite(doc[first - 1])


def _is_governed(doc: Doc, first: int) -> bool:
    """Whether a preposition stands before the phrase, so that the participle may go with what stands before that.

    `An agreement with Peru, signed in May`; `a truce between Peru and the rebels, brokered by Chad`.
    """
    return first > 0 and doc[first - 1].tag_ in {"IN", "CC"}


def _opens_clause(doc: Doc, first: int) -> bool:
    """Whether a clause begins with the phrase: one with `whose`, or behind `that` or `whether`."""
    behind = first > 0 and doc[first - 1].lower_ in {"that", "whether", "if", "whose"}
    return behind or doc[first].lower_ == "whose"


def _is_beside_verb(doc: Doc, participle: Token) -> bool:
    """Whether the participle is none of the sentence's own verb, in a past that looks the same, and has no object."""
    if participle.dep_ == "ROOT" or any(c.dep_ in {"obj", "ccomp"} and c.i > participle.i for c in participle.children):
        return False
    root = next((t for t in doc if t.dep_ == "ROOT"), None)
    return root is not None and (is_finite(root) or any(is_finite(c) for c in root.children))


def _has_verb(doc: Doc, participle: int) -> bool:
    """Whether the noun of a participle has a verb of its own: before it, or behind before the clause is over."""
    if any(is_finite(t) for t in doc[:participle]):
        return True
    for token in doc[participle + 1 :]:
        if token.text in {",", ";", ":"}:
            return False
        if is_finite(token):
            return True
    return False


def _front_participle(doc: Doc) -> Iterator[Piece]:
    comma = next((t.i for t in doc if t.text == "," and parts(t)), None)
    subject = next((t for t in doc if t.dep_ in EVERY_SUBJECT and comma is not None and t.i > comma), None)
    if comma is None or subject is None or subject.left_edge.i <= comma:
        return
    last = subject.i + 1
    yield Piece([*stretch(comma + 1, last), *was(doc, (comma + 1, last)), *stretch(0, comma)], "front participle")
