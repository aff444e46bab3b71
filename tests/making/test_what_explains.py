"""What a brief is about is said in its questions, and explains there what else only the brief would."""

from __future__ import annotations

import pytest
from drafts import alone, reading_of
from making import asked, brief_of

from trainer.cards.card import Card, Kind
from trainer.cards.critique import MOST_QUESTION_WORDS, is_short
from trainer.language.reading import read
from trainer.questions.framing import Frame, located, says_topic
from trainer.questions.topic import topic_of
from trainer.values.dates import PartialDate

MPOX = Frame(PartialDate(2025, 3), topic="mpox")
FEVER = Frame(PartialDate(2025, 3), "Fiji", "Fijian", "HIV in Fiji")
RANSOM = Frame(PartialDate(2022, 7), "Costa Rica", "Costa Rican", "Conti intrusions in Costa Rica")


@pytest.mark.parametrize(
    ("frame", "question", "told"),
    [
        (MPOX, "On what date did Sweden report the first case?",
         "According to the brief on mpox, on what date did Sweden report the first case?"),
        (MPOX, "As of March 2025, which country had promised Kenya a million doses?",
         "As of March 2025, according to the brief on mpox, which country had promised Kenya a million doses?"),
        (MPOX, "According to WFP, how many doses were lost in Gao?",
         "According to WFP cited in the brief on mpox, how many doses were lost in Gao?"),
        (MPOX, "As of March 2025: According to WFP, Kenya has lost [...] doses.",
         "As of March 2025, according to WFP cited in the brief on mpox: Kenya has lost [...] doses."),
        (MPOX, "Kenya lost [...] doses on 3 May 2024.",
         "According to the brief on mpox: Kenya lost [...] doses on 3 May 2024."),
        (MPOX, "Who sold mpox vaccine to Kenya in 2024?", "Who sold mpox vaccine to Kenya in 2024?"),
        (RANSOM, "What did Conti urge citizens to do in May 2022?",
         "According to the brief on Conti intrusions in Costa Rica, what did Conti urge citizens to do in May 2022?"),
        (RANSOM, "Who led the Costa Rican government in May 2022?",
         "According to the brief on Conti intrusions in Costa Rica, who led the Costa Rican government in May 2022?"),
        (RANSOM, "When did Conti enter the Costa Rican customs?", "When did Conti enter the Costa Rican customs?"),
        (FEVER, "As of March 2025, how many cases had Fiji counted?",
         "As of March 2025, according to the brief on HIV in Fiji, how many cases had Fiji counted?"),
        (FEVER, "How many HIV cases did Fiji count in 2024?", "How many HIV cases did Fiji count in 2024?"),
    ],
)  # fmt: skip
def test_a_question_says_what_its_brief_is_about_unless_it_does_so_already(
    frame: Frame, question: str, told: str
) -> None:
    assert located(frame, question) == told
    assert says_topic(frame, told)


def test_a_question_does_not_say_what_it_asks_for() -> None:
    assert located(MPOX, "Which disease reached Sweden in 2024?", "mpox") == "Which disease reached Sweden in 2024?"


def test_a_question_says_the_half_of_what_its_brief_is_about_that_it_does_not_ask_for() -> None:
    assert located(FEVER, "Which virus spread in 2024?", "HIV") == (
        "According to the brief on Fiji, which virus spread in 2024?"
    )
    assert located(FEVER, "Which state asked for help?", "Fiji") == (
        "According to the brief on HIV, which state asked for help?"
    )


def test_what_a_question_opens_with_does_not_make_it_long() -> None:
    body = "who " + "very " * (MOST_QUESTION_WORDS - 3) + "left?"
    question = f"According to the May 2024 brief on polio vaccination in the Gaza Strip, {body}"
    assert is_short(Card("x", question, "Haddad", Kind.WHO)) is None
    assert is_short(Card("x", f"Yes, {question}".replace("According to the", "In a"), "Haddad", Kind.WHO)) is not None


@pytest.mark.parametrize(
    ("title", "body", "topic"),
    [
        ("Kenya: Telecommunications outage, Flash Update No. 3",
         "Kenya lost its telecommunications. The telecommunications outage hit Kenya. The outage went on.",
         "the telecommunications outage in Kenya"),
        ("Red Sea: prospects for attacks on shipping",
         "The attacks hit shipping in the Red Sea. More attacks on shipping followed.",
         "attacks on shipping in the Red Sea"),
        ("INCIDENT REPORT 24/017 - Sinking of the bulk carrier Sava", "The Sava sank. The bulk carrier Sava is lost.",
         "the sinking of the bulk carrier Sava"),
        ("Derna: why the dams failed", "Derna was lost.", "Derna"),
        ("Sava (hold): Lima writes the cheque", "Sava is short of cash. Lima gave it money.", "Sava"),
        ("Movement for the Freedom of the Inner Delta: who is left",
         "The Movement for the Freedom of the Inner Delta (MFID) split. MFID has no head.", "MFID"),
        ("Incident report: boats rammed", "Boats were rammed. The boats sank. Boats burned.", ""),
    ],
)  # fmt: skip
def test_a_title_gives_place_and_matter_without_the_kind_of_brief(title: str, body: str, topic: str) -> None:
    assert topic_of(read(brief_of(body, title=title))) == topic


