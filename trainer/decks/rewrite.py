"""Editing cards in a deck file: their keys change where they stand, and nothing beside them is disturbed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from trainer.cards import Card, new_id
from trainer.decks.card_lines import with_id, with_values
from trainer.decks.edit import Edit, Wording, changed
from trainer.decks.files import rewrite_text
from trainer.decks.read import parse_deck, provisional_id, read_text
from trainer.decks.source import Block, blocks, digest_of
from trainer.decks.write import format_card
from trainer.errors import DeckRefused, NotSaved
from trainer.text import clean, one_line

Step = Callable[[int], None]
_FEW = 20
"""So many ids are looked for in each card's text before it is parsed."""
_NOTHING_WRITTEN = "Look at the card again; nothing was written."


def edit_cards(path: Path, deck_id: str, cards: Sequence[tuple[Card, Card]], step: Step = lambda _: None) -> Edit:
    """Write cards' new words over their old ones, each given before and after, in the file and at once on the disk.

    `step` is told of each card that is ready to be written, and of none now and then. Raises DeckRefused: the file is
    gone, or a card in it is not the one from before; NotSaved: read-only, full disk; and what the step raises. Nothing
    was written then.
    """
    text = read_text(path)
    found = blocks(text)
    places = _places_of(found, {before.id for before, _ in cards}, step)
    wordings: list[Wording] = []
    lines = [block.text for block in found]
    for before, after in cards:
        place = places.get(before.id)
        if place is None:
            raise _refused(path, f"no longer holds the card {before.id!r}.")
        if _parsed(lines[place], path) != before:
            raise _changed_meanwhile(path, before)
        new, card = _rewritten(lines[place], before, after, path)
        wordings.append(Wording(before, card, lines[place], new))
        lines[place] = new
        step(1)
    return _written(text, "".join(lines), Edit(deck_id, path, tuple(wordings)))


def add_card(path: Path, deck_id: str, card: Card) -> Edit:
    """Write a card at the end of a deck file, under an id that follows from its question. Raises as `edit_cards`."""
    text = read_text(path)
    deck, _ = parse_deck(text, path)
    if deck.id != deck_id:
        raise _refused(path, f"is the deck {deck.id!r} now, and not {one_line(deck_id, 40)!r}.")
    card = replace(card, id=_free_id(card.question, {known.id for known in deck.cards}))
    new = "\n" + format_card(card)
    start = text if text.endswith("\n") else text + "\n"
    return _written(text, start + new, Edit(deck_id, path, (Wording(None, _read_back(new, path), "", new),)))


def undo_edit(edit: Edit) -> Edit:
    """Put cards' lines back as they were, byte for byte; the edit that did so. Raises as `edit_cards`."""
    before = text = read_text(edit.path)
    lines = [block.text for block in blocks(text)]
    places = {line: place for place, line in enumerate(lines)}
    if all(wording.new in places for wording in edit.wordings):
        for wording in edit.wordings:
            lines[places[wording.new]] = wording.old
        text = "".join(lines)
    else:
        text = _put_back(text, edit)
    back = tuple(Wording(each.after, each.before, each.new, each.old) for each in reversed(edit.wordings))
    return _written(before, text, Edit(edit.deck, edit.path, back))


def _put_back(text: str, edit: Edit) -> str:
    """A text with the lines of an edit as they were, wherever they stand."""
    for wording in reversed(edit.wordings):
        at = text.rfind(wording.new)
        if at < 0:
            raise _changed_meanwhile(edit.path, wording.card)
        text = text[:at] + wording.old + text[at + len(wording.new) :]
    return text


def _written(before: str, after: str, edit: Edit) -> Edit:
    """The edit, once the file is on the disk."""
    target = edit.path.resolve()
    if after != before:
        try:
            is_read_only = not target.stat().st_mode & 0o222
        except OSError as error:
            raise _refused(edit.path, "is gone.") from error
        if is_read_only:
            where, remedy = one_line(str(edit.path)), "Make the file writable and save again."
            raise NotSaved("is read-only; nothing was changed.", where=where, remedy=remedy)
        rewrite_text(target, after)
    return replace(edit, old_sha256=digest_of(before), new_sha256=digest_of(after))


def _places_of(found: list[Block], wanted: set[str], step: Step) -> dict[str, int]:
    """Card id to which block is the card's, as the reader takes them: the first of that id, stated or not."""
    cards = [place for place, block in enumerate(found) if block.name == "cards"]
    if len(wanted) < _FEW:
        likely = [place for place in cards if any(card_id in found[place].text for card_id in wanted)]
        places = _ids(found, likely, step)
        if wanted <= places.keys():
            return places
    return _ids(found, cards, step)


def _ids(found: list[Block], places: list[int], step: Step) -> dict[str, int]:
    """Card id to the first of some blocks that has it."""
    ids: dict[str, int] = {}
    for place in places:
        ids.setdefault(_id_of(found[place]), place)
        step(0)
    return ids


def _id_of(block: Block) -> str:
    try:
        table = block.table()
    except (ValueError, RecursionError):
        return ""
    if "id" in table:
        return str(table["id"])
    question = table.get("question")
    return provisional_id(clean(question).strip()) if isinstance(question, str) else ""


def _rewritten(old: str, before: Card, after: Card, path: Path) -> tuple[str, Card]:
    """The card's lines with its new words, and the card as they are read again."""
    new = with_id(old, before.id)
    names = changed(before, after)
    for _ in range(2):  # a key that was left out may now be read otherwise than meant, and is then written too
        new = with_values(new, after, names)
        card = _read_back(new, path)
        names = changed(card, after)
        if not names:
            break
    return new, card


def _read_back(block: str, path: Path) -> Card:
    """The card in a block of our own making. Raises DeckRefused: what a reader would leave out is not written."""
    deck, findings = parse_deck(block, path)
    if not deck.cards:
        reason = next((finding.message for finding in findings if finding.left_out), "it is no card.")
        raise DeckRefused(
            f"was left as it was: {reason}", where=one_line(str(path)), remedy="Change it and save again."
        )
    return deck.cards[0]


def _parsed(block: str, path: Path) -> Card | None:
    deck, _ = parse_deck(block, path)
    return deck.cards[0] if deck.cards else None


def _free_id(question: str, taken: set[str]) -> str:
    """The id that a reader would give, or the first that is free after it."""
    card_id, count = provisional_id(question), 1
    while card_id in taken:
        count += 1
        card_id = new_id("hand", question, str(count))
    return card_id


def _changed_meanwhile(path: Path, card: Card) -> DeckRefused:
    return _refused(path, f"now has other words for the card {card.id!r}: the file was changed meanwhile.")


def _refused(path: Path, message: str) -> DeckRefused:
    return DeckRefused(message, where=one_line(str(path)), remedy=_NOTHING_WRITTEN)
