"""How well names, dates and numbers are found, counted on sentences whose mentions are marked by hand.

`python bench/mentions.py` prints precision, recall and F for each kind; `--misses KIND` lists what differs. A mention
counts as found if its characters are the marked ones (exact) or share one with them (touching). Lengths of time are
marked as dates and read as numbers, so they are counted apart. Part of these sentences trains the names of the
pipeline; dates, numbers and tables learn nothing from them.
"""

from __future__ import annotations

import argparse
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from trainer.language.amounts import length_mentions, share_mentions, vague_mentions
from trainer.language.clocks import clock_spans
from trainer.language.dates import date_mentions
from trainer.language.glyphs import plain
from trainer.language.names import Name, Sort, names, settled
from trainer.language.numbers import number_mentions
from trainer.language.sentences import parse_all

SENTENCES = Path(__file__).parent / "pipeline" / "sentences"
EVERY = 6
"""Every sixth note is kept from the training of the pipeline."""

_MARK = re.compile(r"\{([^{}|]+)\|([A-Z]+)\}")
_POINT = re.compile(
    r"later|earlier|before|after|ago|afterwards?|\bto \d|previous|follow|next|last|same|that\b|half of|of [12]\d"
)
_LENGTH = re.compile(r"\b(?:seconds?|minutes?|hours?|days?|nights?|weeks?|fortnights?|months?|years?|decades?)$")
_LABELS = {
    Sort.PERSON: "PERSON", Sort.STATE: "LOC", Sort.CITY: "LOC", Sort.REGION: "LOC", Sort.PLACE: "LOC",
    Sort.PEOPLE: "NORP", Sort.MISSION: "ORG", Sort.BODY: "ORG", Sort.GROUP: "ORG", Sort.NEWS: "ORG",
}  # fmt: skip
_NAMED = ("PERSON", "ORG", "LOC", "NORP", "MISC")

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Marked:
    """One sentence with its marked mentions."""

    text: str
    """Without the marks, in plain characters."""
    spans: tuple[tuple[int, int, str], ...]
    """First character, one past the last, label."""


def read_marked(path: Path) -> list[list[Marked]]:
    """The notes of a file, each as its sentences; lines that open with `#` are titles."""
    notes = re.split(r"^# .*$", path.read_text(encoding="utf-8"), flags=re.MULTILINE)[1:]
    return [[_marked(line) for line in note.splitlines() if line.strip()] for note in notes]


def _marked(line: str) -> Marked:
    text, spans, at = "", [], 0
    for match in _MARK.finditer(line):
        text += line[at : match.start()]
        spans.append((len(text), len(text) + len(match[1]), _label(match[1], match[2])))
        text, at = text + match[1], match.end()
    return Marked(plain(text + line[at:]), tuple(spans))


def _label(words: str, label: str) -> str:
    """A length of time gets a label of its own."""
    is_length = label == "DATE" and _LENGTH.search(words) and not _POINT.search(words) and not words.startswith("the ")
    return "LENGTH" if is_length else label


@dataclass(slots=True)
class Tally:
    """What was found of one kind."""

    marked: int = 0
    """Mentions in the gold."""
    found: int = 0
    """Mentions that the rules give."""
    exact: int = 0
    """Found with the marked characters."""
    touching: int = 0
    """Marked mentions that some found one touches."""
    stray: int = 0
    """Found ones that touch nothing marked."""

    def row(self, kind: str) -> str:
        """Precision, recall and F over exact characters, then over touching ones."""
        exact = _scores(self.exact, self.exact, self.found, self.marked)
        touching = _scores(self.found - self.stray, self.touching, self.found, self.marked)
        return f"| {kind} | {self.marked} | {exact} | {touching} |"


def _scores(right_found: int, right_marked: int, found: int, marked: int) -> str:
    precision, recall = right_found / max(found, 1), right_marked / max(marked, 1)
    f = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
    return f"{precision:.1%} | {recall:.1%} | {f:.1%}"


def _count(tally: Tally, gold: set[Span], found: set[Span]) -> tuple[set[Span], set[Span]]:
    """Counts one sentence; gives what was missed or cut otherwise, and what was found beside the gold."""
    tally.marked += len(gold)
    tally.found += len(found)
    tally.exact += len(gold & found)
    tally.touching += sum(any(_touch(g, f) for f in found) for g in gold)
    tally.stray += sum(not any(_touch(g, f) for g in gold) for f in found)
    return gold - found, found - gold