BREACH = (
    "Sava lost its payments platform on 3 March 2024. The Nova Bank had used the platform. Nobody owned the platform."
)


def test_what_a_brief_tells_of_throughout_needs_no_more_beside_what_it_is_about() -> None:
    found = asked(BREACH, "Kenya restored the platform on 7 April 2024.", title="The Sava breach")
    question = "According to the brief on the Sava breach, on what date did Kenya restore the platform?"
    assert found.get(question) == "April 7, 2024"


@pytest.mark.parametrize("second", ["A second platform stood in Gao.", "Other platforms stood in Gao."])
def test_one_of_several_is_not_explained_by_what_a_brief_is_about(second: str) -> None:
    found = asked(f"{BREACH} {second}", "Kenya restored the platform on 7 April 2024.", title="The Sava breach")
    assert not [question for question in found if "restored the platform" in question]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Tea prices themselves fell.", "Tea prices themselves fell"),
        ("An affiliate calling itself Notchy complained.", "An affiliate calling itself Notchy complained"),
        ("Two ships have been sunk and one seized.", "Two ships have been sunk and one seized"),
        (
            "Kenya counted 40 confirmed infections and 70 suspected ones.",
            "40 confirmed infections and 70 suspected ones",
        ),
        ("Kenya had left by the time vaccination started.", "by the time vaccination started"),
    ],
)
def test_what_the_same_words_explain_may_stay(text: str, words: str) -> None:
    assert alone(text, words) == words


def test_a_since_that_goes_back_is_left_out() -> None:
    assert (
        alone("Kenya has since issued a passport.", "Kenya has since issued a passport")
        == "Kenya has issued a passport"
    )


def test_the_owner_of_the_rest_is_no_owner_of_what_an_of_tells() -> None:
    reading = "Kenya's government fell. || Two of the population of the worst-hit provinces left."
    assert alone(reading, "the population of", title="Kenya") == "the population of"


def test_a_pronoun_that_would_name_what_is_asked_for_stays() -> None:
    found = asked(
        "The Bank of Chad (BoC), which is small, lost $60 million in 2022, mainly on account of its holdings of gold."
    )
    assert [question for question in found if "[...]" in question and "its holdings" in question]


@pytest.mark.parametrize("word", ["foresees", "spends"])
def test_no_word_is_tagged_against_its_ending(word: str) -> None:
    text = (
        f"Kenya sold a plan, and the plan that it launched with Africa CDC on 6 September {word} some of $600 million."
    )
    tags = {token.text: token.tag_ for token in reading_of(text).lines[0].sentence.doc}
    assert tags[word] != "VBG"


def test_a_list_of_towns_and_a_state_is_asked_for_as_no_list() -> None:
    found = asked("Sava Bank will build plants in Gao, Chad, and Lima in 2024.")
    assert not [answer for answer in found.values() if " and " in answer]


def test_the_letters_of_a_ministry_are_asked_for_by_no_name_that_others_have() -> None:
    found = asked("China's Ministry of Commerce (MOFCOM) banned exports on 4 October 2023.")
    assert "MOFCOM" not in found.values()


def test_a_title_in_capitals_is_said_as_the_body_writes_it() -> None:
    body = "Sava Bank lost its case. The Sava Bank case was heard. NATO had no say."
    assert topic_of(read(brief_of(body, title="THE SAVA BANK CASE AND NATO"))) == "the Sava Bank case and NATO"
    assert topic_of(
        read(
            brief_of(
                "An earthquake shook Haiti. The earthquake was hard. Haiti waits for aid after the earthquake.",
                title="HAITI: EARTHQUAKE",
            )
        )
    ) == ("the earthquake in Haiti")


def test_what_is_announced_is_not_who_does_the_next_thing() -> None:
    found = asked(
        "On 18 December 2023 Omar Haddad announced Operation Sava, an effort in which Kenya was to be joined by others "
        "in Gao, although Chad, one of those he named, made clear within days that it would act only under NATO."
    )
    assert not [question for question in found if "announced" in question and "made clear" in question]
