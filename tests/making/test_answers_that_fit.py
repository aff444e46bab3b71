"""What a name is, how its holder is addressed, what else is right, and options and gaps that the question rules out."""

import pytest
from drafts import counted, dated, draft_of, reading_of

from trainer.cards.card import Card, Kind
from trainer.facts.calendar import calendar_of
from trainer.facts.offices import offices
from trainer.language.names import Sort, names
from trainer.language.numbers import number_mentions
from trainer.language.sentences import parse, split
from trainer.questions.cast import cast_of
from trainer.questions.distractors import distractors
from trainer.questions.draft import Draft
from trainer.questions.keys import accepted
from trainer.questions.scrutiny import breach_of
from trainer.questions.topic import topic_of
from trainer.questions.trivial import triviality

NOTHING = reading_of("Much remains unclear.")


def named(text: str) -> dict[str, tuple[Sort, str]]:
    return {name.text: (name.sort, name.kind) for name in names(parse(text))}


@pytest.mark.parametrize(
    ("text", "name", "sort", "kind"),
    [
        ("Protesters blocked the Trans-Dolna Highway on Monday.", "Trans-Dolna Highway", Sort.PLACE, "road"),
        ("The Swiss organisation Relief International filed it.", "Relief International", Sort.BODY, "organization"),
        ("The fund belongs to T. Rowe Price and others.", "T. Rowe Price", Sort.BODY, "company"),
        ("They bought four Boeing P-3C Seahawk aircraft.", "Boeing P-3C Seahawk", Sort.PRODUCT, "product"),
    ],
)
def test_a_name_is_no_more_than_its_words_say(text: str, name: str, sort: Sort, kind: str) -> None:
    assert named(text)[name] == (sort, kind)


def test_a_letter_alone_ends_no_name_of_a_person() -> None:
    assert named("The roof can be mended; Block C cannot.").get("Block C", (None,))[0] is not Sort.PERSON
    assert named("The roof can be mended; Hall B cannot.").get("Hall B", (None,))[0] is not Sort.PERSON


def test_the_cameras_are_no_broadcaster() -> None:
    assert named("CCTV was lost at noon.").get("CCTV", (None, ""))[1] != "broadcaster"


def test_a_sentence_ends_behind_a_letter_before_a_word_that_opens_the_next() -> None:
    text = "They cut the fence behind Hall A. The guards called John F. Kennedy."
    assert next(text[a:b] for a, b in split(text)) == "They cut the fence behind Hall A."
    assert len(list(split(text))) == 2


@pytest.mark.parametrize("text", ["Yields are low on the 910C.", "They met in Hall A."])
def test_the_full_stop_behind_a_letter_belongs_to_no_name(text: str) -> None:
    assert [token.text for token in parse(text)][-1] == "."


def test_an_honorific_is_no_part_of_a_name() -> None:
    reading = reading_of("The minister, Rt Hon Dora Berg, and Hon Ivo Mark left. Mr Mark met Mark Dolan.")
    people = {person.name: person.short for person in cast_of(reading).people}
    assert people == {"Dora Berg": "Berg", "Ivo Mark": "Mark", "Mark Dolan": "Dolan"}


def test_a_surname_that_is_anothers_given_name_means_its_owner() -> None:
    reading = reading_of("Ivo Mark and Mark Dolan spoke in Kenya. Later Mr Mark left the town.")
    said = [one.entity.said for one in reading.mentions.named[len(reading.lines) - 1]]
    assert said == ["Ivo Mark"]


def test_who_is_addressed_behind_his_office_holds_it() -> None:
    reading = reading_of("Kenya's finance minister, Hon Amos Otieno, spoke.")
    calendar = calendar_of(reading.lines, reading.brief.date)
    facts = [fact for line in reading.lines for fact in offices(reading, line, calendar)]
    assert [(fact.subject.text, fact.value, fact.place) for fact in facts] == [
        ("Amos Otieno", "finance minister", "Kenya")
    ]


def test_rand_are_money_before_millions() -> None:
    assert [found.quantity.unit for found in number_mentions("The loss came to R412 million.")] == ["R"]
    assert "R412" not in named("The loss came to R412 million.")


def test_a_title_in_capitals_names_its_state_in_full() -> None:
    reading = reading_of("Much remains unclear.", title="PAPUA NEW GUINEA: PORTS CLOSED")
    assert reading.topic is not None
    assert reading.topic.name == "Papua New Guinea"


