"""What punctuation sets apart in a sentence and can be left out: relatives, appositions, sources, brackets."""

from __future__ import annotations

import re
from collections.abc import Iterator

from spacy.tokens import Doc, Token

from trainer.facts.commas import closes_apposition
from trainer.facts.doubtful import says_how_likely, takes_back
from trainer.facts.labels import label_before_verb
from trainer.facts.masks import NAME_MASKS, SILENT
from trainer.facts.passing import is_in_passing
from trainer.facts.sources import SOURCE
from trainer.facts.syntax import (
    INTRODUCING_RELATIVE,
    JOINING,
    RELATIVES,
    closes,
    has_finite,
    is_finite,
    noun_before,
    parts,
    place_apart,
)
from trainer.facts.telling import Piece, Telling
from trainer.language import gazetteer
from trainer.language.person_nouns import PERSONS
from trainer.language.tags import EVERY_SUBJECT, FINITE, NOMINAL

_LEAVING = frozenset({
    "including", "despite", "notably", "especially", "particularly", "such", "like", "even", "not", "rather",
    "instead", "however", "meanwhile", "moreover", "too", "say", "among",
})  # fmt: skip


_OPENERS = re.compile(
    r"(?:(?:However|Meanwhile|Moreover|Furthermore|Nevertheless|Nonetheless|In addition|Additionally|Separately"
    r"|Notably|In practice|By contrast|In contrast|In turn|As a result|For its part|At the same time|Overall|In total"
    r"|In the end|Even so|Still|Also|In all|In particular|Crucially|Importantly|Instead|Likewise|Similarly|Finally"
    r"|Indeed|On the whole|In return|In response|By comparison|Earlier|Later|Again|To that end|On balance"
    r"|First|Second|Third|Fourth|Fifth|Firstly|Secondly|Thirdly|Lastly|First of all"
    r"|As things stand|As it stands|Consequently|Accordingly|Thus|Therefore|Yet), |(?:And|But|Yet|So) )"
)


_SUPERLATIVE = frozenset({
    "first", "largest", "biggest", "highest", "lowest", "worst", "latest", "deadliest", "most", "second", "only",
    "third", "fourth", "fifth", "sixth", "smallest", "longest", "last",
})  # fmt: skip


def opened(doc: Doc) -> Iterator[Piece]:
    """The telling without the words that only join it to the sentence before: `However, `."""
    opener = _OPENERS.match(doc.text)
    if opener:
        yield Piece([t.i for t in doc if t.idx >= opener.end()], "opener")
    label = label_before_verb(doc)
    if label:
        yield Piece([t.i for t in doc if t.i != label and t.text != "."], "opener")
    start = _behind_participle(doc)
    if start:
        yield Piece([t.i for t in doc[start:] if t.text != "."], "opener")


def _behind_participle(doc: Doc) -> int:
    """`Testifying before the Senate and the House, | its chief executive, Smith, said`: where the subject begins.

    Only where an office with its name stands right before the verb, so that the words say where the subject begins; 0
    elsewhere.
    """
    root = next((t.i for t in doc if t.dep_ == "ROOT"), 0)
    commas = [t.i for t in doc[:root] if t.text == ","]
    if doc[0].tag_ != "VBG" or len(commas) < 3 or commas[-2:] != [root - 3, root - 1] or doc[root - 2].text != "Smith":
        return 0
    return commas[-3] + 1 if doc[commas[-2] - 1].lower_ in PERSONS else 0


def asides(told: Telling) -> Iterator[tuple[int, int]]:
    """What can be left out between commas, dashes or brackets: first token and one past the last, commas in."""
    doc = told.doc
    yield from _bracketed(doc)
    yield from _passing(told)
    marks = [
        t.i
        for t in doc
        if t.text in {",", "-", ";"}
        and parts(t)
        and not told.is_listed(t.i)
        and told.places[t.i] != SILENT
        and not _joins_places(t)
    ]
    ends = [*marks, len(doc) - (doc[-1].text == ".")]
    for n, mark in enumerate(marks):
        if doc[mark].text == ";":
            continue
        for own_end in ends[n + 1 :]:
            if place_apart(doc, mark + 1, own_end):
                continue
            end = own_end + 2 if _names_last(doc, own_end) else own_end
            if _is_aside(doc, mark + 1, own_end) and not _carries_more(doc, end):
                closed = end < len(doc) and doc[end].text in {",", "-"} and mark > 0 and closes(doc, end)
                yield mark, end + (closed and not _is_behind_age(doc, mark))
                break
    fronted = _front_aside(doc, marks)
    if fronted:
        yield 0, fronted + 1


