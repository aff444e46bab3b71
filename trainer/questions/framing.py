"""The words before a question that say when it held and who said so."""

from __future__ import annotations

from dataclasses import dataclass

from trainer.briefs.brief import Brief
from trainer.facts.fact import Fact
from trainer.language.verbs import Tense
from trainer.values.dates import PartialDate, month_of


@dataclass(frozen=True, slots=True)
class Frame:
    """When a brief was written, in the words of a question."""

    month: PartialDate | None
    """The month of the brief; None for a brief without a date."""

    topic: str = ""
    """The state in the title of the brief; empty if there is none."""

    @property
    def as_of(self) -> str:
        """`As of June 2023, ` or nothing."""
        return f"As of {self.month.spoken}, " if self.month else ""

    @property
    def brief(self) -> str:
        """`the June 2023 brief`; only for briefs with a date."""
        return f"the {self.month.spoken} brief" if self.month else "the brief"

    @property
    def iso(self) -> str:
        """The month of the brief in ISO, empty without one."""
        return self.month.iso if self.month else ""


def frame_of(brief: Brief, topic: str = "") -> Frame:
    """How this brief is referred to."""
    return Frame(month_of(brief.date) if brief.date else None, topic)


def opening(fact: Fact, frame: Frame) -> str | None:
    """What goes before a question about the fact; None where it would need a date that the brief does not have.

    What somebody says is theirs; what may change holds as of the month of the brief; what happened on a day that
    the question names needs nothing; and what happened at no stated time is what the brief says.
    """
    happened = fact.predicate is not None and fact.predicate.tense is Tense.PAST and fact.predicate.lemma != "be"
    if fact.attribution:
        return _said_by(fact, frame, happened=happened)
    if happened and fact.time is not None:
        return ""
    if frame.month is None:
        return None
    if frame.topic and not any(part.named for part in (fact.subject, *fact.details) if not part.items):
        return f"{frame.as_of}according to the brief on {frame.topic}, "
    return f"According to {frame.brief}, " if happened else frame.as_of


def _said_by(fact: Fact, frame: Frame, *, happened: bool) -> str | None:
    if fact.attribution_time is not None:
        on = "on" if fact.attribution_time.day else "in"
        return f"According to {fact.attribution} {on} {fact.attribution_time.spoken}, "
    if happened and fact.time is not None:
        return f"According to {fact.attribution}, "
    if frame.month is None:
        return None
    return f"As of {frame.month.spoken}, according to {fact.attribution}, "


def as_of(fact: Fact, frame: Frame) -> str:
    """ISO date at which the fact held: that of the saying, of the event, or of the brief."""
    if fact.attribution_time is not None:
        return fact.attribution_time.iso
    happened = fact.predicate is not None and fact.predicate.tense is Tense.PAST
    return fact.time.iso if happened and fact.time is not None else frame.iso


def sentence(opening_words: str, body: str, mark: str = "?") -> str:
    """The opening and the body as one sentence: single spaces, a capital at the head, one mark at the end."""
    text = " ".join(f"{opening_words}{body}".split()).rstrip(" ?.,")
    return f"{text[:1].upper()}{text[1:]}{mark}"
