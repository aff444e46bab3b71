"""A definite at its place in a brief, and what it can be found to mean."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from spacy.tokens import Token

from trainer.language.clause_pronouns import Place
from trainer.language.described import Described
from trainer.language.entities import Entity, Mention
from trainer.language.kinds import INSTITUTIONS
from trainer.language.tags import SUBJECTS

if TYPE_CHECKING:
    from trainer.language.mentions import Mentions
    from trainer.language.reading import Line, Reading

PLACE_NOUNS = frozenset({
    "city", "town", "village", "port", "province", "region", "district", "island", "strait", "river", "canal", "area",
    "capital", "sea", "peninsula", "county", "territory", "camp", "waterway",
})  # fmt: skip
NO_THING = frozenset({"country", "state", "nation"}) | INSTITUTIONS
_UNSAID = frozenset({"same", "very"})


@dataclass(frozen=True, slots=True)
class Meant:
    """What a definite stands for."""

    words: str = ""
    """In words, with an article where they need one; empty if a phrase says it."""
    phrase: Described | None = None
    """An earlier phrase of the brief that has still to be put into words."""
    lead: str = ""
    """What goes before the phrase: `those behind `."""
    of: Place | None = None
    """The noun whose words still have to be put behind `words`: the one that sank, for `the sinking of `."""
    entity: Entity | None = None
    """The one entity meant, if it is one."""
    plural: bool = False
    """Whether it takes a plural verb."""
    owner: bool = False
    """Whether the words only take the place of the article: `Mali's | junta`."""


@dataclass(frozen=True)
class Definite:
    """`the`, its noun and the words between them, at their place in a brief."""

    reading: Reading
    """The brief."""
    line: Line
    """The sentence."""
    article: Token
    """`the`, `this`, `both`."""
    noun: Token
    """The noun that it belongs to."""

    @cached_property
    def index(self) -> Mentions:
        """What the brief has named."""
        return self.reading.mentions

    @cached_property
    def number(self) -> int:
        """Which line of the brief it stands in."""
        return self.index.number(self.line)

    @cached_property
    def word(self) -> str:
        """The noun, lower case."""
        return self.noun.lower_

    @cached_property
    def plural(self) -> bool:
        """Whether the noun is plural."""
        return bool(self.noun.tag_ == "NNS")

    @cached_property
    def modifiers(self) -> tuple[Token, ...]:
        """The words between article and noun that say anything."""
        return tuple(t for t in self.noun.doc[self.article.i + 1 : self.noun.i] if t.lower_ not in _UNSAID)

    @cached_property
    def words(self) -> tuple[str, ...]:
        """The modifiers, lower case, without hyphens."""
        return tuple(t.lower_ for t in self.modifiers if not t.is_punct)

    def is_after(self, line: int, token: int) -> bool:
        """Whether it stands behind a token of a line."""
        return (line, token) < (self.number, self.article.i)

    def is_here(self, line: int) -> bool:
        """Whether a line is of the same passage."""
        return self.index.lines[line].sentence.passage == self.line.sentence.passage

    def named_before(self) -> list[Mention]:
        """Every name before it, in the order of the brief."""
        return [m for k in range(self.number) for m in self.index.named[k]] + self.named_in(self.number)

    def named_in(self, line: int) -> list[Mention]:
        """The names of a line, of its own line only those before it."""
        named = self.index.named[line] if line < len(self.index.named) else ()
        return [m for m in named if line != self.number or m.end <= self.article.idx]


def owner(said: str) -> str:
    """The words as owner.

    >>> owner("Mali"), owner("the Houthis")
    ("Mali's", "the Houthis'")
    """
    return f"{said}'" if said.endswith("s") else f"{said}'s"


def fits_verb(noun: Token, meant: Meant) -> bool:
    """Whether the verb's form goes with the number of what is put in."""
    if meant.plural == (noun.tag_ == "NNS") or meant.owner or noun.dep_ not in SUBJECTS:
        return True
    verbs = [noun.head, *(c for c in noun.head.children if c.dep_ in {"aux", "aux:pass", "cop"})]
    return not any(v.tag_ in {"VBZ", "VBP"} or v.lower_ in {"was", "were"} for v in verbs)
