"""Briefs: the text that an analyst was given, with what is known about it."""

from trainer.briefs.brief import Brief, Form, Passage
from trainer.briefs.read import parse_brief, read_brief, read_stream_brief
from trainer.briefs.readings import Reading, read_briefs

__all__ = ["Brief", "Form", "Passage", "Reading", "parse_brief", "read_brief", "read_briefs", "read_stream_brief"]
