"""What else a card accepts, and what it does not."""

from dataclasses import replace

import pytest
from drafts import counted, draft_of, reading_of
from making import brief_of, propose

from trainer.cards.card import Kind
from trainer.language.names import Sort
from trainer.questions.keys import accepted
from trainer.questions.keys_names import other_names
from trainer.values.dates import PartialDate


def of(question: str, answer: str, brief: str = "", kind: Kind = Kind.WHAT, **more) -> tuple[str, ...]:
    return accepted(draft_of(question, answer, kind, **more), reading_of(brief) if brief else None)


@pytest.mark.parametrize(
    ("question", "answer", "sort", "right"),
    [
        ("A camp on [...] (mountain) was taken.", "Mount Dolna", Sort.PLACE, "Dolna"),
        ("The [...] (border crossing) reopened.", "Dolna crossing", Sort.PLACE, "Dolna"),
        ("Which reef was seized?", "Dolna Reef", Sort.PLACE, "Dolna"),
        ("The [...] (pact) was signed.", "Pact on Rivers and Canals", Sort.LAW, "Rivers and Canals Pact"),
        ("The [...] (framework) was published.", "Framework for Grain Exports", Sort.LAW, "Grain Exports Framework"),
        ("Which bank lent it?", "Export-Import Bank of China", Sort.BODY, "China Exim Bank"),
        ("Which board said so?", "Maritime Safety Board of Kenya", Sort.BODY, "Kenyan Maritime Safety Board"),
        ("A raid hit [...].", "Dolna Township", Sort.UNKNOWN, "Dolna"),
        ("She landed at [...].", "Dolna Air Force Base", Sort.BODY, "Dolna"),
        ("It bought the [...].", "M142 HIMARS", Sort.UNKNOWN, "HIMARS"),
        ("It bought the [...] (drone).", "MQ-9 Reaper", Sort.PRODUCT, "Reaper"),
        ("It bought the [...] (drone).", "MQ-9 Reaper", Sort.PRODUCT, "MQ-9"),
        ("The two [...] (region) were hit.", "Kivus", Sort.REGION, "North and South Kivu"),
        ("The two [...] (region) were hit.", "Kivus", Sort.REGION, "Kivu provinces"),
    ],
)
def test_a_name_is_right_without_what_it_is_and_turned_round(question, answer, sort, right) -> None:
    assert right in of(question, answer, kind=Kind.CLOZE, sort=sort)


def test_a_short_name_of_a_place_is_right_with_what_the_brief_says_that_it_is() -> None:
    brief = "Boats lay off Dolna Shoal. In Kenya, work at Dolna began in 2023."
    assert "Dolna Shoal" in of("Work at [...] began in 2023.", "Dolna", brief, Kind.CLOZE, sort=Sort.PLACE)


def test_a_ship_that_is_called_like_a_town_does_not_lie_in_a_state() -> None:
    question = "The destroyer [...] (ship) rammed a tug."
    assert "Durban, South Africa" in of(question, "Durban", kind=Kind.CLOZE, sort=Sort.CITY)
    assert "Durban, South Africa" not in of(question, "Durban", kind=Kind.CLOZE, sort=Sort.SHIP)


CHIEF = "What office did Anna Berg hold?"


@pytest.mark.parametrize(
    ("answer", "sentence", "right", "too_little"),
    [
        ("director general of the International Atomic Energy Agency", "", "IAEA director general", "director general"),
        ("deputy chair of the Dolna Council", "", "Dolna Council's deputy chair", "deputy chair"),
        ("defence minister", "Kenyan Defence Minister Anna Berg spoke.", "Kenyan defence minister", "minister"),
        ("defence minister", "Kenyan Defence Minister Anna Berg spoke.", "defence minister of Kenya", "minister"),
        ("foreign minister of Mali", "", "foreign minister", "minister"),
        ("president of Ivory Coast", "", "president of Côte d'Ivoire", "president of the coast"),
    ],
)
def test_an_office_is_right_with_what_it_is_of_in_any_form_and_never_by_its_rank(
    answer, sentence, right, too_little
) -> None:
    found = of(CHIEF, answer, sentence=sentence, direction="office")
    assert right in found
    assert too_little not in found


