"""Questions from statements: the words of one slot give way to a question word, the verb turns, the rest stays."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from trainer.cards.card import Kind
from trainer.facts.gaps import Gap
from trainer.facts.masks import NAME_MASKS
from trainer.facts.slots import Slot, has_date
from trainer.facts.statement import Statement, has_stray_noun, is_denied
from trainer.facts.syntax import is_finite
from trainer.language.names import Sort
from trainer.language.verbs import lemma_of
from trainer.questions.closed import is_closed
from trainer.questions.dating import dates_another, dates_what_is, is_dated_twice
from trainer.questions.framing import Frame
from trainer.questions.kept import kept_pronouns
from trainer.questions.lacking import lacks_object, lacks_whole
from trainer.questions.moods import Mood, mood_of
from trainer.questions.question_words import question_words
from trainer.questions.saying import Voice
from trainer.questions.verb_forms import finite_verb, split_verb, told_later

MOST_IN_FRONT = 11
"""Words that may stand before the verb of a question."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A question, or a sentence with a gap, made from a statement."""

    question: str
    """The whole question."""
    kind: Kind
    """What it asks for."""
    counted: str = ""
    """What a number counts."""


def ask(voice: Voice, frame: Frame, statement: Statement, gap: Gap) -> Asked | None:
    """The question for the gap; None if the slot that holds it cannot be asked for."""
    statement = _parted(statement, gap)
    slot = slot_of(statement, gap)
    mood = mood_of(voice, frame, statement, gap)
    if slot is None or mood is None or not _is_whole(statement) or not _can_be_asked(voice, statement, slot, gap):
        return None
    if dates_what_is(voice, statement, slot, gap) or is_dated_twice(statement):
        return None
    asked = question_words(voice, statement, slot, gap)
    if asked is None or _is_crowded(statement, slot, asked[0]):
        return None
    words, kind, counted, plural = asked
    body = (
        _of_subject(voice, statement, words, mood, plural)
        if slot.role == "subject"
        else around_subject(voice, statement, words, mood, _rest(voice, statement, slot))
    )
    if body is not None and mood.shifted:
        body = told_later(body)
    front = _front(voice, statement, slot)
    if body is None or front is None:
        return None
    return Asked(finished(mood.opening + front, body), kind, counted)


def _parted(statement: Statement, gap: Gap) -> Statement:
    """The statement with what stands behind a sum in a slot of its own: `set aside $9m | in its accounts`."""
    slot = slot_of(statement, gap) if gap.number is not None and gap.number.unit else None
    tokens = statement.told.tokens_of(gap.start, gap.end)
    doc, end = statement.told.doc, tokens[-1].i + 1 if tokens else 0
    if (
        slot is None
        or slot.preposition
        or slot not in statement.tail
        or not end < slot.last - 1
        or doc[end].lower_ not in _BEHIND_SUM
    ):
        return statement
    at = statement.tail.index(slot)
    halves = (replace(slot, last=end), Slot(end, slot.last, "detail", 1))
    return replace(statement, tail=(*statement.tail[:at], *halves, *statement.tail[at + 1 :]))


_BEHIND_SUM = frozenset({"in", "on", "at", "by", "during", "under", "within"})


def _is_whole(statement: Statement) -> bool:
    """Whether the clause lacks nothing, and says what is so."""
    whole = is_closed(statement.told) and not has_stray_noun(statement)
    return whole and not is_denied(statement) and not lacks_object(statement) and not lacks_whole(statement.told)


def _can_be_asked(voice: Voice, statement: Statement, slot: Slot, gap: Gap) -> bool:
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
        or _names_itself(statement)
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
    """Whether `since` goes with the first of a kind, and not with the verb: `its first warning since 2011`."""
    before = statement.told.line.plain[: gap.start]
    return gap.preposition == "since" and re.search(r"\b(?:first|only|most|least|\w+est)\b[^,;]*$", before) is not None


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
    return lemma_of(verb) in _MOVING and hedge in {"above", "over", "below", "under", "past"}


