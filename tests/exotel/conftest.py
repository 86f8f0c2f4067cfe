"""A practice server, a part to send and a client for it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from exogui.exotel.accounts import ApiKey
from exogui.exotel.cancellation import CancelToken
from exogui.exotel.client import ContactsClient
from exogui.exotel.responses import UploadAccepted
from exogui.exotel.transport import Timeouts
from exogui.practice.server import PracticeServer

MakeClient = Callable[..., ContactsClient]

KEY = ApiKey(PracticeServer.api_key, PracticeServer.api_token)


@pytest.fixture
def server() -> Iterator[PracticeServer]:
    with PracticeServer(processing_seconds=0) as running:
        yield running


@pytest.fixture
def small_file(tmp_path: Path) -> Path:
    path = tmp_path / "part.csv"
    path.write_bytes(b"phone_number,first_name\r\n+919876543210,Asha\r\n12,Ravi\r\n")
    return path


@pytest.fixture
def make_client() -> MakeClient:
    """Clients for any address; on the practice server's key."""

    def make(base_url: str, cancel: CancelToken | None = None, **timeouts: float) -> ContactsClient:
        return ContactsClient(
            PracticeServer.account_sid,
            base_url,
            KEY,
            cancel,
            timeouts=Timeouts(**{"connect": 5, "send": 5, "answer": 5, "whole_answer": 5, **timeouts}),
        )

    return make


@pytest.fixture
def client(server: PracticeServer, make_client: MakeClient) -> ContactsClient:
    return make_client(server.base_url)


def send(client: ContactsClient, path: Path, **options: object) -> UploadAccepted:
    return client.upload(path, "contacts.csv", size=path.stat().st_size, **options)  # type: ignore[arg-type]


@pytest.fixture
def large_file(tmp_path: Path) -> Path:
    path = tmp_path / "large.csv"
    path.write_bytes(b"phone_number,first_name\r\n" + (b"+919876543210," + b"a" * 170 + b"\r\n") * 45_000)
    return path
