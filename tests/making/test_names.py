import pytest

from trainer.language import gazetteer
from trainer.language.acronyms import acronyms
from trainer.language.names import Name, Sort, aliases, known_names, names, settled
from trainer.language.sentences import parse


def read(text: str) -> list[tuple[str, Sort, str]]:
    return [(name.text, name.sort, name.kind) for name in names(parse(text))]


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("Malian Foreign Minister Abdoulaye Diop spoke.", ["Abdoulaye Diop"]),
        ("On Friday Defense Secretary Lloyd Austin left.", ["Lloyd Austin"]),
        ("Secretary of State Antony Blinken left.", ["Antony Blinken"]),
        ("[Signed] Minister of Justice", []),
        ("Gen. Prayut Chan-o-cha spoke.", ["Prayut Chan-o-cha"]),
        ("It was led by Rear Admiral Vasileios Gryparis.", ["Vasileios Gryparis"]),
        ("UN Secretary-General António Guterres spoke.", ["António Guterres"]),
        ("Central Bank Governor Olayemi Cardoso spoke.", ["Olayemi Cardoso"]),
        ("President Hassan Sheikh Mohamud spoke.", ["Hassan Sheikh Mohamud"]),
        ("Senators Rand Paul and Tim Kaine voted.", ["Rand Paul", "Tim Kaine"]),
        ("Mohammed bin Salman met Abdel Fattah al-Burhan.", ["Mohammed bin Salman", "Abdel Fattah al-Burhan"]),
        ("Ursula von der Leyen met Alexandre de Moraes.", ["Ursula von der Leyen", "Alexandre de Moraes"]),
        ("Han Duck-soo followed Yoon Suk Yeol.", ["Han Duck-soo", "Yoon Suk Yeol"]),
        ("In Ghana John Dramani Mahama won.", ["John Dramani Mahama"]),
        ("The singer Haluk Levent spoke.", ["Haluk Levent"]),
        ("Its envoy, Ptolemy Grant, spoke.", ["Ptolemy Grant"]),
        ("Grace March, an analyst, disagreed.", ["Grace March"]),
    ],
)
def test_a_person_is_cut_from_office_rank_and_demonym(text: str, people: list[str]) -> None:
    assert [name for name, sort, _ in read(text) if sort is Sort.PERSON] == people


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The Bank of Ghana cut its rate.", "Bank of Ghana"),
        ("The Ministry of Health and Prevention said so.", "Ministry of Health and Prevention"),
        (
            "The Africa Centres for Disease Control and Prevention said so.",
            "Africa Centres for Disease Control and Prevention",
        ),
        ("The Council on Foreign Relations said so.", "Council on Foreign Relations"),
        ("The Harbour and Pilotage Board said so.", "Harbour and Pilotage Board"),
        ("The Inter-Provincial Court for Land and Water ruled.", "Inter-Provincial Court for Land and Water"),
        ("The People's Liberation Army said so.", "People's Liberation Army"),
        ("The Malian Armed Forces left.", "Malian Armed Forces"),
        ("The US State Department said so.", "US State Department"),
        ("The Central Election Commission ruled.", "Central Election Commission"),
        ("The 45th Armoured Brigade arrived.", "45th Armoured Brigade"),
        ("Shares of Hapag-Lloyd fell.", "Hapag-Lloyd"),
        ("Shares of Marks & Spencer fell.", "Marks & Spencer"),
        ("The Committee for the Rescue and Renewal of the Nation ruled.",
         "Committee for the Rescue and Renewal of the Nation"),
    ],
)  # fmt: skip
def test_a_body_keeps_the_words_that_belong_to_it(text: str, name: str) -> None:
    assert (name, Sort.BODY) in [(found, sort) for found, sort, _ in read(text)]


def test_a_link_in_small_letters_stays_in_a_name() -> None:
    assert [found for found, _, _ in read("Troops left Dolna-e Sharif for Chad.")] == ["Dolna-e Sharif", "Chad"]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        (
            "The Rapid Support Forces of Mohamed Hamdan Dagalo advanced.",
            ["Rapid Support Forces", "Mohamed Hamdan Dagalo"],
        ),
        ("Dmitry Medvedev met the Chinese Foreign Ministry.", ["Dmitry Medvedev", "Chinese", "Foreign Ministry"]),
        ("Mali's Foreign Minister left.", ["Mali"]),
        ("UN-backed forces met pro-Russian and U.S.-led ones.", ["UN", "Russian", "U.S."]),
        ("On Monday the government left. It was May.", []),
        ("However, the Minister of Health left.", []),
        ("Trucks stood at the border.", []),
        ("Non-oil exports grew. Anti-tank mines lay there.", []),
        ("On 18 May Omar Haddad left.", ["Omar Haddad"]),
        ("It grew in Q3 and FY24 to NT$325 billion.", []),
    ],
)
def test_what_is_no_name_is_left_out(text: str, parts: list[str]) -> None:
    assert [name for name, _, _ in read(text)] == parts


