"""`trainer drill host` and `trainer drill report` as they are typed."""

from __future__ import annotations

import io
import json
import os
import re
import signal
import socket
import subprocess
import sys
from collections.abc import Sequence
from contextlib import closing, suppress
from pathlib import Path

import pytest
from room import WAIT_S, Browser
from samples import reviews_in

from trainer.cards import Kind
from trainer.cli.drill import command
from trainer.cli.drill_bound import new_drill
from trainer.collection import Collection
from trainer.decks.write import write_deck
from trainer.drill import commands as do
from trainer.drill.draw import Ways, Wish
from trainer.drill.log import DrillLog, read_drill_log
from trainer.drill.misses import deck_of
from trainer.drill.question import Form
from trainer.drill.reduce import replay
from trainer.drill.rules import Rules, Style
from trainer.drill.shelf import drill_logs
from trainer.drill.state import Phase
from trainer.drill.table import Table
from trainer.drill.timing import left_ms
from trainer.drill.verdict import graded
from trainer.errors import TrainerError
from trainer.reviews import Rating

DECK = """
[deck]
id = "sahel"
title = "The Sahel"
marking = "{marking}"

[[cards]]
id = "aaaaaaaa"
kind = "where"
question = "In which city was the treaty signed?"
answer = "Bamako"
distractors = ["Dakar", "Niamey", "Ouagadougou"]
tags = ["treaties"]

[[cards]]
id = "bbbbbbbb"
kind = "how_many"
question = "How many peacekeepers had been killed by February 2023?"
answer = "168"
distractors = ["148", "186", "218"]

[[cards]]
id = "cccccccc"
kind = "who"
question = "Who led the delegation?"
answer = "Abdoulaye Diop"
"""
SUPERSEDED = """
[[cards]]
id = "dddddddd"
kind = "how_many"
question = "How many peacekeepers had been killed by January 2023?"
answer = "150"
status = "superseded"
superseded_by = "bbbbbbbb"
"""


@pytest.fixture
def deck(tmp_path) -> Path:
    path = tmp_path / "sahel.toml"
    path.write_text(DECK.format(marking="TLP:GREEN"), "utf-8")
    return path


def trainer(*words: str, **given):
    command = [sys.executable, "-m", "trainer", "drill", *map(str, words)]
    return subprocess.run(command, capture_output=True, text=True, check=False, timeout=60, **given)


class Headless:
    """A drill that is hosted by a script."""

    def __init__(self, *words: str, command: Sequence[str] = ("host",)) -> None:
        command = [sys.executable, "-m", "trainer", "drill", *command, *map(str, words), "--headless", "--port", "0"]
        self._child = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)

    def read(self, kind: str) -> dict:
        """The next line of a kind."""
        for line in self._child.stdout:
            if json.loads(line)["kind"] == kind:
                return json.loads(line)
        raise AssertionError(f"it ended without a line {kind}")

    def tell(self, command: str, **fields) -> None:
        self._child.stdin.write(json.dumps({"do": command, **fields}) + "\n")
        self._child.stdin.flush()

    def kill(self) -> None:
        self._child.kill()
        self._child.wait()
        self._child.stdin.close()
        self._child.stdout.close()

    def end(self) -> int:
        self._child.stdin.close()
        code = self._child.wait(WAIT_S)
        self._child.stdout.close()
        return code


async def test_a_script_hosts_a_drill_whose_server_dies_and_reports_it(deck, tmp_path):
    host = Headless(deck, "-n", "2", "--seed", "3", "--ways", "typed", "--kind", "where", "--kind", "who")
    ready, made = host.read("ready"), host.read("made")
    assert made["marking"] == "TLP:GREEN"
    ana = Browser(ready["port"])
    assert (await ana.join("Ana", code=made["code"])).status == 200
    host.tell("next")
    assert host.read("opened")["question"] == 0
    os.kill(ready["pid"], signal.SIGKILL)
    again = host.read("ready")
    assert again["port"] == ready["port"]
    assert host.read("recovered")
    question = made["questions"][0]["card"]
    slip = question["answer"].replace("a", "aa", 1)
    assert (await ana.post("/answer", question=0, given=slip)).json["given"] == slip
    answered = host.read("answered")
    assert (answered["given"], answered["credit"]) == (slip, 1.0)
    assert host.read("closed")
    host.tell("next")
    host.tell("end")
    assert host.read("ended")
    page = (await ana.get()).text
    assert "The drill is over." in page
    misses = await ana.get("/misses.toml")
    assert misses.headers["content-disposition"].startswith("attachment")
    assert made["questions"][1]["card"]["question"] in misses.text
    package = await ana.get("/misses.apkg")
    assert package.body.startswith(b"PK")
    assert host.end() == 0
    report = trainer("report", "-o", tmp_path / "r.html", "--misses", tmp_path / "misses")
    assert report.returncode == 0, report.stderr
    assert "TLP:GREEN" in (tmp_path / "r.html").read_text("utf-8")
    assert sorted(path.suffix for path in (tmp_path / "misses").iterdir()) == [".apkg", ".toml"]
    printed = json.loads(trainer("report", "--json").stdout)
    assert printed["players"][0]["name"] == "Ana"
    assert "Ana" not in trainer("report", "--anonymous").stdout


