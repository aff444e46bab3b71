"""The ZIP archive that a package is: which of Anki's three versions it is, its collection, its media.

Members are read one by one into memory, each with a limit that is counted and not believed; nothing is unpacked to
the disk, and no name in it is ever used as a path.
"""

from __future__ import annotations

import io
import json
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import IO, BinaryIO

from trainer.anki import protobuf
from trainer.errors import ImportRefused

MOST_MEMBERS = 60_000
MOST_COLLECTION_BYTES = 192 * 2**20
MOST_PICTURE_BYTES = 16 * 2**20
_MOST_MAP_BYTES = 16 * 2**20
_WINDOW = 2**27  # bytes that zstd may look back over; Anki's packages need 8 MiB
_CHUNK = 1 << 16
_END_RECORD = b"PK\x05\x06"
_AGAIN = "Export the deck from Anki again."
_DAMAGE = (
    zipfile.BadZipFile, zlib.error, RuntimeError, NotImplementedError, EOFError, OSError, ValueError, KeyError,
    AttributeError, IndexError,
)  # fmt: skip
"""What a damaged member raises, and a damaged archive, from inside zipfile too."""


@dataclass(frozen=True, slots=True)
class Version:
    """One way to pack a collection."""

    name: str
    """What people may know it as."""
    member: str
    """The collection."""
    is_packed: bool
    """Whether zstd packs it, its media and their list."""


_LEGACY_1 = Version("Anki before 2.1.28", "collection.anki2", is_packed=False)
_LEGACY_2 = Version("Anki 2.1.28 to 2.1.49", "collection.anki21", is_packed=False)
_LATEST = Version("Anki 2.1.50 and later", "collection.anki21b", is_packed=True)
_BY_NUMBER = {1: _LEGACY_1, 2: _LEGACY_2, 3: _LATEST}


class Container:
    """A package, open."""

    def __init__(self, stream: BinaryIO) -> None:
        """Read the list of members. Raises ImportRefused for what is no package, or has too many or doubtful ones."""
        stream = stream if stream.seekable() else io.BytesIO(stream.read())
        _refuse_many(stream)
        try:
            self._archive = zipfile.ZipFile(stream)
        except _DAMAGE:
            raise ImportRefused("it is no package of Anki's, or a damaged one.", remedy=_AGAIN) from None
        names = self._archive.namelist()
        if len(set(names)) < len(names):
            raise ImportRefused("it holds two members of one name, as Anki never writes.", remedy=_AGAIN)
        self.version = self._version(frozenset(names))

    def collection(self) -> bytearray:
        """The SQLite file. Raises ImportRefused: missing, damaged, too large."""
        return self._read(self.version.member, MOST_COLLECTION_BYTES, is_packed=self.version.is_packed)

    def media(self) -> dict[str, str]:
        """File name to member. Raises ImportRefused: damaged, too large."""
        if "media" not in self._archive.namelist():
            return {}
        content = bytes(self._read("media", _MOST_MAP_BYTES, is_packed=self.version.is_packed))
        try:
            if self.version.is_packed:
                entries = [value for key, value in protobuf.fields(content) if key == 1 and isinstance(value, bytes)]
                return {protobuf.text(entry, 1): str(number) for number, entry in enumerate(entries)}
            return {str(name): str(member) for member, name in json.loads(content).items()}
        except (ValueError, AttributeError, RecursionError):
            raise ImportRefused("its list of media is damaged.", remedy=_AGAIN) from None

    def picture(self, member: str) -> bytes | None:
        """A media file; None if it is missing, damaged or larger than a picture may be."""
        try:
            return bytes(self._read(member, MOST_PICTURE_BYTES, is_packed=self.version.is_packed))
        except ImportRefused:
            return None

    def _version(self, names: frozenset[str]) -> Version:
        if "meta" in names:
            try:
                number = protobuf.number(bytes(self._read("meta", 1_000, is_packed=False)), 1)
            except ValueError:
                number = 0
            if number not in _BY_NUMBER:
                message = f"it is in version {number} of Anki's packages, which this version does not know."
                raise ImportRefused(message, remedy='Export it from Anki with "Support older Anki versions" ticked.')
            return _BY_NUMBER[number]
        found = next((version for version in (_LATEST, _LEGACY_2, _LEGACY_1) if version.member in names), None)
        if found is None:
            raise ImportRefused("it is an archive, and holds no collection of Anki's.", remedy=_AGAIN)
        return found

    def _read(self, name: str, most: int, *, is_packed: bool) -> bytearray:
        """A member's bytes, at most so many of them, put together where they stay: a collection may be large."""
        content = bytearray()
        try:
            for piece in self._pieces(name, is_packed=is_packed):
                content += piece
                if len(content) > most:
                    message = f"its part {name} unpacks to more than {most // 2**20 or 1} MiB."
                    raise ImportRefused(message, remedy="Export one deck at a time.")
        except _DAMAGE:
            raise ImportRefused(f"its part {name} is missing, damaged or locked.", remedy=_AGAIN) from None
        return content

    def _pieces(self, name: str, *, is_packed: bool) -> Iterator[bytes]:
        with self._archive.open(name) as member:
            if is_packed:
                yield from _unpacked(member)
            else:
                while piece := member.read(_CHUNK):
                    yield piece


def _unpacked(member: IO[bytes]) -> Iterator[bytes]:
    """What zstd packed. Raises EOFError for what it did not pack."""
    import zstandard  # slow to load, and older packages do without it

    unpacking = zstandard.ZstdDecompressor(max_window_size=_WINDOW)
    try:
        yield from unpacking.read_to_iter(member, read_size=_CHUNK, write_size=_CHUNK)
    except zstandard.ZstdError as error:
        raise EOFError from error


def _refuse_many(stream: BinaryIO) -> None:
    """Refuse a list of members that is too long before it is read; its length stands at the end of the file."""
    size = stream.seek(0, io.SEEK_END)
    stream.seek(max(0, size - 65_600))
    tail = stream.read()
    stream.seek(0)
    place = tail.rfind(_END_RECORD)
    count = int.from_bytes(tail[place + 10 : place + 12], "little") if place >= 0 else 0
    if count > MOST_MEMBERS:
        message = f"it holds {count:,} members, and a package may hold {MOST_MEMBERS:,}."
        raise ImportRefused(message, remedy="Export one deck at a time.")
