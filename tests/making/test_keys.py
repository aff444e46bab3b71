import pytest
from drafts import counted, dated, draft_of, reading_of
from making import BRIEFS, propose

from trainer.briefs.read import read_brief
from trainer.cards.card import Kind
from trainer.language.names import Sort
from trainer.questions.keys import accepted, rejected
from trainer.text import fold

FELL = "On what date did the Dolna bridge fall?"
FELL_IN = "On what date in 2024 did the Dolna bridge fall?"
MONTH = "In what month and year did the Dolna bridge fall?"
KILLED = "At least how many guards were killed at Dolna?"
LOSS = "How much did the Dolna mill lose in 2023?"


@pytest.mark.parametrize(
    ("draft", "right"),
    [
        (dated(FELL, "March 2, 2024", 2024, 3, 2), ["2 March 2024", "2024-03-02", "Mar 2, 2024", "2 Mar 2024"]),
        (dated(FELL, "2 March 2024", 2024, 3, 2), ["March 2, 2024", "2024-03-02"]),
        (dated(FELL_IN, "March 2, 2024", 2024, 3, 2), ["March 2", "2 March"]),
        (dated(MONTH, "September 2023", 2023, 9), ["Sep 2023", "Sept 2023", "2023-09", "09/2023"]),
        (dated("Since what year has Mali hosted it?", "2013", 2013), ["since 2013"]),
    ],
)
def test_a_date_is_right_in_every_order_and_length(draft, right) -> None:
    assert set(right) <= set(accepted(draft))


def test_a_day_without_its_year_is_right_only_where_question_or_title_leave_no_other_year() -> None:
    day = dated(FELL, "March 2, 2024", 2024, 3, 2)
    assert "March 2" not in accepted(day)
    assert "March 2" in accepted(day, reading_of("Nothing.", title="Dolna in 2024"))
    assert "March 2" not in accepted(day, reading_of("Nothing.", title="Dolna from 2023 to 2024"))


@pytest.mark.parametrize(
    ("draft", "right"),
    [
        (counted(KILLED, "168", 168, hedge="at least", noun="guards"), ["at least 168", "168 or more", "168 guards"]),
        (counted("How many troops had UNMISS?", "13,000", 13000, noun="troops"), ["13000", "13 thousand", "13k"]),
        (counted("How many raids were there?", "seven", 7, noun="raids"), ["7", "seven raids", "7 raids"]),
        (counted("How many ships did it seize?", "one", 1, noun="ships"), ["1", "one ship"]),
        (counted(LOSS, "$4.4 million", 4.4e6, unit="$"), ["4.4 million dollars", "$4.4m", "US$4.4 million"]),
        (counted(LOSS, "137 billion cedis", 137e9), ["137bn cedis", "137 billion"]),
        (counted("What share of it burned?", "54.1 percent", 54.1, unit="percent"), ["54.1%", "54.1 per cent", "54.1"]),
        (counted("How many men had it?", "800 to 1,000", 800, high=1000), ["800-1,000", "between 800 and 1,000"]),
        (counted(LOSS, "more than 60", 60, hedge="more than"), ["60", "over 60", "sixty"]),
        (counted("How much data was taken?", "six terabytes", 6), ["6 terabytes", "6 TB", "6TB"]),
        (counted("How many doses were promised?", "a million", 1e6), ["1 million", "one million"]),
    ],
)
def test_a_number_is_right_in_digits_and_words_with_and_without_hedge_unit_and_noun(draft, right) -> None:
    assert set(right) <= set(accepted(draft))


def test_an_amount_of_money_is_never_half_sign_half_words() -> None:
    assert not [form for form in accepted(counted(LOSS, "$22 million", 22e6, unit="$")) if "$t" in form]


MINISTER = "Malian Foreign Minister Abdoulaye Diop spoke in Bamako on 3 May 2024. Diop left on 4 May 2024."
WADES = "President Abdoulaye Wade met Karim Wade in Dakar on 3 May 2024."


def test_a_person_is_right_by_surname_and_with_the_office() -> None:
    draft = draft_of("Who was Mali's foreign minister?", "Abdoulaye Diop", Kind.WHO, sort=Sort.PERSON)
    found = accepted(draft, reading_of(MINISTER))
    assert {"Diop", "Foreign Minister Diop", "Foreign Minister Abdoulaye Diop"} <= set(found)


def test_a_surname_that_two_in_the_brief_share_is_not_enough_and_the_namesake_is_wrong() -> None:
    draft = draft_of("Who met Karim in Dakar?", "Abdoulaye Wade", Kind.WHO, sort=Sort.PERSON)
    reading = reading_of(WADES)
    assert "Wade" not in accepted(draft, reading)
    assert rejected(draft, reading) == ("Karim Wade",)


@pytest.mark.parametrize(
    ("name", "family"),
    [
        ("Mohammed bin Salman", "bin Salman"),
        ("Abdel Fattah al-Burhan", "al-Burhan"),
        ("Abdel Fattah al-Burhan", "Burhan"),
        ("Xi Jinping", "Xi"),
        ("Kim Jong Un", "Kim"),
        ("Kim Darroch", "Darroch"),
    ],
)
def test_the_surname_is_the_part_that_people_go_by(name: str, family: str) -> None:
    assert family in accepted(draft_of("Who signed the accord?", name, Kind.WHO, sort=Sort.PERSON))


