"""Answers that mean harm, over real HTTP: read, refused, and never more than text."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from exogui.exotel.client import ContactsClient
from exogui.exotel.errors import ExotelError, FileRefused, SignInUnavailable, UnreadableAnswer
from exogui.exotel.responses import MAX_ID_CHARACTERS
from exogui.exotel.transport import MAX_ANSWER_BYTES
from exogui.practice.endpoints import Endpoint
from exogui.practice.faults import Fault, GzipBomb, Respond
from exogui.practice.server import PracticeServer
from tests.exotel.conftest import KEY, send
from tests.exotel.raw_peer import RawConnection, RawPeer

Call = Callable[[ContactsClient, Path], object]

CALLS: dict[str, Call] = {
    "upload": send,
    "status": lambda client, _path: client.upload_status("u"),
    "errors": lambda client, _path: client.refused_rows("u"),
    "token": lambda client, _path: client.request_access_token(KEY),
}

UNREADABLE: dict[str, Fault] = {
    "deep lists": Respond(200, "[" * 1_000_000),
    "deep objects": Respond(200, '{"response":' * 200_000),
    "deep and whole": Respond(200, '{"response":' * 50_000 + "1" + "}" * 50_000),
    "a number of a million digits": Respond(
        200, '{"response": {"data": {"upload_id": ' + "9" * 10**6 + "}}}"
    ),
    "no encoding": Respond(200, b'{"response": "\xff\xfe\xfd"}'),
    "not a number": Respond(200, '{"response": {"data": {"upload_id": NaN, "access_token": Infinity}}}'),
    "lists of nothing": Respond(200, '{"response": [[[]]], "data": [[]]}'),
    "too large": Respond(200, b" " * (MAX_ANSWER_BYTES + 1)),
    "too large once unpacked": GzipBomb(MAX_ANSWER_BYTES + 1_000_000),
    "a web page": Respond(200, "<html><script>alert(1)</script>", content_type="text/html"),
    "half an answer": Respond(200, '{"response": {"data": {"upload_id": "u"'),
    "nothing": Respond(200),
}


@pytest.mark.parametrize("name", UNREADABLE)
@pytest.mark.parametrize("call", CALLS)
def test_that_what_cannot_be_read_is_called_so(
    server: PracticeServer, client: ContactsClient, small_file: Path, call: str, name: str
) -> None:
    server.faults.add(Endpoint(call), UNREADABLE[name])
    with pytest.raises(UnreadableAnswer):
        CALLS[call](client, small_file)


@pytest.mark.parametrize("name", UNREADABLE)
def test_that_a_token_that_cannot_be_read_leaves_the_call_unmade(
    server: PracticeServer, client: ContactsClient, name: str
) -> None:
    server.expire_access_tokens()
    server.faults.add(Endpoint.STATUS, Respond(401))
    server.faults.add(Endpoint.TOKEN, UNREADABLE[name])
    with pytest.raises(SignInUnavailable):
        client.upload_status("u")


EVIL = "\ud800half\x00nul\x1b[2J\u202egnp.exe\u2028<b>bold</b>\r\nX: y"


def test_that_words_become_one_line_without_what_cannot_be_seen(
    server: PracticeServer, client: ContactsClient, small_file: Path
) -> None:
    body = json.dumps({"request_id": EVIL, "response": {"code": 400, "error_data": {"message": EVIL * 99}}})
    server.faults.add(Endpoint.UPLOAD, Respond(400, body, headers=(("X-Request-Id", "<i>"),)))
    with pytest.raises(FileRefused) as caught:
        send(client, small_file)
    for said in (caught.value.words, caught.value.request_id):
        assert said.isprintable()
        assert said.startswith("?half nul [2J gnp.exe <b>bold</b> X: y")
        said.encode()
    assert len(caught.value.words) <= 300
    assert len(caught.value.request_id) <= 100


def answer_with(data: dict[str, Any]) -> Respond:
    return Respond(200, json.dumps({"response": {"data": data}}))


@pytest.fixture
def told(server: PracticeServer, client: ContactsClient, small_file: Path) -> Callable[..., str]:
    """Gives the id that an upload gets, where Exotel says these things of it."""

    def say(**data: object) -> str:
        server.faults.add(Endpoint.UPLOAD, answer_with(data))
        return send(client, small_file).upload_id

    return say


@pytest.mark.parametrize(
    ("upload_id", "path"),
    [
        ("../../../v1/admin", "..%2F..%2F..%2Fv1%2Fadmin"),
        ("a?b#c", "a%3Fb%23c"),
        ("a\r\nHost: b", "a%0D%0AHost%3A%20b"),
        ("a\x00b", "a%00b"),
        ("\ud800", "%3F"),
        ("%2e%2e", "%252e%252e"),
        ("ａ", "%EF%BD%81"),
        (10**30, "1" + "0" * 30),
    ],
)
def test_that_an_id_stays_one_segment_of_the_path(
    server: PracticeServer,
    client: ContactsClient,
    told: Callable[..., str],
    upload_id: object,
    path: str,
) -> None:
    given = told(upload_id=upload_id)
    with pytest.raises(ExotelError):
        client.upload_status(given)
    assert server.requests[-1].path == f"/v2/accounts/{server.account_sid}/contacts/upload/{path}"
    assert server.requests[-1].header("Host") == server.base_url.removeprefix("http://")


@pytest.mark.parametrize(
    "upload_id", [".", "..", "", " ", None, True, 1.5, [], {}, "x" * (MAX_ID_CHARACTERS + 1)]
)
def test_that_what_cannot_be_an_id_is_none(told: Callable[..., str], upload_id: object) -> None:
    with pytest.raises(UnreadableAnswer):
        told(upload_id=upload_id)


def test_that_counts_and_rows_of_any_kind_become_what_they_should_be_or_nothing(
    server: PracticeServer, client: ContactsClient, small_file: Path
) -> None:
    upload_id = send(client, small_file).upload_id
    counts = {"successful": 10**400, "failed": {"a": 1}, "duplicates_skipped": -1, "total_records": "１"}
    server.faults.add(Endpoint.STATUS, answer_with({**counts, "status": ["completed"]}))
    with pytest.raises(UnreadableAnswer):
        client.upload_status(upload_id)
    row = {"row_number": "1e3", "phone_number": 9.5, "error_code": EVIL, "error_message": EVIL * 999}
    listed: list[Any] = [row, None, 7, [row], {"row_number": {}, "phone_number": ["+91"], "error_code": None}]
    server.faults.add(Endpoint.ERRORS, answer_with({"errors": listed, "error_count": "9" * 99}))
    page = client.refused_rows(upload_id)
    assert page.error_count is None
    first, last = page.rows
    assert (first.row_number, first.phone_number) == (None, "")
    assert first.error_code.isascii()
    assert len(first.error_message) <= 1000
    assert (last.row_number, last.phone_number, last.error_code, last.error_message) == (None, "", "", "")
    for part in (first.error_code, first.error_message):
        part.encode()


@pytest.mark.parametrize(
    "head",
    [
        b"HTTP/1.1 200 OK\r\n" + b"X: y\r\n" * 5000,
        b"HTTP/1.1 200 OK\r\nX: " + b"y" * 10**6 + b"\r\n\r\n",
        b"HTTP/1.1 200 OK\r\nContent-Length: -5\r\n\r\n{}",
        b"HTTP/1.1 200 OK\r\nContent-Length: 5, 6\r\n\r\n{}",
        b"HTTP/1.1 200 OK\r\nContent-Length: 99999999999999999999\r\n\r\n{}",
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n-1\r\n{}",
        b"HTTP/1.1 200 OK\r\nContent-Encoding: gzip, gzip, gzip, gzip, gzip, gzip\r\n\r\n{}",
        b"HTTP/1.1 99999 OK\r\n\r\n{}",
        b"HTTP/9.9 200 OK\r\n\r\n{}",
        b"\x00" * 100_000,
    ],
    ids=range(10),
)
def test_that_a_broken_head_is_trouble_and_nothing_else(head: bytes) -> None:
    def behave(connection: RawConnection) -> None:
        connection.read_head()
        connection.sock.sendall(head)

    with RawPeer(behave) as peer, pytest.raises(ExotelError):
        ContactsClient("sid", peer.url, KEY).upload_status("u")
