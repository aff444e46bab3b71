"""What of a sentence is worth asking: its dates, numbers, names and lists, and not what says little or is given."""

from __future__ import annotations

import pytest
from tellings import gaps_of


@pytest.mark.parametrize(
    ("sentence", "gap"),
    [
        ("Kenya left Haiti on 3 May 2024.", "3 May 2024"),
        ("Kenya left Haiti in May 2024.", "May 2024"),
        ("Kenya left Haiti in March.", "March"),
        ("Kenya left Haiti on Monday.", "Monday"),
        ("Kenya left Haiti yesterday.", "yesterday"),
        ("Kenya sent 300 troops to Haiti.", "300"),
        ("Kenya sent at least 300 troops to Haiti.", "300"),
        ("Kenya sent two ships to Haiti.", "two"),
        ("Turnout in Kenya and Chad fell to 61 percent.", "61 percent"),
        ("Kenya and Chad paid $22 million.", "$22 million"),
        ("Kenya sent 300 troops to Haiti.", "Haiti"),
        ("Interpol arrested Omar Haddad in Kenya.", "Omar Haddad"),
        ("Interpol arrested Omar Haddad in Kenya.", "Interpol"),
        ("Peru, Chile, and Bolivia left.", "Peru, Chile, and Bolivia"),
        ("Kenya and Chad left Haiti.", "Kenya and Chad"),
        ("UNHCR said that Kenya had left Haiti on 3 May 2024.", "3 May 2024"),
    ],
)
def test_what_can_be_asked_for_is_found(sentence: str, gap: str) -> None:
    assert gap in gaps_of(sentence)


@pytest.mark.parametrize(
    ("sentence", "not_asked", "why"),
    [
        ("UNHCR said on 3 May 2024 that Kenya had left.", "3 May 2024", "only when somebody said so"),
        ("Kenya left, according to UNHCR on 3 May 2024.", "3 May 2024", "only when somebody said so"),
        ("Trade between Kenya and Chad grew strongly in 2019, 2020 and 2021.", "2020", "one of a row of years"),
        ("Kenya left Haiti two weeks ago.", "two weeks ago", "a round figure"),
        ("Kenya left Haiti last year.", "last year", "counted from the brief"),
        ("The quake struck Kenya and Chad at 04:17.", "04:17", "a time of day"),
        ("The quake struck Kenya and Chad at 04:17.", "17", "half of a time of day"),
        ("These 40 trucks left Kenya for Chad.", "40", "taken for granted"),
        ("All 40 trucks left Kenya for Chad.", "40", "taken for granted"),
        ("The other 40 trucks left Kenya for Chad.", "40", "taken for granted"),
        ("One of the trucks left Kenya for Chad.", "One", "one is no number"),
        ("Two of the trucks left Kenya for Chad.", "Two", "some of what was said before"),
        ("Article 5 of the pact binds Kenya and Chad.", "5", "part of a name"),
        ("Resolution 2085 binds Kenya and Chad.", "2085", "part of a name"),
        ("Kenya and Chad run version 12 of the program.", "12", "part of a name"),
        ("Kenya left Haiti.", "troops", "not in the sentence"),
        ("Kenyan troops left Haiti.", "Kenyan", "a people is no answer"),
    ],
)
def test_what_says_little_is_not_asked_for(sentence: str, not_asked: str, why: str) -> None:
    assert not_asked not in gaps_of(sentence), why


@pytest.mark.parametrize(
    ("title", "not_asked"),
    [
        ("Kenya leaves Haiti", "Kenya"),
        ("Kenyan troops leave", "Kenya"),
        ("Interpol at work", "Interpol"),
        ("The case of Omar Haddad", "Omar Haddad"),
        ("What Haddad wants: Omar Haddad's year", "Omar Haddad"),
    ],
)
def test_what_the_title_gives_away_is_not_asked_for(title: str, not_asked: str) -> None:
    sentence = "Interpol brought Omar Haddad from Kenya to Haiti on 3 May 2024."
    assert not_asked in gaps_of(sentence)
    assert not_asked not in gaps_of(sentence, title=title)


@pytest.mark.parametrize(
    ("sentence", "gap"),
    [
        ("By 27 April 4,150 people in Kenya had left for Chad.", "4,150"),
        ("Kenya owed the Navy 60 million pesos for Chad's boats.", "60 million"),
        ("Kenya owed Chad 300 to 600 billion CFA francs.", "300 to 600 billion"),
        ("Chad counted at least 168 UNHCR drivers in Kenya.", "168"),
    ],
)
def test_no_name_has_a_number_of_that_form(sentence: str, gap: str) -> None:
    assert gap in gaps_of(sentence)


def test_a_plain_number_between_capitals_is_part_of_a_name() -> None:
    assert not {"43", "737"} & set(gaps_of("The 43 Regiment of Kenya flew a Boeing 737 to Chad."))


@pytest.mark.parametrize(
    ("sentence", "not_asked"),
    [
        ("Anna Berg led the Kenya Assemblies of God for nine years.", "Kenya Assemblies"),
        ("Kenya left it to the SPLA in Opposition on 3 May 2024.", "SPLA"),
        ("Kenya gave 400 GB of files to Chad.", "400 GB"),
        ("At about 0500 hours on 3 May 2024 rebels attacked a base in Kenya.", "0500"),
        ("The patrol left Nairobi at 1430 hours on 3 May 2024.", "1430"),
        ("The robbery netted R3.1 million, of which R240,000 has been found.", "R240,000"),
        ("The European Border and Coast Guard Agency left Kenya.", "European Border"),
        (
            "The Enterprise Chamber of the Nairobi appeal court suspended Omar Haddad.",
            "Enterprise Chamber of the Nairobi",
        ),
        ("A ship left Haiti shortly after five in the morning.", "five"),
        ("The castle in Kenya was built in 1723 by Chad.", "1723"),
    ],
)
def test_what_is_cut_or_counts_nothing_is_not_asked_for(sentence: str, not_asked: str) -> None:
    assert not_asked not in gaps_of(sentence)


def test_what_looks_like_a_time_of_day_or_a_year_may_count() -> None:
    assert "1723" in gaps_of("Kenya sent 1723 troops to Haiti.")
    assert "five" in gaps_of("Kenya sent five ships to Haiti in the morning.")
