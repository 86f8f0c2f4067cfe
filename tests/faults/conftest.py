"""A practice server with a proxy before it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from exogui.practice.server import PracticeServer
from tests.faults.faulty_proxy import FaultyProxy
from tests.faults.plain_client import PlainClient


@pytest.fixture
def server() -> Iterator[PracticeServer]:
    with PracticeServer(processing_seconds=0) as running:
        yield running


@pytest.fixture
def proxy(server: PracticeServer) -> Iterator[FaultyProxy]:
    with FaultyProxy(server) as running:
        yield running


@pytest.fixture
def client(proxy: FaultyProxy) -> PlainClient:
    return PlainClient(proxy.base_url)
