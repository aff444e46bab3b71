"""`trainer build` with proposals that are always the same: run as a program, or taken apart by a test."""

from __future__ import annotations

from types import SimpleNamespace

from trainer.briefs.brief import Brief
from trainer.cards import Card, Kind, Source
from trainer.errors import Finding

BRIEF = """---
title: Peru floods
date: 2024-05-08
marking: TLP:GREEN
---

Peru, Chile, and Bolivia signed the Lima Accord on 3 May 2024. UNICEF sent 25 trucks to Lima. Peruvian Defence Minister
Ana Ruiz visited Chile in April 2024.
"""
DROPPED = (
    Finding("card a", "dropped by stands_alone: 'it' points outside the card (What did it do?)"),
    Finding("card b", "dropped by is_short: the answer has 12 words (What happened?)"),
    Finding("card c", "dropped by stands_alone: 'they' points outside the card (Who were they?)"),
)
ASKED = (
    (Kind.LIST, "Which three states signed the Lima Accord ({})?", "Peru, Chile, and Bolivia", 3),
    (Kind.HOW_MANY, "How many trucks did UNICEF send to Lima ({})?", "25", 2),
    (Kind.WHO, "Who was defence minister in April 2024 ({})?", None, 2),
    (Kind.WHEN, "On what date was the Lima Accord signed ({})?", "3 May 2024", 1),
)


def propose(brief: Brief) -> SimpleNamespace:
    """A list, a number, a name and a date of each brief; nothing of one that does not have them."""
    text = brief.passages[0].text
    name = "Juan Soto" if "Juan Soto" in text else "Ana Ruiz"
    cards, salience = [], {}
    for number, (kind, question, answer, weight) in enumerate(ASKED):
        found = answer or name
        if found in text:
            start = text.index(found)
            source = Source(brief.id, text, 1, (start, start + len(found)))
            card = Card(
                f"{brief.id}-{number}", question.format(brief.title), found, kind, origin="rules 1", source=source
            )
            cards.append(card)
            salience[card.id] = weight
    return SimpleNamespace(cards=tuple(cards), findings=DROPPED, salience=salience)


if __name__ == "__main__":
    import trainer.questions
    from trainer.cli import main

    trainer.questions.propose = propose
    main()
