"""Clauses told on their own are whole sentences: nothing glued on, nothing broken off, no word in a wrong place."""

from __future__ import annotations

import datetime as dt

import pytest
from drafts import reading_of
from making import asked
from tellings import tellings_of, told_of, words_of

from trainer.facts.calendar import calendar_of
from trainer.facts.events import events
from trainer.facts.masks import SILENT
from trainer.questions.capitals import decapitalized
from trainer.questions.closed import is_closed


def questions(*passages: str, title: str = "Weekly note") -> str:
    return "\n".join(asked(*passages, title=title, date=dt.date(2024, 5, 8)))


FUND = (
    "The Extended Credit Facility approved in August 2022 at $1.3bn and enlarged to $1.7bn in 2023 because of the "
    "drought expires in October."
)
BERG = (
    "Anna Berg, a Finnish lawyer acting for the owner, Caravella LLC of Kenya, has disputed the boarding of the ship, "
    "arguing that any damage occurred outside Chad."
)
HELD = (
    "France left on 22 December 2023 after weeks in which its ambassador, Omar Haddad, was effectively confined to his "
    "embassy; the United States, which had been milder, was told in March 2024 that its pact with Niger was void, and "
    "left Agadez, a desert town, that August."
)

ORANO = (
    "His government has moved to nationalise Somaïr, the uranium company in which France's Orano holds about 63 "
    "per cent, and it continues to quarrel with China."
)
WARSAW = (
    "Warsaw is expected to spend 4.48 percent of output in 2025, according to figures released by NATO in April, the "
    "highest ratio in the Alliance."
)
SIGNS = (
    "A truce agreed inside the jails; judges excused from appearing in their own courts; an officer of rank killed; "
    "seizures moving from Guayaquil to Peru."
)
DIRECTIVE = (
    "The Corporate Sustainability Reporting Directive (CSRD) is put back by two years for companies due to report for "
    "the first time in 2026."
)
TURKEY = (
    "Turkey will buy twenty Eurofighter Typhoons from the United Kingdom for £8 billion, Keir Starmer and Recep Tayyip "
    "Erdoğan announced on 27 April."
)
KALAMOS = (
    "At about 0500 UTC on 21 April the Greek-flagged crude carrier Kalamos Spirit was approached by two small craft 77 "
    "nautical miles west of Hodeidah."
)
COURT = (
    "The affair began with the judgment of 26 February, by which the Court of Bosnia and Herzegovina gave Milorad "
    "Dodik a year in prison and six years without office for defying the High Representative, Christian Schmidt."
)
MISSION = (
    "The Regional Police Support Mission, led by New Zealand, left on 14 December, and its unarmed officers have "
    "handed their vehicles to the Bougainville Police Service."
)


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("Omar Haddad, whose release the Lima court ordered in 2023, is in Chad.",
         "The Lima court ordered Omar Haddad's release in 2023"),
        (ORANO, "France's Orano holds about 63 per cent in Somaïr"),
        (WARSAW, "Warsaw is expected to spend 4.48 percent of output in 2025, the highest ratio in the Alliance"),
        ("Kenya cleaned up the borrowing of Edgar Lungu, who died in South Africa in June 2023.",
         "Edgar Lungu died in South Africa in June 2023"),
        (FUND, "The Extended Credit Facility was approved in August 2022 at $1.3bn"),
        (FUND, "The Extended Credit Facility was enlarged to $1.7bn in 2023 because of the drought"),
        (FUND, "The Extended Credit Facility expires in October"),
        ("This ends ten months in which Chad moved 900 men to Gao.", "Chad moved 900 men in ten months to Gao"),
        ("Chad sent 200 men to Gao in 2023, partly because Mali had left.", "Chad sent 200 men to Gao in 2023"),
        ("Kenya has since issued a passport.", "Kenya has issued a passport"),
    ],
)  # fmt: skip
def test_a_clause_is_told_in_the_order_of_a_sentence(sentence: str, told: str) -> None:
    assert told in tellings_of(sentence)


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        (BERG, "Anna Berg, Caravella LLC of Kenya, has disputed the boarding of the ship, arguing that any damage"),
        (HELD, "confined to his embassy that August"),
        (COURT, "Bosnia and Herzegovina gave by"),
        (COURT, "a year by the judgment"),
        (HELD, "effectively in weeks confined"),
        ("Kenya took the advice of the IHR Emergency Committee that met in Gao in 2023.", "The advice of the IHR"),
        ("Rebels struck seven places, including Kayes and Diboli, a border town near Mali.", "places, a border town"),
        ("On 4 May, a missile evaded Israeli and American interceptors and landed near Gao.", "evaded Israeli."),
        ("About 90 men are said to have left isolation at Mugunga and other sites when the camps of Chad emptied.",
         "isolation at Mugunga."),
        ("Gazprom stopped supplies, after talks on a contract broke down, and accused Naftogaz of theft.",
         "contract accused"),
        ("Omar Haddad was arrested on the 5th and escaped from Gao on the 9th.", "was escaped"),
        ("On 4 May rebels hit a convoy bound for Gao, a northern town, killing 37 people, 27 of them soldiers.",
         "Gao 27 of them"),
    ],
)  # fmt: skip
def test_nothing_is_glued_to_another_clause(sentence: str, told: str) -> None:
    assert told not in "\n".join(f"{one}." for one in tellings_of(sentence))