@pytest.mark.long
def test_a_port_that_is_taken_is_named_with_one_that_is_free(deck):
    first = Headless(deck)
    port = first.read("ready")["port"]
    second = trainer("host", deck, "--headless", "--port", port, stdin=subprocess.DEVNULL)
    assert second.returncode == 1
    mine = r"A drill that you left is there: trainer drill resume \S+-the-sahel\."
    assert re.search(rf"trainer: port {port} cannot be used: .*\. {mine} Try --port \d+\.\n$", second.stderr)
    first.end()


@pytest.mark.long
def test_a_drill_that_was_gone_on_with_stays_on_the_network_when_its_server_dies(deck):
    host = Headless(deck, "--lan")
    host.read("ready")
    made = host.read("made")
    host.kill()
    again = Headless(command=["resume", made["drill"]])
    ready = again.read("ready")
    assert ready["lan"]
    os.kill(ready["pid"], signal.SIGKILL)
    back = again.read("ready")
    assert (back["lan"], back["port"]) == (True, ready["port"])
    assert again.end() == 0


@pytest.mark.long
def test_a_port_that_another_program_has_is_named_with_one_that_is_free(deck):
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
        refused = trainer("host", deck, "--headless", "--port", port, stdin=subprocess.DEVNULL)
    assert re.search(rf"trainer: port {port} cannot be used: [^.]*\. Try --port \d+\.\n$", refused.stderr)


@pytest.mark.long
async def test_a_host_that_is_killed_is_followed_by_another_and_nobody_loses_a_point(deck):
    host = Headless(deck, "-n", "2", "--seed", "3", "--ways", "choice")
    ready, made = host.read("ready"), host.read("made")
    ana, ben = Browser(ready["port"]), Browser(ready["port"])
    for player, name in ((ana, "Ana"), (ben, "Ben")):
        assert (await player.join(name, code=made["code"])).status == 200
    host.tell("next")
    host.read("opened")
    right = made["questions"][0]["right"]
    assert (await ana.post("/answer", question=0, option=right)).json["ok"]
    host.kill()
    assert (await ben.post("/answer", question=0, option=(right + 1) % 3)).json["ok"]  # nobody hosts, and it counts
    again = Headless(command=["resume", made["drill"]])
    assert again.read("ready")["pid"] == ready["pid"]
    assert again.read("closed")["question"] == 0
    again.tell("end")
    again.read("ended")
    assert again.end() == 0
    players = json.loads(trainer("report", "--json").stdout)["players"]
    assert [(line["name"], line["points"]) for line in players] == [("Ana", 100), ("Ben", 0)]


@pytest.mark.long
def test_red_is_let_onto_the_network_by_a_word_that_the_log_keeps(deck, home):
    deck.write_text(DECK.format(marking="TLP:RED"), "utf-8")
    let = trainer("host", deck, "--lan", "--allow-red", "--headless", "--port", "0", stdin=subprocess.DEVNULL)
    assert let.returncode == 0, let.stderr
    assert replay(read_drill_log(next(home.rglob("*.db")))).made.red_allowed
    assert "TLP:RED was let onto the network" in trainer("report").stdout


def asked(*words: object) -> str:
    """What a command that is refused says."""
    with pytest.raises(TrainerError) as refused:
        command.main([str(word) for word in words], prog_name="trainer drill", standalone_mode=False)
    return str(refused.value)