def _touch(one: Span, other: Span) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def _numbers(text: str, dates: set[Span]) -> tuple[set[Span], set[Span]]:
    """Counts with their hedges, and lengths of time with hedge and unit; what lies in a date is neither."""
    counts, lengths = set(), set()
    for number in number_mentions(text):
        if any(_touch((number.start, number.end), date) for date in dates):
            continue
        if number.is_length:
            lengths.add((number.hedge_start, number.measure_end))
        else:
            counts.add((number.hedge_start, number.end))
    counts |= {(m.hedge_start, m.end) for m in (*share_mentions(text), *vague_mentions(text))
               if not any(_touch((m.start, m.end), d) for d in dates)}  # fmt: skip
    lengths |= {(m.hedge_start, m.end) for m in length_mentions(text)}
    return counts, {span for span in lengths if not any(_touch(span, date) for date in dates)}


def _sentence(marked: Marked, doc_names: tuple[Name, ...]) -> dict[str, set[Span]]:
    """What the rules and the pipeline find in a sentence, by label."""
    found: dict[str, set[Span]] = {kind: set() for kind in _NAMED}
    for name in doc_names:
        if name.sort is not Sort.UNKNOWN:
            found[_LABELS.get(name.sort, "MISC")].add((name.start, name.end))
    found["NAME"] = {(name.start, name.end) for name in doc_names}
    dates = {(date.start, date.end) for date in date_mentions(marked.text)}
    dates |= set(clock_spans(marked.text))
    inside = found["ORG"] | found["MISC"]
    counts, lengths = _numbers(marked.text, dates)
    free = {span for span in counts if not any(_touch(span, name) for name in inside)}
    return found | {"DATE": dates, "COUNT": free, "LENGTH": lengths}


def _named_sentences(note: list[Marked]) -> Iterator[tuple[Marked, tuple[Name, ...]]]:
    """The sentences of a note, each with its names as the whole note settles them."""
    rows: tuple[tuple[Name, ...], ...] = settled([names(doc) for doc in parse_all(marked.text for marked in note)])
    return zip(note, rows, strict=True)


def measure(notes: list[list[Marked]], shown: str) -> dict[str, Tally]:
    """The tallies over all notes; differences of one kind are printed on the way."""
    tallies = {kind: Tally() for kind in ("DATE", "LENGTH", "COUNT", *_NAMED, "NAME")}
    unsorted = Counter[str]()
    for marked, row in (pair for note in notes for pair in _named_sentences(note)):
        found = _sentence(marked, row)
        for kind, tally in tallies.items():
            gold = {(a, b) for a, b, label in marked.spans if label == kind or (kind == "NAME" and label in _NAMED)}
            missed, beside = _count(tally, gold, found[kind])
            if kind == shown and (missed or beside):
                _show(marked.text, missed, beside)
        known = set().union(*(found[kind] for kind in _NAMED))
        unsorted["UNKNOWN"] += len(found["NAME"] - known)
    print(f"names without a sort: {unsorted['UNKNOWN']} of {tallies['NAME'].found}\n")
    return tallies


def _show(text: str, missed: set[Span], beside: set[Span]) -> None:
    gold = "; ".join(text[a:b] for a, b in sorted(missed))
    found = "; ".join(text[a:b] for a, b in sorted(beside))
    print(f"- marked [{gold}] found [{found}] in: {text}")


def main() -> None:
    """Prints the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("files", nargs="*", type=Path, help="marked sentences (default: all of ours)")
    parser.add_argument("--misses", default="", metavar="KIND", help="list what differs for this kind")
    parser.add_argument("--test", action="store_true", help="only the notes that the pipeline is not trained on")
    options = parser.parse_args()
    notes = [note for file in options.files or sorted(SENTENCES.glob("*.txt")) for note in read_marked(file)]
    tallies = measure(notes[EVERY - 1 :: EVERY] if options.test else notes, options.misses)
    print("| kind | marked | P exact | R exact | F exact | P touching | R touching | F touching |")
    print("|---|--:|--:|--:|--:|--:|--:|--:|")
    for kind, tally in tallies.items():
        print(tally.row(kind))


if __name__ == "__main__":
    main()
