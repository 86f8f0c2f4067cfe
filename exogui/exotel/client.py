"""The calls of Exotel's contact-upload API. Each gives a frozen dataclass or raises an ExotelError."""

from __future__ import annotations

import urllib.parse
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from exogui.exotel.accounts import Credentials
from exogui.exotel.addresses import is_loopback
from exogui.exotel.cancellation import CancelToken
from exogui.exotel.duplicate_action import DuplicateAction
from exogui.exotel.errors import (
    AnswerLost,
    BodyState,
    ExotelError,
    FileRefused,
    RequestRefused,
    Stopped,
    UnreadableAnswer,
    UnsafeAddress,
    UploadExpired,
    UploadNotFound,
    WrongAddress,
)
from exogui.exotel.multipart import MultipartBody, Progress
from exogui.exotel.refusals import call_budget, error_for, request_id
from exogui.exotel.responses import (
    Envelope,
    RefusedEntry,
    RefusedRowsPage,
    UploadAccepted,
    UploadStatus,
    open_envelope,
    parse,
    read_accepted,
    read_error_file,
    read_refused_rows,
    read_status,
    text,
)
from exogui.exotel.transport import Answer, Timeouts, Transport

if TYPE_CHECKING:
    import ssl

_Given = TypeVar("_Given")

_IMPOSSIBLE_UPLOAD = "exogui-sign-in-check"
"""An upload that cannot exist: to ask for it is the documented harmless way to try a bearer token."""


