"""A peer of bare sockets, for what no well-behaved server does."""

from __future__ import annotations

import contextlib
import select
import socket
import ssl
import threading
from collections.abc import Callable
from typing import Self

Behaviour = Callable[["RawConnection"], None]


class RawConnection:
    """One connection, from the server's side."""

    def __init__(self, sock: socket.socket, context: ssl.SSLContext | None, closing: threading.Event) -> None:
        self._closing = closing
        self.sock = context.wrap_socket(sock, server_side=True) if context else sock

    def read_head(self) -> bytes:
        """The request's line and headers."""
        head = b""
        while b"\r\n\r\n" not in head and (more := self.sock.recv(1)):
            head += more
        return head

    def read_to_end(self, length: int | None = None) -> bytes:
        """The request's body, or what comes of it until the peer goes."""
        body = b""
        while (length is None or len(body) < length) and (more := self.sock.recv(65536)):
            body += more
        return body

    def read_request(self) -> bytes:
        """A whole request with a Content-Length."""
        head = self.read_head()
        length = next(
            (
                int(line.split(b":")[1])
                for line in head.split(b"\r\n")
                if line.lower().startswith(b"content-length:")
            ),
            0,
        )
        return head + self.read_to_end(length)

    def wait_until_gone(self) -> None:
        """Until the other side has closed or reset the connection."""
        with contextlib.suppress(OSError):
            while self.sock.recv(65536):
                pass

    def hold(self) -> None:
        """Do nothing and read nothing, until the test is over."""
        self._closing.wait()

    def answer(self, status: str = "200 OK", body: bytes = b"{}", *headers: str) -> None:
        """A whole answer; the connection then ends."""
        lines = [f"HTTP/1.1 {status}", f"Content-Length: {len(body)}", "Connection: close", *headers, "", ""]
        self.sock.sendall("\r\n".join(lines).encode() + body)

    def relay(self, port: int) -> None:
        """Be nothing but a way to a port of this machine, until one side closes."""
        with socket.create_connection(("127.0.0.1", port)) as target:
            other = {self.sock: target, target: self.sock}
            while True:
                waiting = isinstance(self.sock, ssl.SSLSocket) and self.sock.pending()
                for sock in [self.sock] if waiting else select.select(list(other), [], [])[0]:
                    data = sock.recv(65536)
                    if not data:
                        return
                    other[sock].sendall(data)


class RawPeer:
    """Listens on loopback and gives each connection to ``behaviour``, in a thread of its own."""

    def __init__(
        self,
        behaviour: Behaviour,
        context: ssl.SSLContext | None = None,
        receive_buffer: int | None = None,
        host: str = "127.0.0.1",
    ) -> None:
        self._behaviour = behaviour
        self._context = context
        self._closing = threading.Event()
        self._host = f"[{host}]" if ":" in host else host
        self._listener = socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET)
        if receive_buffer:
            self._listener.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, receive_buffer)
        self._listener.bind((host, 0))
        self._listener.listen(8)
        self._sockets: list[socket.socket] = []
        self._threads: list[threading.Thread] = []
        self.connections = 0
        self.heads: list[bytes] = []
        self.port: int = self._listener.getsockname()[1]

    @property
    def url(self) -> str:
        """The peer's address over http."""
        return f"http://{self._host}:{self.port}"

    def __enter__(self) -> Self:
        self._start(self._accept)
        return self

    def __exit__(self, *_: object) -> None:
        self._closing.set()
        for sock in [self._listener, *self._sockets]:
            with contextlib.suppress(OSError):
                sock.shutdown(socket.SHUT_RDWR)
            sock.close()
        for thread in self._threads:
            thread.join(5)

    def _start(self, work: Callable[[], None]) -> None:
        thread = threading.Thread(target=work, name="raw-peer")
        self._threads.append(thread)
        thread.start()

    def _accept(self) -> None:
        while True:
            try:
                sock, _ = self._listener.accept()
            except OSError:
                return
            self.connections += 1
            self._sockets.append(sock)
            self._start(lambda sock=sock: self._serve(sock))  # type: ignore[misc]

    def _serve(self, sock: socket.socket) -> None:
        with contextlib.suppress(OSError):
            connection = RawConnection(sock, self._context, self._closing)
            self._sockets.append(connection.sock)
            try:
                self._behaviour(connection)
            finally:
                connection.sock.close()
