"""Without front matter, the top and the foot of a text say what the brief is."""

from __future__ import annotations

import pytest

from trainer.briefs import Brief, parse_brief


def read(text: str) -> Brief:
    return parse_brief(text, "notes.txt")[0]


@pytest.mark.parametrize(
    "line",
    [
        "June 21, 2023",
        "Jun. 21st 2023",
        "21 June 2023",
        "2023-06-21",
        "Wednesday, 21 June 2023",
        "Date: 21 June 2023",
        "Published: June 21, 2023",
        "As of 21 June 2023",
        "Last updated: 21 June 2023",
        "(21 June 2023)",
        "**21 June 2023**",
    ],
)
def test_a_date_line_dates_the_brief(line: str) -> None:
    brief = parse_brief(f"A headline\n\n{line}\n\nA sentence.", "notes.md")[0]
    assert (str(brief.date), len(brief.passages)) == ("2023-06-21", 1)


@pytest.mark.parametrize(
    "dateline",
    [
        "GENEVA, 3 March 2024 - ",
        "GENEVA, 3 March 2024 – ",
        "Geneva, March 3, 2024 — ",
        "GENEVA/ANKARA, 3 March 2024 (WHO) — ",
        "3 March 2024 – ",
    ],
)
def test_a_dateline_dates_the_brief_and_is_no_part_of_the_sentence(dateline: str) -> None:
    brief = read(f"{dateline}Cases fell in Zambia.")
    assert (str(brief.date), brief.passages[0].text) == ("2024-03-03", "Cases fell in Zambia.")


@pytest.mark.parametrize(
    "text",
    [
        "On Sunday, 3 March 2024 - a holiday - rain fell.",
        "In Geneva, 3 March 2024 - the last day - was quiet.",
        "The 3 March 2024 ceasefire held.",
        "It rained. GENEVA, 3 March 2024 - so it did.",
    ],
)
def test_a_date_within_a_sentence_is_no_dateline(text: str) -> None:
    brief = read(text)
    assert (brief.date, brief.passages[0].text) == (None, text)


@pytest.mark.parametrize(
    ("headline", "publisher", "title"),
    [
        ("IntelBrief: Junta Asks Mission to Leave", "IntelBrief", "Junta Asks Mission to Leave"),
        ("Sahel Watch: Coup in Niger", "Sahel Watch", "Coup in Niger"),
        ("International Crisis Group: A Way Out", "International Crisis Group", "A Way Out"),
        ("Mali: the UN leaves", "", "Mali: the UN leaves"),
        ("DRC: Fighting near Goma", "", "DRC: Fighting near Goma"),
        ("Who decides in Bamako?", "", "Who decides in Bamako?"),
    ],
)
def test_a_label_that_can_publish_is_split_from_the_headline(headline: str, publisher: str, title: str) -> None:
    brief = read(f"{headline}\n\nA sentence.")
    assert (brief.publisher, brief.title) == (publisher, title)


@pytest.mark.parametrize("line", ["Published by: The Institute", "Publisher: The Institute", "Source: The Institute"])
def test_a_line_at_the_top_names_the_publisher(line: str) -> None:
    assert read(f"A headline\n{line}\n\nA sentence.").publisher == "The Institute"


@pytest.mark.parametrize(
    ("line", "marking"),
    [
        ("TLP:CLEAR", "TLP:CLEAR"),
        ("tlp: amber+strict", "TLP:AMBER+STRICT"),
        ("[TLP:GREEN]", "TLP:GREEN"),
        ("TLP:AMBER – Limited disclosure, recipients' organisations only.", "TLP:AMBER"),
        ("UNCLASSIFIED", "UNCLASSIFIED"),
        ("UNCLASSIFIED//FOUO", "UNCLASSIFIED//FOUO"),
        ("Classification: TOP SECRET//NOFORN", "TOP SECRET//NOFORN"),
        ("OFFICIAL-SENSITIVE", "OFFICIAL-SENSITIVE"),
        ("NATO RESTRICTED", "NATO RESTRICTED"),
    ],
)
@pytest.mark.parametrize(
    "text", ["{}\nA headline\n\nA sentence.", "A headline\n\nA sentence.\n\n{}", "A sentence.\n{}"]
)
def test_a_marking_above_or_below_the_text_marks_the_brief(text: str, line: str, marking: str) -> None:
    brief, findings = parse_brief(text.format(line), "notes.txt")
    assert (brief.marking, [passage.text for passage in brief.passages]) == (marking, ["A sentence."])
    assert findings == ()


def test_a_word_of_a_marking_within_the_text_marks_nothing() -> None:
    brief = read("A secret talk took place.\n\nSecret talks went on.")
    assert (brief.marking, len(brief.passages)) == ("", 2)


def test_a_line_between_bars_says_several_things() -> None:
    brief = read("TLP:AMBER | 21 February 2023 | No. 4\n\nA headline\n\nA sentence.")
    assert (brief.marking, str(brief.date), brief.title) == ("TLP:AMBER", "2023-02-21", "A headline")


def test_a_date_below_the_first_passage_dates_what_follows_and_not_the_brief() -> None:
    first = "Two quakes struck the south in one day, and the roads to the camps were cut for a week."
    second = "The first quake struck at dawn, and the second, hardly weaker, a few hours after it."
    brief = read(f"A headline\n\n{first}\n\n6 February 2023\n\n{second}")
    assert (brief.date, brief.passages[1].heading) == (None, "6 February 2023")


@pytest.mark.parametrize(
    ("above", "publisher", "title"),
    [
        ("BORDER WATCH", "BORDER WATCH", "Kenya Reopens the Crossing"),
        ("WEEKLY SAHEL BRIEFING", "WEEKLY SAHEL BRIEFING", "Kenya Reopens the Crossing"),
        ("KENYA REOPENS THE CROSSING AT MOYALE", "", "KENYA REOPENS THE CROSSING AT MOYALE"),
        ("A long wait is over", "", "A long wait is over"),
    ],
)
def test_the_name_of_a_series_above_the_title_is_no_title(above: str, publisher: str, title: str) -> None:
    text = f"{above}\n\nKenya Reopens the Crossing\n\n21 June 2023\n\nThe crossing at Moyale reopened on Monday.\n"
    brief = read(text)
    assert (brief.publisher, brief.title) == (publisher, title)


def test_a_text_without_a_title_is_called_by_its_file() -> None:
    brief = parse_brief("- One item only.", "in/Lake Chad.txt")[0]
    assert (brief.id, brief.title) == ("lake-chad", "Lake Chad")


@pytest.mark.parametrize(
    ("title", "dated"),
    [
        ("Mali asks the UN mission to go", "Mali asks the UN mission to go (June 2023)"),
        ("Mali in 2023", "Mali in 2023 (June 2023)"),
        ("Mali: the month of June 2023", "Mali: the month of June 2023"),
        ("Mali weekly, 12 Jun 2023", "Mali weekly, 12 Jun 2023"),
        ("Mali weekly 2023-06-12", "Mali weekly 2023-06-12"),
    ],
)
def test_the_title_of_a_deck_says_the_month_of_its_brief_once(title: str, dated: str) -> None:
    assert read(f"---\ntitle: {title}\ndate: 2023-06-21\n---\n\nThe mission left on 30 June.\n").dated_title == dated


def test_the_deck_of_a_brief_without_a_date_is_called_as_the_brief_is() -> None:
    assert read("# Mali asks the mission to go\n\nThe mission left.\n").dated_title == "Mali asks the mission to go"
