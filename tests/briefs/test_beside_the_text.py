"""Captions, notes, appeals to the reader and lists of sources are no passages; sentences like them are."""

from __future__ import annotations

import pytest

from trainer.briefs import parse_brief

BEFORE, AFTER = (
    "It rained on Monday in the whole valley of the river.",
    "It stopped on Tuesday in the upper half of it.",
)


def read(text: str, name: str = "brief.md") -> list[str]:
    return [passage.text for passage in parse_brief(text, name)[0].passages]


@pytest.mark.parametrize(
    "text",
    [
        "Barges wait below the lock at Vidin, 18 June 2023. Photo: River Watch / M. Ionescu",
        "Soldiers in Gao (AP Photo/Jane Doe)",
        "A port in the south. REUTERS/Jane Doe",
        "Men at work in Goma, March 2023. JOHN ROE / AFP",
        "A camp near the border. (Photo by Jane Doe/Getty Images)",
        "Rebels walk along a road. © Jane Doe",
        "People in a camp [Jane Doe/Al Jazeera]",
        "The storm from above. Image courtesy of NASA.",
        "Figure 2: Inflation by month",
        "Table 1. Displaced people by province",
        "Source: IPC analysis, March 2024.",
        "Sources: FEWS NET; OCHA; WFP.",
        "Sign up for our newsletter.",
        "Follow us on Twitter for all the news of the day.",
        "You are receiving this mail because you signed up.",
        "This article was originally published by The Tide.",
        "© 2024 The Tide. All rights reserved.",
    ],
)
@pytest.mark.parametrize("name", ["brief.md", "brief.txt"])
def test_a_caption_or_an_appeal_is_no_passage(text: str, name: str) -> None:
    assert read(f"{BEFORE}\n\n{text}\n\n{AFTER}", name) == [BEFORE, AFTER]


@pytest.mark.parametrize(
    "text",
    [
        "Photos from the scene show damage.",
        "The ministry published photos: they show two tanks.",
        "The paper ran a photo by Jane Doe.",
        "He spoke to AFP.",
        "AP/Reuters polls show it.",
        "It bought shares of Getty Images.",
        "Sign-ups fell by a third in the first week.",
        "The table 1 of the report shows the losses.",
        "Subscribers left the service in May.",
        "Its sources of income are few.",
    ],
)
def test_a_sentence_that_looks_like_one_stays(text: str) -> None:
    assert read(f"{BEFORE}\n\n{text}\n\n{AFTER}") == [BEFORE, text, AFTER]


@pytest.mark.parametrize("heading", ["References", "NOTES", "Sources:", "About the Author", "Further reading"])
def test_a_section_of_notes_at_the_end_is_left_out_and_counted(heading: str) -> None:
    notes = "- Weather office, 4 May.\n- River office, 5 May.\n"
    text = f"# Rain\n\n5 May 2024\n\n{BEFORE} {AFTER}\n\n## {heading}\n\n{notes}"
    brief, findings = parse_brief(text, "brief.md")
    assert [passage.text for passage in brief.passages] == [f"{BEFORE} {AFTER}"]
    assert [finding.message for finding in findings] == ["1 section of notes was not read."]


def test_a_section_of_that_name_that_holds_most_of_the_text_is_read() -> None:
    assert read(f"# Rain\n\nIt rained.\n\n## Notes\n\n{BEFORE} {AFTER}") == ["It rained.", f"{BEFORE} {AFTER}"]


def test_footnotes_are_left_out_and_counted_if_the_text_bears_their_marks() -> None:
    text = f"5 May 2024\n\n{BEFORE}[1] {AFTER} [2]\n\n[1] Weather office, 4 May.\n\n[2] River office, 5 May.\n"
    brief, findings = parse_brief(text, "brief.txt")
    assert [passage.text for passage in brief.passages] == [f"{BEFORE} {AFTER}"]
    assert [finding.message for finding in findings] == ["2 footnotes were not read."]
    assert read("[1] It rained.\n\n[2] It stopped.") == ["[1] It rained.", "[2] It stopped."]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("It was “closer”. [1] Next.", "It was “closer”. Next."),
        ("Dead.[1][2] More.", "Dead. More."),
        ("Killed 12 people [3], he said.", "Killed 12 people, he said."),
        ("The junta¹ left.² It holds 12 km² of it.", "The junta left. It holds 12 km² of it."),
        ("Losses;[a] and more.[note 2]", "Losses; and more."),
        ("He said so [sic]. See [12] there.", "He said so [sic]. See [12] there."),
    ],
)
def test_note_marks_are_dropped(text: str, words: str) -> None:
    assert read(text, "brief.txt") == [words]
