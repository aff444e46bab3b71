"""A deck that is sent again and again: what was removed is retired, and no id comes twice for two cards."""

from __future__ import annotations

import sys

import pytest
from sending import on

from trainer.anki.package import write_apkg
from trainer.anki.progress import Progress
from trainer.cards import Card
from trainer.cli import main
from trainer.decks import Deck

HEAD = '[deck]\nid = "mali"\ntitle = "Mali"\nmarking = "TLP:GREEN"\n'
LED = '[[cards]]\nid = "led"\nquestion = "Who led the mission?"\nanswer = "Wane"\ntags = ["people"]\n'
LEFT = '[[cards]]\nid = "left"\nquestion = "When did the mission leave?"\nanswer = "2023"\n'
PNG = b"\x89PNG\r\n\x1a\n" + bytes(40)


@pytest.fixture
def export(tmp_path, monkeypatch, capsys):
    """Exports a deck of this text to a package: the package and what was said."""
    monkeypatch.chdir(tmp_path)

    def run(text, name="mali.apkg"):
        (tmp_path / "mali.toml").write_text(text, encoding="utf-8")
        monkeypatch.setattr(sys, "argv", ["trainer", "export", "mali.toml", "-o", name])
        with pytest.raises(SystemExit):
            main()
        return tmp_path / name, capsys.readouterr().err

    return run


def test_a_removed_card_arrives_retired_and_keeps_its_reviews(export, receiver):
    receiver.take(export(HEAD + LED + LEFT)[0])
    receiver.review("led")

    assert receiver.take(export(HEAD + LEFT)[0]) == {"new": 0, "updated": 1, "duplicate": 1, "conflicting": 0}
    retired = receiver.cards["led"]
    assert retired.note()["Status"] == "Retired: no longer asked."
    assert retired.note()["Question"] == "Who led the mission?"
    assert sorted(retired.note().tags) == ["people", "status::retired", "tlp::green"]
    assert retired.reps == 1
    assert receiver.collection.fix_integrity()[1]


def test_a_removed_card_is_retired_once_and_then_left_alone(export, receiver):
    receiver.take(export(HEAD + LED + LEFT)[0])
    receiver.take(export(HEAD + LEFT)[0])
    package, _ = export(HEAD + LEFT + LED.replace("led", "new").replace("Who led", "Who heads"))

    assert receiver.take(package) == {"new": 1, "updated": 0, "duplicate": 2, "conflicting": 0}


def test_a_card_that_is_put_back_is_asked_again(export, receiver):
    receiver.take(export(HEAD + LED + LEFT)[0])
    receiver.take(export(HEAD + LEFT)[0])
    receiver.take(export(HEAD + LED + LEFT)[0])

    assert receiver.cards["led"].note()["Status"] == ""


def test_a_removed_card_s_id_is_never_used_for_another(export, receiver):
    receiver.take(export(HEAD + LED + LEFT)[0])
    export(HEAD + LEFT)
    package, said = export(HEAD + LEFT + LED.replace("Who led the mission?", "Who paid for it?"))
    receiver.take(package)

    assert said.startswith(
        "trainer: mali.toml: the card id 'led' was that of a card that was exported and then removed; it is left out. "
        "Give the new card an id of its own.\n"
    )
    assert receiver.cards["led"].note()["Question"] == "Who led the mission?"


def test_a_card_that_cannot_be_read_is_not_taken_for_a_removed_one(export, receiver):
    receiver.take(export(HEAD + LED + LEFT)[0])
    package, said = export(HEAD + LEFT + LED.replace('answer = "Wane"\n', ""))

    assert "it has no answer" in said
    assert receiver.take(package) == {"new": 0, "updated": 0, "duplicate": 1, "conflicting": 0}


def test_a_card_that_becomes_a_cloze_retires_the_note_that_it_was(export, receiver):
    receiver.take(export(HEAD + LED)[0])
    receiver.take(export(HEAD + LED.replace("Who led the mission?", "[...] led the mission."))[0])
    query = "select n.flds from notes n order by n.mid"
    asked, gapped = [fields.split("\x1f") for (fields,) in receiver.collection.db.all(query)]

    assert (asked[0], asked[10]) == ("Who led the mission?", "Retired: no longer asked.")
    assert (gapped[0], gapped[10]) == ("{{c1::Wane}} led the mission.", "")


