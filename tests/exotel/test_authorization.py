"""Signing in: key or token, a token for a key, renewed in time, replaced in the middle of a job."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from exogui.exotel.accounts import AccessToken, ApiKey, Credentials
from exogui.exotel.authorization import Authorization
from exogui.exotel.cancellation import CancelToken
from exogui.exotel.client import ContactsClient
from exogui.exotel.errors import (
    ExotelError,
    IpNotAllowed,
    NoConnection,
    RateLimited,
    SignInRefused,
    SignInUnavailable,
    Stopped,
)
from exogui.practice.endpoints import Endpoint
from exogui.practice.faults import (
    AnswerEarly,
    ExpireTokens,
    Fault,
    Refuse,
    Reset,
    Respond,
    SetData,
    Stage,
    Stall,
    TooManyRequests,
)
from exogui.practice.quirks import Quirks
from exogui.practice.server import PracticeServer
from tests.exotel.conftest import KEY, send
from tests.exotel.raw_peer import RawConnection, RawPeer

TOKEN, UPLOAD, STATUS, ERRORS = Endpoint.TOKEN, Endpoint.UPLOAD, Endpoint.STATUS, Endpoint.ERRORS


class Clocks:
    """A monotonic clock and the wall's, which stand still unless they are moved."""

    def __init__(self) -> None:
        self.monotonic, self.wall = 50.0, 1_800_000_000.0

    def authorization(self, credentials: Credentials = KEY) -> Authorization:
        return Authorization(credentials, clocks=(lambda: self.monotonic, lambda: self.wall))


@pytest.fixture
def server() -> Iterator[PracticeServer]:
    with PracticeServer(processing_seconds=0, quirks=Quirks(bearer_only=True)) as running:
        yield running


def client_for(server: PracticeServer, credentials: Credentials | Authorization = KEY) -> ContactsClient:
    return ContactsClient(server.account_sid, server.base_url, credentials)


def endpoints(server: PracticeServer) -> list[Endpoint | None]:
    return [request.endpoint for request in server.requests]


def schemes(server: PracticeServer, endpoint: Endpoint) -> list[str]:
    headers = [request.header("Authorization") for request in server.requests if request.endpoint is endpoint]
    return [(header or "").split(" ")[0] for header in headers]


# --- the three ways -------------------------------------------------------------------------------------


def test_that_a_key_goes_out_as_it_is_where_exotel_takes_it(server: PracticeServer, small_file: Path) -> None:
    server.quirks = Quirks()
    client = client_for(server)
    client.refused_rows(send(client, small_file).upload_id)
    assert endpoints(server) == [UPLOAD, ERRORS]
    assert schemes(server, UPLOAD) == ["Basic"]


def test_that_an_access_token_goes_out_as_it_is(server: PracticeServer, small_file: Path) -> None:
    client = client_for(server, AccessToken(server.issue_access_token()))
    client.upload_status(send(client, small_file).upload_id)
    assert endpoints(server) == [UPLOAD, STATUS]
    assert schemes(server, UPLOAD) == ["Bearer"]


def test_that_a_key_that_is_refused_is_changed_for_a_token_once_for_the_whole_job(
    server: PracticeServer, small_file: Path
) -> None:
    client = client_for(server)
    upload_id = send(client, small_file).upload_id
    client.upload_status(upload_id)
    client.refused_rows(upload_id)
    assert endpoints(server) == [UPLOAD, TOKEN, UPLOAD, STATUS, ERRORS]
    assert schemes(server, UPLOAD) == ["Basic", "Bearer"]
    assert schemes(server, TOKEN) == ["Basic"]
    assert len(server.uploads) == 1


def test_that_clients_that_share_an_authorization_share_its_token(server: PracticeServer) -> None:
    shared = Authorization(KEY)
    client_for(server, shared).check_sign_in()
    client_for(server, shared).check_sign_in()
    assert endpoints(server) == [STATUS, TOKEN, STATUS, STATUS]


def test_that_a_wrong_key_is_refused_after_asking_for_a_token_once(
    server: PracticeServer, small_file: Path
) -> None:
    with pytest.raises(SignInRefused):
        send(client_for(server, ApiKey("wrong", "wrong")), small_file)
    assert endpoints(server) == [UPLOAD, TOKEN]


