"""The approval screen: each proposed card beside its source, and a decision about it."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.events import Resize
from textual.screen import Screen
from textual.widgets import ProgressBar, Static

from trainer.approval import Accepted, Approval, Decision, Reason, Refused, Table
from trainer.decks.markings import highest
from trainer.errors import NotSaved
from trainer.text import counted
from trainer.tui import approve_wording
from trainer.tui.approve_ask import MEANING, ConfirmScreen, ReasonScreen
from trainer.tui.approve_edit import EditForm
from trainer.tui.approve_face import ProposalFace
from trainer.tui.approve_find import FindScreen
from trainer.tui.approve_keys import KeyRow
from trainer.tui.approve_list import ProposalList
from trainer.tui.marking import MarkingBanner
from trainer.tui.shown import shown


class ApproveScreen(Screen[None]):
    """One approval, card by card; each decision is on the disk before the next card is shown."""

    CSS_PATH = "approve.tcss"
    AUTO_FOCUS = "ProposalFace"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "save", "Save", tooltip="Save the accepted cards into the deck and end"),
        Binding("a,y", "accept", "Accept", tooltip="Accept the card as it stands"),
        Binding("r", "refuse", "Refuse", tooltip="Refuse the card and say why"),
        Binding("e", "edit", "Edit", tooltip="Change the card's words, then accept it"),
        Binding("u", "undo", "Undo", tooltip="Take back the last decision"),
        Binding("n", "next", "Next", tooltip="Look at the next card (or →)"),
        Binding("p", "previous", "Back", show=False, tooltip="Look at the card before (or ←)"),
        Binding("slash", "find", "Find", tooltip="Jump to a card by its number or its words"),
        Binding("l", "list", "List", tooltip="Show the list of all cards"),
        Binding("f", "only_left", "Filter", tooltip="Pass over the decided cards, or stop doing so"),
        Binding("c", "context", "Context", tooltip="Show the passage around the sentence"),
        Binding("A", "rest", "All", tooltip="Accept all the rest at once"),
        Binding("q,escape", "end", "End", tooltip="Save the accepted cards into the deck and end; go on later"),
        *(
            Binding(str(number), f"refuse_for({number - 1})", f"Refuse: {reason}", show=False, tooltip=f"Refuse: {why}")
            for number, (reason, why) in enumerate(MEANING.items(), 1)
        ),
    ]

    def __init__(self, table: Table) -> None:
        """The approval as its logs leave it."""
        super().__init__()
        self._table = table
        self._only_left = False
        self.approval: Approval = table.start
        """Where it stands."""

    def compose(self) -> ComposeResult:
        """The list beside the card and its passage; which of them are in view depends on the room."""
        yield MarkingBanner()
        with Horizontal(id="body"):
            yield ProposalList(self.approval)
            with Vertical(id="column"):
                with Horizontal(id="head"):
                    yield Static(id="brief")
                    yield Static(id="tally")
                yield ProgressBar(show_percentage=False, show_eta=False)
                yield ProposalFace()
                yield EditForm()
                yield Static(id="problem")
                yield Static(id="finished")
                with VerticalScroll(id="passage"):
                    yield Static()
        yield KeyRow(show_command_palette=False)

    def on_mount(self) -> None:
        """Mark the screen as highly as anything on it, and show the first card that is left."""
        self.query_one(MarkingBanner).mark(highest(draft.marking for draft in self.approval.drafts))
        self._show(self.approval)

    def on_resize(self, _: Resize) -> None:
        """Offer the keys that fit."""
        self.refresh_bindings()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """What the keys may do now; while a card is edited, the form has them."""
        del parameters
        if action in _VERBS and self.has_class("-editing"):
            return False
        match action:
            case "undo":
                return bool(self.approval.history) or None
            case "save":
                return self.approval.finished
            case "rest":
                return bool(self.approval.undecided) or None
            case "context":
                return self.has_class("-placed") and not self._has_room
            case _:
                return True

    @property
    def _has_room(self) -> bool:
        """Whether the passage is in view beside or under the card."""
        return self.has_class("-broad") or self.has_class("-tall")

    def action_accept(self) -> None:
        """Accept the card as it stands."""
        self._decide((self.approval.place, Accepted(self.approval.card_at(self.approval.place))))

    def action_refuse(self) -> None:
        """Ask why, then refuse."""
        self.app.push_screen(ReasonScreen(), self._refuse)

    def action_refuse_for(self, index: int) -> None:
        """Refuse for a reason at once; ask for words where it has none."""
        reason = tuple(Reason)[index]
        if reason is Reason.OTHER:
            self.app.push_screen(ReasonScreen(in_own_words=True), self._refuse)
        else:
            self._refuse(Refused(reason))

    def action_edit(self) -> None:
        """Open the form in the card's place."""
        place = self.approval.place
        self.remove_class("-listing", "-reading")
        self.set_class(True, "-editing")
        self.query_one(EditForm).open(self.approval.cards[place], self.approval.card_at(place))
        self.refresh_bindings()

    def action_undo(self) -> None:
        """Take back the last decision and show its card."""
        try:
            self._show(self._table.undo(self.approval))
        except NotSaved as error:
            self._complain(str(error))

    def action_rest(self) -> None:
        """Ask whether so many are meant, then accept them."""
        briefs = sum(self.approval.left_of(number) > 0 for number in range(len(self.approval.drafts)))
        of_briefs = f" of {counted(briefs, 'brief')}" if briefs > 1 else ""
        one, several = "undecided card as it stands", f"undecided cards{of_briefs} as they stand"
        question = f"Accept {counted(len(self.approval.undecided), one, several)}?"
        self.app.push_screen(ConfirmScreen(question), self._accept_rest)

    def action_next(self) -> None:
        """Look at the next card."""
        self._show(self.approval.beside(1, only_left=self._only_left))

    def action_previous(self) -> None:
        """Look at the card before."""
        self._show(self.approval.beside(-1, only_left=self._only_left))

    def action_find(self) -> None:
        """Ask for a number or words, then look at that card."""
        self.app.push_screen(FindScreen(self.approval), self._look_at)

    def action_only_left(self) -> None:
        """Leave decided cards out of the list and the way, or take them in again."""
        self._only_left = not self._only_left
        decided = self._only_left and self.approval.place in self.approval.decisions
        self._show(self.approval.to_undecided(self.approval.place) if decided else self.approval)

    def action_context(self) -> None:
        """Show the passage, or the sentence alone again."""
        self.toggle_class("-reading")
        self.query_one("#passage" if self.has_class("-reading") else ProposalFace).focus()

    def action_list(self) -> None:
        """Show the list, or leave it."""
        self._list(not self.query_one(ProposalList).has_focus)

    def action_end(self) -> None:
        """Leave the list; or end here: what was accepted is saved by whoever opened the screen."""
        if self.has_class("-listing"):
            self._list(False)
        else:
            self.app.exit()

    def action_save(self) -> None:
        """End here, with everything decided."""
        self.action_end()

    @on(ProposalList.Pointed)
    def look(self, pointed: ProposalList.Pointed) -> None:
        """Show the card that was pointed at."""
        if self.has_class("-editing"):
            self.query_one(ProposalList).show(self.approval, self._only_left)
            return
        self._show(self.approval.to(pointed.place))
        if pointed.chosen:
            self._list(False)

    @on(EditForm.Saved)
    def keep_edit(self, saved: EditForm.Saved) -> None:
        """Accept the card in its new words."""
        if self._decide((self.approval.place, Accepted(saved.card))):
            self._close_form()

    @on(EditForm.Cancelled)
    def drop_edit(self) -> None:
        """Leave the card as it was."""
        self._close_form()

    def _refuse(self, refused: Refused | None) -> None:
        if refused:
            self._decide((self.approval.place, refused))

    def _accept_rest(self, sure: bool | None) -> None:
        if sure:
            self._decide(*self.approval.the_rest())

    def _look_at(self, place: int | None) -> None:
        if place is not None:
            self._show(self.approval.to(place))

    def _decide(self, *decisions: tuple[int, Decision]) -> bool:
        """Write the decision, then move on; stay and say why if it cannot be written."""
        try:
            approval = self._table.decide(self.approval, *decisions)
        except NotSaved as error:
            self._complain(str(error))
            return False
        self._show(approval)
        return True

    def _list(self, wanted: bool) -> None:
        self.set_class(wanted, "-listing")
        self.query_one(ProposalList if wanted else ProposalFace).focus()

    def _close_form(self) -> None:
        self.set_class(False, "-editing")
        self.query_one(ProposalFace).focus()
        self.refresh_bindings()

    def _complain(self, reason: str) -> None:
        self.query_one("#problem", Static).update(shown(reason))
        self.query_one("#problem").display = bool(reason)

    def _show(self, approval: Approval) -> None:
        keys_before, before, self.approval = self._keys(), self.approval, approval
        self._complain("")
        self._show_progress()
        self._show_passage()
        if approval.place != before.place and self.has_class("-reading"):
            self.action_context()
        self.query_one(ProposalFace).show(approval)
        self.query_one(ProposalList).show(approval, self._only_left)
        if self._keys() != keys_before:
            self.refresh_bindings()

    def _show_progress(self) -> None:
        approval = self.approval
        self.query_one("#brief", Static).update(shown(approval.draft_at(approval.place).brief.title, "bold"))
        self.query_one("#tally", Static).update(approve_wording.progress(approval, self._only_left))
        self.query_one(ProgressBar).update(total=len(approval.cards), progress=len(approval.decisions))
        self.query_one("#finished", Static).update(approve_wording.finished(approval))
        self.query_one("#finished").display = approval.finished

    def _show_passage(self) -> None:
        place = self.approval.place
        passage = approve_wording.passage(self.approval.draft_at(place), self.approval.card_at(place))
        self.set_class(bool(passage), "-placed")
        self.query_one("#passage Static", Static).update(passage)
        self.query_one("#passage").scroll_home(animate=False)

    def _keys(self) -> tuple[bool, bool, bool]:
        """What decides which keys work; drawing them anew is slow."""
        return bool(self.approval.history), self.approval.finished, self.has_class("-placed")


_VERBS = frozenset(
    binding.action.partition("(")[0] for binding in ApproveScreen.BINDINGS if isinstance(binding, Binding)
)
_VERBS |= {"guide"}