def test_a_superseded_card_stays_the_note_that_it_was_and_says_so(export, receiver):
    receiver.take(export(HEAD + LED)[0])
    newer = LED.replace("led", "now").replace("Who now the", "Who leads the")
    package, _ = export(HEAD + LED + 'status = "superseded"\nsuperseded_by = "now"\n' + newer)

    assert receiver.take(package) == {"new": 1, "updated": 1, "duplicate": 0, "conflicting": 0}
    assert receiver.cards["led"].note()["Status"] == "Superseded by: Who leads the mission?"


def test_pictures_go_along_under_a_name_that_follows_from_what_is_in_them(export, receiver, tmp_path):
    (tmp_path / "maps").mkdir()
    (tmp_path / "maps" / "mali.png").write_bytes(PNG)
    receiver.take(export(HEAD + LED + 'picture = "maps/mali.png"\nanswer_picture = "maps/mali.png"\n')[0])
    note = receiver.cards["led"].note()
    [name] = [entry.name for entry in (tmp_path / "receiver.media").iterdir()]

    assert (tmp_path / "receiver.media" / name).read_bytes() == PNG
    assert note["Question"] == f'Who led the mission?<br><img src="{name}">'
    assert note["Answer"] == f'Wane<br><img src="{name}">'
    assert f'<img src="{name}">' in receiver.cards["led"].question()


@pytest.mark.parametrize(
    ("path", "why"),
    [
        ("../secret.png", "its path leads out of the deck's folder"),
        ("/etc/secret.png", "its path leads out of the deck's folder"),
        ("C:/secret.png", "its path leads out of the deck's folder"),
        ("maps/none.png", "there is no such file"),
        ("mali.toml", "it ends in none of .avif, .gif, .jpeg, .jpg, .png, .svg, .webp"),
        ("link.png", "it is a link out of the deck's folder"),
    ],
)
def test_a_picture_that_may_not_go_along_is_named_and_its_card_goes_without(export, receiver, tmp_path, path, why):
    outside = tmp_path.parent / "outside.png"
    outside.write_bytes(PNG)
    (tmp_path / "link.png").symlink_to(outside)
    package, said = export(HEAD + LED + f'picture = "{path}"\n')

    assert said.startswith(f"trainer: mali.toml: the picture '{path}' does not go along: {why}. Mend its path")
    assert receiver.take(package)["new"] == 1
    assert receiver.cards["led"].note()["Question"] == "Who led the mission?"


def test_an_export_that_is_stopped_leaves_the_old_package_and_nothing_half_written(tmp_path):
    (tmp_path / "d.apkg").write_bytes(b"old")
    deck = Deck("d", "D", tuple(Card(f"k{n}", f"Question {n}?", "Yes") for n in range(5_000)))

    def stop(_):
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        write_apkg([(deck, on(1))], tmp_path / "d.apkg", tell=stop)

    assert (tmp_path / "d.apkg").read_bytes() == b"old"
    assert [path.name for path in tmp_path.iterdir()] == ["d.apkg"]


def test_a_long_export_tells_how_far_it_is(tmp_path):
    deck = Deck("d", "D", tuple(Card(f"k{n}", f"Question {n}?", "Yes") for n in range(5_000)))
    told = []
    write_apkg([(deck, on(1))], tmp_path / "d.apkg", tell=told.append)

    assert sum(told) == 5_000
    assert len(told) > 2


def test_two_decks_studied_at_the_same_moment_go_into_one_package(tmp_path, unpacked):
    known = Progress((2, 2, 5, 10, 2500, 1, 0, 0, 0, "{}"), ((1_700_000_000_000, 3, 10, 0, 500, 900, 1),))
    decks = [Deck(name, name, (Card("k", "Q?", "A"),)) for name in ("a", "b")]
    write_apkg([(deck, on(1)) for deck in decks], tmp_path / "d.apkg", known_of=lambda _: {"k": known})
    reviews = unpacked(tmp_path / "d.apkg").execute("select id from revlog order by id").fetchall()

    assert reviews == [(1_700_000_000_000,), (1_700_000_000_001,)]
