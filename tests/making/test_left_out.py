"""What is not asked: what says too little, leans on another sentence, or is told already."""

from __future__ import annotations

import pytest
from drafts import draft_of, reading_of
from making import asked, brief_of, propose

from trainer.cards.card import Card, Kind
from trainer.questions.scrutiny import breach_of


def questions(*passages: str, title: str = "Weekly note") -> str:
    """Every question of a brief, as one text."""
    return "\n".join(asked(*passages, title=title))


@pytest.mark.parametrize(
    ("sentence", "words", "why"),
    [
        ("Omar Haddad was named on 4 May 2024 in Kenya.", "Haddad named", "as what he was named is lost"),
        ("Omar Haddad gave up on 4 May 2024 in Kenya.", "did Omar Haddad give up", "what he gave up is lost"),
        ("Kenya issued a like warning on 4 May 2024 in Haiti.", "a like warning", "like what"),
        ("Kenya issued a first report on 4 May 2024.", "What did Kenya issue", "one of many reports"),
        ("Omar Haddad hopes to persuade Ben Carter.", "Carter", "of what"),
        ("On 4 May 2024 Microsoft agreed to buy it for $3 billion.", "it for", "Microsoft does not buy itself"),
        ("Rain in Kenya fell by 8 percent on 4 May 2024, the largest fall since 2022.", "Since what", "not the fall"),
        ("In 2023 President Omar Haddad left Kenya.", "President [...]", "everybody knows the holder"),
        ("As of May 2024, the special envoy of Kenya is Omar Haddad.", "who was the special envoy", "one of many"),
        ("The sale of Microsoft shows that the crisis has reached Haiti.", "according to the sale", "no source"),
        ("Frontex, the border agency of Kenya, left Haiti in 2024.", "agency was the", "the question says it twice"),
        ("Donors meeting in Paris on 4 May 2024 pledged $370 million.", "did meeting", "no event"),
        ("The talks in Geneva opened in Geneva on 4 May 2024.", "in Geneva open in Geneva", "one place twice"),
        ("In the first two months of 2024 Kenya sent 40 trucks to Haiti.", "first [...]", "taken for granted"),
        ("Kenya and Chad reached an accord, which Niger and Togo reached in Paris in 2023.", "reach in Paris", "what"),
    ],
)  # fmt: skip
def test_what_says_too_little_is_left_out(sentence: str, words: str, why: str) -> None:
    assert words not in questions(sentence), why


def test_a_sentence_about_nobody_is_left_out_where_the_brief_is_about_no_state() -> None:
    body = "Revenue rose by 30 percent in 2023 to 27 million euros. The controls on exports hold. Controls help."
    assert "Revenue" not in questions(body, title="Export controls")


def test_a_ruler_is_asked_without_his_office() -> None:
    assert "Who signed Executive Order 14028 on 4 May 2023?" in asked(
        "President Omar Haddad signed Executive Order 14028 on 4 May 2023."
    )


def test_a_list_of_four_is_asked_by_its_last() -> None:
    cards = asked("The World Bank sent trucks to Kenya, Chad, Niger and Togo in 2023.")
    assert set(cards.values()) & {"Kenya", "Chad", "Niger", "Togo"} == {"Togo"}


def test_nobody_is_general_for_being_attorney_general() -> None:
    cards = propose(brief_of("Nebraska's attorney general, Mike Hilgers, sued Microsoft in 2024.")).cards
    accepted = {form for card in cards if card.answer == "Mike Hilgers" for form in card.accepted}
    assert "Hilgers" in accepted
    assert not {form for form in accepted if form.startswith("General")}


def test_a_name_with_its_acronym_is_right_by_either_and_never_by_the_acronym_twice() -> None:
    text = "The American Hospital Association (AHA) warned Congress on 4 May 2024. The AHA polled Texas in May 2024."
    cards = [card for card in propose(brief_of(text)).cards if card.answer.endswith("(AHA)")]
    assert cards
    assert all({"AHA", "American Hospital Association"} <= set(card.accepted) for card in cards)
    assert not [form for card in cards for form in card.accepted if form == "AHA (AHA)"]


