"""All proposed cards with what was decided about each, brief by brief."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from textual import on
from textual.message import Message
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from trainer.approval import Approval
from trainer.text import one_line
from trainer.tui.approve_wording import row
from trainer.tui.shown import shown


class ProposalList(OptionList):
    """A line for each card, under the title of its brief; only the undecided ones if asked."""

    @dataclass
    class Pointed(Message):
        """The person moved to a card."""

        place: int
        """Its place in the approval."""
        chosen: bool
        """Whether they chose it, by a click or Enter, and not only passed over it."""

    def __init__(self, approval: Approval) -> None:
        super().__init__(id="list")
        self._approval = approval
        self._places: tuple[int, ...] = ()

    def show(self, approval: Approval, only_left: bool) -> None:
        """What changed since, and the card in view, which is there whatever was decided about it."""
        before, self._approval = self._approval, approval
        places = (
            tuple(sorted({*approval.undecided, approval.place})) if only_left else tuple(range(len(approval.cards)))
        )
        if places != self._places:
            self._fill(places)
        else:
            for place in _changed(before, approval):
                self.replace_option_prompt(str(place), row(approval, place))
        with self.prevent(OptionList.OptionHighlighted):
            self.highlighted = self.get_option_index(str(approval.place))

    def _fill(self, places: tuple[int, ...]) -> None:
        self._places = places
        self.clear_options()
        self.add_options(self._rows(frozenset(places)))

    def _rows(self, wanted: frozenset[int]) -> Iterator[Option | None]:
        """The wanted cards' lines, a gap before each brief but the first."""
        parted = False
        for number, draft in enumerate(self._approval.drafts):
            places = [place for place in self._approval.places_of(number) if place in wanted]
            if places and parted:
                yield None
            if places:
                yield Option(shown(one_line(draft.brief.title), "bold"), disabled=True)
            yield from (Option(row(self._approval, place), str(place)) for place in places)
            parted |= bool(places)

    @on(OptionList.OptionHighlighted)
    @on(OptionList.OptionSelected)
    def pass_on(self, event: OptionList.OptionHighlighted | OptionList.OptionSelected) -> None:
        """Say where the person is."""
        event.stop()
        if event.option_id is not None:
            self.post_message(self.Pointed(int(event.option_id), isinstance(event, OptionList.OptionSelected)))


def _changed(before: Approval, after: Approval) -> list[int]:
    """The places whose decision is another."""
    touched = before.decisions.keys() | after.decisions.keys()
    return sorted(place for place in touched if before.decisions.get(place) != after.decisions.get(place))
