"""What Exotel documents for contact uploads, done: the four calls of the API and their checks."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from exogui.practice.access import Access
from exogui.practice.answers import Answer, Json, accepted, bare, refusal, too_many_requests
from exogui.practice.contact_csv import CsvRefused, read_contact_csv
from exogui.practice.contact_store import DUPLICATE_ACTIONS, ContactStore
from exogui.practice.endpoints import Endpoint, Route
from exogui.practice.form import Form, FormError, UploadedFile, parse_form
from exogui.practice.quirks import Quirks
from exogui.practice.uploads import Upload, UploadStore


@dataclass(frozen=True, slots=True)
class Limits:
    """Exotel, "Upload Contacts via CSV", Upload Limits; of the two readings of 10 MB the smaller."""

    file_bytes: int = 10_000_000
    records: int = 50_000
    concurrent_uploads: int = 5


@dataclass(frozen=True, slots=True)
class Call:
    """One request to the API."""

    route: Route
    method: str
    authorization: str | None
    content_type: str
    body: bytes


class _Refused(Exception):  # noqa: N818 - an answer, not an error
    """A check that failed, with what to answer."""

    def __init__(self, answer: Answer) -> None:
        super().__init__(answer.status)
        self.answer = answer


class ExotelApi:
    """Answers calls. Knows no sockets."""

    def __init__(
        self,
        *,
        account_sid: str,
        access: Access,
        contacts: ContactStore,
        uploads: UploadStore,
        limits: Limits,
        processing_seconds: float,
        estimated_seconds: int,
        token_seconds: int,
        error_file_url: Callable[[Upload, Quirks], str | None],
        between_rows: Callable[[], None],
    ) -> None:
        self._account_sid = account_sid
        self._access = access
        self._contacts = contacts
        self._uploads = uploads
        self._limits = limits
        self._processing_seconds = processing_seconds
        self._estimated_seconds = estimated_seconds
        self._token_seconds = token_seconds
        self._error_file_url = error_file_url
        self._between_rows = between_rows

    def answer(self, call: Call, quirks: Quirks) -> Answer:
        """The documented answer to ``call``."""
        try:
            self._check_caller(call, quirks)
            match call.route.endpoint:
                case Endpoint.TOKEN:
                    return self._token()
                case Endpoint.UPLOAD:
                    return self._upload(call)
                case Endpoint.STATUS:
                    return self._status(call, quirks)
                case _:
                    return self._errors(call, quirks)
        except _Refused as refused:
            return refused.answer

    def _check_caller(self, call: Call, quirks: Quirks) -> None:
        if call.route.endpoint is None:
            raise _Refused(refusal(404, method=call.method))
        if not call.route.method_allowed:
            raise _Refused(refusal(405, method=call.method))
        allows = self._access.allows_bearer if quirks.bearer_only else self._access.allows
        if call.route.endpoint is Endpoint.TOKEN:
            allows = self._access.allows_basic
        if not allows(call.authorization):
            answer = refusal(401, method=call.method)
            raise _Refused(answer.with_headers(("WWW-Authenticate", 'Basic realm="Exotel"')))
        if call.route.account_sid != self._account_sid:
            raise _Refused(refusal(quirks.unknown_account_status, "Unknown account", method=call.method))

    def _token(self) -> Answer:
        token = self._access.issue_token(self._account_sid, self._token_seconds)
        data = {"access_token": token, "token_type": "Bearer", "expires_in": self._token_seconds}
        return accepted("POST", 200, "success", data)

    def _upload(self, call: Call) -> Answer:
        form = _form(call)
        file = self._file(form)
        duplicate_action = form.fields.get("duplicate_action", "skip")
        if duplicate_action not in DUPLICATE_ACTIONS:
            raise _Refused(refusal(400, "duplicate_action must be skip, update or create_new"))
        try:
            sheet = read_contact_csv(file.content, self._limits.records, self._between_rows)
        except CsvRefused as error:
            raise _Refused(refusal(400, str(error))) from error
        if (wait := self._uploads.reserve()) is not None:
            message = f"Only {self._limits.concurrent_uploads} uploads at once"
            raise _Refused(too_many_requests(message, str(wait)))
        list_id = form.fields.get("list_id") or None
        try:
            verdict = self._contacts.take(sheet, duplicate_action, list_id)
        except BaseException:
            self._uploads.release()
            raise
        upload = self._uploads.accept(
            file_name=file.filename,
            list_id=list_id,
            duplicate_action=duplicate_action,
            total_records=len(sheet.rows),
            verdict=verdict,
            processing_seconds=self._processing_seconds,
        )
        data = {
            "upload_id": upload.upload_id,
            "total_records": upload.total_records,
            "status": "processing",
            "estimated_time_seconds": self._estimated_seconds,
        }
        return accepted("POST", 202, "accepted", data)

    def _file(self, form: Form) -> UploadedFile:
        file = form.files.get("file")
        if file is None:
            raise _Refused(refusal(400, "file is required, with a file name"))
        if not file.filename.lower().endswith(".csv"):
            raise _Refused(refusal(400, "Only .csv files are supported"))
        if len(file.content) > self._limits.file_bytes:
            raise _Refused(refusal(413))
        return file

    def _status(self, call: Call, quirks: Quirks) -> Answer:
        upload = self._uploads.find(call.route.upload_id)
        if upload is None:
            return refusal(404, "Unknown upload", method=call.method)
        data: Json = {
            "upload_id": upload.upload_id,
            "status": "processing",
            "total_records": upload.total_records,
        }
        if not upload.processing:
            data["status"] = "completed"
            data |= quirks.counts(upload.verdict)
            data["error_file_id"] = upload.error_file_id if quirks.listed(upload.verdict) else None
        return bare(data)

    def _errors(self, call: Call, quirks: Quirks) -> Answer:
        upload = self._uploads.find(call.route.upload_id)
        if upload is None or upload.processing:
            return refusal(404, "Unknown upload", method=call.method)
        if upload.error_file_expired:
            return refusal(410, "The error file has expired", method=call.method)
        refused = quirks.listed(upload.verdict)
        errors = [
            {
                "row_number": quirks.first_row_number + refusal.record,
                "phone_number": refusal.phone_number if quirks.errors_with_phone_number else None,
                "error_code": refusal.error_code,
                "error_message": refusal.error_message,
            }
            for refusal in refused[: quirks.listed_errors]
        ]
        data = {
            "upload_id": upload.upload_id,
            "error_count": len(refused),
            "errors": errors,
            "error_file_url": self._error_file_url(upload, quirks) if refused else None,
        }
        return accepted("GET", 200, "success", data)


def _form(call: Call) -> Form:
    try:
        return parse_form(call.content_type, call.body)
    except FormError as error:
        raise _Refused(refusal(400, str(error))) from error
