"""Whether a question word can take the place of a slot: not where what is asked for goes with something else."""

from __future__ import annotations

import re

from trainer.facts.gaps import Gap
from trainer.facts.masks import NAME_MASKS
from trainer.facts.slots import Slot, has_date
from trainer.facts.statement import Statement
from trainer.language.names import Sort
from trainer.language.verbs import lemma_of
from trainer.questions.dating import dates_another
from trainer.questions.saying import Voice


def can_be_asked(voice: Voice, statement: Statement, slot: Slot, gap: Gap) -> bool:
    """Whether a question word can take the place of the slot; a city that acts stands for its government."""
    if slot.role in {"fixed", "speaker"} or (gap.sort is Sort.CITY and slot.role == "subject"):
        return False
    if slot.role == "subject" and statement.verb is None and not is_told_by_name(statement):
        return False
    if slot.role == "front" and statement.verb is None and gap.sort is not None:
        return False  # `in Gao the main concern is the lake` names a thing, which the place only frames
    if slot.role != "subject" and statement.told.doc[statement.subject.first].tag_ == "IN":
        return False
    return not (
        _belongs_to_verb(statement, slot)
        or _goes_with_first(statement, gap)
        or dates_another(statement, slot, gap)
        or statement.told.line.plain.startswith(" alone", gap.end)
        or _is_one_of_days(statement, gap)
        or _is_told_as_now(voice, statement, slot, gap)
        or _reaches(statement, gap)
        or _is_share_of_nothing(statement, gap)
        or _is_one_side(statement, gap)
        or _is_dated_end(statement, gap)
        or _is_measure_of_degree(statement, gap)
        or _is_behind_particle(statement, slot, gap)
        or _is_narrowed(statement, slot)
        or _is_level_set_beside(statement, slot)
        or _is_span_of_sum(statement, slot, gap)
        or _is_said_twice(statement, slot, gap)
        or _is_of_other_span(statement, slot)
        or _is_one_more(statement, slot, gap)
        or _names_itself(statement)
        or _is_span_of_count(statement, slot)
        or was_told_in_passing(statement, slot)
    )


def was_told_in_passing(statement: Statement, slot: Slot) -> bool:
    """Whether the slot is who did something to a thing of which a clause only tells more: `measured an oil slick`."""
    told = statement.told
    some = any(other.role == "object" and told.doc[other.first].lower_ in {"a", "an"} for other in statement.tail)
    dated = any(told.tokens_of(date.start, date.end) for date in told.line.dates)
    return slot.role == "subject" and told.way.endswith("relative that") and some and not dated


def _is_told_as_now(voice: Voice, statement: Statement, slot: Slot, gap: Gap) -> bool:
    """Whether the verb is in the present and the date is past, that of a noun: `blames | the riots in 2024`."""
    written, doc = voice.reading.brief.date, statement.told.doc
    forms = {doc[i].lower_ for i in statement.auxiliaries}
    present = statement.finite.tag_ in {"VBZ", "VBP"} and not forms & {"has", "have", "been"}
    if (
        gap.time is None
        or written is None
        or slot.role == "front"
        or gap.preposition not in {"in", "on"}
        or not present
    ):
        return False
    return gap.time.iso < written.isoformat()[: len(gap.time.iso)]


def _is_one_of_days(statement: Statement, gap: Gap) -> bool:
    """Whether the date is one of several on which the same happened: `on 7 April, 28 April and 19 May`."""
    line = statement.told.line
    ends = {date.end for date in line.dates} | {date.start for date in line.dates}
    behind = re.match(r"(?:,| and|, and| or) ", line.plain[gap.end :])
    before = re.search(r"(?:,| and|, and| or) $", line.plain[: gap.start])
    joined = (behind is not None and gap.end + behind.end() in ends) or (before is not None and before.start() in ends)
    return gap.time is not None and joined


def _is_one_side(statement: Statement, gap: Gap) -> bool:
    """Whether the number is half of a result: `by 204 votes to 85`."""
    plain = statement.told.line.plain
    behind = re.match(r"(?: votes?)? to \d", plain[gap.end :])
    before = re.search(r"\d(?: votes?)? to $", plain[: gap.start])
    return gap.number is not None and not gap.number.unit and (behind is not None or before is not None)


