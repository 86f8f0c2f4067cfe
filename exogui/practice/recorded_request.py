"""What the practice server was asked, for tests to read back."""

from __future__ import annotations

from dataclasses import dataclass, field

from exogui.practice.endpoints import Endpoint
from exogui.practice.form import Form, UploadedFile, parse_form


@dataclass(frozen=True, slots=True)
class RecordedRequest:
    """One request and how it was answered."""

    endpoint: Endpoint | None
    """None for a path that Exotel does not document."""
    method: str
    path: str
    """As it was sent, without the query."""
    query: str
    headers: tuple[tuple[str, str], ...] = field(repr=False)
    body: bytes = field(repr=False)
    """As much of it as was read; empty when the server does not record bodies."""
    port: int
    """The port it came in on."""
    status: int | None
    """The answered status; None while there is no answer, for ever if the connection ended without."""

    def header(self, name: str) -> str | None:
        """The first header of that name, in any case, or None."""
        return next((value for key, value in self.headers if key.lower() == name.lower()), None)

    @property
    def form(self) -> Form:
        """The multipart form in the body. Raises :class:`exogui.practice.form.FormError`."""
        return parse_form(self.header("Content-Type") or "", self.body)

    @property
    def fields(self) -> dict[str, str]:
        """The form's values, files aside."""
        return self.form.fields

    @property
    def file(self) -> UploadedFile:
        """The form's ``file`` part. Raises KeyError where there is none."""
        return self.form.files["file"]