def test_red_stays_off_the_network_and_nothing_is_made(deck, home):
    deck.write_text(DECK.format(marking="TLP:RED"), "utf-8")
    assert asked("host", deck, "--lan", "--headless") == (
        "the drill is marked TLP:RED, which must not leave this machine. "
        "Play it at one terminal, or say --allow-red; the drill's log keeps that you did."
    )
    assert not list(home.rglob("*.db"))


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["-n", "9"], "9 questions were asked for, and only 3 can be asked. Ask for fewer"),
        (["--tag", "nothing"], "10 questions were asked for, and none can be asked about nothing. Name other decks"),
        (["-n", "2", "--tag", "treaties"], "2 questions were asked for, and only 1 can be asked about treaties."),
        (["-n", "2", "--ways", "choice", "--kind", "who"], "and none can be asked about who."),
    ],
)
def test_a_deck_without_enough_questions_is_refused(deck, words, message):
    assert message in asked("host", deck, *words, "--headless")


def test_a_report_of_no_drill_says_how_to_get_one():
    assert asked("report").endswith("there is no drill yet. Run one: trainer drill DECK.")


def test_a_drill_that_is_not_there_cannot_be_gone_on_with(deck):
    new_drill([deck], Wish(), Rules(), 1)
    assert asked("resume", "nothing") == "nothing: there is no such drill. Run one: trainer drill DECK."


def test_help_names_the_ways_to_drill(capsys):
    command.main(["--help"], prog_name="trainer drill", standalone_mode=False)
    told = capsys.readouterr().out
    assert all(word in told for word in ("here", "host", "report", "resume"))
    assert "serve" not in told


def test_the_same_seed_draws_the_same_questions_in_the_same_order(deck):
    drawn = [made_of(deck, seed).questions for seed in (11, 11, 12)]
    assert drawn[0] == drawn[1]
    assert drawn[0] != drawn[2]
    assert len(drawn[0]) == 3


def made_of(deck: Path, seed: int, **wishes):
    """A drill over the deck, its log taken away again."""
    made, path = new_drill([deck], Wish(**wishes), Rules(), seed)
    path.unlink()
    return made


def test_each_card_is_asked_as_it_allows(deck):
    forms = {question.card.id: question.form for question in made_of(deck, 1).questions}
    assert forms == {"aaaaaaaa": Form.CHOICE, "bbbbbbbb": Form.CHOICE, "cccccccc": Form.TYPED}
    forms = {question.card.id: question.form for question in made_of(deck, 1, ways=Ways.TYPED).questions}
    assert forms == {"aaaaaaaa": Form.TYPED, "bbbbbbbb": Form.NUMBER, "cccccccc": Form.TYPED}


def test_what_was_superseded_becomes_the_question_which_is_current(deck):
    deck.write_text(deck.read_text("utf-8") + SUPERSEDED, "utf-8")
    [question] = [one for one in made_of(deck, 1).questions if one.card.id == "bbbbbbbb"]
    assert question.form is Form.CURRENT
    assert sorted(question.options) == ["150", "168"]
    assert question.options[question.right] == "168"
    assert question.prompt.startswith("Which answer is the current one? How many peacekeepers")


def test_teams_at_one_terminal_play_line_by_line(deck, monkeypatch, capsys):
    typed = "no idea\nAbdoulaye Diop\n\nq\n"
    monkeypatch.setattr("sys.stdin", io.StringIO(typed))
    words = [str(deck), "--plain", "--kind", "who", "--teams", "Red,Blue", "--seed", "1"]
    command.main(words, prog_name="trainer drill", standalone_mode=False)
    told = capsys.readouterr()
    assert "The Sahel · TLP:GREEN" in told.out
    assert "Red, your answer (Enter passes):\n   wrong\nBlue, your answer (Enter passes):\n   right\n" in told.out
    assert told.out.endswith("1. Blue: 50 points, 1 of 1 right\n2. Red: 0 points, 0 of 1 right\n")
    assert re.search(r"what came of it: trainer drill report \S+-the-sahel", told.err)


def played(monkeypatch, capsys, typed: str, *words: object) -> str:
    """What a drill at one terminal tells line by line when this is typed."""
    monkeypatch.setattr("sys.stdin", io.StringIO(typed))
    command.main([*map(str, words), "--plain"], prog_name="trainer drill", standalone_mode=False)
    return capsys.readouterr().out


