"""A small Exotel on loopback: the practice account of the program, and the peer of its tests.

It speaks real HTTP, behaves as Exotel documents, checks included, and judges rows by its own code
(:mod:`exogui.practice.contact_store` lists what it refuses, on purpose a few things that look right).
:mod:`exogui.practice.faults` holds what can go wrong, :mod:`exogui.practice.quirks` what the documentation
leaves open.
"""

from __future__ import annotations

import logging
import math
import socket
import threading
from collections.abc import Callable, Iterable, Sequence
from types import TracebackType
from typing import Self

from exogui.practice.access import Access
from exogui.practice.contact_store import EXISTING_CONTACTS, Contact, ContactStore
from exogui.practice.endpoints import Endpoint
from exogui.practice.error_files import ErrorFiles
from exogui.practice.exotel_api import ExotelApi, Limits
from exogui.practice.faults import Faults
from exogui.practice.front_desk import FrontDesk
from exogui.practice.ledger import Ledger
from exogui.practice.listener import Listener
from exogui.practice.quirks import ErrorUrl, Quirks
from exogui.practice.rate_limit import RateLimit
from exogui.practice.recorded_request import RecordedRequest
from exogui.practice.uploads import Upload, UploadStore

__all__ = ["Limits", "PracticeServer", "RecordedRequest"]

_log = logging.getLogger(__name__)

_DOCUMENTED_ESTIMATE = 30
_PAUSE_BETWEEN_ROWS = 0.0002


class _Stopped(OSError):  # noqa: N818 - a wish, not an error
    """The server was stopped while it judged rows."""


