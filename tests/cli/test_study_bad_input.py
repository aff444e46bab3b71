"""What a user sees when something about studying is wrong: one line, exit 1, no traceback, nothing lost."""

from __future__ import annotations

import os
import subprocess
import sys

import apsw
import pytest
from samples import write_deck

from trainer.reviews.store import VERSION


@pytest.fixture
def deck(tmp_path):
    return write_deck(tmp_path / "deck.toml", cards=3)


def trainer(*arguments, typed: str = "", **environ: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "trainer", *map(str, arguments)],
        input=typed,
        capture_output=True,
        check=False,
        encoding="utf-8",
        env={**os.environ, **environ},
        timeout=60,
    )


def complaint(done: subprocess.CompletedProcess[str]) -> str:
    """The one line on standard error of a command that gave up."""
    assert done.returncode == 1, done
    [line] = done.stderr.splitlines()
    assert line.startswith("trainer: ")
    return line.removeprefix("trainer: ")


def test_a_deck_that_is_not_there(tmp_path):
    line = complaint(trainer("study", "--plain", tmp_path / "none.toml"))
    assert line.startswith(f"{tmp_path}/none.toml: ")
    assert not (tmp_path / "none.toml").exists()


@pytest.mark.parametrize(
    "content",
    [b"format = 99\n[deck]\nid = 'x'\ntitle = 'X'\n", b"\xff\xfe\x00", b"[deck\n", b"", b"PK\x03\x04\x00\x00"],
    ids=["another format", "not UTF-8", "a syntax error", "empty", "a zip"],
)
@pytest.mark.parametrize("command", [("study", "--plain"), ("stats", "--json")], ids=["study", "stats"])
def test_a_file_that_is_no_deck(tmp_path, content, command):
    path = tmp_path / "deck.toml"
    path.write_bytes(content)
    assert str(path) in complaint(trainer(*command, path))
    assert path.read_bytes() == content


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("day_starts_at = 25\n", "day_starts_at: "),
        ("[scheduling]\ndesired_retention = 'high'\n", "scheduling.desired_retention: "),
        ("theme_ = 'x'\n", "theme_: is not a setting."),
        ("[scheduling\n", "cannot be read: "),
        ("[decks.capitals]\nlearning_steps = ['soon']\n", "decks.capitals.learning_steps.0: "),
    ],
)
def test_settings_that_cannot_be_used(home, deck, text, said):
    (home / "settings.toml").write_text(text)
    line = complaint(trainer("study", "--plain", deck, typed="\n3\n"))
    assert line.startswith(f"{home}/settings.toml: {said}")
    assert (home / "settings.toml").read_text() == text
    assert not (home / "reviews.db").exists()


@pytest.mark.parametrize("command", [("study", "--plain"), ("due", "--json"), ("stats",)], ids=" ".join)
def test_a_log_of_a_newer_version(home, deck, command):
    assert trainer("study", "--plain", deck, typed="\n3\nq\n").returncode == 0
    db = apsw.Connection(str(home / "reviews.db"))
    db.pragma("user_version", VERSION + 1)
    db.close()
    before = (home / "reviews.db").read_bytes()
    line = complaint(trainer(*command, deck, typed="\n3\n"))
    assert line == (
        f"{home}/reviews.db: was written by a newer trainer (log version {VERSION + 1}; this one knows {VERSION}). "
        "Update trainer; nothing was changed."
    )
    assert (home / "reviews.db").read_bytes() == before


def test_a_log_that_is_damaged(home, deck):
    (home / "reviews.db").write_bytes(b"not a database, really\n" * 400)
    assert "is damaged or not a review log. Put a backup in its place" in complaint(trainer("study", "--plain", deck))
    assert (home / "reviews.db").read_bytes() == b"not a database, really\n" * 400


def test_a_home_that_is_a_file(tmp_path, deck):
    (tmp_path / "home").write_text("a file")
    line = complaint(trainer("study", "--plain", deck, TRAINER_HOME=str(tmp_path / "home")))
    assert line.startswith(f"{tmp_path}/home/reviews.db: could not be opened: a file is in the folder's place; ")
    assert "TRAINER_HOME" in line
    assert (tmp_path / "home").read_text() == "a file"


@pytest.mark.parametrize("home", ["/proc/none", "x" * 300, "~nobody-of-this-name/" + "y" * 300])
def test_a_home_that_cannot_be(deck, home, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert complaint(trainer("study", "--plain", deck, TRAINER_HOME=home)).startswith(f"{home}/")
    assert "Traceback" not in trainer("check", TRAINER_HOME=home).stderr


def test_a_disk_that_is_full_in_the_middle_of_a_session_says_so_and_keeps_what_was_rated(home, deck):
    full = (
        "import resource, sys; from trainer.cli import main; from trainer.reviews.log import Log\n"
        "made = Log.__init__\n"
        "def limited(self, path):\n"
        "    made(self, path); resource.setrlimit(resource.RLIMIT_FSIZE, (60_000, 60_000))\n"
        "Log.__init__ = limited; main()"
    )
    done = subprocess.run(
        [sys.executable, "-c", full, "study", "--plain", str(deck)],
        input="\n4\n" * 3,
        capture_output=True,
        check=False,
        encoding="utf-8",
        timeout=60,
    )
    assert "could not be saved" in complaint(done)
    asked = done.stdout.count("\nQ: ")
    after = trainer("stats", deck, "--json")
    assert f'"reviews": {asked - 1}' in after.stdout
    assert 1 <= asked <= 3


def test_a_command_that_is_not_there_is_wrong_usage():
    done = trainer("quiz")
    assert done.returncode == 2
    assert "No such command 'quiz'" in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("typed", ["", "\n", "q\n", "\nq\n", "\n5\nx\n\n\x00\n", "u\nu\n"])
def test_input_that_ends_or_makes_no_sense_ends_the_session_without_a_review(deck, typed):
    done = trainer("study", "--plain", deck, typed=typed)
    assert (done.returncode, done.stderr) == (0, "")
    assert '"reviews": 0' in trainer("stats", deck, "--json").stdout


def test_a_card_without_an_answer_is_told_and_the_good_ones_are_studied(tmp_path, deck):
    deck.write_text(deck.read_text() + '[[cards]]\nid = "bad"\nquestion = "Why?"\n')
    done = trainer("study", "--plain", deck, typed="\n4\nq\n")
    assert done.returncode == 1
    [line] = done.stderr.splitlines()
    assert line.startswith(f"trainer: {deck}")
    assert '"reviews": 1,' in trainer("stats", deck, "--json").stdout


@pytest.mark.skipif(sys.platform == "win32", reason="a POSIX shell closes the streams")
@pytest.mark.parametrize(
    ("command", "streams"),
    [("study --plain", "<&-"), ("study", "<&-"), ("", "<&-"), ("study --plain", ">&-"), ("due", ">/dev/full")],
)
def test_standard_streams_that_cannot_be_used_are_no_traceback(deck, command, streams):
    words = f"{sys.executable} -m trainer {command} {deck if command else ''} {streams}"
    done = subprocess.run(["sh", "-c", words], capture_output=True, check=False, encoding="utf-8", timeout=60)
    assert "Traceback" not in done.stderr
    assert "Exception ignored" not in done.stderr
