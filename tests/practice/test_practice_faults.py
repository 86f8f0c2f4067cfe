"""Each thing that can go wrong, seen from the other end of a real connection."""

from __future__ import annotations

import gzip
import socket
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from urllib.parse import urlsplit

import pytest
import requests

from exogui.practice.endpoints import Endpoint
from exogui.practice.faults import (
    HTML_PAGE,
    AnswerEarly,
    Close,
    Delay,
    ExpireTokens,
    Fault,
    GzipBomb,
    Redirect,
    Refuse,
    Reset,
    Respond,
    SetData,
    SlowBody,
    Stage,
    Stall,
    StatusWord,
    TooManyRequests,
    Truncate,
)
from tests.practice.caller import Caller, Sign
from tests.practice.conftest import Practice

FILE = "phone_number\n+919876543210\n"
UPLOAD = Endpoint.UPLOAD
STATUS = Endpoint.STATUS


@contextmanager
def connection_to(caller: Caller) -> Iterator[socket.socket]:
    """A bare connection to the API."""
    with socket.create_connection(("127.0.0.1", urlsplit(caller.server.base_url).port or 0), 10) as peer:
        yield peer


def upload_head(caller: Caller, length: int) -> bytes:
    """The head of an upload request whose body is still to come."""
    return (
        f"POST /v2/accounts/practice/contacts/upload HTTP/1.1\r\nHost: x\r\nContent-Length: {length}\r\n"
        f"Authorization: Bearer {caller.server.issue_access_token()}\r\n"
        "Content-Type: multipart/form-data; boundary=x\r\n\r\n"
    ).encode()


def read_all(peer: socket.socket) -> bytes:
    """Everything until the server ends the connection."""
    received = b""
    while chunk := peer.recv(65536):
        received += chunk
    return received


@pytest.mark.parametrize("stage", [Stage.BEFORE_BODY, Stage.AFTER_BODY, Stage.BEFORE_ANSWER])
def test_that_a_reset_reaches_the_client_as_one(caller: Caller, stage: Stage) -> None:
    caller.server.faults.add(UPLOAD, Reset(stage))

    with connection_to(caller) as peer:
        peer.sendall(upload_head(caller, 4) + b"body")
        with pytest.raises(ConnectionResetError):
            read_all(peer)

    assert [request.status for request in caller.server.requests] == [None]


@pytest.mark.parametrize(
    ("stage", "accepted"),
    [
        (Stage.BEFORE_BODY, 0),
        (Stage.IN_BODY, 0),
        (Stage.AFTER_BODY, 0),
        (Stage.BEFORE_ANSWER, 1),
        (Stage.IN_ANSWER, 1),
    ],
)
@pytest.mark.parametrize("kind", [Reset, Close])
def test_that_only_a_late_end_leaves_an_upload_behind(
    caller: Caller, kind: Callable[[Stage, int], Fault], stage: Stage, accepted: int
) -> None:
    caller.server.faults.add(UPLOAD, kind(stage, 10))

    with pytest.raises((requests.ConnectionError, requests.exceptions.ChunkedEncodingError)):
        caller.upload(FILE)

    assert len(caller.server.uploads) == accepted
    assert len(caller.server.contacts) == accepted


def test_that_an_end_in_the_body_comes_after_exactly_so_many_bytes(caller: Caller) -> None:
    caller.server.faults.add(UPLOAD, Close(Stage.IN_BODY, 100))

    with connection_to(caller) as peer:
        peer.sendall(upload_head(caller, 1000) + b"x" * 100)
        assert read_all(peer) == b""

    assert caller.server.requests[0].body == b"x" * 100


def test_that_an_end_in_the_answer_cuts_it_short(caller: Caller) -> None:
    caller.server.faults.add(STATUS, Close(Stage.IN_ANSWER, 5))

    with connection_to(caller) as peer:
        peer.sendall(b"GET /v2/accounts/practice/contacts/upload/a HTTP/1.1\r\nHost: x\r\n\r\n")
        head, _, body = read_all(peer).partition(b"\r\n\r\n")

    assert len(body) == 5
    length = next(line for line in head.splitlines() if line.startswith(b"Content-Length"))
    assert int(length.split()[1]) > 5


def test_that_a_client_that_gives_up_halfway_leaves_no_upload(caller: Caller) -> None:
    with connection_to(caller) as peer:
        peer.sendall(upload_head(caller, 1000) + b"half")

    caller.status("any")
    assert caller.server.uploads == ()


@pytest.mark.parametrize("status", [401, 413])
def test_that_an_early_answer_does_not_wait_for_the_body(caller: Caller, status: int) -> None:
    caller.server.faults.add(UPLOAD, AnswerEarly(status))

    with connection_to(caller) as peer:
        peer.sendall(upload_head(caller, 5_000_000))
        answer = read_all(peer)

    assert answer.startswith(f"HTTP/1.1 {status} ".encode())
    assert b"Connection: close" in answer