def _is_behind_age(doc: Doc, mark: int) -> bool:
    """Whether an age between commas stands right before, which needs the comma behind the aside: `Smith, 60, | who`."""
    before = doc[max(mark - 3, 0) : mark]
    return len(before) == 3 and before[0].text in NAME_MASKS and before[1].text == "," and before[2].tag_ == "CD"


_PLACE_MASKS = frozenset({"London", "Europe", "Germany", "Netherlands", "Hague", "Gulf"})


def _joins_places(comma: Token) -> bool:
    """Whether the comma stands between a city and its state: `in Santa Clara, California`."""
    doc, i = comma.doc, comma.i
    return (
        0 < i < len(doc) - 2
        and doc[i - 1].text in _PLACE_MASKS
        and doc[i + 1].text in _PLACE_MASKS - {"London"}
        and (doc[i + 2].text in {",", "."} or doc[i + 2].lower_ in {"to", "for", "in", "and"})
    )


def _carries_more(doc: Doc, end: int) -> bool:
    """Whether a participle or a second apposition behind the aside says more about it, and would go astray without."""
    if end + 1 >= len(doc) or doc[end].text != ",":
        return False
    behind = next((t.i for t in doc[end + 1 :] if t.text in {",", ".", ";"}), len(doc))
    if _COUNTED_FROM.match(doc[end + 1 : end + 5].text):
        return True
    apposed = doc[end + 1].lower_ in {"the", "a", "an"} and doc[behind : behind + 1].text == ","
    return doc[end + 1].tag_ in {"VBN", "VBG"} or (apposed and not has_finite(doc, end + 1, behind))


def _names_last(doc: Doc, end: int) -> bool:
    """Whether a person's name follows that goes with the last word: `in Gao, the seat of the governor, | Smith`."""
    if end + 1 >= len(doc) or doc[end].text != ",":
        return False
    office = doc[end - 1].lower_ in PERSONS | gazetteer.words("office_heads") and doc[end - 2].lower_ != "the"
    return office and doc[end + 1].text == "Smith" and doc[end + 2 : end + 3].text in {",", ".", ";", ""}


_COUNTED_FROM = re.compile(
    r"(?:about |only |some |just )?(?:\w+ )?(?:days?|weeks?|months?|years?|hours?) (?:before|after)\b", re.IGNORECASE
)
"""A time counted from something else, which dates the aside before it: `launched in May, | 9 days after`."""


_PASSING = re.compile(
    r"(?:(?:(?:a|an|one|a few|some|several|\d+|[a-z]+) )(?:days?|weeks?|months?|years?|hours?|minutes?)"
    r" (?:later|earlier|afterwards?|before(?=[,.])|ago)"
    r"|(?:on )?(?:that|the same|the previous|the following|the next) (?:day|week|month|year|evening|morning|night)"
    r"|later that (?:day|week|month|year)|at (?:the|that) time(?! of)|in the end|in all(?=[,.])|since then"
    r"|in the meantime|soon afterwards?|shortly afterwards?|in fact)(?= |,|\.)(?! (?:than|of|that|in|when|as)\b)",
    re.IGNORECASE,
)


def _passing(told: Telling) -> Iterator[tuple[int, int]]:
    """Words that only say when, counted from something said before, and are no date; with the comma behind them."""
    doc = told.doc
    dated = {t.i for date in told.line.dates for t in told.tokens_of(date.start, date.end)}
    for match in _PASSING.finditer(told.text):
        span = doc.char_span(match.start(), match.end(), alignment_mode="expand")
        total = span is not None and span.text.lower() == "in all" and doc[max(span.start - 1, 0)].tag_ == "CD"
        if span is not None and 0 < len(span) < len(doc) - 3 and not total and not any(t.i in dated for t in span):
            comma = (
                span.end < len(doc)
                and doc[span.end].text == ","
                and (span.start == 0 or doc[span.start - 1].text == ",")
            )
            yield span.start, span.end + comma


