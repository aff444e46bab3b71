"""What is posted, read and answered: JSON for a script, a form's fields for a page by itself."""

from __future__ import annotations

from dataclasses import dataclass
from http import HTTPStatus
from urllib.parse import parse_qsl

from starlette.requests import Request

from trainer.drill.refused import Refused, Why
from trainer.drill.server.guard import BodyRefused, read_body
from trainer.errors import NotSaved, Unforeseen

_MOST_FIELDS = 10
_STATUS = {
    Why.NO_CODE: HTTPStatus.FORBIDDEN,
    Why.LOCKED: HTTPStatus.FORBIDDEN,
    Why.NO_PLAYER: HTTPStatus.UNAUTHORIZED,
    Why.BAD: HTTPStatus.BAD_REQUEST,
}

Fields = dict[str, str] | bytes
"""A form's fields, those left empty left out; or JSON as it came."""


class TooFast(Exception):
    """More messages than a person sends."""


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why a post was not taken, as it is told."""

    why: str
    message: str
    status: HTTPStatus


async def posted(request: Request) -> Fields:
    """What came with a post. Raises BodyRefused, and Refused for a form that is none."""
    body = await read_body(request)
    if "json" in request.headers.get("content-type", ""):
        return body
    try:
        return dict(parse_qsl(body.decode("utf-8", "replace"), max_num_fields=_MOST_FIELDS))
    except ValueError as error:
        raise Refused(Why.BAD, "That form has too many fields.") from error


def refusal_of(error: Exception) -> Refusal:
    """How a post that was not taken is answered."""
    match error:
        case Refused():
            return Refusal(error.why.value, str(error), _STATUS.get(error.why, HTTPStatus.CONFLICT))
        case BodyRefused():
            return Refusal("bad", "That is too much, or too slow.", HTTPStatus.REQUEST_ENTITY_TOO_LARGE)
        case Unforeseen():
            return Refusal("fault", str(error), HTTPStatus.INTERNAL_SERVER_ERROR)
        case NotSaved():
            return Refusal("disk", "The host's disk could not save that; try again.", HTTPStatus.SERVICE_UNAVAILABLE)
        case _:
            return Refusal("pace", "Too many messages; wait a moment.", HTTPStatus.TOO_MANY_REQUESTS)
