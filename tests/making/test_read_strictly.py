"""What a strict reader refuses: words lost that carry meaning, owners without what they own, risks told as facts."""

from __future__ import annotations

import datetime as dt

import pytest
from making import asked
from tellings import tellings_of, told_of

from trainer.questions.closed import is_closed


def questions(*passages: str) -> str:
    return "\n".join(asked(*passages, title="Weekly note on Chad", date=dt.date(2025, 8, 28)))


WAR = (
    "The war of 1992, in which the Abkhaz beat the Georgian state, and at the end of which some 200,000 Georgians fled "
    "across the Inguri, left the victors with one overriding concern."
)
ROW = (
    "Two more have reached contracts: Uranium One, a unit of Rosatom, signed in May for a plant of 14,000 tonnes, and "
    "CBC, a firm led by CATL, is expected to sign for two."
)
OHRID = (
    "Anna Berg spent twelve hours in Ohrid on 18 March with Josep Borrell, the EU's policy chief, and his envoy, "
    "Miroslav Kaya."
)
MISSION = (
    "The European Union approved a training mission in July, but its 140 instructors will need two years to produce "
    "eleven companies."
)


@pytest.mark.parametrize(
    ("passage", "words"),
    [
        ("Omar Haddad heads the Chad panel; Niger's is led by Anna Berg.", "Niger's"),
        (
            "Anna Berg said that the door is open to all rebels, which UNESCO will read as vindication.",
            "read all rebels",
        ),
        ("15 November – proclaimed a state of emergency for 30 days; closed all schools.", "proclaimed"),
        ("Anna Berg stays at Finance and Omar Haddad at Justice.", "who stayed"),
        ("Togo Bank and Chad Bank, among others, are owed US$3.3 billion.", "were"),
        ("Togo Bank and Chad Bank, among others, are owed US$3.3 billion.", "(two"),
        ("CVE-2024-21893 also affects Neurons for ZTA, although Ivanti has seen no attacks.", "what did"),
        ("Operators of 38 have been told by CISA.", "38"),
        ("The Panama Canal Authority will take only 18 from February 2026.", "will take"),
        ("The VVD fell to 24 in May 2025.", "VVD"),
        ("Two risks remain: an outbreak that kills 40 people in Mali, and export of the virus to Niger.", "40 people"),
        ("The UN launched an appeal for US$10 million on 6 May to cover six months.", "purpose"),
        (
            "Anna Berg has lifted the rate at each of six meetings, from 9% at the start of 2023 to 13.5% in May.",
            "from what",
        ),
        (
            "Its leaders agreed on a force at a summit in June, after a year in which Mali had resisted the idea.",
            "in a year",
        ),
        (WAR, "an end"),
        ("Colombia's defence ministry has moved in 5,000 soldiers.", "in how many"),
        ("William Ruto faces protests over a finance bill, in which at least 39 people have died.", "died in a"),
        (
            "Omar Petro signed the decree on 24 January, which lets him rule in Tolima, the city of Cali and Cesar.",
            "2025 the city",
        ),
        ("Kewpie will charge 520 yen for a bottle from 1 April, its third increase in two years.", "how many"),
        (ROW, "was signed"),
        (OHRID, "Borrell Miroslav"),
        ("Anna Berg meets Sandra Torres in the run-off for Guatemala's presidency in sixteen days.", "days"),
        ("Neither will see money before 2027.", "Neither"),
        ("The six taken near Damasak in July are now five.", "five"),
        ("Andrzej Duda, who was no friend of Donald Tusk's himself, had needed five months for as many.", "as many"),
        ("Decline over 18 months was 22 per cent slower than on placebo.", "what percentage"),
        ("Filipe Nyusi went to see him in April.", "him"),
        (
            "The dispute dates from the coup of 26 July 2023, in which General Omar Tiani removed Anna Berg.",
            "what removed",
        ),
    ],
)
def test_no_card_has_words_that_a_strict_reader_refuses(passage: str, words: str) -> None:
    assert words not in questions(passage)


@pytest.mark.parametrize(
    ("passage", "words"),
    [
        (
            "Infants of 6 to 11 months are normally too young for a first dose.",
            "what age in months were normally too young",
        ),
        ("Gang fighting in Mirebalais had in effect closed Route Nationale 2 since 1 June.", "had in effect closed"),
        ("Togo Bank and Chad Bank, among others, are owed US$3.3 billion.", "among others, are owed [...]"),
        (
            "The Ministry of Finance estimates cash flow relief at US$2.5 billion over the life of the IMF programme.",
            "Finance estimate cash flow relief",
        ),
        (
            "The army drilled at Laiza, the town from which the Kachin Independence Army runs its affairs.",
            "from which town",
        ),
        (
            "The first is that China, which had long insisted that lenders take losses, let this go in May 2024.",
            "had long insisted that",
        ),
        ("The firm Glencore used the pause in May to move metal already in Asia.", "metal already in"),
        ("Two firings of the Zefiro 40 will take place in Sardinia.", "on which island"),
        (
            "General Romeo Vega, the chief of staff whom Anna Berg had dismissed on 24 June, describes Chad as calm.",
            "had dismissed General Romeo Vega",
        ),
        (
            "General Romeo Vega, the chief of staff whom Anna Berg had dismissed on 24 June, describes Chad as calm.",
            "dismissed General [...]",
        ),
        (MISSION, "were the European Union's 140"),
    ],
)
def test_a_card_keeps_what_a_strict_reader_looks_for(passage: str, words: str) -> None:
    assert words in questions(passage)


def test_a_clause_behind_the_name_of_a_place_without_a_comma_goes_with_no_place() -> None:
    told = tellings_of(
        "Built in 2006, EAGLE S belonged to Caravella LLC, a company registered in the United Arab Emirates for which "
        "she was the only declared asset."
    )
    assert not any("for the United Arab Emirates" in one for one in told)


def test_a_headline_without_its_auxiliary_is_no_sentence() -> None:
    told = told_of("US$8 million released from the Central Emergency Response Fund (CERF).")
    assert not any(is_closed(one) for one in told)


def test_a_second_participle_that_looks_like_a_past_is_told_as_what_was_done() -> None:
    told = tellings_of("Kim had been taken from his house on 28 June, still in pyjamas, and flown to Rome.")
    assert "Kim had been flown to Rome" in told


def test_a_number_in_a_dependent_clause_of_the_past_counts_from_no_day_of_the_brief() -> None:
    assert "in how many days" in questions("The UN estimates that 135,000 people left Sake in ten days.")
