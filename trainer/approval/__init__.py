"""Approving cards before they are saved: what was decided about each, kept from the moment it was decided."""

from trainer.approval.approval import Approval
from trainer.approval.decision import Accepted, Decision, Reason, Refused, Step
from trainer.approval.draft import Draft
from trainer.approval.find import find
from trainer.approval.table import Table

__all__ = ["Accepted", "Approval", "Decision", "Draft", "Reason", "Refused", "Step", "Table", "find"]
