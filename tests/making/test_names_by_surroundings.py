"""Names told by what stands around them, the state that a passage is on, and what else is right for an answer."""

import pytest
from drafts import alone, draft_of, reading_of
from making import asked

from trainer.cards.card import Kind
from trainer.facts.calendar import calendar_of
from trainer.facts.gaps import Gap
from trainer.facts.offices import offices
from trainer.language.names import Sort, names
from trainer.language.sentences import parse, split
from trainer.questions.distractors_names import person_options, place_options
from trainer.questions.keys import accepted
from trainer.questions.keys_people import person_forms
from trainer.questions.question_words import hint
from trainer.values.dates import PartialDate
from trainer.values.surnames import surname


def named(text: str) -> dict[str, tuple[Sort, str]]:
    return {name.text: (name.sort, name.kind) for name in names(parse(text))}


@pytest.mark.parametrize(
    ("text", "name", "sort"),
    [
        ("In May a raid on Karim Uba killed two soldiers.", "Karim Uba", Sort.PLACE),
        ("The nurse comes from Duma, in the eastern hills.", "Duma", Sort.PLACE),
        ("Bekir, a 43-year-old miner who had come to bury a cousin, wept.", "Bekir", Sort.PERSON),
        ("He had joined Brandt Heller in 1982 as a clerk.", "Brandt Heller", Sort.BODY),
        ("Operator: Brandt Heller.", "Brandt Heller", Sort.BODY),
        ("She was a deputy minister in Hamid Karzai's first cabinet.", "Hamid Karzai", Sort.PERSON),
    ],
)
def test_a_name_is_what_is_done_with_it(text: str, name: str, sort: Sort) -> None:
    assert named(text)[name][0] is sort


def test_a_journal_is_no_website() -> None:
    assert named("They wrote in The Lancet on Monday.")["The Lancet"] == (Sort.NEWS, "scientific journal")


def test_a_case_is_not_cut_between_its_parties() -> None:
    text = "The test is old: in Chad v. Norway, decided in 2007, it was laid down."
    assert [text[a:b] for a, b in split(text)] == [text]


def test_a_force_that_fights_keeps_no_peace() -> None:
    reading = reading_of("The MNJTF has spent most of it.")
    assert hint(reading.lines[0], Gap(4, 9, sort=Sort.MISSION)) == " (military force)"


def test_two_banks_are_asked_for_as_two() -> None:
    reading = reading_of("Nordia and D&V Bank, both among the largest, were taken over in 2017.")
    gap = Gap(0, len("Nordia and D&V Bank"), sort=Sort.BODY)
    assert hint(reading.lines[0], gap).startswith(" (two ")


def test_a_half_of_a_month_is_none_of_a_year() -> None:
    time = PartialDate(2024, 5, part="the first half of")
    gap = Gap(0, 3, time=time)
    reading = reading_of("They hope to start in the first half of May 2024.")
    assert hint(reading.lines[0], gap) == " (half of a month)"
    half = draft_of("They hope to start in [...].", "the first half of May 2024", Kind.CLOZE, time=time)
    assert "H1 2024" not in accepted(half)


STATES = " || NORWAY. The {} has sent ten men to the north. || CHAD. The {} has sent nine men to the north."


@pytest.mark.parametrize("word", ["army", "government"])
def test_the_army_of_a_passage_is_that_of_the_state_that_it_opens_with(word: str) -> None:
    text = "The plague goes on in Kenya and Somalia. Kenya is worst hit. Kenya asked for help. Kenya got none." + (
        STATES.format(word, word)
    )
    assert alone(text, f"The {word}", title="Locust bulletin") == f"Chad's {word}"


def test_a_force_named_under_another_state_is_not_meant() -> None:
    text = "Norway. The Dolna Police Force (DPF) charged ten men. || Chad. Police held nine men. Ten left the force."
    assert alone(text, "the force") is None


def test_the_court_with_its_capital_is_no_court_told_of_without_a_name() -> None:
    text = "A court in Dolna Kamp is looking into a complaint. || In May the Court required an answer."
    assert alone(text, "the Court") is None


@pytest.mark.parametrize(
    "sentence",
    ["The dissenter was the Chinese judge, Xue Berg, who took another view.", "Kenyan Justice Anna Berg agreed."],
)
def test_a_judge_is_of_no_state(sentence: str) -> None:
    reading = reading_of(sentence, title="China")
    found = offices(reading, reading.lines[0], calendar_of(reading.lines, reading.brief.date))
    assert not [fact for fact in found if fact.value in {"judge", "justice"}]


def test_who_is_cleared_by_his_own_man_is_no_thing() -> None:
    cards = asked(
        "Prime Minister Amos Otieno won in 2013. The prime minister denies it and was cleared by his"
        " attorney-general in January 2016.",
        title="Kenya",
    )
    assert [card for card in cards if "Amos Otieno cleared by his attorney-general" in card]