def _is_dated_end(statement: Statement, gap: Gap) -> bool:
    """Whether the figure is one of two ends with a day between them: `from 9% | at the start of 2023 | to 13%`."""
    doc, told = statement.told.doc, statement.told
    opened = next((n for n, slot in enumerate(statement.tail) if doc[slot.first].lower_ == "from"), None)
    behind = statement.tail[opened + 1 :] if opened is not None else ()
    closed = next((n for n, slot in enumerate(behind) if doc[slot.first].lower_ == "to"), 0)
    between = any(has_date(told, slot.first, slot.last) for slot in behind[:closed])
    return gap.number is not None and between


def _is_measure_of_degree(statement: Statement, gap: Gap) -> bool:
    """Whether a comparative stands right behind a percentage, of which it is the measure: `was 22 percent | slower`."""
    tokens = statement.told.tokens_of(gap.start, gap.end)
    percent = gap.number is not None and gap.number.unit == "percent" and bool(tokens)
    return percent and any(t.tag_ in {"JJR", "RBR"} for t in statement.told.doc[tokens[-1].i + 1 : tokens[-1].i + 2])


def _is_behind_particle(statement: Statement, slot: Slot, gap: Gap) -> bool:
    """Whether `in` goes with the verb and not with what is counted: `moved in | 5,000 soldiers`."""
    doc, verb = statement.told.doc, statement.verb
    particle = verb is not None and slot.first == verb + 1 and doc[slot.first].lower_ == "in" and slot.preposition == 1
    return gap.number is not None and particle and lemma_of(doc[verb or 0].lower_) in _MOVING_IN


_MOVING_IN = frozenset({"move", "bring", "call", "send", "fly", "take", "ship", "draft", "let"})


def _is_narrowed(statement: Statement, slot: Slot) -> bool:
    """Whether a word before the slot goes with it, and would stand alone without it: `ships anywhere | in the Gulf`."""
    return slot.preposition > 0 and statement.told.doc[slot.first - 1].lower_ in _NARROWING


_NARROWING = frozenset({"anywhere", "somewhere", "everywhere", "elsewhere", "nowhere"})


def _is_level_set_beside(statement: Statement, slot: Slot) -> bool:
    """Whether a figure behind a comma only measures what something is said to be: `demand is weak, | at 40%`."""
    doc = statement.told.doc
    beside = slot.first > 0 and doc[slot.first - 1].text == "," and doc[slot.first].lower_ == "at"
    return beside and statement.verb is None


def _is_span_of_sum(statement: Statement, slot: Slot, gap: Gap) -> bool:
    """Whether a length of time says for how long a sum is meant, not how long something was done with it."""
    told = statement.told
    length = told.doc[slot.first].lower_ == "for" and told.doc[slot.last - 1].lower_ in _LENGTHS
    sums = [n for n in told.line.numbers if n.quantity.unit not in {"", "percent"} and told.holds(n.start, n.end)]
    taken = {t.i for n in sums for t in told.tokens_of(n.start, n.end)}
    beside = any(i in taken for other in statement.tail if other.role == "object" for i in range(*other.body))
    return gap.number is not None and length and beside


def _is_span_of_count(statement: Statement, slot: Slot) -> bool:
    """Whether a length of time says within which something was so often done: `for the second time | in 15 months`."""
    before = statement.told.doc[max(slot.first - 2, 0) : slot.first].text.lower()
    return re.fullmatch(r"(?:first|second|third|fourth|fifth|sixth) time", before) is not None


def _is_said_twice(statement: Statement, slot: Slot, gap: Gap) -> bool:
    """Whether a second figure right beside it says the same in other units: `cost 6 billion rupees, | $75 million`."""
    told, taken = statement.told, _figures(statement)
    if gap.number is None or slot not in statement.tail or not _is_figure(statement, slot, taken):
        return False
    beside = [other for other in statement.tail if other.last == slot.first - 1 or slot.last == other.first - 1]
    apart = [other for other in beside if told.doc[max(slot.first, other.first) - 1].text == ","]
    return any(_is_figure(statement, other, taken) for other in apart)


def _is_figure(statement: Statement, slot: Slot, taken: set[int]) -> bool:
    """Whether a figure opens the slot, or follows its first word, which says how exact it is."""
    return bool({slot.first, slot.first + 1} & taken) and statement.told.doc[slot.first].lower_ not in _LEADING


_LEADING = frozenset({"by", "to", "from", "at", "in", "on", "for", "of", "with", "against", "since", "until"})


def _figures(statement: Statement) -> set[int]:
    """The tokens of the numbers that are no dates."""
    told, spans = (
        statement.told,
        ((n.hedge_start if n.hedge_start >= 0 else n.start, n.end) for n in statement.told.line.numbers),
    )
    return {t.i for start, end in spans for t in told.tokens_of(start, end)}


