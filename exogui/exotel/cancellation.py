"""Cancelling that takes effect at once, whatever the network is doing."""

from __future__ import annotations

import contextlib
import socket
import threading
from collections.abc import Iterator
from types import TracebackType

from exogui.exotel.errors import Stopped


class CancelToken:
    """A person's wish to stop, for every wait of one job. Thread-safe; once cancelled, cancelled for good.

    A flag alone does not stop a thread that waits for a silent peer: the sockets in use are shut down too.
    """

    def __init__(self) -> None:
        self._event = threading.Event()
        self._lock = threading.Lock()
        self._sockets: set[socket.socket] = set()

    @property
    def cancelled(self) -> bool:
        """Whether :meth:`cancel` was called."""
        return self._event.is_set()

    def cancel(self) -> None:
        """Stop everything that waits on this token, sockets included. From any thread, as often as wanted."""
        self._event.set()
        with self._lock:
            for sock in self._sockets:
                _shut_down(sock)

    def wait(self, seconds: float) -> bool:
        """Wait; return early and True when cancelled."""
        return self._event.wait(seconds)

    def check(self) -> None:
        """Raise :class:`Stopped` when cancelled."""
        if self.cancelled:
            raise Stopped

    def _add(self, sock: socket.socket) -> None:
        with self._lock:
            self._sockets.add(sock)
            if self.cancelled:
                _shut_down(sock)

    def _remove(self, sock: socket.socket) -> None:
        with self._lock:
            self._sockets.discard(sock)


class SocketWatch:
    """The sockets of one exchange, cut when the token is cancelled. A context manager that lets go of them.

    It holds duplicates: TLS takes the descriptor away from the socket object it wraps, while a duplicate
    reaches the same connection all the time, the TLS handshake included.
    """

    def __init__(self, token: CancelToken) -> None:
        self._token = token
        self._duplicates: list[socket.socket] = []

    def add(self, sock: socket.socket) -> None:
        """Cut this connection too when the token is cancelled."""
        duplicate = sock.dup()
        self._duplicates.append(duplicate)
        self._token._add(duplicate)

    @property
    def connected(self) -> bool:
        """Whether there was any connection, over which something may have gone."""
        return bool(self._duplicates)

    @contextlib.contextmanager
    def cut_after(self, seconds: float) -> Iterator[None]:
        """Cut the connections when what happens inside takes longer. Raises TimeoutError then.

        A socket's own timeout bounds each silence; a peer that says a word now and then outlasts it.
        """
        late = threading.Event()

        def cut() -> None:
            late.set()
            for sock in tuple(self._duplicates):
                _shut_down(sock)

        timer = threading.Timer(seconds, cut)
        timer.daemon = True
        timer.start()
        try:
            yield
        except Exception as error:
            if late.is_set():
                raise TimeoutError from error
            raise
        finally:
            timer.cancel()
            timer.join()
        if late.is_set():  # a head that is cut is a whole one to Python's http.client
            raise TimeoutError

    def __enter__(self) -> SocketWatch:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for duplicate in self._duplicates:
            self._token._remove(duplicate)
            duplicate.close()
        self._duplicates.clear()


def _shut_down(sock: socket.socket) -> None:
    with contextlib.suppress(OSError):  # not connected any more
        sock.shutdown(socket.SHUT_RDWR)
