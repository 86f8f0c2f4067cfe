"""Every fault at every stage of every call, seen from both ends by peers with nothing of exogui's in them."""

from __future__ import annotations

import http.client
import json
import socket
from concurrent.futures import ThreadPoolExecutor
from http.client import BadStatusLine, IncompleteRead, RemoteDisconnected
from urllib.parse import urlsplit

import pytest

from exogui.practice.endpoints import Endpoint
from exogui.practice.server import PracticeServer
from tests.faults.faulty_proxy import FaultyProxy
from tests.faults.plain_client import BODY, PlainClient, Reply
from tests.faults.wire_fault import FAULTS, STAGES_OF, WireCase, WireFault, WireStage, matrix

GOES_ON = {WireFault.STALL, WireFault.DELAY, WireFault.TRICKLE}
ONCE_TAKEN = {WireStage.BEFORE_ANSWER, WireStage.MID_ANSWER, WireStage.AFTER_ANSWER}
HEALTHY = {202, 200}
CASES = list(matrix())
UPLOAD, STATUS = Endpoint.UPLOAD, Endpoint.STATUS


ERROR_OF: dict[WireFault, type[Exception]] = {
    WireFault.REFUSE: ConnectionRefusedError,
    WireFault.CUT: RemoteDisconnected,
    WireFault.SWALLOW: RemoteDisconnected,
    WireFault.RESET: ConnectionError,
    WireFault.GARBAGE: BadStatusLine,
    WireFault.BROKEN_CHUNKS: IncompleteRead,
    WireFault.LONG_LENGTH: IncompleteRead,
}


def expected_error(case: WireCase) -> type[Exception] | None:
    """What ``http.client`` must meet with; None for an answer."""
    if case.stage is WireStage.AFTER_ANSWER:
        return None
    if (case.fault, case.stage) == (WireFault.CUT, WireStage.MID_ANSWER):
        return IncompleteRead
    return ERROR_OF.get(case.fault)


def run(case: WireCase, proxy: FaultyProxy, client: PlainClient) -> Reply | Exception:
    """Make the calls up to the one with the fault, releasing what it holds."""
    proxy.add_case(case)
    with ThreadPoolExecutor(1) as pool:
        reply = pool.submit(client.reach, case.endpoint)
        if case.fault in (WireFault.STALL, WireFault.SWALLOW):
            assert proxy.wait_until_held()
            assert case.stage is WireStage.AFTER_ANSWER or not reply.done()
            proxy.release()
        return reply.exception(20) or reply.result()  # type: ignore[return-value]  # no BaseException


@pytest.mark.parametrize("case", CASES, ids=str)
def test_that_each_case_shows_at_both_ends_as_it_is_described(
    case: WireCase, server: PracticeServer, proxy: FaultyProxy, client: PlainClient
) -> None:
    outcome = run(case, proxy, client)

    error = expected_error(case)
    if error is None:
        assert isinstance(outcome, tuple), outcome
        assert outcome[0] in HEALTHY
    else:
        assert isinstance(outcome, error), outcome
        assert (case.fault is WireFault.RESET) == (type(outcome) in {ConnectionResetError, BrokenPipeError})
    proxy.release()
    assert proxy.wait_until_quiet()
    reached = case.fault in GOES_ON or case.stage in ONCE_TAKEN
    assert proxy.deliveries(case.endpoint) == int(reached)
    if case.endpoint is UPLOAD:
        assert len(server.uploads) == int(reached)
    if case.stage is not WireStage.CONNECTING:
        (exchange,) = proxy.exchanges(case.endpoint)
        assert (exchange.fault, exchange.stage, exchange.acted) == (case.fault, case.stage, True)
        delivered = error is None and (case.fault in GOES_ON or case.stage is WireStage.AFTER_ANSWER)
        assert exchange.answer_complete is delivered
        assert exchange.ended


