"""A home with something of every kind in it, and what of it must never be lost."""

from __future__ import annotations

import datetime as dt
import hashlib
import os
from pathlib import Path

from samples import Clock, write_deck

from trainer.collection import Collection
from trainer.drill.events import Made
from trainer.drill.log import DrillLog
from trainer.drill.rules import Rules
from trainer.reviews import Rating
from trainer.reviews.copies import look_at_log

NOW = dt.datetime(2026, 2, 16, 12, 0, 5, tzinfo=dt.UTC)
PNG = b"\x89PNG\r\n\x1a\n" + bytes(64)


def study(home: Path, *decks: Path, cards: int = 2) -> None:
    """Rate some cards of the home's decks and of these."""
    paths = [*sorted((home / "decks").glob("*.toml")), *decks]
    with Collection.open(paths, Clock())[0] as collection:
        session = collection.start()
        for _ in range(cards):
            session = collection.rate(session, Rating.GOOD)


def furnish(home: Path, elsewhere: Path) -> None:
    """Decks with pictures here and there, progress, settings, an approval's log and a drill's."""
    (home / "decks" / "media").mkdir(parents=True)
    write_deck(home / "decks" / "capitals.toml", 6)
    with (home / "decks" / "capitals.toml").open("a") as deck:
        deck.write('[[cards]]\nid = "map"\nquestion = "What is shown?"\nanswer = "Bamako"\npicture = "media/map.png"\n')
    (home / "decks" / "media" / "map.png").write_bytes(PNG)
    elsewhere.mkdir()
    write_deck(elsewhere / "rivers.toml", 3, "rivers")
    with (elsewhere / "rivers.toml").open("a") as deck:
        deck.write('[[cards]]\nid = "pic"\nquestion = "What is this?"\nanswer = "The Niger"\npicture = "niger.png"\n')
    (elsewhere / "niger.png").write_bytes(PNG + b"niger")
    (elsewhere / "private.txt").write_text("not part of any deck")
    (home / "settings.toml").write_text("learn_ahead_minutes = 30\n")
    (home / "approvals").mkdir()
    (home / "approvals" / "mali-0123456789abcdef.jsonl").write_bytes(b'{"at":1,"do":"save"}\n')
    (home / "drills").mkdir()
    log = DrillLog(home / "drills" / "20260216-mali.db", make=True)
    log.add([Made(1_800_000_000_000, "d1", "A drill", "AB2CDE", "a-long-key-of-22-chars", 7, Rules(), ())])
    log.close()
    study(home, elsewhere / "rivers.toml", cards=3)


def contents(home: Path) -> dict[str, str]:
    """What each of a person's files holds: of the review log what it comes to, of a drill its rows, else the digest."""
    found = {}
    for place, folders, names in os.walk(home):
        folders[:] = [name for name in folders if name != "backups" and not name.startswith((".", "damaged-"))]
        for name in names:
            path = Path(place, name)
            if name.endswith(("-wal", "-shm")):
                continue
            if name == "reviews.db":
                facts, faults = look_at_log(path)
                found[name] = str(faults or facts)
            elif name.endswith(".db"):
                log = DrillLog(path)
                found[f"drills/{name}"] = str(log.events())
                log.close()
            else:
                found[path.relative_to(home).as_posix()] = hashlib.sha256(path.read_bytes()).hexdigest()
    return found
