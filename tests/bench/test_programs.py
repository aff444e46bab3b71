"""What the benchmarks and the pictures take from the package is there, though most of them run seldom."""

from __future__ import annotations

import ast
import importlib.util
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PROGRAMS = sorted([*ROOT.glob("bench/**/*.py"), *ROOT.glob("docs/*.py")])


def taken(program: Path) -> Iterator[tuple[str, str]]:
    """Module and name of each import from the package, wherever it stands."""
    for node in ast.walk(ast.parse(program.read_text("utf-8"))):
        if isinstance(node, ast.ImportFrom) and (node.module or "").split(".")[0] == "trainer":
            yield from ((node.module or "", alias.name) for alias in node.names)


@pytest.mark.parametrize("program", PROGRAMS, ids=lambda path: path.stem)
def test_what_a_program_takes_from_the_package_is_there(program: Path) -> None:
    for module, name in taken(program):
        held = importlib.import_module(module)
        assert hasattr(held, name) or importlib.util.find_spec(f"{module}.{name}"), f"{module}.{name}"


def test_the_programs_are_found() -> None:
    assert {"drill", "packages", "study"} <= {path.stem for path in PROGRAMS}
