"""Questions from statements: the words of one slot give way to a question word, the verb turns, the rest stays."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from trainer.cards.card import GAP, Kind
from trainer.facts.gaps import Gap
from trainer.facts.masks import NAME_MASKS
from trainer.facts.statement import Slot, Statement, has_stray_noun, is_denied
from trainer.facts.syntax import is_finite
from trainer.facts.telling import Telling
from trainer.language.names import Sort
from trainer.language.verbs import lemma_of
from trainer.questions.closed import is_closed, is_whole_sentence
from trainer.questions.dating import dates_another
from trainer.questions.framing import Frame
from trainer.questions.moods import Mood, mood_of, mood_of_whole, rough_mood
from trainer.questions.question_words import hint, question_words, settles
from trainer.questions.saying import MARK, NOTHING, Voice, decapitalized, kept_pronouns
from trainer.questions.verb_forms import finite_verb, split_verb

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
    slot = _slot_of(statement, gap)
    mood = mood_of(voice, frame, statement, gap)
    if slot is None or mood is None or not _is_whole(statement) or not _can_be_asked(statement, slot, gap):
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
    front = _front(voice, statement, slot)
    if body is None or front is None:
        return None
    return Asked(finished(mood.opening + front, body), kind, counted)


def _is_whole(statement: Statement) -> bool:
    """Whether the clause lacks nothing, and says what is so."""
    whole = is_closed(statement.told) and not has_stray_noun(statement)
    return whole and not is_denied(statement) and not _lacks_object(statement)


def _can_be_asked(statement: Statement, slot: Slot, gap: Gap) -> bool:
    """Whether a question word can take the place of the slot; a city that acts stands for its government."""
    if slot.role in {"fixed", "speaker"} or (gap.sort is Sort.CITY and slot.role == "subject"):
        return False
    if slot.role == "subject" and statement.verb is None and not _is_told_by_name(statement):
        return False
    if slot.role != "subject" and statement.told.doc[statement.subject.first].tag_ == "IN":
        return False
    return not (
        _belongs_to_verb(statement, slot)
        or _goes_with_first(statement, gap)
        or dates_another(statement, slot, gap)
        or _is_one_of_days(statement, gap)
        or _reaches(statement, gap)
        or _is_share_of_nothing(statement, gap)
    )


def _is_one_of_days(statement: Statement, gap: Gap) -> bool:
    """Whether the date is one of several on which the same happened: `on 7 April, 28 April and 19 May`."""
    line = statement.told.line
    ends = {date.end for date in line.dates} | {date.start for date in line.dates}
    behind = re.match(r"(?:,| and|, and| or) ", line.plain[gap.end :])
    before = re.search(r"(?:,| and|, and| or) $", line.plain[: gap.start])
    joined = (behind is not None and gap.end + behind.end() in ends) or (before is not None and before.start() in ends)
    return gap.time is not None and joined


def _is_told_by_name(statement: Statement) -> bool:
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
    doc = statement.told.doc
    return any(is_finite(t) for slot in statement.tail for t in doc[slot.first : slot.last])


def _is_loose(statement: Statement, slot: Slot) -> bool:
    """Whether a slot hangs on by a conjunction, or has an aside in it: too much for a question."""
    doc, told = statement.told.doc, statement.told
    commas = any(t.text == "," and not told.is_listed(t.i) for t in doc[slot.first + 1 : slot.last - 1])
    apart = (
        doc[slot.first - 1].text == "," and not told.is_listed(slot.first - 1) and told.places[slot.first - 1][0] >= 0
    )
    if apart and slot.role == "detail" and doc[slot.first].tag_ in {"DT", "NN", "NNS", "CD", "JJ", "RB", "RP"}:
        return True
    return doc[slot.first].lower_ in {"and", "or", "but", "which", "who", "whose", "only"} or (
        commas and slot.role != "fixed"
    )


def _hangs_from(statement: Statement, slot: Slot, asked: Slot) -> bool:
    """Whether a slot says more about what is asked for, which the question puts at its head: `doses | approved by`."""
    doc = statement.told.doc
    first = doc[slot.first]
    if slot is asked or slot.role == "fixed" or asked.role == "subject":
        return False
    by = first.lower_.endswith("ed") and doc[slot.first + 1 : slot.first + 2].text.lower() == "by"
    return by or (first.tag_ in {"VBN", "VBG"} and asked.first <= first.head.i < asked.last)


_NEVER_ALONE = frozenset({
    "follow", "respond", "resist", "sue", "arrive",
    "react", "agree", "refuse", "comply", "decline", "oblige", "join", "do", "announce", "say",
    "report", "note", "explain", "state", "tell", "inform", "accuse", "urge", "warn",
})  # fmt: skip
_NEVER_BARE = frozenset({"name", "call", "consider", "deem", "elect", "appoint", "nominate", "make", "declare"})
"""Verbs whose passive says as what: `was named on Monday` has lost it."""
_TAKING = frozenset(
    {"show", "reach", "sign", "publish", "issue", "adopt", "impose", "grant", "seize", "capture", "destroy"}
)
"""Verbs that take an object, which a telling may have lost: `did the Netherlands reach in Washington`."""
_NEEDING_MORE = frozenset(
    {"persuade", "convince", "ask", "urge", "tell", "press", "encourage", "remind", "help", "blame"}
)
"""Verbs that say what somebody is to do, or believe: their object alone says little."""


def _lacks_object(statement: Statement) -> bool:
    """Whether the verb leaves out what only the sentence before says: `MSC followed on Monday`."""
    doc = statement.told.doc
    verb = doc[statement.verb] if statement.verb is not None else None
    if verb is None:
        return False
    lemma, passive = lemma_of(verb.lower_), any(doc[i].lower_ in _PASSIVE for i in statement.auxiliaries)
    said = [s for s in statement.tail if s.role not in {"time", "front", "fixed"} and doc[s.first].lower_ != "so"]
    if doc[verb.i : verb.i + 2].text.lower() in _IDLE_PHRASES:
        said = [s for s in said if doc[s.first].lower_ not in {"in", "at"}]
        return not said
    idle = lemma in _NEVER_ALONE
    if lemma in _TAKING and verb.tag_ != "VBN" and not passive and not any(s.role == "object" for s in statement.tail):
        return not any(s.role in {"complement", "fixed"} for s in said)
    if lemma in _NEVER_BARE and passive and verb.tag_ == "VBN":
        return all(doc[s.first].lower_ in {"on", "in", "by", "for"} or s.role == "time" for s in said)
    return not said if idle else lacks_more(statement)


_PASSIVE = frozenset({"was", "were", "is", "are", "been", "be"})
_IDLE_PHRASES = frozenset(
    {
        "joined in",
        "join in",
        "took part",
        "take part",
        "gave up",
        "give up",
        "gave in",
        "gave way",
        "went on",
        "took over",
        "taken over",
        "take over",
    }
)


def lacks_more(statement: Statement) -> bool:
    """Whether the last verb is one that has somebody do something, and what he is to do was lost or never said."""
    doc = statement.told.doc
    last = next((t for t in reversed(list(doc)) if t.tag_.startswith("VB")), None)
    words = doc[last.i + 1 :] if last is not None else doc[:0]
    return (
        last is not None
        and lemma_of(last.lower_) in _NEEDING_MORE
        and not any(t.tag_ in {"TO", "IN"} or t.lower_ in {"that", "for", "of", "about"} for t in words)
    )


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


def _slot_of(statement: Statement, gap: Gap) -> Slot | None:
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
    subject = voice.say(statement.told, statement.subject.first, statement.subject.last, owned=False)
    if not subject or rest is None:
        return None
    first, behind = split_verb(statement, mood)
    return f"{words} {first} {subject} {behind} {rest}"


def _rest(voice: Voice, statement: Statement, asked: Slot | None) -> str | None:
    """Everything behind the verb but what is asked, then what stood at the front."""
    said = []
    front = () if _is_wide(statement) else statement.front
    for slot in (*statement.tail, *front):
        if slot is asked:
            continue
        text = said_slot(voice, statement, slot)
        if text is None and not _is_passing(statement, slot):
            return None
        said.append(text or "")
    return " ".join(said)


def said_slot(voice: Voice, statement: Statement, slot: Slot, gap: tuple[int, int] | None = None) -> str | None:
    """A slot with its preposition; what only the brief's day explains is left out where it is no more than that."""
    told = statement.told
    if slot.role == "detail" and told.doc[slot.first : slot.last].text.lower() in _OF_ITS_DAY:
        return ""
    head = told.doc[slot.first : slot.first + slot.preposition].text
    text = voice.say(told, *slot.body, gap, kept=kept_pronouns(voice, statement))
    if text is None:
        return None
    if re.match(r"(?:in|on) (?:[A-Z]\w+ )?(?:\d|[A-Z])", text) and head.lower() in {"in", "on"}:
        head = ""
    return f"{head.lower() if slot.first == 0 else head} {text}".strip()


