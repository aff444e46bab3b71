"""Words that go together hang together, whatever the parser made of them; what is right stays as it is."""

from __future__ import annotations

import pytest
from spacy.tokens import Doc

from trainer.language.parser import in_use
from trainer.language.regrouped import regrouped


def tree(*rows: str) -> Doc:
    """A parse: of each word the word, its tag, the place of its head, its relation and its dictionary form."""
    words, tags, heads, deps, lemmas = zip(*(f"{row} {row.split()[0]}".split()[:5] for row in rows), strict=True)
    return Doc(in_use().vocab, words=list(words), tags=list(tags), heads=[int(head) for head in heads],
               deps=list(deps), lemmas=list(lemmas))  # fmt: skip


def joints(doc: Doc) -> list[str]:
    """What each word hangs from, and how."""
    return [f"{token.text} {token.dep_} {token.head.text}" for token in doc]


LOST = tree("Chad NNP 1 nsubj", "lost VBD 1 ROOT", "up RP 1 compound:prt", "to IN 5 case", "300 CD 5 nummod",
            "tanks NNS 1 obj", ". . 1 punct")  # fmt: skip
STOOD = tree("Chad NNP 1 nsubj", "stood VBD 1 ROOT stand", "up RP 1 compound:prt", "to IN 5 case", "300 CD 5 nummod",
             "rebels NNS 1 obj", ". . 1 punct")  # fmt: skip
GAVE = tree("Chad NNP 1 nsubj", "gave VBD 1 ROOT give", "up RP 1 compound:prt", ". . 1 punct")
SHIP = tree("The DT 1 det", "ship NN 3 nsubj", "Rubymar NNP 1 appos", "sank VBD 3 ROOT sink", ". . 3 punct")
SHIPS = tree("Chad NNP 1 nsubj", "sent VBD 1 ROOT send", "the DT 3 det", "frigate NN 1 obj", "Hope NNP 3 appos",
             "and CC 7 cc", "the DT 7 det", "tanker NN 3 conj", "Haldor NNP 7 appos", ". . 1 punct")  # fmt: skip
OFFICE = tree("The DT 1 det", "minister NN 3 nsubj", "Osei NNP 1 appos", "left VBD 3 ROOT leave", ". . 3 punct")
NAMED = tree("Chad NNP 1 nsubj", "called VBD 1 ROOT call", "the DT 3 det", "ship NN 1 xcomp", "American NNP 3 appos",
             ". . 1 punct")  # fmt: skip
BRACKET = tree("The DT 1 det", "zone NN 5 nsubj", "( -LRB- 3 punct", "EEZ NNP 1 appos", ") -RRB- 3 punct",
               "grew VBD 5 ROOT grow", ". . 5 punct")  # fmt: skip
ABSTAINED = tree("Chad NNP 1 nsubj", "signed VBD 1 ROOT sign", "it PRP 1 obj", ", , 5 punct", "with IN 5 case",
                 "Mali NNP 1 obl", "and CC 7 cc", "Togo NNP 5 conj", "abstaining VBG 1 advcl abstain",
                 ". . 1 punct")  # fmt: skip
POINTED = tree("For IN 1 case", "juntas NNS 5 obl", ", , 1 punct", "that IN 5 mark", "success NN 5 nsubj",
               "matters VBZ 5 ROOT matter", ". . 5 punct")  # fmt: skip


@pytest.mark.parametrize(
    ("doc", "hung"),
    [
        (LOST, ["up advmod 300", "to fixed up", "300 nummod tanks", "tanks obj lost"]),
        (SHIP, ["The det Rubymar", "ship compound Rubymar", "Rubymar nsubj sank"]),
        (SHIPS, ["frigate compound Hope", "Hope obj sent", "tanker compound Haldor", "Haldor conj Hope"]),
        (ABSTAINED, ["with mark abstaining", "Mali nsubj abstaining", "Togo conj Mali", "abstaining advcl signed"]),
        (POINTED, ["that det success", "success nsubj matters"]),
    ],
    ids=["a hedge", "a kind before a name", "two of them", "a clause behind with", "a that which points"],
)
def test_words_that_go_together_hang_together(doc: Doc, hung: list[str]) -> None:
    assert set(hung) <= set(joints(regrouped(doc)))


@pytest.mark.parametrize("doc", [STOOD, GAVE, OFFICE, NAMED, BRACKET])
def test_what_goes_with_the_verb_or_stands_apart_stays_as_it_is(doc: Doc) -> None:
    assert regrouped(doc) is doc
