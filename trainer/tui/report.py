"""What a session came to, in the summary's words."""

from __future__ import annotations

import datetime as dt

from textual.content import Content

from trainer.cards import GAP, Card, Kind
from trainer.reviews import Rating
from trainer.schedule import Moment
from trainer.schedule.labels import seconds_label
from trainer.study import Session
from trainer.study.summary import Summary
from trainer.text import counted
from trainer.tui.overview import Overview, by_name, soon
from trainer.tui.shown import shown
from trainer.tui.study_keys import NAMES

_BAR_CELLS = 24
_BLANK = "_____"


def headline(came_to: Summary) -> Content:
    """How it ended, in a few words."""
    return shown("Session done" if came_to.reviews else "Nothing was reviewed", "bold")


def numbers(came_to: Summary) -> Content:
    """Reviews, cards, minutes, recall."""
    if not came_to.reviews:
        return Content("")
    parts = [counted(came_to.reviews, "review"), counted(came_to.cards, "card"), minutes(came_to.minutes)]
    recalled = shown(f"{came_to.recalled:.0%} recalled", "bold $text-primary")
    return Content(" · ").join([*map(shown, parts), recalled])


def minutes(spent: float) -> str:
    """Time on the cards.

    >>> minutes(0.3), minutes(1.2), minutes(7.6)
    ('under a minute', '1 minute', '8 minutes')
    """
    return counted(round(spent), "minute") if spent >= 1 else "under a minute"


def bars(came_to: Summary) -> Content:
    """A line for each rating: its name, a bar, how often it was given."""
    most = max(1, *came_to.ratings.values())
    return Content("\n").join(_bar(rating, count, most) for rating, count in came_to.ratings.items())


def _bar(rating: Rating, count: int, most: int) -> Content:
    cells = -(-count * _BAR_CELLS // most)
    return shown(f"{NAMES[rating]:<7}") + shown("━" * cells, "$primary") + shown(f" {count}", "$foreground-muted")


def missed(card: Card) -> Content:
    """A card to look at again, and its answer."""
    question = card.question.replace(GAP, _BLANK) if card.kind is Kind.CLOZE else card.question
    return shown(question) + shown(f"\n→ {card.answer}", "bold $text-primary")


def left(overview: Overview, session: Session, moment: Moment) -> Content:
    """What the day still holds; or when the decks have something again."""
    today = overview.today
    if not today.total:
        days = overview.next_in_days
        return shown(f"Nothing: the next cards come {soon(days)}." if days else "Nothing.")
    parts = [f"{count} {name}" for name, count in by_name(today).items() if count]
    return shown(" · ".join(parts)) + shown(comes_back(session, moment), "$foreground-muted")


def comes_back(session: Session, moment: Moment) -> str:
    """When the first of the cards in their steps comes back; empty if there is none."""
    if not session.learning:
        return ""
    due_ms = session.learning[0].due_ms
    if due_ms <= moment.ms:
        return "\nA learning card is ready now."
    wait = seconds_label((due_ms - moment.ms) / 1000)
    return f"\nThe next learning card comes back in {wait}, at {_on_the_clock(due_ms, moment)}."


def _on_the_clock(ms: int, moment: Moment) -> str:
    zone = dt.timezone(dt.timedelta(minutes=moment.tz_min))
    return f"{dt.datetime.fromtimestamp(ms / 1000, zone):%H:%M}"