class ContactsClient:
    """One account's contact uploads. For one job: ``cancel`` stops whatever call is under way, at once.

    ``tls_context`` gives the context that judges certificates; by default the operating system does.
    """

    def __init__(
        self,
        account_sid: str,
        base_url: str,
        credentials: Credentials,
        cancel: CancelToken | None = None,
        *,
        timeouts: Timeouts | None = None,
        tls_context: Callable[[], ssl.SSLContext] | None = None,
    ) -> None:
        self.cancel = cancel or CancelToken()
        self._root = f"{base_url.rstrip('/')}/v2/accounts/{_segment(account_sid)}"
        self._secrets = credentials.secrets
        self._transport = Transport(
            self.cancel,
            authorization=lambda: credentials.authorization,
            timeouts=timeouts,
            tls_context=tls_context,
        )
        # The refused rows' file is on another host, which must not see the sign-in.
        self._bare_transport = Transport(self.cancel, timeouts=timeouts, tls_context=tls_context)

    def upload(
        self,
        path: Path,
        file_name: str,
        *,
        size: int,
        list_id: str = "",
        duplicate_action: DuplicateAction = DuplicateAction.SKIP,
        on_progress: Progress = lambda _sent, _total: None,
        on_ending: Callable[[], None] = lambda: None,
        on_whole: Callable[[], None] = lambda: None,
    ) -> UploadAccepted:
        """Send a CSV file, streamed.

        ``on_ending`` is called before its last bytes go out, without which no server may take it for whole,
        ``on_whole`` when they have gone.

        Raises :class:`AnswerLost`, :class:`ServerTrouble` and :class:`UnreadableAnswer` where nobody can
        know whether the file was taken; every other error means that it was not. :class:`Stopped` says how
        much had left.
        """
        fields = {"duplicate_action": duplicate_action.value}
        if list_id:
            fields["list_id"] = list_id
        body = MultipartBody(
            path,
            file_name,
            fields,
            size=size,
            cancel=self.cancel,
            on_progress=on_progress,
            on_ending=on_ending,
            on_whole=on_whole,
        )
        with body:
            answer = self._send_file(body)
        return self._understood(answer, read_accepted, refused=FileRefused, missing=WrongAddress)

    def _send_file(self, body: MultipartBody) -> Answer:
        try:
            return self._transport.send(
                "POST",
                f"{self._root}/contacts/upload",
                body=body,
                headers={"Content-Type": body.content_type},
            )
        except ExotelError as error:
            nothing_lost = body.state is BodyState.NOT_BEGUN or body.failed
            if nothing_lost or isinstance(error, Stopped | UnreadableAnswer):
                raise
            raise AnswerLost(body=body.state, cause=error.code) from None

    def upload_status(self, upload_id: str) -> UploadStatus:
        """How far Exotel is with an upload."""
        answer = self._transport.send("GET", self._upload_url(upload_id))
        budget = call_budget(answer)
        return self._understood(
            answer, lambda envelope: read_status(envelope, budget), missing=UploadNotFound
        )

    def refused_rows(self, upload_id: str) -> RefusedRowsPage:
        """The rows that Exotel refused, as far as it lists them."""
        answer = self._transport.send("GET", f"{self._upload_url(upload_id)}/errors")
        return self._understood(answer, read_refused_rows, missing=UploadNotFound)

    def error_file(self, url: str) -> tuple[RefusedEntry, ...]:
        """The refused rows in the file behind ``error_file_url``, fetched without any sign-in."""
        if not _is_safe(url):
            raise UnsafeAddress
        answer = self._bare_transport.send("GET", url)
        if answer.status != 200:
            if answer.status in {400, 401, 403, 404}:  # how storage answers for an address that has expired
                raise UploadExpired(http_status=answer.status)
            error = error_for(answer, None, (), refused=RequestRefused, missing=UploadExpired)
            raise error or UnreadableAnswer(http_status=answer.status)
        rows = read_error_file(answer.body)
        if rows is None:
            raise UnreadableAnswer(http_status=answer.status)
        return rows

    def request_access_token(self) -> str:
        """A bearer token for an API key and token. Good for a day."""
        answer = self._transport.send(
            "POST", f"{self._root}/configuration/basicauth", headers={"Content-Type": "application/json"}
        )
        return self._understood(
            answer, lambda envelope: text(envelope.data.get("access_token")), missing=WrongAddress
        )

    def check_access_token(self) -> None:
        """Return when Exotel accepts a bearer token; raise what is wrong else."""
        answer = self._transport.send("GET", self._upload_url(_IMPOSSIBLE_UPLOAD))
        # Signed in, Exotel says in its own way that there is no such upload; a web page's 404 is another's.
        if answer.status not in {400, 404, 410} or open_envelope(parse(answer.body)) is None:
            self._understood(answer, lambda _envelope: True, missing=WrongAddress)

    def _upload_url(self, upload_id: str) -> str:
        return f"{self._root}/contacts/upload/{_segment(upload_id)}"

    def _understood(
        self,
        answer: Answer,
        read: Callable[[Envelope], _Given | None],
        *,
        missing: type[ExotelError],
        refused: type[ExotelError] = RequestRefused,
    ) -> _Given:
        """What ``read`` finds in an answer, or the error that the answer stands for.

        The status of HTTP and the one in the body may differ. What is there to be read counts when either
        says success; with nothing to be read, a success of one and a refusal of the other say nothing.
        """
        envelope = open_envelope(parse(answer.body))
        said = envelope.code if envelope and envelope.code else answer.status
        if envelope and 2 in {answer.status // 100, said // 100} and (given := read(envelope)):
            return given
        error = error_for(answer, envelope, self._secrets, refused=refused, missing=missing)
        if error is None or (answer.status // 100 == 4 and said // 100 == 2):
            named = request_id(answer, envelope, self._secrets)
            raise UnreadableAnswer(http_status=answer.status, request_id=named)
        raise error


def _segment(value: str) -> str:
    """An id as one segment of a path."""
    return urllib.parse.quote(value, safe="", errors="replace")


def _is_safe(url: str) -> bool:
    try:
        parts = urllib.parse.urlsplit(url)
        host = parts.hostname or ""
    except ValueError:
        return False
    return "@" not in parts.netloc and (
        (parts.scheme == "https" and host != "") or (parts.scheme == "http" and is_loopback(host))
    )
