"""Sending a file: what goes out, what every answer means, and what is certain when none comes."""

from __future__ import annotations

import ssl
import threading
from pathlib import Path

import pytest
import trustme

from exogui.exotel.accounts import ApiKey
from exogui.exotel.client import ContactsClient
from exogui.exotel.duplicate_action import DuplicateAction
from exogui.exotel.errors import (
    AnswerLost,
    Blocked,
    BodyState,
    ErrorCode,
    ExotelError,
    FileChanged,
    FileRefused,
    FileTooLarge,
    IpNotAllowed,
    NoConnection,
    NotEnabled,
    PlanLimit,
    ProxySignIn,
    RateLimited,
    Redirected,
    ServerTrouble,
    SignInRefused,
    TimedOut,
    UnreadableAnswer,
    WrongAddress,
)
from exogui.practice.endpoints import Endpoint
from exogui.practice.faults import (
    HTML_PAGE,
    AnswerEarly,
    Close,
    Fault,
    Redirect,
    Refuse,
    Reset,
    Respond,
    SetData,
    Stage,
    Stall,
    TooManyRequests,
    Truncate,
)
from exogui.practice.quirks import AbsentValues, Quirks
from exogui.practice.server import PracticeServer
from tests.exotel.conftest import MakeClient, send
from tests.exotel.raw_peer import RawConnection, RawPeer

# --- what goes out --------------------------------------------------------------------------------------


def test_that_file_and_choices_arrive_as_they_are(
    server: PracticeServer, client: ContactsClient, small_file: Path
) -> None:
    accepted = client.upload(
        small_file,
        'नवंबर "new"\r\n.csv',
        size=small_file.stat().st_size,
        list_id="list_8841",
        duplicate_action=DuplicateAction.CREATE_NEW,
    )
    [request] = server.requests
    assert request.fields == {"list_id": "list_8841", "duplicate_action": "create_new"}
    assert request.file.content == small_file.read_bytes()
    assert request.file.content_type == "text/csv"
    assert "नवंबर" in (request.file.filename)
    assert "\n" not in (request.file.filename)
    assert accepted.upload_id == server.uploads[0].upload_id
    assert accepted.total_records == 2


def test_that_no_list_is_named_when_none_was_chosen(
    server: PracticeServer, client: ContactsClient, small_file: Path
) -> None:
    send(client, small_file)
    assert server.requests[0].fields == {"duplicate_action": "skip"}


def test_that_progress_counts_the_bytes_of_the_file_up_to_its_end(
    client: ContactsClient, large_file: Path
) -> None:
    size = large_file.stat().st_size
    seen: list[tuple[int, int] | str] = []
    send(
        client,
        large_file,
        on_progress=lambda sent, total: seen.append((sent, total)),
        on_whole=lambda: seen.append("whole"),
    )
    assert seen[0] == (0, size)
    assert seen[-2:] == [(size, size), "whole"]
    numbers = [each[0] for each in seen if isinstance(each, tuple)]
    assert numbers == sorted(numbers)
    assert len(numbers) < 100, "some twenty a second, not one for each block"


def test_that_an_account_sid_cannot_leave_its_place_in_the_path(
    server: PracticeServer, small_file: Path
) -> None:
    client = ContactsClient("../../x?y#z/ä", server.base_url, ApiKey("a", "b"))
    with pytest.raises(ExotelError):
        send(client, small_file)
    assert server.requests[0].path == "/v2/accounts/..%2F..%2Fx%3Fy%23z%2F%C3%A4/contacts/upload"


# --- a file that is not as it was -----------------------------------------------------------------------


def test_that_a_file_of_another_size_is_refused_before_anything_goes_out(
    server: PracticeServer, client: ContactsClient, small_file: Path
) -> None:
    with pytest.raises(FileChanged):
        client.upload(small_file, "contacts.csv", size=small_file.stat().st_size + 1)
    assert server.requests == ()


def test_that_a_file_that_is_gone_is_refused(client: ContactsClient, tmp_path: Path) -> None:
    with pytest.raises(FileChanged):
        client.upload(tmp_path / "gone.csv", "contacts.csv", size=1)


def test_that_a_file_that_shrinks_while_it_is_sent_was_not_taken(
    server: PracticeServer, client: ContactsClient, large_file: Path
) -> None:
    def shrink(sent: int, _total: int) -> None:
        if sent == 0:
            with large_file.open("r+b") as file:
                file.truncate(1000)

    with pytest.raises(FileChanged):
        send(client, large_file, on_progress=shrink)
    assert server.uploads == ()


# --- answers that say it was not taken ------------------------------------------------------------------

