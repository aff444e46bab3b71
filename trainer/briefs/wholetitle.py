"""The title whole: with the state or the series that it belongs to, or the line that it only explains."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from trainer.briefs.candidates import Candidate, is_name_alone, worth
from trainer.briefs.fields import is_field
from trainer.briefs.head import Head
from trainer.briefs.headcells import LABELLED, Kind
from trainer.values.known_names import is_state, names_place

_PARTS = re.compile(r"\s+[·—–|/-]\s+")
_QUOTED = re.compile(r"[\"“‘'].*[\"”’']")
"""A title in somebody's words, of which the line below tells what they are about."""
_ABOUT = frozenset({"after", "for", "in", "on"})
"""Words of a title that tells more than a place."""
_FEWEST = 3
_TITLE_WORDS = 6
"""Words of a title that needs no other line to say what the text is about."""


def whole(
    best: Candidate, found: Sequence[Candidate], head: Head, said: Counter[str], besides: Sequence[Candidate]
) -> str:
    """The best candidate with what belongs to it; `besides` are the lines that only name or praise a house."""
    if best.kind is Kind.SERIES:
        return _of_series(best, found, head, said)
    if beside := _series_beside(best, found):
        return f"{best.text} - {beside.text}"
    title = _with_explained(best, found, head, said, besides)
    if _QUOTED.fullmatch(title) and (below := next((each for each in found if each.cell.line == best.end + 1), None)):
        title = f"{title}: {below.text}"
    state = "" if names_place(title) else _kicker(best, head)
    return f"{state}: {title}" if state else title


def _with_explained(
    best: Candidate, found: Sequence[Candidate], head: Head, said: Counter[str], besides: Sequence[Candidate]
) -> str:
    """The best candidate, the line that it explains before it; or that line alone, if it says enough."""
    above = _explained(best, found, head)
    if above is None or (above in besides and len(above.text.split()) < _FEWEST):
        return best.text
    is_placed = names_place(above.text) and not names_place(best.text)
    if " " not in above.text and not is_placed and (names_place(above.text) or not worth(above.text, said)):
        return best.text
    is_enough = 2 * worth(above.text, said) >= worth(best.text, said) or len(above.text.split()) >= _TITLE_WORDS
    return above.text if is_enough else f"{above.text}: {best.text}"


def _of_series(best: Candidate, found: Sequence[Candidate], head: Head, said: Counter[str]) -> str:
    """A series with its number, and before it the matter that another line names."""
    open_ = [each for each in found if each.kind in {Kind.TITLE, Kind.NAMES} and each.cell.level < 2]
    named = [each for each in open_ if worth(each.text, said) or each.cell.line == best.cell.line]
    kicker = max(named, key=lambda each: worth(each.text, said), default=None)
    number = next((cell.text for cell in head.cells if cell.kind is Kind.NUMBER and cell.line == best.end + 1), "")
    series = f"{best.text} {number}".strip()
    return f"{kicker.text} - {series}" if kicker else series


def _kicker(best: Candidate, head: Head) -> str:
    """The state that opens a line above the title: `PAKISTAN`, or `MARKET WATCH · SOUTH SUDAN`; none of a letter."""
    if any(cell.kind is Kind.GREETING for cell in head.cells):
        return ""
    above = [cell.text for cell in head.cells if cell.line < best.cell.line and not cell.column]
    parts = [part.strip() for text in above for part in _PARTS.split(text)]
    return next((part for part in reversed(parts) if is_state(part)), "")


def _series_beside(best: Candidate, found: Sequence[Candidate]) -> Candidate | None:
    """The series that stands beside a bare name on its line, or right below it."""
    if not is_name_alone(best.text) or len(best.text.split()) > _FEWEST or best.kind in LABELLED:
        return None
    lines = {best.end, best.end + 1}
    place = found.index(best)
    beside = (
        found[max(place - 1, 0) : place + 2] if names_place(best.text) and _ABOUT.isdisjoint(best.text.split()) else ()
    )
    near = [each for each in found if each in beside or each.cell.line in lines]
    return next((each for each in near if each.kind is Kind.SERIES), None)


def _explained(best: Candidate, found: Sequence[Candidate], head: Head) -> Candidate | None:
    """The line right above the best one that can be the title which it explains; not the first of the head."""
    place = found.index(best)
    above = found[place - 1] if place > 1 and best.kind is Kind.TITLE else None
    if above is None or above.kind not in {Kind.TITLE, Kind.NAMES} or above.cell.column or best.cell.column:
        return None
    between = any(above.end < cell.line < best.cell.line for cell in head.cells)
    is_person = above.kind is Kind.NAMES and "," not in above.text
    is_told = is_person or is_field(above.text) or above.text[-1].isdigit()
    return None if between or is_told or best.cell.level > above.cell.level else above
