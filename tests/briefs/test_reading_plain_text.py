"""Plain text becomes passages: what is joined, what is split, what stays out."""

from __future__ import annotations

import pytest

from trainer.briefs import Form, Passage, parse_brief


def passages(text: str) -> list[str]:
    return [passage.text for passage in parse_brief(text, "brief.txt")[0].passages]


def forms(text: str) -> list[tuple[Form, str]]:
    return [(passage.form, passage.text) for passage in parse_brief(text, "brief.txt")[0].passages]


def test_a_whole_brief_is_read_into_its_parts() -> None:
    text = """June 21, 2023

IntelBrief: Junta Asks Mission to Leave

Photo via MINUSMA

Bottom Line Up Front

  • The junta wants the mission gone.
  • The Council decides.

The junta spoke in June. It gave
one reason.
"""
    brief, findings = parse_brief(text, "notes/Mali Brief.txt")
    assert (brief.id, brief.title) == ("mali-brief", "Junta Asks Mission to Leave")
    assert (str(brief.date), brief.publisher, brief.marking) == ("2023-06-21", "IntelBrief", "")
    assert brief.file == "notes/Mali Brief.txt"
    assert brief.passages == (
        Passage(1, "The junta wants the mission gone.", Form.BULLET, "Bottom Line Up Front"),
        Passage(2, "The Council decides.", Form.BULLET, "Bottom Line Up Front"),
        Passage(3, "The junta spoke in June. It gave one reason.", Form.PARAGRAPH, "Bottom Line Up Front"),
    )
    assert findings == ()


@pytest.mark.parametrize("mark", ["•", "-", "*", "–", "—", "▪", "‣", "+"])
def test_a_bullet_loses_its_mark(mark: str) -> None:
    assert forms(f"{mark} First item.\n{mark}\u00a0Second item.\n") == [
        (Form.BULLET, "First item."),
        (Form.BULLET, "Second item."),
    ]


def test_items_lose_the_small_letters_that_open_them_in_their_order_whatever_follows() -> None:
    text = "Three came:\na. 17 ships;\nb. one tug, in tow;\nc. at least two barges.\n"
    assert [words for _, words in forms(text)] == [
        "Three came:",
        "17 ships;",
        "one tug, in tow;",
        "at least two barges.",
    ]
    assert passages("The mill was built\nc. 1840 and burnt down twice.\n") == [
        "The mill was built c. 1840 and burnt down twice."
    ]


@pytest.mark.parametrize("mark", ["1.", "12)", "(3)", "3.2", "3.2.", "(a)", "b)", "(iv)"])
def test_a_numbered_item_loses_its_number(mark: str) -> None:
    assert forms(f"{mark} Access is limited.") == [(Form.NUMBERED, "Access is limited.")]


@pytest.mark.parametrize(
    "text",
    [
        "3.2 million people were displaced.",
        "-5 degrees were measured.",
        "2023. That was the year.",
        "1.5% of the force left.",
        "a lot of rain fell.",
    ],
)
def test_a_figure_or_a_word_at_the_start_is_no_mark(text: str) -> None:
    assert forms(text) == [(Form.PARAGRAPH, text)]


@pytest.mark.parametrize(
    "text",
    [
        "The first quake struck on\n6 February 2023 and lasted.",
        "The mission was told to\n- in the words of the minister - leave.",
        "The mandate ran until June\n30. It was not renewed.",
        "Rain fell for 3\n12) hours.",
        "The year was\n2023\nand it rained.",
        "The mission\nis known by\nits short name,\nwhich the text\nhas used since\n21 June 2023\nor before.",
        "The short name is\nMINUSMA\nin most texts.",
    ],
)
def test_a_wrapped_line_that_looks_like_an_item_stays_in_its_paragraph(text: str) -> None:
    assert passages(text) == [text.replace("\n", " ")]


def test_a_number_that_does_not_follow_on_stays_in_its_item() -> None:
    assert passages("1. The mandate ran until June\n30. It was not renewed.\n2. The force left.") == [
        "The mandate ran until June 30. It was not renewed.",
        "The force left.",
    ]


def test_an_item_keeps_the_label_that_it_begins_with() -> None:
    assert passages("- Context: rain fell.\n- Outlook: more rain.") == ["Context: rain fell.", "Outlook: more rain."]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\u2028", "\u0085", "\f"])
def test_every_kind_of_line_end_ends_a_line(end: str) -> None:
    assert passages(f"- One.{end}- Two.{end}{end}Three.") == ["One.", "Two.", "Three."]


def test_items_need_no_blank_line_between_them_and_run_over_lines() -> None:
    text = "The report names:\n- tents, which\n  are few\n- food\n1. not a bullet"
    assert forms(text) == [
        (Form.PARAGRAPH, "The report names:"),
        (Form.BULLET, "tents, which are few"),
        (Form.BULLET, "food"),
        (Form.NUMBERED, "not a bullet"),
    ]


