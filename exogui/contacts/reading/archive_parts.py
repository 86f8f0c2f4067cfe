"""The parts of a zipped workbook, unpacked piece by piece and never more than a limit.

What the archive says about the size of a part is not believed: a few bytes can unpack to gigabytes.
"""

from __future__ import annotations

import struct
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from typing import BinaryIO
from xml.parsers import expat

from exogui.contacts.reading.errors import ReadError, ReadErrorCode
from exogui.contacts.reading.signatures import MAX_UNPACKED_BYTES
from exogui.contacts.reading.xml_parser import safe_parser

PIECE_BYTES = 1 << 20
_PACKED_BYTES = 1 << 16
_LOCAL_HEADER = struct.Struct("<4s22xHH")
_FAULTS = (zipfile.BadZipFile, zlib.error, struct.error, NotImplementedError, EOFError, RuntimeError)


class ArchiveParts:
    """The parts of one archive. Whatever is wrong with it is a :class:`ReadError`."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        with _faults_named():
            with zipfile.ZipFile(file) as archive:
                self.infos = archive.infolist()
            self._by_name = {info.filename.lower(): info for info in self.infos}
        self._left = MAX_UNPACKED_BYTES

    def find(self, name: str) -> zipfile.ZipInfo | None:
        """The part of that name, in whatever case; of several the last, as unpacking them would leave."""
        return self._by_name.get(name.lower())

    def pieces(self, info: zipfile.ZipInfo) -> Iterator[bytes]:
        """A part from its beginning to its true end.

        Raises:
            ReadError: DAMAGED, or TOO_LARGE once more was unpacked than the limit allows for one round.
        """
        with _faults_named():
            for piece in _unpacked(self._file, info):
                self._left -= len(piece)
                if self._left < 0:
                    raise ReadError(ReadErrorCode.TOO_LARGE, detail=str(MAX_UNPACKED_BYTES // 1_000_000))
                yield piece

    def start_round(self) -> None:
        """Allow as much to be unpacked again: another look at the same parts."""
        self._left = MAX_UNPACKED_BYTES

    def read(self, info: zipfile.ZipInfo) -> bytes:
        """A whole part."""
        return b"".join(self.pieces(info))

    def elements(self, name: str, wanted: str) -> list[dict[str, str]]:
        """The attributes of each ``wanted`` element of a small part; none where it is missing or broken."""
        found: list[dict[str, str]] = []
        info = self.find(name)
        if info is None:
            return found

        def start(tag: str, attributes: dict[str, str]) -> None:
            if tag.rpartition(":")[2] == wanted:
                found.append(attributes)

        parser = safe_parser()
        parser.StartElementHandler = start
        try:
            for piece in self.pieces(info):
                parser.Parse(piece)
        except (expat.ExpatError, LookupError, ValueError):
            return []
        return found

    def relation_targets(self, name: str) -> dict[str, str]:
        """Where the relations that a part of relations names lead, by their identity."""
        return {
            attributes.get("Id", ""): attributes.get("Target", "")
            for attributes in self.elements(name, "Relationship")
        }


@contextmanager
def _faults_named() -> Iterator[None]:
    try:
        yield
    except _FAULTS as error:
        raise ReadError(ReadErrorCode.DAMAGED) from error


def _unpacked(file: BinaryIO, info: zipfile.ZipInfo) -> Iterator[bytes]:
    file.seek(info.header_offset)
    signature, name_length, extra_length = _LOCAL_HEADER.unpack(file.read(_LOCAL_HEADER.size))
    if signature != b"PK\x03\x04" or info.compress_type not in {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}:
        raise zipfile.BadZipFile
    start, left = info.header_offset + _LOCAL_HEADER.size + name_length + extra_length, info.compress_size
    inflate = zlib.decompressobj(-zlib.MAX_WBITS) if info.compress_type == zipfile.ZIP_DEFLATED else None
    while left > 0:
        file.seek(start)  # between two pieces others may read elsewhere
        packed = file.read(min(_PACKED_BYTES, left))
        if not packed:
            raise EOFError
        start, left = start + len(packed), left - len(packed)
        if inflate is None:
            yield packed
            continue
        while packed and not inflate.eof:
            yield inflate.decompress(packed, PIECE_BYTES)
            packed = inflate.unconsumed_tail