def test_a_topic_has_no_day_without_its_year() -> None:
    reading = reading_of("The looting in Kenya went on.", title="The looting of 9 July in Kenya", date=None)
    assert topic_of(reading) == "the looting in Kenya"


def keys(question: str, answer: str, brief: str = "", kind: Kind = Kind.CLOZE, **more) -> tuple[str, ...]:
    draft = draft_of(question, answer, kind, sentence=brief.rpartition(" || ")[2], **more)
    return accepted(draft, reading_of(*brief.split(" || ")) if brief else None)


@pytest.mark.parametrize(
    ("question", "answer", "sort", "right"),
    [
        ("The [...] set it up in 2013.", "Security Council", Sort.UNKNOWN, "UNSC"),
        ("It is flown by No. [...] (unit).", "9 Squadron", Sort.BODY, "No. 9 Squadron"),
        ("It is flown by No. [...] (unit).", "9 Squadron", Sort.BODY, "9"),
        ("The leak was claimed by [...].", "DolnaCat/BlackBerg", Sort.GROUP, "BlackBerg"),
        ("It is built by [...].", "NPO Berglin", Sort.BODY, "Berglin"),
        ("It dropped the [...] (framework).", "Framework for Artificial Intelligence Exports", Sort.LAW,
         "AI Exports Framework"),
        ("The firm is owned by the [...].", "Public Investment Fund", Sort.BODY, "PIF"),
        ("Who ran it?", "Carla Fuentes Medina", Sort.PERSON, "Carla Fuentes"),
    ],
)  # fmt: skip
def test_a_name_is_right_in_its_other_forms(question: str, answer: str, sort: Sort, right: str) -> None:
    kind = Kind.WHO if question.startswith("Who") else Kind.CLOZE
    assert right in keys(question, answer, kind=kind, sort=sort)


def test_a_given_name_in_the_middle_is_no_surname() -> None:
    assert "Carla Beatriz" not in keys("Who ran it?", "Carla Beatriz Medina", kind=Kind.WHO, sort=Sort.PERSON)


@pytest.mark.parametrize("right", ["CEO", "CEO of Dolna Steel", "chief executive"])
def test_an_office_in_a_firm_is_right_by_its_other_names(right: str) -> None:
    question = "As of May 2024, what office did Anna Berg hold?"
    brief = "Anna Berg, chief executive of Dolna Steel, spoke in Kenya."
    assert right in keys(question, "chief executive of Dolna Steel", brief, Kind.WHAT, direction="office")


def test_an_american_office_is_right_with_the_letters_of_the_state() -> None:
    brief = "In Kenya, Anna Berg, attorney general of the United States, spoke."
    found = keys("What office did Anna Berg hold?", "attorney general of the United States", brief, Kind.WHAT,
                 direction="office")  # fmt: skip
    assert {"US attorney general", "attorney general"} <= set(found)


def test_money_of_other_dollars_is_right_in_short() -> None:
    found = accepted(counted("It will cost [...].", "NZ$2.3 billion", 2.3e9, unit="NZ$"))
    assert {"NZ$2.3bn", "2.3 billion"} <= set(found)


def test_a_verb_behind_a_number_has_its_own_noun() -> None:
    assert "four waters" not in accepted(counted("A party of [...] entered prohibited waters.", "four", 4))


def test_an_army_with_letters_of_its_own_is_no_other_states() -> None:
    brief = "In Taiwan drones were seen. In Taiwan the People's Liberation Army fired."
    found = keys("The [...] (armed force) fired.", "People's Liberation Army", brief, sort=Sort.BODY)
    assert "Taiwanese People's Liberation Army" not in found


def test_letters_that_the_brief_has_in_another_order_are_those_that_are_right() -> None:
    brief = "On the MFDK: it split. || The Movement of Democratic Forces of Karsia took up arms in 1982."
    found = keys("The [...] (movement) took up arms in 1982.", "Movement of Democratic Forces of Karsia", brief,
                 sort=Sort.BODY)  # fmt: skip
    assert "MDFK" not in found
    assert "MFDK" in found


def test_a_force_is_right_as_the_brief_has_named_it_in_full() -> None:
    brief = "The Royal Karsian Air Force flew it. || It may replace trucks of the Air Force."
    assert "Royal Karsian Air Force" in keys("It may replace trucks of the [...].", "Air Force", brief, sort=Sort.BODY)