@pytest.mark.parametrize(
    ("wrapped", "joined"),
    [
        ("The govern-\nment spoke.", "The government spoke."),
        ("The negoti-\nators left. The negotiators spoke.", "The negotiators left. The negotiators spoke."),
        ("A state-\nowned firm.", "A state-owned firm."),
        ("The Russia-\nUkraine border.", "The Russia-Ukraine border."),
        ("The co\u00ad\noperation ended.", "The cooperation ended."),
        ("It left -\nand stayed away.", "It left - and stayed away."),
        ("It left—\nthen came back.", "It left—then came back."),
    ],
)
def test_a_word_is_joined_only_where_its_break_is_clear(wrapped: str, joined: str) -> None:
    assert passages(wrapped) == [joined]


def test_pasted_paragraphs_without_blank_lines_are_told_apart_by_their_length() -> None:
    one = "The first paragraph was pasted as one line and is far too long to have been wrapped by hand, " * 2 + "so."
    two = "The second one stands right below it."
    assert passages(f"A headline\n{one}\n{two}") == [one, two]


@pytest.mark.parametrize("rule", ["-----", "* * *", "=====", "~~~", "___", "#####"])
def test_a_rule_ends_a_paragraph_and_is_none_itself(rule: str) -> None:
    assert passages(f"One sentence here.\n{rule}\nAnother sentence here.") == [
        "One sentence here.",
        "Another sentence here.",
    ]


@pytest.mark.parametrize(
    ("text", "heading"),
    [
        ("What happens next\n\nIt rains.", "What happens next"),
        ("What happens next?\n\nIt rains.", "What happens next?"),
        ("WHO IS ANN LEE?\n\nIt rains.", "WHO IS ANN LEE?"),
        ("What happens next\n-----------------\nIt rains.", "What happens next"),
        ("## What happens next\nIt rains.", "What happens next"),
        ("SECURITY SITUATION\nIt rains.", "SECURITY SITUATION"),
        ("Key judgements:\nIt rains.", "Key judgements"),
        ("BLUF: It rains.", "BLUF"),
        ("6 March 2023\n\nIt rains.", "6 March 2023"),
    ],
)
def test_a_heading_in_any_guise_heads_what_follows(text: str, heading: str) -> None:
    brief, _ = parse_brief(f"The title of it\n\nA first sentence.\n\n{text}\n\n", "brief.txt")
    assert [(p.text, p.heading) for p in brief.passages] == [("A first sentence.", ""), ("It rains.", heading)]


def test_short_lines_in_a_row_are_text_and_no_headings() -> None:
    assert passages("The title of it\n\nIt rains.\n\nHatay\n\nGaziantep\n") == ["It rains.", "Hatay", "Gaziantep"]


@pytest.mark.parametrize(
    "line",
    [
        "Photo via MINUSMA",
        "Photo: AFP/Jane Doe",
        "(Photo by Jane Doe)",
        "Photo credit: UN",
        "Image courtesy of the UN",
        "By Jane Doe",
        "By Jane Doe and John Roe",
        "Author: Jane Doe",
        "Page 2 of 5",
        "- 3 -",
        "https://example.org/brief",
        "ENDS",
        "***",
    ],
)
def test_credits_bylines_and_page_furniture_are_no_passages(line: str) -> None:
    assert passages(f"It rained on Monday.\n\n{line}\n\nIt stopped on Tuesday.") == [
        "It rained on Monday.",
        "It stopped on Tuesday.",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Photos from the scene show damage.",
        "Images by a satellite firm show that twelve buildings of the base were destroyed in the night.",
        "By March 2023 the force had left.",
        "By Monday Goma had fallen.",
        "It ended in\n2023.",
    ],
)
def test_a_sentence_that_begins_like_a_credit_stays(text: str) -> None:
    assert passages(text) == [text.replace("\n", " ")]


def test_spaces_of_all_kinds_become_plain_and_hidden_characters_go() -> None:
    assert passages("At\u00a0least\u2009168\u202f dead\u200b,\tsaid\u3000the\u2028UN\u00ad.") == [
        "At least 168 dead, said the UN."
    ]


def test_escape_sequences_and_reordering_marks_are_made_visible_or_dropped() -> None:
    assert passages("A \x1b[31mred\x07 \u202eword stays.") == ["A ␛[31mred␇ word stays."]


def test_note_marks_are_dropped_and_units_stay() -> None:
    assert passages("At least 168 died.[4] The camp has 12 km² of land.¹ See [12] there.") == [
        "At least 168 died. The camp has 12 km² of land. See [12] there."
    ]
