"""What a query means, and what is said of one that means nothing."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trainer.errors import SearchRefused
from trainer.search import parse_query
from trainer.search.lexicon import PROPERTIES, STATES, WORDS
from trainer.search.tree import (
    AsOf,
    Compared,
    Edited,
    Either,
    Every,
    Field,
    Flagged,
    Has,
    Introduced,
    Is,
    Matches,
    Not,
    OfKind,
    Pattern,
    Property,
    Rated,
    Says,
    SaysWord,
    State,
)

UNTERMINATED = "unterminated character set at position 0"
FOR_ONE = r"Write re:\d{3}, for one."
BACKSLASH = "Put a backslash before the colon to look for one."


def says(*parts):
    return Says(Pattern(parts))


@pytest.mark.parametrize(
    ("query", "meaning"),
    [
        ("", Every()),
        ("  ", Every()),
        ("dog", says("dog")),
        ("Maïga", says("maiga")),
        ("dog cat", Every((says("dog"), says("cat")))),
        ("dog and cat", Every((says("dog"), says("cat")))),
        ("dog or cat", Either((says("dog"), says("cat")))),
        ("dog OR cat mouse", Either((says("dog"), Every((says("cat"), says("mouse")))))),
        ("-dog", Not(says("dog"))),
        ("-dog -cat", Every((Not(says("dog")), Not(says("cat"))))),
        ("-(dog or cat)", Not(Either((says("dog"), says("cat"))))),
        ("dog (cat or mouse)", Every((says("dog"), Either((says("cat"), says("mouse")))))),
        ('"a dog"', says("a dog")),
        ('"dog or cat"', says("dog or cat")),
        ('"or"', says("or")),
        ("do*g", says("do", "g")),
        (r"do\*g", says("do*g")),
        (r"10\:30", says("10:30")),
        (r"\-1", says("-1")),
        ("well-known", says("well-known")),
        ("5 - 3", Every((says("5"), says("-"), says("3")))),
        ('say"s so"', says("says so")),
        (r"a\"b", says('a"b')),
        ('deck:"Mali today"', Has(Field.DECK, Pattern(("mali today",)), 1)),
        ('"deck:Mali today"', Has(Field.DECK, Pattern(("mali today",)), 1)),
        ("dog tag:un*", Every((says("dog"), Has(Field.TAG, Pattern(("un", "")), 5)))),
        ("marking:TLP:AMBER", Has(Field.MARKING, Pattern(("tlp:amber",)), 1)),
        ("attribution:", Has(Field.ATTRIBUTION, Pattern(("",)), 1)),
        ("TAG:un", Has(Field.TAG, Pattern(("un",)), 1)),
        ("kind:who", OfKind(("who",))),
        ("kind:wh*", OfKind(("who", "when", "where", "what", "why"))),
        ('kind:"how many"', OfKind(("how_many",))),
        ("is:due", Is(State.DUE)),
        ("-is:suspended", Not(Is(State.SUSPENDED))),
        ("flag:3", Flagged(3)),
        ("prop:s>21", Compared(Property.STABILITY, ">", 21)),
        ("prop:d>=7", Compared(Property.DIFFICULTY, ">=", 7)),
        ("prop:r<0.8", Compared(Property.RECALL, "<", 0.8)),
        ("prop:due=-1", Compared(Property.DUE, "=", -1)),
        ("prop:lapses!=0", Compared(Property.LAPSES, "!=", 0)),
        ("rated:7", Rated(7)),
        ("rated:7:1", Rated(7, 1)),
        ("introduced:3", Introduced(3)),
        ("edited:3", Edited(3)),
        ("as_of:2023-06", AsOf("=", "2023-06")),
        ("as_of:>=2024", AsOf(">=", "2024")),
        (r"re:\d{3}", Matches(r"\d{3}")),
        (r're:"(a|b) \. c*"', Matches(r"(a|b) \. c*")),
        (r"re:a\:b", Matches(r"a\:b")),
        ("w:un", SaysWord(Pattern(("un",)))),
        ("w:un*", SaysWord(Pattern(("un", "")))),
    ],
)
def test_a_query_has_one_meaning(query, meaning):
    assert parse_query(query) == meaning


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ('mali "un', 'at character 6: this quote is not closed. Put another " at its end.'),
        ("mali (un", "at character 6: this bracket is not closed. Put a ) at its end."),
        ("mali un)", "at character 8: this bracket closes none. Remove it, or put a ( before."),
        ("or mali", "at character 1: nothing stands before this 'or'. Say what to look for, or remove it."),
        ("mali or", "at the end: something is missing. Say what to look for, or remove it."),
        ("()", "at character 2: nothing stands before this ')'. Say what to look for, or remove it."),
        ("mali (or un)", "at character 7: nothing stands before this 'or'. Say what to look for, or remove it."),
        ("dek:mali", 'at character 1: there is no search word "dek:". Did you mean deck:?'),
        ("un 10:30", f'at character 4: there is no search word "10:". {BACKSLASH}'),
        ("is:sleepy", f"at character 1: there is no state 'sleepy'. There are {', '.join(State)}."),
        ("is:suspend", "at character 1: there is no state 'suspend'. Did you mean suspended?"),
        ("kind:whom", "at character 1: there is no kind 'whom'. Did you mean who?"),
        ("flag:9", "at character 1: there is no flag '9'. Flags are 1 to 7; 0 is for none."),
        ("prop:s", "at character 1: 's' compares nothing. Write prop:s>21, for one: a name, a sign, a number."),
        ("prop:ease>2", "at character 1: there is no property 'ease'. There are s, d, r, ivl, due, lapses, reps."),
        ("rated:x", "at character 1: 'x' is no number of days. Write rated:7 or rated:7:1, for one."),
        ("rated:7:9", "at character 1: '7:9' is no number of days. Write rated:7 or rated:7:1, for one."),
        ("introduced:7:1", "at character 1: '7:1' is no number of days. Write introduced:7, for one."),
        ("as_of:june", "at character 1: 'june' is no date. Write as_of:2023, as_of:2023-06 or as_of:>2023-06-21."),
        ("re:[", f"at character 1: this is no regular expression: {UNTERMINATED}. Mend it there."),
        ('re:"(a+)+$"', f"at character 1: this expression repeats what repeats, and might never end. {FOR_ONE}"),
        ("w:", "at character 1: w: needs a word. Write w:toll, for one."),
        ("-" * 200 + "a", "at character 51: too many brackets are open. Make it simpler."),
        ("a" * 3_000, "at character 2000: a search may have 2,000 characters. Make it shorter."),
    ],
)  # fmt: skip
def test_a_mistake_is_told_with_its_place_and_a_remedy(query, words):
    with pytest.raises(SearchRefused) as refused:
        parse_query(query)
    assert str(refused.value) == words


@given(st.text(alphabet='ab ()-*:"\\or prop:s>1is:due\x1b\u202e', max_size=40))
def test_any_text_is_a_query_or_is_refused_in_one_line(text):
    told = ""
    try:
        parse_query(text)
    except SearchRefused as refused:
        told = str(refused)
    assert "\n" not in told


def test_the_lexicon_tells_of_every_word_state_and_property():
    told = [entry.example for entry in WORDS]
    from trainer.search.terms import _READERS

    assert set(_READERS) == {word.partition(":")[0] for word in told if ":" in word}
    assert set(STATES) == set(State)
    assert set(PROPERTIES) == set(Property)


@pytest.mark.parametrize("entry", WORDS, ids=lambda entry: entry.example)
def test_every_example_of_the_lexicon_is_a_query(entry):
    assert parse_query(entry.example) != Every()
