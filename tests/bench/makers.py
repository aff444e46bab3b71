"""Facts and cards in few words."""

from scorer.gold import Fact

from trainer.cards import Card


def fact(kind, answer, *, cues=(".",), question="Which?", salience=2, name="f1", **more):
    return Fact(id=name, kind=kind, question=question, answer=answer, cues=cues, salience=salience, **more)


def card(question, answer, name="c1", **more):
    return Card(name, question, answer, **more)


NAME = "Southern Lakes Treaty Force"

FACTS = (
    fact("when", "2013", iso="2013", cues=("force",), salience=3, name="f1"),
    fact("who", "Ana Lopez", cues=("bank",), salience=2, name="f2"),
    fact("why", "drought", cues=("harvest",), salience=1, name="f3", loc=["P2.1"]),
)
