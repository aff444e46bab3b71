"""A brief in, cards and findings out: from single sentences, from noise, and the same each time."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from making import BRIEFS, asked, brief_of, proposal_of, propose

from trainer.briefs.read import read_brief

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize(
    ("sentence", "question", "answer"),
    [
        ("The Wagner Group deployed to Mali in 2021.", "In what year did the Wagner Group deploy to Mali?", "2021"),
        (
            "Kenya will hold presidential elections in August 2027.",
            "As of May 2024, in what month and year was Kenya due to hold presidential elections?",
            "August 2027",
        ),
        (
            "Peru, Chile, and Bolivia have signed the Lima Accord.",
            "As of May 2024, which three countries had signed the Lima Accord?",
            "Peru, Chile, and Bolivia",
        ),
        (
            "Ghanaian Defence Minister Ama Mensah visited Togo on 3 May.",
            "As of May 2024, who was Ghana's defence minister?",
            "Ama Mensah",
        ),
        (
            "The Southern African Development Community (SADC) met in Lusaka.",
            "What does SADC stand for?",
            "Southern African Development Community",
        ),
        (
            "With 9 thousand troops, UNMISS has been important in South Sudan.",
            "As of May 2024, how many troops did UNMISS have?",
            "9,000",
        ),
        (
            "Officials mourned the Dolna massacre in March 2022 in a ceremony.",
            "In what month and year did the Dolna massacre take place?",
            "March 2022",
        ),
    ],
)
def test_a_sentence_gives_its_card(sentence: str, question: str, answer: str) -> None:
    assert asked(sentence).get(question) == answer


@pytest.mark.parametrize(
    ("sentence", "why"),
    [
        ("It deployed 400 troops to Mali in 2021.", "a pronoun"),
        ("The group deployed to Mali in 2021.", "a definite without a name"),
        ("Le ministre a déclaré que la mission quittera le pays en juin prochain.", "another language"),
        ("FRANCE DEPLOYED TROOPS TO CHAD IN 2021 AND LEFT IN 2024.", "a shout"),
        ("Chad | 2021 | 400 troops | N'Djamena | withdrawn", "a table"),
        ("Much remains unclear.", "nothing is told"),
        ("Did France leave Chad in 2024?", "a question"),
        ("Leave Chad by 2025 at the latest.", "an order"),
    ],
)
def test_a_sentence_that_states_no_plain_fact_gives_no_card(sentence: str, why: str) -> None:
    assert asked(sentence) == {}, why


def test_a_pretext_is_told_as_one() -> None:
    for question, answer in asked("Wagner personnel deployed to Libya ostensibly in response to instability.").items():
        assert "ostensibly" in f"{question} {answer}"


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "\n\n\t",
        ".",
        "...",
        "?!",
        "word " * 4000,
        "A" * 5000,
        "(" * 300,
        "1. 2. 3. 4. 5.",
        "1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20",
        "2021 2022 2023 2024, 3 May 2024, 4 May 2024.",
        "Th3 m1ni5ter 0f F1n@nce ~~ s@id th@t €€ 12,,3 %% ((",
        "。。。日本の首相は東京で演説した。",
        "غادرت كينيا هايتي في ٣ مايو ٢٠٢٤ مع ٣٠٠ جندي.",
        "קניה עזבה את האיטי ב-3 במאי 2024 עם 300 חיילים.",
        "🚀🚀🚀 300 🚀 2024 🚀🚀🚀",
        "KENYA SENT 300 TROOPS TO HAITI IN 2023.",
        "\x00\x01\x02 \ufffd\ufffd\ufffd \u202e",
        "of of of of of of of of of of of of",
        "— – — – — – — – — – — – —",
        "() [] {} <> «» “” ‘’ '' \"\"",
    ],
)
def test_noise_gives_no_card_and_no_error(text: str) -> None:
    assert propose(brief_of(text)).cards == ()


@pytest.mark.parametrize(
    "text",
    [
        "Kenya sent 300 troops 🚀 to Haiti in 2023.",
        "Kenya sent 300 troops to \u202bهايتي\u202c in 2023.",
        "Kenya\u00a0sent\u00a0300\u00a0troops to Haiti in\u202f2023.",
        "Kenya sent 300 troops to Haiti in 2023" + ", and Chad sent 200 troops to Niger in 2022" * 110 + ".",
        "Kenya sent " + "very " * 1000 + "many troops to Haiti in 2023.",
        "Kenya, " * 400 + "left Haiti in 2023.",
        "Kenya sent 300 (or 400 (or 500 (or 600 troops to Haiti in 2023.",
        "Kenya sent 300 troops)) to Haiti ]] in 2023.",
        "Kenya 's troops ' left ` Haiti `` in '' 2023.",
        "Kenya sent 99999999999999999999999999 troops to Haiti in 2023.",
        "Kenya sent 300 troops to Haiti on 31 February 2023 and 45 May 2023.",
        "Kenya sent 300 troops to Haiti in 0000 and 9999.",
        "Kenya sent 1e400 troops, 3.0.0.1 troops and 1,2,3,4 troops to Haiti in 2023.",
        "that that that which who Kenya sent whose to where in 2023.",
        "Kenya sent 300 troops to Haiti in 2023.\n\n\nKenya\nsent\n300\ntroops\nto\nHaiti.",
    ],
)
@pytest.mark.timeout(60)
def test_strange_text_raises_nothing_and_its_cards_show_its_own_words(text: str) -> None:
    for card in propose(brief_of(text, title=text[:80])).cards:
        assert card.source is not None
        assert card.source.sentence in text


def test_a_brief_of_no_passages_gives_nothing() -> None:
    assert propose(brief_of()).cards == ()


def test_the_same_brief_gives_the_same_cards() -> None:
    assert proposal_of("election") == proposal_of("election")


def cards_under(seed: str, path: Path) -> str:
    """Everything proposed from a brief by another process, whose sets and dictionaries are ordered by the seed."""
    script = (
        "import sys; from pathlib import Path; from trainer.briefs.read import read_brief;"
        " from trainer.questions import propose; print(repr(propose(read_brief(Path(sys.argv[1]))[0])))"
    )
    environment = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": str(ROOT)}
    run = subprocess.run(
        [sys.executable, "-c", script, str(path)], env=environment, capture_output=True, text=True, check=True
    )
    return run.stdout


@pytest.mark.long
def test_the_order_of_sets_does_not_change_a_card() -> None:
    one, other = (cards_under(seed, BRIEFS / "sitrep.txt") for seed in ("1", "4711"))
    assert len(one) > 2000
    assert one == other


def test_other_briefs_read_before_do_not_change_a_card() -> None:
    first = proposal_of("cyber")
    proposal_of("economy")
    assert proposal_of("cyber") == first


def test_a_span_holds_the_words_of_the_source_with_its_typographic_marks() -> None:
    brief = brief_of("Mali’s military junta arrested Omar N’Diaye in Gao in 2023.")
    cards = propose(brief).cards
    assert cards
    for card in cards:
        assert card.source is not None
        assert card.source.sentence == brief.passages[0].text
        assert card.source.span is not None
        assert card.source.sentence[slice(*card.source.span)].replace("’", "'") == card.answer


def test_a_fact_told_twice_is_asked_once() -> None:
    once = asked("The Wagner Group deployed to Mali in 2021.")
    twice = asked(
        "The Wagner Group deployed to Mali in 2021.", "Since the Wagner Group deployed to Mali in 2021, trade fell."
    )
    assert list(twice) == list(once)


def test_a_brief_without_a_date_asks_nothing_that_may_change() -> None:
    assert propose(brief_of("Kenyan President Amos Ruto has visited Haiti.", date=None)).cards == ()


def test_what_names_nothing_is_not_asked() -> None:
    assert propose(brief_of("About 700 people were displaced in the storm.")).cards == ()


@pytest.mark.timeout(20)
def test_a_heading_run_into_its_sentence_ends_the_reading_all_the_same() -> None:
    run_in = "What the Force does and what it has cost the Force has 900 troops and has been near cities such as Gao."
    assert isinstance(propose(brief_of(run_in)).cards, tuple)


def test_an_essay_of_opinion_gives_hardly_a_card() -> None:
    assert len(propose(read_brief(BRIEFS.parent / "essay.txt")[0]).cards) <= 2