def test_that_year_is_none_that_stands_in_brackets() -> None:
    reading = reading_of(
        "Casinos were exempt (they were brought under it in July 2017). The governor resigned on 15 March of that year."
    )
    assert not [d for d in calendar_of(reading.lines, reading.brief.date).values() if d.month == 3]


def test_what_is_taken_by_a_day_is_of_no_year_that_is_known() -> None:
    reading = reading_of("The money is withdrawn or moved by the end of 9 September.")
    assert not calendar_of(reading.lines, reading.brief.date)


@pytest.mark.parametrize(
    ("question", "answer", "sort", "form"),
    [
        ("It went to the [...] (foundation).", "Mardika Foundation", Sort.BODY, "Mardika"),
        ("What did the mine stop?", "commercial production", None, "production"),
        ("The [...] (government) fell.", "Kenyan Government", Sort.BODY, "Government of Kenya"),
        ("He delivered the vote to [...] (person).", "Karzai", Sort.PERSON, "Hamid Karzai"),
    ],
)
def test_what_is_right_as_well(question: str, answer: str, sort: Sort | None, form: str) -> None:
    assert form in accepted(draft_of(question, answer, Kind.CLOZE, sort=sort))


def test_a_list_is_right_without_the_noun_of_its_items() -> None:
    items = ("Dolna", "Mardika", "Torva States")
    draft = draft_of("They live in [...].", "Dolna, Mardika and Torva States", Kind.LIST, sort=Sort.REGION, items=items)
    assert "Dolna, Mardika and Torva" in accepted(draft)


def test_common_words_are_no_name_of_a_body() -> None:
    draft = draft_of("It went to the [...] (foundation).", "Open Road Foundation", Kind.CLOZE, sort=Sort.BODY)
    assert "Open Road" not in accepted(draft)


def test_the_letters_in_brackets_are_right_whatever_words_they_stand_for() -> None:
    sentence = "They fought the rival faction known as Mardikat Ahl Dolna wal-Torva (MAD)."
    draft = draft_of(
        "They fought the rival faction known as [...] (faction).",
        "Mardikat Ahl Dolna wal-Torva",
        Kind.CLOZE,
        sort=Sort.GROUP,
        sentence=sentence,
    )
    assert "MAD" in accepted(draft, reading_of(sentence))


def test_the_topic_of_a_brief_in_its_letters_is_right() -> None:
    sentence = "The Mardika Road Board (MRB) split in 2016."
    draft = draft_of(
        "According to the brief on MRB, which body split in 2016?",
        "Mardika Road Board",
        Kind.WHO,
        sort=Sort.BODY,
        sentence=sentence,
    )
    assert "MRB" in accepted(draft, reading_of(sentence))


def test_letters_in_another_order_stand_for_something_else() -> None:
    draft = draft_of("What does TBK stand for?", "Tea Board of Kenya", Kind.ACRONYM)
    assert "Kenyan Tea Board" not in accepted(draft)


def test_a_group_of_many_states_is_none_of_one() -> None:
    draft = draft_of("A [...] (armed group) spokesman spoke.", "Taliban", Kind.CLOZE, sort=Sort.GROUP)
    assert "Afghan Taliban" not in accepted(draft)


def test_nobody_in_myanmar_goes_by_his_last_word() -> None:
    assert surname("Aung San Suu Kyi") == "Aung San Suu Kyi"
    assert "Kyi" not in list(person_forms("Aung San Suu Kyi", None))


def test_a_span_opens_no_sentence_with_between() -> None:
    cards = asked("Between 2013 and 2021 some 500 lenders in Kenya lost their licences.")
    spans = [question for question, answer in cards.items() if answer == "2013 to 2021"]
    assert spans
    assert all("Between [...]" not in question for question in spans)


def test_seas_are_chosen_from_their_neighbours() -> None:
    draft = draft_of(
        "Which sea did the ship leave on 1 December 2010, the first to do so?",
        "Yellow Sea",
        Kind.WHERE,
        sort=Sort.PLACE,
    )
    found = list(place_options(reading_of("The ship left the Yellow Sea."), draft, 0))
    assert "East China Sea" in found
    assert not {"Red Sea", "Baltic Sea"} & set(found)


def test_no_head_of_another_state_is_an_option() -> None:
    reading = reading_of(
        "Kenya's prime minister, Amos Otieno, flew home on 3 May 2024.",
        "Norway's prime minister, Erik Dahl, was there on 4 May 2024.",
        title="Kenya",
    )
    draft = draft_of("As of May 2024, who was Norway's prime minister?", "Erik Dahl", Kind.WHO, sort=Sort.PERSON)
    assert list(person_options(reading, draft, 0)) == []
