"""Keys that take what anybody would write, and nothing that is another thing; options that could be right."""

from dataclasses import replace

import pytest
from drafts import counted, draft_of, reading_of
from making import brief_of

from trainer.cards.card import Kind
from trainer.facts.gaps import Gap
from trainer.language.names import PLACES, Sort
from trainer.language.reading import read
from trainer.questions.cast import cast_of
from trainer.questions.distractors import distractors
from trainer.questions.draft import Draft
from trainer.questions.keys import accepted
from trainer.questions.question_words import hint
from trainer.questions.trivial import triviality
from trainer.values.surnames import surname

NOTHING = reading_of("Much remains unclear.")


def of(question: str, answer: str, brief: str = "", kind: Kind = Kind.CLOZE, **more) -> tuple[str, ...]:
    return accepted(draft_of(question, answer, kind, **more), reading_of(brief) if brief else None)


def placed(question: str, answer: str, sentence: str, **more) -> Draft:
    start = sentence.index(answer)
    return replace(draft_of(question, answer, Kind.CLOZE, sentence=sentence, **more), span=(start, start + len(answer)))


@pytest.mark.parametrize(
    ("draft", "right"),
    [
        (counted("How many boats were ordered?", "A hundred", 100), "100"),
        (counted("[...] letters were read.", "Half a million", 500_000), "500,000"),
        (counted("It costs $2 million, less than the [...] of 2023.", "3.4", 3.4), "$3.4 million"),
        (counted("It pays 4.6 billion crowns, less than the [...] of 2023.", "8.9", 8.9), "8.9 billion"),
        (counted("It crossed Dolna at [...] on 1 July 2024.", "11.10", 11.1), "11:10"),
    ],
)
def test_a_number_is_right_in_figures_with_its_scale_and_as_a_time(draft: Draft, right: str) -> None:
    assert right in accepted(draft)


def test_a_full_hour_is_right_with_the_part_of_the_day_that_the_sentence_has() -> None:
    draft = counted("The dam broke shortly before [...] on 3 May 2024.", "three", 3)
    provenance = replace(draft.fact.provenance, sentence="It broke shortly before three in the morning.")
    assert "3 am" in accepted(replace(draft, fact=replace(draft.fact, provenance=provenance)))


@pytest.mark.parametrize(
    ("draft", "wrong"),
    [
        (counted("Up from [...] four weeks before.", "18", 18, noun="weeks"), "18 weeks"),
        (counted("[...] had convulsions and recovered.", "Eight", 8), "8 convulsions"),
        (counted("[...] mortars, two armoured carriers were lost.", "Four", 4, noun="mortars, two armoured carriers"),
         "4 carriers"),
        (counted("How many shillings ($2.7 billion) did it cost?", "346 billion", 346e9,
                 noun="shillings ($2.7 billion)"), "$346 billion"),
        (counted("It crossed Dolna at [...] on 1 July 2024.", "11.10", 11.1), "11.1"),
    ],
)  # fmt: skip
def test_a_number_does_not_count_what_stands_further_on(draft: Draft, wrong: str) -> None:
    assert wrong not in accepted(draft)


@pytest.mark.parametrize(
    ("question", "answer", "sort", "right"),
    [
        ("The order of the [...] stands.", "Fifth Circuit", Sort.BODY, "5th Circuit"),
        ("The [...] marched.", "3rd Guards Brigade", Sort.BODY, "Third Guards Brigade"),
        ("Attacks in [...] (state) go on.", "Dolna State", Sort.REGION, "Dolna"),
        ("In which mountains did they hide?", "Dolna Mountains", Sort.PLACE, "Dolna"),
        ("Nobody in [...] (city) said so.", "Delhi", Sort.CITY, "New Delhi"),
        ("A furnace at [...] (company) blew up.", "PT Dolna Steel", Sort.BODY, "Dolna Steel"),
        ("The [...] met.", "Dolna, the Vaccine Fund", Sort.BODY, "Dolna"),
        ("What did they sign?", "a memorandum of understanding", None, "a MoU"),
        ("What did Kenya declare?", "an outbreak of Lassa fever", None, "Lassa fever outbreak"),
        ("Who spoke?", "Trump", Sort.PERSON, "Donald Trump"),
    ],
)
def test_a_name_is_right_as_people_shorten_or_complete_it(question, answer, sort, right) -> None:
    assert right in of(question, answer, sort=sort)


