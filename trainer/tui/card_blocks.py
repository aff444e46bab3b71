"""What a card says at one moment, block by block."""

from __future__ import annotations

from collections.abc import Sequence

from textual.content import Content

from trainer.cards import Card
from trainer.decks import Cover
from trainer.settings import Mode
from trainer.study import Asking, Showing, Step
from trainer.tui import wording
from trainer.tui.card_face import Block
from trainer.tui.shown import shown, stacked


def question(asking: Asking, showing: Showing, *, is_first: bool) -> list[Block]:
    """The question, and what is to be picked or was given; how a session goes, if the card is the first of all."""
    card = showing.item.card
    is_plain = not (asking.options or asking.recall or showing.told.mode or is_first)
    if is_plain and asking.step is not Step.SURE:
        return _asked(asking, card)
    from trainer.tui import answer_wording

    primer = answer_wording.primer() if is_first and not asking.heard else Content()
    given = answer_wording.given(asking, showing.told)
    return [*_asked(asking, card), Block(given), Block(primer, is_quoted=True)]


def _asked(asking: Asking, card: Card) -> list[Block]:
    """The question, and that a picture belongs to it."""
    asked = Block(wording.question(card, revealed=asking.step is Step.RATING))
    if not card.picture:
        return [asked]
    is_typed = asking.step is Step.ANSWER and asking.mode is Mode.TYPE
    return [asked, Block(wording.picture(card.picture, "esc, then p" if is_typed else "p"))]


def answer(asking: Asking, showing: Showing, deck: Cover, rivals: Sequence[Card], note: str) -> list[Block]:
    """The question and its answer: what one's own came to, when it held, who disagrees, where it comes from."""
    card, told = showing.item.card, showing.told
    key, judged, options = wording.answer(card), Content(), Content()
    if asking.judged or told.confidence is not None:
        from trainer.tui import answer_wording

        key = answer_wording.key(asking.judged) or key
        judged = answer_wording.judged(asking.judged, told)
        options = answer_wording.options_seen(asking.options, told, card.answer)
    said = stacked(
        key,
        judged,
        wording.standing(card).stylize_before("$foreground-muted"),
        wording.disagreement(rivals),
        wording.picture(card.answer_picture, "P"),
        own_note(note),
    )
    source = wording.provenance(card.source, deck) if card.source else Content()
    return [*_asked(asking, card), Block(options), Block(said, is_ruled=True), Block(source, is_quoted=True)]


def own_note(text: str) -> Content:
    """A person's own note on a card; empty if there is none."""
    return shown("your note: ", "$foreground-muted") + shown(text) if text else Content()
