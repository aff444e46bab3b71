"""The deck format, version 1, as pydantic reads it: what may stand in a deck file."""

from __future__ import annotations

import datetime as dt
from typing import Annotated, Any, Self

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, model_validator

from trainer.cards import GAP, Card, Kind, Source, Status
from trainer.decks.deck import BriefRef
from trainer.decks.markings import normal
from trainer.text import clean, one_line


def _bare(value: Any) -> Any:
    """Dates and whole numbers may stand without quotes where a text is meant (`as_of = 2023`, `answer = 168`)."""
    if isinstance(value, dt.date) or (isinstance(value, int) and not isinstance(value, bool)):
        return str(value)
    return value


Line = Annotated[str, BeforeValidator(_bare), AfterValidator(one_line), Field(max_length=2_000)]
Prose = Annotated[str, BeforeValidator(_bare), AfterValidator(lambda s: clean(s).strip()), Field(max_length=20_000)]
Given = Annotated[Prose, Field(min_length=1)]
Name = Annotated[Line, Field(min_length=1, max_length=200, pattern=r"^\S+$")]
Marking = Annotated[Line, AfterValidator(normal)]
Lines = Annotated[tuple[Line, ...], Field(max_length=1_000)]


class Table(BaseModel):
    """A TOML table whose unknown keys are kept."""

    model_config = ConfigDict(extra="allow", frozen=True)

    @property
    def unknown(self) -> dict[str, Any]:
        """The keys that the format does not know, as they were."""
        return dict(self.model_extra or {})


class SourceTable(Table):
    """`[cards.source]`."""

    brief: Line
    sentence: Prose
    paragraph: Annotated[int, Field(ge=1)] | None = None
    span: tuple[int, int] | None = None

    @model_validator(mode="after")
    def _span_lies_in_the_sentence(self) -> Self:
        if self.span and not 0 <= self.span[0] < self.span[1] <= len(self.sentence):
            raise ValueError(f"span {list(self.span)} does not lie in the sentence (0 to {len(self.sentence)})")
        return self

    def value(self) -> Source:
        """The source as the other rooms know it."""
        return Source(self.brief, self.sentence, self.paragraph, self.span)


class CardTable(Table):
    """`[[cards]]`; only `question` and `answer` are needed."""

    question: Given
    answer: Given
    id: Name | None = None
    kind: Kind | None = None
    fact: Line = ""
    accepted: Lines = ()
    reject: Lines = ()
    distractors: Lines = ()
    as_of: Line = ""
    attribution: Line = ""
    marking: Marking = ""
    status: Status = Status.CURRENT
    superseded_by: Line = ""
    conflicts_with: Lines = ()
    tags: Lines = ()
    picture: Line = ""
    answer_picture: Line = ""
    origin: Line = "hand"
    source: SourceTable | None = None

    @model_validator(mode="after")
    def _cloze_has_one_gap(self) -> Self:
        if self.kind is Kind.CLOZE and self.question.count(GAP) != 1:
            raise ValueError(f"a cloze card's question holds {GAP} exactly once")
        return self

    def value(self, card_id: str) -> Card:
        """The card as the other rooms know it; a card without a kind asks `what`, or is a cloze if it has a gap."""
        kind = self.kind or (Kind.CLOZE if self.question.count(GAP) == 1 else Kind.WHAT)
        fields = {name: getattr(self, name) for name in type(self).model_fields if name not in {"id", "kind", "source"}}
        source = self.source.value() if self.source else None
        return Card(id=card_id, kind=kind, source=source, extra=self.unknown, **fields)


class BriefTable(Table):
    """`[[briefs]]`."""

    id: Name
    title: Line = ""
    date: dt.date | None = None
    file: Line = ""
    sha256: Line = ""
    publisher: Line = ""
    marking: Marking = ""

    def value(self) -> BriefRef:
        """The brief as the deck keeps it."""
        fields = {name: getattr(self, name) for name in type(self).model_fields}
        return BriefRef(**fields, extra=self.unknown)


class DeckTable(Table):
    """`[deck]`."""

    id: Name
    title: Line = ""
    marking: Marking = ""
