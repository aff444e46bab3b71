"""Checking a deck, and giving ids without touching anything else."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from trainer.decks.check import check_deck, fix_ids
from trainer.decks.read import read_deck

HEAD = 'format = 1\n[deck]\nid = "mali"\ntitle = "Mali"\n'
CARD = '[[cards]]\nid = "k1"\nquestion = "Who?"\nanswer = "Wane"\n'


@pytest.fixture
def deck(tmp_path):
    """Writes a deck file, byte for byte."""

    def write(text):
        (tmp_path / "mali.toml").write_bytes(text.encode())
        return tmp_path / "mali.toml"

    return write


@pytest.mark.parametrize(
    ("more", "finding"),
    [
        ('distractors = ["wane"]\n', "line 5: the distractor 'wane' is a right answer. Remove it."),
        ('accepted = ["A"]\ndistractors = ["a"]\n', "line 5: the distractor 'a' is a right answer. Remove it."),
        ('accepted = ["X"]\nreject = ["x"]\n',
         "line 5: 'x' is both accepted and rejected. Remove it from one of them."),
        ('superseded_by = "k7"\n', "line 5: it names the card 'k7', which the deck does not have. Correct the id."),
        ('conflicts_with = ["k8"]\n', "line 5: it names the card 'k8', which the deck does not have. Correct the id."),
        ('picture = "media/map.png"\n',
         "line 5: the picture 'map.png' cannot be used: there is no such file. Mend its path or the file."),
        ('answer_picture = "../map.png"\n',
         ("line 5: the picture 'map.png' cannot be used: its path leads out of the deck's folder."
          " Mend its path or the file.")),
        ('[[cards]]\nid = "k2"\nquestion = "who ?"\nanswer = "x"\n', ""),
        ('[[cards]]\nid = "k2"\nquestion = "WHO?"\nanswer = "x"\n',
         "line 9: it asks what card k1 asks. Remove one of them."),
        ('[[cards]]\nid = "k2"\nquestion = "Who?"\nanswer = "x"\nstatus = "retired"\n', ""),
    ],
)  # fmt: skip
def test_a_careful_editor_would_find(deck, more, finding):
    path = deck(HEAD + CARD + more)

    assert [str(found) for found in check_deck(path)[1]] == ([f"{path}, {finding}"] if finding else [])


def test_fixing_gives_an_id_and_leaves_every_other_byte(deck):
    before = f"# ours\n\n{HEAD}\n[[cards]]   # by hand\nquestion = 'Who?'\n\n\nanswer = \"Wane\"  # since 2022\n# end"
    path = deck(before)
    read_as = read_deck(path)[0].cards[0].id

    assert fix_ids(path) == 1
    assert path.read_text() == before.replace("# by hand\n", f'# by hand\nid = "{read_as}"\n')
    assert fix_ids(path) == 0
    assert read_deck(path)[1] == ()


def test_fixing_keeps_windows_line_ends_and_the_byte_order_mark(deck):
    before = "\ufeff" + (HEAD + '[[cards]]\nquestion = "Who?"\nanswer = "Wane"\n').replace("\n", "\r\n")
    path = deck(before)
    fix_ids(path)
    after = path.read_bytes().decode()
    [line] = set(after.split("\r\n")) - set(before.split("\r\n"))

    assert line.startswith('id = "')
    assert after.replace(f"{line}\r\n", "") == before


def test_fixing_a_deck_that_needs_none_does_not_write(deck):
    path = deck(HEAD + CARD)
    before = path.stat()
    fix_ids(path)

    assert path.stat().st_ino == before.st_ino


def test_fixing_leaves_bad_cards_and_twins_as_they_are(deck):
    twin = '[[cards]]\nquestion = "When?"\nanswer = "2023"\n'
    bad = '[[cards]]\nquestion = "No answer?"\n'
    broken = "[[cards]]\nquestion = \n"
    path = deck(HEAD + twin + twin + bad + broken)

    assert fix_ids(path) == 1
    assert path.read_text().endswith(twin + bad + broken)
    assert path.read_text().count("id = ") == 2


ENTRIES = st.lists(
    st.sampled_from(
        ["# a note\n", "\n", "tags = []\n", 'note = """\n[[cards]]\n"""\n', CARD, "[other]\n",
         '[[cards]]\nid = "k2"\n',
         '[[cards]]\nquestion = "A?"\nanswer = "b"\n',
         "  [[ cards ]]\nquestion = 'B?'\nanswer = '''\nb'''\n", "x = [\n]\n"]
    ),
    max_size=8,
)  # fmt: skip


@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(ENTRIES)
def test_fixing_only_ever_adds_lines_with_ids(deck, entries):
    before = HEAD + "".join(entries)
    path = deck(before)
    given_ids = fix_ids(path)
    after = path.read_text().split("\n")
    added = [line for line in after if line.startswith('id = "') and line not in before.split("\n")]

    assert len(added) == given_ids
    assert "\n".join(line for line in after if line not in added) == before
