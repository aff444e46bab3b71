"""Approving line by line: the same decisions as on the screen, for screen readers and small terminals."""

from __future__ import annotations

import click

from trainer.approval import Accepted, Approval, Draft, Reason, Refused, Table
from trainer.cards import Card
from trainer.cards.words import Words, doubts, edited, faults
from trainer.cli import put, say
from trainer.text import counted, one_line

_KEYS = "Take it? [y]es, [n]o (n and why), [e]dit, [s]kip, [u]ndo, [a]ll the rest, [q]uit and save"
_BETWEEN = " | "


def approve_plain(table: Table) -> Approval:
    """Ask about one card after the other; each answer is kept before the next question.

    Raises NotSaved. An interrupt is a quit.
    """
    approval: Approval | None = table.start
    last = table.start
    while approval is not None and not approval.finished:
        last = approval
        _announce(approval)
        approval = _turn(table, approval)
    return approval or last


def print_card(card: Card, label: str) -> None:
    """A card with its sentence, on standard output."""
    put(f"\n{label} · {card.kind.value.replace('_', ' ')}\nQ: {card.question}\nA: {card.answer}")
    said = [*card.held, *([f"marked {card.marking}"] if card.marking else [])]
    if said:
        put("   " + ", ".join(said))
    if card.accepted:
        put("   also right: " + " | ".join(card.accepted))
    if card.distractors:
        put("   wrong options: " + " | ".join(card.distractors))
    if card.source:
        put(f"   “{card.source.sentence}”")


def print_title(draft: Draft) -> None:
    """The title over a brief's cards, on standard output."""
    put(f"\n{one_line(draft.brief.title)}")


def label(draft: Draft, number: str) -> str:
    """What stands over a card: its number and the marking that goes wherever it goes."""
    return f"{number} · {draft.marking}" if draft.marking else number


def _announce(approval: Approval) -> None:
    place = approval.place
    draft = approval.draft_at(place)
    titled = len(approval.drafts) > 1 and place in {approval.places_of(n).start for n in range(len(approval.drafts))}
    if titled:
        print_title(draft)
    print_card(approval.card_at(place), label(draft, f"{place + 1} of {len(approval.cards)}"))


def _turn(table: Table, approval: Approval) -> Approval | None:
    """One answer and what comes of it; None to quit."""
    word, _, why = _asked().partition(" ")
    place, after = approval.place, approval
    match word.lower():
        case "y" | "yes":
            after = table.decide(approval, (place, Accepted(approval.card_at(place))))
        case "n" | "no":
            after = table.decide(approval, (place, _refused(why)))
        case "e" | "edit":
            after = _edited(table, approval)
        case "s" | "skip":
            after = approval.to_undecided(place)
        case "u" | "undo":
            say("Taken back." if approval.history else "There is no decision to take back.")
            after = table.undo(approval)
        case "a" | "all":
            after = _the_rest(table, approval)
        case "q" | "quit":
            return None
        case _:
            say("Type one of y, n, e, s, u, a, q.")
    return after


def _asked() -> str:
    """A line; an interrupt or the end of input is a quit, so that what was taken before it is saved."""
    try:
        return str(click.prompt(_KEYS)).strip()
    except click.Abort:
        say("")
        return "q"


def _refused(why: str) -> Refused:
    """A reason from the closed list, named by its beginning; other words as they are."""
    words = one_line(why)
    found = [reason for reason in Reason if words and reason.startswith(words.lower())]
    return Refused(found[0]) if found and found[0] is not Reason.OTHER else Refused(Reason.OTHER, words)


def _the_rest(table: Table, approval: Approval) -> Approval:
    one, several = "undecided card as it stands", "undecided cards as they stand"
    if not click.confirm(f"Accept {counted(len(approval.undecided), one, several)}?"):
        return approval
    return table.decide(approval, *approval.the_rest())


def _edited(table: Table, approval: Approval) -> Approval:
    """The card with new words, accepted."""
    proposed, now = approval.cards[approval.place], Words.of(approval.card_at(approval.place))
    say("Enter keeps what stands in brackets, - empties it.")
    try:
        words = Words(
            _field("Question", now.question),
            _field("Answer", now.answer),
            tuple(_field(f"Also right, with{_BETWEEN}between", _BETWEEN.join(now.accepted)).split("|")),
            _field("As of", now.as_of),
            _field("According to", now.attribution),
            tuple(_field(f"Wrong options, with{_BETWEEN}between", _BETWEEN.join(now.distractors)).split("|")),
        )
        card = edited(proposed, words)
        broken = [f"Breaks {doubt.rule}: {doubt.reason}." for doubt in doubts(card)]
        if fault := faults(words, proposed.kind):
            say(fault)
            return approval
        for line in broken:
            say(line)
        if broken and not click.confirm("Keep it as it is?"):
            return approval
    except click.Abort:
        say("")
        return approval
    return table.decide(approval, (approval.place, Accepted(card)))


def _field(name: str, now: str) -> str:
    """A field's new text; a single hyphen empties it."""
    text = str(click.prompt(name if not now else f"{name} [{one_line(now)}]", default=now, show_default=False))
    return "" if text.strip() == "-" else text