def _is_crowded(statement: Statement, slot: Slot, words: str) -> bool:
    """Whether too much hangs on the verb, or too much would stand before it, for a question."""
    doc = statement.told.doc
    if any(doc[other.first].lower_ == "that" and other.first < slot.first for other in statement.tail):
        return True  # what stands behind belongs to the clause that `that` opens
    if any(_is_loose(statement, other) or _hangs_from(statement, other, slot) for other in statement.tail):
        return True
    halved = re.match(r"[$€£\d]|how much for\b", words, re.IGNORECASE)
    named = re.match(r"\w+ (?:the )?[A-Z]", words) is not None and re.search(r" (?:for|with|on|at|by|in|to) ", words)
    return slot.role != "subject" and (len(words.split()) > MOST_IN_FRONT or "," in words or bool(halved or named))


def _front(voice: Voice, statement: Statement, asked: Slot) -> str | None:
    """What stands before the subject, told before the question where behind it would be far from its verb."""
    if not _is_wide(statement):
        return ""
    said = [said_slot(voice, statement, slot) for slot in statement.front if slot is not asked]
    return None if None in said else "".join(f"{text}, " for text in said if text)


def _is_wide(statement: Statement) -> bool:
    """Whether so much stands behind the verb that what is put behind it would seem to go with that."""
    doc, told = statement.told.doc, statement.told
    dated = any(has_date(told, slot.first, slot.last) for slot in statement.front)
    if dated and any(has_date(told, slot.first, slot.last) for slot in statement.tail):
        return True
    return any(is_finite(t) for slot in statement.tail for t in doc[slot.first : slot.last])


def _is_loose(statement: Statement, slot: Slot) -> bool:
    """Whether a slot hangs on by a conjunction, or has an aside in it: too much for a question."""
    doc, told = statement.told.doc, statement.told
    apart = (
        doc[slot.first - 1].text == "," and not told.is_listed(slot.first - 1) and told.places[slot.first - 1][0] >= 0
    )
    if apart and slot.role == "detail" and doc[slot.first].tag_ in {"DT", "NN", "NNP", "NNS", "CD", "JJ", "RB", "RP"}:
        return True
    likened = doc[slot.first].lower_ == "as" and doc[slot.first + 1 : slot.first + 2].text.lower() in _LIKENING
    return (
        likened
        or doc[slot.first].lower_ in {"and", "or", "but", "which", "who", "whose", "only"}
        or (has_aside(statement, slot) and slot.role != "fixed")
    )


_LIKENING = frozenset({"has", "have", "had", "did", "does", "do", "is", "are", "was", "were", "will"})
"""What leaves out the verb of somebody beside: `has agreed, as | has Chad`."""


def has_aside(statement: Statement, slot: Slot) -> bool:
    """Whether a comma in the slot sets something apart, one that parts no items of a list; or the slot is set apart."""
    told = statement.told
    parted = any(t.text == "," and not told.is_listed(t.i) for t in told.doc[slot.first + 1 : slot.last - 1])
    return parted or _is_verbless_clause(statement, slot)


def _is_verbless_clause(statement: Statement, slot: Slot) -> bool:
    """`, most of them recruits,`: whether a comma stands before the slot, and it opens with a subject of its own."""
    words = statement.told.doc[slot.first : slot.last]
    if not slot.first or words.doc[slot.first - 1].text != "," or any(is_finite(t) for t in words):
        return False
    return any(t.dep_ == "nsubj" and t.left_edge.i == slot.first and t.head.i < slot.last for t in words)


def _hangs_from(statement: Statement, slot: Slot, asked: Slot) -> bool:
    """Whether a slot says more about what is asked for, which the question puts at its head: `doses | approved by`."""
    doc = statement.told.doc
    first = doc[slot.first]
    if slot is asked or slot.role == "fixed" or asked.role == "subject":
        return False
    return first.lower_.endswith("ed") and doc[slot.first + 1 : slot.first + 2].text.lower() == "by"


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


def finished(opening: str, body: str, mark: str = "?") -> str:
    """One sentence: single blanks, a capital at its head, one mark at its end."""
    text = " ".join(f"{opening}{body}".split()).rstrip(" ?.,;:")
    text = re.sub(r"\s+([,.;:%)])", r"\1", text)
    return f"{text[:1].upper()}{text[1:]}{mark}"


def slot_of(statement: Statement, gap: Gap) -> Slot | None:
    """The slot that holds all of the gap; None where the statement has lost it or it reaches over two."""
    tokens = statement.told.tokens_of(*gap.whole)
    if not tokens:
        return None
    return next((s for s in statement.slots if s.first <= tokens[0].i and tokens[-1].i < s.last), None)


