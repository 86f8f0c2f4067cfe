"""A proxy between a client and the practice server that goes wrong on demand, and remembers what passed.

It works on bytes, knows neither side's code beyond Exotel's addresses, and so can say what really happened::

    with PracticeServer() as server, FaultyProxy(server) as proxy:
        proxy.add(WireFault.RESET, WireStage.MID_BODY, Endpoint.UPLOAD)
        ...  # a client that is told proxy.base_url
        assert proxy.deliveries(Endpoint.UPLOAD) == 0
"""

from __future__ import annotations

import socket
import threading
from collections.abc import Callable
from types import TracebackType
from typing import Self
from urllib.parse import urlsplit

from exogui.practice.endpoints import Endpoint
from exogui.practice.server import PracticeServer
from tests.faults.door import Door
from tests.faults.fault_plan import PREDECESSOR, FaultPlan, Rule
from tests.faults.proxied_connection import ProxiedConnection
from tests.faults.wire_fault import WireCase, WireFault, WireStage
from tests.faults.wire_record import WireConnection, WireExchange


class FaultyProxy:
    """Stands before both ports of one practice server, and has it announce error files at its own address.

    The server may stop and start behind it. While it is away, connections to the proxy are reset. A kept
    connection stays kept. An answer goes on once the proxy has all of it.
    """

    def __init__(self, server: PracticeServer) -> None:
        """Listens from now on, until :meth:`stop` or the end of a ``with``."""
        self._server = server
        self._plan = FaultPlan()
        self._lock = threading.RLock()
        self._stopped = False
        self._connections: list[ProxiedConnection] = []
        self._api = Door(lambda client: self._enter(client, at_error_files=False))
        self._files = Door(lambda client: self._enter(client, at_error_files=True))
        server.announced_error_files_url = self.error_files_url

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.stop()

    def stop(self) -> None:
        """End everything, wait for the threads, and let the server announce its own address again."""
        self._plan.stop()
        with self._lock:
            self._stopped = True
            for door in (self._api, self._files):
                door.remove()
        for connection in self._connections:
            connection.abort()
        for connection in self._connections:
            connection.thread.join()
        self._server.announced_error_files_url = None

    @property
    def base_url(self) -> str:
        """Where clients find the API."""
        return f"http://127.0.0.1:{self._api.port}"

    @property
    def error_files_url(self) -> str:
        """Where clients find the error files."""
        return f"http://127.0.0.1:{self._files.port}"

    # --- the plan ---------------------------------------------------------------------------------------

    def add(
        self,
        fault: WireFault,
        stage: WireStage,
        endpoint: Endpoint,
        *,
        at: int | None = None,
        times: int | None = 1,
        skip: int = 0,
        following: Endpoint | None = None,
    ) -> None:
        """Plan a fault for the next ``times`` requests to ``endpoint`` (None: all), after ``skip`` of them.

        ``at`` is the number of bytes that pass before it acts: of the request's head or body at
        ``MID_HEADERS`` and ``MID_BODY``, of the answer, head and all, at ``MID_ANSWER``; by default it acts
        in the middle of the head or body, of the answer's body at ``MID_ANSWER``. One fault a request:
        the first that was planned.

        While a client connects nobody knows what it will ask. A fault at ``CONNECTING`` therefore meets the
        next connection to the error files for ``ERROR_FILE``, and otherwise the next to the API after
        ``skip`` + 1 answers to ``following``, by default the call before (:data:`PREDECESSOR`: right where
        the server is done with an upload at once); for the first calls, after ``skip`` connections. That
        answer also ends its connection, so that the client has to knock again.

        Raises ValueError for a fault that cannot happen then.
        """
        case = WireCase(fault, stage, endpoint)
        if not case.makes_sense:
            raise ValueError(f"There is no {case}")
        if stage is WireStage.CONNECTING:
            following = following or PREDECESSOR.get(endpoint)
        if fault is WireFault.REFUSE:
            times = None
        self._plan.add(Rule(case, at, times, skip, following))
        self._mind_doors()

    def add_case(self, case: WireCase) -> None:
        """Plan one case of the matrix, once."""
        self.add(case.fault, case.stage, case.endpoint)

    def release(self) -> None:
        """Let what is held go on, end pauses and refusals. What is planned and has not begun stays."""
        self._plan.release(forget=False)
        self._mind_doors()

    def clear(self) -> None:
        """:meth:`release`, and forget what is planned."""
        self._plan.release(forget=True)
        self._mind_doors()

    def wait_until_held(self, count: int = 1, timeout: float = 5.0) -> bool:
        """Wait until so many are held by ``STALL`` or ``SWALLOW``; False if the time (seconds) ran out."""
        return self._plan.wait_until_held(count, timeout)

    # --- what happened ----------------------------------------------------------------------------------

    @property
    def connections(self) -> tuple[WireConnection, ...]:
        """Every connection so far, in order, with what passed on it."""
        with self._plan.changed:
            return tuple(connection.snapshot() for connection in self._connections)

    def exchanges(self, endpoint: Endpoint | None = None) -> tuple[WireExchange, ...]:
        """The requests so far, those of one connection together; of one endpoint or of all."""
        return tuple(
            exchange
            for connection in self.connections
            for exchange in connection.exchanges
            if endpoint is None or exchange.endpoint is endpoint
        )

    def deliveries(self, endpoint: Endpoint) -> int:
        """How many whole requests to ``endpoint`` the server got."""
        return sum(exchange.deliveries for exchange in self.exchanges(endpoint))

    def wait_until_quiet(self, timeout: float = 5.0) -> bool:
        """Wait until every connection has ended; False if the time (seconds) ran out."""
        return self.wait_for(lambda: all(each.record.ended for each in self._connections), timeout)

    def wait_for(self, condition: Callable[[], bool], timeout: float = 5.0) -> bool:
        """Wait until ``condition``, looked at whenever something has passed; False if the time ran out."""
        with self._plan.changed:
            return self._plan.changed.wait_for(condition, timeout)

    # --- doors ------------------------------------------------------------------------------------------

    def _enter(self, client: socket.socket, *, at_error_files: bool) -> None:
        client.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        url = self._server.error_files_url if at_error_files else self._server.base_url
        with self._plan.changed:
            connection = ProxiedConnection(
                len(self._connections) + 1,
                client,
                urlsplit(url).port or 0,
                self._plan,
                at_error_files=at_error_files,
                mind_doors=self._mind_doors,
            )
            self._connections.append(connection)
        connection.thread.start()

    def _mind_doors(self) -> None:
        with self._lock:
            if self._stopped:
                return
            for door, at_error_files in ((self._api, False), (self._files, True)):
                if self._plan.refuses(at_error_files=at_error_files):
                    door.close()
                else:
                    door.open()
