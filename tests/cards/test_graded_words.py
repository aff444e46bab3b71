"""A phrase is graded by the words that carry it, and the person is told what differs."""

from __future__ import annotations

import pytest
from asked import card

from trainer.cards.grade import Mark, Verdict
from trainer.cards.grading import grade

MINISTER = "What office did Abdoulaye Diop hold?"


@pytest.mark.parametrize(
    ("question", "answer", "given"),
    [
        ("What was held?", "a constitutional referendum", "constitutional referendum"),
        ("What was held?", "protection of civilians", "civilian protection"),
        ("What was held?", "protection of civilians", "protecting civilians"),
        ("What was held?", "two coups", "2 coups"),
        ("What was held?", "counter-insurgency", "counterinsurgency"),
        ("What was held?", "organising the defence programme", "organizing the defense program"),
        ("What was held?", "a flash appeal for Syria", "flash appeal for Syria"),
        ("Which forces were they?", "MINUSMA forces", "MINUSMA"),
        ("Why was it held?", "because of pressure from its neighbours", "pressure from neighbors"),
        (MINISTER, "foreign minister of Mali", "Mali's foreign minister"),
        (MINISTER, "foreign minister of Mali", "Malian minister of foreign affairs"),
        (MINISTER, "chief executive of Colonial", "CEO of Colonial"),
        (MINISTER, "deputy chair of Russia's Security Council", "deputy chairman of Russia's Security Council"),
        ("What did it promise?", "to withdraw its troops", "withdraw its troops"),
        ("What did it promise?", "to withdraw its troops", "withdrawing troops"),
        ("He is [...] of Mali.", "foreign minister", "the foreign minister"),
        ("The [...] (state) was exempt.", "District of Columbia", "the District of Columbia"),
        ("It shut [...] (city), Texas.", "Houston", "Houston, Texas"),
        ("The [...] (group) ransomware was used.", "DarkSide", "DarkSide ransomware"),
        ("The group hit [...] in May.", "the air and ground bases", "air and ground bases"),
    ],
)
def test_a_phrase_is_right_in_other_forms_of_its_words(question: str, answer: str, given: str) -> None:
    assert grade(card(question, answer), given).verdict is Verdict.RIGHT


@pytest.mark.parametrize(
    ("answer", "given", "verdict", "note"),
    [
        ("a constitutional referendum", "a constitutional referendun", "nearly", "right but for the spelling"),
        ("a constitutional referendum", "referendum", "partly", "some of it; missing: constitutional"),
        ("a constitutional referendum", "a new constitution", "partly", "some of it"),
        ("a constitutional referendum", "a presidential election", "wrong", ""),
        ("host-nation consent", "host-nation content", "partly", "some of it"),
        ("a Russian military company", "a military company", "partly", "some of it; missing: russia"),
        ("large military companies", "military companies", "nearly", "right, but the source says more: large"),
        ("mining rights", "mining rights and oil wells", "partly", "more than the answer"),
        ("foreign minister", "deputy foreign minister", "wrong", "you said deputy"),
        ("deputy foreign minister", "foreign minister", "wrong", "the answer says deputy"),
        ("they were paid", "they were not paid", "wrong", "you said not"),
        ("to withdraw its troops", "not to withdraw its troops", "wrong", "you said not"),
        ("17 states and one district", "71 states and one district", "wrong", "a number differs"),
        ("talks with the IMF", "the IMF", "partly", "some of it; missing: talks"),
        ("Chad left Mali before Benin", "Benin left Mali before Chad", "partly", "the right words in another order"),
        ("interstate trade", "intrastate trade", "partly", "some of it"),
    ],
)  # fmt: skip
def test_what_is_lost_added_or_turned_round_is_said(answer, given, verdict, note) -> None:
    found = grade(card("What was it?", answer), given)
    assert (found.verdict.value, found.note) == (verdict, note)


def test_a_reason_in_other_words_is_for_the_person_to_judge() -> None:
    why = card("Why did it fall?", "heavy losses of crews and aircraft over the coast")
    assert grade(why, "they were beaten in the air").for_you_to_judge
    assert not grade(why, "heavy losses of crews and aircraft over the coast").for_you_to_judge
    assert not grade(card("How many fell?", "168"), "186").for_you_to_judge


def test_accepted_is_right_and_reject_never_is() -> None:
    held = card("What was held?", "a vote", accepted=("a poll",), reject=("a local vote", "June 2023"))
    assert grade(held, "The poll.").verdict is Verdict.RIGHT
    for given in ("a local vote", "Local Vote", "the local votes", "June 2023", "2023-06"):
        assert not grade(held, given).verdict.accepted


@pytest.mark.parametrize("given", ["", "   ", "\n", "\u200b", "?"])
def test_nothing_is_wrong(given: str) -> None:
    found = grade(card("What was held?", "a vote"), given)
    assert found.verdict is Verdict.WRONG
    assert found.note in {"nothing was typed", ""}


def test_the_pieces_of_both_texts_show_where_they_part() -> None:
    found = grade(card("What was held?", "a constitutional referendum"), "a constitutionl vote")
    assert "".join(piece.text for piece in found.key) == "a constitutional referendum"
    assert "".join(piece.text for piece in found.given) == "a constitutionl vote"
    assert [piece.text for piece in found.key if piece.mark is Mark.MISSING] == ["a", " referendum"]


def test_a_slip_is_lit_by_its_letters() -> None:
    found = grade(card("Which city?", "Ouagadougou"), "Ouagadugou")
    assert [(piece.text, piece.mark) for piece in found.key] == [
        ("Ouagad", Mark.SAME),
        ("o", Mark.MISSING),
        ("ugou", Mark.SAME),
    ]


def test_hostile_text_is_safe_to_show() -> None:
    found = grade(card("What was held?", "a vote"), "a \x1b[31mvote\x07 \u202emore")
    shown = "".join(piece.text for piece in found.given) + found.note
    assert "\x1b" not in shown
    assert "\u202e" not in shown
