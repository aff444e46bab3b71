"""`trainer build`: cards from briefs, approved before they are saved."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterable
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from trainer import locations
from trainer.cli import Exit, complain, complain_of, counted, put, say
from trainer.cli.terminal import at_terminal
from trainer.errors import BriefRefused, Finding, TrainerError
from trainer.text import one_line, slug

if TYPE_CHECKING:
    from trainer.briefs import Brief
    from trainer.cards import Card
    from trainer.decks import BriefRef, Deck
    from trainer.questions import Proposal


@click.command("build")
@click.argument("briefs", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="BRIEF...")
@click.option("-o", "--output", type=click.Path(path_type=Path), metavar="DECK", help="The deck to write or to add to.")
@click.option("--yes", is_flag=True, help="Take every proposed card without asking.")
@click.option("--json", "as_json", is_flag=True, help="Print the proposed cards as JSON; write only with --yes.")
@click.option("--explain", is_flag=True, help="Say which proposals were dropped, and by which rule.")
def command(briefs: tuple[Path, ...], output: Path | None, yes: bool, as_json: bool, explain: bool) -> None:
    """Propose cards from briefs (text or Markdown) and save those that you approve.

    A deck that exists keeps its own cards; what it does not have yet is added. Without -o each brief gets a deck of
    its own in the deck folder.
    """
    failed = False
    for path in briefs:
        try:
            _build(path, output or _default_deck(path), yes, as_json, explain)
        except TrainerError as error:
            if len(briefs) == 1:
                raise
            complain(error)
            failed = True
    sys.exit(Exit.PROBLEM if failed else Exit.DONE)


def _build(path: Path, target: Path, yes: bool, as_json: bool, explain: bool) -> None:
    """One brief to one deck. Raises TrainerError."""
    brief, proposal = _proposed(path, explain)
    if as_json:
        put(
            json.dumps(
                {"brief": brief.id, "cards": [_as_json(card) for card in proposal.cards]}, ensure_ascii=False, indent=2
            )
        )
    if not yes and (as_json or not at_terminal()):
        say(f"{counted(len(proposal.cards), 'card')} proposed, none saved. Add --yes to save them all to {target}.")
        if not as_json:
            _print_cards(proposal.cards)
        return
    cards = proposal.cards if yes else _approved(proposal.cards)
    _save(brief, cards, target)


def _proposed(path: Path, explain: bool) -> tuple[Brief, Proposal]:
    """The brief and what it gives. Raises BriefRefused if it gives nothing."""
    from trainer.briefs import read_brief
    from trainer.questions import propose

    brief, findings = read_brief(path)
    proposal = propose(brief)
    for finding in (*findings, *(proposal.findings if explain else ())):
        complain(finding)
    if not proposal.cards:
        raise BriefRefused(
            "holds no fact that can be asked.",
            where=one_line(str(path)),
            remedy="Cards come from dates, counts, names, acronyms and lists in English sentences; "
            "see what was dropped with --explain.",
        )
    return brief, proposal


def _save(brief: Brief, cards: Iterable[Card], target: Path) -> None:
    """Add the cards to the deck. Raises DeckRefused and NotSaved."""
    from trainer.decks.merge import merge, write_merge

    deck = _deck_at(target, brief)
    result = merge(deck, _reference(brief, target, deck), tuple(cards))
    write_merge(result, target)
    complain_of(_outdated(brief, deck, target))
    had = f", {len(result.kept)} it had already" if result.kept else ""
    say(f"{target}: {counted(len(result.added), 'card')} added{had}, {len(result.deck.cards)} in all.")


def _outdated(brief: Brief, deck: Deck, target: Path) -> list[Finding]:
    """The deck's cards from this brief whose sentence the brief does not have any more."""
    from trainer.cards import Status

    text = " ".join(passage.text for passage in brief.passages)
    return [
        Finding(
            f"{one_line(str(target))}, card {card.id}",
            f"its sentence is no longer in {one_line(brief.file)} (answer: {one_line(card.answer, 60)}).",
            'Correct the card, or set its status to "superseded" or "retired".',
        )
        for card in deck.cards
        if card.source and card.source.brief == brief.id and card.status is Status.CURRENT
        if card.source.sentence not in text
    ]


def _deck_at(target: Path, brief: Brief) -> Deck:
    """The deck in the file, or a new one named after it."""
    from trainer.decks import Deck
    from trainer.decks.read import read_deck

    if not target.exists():
        return Deck(slug(target.stem), brief.title, marking=brief.marking)
    deck, findings = read_deck(target)
    for finding in findings:
        complain(finding)
    return deck


def _reference(brief: Brief, target: Path, deck: Deck) -> BriefRef:
    """What the deck keeps of the brief; its marking only where the deck's own does not say it."""
    from trainer.decks import BriefRef

    marking = brief.marking if brief.marking != deck.marking else ""
    file = _relative(Path(brief.file), target.parent)
    return BriefRef(brief.id, brief.title, brief.date, file, brief.sha256, brief.publisher, marking)


def _relative(path: Path, folder: Path) -> str:
    """A path as seen from a folder, with forward slashes; absolute if there is no way there."""
    try:
        return Path(os.path.relpath(path.resolve(), folder.resolve())).as_posix()
    except ValueError:
        return path.resolve().as_posix()


def _default_deck(brief: Path) -> Path:
    folders = locations.deck_folders() or [locations.home() / "decks"]
    return folders[0] / f"{slug(brief.stem)}.toml"


def _approved(cards: tuple[Card, ...]) -> list[Card]:
    """The cards that the person at the terminal takes, asked one by one."""
    taken: list[Card] = []
    for number, card in enumerate(cards, 1):
        _print_card(card, f"{number} of {len(cards)}")
        choice = _choice()
        if choice == "q":
            break
        if choice == "a":
            return [*taken, *cards[number - 1 :]]
        if choice == "y":
            taken.append(card)
    return taken


def _choice() -> str:
    """One of y, n, a, q; an interrupt is a q, so that what was taken before it is saved."""
    try:
        asked = "Take it? [y]es, [n]o, [a]ll the rest, [q]uit and save"
        return str(click.prompt(asked, type=click.Choice("ynaq"), show_choices=False))
    except click.Abort:
        say("")
        return "q"


def _print_cards(cards: tuple[Card, ...]) -> None:
    for number, card in enumerate(cards, 1):
        _print_card(card, str(number))


def _print_card(card: Card, label: str) -> None:
    put(f"\n{label} · {card.kind.value}\nQ: {card.question}\nA: {card.answer}")
    if card.source:
        put(f"   “{card.source.sentence}”")


def _as_json(card: Card) -> dict[str, Any]:
    """A card in the deck format's keys; what is empty is left out."""
    return {key: value for key, value in asdict(card).items() if value and key != "extra"}
