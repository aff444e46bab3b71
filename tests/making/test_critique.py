"""Each rule of a good card, by cards that break it and cards that only look as if they did."""

from __future__ import annotations

import pytest

from trainer.cards.card import Card, Kind, Source
from trainer.cards.critique import critique
from trainer.cards.leads import in_a_row

GOOD = Card("a", "In what year did the Wagner Group deploy to Mali?", "2021", Kind.WHEN)


def rules(question: str, answer: str, kind: Kind = Kind.WHAT, **fields: object) -> list[str]:
    return [breach.rule for breach in critique(Card("a", question, answer, kind, **fields))]  # type: ignore[arg-type]


def with_source(question: str, answer: str, kind: Kind, sentence: str, words: str) -> list[str]:
    """The rules broken by a card whose span is these words of its sentence."""
    start = sentence.index(words)
    return rules(question, answer, kind, source=Source("b", sentence, 1, (start, start + len(words))))


def test_a_good_card_breaks_nothing() -> None:
    assert critique(GOOD) == ()


@pytest.mark.parametrize(
    ("question", "answer", "rule"),
    [
        ("What did Mali demand", "an exit", "has_one_question"),
        ("Mali demanded an exit?", "yes", "has_one_question"),
        ("What did Mali demand? And when?", "an exit", "has_one_question"),
        ("What did did Mali demand?", "an exit", "reads_clean"),
        ("What did Mali demand of?", "an exit", "reads_clean"),
        ("What did Mali , the state, demand?", "an exit", "reads_clean"),
        ("What did Mali demand?", "an an exit", "reads_clean"),
        ("What did Mali demand?", "one two three four five six seven eight nine", "is_short"),
        (f"What did Mali {'so ' * 20}{'very ' * 20}demand?", "an exit", "is_short"),
        ("Which group did Mali call the Wagner Group?", "the Wagner Group", "keeps_its_answer"),
        ("The fine was doubled from five to [...] years in May 2024.", "ten", "keeps_its_answer"),
        ("Tolls more than tripled from [...] to 60 dollars in May 2024.", "20", "keeps_its_answer"),
        ("Since when did Mali forbid them to fly ()?", "May 2021", "reads_clean"),
        ("Whom did Omar Haddad's brother meet in Mali?", "Omar Haddad", "keeps_its_answer"),
        ("What did they demand from Mali?", "an exit", "stands_alone"),
        ("Who asked him to leave Mali?", "Omar Haddad", "stands_alone"),
        ("What did this demand from Mali?", "an exit", "stands_alone"),
        ("What did the Mission lose in Mali?", "its consent", "stands_alone"),
        ("What did the agency demand from Mali?", "an exit", "stands_alone"),
        ("What did the former demand from Mali?", "an exit", "stands_alone"),
        ("What did another Mali demand?", "an exit", "stands_alone"),
        ("How much did Mali pay Wagner for a year by contrast?", "$10 million", "stands_alone"),
        ("In what year, besides, did Mali leave ECOWAS?", "2024", "stands_alone"),
        ("Of which country did Mali decide in 2023 in favour?", "Russia", "reads_clean"),
        ("According to the brief on Mali, who put that figure at 300?", "Al Jazeera", "stands_alone"),
        ("What did Mali demand last week?", "an exit", "is_dated"),
        ("What did Mali demand recently?", "an exit", "is_dated"),
        ("What does Mali currently demand?", "an exit", "is_dated"),
        ("What did Mali demand three years ago?", "an exit", "is_dated"),
        ("What did Mali vote on in June?", "a referendum", "is_dated"),
        ("What did Mali vote on on June 18?", "a referendum", "is_dated"),
        ("Who is the foreign minister of Mali?", "Abdoulaye Diop", "is_dated"),
        ("What could Mali demand in June 2023?", "an exit", "is_asserted"),
        ("What might Mali demand in June 2023?", "an exit", "is_asserted"),
        ("What did Mali likely demand in June 2023?", "an exit", "is_asserted"),
        ("What did Mali demand if France left in 2023?", "an exit", "is_asserted"),
        ("What did rebels burn down?", "a bridge", "names_its_subject"),
        ("In what year did the bridge fall?", "2021", "names_its_subject"),
    ],
)
def test_a_flawed_card_breaks_its_rule(question: str, answer: str, rule: str) -> None:
    assert rule in rules(question, answer)


