"""A port on loopback that can stop listening and listen again."""

from __future__ import annotations

import os
import selectors
import socket
import threading
from collections.abc import Callable

_HOST = "127.0.0.1"


class Door:
    """Opened once made. While it is closed its port stays taken, and whoever knocks is refused."""

    def __init__(self, enter: Callable[[socket.socket], None]) -> None:
        """``enter`` gets each connection, in the thread that accepts: it must not wait."""
        self._enter = enter
        self._lock = threading.Lock()
        self._socket = _bound(0)
        self.port: int = self._socket.getsockname()[1]
        self._acceptor: threading.Thread | None = None
        self._wake: socket.socket | None = None
        self.open()

    def open(self) -> None:
        """Listen; harmless when open."""
        with self._lock:
            if self._acceptor is not None:
                return
            self._socket.listen(128)
            wake, self._wake = socket.socketpair()
            self._acceptor = threading.Thread(
                target=self._accept, args=(self._socket, wake), name="proxy-door"
            )
            self._acceptor.start()

    def close(self) -> None:
        """Refuse; connections that are inside stay. Harmless when closed. Not from ``enter``."""
        with self._lock:
            self._end_accepting()
            self._socket.close()
            self._socket = _bound(self.port)

    def remove(self) -> None:
        """Give the port back."""
        with self._lock:
            self._end_accepting()
            self._socket.close()

    def _end_accepting(self) -> None:
        if self._acceptor is not None and self._wake is not None:
            self._wake.close()
            self._acceptor.join()
            self._acceptor = self._wake = None

    def _accept(self, listening: socket.socket, wake: socket.socket) -> None:
        with wake, selectors.DefaultSelector() as selector:
            selector.register(wake, selectors.EVENT_READ)
            selector.register(listening, selectors.EVENT_READ)
            while True:
                ready = {key.fileobj for key, _events in selector.select()}
                if wake in ready:
                    return
                try:
                    connection, _peer = listening.accept()
                except OSError:  # the client gave up between knocking and entering
                    continue
                self._enter(connection)


def _bound(port: int) -> socket.socket:
    place = socket.socket()
    if os.name == "posix":
        place.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    place.bind((_HOST, port))
    return place
