"""The inner side of the fence: one document on standard input, what a reader makes of it on standard output.

How far the reader is stands on standard error: two numbers a line, what is done and of how much.

The limits are set before a byte of the document is looked at. They are POSIX's; where there are none, as on
Windows, the outer side's clock is the only one.
"""

from __future__ import annotations

import contextlib
import gc
import importlib
import json
import logging
import sys
from typing import BinaryIO

from trainer.errors import TrainerError
from trainer.watched import Tell, untold

_OPEN_FILES = 32


def limit(memory_bytes: int, processor_seconds: int) -> None:
    """Take from this process what a reader of documents has no need of; a limit that the system lacks is skipped."""
    try:
        import resource
    except ImportError:
        return
    for what, most in (
        (resource.RLIMIT_AS, memory_bytes),
        (resource.RLIMIT_CPU, processor_seconds),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_NOFILE, _OPEN_FILES),
        (resource.RLIMIT_CORE, 0),
    ):
        with contextlib.suppress(ValueError, OSError):  # macOS knows some of them by name only
            resource.setrlimit(what, (most, most))


def main(reader: str, memory_bytes: str, processor_seconds: str, *words: str) -> None:
    """Read the document as the module of this name does, and answer with what it gives or with the refusal."""
    limit(int(memory_bytes), int(processor_seconds))
    logging.disable()  # the libraries' remarks on broken files
    gc.disable()  # one document and out: trees of millions of nodes need no search for cycles
    sys.stdout.buffer.write(answer(reader, sys.stdin.buffer, *words, tell=_say).encode())
    sys.stdout.buffer.flush()


def _say(done: int, of: int) -> None:
    sys.stderr.write(f"{done} {of}\n")
    sys.stderr.flush()


def answer(reader: str, stream: BinaryIO, *words: str, tell: Tell = untold) -> str:
    """A document's JSON, or that of its refusal: whatever goes wrong in a library is about the document."""
    try:
        read: str = importlib.import_module(reader).fenced(stream, *words, tell=tell)
        return read
    except TrainerError as refused:
        return json.dumps({"refused": [refused.message, refused.remedy]})
    except MemoryError:
        pass
    except Exception as problem:  # noqa: BLE001 (the boundary: the message goes out in one line, the process ends)
        return json.dumps({"broken": f"{type(problem).__name__}: {problem}"[:200]})
    return json.dumps({"too_large": True})
