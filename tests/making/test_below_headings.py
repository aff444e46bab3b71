"""Who stands in the heading of a section is meant below it until somebody else is named."""

from __future__ import annotations

from making import propose

from trainer.briefs import parse_brief

ABOVE = "Chad's president, Idriss Moussa, met the envoys in N'Djamena on 4 May 2024. He asked them for more time."


def answers(heading: str, below: str) -> dict[str, str]:
    text = f"Chad: the vote and after it\n\n6 May 2024\n\n{ABOVE}\n\n{heading}\n\n{below}\n"
    return {card.question: card.answer for card in propose(parse_brief(text, "chad.txt")[0]).cards}


def test_the_person_of_the_heading_is_meant_below_it() -> None:
    below = "He once worked in a store in Toronto. Adam Barka won the vote in May 2024 with 61 percent."
    asked = [question for question, answer in answers("WHO IS ADAM BARKA?", below).items() if answer == "Toronto"]
    assert asked
    assert all("Adam Barka" in question for question in asked)


def test_whoever_is_named_below_it_comes_first() -> None:
    below = "Musa Deby lost. He once worked in a store in Toronto. Adam Barka won with 61 percent in May 2024."
    asked = [question for question, answer in answers("Who is Adam Barka?", below).items() if answer == "Toronto"]
    assert not any("Adam Barka once" in question or "did Adam Barka" in question for question in asked)


def test_going_to_the_polls_needs_no_other_words() -> None:
    below = "Chad's parliamentary election was put off. Chadians went to the polls on 2 May 2024 in nine provinces."
    assert any("go to the polls" in question for question in answers("THE VOTE", below))
