"""Drills for tests, with only what matters spelled out; answers are right if they are the card's, letter for letter."""

from __future__ import annotations

import datetime as dt

from trainer.cards import Card, Kind, Source
from trainer.decks import BriefRef
from trainer.drill import commands as do
from trainer.drill.codes import digest
from trainer.drill.decide import after, decide
from trainer.drill.events import Made
from trainer.drill.question import Form, Question
from trainer.drill.reduce import begin
from trainer.drill.rules import Rules
from trainer.drill.verdict import RIGHT, WRONG, Judged, Verdict

BEGAN_MS = 1_800_000_000_000
CODE = "AB2CDE"
BRIEF = BriefRef("b1", "Brief one", dt.date(2023, 6, 21))
KEY = "a-long-key-of-22-chars"


def exactly(card: Card, given: str) -> Judged:
    """A stand-in for the real grader: word for word, a half for half of a list."""
    if card.kind is Kind.LIST:
        wanted, named = set(card.answer.split(", ")), set(given.split(", "))
        share = len(wanted & named) / len(wanted)
        return Judged(Verdict.PARTLY, share) if 0 < share < 1 else RIGHT if share else WRONG
    return RIGHT if given == card.answer else WRONG


def question(number: int, form: Form = Form.CHOICE) -> Question:
    """Question N, whose right answer is `right N`; of its options the one with index N % 3."""
    kind = Kind.LIST if form is Form.LIST else Kind.HOW_MANY if form is Form.NUMBER else Kind.WHAT
    answer = "1,000" if form is Form.NUMBER else "Mali, Niger" if form is Form.LIST else f"right {number}"
    source = Source("b1", f"Sentence {number}.", paragraph=number + 1)
    card = Card(f"card{number}", f"Question {number}?", answer, kind=kind, source=source, as_of="2023-02")
    if form is not Form.CHOICE:
        return Question("deck", "Deck", card, form, brief=BRIEF)
    options = [f"wrong {number}a", f"wrong {number}b"]
    options.insert(number % 3, card.answer)
    return Question("deck", "Deck", card, form, tuple(options), number % 3, brief=BRIEF)


def made(questions: int = 3, form: Form = Form.CHOICE, at_ms: int = BEGAN_MS, **rules) -> Made:
    asked = tuple(question(number, form) for number in range(questions))
    return Made(at_ms, "d1", "A drill", CODE, KEY, 7, Rules(**rules), asked)


class Played:
    """A drill played by hand: a clock that is set, commands that become events, the events kept."""

    def __init__(self, *names: str, questions: int = 3, form: Form = Form.CHOICE, **rules) -> None:
        self.events = [made(questions, form, **rules)]
        self.drill = begin(self.events[0])
        self.now = BEGAN_MS
        teams = rules.get("teams", ("",))
        for number, name in enumerate(names):
            self.join(name, team=teams[number % len(teams)])

    def join(self, name: str, team: str = "", code: str = CODE, player: str = "", token: str = "") -> None:
        player = player or name.lower()
        self.ask(do.Join(player, digest(token or name), name, team, code))

    def ask(self, *commands: do.Command) -> tuple:
        """Ask for each in turn; the events of the last."""
        happened = ()
        for command in commands:
            happened = decide(self.drill, command, self.now, exactly)
            self.events += happened
            self.drill = after(self.drill, happened)
        return happened

    def passes(self, seconds: float) -> Played:
        self.now += round(seconds * 1000)
        return self

    def give(self, player: str, *, right: bool = True, sure: int | None = None) -> tuple:
        """The player answers the question at hand."""
        asked, at = self.drill.question, self.drill.round.question
        if asked.options:
            option = asked.right if right else (asked.right + 1) % len(asked.options)
            return self.ask(do.Give(player, at, option=option, confidence=sure))
        return self.ask(do.Give(player, at, given=asked.card.answer if right else "no idea", confidence=sure))

    def play(self, *answers: dict[str, bool]) -> Played:
        """Each question put, answered by the players named, and closed."""
        for given in answers:
            self.ask(do.Next())
            for player, right in given.items():
                self.passes(1).give(player, right=right)
            self.passes(1).ask(do.Close())
        return self
