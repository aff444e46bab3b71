import pytest
from making import asked

from trainer.language.acronyms import acronyms
from trainer.language.names import names
from trainer.language.sentences import parse


@pytest.mark.parametrize(
    ("text", "short", "name"),
    [
        ("the United Nations Mission in South Sudan (UNMISS)", "UNMISS", "United Nations Mission in South Sudan"),
        (
            "pulling the United Nations Multidimensional Integrated Stabilization Mission from Mali (MINUSMA)",
            "MINUSMA",
            "United Nations Multidimensional Integrated Stabilization Mission in Mali",
        ),
        ("the Electoral Commission of Zambia (ECZ)", "ECZ", "Electoral Commission of Zambia"),
        ("a private military company (PMC)", "PMC", "private military company"),
        ("internally displaced persons (IDPs)", "IDPs", "internally displaced persons"),
        ("ransomware-as-a-service (RaaS)", "RaaS", "ransomware-as-a-service"),
        ("high-bandwidth memory (HBM)", "HBM", "high-bandwidth memory"),
        ("The Office of Grain Inspection (OGI)", "OGI", "Office of Grain Inspection"),
        ("the Bank of Ghana (BoG)", "BoG", "Bank of Ghana"),
        ("ChangXin Memory Technologies (CXMT)", "CXMT", "ChangXin Memory Technologies"),
        ("the Kosovo Force (KFOR)", "KFOR", "Kosovo Force"),
        ("the Federal Ministry of Health (FMoH)", "FMoH", "Federal Ministry of Health"),
        ("Agence France-Presse (AFP)", "AFP", "Agence France-Presse"),
        ('the Office of Grain Inspection ("OGI")', "OGI", "Office of Grain Inspection"),
        ("Petróleos de Venezuela, S.A. (“PdVSA”)", "PdVSA", "Petróleos de Venezuela"),
        ("Petróleos de Venezuela (PdVSA)", "PdVSA", "Petróleos de Venezuela"),
    ],
)
def test_an_acronym_stands_for_its_name(text: str, short: str, name: str) -> None:
    assert [(pair.short, pair.name) for pair in acronyms(text)] == [(short, name)]


@pytest.mark.parametrize(
    "text",
    [
        "the port of Odesa (BSGI)",
        "the old capital (Bamako)",
        "several groups (AQ)",
        "the UN Refugee Agency (UNHCR)",
        "Health Minister Peter Obi (LP)",
        "the Suez Canal Authority (AFP)",
    ],
)
def test_a_bracket_that_nothing_explains_gives_no_acronym(text: str) -> None:
    assert acronyms(text, names(parse(text))) == ()


def test_the_letters_of_another_language_go_with_the_body_before_them() -> None:
    text = "The National Council for the Safeguard of the Homeland (CNSP) ruled."
    found = acronyms(text, names(parse(text)))
    assert [(pair.short, pair.name) for pair in found] == [
        ("CNSP", "National Council for the Safeguard of the Homeland")
    ]


def test_what_lawyers_put_between_quotes_is_no_part_of_the_name() -> None:
    told = 'Chevron works with Petróleos de Venezuela, S.A. ("PdVSA") in Peru. It lent $4m to PdVSA in May 2023.'
    answers = asked(told).values()
    assert any("Petróleos" in answer for answer in answers)
    assert not [answer for answer in answers if '"' in answer]


def test_what_words_right_before_it_call_a_thing_is_nobody() -> None:
    told = "Chevron sold the water brand Sidi Ali in May 2023. A new strategy, Generation Green, began in June 2023."
    questions = asked(told)
    assert questions
    assert not [question for question in questions if "(person)" in question or "who " in question]
