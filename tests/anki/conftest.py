"""A receiver: a real Anki collection, where the official library can be had."""

from __future__ import annotations

import sqlite3
import zipfile

import pytest


class Receiver:
    """Somebody who imports our packages with Anki's own code and its default options."""

    def __init__(self, folder):
        from anki.collection import Collection

        self.collection = Collection(str(folder / "receiver.anki2"))

    def take(self, package):
        """Import a package; how many notes were new, updated, duplicate and conflicting."""
        from anki.collection import ImportAnkiPackageOptions, ImportAnkiPackageRequest

        request = ImportAnkiPackageRequest(package_path=str(package), options=ImportAnkiPackageOptions())
        log = self.collection.import_anki_package(request).log
        return {kind: len(getattr(log, kind)) for kind in ("new", "updated", "duplicate", "conflicting")}

    @property
    def cards(self):
        """Card id, ours, to Anki's card."""
        found = [self.collection.get_card(number) for number in self.collection.find_cards("")]
        return {card.note()["Card id"]: card for card in found}

    def review(self, card_id):
        """Answer a card with Good."""
        self.collection.decks.select(self.cards[card_id].did)
        queued = self.collection.sched.get_queued_cards(fetch_limit=50).cards
        mine = next(one for one in queued if one.card.id == self.cards[card_id].id)
        from anki.scheduler.v3 import CardAnswer

        card = self.collection.get_card(mine.card.id)
        card.start_timer()
        answer = self.collection.sched.build_answer(card=card, states=mine.states, rating=CardAnswer.GOOD)
        self.collection.sched.answer_card(answer)


@pytest.fixture
def receiver(tmp_path):
    pytest.importorskip("anki.collection")
    receiver = Receiver(tmp_path)
    yield receiver
    receiver.collection.close()


@pytest.fixture
def receivers(tmp_path_factory):
    """Makes receivers, as many as a test asks for."""
    pytest.importorskip("anki.collection")
    made = []

    def make():
        made.append(Receiver(tmp_path_factory.mktemp("receiver")))
        return made[-1]

    yield make
    for receiver in made:
        receiver.collection.close()


@pytest.fixture
def unpacked():
    """Opens the SQLite collection in a package."""
    opened = []

    def unpack(package):
        opened.append(sqlite3.connect(":memory:"))
        with zipfile.ZipFile(package) as members:
            opened[-1].deserialize(members.read("collection.anki2"))
        return opened[-1]

    yield unpack
    for database in opened:
        database.close()