REFUSALS: list[tuple[Fault, type[ExotelError]]] = [
    (Refuse(400), FileRefused),
    (Refuse(401), SignInRefused),
    (Refuse(402), PlanLimit),
    (Refuse(403), NotEnabled),
    (Refuse(403, "Your IP is not whitelisted"), IpNotAllowed),
    (Refuse(404), WrongAddress),
    (Refuse(409), FileRefused),
    (Refuse(413), FileTooLarge),
    (Refuse(422), FileRefused),
    (TooManyRequests("7"), RateLimited),
    (Respond(407), ProxySignIn),
    (Respond(408), TimedOut),
    (Redirect("https://elsewhere.example/"), Redirected),
    (Redirect("https://elsewhere.example/", 308), Redirected),
    (Respond(403, "<html>no</html>", content_type="text/html"), Blocked),
    (Refuse(410), WrongAddress),
    (Respond(413, "<html>nginx</html>", content_type="text/html"), FileTooLarge),
]


@pytest.mark.parametrize(("fault", "kind"), REFUSALS)
def test_that_a_refusal_has_its_type(
    server: PracticeServer, client: ContactsClient, small_file: Path, fault: Fault, kind: type[ExotelError]
) -> None:
    server.faults.add(Endpoint.UPLOAD, fault)
    with pytest.raises(ExotelError) as caught:
        send(client, small_file)
    assert type(caught.value) is kind
    assert server.uploads == ()


def test_that_a_refusal_carries_exotels_words_and_the_request_id(
    server: PracticeServer, client: ContactsClient, small_file: Path
) -> None:
    server.faults.add(Endpoint.UPLOAD, Refuse(400, "Column\n'telefon' is  unknown"))
    with pytest.raises(FileRefused) as caught:
        send(client, small_file)
    assert caught.value.words == "Column 'telefon' is unknown"
    assert caught.value.request_id
    assert caught.value.http_status == 400


@pytest.mark.parametrize("code", [400, 401, 429])
def test_that_a_refusal_in_the_body_counts_where_http_says_success(
    server: PracticeServer, client: ContactsClient, small_file: Path, code: int
) -> None:
    body = f'{{"http_code": {code}, "response": {{"code": {code}, "data": null}}}}'
    server.faults.add(Endpoint.UPLOAD, Respond(200, body))
    with pytest.raises((FileRefused, SignInRefused, RateLimited)):
        send(client, small_file)


@pytest.mark.parametrize("status", [401, 413])
def test_that_an_answer_before_the_body_was_read_is_either_understood_or_uncertain(
    server: PracticeServer, client: ContactsClient, large_file: Path, status: int
) -> None:
    server.faults.add(Endpoint.UPLOAD, AnswerEarly(status))
    with pytest.raises((SignInRefused, FileTooLarge, AnswerLost)):
        send(client, large_file)


def test_that_an_early_answer_is_read_when_it_arrived(make_client: MakeClient, large_file: Path) -> None:
    def behave(connection: RawConnection) -> None:
        connection.read_head()
        connection.answer("401 Unauthorized")
        connection.wait_until_gone()

    with RawPeer(behave) as peer, pytest.raises(SignInRefused):
        send(make_client(peer.url), large_file)


# --- nobody at the other end ----------------------------------------------------------------------------


def test_that_no_connection_means_that_nothing_was_sent(make_client: MakeClient, small_file: Path) -> None:
    with PracticeServer() as server:
        url = server.base_url
    with pytest.raises(NoConnection):
        send(make_client(url), small_file)


# --- answers that leave it open -------------------------------------------------------------------------

OPEN: list[tuple[Fault, type[ExotelError]]] = [
    (Refuse(500), ServerTrouble),
    (Refuse(502), ServerTrouble),
    (Refuse(503, retry_after="3"), ServerTrouble),
    (Refuse(504), ServerTrouble),
    (HTML_PAGE, ServerTrouble),
    (Respond(200, "<html>Sign in to the Wi-Fi</html>", content_type="text/html"), UnreadableAnswer),
    (Respond(202, ""), UnreadableAnswer),
    (Respond(202, "[]"), UnreadableAnswer),
    (Respond(202, '{"response": {"data": {}}}'), UnreadableAnswer),
    (Respond(303, "", headers=(("Location", "/done"),)), UnreadableAnswer),
    (Respond(400, '{"response": {"code": 202, "data": {}}}'), UnreadableAnswer),
    (Truncate(20), UnreadableAnswer),
    (SetData({"upload_id": ""}), UnreadableAnswer),
    (SetData({"upload_id": ".."}), UnreadableAnswer),
    (SetData({"upload_id": ["x"]}), UnreadableAnswer),
    (SetData({"upload_id": "x" * 5000}), UnreadableAnswer),
    (Reset(Stage.AFTER_BODY), AnswerLost),
    (Reset(Stage.BEFORE_ANSWER), AnswerLost),
    (Reset(Stage.IN_ANSWER, 10), AnswerLost),
    (Close(Stage.AFTER_BODY), AnswerLost),
    (Close(Stage.IN_ANSWER, 10), AnswerLost),
]


