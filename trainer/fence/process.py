"""The outer side of the fence: starts the process, watches it, and understands what it says."""

from __future__ import annotations

import contextlib
import json
import sys
import threading
import time
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO

from trainer.errors import TrainerError
from trainer.text import one_line
from trainer.watched import IsGivenUp, Tell, never

if TYPE_CHECKING:
    import subprocess

_MEBIBYTE = 1024 * 1024
_LOOK_SECONDS = 0.05
_LONGEST_LINE = 64
SEPARATOR = "\x1f"
"""What stands before each text that follows the JSON."""
_MOST_TEXTS = 16_000_000
"""Beyond these, a list of texts is larger than the texts."""
_ROOT = Path(__file__).parents[2]
_PROGRAM = """\
import sys
installed = (at for at, path in enumerate(sys.path) if path.endswith("-packages"))
sys.path.insert(next(installed, len(sys.path)), sys.argv[1])
from trainer.fence.inside import main
main(*sys.argv[2:])
"""
"""Our own code goes before what else is installed, so that both sides are of one version."""


class Cancelled(Exception):
    """The caller did not want to wait any longer; nothing was read."""


@dataclass(frozen=True, slots=True)
class Limits:
    """What the process may use."""

    seconds: float = 10.0
    """By the clock on the wall."""
    processor_seconds: int = 8
    """Of its own work; POSIX only."""
    memory_bytes: int = 512 * _MEBIBYTE
    """Of address space; POSIX only."""
    answer_bytes: int = 32 * _MEBIBYTE
    """Of what it says."""
    remedy: str = ""
    """What to do about a document that needs more."""


def read_fenced(  # noqa: PLR0917 - the reader's own words come last
    reader: str,
    document: bytes | BinaryIO,
    name: str,
    refused: type[TrainerError],
    limits: Limits | None = None,
    cancelled: IsGivenUp = never,
    *words: str,
    tell: Tell | None = None,
) -> Any:
    """What a reader says of a document, in a child process: a JSON object.

    The reader is a module whose function `fenced(stream, *words, tell)` gives its text. Texts may follow the JSON, each
    after a unit separator, which JSON itself never holds; they come as the object's `texts`. A document in an open file
    is not copied. `cancelled` is asked from another thread, and `tell` hears from one how far the reader says it is.
    Raises `refused` for a document that is refused, breaks its reader, or needs more time or memory than the limits
    give; raises Cancelled.
    """
    import subprocess  # slow to load, and the inner side, of the same package, does without it

    limits = limits or Limits()
    memory, seconds = str(limits.memory_bytes), str(limits.processor_seconds)
    command = [sys.executable, "-I", "-c", _PROGRAM, str(_ROOT), reader, memory, seconds, *words]
    done, ends = threading.Event(), _Ends()
    stdin = subprocess.PIPE if isinstance(document, bytes) else document
    stderr = subprocess.PIPE if tell else subprocess.DEVNULL
    with subprocess.Popen(command, stdin=stdin, stdout=subprocess.PIPE, stderr=stderr) as child:  # noqa: S603 - our own program
        watcher = threading.Thread(target=_watch, args=(child, done, ends, cancelled, limits.seconds), daemon=True)
        watcher.start()
        hearer = threading.Thread(target=_hear, args=(child, tell), daemon=True)
        hearer.start()
        try:
            answer = _exchange(child, document, limits.answer_bytes)
        except BaseException:  # an interrupt too: the child must not outlive it
            child.kill()
            raise
        finally:
            done.set()
            watcher.join()
            hearer.join()
    if ends.cancelled:
        raise Cancelled
    if ends.late or _ran_out(child.returncode):
        raise refused("it takes too long to read.", where=name, remedy=limits.remedy)
    return _understood(answer, name, refused, limits.remedy)


class _Ends:
    """Why the watcher ended the child, if it did."""

    late = False
    cancelled = False


def _watch(
    child: subprocess.Popen[bytes],
    done: threading.Event,
    ends: _Ends,
    cancelled: IsGivenUp,
    seconds: float,
) -> None:
    end = time.monotonic() + seconds
    while not done.wait(_LOOK_SECONDS):
        ends.late, ends.cancelled = time.monotonic() > end, cancelled()
        if ends.late or ends.cancelled:
            child.kill()
            return


def _hear(child: subprocess.Popen[bytes], tell: Tell | None) -> None:
    """Tell how far the child says it is; whatever else is written there, by a library or its last words, is dropped."""
    while child.stderr is not None and tell and (line := child.stderr.readline(_LONGEST_LINE)):
        numbers = line.split()
        if len(numbers) == 2 and all(number.isdigit() for number in numbers):
            tell(int(numbers[0]), int(numbers[1]))


def _exchange(child: subprocess.Popen[bytes], document: bytes | BinaryIO, longest: int) -> bytes:
    """The child's whole answer to the document; empty if it gave one that is too long.

    A thread hands the document over, as a child may answer before it has read all of it.
    """
    assert child.stdout is not None  # noqa: S101 - it is a pipe
    feeder = threading.Thread(target=_feed, args=(child, document), daemon=True)
    feeder.start()
    answer = child.stdout.read(longest + 1)
    if len(answer) > longest:
        child.kill()
        answer = b""
    child.wait()
    feeder.join()
    return answer


def _feed(child: subprocess.Popen[bytes], document: bytes | BinaryIO) -> None:
    if child.stdin is None or not isinstance(document, bytes):
        return
    with contextlib.suppress(OSError):  # a child that has ended reads nothing
        child.stdin.write(document)
    with contextlib.suppress(OSError):
        child.stdin.close()


def _ran_out(code: int) -> bool:
    """Whether the system ended the child for its use of the processor."""
    import signal

    return code in {-getattr(signal, "SIGXCPU", 0), -getattr(signal, "SIGKILL", 0)} - {0}


def _understood(answer: bytes, name: str, refused: type[TrainerError], remedy: str) -> Any:
    try:
        said = parsed(answer)
        if "refused" in said:
            message, its_remedy = said["refused"]
            raise refused(one_line(message), where=name, remedy=one_line(its_remedy))
        if "too_large" in said:
            raise refused("it needs too much memory to read.", where=name, remedy=remedy)
        if "broken" in said:
            message = f"it is damaged or no such file ({one_line(str(said['broken']), 100)})."
            raise refused(message, where=name, remedy="Open it where it came from and save it again.")
        return said
    except (ValueError, TypeError, KeyError, RecursionError):
        raise refused("its reader gave up on it.", where=name, remedy=remedy) from None


def parsed(answer: bytes) -> dict[str, Any]:
    """The object that an answer is, with the texts that follow it. Raises ValueError and RecursionError."""
    if answer.count(SEPARATOR.encode()) > _MOST_TEXTS:
        raise ValueError("more texts than a reader tells")
    told, *texts = answer.decode().split(SEPARATOR)
    said: dict[str, Any] = json.loads(told)
    return {**said, "texts": texts} if texts else said
