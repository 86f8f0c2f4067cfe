"""The calls that only ask: sign-in, status, refused rows, their file."""

from __future__ import annotations

import json
import time
from email.utils import formatdate
from pathlib import Path

import pytest

from exogui.exotel.accounts import AccessToken, ApiKey
from exogui.exotel.client import ContactsClient
from exogui.exotel.errors import (
    Blocked,
    ExotelError,
    FileTooLarge,
    IpNotAllowed,
    NoConnection,
    NotEnabled,
    PlanLimit,
    ProxySignIn,
    RateLimited,
    Redirected,
    RequestRefused,
    ServerTrouble,
    SignInRefused,
    UnreadableAnswer,
    UnsafeAddress,
    UploadExpired,
    UploadNotFound,
    WrongAddress,
)
from exogui.exotel.refusals import call_budget
from exogui.exotel.responses import CallBudget
from exogui.exotel.responses import Stage as ProcessingStage
from exogui.exotel.transport import Answer
from exogui.practice.endpoints import Endpoint
from exogui.practice.faults import (
    Fault,
    GzipBomb,
    Redirect,
    Refuse,
    Reset,
    Respond,
    SetData,
    Stage,
    StatusWord,
    TooManyRequests,
    Truncate,
)
from exogui.practice.quirks import AbsentValues, Quirks
from exogui.practice.server import PracticeServer
from tests.exotel.conftest import KEY, MakeClient
from tests.exotel.raw_peer import RawConnection, RawPeer


@pytest.fixture
def upload_id(client: ContactsClient, small_file: Path) -> str:
    return client.upload(small_file, "contacts.csv", size=small_file.stat().st_size).upload_id


ANSWERS: list[tuple[Fault, type[ExotelError]]] = [
    (Refuse(400), RequestRefused),
    (Refuse(401), SignInRefused),
    (Refuse(402), PlanLimit),
    (Refuse(403), NotEnabled),
    (Refuse(403, "IP address not in the allow list"), IpNotAllowed),
    (Respond(403, "<html>Blocked by Web Filter</html>", content_type="text/html"), Blocked),
    (Refuse(404), UploadNotFound),
    (Refuse(409), RequestRefused),
    (Refuse(410), UploadExpired),
    (Refuse(413), FileTooLarge),
    (Respond(407, "<html>proxy</html>"), ProxySignIn),
    (TooManyRequests(), RateLimited),
    (Refuse(500), ServerTrouble),
    (Refuse(503), ServerTrouble),
    (Redirect("https://elsewhere.example/"), Redirected),
    (Respond(200, "<html>portal</html>"), UnreadableAnswer),
    (Respond(200, ""), UnreadableAnswer),
    (Respond(200, "7"), UnreadableAnswer),
    (Respond(200, '{"response": {"status": "success", "data": null}}'), UnreadableAnswer),
    (Respond(200, "[" * 100_000), UnreadableAnswer),
    (Respond(200, b"\xff\xfe\x00{"), UnreadableAnswer),
    (Truncate(30), UnreadableAnswer),
    (GzipBomb(60_000_000), UnreadableAnswer),
    (Reset(Stage.BEFORE_BODY), NoConnection),
    (Reset(Stage.IN_ANSWER, 5), NoConnection),
]


@pytest.mark.parametrize(("fault", "kind"), ANSWERS)
def test_that_trouble_has_its_type(
    server: PracticeServer, client: ContactsClient, upload_id: str, fault: Fault, kind: type[ExotelError]
) -> None:
    server.faults.add(Endpoint.STATUS, fault)
    server.faults.add(Endpoint.ERRORS, fault)
    with pytest.raises(ExotelError) as about_status:
        client.upload_status(upload_id)
    with pytest.raises(ExotelError) as about_rows:
        client.refused_rows(upload_id)
    assert type(about_status.value) is kind
    assert type(about_rows.value) is kind


