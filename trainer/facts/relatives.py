"""Relative clauses told on their own, with the noun that they hang from."""

from __future__ import annotations

import re
from collections.abc import Iterator

from spacy.tokens import Doc, Token

from trainer.facts.antecedent import antecedent, head_of
from trainer.facts.doubtful import counts_in, is_feared, takes_all
from trainer.facts.masks import NAME_MASKS
from trainer.facts.syntax import (
    RELATIVES,
    Word,
    clause_end,
    has_finite,
    is_finite,
    stretch,
)
from trainer.facts.telling import Piece, Telling, is_place
from trainer.language.tags import EVERY_SUBJECT, NOMINAL, NOUNS
from trainer.language.verbs import REPORTING, lemma_of


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
        end = _end_of_state(told, token.i, clause_end(doc, token.i))
        phrase = antecedent(told, token, token.i - prepositional)
        if phrase is None or not has_finite(doc, token.i, end):
            continue
        if is_feared(doc, phrase[0]) or takes_all(doc, token, phrase[0], end) or counts_in(token):
            continue
        if doc[end : end + 1].text.lower() == "or":
            continue  # those `who work abroad or who must fly`: of neither are all told
        if _is_only_place(doc, token, *phrase) or _is_whole_line(told, token, phrase[0], end):
            continue
        phrase = _place_of(told, token, *phrase)
        noun = _as_any(doc, *phrase) if doc[token.i - 1].text not in {",", "-"} else stretch(*phrase)
        words = _resumed(doc, token, end, noun, prepositional=prepositional)
        if words:
            yield Piece(words, f"relative {token.lower_}")


def _end_of_state(told: Telling, first: int, end: int) -> int:
    """Where a clause in the present ends before a day of what is told around it: `who heads it, | on 19 May`."""
    doc = told.doc
    verb = next((t for t in doc[first:end] if is_finite(t)), None)
    if verb is None or verb.tag_ not in {"VBZ", "VBP"}:
        return end
    days = [told.tokens_of(date.start, date.end) for date in told.line.dates]
    commas = [words[0].i - 2 for words in days if words and doc[words[0].i - 1].lower_ == "on"]
    return min((i for i in commas if verb.i < i < end and doc[i].text == ","), default=end)


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


def _place_of(told: Telling, relative: Token, first: int, last: int) -> tuple[int, int]:
    """The place alone, where a noun of no place stands before it: `trouble in | Mali, where ...`."""
    doc = told.doc
    called = doc[last - 1].lower_ in {"city", "town", "district", "province"} and doc[last - 2].text in NAME_MASKS
    named = last - 1 - called
    start = named - (doc[named - 1].lower_ == "the")
    bare = start - first == 2 and doc[first].tag_ == "NN" and doc[first + 1].lower_ in {"in", "at", "around"}
    return (start, last) if relative.lower_ == "where" and bare and is_place(told, doc[named]) else (first, last)


def _as_any(doc: Doc, first: int, last: int) -> list[Word]:
    """The noun without a `the` that only its clause accounts for: of `the raid that killed him`, a raid killed him."""
    noun = doc[last - 1]
    if noun.tag_ == "NNS" and head_of(doc, first, last).tag_ == "NN":
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
    verb = next((t for t in doc[first:end] if is_finite(t)), None)
    acts = verb_first and relative.lower_ not in {"where", "whom"}
    if not prepositional and (acts or (verb is not None and _does_it(relative, verb))):
        does = first if acts or verb is None else verb.i
        front: list[Word] = [*stretch(first, does), ","] if does > first else []
        return [*front, *noun, *stretch(does, end)]
    if verb is None or not _has_own_subject(doc, first, verb.i):
        return []
    if relative.lower_ == "where":  # `in Beijing, where he said that it mattered`: what is said need not be so there
        return [] if lemma_of(verb.lower_) in REPORTING else [*stretch(first, end), "in", *noun]
    last = _last_of_verb(doc, verb.i, end)
    if prepositional:
        return _behind_preposition(doc, relative, (last, end), noun)
    taken = any(t.dep_ == "obj" and t.i > last for t in doc[last + 1 : last + 5])
    meant = any(t.tag_ == "TO" and t.i + 1 < end and doc[t.i + 1].tag_ == "VB" for t in doc[verb.i : end])
    behind = last + 1
    if doc[behind : behind + 2].text.lower() == ", that":
        behind += 1  # `a rumour, which he denied, that ...`: the content goes on from the noun
    return [] if taken or meant else [*stretch(first, last + 1), *noun, *stretch(behind, end)]


