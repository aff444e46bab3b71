"""The words before a subject and behind a verb, in slots: one for each argument, each date, each place."""

from __future__ import annotations

import re
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from trainer.facts.telling import Telling
from trainer.language import gazetteer
from trainer.language.clocks import clock_spans
from trainer.language.dates import DateMention
from trainer.language.kinds import MEASURED
from trainer.language.names import PLACES
from trainer.language.tags import FINITE
from trainer.language.verbs import lemma_of


@dataclass(frozen=True, slots=True)
class Slot:
    """Some words of a telling that stand together."""

    first: int
    """First token."""
    last: int
    """One past the last."""
    role: str
    """`subject`, `object`, `complement`, `detail`, `time`, `front`, or `fixed` for words that are never asked for."""
    preposition: int = 0
    """How many tokens at its head are its preposition."""

    @property
    def body(self) -> tuple[int, int]:
        """The tokens without the preposition."""
        return self.first + self.preposition, self.last


def fronted(told: Telling, start: int, end: int) -> tuple[Slot, ...] | None:
    """Fronted phrases, one slot for each comma; None if more stands there than adverbials."""
    doc = told.doc
    slots, at = [], start
    while at < end:
        comma = next((t.i for t in doc[at:end] if t.text == "," and not told.is_listed(t.i)), end)
        if comma > at and doc[at:comma].text.lower() not in COUNTING_OFF:
            slots.append(_typed(told, at + (doc[at].lower_ == "then"), comma, "front"))
        at = comma + 1
    if any(doc[i].tag_ in FINITE for slot in slots for i in range(slot.first, slot.last)):
        return None
    if any(doc[slot.first : slot.last].text.lower() == "by the time" for slot in slots):
        return None
    if not all(
        doc[slot.first].tag_ in {"IN", "RB", "TO", "VBG", "VBN"} or has_date(told, slot.first, slot.last)
        for slot in slots
    ):
        return None
    return tuple(slots)


COUNTING_OFF = frozenset({
    "first", "second", "third", "fourth", "fifth", "firstly", "secondly", "thirdly", "lastly", "first of all",
})  # fmt: skip
"""What numbers a sentence among its neighbours, and says nothing in it."""


def has_date(told: Telling, first: int, last: int) -> bool:
    """Whether a date stands among the tokens."""
    start, end = told.places[first][0], told.places[last - 1][1]
    return any(start <= date.start and date.end <= end for date in told.line.dates)


def _preposition(told: Telling, first: int, last: int) -> int:
    doc, count = told.doc, 0
    while first + count < last - 1 and (
        (doc[first + count].tag_ == "IN" and doc[first + count].dep_ in {"case", "fixed", "mark", "dep"})
        or (
            doc[first + count].lower_ in {"to", "following", "due", "according"}
            and doc[first + count].dep_ in {"case", "fixed"}
        )
        or (count and doc[first + count].dep_ == "fixed")
    ):
        count += 1
    text = doc[first : first + count].text.lower()
    return (
        0
        if text in {"more than", "at least", "up to", "less than", "over", "about", "around", "under", "nearly"}
        and first + count < last
        and (doc[first + count].like_num or doc[first + count].text in {"$", "€", "£"})
        else count
    )


def _typed(told: Telling, first: int, last: int, role: str) -> Slot:
    preposition = _preposition(told, first, last)
    return Slot(first, last, role, preposition)


def segments(told: Telling, head: Token, start: int, end: int) -> list[Slot]:
    """The tail in slots: one for each argument of the verb and of what completes it, for each date or place."""
    tops, heads = {head.i}, told.heads
    copular = any(c.dep_ == "cop" for c in head.children) and _says_what(head)
    for token in told.tokens[start:end]:
        if token.dep_ in {"xcomp", "ccomp"} and heads[token.i] in tops and token.pos_ in {"VERB", "AUX"}:
            tops.add(token.i)
    owner = {}
    for token in told.tokens[start:end]:
        top = token.i
        while heads[top] not in tops and heads[top] != top:
            top = heads[top]
        hangs = heads[token.i] in tops
        inside = (
            token.i in tops
            or (copular and token.i < head.i)
            or (token.dep_ == "compound:prt" and hangs)
            or _is_particle(head, token)
            or (hangs and token.dep_ in {"mark", "aux", "aux:pass", "cop"} and token.i > head.i)
        )
        owner[token.i] = (-1, 0) if inside else (top, 0)
    for a, b in _tied(told, head, start, end):
        owner.update(dict.fromkeys(range(a, b), owner[a - 1]))
    for n, (a, b) in enumerate(_adjuncts(told, head, start, end), 1):
        for i in range(a, b):
            owner[i] = (owner[i][0], n)
    slots: list[Slot] = []
    at = start
    while at < end:
        stop = at + 1
        while stop < end and owner[stop] == owner[at]:
            stop += 1
        slots.append(_slot(told, head, at, stop, owner[at]))
        at = stop
    return [slot for slot in slots if slot.last > slot.first]


