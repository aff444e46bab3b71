import pytest

from trainer.language.sentences import split
from trainer.language.verbs import inflect


@pytest.mark.parametrize(
    ("lemma", "tag", "form"),
    [("withdraw", "VBD", "withdrew"), ("kill", "VBN", "killed"), ("be", "VBN", "been"), ("hold", "VBG", "holding")],
)
def test_a_verb_is_put_in_the_form_that_is_asked_for(lemma: str, tag: str, form: str) -> None:
    assert inflect(lemma, tag) == form


@pytest.mark.parametrize(
    ("text", "count"),
    [("Gen. Dia left. He lives.", 2), ("The U.S. Army met Mr. Ba. It ended.", 2), ("It cost 2.5 million.", 1)],
)
def test_abbreviations_end_no_sentence(text: str, count: int) -> None:
    assert len(list(split(text))) == count


def test_a_sentence_in_brackets_is_read_without_them() -> None:
    text = "Mali voted. (Chad had voted in May.) Niger (and Togo) did not."
    assert [text[start:end] for start, end in split(text)] == [
        "Mali voted.", "Chad had voted in May.", "Niger (and Togo) did not."
    ]  # fmt: skip
