"""From proposed cards into decks: through a person's decisions, or all of them."""

from __future__ import annotations

import sys
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from trainer import locations
from trainer.cli import Exit, complain, say
from trainer.errors import Finding, TrainerError
from trainer.text import counted, one_line

if TYPE_CHECKING:
    from collections.abc import Mapping

    from trainer.approval import Approval, Draft, Table
    from trainer.approval.log import DraftLog
    from trainer.approval.past import Past
    from trainer.approval.shelf import Shelf
    from trainer.briefs import Brief
    from trainer.cards import Card


@dataclass(frozen=True)
class Job:
    """One brief on its way into one deck."""

    draft: Draft
    """What is proposed."""
    target: Path
    """The deck's file."""
    log: DraftLog
    """Where decisions are kept."""
    past: Past
    """What was decided before."""
    salience: Mapping[str, int]
    """How much each card matters, by its id: 1, 2 or 3."""
    shelf: Shelf
    """What reads and writes the deck's file."""


def approve(jobs: list[Job], plain: bool) -> Exit:
    """Let the person decide, then save what they accepted; a deck that cannot be written stops no other."""
    from trainer.approval import Table

    for job in jobs:
        if not job.draft.cards:
            _say_nothing_new(job.draft)
    jobs = [job for job in jobs if job.draft.cards]
    if not jobs:
        return Exit.DONE
    table = Table([job.draft for job in jobs], [job.log for job in jobs], [job.past for job in jobs])
    approval, code = (table.start, 0) if table.start.finished else _decided(table, plain)
    saved = [number for number, job in enumerate(jobs) if _save(approval, number, job)]
    for number in saved:
        table.done(approval, number)
    return Exit.DONE if len(saved) == len(jobs) and not code else Exit.PROBLEM


def name_of(brief: Brief) -> str:
    """What a brief is called where something is said about it."""
    return "standard input" if brief.file == "-" else one_line(brief.file)


def _say_nothing_new(draft: Draft) -> None:
    has = f"; the deck has {counted(draft.in_deck, 'card')} of it already" if draft.in_deck else ""
    say(f"{name_of(draft.brief)}: nothing new{has}.")


def _decided(table: Table, plain: bool) -> tuple[Approval, int]:
    """Where the person leaves the approval, and the exit code of the screen."""
    if plain or not sys.stderr.isatty():
        from trainer.cli.build_plain import approve_plain

        return approve_plain(table), 0
    from trainer.settings import read_settings
    from trainer.tui.approve_window import open_approval

    theme = read_settings(locations.settings_file()).theme
    _forget_keys()
    return open_approval(table, theme)


def _forget_keys() -> None:
    """Drop what was typed before there was a card to see; Windows has no such call and keeps it."""
    with suppress(ImportError, OSError, ValueError):
        import termios

        termios.tcflush(sys.stdin, termios.TCIFLUSH)


def _save(approval: Approval, number: int, job: Job) -> bool:
    """Put a draft's accepted cards into its deck and say what is left; whether that went well."""
    cards, left = approval.accepted_of(number), approval.left_of(number)
    try:
        said = _add(job, cards) if cards else [f"{name_of(job.draft.brief)}: no card added."]
    except TrainerError as error:
        complain(error)
        say("what was decided is kept; the same command saves it.")
        return False
    if left:
        said.append(f"{name_of(job.draft.brief)}: {counted(left, 'card')} undecided; the same command goes on there.")
    for line in said:
        complain(line) if isinstance(line, Finding) else say(line)
    return True


def take_all(job: Job) -> list[Finding | str]:
    """Save every card that was not refused before; what there is to say about it. Raises DeckRefused and NotSaved."""
    from trainer.approval import Step, Table

    table = Table([job.draft], [job.log], [job.past])
    rest = table.start.the_rest()
    approval = table.start.after(Step(0, rest)) if rest else table.start
    said = _add(job, approval.accepted_of(0))
    if job.past.open:
        table.done(approval, 0)
    return said


def _add(job: Job, cards: tuple[Card, ...]) -> list[Finding | str]:
    """Add cards to the deck; what there is to say about it. Raises DeckRefused and NotSaved."""
    from trainer.approval import saving

    result, before = job.shelf.save(job.draft.brief, cards, job.target)
    had = job.draft.in_deck + len(result.kept)
    said = f"{counted(len(result.added), 'card')} added{f', {had} it had already' if had else ''}"
    done = f"{one_line(str(job.target))}: {said}, {len(result.deck.cards)} in all."
    return [*saving.outdated(job.draft.brief, before, job.target), done]