def _of_subject(voice: Voice, statement: Statement, words: str, mood: Mood, plural: bool) -> str | None:
    """The question for the subject, or for something in it: the words stay in their order."""
    rest = _rest(voice, statement, None)
    verb = finite_verb(statement, mood, plural=plural)
    return None if rest is None else f"{words} {verb} {rest}"


def around_subject(voice: Voice, statement: Statement, words: str, mood: Mood, rest: str | None) -> str | None:
    """The question for anything else: auxiliary, subject, verb, the rest; None if something cannot be said."""
    subject = _said_subject(voice, statement)
    if not subject or rest is None:
        return None
    first, behind = split_verb(statement, mood)
    return f"{words} {first} {subject} {behind} {rest}"


def _said_subject(voice: Voice, statement: Statement) -> str | None:
    """The subject; a man or woman who says so is `he` or `she` then: `According to Diop, when would he leave`."""
    told, first, last = statement.told, statement.subject.first, statement.subject.last
    named = voice.say(told, first, last, owned=False)
    bare = last - first == 1 and told.doc[first].lower_ in {"it", "they"}
    if named is None or bare or statement.speaker is None:
        return named
    return voice.say(told, first, last, owned=False, kept=kept_pronouns(voice, statement)) or named


def _rest(voice: Voice, statement: Statement, asked: Slot | None) -> str | None:
    """Everything behind the verb but what is asked, then what stood at the front."""
    front = () if _is_wide(statement) else statement.front
    counts = tuple(
        slot for slot in statement.tail[-1:] if _COUNT.search(statement.told.doc[slot.first : slot.last].text)
    )
    tail = statement.tail[: len(statement.tail) - len(counts)]
    slots = (slot for slot in (*tail, *front, *counts) if slot is not asked)
    return said_slots(slots, lambda slot: said_slot(voice, statement, slot), lambda slot: _is_passing(statement, slot))


_COUNT = re.compile(r"^by .*\b(?:count|estimate|reckoning|tally)$")
"""By whose figures it is told, which no date may seem to go with."""


def said_slots(
    slots: Iterable[Slot], say: Callable[[Slot], str | None], may_be_lost: Callable[[Slot], bool]
) -> str | None:
    """The slots one after the other; None if one cannot be said that may not be lost."""
    said = []
    for slot in slots:
        text = say(slot)
        if text is None and not may_be_lost(slot):
            return None
        said.append(text or "")
    return " ".join(said)


def said_slot(voice: Voice, statement: Statement, slot: Slot, gap: tuple[int, int] | None = None) -> str | None:
    """A slot with its preposition; what only the brief's day explains is left out where it is no more than that."""
    told = statement.told
    behind = told.doc[slot.last : slot.last + 1].text.lower()
    if slot.role == "detail" and told.doc[slot.first : slot.last].text.lower() in _OF_ITS_DAY and behind != "from":
        return ""
    head = told.doc[slot.first : slot.first + slot.preposition].text
    text = voice.say(told, *slot.body, gap, kept=kept_pronouns(voice, statement))
    if text is None:
        return None
    if head.lower() == "on" and told.doc[slot.last - 1].lower_ == "continent" and not text.endswith("continent"):
        head = "in"  # `on the continent`, said by its name
    said = f"{head.lower() if slot.first == 0 else head} {text}".strip()
    return f", {said}" if _is_set_apart(statement, slot) else said


def _is_set_apart(statement: Statement, slot: Slot) -> bool:
    """Whether the slot is a participle behind a comma, which says what else the subject did: `, joining 30 others`."""
    doc = statement.told.doc
    return slot.first > 0 and doc[slot.first].tag_ == "VBG" and doc[slot.first - 1].text == ","


_OF_ITS_DAY = frozenset({"now", "today", "currently", "so far", "to date", "as well", "too", "early", "late"})
_PASSING = re.compile(
    r"(?:\b(?:days?|weeks?|months?|years?|hours?|minutes?) (?:later|earlier|after|before|afterwards|ago)\b"
    r"|\bthat (?:day|week|month|year)\b|\bthe same (?:day|week|month|year)\b"
    r"|^(?:at the time|then|since then|the (?:next|previous|following) (?:day|week|month|year)))",
    re.IGNORECASE,
)


def _is_passing(statement: Statement, slot: Slot) -> bool:
    """Whether a slot only says when, counted from something said before: it can be left out of what happened."""
    return bool(_PASSING.search(statement.told.doc[slot.first : slot.last].text))
