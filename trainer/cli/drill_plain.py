"""A drill at one terminal line by line: for screen readers and scripts."""

from __future__ import annotations

from typing import TextIO

from trainer.decks.markings import normal
from trainer.drill import commands as do
from trainer.drill.question import LETTERS, Question
from trainer.drill.refused import Refused
from trainer.drill.rules import Scoring
from trainer.drill.scoreboard import players_board
from trainer.drill.scoring import right_answer
from trainer.drill.state import Phase, Player, Round
from trainer.drill.table import Table
from trainer.drill.turns import holder, is_out
from trainer.text import clean, counted, fold


class PlainDrill:
    """One drill over two streams."""

    def __init__(self, table: Table, answers: TextIO, page: TextIO) -> None:
        """Read from `answers`, write to `page`; every line written is flushed."""
        self._table = table
        self._answers = answers
        self._page = page

    def run(self) -> None:
        """From the first question to the board. Raises NotSaved if an answer cannot be stored."""
        made = self._table.drill.made
        self._say(" · ".join(part for part in (made.title, normal(made.marking)) if part))
        clock = f"{counted(made.rules.seconds, 'second')} for each; " if made.rules.seconds else "no clock; "
        self._say(f"{counted(len(made.questions), 'question')}, {clock}q ends.")
        while self._table.drill.phase is not Phase.ENDED:
            if self._table.drill.is_last or not self._question():
                self._table.ask(do.End())
        self._board()

    def _question(self) -> bool:
        """One question from its putting to what comes after; False to stop."""
        self._table.ask(do.Next())
        question, put = self._table.drill.question, self._table.drill.round
        if question is None or put is None:
            return False
        self._ask(question, put)
        while not self._is_closed():
            if not self._answered(question):
                return False
        self._reveal(question)
        return self._after()

    def _is_closed(self) -> bool:
        """Whether the question takes no more answers: its time is over, nobody is left, or nobody knew it."""
        self._table.settle()
        return self._table.drill.phase is Phase.CLOSED

    def _ask(self, question: Question, put: Round) -> None:
        self._say("")
        number = f"Question {put.question + 1} of {len(self._table.drill.made.questions)}"
        self._say(" · ".join(part for part in (number, normal(question.marking)) if part))
        self._say(f"Q: {question.prompt}")
        for letter, option in zip(LETTERS, question.options, strict=False):
            self._say(f"   {letter}  {option}")

    def _answered(self, question: Question) -> bool:
        """One answer, pass or buzz; False at the end of the input or for q."""
        drill = self._table.drill
        put = drill.rounds[-1]
        turn = holder(drill, put)
        if turn is None:
            return self._buzzed(put)
        player = drill.players[turn]
        line = self._read(f"{player.name}, your answer (Enter passes):")
        if line in {None, "q"}:
            return False
        if not line:
            self._try(do.Pass(turn, put.question))
        else:
            self._give(question, player, line or "")
        return True

    def _give(self, question: Question, player: Player, line: str) -> None:
        at = self._table.drill.rounds[-1].question
        option = _option(question, line)
        sure = self._sure() if self._table.drill.rules.scoring is Scoring.CONFIDENCE else None
        self._try(do.Give(player.id, at, line, option, sure))
        answer = self._table.drill.rounds[-1].answers.get(player.id)
        if answer:
            self._say(f"   {answer.verdict}{f': {answer.remark}' if answer.remark else ''}")

    def _sure(self) -> int | None:
        line = self._read("How sure, 0 to 100?")
        return int(line) if line and line.isdecimal() else None

    def _buzzed(self, put: Round) -> bool:
        """Who knows it: a number, or Enter for nobody; False at the end of the input or for q."""
        players = self._table.drill.playing
        asked = ", ".join(f"{n} {one.name}" for n, one in enumerate(players, 1) if not is_out(put, one.id))
        line = self._read(f"Who knows it? {asked} (Enter: nobody)")
        if line in {None, "q"}:
            return False
        if not line:
            self._try(do.Close())
        elif line.isdecimal() and 0 < int(line) <= len(players):
            self._try(do.Buzz(players[int(line) - 1].id, put.question))
        return True

    def _reveal(self, question: Question) -> None:
        card = question.card
        self._say(f"A: {right_answer(question)}")
        if card.held:
            self._say("   " + ", ".join(card.held))
        if card.source:
            self._say(f"   “{card.source.sentence}”")
            self._say(f"   {question.origin}")

    def _after(self) -> bool:
        """Between two questions; False to stop."""
        while True:
            self._say(" · ".join(f"{line.name} {line.points}" for line in players_board(self._table.drill)))
            line = self._read("Enter: the next one; v: void; y ANSWER: take it for right; q: end.")
            if line in {None, "q"}:
                return False
            if not line:
                return True
            verb, _, given = line.partition(" ")
            if line == "v":
                self._try(do.Void())
            elif verb == "y":
                self._try(do.Accept(given.strip()))

    def _board(self) -> None:
        self._say("")
        for line in players_board(self._table.drill):
            brier = f", Brier score {line.brier:.2f}" if line.brier is not None else ""
            came_to = f"{counted(line.points, 'point')}, {line.right:.3g} of {line.asked} right{brier}"
            self._say(f"{line.place}. {line.name}: {came_to}")

    def _try(self, command: do.Command) -> None:
        try:
            self._table.ask(command)
        except Refused as refusal:
            self._say(str(refusal))

    def _read(self, question: str) -> str | None:
        """The next line; None at the end of the input."""
        self._say(question)
        line = self._answers.readline()
        return line.strip() if line else None

    def _say(self, text: str) -> None:
        self._page.write(clean(text) + "\n")
        self._page.flush()


def _option(question: Question, line: str) -> int | None:
    """The option that was typed: its letter, or all of it; None for none."""
    if line.upper() in LETTERS[: len(question.options)]:
        return LETTERS.index(line.upper())
    return next((number for number, text in enumerate(question.options) if fold(text) == fold(line)), None)
