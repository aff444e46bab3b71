"""Whose a body is that every state has, and what it is called with its state before it or by another."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from trainer.language import gazetteer
from trainer.language.gazetteer import State
from trainer.language.names import PLACES
from trainer.language.reading import Line, Reading, state_of
from trainer.text import fold

_TREASURIES = {
    "United Kingdom": ("HM Treasury", "His Majesty's Treasury", "UK Treasury", "British Treasury"),
    "United States": ("US Treasury", "U.S. Treasury", "US Department of the Treasury", "US Treasury Department"),
}
"""The two that are called the Treasury and nothing else."""
_DEPARTMENT = re.compile(r"\b(?:Department|US|U\.S\.|United States)\b")


def state_of_body(reading: Reading, sentence: str) -> State | None:
    """Whose a body of a sentence is: the state's that the title names, unless its passage names another as often.

    Of a state that the title does not name only where the passage names it alone, or none and the brief hardly another.
    """
    topic = gazetteer.states().get(fold(reading.topic.name)) if reading.topic is not None else None
    counted = _named(_beside(reading, sentence))
    near = set(counted)
    if topic is None or any(number >= counted[topic] for state, number in counted.items() if state != topic):
        return None
    owns = reading.titled or near == {topic} or (not near and _is_foremost(topic, reading))
    return topic if owns else None


def _is_foremost(state: State, reading: Reading) -> bool:
    """Whether a brief names a state at least three times as often as any other."""
    counted = _named(reading.lines)
    return all(counted[state] >= 3 * number for other, number in counted.items() if other != state)


def _beside(reading: Reading, sentence: str) -> list[Line]:
    """The sentences of the passages in which a sentence stands."""
    passages = {line.sentence.passage for line in reading.lines if line.sentence.text == sentence}
    return [line for line in reading.lines if line.sentence.passage in passages]


def _named(lines: Iterable[Line]) -> Counter[State]:
    """How often each state is named, by itself or by its capital."""
    found = (state_of(name) for line in lines for name in line.names if name.sort in PLACES)
    return Counter(state for state in found if state is not None)


def treasury_forms(answer: str, reading: Reading, sentence: str) -> tuple[str, ...]:
    """`HM Treasury` for the Treasury of a passage on Britain; nothing where it may be that of another state."""
    if answer.removeprefix("the ") != "Treasury":
        return ()
    return _TREASURIES["United Kingdom"] if _is_british(reading, sentence) else ()


def is_of_other_treasury(form: str, answer: str, reading: Reading, sentence: str) -> bool:
    """Whether a form is that of the American department, and the Treasury meant is the British one."""
    meant = answer.removeprefix("the ") == "Treasury" and bool(_DEPARTMENT.search(form))
    return meant and _is_british(reading, sentence)


def treasury_misses(answer: str, reading: Reading, sentence: str) -> tuple[str, ...]:
    """The American department, where the British one is meant."""
    british = answer.removeprefix("the ") == "Treasury" and _is_british(reading, sentence)
    return _TREASURIES["United States"][:1] if british else ()


def _is_british(reading: Reading, sentence: str) -> bool:
    """Whether the passage, or else the brief, names the United Kingdom more than the United States."""
    for lines in (_beside(reading, sentence), reading.lines):
        counted = Counter({state.name: number for state, number in _named(lines).items()})
        if counted["United Kingdom"] != counted["United States"]:
            return counted["United Kingdom"] > counted["United States"]
    return False


_BANKS = frozenset({"Bank", "Central Bank", "National Bank", "Reserve Bank"})
"""What a central bank is called where it is clear of which state it is."""


def bank_forms(name: str, state: State) -> Iterator[str]:
    """`Reserve Bank of Kenya` for the Reserve Bank."""
    if name in _BANKS:
        yield f"{name} of {state.with_article}"
