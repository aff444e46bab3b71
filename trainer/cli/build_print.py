"""Proposed cards on standard output, where nobody is asked about them."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from trainer.cli import put
from trainer.cli.build_explain import Drop
from trainer.cli.build_plain import label, print_card, print_title

if TYPE_CHECKING:
    from trainer.cards import Card
    from trainer.cli.build_save import Job


def print_jobs(jobs: Sequence[Job]) -> None:
    """Every card with its sentence, under the title of its brief where there are several."""
    for job in jobs:
        if len(jobs) > 1:
            print_title(job.draft)
        for number, card in enumerate(job.draft.cards, 1):
            print_card(card, label(job.draft, str(number)))


def print_json(jobs: Sequence[Job], drops: Iterable[tuple[str, Drop]] | None) -> None:
    """The briefs, the cards in the deck format's keys with their salience, and what was dropped if it is asked for."""
    document: dict[str, Any] = {
        "briefs": [_brief(job) for job in jobs],
        "cards": [_card(card, job) for job in jobs for card in job.draft.cards],
    }
    if drops is not None:
        document["dropped"] = [{"brief": brief, **drop._asdict()} for brief, drop in drops]
    put(json.dumps(document, ensure_ascii=False, indent=2))


def _brief(job: Job) -> dict[str, Any]:
    brief, draft = job.draft.brief, job.draft
    told = {
        "id": brief.id,
        "title": brief.title,
        "date": brief.date.isoformat() if brief.date else "",
        "marking": draft.marking,
        "file": brief.file,
        "deck": str(job.target),
        "refused_before": draft.refused_before,
        "not_wanted": draft.not_wanted,
    }
    return {key: value for key, value in told.items() if value}


def _card(card: Card, job: Job) -> dict[str, Any]:
    """A card in the deck format's keys; what is empty is left out."""
    told = {key: value for key, value in asdict(card).items() if value and key != "extra"}
    salience = job.salience.get(card.id)
    return told | ({"salience": salience} if salience else {})
