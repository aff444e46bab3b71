"""Who holds which office of whom, and as of when; nothing where the sentence does not say so."""

from __future__ import annotations

import datetime as dt

import pytest
from drafts import reading_of
from making import asked

from trainer.facts.calendar import calendar_of
from trainer.facts.offices import offices


def held(sentence: str, *, title: str = "Weekly note") -> list[str]:
    """Each office as `holder: office of owner, time`."""
    reading = reading_of(sentence, title=title)
    calendar = calendar_of(reading.lines, reading.brief.date)
    facts = [fact for line in reading.lines for fact in offices(reading, line, calendar)]
    return [f"{f.subject.text}: {f.value} of {f.place}{', ' + f.time.iso if f.time else ''}" for f in facts]


@pytest.mark.parametrize(
    ("sentence", "office"),
    [
        ("Kenyan President Amos Otieno spoke.", "Amos Otieno: president of Kenya"),
        ("Kenya's President Amos Otieno spoke.", "Amos Otieno: president of Kenya"),
        ("Kenyan Foreign Minister Amos Otieno spoke.", "Amos Otieno: foreign minister of Kenya"),
        ("Kenyan Prime Minister Amos Otieno spoke.", "Amos Otieno: prime minister of Kenya"),
        ("Kenyan Attorney General Amos Otieno spoke.", "Amos Otieno: attorney general of Kenya"),
        ("French Defence Minister Sébastien Lecornu visited Chad.",
         "Sébastien Lecornu: defence minister of France"),
        ("UN Secretary-General António Guterres spoke.", "António Guterres: secretary-general of the UN"),
        ("Amos Otieno, Kenya's defence minister, spoke.", "Amos Otieno: defence minister of Kenya"),
        ("Amos Otieno, the defence minister of Kenya, spoke.", "Amos Otieno: defence minister of Kenya"),
        ("General Amos Otieno, chief of staff of the Armed Forces of Chad, spoke.",
         "Amos Otieno: chief of staff of the Armed Forces of Chad"),
        ("Kenyan President Amos Otieno spoke in March 2023.", "Amos Otieno: president of Kenya, 2023-03"),
        ("Kenyan President Amos Otieno spoke on 3 May 2024.", "Amos Otieno: president of Kenya, 2024-05-03"),
    ],
)  # fmt: skip
def test_an_office_is_read_with_its_owner(sentence: str, office: str) -> None:
    assert held(sentence) == [office]


@pytest.mark.parametrize(
    ("sentence", "why"),
    [
        ("Former President Amos Otieno of Kenya spoke.", "no more"),
        ("Kenya's former President Amos Otieno spoke.", "no more"),
        ("Amos Otieno, Kenya's former president, spoke.", "no more"),
        ("Kenyan President Amos Otieno was killed.", "no more"),
        ("Kenyan President Amos Otieno resigned.", "no more"),
        ("Kenyan President Amos Otieno has been ousted.", "no more"),
        ("Kenyan President Amos Otieno ruled until 2019.", "no more"),
        ("President Amos Otieno spoke.", "of which state"),
        ("President Amos Otieno spoke in Chad and Kenya.", "the state where somebody speaks need not be theirs"),
        ("Kenya's Amos Otieno spoke.", "no office"),
        ("Kenyan General Amos Otieno spoke.", "a rank"),
        ("Kenyan attorney Amos Otieno spoke.", "a trade"),
        ("Kenyan farmer Amos Otieno spoke.", "a trade"),
        ("Amos Otieno, Kenya's eldest city, spoke.", "no office"),
    ],
)
def test_no_office_is_guessed(sentence: str, why: str) -> None:
    assert held(sentence) == [], why


