"""A session and the manner in which it asks: what the card in view waits for, what was given, what it came to.

Both doors hold one of these. What only typed and picked answers need is loaded when they are first asked for.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from trainer.reviews import Rating
from trainer.schedule import Moment
from trainer.settings import Mode
from trainer.study.manner import Manner, Step
from trainer.study.session import Session
from trainer.study.showing import Told

if TYPE_CHECKING:
    from trainer.cards.recall import Recall, Said
    from trainer.study.answers import Judged


@dataclass(frozen=True, slots=True)
class Asking:
    """A session at the card in view, and how that is asked."""

    session: Session
    manner: Manner
    options: tuple[str, ...] = ()
    """What can be picked."""
    recall: Recall | None = None
    """The list that is recalled item by item, as far as it was."""
    heard: Sequence[Said] = ()
    """What the last line of that list came to."""
    judged: Judged | None = None
    """What the person's own answer came to, once the right one is in view."""

    @classmethod
    def of(cls, session: Session, manner: Manner) -> Asking:
        """A session at its card in view, as it is asked in a manner."""
        showing = session.showing
        asking = cls(session, manner)
        if showing is None:
            return asking
        if (showing.told.mode or manner.mode) == Mode.CHOICE:
            from trainer.study.answers import options_of

            asking = replace(asking, options=options_of(session))
        elif manner.mode is Mode.TYPE and not showing.told.mode:
            from trainer.cards.recall import recall

            asking = replace(asking, recall=recall(showing.item.card))
        return asking._judged()

    def at(self, session: Session) -> Asking:
        """The same at where the session stands now; what was asked of the card in view stays while it is in view."""
        before, now = self.session.showing, session.showing
        if before and now and before.id == now.id and before.item.card == now.item.card:
            return replace(self, session=session)._judged()
        return Asking.of(session, self.manner)

    @property
    def mode(self) -> Mode:
        """How the answer to the card in view is given."""
        return self.manner.mode_of(self.options)

    @property
    def step(self) -> Step | None:
        """What the card in view waits for; None if there is no card."""
        return self.manner.step(self.session.showing, self.options) if self.session.showing else None

    @property
    def suggested(self) -> Rating | None:
        """The rating that fits: Good for a card that was flipped; None where the person alone can tell."""
        return self.judged.suggested if self.judged else Rating.GOOD

    def reveals(self) -> Asking:
        """With the answer in view."""
        return self.at(self.session.reveal())

    def picks(self, number: int, moment: Moment) -> Asking:
        """With an option picked, the first being 0."""
        from trainer.study.answers import picked

        showing = self.session.showing
        if showing is None or not 0 <= number < len(self.options):
            return self
        return self._gives(picked(showing.item.card, self.options[number], moment.ms - showing.since_ms))

    def types(self, line: str, moment: Moment) -> Asking:
        """With a line typed: the answer, or the next of a list, which an empty line ends and its last item too."""
        from trainer.study.answers import listed, typed

        showing = self.session.showing
        if showing is None:
            return self
        text = line
        if self.recall is not None:
            recall, heard = self.recall.hear(line)
            if line.strip() and recall.left:
                return replace(self, recall=recall, heard=heard)
            text = listed(recall.lines)
        return self._gives(typed(showing.item.card, text, moment.ms - showing.since_ms))

    def is_sure(self, percent: int) -> Asking:
        """With how sure the person is, and the answer in view."""
        if self.session.showing is None:
            return self
        return self._gives(replace(self.session.showing.told, confidence=percent))

    def in_manner(self, manner: Manner) -> Asking:
        """The same in another manner; an answer that was given in the old mode and not yet revealed is given anew."""
        showing = self.session.showing
        is_open = showing is not None and not showing.revealed
        session = self.session.tell(Told()) if is_open and manner.mode is not self.manner.mode else self.session
        after = Asking.of(session, manner)
        told = session.showing.told if session.showing else Told()
        return after.reveals() if is_open and told.mode and after.step is Step.ANSWER else after

    def _gives(self, told: Told) -> Asking:
        """On with what was given: to how sure one is, or to the answer."""
        after = self.at(self.session.tell(told))
        return after if after.step is Step.SURE else after.reveals()

    def _judged(self) -> Asking:
        """With what the answer came to, once the right one is in view."""
        showing = self.session.showing
        if showing is None or not showing.revealed or not showing.told.mode:
            return self if self.judged is None else replace(self, judged=None)
        if self.judged is not None:
            return self
        from trainer.study.answers import judged

        return replace(self, judged=judged(showing.item.card, showing.told))
