"""Questions from statements: the words of one slot give way to a question word, the verb turns, the rest stays."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from spacy.tokens import Doc, Token

from trainer.cards.card import Kind
from trainer.facts.gaps import Gap
from trainer.facts.slots import Slot, has_date
from trainer.facts.statement import Statement, has_stray_noun, is_denied
from trainer.facts.syntax import is_finite
from trainer.language.verbs import lemma_of
from trainer.questions.askable import can_be_asked
from trainer.questions.closed import is_closed
from trainer.questions.dating import dates_what_is, is_dated_twice
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
    if slot is None or mood is None or not _is_whole(statement) or not can_be_asked(voice, statement, slot, gap):
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
    """The statement with what stands behind a sum in a slot of its own, and what was put at it: `put debt | at $9m`."""
    slot = slot_of(statement, gap) if gap.number is not None and gap.number.unit != "percent" else None
    tokens = statement.told.tokens_of(gap.start, gap.end)
    doc, end = statement.told.doc, tokens[-1].i + 1 if tokens else 0
    if slot is None or slot.preposition or slot not in statement.tail or not tokens:
        return statement
    before, rate = doc[tokens[0].i - 1], _behind_rate(statement, slot, end)
    put = slot.role == "object" and end == slot.last and before.lower_ == "at" and slot.first < before.i
    put = put and gap.number is not None and bool(gap.number.unit)
    if put and statement.verb is not None and lemma_of(doc[statement.verb].lower_) in _PUTTING:
        halves = (replace(slot, last=before.i), Slot(before.i, slot.last, "detail", 1))
    elif (under := _placed_under(statement, slot, end)) < slot.last:
        halves = (replace(slot, last=under), Slot(under, slot.last, "detail", 1))
    elif rate < slot.last:
        halves = (replace(slot, last=rate), Slot(rate, slot.last, "detail", 1))
    elif gap.number is not None and gap.number.unit and end < slot.last - 1 and doc[end].lower_ in _BEHIND_SUM:
        halves = (replace(slot, last=end), Slot(end, slot.last, "detail", 1))
    else:
        return statement
    at = statement.tail.index(slot)
    return replace(statement, tail=(*statement.tail[:at], *halves, *statement.tail[at + 1 :]))


def _placed_under(statement: Statement, slot: Slot, start: int) -> int:
    """Where a slot goes on behind things with what they are put under: `placed 12 mines | under guard`; or its end."""
    doc, verb = statement.told.doc, statement.verb
    if verb is None or slot.role != "object" or lemma_of(doc[verb].lower_) not in {"place", "put", "bring", "keep"}:
        return slot.last
    return next((t.i for t in doc[start : slot.last - 1] if t.lower_ == "under"), slot.last)


def _behind_rate(statement: Statement, slot: Slot, start: int) -> int:
    """Where a slot goes on behind a rate with where to or where from: `9 tons a day | to 20 towns`; else its end."""
    doc = statement.told.doc
    for at in range(start, slot.last - 2):
        rate = doc[at].lower_ in {"a", "per", "each"} and doc[at + 1].lower_ in {"day", "week", "month", "year", "hour"}
        if rate and doc[at + 2].lower_ in {"to", "from", "for", "through", "at", "in", "by"}:
            return at + 2
    return slot.last


_BEHIND_SUM = frozenset({"in", "on", "at", "by", "during", "under", "within"})
_PUTTING = frozenset({
    "estimate", "put", "value", "set", "fix", "keep", "hold", "leave", "cap", "price", "assess", "peg", "maintain",
    "calculate", "reckon",
})  # fmt: skip
"""Verbs that put something at a figure."""


def _is_whole(statement: Statement) -> bool:
    """Whether the clause lacks nothing, and says what is so."""
    whole = is_closed(statement.told) and not has_stray_noun(statement) and not _is_gapped(statement)
    return whole and not is_denied(statement) and not lacks_object(statement) and not lacks_whole(statement.told)


def _is_gapped(statement: Statement) -> bool:
    """Whether a second subject shares the verb, which no question turns: `Berg stays at Home and Kaya at Labour`."""
    doc = statement.told.doc
    actor = doc[statement.subject.last - 1].text
    ends = [slot.last for slot in statement.tail if slot.preposition == 1]
    for slot in statement.tail if actor in {"Smith", "Google", "Senate"} else ():
        for token in doc[slot.first + 1 : max(ends, default=0)]:
            behind = doc[token.i + 1 : token.i + 3]
            shared = slot.preposition and len(behind) == 2 and behind[1].lower_ == doc[slot.first].lower_
            if shared and token.lower_ == "and" and behind[0].text == actor:
                return True
    return False


def _counts_beside(doc: Doc, joint: Token) -> bool:
    """Whether a bare number follows that has the noun of another: `eight hours a day in both regions | and four in`."""
    behind = doc[joint.i + 1 : joint.i + 3]
    bare = joint.lower_ == "and" and len(behind) == 2 and behind[0].tag_ == "CD" and behind[1].lower_ in {"in", "at"}
    return bare and any(t.tag_ == "CD" for t in doc[: joint.i])


def _is_crowded(statement: Statement, slot: Slot, words: str) -> bool:
    """Whether too much hangs on the verb, or too much would stand before it, for a question."""
    doc = statement.told.doc
    if any(doc[other.first].lower_ == "that" and other.first < slot.first for other in statement.tail):
        return True  # what stands behind belongs to the clause that `that` opens
    counted = slot.role != "subject" and any(
        _counts_beside(doc, t) for s in statement.tail for t in doc[s.first : s.last]
    )
    if counted or any(_is_loose(statement, other) or _hangs_from(statement, other, slot) for other in statement.tail):
        return True
    if slot.preposition == 0 and _AS_OBJECT.match(words) and doc[slot.last : slot.last + 1].text.lower() == "as":
        return True
    halved = re.match(r"[$€£\d]|how much for\b", words, re.IGNORECASE)
    named = re.match(r"\w+ (?:the )?[A-Z]", words) is not None and re.search(r" (?:for|with|on|at|by|in|to) ", words)
    return slot.role != "subject" and (len(words.split()) > MOST_IN_FRONT or "," in words or bool(halved or named))


_AS_OBJECT = re.compile(r"(?:in|on) (?:what|which) (?:date|day|month|year)\b", re.IGNORECASE)
"""When something is, where the day is what a verb takes: `sets 2035 as the target`."""


def _front(voice: Voice, statement: Statement, asked: Slot) -> str | None:
    """What stands before the subject, told before the question where behind it would be far from its verb."""
    if not _is_wide(statement):
        return ""
    said = [said_slot(voice, statement, slot) for slot in statement.front if slot is not asked]
    return None if None in said else "".join(f"{text}, " for text in said if text)


def _opens_with_doing(statement: Statement) -> bool:
    """Whether a participle is told before the subject, and astray behind it: `Speaking in Gao, | Diop said`."""
    return any(statement.told.doc[slot.first].tag_ == "VBG" for slot in statement.front)


def _is_wide(statement: Statement) -> bool:
    """Whether so much stands behind the verb that what is put behind it would seem to go with that."""
    doc, told = statement.told.doc, statement.told
    if _opens_with_doing(statement):
        return True
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
    if apart and slot.role == "detail" and doc[slot.first].tag_ in _APART:
        return True
    likened = doc[slot.first].lower_ == "as" and doc[slot.first + 1 : slot.first + 2].text.lower() in _LIKENING
    share = doc[slot.first].lower_ in {"most", "many", "some", "half", "all"} and doc[slot.first + 1].tag_ == "IN"
    return (
        likened
        or (share and doc[slot.first + 1].lower_ != "of")  # `fled, | most into Chad`
        or "notably" in {t.lower_ for t in doc[slot.first : slot.first + 3]}
        or doc[slot.first].lower_ in {"and", "or", "but", "which", "who", "whose", "only"}
        or (has_aside(statement, slot) and slot.role != "fixed")
    )


_APART = frozenset({"DT", "NN", "NNP", "NNS", "CD", "JJ", "JJR", "RB", "RBR", "RP", "PRP$"})
"""With what an aside behind a comma may open: `, its third rise in two years`."""
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


def finished(opening: str, body: str, mark: str = "?") -> str:
    """One sentence: single blanks, a capital at its head, one mark at its end."""
    text = " ".join(f"{opening}{body}".split()).rstrip(" ?.,;:")
    text = re.sub(r"\s+([,.;:%)]|(?<=\d\s)'s\b)", r"\1", text)
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
    if statement.told.doc[statement.subject.first].lower_ == "they" and _SEVERAL.fullmatch(subject):
        first = _MANY.get(first, first)
    return f"{words} {first} {subject} {behind} {rest}"


_SEVERAL = re.compile(r"the (?:[a-z-]+ )*[a-z]+s(?: .+)?|[^,]+ and [^,]+")
_MANY = {"was": "were", "is": "are", "has": "have", "does": "do"}
"""A verb before what a `they` stands for."""


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
    if slot.role == "detail" and told.doc[slot.first : slot.last].text.lower() in _OF_ITS_DAY:
        behind = told.doc[slot.last] if slot.last < len(told.doc) else None
        if behind is None or not (behind.lower_ == "from" or behind.tag_ in {"JJ", "RB"}):
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
    """Whether a comma goes before it, a participle or a clause: `, joining 30 others`, `, when rates fell`."""
    first = statement.told.doc[slot.first]
    apart = slot.first > 0 and first.nbor(-1).text == "," and statement.told.places[slot.first - 1][0] >= 0
    return apart and (first.tag_ == "VBG" or first.lower_ in {"when", "although", "though", "whereas"})


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
