"""Which deck of ours a card of Anki's comes into, and what its deck and tags say of it."""

from __future__ import annotations

from collections.abc import Mapping

from trainer.anki.inbox import Inbox, Rest, Shelf
from trainer.decks.markings import TLP
from trainer.text import one_line, slug

_PROGRESS_TAGS = frozenset({"leech", "marked"})
_DEFAULT = "Default"


class Places:
    """Where cards go; each deck and each line of tags is looked at once."""

    def __init__(self, inbox: Inbox, decks: Mapping[int, str], title: str) -> None:
        """`decks` are Anki's names by id; `title` names a deck that has no name of its own."""
        self._inbox = inbox
        self._decks = decks
        self._title = title
        self._roots: dict[int, tuple[Shelf, list[str]]] = {}
        self._tags: dict[str, tuple[list[str], str]] = {}
        self._places: dict[tuple[int, str], tuple[Shelf, Rest]] = {}

    def of(self, deck: int, tags: str) -> tuple[Shelf, Rest]:
        """The shelf for a card of this deck and these tags, and what follows from them, once for all such cards."""
        if (deck, tags) not in self._places:
            (shelf, path), (own, marking) = self._root(deck), self._tags_of(tags)
            more = {"origin": "anki", **({"marking": marking} if marking else {})}
            self._places[deck, tags] = (shelf, ([*own, *path], more))
        return self._places[deck, tags]

    def _root(self, deck: int) -> tuple[Shelf, list[str]]:
        """The shelf of a deck, which is that of the deck at the top, and a tag for the way down from there."""
        if deck not in self._roots:
            name = self._decks.get(deck, _DEFAULT)
            root, *path = [one_line(part, 100) for part in name.split("::")]
            title = self._title if root in {"", _DEFAULT} else root
            way = "::".join("-".join(part.split()) for part in path)
            self._roots[deck] = (self._inbox.shelf(slug(title), title), [way] if way else [])
        return self._roots[deck]

    def _tags_of(self, text: str) -> tuple[list[str], str]:
        """A note's tags without those that are about progress, and the marking that they name."""
        if text not in self._tags:
            tags = [one_line(tag, 200) for tag in text.split() if tag.lower() not in _PROGRESS_TAGS]
            labels = {tag.replace("::", ":").upper(): tag for tag in tags if tag.lower().startswith("tlp:")}
            found = next((label for label in reversed(TLP) if label in labels), "")
            self._tags[text] = ([tag for tag in tags if tag != labels.get(found)], found)
        return self._tags[text]