def _bracketed(doc: Doc) -> Iterator[tuple[int, int]]:
    opened = None
    for token in doc:
        if token.text == "(":
            opened = token.i
        elif token.text == ")" and opened is not None:
            if not says_how_likely(doc, opened, token.i):
                yield opened, token.i + 1
            opened = None


def _is_aside(doc: Doc, first: int, end: int) -> bool:
    """Whether what stands between two marks is an aside as a whole, by its first word and by what follows."""
    if end - first < 1 or not _rest_is_whole(doc, first, end) or _answers_for_it(doc, first, end):
        return False
    if any(t.lower_ in {"which", "whom"} and t.nbor(-1).lower_ == "of" for t in doc[first + 1 : min(first + 6, end)]):
        return end >= len(doc) - 1 or (_goes_on(doc, end) and has_finite(doc, first, end))
    if _opens_relative(doc, first, end):
        return has_finite(doc, first, end) and _balanced_relative(doc, first, end)
    if doc[first].lower_ in _LEAVING and not has_finite(doc, first, end):
        return doc[first:end].text.lower() not in _NOT_ALL
    return is_in_passing(doc, first, end) or _is_clause_or_noun(doc, first, end)


_NOT_ALL = frozenset({"among others", "among other things"})
"""What says that a list is not the whole of it, which would be wrong without."""


def _answers_for_it(doc: Doc, first: int, end: int) -> bool:
    """Whether it says who answers for the rest, or that the rest may not be so, and cannot be left out."""
    behind = first + (doc[first].lower_ in JOINING | {"but", "and", "yet"})
    return SOURCE.match(doc[first:end].text) is not None or takes_back(doc, behind, end)


def _rest_is_whole(doc: Doc, first: int, end: int) -> bool:
    """Whether what stands before or behind has a finite verb of its own."""
    return has_finite(doc, 0, first - 1) or (end < len(doc) and has_finite(doc, end, len(doc)))


def _goes_on(doc: Doc, end: int) -> bool:
    """Whether a mark and then the verb of the clause above follow."""
    return end + 1 < len(doc) and doc[end].text in {",", "-"} and is_finite(doc[end + 1])


def _opens_relative(doc: Doc, first: int, end: int) -> bool:
    """Whether a relative pronoun stands first, or behind a preposition that does."""
    word = doc[first]
    behind = word.tag_ == "IN" and first + 1 < end and doc[first + 1].lower_ in {"which", "whom", "whose"}
    return behind or word.lower_ in RELATIVES | {"whose", "where", "whom"}


def _is_clause_or_noun(doc: Doc, first: int, end: int) -> bool:
    """Whether it is a participle with what goes with it, a clause that a word joins, or an apposition."""
    word = doc[first]
    if word.tag_ in {"VBN", "VBG"} or (word.tag_ == "RB" and first + 1 < end and doc[first + 1].tag_ in {"VBN", "VBG"}):
        return word.dep_ != "conj" and (not has_finite(doc, first, end) or _is_told_further(doc, first, end))
    if word.lower_ in JOINING | {"but", "and"} and has_finite(doc, first, end):
        goes_on = _goes_on(doc, end) and word.lower_ not in {"and", "but"}
        return _own_clause(doc, first, end) and (end >= len(doc) - 1 or goes_on)
    return _is_apposition(doc, first, end)


def _is_told_further(doc: Doc, first: int, end: int) -> bool:
    """Whether a participle has a clause of its own and the verb above goes on: `, set when it opened, | rose`."""
    verbs = [t.i for t in doc[first:end] if is_finite(t)]
    goes_on = _goes_on(doc, end)
    joining = JOINING | INTRODUCING_RELATIVE if goes_on else JOINING
    opened = [t.i for t in doc[first + 1 : end] if t.lower_ in joining]
    closes = doc[first].tag_ == "VBG" and end >= len(doc) - 1  # `killed 28, making it the worst since the war began`
    return (goes_on or closes) and len(opened) >= len(verbs) and opened[0] < verbs[0]


