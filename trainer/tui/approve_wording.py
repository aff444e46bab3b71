"""What a proposed card says on the screen, and how the brief shows it."""

from __future__ import annotations

from textual.content import Content

from trainer.approval import Approval, Draft, Refused
from trainer.cards import Card
from trainer.cards.leads import in_a_row
from trainer.decks.markings import normal
from trainer.text import counted, one_line
from trainer.tui.shown import shown
from trainer.tui.wording import lit, passage_with
from trainer.values.dates import day_of

MARKS = {"undecided": "·", "accepted": "✓", "edited": "✎", "refused": "✗"}
"""A sign for each state of a card, that needs no colour."""
COLOURS = {"undecided": "$text-muted", "accepted": "$text-success", "edited": "$text-success", "refused": "$text-error"}
"""A colour for each state of a card."""


def standing(approval: Approval) -> Content:
    """Which card is in view and what was decided about it."""
    place = approval.place
    state = approval.state_at(place)
    decision = approval.decisions.get(place)
    sign = f"{MARKS[state]} " if decision else ""
    said = f"{sign}{state}" + (f": {one_line(decision.said)}" if isinstance(decision, Refused) else "")
    number = shown(f"{place + 1} of {len(approval.cards)} · {approval.card_at(place).kind.replace('_', ' ')} · ")
    return number + shown(said, f"bold {COLOURS[state]}")


def progress(approval: Approval, only_left: bool) -> Content:
    """How far the approval is, and whether decided cards are out of the way."""
    parts = [f"{count} {name}" for name, count in approval.tally().items()]
    return shown(" · ".join([*parts, *(["undecided only"] if only_left else [])]))


def left(approval: Approval) -> Content:
    """How many cards are left, for a screen that has room for no more."""
    return shown(f"{approval.tally()['left']} left")


def finished(approval: Approval) -> Content:
    """What to do once everything is decided; empty before."""
    if not approval.finished:
        return Content()
    accepted = approval.tally()["accepted"]
    return shown("All decided. ", "bold") + shown(
        f"Enter saves {counted(accepted, 'card')} and ends; u takes the last decision back."
    )


def about(card: Card) -> Content:
    """When the answer held, who says so, the card's own marking; empty if the card tells none of it."""
    parts = [*card.held, *([f"marked {normal(card.marking)}"] if card.marking else [])]
    return shown(" · ".join(parts))


def also_right(card: Card) -> Content:
    """The other answers that pass; empty if there are none."""
    return _listed("also right", card.accepted)


def options(card: Card) -> Content:
    """The wrong options for multiple choice; empty if there are none."""
    return _listed("wrong options", card.distractors)


def _listed(name: str, texts: tuple[str, ...]) -> Content:
    return shown(f"{name}: ") + shown(" · ".join(texts)) if texts else Content()


def sentence(card: Card) -> Content:
    """The sentence behind the card with its answer lit; says so if there is none."""
    if card.source is None:
        return shown("The card names no sentence.", "italic")
    return lit(card.source.sentence, card.source.span)


def place_in(approval: Approval) -> Content:
    """Where the sentence stands: brief, publisher, date, paragraph; its marking where the briefs' differ."""
    draft, card = approval.draft_at(approval.place), approval.card_at(approval.place)
    brief = draft.brief
    parts = [shown(one_line(brief.title), "italic")]
    if draft.marking and len({other.marking for other in approval.drafts}) > 1:
        parts.append(shown(normal(draft.marking)))
    if brief.publisher:
        parts.append(shown(brief.publisher))
    if brief.date:
        parts.append(shown(day_of(brief.date).spoken))
    if card.source and card.source.paragraph:
        parts.append(shown(f"paragraph {card.source.paragraph}"))
    return Content(" · ").join(parts)


def passage(draft: Draft, card: Card) -> Content:
    """The passage of the brief that holds the sentence: heading, text, the sentence underlined, its answer lit.

    Empty if the sentence is not in the passage that the card names.
    """
    number = card.source.paragraph if card.source else None
    found = next((passage for passage in draft.brief.passages if passage.number == number), None)
    if found is None or card.source is None or card.source.sentence not in found.text:
        return Content()
    return passage_with(found, card.source)


def row(approval: Approval, place: int, *, numbered: bool = False) -> Content:
    """A card in the list: its sign, its number if asked, what it asks."""
    state = approval.state_at(place)
    number = f"{place + 1} " if numbered else ""
    question = shown(number + one_line(in_a_row(approval.card_at(place).question)))
    return shown(f"{MARKS[state]} ", f"bold {COLOURS[state]}") + question
