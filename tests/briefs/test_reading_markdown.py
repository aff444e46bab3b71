"""Markdown becomes plain words; what is no sentence is left out and counted."""

from __future__ import annotations

import pytest

from trainer.briefs import Form, parse_brief


def read(text: str) -> list[tuple[str, str, str]]:
    brief, _ = parse_brief(text, "brief.md")
    return [(passage.form.value, passage.heading, passage.text) for passage in brief.passages]


def words(text: str) -> list[str]:
    return [passage.text for passage in parse_brief(text, "brief.md")[0].passages]


def test_headings_lists_and_paragraphs_keep_their_places() -> None:
    text = """# The title

Intro sentence.

## Findings

- one thing
  over two lines
- another thing
    1. a step

    More of the other.

**Outlook**

> It will rain.
"""
    assert parse_brief(text, "brief.md")[0].title == "The title"
    assert read(text) == [
        ("paragraph", "", "Intro sentence."),
        ("bullet", "Findings", "one thing over two lines"),
        ("bullet", "Findings", "another thing"),
        ("numbered", "Findings", "a step"),
        ("paragraph", "Findings", "More of the other."),
        ("paragraph", "Outlook", "It will rain."),
    ]


@pytest.mark.parametrize(
    ("markup", "plain"),
    [
        ("The *junta* **asked** ***loudly***.", "The junta asked loudly."),
        ("See [the report](https://example.org/r) now.", "See the report now."),
        ("See [the report][r] now.\n\n[r]: https://example.org", "See the report now."),
        ("Run `systemctl stop` now.", "Run systemctl stop now."),
        ("At least 168 died[^1].\n\n[^1]: UN, February 2023", "At least 168 died."),
        ("At least 168 died.[3]", "At least 168 died."),
        ("AT&amp;T lost 5 &lt; 6.", "AT&T lost 5 < 6."),
        ("A &#8238;hidden turn.", "A hidden turn."),
        ("One <b>bold</b> word<br>here.", "One bold word here."),
        ("Two \\* stars \\*.", "Two * stars *."),
        ("An odd * star and _score.", "An odd * star and _score."),
        ("Broken\nover  \nthree lines.", "Broken over three lines."),
    ],
)
def test_inline_markup_becomes_plain_words(markup: str, plain: str) -> None:
    assert words(markup) == [plain]


@pytest.mark.parametrize(
    ("piece", "kind"),
    [
        ("| a | b |\n|---|---|\n| 1 | 2 |", "table"),
        ("```\ncode it\n```", "code block"),
        ("    indented code", "code block"),
        ("<div>\nmarkup\n</div>", "HTML block"),
        ("![a map](map.png)", "image"),
        ("[^1]: a note", "footnote"),
    ],
)
def test_what_is_no_sentence_is_left_out_with_a_finding_that_counts_it(piece: str, kind: str) -> None:
    text = f"First sentence.\n\n{piece}\n\nSecond sentence.\n\n{piece}\n"
    brief, findings = parse_brief(text, "brief.md")
    assert [passage.text for passage in brief.passages] == ["First sentence.", "Second sentence."]
    assert [str(finding) for finding in findings] == [
        f"brief.md:3: 2 {kind}s were not read. What should be asked must stand in sentences."
    ]


def test_a_finding_counts_lines_from_the_top_of_the_file() -> None:
    _, findings = parse_brief("---\ntitle: A title\n---\nText here.\n\n![x](y)\n", "brief.md")
    assert [finding.where for finding in findings] == ["brief.md:6"]


def test_bullets_that_markdown_does_not_know_are_bullets_too() -> None:
    assert read("The list:\n• one\n• two\n\n(a) three\n\n3.2 Access is limited.") == [
        ("paragraph", "", "The list:"),
        ("bullet", "", "one"),
        ("bullet", "", "two"),
        ("numbered", "", "three"),
        ("numbered", "", "Access is limited."),
    ]


def test_a_heading_with_a_no_break_space_is_a_heading() -> None:
    assert read("First sentence.\n\n##\u00a0Out\u00a0look\n\nIt rains.")[1:] == [("paragraph", "Out look", "It rains.")]


def test_a_sentence_above_a_line_of_hyphens_is_a_sentence() -> None:
    assert words("It rained on Monday.\n---\nIt stopped on Tuesday.") == [
        "It rained on Monday.",
        "It stopped on Tuesday.",
    ]


def test_one_sentence_a_line_is_still_one_paragraph() -> None:
    long = "This sentence is longer than any line that a person would wrap by hand, " * 2 + "and ends."
    assert words(f"{long}\nAnother one.") == [f"{long} Another one."]


def test_the_same_text_gives_the_same_brief_in_both_formats() -> None:
    text = "IntelBrief: A Headline\n\n21 June 2023\n\nKey points\n\n- one thing\n- two things\n\nA sentence here.\n"
    plain, markdown = parse_brief(text, "brief.txt")[0], parse_brief(text, "brief.md")[0]
    assert plain.passages == markdown.passages
    assert (plain.title, plain.date, plain.publisher) == (markdown.title, markdown.date, markdown.publisher)


def test_the_form_is_of_the_first_paragraph_of_an_item() -> None:
    assert [form for form, _, _ in read("1. one\n\n   more of one\n\n2. two")] == [
        Form.NUMBERED,
        Form.PARAGRAPH,
        Form.NUMBERED,
    ]
