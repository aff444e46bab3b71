"""A name is right by what it names: with title or without, by the surname, in full, in short; never by likeness."""

from __future__ import annotations

import pytest
from asked import card

from trainer.cards import Kind
from trainer.cards.grade import Verdict
from trainer.cards.grading import grade

MINISTER = "Who was Mali's foreign minister?"


@pytest.mark.parametrize(
    "given",
    [
        "Diop", "abdoulaye diop", "A. Diop", "Foreign Minister Diop", "Malian Foreign Minister Abdoulaye Diop",
        "the Malian FM Diop", "Mr Diop", "Diop, the foreign minister", "Diop Abdoulaye", "UN envoy Diop",
    ],
)  # fmt: skip
def test_a_person_is_right_with_or_without_office_and_title(given: str) -> None:
    assert grade(card(MINISTER, "Abdoulaye Diop"), given).verdict is Verdict.RIGHT


@pytest.mark.parametrize(
    ("answer", "given", "verdict"),
    [
        ("Abdoulaye Diop", "Abdulaye Diop", "nearly"),
        ("Abdoulaye Diop", "Karim Diop", "partly"),
        ("Abdoulaye Diop", "Abdoulaye", "partly"),
        ("Abdoulaye Diop", "Deputy Foreign Minister Diop", "nearly"),
        ("Abdoulaye Diop", "the foreign minister", "wrong"),
        ("Abdoulaye Diop", "Abdoulaye Diop and Karim Wade", "partly"),
        ("Abdoulaye Diop", "Wade", "wrong"),
        ("Nana Akufo-Addo", "Nana Addo Dankwa Akufo-Addo", "right"),
        ("Sophia Akuffo", "Sophia A. B. Akuffo", "right"),
        ("Abdel Fattah al-Burhan", "General Burhan", "right"),
        ("Mohammed bin Salman", "bin Salman", "right"),
        ("Xi Jinping", "Xi", "right"),
        ("Xi Jinping", "President Xi Jinping", "right"),
        ("Muammar Gaddafi", "Muammar Qaddafi", "right"),
        ("Kadiatou Camara", "Kadiatou Kamara", "nearly"),
        ("Biden", "President Joe Biden", "nearly"),
        ("World Bank", "Bank", "partly"),
        ("UK P&I Club", "P&I", "partly"),
        ("UK P&I Club", "p", "wrong"),
        ("UK P&I Club", "I", "wrong"),
    ],
)
def test_a_person_is_no_other_of_the_same_surname(answer: str, given: str, verdict: str) -> None:
    assert grade(card("Who was it?", answer), given).verdict.value == verdict


def test_a_surname_that_two_share_is_not_enough() -> None:
    wade = card("Who was president?", "Abdoulaye Wade", distractors=("Karim Wade", "Macky Sall"))
    found = grade(wade, "Wade")
    assert (found.verdict, found.note) == (Verdict.PARTLY, "more than one person is called so")
    assert grade(wade, "A. Wade").verdict is Verdict.RIGHT
    assert grade(wade, "Karim Wade").verdict is not Verdict.RIGHT
    alone = card("Who was president?", "Abdoulaye Wade")
    assert grade(alone, "Wade").verdict is Verdict.RIGHT
    assert grade(alone, "Wade", others=["Karim Wade"]).verdict is Verdict.PARTLY