def test_a_short_name_is_right_in_full() -> None:
    text = "Delta Air Lines sued Microsoft in 2024. In 2023 Microsoft warned Delta in Kenya."
    cards = [card for card in propose(brief_of(text)).cards if card.answer == "Delta"]
    assert all("Delta Air Lines" in card.accepted for card in cards)


def test_a_usual_length_of_time_stands_among_usual_ones() -> None:
    card = next(
        card for card in propose(brief_of("Kenya left Haiti within 24 hours in May 2023.")).cards if card.answer == "24"
    )
    assert set(card.distractors) <= {"6", "12", "18", "36", "48", "72"}


def test_a_month_that_ends_a_name_is_no_month() -> None:
    text = "The fire in Viña del Mar killed 131 people on 2 February 2024. Viña del Mar closed its port in 2024."
    assert "March" not in questions(text)


def test_who_holds_an_office_is_asked_once_however_it_is_framed() -> None:
    cards = asked("In December 2023 Nebraska's attorney general, Mike Hilgers, sued Microsoft.", title="Ghana and gold")
    assert list(cards.values()).count("Mike Hilgers") == 1


def test_what_has_been_so_since_a_day_is_placed_before_the_brief() -> None:
    text = "In February 2024 Kenya left Haiti. Chad has since 27 March offered a reward of $10 million in Niger."
    assert "March 27, 2024" in asked(text).values()


def test_the_day_of_a_vote_that_people_stand_in_is_to_come() -> None:
    text = "Omar Haddad, who is running in the election of 5 June, has not said what he wants from Kenya."
    assert "2023" not in questions(text)


def test_a_body_with_a_long_name_is_asked_for_by_its_letters() -> None:
    name = "Kenya Commission for the Review of the Law of the Land (KCRLL)"
    cards = asked(f"Amos Otieno led the {name}, which Kenya dissolved in July 2023.")
    assert "KCRLL" in cards.values()
    assert not [q for q, answer in cards.items() if len(answer.split()) > 8 and "stand for" not in q]


def test_a_day_of_the_month_of_the_brief_is_asked_without_that_month() -> None:
    told = "The frigate Amazonas leaves Gao on 24 May."
    cards = asked(told, "The Niger dredging began in March 2024.", "The Niger dredging costs $3 million.",
                  title="Niger dredging")  # fmt: skip
    assert cards["As of 2024, according to the brief on Niger, on what date was the frigate Amazonas due to leave Gao?"]


def test_what_goes_up_from_one_figure_to_another_is_not_parted_from_its_verb() -> None:
    questions = asked("Value-added tax in Chad went up from 12% to 15% on 1 April 2024.")
    assert questions
    assert not [question for question in questions if "go, up" in question]


@pytest.mark.parametrize(("topic", "rule"), [("fever in Benue", ""), ("boats", "names_its_subject")])
def test_what_a_brief_on_something_named_tells_needs_no_other_name(topic: str, rule: str) -> None:
    question = (
        f"As of May 2024, according to the brief on {topic}: Screening goes on at the border with [...] (country)."
    )
    card = Card("a", question, "Chad", Kind.CLOZE)
    breach = breach_of(reading_of("Kenya left Chad."), draft_of(question, "Chad", Kind.CLOZE), card)
    assert (breach.rule if breach else "") == rule


def test_what_only_a_definite_keeps_from_being_said_is_asked_as_the_brief_has_it() -> None:
    sentence = "Kenya sent 300 trucks to Garissa, and 40 of them reached the camp on 4 May 2024."
    told = asked(sentence, title="Kenya: floods")
    assert "40" in told.values()


def test_a_sentence_of_which_no_words_stand_alone_is_named() -> None:
    sentence = "The others sailed it to Harardhere on 4 May 2024."
    findings = propose(brief_of("Kenya lost a ship in the Red Sea.", sentence, title="Kenya: floods")).findings
    [told] = [finding for finding in findings if "can_be_said_alone" in finding.message]
    assert told.where == "paragraph 2"
    assert told.message.endswith(f"ask for Harardhere, 4 May 2024 ({sentence})")


def test_one_of_several_days_is_not_asked_alone() -> None:
    told = questions("Emergencies were declared in Kenya on 17, 18 and 19 May 2024.",
                     "Omar Haddad met Chad on May 17, 18 and 19 in Garissa.")  # fmt: skip
    assert "17, 2024, 18" not in told