def _is_of_other_span(statement: Statement, slot: Slot) -> bool:
    """Whether the next words say of which time the slot is: `slowed to 11% from 15% | in the second`."""
    doc = statement.told.doc
    ends = (doc[slot.last : slot.last + 3].text.lower(), doc[max(slot.first, slot.last - 3) : slot.last].text.lower())
    return any(text in {f"in the {ordinal}" for ordinal in _ORDINALS} for text in ends)


_ORDINALS = ("first", "second", "third", "fourth")


_LENGTHS = frozenset({"days", "weeks", "months", "years"})


def _is_one_more(statement: Statement, slot: Slot, gap: Gap) -> bool:
    """Whether the name is one more of those that the verb is told of, or the list is not the whole of it."""
    some = gap.items and re.match(r",? among other", statement.told.line.plain[gap.end :])
    return bool(some) or (slot.role == "object" and gap.sort is not None and does_also(statement))


def does_also(statement: Statement) -> bool:
    """Whether the sentence says that something does so too: `it also affects Chad`."""
    verb = statement.told.places[statement.verb][0] if statement.verb is not None else 0
    return statement.told.line.plain[:verb].endswith(" also ")


def _names_itself(statement: Statement) -> bool:
    """Whether the clause says by what name something goes, which no question word fits: `calls itself the Front`."""
    doc, verb = statement.told.doc, statement.verb
    behind = doc[verb + 1].lower_ if verb is not None and verb + 1 < len(doc) else ""
    return behind in {"itself", "himself", "herself", "themselves"} and lemma_of(doc[verb or 0].lower_) in _NAMING


_NAMING = frozenset({"call", "name", "rename", "style", "dub", "describe", "brand", "rebrand"})


def is_told_by_name(statement: Statement) -> bool:
    """Whether a name stands in what a subject is said to be, so that it can be asked who that is."""
    doc = statement.told.doc
    behind = doc[statement.auxiliaries[-1] + 1 :] if statement.auxiliaries else doc[:0]
    article = next((t.lower_ for t in behind), "")
    return article not in {"a", "an"} or any(t.text in NAME_MASKS for t in behind)


def _goes_with_first(statement: Statement, gap: Gap) -> bool:
    """Whether `since` goes with the first of a kind, not with the verb: `its first since 2011`, `than any since`."""
    before = statement.told.line.plain[: gap.start]
    first = re.search(r"\b(?:first|only|most|least|\w+est|than any)\b[^,;]*$", before)
    return gap.preposition == "since" and first is not None


_MOVING = frozenset({"climb", "rise", "fall", "drop", "grow", "increase", "decline", "slip", "jump", "soar", "surge"})


_HOPING = frozenset({"hope", "expect", "project", "forecast", "predict", "aim", "target", "anticipate"})


def _is_share_of_nothing(statement: Statement, gap: Gap) -> bool:
    """Whether somebody expected a percentage, and the clause does not say of what: `hoped for 4.2 percent`."""
    verb = statement.told.doc[statement.verb].lower_ if statement.verb is not None else ""
    percent = gap.number is not None and gap.number.unit == "percent"
    return percent and lemma_of(verb) in _HOPING and not re.match(r" of\b", statement.told.line.plain[gap.end :])


def _reaches(statement: Statement, gap: Gap) -> bool:
    """Whether the figure is a mark that something passed, and not how far it went: `climbed above $20`."""
    verb = statement.told.doc[statement.verb].lower_ if statement.verb is not None else ""
    hedge = statement.told.line.plain[gap.hedge_start : gap.start].strip() if gap.hedge_start >= 0 else ""
    before = [t for t in statement.told.tokens_of(0, max(gap.hedge_start, 0)) if gap.hedge_start >= 0][-1:]
    stays = any(t.tag_ == "VB" and t.lower_ in {"stay", "remain", "stand", "keep", "hold"} for t in before)
    moves = lemma_of(verb) in _MOVING or stays
    return moves and hedge in {"above", "over", "below", "under", "past"}


_THINKING = frozenset({
    "think", "believe", "expect", "estimate", "say", "report", "suppose", "know", "consider", "due", "likely", "set",
    "able", "plan", "intend",
})  # fmt: skip


def _belongs_to_verb(statement: Statement, slot: Slot) -> bool:
    """Whether `to` before the slot goes with the verb: `was thought to shelter 500 people`."""
    doc = statement.told.doc
    if slot.role == "complement" and statement.verb is not None:
        return True
    verb = doc[statement.verb].lower_ if statement.verb is not None else ""
    return doc[slot.first].lower_ == "to" and lemma_of(verb) in _THINKING
