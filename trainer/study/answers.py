"""The answer that a person gives before the reveal: how it is asked for, what it comes to, what rating it suggests."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from trainer.cards import Card
from trainer.cards.choices import choices
from trainer.cards.grade import Grade, Mark, Verdict
from trainer.cards.grading import grade
from trainer.cards.pieces import whole
from trainer.cards.ranges import CONFIDENCE, Range, number_of, parse_range
from trainer.cards.recall import Recall, recall
from trainer.reviews import Rating
from trainer.settings import Mode
from trainer.study.manner import RANGE
from trainer.study.session import Session
from trainer.study.showing import Told
from trainer.study.suggest import suggest
from trainer.text import one_line

NARROW = 0.25
"""A range that holds the number and is at most so wide, as a share of the number, shows that the number is known."""
_SPARED = "; "


@dataclass(frozen=True, slots=True)
class Judged:
    """An answer held against its card."""

    grade: Grade
    suggested: Rating | None
    """The rating that fits; None where the person alone can tell."""


def options_of(session: Session) -> tuple[str, ...]:
    """What can be picked for the card in view, the answer among it; nothing where there are not enough wrong options.

    Other cards in hand lend their answers to a card that brings too few.
    """
    if session.showing is None:
        return ()
    showing = session.showing
    others = [item.card for item in session.in_hand if item.deck == showing.item.deck]
    others.sort(key=lambda card: card.id)
    return choices(showing.item.card, others, showing.seed or showing.id) or ()


def typed(card: Card, text: str, thought_ms: int = 0) -> Told:
    """What typing a text comes to: an answer, or where the card asks for a number a range that is to hold it."""
    told = one_line(text)
    if score := _scored(card, told):
        return Told(RANGE, told, Verdict.RIGHT if score[1] else Verdict.WRONG, thought_ms=thought_ms)
    return Told(Mode.TYPE, told, _graded(card, told).verdict, thought_ms=thought_ms)


def listed(lines: Iterable[str]) -> str:
    """The lines of a list that was recalled, as one answer."""
    return _SPARED.join(map(one_line, lines))


def picked(card: Card, option: str, thought_ms: int = 0) -> Told:
    """What picking an option comes to."""
    verdict = Verdict.RIGHT if option == card.answer else Verdict.WRONG
    return Told(Mode.CHOICE, option, verdict, thought_ms=thought_ms)


def judged(card: Card, told: Told) -> Judged | None:
    """What an answer comes to; None where the card was flipped."""
    match told.mode:
        case Mode.TYPE:
            found = _graded(card, told.given)
            open_to_reader = found.for_you_to_judge and not found.verdict.accepted
            return Judged(found, None if open_to_reader else suggest(found, told.thought_ms / 1000))
        case Mode.CHOICE:
            return _picked(card, told)
        case _ if told.mode == RANGE:
            return _ranged(card, told)
    return None


def _graded(card: Card, text: str) -> Grade:
    """The grade of a typed answer; of a list, line by line as it was recalled."""
    heard: Recall | None = recall(card)
    if heard is None or _SPARED not in text:
        return grade(card, text)
    for line in text.split(_SPARED):
        heard, _ = heard.hear(line)
    return heard.grade()


def _picked(card: Card, told: Told) -> Judged:
    right = told.verdict == Verdict.RIGHT
    key = whole(one_line(card.answer))
    if right:
        return Judged(Grade(Verdict.RIGHT, given=key, key=key, found=1), Rating.GOOD)
    return Judged(Grade(Verdict.WRONG, given=whole(one_line(told.given), Mark.EXTRA), key=key), Rating.AGAIN)


def _ranged(card: Card, told: Told) -> Judged | None:
    score = _scored(card, told.given)
    if score is None:
        return None
    said, inside, width = score
    sure = f"your {CONFIDENCE:.0%} range"
    given = whole(told.given, Mark.SAME if inside else Mark.EXTRA)
    if not inside:
        note = f"outside {sure}, {said.low:,.12g} to {said.high:,.12g}"
        return Judged(Grade(Verdict.WRONG, note, given=given, key=whole(one_line(card.answer))), Rating.AGAIN)
    note = f"inside {sure}, which is {width:.0%} of it wide"
    suggested = Rating.GOOD if width <= NARROW else Rating.HARD
    return Judged(Grade(Verdict.RIGHT, note, given=given, key=whole(one_line(card.answer)), found=1), suggested)


def _scored(card: Card, text: str) -> tuple[Range, bool, float] | None:
    """A range, whether it holds the card's number, its width as a share of that; None if the text is no range."""
    number, said = number_of(card), parse_range(text, card)
    if number is None or said is None or said.low >= said.high:
        return None
    width = (said.high - said.low) / abs(number) if number else float("inf")
    return said, said.holds(number), width
