"""One connection through the proxy: passes bytes on, and goes wrong where the plan says so."""

from __future__ import annotations

import os
import select
import socket
import struct
import threading
from collections.abc import Callable
from dataclasses import replace
from urllib.parse import urlsplit

from exogui.practice.endpoints import Endpoint, find_route
from tests.faults.fault_plan import FaultPlan, Rule
from tests.faults.http_message import CHUNK, Inbox, body_length, status_of, with_header, wrong_answer
from tests.faults.wire_fault import REPLACEMENTS, WireFault, WireStage
from tests.faults.wire_record import WireConnection, WireExchange

_LINGER_FOR_NO_TIME = struct.pack("hh" if os.name == "nt" else "ii", 1, 0)
_DELAY = 0.05
_PIECES = 16
_BETWEEN_PIECES = 0.003


class _Over(Exception):  # noqa: N818 - how every connection ends
    """Nothing more will pass."""


class ProxiedConnection:
    """Serves one client in a thread of its own, until either side, a fault or :meth:`abort` ends it."""

    def __init__(
        self,
        number: int,
        client: socket.socket,
        server_port: int,
        plan: FaultPlan,
        *,
        at_error_files: bool,
        mind_doors: Callable[[], None],
    ) -> None:
        self.record = WireConnection(number)
        self._client = client
        self._server: socket.socket | None = None
        self._server_port = server_port
        self._plan = plan
        self._at_error_files = at_error_files
        self._mind_doors = mind_doors
        self._inbox = Inbox(client)
        self._outbox: Inbox | None = None
        self._aborted = False
        self._lock = threading.Lock()
        self.thread = threading.Thread(target=self._run, name=f"proxy-connection-{number}")

    def snapshot(self) -> WireConnection:
        """What has passed so far."""
        return replace(self.record, exchanges=[replace(each) for each in self.record.exchanges])

    def abort(self) -> None:
        """Wake the thread from whatever it waits for on either side, and let it end."""
        with self._lock:
            self._aborted = True
            for peer in (self._client, self._server):
                _shut_down(peer, socket.SHUT_RDWR)

    def _run(self) -> None:
        try:
            self._meet_connecting()
            while self._serve_one():
                pass
        except _Over:
            pass
        except OSError:  # one side is gone: so is the other
            self._reset(self._client)
            self._reset(self._server)
        finally:
            with self._lock:
                for peer in (self._client, self._server):
                    if peer is not None:
                        peer.close()
            with self._plan.changed:
                self.record.ended = True
                for exchange in self.record.exchanges:
                    exchange.ended = True
                self._plan.changed.notify_all()

    def _meet_connecting(self) -> None:
        rule = self._plan.take_connecting(at_error_files=self._at_error_files)
        self._mind_doors()
        if rule is not None:
            self.record.fault = rule.case.fault
            self._act(rule.case.fault)

    def _serve_one(self) -> bool:
        """Pass one request and its answer; False where the client or the server has no more to say."""
        if not self._inbox.unread and not self._client_speaks_first():
            return False
        head = self._inbox.head()
        if not head:
            return False
        exchange, rule = self._open(head)
        request = self._pass_request(exchange, rule, head)
        self._pass_answer(exchange, rule, request)
        return True

    def _client_speaks_first(self) -> bool:
        waiting = [self._client] if self._server is None else [self._client, self._server]
        return self._client in select.select(waiting, [], [])[0]

    def _open(self, head: bytes) -> tuple[WireExchange, Rule | None]:
        method, target, *_ = head.decode("latin-1").split(" ", 2)
        path = urlsplit(target).path
        endpoint = Endpoint.ERROR_FILE if self._at_error_files else find_route(method, path).endpoint
        rule = self._plan.take(endpoint)
        exchange = WireExchange(self.record.number, endpoint, method, path, from_client=len(head))
        if rule is not None:
            exchange.fault, exchange.stage = rule.case.fault, rule.case.stage
        with self._plan.changed:
            self.record.exchanges.append(exchange)
            self._plan.changed.notify_all()
        return exchange, rule

    # --- the request ------------------------------------------------------------------------------------

    def _pass_request(self, exchange: WireExchange, rule: Rule | None, head: bytes) -> bytes:
        """Send the server the request, as far as the plan lets it; gives it back for a second delivery."""
        length = body_length(head)
        gate = _place_in_request(rule, len(head), length)
        keep = rule is not None and rule.case.fault is WireFault.DELIVER_TWICE
        kept, sent, pending = bytearray(), 0, head
        piece: int | None = None
        while True:
            if rule is not None and sent == gate:
                gate = None
                piece = self._meet(exchange, rule, remaining=len(head) + length - sent)
            if sent == len(head) + length:
                break
            if not pending:
                if self._answered_early():
                    return bytes(kept)
                pending = self._more_of(exchange, len(head) + length - sent)
            most = (piece or CHUNK) if gate is None else gate - sent
            now, pending = pending[:most], pending[most:]
            if keep:
                kept += now
            server = self._connect()
            try:
                server.sendall(now)
            except OSError:  # it hung up: perhaps after an answer
                return bytes(kept)
            sent += len(now)
            exchange.to_server = sent
            if piece is not None and not self._plan.pause(_BETWEEN_PIECES):
                raise _Over
        with self._plan.changed:
            exchange.deliveries += 1
        return bytes(kept)

    def _more_of(self, exchange: WireExchange, most: int) -> bytes:
        chunk = self._inbox.some(most)
        if not chunk:  # the client gave up halfway
            self._end(self._server)
            raise _Over
        exchange.from_client += len(chunk)
        return chunk

    def _answered_early(self) -> bool:
        """Whether the server has something to say before the body is through; else the client has."""
        if self._inbox.unread or self._server is None:
            return False
        return self._server in select.select([self._client, self._server], [], [])[0]

    def _connect(self) -> socket.socket:
        """The connection to the server, opened when it is first needed. Raises OSError."""
        if self._server is None:
            server = socket.create_connection(("127.0.0.1", self._server_port))
            server.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            with self._lock:
                self._server, self._outbox = server, Inbox(server)
                if self._aborted:
                    raise _Over
        return self._server

    # --- the answer -------------------------------------------------------------------------------------

    def _pass_answer(self, exchange: WireExchange, rule: Rule | None, request: bytes) -> None:
        head, body, whole = self._hear(exchange)
        if rule is not None and rule.case.stage is WireStage.BEFORE_ANSWER:
            if rule.case.fault is WireFault.DELIVER_TWICE:
                exchange.acted = True
                head, body, whole = self._deliver_again(exchange, request)
            elif rule.case.fault in REPLACEMENTS:
                self._give_wrong_answer(exchange, wrong_answer(rule.case.fault, head, body))
            else:
                self._meet(exchange, rule)
        last = not whole or exchange.deliveries == 0
        if whole and self._plan.note_answer(exchange.endpoint):
            head, last = with_header(head, b"Connection: close"), True
        self._mind_doors()
        self._to_client(exchange, rule, head, body, whole=whole)
        with self._plan.changed:
            exchange.ended = not last
            self._plan.changed.notify_all()
        if rule is not None and rule.case.stage is WireStage.AFTER_ANSWER:
            if rule.case.fault is WireFault.DUPLICATE:
                exchange.acted = True
                self._send(exchange, head + body)
            else:
                self._meet(exchange, rule)
        if last:
            self._end(self._server)
            self._end(self._client)
            raise _Over

    def _hear(self, exchange: WireExchange) -> tuple[bytes, bytes, bool]:
        assert self._outbox is not None
        head, body, whole = self._outbox.answer()
        exchange.from_server += len(head) + len(body)
        exchange.status = status_of(head)
        return head, body, whole

    def _deliver_again(self, exchange: WireExchange, request: bytes) -> tuple[bytes, bytes, bool]:
        self._end(self._server)
        with self._lock:
            if self._server is not None:
                self._server.close()
            self._server = None
        self._connect().sendall(request)
        exchange.to_server += len(request)
        exchange.deliveries += 1
        return self._hear(exchange)

    def _to_client(
        self, exchange: WireExchange, rule: Rule | None, head: bytes, body: bytes, *, whole: bool
    ) -> None:
        data = head + body
        rest = data
        if rule is not None and rule.case.stage is WireStage.MID_ANSWER:
            gate = len(head) + len(body) // 2 if rule.at is None else rule.at
            if gate < len(data):
                self._send(exchange, data[:gate])
                rest = data[gate:]
                piece = self._meet(exchange, rule, remaining=len(rest))
                while piece is not None and len(rest) > piece:
                    self._send(exchange, rest[:piece])
                    rest = rest[piece:]
                    if not self._plan.pause(_BETWEEN_PIECES):
                        raise _Over
        client_is_there = not self._client_has_left()
        self._send(exchange, rest)
        exchange.answer_complete = whole and client_is_there

    def _send(self, exchange: WireExchange, data: bytes) -> None:
        with self._plan.changed:  # counted first, so that whoever has the answer finds it counted
            exchange.to_client += len(data)
        self._client.sendall(data)

    def _client_has_left(self) -> bool:
        if self._inbox.unread or not select.select([self._client], [], [], 0)[0]:
            return False
        return self._client.recv(1, socket.MSG_PEEK) == b""

    # --- faults -----------------------------------------------------------------------------------------

    def _meet(self, exchange: WireExchange, rule: Rule, remaining: int = 0) -> int | None:
        """Let the fault act; gives the size of the pieces in which what remains goes on, None for any."""
        exchange.acted = True
        if rule.case.fault is WireFault.TRICKLE:
            return max(1, -(-remaining // _PIECES))
        if rule.case.fault in REPLACEMENTS:
            self._give_wrong_answer(exchange, wrong_answer(rule.case.fault))
        self._act(rule.case.fault)
        return None

    def _act(self, fault: WireFault) -> None:
        """Wait, or end the connection. Raises :class:`_Over`."""
        match fault:
            case WireFault.STALL:
                goes_on = self._plan.hold()
            case WireFault.DELAY:
                goes_on = self._plan.pause(_DELAY)
            case WireFault.SWALLOW:
                self._plan.hold()
                goes_on = False
            case WireFault.RESET | WireFault.REFUSE:
                self._reset(self._server)
                self._reset(self._client)
                goes_on = False
            case _:
                goes_on = False
        if not goes_on:
            self._end(self._server)
            self._end(self._client)
            raise _Over

    def _give_wrong_answer(self, exchange: WireExchange, answer: bytes) -> None:
        exchange.acted = True
        self._end(self._server)
        self._send(exchange, answer)
        self._end(self._client)
        raise _Over

    def _reset(self, peer: socket.socket | None) -> None:
        with self._lock:
            if peer is not None and peer.fileno() >= 0:
                peer.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, _LINGER_FOR_NO_TIME)
                peer.close()

    def _end(self, peer: socket.socket | None) -> None:
        """Say that nothing more comes, and listen to the other side's last words: an end with no RST."""
        if peer is None or peer.fileno() < 0:
            return
        _shut_down(peer, socket.SHUT_WR)
        try:
            while more := peer.recv(CHUNK):
                if peer is self._client and self.record.exchanges:
                    self.record.exchanges[-1].from_client += len(more)
        except OSError:  # or with one: it is over either way
            pass


def _place_in_request(rule: Rule | None, head: int, body: int) -> int | None:
    """The byte before which the fault acts; None where it does not act in the request."""
    if rule is None:
        return None
    match rule.case.stage:
        case WireStage.BEFORE_FIRST_BYTE:
            return 0
        case WireStage.MID_HEADERS:
            place = head // 2 if rule.at is None else rule.at
            return place if place < head else None
        case WireStage.MID_BODY:
            place = body // 2 if rule.at is None else rule.at
            return head + place if place < body else None
    return None


def _shut_down(peer: socket.socket | None, how: int) -> None:
    try:
        if peer is not None:
            peer.shutdown(how)
    except OSError:  # ended already
        return
