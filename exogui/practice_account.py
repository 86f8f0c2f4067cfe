"""The practice account: an account like any other, whose Exotel runs inside the program."""

from __future__ import annotations

import threading
import time
from typing import TYPE_CHECKING

from exogui.exotel.accounts import PRACTICE_ID, Account, ApiKey, Credentials, DataCentre
from exogui.messages.accounts import PRACTICE
from exogui.messages.catalogue import plain

if TYPE_CHECKING:
    from exogui.practice.server import PracticeServer

_PROCESSING_SECONDS = 4.0
"""Long enough to see what processing looks like."""


def _let_the_window_paint() -> None:
    """The server judges rows in the window's own process."""
    time.sleep(0.001)


class PracticeAccount:
    """Starts its server when it is first needed. :meth:`sign_in` and :meth:`stop` from any thread."""

    def __init__(self, processing_seconds: float = _PROCESSING_SECONDS) -> None:
        self._processing_seconds = processing_seconds
        self._server: PracticeServer | None = None
        self._lock = threading.Lock()

    def sign_in(self) -> tuple[Account, Credentials]:
        """The account, reachable now, and its credentials.

        Raises:
            OSError: no port of loopback could be had.
        """
        from exogui.practice.server import PracticeServer

        with self._lock:
            if self._server is None:
                self._server = PracticeServer(
                    processing_seconds=self._processing_seconds,
                    seeded=True,
                    record_bodies=False,
                    keep_ledger=False,
                    give_way=_let_the_window_paint,
                )
            server = self._server
            server.start()
        account = Account(
            name=plain(PRACTICE),
            account_sid=server.account_sid,
            data_centre=DataCentre.OTHER,
            other_address=server.base_url,
            id=PRACTICE_ID,
        )
        return account, ApiKey(server.api_key, server.api_token)

    def stop(self) -> None:
        """End the server; harmless when it never started."""
        with self._lock:
            if self._server is not None:
                self._server.stop()
