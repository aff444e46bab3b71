"""The review as JSON, for other programs."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import Any

from trainer.decks.markings import normal
from trainer.drill.review.findings import Item, Review


def format_json(review: Review) -> str:
    """The whole review; shares are 0 to 1, times Unix milliseconds, what does not apply is null."""
    written = {
        "format": 1,
        "marking": normal(review.marking),
        "drill": review.drill,
        "title": review.title,
        "at_ms": review.at_ms,
        "scoring": review.scoring,
        "anonymous": review.anonymous,
        "red_allowed": review.red_allowed,
        "known": review.known,
        "brier": review.brier,
        "questions": [_item(item) for item in review.items],
        "worst": [item.number for item in review.worst],
        "players": [_without_id(asdict(line)) for line in review.players],
        "teams": [_without_id(asdict(line)) for line in review.teams],
        "sureness": [asdict(line) for line in review.sureness],
        "earlier": [asdict(line) for line in review.earlier],
    }
    return json.dumps(written, ensure_ascii=False, indent=2) + "\n"


def _item(item: Item) -> dict[str, Any]:
    card = item.question.card
    return {
        "number": item.number,
        "deck": item.question.deck,
        "card": card.id,
        "form": item.question.form.value,
        "prompt": item.question.prompt,
        "answer": item.answer,
        "sentence": card.source.sentence if card.source else None,
        "source": item.question.source or None,
        "as_of": card.as_of or None,
        "attribution": card.attribution or None,
        "void": item.void,
        "known": item.known,
        "before": item.before,
        "spread": [asdict(share) for share in item.shares],
        "said": [asdict(said) for said in item.said],
    }


def _without_id(line: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in line.items() if name != "id"}