def _behind_preposition(doc: Doc, relative: Token, verb_to_end: tuple[int, int], noun: list[Word]) -> list[Word]:
    """A clause behind `in which`, with the noun and its preposition behind the object."""
    first, (last, end) = relative.i + 1, verb_to_end
    behind = _behind_object(doc, last, end)
    loose = _is_loose_span(doc, relative.i - 1, noun) or any(t.dep_ == "iobj" for t in doc[first:end])
    some = doc[relative.i - 1].lower_ == "of" and _is_bare_plural(doc, noun)  # `scans, of which it needs three`
    said = ["the", *noun] if some else noun
    return [] if loose else [*stretch(first, behind), relative.i - 1, *said, *stretch(behind, end)]


def _does_it(relative: Token, verb: Token) -> bool:
    """Whether a phrase stands between the pronoun and what it does: `Chad, which | after the war | made it so`."""
    top = verb.head if verb.dep_.startswith(("aux", "cop")) else verb
    subjects = [c for c in top.children if c.dep_ in EVERY_SUBJECT]
    return subjects == [relative] and relative.lower_ in RELATIVES and relative.nbor().tag_ == "IN"


def _is_bare_plural(doc: Doc, noun: list[Word]) -> bool:
    """Whether the words are a plural noun, with nothing before it that says which."""
    words = [doc[word] for word in noun if isinstance(word, int)]
    return words[-1].tag_ == "NNS" and all(t.tag_ in {"JJ", "NN", "NNS"} for t in words)


def _is_loose_span(doc: Doc, preposition: int, noun: list[Word]) -> bool:
    """Whether a length of time says no more than when: `after weeks in which`, and not `ten months in which`."""
    tokens = [doc[word] for word in noun if isinstance(word, int)]
    spans = re.fullmatch(r"(?:day|week|month|year)s?", tokens[-1].lower_) is not None
    counted = any(t.tag_ == "CD" for t in tokens) and doc[preposition].lower_ == "in"
    return spans and not counted


def _owned(doc: Doc, first: int, end: int, noun: list[Word]) -> list[Word]:
    """A clause behind `whose`, with the noun as the owner; what is done to what it owns goes behind the verb."""
    last = noun[-1]
    many = isinstance(last, int) and doc[last].tag_ in {"NNS", "NNPS"} and doc[last].text.endswith("s")
    owner = [*noun, "'" if many else "'s"]
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
    """Where the object of a verb is over, or what its subject is said to be, with the `of` that goes with it.

    Right behind the verb if it has none.
    """
    near = doc[last + 1 : min(last + 7, end)]
    found = next((t for t in near if (t.dep_ == "obj" and t.head.i <= last) or _is_said_to_be(t, last)), None)
    if found is None:
        return last + 1
    shares = (c.right_edge.i for c in found.children if c.dep_ == "nmod" and doc[c.left_edge.i].lower_ == "of")
    return min(max((found.i, *shares)) + 1, end)


def _is_said_to_be(noun: Token, last: int) -> bool:
    """Whether a form of `be` before it makes it what a subject is: `had been | the last to agree`."""
    return noun.tag_ in NOUNS and any(c.dep_ == "cop" and c.i <= last for c in noun.children)


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
    unparted = doc[before].lower_ in _BEFORE_PARTICIPLE or doc[before].tag_ == "MD"  # `will set`, which looks the same
    return doc[i].tag_ == "VBN" and not unparted


_BEFORE_PARTICIPLE = frozenset({
    "be", "been", "being", "have", "has", "had", "was", "were", "is", "are", "not", "also", "since", "long", "ever",
    "never",
})  # fmt: skip