@pytest.mark.parametrize(
    ("title", "question", "enough"),
    [
        ("Kenya before the vote", CHIEF, True),
        ("Harvests in Mali", CHIEF, False),
        ("Harvests in Mali", "What office in Kenya did Anna Berg hold?", True),
    ],
)
def test_an_office_is_enough_without_its_state_where_brief_or_question_are_on_it(title, question, enough) -> None:
    draft = draft_of(question, "president of Kenya", direction="office")
    found = accepted(draft, reading_of("Kenya's president, Anna Berg, met Dolna.", title=title))
    assert ("president" in found) is enough


@pytest.mark.parametrize(
    ("question", "answer", "sort"),
    [
        ("An attack hit [...].", "Nairobi Airport", Sort.PLACE),
        ("The [...] met.", "M23 Movement", Sort.UNKNOWN),
        ("The [...] met.", "G20 Summit", Sort.UNKNOWN),
        ("Which jet?", "737 MAX", Sort.PRODUCT),
    ],
)
def test_a_name_is_not_cut_to_what_is_wider(question: str, answer: str, sort: Sort) -> None:
    wider = {"Nairobi", "M23", "Movement", "G20", "Summit", "737", "MAX", "Boeing 737"}
    assert not wider & set(of(question, answer, kind=Kind.CLOZE, sort=sort))


def test_a_law_is_right_by_the_noun_that_the_sentence_has_for_it() -> None:
    sentence = "It brought the Framework for Grain Exports, a detailed rule that nobody read."
    found = of("Which framework?", "Framework for Grain Exports", sentence=sentence, sort=Sort.LAW)
    assert {"Grain Exports Framework", "Grain Exports Rule"} <= set(found)


def test_a_person_is_right_by_the_alias_and_by_the_name_behind_it() -> None:
    brief = "In Kenya Anna Berg, alias Rosa, led the Dolna gang. Rosa was arrested on 3 May 2024."
    assert "Rosa" in of("Who led the Dolna gang?", "Anna Berg", brief, Kind.WHO, sort=Sort.PERSON)
    assert "Anna Berg" in of("Who was arrested on May 3, 2024?", "Rosa", brief, Kind.WHO, sort=Sort.PERSON)


@pytest.mark.parametrize(
    ("name", "right", "wrong"),
    [
        ("Nam Sun-ho", "Nam", "Sun-ho"),
        ("Chung Hae-in", "Chung", "Hae-in"),
        ("Getachew Dolna", "Getachew", ""),
        ("Getachew Omar Dolna", "Getachew Omar", ""),
        ("Carlo Omar Dolna", "Dolna", "Carlo Omar"),
        ("Thaksin Dolna", "Thaksin", ""),
        ("Anna Berg", "Berg", "Anna"),
    ],
)
def test_a_person_is_right_by_the_part_of_the_name_that_people_go_by(name: str, right: str, wrong: str) -> None:
    found = of("Who signed the accord?", name, kind=Kind.WHO, sort=Sort.PERSON)
    assert right in found
    assert wrong not in found


@pytest.mark.parametrize(
    ("answer", "right"),
    [
        ("the prospect of recognition by the United States", "US recognition"),
        ("negotiations with Nairobi", "negotiations with Kenya"),
        ("negotiations with Nairobi", "talks with Kenya"),
        ("the deal between Nairobi and Bamako", "the deal between Kenya and Mali"),
        ("the deal between Nairobi and Bamako", "Kenya-Mali deal"),
        ("a bomb near the Dolna bridge", "a bomb"),
        ("a peace agreement", "a peace treaty"),
        ("its foreign debts", "external debts"),
        ("its key rates", "its interest rates"),
    ],
)
def test_a_phrase_is_right_without_an_empty_head_and_with_the_state_for_its_capital(answer, right) -> None:
    assert right in of("What did Dolna want?", answer)


