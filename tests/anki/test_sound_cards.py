"""What is taken for sound without a closer look is what the deck format would make of it."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from trainer.anki.inbox import _checked
from trainer.anki.sound import is_sound
from trainer.cards import USUAL

WORDS = st.sampled_from(
    ["Mali", "168", "a  b", " x", "", "over 168", "\u202e", "\x1b]0;t", "two\nlines", "[...]", "x" * 2_001, "\u3164",
     "TLP:GREEN", "tlp:green", "cloze", "who", "what", "retired", "Côte d’Ivoire", "e\u0301", "k 1", "y" * 201]
)  # fmt: skip
LISTS = st.lists(WORDS, max_size=3)
NUMBERS = st.sampled_from([0, 1, 2, -1, 4, 10**6, True, 1.0, None, "1"])
SOURCES = st.fixed_dictionaries(
    {"brief": WORDS, "sentence": WORDS},
    optional={"paragraph": NUMBERS, "span": st.lists(NUMBERS, max_size=3), "more": WORDS},
)
TABLES = st.fixed_dictionaries(
    {"id": WORDS, "question": WORDS, "answer": WORDS},
    optional={
        **dict.fromkeys(["kind", "fact", "as_of", "attribution", "marking", "status", "origin", "other"], WORDS),
        **dict.fromkeys(["accepted", "reject", "distractors", "conflicts_with", "tags"], LISTS),
        "source": SOURCES,
    },
)
PLAIN = {**USUAL, "paragraph": None, "span": None}


def told(table):
    """The table without what is as usual."""
    table = {**table, "source": {k: v for k, v in (table.get("source") or {}).items() if v is not None}}
    return {key: value for key, value in table.items() if value and value != PLAIN.get(key)}


@settings(max_examples=500)
@given(TABLES)
def test_a_sound_card_is_as_the_deck_format_reads_it(table):
    if is_sound(table):
        assert told(_checked(dict(table))) == told(table)


def test_a_card_of_ours_with_everything_is_sound():
    source = {"brief": "june", "sentence": "At least 168 were killed.", "paragraph": 7, "span": [9, 12]}
    table = {
        "id": "k7q2m9fx", "question": "How many were killed?", "answer": "168", "kind": "how_many", "fact": "f3",
        "accepted": ["at least 168"], "distractors": ["148"], "as_of": "2023-02", "attribution": "the UN",
        "marking": "TLP:GREEN", "status": "superseded", "tags": ["mali"], "origin": "rules 1", "source": source,
    }  # fmt: skip

    assert is_sound(table)
    for key, value in {"fact": "a\nb", "kind": "cloze", "other": "x", "source": {**source, "span": [9, 99]}}.items():
        assert not is_sound({**table, key: value})