_OF_ITS_DAY = frozenset({"now", "today", "currently", "so far", "to date", "as well", "too"})
_PASSING = re.compile(
    r"(?:\b(?:days?|weeks?|months?|years?|hours?|minutes?) (?:later|earlier|after|before|afterwards|ago)\b"
    r"|\bthat (?:day|week|month|year)\b|\bthe same (?:day|week|month|year)\b"
    r"|^(?:at the time|then|since then|the (?:next|previous|following) (?:day|week|month|year)))",
    re.IGNORECASE,
)


def _is_passing(statement: Statement, slot: Slot) -> bool:
    """Whether a slot only says when, counted from something said before: it can be left out of what happened."""
    return bool(_PASSING.search(statement.told.doc[slot.first : slot.last].text))


def _mark(told: Telling, gap: Gap) -> str:
    """The gap with the preposition that its day needs, where the sentence only points to it, and with its hint."""
    line = told.line
    words, said = line.plain[gap.start : gap.end], hint(line, gap)
    follows = [word.lower() for word in re.findall(r"\w+", line.plain[gap.end : gap.end + 30])[:2]]
    if said.strip(" ()") in follows:
        said = ""
    points = gap.time is not None and not gap.preposition and re.match(r"(?:that|last|this|next|the same) ", words)
    lead = ("on " if gap.time.day else "in ") if points and gap.time is not None else ""
    return f"{lead}{GAP}{said}"