@pytest.mark.parametrize(
    ("text", "name", "sort", "kind"),
    [
        ("The USS Dwight D. Eisenhower left.", "USS Dwight D. Eisenhower", Sort.SHIP, "ship"),
        ("They seized the tanker Jaguar in May.", "Jaguar", Sort.SHIP, "tanker"),
        ("He was aboard the Rhosus then.", "Rhosus", Sort.SHIP, "ship"),
        ("They used the Maui ransomware.", "Maui", Sort.PRODUCT, "ransomware"),
        ("The Akira ransomware gang struck.", "Akira", Sort.GROUP, "ransomware group"),
        ("Operation Prosperity Guardian began.", "Operation Prosperity Guardian", Sort.OPERATION, "operation"),
        ("They adopted Resolution 2722 then.", "Resolution 2722", Sort.LAW, "resolution"),
        ("The Fair Passage Act passed.", "Fair Passage Act", Sort.LAW, "act"),
        ("CVE-2023-34362 was used.", "CVE-2023-34362", Sort.PRODUCT, "vulnerability"),
        ("Kh-101 missiles hit it.", "Kh-101", Sort.PRODUCT, "missile"),
        ("Ships pass the Bab el-Mandeb daily.", "Bab el-Mandeb", Sort.PLACE, "strait"),
        ("They left North Kivu then.", "North Kivu", Sort.REGION, "province"),
        ("They left the town of Kamituga then.", "Kamituga", Sort.CITY, "city"),
        ("They left the town of Nondin then.", "Nondin", Sort.CITY, "town"),
        ("Lake Manchar flooded.", "Lake Manchar", Sort.PLACE, "lake"),
        ("The Halden Financial Post wrote so.", "Halden Financial Post", Sort.NEWS, "newspaper"),
        ("Lam Research and Piotech Technology fell.", "Piotech Technology", Sort.BODY, "company"),
        ("The Banque du Liban paid.", "Banque du Liban", Sort.BODY, "central bank"),
        ("MINUSMA left.", "MINUSMA", Sort.MISSION, "peacekeeping mission"),
        ("Hurricane Dorothea struck.", "Hurricane Dorothea", Sort.EVENT, "hurricane"),
        ("Shor's Bybit, an exchange based in Dubai, lost.", "Bybit", Sort.BODY, "company"),
    ],
)
def test_a_name_is_what_the_words_around_it_say(text: str, name: str, sort: Sort, kind: str) -> None:
    assert (name, sort, kind) in read(text)


@pytest.mark.parametrize("text", ["They rebuilt the town of Nondin.", "Fighting reached Sehwan.", "Kidal fell."])
def test_a_place_is_never_a_person(text: str) -> None:
    assert Sort.PERSON not in {sort for _, sort, _ in read(text)}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The Gulf of Guinea lies off Nigeria.", ["Gulf of Guinea", "Nigeria"]),
        ("Türkiye and Turkiye, São Paulo and Sao Paulo.", ["Türkiye", "Turkiye", "São Paulo", "Sao Paulo"]),
        ("Nigeriens and Nigerians met Filipinos and Poles.", ["Nigeriens", "Nigerians", "Filipinos", "Poles"]),
        ("The Houthis met al-Shabaab.", ["Houthis", "al-Shabaab"]),
    ],
)
def test_the_tables_know_the_longest_name_whatever_its_accents(text: str, found: list[str]) -> None:
    assert [name.text for name in known_names(text)] == found


def test_a_demonym_of_two_states_points_to_neither() -> None:
    assert "Congolese" not in gazetteer.demonyms()
    assert gazetteer.demonyms()["Filipinos"].name == "Philippines"


def _rows(*texts: str) -> list[tuple[Name, ...]]:
    return [names(parse(text)) for text in texts]


def test_short_mentions_stand_for_the_full_name() -> None:
    rows = _rows("Defense Secretary Lloyd Austin spoke to Change Healthcare.", "Austin said that Change had failed.")
    found = aliases(name for row in rows for name in row)
    assert (found.get("Austin"), found.get("Change")) == ("Lloyd Austin", "Change Healthcare")


def test_a_surname_of_two_people_stands_for_neither() -> None:
    rows = _rows("Han Dong-hoon met Lee Jae-myung and Lee Jun-seok.", "Lee said so.")
    assert "Lee" not in aliases(name for row in rows for name in row)


def test_a_surname_is_a_person_throughout() -> None:
    rows = settled(_rows("Prime Minister Ousmane Sonko spoke.", "Crowds cheered Sonko."))
    assert [(name.text, name.sort) for name in rows[1]] == [("Sonko", Sort.PERSON)]


def test_an_acronym_is_what_its_long_form_is() -> None:
    text = "The Bureau of Industry and Security (BIS) acted."
    rows = settled(_rows(text, "Letters went from BIS to them."), acronyms(text))
    assert rows[1][0].kind == "government agency"


def test_a_neighbour_in_a_row_lends_its_sort() -> None:
    assert ("Prodaft", Sort.BODY) in [(n, s) for n, s, _ in read("Trend Micro, Secureworks and Prodaft helped.")]
