"""What was exported before: what changed since then, what is gone, and which id must not come again.

Anki updates a note only if its time of change has grown, and then replaces all of it, the receiver's own tags too. So
an unchanged card keeps its time, and a card that was removed here goes out once more, to say that it is retired.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import repeat
from typing import NamedTuple

from trainer.anki import markup
from trainer.anki.ids import guid
from trainer.anki.notes import Notes
from trainer.anki.notetypes import RETIRED, Family, family_of
from trainer.cards import GAP, Card, Status
from trainer.decks import Deck
from trainer.errors import Finding
from trainer.text import one_line

_STATUS_TAG = "status::"


Row = tuple[str, str, str, int, bool, str, str]
"""A note on record: what `Sent` names."""


class Sent(NamedTuple):
    """A note as it was exported last."""

    card: str
    """Our card's id."""
    family: str
    """The slug of its note type."""
    digest: str
    """Of what a receiver sees."""
    changed_at: int
    """Unix seconds at which it became so."""
    gone: bool
    """Whether its card has left the deck since."""
    tags: str
    """As in Notes."""
    fields: str
    """As in Notes."""


class Ledger:
    """One deck's exports so far, and the moment of the one to come."""

    def __init__(self, past: Iterable[Sent], now_s: int, keep: Callable[[Iterable[Row]], None]) -> None:
        """`keep` puts rows on record, in the place of those with the same card and family."""
        self._past = {(sent.card, sent.family): sent for sent in past}
        self._now_s = now_s
        self._keep = keep
        self._seen: set[tuple[str, str]] = set()

    def times(self, notes: Notes) -> list[int]:
        """The Unix second of each note's last change; what changed is put on record. Raises what `keep` does."""
        times = [self._now_s] * len(notes)
        if not self._past:
            slugs = [family.slug for family in notes.families]
            told = (notes.digests, times, repeat(False), notes.tags, notes.fields)
            self._keep(zip(notes.cards, slugs, *told, strict=False))
            return times
        rows = zip(notes.cards, notes.families, notes.digests, notes.tags, notes.fields, strict=True)
        changed = []
        for at, (card, family, digest, tags, written) in enumerate(rows):
            before = self._past.get((card, family.slug))
            if before:
                self._seen.add((card, family.slug))
                is_same = before.digest == digest and not before.gone
                times[at] = before.changed_at if is_same else max(self._now_s, before.changed_at + 1)
                if is_same:
                    continue
            changed.append(Sent(card, family.slug, digest, times[at], False, tags, written))
        if changed:
            self._keep(changed)
        return times

    def gone(self, deck: Deck) -> tuple[Notes, list[int]]:
        """The notes of cards that were exported before and that `times` has not seen, retired, and their times."""
        retired = [_retired(sent, self._now_s) for key, sent in self._past.items() if key not in self._seen]
        self._keep([sent for sent in retired if sent != self._past[sent.card, sent.family]])
        return _notes(deck, retired), [sent.changed_at for sent in retired]

    def without_reused(self, deck: Deck) -> tuple[Deck, list[Finding]]:
        """The deck without the cards whose id was that of a removed card: a receiver would take one for the other."""
        if not any(sent.gone for sent in self._past.values()):
            return deck, []
        reused = [card for card in deck.cards if self._is_reused(card)]
        ids = {card.id for card in reused}
        kept = tuple(card for card in deck.cards if card.id not in ids)
        return replace(deck, cards=kept), [_finding(deck, card) for card in reused]

    def _is_reused(self, card: Card) -> bool:
        sent = self._past.get((card.id, family_of(card).slug))
        return sent is not None and sent.gone and _asked(sent) != _front(card)


def _retired(sent: Sent, now_s: int) -> Sent:
    """The note as it goes out when its card has left the deck; the same if it went out so before."""
    if sent.gone:
        return sent
    family = Family.of(sent.family)
    fields = sent.fields.split(markup.SEPARATOR)
    fields[family.fields.index("Status")] = RETIRED
    own = [tag for tag in sent.tags.split() if not tag.startswith(_STATUS_TAG)]
    tags = " ".join(["", *own, f"{_STATUS_TAG}{Status.RETIRED}", ""])
    written = markup.SEPARATOR.join(fields)
    digest = hashlib.sha256(f"{tags}{written}".encode()).hexdigest()
    return sent._replace(
        digest=digest, changed_at=max(now_s, sent.changed_at + 1), gone=True, tags=tags, fields=written
    )


def _notes(deck: Deck, sent: Sequence[Sent]) -> Notes:
    """Notes as they were sent."""
    return Notes(
        cards=[one.card for one in sent],
        families=[Family.of(one.family) for one in sent],
        guids=[guid(deck.id, one.card, one.family) for one in sent],
        firsts=[one.fields.partition(markup.SEPARATOR)[0] for one in sent],
        tags=[one.tags for one in sent],
        fields=[one.fields for one in sent],
        digests=[one.digest for one in sent],
    )


def _asked(sent: Sent) -> str:
    return markup.without_image(sent.fields.partition(markup.SEPARATOR)[0])


def _front(card: Card) -> str:
    """A card's first field."""
    gapped = family_of(card) is Family.CLOZE
    return markup.cloze(card.question, GAP, card.answer) if gapped else markup.escape(card.question)


def _finding(deck: Deck, card: Card) -> Finding:
    message = f"the card id {card.id!r} was that of a card that was exported and then removed; it is left out."
    where = one_line(str(deck.path or deck.title))
    return Finding(where, message, "Give the new card an id of its own.", left_out=True)


def chunks(cards: Sequence[Card], size: int = 2_000) -> Iterator[Sequence[Card]]:
    """The cards, so many at a time."""
    for start in range(0, len(cards), size):
        yield cards[start : start + size]
