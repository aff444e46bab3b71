"""The ZIP package that a DOCX file is: members read one by one, each with a limit that is counted, not believed."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Callable
from xml.parsers import expat

from trainer.errors import BriefRefused

MOST_MEMBERS = 5_000
MOST_BYTES = 48 * 1024 * 1024
"""Of one member, unpacked."""
_MOST_ELEMENTS = 1_000_000
_DEEPEST = 256
_CHUNK = 64 * 1024
_END_RECORD = b"PK\x05\x06"
_DAMAGE = (
    expat.ExpatError, zipfile.BadZipFile, zlib.error, RuntimeError, NotImplementedError, EOFError, OSError, ValueError,
    LookupError,
)  # fmt: skip
"""What a member of a damaged or locked package raises; LookupError for an encoding that nobody knows."""
_SAVE = "Open it in a word processor and save it again."

Start = Callable[[str, dict[str, str]], None]
End = Callable[[str], None]
Text = Callable[[str], None]


class Package:
    """The members of a package, by name."""

    def __init__(self, content: bytes) -> None:
        """Read the list of members. Raises BriefRefused for what is no package or has too many or doubtful ones."""
        if content.startswith(b"\xd0\xcf\x11\xe0"):
            raise BriefRefused(
                "this is an old Office document, or one that is locked with a password.",
                remedy="Open it in a word processor and save it as DOCX without a password.",
            )
        _refuse_many(content)
        try:
            self._archive = zipfile.ZipFile(io.BytesIO(content))
        except (zipfile.BadZipFile, NotImplementedError, ValueError, EOFError):
            raise BriefRefused("this is no DOCX file, or a damaged one.", remedy=_SAVE) from None
        self.names = tuple(self._archive.namelist())
        if len(set(self.names)) < len(self.names):
            raise BriefRefused("it holds two members of one name, as no word processor writes.", remedy=_SAVE)

    def walk(self, name: str, start: Start, end: End, text: Text) -> None:
        """Parse a member as XML and call back with local names; nothing is kept, so its size costs no memory.

        Raises BriefRefused for declarations of a document type or entities, for XML that is broken or too deep,
        and for a member of more than MOST_BYTES or of more elements than documents have.
        """
        parser = expat.ParserCreate(namespace_separator="}")
        parser.buffer_text = True
        depth = count = 0

        def begin(tag: str, attributes: dict[str, str]) -> None:
            nonlocal depth, count
            depth += 1
            count += 1
            if count > _MOST_ELEMENTS:
                message = f"its part {name} has more than {_MOST_ELEMENTS:,} elements."
                raise BriefRefused(message, remedy="Save only the text to learn.")
            if depth > _DEEPEST:
                raise BriefRefused(f"its XML is more than {_DEEPEST} levels deep.", remedy=_SAVE)
            start(_local(tag), {_local(key): value for key, value in attributes.items()})

        def finish(tag: str) -> None:
            nonlocal depth
            depth -= 1
            end(_local(tag))

        def refuse(*_: object) -> None:
            raise BriefRefused("its XML declares a document type, as no word processor writes.", remedy=_SAVE)

        parser.StartElementHandler, parser.EndElementHandler = begin, finish
        parser.CharacterDataHandler = text
        parser.StartDoctypeDeclHandler = parser.EntityDeclHandler = refuse
        try:
            self._feed(name, parser)
        except _DAMAGE as problem:
            raise BriefRefused(f"its part {name} is damaged or locked ({problem}).", remedy=_SAVE) from None

    def _feed(self, name: str, parser: expat.XMLParserType) -> None:
        size = 0
        with self._archive.open(name) as member:
            while chunk := member.read(_CHUNK):
                size += len(chunk)
                if size > MOST_BYTES:
                    message = f"its part {name} unpacks to more than {MOST_BYTES // 1024**2} MiB."
                    raise BriefRefused(message, remedy="Save only the text to learn.")
                parser.Parse(chunk)
        parser.Parse(b"", True)


def _refuse_many(content: bytes) -> None:
    """Refuse a list of members that is too long before it is read; its length stands at the end of the file."""
    place = content.rfind(_END_RECORD, max(0, len(content) - 65_600))
    count = int.from_bytes(content[place + 10 : place + 12], "little") if place >= 0 else 0
    if count > MOST_MEMBERS:
        message = f"it holds {count:,} members, and a DOCX file may hold {MOST_MEMBERS:,}."
        raise BriefRefused(message, remedy=_SAVE)


def _local(tag: str) -> str:
    return tag.rpartition("}")[2]