def test_that_the_matrix_has_every_fault_and_every_stage() -> None:
    assert {case.fault for case in CASES} == set(FAULTS)
    assert {case.stage for case in CASES} == set(WireStage)
    assert set(STAGES_OF) == set(WireFault) == {*FAULTS, WireFault.DELIVER_TWICE}
    assert len({str(case) for case in CASES}) == len(CASES)
    assert "reset-mid_body-upload" in {str(case) for case in CASES}
    assert not [case for case in CASES if case.stage is WireStage.MID_BODY and case.endpoint is not UPLOAD]


def test_that_a_fault_that_cannot_happen_then_is_refused(proxy: FaultyProxy) -> None:
    with pytest.raises(ValueError, match="refuse-mid_body-upload"):
        proxy.add(WireFault.REFUSE, WireStage.MID_BODY, UPLOAD)
    with pytest.raises(ValueError, match="cut-mid_body-status"):
        proxy.add(WireFault.CUT, WireStage.MID_BODY, STATUS)


def test_that_a_proxy_with_no_faults_changes_nothing(proxy: FaultyProxy, client: PlainClient) -> None:
    status, file = client.reach(Endpoint.ERROR_FILE)

    assert status == 200
    assert b"INVALID_PHONE" in file
    assert proxy.wait_until_quiet()
    assert [exchange.endpoint for exchange in proxy.exchanges()] == [
        UPLOAD,
        STATUS,
        Endpoint.ERRORS,
        Endpoint.ERROR_FILE,
    ]
    for exchange in proxy.exchanges():
        assert exchange.from_client == exchange.to_server > 0
        assert exchange.from_server == exchange.to_client > 0
        assert (exchange.deliveries, exchange.answer_complete) == (1, True)
    assert [connection.number for connection in proxy.connections] == [1, 2, 3, 4]


@pytest.mark.parametrize("at", [1, 100, len(BODY) - 1])
@pytest.mark.parametrize("fault", [WireFault.CUT, WireFault.RESET])
def test_that_a_body_breaks_off_after_exactly_so_many_bytes(
    fault: WireFault, at: int, server: PracticeServer, proxy: FaultyProxy, client: PlainClient
) -> None:
    proxy.add(fault, WireStage.MID_BODY, UPLOAD, at=at)

    with pytest.raises(ConnectionError):
        client.upload()

    assert proxy.wait_until_quiet()
    (exchange,) = proxy.exchanges()
    head = exchange.from_client - len(BODY)
    if fault is WireFault.CUT:
        assert exchange.to_server == head + at
        assert server.requests[0].body == BODY[:at]
    assert exchange.deliveries == 0
    assert server.uploads == ()


@pytest.mark.parametrize("at", [1, 40])
def test_that_the_head_of_a_request_breaks_off_after_exactly_so_many_bytes(
    at: int, proxy: FaultyProxy, client: PlainClient
) -> None:
    proxy.add(WireFault.CUT, WireStage.MID_HEADERS, UPLOAD, at=at)

    with pytest.raises(RemoteDisconnected):
        client.upload()

    assert proxy.wait_until_quiet()
    assert proxy.exchanges()[0].to_server == at


@pytest.mark.parametrize("at", [1, 40])
def test_that_the_head_of_an_answer_breaks_off_after_exactly_so_many_bytes(
    at: int, proxy: FaultyProxy
) -> None:
    proxy.add(WireFault.CUT, WireStage.MID_ANSWER, UPLOAD, at=at)

    with socket.create_connection(_address(proxy)) as peer:
        peer.sendall(_raw_upload())
        received = _read_all(peer)

    assert received == b"HTTP/1.1 202 Accepted\r\nServer: practice\r\n"[:at]
    assert proxy.wait_until_quiet()
    (exchange,) = proxy.exchanges()
    assert (exchange.to_client, exchange.status, exchange.deliveries) == (at, 202, 1)
    assert not exchange.answer_complete


def test_that_a_fault_beyond_the_end_of_the_message_does_not_act(
    proxy: FaultyProxy, client: PlainClient
) -> None:
    proxy.add(WireFault.CUT, WireStage.MID_BODY, UPLOAD, at=len(BODY))

    assert client.upload()[0] == 202
    assert not proxy.exchanges()[0].acted


