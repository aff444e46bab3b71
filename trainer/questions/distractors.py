"""Wrong options of the same kind, grain, size and form as the answer, or none."""

from __future__ import annotations

import hashlib

from trainer.language.reading import Reading
from trainer.questions.cast import bare
from trainer.questions.distractors_dates import date_options
from trainer.questions.distractors_names import (
    body_options,
    office_options,
    person_options,
    place_options,
    thing_options,
)
from trainer.questions.distractors_numbers import number_options
from trainer.questions.distractors_sides import COUNT
from trainer.questions.draft import Draft
from trainer.questions.keys import accepted
from trainer.questions.keys_groups import group_options
from trainer.text import fold
from trainer.values.names import stands_in

_MAKERS = (
    date_options, group_options, number_options, office_options, person_options, body_options, place_options,
    thing_options,
)  # fmt: skip


def distractors(reading: Reading, draft: Draft) -> tuple[str, ...]:
    """Two or three wrong options, or none where one might be right.

    The same card gets the same options; which side of the key they lie on differs from card to card.
    """
    turn = _turn(draft)
    for maker in _MAKERS:
        options = tuple(maker(reading, draft, turn))
        if len(options) > 1 and len(found := _wrong(options, draft, reading)) > 1:
            return found
    return ()


def _turn(draft: Draft) -> int:
    """A number that only the card decides."""
    text = f"{draft.fact.id}\x1f{draft.kind}\x1f{draft.direction}\x1f{draft.question}"
    return int.from_bytes(hashlib.sha256(text.encode()).digest()[:4])


def _wrong(options: tuple[str, ...], draft: Draft, reading: Reading) -> tuple[str, ...]:
    """The first options that are no form of the answer, do not stand in the question and are not each other."""
    taken = {fold(bare(form)) for form in (draft.answer, *draft.items, *accepted(draft, reading))}
    question, kept = fold(draft.question), []
    for option in options:
        folded = fold(bare(option))
        if folded in taken or stands_in(folded, question):
            continue
        taken.add(folded)
        kept.append(option)
    return tuple(kept[:COUNT])
