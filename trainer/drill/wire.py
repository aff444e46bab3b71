"""Events and messages as JSON: what the log keeps, what a script sends, what a browser posts."""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated, TypeVar

from pydantic import BaseModel, ConfigDict, Field, TypeAdapter, ValidationError

from trainer.drill.commands import HostCommand
from trainer.drill.events import Event
from trainer.drill.refused import Refused, Why
from trainer.text import one_line

_Given = TypeVar("_Given")
_Message = TypeVar("_Message", bound=BaseModel)
_EVENT: TypeAdapter[Event] = TypeAdapter(Annotated[Event, Field(discriminator="kind")])
_HOST: TypeAdapter[HostCommand] = TypeAdapter(Annotated[HostCommand, Field(discriminator="do")])


class JoinMessage(BaseModel):
    """What a browser posts to come in."""

    model_config = ConfigDict(extra="ignore")

    code: str = Field("", max_length=64)
    """As typed, or the key of the QR code."""
    name: str = Field("", max_length=2_000)
    team: str = Field("", max_length=100)


class AnswerMessage(BaseModel):
    """What a browser posts to answer; a form sends numbers as digits."""

    model_config = ConfigDict(extra="ignore")

    question: int = Field(ge=0, le=100_000)
    given: str = Field("", max_length=2_000)
    option: int | None = Field(None, ge=0, le=1_000)
    confidence: int | None = Field(None, ge=0, le=100)


def format_event(event: Event) -> str:
    """An event as JSON on one line."""
    return _EVENT.dump_json(event).decode()


def parse_event(body: str) -> Event:
    """The event that the log kept. Raises ValueError."""
    return _EVENT.validate_json(body)


def parse_host(line: str | bytes) -> HostCommand:
    """A host's command from a line such as `{"do": "next"}`. Raises Refused."""
    return _parsed(lambda: _HOST.validate_json(line))


def parse_join(sent: dict[str, str] | bytes) -> JoinMessage:
    """What somebody who wants in has sent: a form's fields, or JSON. Raises Refused."""
    return _parsed(lambda: _read(JoinMessage, sent))


def parse_answer(sent: dict[str, str] | bytes) -> AnswerMessage:
    """An answer that was sent: a form's fields, or JSON. Raises Refused."""
    return _parsed(lambda: _read(AnswerMessage, sent))


def _read(model: type[_Message], sent: dict[str, str] | bytes) -> _Message:
    return model.model_validate_json(sent) if isinstance(sent, bytes) else model.model_validate(sent)


def _parsed(parse: Callable[[], _Given]) -> _Given:
    try:
        return parse()
    except ValidationError as error:
        first = error.errors(include_url=False, include_input=False)[0]
        place = one_line(".".join(str(part) for part in first["loc"]), 60)
        raise Refused(Why.BAD, f"{place or 'the message'}: {one_line(first['msg'], 200).lower()}.") from error