@pytest.mark.parametrize(
    ("question", "answer", "kind"),
    [
        ("On what date did Mali vote on its constitution?", "June 18, 2023", Kind.WHEN),
        ("What did Mali vote for on June 18, 2023?", "a referendum", Kind.WHAT),
        ("What did Mali vote on in June 2023?", "a referendum", Kind.WHAT),
        ("What did Mali vote on in May 2023?", "a referendum", Kind.WHAT),
        ("As of June 2023, who was Mali's foreign minister?", "Abdoulaye Diop", Kind.WHO),
        ("According to the June 2023 brief, what might Mali demand?", "an exit", Kind.WHAT),
        ("As of June 2023, according to the UN, what might Mali demand?", "an exit", Kind.WHAT),
        ("Which armed forces left Mali in 2023?", "the French armed forces", Kind.WHO),
        ("What does SADC stand for?", "Southern African Development Community", Kind.ACRONYM),
        ("What did the US demand from Mali?", "an exit", Kind.WHAT),
        ("Which three countries signed the Lima Accord?", "Peru, Chile, and Bolivia", Kind.LIST),
        ("MINUSMA lost [...] soldiers in Mali.", "168", Kind.CLOZE),
    ],
)
def test_a_card_that_only_looks_flawed_is_kept(question: str, answer: str, kind: Kind) -> None:
    assert rules(question, answer, kind) == []


@pytest.mark.parametrize("question", ["Mali lost [...] of [...].", "Mali lost men.", "How many men did Mali lose?"])
def test_a_cloze_has_one_gap(question: str) -> None:
    assert "has_one_question" in rules(question, "168", Kind.CLOZE)


@pytest.mark.parametrize(
    ("hedge", "said"),
    [
        ("At least", "at least"),
        ("More than", "more than"),
        ("Over", "more than"),
        ("About", "about"),
        ("Some", "about"),
        ("Nearly", "nearly"),
        ("Up to", "up to"),
        ("As many as", "up to"),
        ("An estimated", "an estimated"),
    ],
)
def test_a_lost_hedge_is_noticed(hedge: str, said: str) -> None:
    sentence = f"{hedge} 168 MINUSMA peacekeepers had been killed."
    bare, kept = (f"As of June 2023, {words}how many MINUSMA troops had died?" for words in ("", f"{said} "))
    assert "keeps_hedge" in with_source(bare, "168", Kind.HOW_MANY, sentence, "168")
    assert with_source(kept, "168", Kind.HOW_MANY, sentence, "168") == []
    assert with_source(bare, f"{said} 168", Kind.HOW_MANY, sentence, "168") == []


@pytest.mark.parametrize("doubt", ["reportedly", "allegedly", "probably", "apparently", "possibly"])
def test_a_lost_doubt_is_noticed(doubt: str) -> None:
    sentence = f"Wagner forces {doubt} left Mali in 2022."
    assert "keeps_doubt" in with_source("Who left Mali in 2022?", "Wagner forces", Kind.WHO, sentence, "Wagner forces")


def test_a_doubt_of_another_clause_is_none_of_the_card() -> None:
    sentence = "Wagner forces left Mali in 2022, and France reportedly returned."
    assert with_source("Who left Mali in 2022?", "Wagner forces", Kind.WHO, sentence, "Wagner forces") == []


def test_the_month_of_may_is_no_doubt() -> None:
    sentence = "Wagner forces left Mali in May 2022."
    assert with_source("Who left Mali in May 2022?", "Wagner forces", Kind.WHO, sentence, "Wagner forces") == []


def test_an_answer_outside_its_span_is_noticed() -> None:
    sentence = "Wagner forces were seen at this crime in Mali."
    assert "is_supported" in with_source("At what were they seen?", "the Moura massacre", Kind.WHAT, sentence, "crime")


def test_a_span_that_holds_a_part_of_the_name_holds_the_answer() -> None:
    sentence = "Diara left Mali in 2022."
    assert with_source("Who left Mali in 2022?", "Ousmane al-Diara", Kind.WHO, sentence, "Diara") == []


