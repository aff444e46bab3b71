"""Cards proposed from a brief: asked from its facts, checked against the item-writing rules, best first."""

from trainer.questions.propose import Proposal, propose

__all__ = ["Proposal", "propose"]
