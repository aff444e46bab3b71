"""The results page: parts that are written by a run, between marks, and text by hand that every run keeps."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

from scorer.gold import BenchRefused
from trainer.text import one_line


def with_part(page: str, part: str, lines: Sequence[str]) -> str:
    """The page with these lines between the marks of the part, everything else untouched. Raises BenchRefused."""
    begin, end = f"<!-- {part}: written by a run -->", f"<!-- {part}: end -->"
    pattern = re.compile(rf"{re.escape(begin)}\n.*?{re.escape(end)}", re.DOTALL)
    if len(pattern.findall(page)) != 1:
        remedy = f"Put the lines {begin!r} and {end!r} where the part belongs."
        message = f"has no part {part!r} between its marks, or has it twice."
        raise BenchRefused(message, where="RESULTS.md", remedy=remedy)
    return pattern.sub(lambda _: "\n".join([begin, *lines, end]), page)


def write_part(path: Path, part: str, lines: Sequence[str]) -> None:
    """The part of the results page, replaced in its file. Raises BenchRefused."""
    try:
        page = path.read_text(encoding="utf-8")
    except OSError as error:
        message = f"cannot be read: {(error.strerror or 'error').lower()}."
        raise BenchRefused(message, where=one_line(str(path)), remedy="Bring it back from the repository.") from error
    path.write_text(with_part(page, part, lines), encoding="utf-8")
