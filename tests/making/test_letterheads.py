"""A government's letterhead tells which state a paper is of, where its title names none."""

from __future__ import annotations

import pytest

from trainer.briefs import Brief, parse_brief
from trainer.language.reading import read
from trainer.questions.topic import topic_of

BODY = """
1. The bond was priced on 16 June 2014, following roadshows in London and New York. Orders reached US$ 8.8 billion.

2. The Cabinet Secretary approved the increase on 12 June 2014, and the notes are listed on the Irish Stock Exchange.
"""


def paper(head: str, subject: str = "Outcome of the debut international sovereign bond") -> Brief:
    return parse_brief(f"{head}\n\nDATE: 26 June 2014\nSUBJECT: {subject}\n{BODY}", "memo.txt")[0]


@pytest.mark.parametrize(
    ("head", "state"),
    [
        ("REPUBLIC OF KENYA\nTHE NATIONAL TREASURY", "Kenya"),
        ("THE HASHEMITE KINGDOM OF JORDAN\nMinistry of Finance", "Jordan"),
        ("Ministry of Finance, Government of Samoa", "Samoa"),
        ("Ministry of Finance, Malawi", "Malawi"),
        ("EMBASSY OF THE REPUBLIC OF KENYA", ""),
        ("To: Minister of Finance, Republic of Kenya", ""),
        ("GULF RESEARCH HOUSE", ""),
    ],
)
def test_a_letterhead_tells_whose_paper_it_is(head: str, state: str) -> None:
    assert paper(head).home == state


def test_a_paper_of_a_government_is_about_its_state_unless_it_names_another() -> None:
    own = read(paper("REPUBLIC OF KENYA\nTHE NATIONAL TREASURY"))
    assert topic_of(own) == "the debut international sovereign bond in Kenya"
    other = read(paper("REPUBLIC OF KENYA\nTHE NATIONAL TREASURY", "Somalia: the bond that was put off"))
    assert other.topic is not None
    assert other.topic.name == "Somalia"
    people = read(paper("REPUBLIC OF KENYA\nTHE NATIONAL TREASURY", "The Ugandan bond and what it costs"))
    assert people.topic is not None
    assert people.topic.name == "Kenya"
