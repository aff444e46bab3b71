"""Briefs with their gold lists: found, built and scored."""

from __future__ import annotations

import tempfile
from dataclasses import dataclass
from pathlib import Path

from scorer.asking import covers
from scorer.gold import BenchRefused, Gold, read_gold
from scorer.score import Score, score
from trainer.briefs import Brief, read_brief
from trainer.cards import Card
from trainer.decks import BriefRef, Deck
from trainer.decks.read import read_deck
from trainer.decks.write import write_deck
from trainer.errors import Finding
from trainer.questions import propose
from trainer.text import one_line, slug

BENCH = Path(__file__).resolve().parents[1]
"""The folder that holds briefs, gold lists, floors and results."""


@dataclass(frozen=True, slots=True)
class Pair:
    """A brief and its gold list."""

    name: str
    """What the table calls it."""
    brief: Path
    """The brief's file."""
    gold: Path
    """The gold list's file."""


@dataclass(frozen=True, slots=True)
class Result:
    """A deck scored."""

    score: Score
    """What its cards come to."""
    gold: Gold
    """The list that it was held against."""
    findings: tuple[Finding, ...]
    """What is amiss with the list or the deck."""


def pairs() -> tuple[Pair, ...]:
    """Every brief to develop on that has a gold list, by name, and the reference brief where it is at hand."""
    shared = BENCH.parent.parent / "shared"
    reference = Pair("shared/mali", shared / "briefs" / "intelbrief-mali-2023-06-21.txt", shared / "gold" / "mali.toml")
    found = _found(BENCH / "briefs", BENCH / "gold", "")
    return (*found, reference) if reference.brief.is_file() and reference.gold.is_file() else found


def held_pairs() -> tuple[Pair, ...]:
    """The held-out briefs, which nobody tunes for."""
    return _found(BENCH / "held", BENCH / "held", "held/")


def _found(briefs: Path, golds: Path, prefix: str) -> tuple[Pair, ...]:
    return tuple(
        Pair(f"{prefix}{brief.stem}", brief, gold)
        for brief in _briefs(briefs)
        if (gold := golds / f"{brief.stem}.toml").is_file()
    )


def _briefs(folder: Path) -> list[Path]:
    return sorted(path for path in folder.glob("*.*") if path.suffix in {".txt", ".md"})


def unpaired() -> tuple[str, ...]:
    """The briefs of the bench that have no gold list yet."""
    return tuple(b.stem for b in _briefs(BENCH / "briefs") if not (BENCH / "gold" / f"{b.stem}.toml").is_file())


def astray(gold: Gold, path: Path) -> tuple[Finding, ...]:
    """A finding for each fact that its own question and answer do not cover."""
    where, message = one_line(str(path)), "its own question and answer do not cover it."
    return tuple(
        Finding(f"{where}, {fact.id}", message, "Mend its cues or its answer.")
        for fact in gold.fact
        if covers(fact, fact.question, fact.answer) != "asked"
    )


def build(brief: Brief) -> tuple[Card, ...]:
    """The cards proposed from a brief, as they come back from a deck file. Raises BenchRefused if some do not."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "deck.toml"
        ref = BriefRef(brief.id, brief.title, brief.date, "", brief.sha256, brief.publisher, brief.marking)
        write_deck(Deck(slug(brief.id), brief.title, propose(brief).cards, (ref,), brief.marking), path)
        deck, findings = read_deck(path)
    if findings:
        raise BenchRefused(f"the deck does not read back: {findings[0].message}", where=one_line(brief.file))
    return deck.cards


def score_pair(pair: Pair) -> Result:
    """A brief's own cards against its gold list. Raises TrainerError."""
    gold = read_gold(pair.gold)
    brief, _ = read_brief(pair.brief)
    scored = score(pair.name, build(brief), gold.fact, [p.text for p in brief.passages])
    return Result(scored, gold, astray(gold, pair.gold))


def score_deck(path: Path, gold_path: Path) -> Result:
    """A deck's cards against a gold list; sentences are looked up where the deck's briefs are at hand."""
    gold = read_gold(gold_path)
    deck, noticed = read_deck(path)
    scored = score(one_line(path.stem), deck.cards, gold.fact, _texts(deck, path))
    return Result(scored, gold, (*astray(gold, gold_path), *noticed))


def _texts(deck: Deck, path: Path) -> list[str] | None:
    """The passages of the deck's briefs, None if one of them is not at hand or is not what it was."""
    texts: list[str] = []
    for ref in deck.briefs:
        file = path.parent / ref.file
        if not ref.file or not file.is_file():
            return None
        brief, _ = read_brief(file)
        if brief.sha256 != ref.sha256:
            return None
        texts += [passage.text for passage in brief.passages]
    return texts or None
