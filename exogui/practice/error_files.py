"""The object storage that the error files lie in: another host than Exotel's, and pre-signed addresses."""

from __future__ import annotations

import csv
import hashlib
import hmac
import io
import math
import secrets
import time
from urllib.parse import parse_qs, urlencode

from exogui.practice.answers import Answer, storage_error
from exogui.practice.quirks import Quirks
from exogui.practice.uploads import Upload, UploadStore

_COLUMNS = ("row_number", "phone_number", "first_name", "last_name", "error_code", "error_message")
_FOLDER = "/practice-error-files/"
_URL_SECONDS = 3600


class ErrorFiles:
    """Signs addresses and serves what lies behind them."""

    def __init__(self, uploads: UploadStore) -> None:
        self._uploads = uploads
        self._signing_key = secrets.token_bytes(32)

    def signed_path(self, upload: Upload, lifetime: float = _URL_SECONDS) -> str:
        """Path and query of the upload's error file, good for ``lifetime`` seconds."""
        path = f"{_FOLDER}{upload.error_file_id}.csv"
        expires = str(math.floor(time.time() + lifetime))
        return f"{path}?{urlencode({'Expires': expires, 'Signature': self._signature(path, expires)})}"

    def answer(self, path: str, query: str, authorization: str | None, quirks: Quirks) -> Answer:
        """The file, or why not."""
        values = {name: several[0] for name, several in parse_qs(query).items()}
        if authorization is not None:
            return storage_error(400, "InvalidArgument", "Only one auth mechanism allowed")
        expires = values.get("Expires", "")
        given, right = values.get("Signature", ""), self._signature(path, expires)
        if not hmac.compare_digest(given.encode(), right.encode()):
            return storage_error(403, "SignatureDoesNotMatch", "The request signature does not match")
        if time.time() > int(expires):
            return storage_error(403, "AccessDenied", "Request has expired")
        upload = self._uploads.find_by_error_file(path.removeprefix(_FOLDER).removesuffix(".csv"))
        if upload is None:
            return storage_error(404, "NoSuchKey", "The specified key does not exist")
        if upload.error_file_expired:
            return storage_error(410, "Gone", "The error file has expired")
        return Answer(200, body=_error_csv(upload, quirks), content_type="text/csv; charset=utf-8")

    def _signature(self, path: str, expires: str) -> str:
        return hmac.new(self._signing_key, f"GET\n{expires}\n{path}".encode(), hashlib.sha256).hexdigest()


def _error_csv(upload: Upload, quirks: Quirks) -> bytes:
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow(_COLUMNS)
    for refusal in quirks.listed(upload.verdict):
        phone_number = refusal.phone_number if quirks.errors_with_phone_number else ""
        writer.writerow((quirks.first_row_number + refusal.record, phone_number, *refusal[2:]))
    return text.getvalue().encode()
