"""Scores as a table, as lines and as JSON."""

from __future__ import annotations

import datetime as dt
import os
import platform
from collections.abc import Iterator, Sequence
from typing import Any

from scorer.faults import sort_specimens
from scorer.gold import KINDS, Gold
from scorer.pairs import Result
from scorer.score import Score
from trainer import __version__
from trainer.text import one_line

NOTE = """\
Recall is the share of the gold facts that some card asks, then by kind. Countable: facts of the kinds when, how_many,
who, acronym and where. S3: facts of salience 3. Weighted: each fact counts with its salience. Duplicates: cards that
ask only what earlier cards ask (the two directions of an acronym are two things, and so are two items of one list).
Faults: broken item-writing rules, sentences and spans that do not hold, keys that clash. The match is lexical; whether
a card is good is not counted here."""

_COLUMNS = ("brief", "cards", "recall", *KINDS, "countable", "S3", "weighted", "duplicates", "faults")
Cell = str | int | tuple[int, int]


def header(now: dt.date) -> str:
    """Where and when figures were taken."""
    machine = f"{platform.system()} {platform.machine()}, {os.cpu_count()} cores"
    return f"{machine}; {now.isoformat()}; Python {platform.python_version()}; trainer {__version__}"


def table(scores: Sequence[Score]) -> list[str]:
    """A Markdown table, one row a brief and, of several, one for all."""
    rows = [_row(one) for one in scores]
    if len(scores) > 1:
        rows.append(_total(rows))
    lines = ["| " + " | ".join(_COLUMNS) + " |", "|---" + "|--:" * (len(_COLUMNS) - 1) + "|"]
    return [*lines, *("| " + " | ".join(_shown(cell) for cell in row) + " |" for row in rows)]


def _row(one: Score) -> list[Cell]:
    kinds = [one.share(kind) for kind in KINDS]
    shares = [one.share(), *kinds, one.countable, one.share(salience=3), one.weighted]
    return [one.name, len(one.cards), *shares, len(one.duplicates), len(one.faults)]


def _total(rows: Sequence[Sequence[Cell]]) -> list[Cell]:
    """Each column added up."""
    sums: list[Cell] = ["all"]
    for column in list(zip(*rows, strict=True))[1:]:
        pair = [cell for cell in column if isinstance(cell, tuple)]
        whole = (sum(part for part, _ in pair), sum(of for _, of in pair))
        sums.append(whole if pair else sum(cell for cell in column if isinstance(cell, int)))
    return sums


def _shown(cell: Cell) -> str:
    if not isinstance(cell, tuple):
        return str(cell)
    part, whole = cell
    return f"{part}/{whole} {100 * part / whole:.0f}%" if whole else "-"


def details(results: Sequence[Result]) -> list[str]:
    """The facts that no card asks, the faults, and how the rules sort the specimens."""
    lines = [missed_line(one.score) for one in results]
    for one in results:
        lines += [f"- {one.score.name}, fault: {one_line(f'{card}: {fault}')}" for card, fault in one.score.faults]
    return [*lines, *(line for one in results for line in specimen_lines(one.score.name, one.gold))]


def missed_line(one: Score) -> str:
    """The facts that no card asks, by salience."""
    by_salience = {level: [f.id for f in one.missed if f.salience == level] for level in (3, 2, 1)}
    told = [f"salience {level}: {' '.join(ids)}" for level, ids in by_salience.items() if ids]
    return f"- {one.name}, not asked: {'; '.join(told) or 'nothing'}"


def card_lines(one: Score) -> Iterator[str]:
    """Each card with the facts that it asks and its faults, then the facts that no card asks."""
    yield f"## {one.name}: cards"
    for number, (card, hits) in enumerate(zip(one.cards, one.hits, strict=True), 1):
        marks = [", ".join(hits) or "no gold fact", *(["duplicate"] if card.id in one.duplicates else [])]
        yield f"{number}. [{'; '.join(marks)}] {card.kind.value}: {one_line(card.question)}"
        yield f"   = {one_line(card.answer)}"
        yield from (f"   fault: {one_line(fault)}" for name, fault in one.faults if name == card.id)
    yield from ("", f"## {one.name}: facts that no card asks (salience, fact, kind, where)")
    for fact in one.missed:
        asked = f"{one_line(fact.question)} = {one_line(fact.answer)}"
        yield f"{fact.salience} {fact.id} {fact.kind} {' '.join(fact.loc)}: {asked}"


def specimen_lines(name: str, gold: Gold) -> list[str]:
    """One line on how the mechanical rules sort the specimens; none without specimens."""
    if not gold.bad_card and not gold.good_card:
        return []
    found = sort_specimens(gold)
    line = f"- {name}, rules alone: {found['bad_refused']} of {found['bad']} bad cards refused"
    line += f" (kept: {' '.join(found['bad_kept']) or 'none'}), {found['good_kept']} of {found['good']} good cards kept"
    return [f"{line} (refused: {' '.join(found['good_refused'])})" if found["good_refused"] else line]


def as_json(result: Result) -> dict[str, Any]:
    """One brief's figures for another program."""
    one = result.score
    shares = {"recall": one.share(), "countable": one.countable, "salience3": one.share(salience=3)}
    cards = zip(one.cards, one.hits, strict=True)
    return {
        "brief": one.name,
        **{name: _asked_of(pair) for name, pair in {**shares, "weighted": one.weighted}.items()},
        "kinds": {kind: _asked_of(one.share(kind)) for kind in KINDS},
        "cards": [{"id": c.id, "question": c.question, "answer": c.answer, "asks": list(hits)} for c, hits in cards],
        "missed": [fact.id for fact in one.missed],
        "duplicates": list(one.duplicates),
        "faults": [{"card": name, "fault": fault} for name, fault in one.faults],
        "specimens": sort_specimens(result.gold),
    }


def _asked_of(pair: tuple[int, int]) -> dict[str, int]:
    return dict(zip(("asked", "of"), pair, strict=True))