_PARTICLES = {
    "through": {"push", "rush", "steer", "force"}, "off": {"call", "fight", "fend", "ward", "sell"},
    "over": {"hand"}, "down": {"shoot", "turn", "bring", "gun"}, "out": {"carry", "rule", "roll", "wipe"},
}  # fmt: skip


def _is_particle(head: Token, token: Token) -> bool:
    """Whether the word right behind the verb goes with it, and governs no noun: `pushed | through a rise`."""
    return token.i == head.i + 1 and lemma_of(head.lower_) in _PARTICLES.get(token.lower_, set())


_EMPTY = MEASURED | {"news", "matter", "question", "piece", "sign", "cause", "test", "answer", "evidence"}
"""Nouns that say nothing of what they are said of."""


def _says_what(noun: Token) -> bool:
    """Whether a noun behind `is` says what something is: `the largest port`, not `the best news`."""
    return noun.tag_ in {"NN", "NNS"} and noun.lower_ not in _EMPTY


def _slot(told: Telling, head: Token, first: int, last: int, owner: tuple[int, int]) -> Slot:
    doc = told.doc
    if owner[0] == -1:
        return Slot(first, last, "fixed")
    while first < last and doc[first].text in {",", "-", ";"}:
        first += 1
    while last > first and doc[last - 1].text in {",", "-", ";"}:
        last -= 1
    top = doc[owner[0]] if owner[0] >= 0 else doc[first]
    role = "time" if owner[1] and has_date(told, first, last) else "detail"
    preposition = _preposition(told, first, last)
    if not preposition and not owner[1]:
        role = {"obj": "object", "iobj": "object", "xcomp": "complement"}.get(
            top.dep_, "complement" if top == head else "detail"
        )
    return Slot(first, last, role, preposition)


def _adjuncts(told: Telling, head: Token, start: int, end: int) -> list[tuple[int, int]]:
    """Dates with their preposition anywhere in the tail, and `in PLACE` at its end, as tokens."""
    found = [span for span in _dates(told, start, end) if _is_of_verb(told, head, span)]
    last = end
    while found and found[-1][1] == last:
        last = found[-1][0]
    for name in told.line.names:
        tokens = told.tokens_of(name.start, name.end)
        if name.sort in PLACES and tokens and tokens[-1].i + 1 == last and tokens[0].i - 1 >= start:
            first = tokens[0].i - (told.doc[tokens[0].i - 1].lower_ == "the")
            if (
                first - 1 > start
                and told.doc[first - 1].lower_ == "in"
                and told.doc[first - 2].tag_ not in {"IN", "VBN"}
                and not _is_reason(told.doc, first - 2)
            ):
                found.append((first - 1, last))
                break
    return found


def _is_reason(doc: Doc, at: int) -> bool:
    """Whether right there an event ends what says why, with which a place behind it goes: `because of the war | in`."""
    noun = doc[at]
    cases = {c.lower_ for c in noun.children if c.dep_ == "case"}
    return noun.lower_ in gazetteer.words("event_nouns") and bool(cases & {"because", "due", "over", "owing", "amid"})


def _dates(told: Telling, start: int, end: int) -> list[tuple[int, int]]:
    """The dates of a tail with their prepositions, as tokens."""
    spans = (_with_preposition(told, date, start, end) for date in told.line.dates)
    return [span for span in spans if span is not None]


def _with_preposition(told: Telling, date: DateMention, start: int, end: int) -> tuple[int, int] | None:
    tokens = told.tokens_of(date.start, date.end)
    if not tokens or tokens[0].i < start or tokens[-1].i >= end:
        return None
    first, doc = tokens[0].i, told.doc
    if first - 1 >= start and doc[first - 1].lower_ in _BEFORE_DATES:
        first -= 1
        return first, tokens[-1].i + 1
    return (first, tokens[-1].i + 1) if date.relative else None


_BEFORE_DATES = frozenset({
    "in", "on", "since", "by", "until", "during", "from", "before", "after", "around", "at",
})  # fmt: skip


def _is_of_verb(told: Telling, head: Token, span: tuple[int, int]) -> bool:
    """Whether a date goes with the verb: not in a clause of its own, nor with the noun of an event before it."""
    doc = told.doc
    before, date = doc[span[0] - 1], doc[span[1] - 1]
    if any(t.text == "," and _is_apposed_superlative(doc, t.i + 1) for t in doc[head.i + 1 : span[0]]):
        return False
    if _is_of_participle(doc, head, span) or _is_tied(told, head, span):
        return False
    attached = head in {date.head, date.head.head}
    if any(t.lower_ in {"that", "which", "who", "whose"} for t in doc[head.i + 1 : span[0]]) and not attached:
        return False
    if before.i <= head.i or before.lower_ not in gazetteer.words("event_nouns"):
        return True
    return attached or before.dep_ == "obj"


