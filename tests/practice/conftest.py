"""A practice server and a client for it."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from exogui.practice.server import PracticeServer
from tests.practice.caller import Caller

Practice = Callable[..., Caller]


@pytest.fixture
def practice() -> Iterator[Practice]:
    """Call it with the server's options: gives a client of a server that runs until the test ends."""
    callers: list[Caller] = []

    def start(**options: object) -> Caller:
        options = {"processing_seconds": 0.0, **options}
        server = PracticeServer(**options)  # type: ignore[arg-type]  # whatever the server takes
        server.start()
        callers.append(Caller(server))
        return callers[-1]

    yield start
    for caller in callers:
        caller.close()
        caller.server.stop()


@pytest.fixture
def caller(practice: Practice) -> Caller:
    """A client of a server that processes uploads in no time."""
    return practice()