@pytest.mark.parametrize(
    ("sentence", "offices_held"),
    [
        ("President Amos Otieno spoke.", []),
        ("President Amos Otieno spoke in Chad.", []),
        ("President Amos Otieno spoke in Kenya and Chad.", []),
        ("In Kenya, the vote was close, and President Amos Otieno won.", ["Amos Otieno: president of Kenya"]),
        ("Chadian President Amos Otieno spoke in Kenya.", ["Amos Otieno: president of Chad"]),
        ("Visits to Nairobi, and President Amos Otieno's speech to Kenya.", []),
        ("Visits to Nairobi by Foreign Minister Amos Otieno.", []),
        ("Visits to Kenya by Foreign Minister Amos Otieno.", []),
        (
            "Amos Otieno, the speaker of the National Assembly, spoke.",
            ["Amos Otieno: speaker of Kenya's National Assembly"],
        ),
        (
            "Amos Otieno, the speaker of the National Assembly, spoke in Chad.",
            ["Amos Otieno: speaker of the National Assembly"],
        ),
    ],
)
def test_a_bare_office_is_of_the_state_of_the_brief_only_where_the_sentence_names_no_other(
    sentence: str, offices_held: list[str]
) -> None:
    assert held(sentence, title="Kenya after the vote") == offices_held


@pytest.mark.parametrize(
    ("sentence", "question", "answer"),
    [
        ("Kenyan President Amos Otieno spoke in March 2023.", "As of March 2023, who was Kenya's president?",
         "Amos Otieno"),
        ("Kenyan President Amos Otieno has spoken.", "As of May 2024, who was Kenya's president?", "Amos Otieno"),
        ("Kenyan President Amos Otieno has spoken.", "As of May 2024, what office did Amos Otieno hold?",
         "president of Kenya"),
        ("Dutch Prime Minister Amos Otieno has spoken.",
         "As of May 2024, who was the prime minister of the Netherlands?", "Amos Otieno"),
    ],
)  # fmt: skip
def test_an_office_is_asked_as_of_the_month_that_the_sentence_gives(sentence: str, question: str, answer: str) -> None:
    assert asked(sentence).get(question) == answer


def test_an_office_told_long_before_the_brief_is_not_told_of_its_month() -> None:
    questions = asked("Kenyan President Amos Otieno spoke in 2019 and 2020.")
    assert not [question for question in questions if question.startswith("As of May 2024, who")]


def test_somebody_with_two_offices_is_not_asked_which_one() -> None:
    questions = asked("Kenyan President Amos Otieno has spoken.", "Kenyan Defence Minister Amos Otieno has spoken.")
    assert "As of May 2024, what office did Amos Otieno hold?" not in questions


def test_no_office_is_asked_of_a_brief_without_a_date() -> None:
    assert asked("Kenyan President Amos Otieno has spoken.", date=None) == {}
    assert asked("Kenyan President Amos Otieno has spoken.", date=dt.date(2024, 5, 8)) != {}


@pytest.mark.parametrize(
    ("sentence", "question"),
    [
        ("Amos Otieno, the UN Secretary-General, has spoken.",
         "As of May 2024, who was the secretary-general of the UN?"),
        ("Amos Otieno, the UNICEF chief, has spoken.", "As of May 2024, who was the chief of UNICEF?"),
    ],
)  # fmt: skip
def test_letters_that_are_read_one_by_one_have_their_article(sentence: str, question: str) -> None:
    assert question in asked(sentence)


def test_a_high_commissioner_is_not_of_something_called_high() -> None:
    assert "High" not in str(asked("Amos Otieno, the High Commissioner, warned that the true figures were higher."))


def test_its_chief_executive_is_that_of_the_only_body_named_before() -> None:
    behind = "Anna Berg, its chief executive, left Geneva on 3 May 2024."
    assert "According to the May 2024 brief, who was Maersk's chief executive?" in asked(f"Maersk left Chad. {behind}")
    assert not [q for q in asked(f"Maersk and Dell left Chad. {behind}") if "chief executive" in q]


def test_a_rank_is_no_office() -> None:
    assert held("Kenyan Senior General Amos Otieno spoke.") == []
    assert held("Kenyan Attorney General Amos Otieno spoke.") != []
