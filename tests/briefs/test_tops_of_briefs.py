"""Whoever wrote a brief, its top says when it was written and what it is called; nothing is guessed beyond that."""

from __future__ import annotations

from pathlib import Path

import pytest
from papers import docx, para, pdf, set_lines

from trainer.briefs import Brief, parse_brief, read_brief

FIRST = "Rain closed the road to Tamale on Monday, and 12 trucks turned back before the bridge."
SECOND = "The ministry opened a second road two days later, and the traders went on to the coast."


def tops() -> list[tuple[str, str, str]]:
    """The tops in tops.txt, each with its day and its title; `{}` stands for the text below or above."""
    whole = (Path(__file__).parent / "tops.txt").read_text(encoding="utf-8")
    cases = []
    for case in whole.split("=== ")[1:]:
        expected, top = case.split("\n##### ", 1)[0].split("\n", 1)
        day, title = expected.split(" | ")
        cases.append((top.strip("\n"), day, title))
    return cases


@pytest.mark.parametrize(("top", "day", "title"), tops())
def test_a_brief_is_of_the_day_and_under_the_title_that_its_top_gives(top: str, day: str, title: str) -> None:
    name = "notes.md" if top.startswith("#") else "notes.txt"
    text = top.replace("{}", f"{FIRST}\n\n{SECOND}" if top.endswith("{}") else FIRST)
    brief, _ = parse_brief(f"{text}\n", name)
    assert (str(brief.date or "no day"), brief.title) == (day, title)
    assert FIRST in [passage.text for passage in brief.passages]


@pytest.mark.parametrize(
    ("line", "month"),
    [
        ("March 2025", "2025-03"),
        ("Issue 12 | March 2025", "2025-03"),
        ("Vol. 3, No. 4, March 2025", "2025-03"),
        ("March 2025, Vol. 3", "2025-03"),
        ("Monthly Outlook – March 2025", "2025-03"),
        ("Published March 2025", "2025-03"),
        ("As of March 2025", "2025-03"),
        ("February/March 2025", "2025-03"),
        ("Policy Note 3, Mar. 2025", "2025-03"),
        ("Fall of Goma, January 2025", ""),
        ("Mali, March 2012", "2012-03"),
        ("The coup of March 2012", ""),
        ("Next issue: April 2025", ""),
        ("Q3 2025", "2025-09"),
        ("Issue 37 | Week 23, 2025", "2025-06"),
        ("No. 14 | Spring 2025", "2025-05"),
        ("RIVER QUARTERLY — Second Quarter 2025", "2025-06"),
        ("Monthly Bulletin  |  Roads Section        10/2025", "2025-10"),
        ("May 2025 edition", "2025-05"),
        ("2025", ""),
    ],
)
def test_a_month_at_the_top_is_the_briefs_month_and_no_day(line: str, month: str) -> None:
    brief, findings = parse_brief(f"Road to the coast closes\n\n{line}\n\n{FIRST}\n", "notes.txt")
    assert (brief.date, brief.month.iso if brief.month else "", findings) == (None, month, ())


def test_months_that_head_what_follows_are_no_month_of_the_brief() -> None:
    text = f"The road through the year\n\nMarch 2024\n\n{FIRST}\n\nApril 2024\n\n{SECOND}\n"
    assert parse_brief(text, "notes.txt")[0].month is None


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("2024-05-03_road.txt", "2024-05-03"),
        ("road 20240503.txt", "2024-05-03"),
        ("Road_3_May_2024.txt", "2024-05-03"),
        ("road-may-3-2024-final.txt", "2024-05-03"),
        ("road 03.05.2024.txt", "2024-05-03"),
        ("road-2024-05.txt", "2024-05"),
        ("Outlook May2024.txt", "2024-05"),
        ("road.txt", ""),
        ("CVE-2024-0503.txt", ""),
        ("road-2024.txt", ""),
        ("road 12345678901.txt", ""),
        ("2019-05-03_road.txt", ""),
    ],
)
def test_a_day_in_the_files_name_is_the_last_resort_and_is_told(name: str, found: str) -> None:
    brief, findings = parse_brief(f"Road to the coast closes\n\n{FIRST} It was 2024 and rained.\n", name)
    assert str(brief.date or (brief.month.iso if brief.month else "")) == found
    assert [finding.message[:16] for finding in findings] == ["It bears no date"] * bool(found)
    dated = parse_brief(f"Road to the coast closes\n7 May 2024\n\n{FIRST}\n", name)
    assert (str(dated[0].date), dated[1]) == ("2024-05-07", ())


def file_of(folder: Path, ending: str, made: str, year: str) -> tuple[Brief, list[str]]:
    """A document made on a day, whose text tells of a year, as it is read."""
    texts = [f"{FIRST} It was {year} and rained.", SECOND]
    content = (
        docx("".join(map(para, texts)), created=f"{made}T10:00:00Z", title="The road")
        if ending == "docx"
        else pdf([set_lines(texts, 70, 720, 88)], f"/Title (The road) /CreationDate (D:{made.replace('-', '')}100000Z)")
    )
    path = folder / f"road.{ending}"
    path.write_bytes(content)
    brief, findings = read_brief(path)
    return brief, [finding.message for finding in findings]


@pytest.mark.parametrize("ending", ["docx", "pdf"])
def test_of_the_day_on_which_a_file_was_made_the_month_holds_if_the_text_fits_it(tmp_path: Path, ending: str) -> None:
    brief, said = file_of(tmp_path, ending, "2024-05-03", "2024")
    assert (brief.date, brief.month and brief.month.iso) == (None, "2024-05")
    assert "It bears no date; May 2024, when its file was made, was taken for its month." in said
    for made in ("2013-12-23", "2026-01-05"):  # a template's day, and a day on which an old page was printed
        brief, said = file_of(tmp_path, ending, made, "2024")
        assert (brief.date, brief.month) == (None, None)
        assert f"It bears no date, and its file was made on {made}, which its text does not fit." in said


@pytest.mark.parametrize(
    "head",
    [
        '<meta property="article:published_time" content="2024-05-03T09:00:00Z">',
        '<meta name="date" content="3 May 2024">',
        '<meta name="DC.date.issued" content="2024-05-03">',
        '<meta itemprop="datePublished" content="2024-05-03">',
        '<script type="application/ld+json">{"@type": "NewsArticle", "datePublished": "2024-05-03T09:00Z"}</script>',
        '<script type="application/ld+json">{"@graph": [{"datePublished": "2024-05-03"}]}</script>',
        '<time datetime="2024-05-03">yesterday</time>',
        "<time>3 May 2024</time>",
    ],
)
def test_a_page_is_of_the_day_that_its_markup_gives(tmp_path: Path, head: str) -> None:
    path = tmp_path / "road.html"
    path.write_text(f"<html><head>{head}</head><body><h1>The road</h1><p>{FIRST}</p><p>{SECOND}</p></body></html>")
    assert str(read_brief(path)[0].date) == "2024-05-03"
