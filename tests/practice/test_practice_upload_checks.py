"""The checks on an upload as a whole."""

from __future__ import annotations

import http.client
import math
from urllib.parse import urlsplit

import pytest
import requests

from exogui.practice.exotel_api import Limits
from tests.practice.caller import Caller
from tests.practice.conftest import Practice


def test_that_an_accepted_upload_is_answered_as_documented(practice: Practice) -> None:
    caller = practice(processing_seconds=30)

    response = caller.upload("phone_number\n+919876543210\n+919876543211\n")

    body = response.json()
    assert response.status_code == 202
    assert response.headers["Content-Type"] == "application/json"
    assert set(body) == {"request_id", "method", "http_code", "response"}
    assert (body["method"], body["http_code"]) == ("POST", 202)
    assert (body["response"]["code"], body["response"]["status"]) == (202, "accepted")
    assert body["response"]["data"] == {
        "upload_id": caller.server.uploads[0].upload_id,
        "total_records": 2,
        "status": "processing",
        "estimated_time_seconds": 30,
    }


@pytest.mark.parametrize(
    ("content", "complaint"),
    [
        (b"", "no phone_number column"),
        (b"phone_number\n", "no records"),
        (b"first_name\nAsha\n", "no phone_number column"),
        (b"phone_number,Remarks\n+919876543210,x\n", "unknown column 'Remarks'"),
        (b"phone_number;first_name\n+919876543210;x\n", "unknown column"),
        (b"\xef\xbb\xbfphone_number\n+919876543210\n", "unknown column"),
        (b"phone_number,phone_number\n+919876543210,\n", "appears twice"),
        (b"phone_number,first_name\n+919876543210,Jos\xe9\n", "not UTF-8 at byte 41"),
        ("phone_number\n+919876543210\n".encode("utf-16"), "not UTF-8"),
        (b'phone_number,first_name\n+919876543210,"Asha\n', "unexpected end of data"),
        (b'phone_number,first_name\n+919876543210,"A"sha\n', "at line 2"),
    ],
)
def test_that_a_file_that_is_no_contacts_csv_is_refused_whole(
    caller: Caller, content: bytes, complaint: str
) -> None:
    response = caller.upload(content)

    assert response.status_code == 400
    assert complaint in response.json()["response"]["error_data"]["message"]
    assert caller.server.uploads == ()
    assert caller.server.contacts == ()


def test_that_quoted_cells_with_commas_and_line_breaks_are_one_record(caller: Caller) -> None:
    upload_id = caller.upload_rows('+919876543210,"Rao, Asha","line 1\nline 2",,,,')

    assert caller.status_data(upload_id)["successful"] == 1
    assert caller.server.contacts[0].first_name == "Rao, Asha"
    assert caller.server.contacts[0].last_name == "line 1\nline 2"


def test_that_columns_may_come_in_any_order_and_blank_lines_do_not_count(caller: Caller) -> None:
    response = caller.upload("email,phone_number\r\n\r\na@example.com,+919876543210\r\n\r\n")

    assert response.json()["response"]["data"]["total_records"] == 1
    assert caller.server.contacts[0].phone_number == "+919876543210"
    assert caller.server.contacts[0].email == "a@example.com"


@pytest.mark.parametrize("filename", ["contacts.xlsx", "contacts", "contacts.csv.txt"])
def test_that_only_csv_files_are_taken(caller: Caller, filename: str) -> None:
    response = caller.upload("phone_number\n+919876543210\n", filename=filename)

    assert response.status_code == 400
    assert "csv" in response.json()["response"]["error_data"]["message"]


def test_that_the_file_part_is_required(caller: Caller) -> None:
    without_file = {"files": {"list_id": (None, "L1")}}
    without_name = {"files": {"file": (None, "phone_number\n+919876543210\n")}}

    for options in (without_file, without_name):
        response = caller.request("POST", "contacts/upload", **options)
        assert response.status_code == 400
        assert "file is required" in response.text


@pytest.mark.parametrize(
    ("content_type", "body"),
    [
        ("application/json", b"{}"),
        ("multipart/form-data", b"no boundary"),
        ("multipart/form-data; boundary=x", b"--x\r\nContent-Disposition: form-data; name=file\r\n\r\ncut"),
    ],
)
def test_that_a_body_that_is_no_form_is_refused(caller: Caller, content_type: str, body: bytes) -> None:
    response = caller.request("POST", "contacts/upload", data=body, headers={"Content-Type": content_type})

    assert response.status_code == 400
    assert "multipart" in response.text
    assert caller.server.uploads == ()


def test_that_an_unknown_duplicate_action_is_refused(caller: Caller) -> None:
    response = caller.upload("phone_number\n+919876543210\n", duplicate_action="replace")

    assert response.status_code == 400
    assert "duplicate_action" in response.text
    assert caller.server.contacts == ()


def test_that_ten_megabytes_are_taken_and_a_byte_more_is_not(caller: Caller) -> None:
    most = b"x" * 10_000_000

    assert caller.upload(most + b"x").status_code == 413
    assert caller.upload(most).status_code == 400  # small enough, only no CSV


def test_that_a_body_far_over_the_limit_is_read_and_answered_413(caller: Caller) -> None:
    assert caller.upload(b"x" * (65 * 1024 * 1024)).status_code == 413


