"""Cards to Anki notes: what a receiver sees of a card, and what tells Anki which note it is.

Fields are made column by column, a few thousand cards at a time: that is what makes a deck of a hundred thousand
cards a matter of a second.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, fields
from hashlib import sha256
from itertools import chain, repeat
from operator import attrgetter

from trainer.anki import ids, markup
from trainer.anki.notetypes import RECORD, RETIRED, Family, family_of
from trainer.anki.particulars import particulars_of, samples
from trainer.anki.tags import tag_line
from trainer.cards import GAP, Card, Kind, Status
from trainer.decks import Deck
from trainer.decks.columns import Column, rows_of
from trainer.decks.markings import highest

Pictures = Mapping[str, str]
"""A picture's path as the deck has it, to its name in the package."""


@dataclass(frozen=True, slots=True)
class Notes:
    """Some notes of one deck, column by column; each makes one card."""

    cards: list[str]
    """Our cards' ids."""
    families: list[Family]
    """Their note types."""
    guids: list[str]
    """What Anki matches a note by: never derived from its text."""
    firsts: list[str]
    """The first field, as HTML."""
    tags: list[str]
    """As Anki keeps them: a space before, between and after; empty for none."""
    fields: list[str]
    """All fields: HTML, in the note type's order, with markup.SEPARATOR between them."""
    digests: list[str]
    """Of what a receiver sees: the fields but for the record, and the tags."""

    def __len__(self) -> int:
        return len(self.cards)


def notes_of(deck: Deck, cards: Sequence[Card], pictures: Pictures) -> Notes:
    """The notes of some of a deck's cards, in their order.

    One guid keeps one note type for ever: a card that becomes a cloze becomes a new note.
    """
    if Kind.CLOZE not in set(map(attrgetter("kind"), cards)):
        return _made(deck, Family.QUESTION, list(cards), pictures)
    families = [family_of(card) for card in cards]
    by_family = {
        family: [card for card, its in zip(cards, families, strict=True) if its is family] for family in Family
    }
    return _in_turn(families, {family: _made(deck, family, some, pictures) for family, some in by_family.items()})


def _in_turn(families: list[Family], made: Mapping[Family, Notes]) -> Notes:
    """The notes of several families in the order of their cards."""
    columns = []
    for column in fields(Notes):
        turns = {family: iter(getattr(notes, column.name)) for family, notes in made.items()}
        columns.append([next(turns[family]) for family in families])
    return Notes(*columns)


def _made(deck: Deck, family: Family, cards: list[Card], pictures: Pictures) -> Notes:
    """The notes of cards of one family."""
    if not cards:
        return Notes([], [], [], [], [], [], [])
    sampled = samples(cards)
    columns = {name: column(deck, cards) for name, column in _COLUMNS.items() if name in family.fields}
    columns |= {name: _for_all(column(deck, sampled), sampled, cards) for name, column in _SAMPLED.items()}
    firsts = columns[family.fields[0]]
    assert isinstance(firsts, list)  # noqa: S101 - each card has its own
    if pictures:
        _add_pictures(firsts, [card.picture for card in cards], pictures)
        _add_pictures(columns["Answer"], [card.answer_picture for card in cards], pictures)
    shown, rest = _split(family, columns)
    tags = _tags(deck, cards, sampled)
    records = particulars_of(deck, cards, sampled)
    names = [card.id for card in cards]
    return Notes(
        cards=names,
        families=[family] * len(cards),
        guids=ids.guids(deck.id, names, family.slug),
        firsts=firsts,
        tags=tags,
        fields=[before + record + rest for before, record in zip(shown, records, strict=True)],
        digests=[sha256((its + before).encode()).hexdigest() for its, before in zip(tags, shown, strict=True)],
    )


def _split(family: Family, columns: Mapping[str, Column]) -> tuple[list[str], str]:
    """Each note's fields up to its record, and what every note has after it."""
    at = family.fields.index(RECORD)
    shown = [columns.get(name, "") for name in family.fields[:at]]
    rest = markup.SEPARATOR * (len(family.fields) - at - 1)
    return rows_of(chain.from_iterable((column, markup.SEPARATOR) for column in shown)), rest


def _each(texts: list[str]) -> Column:
    return markup.escape_all(texts) if any(texts) else ""


def _add_pictures(column: Column, paths: list[str], pictures: Pictures) -> None:
    """Put each picture that goes along under its card's text."""
    for at, path in enumerate(paths):
        if path in pictures and isinstance(column, list):
            column[at] += markup.image(pictures[path])


def _for_all(column: Column, sampled: Sequence[Card], cards: Sequence[Card]) -> Column:
    """The column of all cards from that of those that stand for them."""
    return column[0] if isinstance(column, list) and len(sampled) < len(cards) else column


