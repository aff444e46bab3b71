"""`trainer export` as a user meets it."""

from __future__ import annotations

import errno
import os

import pytest

GOOD = """\
format = 1
[deck]
id = "mali"
title = "Mali"
marking = "TLP:GREEN"
[[cards]]
id = "k1"
question = "Who led the mission?"
answer = "Wane"
"""
BAD_CARD = GOOD + '[[cards]]\nid = "k2"\nquestion = "No answer?"\n'
RED_CARD = GOOD + '[[cards]]\nid = "k2"\nquestion = "Q?"\nanswer = "A"\nmarking = "TLP:RED"\n'


@pytest.fixture
def deck(tmp_path):
    """Writes a deck file."""

    def write(text, name="mali.toml"):
        (tmp_path / name).write_text(text, encoding="utf-8")
        return name

    return write


@pytest.mark.parametrize("ending", [".apkg", ".txt", ".csv", ".md", ".json", ".APKG"])
def test_the_ending_says_how(trainer, deck, tmp_path, ending):
    assert trainer("export", deck(GOOD), "-o", f"mali{ending}") == (0, "", f"wrote 1 card to mali{ending}\n")
    assert (tmp_path / f"mali{ending}").stat().st_size > 0


def test_an_unknown_ending_is_one_line_that_names_those_we_know(trainer, deck, tmp_path):
    assert trainer("export", deck(GOOD), "-o", "mali.pdf") == (
        1,
        "",
        "trainer: mali.pdf: decks cannot be exported to this ending. Use .apkg, .txt, .csv, .md, .json.\n",
    )
    assert [path.name for path in tmp_path.iterdir()] == ["mali.toml"]


def test_a_missing_folder_is_one_line(trainer, deck):
    assert trainer("export", deck(GOOD), "-o", "nowhere/mali.csv") == (
        1,
        "",
        "trainer: nowhere/mali.csv: could not be written: its folder does not exist. Make the folder first.\n",
    )


def test_a_bad_card_is_named_and_the_good_ones_leave(trainer, deck, tmp_path):
    code, _, err = trainer("export", deck(BAD_CARD), "-o", "mali.csv")

    assert code == 1
    assert err.splitlines() == [
        "trainer: mali.toml, line 10: this card is left out: it has no answer. Mend it here.",
        "wrote 1 card to mali.csv",
    ]
    assert "Wane" in (tmp_path / "mali.csv").read_text(encoding="utf-8")


@pytest.mark.parametrize("ending", [".apkg", ".csv"])
def test_a_deck_of_which_no_card_can_be_read_does_not_overwrite_an_earlier_export(trainer, deck, tmp_path, ending):
    trainer("export", deck(GOOD), "-o", f"mali{ending}")
    before = (tmp_path / f"mali{ending}").read_bytes()
    deck(GOOD.replace('answer = "Wane"', "answer = Wane"))

    code, _, err = trainer("export", "mali.toml", "-o", f"mali{ending}")
    assert code == 1
    assert err.splitlines()[-1] == "trainer: mali.toml: no card can be read; nothing was written. Mend it first."
    assert (tmp_path / f"mali{ending}").read_bytes() == before


def test_a_refused_deck_writes_nothing(trainer, deck, tmp_path):
    code, out, err = trainer("export", deck(GOOD), deck("format = 2\n", "new.toml"), "-o", "both.csv")

    assert (code, out, len(err.splitlines())) == (1, "", 1)
    assert "this version reads format 1" in err
    assert not (tmp_path / "both.csv").exists()


@pytest.mark.parametrize("ending", [".apkg", ".txt", ".csv", ".md", ".json"])
def test_red_does_not_leave(trainer, deck, tmp_path, ending):
    code, out, err = trainer("export", deck(RED_CARD), "-o", f"mali{ending}")

    assert (code, out) == (1, "")
    assert err == (
        "trainer: mali.toml: holds TLP:RED, which may not leave. "
        "Take the red cards out, or give --allow-red: that goes on record.\n"
    )
    assert not (tmp_path / f"mali{ending}").exists()


