"""A card's past in words."""

from __future__ import annotations

import datetime as dt

from textual.content import Content

from trainer.collection.history import History, Step
from trainer.reviews import CardState, Learning, New, Relearning, Review, Reviewing
from trainer.reviews.entries import Bury, Entry, Flag, Note, Recall, Remark, Reset, SetDue, Suspend
from trainer.schedule import Moment
from trainer.schedule.labels import days_label, seconds_label
from trainer.text import counted, one_line
from trainer.tui.session_bar import FLAGS
from trainer.tui.shown import shown
from trainer.tui.study_keys import NAMES

_MODES = {"": "flipped", "type": "typed", "choice": "chose"}


def memory(history: History, moment: Moment) -> Content:
    """How well the card is known now, and what holds it back; in words where it never was reviewed."""
    state = history.state
    parts = [standing(state, moment)]
    known = getattr(state.stage, "memory", None)
    recall = history.recall(moment.day)
    if known and recall is not None:
        parts += [
            f"recall now {recall:.0%}",
            f"stability {_days(known.stability)}",
            f"difficulty {known.difficulty:.1f} of 10",
        ]
    parts += [counted(state.reps, "review"), counted(state.lapses, "lapse")] if state.reps else []
    return shown(" · ".join([*parts, *holds(state, moment)]))


def standing(state: CardState, moment: Moment) -> str:
    """Where a card stands, and when it comes again."""
    match state.stage:
        case New():
            return "new"
        case Reviewing(_, due_day, _):
            days = due_day - moment.day
            return "due today" if days == 0 else f"due in {days_label(days)}" if days > 0 else f"{-days}d overdue"
        case Learning(_, due_ms, _) | Relearning(_, due_ms, _):
            name = "learning" if isinstance(state.stage, Learning) else "relearning"
            wait = (due_ms - moment.ms) / 1000
            return f"{name}, in {seconds_label(wait)}" if wait > 0 else f"{name}, ready"


def holds(state: CardState, moment: Moment) -> list[str]:
    """What keeps a card from coming, and what it is marked with."""
    return [
        *(["suspended"] if state.suspended else []),
        *(["buried"] if state.buried_until > moment.day else []),
        *(["leech"] if state.leech else []),
        *(["missed though sure"] if state.overconfident else []),
        *([_flag(state.flag)] if state.flag else []),
    ]


def entries(history: History) -> Content:
    """All that happened, the last first, a line each; what was undone is struck through."""
    if not history.steps:
        return shown("Nothing yet.")
    return Content("\n").join(map(_line, reversed(history.steps)))


def _line(step: Step) -> Content:
    when = shown(f"{_clock(step.entry)}  ", "$foreground-muted")
    words = " · ".join(filter(None, [*told(step.entry), "undone" if step.undone else ""]))
    return when + shown(words + _outcome(step), "strike $foreground-muted" if step.undone else "")


def told(entry: Entry) -> list[str]:
    """An entry in a few words each."""
    return _review(entry) if isinstance(entry, Review) else [_hold(entry) or _saying(entry)]


def _hold(entry: Entry) -> str:
    """What was done to when a card comes; empty for any other entry."""
    words = ""
    match entry:
        case Suspend(on=on):
            words = "Suspended" if on else "Taken up again"
        case Bury(until_day=day):
            words = f"Buried until {_date(day)}" if day else "Brought back"
        case SetDue(due_day=day):
            words = f"Made due on {_date(day)}"
        case Reset():
            words = "Made new again"
        case Recall():
            words = "Memory taken over from elsewhere"
    return words


def _saying(entry: Entry) -> str:
    """What was said of a card."""
    words = type(entry).__name__
    match entry:
        case Flag(flag=flag):
            words = _flag(flag).capitalize()
        case Remark(text=text):
            words = f"Note: {one_line(text, 80)}" if text else "Note taken away"
        case Note():
            words = _edited(entry)
    return words


def _flag(number: int) -> str:
    return f"{FLAGS[number - 1]} flag" if 0 < number <= len(FLAGS) else "no flag"


def _review(review: Review) -> list[str]:
    answer = f"{_MODES.get(review.mode, review.mode)} {one_line(review.given, 40)!r}" if review.given else ""
    return [
        f"{'Practice: ' if review.practice else ''}{NAMES[review.rating]}",
        answer,
        one_line(review.verdict, 40),
        f"{review.confidence} % sure" if review.confidence is not None else "",
        f"{review.elapsed_ms / 1000:.0f}s",
    ]


def _outcome(step: Step) -> str:
    """The wait that a review led to."""
    if step.after is None or not isinstance(step.entry, Review) or step.undone:
        return ""
    match step.after.stage:
        case Reviewing(interval_days, _, _):
            return f" → {days_label(interval_days)}"
        case Learning(_, due_ms, _) | Relearning(_, due_ms, _):
            return f" → {seconds_label((due_ms - step.entry.at_ms) / 1000)}"
        case _:
            return ""


def _edited(note: Note) -> str:
    changed = ", ".join(one_line(str(key), 20).replace("_", " ") for key in note.body.get("changed", ()))
    return f"Edited: {changed}" if changed else "Edited"


def _days(days: float) -> str:
    return f"{days:.1f}d" if days < 10 else days_label(round(days))


def _date(day: int) -> str:
    return Moment.date_of(day).isoformat()


def _clock(entry: Entry) -> str:
    zone = dt.timezone(dt.timedelta(minutes=entry.tz_min))
    return f"{dt.datetime.fromtimestamp(entry.at_ms / 1000, zone):%Y-%m-%d %H:%M}"
