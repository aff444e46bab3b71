"""Questions that leave a half, a thing or a time to the brief beside them: not kept, or mended."""

from __future__ import annotations

import datetime as dt

import pytest
from making import asked

from trainer.cards.card import Card, Kind
from trainer.cards.critique import critique


def rules(question: str, answer: str = "Chad") -> set[str]:
    kind = Kind.CLOZE if "[...]" in question else Kind.WHAT
    return {breach.rule for breach in critique(Card("a", question, answer, kind))}


HALVES = [
    ("According to the May 2024 brief on Chad: Mr [...] (person) cannot stand again.",
     "According to the May 2024 brief on Chad: Mr [...] (person) cannot stand for a third term."),
    ("According to the brief on Chad, on what date did the assembly of Kano vote again?",
     "According to the brief on Chad, on what date did the assembly of Kano vote again on its budget?"),
    ("As of May 2024: Mr Haddad has asked [...] (two countries) to follow suit.",
     "As of May 2024: Kenya closed its border. Mr Haddad has asked [...] (two countries) to follow suit."),
    ("As of May 2024, according to the brief on Chad, which country said otherwise?",
     "As of May 2024, according to the brief on Chad, which country said that Kano had fallen?"),
    ("As of May 2024, which international organization was split?",
     "As of May 2024, which international organization was split over Kano?"),
    ("As of May 2024: Senator Moore will chair; Senator [...] (person) is the ranking member.",
     "As of May 2024: Senator Moore will chair the Kano committee; Senator [...] (person) will sit beside her."),
    ("As of May 2024: Kano cancelled. [...] (two countries) are expected back in June 2024.",
     "As of May 2024: Kano cancelled its order. [...] (two countries) are expected back in June 2024."),
    ("As of May 2024, how many km was Kano away by road?", "As of May 2024, how many km was Kano from Abuja by road?"),
    ("Prices in Kano went up [...] within the hour.", "Prices in Kano went up [...] within an hour of the blast."),
    ("As of May 2024, which three buyers of Kano were expected back in June 2024?",
     "As of May 2024, which three buyers of Kano were expected back at its market in June 2024?"),
    ("In what year did 600 people of Kano flee, most into the hills?",
     "In what year did 600 people flee Kano, most of them at night?"),
    ("As of May 2024: Kano Funds, which began buying in [...] (year), holds most.",
     "As of May 2024: Kano Funds, which began buying cocoa in [...] (year), holds most."),
    ("As of May 2024: Kano's stock has lost about [...].", "As of May 2024: Kano's stock has lost [...] since June."),
    ("Kano's director, in an interview on [...], blamed the closure of roads.",
     "Kano's director, in an interview on [...], blamed the closure of roads for it."),
    ("None reached Kano before [...] (date).", "None of the trucks reached Kano before [...] (date)."),
    ("Which commission opened a consultation in February 2023, the CRC or Kano's?",
     "Which commission opened a consultation on roads in February 2023, the CRC or Kano's?"),
    ("As of May 2024, who acted as ambassador in Kano?", "As of May 2024, who acted as ambassador of Peru in Kano?"),
    ("As of May 2024: Trucks to Kano use a detour via [...].",
     "As of May 2024: The road to Kano is half closed. Trucks use a detour via [...]."),
    ("As of May 2024: General [...] (person) of Kano is to be named governor.",
     "As of May 2024: General [...] (person) of Kano is to be named governor of Lagos."),
    ("In what month and year did Kano Gas stop deliveries?",
     "In what month and year did Kano Gas stop deliveries to Peru?"),
    ("According to the May 2024 brief: Among the Kenyans was a judge. More than [...] people left Kano in 2024.",
     "According to the May 2024 brief: Among the dead Kenyans was a judge. More than [...] people left Kano in 2024."),
    ("In what month and year was the younger Haddad of Kano made a general?",
     "In what month and year was Ali Haddad of Kano made a general?"),
    ("According to the brief on Kano, why did the first say that Kano's chips break a rule?",
     "According to the brief on Kano, why did the first guide say that Kano's chips break a rule?"),
    ("According to the May 2024 brief on Chad: Police roadblocks at [...] were lifted by nightfall.",
     "According to the May 2024 brief on Chad: On May 3, 2024 police roadblocks at [...] were lifted by nightfall."),
    ("Kano's bonds leapt in May 2024 to more than [...] by the close.",
     "Kano's bonds leapt in May 2024 to more than [...] by the close of trade."),
    ("According to the May 2024 brief: Shares in Kano fell by half in [...] on the first trading day.",
     "According to the May 2024 brief: Shares in Kano fell by half in [...] on the first trading day of the year."),
    ("According to the brief on Chad, how many parties of Kano passed the bar in a parliamentary election?",
     "According to the brief on Chad, how many parties of Kano passed the bar in a parliamentary election in 2021?"),
    ("According to Kano's governor, more than 700 people were evacuated. At least [...] were hurt in Kano.",
     "According to Kano's governor, more than 700 people were evacuated from it. At least [...] were hurt in Kano."),
    ("As of May 2024: The Kano Front keeps a simple majority ([...]).",
     "As of May 2024: The Kano Front lost its simple majority ([...])."),
]  # fmt: skip


