"""A telling with a gap in it, for what no question can ask."""

from __future__ import annotations

import re
from dataclasses import replace

from trainer.cards.card import GAP, Kind
from trainer.facts.gaps import Gap
from trainer.facts.masks import NAME_MASKS
from trainer.facts.slots import COUNTING_OFF
from trainer.facts.statement import Statement
from trainer.facts.telling import Telling
from trainer.language.names import Sort
from trainer.questions.ask import Asked, slot_of
from trainer.questions.askable import is_told_by_name, was_told_in_passing
from trainer.questions.capitals import decapitalized, lowered
from trainer.questions.closed import is_as_written, is_closed, is_whole_sentence, then_on_its_day
from trainer.questions.framing import Frame
from trainer.questions.kept import kept_pronouns
from trainer.questions.lacking import lacks_object, lacks_whole
from trainer.questions.moods import is_dated, mood_of, mood_of_whole, rough_mood
from trainer.questions.question_words import hint, settles
from trainer.questions.saying import MARK, NOTHING, Before, Voice
from trainer.values.names import content_words


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


ENTRY = re.compile(r"(?:\d{1,2} )?(?:[A-Z][a-z]{2,8}\.? )(?:\d{1,2}, )?(?:19|20)\d\d(?=\s+[A-Z])")
"""The day of an entry in a chronology, right before a new sentence: `14 Aug 2025 | OFAC designates Grinex`."""


def _with_colon(told: Telling, text: str, gap: Gap) -> str:
    """The words of an entry in a chronology with a colon behind its day."""
    entry = ENTRY.match(told.line.plain)
    day = "" if entry is None else MARK if gap.time is not None and text.startswith(MARK) else entry[0]
    return f"{day}:{text.removeprefix(day)}" if day and text.startswith(day) else text


_ON_DAY = re.compile(
    rf"^(?P<day>{MARK}|(?:(?:early|mid|late)[- ])?[A-Z][a-z]+ (?:\d{{1,2}}, )?\d{{4}}"
    r"|\d{1,2} [A-Z][a-z]{2,8}\.? \d{4}|\d{4}): (?P<rest>.+)"
)
"""The day or the year of an entry, and what it tells."""


def _as_sentence(text: str, gap: Gap) -> str:
    """What stands behind the day of its entry as one sentence: `On August 27, 2016, the president suffers a stroke`."""
    entry = _ON_DAY.match(text)
    asked = gap.time.spoken if gap.time is not None else ""
    if entry is None or (entry["day"] == MARK and not asked):
        return text
    said = asked if entry["day"] == MARK else entry["day"]
    word = "On" if re.search(r"^\d{1,2} |, ", said) else "At" if said.startswith(("the start", "the end")) else "In"
    return f"{word} {entry['day']}, {decapitalized(entry['rest'])}"


def _is_anyone(statement: Statement | None, gap: Gap) -> bool:
    """Whether many fit the gap: `[...] was a former minister`."""
    slot = slot_of(statement, gap) if statement is not None else None
    if slot is None or statement is None or slot.role != "subject":
        return False
    return was_told_in_passing(statement, slot) or (statement.verb is None and not is_told_by_name(statement))


_OF_OFFICE = re.compile(r"'s? (?:[a-z][\w-]+ ){0,3}[a-z][\w-]+, $")
"""An office with its owner right before a name: who held it is asked of its own."""


def tells_of_now(told: Telling) -> bool:
    """Whether a verb of the telling, not one of a relative clause, is in the present or the perfect."""
    return any(
        t.tag_ in {"VBZ", "VBP"} and not any(r.tag_ in {"WDT", "WP", "WP$"} for r in told.tokens[max(0, t.i - 3) : t.i])
        for t in told.tokens
    )


def _claims_now(voice: Voice, statement: Statement) -> bool:
    """Whether a speaker says it in the present, and no certain date stands in the telling."""
    told, speaker = statement.told, statement.speaker
    saying = next((t for t in told.doc[speaker.last :] if t.i in told.finites), None) if speaker is not None else None
    return saying is not None and saying.tag_ in {"VBZ", "VBP"} and not is_dated(voice, statement, None)


_ANSWERING = frozenset({"yes", "no", "not", "partly", "largely", "hardly", "barely", "perhaps", "probably"})
"""What answers a heading that asks, before a colon."""


def start_of(told: Telling) -> int:
    """Where a telling begins behind a word that only puts it among its neighbours: `First, | the border`."""
    if told.doc[0].lower_ in COUNTING_OFF and told.doc[1].text == ",":
        return 2
    label = next((t.i for t in told.doc[:4] if t.text == ":"), 0)
    plain = all(t.text not in NAME_MASKS and t.tag_ in {"NN", "NNS", "JJ"} for t in told.doc[:label])
    if label and (plain or told.doc[0].lower_ in _ANSWERING):
        return label + 1  # `Human rights: 600 households were moved`; `Not outright: it has made ...`
    return int(then_on_its_day(told.doc[0]))


