import pytest

from trainer.language.lists import name_lists
from trainer.language.names import names
from trainer.language.sentences import parse


@pytest.mark.parametrize(
    ("text", "items", "noun", "marker"),
    [
        ("The United Kingdom, Germany, and Sweden left.", ["United Kingdom", "Germany", "Sweden"], "country", ""),
        ("Violence hit states, including Burkina Faso and Niger.", ["Burkina Faso", "Niger"], "country", "including"),
        ("Cities such as Gao and Timbuktu fell.", ["Gao", "Timbuktu"], "city", "such as"),
        ("Four states, namely Kenya, Rwanda and Uganda, agreed.", ["Kenya", "Rwanda", "Uganda"], "country", ""),
        ("Firms such as Apple, Microsoft and Google fell.", ["Apple", "Microsoft", "Google"], "company", "such as"),
        ("Senators Tim Kaine and Adam Schiff voted.", ["Tim Kaine", "Adam Schiff"], "person", ""),
    ],
)
def test_a_list_of_names_is_read_by_its_commas(text: str, items: list[str], noun: str, marker: str) -> None:
    found = name_lists(text, names(parse(text)))
    assert [([item.text for item in one.items], one.noun, one.marker) for one in found] == [(items, noun, marker)]


@pytest.mark.parametrize(
    "text",
    [
        "He visited Mali, Niger and other states.",
        "Mali and Acme Group signed.",
        "They named Russia, China, Iran, Cuba and Syria.",
    ],
)
def test_a_list_that_goes_on_mixes_kinds_or_is_long_is_none(text: str) -> None:
    assert name_lists(text, names(parse(text))) == ()


def test_a_long_list_is_given_where_it_is_asked_for() -> None:
    text = "They named Russia, China, Iran, Cuba and Syria."
    assert name_lists(text, names(parse(text)), most=6)[0].count == "five"
