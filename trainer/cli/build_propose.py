"""From briefs to proposed cards, and what there is to say on the way."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from trainer import locations
from trainer.cli import Exit, complain, say
from trainer.cli.build_explain import Drop, explained, parted
from trainer.cli.build_progress import Progress
from trainer.cli.build_save import Job, name_of, take_all
from trainer.errors import BriefRefused, Finding, TrainerError, unforeseen
from trainer.text import counted, one_line, slug

if TYPE_CHECKING:
    import datetime as dt

    from trainer.approval import Draft
    from trainer.approval.shelf import Shelf
    from trainer.briefs import Brief
    from trainer.questions import Proposal
    from trainer.questions.wanted import Wanted


@dataclass
class Build:
    """How briefs become drafts, and what there is to say about it once the progress bar is gone."""

    wanted: Wanted
    output: Path | None
    again: bool
    explain: bool
    takes_all: bool
    saves: bool
    """Whether cards may go into decks, by a person's decision or all of them."""
    whole: bool
    """Whether cards that the deck has already are proposed too."""
    shelf: Shelf
    """What reads and writes the decks' files."""
    date: dt.date | None = None
    """The day of each brief, whatever it says itself."""
    code: Exit = Exit.DONE
    stopped: bool = False
    drops: list[tuple[str, Drop]] = field(default_factory=list)
    """What rules dropped, and the id of the brief."""
    _said: list[TrainerError | Finding | str] = field(default_factory=list)

    def propose_all(self, paths: tuple[Path, ...]) -> list[Job]:
        """What each brief proposes; with `takes_all` it is saved as soon as it is there.

        A brief that cannot be used does not stop the others.
        """
        from trainer.briefs import read_briefs

        jobs: list[Job] = []
        progress = Progress()
        try:
            for reading in read_briefs(paths, on_progress=progress.show, date=self.date):
                self._said += reading.findings
                try:
                    jobs.append(self._take_up(reading.outcome))
                except TrainerError as error:
                    self._said.append(error)
                    self.code = Exit.PROBLEM
                except Exception as error:  # noqa: BLE001 - a fault that one brief brings up stops no other
                    self._said.append(unforeseen(error, one_line(str(reading.path))))
                    self.code = Exit.PROBLEM
        except KeyboardInterrupt:
            self._said.append(f"stopped after {counted(len(jobs), 'brief')}; what is done is kept.")
            self.code, self.stopped = Exit.PROBLEM, True
        finally:
            progress.close()
            self._speak()
        return jobs

    def _take_up(self, brief: Brief | TrainerError) -> Job:
        """What a brief proposes, saved if all is taken. Raises TrainerError."""
        if isinstance(brief, TrainerError):
            raise brief
        job = self._proposed(brief)
        if self.takes_all:
            self._said += take_all(job)
        return job

    def _proposed(self, brief: Brief) -> Job:
        """What a brief proposes for its deck, and what was decided about it before. Raises TrainerError."""
        from trainer.approval import saving
        from trainer.approval.draft import draft_of
        from trainer.approval.log import DraftLog
        from trainer.approval.shelf import refuse_unwritable

        target = self.output or _default_deck(brief)
        deck, noticed = self.shelf.deck(target, brief)
        if self.saves:
            refuse_unwritable(target)
        log = DraftLog(target, brief)
        past, unread = log.past()
        self._said += [*noticed, *unread]
        proposal = self._cards_of(brief)
        everything = frozenset(card.id for card in proposal.cards)
        draft = draft_of(
            brief,
            saving.marking_of(deck, brief),
            proposal.cards,
            past,
            new=everything if self.whole else saving.new_to(deck, target, brief, proposal.cards),
            again=self.again,
            pick=partial(self.wanted.pick, salience=proposal.salience),
        )
        self._said += _left_out(draft, self.explain)
        return Job(draft, target, log, past, proposal.salience, self.shelf)

    def _cards_of(self, brief: Brief) -> Proposal:
        """What can be asked. Raises BriefRefused if nothing can."""
        from trainer.questions import propose

        proposal = propose(brief)
        drops, noticed = parted(proposal.findings)
        self.drops += [(brief.id, drop) for drop in drops]
        if self.explain:
            self._said.append(explained(name_of(brief), drops))
        self._said += noticed
        if not proposal.cards:
            raise BriefRefused(
                "holds no fact that can be asked.",
                where=name_of(brief),
                remedy="Cards come from dates, counts, names, acronyms and lists in English sentences; "
                "see what was dropped with --explain.",
            )
        return proposal

    def _speak(self) -> None:
        for what in self._said:
            if isinstance(what, str):
                say(what)
            else:
                complain(what)
        self._said.clear()


def _left_out(draft: Draft, explain: bool) -> list[str]:
    """Which cards of a brief are not among those proposed."""
    file, said = name_of(draft.brief), []
    if draft.refused_before:
        cards = counted(draft.refused_before, "card")
        said.append(f"{file}: {cards} left out that you refused before (--again proposes them).")
    if draft.not_wanted and explain:
        cards = counted(draft.not_wanted, "card")
        said.append(f"{file}: {cards} left out that --max, --kinds or --min-salience did not let in.")
    return said


def _default_deck(brief: Brief) -> Path:
    """In the deck folder, named after the brief's file; after the brief where it came by standard input."""
    folders = locations.deck_folders() or [locations.home() / "decks"]
    name = brief.id if brief.file in {"", "-"} else Path(brief.file).stem
    return folders[0] / f"{slug(name)}.toml"
