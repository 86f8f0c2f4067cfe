"""Secrets never reach a stream, whatever goes wrong."""

from __future__ import annotations

import base64
import ssl
from pathlib import Path

import pytest
import trustme

from exogui.practice.endpoints import Endpoint
from exogui.practice.faults import Close, Redirect, Refuse, Respond, Stage
from exogui.practice.server import PracticeServer
from tests.cli.command_line import exogui, finish, start
from tests.exotel.raw_peer import RawConnection, RawPeer

KEY, TOKEN, ACCESS = "key-0815", "token-4711", "access.4712.x"
PAIR = base64.b64encode(f"{KEY}:{TOKEN}".encode()).decode()

Secrets = tuple[str, ...]


@pytest.fixture
def by_key(server: PracticeServer, monkeypatch: pytest.MonkeyPatch) -> Secrets:
    """A sign-in that the server does not know; gives what must not be told of it."""
    monkeypatch.setenv("EXOGUI_ACCOUNT_SID", server.account_sid)
    monkeypatch.setenv("EXOGUI_BASE_URL", server.base_url)
    monkeypatch.setenv("EXOGUI_API_KEY", KEY)
    monkeypatch.setenv("EXOGUI_API_TOKEN", TOKEN)
    return KEY, TOKEN, PAIR


@pytest.fixture
def by_token(by_key: Secrets, monkeypatch: pytest.MonkeyPatch) -> Secrets:
    """The same with an access token."""
    monkeypatch.setenv("EXOGUI_ACCESS_TOKEN", ACCESS)
    return (ACCESS,)


@pytest.fixture(params=["by_key", "by_token"])
def secrets(request: pytest.FixtureRequest) -> Secrets:
    """Both, one after the other."""
    given: Secrets = request.getfixturevalue(request.param)
    return given


def assert_kept(secrets: Secrets, path: Path, status: int, *words: object) -> None:
    """Upload, in words and in JSON: the exit status must be this, and no secret be told."""
    shapes: tuple[tuple[str, ...], ...] = ((), ("--json",))
    for finished in map(finish, [start("upload", *shape, *words, path) for shape in shapes]):
        said = finished.out + finished.err
        assert finished.status == status, said
        assert said
        assert [secret for secret in secrets if secret in said] == []


def test_that_a_refused_sign_in_tells_no_secret(
    secrets: Secrets, good_file: Path, server: PracticeServer
) -> None:
    assert_kept(secrets, good_file, 2)
    assert {request.status for request in server.requests} == {401}


def test_that_a_server_that_repeats_secrets_is_not_quoted(
    secrets: Secrets, good_file: Path, server: PracticeServer
) -> None:
    server.faults.add(Endpoint.UPLOAD, Refuse(400, f"Refused: {' '.join(secrets)}."))
    assert_kept(secrets, good_file, 2)
    assert "Refused: " in exogui("upload", good_file).err


@pytest.mark.parametrize(
    ("fault", "status"),
    [
        (Close(Stage.BEFORE_ANSWER), 3),
        (Respond(200, f"<p>{KEY} {TOKEN}"), 3),
        (Redirect(f"https://x.example/?token={TOKEN}&key={KEY}"), 2),
    ],
)
def test_that_trouble_on_the_way_tells_no_secret(
    fault: Close | Respond | Redirect, status: int, by_key: Secrets, good_file: Path, server: PracticeServer
) -> None:
    server.faults.add(Endpoint.UPLOAD, fault)
    assert_kept(by_key, good_file, status)


def test_that_a_missing_connection_tells_no_secret(
    by_key: Secrets, good_file: Path, server: PracticeServer
) -> None:
    server.stop()
    assert_kept(by_key, good_file, 2)


def test_that_a_certificate_that_proves_nothing_tells_no_secret(by_key: Secrets, good_file: Path) -> None:
    received: list[bytes] = []

    def listen(connection: RawConnection) -> None:
        received.append(connection.read_head())

    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    trustme.CA().issue_cert("localhost").configure_cert(context)
    with RawPeer(listen, context) as peer:
        assert_kept(by_key, good_file, 2, "--base-url", f"https://localhost:{peer.port}")
    assert peer.connections == 2
    assert b"".join(received) == b""


def test_that_a_password_in_an_address_is_not_repeated(by_key: Secrets, good_file: Path) -> None:
    address = "https://user:geheim@ccm-api.exotel.com"
    assert_kept((*by_key, "geheim"), good_file, 2, "--base-url", address)