def test_that_faults_let_requests_pass_first_and_end_after_their_number(
    proxy: FaultyProxy, client: PlainClient
) -> None:
    proxy.add(WireFault.CUT, WireStage.BEFORE_ANSWER, STATUS, skip=1, times=2)
    outcomes = []

    for _ in range(5):
        try:
            outcomes.append(client.status()[0])
        except RemoteDisconnected:
            outcomes.append(0)

    assert outcomes == [404, 0, 0, 404, 404]


def test_that_what_was_held_arrives_although_the_client_has_left(
    server: PracticeServer, proxy: FaultyProxy
) -> None:
    proxy.add(WireFault.STALL, WireStage.BEFORE_FIRST_BYTE, UPLOAD)
    with socket.create_connection(_address(proxy)) as peer:
        peer.sendall(_raw_upload())
        assert proxy.wait_until_held()
    assert not server.requests

    proxy.release()

    assert proxy.wait_until_quiet()
    assert len(server.uploads) == 1
    (exchange,) = proxy.exchanges()
    assert (exchange.deliveries, exchange.answer_complete) == (1, False)


def test_that_a_refusal_lasts_until_it_is_released(proxy: FaultyProxy, client: PlainClient) -> None:
    proxy.add(WireFault.REFUSE, WireStage.CONNECTING, UPLOAD)
    for _ in range(3):
        with pytest.raises(ConnectionRefusedError):
            client.upload()
    address = proxy.base_url

    proxy.release()

    assert client.upload()[0] == 202
    assert proxy.base_url == address
    assert len(proxy.connections) == 1


def test_that_a_refusal_can_wait_for_an_answer(proxy: FaultyProxy, client: PlainClient) -> None:
    proxy.add(WireFault.REFUSE, WireStage.CONNECTING, STATUS, skip=1)

    assert client.upload()[0] == 202
    assert client.upload()[0] == 202
    with pytest.raises(ConnectionRefusedError):
        client.status()


def test_that_a_kept_connection_ends_where_the_next_one_is_to_fail(
    proxy: FaultyProxy, client: PlainClient
) -> None:
    proxy.add(WireFault.RESET, WireStage.CONNECTING, STATUS)

    with socket.create_connection(_address(proxy), 10) as peer:
        peer.sendall(_raw_upload().replace(b"Connection: close\r\n", b""))
        answer = _read_all(peer)  # and with it the end of the connection

    assert answer.startswith(b"HTTP/1.1 202 ")
    assert b"\r\nConnection: close\r\n" in answer
    with pytest.raises(ConnectionError):  # while connecting, sending or reading: whatever it comes to first
        client.status()
    assert [connection.fault for connection in proxy.connections] == [None, WireFault.RESET]


def test_that_a_kept_connection_carries_several_requests(proxy: FaultyProxy) -> None:
    proxy.add(WireFault.CUT, WireStage.BEFORE_FIRST_BYTE, STATUS, skip=2)
    connection = http.client.HTTPConnection(urlsplit(proxy.base_url).netloc, timeout=10)
    for _ in range(2):
        connection.request("GET", "/v2/accounts/practice/contacts/upload/any")
        assert connection.getresponse().read()

    connection.request("GET", "/v2/accounts/practice/contacts/upload/any")
    with pytest.raises(RemoteDisconnected):
        connection.getresponse()
    connection.close()

    assert proxy.wait_until_quiet()
    (only,) = proxy.connections
    assert [exchange.deliveries for exchange in only.exchanges] == [1, 1, 0]


