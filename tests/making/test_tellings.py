"""A sentence comes apart into sentences of its own: each says what it said, no more and no less."""

from __future__ import annotations

import pytest
from tellings import statement_of, tellings_of, told_of, words_of

from trainer.facts.clauses import statements_of
from trainer.questions.closed import is_closed

KENYA, CHAD = "Kenya sent 300 troops to Haiti in 2023", "Chad sent 200 troops to Niger in 2022"


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        (f"{KENYA}.", KENYA),
        (f"However, {KENYA}.", KENYA),
        (f"Meanwhile, {KENYA}.", KENYA),
        (f"For its part, {KENYA}.", KENYA),
        (f"{KENYA}, and {CHAD}.", KENYA),
        (f"{KENYA}, and {CHAD}.", CHAD),
        (f"{KENYA}; {CHAD}.", KENYA),
        (f"{KENYA}; {CHAD}.", CHAD),
        (f"{KENYA}, but {CHAD}.", CHAD),
        (f"{KENYA}, while {CHAD}.", CHAD),
        (f"While {KENYA}, {CHAD}.", KENYA),
        (f"While {KENYA}, {CHAD}.", CHAD),
        (f"{KENYA} after {CHAD}.", KENYA),
        (f"{KENYA} because {CHAD}.", CHAD),
        (f"{KENYA}, according to UNHCR.", KENYA),
        (f"According to UNHCR, {KENYA}.", KENYA),
        ("Kenya, according to UNHCR, sent 300 troops to Haiti in 2023.", KENYA),
        ("Microsoft, which makes Windows, warned Ukraine in June 2023.", "Microsoft warned Ukraine in June 2023"),
        ("Microsoft, which makes Windows, warned Ukraine in June 2023.", "Microsoft makes Windows"),
        ("Omar Haddad, who led the Wagner Group, died in Gao in 2023.", "Omar Haddad died in Gao in 2023"),
        ("Omar Haddad, who led the Wagner Group, died in Gao in 2023.", "Omar Haddad led the Wagner Group"),
        ("Microsoft, whose servers failed in 2023, warned Ukraine.", "Microsoft's servers failed in 2023"),
        ("The Lima Accord, signed in 2021, binds Peru.", "The Lima Accord was signed in 2021"),
        ("The Lima Accord, signed in 2021, binds Peru.", "The Lima Accord binds Peru"),
        ("Microsoft, the largest firm in Redmond, warned Ukraine in 2023.", "Microsoft warned Ukraine in 2023"),
        ("Kenya (population 54 million) left Haiti in 2024.", "Kenya left Haiti in 2024"),
        ("Rebels took Minova, a town on Lake Kivu that supplies Goma.", "Minova supplies Goma"),
        (
            "Kenya, which left Gao, is idle since Chad sacked Omar Haddad in 2023 and sent Anna Berg, an aide, out.",
            "Chad sacked Omar Haddad in 2023",
        ),
        ("Officials in Chad, including Omar Haddad, left Gao in 2023.", "Officials in Chad left Gao in 2023"),
        (
            "UNICEF's relief plan, priced at $12 million when it began on 4 March, was cut to $9 million in May.",
            "UNICEF's relief plan was cut to $9 million in May",
        ),
        ("In May, besides, Kenya left Haiti.", "In May Kenya left Haiti"),
    ],
)
def test_a_sentence_tells_each_of_its_parts_on_its_own(sentence: str, told: str) -> None:
    assert told in tellings_of(sentence)


