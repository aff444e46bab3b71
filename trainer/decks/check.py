"""Checking a deck: what its reader found, what a careful editor would find, and ids for cards that have none."""

from __future__ import annotations

import re
from collections import defaultdict
from pathlib import Path
from typing import Any

from trainer.cards import Card, Status
from trainer.decks.deck import Deck
from trainer.decks.files import rewrite_text
from trainer.decks.markings import TLP, is_doubtful
from trainer.decks.pictures import name_of, trouble_with
from trainer.decks.read import parse_deck, provisional_id, read_text
from trainer.decks.source import Block, blocks
from trainer.errors import Finding
from trainer.text import clean, fold, one_line


def check_deck(path: Path) -> tuple[Deck, tuple[Finding, ...]]:
    """The deck and everything that is wrong with it. Raises DeckRefused if nothing of it can be read."""
    text = read_text(path)
    deck, findings = parse_deck(text, path)
    where = one_line(str(path))
    lines = _card_lines(text)
    known = frozenset(card.id for card in deck.cards)
    noticed = [
        Finding(f"{where}, line {lines.get(card.id, 1)}", message, remedy)
        for card in deck.cards
        for message, remedy in (
            *_contradictions(card), *_dangling(card, known), *_mismarked(card.marking), *_unseen(card, path.parent)
        )
    ]  # fmt: skip
    given = [deck.marking, *(brief.marking for brief in deck.briefs)]
    heads = [Finding(where, *doubt) for marking in given for doubt in _mismarked(marking)]
    return deck, (*findings, *heads, *noticed, *_twins(deck, where, lines))


def fix_ids(path: Path) -> int:
    """Give each card that has none its id, on a line of its own under its header; how many were given.

    Nothing else in the file changes. Raises DeckRefused and NotSaved.
    """
    text = read_text(path)
    deck, _ = parse_deck(text, path)
    found = blocks(text)
    free = {card.id for card in deck.cards} - set(map(_id_of, found))
    parts = []
    given = 0
    for block in found:
        card_id = _id_for(block)
        header, newline, rest = block.text.partition("\n")
        if card_id in free:
            free.remove(card_id)
            given += 1
            parts.append(f'{header}{newline}id = "{card_id}"\n{rest}')
        else:
            parts.append(block.text)
    if given:
        rewrite_text(path, "".join(parts))
    return given


def _id_for(block: Block) -> str:
    """The id that a card without one is read under; empty for any other block."""
    table = _card_table(block)
    question = table.get("question")
    return provisional_id(clean(question).strip()) if isinstance(question, str) and "id" not in table else ""


def _id_of(block: Block) -> str:
    """The id that stands in a card's block; empty for any other block."""
    return str(_card_table(block).get("id", ""))


def _card_table(block: Block) -> dict[str, Any]:
    """A card's keys; none for any other block, and for a card that is not TOML."""
    try:
        return block.table() if block.name == "cards" else {}
    except (ValueError, RecursionError):
        return {}


def _card_lines(text: str) -> dict[str, int]:
    """Card id to the line of its header."""
    lines: dict[str, int] = {}
    for block in blocks(text):
        if block.name == "cards":
            found = re.search(r"^\s*id\s*=\s*[\"']([^\"']+)", block.text, re.MULTILINE)
            if found:
                lines.setdefault(found[1], block.line)
    return lines


def _contradictions(card: Card) -> list[tuple[str, str]]:
    """Where a card argues with itself."""
    right = {fold(card.answer), *map(fold, card.accepted)}
    found = [
        (f"the distractor {one_line(option, 40)!r} is a right answer.", "Remove it.")
        for option in card.distractors
        if fold(option) in right
    ]
    found += [
        (f"{one_line(option, 40)!r} is both accepted and rejected.", "Remove it from one of them.")
        for option in card.reject
        if fold(option) in right
    ]
    if card.source and card.source.span:
        start, end = card.source.span
        if not card.source.sentence[start:end].strip():
            found.append(("the source's span holds no text.", "Point it at the answer, or remove it."))
    return found


def _mismarked(marking: str) -> list[tuple[str, str]]:
    """A marking that was meant to be a TLP label and is not one."""
    if not is_doubtful(marking):
        return []
    message = f"the marking {one_line(marking, 40)!r} looks like a TLP label and is none."
    return [(message, f"Use one of {', '.join(TLP)}, or words of your own.")]


def _unseen(card: Card, folder: Path) -> list[tuple[str, str]]:
    """Pictures that can be neither opened nor sent."""
    named = [picture for picture in (card.picture, card.answer_picture) if picture]
    return [(f"the picture {name_of(picture)!r} cannot be used: {trouble}.", "Mend its path or the file.")
            for picture in named if (trouble := trouble_with(folder, picture))]  # fmt: skip


def _dangling(card: Card, known: frozenset[str]) -> list[tuple[str, str]]:
    """Ids that no card of the deck has."""
    named = [*card.conflicts_with, *([card.superseded_by] if card.superseded_by else [])]
    return [(f"it names the card {one_line(name, 40)!r}, which the deck does not have.", "Correct the id.")
            for name in named if name not in known]  # fmt: skip


def _twins(deck: Deck, where: str, lines: dict[str, int]) -> list[Finding]:
    """Current cards that ask the same question."""
    same: dict[str, list[Card]] = defaultdict(list)
    for card in deck.cards:
        if card.status is Status.CURRENT:
            same[fold(card.question)].append(card)
    return [
        Finding(
            f"{where}, line {lines.get(twin.id, 1)}",
            f"it asks what card {first.id} asks.",
            "Remove one of them.",
        )
        for first, *twins in same.values()
        for twin in twins
    ]
