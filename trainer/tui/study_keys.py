"""What the keys of the study screen may do now, and which of them are worth a place on its last line."""

from __future__ import annotations

from collections.abc import Callable

from textual.binding import Binding, BindingType

from trainer.reviews import Rating
from trainer.settings import Mode
from trainer.study import Asking, Step
from trainer.tui.key_line import Hint

NAMES = {Rating.AGAIN: "Again", Rating.HARD: "Hard", Rating.GOOD: "Good", Rating.EASY: "Easy"}
"""What people call the ratings."""
MEANING = {
    Rating.AGAIN: "I did not know it",
    Rating.HARD: "I knew it with much effort",
    Rating.GOOD: "I knew it",
    Rating.EASY: "I knew it at once",
}
"""What each of them says."""
SURE_KEYS = {5: 50, 6: 60, 7: 70, 8: 80, 9: 90, 0: 100}
"""Digit to how sure it says one is, in percent."""

BINDINGS: list[BindingType] = [
    *(Binding(str(rating), f"rate({rating})", NAMES[rating], tooltip=meaning) for rating, meaning in MEANING.items()),
    *(Binding(str(n), f"pick({n - 1})", f"Option {n}", tooltip=f"Pick option {n}") for n in range(1, 5)),
    *(
        Binding(str(digit), f"sure({percent})", f"{percent}%", tooltip=f"I am {percent}% sure; show the answer")
        for digit, percent in SURE_KEYS.items()
    ),
    Binding("space,enter", "reveal", "Show", tooltip="Show the answer"),
    Binding("space,enter", "accept", "Rate", tooltip="Take the rating that is underlined"),
    Binding("enter,i", "write", "Type", tooltip="Go to the line and type the answer"),
    Binding("u,ctrl+z", "card('undo')", "Undo", tooltip="Take back what was done last"),
    Binding("U,ctrl+y", "card('redo')", "Redo", tooltip="Do again what was taken back"),
    Binding("n", "card('skip')", "Next", tooltip="Go on without a rating; the card comes again at the end"),
    Binding("e", "card('edit')", "Edit", tooltip="Change the card's words; its progress stays"),
    Binding("o", "card('source')", "Source", tooltip="Open the brief where the card comes from"),
    Binding("p", "card('picture')", "Picture", tooltip="Open the question's picture in the system's viewer"),
    Binding(
        "P", "card('answer_picture')", "Answer's picture", tooltip="Open the answer's picture in the system's viewer"
    ),
    Binding("h", "card('history')", "History", tooltip="See all that happened to the card"),
    Binding("f", "card('flag')", "Flag", tooltip="Put a coloured flag on the card, or take it off"),
    Binding("w", "card('note')", "Note", tooltip="Write a note of your own on the card"),
    Binding("s", "card('suspend')", "Suspend", tooltip="Set the card aside until you take it up again"),
    Binding("b", "card('bury')", "Bury", tooltip="Put the card off until tomorrow"),
    Binding("d", "card('due')", "Set due", tooltip="Give the card a day of its own"),
    Binding("R", "card('reset')", "Reset", tooltip="Make the card new again; its reviews stay on record"),
    Binding("m", "mode", "Mode", tooltip="Answer in another way: flip, type, choice"),
    Binding("c", "confidence", "Confidence", tooltip="Ask how sure you are before the answer, or stop asking"),
    Binding("t", "timer", "Timer", tooltip="Show how long the card has been there, or stop"),
    Binding("q,escape", "leave", "Finish", tooltip="End the session; what was rated is saved"),
]


ACTIONS = frozenset(binding.action.partition("(")[0] for binding in BINDINGS if isinstance(binding, Binding))
"""What the keys do, by the names of the actions."""
PRACTICE = "Practice is on record and moves no due day."
"""What practice means."""
MODES = {
    Mode.FLIP: "From here on: think of the answer, then turn the card.",
    Mode.TYPE: "From here on: type the answer; it is graded.",
    Mode.CHOICE: "From here on: pick the answer; a card without enough options is turned.",
}
"""What a change of the mode means."""


