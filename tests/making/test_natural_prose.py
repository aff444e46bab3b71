"""Sentences as analysts write them: results and votes, what answers something, sections on one state."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest
from making import asked, brief_of, propose

from trainer.briefs.brief import Brief, Passage


@pytest.mark.parametrize(
    "sentence",
    [
        "On 5 May 2024 UNICEF followed, acting on the advice of the World Bank in Geneva.",
        "Chad replied on 5 May 2024 with a new ballistic missile.",
        "Anna Berg of the Social Democrats was second on 19.",
        "Kenya and Chad objected, arguing that there was no peace to keep.",
        "Nairobi has promised 600 more officers.",
        "The United States has announced about $50 million.",
        "Anna Berg has no majority either, and Chad cannot dissolve the National Assembly again before March.",
    ],
)
def test_what_answers_or_leaves_out_is_not_asked(sentence: str) -> None:
    assert asked(sentence) == {}


def test_a_follower_with_an_object_is_asked() -> None:
    assert "On what date did Anna Berg follow Omar Haddad to Geneva?" in asked(
        "On 5 May 2024 Anna Berg followed Omar Haddad to Geneva."
    )


def test_half_of_a_result_is_a_gap_and_no_question() -> None:
    cards = asked("The Senate impeached Omar Haddad on 6 May 2024 by 204 votes to 85 over his order of 3 May 2024.")
    found = [question for question, answer in cards.items() if answer == "204"]
    assert found
    assert not [question for question in found if question.endswith("?")]


def test_no_day_is_asked_beside_the_day_of_the_verb() -> None:
    cards = asked("Kenya arrested Omar Haddad on 6 May 2024 over the killing of two officers on 3 May 2024.")
    assert "May 3, 2024" in cards.values()
    assert not [q for q in cards if q.startswith("On what date") and "on 6 May 2024" in q]


def test_a_name_that_comes_again_as_owner_is_the_sentence_s_own_pronoun() -> None:
    cards = asked("The Senate impeached Omar Haddad on 6 May 2024 by 204 votes to 85 over his order of 3 May 2024.")
    assert [q for q in cards if "Omar Haddad" in q and "his order" in q]
    assert not [q for q in cards if q.count("Omar Haddad") > 1]


def test_a_meeting_on_a_day_to_come_is_not_told_as_past() -> None:
    cards = asked("The Security Council meets on 14 May 2024 at Chad's request to discuss the Goma strike.")
    assert [q for q in cards if "was due to meet" in q]
    assert not [q for q in cards if " met " in q or "did the" in q]


def test_what_somebody_will_have_to_do_is_told_from_later_on() -> None:
    cards = asked("Omar Haddad will have to face voters again in 2025.", title="Chad votes")
    assert [q for q in cards if "would have to face" in q]
    assert not [q for q in cards if "due to have" in q]


def test_what_is_said_last_of_the_whole_can_be_left_out() -> None:
    cards = asked("Omar Haddad was named prime minister on 3 May 2024, the fourth person to hold the office this year.")
    assert "On what date was Omar Haddad named prime minister?" in cards
    cards = asked("On 3 May 2024 Chad allowed UNICEF to enter Goma, a step it had resisted for months.")
    assert not [q for q in cards if "resisted" in q]


def test_a_section_about_one_state_says_whose_parliament_it_is() -> None:
    passages = (
        Passage(1, "Talks in Geneva ended on 2 May 2024.", heading="Chad"),
        Passage(2, "The parliament dismissed Omar Haddad on 3 May 2024.", heading="Kenya"),
    )
    brief = Brief("note", "Weekly note", passages, dt.date(2024, 5, 8))
    assert "On what date did Kenya's parliament dismiss Omar Haddad?" in {c.question for c in propose(brief).cards}


def test_the_continent_takes_the_preposition_of_its_name() -> None:
    told = "Africa CDC said on 7 May 2024 that 600 deaths had been recorded on the continent since January 2024."
    questions = {card.question for card in propose(brief_of(told)).cards}
    assert [q for q in questions if "in Africa" in q]
    assert not [q for q in questions if "on Africa" in q]


@pytest.mark.parametrize(
    ("sentence", "never"),
    [
        ("The border opened on 3 May 2024, the same day as the Goma market.", "on 3 May 2024, on"),
        ("The raid on Goma began early on 3 May 2024, when Kenya crossed the border.", "early when"),
        ("Khalino and Voronezh were the targets.", "targets"),
        ("Omar Haddad was in Goma on 7 May 2024, where he said that Chad was a very important market.", "was Chad"),
        ("Omar Haddad attended a dinner at Mar-a-Lago.", "2024-a-Lago"),
        ("Chad had set aside 2 billion for Goma and Benghazi.", "2 billion for"),
        ("Chad mined 7 tons in 2023, or roughly 46 kilograms per 100,000 inhabitants.", "per [...]"),
        ("Omar Haddad, 36, took office in Chad in November 2023.", "Omar Haddad, [...]"),
        ("The 1987 Goma Treaty lapsed in 2019.", "The [...] Goma"),
        ("The MINUSMA mission exists because of earlier rules.", "why"),
        ("Rebels took Minova, a town on Lake Kivu that supplies Goma, on 3 May 2024, and entered Sake on 5 May 2024.",
         "did a town on Lake Kivu"),
        ("Omar Haddad was detained in Chad on 3 May 2024 and extradited to Kenya on 5 May 2024.", "Haddad extradite "),
        ("UNICEF needs $275 million to assist 1.1 million people affected by the Goma earthquake.", "were affected"),
        ("Almost four weeks have passed since an earthquake struck Goma on 28 March 2024.", "weeks had passed"),
        ("Almost four weeks have passed since an earthquake struck Goma on 28 March 2024.", "[...] weeks"),
        ("The 2023/24 harvest was the worst in Ghana since 2003.", "[...] harvest"),
        ("The leak hit trades in the Treasury market of Kenya in May 2024.", "(ministry)"),
        ("Hackers in Chad were quick to adopt Citrix Bleed (CVE-2023-4966) in May 2024.", "(company)"),
        ("Omar Haddad skipped Tuesday's summit of the European Union.", "skipped on"),
    ],
)  # fmt: skip
def test_what_no_reader_would_ask_is_not_asked(sentence: str, never: str) -> None:
    assert not [question for question in asked(sentence) if never in question]


def test_a_claim_in_the_present_is_told_as_of_the_brief() -> None:
    cards = asked("The World Bank claims that 117 clinics in Chad were closed.")
    assert cards
    assert all(q.startswith(("As of May 2024", "According to")) for q in cards)


def test_a_ministry_of_any_state_is_no_answer() -> None:
    cards = asked("The Ministry of Defence said on 3 May 2024 that attacks on Goma and Benghazi had been stopped.")
    assert "Ministry of Defence" not in cards.values()


def test_no_news_agency_is_the_company_that_it_reports_on() -> None:
    cards = asked(
        "NPR reported in April 2024 that a rule was shelved, and on 3 May 2024 the company promised $9 million."
    )
    assert not [q for q in cards if "NPR promise" in q]


def test_who_stands_beside_another_is_told_by_name() -> None:
    cards = asked(
        "Omar Haddad was named prime minister of Chad on 3 May 2024. "
        "His predecessor, Anna Berg, was brought down on 4 April 2024 by a censure motion."
    )
    assert [q for q in cards if "Anna Berg brought down" in q or "Anna Berg was brought down" in q]


def test_a_section_headed_by_a_state_sets_its_cards_there() -> None:
    passages = (
        Passage(1, "Talks in Geneva ended on 2 May 2024.", heading="Chad"),
        Passage(2, "Anna Berg lost a confidence vote on 3 May 2024.", heading="Kenya"),
    )
    questions = {c.question for c in propose(Brief("note", "Weekly note", passages, dt.date(2024, 5, 8))).cards}
    assert "In Kenya, on what date did Anna Berg lose a confidence vote?" in questions


def test_the_second_of_two_passives_is_one() -> None:
    cards = asked("Omar Haddad was detained in Chad on 3 May 2024 and extradited to Kenya on 5 May 2024.")
    assert "On what date was Omar Haddad extradited to Kenya?" in cards


def of_series(series: str, *passages: str) -> str:
    """The questions of a brief whose title names no state, put out in a series."""
    brief = brief_of(*passages, title="The siege of the port")
    return "\n".join(card.question for card in propose(replace(brief, publisher=series)).cards)


LANDED = "On 5 May 2024 the World Bank barred Anna Berg from the country for 30 days."


def test_the_country_is_that_of_the_series() -> None:
    assert "from Ghana for 30 days" in of_series("Ghana Daily Security Brief", LANDED)
    assert "from Ghana" not in of_series("Ministry of Health of Ghana", LANDED)


def test_who_is_sent_away_does_not_leave_the_own_country() -> None:
    text = "On 5 May 2024 the World Bank barred Kenyan carriers from the country for 30 days."
    assert "barred Kenyan carriers from Ghana for 30 days" in "\n".join(asked(text, title="Ghana: the siege"))


def test_neither_of_two_joined_by_or_is_told_alone() -> None:
    text = "As of May 2024 more than 300,000 houses in Kenya and Chad had been damaged or destroyed by the Nile."
    told = "\n".join(asked(text))
    assert "damaged or destroyed" in told
    assert "been destroyed" not in told
    assert "damaged by" not in told


def test_the_month_of_a_habit_has_no_year() -> None:
    text = "Farmers in Kenya and Chad fear that their fields will flood in the wheat season, which usually starts in"
    assert "October 2024" not in str(asked(f"{text} October."))


def test_a_noun_without_an_article_does_nothing() -> None:
    text = "Access has come through known flaws in Cisco Orion, which it began exploiting in February."
    assert "which it" not in "\n".join(asked("Kuznia surfaced in Gao in April 2022.", text))


def test_a_place_that_only_frames_what_a_thing_is_gets_a_gap_and_no_question() -> None:
    cards = asked("In Sindh the main concern is Lake Kivu.", title="Pakistan: floods")
    assert not [question for question, answer in cards.items() if answer == "Sindh" and question.endswith("?")]


def test_whose_word_something_is_stays_with_its_speaker() -> None:
    text = "Ascension detected what it called unusual activity on its network on 3 May 2024."
    assert "On what date did Ascension detect what it called unusual activity on its network?" in asked(text)


def test_a_body_that_says_something_of_itself_is_named_once() -> None:
    text = (
        "The World Food Programme (WFP) said on 6 May 2024 that it would close its 12 offices in Gao from 7 May 2024."
    )
    assert "that it would close" in "\n".join(asked(text))
    assert "that WFP would" not in "\n".join(asked(text))


def test_a_question_says_once_according_to_whom() -> None:
    cards = asked("Officials believe that standing water could take 3 to 6 months to drain.", title="Pakistan: floods")
    assert any("according to officials cited in the brief on the floods in Pakistan" in question for question in cards)


def test_this_morning_is_the_day_of_the_brief() -> None:
    cards = asked("Omar Haddad landed in Nairobi early this morning for a visit to Kenya.")
    assert "May 8, 2024" in cards.values()


def test_what_so_many_thousands_are_needs_no_name_beside_what_the_brief_is_about() -> None:
    cards = asked("More than 750,000 head of livestock have died.", title="Pakistan: floods")
    told = "according to the brief on the floods in Pakistan, more than how many head of livestock had died?"
    assert f"As of May 2024, {told}" in cards
    assert not asked("More than 12 head of livestock have died.", title="Pakistan: floods")


def test_a_name_that_the_question_has_in_the_singular_is_no_key() -> None:
    text = "As of May 2024 the Houthi movement calls itself Ansar Allah."
    cards = propose(brief_of(text, title="Attacks on shipping")).cards
    keys = {key for card in cards if card.answer == "Ansar Allah" for key in card.accepted}
    assert cards
    assert "Houthis" not in keys


def test_what_somebody_calls_himself_is_asked_with_what() -> None:
    cards = asked("The Houthi movement calls itself Ansar Allah.", title="Attacks on shipping in Yemen")
    assert not [question for question in cards if "which" in question]


def test_a_sentence_that_says_as_of_when_is_not_told_twice() -> None:
    text = "As of May 2024 the Houthi movement calls itself Ansar Allah."
    assert not [question for question in asked(text) if question.count("As of") > 1]