@pytest.mark.parametrize(("fault", "kind"), OPEN)
def test_that_what_leaves_it_open_has_its_type(
    server: PracticeServer, client: ContactsClient, small_file: Path, fault: Fault, kind: type[ExotelError]
) -> None:
    server.faults.add(Endpoint.UPLOAD, fault)
    with pytest.raises(ExotelError) as caught:
        send(client, small_file)
    assert type(caught.value) is kind


def test_that_a_lost_answer_says_how_much_had_left(
    server: PracticeServer, client: ContactsClient, small_file: Path, large_file: Path
) -> None:
    server.faults.add(Endpoint.UPLOAD, Reset(Stage.BEFORE_ANSWER), times=1)
    with pytest.raises(AnswerLost) as whole:
        send(client, small_file)
    server.faults.add(Endpoint.UPLOAD, Reset(Stage.IN_BODY, 1000), times=1)
    with pytest.raises(AnswerLost) as part:
        send(client, large_file)
    assert whole.value.body is BodyState.WHOLE
    assert part.value.body is BodyState.PARTLY_SENT
    assert part.value.cause is ErrorCode.NO_CONNECTION


def test_that_silence_after_the_body_is_a_lost_answer(
    server: PracticeServer, make_client: MakeClient, small_file: Path
) -> None:
    server.faults.add(Endpoint.UPLOAD, Stall())
    with pytest.raises(AnswerLost) as caught:
        send(make_client(server.base_url, answer=0.1), small_file)
    assert caught.value.cause is ErrorCode.TIMED_OUT


def test_that_the_body_has_its_own_time_and_not_that_of_connecting(
    make_client: MakeClient, large_file: Path
) -> None:
    read_on = threading.Event()

    def behave(connection: RawConnection) -> None:
        connection.read_head()
        read_on.wait(0.6)
        connection.read_to_end()

    with RawPeer(behave, receive_buffer=4096) as peer, pytest.raises(AnswerLost) as caught:
        # Longer than connecting may take, shorter than sending may: the peer's pause must not end it.
        send(make_client(peer.url, connect=0.2, answer=0.2), large_file)
    assert caught.value.body is BodyState.WHOLE


def test_that_a_peer_that_stops_reading_is_given_up(make_client: MakeClient, large_file: Path) -> None:
    with (
        RawPeer(RawConnection.hold, receive_buffer=4096) as peer,
        pytest.raises(AnswerLost) as caught,
    ):
        send(make_client(peer.url, send=0.1), large_file)
    assert caught.value.body is BodyState.PARTLY_SENT
    assert caught.value.cause is ErrorCode.TIMED_OUT


# --- answers that say it was taken ----------------------------------------------------------------------


@pytest.mark.parametrize(
    "quirks",
    [
        Quirks(response_as_list=True),
        Quirks(numbers_as_strings=True),
        Quirks(absent_values=AbsentValues.MISSING),
        Quirks(body_code=500),
        Quirks(http_status=400),
        Quirks(http_status=200),
    ],
)
def test_that_an_acceptance_is_read_whichever_way_it_is_written(
    server: PracticeServer, client: ContactsClient, small_file: Path, quirks: Quirks
) -> None:
    server.quirks = quirks
    accepted = send(client, small_file)
    assert accepted.upload_id == server.uploads[0].upload_id
    assert accepted.total_records == 2


def test_that_an_early_refusal_over_tls_is_not_taken_for_a_broken_certificate(large_file: Path) -> None:
    authority = trustme.CA()
    serving, trusting = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER), ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    authority.issue_cert("localhost").configure_cert(serving)
    authority.configure_trust(trusting)

    def behave(connection: RawConnection) -> None:
        connection.read_head()
        connection.answer("413 Content Too Large")

    with RawPeer(behave, serving) as peer:
        client = ContactsClient(
            "sid", f"https://localhost:{peer.port}", ApiKey("a", "b"), tls_context=lambda: trusting
        )
        with pytest.raises((FileTooLarge, AnswerLost)):
            send(client, large_file)
