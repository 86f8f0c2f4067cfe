"""What a proxy saw, so that a test can state what really happened without asking either side."""

from __future__ import annotations

from dataclasses import dataclass, field

from exogui.practice.endpoints import Endpoint
from tests.faults.wire_fault import WireFault, WireStage


@dataclass(slots=True)
class WireExchange:
    """One request and its answer, as bytes. A copy: it does not change any more."""

    connection: int
    """The number of its connection, from 1."""
    endpoint: Endpoint | None
    """None for a path that Exotel does not document."""
    method: str
    path: str
    fault: WireFault | None = None
    """The fault that was planned for it."""
    stage: WireStage | None = None
    acted: bool = False
    """Whether the fault came to pass: one at a byte that the message does not have never does."""
    from_client: int = 0
    """Bytes of the request that were read; after a cut, those too that went nowhere."""
    to_server: int = 0
    from_server: int = 0
    to_client: int = 0
    deliveries: int = 0
    """How often the server got the whole request."""
    status: int | None = None
    """What the server answered, whether or not the client heard."""
    answer_complete: bool = False
    """Whether the server's whole answer went to a client that was still there."""
    ended: bool = False
    """Whether nothing more will happen to it."""

    @property
    def request_complete(self) -> bool:
        """Whether the server got the whole request."""
        return self.deliveries > 0


@dataclass(slots=True)
class WireConnection:
    """One connection that a client opened. A copy: it does not change any more."""

    number: int
    fault: WireFault | None = None
    """The fault that met it while it connected."""
    exchanges: list[WireExchange] = field(default_factory=list)
    ended: bool = False

    @property
    def from_client(self) -> int:
        """Bytes of all its requests."""
        return sum(exchange.from_client for exchange in self.exchanges)

    @property
    def to_client(self) -> int:
        """Bytes of all its answers."""
        return sum(exchange.to_client for exchange in self.exchanges)