def test_that_an_access_token_that_is_refused_is_not_tried_again(server: PracticeServer) -> None:
    with pytest.raises(SignInRefused):
        client_for(server, AccessToken("over")).check_sign_in()
    assert endpoints(server) == [STATUS]


def test_that_a_new_token_that_is_refused_too_ends_it(server: PracticeServer) -> None:
    server.faults.add(STATUS, Refuse(401))
    with pytest.raises(SignInRefused):
        client_for(server).upload_status("upload_1")
    assert endpoints(server) == [STATUS, TOKEN, STATUS]


@pytest.mark.parametrize("status", [400, 401, 404, 405])
def test_that_where_no_token_is_given_the_first_refusal_stands(server: PracticeServer, status: int) -> None:
    server.faults.add(STATUS, Refuse(401, "Wrong key"))
    server.faults.add(TOKEN, Refuse(status, "Other words"))
    with pytest.raises(SignInRefused) as caught:
        client_for(server).upload_status("upload_1")
    assert caught.value.words == "Wrong key"


# --- a file is never sent twice unless it was refused -----------------------------------------------------

TROUBLE_WITH_THE_TOKEN: list[tuple[Fault, type[ExotelError]]] = [
    (Refuse(500), SignInUnavailable),
    (Refuse(503), SignInUnavailable),
    (Respond(200, "<html>portal</html>"), SignInUnavailable),
    (SetData({"access_token": ""}), SignInUnavailable),
    (SetData({"access_token": ["x"]}), SignInUnavailable),
    (SetData({"access_token": "x" * 10_000}), SignInUnavailable),
    (SetData({"token_type": "MAC"}), SignInUnavailable),
    (Reset(Stage.AFTER_BODY), NoConnection),
    (TooManyRequests("7"), RateLimited),
    (Refuse(403, "Your IP is not whitelisted"), IpNotAllowed),
]


@pytest.mark.parametrize(("fault", "kind"), TROUBLE_WITH_THE_TOKEN)
def test_that_trouble_with_the_token_never_reads_as_a_file_that_may_be_there(
    server: PracticeServer, small_file: Path, fault: Fault, kind: type[ExotelError]
) -> None:
    server.faults.add(TOKEN, fault)
    with pytest.raises(ExotelError) as caught:
        send(client_for(server), small_file)
    assert type(caught.value) is kind
    assert server.uploads == ()
    assert endpoints(server).count(UPLOAD) == 1


def test_that_a_refusal_inside_an_answer_of_success_sends_no_file_again(
    server: PracticeServer, small_file: Path
) -> None:
    server.faults.add(UPLOAD, Respond(202, '{"response": {"code": 401, "data": null}}', processed=True))
    with pytest.raises(SignInRefused):
        send(client_for(server), small_file)
    assert endpoints(server) == [UPLOAD]


def test_that_a_question_refused_inside_an_answer_of_success_is_asked_again(
    server: PracticeServer, small_file: Path
) -> None:
    client = client_for(server)
    upload_id = send(client, small_file).upload_id
    server.faults.add(STATUS, Respond(200, '{"response": {"code": 401, "data": null}}'), times=1)
    assert client.upload_status(upload_id).total_records == 2


def test_that_an_early_refusal_in_the_middle_of_the_file_is_answered_with_a_token(large_file: Path) -> None:
    """Over a connection on which the answer arrives; else it would be lost, and nothing sent again."""
    seen: list[bytes] = []

    def behave(connection: RawConnection) -> None:
        head = connection.read_head()
        seen.append(head.split(b"\r\n")[0].split(b" ")[1])
        if b"basicauth" in head:
            connection.answer("200 OK", b'{"response": {"data": {"access_token": "t", "expires_in": 60}}}')
        elif b"Authorization: Bearer t" in head:
            connection.read_to_end(large_file.stat().st_size)
            connection.answer("202 Accepted", b'{"response": {"data": {"upload_id": "u"}}}')
        else:
            connection.answer("401 Unauthorized")
        connection.wait_until_gone()

    with RawPeer(behave) as peer:
        client = ContactsClient("sid", peer.url, KEY)
        begun: list[int] = []
        sent = send(client, large_file, on_progress=lambda done, _total: begun.append(done))
    assert sent.upload_id == "u"
    assert [path.rsplit(b"/", 1)[-1] for path in seen] == [b"upload", b"basicauth", b"upload"]
    assert begun.count(0) >= 2, "the second time begins at nothing again"


