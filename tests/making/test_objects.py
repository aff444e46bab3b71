"""What somebody adopted, ordered, concluded, promised to do: asked where the answer is short and says something."""

import pytest
from making import asked

ASKED = [
    ("Spain applied to the Common Framework in January 2023.",
     "To what did Spain apply in January 2023?", "the Common Framework"),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "question", "answer"), ASKED)
def test_what_was_done_is_asked(sentence, question, answer):
    assert asked(sentence).get(question) == answer


@pytest.mark.parametrize(
    ("sentence", "answer", "title"),
    [
        ("Spain applied to the Common Framework in January 2023.", "the Common Framework", "Into the Common Framework"),
        ("France left Chad on 3 May 2024.", "France", "French troops go home"),
        ("Kenya left Haiti on 3 May 2024.", "Kenya", "Kenya goes home"),
    ],
)
def test_what_the_title_gives_is_not_asked(sentence, answer, title):
    assert answer in asked(sentence).values()
    assert answer not in asked(sentence, title=title).values()


NOT_ASKED = [
    ("Kenya published the results in March 2023.", "the results"),
    ("Kenya did not order the activation of its standby force in March 2023.", "standby force"),
    ("Kenya probably thinned the stock of launchers in March 2023.", "stock of launchers"),
    ("Kenya provides medical support and school meals, among other services.", "medical support"),
    ("Kenya wants the World Bank to fight armed groups.", "the World Bank"),
    ("Kenya had trained the chief of defense by March 2023.", "chief of defense"),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "words"), NOT_ASKED)
def test_what_says_little_or_is_denied_doubted_or_a_person_is_not_asked(sentence, words):
    assert not [q for q, answer in asked(sentence).items() if words in answer and "what" in q.lower()]


@pytest.mark.parametrize(
    "sentence",
    [
        "Kenya agreed in February 2024 to invest in Ras el-Hekma.",
        "The World Bank concluded on 1 March 2024 that famine was under way in Sudan.",
        "Kenya ordered the activation of its standby force in Chad in March 2023.",
    ],
)
def test_what_nobody_would_write_in_these_words_is_not_asked(sentence):
    assert not [answer for question, answer in asked(sentence).items() if "hat did" in question]


@pytest.mark.parametrize(
    "sentence",
    ["Kenya has ordered the Garissa camp to be closed.", "Kenya has promised to be neutral in the Horn of Africa."],
)
def test_what_is_to_be_is_not_asked_as_something_to_do(sentence):
    assert not [question for question in asked(sentence) if "to do" in question]