_SOURCED = re.compile(r"(?:According to|In the view of|By \S+'s (?:count|reckoning|estimate)) ", re.IGNORECASE)


def _is_anyone(statement: Statement | None, gap: Gap) -> bool:
    """Whether many fit the gap: `[...] was a former minister`."""
    slot = _slot_of(statement, gap) if statement is not None and statement.verb is None else None
    return slot is not None and statement is not None and slot.role == "subject" and not _is_told_by_name(statement)


_OF_OFFICE = re.compile(r"'s? (?:[a-z][\w-]+ ){0,3}[a-z][\w-]+, $")
"""An office with its owner right before a name: who held it is asked of its own."""


def _tells_of_now(told: Telling) -> bool:
    """Whether a verb of the telling, not one of a relative clause, is in the present or the perfect."""
    return any(
        t.tag_ in {"VBZ", "VBP"} and not any(r.tag_ in {"WDT", "WP", "WP$"} for r in told.tokens[max(0, t.i - 3) : t.i])
        for t in told.tokens
    )


def cloze(voice: Voice, frame: Frame, told: Telling, statement: Statement | None, gap: Gap) -> Asked | None:
    """The telling in its own order with a gap in it; where it is no plain statement, only if most of its sentence."""
    settled = statement is not None and gap.time is not None and gap.preposition == "on" and settles(statement)
    if (
        settled
        or (gap.sort is Sort.UNKNOWN and told.holds(*gap.whole) and told.tokens_of(gap.start, gap.end)[0].i == 0)
        or (statement is not None and _lacks_object(statement))
        or _is_anyone(statement, gap)
        or (gap.sort is Sort.PERSON and _OF_OFFICE.search(told.line.plain[: gap.start]))
        or not (is_closed(told) or (statement is None and is_whole_sentence(told)))
        or (gap.sort is Sort.CITY and told.tokens_of(gap.start, gap.end)[0].dep_.startswith("nsubj"))
    ):
        return None
    mood = mood_of(voice, frame, statement, gap) if statement is not None else rough_mood(voice, frame, told, gap)
    if mood is None and statement is None and is_whole_sentence(told):
        mood = mood_of_whole(frame)
    if mood is None:
        return None
    last = max((n for n, place in enumerate(told.places) if place[0] >= 0 and told.doc[n].text != "."), default=0) + 1
    kept = kept_pronouns(voice, statement) if statement is not None else NOTHING
    bound = (statement.speaker or statement.subject).last if statement is not None else 0
    text = voice.say(told, 0, last, (gap.start, gap.end), kept=kept, bound=bound)
    if text is None or text.count(MARK) != 1 or re.match(r"(?:its|his|her|their)\b", text, re.IGNORECASE):
        return None
    reported = statement is not None and statement.speaker is not None and told.source is None
    if not mood.opening and frame.month is not None and _tells_of_now(told):
        mood = replace(mood, opening=frame.as_of)
    opening = (frame.as_of if mood.opening.startswith("As of") else "") if reported else mood.opening
    if opening.startswith(f"According to {frame.brief}") and _SOURCED.match(text):
        opening = ""
    told_by = opening and not opening.startswith("As of") and not opening.startswith(f"According to {frame.brief}")
    if opening:
        text = f"{opening}{decapitalized(text)}" if told_by else f"{opening.rstrip(', ')}: {text[:1].upper()}{text[1:]}"
    text = f"{text[:1].upper()}{text[1:]}".replace(MARK, _mark(told, gap))
    if gap.time is not None and gap.time.until:  # a span is told as `May to June`
        text = text.replace(f"between {GAP}", f"from {GAP}")
    return Asked(f"{text.rstrip(' .,;')}.", Kind.CLOZE)