def _balanced_relative(doc: Doc, first: int, end: int) -> bool:
    """Whether a relative clause may end here: a comma, and then a verb of the clause above or the sentence's end."""
    if end >= len(doc) - 1:
        return True
    after = doc[end + 1] if doc[end].text in {",", "-"} and end + 1 < len(doc) else doc[end]
    return (
        after.tag_ in FINITE | {"RB", "VBN", "IN", "TO", "VBG"}
        or after.lower_ in {"and", "but", "or"}
        or _hangs_outside(after, first)
    )


def _hangs_outside(after: Token, first: int) -> bool:
    """Whether the phrase that a token opens goes with the clause above, and is no further item within the aside."""
    top = after
    while top.head.i > top.i:
        top = top.head
    return top.head.i < first or top.head == top


def _own_clause(doc: Doc, first: int, end: int) -> bool:
    """Whether a subject and a finite verb stand behind a joining word."""
    for token in doc[first + 1 : end]:
        if is_finite(token):
            return any(t.tag_ in NOMINAL | {"PRP", "DT", "EX"} for t in doc[first + 1 : token.i])
    return False


def _is_apposition(doc: Doc, first: int, end: int) -> bool:
    """A noun phrase without a verb of its own behind a noun, set off on both sides, that opens no list."""
    word, last = doc[first], end >= len(doc) - 1
    own = doc[first : next((t.i for t in doc[first:end] if t.lower_ in INTRODUCING_RELATIVE), end)]
    told_of = last and word.lower_ in {"a", "an"} and _is_told_of(doc, first + 1, end)
    if (any(is_finite(t) for t in own) and not told_of) or (doc[first - 2].tag_ not in NOMINAL and not last):
        return False
    if last:
        superlative = word.lower_ == "the" and doc[first + 1].lower_ in _SUPERLATIVE
        dated = doc[first : first + 2].text.lower() in {"the day", "the week", "the month", "the year"}
        relative = any(t.lower_ in {"which", "when", "that"} for t in doc[first + 2 : first + 4])
        return superlative or word.lower_ in {"a", "an", "apparently"} or (dated and relative)
    if end - first == 1 and word.text in NAME_MASKS and doc[first - 2].tag_ in {"NN", "NNS"}:
        return doc[end + 1].tag_ in FINITE | {"RB", "VBN", "IN"}
    described = (
        doc[first - 2].text in NAME_MASKS
        and word.lower_ in {"a", "an", "the", "its", "then"}
        and doc[end].text in {",", "-"}
    )
    if described and (end + 1 >= len(doc) or doc[end + 1].tag_ in FINITE | {"RB", "VBN", "IN"}):
        return True
    nominal = word.lower_ in _DETERMINERS or word.tag_ in {"NN", "NNP", "JJ", "NNS"}
    joined = any(t.text == "," and t.nbor().lower_ in {"and", "or"} for t in doc[first : end - 1])
    if not nominal or joined or _is_in_list(doc, end) or doc[end].text not in {",", "-"}:
        return False
    return any(t.dep_ == "appos" for t in doc[first:end])


def _is_told_of(doc: Doc, first: int, end: int) -> bool:
    """`a step | he had resisted`: a noun right before a pronoun that has the only finite verb."""
    pronoun = next((t for t in doc[first:end] if t.tag_ == "PRP"), None)
    if pronoun is None or pronoun.i == first or doc[pronoun.i - 1].tag_ != "NN":
        return False
    return not has_finite(doc, first, pronoun.i) and sum(is_finite(t) for t in doc[pronoun.i : end]) == 1


_DETERMINERS = frozenset({"a", "an", "the", "its", "their", "his", "her", "one", "then"})


def _is_in_list(doc: Doc, end: int) -> bool:
    """Whether `and` or `or` and a further item follow: `the army, the police and the guard`."""
    after = next((t.i + 1 for t in doc[end : end + 3] if t.lower_ in {"and", "or"}), len(doc))
    return after < len(doc) and doc[after].tag_ not in FINITE | {"VBN", "IN", "RB"}


