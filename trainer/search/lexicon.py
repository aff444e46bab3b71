"""The search words: what each asks for, as the help and the manual tell it."""

from __future__ import annotations

from dataclasses import dataclass

from trainer.search.tree import Property, State


@dataclass(frozen=True, slots=True)
class Entry:
    """One way to ask."""

    example: str
    """As it is typed."""
    meaning: str
    """Which cards it finds."""


STATES = {
    State.DUE: "waiting today, reviews and cards in their steps",
    State.NEW: "never answered",
    State.LEARN: "in their steps, after a lapse too",
    State.REVIEW: "graduated, those in relearning too",
    State.SUSPENDED: "set aside",
    State.BURIED: "put off until another day",
    State.LEECH: "forgotten so often that they should be rewritten",
    State.OVERCONFIDENT: "missed last time by somebody who was sure",
    State.SUPERSEDED: "replaced by a newer card",
    State.RETIRED: "no longer studied",
    State.CONFLICT: "whose sources disagree with another card's",
    State.DUPE: "asked by another card too, in the same words or nearly",
}
"""What may follow `is:`."""

PROPERTIES = {
    Property.STABILITY: "stability in days",
    Property.DIFFICULTY: "difficulty, 1 to 10",
    Property.RECALL: "chance of recall today, 0 to 1",
    Property.INTERVAL: "interval in days",
    Property.DUE: "days until due; below 0 for overdue",
    Property.LAPSES: "how often forgotten",
    Property.REPS: "how often answered",
}
"""What may follow `prop:`."""

WORDS = (
    Entry("peacekeepers", "question or answer holds this, in capitals or not, with accents or without"),
    Entry('"at least"', "the words in this order"),
    Entry("peace*ers", "a star stands for anything"),
    Entry("w:toll", "the word alone: not in tolls"),
    Entry(r"re:\d{3}", "a regular expression; quote one that has spaces or round brackets"),
    Entry("-mali", "a minus turns it round"),
    Entry("mali or niger", "either; without or, all must hold"),
    Entry("(mali or niger) -toll", "brackets group"),
    Entry("deck:mali", "the deck of this id or title"),
    Entry("tag:un", "the tag, and those under it (un::mission); tag:none finds cards without tags"),
    Entry("kind:who", "what is asked for: who when where how_many what acronym list why cloze"),
    Entry("brief:mali*", "the brief of this id or title"),
    Entry("source:ceasefire", "the sentence behind the card holds this"),
    Entry("as_of:2023-06", "the claim held then: a year, a month or a day; also as_of:>2024 with < <= > >="),
    Entry("attribution:un", "who says so holds this; attribution: alone finds cards that name nobody"),
    Entry("marking:TLP:AMBER", "the marking that is shown with the card"),
    Entry("note:ask", "your own note on the card holds this; note:* finds every card with a note"),
    Entry("id:k7q2m9fx", "the card of this id"),
    Entry("flag:1", "flags 1 to 7, as in Anki; 0 for none"),
    Entry("rated:7", "answered in the last 7 days, practice too; rated:7:1 with Again"),
    Entry("introduced:7", "answered for the first time in the last 7 days"),
    Entry("edited:7", "given other words here in the last 7 days"),
    *(Entry(f"is:{state}", meaning) for state, meaning in STATES.items()),
    *(
        Entry(f"prop:{name}{example}", meaning)
        for (name, meaning), example in zip(
            PROPERTIES.items(), (">21", ">=7", "<0.8", ">30", "=0", ">3", "!=1"), strict=True
        )
    ),
)
"""Every way to ask, in the order in which it is told."""