@pytest.mark.parametrize("stage", list(Stage))
def test_that_a_stall_holds_the_request_until_the_faults_are_cleared(caller: Caller, stage: Stage) -> None:
    caller.server.faults.add(UPLOAD, Stall(stage, 10))

    with ThreadPoolExecutor(1) as pool:
        answer = pool.submit(caller.upload, FILE)
        assert caller.server.faults.wait_until_stalled()
        assert not answer.done()
        caller.server.faults.clear()

        assert answer.result(10).status_code == 202
        assert answer.result(10).json()["http_code"] == 202


def test_that_a_stall_whose_moment_comes_after_the_faults_were_cleared_holds_nobody(caller: Caller) -> None:
    for stage in (Stage.IN_BODY, Stage.AFTER_BODY):
        caller.server.faults.add(UPLOAD, Stall(stage, 10))

    with ThreadPoolExecutor(1) as pool:
        answer = pool.submit(caller.upload, FILE)
        assert caller.server.faults.wait_until_stalled()
        caller.server.faults.clear()

        assert answer.result(10).status_code == 202


def test_that_faults_act_at_their_own_byte(caller: Caller) -> None:
    caller.server.faults.add(UPLOAD, Close(Stage.IN_BODY, 6))
    caller.server.faults.add(UPLOAD, Delay(Stage.IN_BODY, 3, seconds=0.0))

    with connection_to(caller) as peer:
        peer.sendall(upload_head(caller, 1000) + b"abcdef")
        assert read_all(peer) == b""

    assert caller.server.requests[0].body == b"abcdef"


def test_that_a_stalled_request_can_be_seen_with_what_it_has_sent(caller: Caller) -> None:
    caller.server.faults.add(UPLOAD, Stall(Stage.IN_BODY, 3))

    with connection_to(caller) as peer:
        peer.sendall(upload_head(caller, 1000) + b"abcdef")
        assert caller.server.faults.wait_until_stalled()

        assert [request.body for request in caller.server.requests] == [b"abc"]
        assert caller.server.requests[0].status is None


def test_that_waiting_for_a_stall_that_does_not_come_says_so(caller: Caller) -> None:
    assert not caller.server.faults.wait_until_stalled(timeout=0.01)


@pytest.mark.parametrize("stage", list(Stage))
def test_that_a_request_goes_on_after_its_delay(caller: Caller, stage: Stage) -> None:
    caller.server.faults.add(UPLOAD, Delay(stage, 5, seconds=0.01))

    assert caller.upload(FILE).status_code == 202


def test_that_a_slow_body_arrives_in_the_end(caller: Caller) -> None:
    caller.server.faults.add(UPLOAD, SlowBody(bytes_per_second=50_000))

    assert caller.upload("phone_number\n" + "+919876543210\n" * 280).status_code == 202


@pytest.mark.parametrize("status", [400, 402, 403, 404, 409, 410, 413, 500, 502, 503, 504])
def test_that_any_status_can_be_answered_without_effect(caller: Caller, status: int) -> None:
    caller.server.faults.add(UPLOAD, Refuse(status, "because", retry_after="7"))

    response = caller.upload(FILE)

    assert response.status_code == status
    assert response.headers["Retry-After"] == "7"
    assert response.json()["response"]["error_data"]["message"] == "because"
    assert caller.server.uploads == ()


@pytest.mark.parametrize(
    "retry_after", ["3", "Wed, 21 Oct 2037 07:28:00 GMT", "99999999999", "soon", "-1", None]
)
def test_that_a_pause_can_be_asked_for_in_any_way(caller: Caller, retry_after: str | None) -> None:
    caller.server.faults.add(UPLOAD, TooManyRequests(retry_after))

    response = caller.upload(FILE)

    assert response.status_code == 429
    assert response.headers.get("Retry-After") == retry_after
    assert response.json()["RestException"]["Code"] == "RATE_LIMIT_EXCEEDED"
    assert caller.server.uploads == ()


def test_that_a_redirect_points_elsewhere(caller: Caller) -> None:
    caller.server.faults.add(STATUS, Redirect("http://elsewhere.example/login", 307))

    response = caller.status("any")

    assert response.status_code == 307
    assert response.headers["Location"] == "http://elsewhere.example/login"


def test_that_an_html_page_can_take_the_place_of_an_answer(caller: Caller) -> None:
    caller.server.faults.add(STATUS, HTML_PAGE)

    response = caller.status("any")

    assert response.status_code == 502
    assert response.headers["Content-Type"].startswith("text/html")
    assert "<h1>" in response.text


@pytest.mark.parametrize(("processed", "uploads"), [(False, 0), (True, 1)])
def test_that_an_upload_behind_a_wrong_answer_takes_effect_as_told(
    caller: Caller, processed: bool, uploads: int
) -> None:
    caller.server.faults.add(UPLOAD, Respond(202, "", processed=processed))

    response = caller.upload(FILE)

    assert (response.status_code, response.content) == (202, b"")
    assert len(caller.server.uploads) == uploads