CONFIDENCE = {
    True: "From here on: say how sure you are before the answer.",
    False: "From here on: nobody asks how sure you are.",
}
"""What it means to be asked how sure one is, or not."""
TIMER = {True: "The clock is in view.", False: "The clock is out of view."}
"""What the clock does from now on."""


def may(asking: Asking, action: str, parameter: object = None) -> bool | None:
    """Whether an action can be taken: None where it is there but not now, False where it is not there."""
    session = asking.session
    verb = str(parameter) if action == "card" else action
    if verb in {"undo", "redo"}:
        return bool(session.done if verb == "undo" else session.undone) or None
    if verb in {"source", "history"}:  # they give the answer away
        return asking.step is Step.RATING
    if verb in {"picture", "answer_picture"}:
        return _has_picture(asking, of_answer=verb == "answer_picture")
    if verb in _BY_STEP:
        return _BY_STEP[verb](asking) and (verb != "pick" or parameter in range(len(asking.options)))
    return verb == "leave" or session.showing is not None


def _has_picture(asking: Asking, *, of_answer: bool) -> bool:
    """Whether a picture belongs to what is in view of the card."""
    if asking.session.showing is None:
        return False
    card = asking.session.showing.item.card
    return bool(asking.step is Step.RATING and card.answer_picture if of_answer else card.picture)


_BY_STEP: dict[str, Callable[[Asking], bool]] = {
    "rate": lambda asking: asking.step is Step.RATING,
    "accept": lambda asking: asking.step is Step.RATING and asking.suggested is not None,
    "pick": lambda asking: asking.step is Step.ANSWER and asking.mode is Mode.CHOICE,
    "sure": lambda asking: asking.step is Step.SURE,
    "reveal": lambda asking: asking.step is Step.SURE or (asking.step is Step.ANSWER and asking.mode is not Mode.TYPE),
    "write": lambda asking: asking.step is Step.ANSWER and asking.mode is Mode.TYPE,
}
"""When those actions can be taken that depend on what the card waits for."""


def hints(asking: Asking, *, is_typing: bool) -> list[Hint]:
    """The keys for the last line, those first that matter most; while a line is typed, those that it leaves open."""
    if is_typing:
        return [
            Hint("enter", "Check", "submit"),
            Hint("esc", "Other keys", "leave_line", stays=True),
            *([Hint("^z", "Undo", "card('undo')")] if asking.session.done else []),
            Hint("^p", "Commands", "app.command_palette"),
        ]
    return [*_first(asking), *_always(asking)]


def _first(asking: Asking) -> list[Hint]:
    """The keys that answer or rate."""
    show = Hint("space", "Show", "reveal")
    match asking.step, asking.mode:
        case Step.RATING, _ if asking.suggested:
            return [Hint("enter", NAMES[asking.suggested], "accept")]
        case Step.RATING, _:
            return [Hint("1-4", "Rate", "")]
        case Step.ANSWER, Mode.TYPE:
            return [Hint("enter", "Type", "write")]
        case Step.ANSWER, Mode.CHOICE:
            return [Hint(f"1-{len(asking.options)}", "Pick", ""), show]
        case Step.SURE, _:
            return [Hint("5-0", "How sure", ""), show]
    return [show]


def _always(asking: Asking) -> list[Hint]:
    """The keys that work at any card."""
    undo = [Hint("u", "Undo", "card('undo')")] if asking.session.done else []
    source = [Hint("o", "Source", "card('source')")] if asking.step is Step.RATING else []
    pictures = [
        Hint(key, "Picture", f"card('{verb}')")
        for key, verb in (("p", "picture"), ("P", "answer_picture"))
        if _has_picture(asking, of_answer=verb == "answer_picture")
    ]
    return [
        *pictures,
        *undo,
        Hint("n", "Next", "card('skip')"),
        Hint("e", "Edit", "card('edit')"),
        *source,
        Hint("f", "Flag", "card('flag')"),
        Hint("m", "Mode", "mode"),
        Hint("?", "Help", "app.guide", stays=True),
        Hint("q", "Finish", "leave", stays=True),
    ]