@pytest.mark.parametrize(
    "told",
    [
        "The goal of Chad looks far off, but Mopani, owned by Kenya.",
        "Kenya received reports of 120 attacks, over half of them.",
        "Moody's did likewise in 2023.",
        "The third depends on Chad.",
        "The longer ended on 17 October off Gao.",
        "His, 900,000 euros a year, are guaranteed by Chad until 2021.",
        "A third is owned by Chad.",
        "And since June Kenya has withheld notes.",
        "Omar Haddad said that, by looking only at size.",
        "The Vienna Document requires that whenever more than 13,000 soldiers train under a single command.",
        "For ECOWAS, which Chad, Mali, and Niger said that they would leave.",
        "Kenya left, as it had threatened to in June.",
    ],
)
def test_what_breaks_off_or_leans_back_is_no_sentence(told: str) -> None:
    assert not is_closed(told_of(told)[0])


def test_the_last_of_a_row_of_clauses_and_shares_is_kept() -> None:
    row = "Kenya said that 800 men had come, that Chad had left, and that missiles had fallen by 69 percent."
    shares = (
        "California bears a little over half, Arizona most of what is left and Nevada, which uses hardly any, a tenth."
    )
    cut = [told for sentence in (row, shares) for told in told_of(sentence) if is_closed(told)]
    told = "\n".join(f"{words_of(one)}." for one in cut)
    assert "come, that Chad had left." not in told
    assert "and Nevada." not in told


@pytest.mark.parametrize(
    ("sentence", "question"),
    [
        ("On 19 April rebels killed 34 soldiers at Gao by Chad's own count.",
         "rebels kill on April 19, 2024 by Chad's own count?"),
        ("Access to Kenya's network is believed to date from 11 April.", "believed to date?"),
        ("Kenya's trade chamber estimated losses of $125 million in March 2024.", "How much in losses"),
        ("The road from Gao to Kidal carried about $4.5 billion of trade in 2022.", "About how much in trade did"),
        ("A court in Paris on 29 April 2022 found 20 men guilty over the raids in Chad.",
         "On what date did a court in Paris find 20 men guilty"),
        ("A court in Paris on 29 April 2022 found 20 men guilty over the raids of 13 November 2015 in Chad.",
         "On 29 April 2022, how many men did a court in Paris find"),
    ],
)  # fmt: skip
def test_a_question_keeps_its_words_in_their_places(sentence: str, question: str) -> None:
    assert question in questions(sentence)


@pytest.mark.parametrize(
    ("sentence", "words", "why"),
    [
        ("The goal of Chad looked far off, given output of 820 tonnes in 2023.", "In what year did", "of the output"),
        ("Finance Minister Situmbeko Musokotwane has taken the opposite view, as has Ghana.", "as has Ghana?", "apart"),
        (SIGNS, "truce", "no verbs"),
        ("The limit in Chad returned to 130 km/h where possible in 2023.", "how many km/h where", "goes with the verb"),
        ("The enclave of Gao was home in 2023 to about 9,000 people and to the Baltic Fleet.",
         "how many people and to", "apart"),
        (KALAMOS, "how many small craft 77", "goes with the verb"),
        (DIRECTIVE, "why was", "no reason"),
        ("Kenya sent Chad a plan to leave 3 million tonnes in Lake Gao in 2023.", "In which lake", "of the plan"),
        (TURKEY, "billion Keir", "speakers"),
        ("The European election on 6 June will be the first test of Chad's parties.", "take place", "is yet to come"),
        ("A second summit in Gao on 10 April ended in a row.", "On what date did A", "one of many"),
    ],
)  # fmt: skip
def test_what_goes_with_other_words_is_not_asked(sentence: str, words: str, why: str) -> None:
    assert words not in questions(sentence), why


def test_an_event_is_named_without_the_capital_of_the_sentence() -> None:
    reading = reading_of("The Kenyan election on 6 March 2024 was calm.")
    calendar = calendar_of(reading.lines, reading.brief.date, reading.brief.month)
    assert [fact.subject.text for fact in events(reading, reading.lines[0], calendar)] == ["the Kenyan election"]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Travel-related cases rose.", "travel-related cases rose."),
        ("De facto authorities agreed.", "de facto authorities agreed."),
        ("Survivors say so.", "survivors say so."),
        ("Thirteen youths left.", "thirteen youths left."),
        ("Jean-Pierre left.", "Jean-Pierre left."),
        ("Seoul-based firms left.", "Seoul-based firms left."),
    ],
)
def test_a_first_word_keeps_no_capital_but_that_of_a_name(text: str, told: str) -> None:
    assert decapitalized(text) == told


def test_a_verb_right_behind_a_comma_is_no_item_of_a_list() -> None:
    assert "led by New Zealand leave" not in questions(MISSION)


def test_an_owner_at_the_head_is_not_parted_from_what_it_owns() -> None:
    assert SILENT not in told_of("Last year's drought roughly halved the maize crop in Zambia.")[0].places


def test_what_stands_behind_a_sum_goes_behind_the_verb() -> None:
    fined = "Westpac, a bank in Australia, was fined by AUSTRAC in October 2023."
    held = "Westpac had set aside A$900m in its half-year accounts, and it is thought that the regulator wanted more."
    found = questions(fined, held, title="Australia: AUSTRAC and Westpac")
    assert "how much had Westpac set aside in its half-year accounts?" in found


def test_no_past_year_is_asked_of_a_verb_in_the_present() -> None:
    blamed = (
        "Africa CDC, which made its own declaration a day before WHO, attributes most of the continent's suspected "
        "cases in 2023 to DRC, but for much of the year well under half of them there were tested."
    )
    assert "in what year did" not in questions(blamed, title="Mpox in Central and East Africa: outlook for 2024")