# --- how long to wait -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("header", "seconds"),
    [
        ("7", 7),
        ("0", 0),
        ("2.5", 2.5),
        ("99999999", 99999999),
        (None, None),
        ("", None),
        ("soon", None),
        ("-3", None),
        ("1e400", None),
        ("9" * 400, None),
        ("1_000", None),
        ("0x10", None),
        ("NaN", None),
        ("inf", None),
        ("7, 8", None),
        ("Thu, 01 Jan 1970 00:00:00 GMT", 0),
        ("Mon, 31 Feb 2026 25:61:61 GMT", None),
        ("Fri, 31 Dec 99999 23:59:59 GMT", None),
    ],
)
def test_that_the_wanted_pause_is_read_in_seconds(
    server: PracticeServer, client: ContactsClient, header: str | None, seconds: float | None
) -> None:
    server.faults.add(Endpoint.STATUS, TooManyRequests(header))
    with pytest.raises(RateLimited) as caught:
        client.upload_status("upload_1")
    assert caught.value.retry_after == seconds


def test_that_the_wanted_pause_is_read_as_a_date_by_the_servers_own_clock(make_client: MakeClient) -> None:
    def behave(connection: RawConnection) -> None:
        connection.read_head()
        far_off = time.time() - 86400 * 400  # a server whose clock is a year behind
        connection.answer(
            "429 Too Many Requests",
            b"{}",
            f"Date: {formatdate(far_off, usegmt=True)}",
            f"Retry-After: {formatdate(far_off + 90, usegmt=True)}",
        )

    with RawPeer(behave) as peer, pytest.raises(RateLimited) as caught:
        make_client(peer.url).upload_status("upload_1")
    assert caught.value.retry_after == 90


def test_that_a_date_far_off_is_a_finite_pause_for_whoever_bounds_it(
    server: PracticeServer, client: ContactsClient
) -> None:
    server.faults.add(Endpoint.STATUS, TooManyRequests("Fri, 31 Dec 9999 23:59:59 GMT"))
    with pytest.raises(RateLimited) as caught:
        client.upload_status("upload_1")
    assert caught.value.retry_after is not None
    assert 1e9 < caught.value.retry_after < 1e12


def test_that_a_date_without_a_zone_is_greenwich_time(
    make_client: MakeClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    def behave(connection: RawConnection) -> None:
        connection.read_head()
        connection.answer(
            "503 Service Unavailable",
            b"{}",
            "Date: Wed, 25 Nov 2026 10:00:00 GMT",
            "Retry-After: Wed, 25 Nov 2026 10:00:30 -0000",
        )

    monkeypatch.setenv("TZ", "Asia/Kolkata")
    if hasattr(time, "tzset"):
        time.tzset()
    with RawPeer(behave) as peer, pytest.raises(ServerTrouble) as caught:
        make_client(peer.url).upload_status("upload_1")
    monkeypatch.undo()
    if hasattr(time, "tzset"):
        time.tzset()
    assert caught.value.retry_after == 30


@pytest.mark.parametrize(
    ("headers", "budget"),
    [
        (("X-RateLimit-Remaining: 7", "X-RateLimit-Reset: 1795600050"), CallBudget(7, 50)),
        (("X-RateLimit-Remaining: 0", "X-RateLimit-Reset: 1795599000"), CallBudget(0, 0)),
        (("X-RateLimit-Remaining: -7", "X-RateLimit-Reset: soon"), CallBudget()),
        (("X-RateLimit-Remaining: 1e400", "X-RateLimit-Reset: 1e400"), CallBudget()),
        (("X-RateLimit-Remaining: NaN", f"X-RateLimit-Reset: {'9' * 4000}"), CallBudget()),
        ((), CallBudget()),
    ],
)
def test_that_only_sense_is_read_out_of_the_limits_by_the_servers_own_clock(
    headers: tuple[str, ...], budget: CallBudget
) -> None:
    named = {"date": formatdate(1795600000, usegmt=True)}
    for header in headers:
        name, value = header.lower().split(": ")
        named[name] = value
    assert call_budget(Answer(200, named, b"")) == budget


def test_that_the_calls_that_are_left_are_read(client: ContactsClient, upload_id: str) -> None:
    client.upload_status(upload_id)
    budget = client.budget
    assert budget.remaining is not None
    assert 0 < budget.remaining <= 200
    assert budget.reset_seconds is not None
    assert 0 <= budget.reset_seconds <= 61


# --- status ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "quirks",
    [
        Quirks(),
        Quirks(response_as_list=True),
        Quirks(numbers_as_strings=True),
        Quirks(absent_values=AbsentValues.EMPTY),
        Quirks(absent_values=AbsentValues.MISSING, numbers_as_strings=True, response_as_list=True),
    ],
)
def test_that_counts_are_read_whichever_way_they_are_written(
    server: PracticeServer, client: ContactsClient, upload_id: str, quirks: Quirks
) -> None:
    server.quirks = quirks
    status = client.upload_status(upload_id)
    assert status.stage is ProcessingStage.COMPLETED
    assert (status.total_records, status.successful, status.failed, status.duplicates_skipped) == (2, 1, 1, 0)