def _opening(voice: Voice, frame: Frame, told: Telling, statement: Statement | None, gap: Gap) -> str | None:
    """What goes before a telling: of when it held, or who says so; empty for nothing, None if that cannot be told."""
    mood = mood_of(voice, frame, statement, gap) if statement is not None else rough_mood(voice, frame, told, gap)
    whole = is_whole_sentence(told) or (voice.follows and is_as_written(told))
    if mood is None and (statement is None or frame.month is not None) and whole:
        mood = mood_of_whole(frame)
    if mood is None:
        return None
    opening = mood.opening or (frame.as_of if frame.month is not None and tells_of_now(told) else "")
    if statement is None or statement.speaker is None or told.source is not None:
        return opening
    if opening.startswith("As of") or (frame.month is not None and _claims_now(voice, statement)):
        return frame.as_of
    return ""


def _behind(told: Telling, before: Before, frame: Frame, opening: str, text: str) -> tuple[str, str]:
    """The telling behind what is said before it, and what opens them both."""
    if before.line is None and content_words(before.text) <= content_words(text):
        return text, opening
    now = before.is_now or opening.startswith("As of")
    text = f"{text[:1].upper()}{text[1:]}" if before.text.endswith(".") else lowered(told.line, told.places[0][0], text)
    return f"{before.text} {text}", frame.as_of if now and frame.month is not None else f"According to {frame.brief}, "


def _opened(frame: Frame, opening: str, text: str, gap: Gap) -> str:
    """The telling behind its opening: `As of May 2024: Kenya ...`; `According to the UN, Kenya ...`."""
    by_brief = opening.startswith(f"According to {frame.brief}")
    again = opening.startswith("As of") and text.lower().startswith("as of ") and gap.time is None
    if not opening or again or (by_brief and _SOURCED.match(text)):
        return f"{text[:1].upper()}{text[1:]}"
    if opening.startswith("As of") or by_brief:
        return f"{opening.rstrip(', ')}: {text[:1].upper()}{text[1:]}"
    return f"{opening[:1].upper()}{opening[1:]}{decapitalized(text)}"


def _is_worth_telling(told: Telling, statement: Statement | None, gap: Gap, *, behind: bool) -> bool:
    """Whether the telling can have the gap: nothing is lost from it, and few things fit.

    A sentence as it was written lacks nothing behind the one before it.
    """
    settled = statement is not None and gap.time is not None and gap.preposition == "on" and settles(statement)
    return not (
        settled
        or (gap.sort is Sort.UNKNOWN and told.holds(*gap.whole) and told.tokens_of(gap.start, gap.end)[0].i == 0)
        or not (_lacks_nothing(told, statement) or (behind and is_as_written(told)))
        or _is_anyone(statement, gap)
        or (gap.items and re.match(r",? among other", told.line.plain[gap.end :]))
        or (gap.sort is Sort.PERSON and _OF_OFFICE.search(told.line.plain[: gap.start]))
        or (gap.sort is Sort.CITY and told.tokens_of(gap.start, gap.end)[0].dep_.startswith("nsubj"))
    )


def _lacks_nothing(told: Telling, statement: Statement | None) -> bool:
    """Whether a telling is a sentence of its own, and says all that its verb needs."""
    lacking = lacks_whole(told) or (statement is not None and lacks_object(statement))
    return not lacking and (is_closed(told) or is_whole_sentence(told))


def cloze(voice: Voice, frame: Frame, told: Telling, statement: Statement | None, gap: Gap) -> Asked | None:
    """The telling in its own order with a gap in it; where it is no plain statement, only if most of its sentence."""
    worth = _is_worth_telling(told, statement, gap, behind=voice.follows)
    opening = _opening(voice, frame, told, statement, gap) if worth else None
    if opening is None:
        return None
    last = max((n for n, place in enumerate(told.places) if place[0] >= 0 and told.doc[n].text != "."), default=0) + 1
    kept = kept_pronouns(voice, statement) if statement is not None else NOTHING
    bound = (statement.speaker or statement.subject).last if statement is not None else 0
    text = replace(voice, quoted=told.way == "whole").say(
        told, start_of(told), last, (gap.start, gap.end), kept=kept, bound=bound
    )
    if text is None or text.count(MARK) != 1:
        return None
    text = _as_sentence(_with_colon(told, text, gap), gap)
    if gap.time is not None and gap.time.day:
        text = text.replace(f" in {MARK}", f" on {MARK}")
    if not voice.follows and re.match(r"(?:its|his|her|their)\b", text, re.IGNORECASE):
        return None
    if voice.before is not None:
        text, opening = _behind(told, voice.before, frame, opening, text)
        text = _as_sentence(text, gap)
    text = _opened(frame, opening, text, gap).replace(f"{MARK}' ", f"{MARK}'s ").replace(MARK, _mark(told, gap))
    if gap.time is not None and gap.time.until:  # a span is told as `May to June`
        text = text.replace(f"between {GAP}", f"from {GAP}").replace(f"Between {GAP}", f"From {GAP}")
    return Asked(f"{text.rstrip(' .,;')}.", Kind.CLOZE)