@pytest.mark.parametrize(
    ("sentence", "untold", "why"),
    [
        ("If Kenya leaves Haiti, Chad will send 200 troops.", "Kenya leaves Haiti", "a condition is no fact"),
        ("If Kenya leaves Haiti, Chad will send 200 troops.", "Chad will send 200 troops", "nor what hangs on it"),
        ("Unless Kenya leaves Haiti, Chad will send 200 troops.", "Chad will send 200 troops", "unless"),
        ("Chad will send 200 troops if Kenya leaves Haiti.", "Chad will send 200 troops", "a condition behind"),
        ("Chad will send 200 troops once Kenya leaves Haiti.", "Kenya leaves Haiti", "not yet so"),
        (
            "Chad should send nets before the roads to Gao are cut again.",
            "The roads to Gao are cut again",
            "not yet so",
        ),
        ("Chad will send 200 troops when Kenya leaves Haiti.", "Kenya leaves Haiti", "not yet so"),
        ("Before Kenya leaves Haiti, Chad should send 200 troops.", "Kenya leaves Haiti", "not yet so"),
        ("In Gao 300 houses were damaged or destroyed.", "In Gao 300 houses were damaged", "one of two"),
        ("In Gao 300 houses were damaged or destroyed.", "In Gao 300 houses were destroyed", "one of two"),
        (f"{KENYA}, or {CHAD}.", CHAD, "one of two"),
        (
            "Men landed by boat on the Arvo, a car carrier operated by Maersk and linked to Omar Haddad.",
            "Men linked to Omar Haddad",
            "a second participle",
        ),
        (f"Chad denied that {KENYA}.", KENYA, "a denied clause"),
        (f"Chad asked whether {KENYA}.", KENYA, "a question"),
        (f"UNHCR said that {KENYA}.", KENYA, "a claim without its source"),
        (f"Nobody believes that {KENYA}.", KENYA, "what nobody believes"),
        ("Kenya may have sent 300 troops to Haiti in 2023.", KENYA, "a modal"),
        ("Kenya reportedly sent 300 troops to Haiti in 2023.", KENYA, "a hedge beside the verb"),
        ("Kenya allegedly sent 300 troops to Haiti in 2023, and Chad left.", KENYA, "a hedge in a half"),
        (
            "Peru, Chile, and Bolivia signed the Lima Accord in 2021.",
            "Bolivia signed the Lima Accord in 2021",
            "a list",
        ),
        ("Peru, Chile, and Bolivia signed the Lima Accord in 2021.", "Peru signed the Lima Accord in 2021", "a list"),
        ("Either Kenya or Chad sent 300 troops to Haiti.", "Chad sent 300 troops to Haiti", "one of two"),
        ("Kenya sent no troops and no money to Haiti in 2023.", "Kenya sent money to Haiti in 2023", "a denial"),
    ],
)
def test_no_part_says_more_than_the_sentence(sentence: str, untold: str, why: str) -> None:
    assert untold not in tellings_of(sentence), why


def test_what_is_told_by_somebody_knows_the_words_for_whom() -> None:
    [told] = [told for told in told_of(f"{KENYA}, according to UNHCR.") if told.source is not None]
    assert told.source is not None
    assert told.line.plain[slice(*told.source)] == "according to UNHCR"
    assert words_of(told) == KENYA


@pytest.mark.parametrize(
    ("sentence", "subject", "verb", "slots"),
    [
        (f"{KENYA}.", "Kenya", "sent", ["object 300 troops", "detail to Haiti", "time in 2023"]),
        ("Interpol arrested Omar Haddad.", "Interpol", "arrested", ["object Omar Haddad"]),
        ("In 2023, Kenya left Haiti.", "Kenya", "left", ["object Haiti"]),
        ("Omar Haddad died in Gao in 2023.", "Omar Haddad", "died", ["detail in Gao", "time in 2023"]),
        ("Kenya has left Haiti.", "Kenya", "left", ["object Haiti"]),
        ("The Wagner Group deployed to Mali in 2021.", "The Wagner Group", "deployed",
         ["detail to Mali", "time in 2021"]),
    ],
)  # fmt: skip
def test_a_plain_sentence_is_read_as_a_statement(sentence: str, subject: str, verb: str, slots: list[str]) -> None:
    statement = statement_of(sentence)
    assert statement is not None
    told = statement.told
    assert words_of(told, statement.subject.first, statement.subject.last) == subject
    assert told.doc[statement.verb or 0].text == verb
    assert [f"{slot.role} {words_of(told, slot.first, slot.last)}" for slot in statement.tail] == slots


@pytest.mark.parametrize(
    ("sentence", "speaker"),
    [
        ("UNHCR said that Kenya had left Haiti.", "UNHCR"),
        ("Omar Haddad said on 3 May 2024 that Kenya had left Haiti.", "Omar Haddad"),
        ("Interpol reported that Kenya left Haiti in 2023.", "Interpol"),
    ],
)
def test_what_somebody_says_is_a_statement_with_its_speaker(sentence: str, speaker: str) -> None:
    statement = statement_of(sentence)
    assert statement is not None
    assert statement.speaker is not None
    assert words_of(statement.told, statement.speaker.first, statement.speaker.last) == speaker
    assert words_of(statement.told, statement.subject.first, statement.subject.last) == "Kenya"