def test_an_event_called_by_its_place_is_right_with_its_noun() -> None:
    brief = "The Eastgate attack was filmed. || Three men stand trial over Eastgate."
    assert "Eastgate attack" in keys("Three men stand trial over [...].", "Eastgate", brief, sort=Sort.UNKNOWN)


def options(draft: Draft) -> tuple[str, ...]:
    return distractors(NOTHING, draft)


def test_options_of_a_vote_that_failed_lie_on_its_side() -> None:
    asked = "Where 60 votes were needed, it failed on 16 January 2019 with [...]."
    assert options(counted(asked, "57", 57))
    assert all(int(option) < 60 for option in options(counted(asked, "57", 57)))
    asked = "Where [...] votes were needed, it failed on 16 January 2019 with 57."
    assert all(int(option) > 57 for option in options(counted(asked, "60", 60)))


def test_no_part_is_more_than_the_sum_before_it() -> None:
    asked = "The deal is worth $30bn, of which [...] is new cash."
    found = options(counted(asked, "$27bn", 27e9, unit="$"))
    assert found
    assert all(float(option.strip("$bn")) < 30 for option in found)


@pytest.mark.parametrize(
    "question", ["It cost more ground than any raid since [...] (year).", "It was the deadliest attack since [...]."]
)
def test_what_has_had_no_match_since_a_year_has_none_since_a_later_one(question: str) -> None:
    found = options(dated(question, "2015", 2015))
    assert found
    assert all(int(option) < 2015 for option in found)


def test_what_is_due_by_a_year_is_due_by_a_later_one() -> None:
    found = options(dated("By what year were they due to be replaced?", "2031", 2031))
    assert found
    assert all(int(option) < 2031 for option in found)


def test_a_strait_has_straits_of_its_own_part_of_the_world() -> None:
    question = "Through which strait did the ship pass on May 3, 2024?"
    found = options(draft_of(question, "Bashi Channel", Kind.WHERE, sort=Sort.PLACE))
    assert found
    assert not {"Bosphorus", "Bab el-Mandeb", "English Channel", "Kerch Strait"} & set(found)


def cloze(question: str, answer: str, sort: Sort) -> Draft:
    return draft_of(question, answer, Kind.CLOZE, sort=sort)


@pytest.mark.parametrize(
    ("draft", "trivial"),
    [
        (cloze("Lord Berg of [...] (person) took the chair.", "Dolna", Sort.PERSON), True),
        (cloze("Money left the fund 1Karsia [...].", "Holdings", Sort.BODY), True),
        (cloze("Floods fill the [...]-e Dolna basin.", "Band", Sort.PLACE), True),
        (cloze("Floods fill the Band-e [...] basin.", "Dolna", Sort.PLACE), True),
        (cloze("He spoke outside the courthouse on [...] (street).", "Dolna Street", Sort.PLACE), True),
        (cloze("A bomb went off on [...] (street).", "Dolna Street", Sort.PLACE), False),
        (cloze("Training is done in Houston, [...] (state).", "Texas", Sort.REGION), True),
        (cloze("Training is done in [...] (state).", "Texas", Sort.REGION), False),
        (dated("In what year did it carry out 47 raids, up from 35 in 2017?", "2018", 2018), True),
        (dated("In what year did it carry out 47 raids, up from 35 in 2011?", "2018", 2018), False),
        (counted("How many further questions were likely in committee?", "two", 2), True),
        (counted("How many questions did the paper have?", "forty", 40), False),
    ],
)
def test_parts_of_names_addresses_and_the_briefs_own_counts_are_not_asked_for(draft: Draft, trivial: bool) -> None:
    assert (triviality(draft) is not None) is trivial


@pytest.mark.parametrize(
    "answer", ["MINUSMA", "United Nations Multidimensional Integrated Stabilization Mission in Mali"]
)
def test_letters_that_stand_in_the_title_are_not_asked_for(answer: str) -> None:
    told = "The United Nations Multidimensional Integrated Stabilization Mission in Mali (MINUSMA) left on 3 May 2024."
    reading = reading_of(told, title="MINUSMA leaves Mali")
    card = Card("c0", "On 3 May 2024 the [...] left Gao.", answer, Kind.CLOZE)
    breach = breach_of(reading, cloze(card.question, answer, Sort.MISSION), card)
    assert breach is not None
    assert breach.rule == "is_not_in_title"
