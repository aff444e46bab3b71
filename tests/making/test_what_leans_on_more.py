"""What a sentence says only together with another word, clause or sentence: placed rightly, or not asked."""

import pytest
from making import asked
from tellings import tellings_of


def questions(text: str) -> str:
    return "\n".join(asked(text))


def test_a_date_is_placed_by_the_story_and_not_by_an_aside():
    text = "General Omar Haddad, who seized power in May 2020 and again in May 2021, closed Kenya's border on 13 April."
    assert asked(text)["On what date did General Omar Haddad close Kenya's border?"] == "April 13, 2024"


def test_that_year_is_the_one_named_right_before():
    left = "Kenyan troops left Chad by August 2021, Niger by February 2022 and Mali by December 2022;"
    text = f"{left} the United Nations mission in Mali, MINUSMA, closed at the end of that year."
    assert "closed at the end of 2022" in questions(text)


NOT_ASKED = [
    ("A Reciprocal Access Agreement with Chad, signed in July 2023, took effect in Kenya in May 2024.", "Chad signed"),
    ("Three debates were held in Nairobi on 7 April, 28 April and 3 May.", "On what date"),
    ("Goma fell within three days, Bukavu on 5 March, and Kenya's men were gone by 8 March 2024.", "fall Bukavu"),
    ("Kenya's debt of $1.3 billion due in April 2025 appears manageable so long as Chad pays in May 2024.", "so long."),
    ("Kenya's government hoped for 4.2 percent in 2023.", "For what percentage"),
    ("The price of cobalt in Kenya climbed above $20 in March 2024.", "More than how much"),
    ("Kenya, whose 1,500 troops had held Goma before they were expelled from Chad in March 2023, refused to leave.",
     "whose 1,500 troops had held Goma."),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "words"), NOT_ASKED)
def test_what_a_clause_has_lost_is_not_told_without_it(sentence, words):
    assert words not in questions(sentence)


def test_nothing_is_told_of_what_a_figure_is_only_set_beside():
    text = "Kenya counted 12 deaths per 100,000 people, compared with fewer than seven in 2019, and closed its border."
    assert not [told for told in tellings_of(text) if "were compared" in told]


def test_a_death_stays_somebodys_own():
    text = "Omar Haddad left Kenya in March 2024. The leader of Los Toros had faked his own death in 2021 in Chad."
    assert "had faked his own death" in questions(text)


def test_what_an_event_is_said_to_own_is_not_asked():
    text = "Kenya sent troops to Chad in March 2024. A push toward Niger on 3 April 2024 was its most dangerous option."
    assert "its most dangerous" not in questions(text)


def test_a_definite_that_reads_as_first_told_stays_as_it_is():
    text = "IMF staff and Kenya reached agreement on the third review on 4 April 2024."
    assert "On what date did IMF staff and Kenya reach agreement on the third review?" in questions(text)


def test_a_definite_of_a_word_that_came_before_does_not():
    before = "Kenya asked the IMF for a review of its loans in March 2024."
    assert "the review" not in "\n".join(asked(before, "IMF staff and Chad spoke of the review on 4 April 2024."))
