"""Where a number is said with a noun or a verb, they agree with it, because one function says them."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

ROOT = Path(__file__).parents[1] / "trainer"
FILES = sorted(ROOT.rglob("*.py"))


def trees() -> Iterator[tuple[Path, ast.AST]]:
    for path in FILES:
        yield path, ast.parse(path.read_text("utf-8"))


def nouns() -> set[str]:
    """The plurals of all that is counted by the one function anywhere."""
    calls = (
        node
        for _, tree in trees()
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "counted" and len(node.args) == 2
    )
    return {f"{call.args[1].value}s" for call in calls if isinstance(call.args[1], ast.Constant)}


def told_by_hand(tree: ast.AST, plurals: set[str]) -> Iterator[str]:
    """Values that are put before a plural without the one function; constants never change."""
    for node in ast.walk(tree):
        parts = node.values if isinstance(node, ast.JoinedStr) else []
        for value, behind in pairwise(parts):
            if not (isinstance(value, ast.FormattedValue) and isinstance(behind, ast.Constant)):
                continue
            noun = re.match(r" (\w+)", behind.value)
            counts = not isinstance(value.value, ast.Subscript) and not ast.unparse(value.value).isupper()
            if noun and noun[1] in plurals and counts:
                yield f"{ast.unparse(value.value)} {noun[1]}"


def test_no_count_is_put_before_a_plural_by_hand():
    plurals = nouns()
    assert {"cards", "reviews", "days", "questions", "points", "seconds"} <= plurals
    assert [(path.name, told) for path, tree in trees() for told in told_by_hand(tree, plurals)] == []
