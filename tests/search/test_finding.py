"""Which cards a query finds, and in which order."""

from __future__ import annotations

import datetime as dt

import pytest

from trainer.cards import Card, Kind, Source, Status
from trainer.collection import Collection
from trainer.decks import BriefRef, Deck
from trainer.decks.shelf import Shelf
from trainer.errors import SearchRefused
from trainer.reviews import Rating, Review, entry_id
from trainer.reviews.entries import Bury, Flag, Remark, SetDue, Suspend
from trainer.reviews.store import Store
from trainer.schedule.replay import settled
from trainer.search import Order, SortBy
from trainer.search.twins import Asked, twins
from trainer.settings import Settings

MALI = Deck(
    "mali",
    "Mali and the end of MINUSMA",
    (
        Card("m1", "How many peacekeepers were killed in Mali?", "at least 168", kind=Kind.HOW_MANY, as_of="2023-02",
             attribution="the UN", tags=("un::toll", "mali"), fact="f1",
             source=Source("b1", "The UN counted at least 168 dead by February.", 7, (17, 29))),
        Card("m2", "MINUSMA was set up in [...] after the north fell.", "2013", kind=Kind.CLOZE, tags=("un",)),
        Card("m3", "Who was Mali's foreign minister in June 2023?", "Abdoulaye Maïga", kind=Kind.WHO,
             as_of="2023-06-21", marking="TLP:AMBER"),
        Card("m4", "Who led the junta in 2021?", "Assimi Goïta", kind=Kind.WHO, status=Status.SUPERSEDED),
        Card("m5", "Who led the junta in 2024?", "Assimi Goïta", kind=Kind.WHO, status=Status.RETIRED, as_of="2024"),
    ),
    (BriefRef("b1", "Mali asks the UN to go", dt.date(2023, 6, 21), marking="TLP:GREEN"),),
    marking="TLP:CLEAR",
)  # fmt: skip
NIGER = Deck(
    "niger",
    "Niger",
    (
        Card("n1", "What is the capital of Niger?", "Niamey", conflicts_with=("n2",)),
        Card("n2", "What is the capital city of Niger?", "Niamey", tags=("union",)),
    ),
)


class Clock:
    def __init__(self):
        self.time = dt.datetime(2026, 3, 2, 9, tzinfo=dt.UTC)

    def __call__(self):
        return self.time


@pytest.fixture(scope="module")
def collection():
    """Two decks; m1 rated Good then, four days on, Again; m2 Easy; n1 suspended with a note; n2 put off with a flag."""
    clock = Clock()
    store = Store(None)
    made = Collection([Shelf(store).put(deck).cover for deck in (MALI, NIGER)], store, Settings(), clock)
    for rating in (Rating.GOOD, Rating.GOOD):
        rate(made, "m1", rating)
        clock.time += dt.timedelta(minutes=20)
    rate(made, "m2", Rating.EASY)
    clock.time += dt.timedelta(days=4)
    rate(made, "m1", Rating.AGAIN)
    made.apply(Suspend, [("niger", "n1")], on=True)
    made.apply(Remark, [("niger", "n1")], text="Ask the desk")
    made.apply(Remark, [("niger", "n2")], text="")
    made.apply(Bury, [("niger", "n2")], until_day=made.now().day + 1)
    made.apply(Flag, [("niger", "n2")], flag=3)
    made.apply(SetDue, [("mali", "m3")], due_day=made.now().day - 1)
    yield made
    made.close()


def rate(collection, card, rating):
    """Rate one card, whatever its day."""
    moment, options = collection.now(), collection.options("mali")
    review = Review(entry_id(moment.ms), moment.ms, moment.tz_min, moment.day, "mali", card, rating, 900)
    collection.log.record(review, lambda state, made: settled(state, made, options))


def found(collection, query):
    return " ".join(card for _, card in collection.search(query))


