"""Files to send, an Exotel to send them to, and the environment that signs in to it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from exogui.practice.server import PracticeServer
from tests.cli.command_line import end_all

WriteFile = Callable[[str], Path]


@pytest.fixture(autouse=True)
def elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Commands run where people run them: not in the checkout."""
    monkeypatch.chdir(tmp_path)


@pytest.fixture(autouse=True)
def _none_left_running() -> Iterator[None]:
    yield
    end_all()


@pytest.fixture
def server() -> Iterator[PracticeServer]:
    """An Exotel that processes uploads in no time."""
    with PracticeServer(processing_seconds=0) as running:
        yield running


@pytest.fixture
def slow_server() -> Iterator[PracticeServer]:
    """An Exotel that processes uploads until it is told to be done."""
    with PracticeServer(processing_seconds=float("inf"), estimated_seconds=0) as running:
        yield running


SignIn = Callable[[PracticeServer], None]


@pytest.fixture
def sign_in(monkeypatch: pytest.MonkeyPatch) -> SignIn:
    """Lets the environment hold the account of a server."""

    def put(server: PracticeServer) -> None:
        monkeypatch.setenv("EXOGUI_ACCOUNT_SID", server.account_sid)
        monkeypatch.setenv("EXOGUI_API_KEY", server.api_key)
        monkeypatch.setenv("EXOGUI_API_TOKEN", server.api_token)
        monkeypatch.setenv("EXOGUI_BASE_URL", server.base_url)

    return put


@pytest.fixture
def signed_in(server: PracticeServer, sign_in: SignIn) -> PracticeServer:
    """The server whose account the environment holds."""
    sign_in(server)
    return server


@pytest.fixture
def write_file(tmp_path: Path) -> WriteFile:
    """Writes a contacts file; gives its path."""

    def write(text: str) -> Path:
        path = tmp_path / "contacts.csv"
        path.write_bytes(text.encode())
        return path

    return write


@pytest.fixture
def good_file(write_file: WriteFile) -> Path:
    """Three contacts that nobody refuses."""
    return write_file(
        "phone_number,first_name,Remarks\n+919876543210,Asha,a\n+919876543211,Ravi,b\n+6591234567,Mei,c\n"
    )


@pytest.fixture
def mixed_file(write_file: WriteFile) -> Path:
    """A good row, one with an error, one that only Exotel refuses, and another good one."""
    return write_file(
        "Mobile,First Name,E-mail,Remarks\n"
        "+919876543210,Asha,asha@example.com,one\n"
        "9876543211,Ravi,ravi@example.com,two\n"
        "+919999900017,Mei,mei@example.com,three\n"
        "+919876543213,अनिता,anita@example.com,four\n"
    )
