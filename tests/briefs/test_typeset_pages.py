"""The words of a PDF page are told by where its operators place them, as typesetters of many kinds do."""

from __future__ import annotations

import pytest
from papers import Text, pdf, pdf_of, set_lines, stream

from trainer.briefs.outline import outline
from trainer.briefs.pdf import parse

FILLER = "Nine of the eleven members voted for the plan, according to the minutes of the meeting in Vidin."

FORM = (
    b"<</Type/XObject/Subtype/Form/BBox[0 0 595 842]/Matrix[1 0 0 1 0 -20]/Length 44>>stream\n"
    b"BT /F 10 Tf 70 700 Td (It is a form.) Tj ET \nendstream"
)


def drawn(operators: str, font: bytes = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>", page: bytes = b"") -> bytes:
    """A PDF of one page that is drawn by these operators, with one font, F."""
    return pdf_of(
        [
            b"<</Type/Catalog/Pages 2 0 R>>",
            b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources 7 0 R%s>>" % page,
            stream(operators.encode("latin-1")),
            font,
            FORM,
            b"<</Font<</F 5 0 R>>/XObject<</X 6 0 R>>>>",
        ]
    )


def words(content: bytes) -> list[str]:
    return [passage.text for passage in outline(parse(content).parts, "T").passages]


@pytest.mark.parametrize(
    ("operators", "text"),
    [
        ("BT /F 10 Tf 70 700 Td (It rained.) Tj ET", "It rained."),
        ("BT /F 10 Tf 70 700 Td [(It) -300 (ra) 60 (ined.)] TJ ET", "It rained."),
        ("BT /F 10 Tf 70 700 Td [(T) 70 (o) -280 (V) 80 (idin.)] TJ ET", "To Vidin."),
        ("BT /F 10 Tf 70 700 Td (It r) Tj 11.7 0 Td (ained.) Tj ET", "It rained."),
        ("BT /F 10 Tf 1 0 0 1 70 700 Tm (It) Tj 1 0 0 1 79.5 700 Tm (rained.) Tj ET", "It rained."),
        ("BT /F 1 Tf 10 0 0 10 70 700 Tm (It rained.) Tj ET", "It rained."),
        ("q 10 0 0 10 70 700 cm BT /F 1 Tf (It rained.) Tj ET Q", "It rained."),
        ("BT /F 10 Tf 12 TL 70 700 Td (It rained on) Tj T* (the valley.) Tj ET", "It rained on the valley."),
        ("BT /F 10 Tf 12 TL 70 700 Td (It rained on) Tj (the valley.) ' ET", "It rained on the valley."),
        ("BT /F 10 Tf 70 700 Td (It rained.) Tj ET BT /F 10 Tf 70.3 700 Td (It rained.) Tj ET", "It rained."),
        ("BT /F 10 Tf 70 700 Td (The of\\014cial e\\013ort.) Tj ET", "The official effort."),
        ("BT /F 10 Tf 70 700 Td /Span <</ActualText (It rained.)>> BDC (I) Tj (t r) Tj EMC ET", "It rained."),
        ("BT /F 10 Tf 70 700 Td (It rained.) Tj ET q 0 1 -1 0 300 300 cm BT /F 10 Tf (Upwards) Tj ET Q", "It rained."),
        ("BT /F 10 Tf 70 700 Td (It held.) Tj /F 6 Tf 4 Ts (12) Tj ET", "It held."),
        ("BT 3 Tr /F 10 Tf 70 700 Td (It was recognised.) Tj ET", "It was recognised."),
        ("/X Do", "It is a form."),
        ("BT /F 10 Tf 70 700 Td (\\177 It rained.) Tj ET", "It rained."),
    ],
)  # fmt: skip
def test_words_are_whole_however_they_are_drawn(operators: str, text: str) -> None:
    assert words(drawn(operators)) == [text]


def test_a_page_that_is_turned_is_read_as_its_viewer_shows_it() -> None:
    operators = "BT /F 10 Tf 0 1 -1 0 100 70 Tm (It rained.) Tj ET BT /F 10 Tf 0 1 -1 0 112 70 Tm (It stopped.) Tj ET"
    assert words(drawn(operators, page=b"/Rotate 90")) == ["It rained.", "It stopped."]


def test_what_the_file_marks_as_no_content_is_left_out_and_a_marking_there_holds() -> None:
    operators = (
        "/Artifact BMC BT /F 10 Tf 70 800 Td (TLP:AMBER) Tj ET BT /F 10 Tf 70 30 Td (Printed today) Tj ET EMC "
        "BT /F 10 Tf 70 700 Td (It rained.) Tj ET"
    )
    found = outline(parse(drawn(operators)).parts, "T")
    assert ([passage.text for passage in found.passages], found.markings) == (["It rained."], [("TLP:AMBER", 1)])


def test_widths_of_drawn_letters_have_their_own_scale() -> None:
    glyphs = "".join(f"/{letter} 6 0 R" for letter in "Itraned")
    font = (
        f"<</Type/Font/Subtype/Type3/FontBBox[0 0 10 10]/FontMatrix[0.05 0 0 0.05 0 0]/CharProcs<<{glyphs}>>"
        f"/Encoding<</Differences[0 /I /t /r /a /i /n /e /d /period]>>/FirstChar 0/LastChar 8/Widths[{'10 ' * 9}]>>"
    )
    operators = "BT /F 10 Tf 70 700 Td (\\000\\001) Tj 13 0 Td (\\002\\003\\004\\005\\006\\007\\010) Tj ET"
    assert words(drawn(operators, font.encode())) == ["It rained."]


def test_the_largest_lines_at_the_top_are_the_title_and_a_running_head_above_is_not() -> None:
    page: list[Text] = [(70, 815, 8, "River Watch No. 12"), (430, 815, 8, "5 April 2024")]
    page += [(120, 770, 20, "*The river in the spring"), (160, 746, 20, "*of a dry year"), (240, 720, 10, "Jane Doe")]
    document = parse(pdf([[*page, *set_lines([FILLER], 70, 690, 80)]]))
    found = outline(document.parts, document.front.title)
    assert (found.title, [passage.text for passage in found.passages]) == (
        "The river in the spring of a dry year",
        [FILLER],
    )


@pytest.mark.parametrize(
    ("lines", "text"),
    [
        (["The pro-", "gramme began in the valley."], "The programme began in the valley."),
        (["The state-", "owned port began to work."], "The state-owned port began to work."),
        (["A former ex-", "perience of the port."], "A former experience of the port."),
        (["The ex-", "minister met the minister."], "The ex-minister met the minister."),
        (["It used CVE-", "2023-6448 in the port."], "It used CVE-2023-6448 in the port."),
        (["Human–", "machine links failed."], "Human–machine links failed."),
    ],
)
def test_a_word_is_joined_or_keeps_its_hyphen_by_what_stands_elsewhere(lines: list[str], text: str) -> None:
    page: list[Text] = [(70.0, 700.0 - 12 * place, 10.0, line) for place, line in enumerate(lines)]
    assert words(pdf([page])) == [text]


def test_columns_go_on_over_a_page_on_which_the_second_has_two_lines() -> None:
    ports = ("Lom", "Ruse", "Vidin", "Svishtov", "Silistra", "Oryahovo", "Tutrakan", "Nikopol", "Somovit")
    reports = [
        f"The port of {port} said in {port} that {port} had lost a third of its grain in the spring." for port in ports
    ]
    end = "It ended on a Monday in spring, and the port opened again."
    first = [*set_lines(reports[:3], 50, 700, 44), *set_lines(reports[3:6], 310, 700, 44)]
    last = [*set_lines(reports[6:], 50, 700, 44), *set_lines([end], 310, 700, 44)]
    assert words(pdf([first, last])) == [*reports, end]


def test_a_raised_note_mark_is_no_line_of_its_own() -> None:
    page: list[Text] = [
        (70, 700, 10, "It rained for nine days and then it"),
        (70, 688, 10, "stopped."),
        (110.6, 692, 6, "4"),
    ]
    assert words(pdf([page])) == ["It rained for nine days and then it stopped."]


def test_the_sound_pages_of_a_damaged_file_are_read_and_the_others_counted() -> None:
    page = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents %d 0 R/Resources<</Font<</F 7 0 R>>>>>>"
    sound = stream(f"BT /F 10 Tf 70 700 Td ({FILLER}) Tj ET".encode())
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[3 0 R 4 0 R]/Count 2>>", page % 5, page % 6, sound,
        b"<</Length 9/Filter/ASCII85Decode>>stream\nxxxx~~~~~\nendstream",
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    ]  # fmt: skip
    document = parse(pdf_of(objects))
    assert [passage.text for passage in outline(document.parts, "T").passages] == [FILLER]
    assert [(each.kind, each.line) for each in document.left_out] == [("damaged page", 2)]


def test_three_columns_whose_lines_do_not_stand_level_are_read_one_after_the_other() -> None:
    ports = ("Lom", "Ruse", "Vidin", "Svishtov", "Silistra", "Oryahovo")
    reports = [
        f"The port of {port} said in {port} that {port} had lost a third of its grain in the spring." for port in ports
    ]
    columns = [set_lines(reports[2 * n : 2 * n + 2], 40 + 180 * n, 700 - 4 * n, 30) for n in range(3)]
    assert words(pdf([[line for column in columns for line in column]])) == reports


def test_a_head_in_the_outer_margin_of_every_page_cuts_no_sentence() -> None:
    ports = ("Lom", "Ruse", "Vidin")
    reports = [
        f"The port of {port} said in {port} that {port} had lost a third of its grain in the spring." for port in ports
    ]
    pages = [
        [*set_lines([report], 120, 700, 60), (40.0, 694.0, 8.0, "River Watch"), (40.0, 683.0, 8.0, "29,2")]
        for report in reports
    ]
    assert words(pdf(pages)) == reports
