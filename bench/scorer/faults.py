"""What is wrong with a card that a machine can see: broken rules, a source that does not hold, keys that clash."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any

from scorer.gold import Gold
from scorer.quantities import number_range
from scorer.wording import bare
from trainer.cards import Card, Kind
from trainer.cards.critique import critique


def faults_of(card: Card, texts: Sequence[str] | None = None) -> Iterator[str]:
    """What is wrong with a card whatever it asks; `texts` are the brief's passages, None where they are not at hand."""
    for breach in critique(card):
        yield f"{breach.rule}: {breach.reason}"
    yield from _key_faults(card)
    yield from _source_faults(card, texts)


def _key_faults(card: Card) -> Iterator[str]:
    keys = [card.answer, *card.accepted]
    if not card.question.strip() or not all(text.strip() for text in (*keys, *card.reject, *card.distractors)):
        yield "an empty question, answer, accepted answer, near miss or option"
    elif clash := {bare(text) for text in keys} & {bare(text) for text in card.reject}:
        yield f"{min(clash)!r} is accepted and rejected"


def _source_faults(card: Card, texts: Sequence[str] | None) -> Iterator[str]:
    if card.source is None:
        if card.origin.startswith("rules"):
            yield "no source"
        return
    sentence, span = card.source.sentence, card.source.span
    if texts is not None and not any(sentence in text for text in texts):
        yield "the sentence is not in the brief word for word"
    if span and not _holds(card, sentence[slice(*span)]):
        yield f"the span {sentence[slice(*span)]!r} does not hold the answer"


def _holds(card: Card, surface: str) -> bool:
    """Whether the span's numbers are the answer's; the words are for the rule `is_supported`."""
    if card.kind is Kind.HOW_MANY:
        said, key = number_range(surface), number_range(card.answer)
        return said is None or key is None or said == key
    if card.kind is Kind.WHEN:
        answer = {int(number) for number in re.findall(r"\d+", card.answer)}
        return {int(number) for number in re.findall(r"\d+", surface)} <= answer
    return True


def sort_specimens(gold: Gold) -> dict[str, Any]:
    """How the mechanical rules sort the specimens of a gold list, for information."""
    refused = {specimen.id for specimen in (*gold.bad_card, *gold.good_card) if critique(specimen.card())}
    bad, good = [s.id for s in gold.bad_card], [s.id for s in gold.good_card]
    return {
        "bad": len(bad),
        "bad_refused": len(refused & set(bad)),
        "bad_kept": [name for name in bad if name not in refused],
        "good": len(good),
        "good_kept": len(set(good) - refused),
        "good_refused": [name for name in good if name in refused],
    }
