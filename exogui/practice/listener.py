"""Loopback ports, one thread for each connection, and a stop that is quick and leaves nothing behind."""

from __future__ import annotations

import logging
import selectors
import socket
import threading
from collections.abc import Callable

_log = logging.getLogger(__name__)

_HOST = "127.0.0.1"
_BACKLOG = 128


class Listener:
    """Accepts connections on several ports with one thread. Knows no HTTP."""

    def __init__(self, ports: tuple[int, ...], serve: Callable[[socket.socket, int], None]) -> None:
        """Opens ``ports`` (0: a free one); ``serve`` gets each connection, and its port, in its own thread.

        Raises OSError where a port is taken.
        """
        self._serve = serve
        self._lock = threading.Lock()
        self._connections: dict[threading.Thread, socket.socket] = {}
        self._stopping = False
        self._sockets: list[socket.socket] = []
        self._wake_reader, self._wake_writer = socket.socketpair()
        try:
            for port in ports:
                self._sockets.append(_listening_socket(port))
        except OSError:
            self._close_sockets()
            raise
        self._acceptor = threading.Thread(target=self._accept, name="practice-acceptor", daemon=True)
        self._acceptor.start()

    @property
    def ports(self) -> tuple[int, ...]:
        """The ports in use, in the order asked for."""
        return tuple(listening.getsockname()[1] for listening in self._sockets)

    def stop(self) -> None:
        """End every connection, free the ports and wait for the threads."""
        with self._lock:
            self._stopping = True
            connections = dict(self._connections)
        self._wake_writer.send(b"\0")
        for connection in connections.values():
            _shut_down(connection)
        self._acceptor.join()
        for thread in connections:
            thread.join()
        self._close_sockets()

    def _accept(self) -> None:
        with selectors.DefaultSelector() as selector:
            selector.register(self._wake_reader, selectors.EVENT_READ)
            for listening in self._sockets:
                selector.register(listening, selectors.EVENT_READ, listening.getsockname()[1])
            while not self._stopping:
                for key, _events in selector.select():
                    if isinstance(key.fileobj, socket.socket) and key.data is not None:
                        self._accept_one(key.fileobj, key.data)

    def _accept_one(self, listening: socket.socket, port: int) -> None:
        try:
            connection, _peer = listening.accept()
        except OSError:  # the client gave up between knocking and entering
            return
        connection.setblocking(True)
        thread = threading.Thread(
            target=self._run, args=(connection, port), name="practice-connection", daemon=True
        )
        with self._lock:
            if self._stopping:
                connection.close()
                return
            self._connections[thread] = connection
            thread.start()

    def _run(self, connection: socket.socket, port: int) -> None:
        try:
            self._serve(connection, port)
        except OSError as error:
            _log.debug("Connection ended: %s", type(error).__name__)
        except Exception:  # noqa: BLE001 - the last frame of the thread: to the log, not to stderr
            _log.exception("The practice server made a mistake")
        finally:
            with self._lock:
                del self._connections[threading.current_thread()]
                _shut_down(connection, socket.SHUT_WR)
                connection.close()

    def _close_sockets(self) -> None:
        for each in (*self._sockets, self._wake_reader, self._wake_writer):
            each.close()


def _listening_socket(port: int) -> socket.socket:
    listening = socket.create_server((_HOST, port), backlog=_BACKLOG)
    listening.setblocking(False)
    return listening


def _shut_down(connection: socket.socket, how: int = socket.SHUT_RDWR) -> None:
    try:
        connection.shutdown(how)
    except OSError:  # ended already
        return