@pytest.mark.parametrize(
    ("question", "answer", "given"),
    [
        ("Which group was it?", "the Wagner Group", "wagner"),
        ("Which country was it?", "the United Kingdom", "UK"),
        ("Which country was it?", "the United Kingdom", "Great Britain"),
        ("Which country was it?", "France", "the French"),
        ("Which country was it?", "Democratic Republic of the Congo", "DRC"),
        ("Which country was it?", "Ivory Coast", "Côte d’Ivoire"),
        ("Who demanded it?", "Mali's military junta", "the Malian military junta"),
        ("Which body was it?", "UN Security Council", "United Nations Security Council"),
        ("Which body was it?", "UN Security Council", "UNSC"),
        ("Which body was it?", "the Federal Bureau of Investigation", "FBI"),
        ("Which body was it?", "Federal Bureau of Investigation (FBI)", "FBI"),
        ("Which body was it?", "Federal Bureau of Investigation (FBI)", "the Federal Bureau of Investigation"),
        ("Which group was it?", "Jama'at Nusrat al-Islam wal-Muslimin", "JNIM"),
        ("Which group was it?", "al-Qaeda", "al Qaeda"),
        ("Which group was it?", "al-Qaeda", "al-Qaida"),
        ("Which group was it?", "the Islamic State", "ISIS"),
        ("Which city was it?", "Kyiv", "Kiev"),
        ("Which text was it?", "Resolution 2690", "UN Security Council Resolution 2690"),
        ("Which programme was it?", "World Food Programme", "World Food Program"),
        ("Which mission was it?", "United Nations Stabilisation Mission", "UN Stabilization Mission"),
        ("Which company was it?", "Nordic Mills", "the Danish company Nordic Mills"),
        ("Which company was it?", "Nordic Mills", "Nordic Mills, a Danish company"),
        ("Which company was it?", "Nordic Mills Inc.", "Nordic Mills"),
        ("Which brigade was it?", "11 Mechanised Brigade (11 MECH BDE)", "11 MECH BDE"),
        ("Which brigade was it?", "11 Mechanised Brigade", "11th Mechanized Brigade"),
        ("Where was it?", "Goma", "in Goma"),
        ("Where was it?", "Goma", "the city of Goma"),
        ("Where was it?", "the Sahel", "Sahel region"),
        ("Where was it?", "Mount Dolna", "Mt. Dolna"),
        ("Which group?", "Islamic State", "the militant group Islamic State"),
        ("The [...] (ship) was seized.", "Dolna Star", "the tanker Dolna Star"),
        ("Where was it?", "Mount Dolna", "Mt Dolna"),
        ("The destroyer [...] (ship) struck it.", "Guilin", "the destroyer Guilin"),
        ("Which court was it?", "US Supreme Court", "Supreme Court"),
        ("Which jet was it?", "737 MAX", "Boeing 737 MAX"),
        ("Where was it?", "Kamituga", "the gold-mining town of Kamituga"),
        ("What was it called?", "Operation Barkhane", "Barkhane"),
        ("What kind of force is it?", "a Russian private military company", "Russian PMC"),
    ],
)
def test_a_name_is_right_by_another_of_its_names(question: str, answer: str, given: str) -> None:
    assert grade(card(question, answer), given).verdict is Verdict.RIGHT


@pytest.mark.parametrize(
    ("answer", "given"),
    [
        ("Niger", "Nigeria"), ("Niger", "Nigerian"), ("Mali", "Malawi"), ("Iran", "Iraq"), ("Gambia", "Zambia"),
        ("Austria", "Australia"), ("South Sudan", "Sudan"), ("North Kivu", "South Kivu"), ("Kuwait", "Kuwait City"),
        ("MINUSMA", "MINUSCA"), ("MINUSMA", "MINUMSA"), ("Islamic State Greater Sahara", "Islamic State"),
        ("Islamic State", "Islamic State West Africa"), ("World Bank", "World Bank staff"),
        ("International Monetary Fund", "talks with the International Monetary Fund"), ("Mali", "eastern Mali"),
        ("Wagner Group", "Russia"), ("Niger", "Niger or Nigeria"), ("Niger", "Niger / Nigeria"),
        ("Resolution 2690", "Resolution 2960"), ("Group of Seven", "Group of Eight"), ("4 Division", "14 Division"),
        ("Gulf of Aden", "Gulf of Guinea"), ("Muammar Gaddafi", "the uprising against Muammar Gaddafi"),
        ("Security Council", "secretary to the Security Council"), ("Republic of the Congo", "DRC"),
        ("Guinea", "Guinea-Bissau"), ("Red Sea", "Dead Sea"), ("Operation Serval", "Operation Barkhane"),
        ("737 MAX", "Boeing 737"), ("737 MAX", "737"), ("US Supreme Court", "UK Supreme Court"),
        ("Minsk II", "Minsk agreements"), ("Council", "Security Council"), ("Council", "City Council"),
        ("National Council", "Security Council"),
        ("Mount Dolna", "Mount Varish"),
    ],
)  # fmt: skip
def test_another_name_is_never_right(answer: str, given: str) -> None:
    assert not grade(card("Which was it?", answer), given).verdict.accepted


@pytest.mark.parametrize("given", ["Guilin, China", "Guilin city", "the city of Guilin"])
def test_a_ship_is_not_the_town_that_it_is_called_after(given: str) -> None:
    asked = "The Chinese destroyer [...] (ship) struck a cutter off China."
    assert not grade(card(asked, "Guilin"), given).verdict.accepted


