"""A multipart/form-data body that is read from a file while it is sent."""

from __future__ import annotations

import os
import re
import secrets
import time
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from types import TracebackType

from exogui.exotel.cancellation import CancelToken
from exogui.exotel.errors import BodyState, FileChanged, Stopped

Progress = Callable[[int, int], None]
"""Called with (bytes of the file sent, bytes of the file)."""

_PROGRESS_SECONDS = 0.05
_READ_BYTES = 131_072
"""Handed to the network at a time: large enough to be quick, small enough to stop soon."""

_CONTROL = re.compile(r"[\x00-\x1f\x7f]")


class MultipartBody:
    """Text fields and one CSV file. A context manager that opens the file once.

    The HTTP library calls ``read`` until it gives nothing. Each call looks for the wish to stop and tells
    the progress, some 20 times a second and at both ends. ``state`` says how much was handed out.

    Raises :class:`FileChanged` where the file is not the ``size`` it was made with.
    """

    def __init__(
        self,
        path: Path,
        file_name: str,
        fields: Mapping[str, str],
        *,
        size: int,
        cancel: CancelToken,
        on_progress: Progress,
        on_ending: Callable[[], None],
        on_whole: Callable[[], None],
    ) -> None:
        boundary = secrets.token_hex(16)
        self.content_type = f"multipart/form-data; boundary={boundary}"
        self.state = BodyState.NOT_BEGUN
        self.failed = False
        """Whether the file itself ended the sending: then its end has not left, for certain."""
        self._prefix = _opening(boundary, fields, file_name)
        self._suffix = f"\r\n--{boundary}--\r\n".encode()
        self._path = path
        self._size = size
        self._cancel = cancel
        self._on_progress = on_progress
        self._on_ending = on_ending
        self._on_whole = on_whole
        self._file_sent = 0
        self._shown_at = 0.0
        self._chunks: Iterator[bytes] = iter(())

    def __enter__(self) -> MultipartBody:
        try:
            self._file = self._path.open("rb", buffering=0)
        except OSError as error:
            raise FileChanged from error
        if os.fstat(self._file.fileno()).st_size != self._size:
            self._file.close()
            raise FileChanged
        self._chunks = self._read_all()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._file.close()

    def __len__(self) -> int:
        return len(self._prefix) + self._size + len(self._suffix)

    def __iter__(self) -> Iterator[bytes]:
        return self._chunks

    def read(self, _size: int = -1) -> bytes:
        """The next bytes to send, as much as is good whatever was asked for; nothing at the end."""
        if self._cancel.cancelled:
            raise Stopped(self.state)
        return next(self._chunks, b"")

    def _read_all(self) -> Iterator[bytes]:
        self.state = BodyState.PARTLY_SENT
        self._show(force=True)
        yield self._prefix
        while self._file_sent < self._size:
            chunk = self._read_file()
            yield chunk
            # The consumer is back: what it had is with the network now.
            self._file_sent += len(chunk)
            self._show()
        self._on_ending()
        self.state = BodyState.WHOLE
        yield self._suffix
        self._show(force=True)
        self._on_whole()

    def _read_file(self) -> bytes:
        try:
            chunk = self._file.read(min(_READ_BYTES, self._size - self._file_sent))
        except OSError:
            chunk = None
        if not chunk:
            self.failed = True
            raise FileChanged
        return chunk

    def _show(self, *, force: bool = False) -> None:
        now = time.monotonic()
        if force or now - self._shown_at >= _PROGRESS_SECONDS:
            self._shown_at = now
            self._on_progress(self._file_sent, self._size)


def _opening(boundary: str, fields: Mapping[str, str], file_name: str) -> bytes:
    """Everything that stands before the file's bytes."""
    parts = [
        f'--{boundary}\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n{value}\r\n'
        for name, value in fields.items()
    ]
    # Escaped as the HTML standard says (multipart/form-data encoding algorithm).
    quoted = _CONTROL.sub("_", file_name).replace('"', "%22")
    parts.append(
        f'--{boundary}\r\nContent-Disposition: form-data; name="file"; filename="{quoted}"\r\n'
        "Content-Type: text/csv\r\n\r\n"
    )
    return "".join(parts).encode("utf-8", "replace")
