"""Front matter says what a brief is; what it says badly is a finding and stops nothing."""

from __future__ import annotations

import datetime as dt

import pytest

from trainer.briefs import Brief, parse_brief

BODY = "\nA sentence to read.\n"


def read(front: str) -> tuple[Brief, list[str]]:
    brief, findings = parse_brief(front + BODY, "brief.txt")
    assert [passage.text for passage in brief.passages] == ["A sentence to read."]
    return brief, [str(finding) for finding in findings]


@pytest.mark.parametrize(
    "front",
    [
        '+++\nid = "mali-2023"\ntitle = "A: title"\ndate = 2023-06-21\npublisher = "We"\nmarking = "TLP:CLEAR"\n+++',
        '+++\n# ours\nid="mali-2023"\ntitle="A: title"\ndate="21 June 2023"\npublisher="We"\nmarking="tlp: clear"\n+++',
        "---\nid: mali-2023\ntitle: 'A: title'\ndate: 21 June 2023\npublisher: We\nmarking: TLP:CLEAR\n---",
        '---\nID: mali-2023\nTitle: "A: title"\nDate: June 21, 2023\nPublisher: We\nMarking: TLP CLEAR\n---',
    ],
)
def test_both_kinds_of_front_matter_give_the_same_brief(front: str) -> None:
    brief, findings = read(front)
    assert (brief.id, brief.title, brief.publisher) == ("mali-2023", "A: title", "We")
    assert (brief.date, brief.marking) == (dt.date(2023, 6, 21), "TLP:CLEAR")
    assert findings == []


@pytest.mark.parametrize(
    ("front", "finding"),
    [
        (
            "---\ncolour: red\n---",
            "brief.txt:2: The key 'colour' is not known. The keys are id, title, date, publisher and marking.",
        ),
        (
            "---\ntitle: A\ndate: 31 June 2023\n---",
            "brief.txt:3: The date '31 June 2023' is no day. Write it as 2023-06-21, 21 June 2023 or June 21, 2023.",
        ),
        (
            "---\ntitle: A\ntitle: B\n---",
            "brief.txt:3: The title is given twice; the first, 'A', holds. Keep one of them.",
        ),
        (
            "---\ntitle: A\nnot a pair\n---",
            "brief.txt:3: This line of the front matter cannot be read. Write key: value.",
        ),
        (
            '+++\ntitle = "A"\ndate = 2023-06-31\n+++',
            'brief.txt:3: This line of the front matter cannot be read. Write key = "value".',
        ),
        (
            "---\ndate: 21 June 2023\ndate: 22 June 2023\n---",
            "brief.txt:3: The date is given twice; the first, '2023-06-21', holds. Keep one of them.",
        ),
        ("+++\ntitle = 5\n+++", 'brief.txt:2: The title is no text. Write title between quotes: "…".'),
        (
            "+++\n" + "a." * 400 + "a = 1\n+++",
            "brief.txt:2: The key 'a' is not known. The keys are id, title, date, publisher and marking.",
        ),
        ("+++\na = " + "[" * 900 + "\n+++", "brief.txt:2: This line of the front matter cannot be read."),
        ("---\nid: Mali 2023\n---", "brief.txt:2: The id was read as 'mali-2023'. An id has small letters,"),
        (
            "---\nmarking: TLP:PURPLE\n---",
            "brief.txt:2: The marking 'TLP:PURPLE' is not one of TLP 2.0. Write TLP:RED, TLP:AMBER+STRICT,",
        ),
    ],
)
def test_a_bad_value_is_a_finding_with_its_line_and_remedy(front: str, finding: str) -> None:
    _, findings = read(front)
    assert [text[: len(finding)] for text in findings] == [finding]


@pytest.mark.parametrize(
    ("front", "marking"),
    [
        ("---\nclassification: TLP:AMBER\n---", "TLP:AMBER"),
        ("---\ntlp: amber+strict\n---", "TLP:AMBER+STRICT"),
        ("---\nTLP: CLEAR\n---", "TLP:CLEAR"),
        ("---\nhandling: OFFICIAL-SENSITIVE\n---", "OFFICIAL-SENSITIVE"),
        ('+++\nclassification = "SECRET//NOFORN"\n+++', "SECRET//NOFORN"),
    ],
)
def test_a_classification_and_a_handling_are_markings(front: str, marking: str) -> None:
    brief, findings = read(front)
    assert (brief.marking, findings) == (marking, [])


def test_a_marking_that_nobody_knows_is_kept_and_told() -> None:
    brief, findings = read("---\nclassification: Board only\n---")
    assert brief.marking == "Board only"
    (finding,) = findings
    assert finding.startswith("brief.txt:2: The marking 'Board only' is not known. It goes with every card as it")


def test_of_a_marking_and_a_classification_the_stricter_holds() -> None:
    brief, findings = read("---\nmarking: TLP:GREEN\nclassification: TLP:RED\n---")
    assert (brief.marking, len(findings)) == ("TLP:RED", 1)


@pytest.mark.parametrize(
    ("front", "publisher"),
    [
        ("---\nsource: River Institute\nauthor: Jane Doe\n---", "River Institute"),
        ("---\nseries: Sahel Notes\norganisation: River Institute\n---", "River Institute"),
        ("---\npublisher: We\norg: They\n---", "We"),
        ("---\nsource: https://river.example/1\nby: Jane Doe\nauthors: [Jane, John]\n---", ""),
    ],
)
def test_the_house_is_the_publisher_and_the_author_is_passed_over(front: str, publisher: str) -> None:
    brief, findings = read(front)
    assert (brief.publisher, findings) == (publisher, [])


