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
    assert not [question for question in asked(text) if "its most dangerous" in question and "Kenya" not in question]


def test_a_definite_of_a_word_that_came_before_does_not():
    before = "Kenya asked the IMF for a review of its loans in March 2024."
    assert "the review" not in "\n".join(asked(before, "IMF staff and Chad spoke of the review on 4 April 2024."))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Anna Berg would be cooler towards Kenya.", "cooler"),
        ("UNICEF said that comparable measures in Chad could cost it $8 million.", "comparable"),
        ("Chad's government had pencilled in 4 percent for 2025.", "pencilled"),
        ("Omar Haddad, of the Green Party, took 44.2 percent in Kenya.", "44.2"),
        ("Maersk lifted its new forecast to 29 percent from 27 percent on 3 May 2024.", "forecast"),
        ("Kenya signed the order on 3 May 2024 with a fine of $5 million.", "the order on"),
        ("The Bank of Ghana moved quickly.", "quickly"),
        ("On 6 May 2024 at least 22 people were killed when fighters of the Lord's Resistance Army clashed in Goma.",
         "killed?"),
    ],
)  # fmt: skip
def test_what_only_the_sentence_around_it_explains_is_not_told_alone(text, words):
    assert words not in questions(text)


def test_a_forecast_of_something_and_a_share_of_a_vote_are_told():
    assert "inflation forecast" in questions("Kenya lifted its inflation forecast to 29 percent on 3 May 2024.")
    assert "of the vote" in questions("Omar Haddad took 44.2 percent of the vote in Kenya on 3 May 2024.")


def test_what_a_when_tells_happened_on_the_day_at_the_head_of_its_sentence():
    text = "On 6 May 2024 at least 22 people were killed when fighters of the Lord's Resistance Army clashed in Goma."
    assert "On May 6, 2024, in which city did fighters of the Lord's Resistance Army clash?" in asked(text)


def test_the_scene_before_a_colon_is_that_of_the_clause_behind_it():
    text = "In Chad the picture was mixed: coffee sales of Maersk rose by 3 percent in 2023."
    assert [told for told in tellings_of(text) if told.startswith("In Chad coffee sales")]


def test_a_source_inside_a_clause_answers_for_all_of_it():
    text = "UNICEF, according to a Reuters report in April, could lose $3 billion over a ship that sank off Kenya."
    said = "According to a Reuters report in April 2024, how much could UNICEF lose over a ship that sank off Kenya?"
    assert asked(text)[said] == "$3 billion"


def test_the_day_on_which_more_happened_can_be_left_out():
    text = "Omar Haddad was jailed in Goma on 3 May 2024, the day on which his party met in Geneva to elect Anna Berg."
    assert "On what date was Omar Haddad jailed in Goma?" in asked(text)


def test_a_day_that_stood_alone_is_not_asked_without_its_word():
    assert "alone?" not in questions("Traders estimate that Kenya sold around $10 billion on that day alone.")
    assert "On what date" not in questions("Kenya sold $10 billion in Chad on 3 May 2024 alone.")


def test_a_body_is_asked_by_its_name_where_its_short_form_was_left_out():
    text = "The Bureau of Maritime Safety (BMS), the arm of the state that inspects ships, closed Goma on 3 May 2024."
    assert "Which bureau closed Goma on 3 May 2024?" in asked(text)


def test_nothing_stresses_a_clause_that_was_left_out():
    text = "The rise in Kenya's fuel tax from 12 percent to 15 percent was unpopular in May 2024 even though it helped."
    assert "even." not in questions(text)


def test_the_government_is_not_that_of_a_state_at_which_something_is_aimed():
    rivals = "Kenya met Chad. Kenya armed Chad. Kenya's men left. Chad's men left. Kenya fell. Chad paid Kenya."
    text = f"{rivals} Kenya grew. Restrictions on Kenya are strict. On 3 May 2024 the government told Nvidia to leave."
    assert "Kenya's government" not in questions(text)


@pytest.mark.parametrize("owner", ["Beijing", "Kenya"])
def test_what_only_somebody_can_decide_was_done_by_the_owner_of_the_subject_before(owner):
    text = f"{owner}'s stronger lever is oil. It prohibited exports of gallium to Chad in December 2023."
    assert f"In what month and year did {owner} prohibit exports of gallium to Chad?" in asked(text)


def test_a_lever_that_falls_is_not_its_owner():
    assert "Maersk fall" not in questions("Maersk's stronger lever is oil. It fell by 3 percent in December 2023.")


def test_who_did_something_to_a_thing_told_of_in_passing_is_not_asked_by_that_alone():
    text = "The Rubymar sank on 2 March, having trailed an oil slick that Central Command (CENTCOM) measured in Yemen."
    assert "measured an oil slick" not in questions(text)


def test_a_week_that_only_the_brief_knows_is_not_told():
    text = "Traders estimate that Kenya's sales over the week may have exceeded $20 billion in May 2024."
    assert "over the week" not in questions(text)


def test_from_what_and_to_what_a_level_was_moved_are_two_phrases():
    text = "Kenya raised its lending rate from 44 percent to 46 percent on 3 May 2024 and suspended its auctions."
    assert "To what percentage did Kenya raise its lending rate from 44 percent on 3 May 2024?" in asked(text)


def test_he_is_whom_the_sentence_before_describes_and_goes_back_to():
    described = "Omar Haddad is heir to a fleet and has led Chad since May 2022, when he won a vote"
    text = f"{described} called after Anton Berg closed the Senate. He met Boris Kim in Geneva on 3 May 2024."
    assert "On what date did Omar Haddad meet Boris Kim in Geneva?" in asked(text)