class PracticeServer:
    """An Exotel of one account. ``with PracticeServer() as server:`` or :meth:`start` and :meth:`stop`.

    Contacts, uploads, recorded requests and ports outlive a stop, so that a server can go away and come back.
    """

    account_sid = "practice"
    api_key = "practice-key"
    api_token = "practice-token"  # noqa: S105 - opens nothing but the practice account

    def __init__(
        self,
        *,
        processing_seconds: float = 1.0,
        estimated_seconds: int | None = None,
        port: int = 0,
        error_files_port: int = 0,
        limits: Limits | None = None,
        contact_limit: int | None = None,
        requests_per_minute: int | None = None,
        token_seconds: int = 86400,
        quirks: Quirks | None = None,
        seeded: bool = False,
        record_bodies: bool = True,
        keep_ledger: bool = True,
        give_way: Callable[[], None] = lambda: None,
    ) -> None:
        """Nothing happens until :meth:`start`.

        ``processing_seconds`` may be ``math.inf``: until :meth:`finish_processing`. ``estimated_seconds`` is
        what the 202 announces; by default the truth, rounded. ``contact_limit`` and ``requests_per_minute``
        are unlimited by default. ``seeded`` stores :data:`~exogui.practice.contact_store.EXISTING_CONTACTS`.
        Without ``record_bodies`` no uploaded file stays in memory, without ``keep_ledger`` no row that is no
        contact. ``give_way`` is called every few milliseconds while rows are judged: a window in the
        same process can let it wait while it paints.
        """
        limits = limits or Limits()
        if estimated_seconds is None:
            finite = math.isfinite(processing_seconds)
            estimated_seconds = round(processing_seconds) if finite else _DOCUMENTED_ESTIMATE
        self._ports = (port, error_files_port)
        self._announced_error_files_url: str | None = None
        self._give_way = give_way
        self._listener: Listener | None = None
        self._life = threading.Lock()
        self._stopping = threading.Event()
        self._access = Access(self.api_key, self.api_token)
        self._contacts = ContactStore(contact_limit, self._between_rows)
        self._uploads = UploadStore()
        self._ledger = Ledger()
        self._error_files = ErrorFiles(self._uploads)
        self._rate_limit = RateLimit(requests_per_minute)
        self._api = ExotelApi(
            account_sid=self.account_sid,
            access=self._access,
            contacts=self._contacts,
            uploads=self._uploads,
            ledger=self._ledger if keep_ledger else None,
            limits=limits,
            processing_seconds=processing_seconds,
            estimated_seconds=estimated_seconds,
            token_seconds=token_seconds,
            error_file_url=self._error_file_url,
            between_rows=self._between_rows,
        )
        self._desk = FrontDesk(
            api=self._api,
            error_files=self._error_files,
            access=self._access,
            rate_limit=self._rate_limit,
            record_bodies=record_bodies,
        )
        self._desk.quirks = quirks or Quirks()
        if seeded:
            self.seed_contacts(EXISTING_CONTACTS)

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.stop()

    def start(self) -> None:
        """Begin to answer; again on the same ports after a stop. Raises OSError where a port is taken."""
        # Deferred: http.server costs 60 ms, and whoever only imports this module must not pay for it.
        from exogui.practice.request_handler import RequestHandler

        def serve(connection: socket.socket, port: int) -> None:
            RequestHandler(connection, port, self._desk)

        with self._life:
            if self._listener is not None:
                return
            self._stopping.clear()
            self._desk.faults.set_stopped(False)
            self._listener = Listener(self._ports, serve)
            self._ports = (self._listener.ports[0], self._listener.ports[1])
            self._desk.error_files_port = self._ports[1]
        _log.debug("The practice server listens on port %d", self._ports[0])

    def stop(self) -> None:
        """End every connection, stalled ones too, and free the ports. Harmless when stopped already."""
        with self._life:
            if self._listener is None:
                return
            self._stopping.set()
            self._desk.faults.set_stopped(True)
            self._listener.stop()
            self._listener = None

    @property
    def base_url(self) -> str:
        """Where the API is."""
        return f"http://127.0.0.1:{self._ports[0]}"

    @property
    def error_files_url(self) -> str:
        """Where the error files are."""
        return f"http://127.0.0.1:{self._ports[1]}"

    @property
    def announced_error_files_url(self) -> str:
        """Where clients are told that the error files are; another address where a proxy stands before them.

        Set to None for the true one.
        """
        return self._announced_error_files_url or self.error_files_url

    @announced_error_files_url.setter
    def announced_error_files_url(self, url: str | None) -> None:
        self._announced_error_files_url = url

    @property
    def faults(self) -> Faults:
        """What goes wrong."""
        return self._desk.faults

    @property
    def quirks(self) -> Quirks:
        """How answers look; may be set at any time."""
        return self._desk.quirks

    @quirks.setter
    def quirks(self, quirks: Quirks) -> None:
        self._desk.quirks = quirks

    @property
    def requests(self) -> tuple[RecordedRequest, ...]:
        """The requests so far, on both ports, oldest first; of very many the latest 10,000."""
        return self._desk.requests

    def wait_for_requests(
        self, endpoint: Endpoint, count: int = 1, timeout: float = 5.0
    ) -> Sequence[RecordedRequest]:
        """The first ``count`` answered requests to ``endpoint``; fewer if ``timeout`` seconds ran out."""
        return self._desk.wait_for_requests(endpoint, count, timeout)

    @property
    def contacts(self) -> tuple[Contact, ...]:
        """Every stored contact, each with the list it was uploaded to."""
        return self._contacts.contacts

    def seed_contacts(self, contacts: Iterable[Contact | str]) -> None:
        """Store contacts, or mere phone numbers, as if they had been there already."""
        self._contacts.add(Contact(each) if isinstance(each, str) else each for each in contacts)

    @property
    def contact_limit(self) -> int | None:
        """The greatest number of contacts in the account, None for any; may be set at any time."""
        return self._contacts.limit

    @contact_limit.setter
    def contact_limit(self, limit: int | None) -> None:
        self._contacts.limit = limit

    @property
    def uploads(self) -> tuple[Upload, ...]:
        """Every accepted upload, oldest first."""
        return self._uploads.uploads

    @property
    def ledger(self) -> Ledger:
        """Every row of every accepted upload, and what became of it; empty without ``keep_ledger``."""
        return self._ledger

    @property
    def limits(self) -> Limits:
        """What an upload may come to, and how many at once; may be set at any time."""
        return self._api.limits

    @limits.setter
    def limits(self, limits: Limits) -> None:
        self._api.limits = limits

    @property
    def occupied_places(self) -> int:
        """How many uploads of others who share the account are being processed; may be set at any time."""
        return self._uploads.occupied_places

    @occupied_places.setter
    def occupied_places(self, places: int) -> None:
        self._uploads.occupied_places = places

    @property
    def requests_per_minute(self) -> int | None:
        """The account's budget of calls, None for any; may be set at any time."""
        return self._rate_limit.per_minute

    @requests_per_minute.setter
    def requests_per_minute(self, calls: int | None) -> None:
        self._rate_limit.per_minute = calls

    def spend_calls(self, calls: int) -> None:
        """Use up calls of this minute, as others who share the account do."""
        self._rate_limit.spend(calls)

    def begin_minute(self) -> None:
        """Let the minute of the budget be over, and the next begin with the next call."""
        self._rate_limit.begin_minute()

    def finish_processing(self) -> None:
        """Let every upload so far be completed now."""
        self._uploads.finish_processing()

    def expire_error_files(self) -> None:
        """Let the error files of all uploads so far be gone: 410."""
        self._uploads.expire_error_files()

    def issue_access_token(self, expires_in: float = 86400) -> str:
        """An access token that is good for ``expires_in`` seconds."""
        return self._access.issue_token(self.account_sid, expires_in)

    def expire_access_tokens(self) -> None:
        """End every access token issued so far."""
        self._access.expire_tokens()

    def _error_file_url(self, upload: Upload, quirks: Quirks) -> str | None:
        match quirks.error_url:
            case ErrorUrl.SIGNED:
                return self.announced_error_files_url + self._error_files.signed_path(upload)
            case ErrorUrl.EXPIRED:
                return self.announced_error_files_url + self._error_files.signed_path(upload, lifetime=-60)
            case ErrorUrl.RELATIVE:
                return self._error_files.signed_path(upload)
            case ErrorUrl.OTHER_HOST:
                return f"http://files.storage.example{self._error_files.signed_path(upload)}"
            case ErrorUrl.ABSENT:
                return None
            case str() as url:
                return url

    def _between_rows(self) -> None:
        # The window lives in the same process: without a pause it would stand still while rows are judged.
        if self._stopping.wait(_PAUSE_BETWEEN_ROWS):
            raise _Stopped
        self._give_way()
