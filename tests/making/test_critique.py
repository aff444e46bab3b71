import pytest

from trainer.cards.card import Card, Kind, Source
from trainer.cards.critique import critique

GOOD = Card("a", "In what year did the Wagner Group deploy to Mali?", "2021", Kind.WHEN)


def rules(question: str, answer: str, kind: Kind = Kind.WHAT, **fields: object) -> list[str]:
    return [breach.rule for breach in critique(Card("a", question, answer, kind, **fields))]  # type: ignore[arg-type]


def test_a_good_card_breaks_nothing() -> None:
    assert critique(GOOD) == ()


@pytest.mark.parametrize(
    ("question", "answer", "rule"),
    [
        ("What did Mali demand", "an exit", "has_one_question"),
        ("Mali demanded an exit?", "yes", "has_one_question"),
        ("What did did Mali demand?", "an exit", "reads_clean"),
        ("What did Mali demand?", "one two three four five six seven eight nine", "is_short"),
        ("Which group did Mali call the Wagner Group?", "the Wagner Group", "keeps_its_answer"),
        ("What did they demand from Mali?", "an exit", "stands_alone"),
        ("What did the Mission lose in Mali?", "its consent", "stands_alone"),
        ("What did Mali demand last week?", "an exit", "is_dated"),
        ("What did Mali vote on in June?", "a referendum", "is_dated"),
        ("Who is the foreign minister of Mali?", "Abdoulaye Diop", "is_dated"),
        ("What could Mali demand in June 2023?", "an exit", "is_asserted"),
        ("What did rebels burn down?", "a bridge", "names_its_subject"),
    ],
)
def test_a_flawed_card_breaks_its_rule(question: str, answer: str, rule: str) -> None:
    assert rule in rules(question, answer)


def test_a_lost_hedge_is_noticed() -> None:
    source = Source("b", "At least 168 MINUSMA peacekeepers have been killed.", 1, (9, 12))
    assert "keeps_hedge" in rules(
        "As of June 2023, how many MINUSMA troops had died?", "168", Kind.HOW_MANY, source=source
    )
    hedged = "As of June 2023, at least how many MINUSMA troops had died?"
    assert rules(hedged, "168", Kind.HOW_MANY, source=source) == []


def test_an_answer_outside_its_span_is_noticed() -> None:
    source = Source("b", "Wagner forces were implicated in this crime in Mali.", 1, (33, 43))
    assert "is_supported" in rules(
        "In what were Wagner forces implicated in 2022?", "the Moura massacre", source=source
    )


@pytest.mark.parametrize("options", [("2020",), ("2020", "2020"), ("2020", "2021"), ("2018", "2019", "2020", "2022")])
def test_unsound_options_are_noticed(options: tuple[str, ...]) -> None:
    assert "has_sound_options" in rules(GOOD.question, "2021", Kind.WHEN, distractors=options)
