"""The parts of a multipart upload."""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass, field
from typing import IO


class FormError(Exception):
    """The body is not the multipart form that its Content-Type announces."""


@dataclass(frozen=True, slots=True)
class UploadedFile:
    """The ``file`` part of an upload, as it came in."""

    filename: str
    content_type: str
    content: bytes = field(repr=False)

    @property
    def rows(self) -> tuple[tuple[str, ...], ...]:
        """Every row of the CSV, header included. Raises UnicodeDecodeError or csv.Error where it is none."""
        return tuple(tuple(row) for row in csv.reader(io.StringIO(self.content.decode(), newline="")) if row)


@dataclass(frozen=True, slots=True)
class Form:
    """A parsed multipart form."""

    fields: dict[str, str]
    files: dict[str, UploadedFile]


def parse_form(content_type: str, body: bytes) -> Form:
    """The parts of ``body``. Raises :class:`FormError`."""
    # 0.1 s to import, and the program that only starts the server must not pay for it.
    from werkzeug.exceptions import RequestEntityTooLarge
    from werkzeug.formparser import FormDataParser
    from werkzeug.http import parse_options_header

    mimetype, options = parse_options_header(content_type)
    if mimetype != "multipart/form-data":
        raise FormError(f"Content-Type must be multipart/form-data, not {mimetype or 'absent'}")
    parser = FormDataParser(stream_factory=_in_memory, silent=False, max_form_parts=20)
    try:
        _, fields, files = parser.parse(io.BytesIO(body), mimetype, len(body), options)
    except (ValueError, RequestEntityTooLarge) as error:
        raise FormError("The multipart body is damaged") from error
    return Form(
        fields.to_dict(),
        {
            name: UploadedFile(part.filename or "", part.content_type or "", part.stream.read())
            for name, part in files.items()
        },
    )


def _in_memory(
    total_content_length: int | None,  # noqa: ARG001 - werkzeug passes all four by keyword
    content_type: str | None,  # noqa: ARG001
    filename: str | None,  # noqa: ARG001
    content_length: int | None = None,  # noqa: ARG001
) -> IO[bytes]:
    return io.BytesIO()