def _tags(deck: Deck, cards: Sequence[Card], sampled: Sequence[Card]) -> list[str]:
    briefs = [card.source.brief if card.source else "" for card in sampled]
    signs = list(zip(_markings(deck, sampled), briefs, [card.status for card in sampled], strict=True))
    each = repeat(signs[0], len(cards)) if len(sampled) < len(cards) else signs
    return [tag_line(card.tags, *its) for card, its in zip(cards, each, strict=True)]


def _markings(deck: Deck, cards: Sequence[Card]) -> list[str]:
    """Each card's marking, found out once for all cards that share what it follows from."""
    found: dict[tuple[str, str], str] = {}
    markings = []
    for card in cards:
        key = (card.marking, card.source.brief if card.source else "")
        if key not in found:
            found[key] = deck.marking_of(card)
        markings.append(found[key])
    return markings


def _brief_titles(deck: Deck, cards: Sequence[Card]) -> Column:
    names = {brief.id: brief.title or brief.id for brief in deck.briefs}
    return _each([names.get(card.source.brief, "") if card.source else "" for card in cards])


def _brief_dates(deck: Deck, cards: Sequence[Card]) -> Column:
    dates = {brief.id: brief.date.isoformat() if brief.date else "" for brief in deck.briefs}
    return _each([dates.get(card.source.brief, "") if card.source else "" for card in cards])


def _sentences(_: Deck, cards: Sequence[Card]) -> Column:
    texts = [markup.sentence(card.source) if card.source else "" for card in cards]
    return texts if any(texts) else ""


def _lists(texts: list[Sequence[str]]) -> Column:
    return [markup.items(text) for text in texts] if any(texts) else ""


_COLUMNS: dict[str, Callable[[Deck, list[Card]], Column]] = {
    "Question": lambda _, cards: markup.escape_all([card.question for card in cards]),
    "Text": lambda _, cards: [markup.cloze(card.question, GAP, card.answer) for card in cards],
    "Answer": lambda _, cards: markup.escape_all([card.answer for card in cards]),
    "Accepted": lambda _, cards: _lists([card.accepted for card in cards]),
    "Options": lambda _, cards: _lists([options(card) if card.distractors else () for card in cards]),
    "As of": lambda _, cards: _each([card.as_of for card in cards]),
    "Attribution": lambda _, cards: _each([card.attribution for card in cards]),
    "Card id": lambda _, cards: markup.escape_all([card.id for card in cards]),
    "Deck id": lambda deck, _: markup.escape(deck.id),
    "Deck title": lambda deck, _: markup.escape(deck.title),
}
_SAMPLED: dict[str, Callable[[Deck, Sequence[Card]], Column]] = {
    "Source sentence": _sentences,
    "Brief": _brief_titles,
    "Brief date": _brief_dates,
    "Marking": lambda deck, cards: _each(_markings(deck, cards)),
    "Status": lambda deck, cards: _each(standings(deck, cards)),
}
"""The fields that follow from what samples have alike."""


def options(card: Card) -> list[str]:
    """The answer among its distractors, in an order that follows from the card's id and from each option alone."""
    choices = [card.answer, *card.distractors] if card.distractors else []
    return sorted(choices, key=lambda choice: sha256(f"{card.id}\x1f{choice}".encode()).digest())


def standings(deck: Deck, cards: Sequence[Card]) -> list[str]:
    """What to know of each card that no longer holds, or that another contradicts; empty for all others.

    A superseded card names the question that took its place, which a receiver can find, and not an id.
    """
    if not any(map(attrgetter("conflicts_with"), cards)) and set(map(attrgetter("status"), cards)) <= {Status.CURRENT}:
        return [""] * len(cards)
    by_id = {card.id: card for card in deck.cards}
    return [_standing(deck, card, by_id) for card in cards]


def _standing(deck: Deck, card: Card, by_id: Mapping[str, Card]) -> str:
    if card.status is Status.RETIRED:
        return RETIRED
    others = (card.superseded_by,) if card.status is Status.SUPERSEDED else card.conflicts_with
    named = [by_id[other] for other in others if other in by_id]
    if card.status is Status.SUPERSEDED:
        return _naming("Superseded", "by", deck, card, named)
    return _naming("Sources disagree", "with", deck, card, named) if card.conflicts_with else ""


def _naming(what: str, link: str, deck: Deck, card: Card, others: Sequence[Card]) -> str:
    """What happened, and the questions of the other cards as far as this card's marking covers theirs."""
    covers = deck.marking_of(card)
    others = [other for other in others if highest([covers, deck.marking_of(other)]) == covers]
    return f"{what} {link}: {' / '.join(other.question for other in others)}" if others else f"{what}."