def test_red_leaves_by_an_override_and_the_log_keeps_it(trainer, deck, tmp_path, overrides):
    code, _, err = trainer("export", deck(RED_CARD), "-o", "mali.csv", "--allow-red")

    assert (code, err) == (0, "wrote 2 cards to mali.csv\n")
    assert overrides == [("export", {"decks": {"mali": "TLP:RED"}, "file": "mali.csv"})]
    assert '"TLP:RED"' in (tmp_path / "mali.csv").read_text(encoding="utf-8")


def test_nothing_goes_on_record_without_need(trainer, deck, overrides):
    trainer("export", deck(GOOD), "-o", "mali.apkg", "--allow-red")

    assert overrides == []


@pytest.fixture
def overrides(monkeypatch):
    """What was put on record, in order."""
    from trainer.collection import Collection

    kept = []
    monkeypatch.setattr(Collection, "log_override", lambda self, topic, body: kept.append((topic, body)))
    return kept


def test_an_export_that_is_repeated_gives_the_same_bytes(trainer, deck, tmp_path):
    trainer("export", deck(GOOD), "-o", "one.apkg")
    trainer("export", deck(GOOD), "-o", "two.apkg")

    assert (tmp_path / "one.apkg").read_bytes() == (tmp_path / "two.apkg").read_bytes()


def test_an_edit_moves_the_time_of_its_own_card_alone(trainer, deck, tmp_path, unpacked):
    second = '[[cards]]\nid = "k2"\nquestion = "When?"\nanswer = "2023"\n'
    trainer("export", deck(GOOD + second), "-o", "mali.apkg")
    times = "select mod from notes order by sfld"
    before = unpacked(tmp_path / "mali.apkg").execute(times).fetchall()
    trainer("export", deck(GOOD + second.replace("2023", "2024")), "-o", "mali.apkg")
    after = unpacked(tmp_path / "mali.apkg").execute(times).fetchall()

    assert after[0] > before[0]
    assert after[1] == before[1]


def test_a_full_disk_is_one_line_and_the_old_file_stands(trainer, deck, tmp_path, monkeypatch):
    (tmp_path / "mali.csv").write_text("old", encoding="utf-8")
    name = deck(GOOD)

    def full(_):
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(os, "fsync", full)
    code, out, err = trainer("export", name, "-o", "mali.csv")

    assert (code, out) == (1, "")
    assert err == (
        "trainer: mali.csv: could not be written: no space left on device; nothing was changed. "
        "Free some space, or choose a folder that you may write to.\n"
    )
    assert (tmp_path / "mali.csv").read_text(encoding="utf-8") == "old"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["mali.csv", "mali.toml"]


def test_two_decks_with_one_id_are_refused(trainer, deck):
    code, _, err = trainer("export", deck(GOOD), deck(GOOD.replace('"mali"', '"MALI"'), "copy.toml"), "-o", "both.apkg")

    assert code == 1
    assert err.startswith("trainer: copy.toml: has the deck id of mali.toml.")


def test_texts_need_no_review_log(trainer, deck, home):
    (home / "reviews.db").write_bytes(b"not a database at all")

    assert trainer("export", deck(GOOD), "-o", "mali.md")[0] == 0


def test_without_a_file_to_write_it_is_wrong_usage(trainer, deck):
    assert trainer("export", deck(GOOD))[0] == 2


def test_a_brief_or_the_deck_itself_is_never_overwritten(trainer, deck, tmp_path):
    (tmp_path / "brief.md").write_text("the brief", encoding="utf-8")
    name = deck(GOOD.replace("[[cards]]", '[[briefs]]\nid = "b"\nfile = "brief.md"\n[[cards]]'))
    code, out, err = trainer("export", name, "-o", "brief.md")

    assert (code, out) == (1, "")
    assert "or a brief that its cards come from; it is not overwritten. Choose another name." in err
    assert (tmp_path / "brief.md").read_text(encoding="utf-8") == "the brief"


NAME_IT = "Name the file .apkg, or leave --with-progress out."


def test_progress_goes_along_in_packages_alone(trainer, deck, tmp_path):
    assert trainer("export", deck(GOOD), "-o", "mali.csv", "--with-progress") == (
        1,
        "",
        f"trainer: mali.csv: progress goes along in packages alone. {NAME_IT}\n",
    )
    assert not (tmp_path / "mali.csv").exists()
