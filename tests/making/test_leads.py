"""The label, the mark or the time that opens an item is no part of its sentence; a name before a colon stays."""

from __future__ import annotations

import pytest

from trainer.briefs import parse_brief
from trainer.language.leads import lead_end
from trainer.language.sentences import sentences


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("Enemy forces: The brigade crossed the Lesna.", "The brigade crossed the Lesna."),
        ("Weather: 2 flights were cancelled.", "2 flights were cancelled."),
        ("General. The ceasefire ended in May.", "The ceasefire ended in May."),
        ("(U) Logistics: Fuel is short.", "Fuel is short."),
        ("09:14 UTC - Monitoring raised an alarm.", "Monitoring raised an alarm."),
        ("1430: The gate was opened.", "The gate was opened."),
        ("121800Z - The bridge fell.", "The bridge fell."),
        ("Bamako: The mission left.", "Bamako: The mission left."),
        ("Health Minister: Masks stay.", "Health Minister: Masks stay."),
        ("Water ran out in Garsen.", "Water ran out in Garsen."),
        ("Operations in Mali: The mission left.", "Operations in Mali: The mission left."),
    ],
)
def test_what_opens_an_item_is_left_aside(text: str, sentence: str) -> None:
    assert text[lead_end(text) :] == sentence


def test_a_sentence_of_an_item_stands_verbatim_in_its_passage_and_needs_no_full_stop() -> None:
    text = "Relief on the Tana\n\n14 May 2024\n\n- Response: The Red Cross sent 84,000 litres of water to Garsen\n"
    brief = parse_brief(text, "tana.txt")[0]
    (found,) = sentences(brief)
    assert found.text == "The Red Cross sent 84,000 litres of water to Garsen"
    assert found.text in brief.passages[0].text


def test_a_headline_of_what_is_to_come_is_no_sentence() -> None:
    items = "- UNICEF to send 40 trucks to Garsen by 20 May\n- UNICEF will send 40 trucks by 20 May\n"
    text = f"Relief\n\n14 May 2024\n\n{items}"
    assert [found.passage for found in sentences(parse_brief(text, "tana.txt")[0])] == [2]
