"""A drill's review from its log, and to a file by its ending."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from trainer.decks.files import write_text
from trainer.drill.log import read_drill_log
from trainer.drill.reduce import replay
from trainer.drill.review.as_csv import format_csv
from trainer.drill.review.as_json import format_json
from trainer.drill.review.as_markdown import format_markdown
from trainer.drill.review.as_page import format_page
from trainer.drill.review.findings import Review, review
from trainer.drill.state import Drill
from trainer.errors import Finding, LogRefused, NotSaved, TrainerError
from trainer.text import one_line

FORMATS: dict[str, Callable[[Review], str]] = {
    ".md": format_markdown,
    ".csv": format_csv,
    ".json": format_json,
    ".html": format_page,
}


def read_drill(path: Path) -> Drill:
    """The drill of a log. Raises LogRefused and NotSaved."""
    drill = replay(read_drill_log(path))
    if drill is None:
        raise LogRefused("holds no drill.", where=one_line(str(path)), remedy="Move it away.")
    return drill


def read_review(path: Path, others: list[Path], *, anonymous: bool = False) -> tuple[Review, tuple[Finding, ...]]:
    """The review of a drill beside the others; one of those that cannot be read is a finding."""
    drill = read_drill(path)
    if anonymous:
        drill = replace(drill, made=replace(drill.made, rules=replace(drill.rules, anonymous=True)))
    earlier: list[Drill] = []
    findings: list[Finding] = []
    for other in others:
        if other == path:
            continue
        try:
            earlier.append(read_drill(other))
        except (LogRefused, NotSaved) as error:
            findings.append(Finding(error.where, error.message, error.remedy))
    return review(drill, earlier), tuple(findings)


def write_review(found: Review, path: Path) -> None:
    """Write a review by the file's ending. Raises TrainerError for another ending, NotSaved."""
    write = FORMATS.get(path.suffix.lower())
    if write is None:
        raise TrainerError(
            f"cannot be written: a report ends in {', '.join(FORMATS)}.",
            where=one_line(str(path)),
            remedy="Choose one.",
        )
    write_text(path, write(found))