def _front_aside(doc: Doc, marks: list[int]) -> int | None:
    """The comma that closes a fronted participle or time clause."""
    if not marks or doc[0].tag_ not in {"VBN", "VBG"} or has_finite(doc, 0, marks[0]):
        return None
    return marks[0] if has_finite(doc, marks[0], len(doc)) else None


def _holds_main_clause(doc: Doc, left_out: set[int]) -> bool:
    """Whether the verb of the sentence, or its subject, is among the words to be left out."""
    root = next((t for t in doc if t.dep_ == "ROOT"), None)
    subjects = {c.i for c in root.children if c.dep_ in EVERY_SUBJECT} if root is not None else set()
    finite = root is not None and (is_finite(root) or any(c.dep_ == "aux" and is_finite(c) for c in root.children))
    return root is not None and finite and bool(({root.i} | subjects) & left_out)


_BESIDE_ANOTHER = frozenset({"predecessor", "successor", "rival", "opponent", "counterpart", "challenger"})


def _by_name(doc: Doc, first: int, end: int) -> Iterator[Piece]:
    """`His predecessor, Smith, left`: Smith left; so with a thing by `the`: `the ship, Google, sank`."""
    phrase = noun_before(doc, first)
    if phrase is None or end - first != 3 or doc[first + 1].text not in NAME_MASKS:
        return
    head, opening = doc[phrase[1] - 1], doc[phrase[0]]
    person = doc[first + 1].text == "Smith"
    beside = head.lower_ in _BESIDE_ANOTHER or opening.tag_ == "PRP$"
    told = beside if person else opening.lower_ == "the" and head.tag_ == "NN"
    if told and (phrase[0] == 0 or doc[phrase[0] - 1].tag_ != "IN"):
        yield Piece([*range(phrase[0]), first + 1, *range(end, len(doc))], "core")


def without(doc: Doc, asides: list[tuple[int, int]]) -> Iterator[Piece]:
    """The telling without all of its asides, and with each of them alone."""
    if not asides:
        return
    for one in asides:
        yield from _by_name(doc, *one)
    kept_out = {i for one in asides for i in _with_share(doc, one)}
    kept_out -= {one[1] - 1 for one in asides if closes_apposition(doc, one, kept_out)}
    if _holds_main_clause(doc, kept_out):
        return
    yield Piece([i for i in range(len(doc)) if i not in kept_out], "core")
    for one in asides:
        clausal = has_finite(doc, *one) or doc[one[0]].text == "("
        nested = any(a <= one[0] and one[1] <= b for a, b in asides if (a, b) != one)
        others = {i for other in asides if other != one for i in _with_share(doc, other)} - set(range(*one))
        if one[1] < len(doc) - 1 and doc[one[0]].text == doc[one[1]].text == ",":
            others -= {one[1]}  # the comma that closes this aside opens the next
        if others and not clausal and not nested and not _leans_on_aside(doc, one, asides):
            yield Piece([i for i in range(len(doc)) if i not in others], "core and one")


def _leans_on_aside(doc: Doc, one: tuple[int, int], asides: list[tuple[int, int]]) -> bool:
    """Whether an aside says what the one right before it is, which is left out: `a lawyer for the owner, | Google`."""
    first = doc[min(one[0] + 1, len(doc) - 1)]
    before = next(((a, b) for a, b in asides if a < one[0] <= b <= one[0] + 1), None)
    if before is None:
        return False
    return first.tag_ in NOMINAL | {"DT", "CD", "JJ"} or (first.tag_ == "VBN" and doc[before[0] + 1].lower_ in _LEAVING)


def _with_share(doc: Doc, aside: tuple[int, int]) -> range:
    """The tokens of an aside, and of a part of those that it tells of: `killing 37 people, | 27 of them soldiers`."""
    end = aside[1] - (doc[aside[1] - 1].text == ",")
    share = doc[end + 1 : end + 5]
    counts = len(share) > 2 and (share[0].tag_ == "CD" or share[0].lower_ in {"most", "many", "some", "half", "all"})
    if not counts or doc[end].text != "," or share[1:3].text.lower() not in {"of them", "of those", "of these"}:
        return range(*aside)
    close = next((t.i for t in doc[end + 1 :] if t.text in {",", ";", "."}), len(doc))
    return range(aside[0], close)
