"""Sentences are told complete: with their subject, their article, their commas and the capitals that they need."""

from __future__ import annotations

from making import asked
from tellings import gaps_of, tellings_of, told_of
from test_in_context import ways_of
from test_reference import alone

from trainer.briefs.marks import find_mark
from trainer.language.sentences import split
from trainer.questions.capitals import decapitalized
from trainer.questions.closed import is_closed, is_whole_sentence


def test_a_comma_that_also_closes_an_apposition_stays() -> None:
    told = tellings_of("Anna Berg, a banker thought to be living in Chad, who sold the mine, has not been arrested.")
    assert "Anna Berg, a banker thought to be living in Chad, has not been arrested" in told


def test_what_came_down_from_a_figure_has_no_comma() -> None:
    said = asked("Inflation came down from 16.9% in March 2015 to 2.2% in May 2018 in Chad.", title="Chad")
    assert said
    assert not any("came, down" in one for one in said)


def test_no_sentence_ends_between_the_two_sides_of_a_case() -> None:
    assert len(list(split("It had ruled on torture in 2012, in Peru v. Chad. Nobody came."))) == 2


def test_neither_side_of_a_case_is_asked() -> None:
    assert not {"Peru", "Kenya"} & set(gaps_of("It had ruled on torture in May 2012, in Peru v. Kenya."))


def test_a_span_of_years_at_the_head_is_told_from_to() -> None:
    said = asked("Between 2013 and 2021 some 500 lenders lost their licences in Chad.")
    assert not any("Between [...]" in one for one in said)


def test_a_clause_that_whether_opens_is_no_sentence() -> None:
    told = told_of("Whether the parliament of Chad confirms it by the middle of March.")[0]
    assert not is_closed(told)
    act = told_of("The Media Act under which offenders face six years in prison.")[0]
    assert not is_closed(act)


def test_one_of_many_without_an_article_makes_no_sentence() -> None:
    for text in ("Commander freed his men in Gao within hours.", "Chemical tanker attacked a trawler off Lagos."):
        told = told_of(text)[0]
        assert not is_closed(told)
        assert not is_whole_sentence(told)


def test_a_name_with_a_colon_before_a_verb_is_its_subject() -> None:
    told = tellings_of("Russia: will seek closer ties with Chad, perhaps a return to the pact.")
    assert any(one.startswith("Russia will seek closer ties") for one in told)
    assert not any(is_closed(one) for one in told_of("Russia: will seek closer ties with Chad.")[:1])


def test_the_day_of_an_entry_goes_into_its_sentence() -> None:
    said = asked("27 August 2016: President Idris Kaya of Chad suffers a stroke in Gao.")
    assert any("On [...], President Idris Kaya" in one for one in said)


def test_a_number_goes_before_the_day_of_an_entry() -> None:
    mark = find_mark("2.3 11 MAR, ANNA B. Chemical tanker, attacked off Lagos.")
    assert mark is not None
    assert mark.sign == "2.3"
    assert len(list(split("11 MAR, ANNA B. Chemical tanker, attacked off Lagos."))) == 2


def test_a_reason_heads_no_paragraph() -> None:
    said = ways_of("Largely because of one man. Chad sent 40 trucks to Gao in May 2023.", "40")
    assert said
    assert not any("Largely because" in one for one in said)


def test_only_the_first_sentence_of_a_paragraph_heads_it() -> None:
    said = ways_of("Kanem (26 seats). Kenya's birthplace. Chad sent 40 trucks to Gao in May 2023.", "40")
    assert said
    assert not any("birthplace" in one for one in said)


def test_an_owner_right_before_stays_a_pronoun() -> None:
    assert alone("The Chad Relief Fund (CRF) and its partners met.", "and its partners") == "and its partners"


def test_letters_in_brackets_take_the_article_of_the_name() -> None:
    said = asked(
        "Chad's case at the International Court of Justice (ICJ) began in May 2023. The Court told Chad in June 2023 "
        "that 40 experts would be heard."
    )
    assert not any("According to ICJ" in one or "did ICJ" in one or ": ICJ " in one for one in said)


def test_a_disease_of_a_title_is_written_small() -> None:
    said = asked(
        "Polio Control was founded in 2009. The outbreak killed 40 children in Gao in May 2023.", title="Polio in Chad"
    )
    assert any("polio outbreak" in one for one in said)
    assert not any("the Polio outbreak" in one or "The Polio outbreak" in one for one in said)


def test_a_common_word_before_letters_is_written_small() -> None:
    assert decapitalized("Real GDP grew.") == "real GDP grew."


def test_a_day_behind_a_clause_in_the_present_is_not_its_own() -> None:
    told = tellings_of("Juan Perez met Anna Berg, who chairs the Relief Board, on 19 May 2024.")
    assert "Anna Berg chairs the Relief Board" in told


def test_a_year_that_is_set_is_not_when() -> None:
    said = asked("The Solar Act sets 2035 as the target for federal systems in Chad.")
    assert not any("set as" in one for one in said)


def test_most_notably_is_asked_in_no_question() -> None:
    said = asked("Chad's leaders have bargained before, most notably over the Gao schoolgirls in March 2018.")
    assert not any(one.endswith("?") and "most notably" in one for one in said)


def test_what_an_office_is_for_is_not_asked() -> None:
    said = asked("The Special Envoy for Assistance to Chad, Juan Perez, met Anna Berg in Gao on 19 May 2024.")
    assert "Assistance" not in said.values()


def test_a_place_called_a_city_is_told_without_the_noun_before_it() -> None:
    told = tellings_of("Cold chain: power in Gao city, where two of the six hospitals still function, lasts two hours.")
    assert not any("function in power" in one for one in told)