@pytest.mark.parametrize(
    ("word", "stage"),
    [
        ("completed", ProcessingStage.COMPLETED),
        ("COMPLETED", ProcessingStage.COMPLETED),
        ("Completed with errors", ProcessingStage.COMPLETED),
        ("partial", ProcessingStage.COMPLETED),
        ("failed", ProcessingStage.FAILED),
        ("cancelled", ProcessingStage.FAILED),
        ("processing", ProcessingStage.PROCESSING),
        ("queued", ProcessingStage.PROCESSING),
        ("in-progress", ProcessingStage.PROCESSING),
        ("a word nobody knows", ProcessingStage.PROCESSING),
    ],
)
def test_that_an_unknown_word_counts_as_still_processing(
    server: PracticeServer, client: ContactsClient, upload_id: str, word: str, stage: ProcessingStage
) -> None:
    server.faults.add(Endpoint.STATUS, StatusWord(word))
    assert client.upload_status(upload_id).stage is stage


def test_that_an_upload_id_cannot_leave_its_place_in_the_path(
    server: PracticeServer, client: ContactsClient
) -> None:
    with pytest.raises(ExotelError):
        client.upload_status("a/../../b?c#d e")
    assert server.requests[0].path.endswith("/contacts/upload/a%2F..%2F..%2Fb%3Fc%23d%20e")


# --- refused rows ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("quirks", [Quirks(), Quirks(numbers_as_strings=True), Quirks(response_as_list=True)])
def test_that_list_and_file_give_the_refused_rows(
    server: PracticeServer, client: ContactsClient, upload_id: str, quirks: Quirks
) -> None:
    server.quirks = quirks
    page = client.refused_rows(upload_id)
    assert page.error_count == 1
    [row] = page.rows
    assert (row.row_number, row.phone_number, row.error_code) == (2, "12", "INVALID_PHONE")
    assert page.error_file_url is not None
    assert client.error_file(page.error_file_url) == page.rows


def test_that_no_sign_in_goes_to_where_the_file_is(
    server: PracticeServer, client: ContactsClient, upload_id: str
) -> None:
    url = client.refused_rows(upload_id).error_file_url
    assert url is not None
    client.error_file(url)
    request = server.requests[-1]
    assert request.endpoint is Endpoint.ERROR_FILE
    assert not any(
        "practice-token" in value or name.lower() == "authorization" for name, value in request.headers
    )


@pytest.mark.parametrize(
    "url",
    [
        "http://files.storage.example/errors.csv",
        "ftp://127.0.0.1/errors.csv",
        "file:///etc/passwd",
        "/errors.csv",
        "",
        "https://user:word@files.example/errors.csv",
        "https:///errors.csv",
        "http://[::1",
    ],
)
def test_that_an_unsafe_address_is_not_fetched(client: ContactsClient, url: str) -> None:
    with pytest.raises(UnsafeAddress):
        client.error_file(url)


@pytest.mark.parametrize(
    ("fault", "kind"),
    [
        (Respond(403, "<Error/>"), UploadExpired),
        (Respond(404, "<Error/>"), UploadExpired),
        (Refuse(410), UploadExpired),
        (Respond(200, "<html>portal</html>"), UnreadableAnswer),
        (Respond(200, b"\x00\x01\x02"), UnreadableAnswer),
        (Respond(204), UnreadableAnswer),
        (Respond(500), ServerTrouble),
        (Redirect("https://elsewhere.example/"), Redirected),
    ],
)
def test_that_trouble_with_the_file_has_its_type(
    server: PracticeServer, client: ContactsClient, fault: Fault, kind: type[ExotelError]
) -> None:
    server.faults.add(Endpoint.ERROR_FILE, fault)
    with pytest.raises(ExotelError) as caught:
        client.error_file(server.error_files_url + "/errors.csv")
    assert type(caught.value) is kind