@pytest.mark.parametrize(
    "front",
    [
        "---\ntags: [a, b]\nlang: en\nlayout: post\ndraft: false\nurl: /a\nversion: 2\nstatus: final\n---",
        "---\ntags:\n  - a\n  - b\nabstract: >\n  A long text\n  on two lines.\nkeywords:\n- c\n---",
        '+++\ntags = [\n  "a",\n  "b",\n]\nweight = 3\n\n[extra]\ncolour = "red"\n+++',
    ],
)
def test_keys_of_other_programs_are_passed_over(front: str) -> None:
    assert read(front)[1] == []


def test_a_title_may_run_over_several_lines() -> None:
    assert read("---\ntitle: >-\n  The road\n  to the coast\ndate: 3 May 2024\n---")[0].title == "The road to the coast"


@pytest.mark.parametrize(
    ("front", "day"),
    [
        ("---\npublished: 2024-05-03\nupdated: 2024-06-01\n---", "2024-05-03"),
        ("---\nas_of: 2024-05-03\n---", "2024-05-03"),
        ("---\nlastmod: 2024-06-01T10:00:00Z\n---", "2024-06-01"),
        ("---\nupdated: 2024-06-01\ndate: 3 May 2024\n---", "2024-05-03"),
        ("---\npublishDate: May 3, 2024\n---", "2024-05-03"),
        ("---\nupdated: yesterday\n---", "None"),
        ("---\nlast_touched: 2024-05-03\n---", "2024-05-03"),
        ("---\nsend_at: 2024-05-03T06:30:00Z\n---", "2024-05-03"),
        ("---\nwhen: 2024-05-03\nupdated: 2024-05-01\n---", "2024-05-01"),
    ],
)
def test_a_day_of_publication_or_of_change_dates_a_brief_without_a_date(front: str, day: str) -> None:
    brief, findings = read(front)
    assert (str(brief.date), findings) == (day, [])


@pytest.mark.parametrize("key", ["review_date", "due_date", "date_of_birth", "next_date", "sent_to"])
def test_a_day_of_something_else_dates_nothing(key: str) -> None:
    brief, findings = read(f"---\n{key}: 2024-05-03\n---")
    assert brief.date is None
    assert any(f"The key '{key}' is not known." in finding for finding in findings)


def test_a_bad_line_hides_no_good_one() -> None:
    brief, findings = read('+++\ntitle = "A"\n!!!\npublisher = "We"\n+++')
    assert (brief.title, brief.publisher, len(findings)) == ("A", "We", 1)


def test_the_text_may_say_another_date_and_the_front_matter_holds() -> None:
    brief, findings = parse_brief("---\ndate: 2023-06-21\n---\n22 June 2023\n\nA sentence.", "brief.txt")
    assert brief.date == dt.date(2023, 6, 21)
    (finding,) = map(str, findings)
    assert finding.startswith("brief.txt:4: The text gives the date 2023-06-22, the brief was read as of 2023-06-21. ")


def test_of_two_markings_the_stricter_holds() -> None:
    brief, findings = parse_brief("---\nmarking: TLP:GREEN\n---\nA sentence.\n\nTLP:RED\n", "brief.txt")
    assert brief.marking == "TLP:RED"
    assert [finding.where for finding in findings] == ["brief.txt:2"]


@pytest.mark.parametrize("text", ["---\nA sentence.\n---\nAnother.", "---\nA sentence.\n"])
def test_a_rule_at_the_top_is_no_front_matter(text: str) -> None:
    brief, findings = parse_brief(text, "brief.txt")
    assert brief.passages[0].text == "A sentence."
    assert findings == ()


@pytest.mark.parametrize("fence", ["+++", "---"])
def test_front_matter_that_is_never_closed_is_a_finding(fence: str) -> None:
    _, findings = parse_brief(f"{fence}\ntitle: A\n\nA sentence.\n", "brief.txt")
    assert str(findings[0]) == (
        "brief.txt:1: The front matter has no end within 60 lines and was read as text. "
        f"Put {fence} on a line of its own below it."
    )


def test_a_heading_that_repeats_the_title_heads_nothing() -> None:
    brief, _ = parse_brief("---\ntitle: The Title\n---\n# The title\n\nA sentence.\n\n## More\n\nB.", "brief.md")
    assert [(passage.text, passage.heading) for passage in brief.passages] == [("A sentence.", ""), ("B.", "More")]


@pytest.mark.parametrize(
    ("front", "top", "title"),
    [
        ("subject: Roads and bridges", "# The bridge that fell", "The bridge that fell"),
        ("subject: Roads and bridges", "## Summary of events", "Roads and bridges"),
        ("subject: Transport", "## Roads and bridges", "Roads and bridges"),
    ],
)
def test_a_subject_is_the_title_of_a_text_without_one(front: str, top: str, title: str) -> None:
    brief, _ = parse_brief(f"---\n{front}\n---\n\n{top}\n\nA sentence to read.\n", "brief.md")
    assert brief.title == title


def test_the_house_publishes_and_lines_on_who_may_read_are_no_text() -> None:
    top = (
        "JOINT ROADS UNIT\nROAD REPORT 04/19\n\nGHANA: ROADS AND BRIDGES\nAudience: all drivers\nHandling: keep closed"
    )
    brief, _ = parse_brief(f"{top}\n\nA sentence to read.\n", "brief.txt")
    assert (brief.publisher, brief.title) == ("JOINT ROADS UNIT", "GHANA: ROADS AND BRIDGES")
    assert [passage.text for passage in brief.passages] == ["A sentence to read."]
