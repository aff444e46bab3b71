"""What a session says line by line."""

from __future__ import annotations

from trainer.cards import Card, Source
from trainer.decks import Cover
from trainer.decks.deck import origin_of
from trainer.decks.pictures import name_of
from trainer.schedule import Moment
from trainer.schedule.labels import seconds_label
from trainer.settings import Mode
from trainer.study import Asking, Session, Step
from trainer.study.manner import SURE
from trainer.study.summary import summary
from trainer.text import counted, one_line

HELP = """1-4, or again, hard, good, easy: rate
Enter: show the answer, or take the rating that is suggested
n: next card, this one comes at the end    q: end
u: undo    redo: do it again    s: suspend    b: bury until tomorrow
d DAYS: set due    reset: new again    f 0-7: flag    w TEXT: note
o: source    h: history    e: where to edit
p: open the question's picture    pa: open the answer's
m [flip|type|choice]: mode    c: how sure, on or off    ?: this
While an answer is typed, put a / before these: /u, /q."""
"""Every letter and what it does."""
PRACTICE = "Practice: it is on record, and no due day moves."


def question(asking: Asking, title: str) -> str:
    """The question under what is left, the deck and the marking."""
    session, showing = asking.session, asking.session.showing
    if showing is None:
        return ""
    card = showing.item.card
    practice = PRACTICE if session.practice and not session.done else ""
    head = " · ".join(part for part in (f"{session.left} left", title, showing.item.marking) if part)
    options = (f"   {number}) {one_line(option)}" for number, option in enumerate(asking.options, 1))
    asked = [line for line in (f"Q: {card.question}", picture(card.picture, "p")) if line]
    return "\n".join([*([practice] if practice else []), "", head, "\n   ".join(asked), *options])


def picture(path: str, letter: str) -> str:
    """That there is a picture, and the letter that opens it; empty if there is none."""
    return f"picture: {name_of(path)} ({letter} opens it)" if path else ""


def wanted(asking: Asking) -> str:
    """What the card waits for, where that is more than Enter; what was heard of a list before it."""
    if asking.step is Step.SURE:
        words = ", ".join(f"{percent} {word}" for percent, word in SURE.items())
        return f"How sure are you, in percent? {words}. Enter to say nothing."
    if asking.recall and asking.heard:
        heard = [f"{one_line(one.text)}: {one.hit}." for one in asking.heard]
        return " ".join([*heard, f"{asking.recall.left} to come."])
    if asking.recall:
        return f"A list of {asking.recall.left}: one item a line; an empty line ends it."
    if asking.mode is Mode.TYPE:
        return "Your answer:"
    return f"Pick 1 to {len(asking.options)}." if asking.mode is Mode.CHOICE else ""


def answer(asking: Asking, card: Card, deck: Cover | None, note: str) -> str:
    """The answer, what one's own came to, and all that belongs to it."""
    lines = [
        f"A: {card.answer}",
        picture(card.answer_picture, "pa"),
        judged(asking),
        ", ".join(card.held),
    ]
    if card.source:
        lines += [f"“{card.source.sentence}”", origin(deck, card.source)]
    lines += [f"your note: {note}" if note else ""]
    return "\n   ".join(line for line in lines if line)


def judged(asking: Asking) -> str:
    """What the person's own answer came to, and how sure they were; empty if they only turned the card."""
    told = asking.session.showing.told if asking.session.showing else None
    if told is None:
        return ""
    sure = f"you were {told.confidence}% sure" if told.confidence is not None else ""
    grade = asking.judged.grade if asking.judged else None
    came_to = f"{grade.verdict}{f': {grade.note}' if grade.note else ''}; you said: {told.given}" if grade else ""
    return "; ".join(part for part in (came_to, sure) if part)


def origin(deck: Cover | None, source: Source) -> str:
    """Where a sentence stands: the brief's title, date and paragraph."""
    return origin_of(deck.brief_of(source) if deck else None, source)


def closing(session: Session, moment: Moment) -> str:
    """What the session came to."""
    if not session.reviews:
        empty = "There is no card to practise." if session.practice else "Nothing is due."
        return empty if session.finished and not session.done else "No review was made."
    came_to = summary(session)
    reviews, cards = counted(came_to.reviews, "review"), counted(came_to.cards, "card")
    lines = ["", f"{reviews} of {cards}, {came_to.recalled:.0%} recalled."]
    if session.finished and session.learning:
        wait = seconds_label((session.learning[0].due_ms - moment.ms) / 1000)
        lines.append(f"{counted(len(session.learning), 'more comes back', 'more come back')} in {wait}.")
    return "\n".join(lines)