def test_that_the_address_of_the_file_is_in_no_error(client: ContactsClient, server: PracticeServer) -> None:
    server.stop()
    with pytest.raises(NoConnection) as caught:
        client.error_file(server.error_files_url + "/errors.csv?Signature=secret-signature")
    error: BaseException | None = caught.value
    assert "secret-signature" not in f"{error} {error!r} {caught.value.args} {caught.value.__cause__!r}"
    assert caught.value.__suppress_context__


# --- sign-in --------------------------------------------------------------------------------------------


def test_that_a_key_gives_an_access_token_that_works(server: PracticeServer, client: ContactsClient) -> None:
    issued = client.request_access_token(KEY)
    assert issued.lifetime == 86400
    ContactsClient(server.account_sid, server.base_url, issued.token).check_sign_in()


@pytest.mark.parametrize(
    ("fault", "kind"),
    [
        (Refuse(401), SignInRefused),
        (Refuse(403), NotEnabled),
        (Refuse(404), WrongAddress),
        (TooManyRequests(), RateLimited),
        (Respond(200, "<html></html>"), UnreadableAnswer),
        (SetData({"access_token": None}), UnreadableAnswer),
    ],
)
def test_that_trouble_with_the_key_has_its_type(
    server: PracticeServer, client: ContactsClient, fault: Fault, kind: type[ExotelError]
) -> None:
    server.faults.add(Endpoint.TOKEN, fault)
    with pytest.raises(ExotelError) as caught:
        client.request_access_token(KEY)
    assert type(caught.value) is kind


@pytest.mark.parametrize(
    ("fault", "kind"),
    [
        (Refuse(401), SignInRefused),
        (Respond(404, "<html>not found</html>"), WrongAddress),
        (Respond(200, "<html>portal</html>"), UnreadableAnswer),
        (Refuse(500), ServerTrouble),
    ],
)
def test_that_trouble_with_the_access_token_has_its_type(
    server: PracticeServer, fault: Fault, kind: type[ExotelError]
) -> None:
    server.faults.add(Endpoint.STATUS, fault)
    client = ContactsClient(server.account_sid, server.base_url, AccessToken(server.issue_access_token()))
    with pytest.raises(ExotelError) as caught:
        client.check_sign_in()
    assert type(caught.value) is kind


# --- secrets --------------------------------------------------------------------------------------------


@pytest.mark.parametrize("credentials", [ApiKey("the-key", "the-secret"), AccessToken("the-secret")])
def test_that_a_server_that_echoes_the_secrets_does_not_get_them_shown(
    server: PracticeServer, credentials: ApiKey | AccessToken, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(0)
    said = f"bad header {credentials.authorization} with the-secret"
    body = json.dumps({"request_id": "the-secret", "response": {"error_data": {"message": said}}})
    server.faults.add(Endpoint.STATUS, Respond(401, body))
    with pytest.raises(SignInRefused) as caught:
        ContactsClient(server.account_sid, server.base_url, credentials).upload_status("upload_1")
    shown = f"{caught.value} {caught.value!r} {vars(caught.value)} {caplog.text}"
    assert "the-secret" not in shown
    assert credentials.authorization not in shown
    assert "bad header" in caught.value.words


@pytest.mark.parametrize("credentials", [ApiKey("schlüssel ключ", "😀\r\nX: y"), AccessToken("a\r\nX: y ü")])
def test_that_no_credentials_can_split_a_header(
    server: PracticeServer, credentials: ApiKey | AccessToken
) -> None:
    with pytest.raises(SignInRefused):
        ContactsClient(server.account_sid, server.base_url, credentials).upload_status("upload_1")
    assert server.requests[0].header("X") is None
