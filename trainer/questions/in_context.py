"""What a question says before the words that a gap stands in, which alone would lean on it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from trainer.facts.telling import Telling
from trainer.language.following import is_tied, leaves_open
from trainer.language.stretch import Stretch
from trainer.questions.closed import is_closed, is_whole_sentence
from trainer.questions.cloze import tells_of_now
from trainer.questions.framing import Frame
from trainer.questions.saying import Before, Voice

MOST_BEFORE = 30
"""Words of what goes before: a longer one is shortened to its main clause, or not said."""
_WHOLE = re.compile(r"whole(?:>core)*")
"""Ways of telling a sentence, its asides apart, to its end."""
_PARTED = re.compile(r">right (?P<joint>[:;])$")


def before_of(voice: Voice, frame: Frame, told: Mapping[int, Sequence[Telling]], n: int) -> Before | None:
    """The sentence before a line as a question says it; None if there is none, or it leans on others itself."""
    lines = voice.reading.lines
    if n == 0 or lines[n - 1].sentence.passage != lines[n].sentence.passage:
        return None
    whole = [one for one in told[n - 1] if _WHOLE.fullmatch(one.way) and one.source is None]
    return _said(voice, frame, sorted(whole, key=lambda one: one.way != "whole"), n - 1, ".")


def first_parts(voice: Voice, frame: Frame, tellings: Iterable[Telling], n: int) -> dict[str, Before]:
    """For each part of a line behind a colon or a semicolon, by the way it was told, the part before it."""
    by_way = {one.way: one for one in tellings}
    found = {}
    for way in by_way:
        parted = _PARTED.search(way)
        first = by_way.get(_PARTED.sub(">left", way)) if parted is not None else None
        before = _said(voice, frame, [first], n, parted["joint"]) if first is not None and parted is not None else None
        if before is not None:
            found[way] = before
    return found


def _said(voice: Voice, frame: Frame, tellings: Iterable[Telling], n: int, mark: str) -> Before | None:
    led = replace(voice, led=bool(frame.topic))
    for one in tellings:
        if not one.finites or not (is_closed(one) or is_whole_sentence(one)):
            continue
        last = max((k for k, place in enumerate(one.places) if place[0] >= 0 and one.doc[k].text != "."), default=0) + 1
        text = next((text for v in (voice, led) if (text := v.say(one, 0, last)) is not None), None)
        if text is not None and len(text.split()) <= MOST_BEFORE:
            return Before(f"{text[:1].upper()}{text[1:]}{mark}", n, tells_of_now(one))
    return None


def is_behind(voice: Voice, told: Telling) -> bool:
    """Whether the words of a telling go back to the line before theirs."""
    return is_tied(_stretch(voice, told), _starts(told))


def leans(voice: Voice, told: Telling) -> bool:
    """Whether a telling has a definite of which its own words do not say what it means."""
    return leaves_open(_stretch(voice, told), _starts(told))


def _starts(told: Telling) -> frozenset[int]:
    """Where the words of a telling begin in their line."""
    return frozenset(start for start, _ in told.places if start >= 0)


def _stretch(voice: Voice, told: Telling) -> Stretch:
    """The whole line of a telling, behind the line before."""
    line, number = told.line, voice.reading.mentions.number(told.line)
    return Stretch(voice.reading, line, line.sentence.doc[:], number, follows=number - 1)
