"""Questions that point back to what they do not say, and answers that are asides: left out, or mended."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest
from drafts import counted, dated, draft_of
from making import asked

from trainer.cards.card import Card, Kind
from trainer.cards.critique import critique
from trainer.language.names import Sort
from trainer.questions.draft import Draft
from trainer.questions.trivial import triviality


def rules(question: str, answer: str = "Chad") -> set[str]:
    kind = Kind.CLOZE if "[...]" in question else Kind.WHAT
    return {breach.rule for breach in critique(Card("a", question, answer, kind))}


POINTING = [
    ("According to the brief on Chad: Before that Omar Haddad governed [...].",
     "According to the brief on Chad: Before the vote Omar Haddad governed [...]."),
    ("According to the brief on Chad: Within days [...] put up three signs at Kano.",
     "According to the brief on Chad: Within days of the crash [...] put up three signs at Kano."),
    ("According to the brief on Chad: Kano has shops. About [...] of its traffic is guarded in this way.",
     "According to the brief on Chad: Kano has shops. About [...] of its traffic is guarded by troops."),
    ("According to the brief on Chad: Kano has shops. None of this helps the town of [...].",
     "According to the brief on Chad: Kano has shops. None of the shops sells maize from [...]."),
    ("According to the brief on Chad, who cut output in Kano for other reasons?",
     "According to the brief on Chad, who cut output in Kano to save water?"),
    ("As of May 2024: Kano Front bands are blamed for most raids on [...] further south.",
     "As of May 2024: Kano Front bands are blamed for most raids on [...] further south of Gao."),
    ("As of May 2024, which force had moved tanks to Kano since the weekend?",
     "As of May 2024, which force had moved tanks to Kano since the vote?"),
    ("Omar Haddad returned in [...] (year) as deputy of Ali Bello.",
     "Omar Haddad returned to Kano in [...] (year) as deputy of Ali Bello."),
    ("As of May 2024: Much will depend on whether Kano pays, as [...] did.",
     "As of May 2024: The loan depends on whether Kano pays, as [...] did."),
    ("In what year did the Kenyan invasion begin?", "In what year did the Kenyan invasion of Chad begin?"),
    ("In which city of Chad was a revised plan due to be launched in May 2024?",
     "In which city of Chad was a revised plan for Kano due to be launched in May 2024?"),
    ("In what year did the Kano Water Board issue guidance?",
     "In what year did the Kano Water Board issue guidance on wells?"),
    ("As of May 2024, who laid flowers, Haddad or Bello?", "As of May 2024, who laid flowers at Kano, Ali or Bello?"),
    ("As of May 2024, according to the brief on Kano: There are [...] parties.",
     "As of May 2024, according to the brief on Kano: There are [...] parties to the pact."),
    ("According to the brief on Kano: [...] was followed by Kano Gas Networks.",
     "According to the brief on Kano: [...] was followed to market by Kano Gas Networks."),
    ("According to the brief on Kano: Spot prices passed [...] a ton.",
     "According to the brief on Kano: Spot prices for maize passed [...] a ton."),
    ("According to the brief on Chad: Kano's laboratory had found the germ in [...] of the children.",
     "According to the brief on Chad: Kano tested 40 children and found the germ in [...] of the children."),
    ("On May 3, 2024 [...] villages in the three districts were given to Kano.",
     "On May 3, 2024 [...] villages in the three districts of Gao were given to Kano."),
    ("According to the brief on Chad: Kano fell, and the four crates were opened by [...].",
     "According to the brief on Chad: Kano sent 40 crates, and the four crates were opened by [...]."),
]  # fmt: skip


@pytest.mark.parametrize(("pointing", "whole"), POINTING)
def test_a_question_says_what_its_adverbials_events_and_crowds_go_back_to(pointing: str, whole: str) -> None:
    assert "points_at_nothing_unsaid" in rules(pointing)
    assert "points_at_nothing_unsaid" not in rules(whole)


@pytest.mark.parametrize(
    ("bare", "whole"),
    [
        ("As of May 2024: General Haddad, the head of [...], has agreed to the arrangement.",
         "As of May 2024: General Haddad, the head of [...], has agreed to the arrangement with Kano."),
        ("On [...] the Kano court held that the vacancy had not been lawful.",
         "Kano declared its seat vacant. On [...] the Kano court held that the vacancy had not been lawful."),
        ("According to the brief on Kano: The revised contract was passed by [...] in May 2024.",
         "According to the brief on Kano: The revised contract for its port was passed by [...] in May 2024."),
    ],
)  # fmt: skip
def test_what_goes_back_is_named_in_a_gap_of_few_words_too(bare: str, whole: str) -> None:
    assert "names_what_goes_back" in rules(bare)
    assert "names_what_goes_back" not in rules(whole)


def gap(question: str, answer: str, low: float | None = None, sort: Sort | None = None) -> Draft:
    draft = counted(question, answer, low) if low is not None else draft_of(question, answer, sort=sort)
    return replace(draft, kind=Kind.CLOZE)


def day(question: str, answer: str, *parts: int) -> Draft:
    return replace(dated(question, answer, *parts), kind=Kind.CLOZE)


ASIDES = [
    (gap("The Kano case, a boy of [...] months, is from Gao.", "13", 13),
     gap("The Kano case, a fleet of [...] boats, is from Gao.", "13", 13)),
    (gap("Kano's guards beat Ali Bello, a former judge aged [...], and had him jailed.", "63", 63),
     gap("Kano's doctors gave the vaccine to children aged [...], and no others.", "13", 13)),
    (gap("Kano's police say that one threat concerned a family of [...].", "5", 5),
     gap("Kano's police say that one threat concerned a gang of [...].", "5", 5)),
    (gap("Ali Bello said in [...] (city) that Kano would pay.", "Gao", sort=Sort.CITY),
     gap("Ali Bello was born in [...] (city) and lives in Kano.", "Gao", sort=Sort.CITY)),
    (gap("Ali Bello, Kano's representative in [...] (city), met 12 men.", "Gao", sort=Sort.CITY),
     gap("Ali Bello, who beat Kano's team in [...] (city), met 12 men.", "Gao", sort=Sort.CITY)),
    (draft_of("Who stood beside Ali Bello in Kano on May 3, 2024?", "Omar Haddad", Kind.WHO),
     draft_of("Who stood for Ali Bello's seat in Kano on May 3, 2024?", "Omar Haddad", Kind.WHO)),
    (gap("The Kano Star berthed at [...] on May 3, 2024.", "03.40", 3.4),
     gap("Kano's share price closed at [...] on May 3, 2024.", "13.40", 13.4)),
    (day("Kano's wardens stood down at [...] (year).", "1800", 1800),
     day("Kano's wardens stood down in [...] (year).", "1800", 1800)),
    (day("As of May 2024: Kano's clinic is closed until [...] (year).", "2000", 2000),
     day("As of May 2024: Kano's clinic is closed until [...] (year).", "2025", 2025)),
    (day("As of [...] (month and year), Kano is the largest of the camps.", "June 2021", 2021, 6),
     day("Since [...] (month and year), Kano is the largest of the camps.", "June 2021", 2021, 6)),
    (day("Kano's police struck on June 7, 2021 and [...] (date).", "June 8, 2021", 2021, 6, 8),
     day("Kano's police struck on June 7, 2021 and [...] (date).", "June 18, 2021", 2021, 6, 18)),
    (gap("Twelve men of Kano were charged; [...] are in custody and five remain at large.", "seven", 7),
     gap("Twelve men of Kano were charged; [...] are in custody and five remain at large.", "six", 6)),
    (gap("[...] of Kano were freed (four Kenyans, three Malians, one Togolese).", "Eight", 8),
     gap("[...] of Kano were freed (four Kenyans, three Malians, others).", "Nine", 9)),
    (gap("Eight men of Kano were freed (four Kenyans, [...] Malians, one Togolese).", "three", 3),
     gap("Many men of Kano were freed (four Kenyans, [...] Malians, one Togolese).", "three", 3)),
    (gap("[...] states (Kenya, Mali and Togo) signed with Kano Gas.", "Three", 3),
     gap("[...] states (Kenya, Mali and others) signed with Kano Gas.", "Three", 3)),
    (gap("The seller in [...] (country), of whom Kano has asked Quito.", "Ecuador", sort=Sort.STATE),
     gap("The seller in [...] (country), of whom Kano has asked Lima.", "Ecuador", sort=Sort.STATE)),
]  # fmt: skip


@pytest.mark.parametrize(("idle", "sound"), ASIDES)
def test_ages_places_of_remarks_clock_times_and_numbers_beside_their_sum_are_no_cards(
    idle: Draft, sound: Draft
) -> None:
    assert triviality(idle) is not None
    assert triviality(sound) is None


def test_a_day_or_a_name_that_the_title_has_is_not_asked_for() -> None:
    text = "The tanker Ostrel sank off Kenya on 3 May 2024. The Ostrel Sea Guard (OSG) saved its crew."
    told = asked(text, title="The loss of a tanker, 3 May 2024, and the Ostrel Sea Guard")
    plain = asked(text, title="The loss of a tanker")
    assert {"May 3, 2024", "Ostrel Sea Guard"} <= set(plain.values())
    assert not {"May 3, 2024", "Ostrel Sea Guard"} & {a for q, a in told.items() if "OSG" in q or "date" in q}


def test_what_goes_on_is_forecast_with_would_and_not_with_due() -> None:
    questions = asked("Kenya will continue to arm Uganda at the African Union.", title="Notes on Chad")
    assert [question for question in questions if "would continue" in question or "would Kenya continue" in question]
    assert not [question for question in questions if "due to continue" in question]


@pytest.mark.parametrize("then", ["at the time", "when the mine opened"])
def test_who_held_an_office_then_is_not_asked_as_of_the_brief(then: str) -> None:
    text = f"Omar Haddad, who ran Kano Gold {then}, has said that he preferred a bid from Kenya."
    assert not [question for question in asked(text, title="Notes on Chad") if "who ran Kano Gold?" in question]
    assert [question for question in asked(text.replace(f" {then}", "")) if "who ran Kano Gold?" in question]


def test_nor_how_large_something_was_in_a_year_that_its_clause_lost() -> None:
    text = "In 2017 Kano Gold dug 37 tons of ore, and 7 tons of sand; it employed 900 people, with 40 at Gao in Kenya."
    assert not [
        question for question in asked(text, title="Notes on Chad") if "employ" in question and "2017" not in question
    ]
    assert [question for question in asked(text.replace("In 2017 ", "")) if "employ" in question]


def test_nor_who_held_one_in_a_month_that_only_the_sentence_before_tells() -> None:
    text = "Kano Gold's president, Omar Haddad, put forward a plan of 20 measures."
    assert "Omar Haddad" in asked(text, title="Notes on Chad").values()
    later = text.replace("measures.", "measures that August.")
    assert "Omar Haddad" not in asked(later, title="Notes on Chad", date=dt.date(2024, 5, 8)).values()


def test_a_reason_that_says_nothing_is_left_out_of_the_question() -> None:
    questions = asked("Output at the Kano mine in Kenya had been cut by half in May 2023 for unrelated reasons.")
    assert questions
    assert not [question for question in questions if "unrelated" in question]