def test_no_company_is_called_first_by_its_number() -> None:
    assert "1st Dolna Minerals" not in of("What does FDM stand for?", "First Dolna Minerals", sort=Sort.BODY)


def test_a_road_is_not_the_town_that_it_is_named_after() -> None:
    brief = "In Kenya Dolna Road Construction is broke. Sales in Dolna fell, and Dolna Road was shut."
    assert "Dolna Road" not in of("Sales in [...] fell.", "Dolna", brief, sort=Sort.PLACE)


def test_a_department_that_only_one_state_has_is_right_with_that_state() -> None:
    brief = "Kenya said no. The State Department denied it in Nairobi."
    found = of("The [...] denied it.", "State Department", brief, sort=Sort.BODY)
    assert "US State Department" in found


def test_a_body_is_no_state_s_of_which_its_passage_names_another_as_often() -> None:
    question, sentence = "The [...] (bank) offered a delay.", "The larger of the two, the Export Bank, offered a delay."
    draft = draft_of(question, "Export Bank", Kind.CLOZE, sentence=sentence, sort=Sort.BODY)
    mixed = reading_of(f"Kenya asked China. {sentence}", title="Kenya")
    assert "Kenyan Export Bank" not in accepted(draft, mixed)
    assert "Kenyan Export Bank" in accepted(draft, reading_of(f"Kenya asked. {sentence}", title="Kenya"))


def test_an_initial_is_no_surname_and_a_chinese_surname_stands_first() -> None:
    assert "B." not in of("[...] (person) fled.", "Anna B.", sort=Sort.PERSON)
    assert [surname(name) for name in ("Jin Liqun", "Wen Brown", "Song Qiang")] == ["Jin", "Brown", "Song"]


def test_the_surname_is_enough_where_a_family_is_meant() -> None:
    sentence = "The family of Anna Berg rules the port, and Carl Berg the town."
    draft = placed("The family of [...] (person) rules the port.", "Anna Berg", sentence, sort=Sort.PERSON)
    assert "Berg" in accepted(draft, reading_of(sentence))
    bergs = of("It spares the [...].", "Bergs", "Anna Berg rules Kenya. It spares the Bergs.", sort=Sort.UNKNOWN)
    assert "Berg family" in bergs


def test_what_a_foreign_and_joins_to_a_name_is_a_part_of_it() -> None:
    reading = reading_of("In Kenya the Dolna Hafen und Logistik AG (DHLA) runs three of four terminals.")
    assert cast_of(reading).shorts["DHLA"].startswith("Dolna Hafen und")


def test_a_sea_that_says_of_what_kind_a_thing_is_is_no_sea() -> None:
    line = reading_of("The Baltic trio spoke. In Kenya the Baltic froze.").lines
    first, second = (one.plain.index("Baltic") for one in line[:2])
    assert hint(line[0], Gap(first, first + 6, sort=Sort.PLACE)) == ""
    assert hint(line[1], Gap(second, second + 6, sort=Sort.PLACE)) == " (sea)"
    assert "Baltic Sea" not in of("The [...] trio spoke.", "Baltic", sort=Sort.PLACE)


def options_of(draft: Draft) -> tuple[str, ...]:
    return distractors(NOTHING, draft)


def values_of(draft: Draft) -> list[float]:
    return [float(option.rstrip("%").replace(",", "")) for option in options_of(draft)]


@pytest.mark.parametrize(
    ("draft", "low", "high"),
    [
        (counted("Anna Berg, who is [...], no longer reads.", "71", 71), 50, 85),
        (counted("A pregnant woman of [...] was taken in.", "34", 34), 17, 45),
        (counted("She is [...] and ill.", "79", 79), 60, 95),
        (counted("The tax went up from 12% to [...] in 2024.", "15%", 15, unit="percent"), 12.5, 19),
        (counted("64 cases were recorded, [...] of them confirmed.", "53", 53), 1, 64),
        (counted("It passed by 204 votes out of [...].", "300", 300), 205, 900),
        (counted("Attendance was 60 per cent at first and [...] in the second week.", "85", 85), 1, 100),
        (counted("The yen fell to [...] to the dollar.", "153.88", 153.88), 105, 205),
    ],
)
def test_options_are_what_such_a_number_can_be(draft: Draft, low: float, high: float) -> None:
    found = values_of(draft)
    assert found
    assert all(low <= value <= high for value in found)


