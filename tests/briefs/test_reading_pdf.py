"""The lines of a PDF's pages become paragraphs again: over columns, pages and broken words."""

from __future__ import annotations

from pathlib import Path

import pytest
from papers import Text, pdf, pdf_of, set_lines, stream

from trainer.briefs import read_brief
from trainer.briefs.outline import outline
from trainer.briefs.pdf import parse
from trainer.briefs.rows import rows_of_parts
from trainer.briefs.sightings import find_sightings
from trainer.errors import BriefRefused

LEFT = (
    (
        "The river commission met in Vidin on 4 April 2024 and agreed to open the third lock for grain barges, which "
        "had waited for nearly two months because of low water and a broken gate."
    ),
    (
        "Nine of the eleven members voted for the plan, according to the minutes. The two others said that the "
        "cost had not been shown to them in time and that they would appeal to the ministry if the work began "
        "before the summer."
    ),
)
RIGHT = (
    (
        "Freight on the lower river is likely to recover only in part, as several carriers have moved to rail. The "
        "port of Lom handled about 310,000 tonnes in the first quarter, a fifth less than in the year before."
    ),
    (
        "The commission will meet again in June to hear what the engineers say of the gate and of the dredging that "
        "the upper river needs, for which no money has been found so far."
    ),
)


def prose(pages: list[list[Text]]) -> list[str]:
    return [passage.text for passage in outline(parse(pdf(pages)).parts, "T").passages]


def columns() -> tuple[list[Text], list[Text]]:
    return set_lines(LEFT, 50, 700, 44), set_lines(RIGHT, 310, 700, 44)


def test_two_columns_are_read_one_after_the_other() -> None:
    left, right = columns()
    assert prose([[*left, *right]]) == [*LEFT, *RIGHT]


def test_columns_that_are_drawn_row_by_row_are_read_one_after_the_other() -> None:
    left, right = columns()
    rows = sorted([*left, *right], key=lambda text: (-text[1], text[0]))
    assert prose([rows]) == [*LEFT, *RIGHT]


def test_a_line_over_both_columns_parts_them() -> None:
    left, right = columns()
    intro = set_lines(
        ["An opening sentence that runs over both of the columns, from the left edge to the right."], 50, 740, 100
    )
    assert prose([[*intro, *left, *right]])[1:] == [*LEFT, *RIGHT]


def test_a_paragraph_goes_on_over_the_end_of_a_page() -> None:
    lines = set_lines([*LEFT, *RIGHT], 70, 700, 80)
    cut = len(lines) - 5
    second = [(x, y + 400, size, text) for x, y, size, text in lines[cut:]]
    assert prose([lines[:cut], second]) == [*LEFT, *RIGHT]


def test_heads_feet_and_page_numbers_are_no_text_and_a_marking_among_them_holds() -> None:
    pages = []
    for number, paragraph in enumerate([*LEFT, *RIGHT], 1):
        head = [(70.0, 810.0, 8.0, "River Watch No. 12"), (260.0, 825.0, 8.0, "TLP:GREEN")]
        foot = [(280.0, 30.0, 8.0, f"{number}"), (70.0, 42.0, 8.0, f"River Watch, April 2024, page {number} of 4")]
        pages.append([*head, *set_lines([paragraph], 70, 700, 80), *foot])
    document = parse(pdf(pages))
    found = outline(document.parts, "T")
    assert [passage.text for passage in found.passages] == [*LEFT, *RIGHT]
    assert [text for text, _ in found.markings] == ["TLP:GREEN"]


def test_words_broken_at_the_end_of_a_line_are_whole_again() -> None:
    lines = ["The govern-", "ment spoke to the carri-", "ers of Lom. Its state-", "owned port and the carriers met."]
    page = [(70.0, 700.0 - 12 * place, 10.0, line) for place, line in enumerate(lines)]
    assert prose([page]) == ["The government spoke to the carriers of Lom. Its state-owned port and the carriers met."]


