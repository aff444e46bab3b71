"""Cards to Anki notes: what a receiver sees of a card, and what tells Anki which note it is."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass

from trainer.anki import ids, markup
from trainer.anki.notetypes import Family, family_of
from trainer.cards import GAP, Card, Status
from trainer.decks import BriefRef, Deck
from trainer.decks.markings import TLP, highest, normal
from trainer.text import clean, slug

ChangedAt = Callable[[Deck, Card, str], int]
"""Gives the Unix second of the last change of a card's exported content, of which it is told the digest."""


@dataclass(frozen=True, slots=True)
class Note:
    """One note, and the one card that it makes."""

    id: int
    """Its row, and its card's, if no other note has it by chance."""
    guid: str
    """What Anki matches it by: never derived from its text."""
    family: Family
    """Its note type."""
    fields: tuple[str, ...]
    """HTML, in the note type's order."""
    tags: tuple[str, ...]
    """Without spaces; `::` divides a tag from the one above it."""
    changed_at: int
    """Unix seconds of the last change of fields or tags; Anki updates a note only if this has grown."""


def note_of(deck: Deck, card: Card, changed_at: ChangedAt) -> Note:
    """The note of a card. One guid keeps one note type for ever: a card that becomes a cloze becomes a new note."""
    family = family_of(card)
    fields = _fields(deck, card, family)
    tags = tags_of(deck, card)
    address = (deck.id, card.id, family.slug)
    digest = hashlib.sha256("\x1f".join([family.slug, *fields, *tags]).encode()).hexdigest()
    return Note(ids.row_id(*address), ids.guid(*address), family, fields, tags, changed_at(deck, card, digest))


def _fields(deck: Deck, card: Card, family: Family) -> tuple[str, ...]:
    """The note type's fields, by their names and in its order."""
    brief = (deck.brief_of(card.source) if card.source else None) or BriefRef("")
    written = {
        "Question": markup.escape(card.question),
        "Text": markup.cloze(card.question, GAP, card.answer),
        "Answer": markup.escape(card.answer),
        "Accepted": markup.items(card.accepted),
        "Options": markup.items(options(card)),
        "Source sentence": markup.sentence(card.source) if card.source else "",
        "Brief": markup.escape(brief.title or brief.id),
        "Brief date": brief.date.isoformat() if brief.date else "",
        "As of": markup.escape(card.as_of),
        "Attribution": markup.escape(card.attribution),
        "Marking": markup.escape(deck.marking_of(card)),
        "Status": markup.escape(standing(deck, card)),
        "Card id": markup.escape(card.id),
        "Deck id": markup.escape(deck.id),
        "Deck title": markup.escape(deck.title),
    }
    return tuple(written.get(name, "") for name in family.fields)


def options(card: Card) -> list[str]:
    """The answer among its distractors, in an order that follows from the card's id and from each option alone."""
    choices = [card.answer, *card.distractors] if card.distractors else []
    return sorted(choices, key=lambda choice: hashlib.sha256(f"{card.id}\x1f{choice}".encode()).digest())


def standing(deck: Deck, card: Card) -> str:
    """What to know of a card that no longer holds, or that another contradicts; empty for all others.

    A superseded card names the question that took its place, which a receiver can find, and not an id.
    """
    if card.status is Status.RETIRED:
        return "Retired: no longer asked."
    if card.status is Status.SUPERSEDED:
        return _naming("Superseded", "by", deck, card, (card.superseded_by,))
    return _naming("Sources disagree", "with", deck, card, card.conflicts_with) if card.conflicts_with else ""


def _naming(what: str, link: str, deck: Deck, card: Card, other_ids: tuple[str, ...]) -> str:
    """What happened, and the questions of the other cards as far as this card's marking covers theirs."""
    covers = deck.marking_of(card)
    others = [other for other in deck.cards if other.id in other_ids]
    others = [other for other in others if highest([covers, deck.marking_of(other)]) == covers]
    return f"{what} {link}: {' / '.join(other.question for other in others)}" if others else f"{what}."


def tags_of(deck: Deck, card: Card) -> tuple[str, ...]:
    """The card's own tags, then its marking, brief and status as tags that Anki can search for."""
    given = [
        *card.tags,
        _marking_tag(deck.marking_of(card)),
        f"brief::{card.source.brief}" if card.source else "",
        f"status::{card.status}" if card.status is not Status.CURRENT else "",
    ]
    return tuple(dict.fromkeys(tag for tag in map(_tag, given) if tag))


def _marking_tag(marking: str) -> str:
    """`tlp::amber+strict` for a TLP label, `marking::...` for any other text, empty for none."""
    label = normal(marking)
    if label in TLP:
        return label.lower().replace(":", "::")
    return f"marking::{slug(label)}" if label else ""


def _tag(text: str) -> str:
    """A text that Anki takes as one tag: no space and no double quote in it."""
    return "_".join(clean(text).replace('"', "").split())