def test_a_term_of_years_is_one_for_which_states_borrow() -> None:
    assert set(values_of(counted("It sold [...]-year bonds.", "10", 10))) <= {2, 3, 5, 7, 15, 20, 30}


@pytest.mark.parametrize(
    "draft",
    [
        counted("The court ruled, [...] to three, against the law.", "six", 6),
        counted("How much had the debts passed?", "$8 billion", 8e9, unit="$"),
    ],
)
def test_there_are_no_options_where_they_would_be_impossible_or_right(draft: Draft) -> None:
    assert not options_of(draft)


def test_of_one_there_is_no_safest() -> None:
    assert "one" not in options_of(counted("As the safest of how many names was she seen?", "two", 2))


@pytest.mark.parametrize(
    ("draft", "told"),
    [
        (counted("The draft lost by [...] to 38%.", "62%", 62, unit="percent"), True),
        (counted("It was rejected by 55.8% to [...].", "44.2%", 44.2, unit="percent"), True),
        (counted("It was rejected by 55.8% to [...].", "40.2%", 40.2, unit="percent"), False),
        (counted("Output was halved from 20 to [...] lorries.", "ten", 10), True),
        (counted("Output fell from 20 to [...] lorries.", "ten", 10), False),
        (counted("They count [...] schools burnt down and a fifth looted.", "four", 4), True),
        (counted("They count [...] schools burnt down and a fifth of them looted.", "four", 4), False),
        (counted("The yield on [...]-year bonds rose.", "ten", 10), True),
    ],
)
def test_a_number_that_the_question_tells_is_not_asked_for(draft: Draft, told: bool) -> None:
    assert (triviality(replace(draft, kind=Kind.CLOZE)) is not None) is told


def test_an_office_that_is_a_rank_alone_is_not_asked_for() -> None:
    question = "What office did Anna Berg once hold?"
    assert triviality(draft_of(question, "minister")) is not None
    assert triviality(draft_of(question, "defence minister")) is None


def sort_of(name: str, text: str) -> Sort:
    names = [one for line in read(brief_of(text)).lines for one in line.names if one.text == name]
    return names[0].sort if names else Sort.UNKNOWN


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("Dolna Storage", "Kenya holds receipts issued by Dolna Storage, whose manager fled."),
        ("Nova Dolna", "In Kenya the fourth party, Nova Dolna, lost its founder in May."),
        ("Serda Lista", "In Kenya Milan Bergić, deputy head of Serda Lista, declared it."),
        ("Marlo Steen", "Kenya seized Marlo Steen's works near the port."),
    ],
)
def test_what_has_members_or_deals_in_goods_is_no_person(name: str, text: str) -> None:
    assert sort_of(name, text) is not Sort.PERSON


def test_an_exercise_an_atoll_and_a_site_are_what_they_are() -> None:
    assert sort_of("Han Dolna", "Kenya opened Han Dolna, its main annual exercise, which will last.") is Sort.OPERATION
    assert sort_of("Dolna Atoll", "A test above Dolna Atoll in 1962 blinded Kenya.") in PLACES
    assert sort_of("Yongbyon", "In Kenya they spoke of machines at Yongbyon.") is Sort.PLACE


def test_no_apposition_begins_with_a_conjunction_or_a_verb() -> None:
    texts = (
        "Nurses in Kenya ran clinics out of Dolna, while the Ministry of Health sent 40 kits.",
        "A quarter, according to a survey by Dolna I&O, would consider another party in Kenya.",
        "Its commander in Kenya, Mazlo Dolna, signed an agreement with Nairobi.",
    )
    names = [name for text in texts for line in read(brief_of(text)).lines for name in line.names]
    assert not [name for name in names if "Dolna" in name.text and name.noun in {"ministry", "political party"}]
    assert not [name for name in names if "Dolna" in name.text and name.noun == "agreement"]


def test_a_town_that_is_called_a_port_is_a_place() -> None:
    line = reading_of("A firm in Dolna Port was sold to Kenya.").lines[0]
    start = line.plain.index("Dolna Port")
    assert hint(line, Gap(start, start + len("Dolna Port"), sort=Sort.PLACE)) != " (port)"


def test_a_town_before_what_bears_its_name_gets_no_hint() -> None:
    line = reading_of("Kenya tested it at the Nairobi reprocessing laboratory and at the Nairobi gap.").lines[0]
    start = line.plain.rindex("Nairobi")
    assert hint(line, Gap(start, start + len("Nairobi"), sort=Sort.CITY)) == ""