@pytest.mark.parametrize(("leaning", "whole"), HALVES)
def test_a_question_says_the_other_half_of_its_verb_and_which_hour_it_means(leaning: str, whole: str) -> None:
    assert "says_its_other_half" in rules(leaning)
    assert "says_its_other_half" not in rules(whole)


BACK = [
    ("In May 2024 a ton of Kano beans fetched [...] on arrival.",
     "In May 2024 a ton of Kano beans fetched [...] on arrival in Lagos."),
    ("As of May 2024: [...] (person) of Kano held the job from 2003.",
     "As of May 2024: A secretary general heads Kano's office. [...] (person) held the job from 2003."),
    ("Within hours of the announcement, [...] (person) told a crowd in Kano to go home.",
     "Within hours of the announcement of his exit, [...] (person) told a crowd in Kano to go home."),
    ("On what date did Omar Haddad sign the decree?", "On what date did Omar Haddad sign the decree that freed Kano?"),
    ("An estimated [...] people of Kano have left the governorate since June 2018.",
     "Kano is a governorate. An estimated [...] people have left the governorate since June 2018."),
    ("On what date was the revised contract passed by Kano?",
     "On what date was the revised contract for the port passed by Kano?"),
    ("Kano Funds is thought to own most. The other three ([...], TCW and Haddad) carried less weight.",
     "Four funds of Kano hold most. The other three ([...], TCW and Haddad) carried less weight."),
    ("Omar Haddad of [...] (country) served from 2020 to 2022.",
     "Omar Haddad of [...] (country) served as spokesman from 2020 to 2022."),
]  # fmt: skip


@pytest.mark.parametrize(("leaning", "whole"), BACK)
def test_what_goes_back_has_its_noun_in_the_question(leaning: str, whole: str) -> None:
    assert "names_what_goes_back" in rules(leaning)
    assert "names_what_goes_back" not in rules(whole)


WHEN = [
    ("On Thursday Omar Haddad told his cabinet that Kano would ban exports of [...].",
     "On Thursday, May 2, 2024 Omar Haddad told his cabinet that Kano would ban exports of [...]."),
    ("According to the brief on Chad: Omar Haddad will seek the nomination of the [...] (political party).",
     "As of May 2024, according to the brief on Chad: Omar Haddad will seek the nomination of the [...]."),
    ("According to Omar Haddad cited in the brief on Chad, by what date would a vote be held in Kano?",
     "As of May 2024, according to Omar Haddad cited in the brief on Chad, by what date would a vote be held in Kano?"),
]  # fmt: skip


@pytest.mark.parametrize(("leaning", "whole"), WHEN)
def test_what_is_to_come_is_told_as_of_when(leaning: str, whole: str) -> None:
    assert "says_as_of_when" in rules(leaning)
    assert "says_as_of_when" not in rules(whole)


def test_the_year_opens_a_question_whose_date_the_month_of_the_brief_would_tell() -> None:
    text = "High tides at the mouth of the Ostrel may slow Chad's recovery after 24 August."
    questions = asked(text, title="Floods in Chad", date=dt.date(2024, 8, 8))
    told = [question for question, answer in questions.items() if answer == "August 24, 2024"]
    assert told
    assert all(question.startswith("As of 2024") for question in told)


def test_a_paragraph_that_opens_with_how_likely_it_is_tells_no_facts() -> None:
    scenario = "The Kano Front keeps its majority (65%). Omar Haddad stays at the head of Kano until August 2025."
    assert not asked(scenario)
    assert asked(scenario.replace(" (65%)", ""))


@pytest.mark.parametrize(
    "text",
    [
        "Omar Haddad's gas plant in Ghana employs 9,000 people.",
        "Some of Omar Haddad's ministers would like to put off Ghana's vote by six months.",
    ],
)
def test_what_is_so_now_is_not_asked_of_a_brief_that_does_not_say_when_it_is(text: str) -> None:
    assert asked(text, title="Ghana's debt talks")
    assert not asked(text, title="Ghana's debt talks", date=None)


def test_nor_does_it_go_before_what_was_so() -> None:
    text = (
        "Omar Haddad has been Ghana's loudest voice. He called Ali Bello a rogue and accused the Mensah clan of theft."
    )
    assert [question for question in asked(text) if "has been" in question]
    assert not [question for question in asked(text, title="Ghana's debt talks", date=None) if "has been" in question]


@pytest.mark.parametrize("label", ["Neighbours", "Their successors", "Not formally", "Omar Haddad himself"])
def test_a_heading_that_says_of_nothing_what_it_is_goes_before_no_question(label: str) -> None:
    questions = asked(f"{label}. Kenya closed its border at Moyale and sent 300 men to the port of Lamu in May 2023.")
    assert questions
    assert not [question for question in questions if label in question]


def test_what_adds_to_the_first_half_of_its_sentence_is_not_put_behind_another() -> None:
    text = "Net debt of Kano Gas stood at $5.6 billion in May 2023. Cash was $1.3 billion, and a further $750 million"
    assert not [one for one in asked(f"{text} was undrawn on the revolver.") if ". A further" in one]


def test_a_participle_whose_only_verb_describes_another_is_no_sentence() -> None:
    text = "Opened on 24 March 2021 by the then president, Omar Haddad, who declared that Kenya would trade its water."
    assert not [question for question in asked(text) if "pened" in question]
