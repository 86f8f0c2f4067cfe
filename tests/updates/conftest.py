"""A server that names the latest version."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.updates.news_server import NewsServer


@pytest.fixture
def news() -> Iterator[NewsServer]:
    server = NewsServer()
    yield server
    server.stop()