@pytest.mark.parametrize(
    ("question", "answer", "right"),
    [
        ("Which body adopted Resolution 2722?", "the UN Security Council", "United Nations Security Council"),
        ("Which body adopted Resolution 2722?", "the UN Security Council", "UN Security Council"),
        ("Which organization sent observers?", "ECOWAS", "Economic Community of West African States"),
        ("Which organization sent observers?", "Economic Community of West African States", "ECOWAS"),
        ("Which country withdrew?", "the United Kingdom", "UK"),
        ("Which ministry announced it?", "the finance ministry", "Ministry of Finance"),
        ("Which US department sued?", "the Justice Department", "Department of Justice"),
        ("Who demanded it?", "Mali's military junta", "the Malian military junta"),
        ("What was the mission called?", "Operation Barkhane", "Barkhane"),
        ("Which ministry announced it?", "the defence ministry", "the defense ministry"),
        ("Which body said so?", "the World Health Organization", "World Health Organisation"),
        ("Which city was hit?", "Ségou", "Segou"),
        ("What did they agree on?", "a Domestic Debt Exchange Programme", "Domestic Debt Exchange Program"),
    ],
)
def test_a_name_is_right_by_its_other_forms(question: str, answer: str, right: str) -> None:
    assert right in accepted(draft_of(question, answer, Kind.WHO))


def test_a_body_is_right_by_the_acronym_that_the_brief_gives_it_and_the_form_that_it_goes_on_with() -> None:
    reading = reading_of("The Dolna Harbour Authority (DHA) closed the port on 3 May 2024.")
    draft = draft_of("Which body closed the port?", "the Dolna Harbour Authority", Kind.WHO)
    assert "DHA" in accepted(draft, reading)


def test_what_an_acronym_stands_for_is_not_answered_by_the_acronym() -> None:
    draft = draft_of("What does WFP stand for?", "World Food Programme", Kind.ACRONYM, direction="full")
    assert "WFP" not in accepted(draft)
    assert "World Food Program" in accepted(draft)


def test_a_name_that_the_question_says_is_no_answer() -> None:
    reading = reading_of("The gang ALPHV, also known as BlackCat, took the data on 3 May 2024.")
    assert "ALPHV" not in accepted(draft_of("By what other name is ALPHV known?", "BlackCat"), reading)


@pytest.mark.parametrize(
    ("answer", "right"),
    [
        ("foreign minister of Mali", ["foreign minister", "Mali's foreign minister", "minister of foreign affairs"]),
        ("defence secretary", ["defense secretary"]),
        ("chief executive of Colonial", ["chief executive", "CEO", "Colonial's chief executive"]),
    ],
)
def test_an_office_is_right_by_its_other_names(answer: str, right: list[str]) -> None:
    assert set(right) <= set(accepted(draft_of("What office did she hold?", answer, direction="office")))


def test_the_head_of_a_body_is_named_with_the_body() -> None:
    assert "head" not in accepted(draft_of("What office did he hold?", "head of AFAD", direction="office"))


def test_an_item_of_a_list_is_right_by_its_other_names() -> None:
    items = ("Germany", "the United Kingdom")
    draft = draft_of("Which two left?", "Germany and the United Kingdom", Kind.LIST, items=items)
    assert "Germany and UK" in accepted(draft)


@pytest.mark.parametrize(
    ("draft", "wrong"),
    [
        (dated(FELL, "March 2, 2024", 2024, 3, 2), ["March 2, 2023", "March 1, 2024", "March 3, 2024"]),
        (dated(MONTH, "March 2022", 2022, 3), ["March 2021", "February 2022"]),
        (dated("In what year did it fall?", "2013", 2013), ["2012", "2014"]),
        (counted("How many men had it?", "800 to 1,000", 800, high=1000), ["800", "1,000"]),
        (counted(KILLED, "168", 168, hedge="at least"), ["fewer than 168", "186"]),
        (counted(LOSS, "up to $10 million", 10e6, hedge="up to", unit="$"), ["more than $10 million"]),
        (counted("How many troops had it?", "13,000", 13000), ["1,300", "130,000"]),
        (draft_of("Which mission?", "MINUSMA", sort=Sort.MISSION), ["MINUSCA"]),
        (draft_of("Which country?", "Niger", Kind.WHERE, sort=Sort.STATE), ["Nigeria"]),
        (draft_of("Which country?", "South Sudan", Kind.WHERE, sort=Sort.STATE), ["Sudan"]),
        (draft_of("What office did he hold?", "foreign minister", direction="office"), ["deputy foreign minister"]),
    ],
)
def test_a_near_miss_is_refused(draft, wrong) -> None:
    assert set(wrong) <= set(rejected(draft))


def test_another_figure_of_the_brief_for_the_same_thing_is_refused() -> None:
    reading = reading_of("The UN counted 168 peacekeepers killed. A newspaper wrote of 300 peacekeepers.")
    draft = counted("According to the UN, how many peacekeepers were killed?", "168", 168, noun="peacekeepers")
    assert "300" in rejected(draft, reading)


def test_a_date_that_the_sentence_names_beside_the_answer_is_not_refused() -> None:
    draft = dated("In what year did the first coup take place?", "2020", 2020, sentence="Coups came in 2020 and 2021.")
    assert rejected(draft) == ("2019",)


@pytest.mark.parametrize("name", ["cyber", "economy", "election", "sitrep"])
def test_no_card_of_a_brief_accepts_what_it_refuses(name: str) -> None:
    for card in propose(read_brief(BRIEFS / f"{name}.txt")[0]).cards:
        right = {fold(form) for form in (card.answer, *card.accepted)}
        assert right.isdisjoint(fold(form) for form in card.reject), card.question
        assert len(right) == 1 + len(card.accepted), card.question
