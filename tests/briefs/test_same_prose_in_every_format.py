"""The same prose gives the same passages, whichever format it comes in."""

from __future__ import annotations

from pathlib import Path

import pytest
from papers import docx, escaped, para, pdf, set_lines

from trainer.briefs import Brief, read_brief

TITLE = "Mangrove planting on the Nariva coast"
DATE = "3 March 2024"
HEADING = "Key judgements"
OPENING = (
    "The coastal agency said on 28 February 2024 that at least 412 hectares of mangrove had been planted since the "
    "storm, about a third of what the plan of 2021 had asked for; a state-owned nursery raised most of the trees."
)
BULLETS = (
    (
        "Planting is likely to slow in the wet season, because the three barges that carry the seedlings are needed "
        "elsewhere."
    ),
    "The ministry “does not expect” further money from abroad before July 2024, according to its spokesperson.",
)
CLOSING = (
    "Fishers in Brigand Hill have lost two landing places (Lower and Upper Quay) and want compensation. The agency "
    "has offered 40 families a payment of $1,200 each – an offer that the fishers’ union has not yet answered."
)
PASSAGES = (OPENING, *BULLETS, CLOSING)


def as_txt() -> bytes:
    bullets = "\n".join(f"• {bullet}" for bullet in BULLETS)
    return f"{TITLE}\n\n{DATE}\n\n{OPENING}\n\n{HEADING}\n\n{bullets}\n\n{CLOSING}\n".encode()


def as_md() -> bytes:
    bullets = "\n".join(f"- {bullet}" for bullet in BULLETS)
    text = f"# {TITLE}\n\n{DATE}\n\n{OPENING}\n\n## {HEADING}\n\n{bullets}\n\n{CLOSING}\n"
    return text.replace("$", "\\$").encode()


def as_html() -> bytes:
    bullets = "".join(f"<li>{escaped(bullet)}" for bullet in BULLETS)
    return (
        f"<!doctype html><meta charset=utf-8><title>{TITLE} | The Coast</title><nav><a href=/>Home</a></nav>"
        f"<article><h1>{TITLE}</h1><p><time datetime=2024-03-03>{DATE}</time><p>{OPENING}"
        f"<h2>{HEADING}</h2><ul>{bullets}</ul><p>{CLOSING}</article><footer>Contact us about anything.</footer>"
    ).encode()


def as_docx() -> bytes:
    bullets = "".join(para(bullet, number="1") for bullet in BULLETS)
    return docx(para(TITLE, "T") + para(DATE) + para(OPENING) + para(HEADING, "H1") + bullets + para(CLOSING))


def as_pdf() -> bytes:
    flow = set_lines([OPENING, f"*{HEADING}", *(f"• {bullet}" for bullet in BULLETS), CLOSING], 70, 720, 88)
    return pdf([[(70, 780, 18, f"*{TITLE}"), (70, 750, 10, DATE), *flow]])


@pytest.mark.parametrize("ending", ["txt", "md", "html", "docx", "pdf"])
def test_the_passages_the_title_and_the_date_are_the_same(tmp_path: Path, ending: str) -> None:
    brief = read(tmp_path, ending, globals()[f"as_{ending}"]())
    assert tuple(passage.text for passage in brief.passages) == PASSAGES
    assert [passage.form for passage in brief.passages] == ["paragraph", "bullet", "bullet", "paragraph"]
    assert [passage.heading for passage in brief.passages] == ["", HEADING, HEADING, HEADING]
    assert (brief.title, str(brief.date)) == (TITLE, "2024-03-03")


def read(folder: Path, ending: str, content: bytes) -> Brief:
    path = folder / f"brief.{ending}"
    path.write_bytes(content)
    return read_brief(path)[0]
