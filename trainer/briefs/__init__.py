"""Briefs: the text that an analyst was given, with what is known about it."""

from trainer.briefs.brief import Brief, Form, Passage
from trainer.briefs.read import parse_brief, read_brief

__all__ = ["Brief", "Form", "Passage", "parse_brief", "read_brief"]
