"""One HTTP connection: reads requests, sends answers, and breaks off where a fault says so."""

from __future__ import annotations

import logging
import os
import socket
import struct
from http.server import BaseHTTPRequestHandler
from typing import Any

from exogui.practice.answers import Answer, refusal
from exogui.practice.faults import AnswerEarly, At, Close, Delay, Reset, SlowBody, Stage, Stall
from exogui.practice.front_desk import Exchange, FrontDesk

_log = logging.getLogger(__name__)

_LINGER_FOR_NO_TIME = struct.pack("hh" if os.name == "nt" else "ii", 1, 0)
_CHUNK = 256 * 1024
_SLOW_STEPS_PER_SECOND = 20
_MAX_BODY = 64 * 1024 * 1024
"""A longer body is read to its end and thrown away."""


class _ConnectionEnded(Exception):  # noqa: N818 - nothing wrong: the client, a fault or the server's stop ended it
    """There is nobody left to answer."""


class RequestHandler(BaseHTTPRequestHandler):
    """Serves the connection it is made with, until it ends."""

    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True

    def __init__(self, connection: socket.socket, port: int, desk: FrontDesk) -> None:
        self._port = port
        self._desk = desk
        # The base class only keeps the server that it is given.
        super().__init__(connection, connection.getpeername(), None)  # type: ignore[arg-type]

    def do_GET(self) -> None:
        """Serve one request of any method."""
        exchange = self._desk.open(self.command, self.path, self.headers, self._port)
        try:
            self._serve(exchange)
        except _ConnectionEnded:
            self.close_connection = True
        finally:
            self._desk.forget(exchange)

    do_POST = do_PUT = do_PATCH = do_DELETE = do_GET  # noqa: N815

    def version_string(self) -> str:
        """What the Server header says."""
        return "practice"

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 - named by http.server
        """To the log instead of stderr."""
        _log.debug(format, *args)

    def _serve(self, exchange: Exchange) -> None:
        self._meet(exchange, Stage.BEFORE_BODY)
        for fault in exchange.faults:
            if isinstance(fault, AnswerEarly):
                self.close_connection = True
                self._send(exchange, refusal(fault.status, method=exchange.method))
                return
        self._read_body(exchange)
        self._meet(exchange, Stage.AFTER_BODY)
        if "Transfer-Encoding" in exchange.headers:
            self.close_connection = True
            answer = refusal(411)
        elif self._announced_length(exchange) > _MAX_BODY:
            answer = refusal(413)
        else:
            answer = self._desk.answer(exchange)
        self._meet(exchange, Stage.BEFORE_ANSWER)
        self._send(exchange, answer)

    def _read_body(self, exchange: Exchange) -> None:
        length = self._announced_length(exchange)
        stops = sorted(
            fault.after_bytes
            for fault in exchange.faults
            if isinstance(fault, At) and fault.stage is Stage.IN_BODY
        )
        pace = next((f.bytes_per_second for f in exchange.faults if isinstance(f, SlowBody)), None)
        chunk_size = _CHUNK if pace is None else max(1, pace // _SLOW_STEPS_PER_SECOND)
        received = bytearray()
        done = 0
        while True:
            while stops and done >= stops[0]:
                exchange.body = bytes(received)
                self._meet(exchange, Stage.IN_BODY, stops.pop(0))
            if done >= length:
                break
            until = min([length, *stops[:1]])
            chunk = self.rfile.read1(min(until - done, chunk_size))
            if not chunk:
                exchange.body = bytes(received)
                raise _ConnectionEnded
            done += len(chunk)
            if length <= _MAX_BODY:
                received += chunk
            if pace is not None and not self._desk.faults.pause(len(chunk) / pace):
                raise _ConnectionEnded
        exchange.body = bytes(received)

    def _announced_length(self, exchange: Exchange) -> int:
        text = exchange.headers.get("Content-Length", "0").strip()
        return int(text) if text.isascii() and text.isdigit() else 0

    def _meet(self, exchange: Exchange, stage: Stage, after_bytes: int | None = None) -> None:
        """Let the faults of this moment act. Raises :class:`_ConnectionEnded`."""
        for fault in exchange.faults:
            if not isinstance(fault, At) or fault.stage is not stage:
                continue
            if after_bytes is not None and fault.after_bytes != after_bytes:
                continue
            match fault:
                case Delay(seconds=seconds):
                    goes_on = self._desk.faults.pause(seconds)
                case Stall():
                    goes_on = self._desk.faults.hold(exchange.clearings)
                case Reset():
                    self._reset()
                    goes_on = False
                case Close() | _:
                    goes_on = False
            if not goes_on:
                raise _ConnectionEnded

    def _reset(self) -> None:
        """End the connection with RST: linger for no time, then really close, whatever still refers to it."""
        self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, _LINGER_FOR_NO_TIME)
        socket.close(self.connection.detach())

    def _send(self, exchange: Exchange, answer: Answer) -> None:
        body = answer.encode()
        self._desk.close(exchange, answer.status)
        self.send_response(answer.status)
        for name, value in answer.headers:
            self.send_header(name, value)
        self.send_header("Content-Type", answer.content_type)
        self.send_header("Content-Length", str(len(body)))
        if self.close_connection:
            self.send_header("Connection", "close")
        self.end_headers()
        sent = 0
        stops = {f.after_bytes for f in exchange.faults if isinstance(f, At) and f.stage is Stage.IN_ANSWER}
        for stop in sorted(stops):
            self.wfile.write(body[sent:stop])
            sent = min(stop, len(body))
            self._meet(exchange, Stage.IN_ANSWER, stop)
        self.wfile.write(body[sent:])
