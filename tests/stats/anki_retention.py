"""Asks Anki for its true retention; a program of its own.

Reads reviews as JSON on standard input, each its days ago, rating, last interval (days, or seconds below zero) and
whether the card had graduated, and writes young and mature, each passed and failed, over the whole log.
"""

from __future__ import annotations

import json
import sys
import tempfile
import time
from pathlib import Path

from anki.collection import Collection


def main() -> None:
    reviews = json.load(sys.stdin)
    with tempfile.TemporaryDirectory() as folder:
        col = Collection(str(Path(folder, "oracle.anki2")))
        note = col.new_note(col.models.by_name("Basic"))
        note["Front"] = "question"
        col.add_note(note, 1)
        card, now = note.card_ids()[0], int(time.time()) * 1000
        for number, (days_ago, rating, last, graduated) in enumerate(reviews):
            row = (now - days_ago * 86_400_000 + number, card, -1, rating, 1, last, 2500, 5000, int(graduated))
            col.db.execute("insert into revlog values (?, ?, ?, ?, ?, ?, ?, ?, ?)", *row)
        found = col._backend.graphs(search="", days=0).true_retention.all_time
        col.close()
    json.dump([found.young_passed, found.young_failed, found.mature_passed, found.mature_failed], sys.stdout)


if __name__ == "__main__":
    main()
