"""Study sheets in Markdown to cards: headings with what stands under them, and lines that begin `Q:` and `A:`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from trainer.anki.glossary import is_glossary
from trainer.anki.inbox import Inbox
from trainer.anki.notetypes import RETIRED
from trainer.cards import GAP, Status, new_id
from trainer.decks.markings import TLP, normal
from trainer.text import one_line, slug

_HEADING = re.compile(r"(#{1,6})\s+(?:\d{1,6}\\?[.)]\s+)?(.+)")
_LABEL = re.compile(r"(?:[-*]\s+)?(?:\*\*)?([QA])(?:\*\*)?\s*:(?:\*\*)?\s*(.*)", re.IGNORECASE)
_NOTICE = re.compile(r"\*(?!\*)(.+?)\*")
_BOLD = re.compile(r"\*\*(.+?)\*\*")
_OWN_ANSWER = re.compile(r"\*\*(.+?)\*\*(?: \(also: (.+)\))?")
_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")
_SPLIT = re.compile(r"(?<!\\); ")
_METADATA = re.compile(r"\A(?:\+\+\+|---)\n.*?\n(?:\+\+\+|---)\n", re.DOTALL)
_SENTENCE_END = re.compile(r"\w\w[.!?][\"”’)]?(?:\s|$)")
_QUESTION_LEVEL = 2
_PROSE_SENTENCES = 3
_PROSE_LENGTH = 300  # characters


def reads_like_brief(text: str) -> bool:
    """Whether a Markdown text is prose under headings, or none, with nothing in it that is marked as a card.

    What begins with metadata is a brief; so is what has prose in half of the places where answers would be, unless it
    is a glossary.
    """
    lines = text.split("\n")
    pairs = list(_pairs(lines))
    if any(map(_LABEL.match, lines)) or any(question.endswith("?") or GAP in question for question, *_ in pairs):
        return False
    answers = [answer for _, answer, *_ in pairs] or re.split(r"\n\s*\n", text)
    if any(map(_OWN_ANSWER.fullmatch, answers)):
        return False
    prose = sum(map(_is_prose, answers))
    if _METADATA.match(text) or not pairs:
        return prose > 0
    return prose > 0 and 2 * prose >= len(answers) and (_has_lead(text) or not is_glossary(text))


def _has_lead(text: str) -> bool:
    """Whether there is prose before the first heading that could ask for something."""
    lead = re.split(r"^#{2,6}\s", text, maxsplit=1, flags=re.MULTILINE)[0]
    return any(map(_is_prose, re.split(r"\n\s*\n", lead)))


def _is_prose(paragraph: str) -> bool:
    return len(paragraph) > _PROSE_LENGTH or len(_SENTENCE_END.findall(paragraph)) >= _PROSE_SENTENCES


def read_sheet(text: str, title: str, inbox: Inbox) -> None:
    """Put the sheet's cards into the inbox; its first heading of the first level names the deck."""
    lines = text.split("\n")
    banner = _banner([line.strip() for line in lines if line.strip()])
    for question, answer, deck, notices in _pairs(lines):
        name = one_line(deck or title, 200)
        if not answer:
            inbox.leave_out("it has no answer", question)
            continue
        found = _OWN_ANSWER.fullmatch(answer)
        table: dict[str, Any] = {"question": _plain(question), "answer": _plain(found[1] if found else answer)}
        if found and found[2]:
            table["accepted"] = [_plain(one) for one in _SPLIT.split(found[2])]
        table["id"] = new_id("row", table["question"])
        if table["question"].count(GAP) == 1:
            table["kind"] = "cloze"
        shelf = inbox.shelf(slug(name), name)
        inbox.put_head(shelf, {"marking": banner} if banner else {}, [])
        inbox.put_table(shelf, table | _noticed(notices))


def _banner(lines: list[str]) -> str:
    """The marking that a sheet bears as its first line, in bold: a TLP label, or what is its last line too."""
    found = _BOLD.fullmatch(lines[0]) if lines else None
    marking = normal(_plain(found[1])) if found else ""
    return marking if marking in TLP or (len(lines) > 1 and lines[0] == lines[-1]) else ""


def _noticed(notices: list[str]) -> dict[str, str]:
    """What the lines in italics under a question say of its card: its own marking, and that it no longer holds."""
    table = {}
    for notice in notices:
        if normal(notice) in TLP:
            table["marking"] = normal(notice)
        elif notice == RETIRED:
            table["status"] = Status.RETIRED.value
        elif notice.startswith(("Superseded by: ", "Superseded.")):
            table["status"] = Status.SUPERSEDED.value
    return table


def _pairs(lines: list[str]) -> Iterator[tuple[str, str, str, list[str]]]:
    """Question, answer, the title above them, and the lines in italics that stand before the answer."""
    title = question = ""
    answer: list[str] = []
    asks = False
    for line in [*lines, "# "]:
        heading, label = _HEADING.match(line), _LABEL.match(line)
        begins = heading or line == "# " or (label and label[1].upper() == "Q")
        if begins and asks:
            paragraph, notices = _first_paragraph(answer)
            yield question, paragraph, title, notices
        if begins:
            answer = []
            level = len(heading[1]) if heading else 0
            asks = bool(label) or level >= _QUESTION_LEVEL
            if heading and not asks:
                title = _plain(heading[2])
            question = (label[2] if label else heading[2] if heading else "").strip()
        elif asks:
            answer.append(label[2] if label else line)


def _first_paragraph(lines: list[str]) -> tuple[str, list[str]]:
    """What stands under a question up to the next empty line, and the notices before it, which are in italics."""
    paragraph: list[str] = []
    notices: list[str] = []
    for line in map(str.strip, lines):
        if notice := _NOTICE.fullmatch(line):
            notices.append(_plain(notice[1]))
        elif line:
            paragraph.append(line)
        if paragraph and (notice or not line):
            break
    return "\n".join(paragraph), notices


def _plain(text: str) -> str:
    """Markdown's text without its escapes and its emphasis."""
    return _ESCAPED.sub(r"\1", re.sub(r"(?<!\\)(?:\*\*|__|`)", "", text)).strip()
