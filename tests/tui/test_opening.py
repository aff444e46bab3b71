"""Opening the program: fast, and not where there is no terminal."""

from __future__ import annotations

import subprocess
import sys


def run(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, *arguments], capture_output=True, text=True, timeout=60, check=False)


def test_without_a_terminal_one_line_says_what_to_do():
    done = run("-m", "trainer")
    assert done.returncode == 1
    assert done.stdout == ""
    assert done.stderr == ("trainer: the home screen needs a terminal. Use `trainer due` or `trainer study --plain`.\n")


def test_the_screens_load_nothing_of_the_making_wing():
    program = "import sys, trainer.tui.app; print(*{'spacy', 'trainer.language', 'trainer.facts'} & set(sys.modules))"
    assert run("-c", program).stdout.strip() == ""