def test_that_an_early_refusal_sends_at_most_one_whole_file(server: PracticeServer, large_file: Path) -> None:
    server.faults.add(UPLOAD, AnswerEarly(401), times=1)
    try:
        send(client_for(server), large_file)
    except ExotelError:
        assert server.uploads == ()
    else:
        assert len(server.uploads) == 1


# --- renewed --------------------------------------------------------------------------------------------


def signed_in_at_noon(server: PracticeServer, clocks: Clocks) -> ContactsClient:
    client = client_for(server, clocks.authorization())
    client.check_sign_in()
    assert endpoints(server) == [STATUS, TOKEN, STATUS]
    return client


@pytest.mark.parametrize("asleep", [False, True])
def test_that_a_token_is_renewed_before_it_ends(server: PracticeServer, asleep: bool) -> None:
    clocks = Clocks()
    client = signed_in_at_noon(server, clocks)
    clocks.wall += 86_400 - 301
    client.check_sign_in()
    assert endpoints(server)[3:] == [STATUS]
    clocks.wall += 2
    clocks.monotonic += 0 if asleep else 86_400
    client.check_sign_in()
    assert endpoints(server)[4:] == [TOKEN, STATUS]
    client.check_sign_in()
    assert endpoints(server)[6:] == [STATUS]


def test_that_a_clock_that_is_set_back_does_not_keep_an_old_token(server: PracticeServer) -> None:
    clocks = Clocks()
    client = signed_in_at_noon(server, clocks)
    clocks.wall -= 10**6
    clocks.monotonic += 86_400
    client.check_sign_in()
    assert endpoints(server)[3:] == [TOKEN, STATUS]


def test_that_trouble_with_renewing_matters_only_once_the_old_token_has_ended(server: PracticeServer) -> None:
    clocks = Clocks()
    client = signed_in_at_noon(server, clocks)
    server.faults.add(TOKEN, Refuse(503))
    clocks.monotonic += 86_200
    client.check_sign_in()
    assert endpoints(server)[3:] == [TOKEN, STATUS]
    clocks.monotonic += 201
    with pytest.raises(SignInUnavailable):
        client.check_sign_in()
    assert endpoints(server)[5:] == [TOKEN]


@pytest.mark.parametrize("lifetime", [0, -5, "soon", None, 1e300, {}])
def test_that_a_token_of_unknown_life_is_kept_for_the_documented_day(
    server: PracticeServer, lifetime: object
) -> None:
    server.faults.add(TOKEN, SetData({"expires_in": lifetime}))
    clocks = Clocks()
    client = signed_in_at_noon(server, clocks)
    clocks.monotonic += 86_000
    client.check_sign_in()
    clocks.monotonic += 400
    client.check_sign_in()
    assert endpoints(server)[3:] == [STATUS, TOKEN, STATUS]


@pytest.mark.parametrize("endpoint", [UPLOAD, STATUS, ERRORS])
def test_that_a_token_that_ends_too_early_is_renewed_in_the_middle_of_the_job(
    server: PracticeServer, small_file: Path, endpoint: Endpoint
) -> None:
    client = client_for(server)
    client.check_sign_in()
    server.faults.add(endpoint, ExpireTokens(), times=1)
    upload_id = send(client, small_file).upload_id
    client.upload_status(upload_id)
    client.refused_rows(upload_id)
    expected = [STATUS, TOKEN, STATUS, UPLOAD, STATUS, ERRORS]
    place = expected.index(endpoint, 3)
    assert endpoints(server) == [*expected[: place + 1], TOKEN, *expected[place:]]
    assert len(server.uploads) == 1


def test_that_many_threads_need_one_token(server: PracticeServer) -> None:
    client = client_for(server)
    ready = threading.Barrier(6)

    def ask() -> None:
        ready.wait()
        client.check_sign_in()

    with ThreadPoolExecutor(6) as pool:
        for each in [pool.submit(ask) for _ in range(6)]:
            each.result()
    assert endpoints(server).count(TOKEN) == 1
    server.expire_access_tokens()
    with ThreadPoolExecutor(6) as pool:
        for each in [pool.submit(ask) for _ in range(6)]:
            each.result()
    assert endpoints(server).count(TOKEN) == 2


# --- replaced -------------------------------------------------------------------------------------------