@pytest.mark.parametrize(
    ("answer", "wrong"),
    [
        ("the risk of a flood", "flood"),
        ("a house in Nairobi", "a house in Kenya"),
        ("a road between Nairobi and Dolna", "a road between Kenya and Dolna"),
        ("talks with Anna Berg and Nairobi", "talks with Anna Berg and Kenya"),
        ("a bomb under the Dolna bridge", "a bomb"),
        ("its interest rates", "its key rates"),
        ("the deal maker", "the agreement maker"),
        ("an aid convoy", "an assistance convoy"),
    ],
)
def test_a_phrase_is_not_right_as_what_is_wider_or_another_thing(answer: str, wrong: str) -> None:
    assert wrong not in of("What did Dolna want?", answer)


@pytest.mark.parametrize("items", [("Berg", "Dolna"), ("Anna Berg", "Carlo Dolna")])
def test_persons_of_a_list_are_right_by_the_surname_and_in_full(items: tuple[str, ...]) -> None:
    brief = "President Anna Berg met Carlo Dolna in Kenya on 3 May 2024. Berg and Dolna agreed."
    question, answer = "It was said that [...] (two people) had agreed.", " and ".join(items)
    found = of(question, answer, brief, Kind.CLOZE, sort=Sort.PERSON, items=items)
    assert {"Berg and Dolna", "Anna Berg and Carlo Dolna"} <= {answer, *found}


def test_a_kind_of_ship_is_right_without_its_flag() -> None:
    assert "bulk carrier" in of("What kind of ship was the Dolna?", "a Kenyan bulk carrier")
    assert "bulk carrier" not in of("What sank off Dolna?", "a Kenyan bulk carrier")


def test_what_a_person_did_to_the_own_is_right_with_the_pronoun() -> None:
    sentence = "In 2021 Berg, who had faked his own death, was arrested."
    found = of("What had the leader of the gang faked?", "Berg's death", sentence=sentence)
    assert {"his own death", "his death", "death"} <= set(found)
    assert "his own death" not in of("What had he faked?", "Berg's death", sentence="Omar faked the death of Berg.")


def test_a_presidency_that_was_won_is_an_election_that_was_won() -> None:
    assert "the presidential election" in of("What did Anna Berg win in May 2024?", "Kenya's presidency")
    assert "the presidential election" not in of("What did Anna Berg leave in May 2024?", "Kenya's presidency")


def test_both_ends_of_a_range_may_have_the_sign() -> None:
    found = accepted(counted("Rates ranged from [...].", "24% to 88% or more", 24, high=88, unit="percent"))
    assert {"24-88%", "24% to 88%", "24 to 88 percent"} <= set(found)


def test_a_part_of_a_month_is_right_in_other_words() -> None:
    early = PartialDate(2024, 4, part="the first days of")
    found = of("The bridge fell in [...].", "the first days of April 2024", kind=Kind.CLOZE, time=early)
    assert {"early April 2024", "the beginning of April 2024"} <= set(found)
    assert not [form for form in found if "end" in form]


@pytest.mark.parametrize(
    ("answer", "low", "high", "unit", "right"),
    [
        ("$2.7bn", 2.7e9, 0, "$", ["$2.7 billion", "2.7 billion dollars", "US$2.7 billion", "2.7bn", "2.7 billion"]),
        ("CHF 100 million", 1e8, 0, "CHF", ["100 million Swiss francs", "CHF 100m", "100 million"]),
        ("EUR 5m", 5e6, 0, "EUR", ["5 million euros", "€5 million", "EUR 5 million"]),
        ("$2-3bn", 2e9, 3e9, "$", ["$2 billion to $3 billion", "between $2 billion and $3 billion", "$2 to 3 billion"]),
        ("3 per cent", 3, 0, "percent", ["3%", "3 percent", "three per cent"]),
        ("between 3 and 5 per cent", 3, 5, "percent", ["3% to 5%", "3 to 5 percent", "3-5 per cent"]),
    ],
)
def test_an_amount_is_right_with_its_currency_and_its_scale_in_any_form(answer, low, high, unit, right) -> None:
    found = accepted(counted("It is worth some [...].", answer, low, high=high, unit=unit))
    assert set(right) <= {answer, *found}


