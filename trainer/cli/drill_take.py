"""`trainer drill take`: what one missed in a drill, into one's own log as lapses."""

from __future__ import annotations

from pathlib import Path

import click

from trainer.cli import complain_of, put
from trainer.collection import Collection
from trainer.reviews import Review
from trainer.text import counted


@click.command("take", short_help="Count what you missed as forgotten.")
@click.argument("path", type=click.Path(path_type=Path), metavar="MISSES.toml")
@click.argument("decks", nargs=-1, type=click.Path(path_type=Path), metavar="[DECK]...")
def command(path: Path, decks: tuple[Path, ...]) -> None:
    """Count what was missed in a drill as forgotten, so that it comes back soon.

    MISSES.toml is the deck that the drill's page gave you; its cards are looked for in the decks named, or in all. The
    same misses are taken once.
    """
    from trainer.decks.read import read_deck
    from trainer.drill.misses import deck_of_miss

    misses, findings = read_deck(path)
    complain_of(findings)
    collection, findings = Collection.open(decks)
    with collection:
        complain_of(findings)
        taken, before = 0, 0
        for card in misses.cards:
            deck_id = deck_of_miss(card)
            if not (collection.cover(deck_id) and collection.card(deck_id, card.id)):
                continue
            if _was_taken(collection, deck_id, card.id, misses.id):
                before += 1
            else:
                collection.lapse(deck_id, card.id, misses.id)
                taken += 1
    put(_told(taken, before, len(misses.cards) - taken - before))


def _told(taken: int, before: int, strange: int) -> str:
    """What became of the misses, in a sentence."""
    parts = [f"{counted(taken, 'card')} taken as forgotten"]
    parts += [f"{before} taken before"] if before else []
    parts += [f"{strange} in none of the decks: name the deck of the drill after MISSES.toml"] if strange else []
    return "; ".join(parts) + "."


def _was_taken(collection: Collection, deck_id: str, card_id: str, misses_id: str) -> bool:
    past = collection.log.entries_of(deck_id, card_id)
    return any(isinstance(entry, Review) and (entry.mode, entry.given) == ("drill", misses_id) for entry in past)