def test_that_new_credentials_take_a_job_further(server: PracticeServer, small_file: Path) -> None:
    server.quirks = Quirks()
    client = client_for(server, AccessToken(server.issue_access_token()))
    upload_id = send(client, small_file).upload_id
    server.expire_access_tokens()
    with pytest.raises(SignInRefused):
        client.upload_status(upload_id)
    client.authorization.replace(KEY)
    assert client.upload_status(upload_id).total_records == 2
    assert schemes(server, STATUS) == ["Bearer", "Basic"]


def test_that_a_call_under_way_takes_up_credentials_that_are_replaced_meanwhile(
    server: PracticeServer, small_file: Path
) -> None:
    server.quirks = Quirks()
    client = client_for(server, AccessToken("over"))
    server.faults.add(UPLOAD, Stall(Stage.AFTER_BODY), times=1)
    with ThreadPoolExecutor(1) as pool:
        sending = pool.submit(send, client, small_file)
        server.faults.wait_until_stalled()
        client.authorization.replace(KEY)
        server.faults.clear()
        assert sending.result().upload_id == server.uploads[0].upload_id
    assert endpoints(server) == [UPLOAD, UPLOAD]


@pytest.mark.parametrize("answer", [Refuse(401), SetData({})])
def test_that_a_token_for_an_old_key_does_not_displace_a_new_one(
    server: PracticeServer, answer: Fault
) -> None:
    client = client_for(server)
    good = AccessToken(server.issue_access_token())
    server.faults.add(TOKEN, Stall(), times=1)
    server.faults.add(TOKEN, answer, times=1)
    with ThreadPoolExecutor(1) as pool:
        asking = pool.submit(client.check_sign_in)
        server.faults.wait_until_stalled()
        client.authorization.replace(good)  # waits for no network
        server.faults.clear()
        asking.result()
    assert server.requests[-1].header("Authorization") == good.authorization


def test_that_waiting_for_a_token_can_be_cancelled(server: PracticeServer) -> None:
    cancel = CancelToken()
    client = ContactsClient(server.account_sid, server.base_url, KEY, cancel)
    server.faults.add(TOKEN, Stall())
    with ThreadPoolExecutor(2) as pool:
        asking = [pool.submit(client.check_sign_in) for _ in range(2)]
        server.faults.wait_until_stalled()
        cancel.cancel()
        for each in asking:
            with pytest.raises(Stopped):
                each.result()


def test_that_what_was_replaced_stays_secret(server: PracticeServer) -> None:
    client = client_for(server)
    client.check_sign_in()
    first = server.requests[-1].header("Authorization") or ""
    client.authorization.replace(AccessToken("the-second"))
    server.faults.add(STATUS, Respond(403, f'{{"message": "{first} the-second {KEY.api_token}"}}'))
    with pytest.raises(ExotelError) as caught:
        client.upload_status("upload_1")
    assert caught.value.words == "Bearer *** *** ***"
    assert (
        first.removeprefix("Bearer ") not in f"{vars(client.authorization).keys()} {client.authorization!r}"
    )


# --- the calls that are left ------------------------------------------------------------------------------


def test_that_every_call_says_how_many_are_left(small_file: Path) -> None:
    with PracticeServer(processing_seconds=0, requests_per_minute=5) as server:
        client = client_for(server)
        assert client.budget.remaining is None
        upload_id = send(client, small_file).upload_id
        left = [client.budget.remaining]
        client.upload_status(upload_id)
        left.append(client.budget.remaining)
        client.refused_rows(upload_id)
        left.append(client.budget.remaining)
        client.request_access_token(KEY)
        left.append(client.budget.remaining)
        with pytest.raises(ExotelError):
            client.upload_status("no-such-upload")
        left.append(client.budget.remaining)
        assert left == [4, 3, 2, 1, 0]
        assert client.budget.reset_seconds is not None
        assert 0 < client.budget.reset_seconds <= 61


def test_that_a_budget_whose_minute_is_over_says_nothing() -> None:
    def behave(connection: RawConnection) -> None:
        connection.read_head()
        connection.answer("404 Not Found", b"{}", "X-RateLimit-Remaining: 0", "X-RateLimit-Reset: 7")

    with RawPeer(behave) as peer:
        client = ContactsClient("sid", peer.url, KEY)
        with pytest.raises(ExotelError):
            client.upload_status("u")
        assert client.budget.remaining is None
