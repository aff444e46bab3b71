"""What packages cost beside genanki and Anki's own library: processor seconds, memory, size.

`python bench/packages.py` runs every contestant in a process of its own, in turn, so many rounds, and prints a table:
the median of each, its spread, and the ratio of ours to it. Needs the test extra.
"""

from __future__ import annotations

import argparse
import gc
import json
import os
import platform
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from trainer.decks import Deck

_WORDS = [
    "mandate", "withdrawal", "coalition", "ministry", "sanction", "envoy", "border", "militia", "province", "accord",
    "ceasefire", "election", "parliament", "reserve", "convoy", "embargo", "tribunal", "summit", "pipeline", "garrison",
]  # fmt: skip
Row = tuple[str, str, tuple[str, ...]]


def cards(count: int) -> list[Row]:
    """Question, answer and tags, about 170 characters together, all different and the same each time."""
    found = []
    for i in range(count):
        w = [_WORDS[(i * 7 + k * 13 + i // 20) % 20] for k in range(14)]
        question = f"Question {i}: which {w[0]} {w[1]} preceded the {w[2]} {w[3]} in {1900 + i % 125}?"
        found.append((question, f"The {' '.join(w[4:])} of {1900 + i % 125}, number {i}.", (w[0], f"topic{i % 50}")))
    return found


def write_ours(rows: Sequence[Row], folder: Path) -> tuple[Callable[[], None], Path]:
    """Our package; its cards are made of the rows as our readers make them, as genanki's notes are made of them."""
    import trainer.anki.package  # noqa: F401 - before the clock runs

    return lambda: _export(_deck(rows), folder), folder / "ours.apkg"


def export_ours(rows: Sequence[Row], folder: Path) -> tuple[Callable[[], None], Path]:
    """Our package of a deck that has been read, as Anki's collection holds its notes."""
    import trainer.anki.package  # noqa: F401 - before the clock runs

    deck = _deck(rows)
    return lambda: _export(deck, folder), folder / "ours.apkg"


def _deck(rows: Sequence[Row]) -> Deck:
    from trainer.cards import cards_of
    from trainer.decks import Deck

    columns = {name: [row[at] for row in rows] for at, name in enumerate(("question", "answer", "tags"))}
    ids = [f"k{number:07}" for number in range(len(rows))]
    return Deck("bench", "Bench", cards_of(len(rows), {"id": ids, **columns}))


def _export(deck: Deck, folder: Path) -> None:
    from trainer.anki.ledger import Ledger
    from trainer.anki.package import write_apkg

    write_apkg([(deck, Ledger((), 1_790_000_000, list))], folder / "ours.apkg")


def write_genanki(rows: Sequence[Row], folder: Path) -> tuple[Callable[[], None], Path]:
    """Genanki's package of its basic notes: two fields, no checksum, no digest."""
    import genanki

    def work() -> None:
        deck = genanki.Deck(2059400110, "Bench")
        for question, answer, tags in rows:
            deck.add_note(genanki.Note(model=genanki.BASIC_MODEL, fields=[question, answer], tags=list(tags)))
        genanki.Package(deck).write_to_file(str(folder / "genanki.apkg"))

    return work, folder / "genanki.apkg"


def write_genanki_alike(rows: Sequence[Row], folder: Path) -> tuple[Callable[[], None], Path]:
    """Genanki's package of notes with the fields that ours have."""
    import genanki

    from trainer.anki.notetypes import Family, notetype

    ours = notetype(Family.QUESTION)
    fields = [{"name": field["name"], "id": field["id"]} for field in ours["flds"]]
    templates = [{"name": "Card", "qfmt": ours["tmpls"][0]["qfmt"], "afmt": ours["tmpls"][0]["afmt"]}]

    def work() -> None:
        model = genanki.Model(ours["id"], "Alike", fields=fields, templates=templates, css=ours["css"])
        deck = genanki.Deck(2059400110, "Bench")
        for i, (question, answer, tags) in enumerate(rows):
            rest = [""] * 9 + [f"k{i:07}", "bench", "Bench", "", "", ""]
            deck.add_note(genanki.Note(model=model, fields=[question, answer, *rest], tags=list(tags)))
        genanki.Package(deck).write_to_file(str(folder / "alike.apkg"))

    return work, folder / "alike.apkg"


def export_anki(_: Sequence[Row], folder: Path) -> tuple[Callable[[], None], Path]:
    """Anki's own export, in the old form and without progress, of a collection that holds the notes."""
    from anki.collection import ExportAnkiPackageOptions

    collection = _collection(folder)
    _import(collection, folder / "genanki.apkg")
    options = ExportAnkiPackageOptions(with_scheduling=False, with_media=False, legacy=True, with_deck_configs=False)
    out = folder / "anki.apkg"
    return lambda: collection.export_anki_package(out_path=str(out), options=options, limit=None), out


def read_ours(_: Sequence[Row], folder: Path) -> tuple[Callable[[], None], Path]:
    """Our import of a package into a deck file."""
    from trainer.anki.arrival import arrivals, carry_out
    from trainer.anki.imported import read_import

    source, target = folder / "genanki.apkg", folder / "ours.toml"

    def work() -> None:
        imported = read_import(source)
        [arrival] = arrivals(imported, target, folder, ())
        carry_out(arrival, imported, source, update=False)

    return work, target


def read_anki(_: Sequence[Row], folder: Path) -> tuple[Callable[[], None], Path]:
    """Anki's import of the same package into an empty collection."""
    collection = _collection(folder)
    return lambda: _import(collection, folder / "genanki.apkg"), Path(collection.path)


CONTESTANTS: dict[str, tuple[str, str, Callable[..., tuple[Callable[[], None], Path]]]] = {
    "write ours": ("write", "ours", write_ours),
    "write genanki": ("write", "genanki, basic notes", write_genanki),
    "write genanki alike": ("write", "genanki, notes with our fields", write_genanki_alike),
    "export ours": ("export", "ours", export_ours),
    "export anki": ("export", "Anki's export", export_anki),
    "read ours": ("read", "ours", read_ours),
    "read anki": ("read", "Anki's import", read_anki),
}


def _collection(folder: Path) -> Any:
    from anki.collection import Collection

    return Collection(str(Path(tempfile.mkdtemp(dir=folder)) / "bench.anki2"))


def _import(collection: Any, package: Path) -> None:
    from anki.collection import ImportAnkiPackageOptions, ImportAnkiPackageRequest

    request = ImportAnkiPackageRequest(package_path=str(package), options=ImportAnkiPackageOptions())
    collection.import_anki_package(request)


def _peak_mb() -> float:
    """The most memory of this process and of the largest of its children, in MiB."""
    scale = 1024 if sys.platform != "darwin" else 1024 * 1024
    return sum(resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)) / scale


def _used() -> float:
    """Processor seconds of this process and of its children that have ended."""
    times = os.times()
    return times.user + times.system + times.children_user + times.children_system


def run_one(name: str, count: int, folder: Path) -> dict[str, float]:
    """Measure one contestant in this process."""
    rows = [] if name.startswith("read") else cards(count)
    work, result = CONTESTANTS[name][2](rows, folder)
    gc.collect()  # whether garbage is searched among what was there before is chance, and nobody's doing
    before_mb, before, begun = _peak_mb(), _used(), time.perf_counter()
    work()
    used, elapsed = _used() - before, time.perf_counter() - begun
    after_mb = _peak_mb()
    return {"cpu_s": used, "wall_s": elapsed, "peak_mb": after_mb, "more_mb": after_mb - before_mb,
            "size_mb": result.stat().st_size / 1e6}  # fmt: skip


def run_all(count: int, rounds: int) -> dict[str, list[dict[str, float]]]:
    """Measure all contestants in turn, each in a process of its own."""
    found: dict[str, list[dict[str, float]]] = {name: [] for name in CONTESTANTS}
    with tempfile.TemporaryDirectory() as folder:
        _measured("write genanki", count, folder)
        for _ in range(rounds):
            for name in CONTESTANTS:
                (Path(folder) / "ours.toml").unlink(missing_ok=True)
                found[name].append(_measured(name, count, folder))
    return found


def _measured(name: str, count: int, folder: str) -> dict[str, float]:
    command = [sys.executable, __file__, "--one", name, "--notes", str(count), "--folder", folder]
    said: dict[str, float] = json.loads(subprocess.run(command, capture_output=True, check=True, text=True).stdout)  # noqa: S603
    return said


def table(found: dict[str, list[dict[str, float]]]) -> list[str]:
    """The figures as a Markdown table; ratios are ours to theirs."""
    lines = ["| task | who | CPU s, median | spread | ours to it | size MB | peak MB | added MB |",
             "|---|---|--:|---|--:|--:|--:|--:|"]  # fmt: skip
    for name, (task, who, _) in CONTESTANTS.items():
        seconds = sorted(run["cpu_s"] for run in found[name])
        ours = statistics.median(run["cpu_s"] for run in found[f"{task} ours"])
        middle = statistics.median(seconds)
        sizes = [statistics.median(run[key] for run in found[name]) for key in ("size_mb", "peak_mb", "more_mb")]
        lines.append(
            f"| {task} | {who} | {middle:.2f} | {seconds[0]:.2f} to {seconds[-1]:.2f} | {ours / middle:.2f} | "
            f"{sizes[0]:.1f} | {sizes[1]:.0f} | {sizes[2]:.0f} |"
        )
    return lines


def main() -> None:
    """Run the command."""
    parser = argparse.ArgumentParser(description="Measure packages beside genanki and Anki.")
    parser.add_argument("--notes", type=int, default=100_000)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--one", choices=CONTESTANTS, help=argparse.SUPPRESS)
    parser.add_argument("--folder", type=Path, help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.one:
        print(json.dumps(run_one(given.one, given.notes, given.folder)))
        return
    cores, python = os.cpu_count(), platform.python_version()
    print(f"{datetime.now(tz=UTC).date()}, {platform.machine()}, {cores} cores, Python {python}, "
          f"{given.notes:,} notes, {given.rounds} rounds\n")  # fmt: skip
    print("\n".join(table(run_all(given.notes, given.rounds))))


if __name__ == "__main__":
    main()