@pytest.mark.parametrize(
    ("given", "accepted"),
    [("Omar Berg", True), ("President Omar Berg", True), ("Omar", True), ("Berg", False), ("Carlo Berg", False)],
)
def test_a_relative_is_right_with_the_surname_that_the_question_has(given: str, accepted: bool) -> None:
    assert grade(card("Anna Berg's uncle [...] fled abroad.", "Omar"), given).verdict.accepted is accepted


@pytest.mark.parametrize(
    ("question", "answer", "given", "note"),
    [
        ("Where was it?", "Moura", "Moura, Mali", "right, with more than the answer says"),
        ("Where was it?", "Austin, Texas", "Austin", "right; the answer says Austin, Texas"),
        ("Which body?", "Fijian Coast Patrol", "Coast Patrol", "right; the answer says Fijian Coast Patrol"),
        ("Which body?", "RCS", "River Coast Service", "right, in full; the answer on the card is the acronym"),
        ("Which group?", "the Wagner Group", "Wagner mercenaries", "right; the answer says otherwise what it is"),
        ("Which city was it?", "Ouagadougou", "Ouagadugu", "right but for the spelling"),
        ("Which place was it?", "Benghazi", "Bengazi", "right but for the spelling"),
    ],
)  # fmt: skip
def test_what_is_more_or_less_than_the_name_is_said(question, answer, given, note) -> None:
    found = grade(card(question, answer), given)
    assert (found.verdict, found.note) == (Verdict.NEARLY, note)


def test_a_slip_that_makes_another_answer_is_no_slip() -> None:
    city = card("Which city was it?", "Hargeisa", distractors=("Hargeysa", "Berbera"), reject=("Hargesia",))
    assert grade(city, "Hargesa").verdict is Verdict.WRONG
    assert grade(city, "Hargesia").verdict is Verdict.WRONG
    plain = card("Which city was it?", "Hargeisa")
    assert grade(plain, "Hargesa").verdict is Verdict.NEARLY
    assert grade(plain, "Hargesa", others=["Hargesa"]).verdict is Verdict.WRONG


ACRONYM = "What does MINUSMA stand for?"
FULL = "United Nations Multidimensional Integrated Stabilization Mission in Mali"


@pytest.mark.parametrize(
    ("question", "answer", "given", "verdict"),
    [
        (ACRONYM, FULL, "UN Multidimensional Integrated Stabilisation Mission in Mali", "right"),
        (ACRONYM, FULL, "UN Multidimensional Integrated Stabilization Mission for Mali", "nearly"),
        (ACRONYM, FULL, "Multidimensional Integrated Stabilization Mission in Mali", "nearly"),
        (ACRONYM, FULL, "UN Multidimensional Stabilization Mission in Mali", "partly"),
        (ACRONYM, FULL, "MINUSMA", "wrong"),
        ("What does PMC stand for?", "private military company", "private military companies", "right"),
        ("What does PMC stand for?", "private military company", "private militray company", "nearly"),
        ("What is the acronym for it?", "UNHCR", "unhcr", "right"),
        ("What is the acronym for it?", "UNHCR", "U.N.H.C.R.", "right"),
        ("What is the acronym for it?", "UNHCR", "UNHRC", "wrong"),
        ("What is the acronym for it?", "FTOs", "FTO", "right"),
        ("What is the acronym for it?", "FTO", "FTOs", "right"),
        ("What is the acronym for it?", "GAS", "GA", "wrong"),
        ("What does DRC stand for?", "Democratic Republic of the Congo", "Democratic Republic of Congo", "right"),
        ("What does DRC stand for?", "Democratic Republic of the Congo", "DRC", "wrong"),
        ("What does SDF stand for?", "Syrian Democratic Forces", "Syria's Democratic Forces", "right"),
        ("What does DRC stand for?", "Democratic Republic of the Congo", "DR Congo", "partly"),
        ("What is the acronym for it?", "UNHCR", "UN High Commissioner for Refugees", "wrong"),
    ],
)
def test_an_acronym_card_asks_for_exactly_that(question, answer, given, verdict) -> None:
    assert grade(card(question, answer, Kind.ACRONYM), given).verdict.value == verdict


def test_what_the_question_says_already_is_no_answer() -> None:
    agency = card("The UN Refugee Agency ([...]) spoke.", "UNHCR")
    assert not grade(agency, "UN Refugee Agency").verdict.accepted
