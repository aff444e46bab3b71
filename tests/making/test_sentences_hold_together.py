"""Sentences are cut where a clause ends, and what goes together is asked and told together."""

from __future__ import annotations

from making import asked
from tellings import questions_for, tellings_of, told_of
from test_in_context import ways_of

from trainer.language.acronyms import acronyms
from trainer.language.dates import date_mentions
from trainer.questions.capitals import decapitalized
from trainer.questions.closed import is_closed


def test_two_that_share_a_verb_behind_a_clause_on_a_place_stay_together():
    told = tellings_of(
        "In northern Chad, where the Logone burst its banks near Bongor on 3 May, Fada and Faya are cut off."
    )
    assert not any(one.startswith("Faya") for one in told)


def test_a_clause_on_a_place_ends_where_the_subject_of_the_sentence_begins():
    told = tellings_of("In Chad, where the Logone burst its banks on 3 May, the Red Cross opened 12 camps.")
    assert not any("banks" in one and "camps" in one and not one.startswith("In Chad, where") for one in told)


def test_an_and_within_a_subject_joins_no_clauses():
    told = tellings_of("Trade fell in May 2023, when 40 miners died and the army and police fired on crowds in Lima.")
    assert not any(one.endswith("died and the army") or one.startswith("Police") for one in told)


def test_a_name_alone_behind_a_semicolon_is_no_clause():
    told = tellings_of(
        "Maersk, which leads the market, was the least exposed of the lines; MSC and Evergreen lost little."
    )
    assert not any(one.endswith("MSC") for one in told)


def test_the_name_that_ends_an_apposition_is_left_out_with_it():
    told = tellings_of(
        "Shell will spend $90 million on a plant in Katanga, the home of the opposition leader, Paul Kasongo."
    )
    assert "Shell will spend $90 million on a plant in Katanga" in told


def test_of_those_who_do_one_or_the_other_neither_is_told():
    told = tellings_of("The date keeps down turnout among Malians who live in Chad or who must travel to Kayes.")
    assert not any(one.startswith("Malians") for one in told)


def test_a_place_behind_a_bare_noun_is_told_without_it():
    told = tellings_of("Downside: trouble in Zambia, where a drought is lowering the level of Lake Bangweulu.")
    assert "A drought is lowering the level of Lake Bangweulu in Zambia" in told


def test_an_alias_is_not_who_speaks():
    told = tellings_of(
        "A clerk, using the alias Juan Perez, who said he saw the mayor take $9,000 from Luis Soto, was heard."
    )
    assert not any(one.startswith("The alias") for one in told)


def test_a_bond_with_its_price_before_it_is_one():
    told = tellings_of("In May 2013 the fund bought a $3 billion Eurobond issued under English law.")
    assert "A $3 billion Eurobond was issued under English law" in told


def test_what_has_lasted_since_then_has_been_so():
    told = tellings_of(
        "The floating terminal Exeter, moored at Pori since May 2022, is the main source of Finnish gas."
    )
    assert any("has been moored at Pori since May 2022" in one for one in told)


def test_a_participle_goes_on_behind_the_state_of_its_place():
    told = tellings_of(
        "Since 2013, no member may host the troops of a rival without the consent of all the rest, a text widely "
        "understood to have been written with the German air base at Lamu, in Kenya, in mind."
    )
    assert any(one.startswith("A text was") and one.endswith("at Lamu, in Kenya, in mind") for one in told)


def test_what_a_clause_is_called_is_told_of_nothing_alone():
    told = tellings_of("No member may host troops of others, a rule written with the base at Lamu in mind.")
    assert not any(one.startswith("A rule was") for one in told)


def test_who_opened_it_was_not_opened():
    told = tellings_of(
        "Opened on 3 May by the mayor, Anna Berg, who declared that Chad would sell water, it holds 52 tons."
    )
    assert not any(one.startswith("Anna Berg, who was") for one in told)


def test_most_into_a_place_is_asked_in_no_question():
    said = questions_for("6,000", "Around 6,000 people fled Gao in May 2023, most into Niger.")
    assert said
    assert not any("2023 most into" in one for one in said)


def test_things_are_put_under_something_behind_the_verb():
    said = questions_for("23", "Peru placed 23 kinds of machine under licence in July 2023, and Chile did the same.")
    assert any("ow many kinds of machine did Peru place under licence" in one for one in said)


def test_a_distance_is_asked_with_from_what_it_is_counted():
    said = questions_for("300", "On 3 May 2024 a shell landed within 300 metres of the Kasra hospital in Sanaa.")
    assert not any("land of" in one for one in said)


def test_the_day_that_is_declared_a_holiday_is_no_day_of_declaring():
    said = asked("Chad's government has declared 9 May 2024 a public holiday.")
    assert not any(one.endswith("declared a public holiday?") for one in said)


def test_a_year_behind_the_event_that_all_is_counted_from_is_not_asked():
    said = asked("The Kanem Party has governed Chad since independence in 1960.")
    assert not any("what year" in one for one in said)


def test_a_place_behind_the_second_of_two_is_not_asked():
    said = asked("The Kanem Party rests on the Bornu Union and on its allies in Borneo.")
    assert not any(one.startswith(("On which island", "In which")) or "on which island did" in one for one in said)


def test_why_is_not_asked_of_one_of_a_row():
    assert not asked("The first closed its Bergen office in March 2023 because the rent had doubled.")


def test_nouns_in_a_row_behind_a_colon_make_no_sentence():
    flags = (
        "The third lists flags for diversion: buyers founded after May 2021, sites that turn out to be homes, data "
        "centres that cannot say how much power they draw."
    )
    rows = [told for told in told_of(flags) if told.way.endswith("right :")]
    assert rows
    assert not any(is_closed(told) for told in rows)


def test_by_some_estimates_is_no_source_to_be_named():
    said = asked("Samsung, which by some estimates earned a fifth of its chip revenue in China, was the most exposed.")
    assert not any("According to by" in one for one in said)


def test_an_answer_to_a_question_heads_no_paragraph():
    said = asked("Not formally. Chad sent 40 trucks and 19 drones to Gao in May 2023.")
    assert said
    assert not any("Not formally:" in one for one in said)


def test_more_than_a_decade_is_not_cut_short():
    said = asked(
        "On paper, a trade that has stripped the hills of southern Chad for more than a decade is finished. It begins "
        "with a chainsaw and a bicycle."
    )
    assert any("for more than a decade begins with" in one for one in said)


def test_a_possessive_is_no_part_of_a_long_form():
    found = acronyms("Data came in from the Kigali Space Agency's (KSA) centre.")
    assert [pair.name for pair in found] == ["Kigali Space Agency"]


def test_a_time_of_day_goes_with_its_day_before_a_name():
    found = [date_mentions(f"{day} Anna Berg spoke.")[0].text for day in ("Yesterday morning", "On Thursday evening")]
    assert found == ["Yesterday morning", "Thursday evening"]


def test_a_neighbouring_state_is_written_small():
    assert decapitalized("Neighbouring Chad called for calm.") == "neighbouring Chad called for calm."


def test_a_sentence_in_brackets_goes_before_another_without_them():
    said = ways_of(
        "(Chad's Anna Berg pardoned 49 soldiers in January 2024.) On 16 April 2024 the minister, Idris Kaya, told "
        "Mali that he wanted them out.",
        "Idris Kaya",
    )
    assert any("pardoned" in one for one in said)
    assert not any(".)." in one or one.startswith("(") for one in said)
