"""Verbs of what somebody means to do or has somebody do, and how long an answer may be."""

from __future__ import annotations

LONGEST_ANSWER = 8
"""Words of what can be learned as one answer."""

ASKING = frozenset({
    "ask", "urge", "order", "allow", "require", "authorize", "authorise", "direct", "instruct", "press", "push",
    "tell", "force", "persuade", "oblige", "bar", "ban", "forbid", "compel",
})  # fmt: skip
"""Verbs of which one may ask what somebody is to do."""
ORDERING = frozenset({"order", "authorize", "authorise", "require", "oblige"})
"""Those that take a thing as well: `ordered the activation of ...`."""
