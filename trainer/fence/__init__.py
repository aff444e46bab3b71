"""The fence: what others wrote and is more than text is read by a process of its own, which has limits."""

from trainer.fence.process import Cancelled, Limits, read_fenced

__all__ = ["Cancelled", "Limits", "read_fenced"]
