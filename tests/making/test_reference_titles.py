"""What the title of a brief tells of the words that point back in it."""

from __future__ import annotations

import pytest
from drafts import alone, reading_of

from trainer.language.reference import standing_alone

TITLED = [
    ("Ghanaian-led force in Togo", "Rain fell in the capital in May.", "the capital", "Togo's capital"),
    (
        "The Colonial Pipeline ransomware attack, one month on",
        "Colonial Pipeline paid in May. The attack was denied by DarkSide.",
        "The attack",
        "the Colonial Pipeline ransomware attack",
    ),
    (
        "The Colonial Pipeline ransomware attack, one month on",
        "Colonial Pipeline paid in May. The attackers asked for bitcoin.",
        "The attackers",
        "those behind the Colonial Pipeline ransomware attack",
    ),
    (
        "HOUTHI ATTACKS ON RED SEA SHIPPING",
        "Egypt lies on the Red Sea. They fear Houthi drones there. The attacks have gone on since then.",
        "The attacks",
        "the Houthi attacks on Red Sea shipping",
    ),
    (
        "Ukraine's incursion into Kursk",
        "Kyiv, the capital of Ukraine, is calm. Kursk lies across the border. The incursion was a surprise.",
        "The incursion",
        "Ukraine's incursion into Kursk",
    ),
    (
        "Türkiye and Syria: earthquakes, one year on",
        "Türkiye and Syria were struck. Aid for the earthquakes has ended.",
        "the earthquakes",
        "the earthquakes in Türkiye and Syria",
    ),
    (
        "Türkiye and Syria: earthquakes, one year on",
        "Some 23 million people could be affected in the two countries.",
        "the two countries",
        "Turkey and Syria",
    ),
    (
        "Mpox in Burundi",
        "Burundi reported 40 cases of mpox. The virus spreads by touch.",
        "The virus",
        "the mpox virus",
    ),
    ("Mpox in Burundi", "Burundi reported 40 cases of mpox. Nobody had died of the disease.", "the disease", "mpox"),
    ("SUDAN: SITUATION UPDATE No. 4", "Some 40,000 people have fled the country.", "the country", "Sudan"),
    (
        "Niger's junta digs in",
        "Nigeria closed its border. The junta has promised elections.",
        "The junta",
        "Niger's junta",
    ),
    (
        "Senegal votes",
        "Senegal held a presidential election in March. Turnout in the election was high.",
        "the election",
        "Senegal's presidential election",
    ),
    (
        "Senegal: the legislative election and its aftermath",
        "Senegal voted in March. The presidential election is due in May. Sonko left on the night of the election.",
        "the election",
        "Senegal's legislative election",
    ),
]

NOT_TITLED = [
    ("Cholera and mpox in Burundi", "Burundi reported 40 cases of mpox. The virus spreads by touch.", "The virus"),
    ("Niger and Chad in May", "Some 40,000 people have fled the country.", "the country"),
    ("Senegal votes", "Parliament voted in March. The vote was close.", "The vote"),
    (
        "Attack on Gao",
        "The attack on Kidal killed two people, and the attack on Gao killed ten. The attack was denied.",
        "The attack",
    ),
]


@pytest.mark.parametrize(("title", "text", "words", "meant"), TITLED)
def test_what_the_title_tells_is_named(title: str, text: str, words: str, meant: str) -> None:
    assert alone(text, words, title) == meant


@pytest.mark.parametrize(("title", "text", "words"), NOT_TITLED)
def test_a_title_that_leaves_a_doubt_names_nothing(title: str, text: str, words: str) -> None:
    assert alone(text, words, title) is None


def test_an_election_is_not_one_of_which_the_brief_tells_later() -> None:
    reading = reading_of(
        "Senegal voted. Sonko left on the night of the election.", "The presidential election is due.", title="Senegal"
    )
    line = next(line for line in reading.lines if "the election" in line.plain)
    assert standing_alone(reading, line, line.plain.index("the election"), len(line.plain) - 1) is None
