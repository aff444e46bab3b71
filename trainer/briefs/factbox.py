"""Boxes of facts: lines of `Label: value` that stand together, none of which is a title."""

from __future__ import annotations

from collections.abc import Sequence

from trainer.briefs.block import Block, plain
from trainer.briefs.brief import Form
from trainer.briefs.fields import label_of
from trainer.briefs.peel import Item

_FEWEST = 3
_LONGEST = 120
"""Characters of an answer that is no paragraph of the text."""


def find_boxed(items: Sequence[Item]) -> list[Block]:
    """The blocks that each begin with a label, right below one another, if there are several of them.

    The first of them is left out: it may be the title, as in `Accra: fire on a ferry` above `Vessel: a ferry`.
    """
    boxed: list[Block] = []
    run: list[Block] = []
    for item in items:
        last = run[-1] if run else None
        if not (last and item.line == last.line + len(last.lines)):
            boxed += run[1:] if len(run) >= _FEWEST else []
            run = []
        if isinstance(item, Block) and _is_answer(item):
            run.append(item)
    return [*boxed, *(run[1:] if len(run) >= _FEWEST else [])]


def _is_answer(block: Block) -> bool:
    """Whether a block is a label with a value, and no paragraph."""
    short = sum(map(len, block.lines)) <= _LONGEST and not block.lines[-1].endswith((".", "!", "?"))
    return block.form is Form.PARAGRAPH and short and bool(label_of(plain(block.lines[0])))