@pytest.mark.parametrize(
    ("query", "cards"),
    [
        ("", "m1 m2 m3 m4 m5 n1 n2"),
        ("mali", "m1 m3"),
        ("MAIGA", "m3"),
        ("goïta", "m4 m5"),
        ('"capital of"', "n1"),
        ("cap*niger", "n1 n2"),
        ("c%l", ""),
        ("w:mali", "m1 m3"),
        ("w:mal", ""),
        ("w:mal*", "m1 m3"),
        (r"re:\d{4}\?", "m3 m4 m5"),
        (r"re:^at.least", "m1"),
        ("-mali -niger", "m2 m4 m5"),
        ("capital or junta", "m4 m5 n1 n2"),
        ("junta (2021 or niamey)", "m4"),
        ("deck:mali", "m1 m2 m3 m4 m5"),
        ('deck:"niger"', "n1 n2"),
        ("deck:*ali*", "m1 m2 m3 m4 m5"),
        ("deck:x*", ""),
        ("tag:un", "m1 m2"),
        ("tag:un::toll", "m1"),
        ("tag:un*", "m1 m2 n2"),
        ("tag:none", "m3 m4 m5 n1"),
        ("kind:who", "m3 m4 m5"),
        ("kind:what", "n1 n2"),
        ("brief:b1", "m1"),
        ('brief:"mali asks*"', "m1"),
        ("source:counted", "m1"),
        ("source:", "m2 m3 m4 m5 n1 n2"),
        ("attribution:un", "m1"),
        ("attribution:*", "m1"),
        ("as_of:2023", "m1 m3"),
        ("as_of:2023-06", "m3"),
        ("as_of:>2023-02", "m3 m5"),
        ("as_of:>2023", "m5"),
        ("as_of:<=2023-02", "m1"),
        ("marking:TLP:AMBER", "m3"),
        ("marking:TLP:GREEN", "m1"),
        ("marking:", "n1 n2"),
        ("note:desk", "n1"),
        ("note:*", "n1"),
        ("-note:*", "m1 m2 m3 m4 m5 n2"),
        ("id:m4", "m4"),
        ("flag:3", "n2"),
        ("-flag:0", "n2"),
        ("is:new", "m4 m5 n1 n2"),
        ("is:new -is:superseded -is:retired", "n1 n2"),
        ("is:suspended", "n1"),
        ("is:buried", "n2"),
        ("is:learn", "m1"),
        ("is:review", "m1 m2 m3"),
        ("is:superseded", "m4"),
        ("is:retired", "m5"),
        ("is:conflict", "n1"),
        ("is:due", "m3"),
        ("is:leech", ""),
        ("is:overconfident", ""),
        ("prop:due=-1", "m3"),
        ("prop:due<0", "m3"),
        ("prop:due>=0", "m2"),
        ("prop:reps=1", "m2"),
        ("prop:reps>=3", "m1"),
        ("prop:lapses>0", "m1"),
        ("prop:ivl>3", "m2"),
        ("prop:s>0", "m1 m2 m3"),
        ("prop:s>1000", ""),
        ("prop:d>=1", "m1 m2 m3"),
        ("prop:r<=1", "m1 m2 m3"),
        ("prop:r<0.99", "m2"),
        ("prop:r=1", "m1 m3"),
        ("prop:r!=1", "m2"),
        ("prop:r>1", ""),
        ("rated:1", "m1"),
        ("rated:1:1", "m1"),
        ("rated:1:3", ""),
        ("rated:30:3", "m1"),
        ("rated:30:4", "m2"),
        ("introduced:3", "m3"),
        ("introduced:30", "m1 m2 m3"),
        ("edited:30", ""),
        ("is:dupe", "n1 n2"),
        ("is:dupe tag:union", "n2"),
        ("-is:dupe niger", ""),
    ],
)  # fmt: skip
def test_a_query_finds(collection, query, cards):
    assert found(collection, query) == cards


def test_a_deck_or_brief_that_there_is_not_is_told(collection):
    with pytest.raises(SearchRefused) as refused:
        collection.search("junta deck:chad")
    assert str(refused.value) == "at character 7: no deck is called 'chad'. Write deck:chad* for all that begin so."
    with pytest.raises(SearchRefused, match=r"no brief is called 'the dam'\. Write brief:the\*dam\* for all"):
        collection.search('brief:"the dam"')


@pytest.mark.parametrize(
    ("by", "first", "last"),
    [
        (SortBy.QUESTION, "m1", "m3"),
        (SortBy.ANSWER, "m2", "n2"),
        (SortBy.DUE, "m3", "m5"),
        (SortBy.STABILITY, "m4", "m2"),
        (SortBy.LAPSES, "m2", "m1"),
        (SortBy.KIND, "m2", "m5"),
        (SortBy.TAGS, "m3", "n2"),
        (SortBy.BRIEF, "m2", "m1"),
        (SortBy.DECK, "m1", "n2"),
    ],
)
def test_what_is_found_can_be_put_in_order(collection, by, first, last):
    up = [card for _, card in collection.search("", Order(by))]
    assert (up[0], up[-1]) == (first, last)
    down = [card for _, card in collection.search("", Order(by, descending=True))]
    assert down[-1] == first or by in {SortBy.KIND, SortBy.TAGS, SortBy.BRIEF, SortBy.STABILITY, SortBy.LAPSES}
    assert sorted(down) == sorted(up)


def test_no_more_than_wanted_are_given(collection):
    assert collection.search("", most=2) == [("mali", "m1"), ("mali", "m2")]


def test_an_undone_review_is_not_found(collection):
    session = collection.practice([("mali", "m4")])
    session = collection.rate(session.reveal(), Rating.HARD)
    assert found(collection, "rated:1:2") == "m4"
    collection.undo(session)
    assert found(collection, "rated:1:2") == ""


def asked(*questions):
    return [Asked(("d", str(number)), question, answer) for number, (question, answer) in enumerate(questions)]


@pytest.mark.parametrize(
    ("questions", "groups"),
    [
        ([("who left?", "x"), ("who left?", "y")], [("0", "1")]),
        ([("who left mali that spring?", "x"), ("who left mali that sprng?", "x")], [("0", "1")]),
        ([("who left mali that spring?", "x"), ("who left mali that sprng?", "y")], []),
        ([("in 2023, who led the junta of mali?", "x"), ("who led the junta of mali in 2023?", "x")], [("0", "1")]),
        ([("who led the junta of mali in 2022?", "x"), ("who led the junta of mali in 2023?", "x")], []),
        ([("who?", "x"), ("what is the capital of niger?", "x")], []),
        ([], []),
    ],
)
def test_cards_that_ask_the_same_are_told_from_those_that_do_not(questions, groups):
    assert [tuple(card for _, card in group) for group in twins(asked(*questions))] == groups


def test_twins_that_are_each_like_a_third_are_one_group():
    long = "which peacekeeping mission did the government ask to leave"
    groups = twins(asked((f"{long} mali?", "x"), (f"{long} malis?", "x"), (f"{long} maliss?", "x")))
    assert len(groups) == 1
    assert len(groups[0]) == 3


def test_a_search_for_twins_can_be_cancelled():
    assert twins(asked(*[("who left mali?", "x"), ("who left mali!", "x")] * 2), lambda: True) == [
        (("d", "0"), ("d", "2")),
        (("d", "1"), ("d", "3")),
    ]
