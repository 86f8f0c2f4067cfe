"""The calls of Exotel's contact-upload API. Each gives a frozen dataclass or raises an ExotelError."""

from __future__ import annotations

import time
import urllib.parse
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from exogui.exotel.accounts import ApiKey, Credentials
from exogui.exotel.addresses import is_loopback
from exogui.exotel.authorization import Authorization
from exogui.exotel.cancellation import CancelToken
from exogui.exotel.duplicate_action import DuplicateAction
from exogui.exotel.errors import (
    AnswerLost,
    BodyState,
    ExotelError,
    FileRefused,
    RequestRefused,
    ServerTrouble,
    SignInRefused,
    SignInUnavailable,
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
    CallBudget,
    Envelope,
    IssuedToken,
    RefusedEntry,
    RefusedRowsPage,
    UploadAccepted,
    UploadStatus,
    open_envelope,
    parse,
    read_accepted,
    read_access_token,
    read_error_file,
    read_refused_rows,
    read_status,
)
from exogui.exotel.transport import Answer, Timeouts, Transport

if TYPE_CHECKING:
    import ssl

_Given = TypeVar("_Given")

_IMPOSSIBLE_UPLOAD = "exogui-sign-in-check"
"""An upload that cannot exist: to ask for it is the harmless way to try any sign-in."""


class ContactsClient:
    """One account's contact uploads. For one job, on all its threads.

    ``cancel`` stops whatever calls are under way, at once. ``credentials`` that several clients share, or
    that are to be replaced in the middle of a job, come as an :class:`Authorization`. ``tls_context`` gives
    the context that judges certificates; by default the operating system does.
    """

    def __init__(
        self,
        account_sid: str,
        base_url: str,
        credentials: Credentials | Authorization,
        cancel: CancelToken | None = None,
        *,
        timeouts: Timeouts | None = None,
        tls_context: Callable[[], ssl.SSLContext] | None = None,
    ) -> None:
        self.cancel = cancel or CancelToken()
        if not isinstance(credentials, Authorization):
            credentials = Authorization(credentials)
        self.authorization = credentials
        """What signs the calls in. Its ``replace`` takes effect with the next call."""
        self._root = f"{base_url.rstrip('/')}/v2/accounts/{_segment(account_sid)}"
        self._transport = Transport(self.cancel, timeouts=timeouts, tls_context=tls_context)
        self._heard = (CallBudget(), 0.0)

    @property
    def budget(self) -> CallBudget:
        """The calls that are left to everyone who uses the account, as the latest answer to any call said.

        Counted down to now; nothing is known where no answer said it, or once the count has begun anew.
        """
        budget, heard = self._heard
        if budget.reset_seconds is None:
            return budget
        left = budget.reset_seconds - (time.monotonic() - heard)
        return CallBudget(budget.remaining, left) if left > 0 else CallBudget()

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

        A 401 says that it was not taken: where another way to sign in is left, the file is sent once more,
        and ``on_progress`` begins again at 0.

        Raises :class:`AnswerLost`, :class:`ServerTrouble` and :class:`UnreadableAnswer` where nobody can
        know whether the file was taken; every other error means that it was not. :class:`Stopped` says how
        much had left.
        """
        fields = {"duplicate_action": duplicate_action.value}
        if list_id:
            fields["list_id"] = list_id

        def send(authorization: str) -> UploadAccepted:
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
                answer = self._send_file(body, authorization)
            return self._understood(answer, read_accepted, refused=FileRefused, missing=WrongAddress)

        # A 401 in the body of another answer is not clear enough to send a file twice.
        return self._signed_in(send, repeatable=lambda refusal: refusal.http_status == 401)

    def _send_file(self, body: MultipartBody, authorization: str) -> Answer:
        try:
            return self._send(
                "POST",
                f"{self._root}/contacts/upload",
                authorization=authorization,
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

        def ask(authorization: str) -> UploadStatus:
            answer = self._send("GET", self._upload_url(upload_id), authorization=authorization)
            return self._understood(answer, read_status, missing=UploadNotFound)

        return self._signed_in(ask)

    def refused_rows(self, upload_id: str) -> RefusedRowsPage:
        """The rows that Exotel refused, as far as it lists them."""

        def ask(authorization: str) -> RefusedRowsPage:
            answer = self._send("GET", f"{self._upload_url(upload_id)}/errors", authorization=authorization)
            return self._understood(answer, read_refused_rows, missing=UploadNotFound)

        return self._signed_in(ask)

    def error_file(self, url: str) -> tuple[RefusedEntry, ...]:
        """The refused rows in the file behind ``error_file_url``, fetched without any sign-in."""
        if not _is_safe(url):
            raise UnsafeAddress
        answer = self._transport.send("GET", url)
        if answer.status != 200:
            if answer.status in {400, 401, 403, 404}:  # how storage answers for an address that has expired
                raise UploadExpired(http_status=answer.status)
            error = error_for(answer, None, (), refused=RequestRefused, missing=UploadExpired)
            raise error or UnreadableAnswer(http_status=answer.status)
        rows = read_error_file(answer.body)
        if rows is None:
            raise UnreadableAnswer(http_status=answer.status)
        return rows

    def request_access_token(self, key: ApiKey) -> IssuedToken:
        """An access token for an API key and token. Good for a day."""
        answer = self._send(
            "POST",
            f"{self._root}/configuration/basicauth",
            authorization=key.authorization,
            headers={"Content-Type": "application/json"},
        )
        return self._understood(answer, read_access_token, missing=WrongAddress)

    def check_sign_in(self) -> None:
        """Return when Exotel accepts the sign-in; raise what is wrong else. Touches no contact."""

        def ask(authorization: str) -> None:
            answer = self._send("GET", self._upload_url(_IMPOSSIBLE_UPLOAD), authorization=authorization)
            # Signed in, Exotel says in its own way that there is no such upload; a web page's 404 is not it.
            if answer.status not in {400, 404, 410} or open_envelope(parse(answer.body)) is None:
                self._understood(answer, lambda _envelope: True, missing=WrongAddress)

        self._signed_in(ask)

    def _signed_in(
        self,
        call: Callable[[str], _Given],
        *,
        repeatable: Callable[[SignInRefused], bool] = lambda _refusal: True,
    ) -> _Given:
        """Make a call; once more where it was refused and there is another way to sign in."""
        used = self.authorization.header(self._exchange)
        try:
            return call(used)
        except SignInRefused as error:
            refusal = error
        other = self.authorization.after_refusal(used, self._exchange) if repeatable(refusal) else None
        if other is None:
            raise refusal
        return call(other)

    def _exchange(self, key: ApiKey) -> IssuedToken:
        try:
            return self.request_access_token(key)
        except (ServerTrouble, UnreadableAnswer) as error:  # of a file these would say that it may be there
            raise SignInUnavailable(http_status=error.http_status, request_id=error.request_id) from None

    def _send(
        self,
        method: str,
        url: str,
        *,
        authorization: str,
        body: MultipartBody | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> Answer:
        """One exchange with Exotel itself, whose answers say how many calls are left."""
        answer = self._transport.send(method, url, authorization=authorization, body=body, headers=headers)
        budget = call_budget(answer)
        if budget.remaining is not None:
            self._heard = (budget, time.monotonic())
        return answer

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
        error = error_for(answer, envelope, self.authorization.secrets, refused=refused, missing=missing)
        if error is None or (answer.status // 100 == 4 and said // 100 == 2):
            named = request_id(answer, envelope, self.authorization.secrets)
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