def test_a_currency_that_is_not_known_has_no_other_form() -> None:
    assert not accepted(counted("It is worth [...].", "EC$5 million", 5e6, unit="EC$"))


def test_a_season_is_right_by_its_other_name() -> None:
    autumn = PartialDate(2023, part="autumn")
    found = of("It was used in [...].", "autumn 2023", kind=Kind.CLOZE, time=autumn)
    assert {"fall 2023", "the autumn of 2023", "fall of 2023"} <= set(found)


def test_a_fiscal_year_is_right_by_the_one_year_that_its_sentence_calls_it_by() -> None:
    brief = "Kenya's exports of tea reached $38 billion in the fiscal year 2024/25 (FY25)."
    card = next(card for card in propose(brief_of(brief)).cards if card.answer == "fiscal year 2024/25")
    assert {"FY25", "FY2025", "fiscal year 2025"} <= set(card.accepted)
    other = brief.replace(" (FY25)", "")
    card = next(card for card in propose(brief_of(other)).cards if card.answer == "fiscal year 2024/25")
    assert not {"FY25", "FY24", "FY2025"} & set(card.accepted)


@pytest.mark.parametrize(
    ("short", "full", "right"),
    [
        ("FARC", "Revolutionary Armed Forces of Colombia", "Fuerzas Armadas Revolucionarias de Colombia"),
        ("UNICEF", "United Nations Children's Fund", "United Nations International Children's Emergency Fund"),
    ],
)
def test_an_acronym_is_right_in_the_words_that_its_letters_are_of(short: str, full: str, right: str) -> None:
    assert right in of(f"What does {short} stand for?", full, kind=Kind.ACRONYM)


def test_letters_are_no_words_that_an_acronym_stands_for() -> None:
    full = "Democratic Republic of the Congo"
    found = of("What does DRC stand for?", full, kind=Kind.ACRONYM)
    assert "Democratic Republic of Congo" in found
    assert not {"DR Congo", "DRC"} & set(found)


def test_what_an_acronym_stands_for_is_right_with_the_owner_that_the_sentence_says() -> None:
    sentence = "U.S. Dolna Command (DOLCOM) said so."
    found = of("What does DOLCOM stand for?", "Dolna Command", sentence=sentence, kind=Kind.ACRONYM)
    assert {"US Dolna Command", "United States Dolna Command"} <= set(found)


def test_an_item_is_not_right_by_the_name_that_the_question_has() -> None:
    question = "As which two was Sandworm also tracked?"
    items = ("Seashell Blizzard", "Dolna Bear")
    assert not [form for form in of(question, " and ".join(items), items=items, sort=Sort.GROUP) if "Sandworm" in form]


def test_a_senate_that_may_be_any_state_s_is_not_the_american_one() -> None:
    assert not {"US Senate", "U.S. Senate", "United States Senate"} & set(other_names("Senate"))
    assert "Senate" in other_names("US Senate") or "U.S. Senate" in other_names("US Senate")


def test_no_word_of_what_letters_stand_for_may_be_left_out() -> None:
    asks = "What does NGC stand for?"
    assert "National Grain" not in of(asks, "National Grain Corporation", kind=Kind.ACRONYM)
    assert "UN Grain Mission" in of("What does UNGM stand for?", "United Nations Grain Mission", kind=Kind.ACRONYM)