def test_that_an_answer_can_be_broken_json(caller: Caller) -> None:
    caller.server.faults.add(STATUS, Truncate(20))

    response = caller.status(caller.upload_rows("+919876543210"))

    assert (response.status_code, response.content) == (200, b'{"response": {"data"')


def test_that_a_gzip_bomb_is_small_on_the_wire_and_large_behind_it(caller: Caller) -> None:
    caller.server.faults.add(STATUS, GzipBomb(5_000_000))

    with caller.request("GET", "contacts/upload/any", stream=True) as response:
        assert response.headers["Content-Encoding"] == "gzip"
        compressed = response.raw.read(decode_content=False)

    assert len(compressed) < 50_000
    assert len(gzip.decompress(compressed)) == 5_000_000


@pytest.mark.parametrize("word", ["queued", "in_progress", "partial", "failed", "cancelled", ""])
def test_that_any_word_can_stand_as_status(caller: Caller, word: str) -> None:
    upload_id = caller.upload_rows("+919876543210")
    caller.server.faults.add(STATUS, StatusWord(word), times=1)
    caller.server.faults.add(STATUS, StatusWord(word, with_counts=True), times=1, after=1)

    without_counts, with_counts = caller.status_data(upload_id), caller.status_data(upload_id)

    assert without_counts == {"upload_id": upload_id, "total_records": 1, "status": word}
    assert (with_counts["status"], with_counts["successful"]) == (word, 1)
    assert caller.status_data(upload_id)["status"] == "completed"


def test_that_counts_can_be_wrong_and_values_of_the_wrong_type(caller: Caller) -> None:
    upload_id = caller.upload_rows("+919876543210")
    caller.server.faults.add(STATUS, SetData({"successful": 7, "failed": "lots", "upload_id": "../x"}))

    data = caller.status_data(upload_id)

    assert (data["successful"], data["failed"], data["upload_id"]) == (7, "lots", "../x")
    assert data["total_records"] == 1


def test_that_a_change_of_data_leaves_answers_without_data_alone(caller: Caller) -> None:
    caller.server.faults.add(STATUS, SetData({"successful": 7}))
    caller.server.faults.add(STATUS, StatusWord("queued"))

    assert caller.status("unknown").json()["response"]["data"] is None


def test_that_a_token_can_end_in_the_middle_of_a_job(caller: Caller) -> None:
    caller.auth = Sign(f"Bearer {caller.server.issue_access_token()}")
    caller.server.faults.add(STATUS, ExpireTokens(), times=1, after=1)
    upload_id = caller.upload_rows("+919876543210")

    assert [caller.status(upload_id).status_code for _ in range(3)] == [200, 401, 401]


def test_that_faults_end_after_their_number_of_requests(caller: Caller) -> None:
    caller.server.faults.add(STATUS, Refuse(503), times=2, after=1)

    assert [caller.status("any").status_code for _ in range(5)] == [404, 503, 503, 404, 404]


def test_that_faults_can_act_on_one_upload_alone(caller: Caller) -> None:
    caller.server.faults.add(STATUS, StatusWord("failed"), times=1, upload_id="upload_practice0002")
    first, second = caller.upload_rows("+919876543210"), caller.upload_rows("+919876543211")

    words = [caller.status_data(each)["status"] for each in (first, second, second)]

    assert words == ["completed", "failed", "completed"]


def test_that_faults_act_only_on_their_endpoint(caller: Caller) -> None:
    caller.server.faults.add(Endpoint.ERRORS, Refuse(503))

    assert caller.status("any").status_code == 404
    assert caller.errors("any").status_code == 503


def test_that_faults_combine(caller: Caller) -> None:
    caller.server.faults.add(STATUS, Delay(seconds=0.05))
    caller.server.faults.add(STATUS, StatusWord("queued", with_counts=True))
    caller.server.faults.add(STATUS, SetData({"total_records": 9}))
    upload_id = caller.upload_rows("+919876543210")

    data = caller.status_data(upload_id)

    assert (data["status"], data["total_records"]) == ("queued", 9)


def test_that_the_error_file_and_the_token_endpoint_can_fail_too(caller: Caller) -> None:
    caller.server.faults.add(Endpoint.ERROR_FILE, Respond(500, "oops", "text/plain"))
    caller.server.faults.add(Endpoint.TOKEN, Refuse(403))
    url = caller.errors_data(caller.upload_rows("bad"))["error_file_url"]

    assert caller.fetch(url).text == "oops"
    assert caller.token().status_code == 403


@pytest.mark.parametrize("fault", [Reset(Stage.AFTER_BODY), Reset(Stage.BEFORE_ANSWER), Refuse(503)])
def test_that_no_body_stays_even_of_a_request_that_ends_badly(
    practice: Practice, fault: Reset | Refuse
) -> None:
    caller = practice(record_bodies=False)
    caller.server.faults.add(UPLOAD, fault)

    try:
        caller.upload(FILE)
    except requests.ConnectionError:
        caller.server.stop()  # which waits for the thread that served the request

    assert [request.body for request in caller.server.requests] == [b""]