def test_that_a_duplicate_is_the_same_answer_again(proxy: FaultyProxy) -> None:
    proxy.add(WireFault.DUPLICATE, WireStage.AFTER_ANSWER, UPLOAD)
    with socket.create_connection(_address(proxy)) as peer:
        peer.sendall(_raw_upload())
        received = _read_all(peer)

    assert received[: len(received) // 2] * 2 == received
    assert received.count(b"HTTP/1.1 202") == 2
    assert proxy.deliveries(UPLOAD) == 1


def test_that_wrong_answers_are_wrong_in_their_own_way(proxy: FaultyProxy, client: PlainClient) -> None:
    for fault in (WireFault.HTML_PAGE, WireFault.TRUNCATED_JSON, WireFault.SHORT_LENGTH):
        proxy.add(fault, WireStage.BEFORE_ANSWER, UPLOAD)

    portal, cut, short = client.upload(), client.upload(), client.upload()

    assert portal[1].startswith(b"<!doctype html>")
    for reply in (cut, short):
        assert reply[0] == 202
        with pytest.raises(json.JSONDecodeError):
            json.loads(reply[1])
    assert proxy.wait_until_quiet()
    exchanges = proxy.exchanges()
    assert [(exchange.status, exchange.answer_complete) for exchange in exchanges] == [(202, False)] * 3
    assert exchanges[1].to_client < exchanges[1].from_server == exchanges[2].from_server
    assert exchanges[2].to_client == exchanges[2].from_server


def test_that_a_gateway_that_tries_again_makes_two_uploads_of_one(
    server: PracticeServer, proxy: FaultyProxy, client: PlainClient
) -> None:
    proxy.add(WireFault.DELIVER_TWICE, WireStage.BEFORE_ANSWER, UPLOAD)

    _status, body = client.upload()

    assert proxy.deliveries(UPLOAD) == 2
    assert [upload.upload_id for upload in server.uploads][1] in body.decode()


def test_that_an_early_answer_gets_through_while_the_body_is_on_its_way(proxy: FaultyProxy) -> None:
    with socket.create_connection(_address(proxy)) as peer:
        peer.sendall(b"POST /v2/x HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n")
        assert peer.recv(12) == b"HTTP/1.1 411"


def test_that_a_server_may_go_away_and_come_back_behind_the_proxy(
    server: PracticeServer, proxy: FaultyProxy, client: PlainClient
) -> None:
    server.stop()
    with pytest.raises(ConnectionError):
        client.upload()
    server.start()

    assert client.upload()[0] == 202
    assert [exchange.deliveries for exchange in proxy.exchanges()] == [0, 1]


@pytest.mark.parametrize("stage", list(WireStage))
def test_that_a_stop_ends_what_is_held(stage: WireStage, server: PracticeServer) -> None:
    proxy = FaultyProxy(server)
    proxy.add(WireFault.STALL, stage, UPLOAD)
    with ThreadPoolExecutor(1) as pool:
        reply = pool.submit(PlainClient(proxy.base_url).upload)
        assert proxy.wait_until_held()

        proxy.stop()

        assert isinstance(reply.exception(10), OSError | http.client.HTTPException) or (
            stage is WireStage.AFTER_ANSWER and reply.result()[0] == 202
        )
    assert all(connection.ended for connection in proxy.connections)
    with pytest.raises(ConnectionRefusedError):
        socket.create_connection(_address(proxy))
    assert server.announced_error_files_url == server.error_files_url


def test_that_a_large_body_passes_unchanged(
    server: PracticeServer, proxy: FaultyProxy, client: PlainClient
) -> None:
    body = BODY + b"\0" * 5_000_000

    client.upload(body)

    assert server.requests[0].body == body


def _address(proxy: FaultyProxy) -> tuple[str, int]:
    return "127.0.0.1", urlsplit(proxy.base_url).port or 0


def _read_all(peer: socket.socket) -> bytes:
    received = b""
    while chunk := peer.recv(65536):
        received += chunk
    return received


def _raw_upload() -> bytes:
    return (
        b"POST /v2/accounts/practice/contacts/upload HTTP/1.1\r\nHost: x\r\nConnection: close\r\n"
        b"Authorization: Basic cHJhY3RpY2Uta2V5OnByYWN0aWNlLXRva2Vu\r\n"
        b"Content-Type: multipart/form-data; boundary=x\r\nContent-Length: %d\r\n\r\n" % len(BODY)
    ) + BODY