def _is_of_participle(doc: Doc, head: Token, span: tuple[int, int]) -> bool:
    """Whether a date says when something was done that a noun is told by: `published the accord signed in Rome on`."""
    date = next((t for t in doc[slice(*span)] if not span[0] <= t.head.i < span[1]), doc[span[1] - 1])
    done = date.head
    if done.tag_ != "VBN" or done.dep_ != "acl" or not head.i < done.i < span[0]:
        return False
    cases = {case.lower_ for t in done.children if t.dep_ == "obl" and t.i < span[0] for case in t.children}
    return bool(cases & {"in", "at"})


def _tied(told: Telling, head: Token, start: int, end: int) -> list[tuple[int, int]]:
    """The dates of a tail that go with the words right before them."""
    dates = [span for span in _dates(told, start, end) if span[0] > start and _is_tied(told, head, span)]
    return [*dates, *_in_a_row(told.doc, start, end)]


def _in_a_row(doc: Doc, start: int, end: int) -> list[tuple[int, int]]:
    """What says of a span that nothing broke it, and goes with it: `for three weeks | running`."""
    found = []
    for at in (n for n in range(start + 1, end) if doc[n - 1].lower_ in _SPANS):
        long = next((n for n in (1, 3, 2) if doc[at : at + n].text.lower() in _UNBROKEN and at + n <= end), 0)
        if long:
            found.append((at, at + long))
    return found


_UNBROKEN = frozenset({"running", "straight", "in a row", "in succession", "on end", "at a stretch"})
_SPANS = frozenset({"days", "nights", "weeks", "months", "quarters", "years", "hours", "seasons", "sessions"})


def _is_tied(told: Telling, head: Token, span: tuple[int, int]) -> bool:
    """Whether a date goes with the words right before it, wherever the parser hangs it."""
    doc = told.doc
    return _is_done_noun(doc, head, span[0] - 1) or _is_deadline(told, head, span) or _is_of_aside(doc, head, span)


_LEAVING = frozenset({"leave", "have", "get", "keep", "see", "find", "hold", "want", "make", "report", "hear", "order"})
"""Verbs that say what is done to the noun behind them: `left ten people injured on 3 May`."""


def _is_done_noun(doc: Doc, head: Token, at: int) -> bool:
    """Whether right there a participle tells the noun before it: `found ways round the measure | published on`."""
    if at - 1 <= head.i or doc[at].tag_ != "VBN" or doc[at - 1].tag_ not in {"NN", "NNS"}:
        return False
    if doc[at - 1].head == head and lemma_of(head.lower_) in _LEAVING:
        return False
    return not any(c.dep_.startswith("aux") for c in doc[at].children)


_DEADLINE = re.compile(r"\b(?:by|before|until|till) (?:about )?$")


def _is_deadline(told: Telling, head: Token, span: tuple[int, int]) -> bool:
    """Whether an hour by which something is to be done stands before the date: `ordered them to leave by noon on`."""
    plain, start = told.line.plain, told.places[span[0]][0]
    hour = next((clock for clock in clock_spans(plain) if plain[clock[1] : start] in {" ", ", "}), None)
    return hour is not None and head.tag_ in {"VBD", "VBN"} and _DEADLINE.search(plain[: hour[0]]) is not None


def _is_of_aside(doc: Doc, head: Token, span: tuple[int, int]) -> bool:
    """Whether a date stands in what is said by the way, behind a comma: `chose restraint, pointing to its halt in`."""
    comma = next((t for t in reversed(doc[head.i + 1 : span[0]]) if t.text in {",", ";", ":"}), None)
    if comma is None or comma.i + 2 >= span[0]:
        return False
    return doc[comma.i + 1].tag_ == "VBG" and lemma_of(doc[comma.i + 1].lower_) in _POINTING


_POINTING = frozenset({
    "point", "cite", "recall", "refer", "note", "mention", "quote", "invoke", "blame", "replace", "succeed", "echo",
    "reverse", "follow", "mirror", "resemble", "repeat", "reflect", "exceed", "beat", "match",
})  # fmt: skip
"""Verbs whose participle names another thing, which a date behind may be of."""


def _is_apposed_superlative(doc: Doc, first: int) -> bool:
    """Whether `the largest rise`, `the first time` stands there, of which a date behind it says since when."""
    words = doc[first : first + 3]
    return words[0].lower_ == "the" and any(
        t.tag_ in {"JJS", "RBS"} or t.lower_ in {"first", "only"} for t in words[1:]
    )