@pytest.mark.parametrize(
    ("sentence", "why"),
    [
        ("Did Kenya leave Haiti?", "a question"),
        ("When Kenya left Haiti in 2023.", "half a sentence"),
        ("Leave Haiti at once.", "an order"),
        ("300 troops in Haiti.", "no verb"),
        ("Kenya: troops in Haiti left in 2023.", "a label"),
        ('Kenya said: "Haiti left in 2023".', "a quotation"),
        ("Whether Kenya left Haiti remains unclear.", "an open question"),
        ("There were 300 troops in Haiti in 2023.", "nobody acts"),
    ],
)
def test_what_is_no_plain_clause_is_no_statement(sentence: str, why: str) -> None:
    assert statements_of(told_of(sentence)[0]) == (), why


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("Kenya sent 300 troops and Chad 200.", "Chad sent 200"),
        ("France promised $118 million and the United States nearly $100 million.",
         "The United States promised nearly $100 million"),
        ("In 2023 Kenya sent 300 troops, Chad 200 and Niger some 100.", "Niger sent some 100"),
    ],
)  # fmt: skip
def test_a_verb_that_is_left_out_is_put_in(sentence: str, told: str) -> None:
    assert told in tellings_of(sentence)


@pytest.mark.parametrize(
    ("sentence", "untold"),
    [
        ("Microsoft broke the pact under which it paid $2.5 billion over two crashes that killed 346 people in Chad.",
         "$2.5 billion over two crashes killed 346 people in Chad"),
        ("Microsoft, founded in 1975 and led from Redmond, Washington, left Haiti in 2024.",
         "Microsoft Washington, left Haiti in 2024"),
    ],
)  # fmt: skip
def test_no_sum_and_no_state_becomes_what_it_is_not(sentence: str, untold: str) -> None:
    assert untold not in tellings_of(sentence)


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("Kenya closed its border on 4 May 2024, and two days later the European Union sent 300 troops to Goma.",
         "Two days later the European Union sent 300 troops to Goma"),
        ("Kenya left Haiti in 2021, and early last month UNICEF sent 300 tents to Goma.",
         "Early last month UNICEF sent 300 tents to Goma"),
        ("Kenya left Haiti in 2021; a week later Chad sent 300 tents to Goma.",
         "A week later Chad sent 300 tents to Goma"),
        ("Two ships have sunk in Goma; three sailors are missing.", "Three sailors are missing"),
        ("In a survey of clinics by UNICEF in Chad, doctors reported losses and 74 percent said that care suffered.",
         "In a survey of clinics by UNICEF in Chad, 74 percent said that care suffered"),
        ("NATO said that 800 targets had been struck, that 90 fighters had been killed, and that launches had fallen.",
         "NATO said that 90 fighters had been killed"),
        ("The ransomware attack that crippled Microsoft on 21 February 2024 was stopped within nine days.",
         "A ransomware attack crippled Microsoft on 21 February 2024"),
        ("The gunmen who stormed the hotel in Goma on 4 May 2024 were arrested.",
         "Gunmen stormed the hotel in Goma on 4 May 2024"),
    ],
)  # fmt: skip
def test_a_clause_is_told_with_what_it_needs(sentence: str, told: str) -> None:
    assert told in {telling.replace(",,", ",") for telling in tellings_of(sentence)}


@pytest.mark.parametrize(
    ("sentence", "untold"),
    [
        ("In a survey of clinics by UNICEF in Chad, doctors reported losses and 74 percent said that care suffered.",
         "74 percent said that care suffered"),
        ("The IMF reckoned that in early 2024 trade fell by 50 percent and that prices had risen by 7 percent.",
         "The IMF reckoned that prices had risen by 7 percent"),
        ("The first raid that killed a minister took place on 4 May 2024 in Goma.", "A first raid killed a minister"),
    ],
)  # fmt: skip
def test_a_clause_is_not_told_without_what_it_needs(sentence: str, untold: str) -> None:
    assert untold not in tellings_of(sentence)


@pytest.mark.parametrize(
    ("sentence", "part", "answered", "spread"),
    [
        (f"While {KENYA}, Chad, according to UNHCR, sent 200 troops to Niger in 2022.", KENYA, False, False),
        (f"While {KENYA}, Chad, according to UNHCR, sent 200 troops to Niger in 2022.", CHAD, True, False),
        (f"While {KENYA}, {CHAD}, according to UNHCR.", KENYA, True, False),
        (f"{KENYA}, according to UNHCR, and left in 2024.", "Kenya left in 2024", True, True),
    ],
)
def test_a_source_in_the_middle_of_a_clause_answers_for_that_clause(
    sentence: str, part: str, answered: bool, spread: bool
) -> None:
    [told] = [told for told in told_of(sentence) if words_of(told) == part]
    assert (told.source is not None, told.spreads_source) == (answered, spread)


@pytest.mark.parametrize(
    ("sentence", "closed"),
    [
        ("Drivers in Gao ended a strike on 3 May 2024 without the contract they wanted.", True),
        ("Drivers in Gao ended a strike Kenya wanted Chad fell on 3 May 2024.", False),
    ],
)
def test_a_pronoun_behind_a_noun_opens_a_clause_of_its_own(sentence: str, closed: bool) -> None:
    assert is_closed(told_of(sentence)[0]) is closed