def test_that_fifty_thousand_records_are_taken_and_one_more_is_not(caller: Caller) -> None:
    most = "phone_number\n" + "".join(f"+9198{number:08}\n" for number in range(50_000))

    assert "more than 50000 records" in caller.upload(most + "+919876543210\n").text
    assert caller.upload(most).json()["response"]["data"]["total_records"] == 50_000


def test_that_limits_can_be_made_small(practice: Practice) -> None:
    caller = practice(limits=Limits(file_bytes=40, records=2))

    assert caller.upload("phone_number\n+919876543210\n").status_code == 202
    assert caller.upload("phone_number\n" + "+919876543210\n" * 2).status_code == 413
    assert caller.upload("phone_number\n" + "1\n" * 3).status_code == 400


def test_that_a_sixth_upload_at_once_is_told_to_wait(practice: Practice) -> None:
    caller = practice(processing_seconds=100.0)
    for _ in range(5):
        assert caller.upload("phone_number\n+919876543210\n").status_code == 202

    response = caller.upload("phone_number\n+919876543299\n")

    assert response.status_code == 429
    assert 1 <= int(response.headers["Retry-After"]) <= 100
    assert response.json()["RestException"]["Status"] == 429
    assert response.json()["RestException"]["Code"] == "RATE_LIMIT_EXCEEDED"
    assert len(caller.server.uploads) == 5
    assert {contact.phone_number for contact in caller.server.contacts} == {"+919876543210"}


def test_that_a_finished_upload_makes_room_for_another(practice: Practice) -> None:
    caller = practice(processing_seconds=math.inf)
    for _ in range(5):
        caller.upload_rows("+919876543210,,,,,,")
    assert caller.upload("phone_number\n+919876543210\n").status_code == 429

    caller.server.finish_processing()

    assert caller.upload("phone_number\n+919876543210\n").status_code == 202


def test_that_others_who_share_the_account_take_places_too(practice: Practice) -> None:
    caller = practice(processing_seconds=math.inf)
    caller.server.occupied_places = 4

    assert caller.upload("phone_number\n+919876543210\n").status_code == 202
    response = caller.upload("phone_number\n+919876543210\n")
    assert (response.status_code, response.headers["Retry-After"]) == (429, "30")

    caller.server.occupied_places = 3
    assert caller.upload("phone_number\n+919876543210\n").status_code == 202


def test_that_limits_can_change_at_any_time(practice: Practice) -> None:
    caller = practice(processing_seconds=math.inf)
    caller.server.limits = Limits(concurrent_uploads=1)

    assert caller.upload("phone_number\n+919876543210\n").status_code == 202
    assert caller.upload("phone_number\n+919876543210\n").status_code == 429
    caller.server.limits = Limits(records=1)
    assert caller.upload("phone_number\n+919876543210\n").status_code == 202
    assert caller.upload("phone_number\n1\n2\n").status_code == 400


def test_that_a_refused_upload_takes_no_place(caller: Caller) -> None:
    for _ in range(6):
        assert caller.upload("nothing").status_code == 400

    assert caller.upload("phone_number\n+919876543210\n").status_code == 202


def test_that_an_upload_that_breaks_off_takes_no_place(practice: Practice) -> None:
    breaks_off = True

    def give_way() -> None:
        if breaks_off:
            raise InterruptedError

    caller = practice(give_way=give_way)
    for _ in range(5):
        with pytest.raises(requests.ConnectionError):
            caller.upload("phone_number\n+919876543210\n")
    breaks_off = False

    assert caller.upload("phone_number\n+919876543210\n").status_code == 202


def test_that_a_body_of_unannounced_length_is_refused(caller: Caller) -> None:
    connection = http.client.HTTPConnection(urlsplit(caller.server.base_url).netloc, timeout=10)
    path = f"/v2/accounts/{caller.sid}/contacts/upload"

    connection.putrequest("POST", path)
    connection.putheader("Transfer-Encoding", "chunked")
    connection.endheaders()  # the answer comes before any chunk: sending one would race with the close

    assert connection.getresponse().status == 411
    connection.close()


def test_that_calls_over_the_rate_limit_are_refused_and_the_headers_count_down(practice: Practice) -> None:
    caller = practice(requests_per_minute=3)

    responses = [caller.status("any") for _ in range(4)]

    assert [response.status_code for response in responses] == [404, 404, 404, 429]
    assert [response.headers["X-RateLimit-Remaining"] for response in responses] == ["2", "1", "0", "0"]
    assert {response.headers["X-RateLimit-Limit"] for response in responses} == {"3"}
    assert 1 <= int(responses[-1].headers["Retry-After"]) <= 60
    assert "RestException" in responses[-1].json()
    assert len({response.headers["X-RateLimit-Reset"] for response in responses}) <= 2


def test_that_others_who_share_the_account_use_up_its_calls(caller: Caller) -> None:
    caller.server.requests_per_minute = 10
    caller.server.spend_calls(8)

    responses = [caller.status("any") for _ in range(3)]

    assert [response.status_code for response in responses] == [404, 404, 429]
    assert [response.headers["X-RateLimit-Remaining"] for response in responses] == ["1", "0", "0"]
    caller.server.begin_minute()
    assert caller.status("any").headers["X-RateLimit-Remaining"] == "9"
    caller.server.requests_per_minute = None
    caller.server.spend_calls(1000)
    assert caller.status("any").status_code == 404
