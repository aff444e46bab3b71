"""A receiver of packages, with Anki's own library."""

from __future__ import annotations


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
