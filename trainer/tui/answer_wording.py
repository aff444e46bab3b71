"""What is said of the answer that a person gave: options, items of a list, how a typed answer differed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from textual.content import Content
from textual.style import Style

from trainer.reviews import Rating
from trainer.settings import Mode
from trainer.study import Asking, Step, Told
from trainer.text import one_line
from trainer.tui.shown import shown, stacked
from trainer.tui.study_keys import MEANING, NAMES

if TYPE_CHECKING:
    from trainer.cards.grade import Grade, Piece, Pieces
    from trainer.cards.recall import Recall, Said
    from trainer.study.answers import Judged

_SIGNS = {"right": "✓", "nearly": "≈", "partly": "◐", "wrong": "✗"}
_COLOURS = {"right": "$text-success", "nearly": "$text-warning", "partly": "$text-warning", "wrong": "$text-error"}
_PIECES = {"same": "", "missing": "bold underline $text-success", "extra": "strike $text-error"}
_ITEM_OPEN = "·"


def options(offered: Sequence[str]) -> Content:
    """The options under their digits; each can be clicked."""
    return Content("\n").join(_option(number, text) for number, text in enumerate(offered, 1))


def _option(number: int, text: str) -> Content:
    line = shown(f"{number}  ", "bold $text-primary") + shown(one_line(text))
    return line.stylize(Style.from_meta({"@click": f"screen.pick({number - 1})"}))


def options_seen(offered: Sequence[str], told: Told, answer: str) -> Content:
    """The options with the answer marked and the one that was picked; nothing where none was."""
    if told.mode != Mode.CHOICE:
        return Content()
    return Content("\n").join(_option_seen(text, told, answer) for text in offered)


def _option_seen(text: str, told: Told, answer: str) -> Content:
    if text == answer:
        return shown(f"✓  {one_line(text)}", "bold $text-success")
    if text == told.given:
        return shown("✗  ", "bold $text-error") + shown(one_line(text), "strike $text-error")
    return shown(f"   {one_line(text)}", "$foreground-muted")


def ticked(asking: Asking) -> Content:
    """A list as far as it was recalled: what was named, how many are to come, what the last line came to."""
    recall = asking.recall
    if recall is None:
        return Content()
    to_come = f"{_ITEM_OPEN * recall.left} {recall.left} to come" if recall.left else "all named"
    return stacked(
        Content("\n").join(_item(recall, place) for place in sorted(recall.named)),
        shown(to_come, "$foreground-muted"),
        said(asking.heard),
    )


def _item(recall: Recall, place: int) -> Content:
    return shown(f"✓ {recall.items[place]}", "$text-success")


def given(asking: Asking, told: Told) -> Content:
    """What stands under a question before its answer: options, a list as far as it is recalled, what was given."""
    if asking.step is Step.SURE:
        held = (
            shown("your answer: ", "$foreground-muted") + shown(one_line(told.given), "bold")
            if told.mode
            else Content()
        )
        return stacked(held, shown("How sure are you?", "$foreground-muted"))
    return options(asking.options) if asking.options else ticked(asking)


def said(heard: Sequence[Said]) -> Content:
    """What a line came to that named no new item."""
    told = [f"{one_line(one.text, 40)}: {_hit(one)}" for one in heard if one.hit != "named"]
    return shown(" · ".join(told), "$text-warning")


def _hit(one: Said) -> str:
    return "was named before" if one.hit == "again" else "not in the list"


def verdict(grade: Grade, told: Told) -> Content:
    """What an answer came to, and what was given with what it has too much."""
    name = str(grade.verdict)
    line = shown(f"{_SIGNS[name]} {name}", f"bold {_COLOURS[name]}")
    note = grade.note.removeprefix("right, but ") if grade.verdict.accepted else grade.note
    if note:
        line = line + shown(f": {one_line(note)}")
    if not told.given or told.mode == Mode.CHOICE:
        return line
    return line + shown("\nyou typed: ", "$foreground-muted") + pieces(grade.given)


def pieces(found: Pieces) -> Content:
    """A text with what is missing in it underlined and what is too much struck out."""
    return Content("").join(_piece(piece) for piece in found)


def _piece(piece: Piece) -> Content:
    return shown(one_line_kept(piece.text), _PIECES[str(piece.mark)])


def one_line_kept(text: str) -> str:
    """Text on one line with the spaces at its ends, which pieces need."""
    inner = one_line(text)
    before, after = (" " if text[:1].isspace() else ""), (" " if text[-1:].isspace() else "")
    return f"{before}{inner}{after}" if inner else " "


def key(found: Judged | None) -> Content:
    """The answer with what the person's own lacks underlined; empty where they gave none."""
    return pieces(found.grade.key).stylize_before("bold $text-primary") if found else Content()


def judged(found: Judged | None, told: Told) -> Content:
    """What the person's own answer came to, and how sure they were."""
    return stacked(verdict(found.grade, told), confidence(told)) if found else confidence(told)


def confidence(told: Told) -> Content:
    """How sure the person said to be; empty if nobody asked."""
    return Content() if told.confidence is None else shown(f"you were {told.confidence}% sure", "$foreground-muted")


def primer() -> Content:
    """How a session goes and what the four ratings mean, a line each, for the first card of all."""
    before = shown("Think of the answer, then look at it. Then say how well you knew it:")
    after = shown("That decides when the card comes back. Each rating is saved at once; u takes it back.")
    return Content("\n").join([before, *(_meaning(rating) for rating in Rating), after])


def _meaning(rating: Rating) -> Content:
    return shown(f"  {rating}  ", "bold $text-primary") + shown(f"{NAMES[rating]:<7}", "bold") + shown(MEANING[rating])
