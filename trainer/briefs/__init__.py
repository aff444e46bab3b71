"""Briefs: the text that an analyst was given, with what is known about it."""

from trainer.briefs.brief import Brief, Form, Passage

__all__ = ["Brief", "Form", "Passage"]
