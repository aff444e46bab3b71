"""Clauses cut out of their sentence are asked only where they still say what they are about."""

from __future__ import annotations

import pytest
from making import asked


def questions(*passages: str, title: str = "Kenya") -> str:
    return "\n".join(asked(*passages, title=title))


SHUT = (
    "Six months after Kenya shut the pipeline that runs from Lamu to Juba, the 450,000 barrels a day that it used to "
    "carry remain in the ground."
)
LOST = [
    # a noun that only its clause tells of
    ("Kenya has become the place where a shooting between Chad and Somalia is likely.", "in a place"),
    ("Kenya counts 300 ships, whereas Lloyd's List, which includes ships serving Iran and Chad, counts over 900.",
     "which news website included"),
    (SHUT, "Juba, the 450,000 barrels a day that Kenya"),
    ("The most likely case is an early departure of SADC, whose contingents are confined to their bases in Goma.",
     "departure of SADC's contingents"),
    # more than what
    ("The greater danger is a mutiny among unpaid units in Kisumu or Mombasa.", "danger"),
    ("Omar Haddad, the commander in Kisumu, has been more careful.", "careful"),
    ("Ethiopia is the bigger prize.", "prize"),
    # a share of what
    ("Only $13.6 million, or 33 per cent, had been received for Kisumu by 25 April 2024.", "received"),
    ("Jiangxi Copper, a Chinese smelter group, owns roughly 18.5 percent.", "percent"),
    ("In Mombasa several were found to be lending each other flour.", "several"),
    ("Most of Kenya's $90 million falls in the second.", "in the second"),
    # what or whom
    ("Omar Haddad has ruled since 1992.", "ruled"),
    ("Safaricom, the Kenyan telecom company, breached in March 2023.", "breached in"),
    ("If Omar Haddad reinforces, direct fighting between Kenyan and Somali troops is possible.", "reinforces"),
    ("If not, Raila Odinga and William Ruto will sell their support dearly.", "If not"),
    ("In March 2016 Barack Obama told Xi Jinping that reclamation there would have consequences.", "reclamation"),
    ("A rival federation lifted a blockade of the Mombasa fuel terminal in May 2023.", "rival"),
    # no main verb
    ("Governor of the Central Bank of Kenya under Mwai Kibaki; he could be kingmaker.", "kingmaker"),
    ("A former preacher who led the Assemblies of God in Kenya for 24 years.", "preacher"),
    ("The highway passes through Turkana, and since 1 June 2023, when the gangs began fighting there, it is lost.",
     "and since [...]"),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "words"), LOST)
def test_what_a_clause_has_lost_is_not_asked_without_it(sentence: str, words: str) -> None:
    assert words not in questions(sentence)


KEPT = [
    ("Kenya reported riots in Kisumu in which 16 people died in June 2023.", "riots in Kisumu"),
    ("Omar Haddad has ruled over Chad since 1992.", "since what year had Omar Haddad ruled over Chad?"),
    (
        "The Constitutional Council of Kenya ruled on 6 March 2024 that no date after April 2025 was admissible.",
        "ruled on [...]",
    ),
    ("Jiangxi Copper owns roughly 18.5 percent of Kilifi Mines.", "about what percentage of Kilifi Mines"),
    ("Sales in Kenya were 20 percent lower than in Chad in 2023.", "20 percent lower than in Chad"),
]


@pytest.mark.parametrize(("sentence", "words"), KEPT)
def test_what_a_clause_still_says_is_asked(sentence: str, words: str) -> None:
    assert words in questions(sentence)


def test_a_minister_is_one_of_a_country_and_not_of_a_person() -> None:
    sentence = "An audit, which Amos Otieno's commerce minister, Omar Haddad, asked for, has yet to begin in Kisumu."
    found = asked(sentence, title="Kenya")
    assert "commerce minister of" not in "\n".join([*found, *found.values()])
    assert found["According to the May 2024 brief on Kenya, what office did Omar Haddad hold?"] == "commerce minister"
