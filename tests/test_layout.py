"""The top of the house holds what was agreed, and nothing that was left lying there."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
FOLDERS = {"seeds", "trainer", "decks", "tests", "bench", "docs"}
FILES = {"pyproject.toml", "README.md", "LICENSE", "CHANGELOG.md", "CONTRIBUTING.md"}


def kept() -> list[str]:
    """Every path that is under version control."""
    if shutil.which("git") is None or not (ROOT / ".git").exists():
        pytest.skip("needs the repository: a package of the sources does not say what is kept")
    told = subprocess.run(["git", "-C", str(ROOT), "ls-files", "-z"], capture_output=True, check=True)
    return told.stdout.decode().rstrip("\0").split("\0")


def strays(paths: list[str]) -> set[str]:
    """Names at the top that were not agreed on; names with a dot before them belong to tools."""
    tops = {(name, bool(rest)) for name, _, rest in (path.partition("/") for path in paths)}
    return {
        name for name, is_folder in tops if not name.startswith(".") and name not in (FOLDERS if is_folder else FILES)
    }


def test_nothing_lies_at_the_top_that_was_not_agreed_on():
    assert strays(kept()) == set()


@pytest.mark.parametrize("stray", ["tool-2.16-py3-none-any.whl", "notes.md", "scratch/a.py", "docs", "build/lib/a.py"])
def test_a_stray_is_seen(stray):
    assert strays(["README.md", "docs/a.md", ".ci/run", ".gitignore", stray]) == {stray.split("/")[0]}


def test_no_two_tests_have_one_file_name():
    names = [Path(path).name for path in kept() if path.startswith("tests/") and Path(path).name.startswith("test_")]
    assert sorted(names) == sorted(set(names))