@pytest.mark.parametrize("span", [(4, 4), (5, 4)])
def test_a_span_without_a_character_is_noticed(span: tuple[int, int]) -> None:
    assert "is_supported" in rules(GOOD.question, "2021", Kind.WHEN, source=Source("b", "It came in 2021.", 1, span))


@pytest.mark.parametrize("options", [("2020",), ("2020", "2020"), ("2020", "2021"), ("2018", "2019", "2020", "2022")])
def test_unsound_options_are_noticed(options: tuple[str, ...]) -> None:
    assert "has_sound_options" in rules(GOOD.question, "2021", Kind.WHEN, distractors=options)


def test_an_option_that_is_a_key_is_noticed() -> None:
    fields = {"accepted": ("Haddad",), "distractors": ("Haddad", "Diop")}
    assert "has_sound_options" in rules("Who left Mali in 2022?", "Omar Haddad", Kind.WHO, **fields)


@pytest.mark.parametrize("options", [(), ("2020", "2022"), ("2019", "2020", "2022")])
def test_sound_options_are_kept(options: tuple[str, ...]) -> None:
    assert rules(GOOD.question, "2021", Kind.WHEN, distractors=options) == []


def test_the_day_of_a_month_tells_nothing_of_a_figure() -> None:
    asked = "To what percentage did the Bank of Ghana lower its rate on March {} 2024?"
    assert rules(asked.format("27,"), "27 percent", Kind.HOW_MANY) == []
    assert rules(asked.format("3, 2024, after 27 days, in"), "27 percent", Kind.HOW_MANY) == ["keeps_its_answer"]


def test_a_weekday_holds_the_day_that_was_made_of_it() -> None:
    told = "The cabinet of Chad fell on Friday."
    fell = "The cabinet of Chad fell on [...]."
    assert with_source(fell, "April 4, 2025", Kind.CLOZE, told, "Friday") == []
    assert with_source(fell, "April 4, 2025", Kind.CLOZE, told, "cabinet") == ["is_supported"]


def test_what_a_brief_is_about_names_nobody_for_a_pronoun() -> None:
    opened = "According to the June 2023 brief on Mali:"
    assert rules(f"{opened} It lost [...] troops in Gao.", "200", Kind.CLOZE) == ["stands_alone"]
    asked = "According to the brief on Mali, by how many men did it shrink in 2023?"
    assert rules(asked, "200", Kind.HOW_MANY) == ["stands_alone"]
    assert rules(f"{opened} It is likely that [...] troops left Gao.", "200", Kind.CLOZE) != ["stands_alone"]


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("As of May 2024: The front-runners are [...] (person) of the MPP.", "Omar Haddad"),
        ("Omar Haddad of the MPP broke with Anna Berg in January 2014, and [...] (person) of the UPC.", "Ana Silva"),
        ("[...] (person) of the MPP broke with Anna Berg in January 2014, and Ana Silva of the UPC.", "Omar Haddad"),
    ],
)
def test_half_of_a_pair_is_not_told_as_all_of_it(question: str, answer: str) -> None:
    assert rules(question, answer, Kind.CLOZE) == ["is_whole"]


def test_a_list_that_ends_with_a_name_is_whole() -> None:
    asked = "As of May 2024: Yerevan hosts people from Gao, Lima, and [...] (city) of Chad."
    assert rules(asked, "Moundou", Kind.CLOZE) == []
    assert rules("As of May 2024: The candidates are [...] (two persons).", "Haddad and Silva", Kind.CLOZE) == []


@pytest.mark.parametrize(
    ("question", "asked"),
    [
        ("According to the brief on mpox, on what date did Chad fall?", "On what date did Chad fall?"),
        ("According to the June 2023 brief: [...] left Mali.", "[...] left Mali."),
        ("As of June 2023, according to the brief on Mali: [...] left.", "[...] left."),
        ("In the June 2023 brief, what does PMC stand for?", "What does PMC stand for?"),
        ("Who left Mali in June 2023?", "Who left Mali in June 2023?"),
    ],
)
def test_a_list_shows_what_each_question_asks(question: str, asked: str) -> None:
    assert in_a_row(question) == asked
