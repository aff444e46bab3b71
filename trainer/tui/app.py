"""The application: which screen follows which. Each is loaded when it is first opened."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from textual.screen import Screen

from trainer.collection import Collection
from trainer.decks import Cover
from trainer.errors import Finding
from trainer.study import Manner
from trainer.text import counted
from trainer.tui.desk import Desk
from trainer.tui.frame import Frame
from trainer.tui.study import Begin, StudyScreen

if TYPE_CHECKING:
    from trainer.tui.home import HomeScreen
    from trainer.tui.summary import SummaryScreen


class TrainerApp(Frame):
    """The trainer on the screen: home, study, summary, and back."""

    def __init__(
        self,
        collection: Collection,
        findings: Sequence[Finding] = (),
        study: Sequence[Cover] | None = None,
        begin: Begin | None = None,
        manner: Manner | None = None,
    ) -> None:
        """The home screen; or a session over the decks to `study`, which ends the program when it is over.

        The session is the day's unless `begin` gives another; it asks as the settings say unless a manner is given.
        """
        self._desk = Desk(collection, manner)
        self._findings = findings
        self._is_from_home = study is None
        super().__init__(_home(self._desk) if study is None else StudyScreen(self._desk, study, begin))

    def on_mount(self) -> None:
        """Dress; say what was wrong with the decks."""
        self.dress(self._desk.theme)
        if self._findings:
            self.tell(f"{counted(len(self._findings), 'problem')} in decks: run trainer check")

    def on_home_screen_study_wanted(self, wanted: HomeScreen.StudyWanted) -> None:
        """From home into a session, with nothing over it."""
        self.clear_notifications()
        self.push_screen(StudyScreen(self._desk, wanted.decks, wanted.begin))

    def on_study_screen_ended(self, ended: StudyScreen.Ended) -> None:
        """From a session to its summary, over it if it is the first screen: that one stays to the end."""
        from trainer.tui.summary import SummaryScreen

        summary = SummaryScreen(self._desk, ended.decks, ended.session)
        if len(self.screen_stack) == 1:
            self.push_screen(summary)
        else:
            self.switch_screen(summary)

    def on_summary_screen_undo_wanted(self, wanted: SummaryScreen.UndoWanted) -> None:
        """From the summary back into its session."""
        self.switch_screen(StudyScreen(self._desk, wanted.decks, ended=wanted.session))

    def on_summary_screen_closed(self) -> None:
        """From the summary home, or out of the program if that is not where the person came from."""
        if self._is_from_home:
            self.pop_screen()
        else:
            self.exit()


def _home(desk: Desk) -> Screen[None]:
    from trainer.tui.home import HomeScreen

    return HomeScreen(desk)
