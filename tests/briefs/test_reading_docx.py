"""Of a Word document the body is read; what stands beside it is left out and counted."""

from __future__ import annotations

import pytest
from papers import W, docx, para

from trainer.briefs.docx import parse
from trainer.briefs.outline import outline
from trainer.errors import BriefRefused

ONE = "The dam held on Monday."


def texts(body: str, **parts: str) -> list[tuple[str, str, str]]:
    found = outline(parse(docx(body, {f"word/{name}.xml": content for name, content in parts.items()})).parts, "T")
    return [(passage.form.value, passage.heading, passage.text) for passage in found.passages]


def test_styles_and_lists_say_what_a_paragraph_is() -> None:
    body = (
        para("The dam", "T") + para(ONE) + para("Outlook", "H1") + para("Rain is likely.", number="1")
        + para("Rivers rise.", number="2") + para("A note of it.", number="0") + para("• By hand.")
        + para("Caption of a photo.", "C") + para("1.a. It stands on rock.")
    )  # fmt: skip
    document = parse(docx(body))
    assert document.front.title == "The dam"
    assert texts(body) == [
        ("paragraph", "The dam", ONE),
        ("bullet", "Outlook", "Rain is likely."),
        ("numbered", "Outlook", "Rivers rise."),
        ("paragraph", "Outlook", "A note of it."),
        ("bullet", "Outlook", "By hand."),
        ("numbered", "Outlook", "It stands on rock."),
    ]


@pytest.mark.parametrize(
    ("runs", "text"),
    [
        ("<w:r><w:t>The da</w:t></w:r><w:r><w:t>m held.</w:t></w:r>", "The dam held."),
        ("<w:r><w:t>Gone.</w:t></w:r><w:del><w:r><w:delText>Old.</w:delText></w:r></w:del>", "Gone."),
        ("<w:ins><w:r><w:t>New.</w:t></w:r></w:ins>", "New."),
        ("<w:moveFrom><w:r><w:t>Old.</w:t></w:r></w:moveFrom><w:r><w:t>New.</w:t></w:r>", "New."),
        ("<w:hyperlink><w:r><w:t>A link.</w:t></w:r></w:hyperlink>", "A link."),
        ("<w:r><w:instrText>PAGE</w:instrText></w:r><w:r><w:t>It is 4.</w:t></w:r>", "It is 4."),
        ("<w:r><w:rPr><w:vanish/></w:rPr><w:t>Hidden.</w:t></w:r><w:r><w:t>Seen.</w:t></w:r>", "Seen."),
        ("<w:r><w:t>One</w:t><w:br/><w:t>line</w:t><w:tab/><w:t>more.</w:t></w:r>", "One line more."),
        ("<w:r><w:t>Well</w:t><w:noBreakHyphen/><w:t>made.</w:t></w:r>", "Well‑made."),
        ("<w:sdt><w:sdtContent><w:r><w:t>In a field.</w:t></w:r></w:sdtContent></w:sdt>", "In a field."),
        ("<w:smartTag><w:r><w:t>Tagged.</w:t></w:r></w:smartTag>", "Tagged."),
    ],
)
def test_runs_become_the_words_that_a_reader_sees(runs: str, text: str) -> None:
    assert [words for _, _, words in texts(para("", runs=runs))] == [text]


def test_tables_boxes_and_notes_are_left_out_and_counted() -> None:
    cells = f"<w:tc>{para('A cell of it.')}</w:tc>" * 2
    cell = f"<w:tbl><w:tr>{cells}</w:tr></w:tbl>"
    box = f"<w:r><w:txbxContent>{para('A box.')}</w:txbxContent></w:r>"
    note = "<w:r><w:t>A claim.</w:t></w:r><w:r><w:footnoteReference w:id='1'/></w:r>"
    body = para(ONE) + cell + cell + para("", runs=box) + para("", runs=note)
    notes = f"<w:footnotes xmlns:w='{W}'>{para('A note.')}</w:footnotes>"
    assert [text for _, _, text in texts(body, footnotes=notes, comments=notes)] == [ONE, "A claim."]
    assert [(each.kind, each.count) for each in parse(docx(body)).left_out] == [
        ("table", 2), ("text box", 1), ("footnote", 1),
    ]  # fmt: skip


def test_a_table_that_lays_out_the_page_is_read() -> None:
    def table(*cells: str) -> str:
        return f"<w:tbl><w:tr>{''.join(f'<w:tc>{para(cell)}</w:tc>' for cell in cells)}</w:tr></w:tbl>"

    long = f"{ONE} " * 12
    assert [text for _, _, text in texts(table(ONE))] == [ONE]
    assert [text for _, _, text in texts(table("Situation", long))] == [long.strip()]
    assert parse(docx(para(ONE) + table("Dead", "12", "5"))).left_out[0].kind == "table"
    inner = f"<w:tbl><w:tr><w:tc>{para(ONE)}{table('Dead', '12')}</w:tc></w:tr></w:tbl>"
    assert texts(inner)[0][2] == ONE


@pytest.mark.parametrize(
    ("before", "raised", "after", "text"),
    [
        ("It held.", "12", " It leaks.", "It held. It leaks."),
        ("It has 5 km", "2", " of land.", "It has 5 km² of land."),
    ],
)
def test_a_raised_number_is_a_note_or_a_power(before: str, raised: str, after: str, text: str) -> None:
    high = f"<w:r><w:rPr><w:vertAlign w:val='superscript'/></w:rPr><w:t>{raised}</w:t></w:r>"
    runs = f"<w:r><w:t>{before}</w:t></w:r>{high}<w:r><w:t xml:space='preserve'>{after}</w:t></w:r>"
    assert [words for _, _, words in texts(para("", runs=runs))] == [text]


def test_a_header_is_left_out_but_its_marking_holds() -> None:
    header = f"<w:hdr xmlns:w='{W}'>{para('TLP:RED')}{para('A desk in Bern.')}</w:hdr>"
    found = outline(parse(docx(para(ONE), {"word/header1.xml": header})).parts)
    assert ([text for text, _ in found.markings], [p.text for p in found.passages]) == (["TLP:RED"], [ONE])


def test_properties_are_the_fallback() -> None:
    document = parse(docx(para(ONE), created="2024-05-06T01:02:03Z", title="The dam"))
    assert (document.fallback.title, str(document.fallback.date)) == ("The dam", "2024-05-06")


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"PK\x05\x06" + b"\0" * 18, "a ZIP archive without a Word document"),
        (b"no archive", "no DOCX file, or a damaged one"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "locked with a password"),
        (docx(b"<w:document xmlns:w='w'><w:p>"), "its part word/document.xml is damaged"),
        (docx(""), "holds no paragraphs"),
        (docx(b"<!DOCTYPE d [<!ENTITY a 'b'>]><d>&a;</d>"), "declares a document type"),
        (docx(b"<!DOCTYPE d [<!ENTITY a SYSTEM 'file:///etc/passwd'>]><d>&a;</d>"), "declares a document type"),
        (docx(f"<w:p>{'<w:r>' * 300}"), "more than 256 levels deep"),
    ],
)
def test_what_is_no_sound_document_is_refused(content: bytes, message: str) -> None:
    with pytest.raises(BriefRefused, match=message):
        parse(content)
