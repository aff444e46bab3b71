"""A document that is more than text is read behind the fence, by a process of its own."""

from __future__ import annotations

from trainer.briefs.document import Document, from_json
from trainer.errors import BriefRefused
from trainer.fence import Limits, read_fenced
from trainer.watched import IsGivenUp, never

_LIMITS = Limits(remedy="Save only the pages to learn, or save them as plain text.")


def read_document(
    content: bytes, format_: str, name: str, cancelled: IsGivenUp = never, limits: Limits = _LIMITS
) -> Document:
    """The document that the module of this name reads from these bytes, in a child process.

    Raises BriefRefused for a document that is refused, breaks its reader, or needs more time or memory than the fence
    gives; raises Cancelled.
    """
    said = read_fenced("trainer.briefs.fenced", content, name, BriefRefused, limits, cancelled, format_)
    try:
        return from_json(said)
    except (ValueError, TypeError, KeyError):
        raise BriefRefused("its reader gave up on it.", where=name, remedy=limits.remedy) from None
