"""A card's picture: named where it belongs, opened by a key in the system's viewer, never from outside the folder."""

from __future__ import annotations

import os
import stat
import sys

import pytest
from screen import press, running
from shelf import deck_of

from trainer.cards import Card
from trainer.collection import pictures
from trainer.decks import Cover
from trainer.decks.pictures import trouble_with
from trainer.errors import TrainerError

BOTH = deck_of(
    Card("c1", "Which river is this?", "the Niger", picture="media/river.png", answer_picture="media/map.png"),
    Card("c2", "Which capital?", "Niamey"),
)


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "media").mkdir()
    for name in ("river.png", "map.png"):
        (tmp_path / "media" / name).write_bytes(b"\x89PNG")
    return tmp_path


@pytest.fixture
def shown(monkeypatch):
    seen = []
    monkeypatch.setattr(pictures, "in_viewer", seen.append)
    return seen


async def test_a_picture_is_named_with_its_question_and_opened_by_a_key(filed, folder, shown):
    collection = filed(BOTH)
    async with running(collection, collection.decks) as pilot:
        seen = await press(pilot, "question_mark", "escape")
        assert "▣ river.png · p opens it" in seen
        assert "map.png" not in seen
        assert "river.png is open in the system's viewer." in await press(pilot, "p")
        assert shown == [folder / "media" / "river.png"]
        await press(pilot, "P")
        assert len(shown) == 1
        seen = await press(pilot, "space")
        assert "▣ map.png · P opens it" in seen
        await press(pilot, "P")
        assert shown[1:] == [folder / "media" / "map.png"]
        assert "Open the question's picture" in " ".join((await press(pilot, "question_mark")).split())


async def test_where_letters_are_typed_the_way_to_the_picture_is_told(filed, folder, shown):
    collection = filed(BOTH)
    async with running(collection, collection.decks) as pilot:
        assert "▣ river.png · esc, then p opens it" in await press(pilot, "m")
        await press(pilot, "p")
        assert not shown
        await press(pilot, "escape", "p")
        assert len(shown) == 1


async def test_a_card_without_a_picture_says_nothing_of_one(filed, shown):
    collection = filed(deck_of(Card("c2", "Which capital?", "Niamey")))
    async with running(collection, collection.decks) as pilot:
        assert "▣" not in await press(pilot, "p", "space", "p", "P")
        assert not shown


@pytest.mark.parametrize(
    ("path", "why"),
    [
        ("../secret.png", "its path leads out of the deck's folder"),
        ("/etc/passwd", "its path leads out of the deck's folder"),
        ("C:/secret.png", "its path leads out of the deck's folder"),
        ("media\\river.png", "its path leads out of the deck's folder"),
        ("media/run.sh", "it ends in none of .avif, .gif"),
        ("media/none.png", "there is no such file"),
        ("media/link.png", "it is a link out of the deck's folder"),
    ],
)
async def test_what_is_no_picture_of_the_deck_is_not_opened_and_the_screen_says_why(filed, folder, shown, path, why):
    (folder.parent / "secret.png").write_bytes(b"\x89PNG")
    (folder / "media" / "run.sh").write_text("#!/bin/sh\n")
    if path.endswith("link.png"):
        try:
            (folder / "media" / "link.png").symlink_to(folder.parent / "secret.png")
        except OSError:
            pytest.skip("no links here")
    assert why in trouble_with(folder, path)
    collection = filed(deck_of(Card("c1", "Which river is this?", "the Niger", picture=path)))
    async with running(collection, collection.decks, size=(200, 50)) as pilot:
        seen = await press(pilot, "p")
        assert f"is not opened: {why}" in seen
        assert "Which river" in seen
        assert not shown


@pytest.mark.skipif(sys.platform != "linux", reason="xdg-open is Linux's")
@pytest.mark.parametrize(
    ("script", "display", "told"),
    [
        ('echo "$1" > "$PWD/opened"; exit 0', ":0", ""),
        ("exit 4", ":0", "The system has no viewer for this picture. It is "),
        ("exit 0", "", "There is no display here to show a picture. It is "),
        (None, ":0", "There is no xdg-open here to show a picture. It is "),
    ],
)
def test_the_viewer_is_a_process_of_its_own_and_a_missing_one_is_told(folder, monkeypatch, script, display, told):
    monkeypatch.chdir(folder)
    monkeypatch.setenv("PATH", f"{folder}{os.pathsep}/bin" if script else str(folder))
    monkeypatch.setenv("DISPLAY", display)
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    if script:
        viewer = folder / "xdg-open"
        viewer.write_text(f"#!/bin/sh\n{script}\n")
        viewer.chmod(viewer.stat().st_mode | stat.S_IXUSR)
    cover = Cover("d", "A deck", path=folder / "d.toml")
    if told:
        with pytest.raises(TrainerError) as refused:
            pictures.open_picture(cover, "media/river.png")
        assert str(refused.value) == f"{told}{folder / 'media' / 'river.png'}"
    else:
        assert pictures.open_picture(cover, "media/river.png") == "river.png is open in the system's viewer."
        assert (folder / "opened").read_text().strip() == str(folder / "media" / "river.png")
