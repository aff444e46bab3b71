import pytest
from making import asked, brief_of, proposal_of

from trainer.cards.critique import critique
from trainer.questions import propose

NAMES = ("cyber", "election", "economy", "sitrep")


@pytest.mark.parametrize(
    ("sentence", "question", "answer"),
    [
        ("The Wagner Group deployed to Mali in 2021.", "In what year did the Wagner Group deploy to Mali?", "2021"),
        ("The Wagner Group deployed to Mali in 2021.", "To which country did the Wagner Group deploy in 2021?", "Mali"),
        (
            "Kenya will hold presidential elections in August 2027.",
            "As of May 2024, when was Kenya due to hold presidential elections?",
            "August 2027",
        ),
        (
            "Peru, Chile, and Bolivia have signed the Lima Accord.",
            "As of May 2024, which three countries had signed the Lima Accord?",
            "Peru, Chile, and Bolivia",
        ),
        (
            "At least 43 UNIFIL peacekeepers have been injured, according to the UN in March.",
            "According to the UN in March 2024, at least how many UNIFIL peacekeepers had been injured?",
            "43",
        ),
        (
            "Ghanaian Defence Minister Ama Mensah visited Togo on 3 May.",
            "As of May 2024, who was Ghana's defence minister?",
            "Ama Mensah",
        ),
        (
            "Ghanaian Defence Minister Ama Mensah visited Togo on 3 May.",
            "As of May 2024, what office did Ama Mensah hold?",
            "defence minister of Ghana",
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
        (
            "Russia has shelled cities in eastern Ukraine, including Kharkiv and Donetsk.",
            "The May 2024 brief said that Russia had shelled cities in eastern Ukraine. Which two cities did it name?",
            "Kharkiv and Donetsk",
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
        ("France might withdraw its troops from Chad in 2025.", "a modal"),
        ("If Kenya agrees, France will send 200 troops to Haiti in 2025.", "a condition"),
        ("Sudan did not sign the Jeddah Accord in 2023.", "a denial"),
        ("No state signed the Jeddah Accord in 2023.", "a denial in the subject"),
        ('Turkey said that "a grave error" led Syria to act in 2023.', "a quotation"),
        ("Wagner personnel deployed to Libya ostensibly in response to instability.", "a pretext"),
        ("Le ministre a déclaré que la mission quittera le pays en juin prochain.", "another language"),
        ("FRANCE DEPLOYED TROOPS TO CHAD IN 2021 AND LEFT IN 2024.", "a shout"),
        ("Chad | 2021 | 400 troops | N'Djamena | withdrawn", "a table"),
    ],
)
def test_a_sentence_that_states_no_plain_fact_gives_no_card(sentence: str, why: str) -> None:
    assert asked(sentence) == {}, why


def test_the_same_brief_gives_the_same_cards() -> None:
    assert proposal_of("election") == proposal_of("election")


@pytest.mark.parametrize("name", NAMES)
def test_every_card_breaks_no_rule_and_shows_its_source(name: str) -> None:
    proposal = proposal_of(name)
    assert len(proposal.cards) >= 8
    assert len({card.id for card in proposal.cards}) == len(proposal.cards)
    for card in proposal.cards:
        assert critique(card) == ()
        assert card.source is not None
        assert card.origin == "rules 1"


@pytest.mark.parametrize("name", NAMES)
def test_a_clause_is_asked_two_ways_round_at_most(name: str) -> None:
    facts = [card.fact for card in proposal_of(name).cards]
    assert max(facts.count(fact) for fact in facts) <= 2


def test_a_span_holds_the_words_of_the_source_with_its_typographic_marks() -> None:
    brief = brief_of("Mali’s military junta has demanded the withdrawal of Acme Group.")
    card = next(card for card in propose(brief).cards if card.answer == "Mali's military junta")
    assert card.source is not None
    assert card.source.span is not None
    assert card.source.sentence[slice(*card.source.span)] == "Mali’s military junta"


def test_a_fact_told_twice_is_asked_once() -> None:
    once = asked("The Wagner Group deployed to Mali in 2021.")
    twice = asked(
        "The Wagner Group deployed to Mali in 2021.", "Since the Wagner Group deployed to Mali in 2021, trade fell."
    )
    assert list(twice) == list(once)


def test_a_brief_without_a_date_says_so_and_asks_nothing_that_may_change() -> None:
    proposal = propose(brief_of("Kenyan President Amos Ruto has visited Haiti.", date=None))
    assert proposal.cards == ()
    assert any("no date" in finding.message for finding in proposal.findings)


def test_a_brief_without_facts_gives_a_finding() -> None:
    proposal = propose(brief_of("Much remains unclear."))
    assert proposal.cards == ()
    assert proposal.findings[0].message == "no fact was found that stands alone."


@pytest.mark.parametrize(
    "text",
    [
        "word " * 4000,
        "Th3 m1ni5ter 0f F1n@nce ~~ s@id th@t €€ 12,,3 %% ((",
        "1. 2. 3. 4. 5.",
        "。。。日本の首相は東京で演説した。",
        "A" * 5000,
        "(" * 300,
    ],
)
def test_noise_gives_no_card_and_no_error(text: str) -> None:
    assert propose(brief_of(text)).cards == ()


def test_what_is_dropped_is_named_with_its_rule() -> None:
    proposal = propose(brief_of("About 700 people were displaced in the storm."))
    assert all("dropped by" in finding.message or "no fact" in finding.message for finding in proposal.findings)
    assert proposal.cards == ()


@pytest.mark.timeout(20)
def test_a_heading_run_into_its_sentence_ends_the_reading_all_the_same() -> None:
    run_in = "What the Force does and what it has cost the Force has 900 troops and has been near cities such as Gao."
    assert isinstance(propose(brief_of(run_in)).cards, tuple)
