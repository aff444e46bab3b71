"""Of an e-mail the message is read, and its head says title and date."""

from __future__ import annotations

import pytest

from trainer.briefs import parse_brief

HEAD = (
    "From: Watch Desk <watch@example.org>\nTo: all@example.org\nDate: Wed, 21 Jun 2023 08:14:22 +0200\nSubject: {}\n\n"
)
TEXT = "At least 41 barges waited at Vidin on Monday."


def read(text: str) -> tuple[str, str, list[str]]:
    brief, _ = parse_brief(text, "mail.txt")
    return brief.title, str(brief.date), [passage.text for passage in brief.passages]


@pytest.mark.parametrize("subject", ["Low water", "Re: Low water", "FW: Re: Low water", "Fwd: Low water"])
def test_the_head_gives_title_and_date(subject: str) -> None:
    assert read(HEAD.format(subject) + TEXT) == ("Low water", "2023-06-21", [TEXT])


@pytest.mark.parametrize(
    "text",
    [
        f"Dear colleagues,\n\n{TEXT}\n\nKind regards,\nMaria Ionescu\nWatch Desk\n",
        f"Hello all,\n{TEXT}\n\n-- \nWatch Desk | +41 22 555 01 01\nThis e-mail and any attachment are confidential.\n",
        f"{TEXT}\n\nBest wishes,\n\nM. Ionescu\n",
        f"> {TEXT}\n",
        f"On 21 Jun 2023, at 10:00, Desk <desk@example.org> wrote:\n{TEXT}\n",
        f"-----Original Message-----\n{HEAD.format('Low water')}{TEXT}",
    ],
)
def test_greeting_parting_signature_and_quotation_marks_are_no_text(text: str) -> None:
    assert read(HEAD.format("Low water") + text)[2] == [TEXT]


def test_a_forwarded_message_is_dated_by_the_day_on_which_it_was_first_written() -> None:
    older = HEAD.replace("21 Jun", "3 May").format("Low water")
    assert (
        read(HEAD.format("Fwd: Low water") + "---------- Forwarded message ---------\n" + older + TEXT)[1]
        == "2023-05-03"
    )


def test_a_headline_that_repeats_the_subject_is_no_passage() -> None:
    assert read(f"{HEAD.format('Low water')}Good morning,\n\nLow water\n\n{TEXT}")[2] == [TEXT]


@pytest.mark.parametrize(
    "text",
    [
        "Dear was the price of grain in May.",
        "It rained.\n\nThank you all for coming.",
        "It rained.\n\n-- and it stopped.",
    ],
)
def test_what_only_looks_like_a_mail_stays(text: str) -> None:
    assert "".join(read(text)[2]).replace(" ", "") == text.replace("\n\n", "").replace(" ", "")