def test_a_drill_at_one_terminal_that_broke_off_goes_on_there(deck, monkeypatch):
    made, path = new_drill([deck], Wish(), Rules(style=Style.TURNS, seconds=30), 1)
    with closing(DrillLog(path)) as log:
        table = Table(log, graded, lambda: made.at_ms)
        table.seat(["Red", "Blue"])
        table.ask(do.Next())
    gone_on: list[Table] = []
    monkeypatch.setattr("trainer.cli.drill_run.need_terminal", lambda *_: None)
    monkeypatch.setattr("trainer.tui.drill.app.open_table", gone_on.append)
    monkeypatch.setattr("trainer.drill.server.clock.DrillClock.now_ms", lambda _: made.at_ms + 3_600_000)
    asked_to_resume()
    [table] = gone_on
    assert [player.name for player in table.drill.playing] == ["Red", "Blue"]
    assert table.drill.phase is Phase.OPEN
    assert left_ms(table.drill, made.at_ms + 3_600_000) == 30_000


def asked_to_resume() -> None:
    with suppress(SystemExit):
        command.main(["resume"], prog_name="trainer drill", standalone_mode=False)


def test_a_question_that_nobody_buzzes_for_is_shown_and_the_next_one_comes(deck, monkeypatch, capsys):
    words = ("--teams", "Red,Blue", "--buzzer", "--ways", "typed", "-n", "2", "--seed", "1")
    told = played(monkeypatch, capsys, "\n\n\n\n", deck, *words)
    assert told.count("Who knows it? 1 Red, 2 Blue (Enter: nobody)\nA: ") == 2
    assert "2 questions, 30 seconds for each; q ends." in told


def test_an_answer_is_taken_for_right_by_y_and_by_nothing_else(deck, monkeypatch, capsys):
    words = (deck, "--kind", "who", "--teams", "Red", "--seed", "1", "--seconds", "0")
    told = played(monkeypatch, capsys, "Diop the elder\nDiop the elder\nyes\n\n", *words)
    assert told.count("Red 0\n") == 3
    told = played(monkeypatch, capsys, "Diop the elder\ny Diop the elder\n\n", *words)
    assert told.endswith("1. Red: 100 points, 1 of 1 right\n")


def test_an_option_is_chosen_by_its_letter_or_by_its_words(deck, monkeypatch, capsys):
    words = (deck, "--kind", "where", "--teams", "Red", "--seed", "1", "--seconds", "0")
    assert "Red, your answer (Enter passes):\n   right\n" in played(monkeypatch, capsys, "BAMAKO\n\n", *words)
    told = played(monkeypatch, capsys, "E\nb\n\n", *words)
    assert "That is none of the options." in told
    assert told.startswith("The Sahel · TLP:GREEN\n1 question, no clock; q ends.\n")


def test_two_drills_of_one_second_are_two_drills(deck):
    drills = [new_drill([deck], Wish(), Rules(), 1) for _ in range(3)]
    assert len({made.drill for made, _ in drills}) == 3
    assert drill_logs() == [path for _, path in drills]


def test_what_was_missed_counts_as_forgotten_once(deck, tmp_path, capsys):
    made = made_of(deck, 1, kinds=(Kind.WHO,))
    misses = deck_of(list(made.questions), "misses-1", "Missed by Ana", "")
    write_deck(misses, tmp_path / "misses.toml")
    for said in ("1 card taken as forgotten.", "0 cards taken as forgotten; 1 taken before."):
        command.main(
            ["take", str(tmp_path / "misses.toml"), str(deck)], prog_name="trainer drill", standalone_mode=False
        )
        assert capsys.readouterr().out.strip() == said
    collection, _ = Collection.open([deck])
    with collection:
        [review] = [one for one in reviews_in(collection.log, "sahel") if one.card == "cccccccc"]
        assert (review.rating, review.mode) == (Rating.AGAIN, "drill")


def test_misses_of_a_deck_that_is_not_there_are_said_to_be_strange(deck, tmp_path, capsys):
    misses = deck_of(list(made_of(deck, 1).questions), "misses-1", "Missed by Ana", "")
    write_deck(misses, tmp_path / "misses.toml")
    command.main(["take", str(tmp_path / "misses.toml")], prog_name="trainer drill", standalone_mode=False)
    assert "0 cards taken as forgotten; 3 in none of the decks" in capsys.readouterr().out