def test_larger_and_bold_lines_are_headings() -> None:
    page = [(70.0, 780.0, 20.0, "*The river in spring"), (70.0, 750.0, 10.0, "5 April 2024")]
    page += set_lines([LEFT[0], "*What comes next", RIGHT[0]], 70, 700, 80)
    document = parse(pdf([page]))
    found = outline(document.parts, document.front.title)
    days = [str(seen.dating.day) for seen in find_sightings(rows_of_parts(document.parts))]
    assert (found.title, days) == ("The river in spring", ["2024-04-05"])
    assert [passage.heading for passage in found.passages] == ["", "What comes next"]


def test_indented_paragraphs_without_space_between_are_told_apart() -> None:
    lines: list[Text] = []
    for paragraph in (*LEFT, *RIGHT):
        first, *rest = set_lines([paragraph], 70, 0, 80)
        lines += [(85.0, 0.0, 10.0, first[3]), *rest]
    assert prose([[(x, 700.0 - 12 * n, size, text) for n, (x, _, size, text) in enumerate(lines)]]) == [*LEFT, *RIGHT]


def test_numbered_and_bulleted_items_lose_their_marks() -> None:
    page = set_lines([f"1. {LEFT[0]}", f"2. {LEFT[1]}", f"• {RIGHT[0]}"], 70, 700, 80, gap=0)
    assert prose([page]) == [*LEFT, RIGHT[0]]


def test_a_table_and_a_footnote_are_left_out_and_counted() -> None:
    table = [(70.0 + 150 * cell, 500.0 - 14 * row, 10.0, f"{row} and {cell}") for row in range(4) for cell in range(3)]
    note = [(70.0, 60.0, 7.0, "1 Minutes of the meeting, page 4, sent to the press.")]
    page = [*set_lines([LEFT[0]], 70, 700, 80), *table, *set_lines([LEFT[1]], 70, 400, 80), *note]
    document = parse(pdf([page]))
    assert [passage.text for passage in outline(document.parts, "T").passages] == list(LEFT)
    assert {each.kind for each in document.left_out} == {"table", "footnote"}


def test_properties_are_the_fallback() -> None:
    page = set_lines([LEFT[0]], 70, 700, 80)
    document = parse(pdf([page], "/Title (The river) /CreationDate (D:20240405120000Z)"))
    assert (document.fallback.title, str(document.fallback.date)) == ("The river", "2024-04-05")


@pytest.mark.parametrize(
    ("pages", "message"), [(1, "its page holds no text, as a scanned"), (3, "its 3 pages hold no")]
)
def test_scanned_pages_say_that_they_hold_no_text(pages: int, message: str) -> None:
    with pytest.raises(BriefRefused, match=message):
        parse(pdf([[]] * pages))


LOCK = b"/Encrypt<</Filter/Standard/V 1/R 2/P -4/O<%s>/U<%s>>>/ID[<00><00>]" % (b"41" * 32, b"42" * 32)


def test_a_password_is_named() -> None:
    page = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Contents 4 0 R>>"
    kids = b"<</Type/Pages/Kids[3 0 R]/Count 1>>"
    content = pdf_of([b"<</Type/Catalog/Pages 2 0 R>>", kids, page, stream(b"")], LOCK)
    with pytest.raises(BriefRefused, match="it is locked with a password"):
        parse(content)


def test_a_finding_names_the_page(tmp_path: Path) -> None:
    table = [(70.0 + 150 * cell, 500.0 - 14 * row, 10.0, f"{row} and {cell}") for row in range(4) for cell in range(3)]
    first = [(70.0, 750.0, 10.0, "5 April 2024"), *set_lines([LEFT[0]], 70, 700, 80)]
    path = tmp_path / "river.pdf"
    path.write_bytes(pdf([first, [*set_lines([LEFT[1]], 70, 700, 80), *table]]))
    _, findings = read_brief(path)
    assert [str(finding) for finding in findings] == [
        f"{path}, page 2: 1 table was not read. What should be asked must stand in sentences."
    ]


@pytest.mark.parametrize("content", [b"no PDF", b"%PDF-1.4 and nothing more", b"%PDF-1.4\nxref\ntrailer<<>>"])
def test_what_is_no_sound_pdf_is_refused(content: bytes) -> None:
    with pytest.raises(BriefRefused):
        parse(content)