def test_a_share_in_words_has_its_sign_in_words() -> None:
    forms = accepted(counted("What percentage fell?", "7%", 7, unit="percent"))
    assert "seven percent" in forms
    assert "seven%" not in forms


def test_a_lake_is_right_whichever_way_round() -> None:
    assert "Lake Dolna" in of("Which lake feeds it?", "Dolna Lake", sort=Sort.PLACE)


def test_points_on_a_map_are_no_percentage_points() -> None:
    forms = accepted(counted("It was cut at [...] points.", "five", 5))
    assert "5 points" in forms
    assert "5 percentage points" not in forms


def test_one_brother_is_not_the_brothers() -> None:
    brief = "Amos Berg fled Kenya. The Berg brothers sold him."
    draft = draft_of("The [...] brothers sold him.", "Berg", Kind.CLOZE, sentence="The Berg brothers sold him.",
                     sort=Sort.PERSON)  # fmt: skip
    assert "Amos Berg" not in accepted(replace(draft, span=(4, 8)), reading_of(brief))


def test_an_office_of_a_body_goes_behind_its_name_as_well() -> None:
    brief = "Anna Berg, the administrator of the Dolna Canal Authority, spoke."
    forms = of(CHIEF, "administrator of the Dolna Canal Authority", brief, direction="office")
    assert "Dolna Canal Authority administrator" in forms


def test_no_long_name_stands_before_an_office() -> None:
    told = "Omar Haddad, head of the Disaster and Emergency Management Authority (AFAD), spoke in Gao on 3 May 2024."
    offices = [card for card in propose(brief_of(told)).cards if "what office" in card.question]
    assert offices
    assert not [text for card in offices for text in card.accepted if text.endswith("Authority head")]
    assert [text for card in offices for text in (card.answer, *card.accepted) if text == "AFAD head"]


@pytest.mark.parametrize(
    ("question", "answer", "sort", "brief", "right"),
    [
        ("Chad fought the [...] (criminal group).", "Dolna cartel", Sort.GROUP, "", "Dolna"),
        ("Which government fell?", "Haddad Government", Sort.BODY, "", "Haddad"),
        ("Which region was hit?", "Dolna Region", Sort.REGION, "", "Dolna"),
        ("The [...] approved it.", "Executive Board of the International Monetary Fund", Sort.BODY,
         "The Executive Board of the International Monetary Fund (IMF) met.", "IMF Executive Board"),
        ("[...] (company) is open.", "Contecon Guayaquil", Sort.BODY,
         "Contecon Guayaquil is open. The port of Guayaquil is shut.", "Contecon"),
    ],
)  # fmt: skip
def test_a_body_is_right_without_its_kind_its_place_and_by_its_letters(question, answer, sort, brief, right) -> None:
    assert right in of(question, answer, brief, Kind.CLOZE, sort=sort)


def test_a_fiscal_year_is_right_by_its_number_alone() -> None:
    time = PartialDate(2020, part="fiscal year")
    draft = draft_of("Kenya asked for it in [...] (fiscal year).", "fiscal year 2020", Kind.CLOZE, time=time)
    assert {"2020", "fiscal 2020"} <= set(accepted(draft))


def test_dollars_of_another_state_are_no_american_ones() -> None:
    told = "The Australian Treasury put the cost for Australia at $9.90 a week in 2012."
    [card] = [card for card in propose(brief_of(told)).cards if "9.90" in card.answer]
    assert not [form for form in card.accepted if "US$" in form]


def test_a_namesake_with_letters_of_its_own_is_no_other_party() -> None:
    told = "The Justice and Development Party (PJD) of Morocco lost 112 seats in 2021."
    name = "Justice and Development Party"
    forms = of("The [...] (political party) lost 112 seats.", name, told, Kind.CLOZE, sort=Sort.BODY)
    assert "PJD" in forms
    assert "AKP" not in forms
