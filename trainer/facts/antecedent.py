"""The noun phrase that a relative pronoun or a participle goes with."""

from __future__ import annotations

from spacy.tokens import Doc, Token

from trainer.facts.masks import NAME_MASKS
from trainer.facts.syntax import noun_before
from trainer.facts.telling import Telling, is_date, is_place
from trainer.language import gazetteer
from trainer.language.person_nouns import PERSONS
from trainer.language.tags import NOMINAL


def antecedent(told: Telling, relative: Token, start: int) -> tuple[int, int] | None:
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
    if phrase is not None and phrase[0] > 3 and relative.lower_ == "who" and _is_called(doc, phrase[0]):
        return noun_before(doc, phrase[0] - 2) or phrase
    if phrase is None or phrase[0] < 3 or relative.lower_ != "who" or relative.nbor(-1).text != ",":
        return phrase
    noun, opening = head_of(doc, *phrase), doc[phrase[0] - 3 : phrase[0]]
    apart = opening[0].text == "," and opening[1].tag_ == "VBN" and opening[2].tag_ == "IN"
    acts = noun.tag_ != "NN" or noun.lower_ in PERSONS | gazetteer.words("office_heads")
    return noun_before(doc, phrase[0] - 2) if apart and not acts else phrase


def _is_called(doc: Doc, first: int) -> bool:
    """Whether the phrase is the name that somebody goes by: `a clerk, using | the alias Smith, who`."""
    named = any(t.lower_ in {"alias", "name", "pseudonym", "handle", "moniker"} for t in doc[first : first + 4])
    return named and doc[first - 1].lower_ == "using" and doc[first - 2].text == ","


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
    head = head_of(doc, *phrase)
    described = doc[phrase[0]].lower_ == "the" and head.tag_ == "NN" and head.dep_ == "appos"
    if doc[phrase[0]].lower_ not in {"a", "an"} and not described:
        return phrase
    before = noun_before(doc, phrase[0])
    ends = {name.end for name in told.line.names}
    return before if before is not None and told.places[before[1] - 1][1] in ends else phrase


def head_of(doc: Doc, first: int, last: int) -> Token:
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
