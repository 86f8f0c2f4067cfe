"""Status, refused rows, error files, and the shapes of answers that the documentation leaves open."""

from __future__ import annotations

import http.client
import math
from urllib.parse import urlsplit

import pytest

from exogui.practice.endpoints import Endpoint
from exogui.practice.quirks import AbsentValues, ErrorUrl, Quirks, SkippedDuplicates
from tests.practice.caller import Caller
from tests.practice.conftest import Practice

GOOD = "+919876543210,Asha,,,,,"
BAD = "98765,Ravi,Rao,,,,"
FILE_HEADER = "row_number,phone_number,first_name,last_name,error_code,error_message"


def test_that_an_upload_is_processing_until_its_time_is_over(practice: Practice) -> None:
    caller = practice(processing_seconds=math.inf)
    upload_id = caller.upload_rows(GOOD, BAD)

    assert caller.status_data(upload_id) == {
        "upload_id": upload_id,
        "status": "processing",
        "total_records": 2,
    }
    assert caller.errors(upload_id).status_code == 404
    caller.server.finish_processing()
    assert caller.status(upload_id).json() == {
        "response": {
            "data": {
                "upload_id": upload_id,
                "status": "completed",
                "total_records": 2,
                "successful": 1,
                "failed": 1,
                "duplicates_skipped": 0,
                "error_file_id": "error_file_0001",
            }
        }
    }


def test_that_processing_ends_by_itself(practice: Practice) -> None:
    caller = practice(processing_seconds=0.2)
    upload_id = caller.upload_rows(GOOD)

    while (status := caller.status_data(upload_id)["status"]) == "processing":
        pass

    assert status == "completed"


def test_that_an_upload_without_refused_rows_has_no_error_file(caller: Caller) -> None:
    upload_id = caller.upload_rows(GOOD)

    assert caller.status_data(upload_id)["error_file_id"] is None
    assert caller.errors_data(upload_id) == {
        "upload_id": upload_id,
        "error_count": 0,
        "errors": [],
        "error_file_url": None,
    }


def test_that_refused_rows_are_listed_as_documented(caller: Caller) -> None:
    upload_id = caller.upload_rows(GOOD, BAD)

    response = caller.errors(upload_id)

    data = response.json()["response"]["data"]
    assert (response.status_code, response.json()["http_code"]) == (200, 200)
    assert (data["upload_id"], data["error_count"]) == (upload_id, 1)
    assert data["errors"] == [
        {
            "row_number": 2,
            "phone_number": "98765",
            "error_code": "INVALID_PHONE",
            "error_message": "Phone number is not in E.164 format",
        }
    ]
    assert data["error_file_url"].startswith(caller.server.error_files_url + "/")
    assert caller.server.error_files_url != caller.server.base_url


def test_that_each_upload_can_be_unknown_for_its_first_questions(caller: Caller) -> None:
    caller.server.quirks = Quirks(status_calls_unknown=2)
    first, second = caller.upload_rows(GOOD), caller.upload_rows(GOOD)

    assert [caller.status(first).status_code for _ in range(4)] == [404, 404, 200, 200]
    assert [caller.status(second).status_code for _ in range(3)] == [404, 404, 200]


def test_that_unknown_uploads_are_not_found(caller: Caller) -> None:
    assert caller.status("upload_other").status_code == 404
    assert caller.errors("upload_other").status_code == 404


def test_that_ids_in_paths_may_be_percent_encoded(caller: Caller) -> None:
    upload_id = caller.upload_rows(GOOD).replace("_", "%5F")
    connection = http.client.HTTPConnection(urlsplit(caller.server.base_url).netloc, timeout=10)
    signed = {"Authorization": f"Bearer {caller.server.issue_access_token()}"}

    connection.request("GET", f"/v2/accounts/p%72actice/contacts/upload/{upload_id}", headers=signed)

    assert connection.getresponse().status == 200
    connection.close()


def test_that_the_error_file_holds_every_refused_row(caller: Caller) -> None:
    upload_id = caller.upload_rows(BAD, GOOD, ",Mei,Tan,,,,")

    response = caller.fetch(caller.errors_data(upload_id)["error_file_url"])

    assert response.status_code == 200
    assert response.headers["Content-Type"] == "text/csv; charset=utf-8"
    assert response.content.decode().splitlines() == [
        FILE_HEADER,
        "1,98765,Ravi,Rao,INVALID_PHONE,Phone number is not in E.164 format",
        "3,,Mei,Tan,MISSING_REQUIRED,phone_number is required",
    ]


def test_that_the_error_file_refuses_an_authorization_header(caller: Caller) -> None:
    url = caller.errors_data(caller.upload_rows(BAD))["error_file_url"]

    response = caller.fetch(url, headers={"Authorization": "Bearer whatever"})

    assert response.status_code == 400
    assert response.headers["Content-Type"] == "application/xml"
    assert "<Code>InvalidArgument</Code>" in response.text


def test_that_a_forged_address_opens_nothing(caller: Caller) -> None:
    mine, _other = caller.upload_rows(BAD), caller.upload_rows(BAD)
    url: str = caller.errors_data(mine)["error_file_url"]

    for forged in (
        url[:-1] + ("0" if url[-1] != "0" else "1"),
        url.partition("?")[0],
        url.replace("Expires=", "Expires=9"),
        url.replace("error_file_0001", "error_file_0002"),
    ):
        response = caller.fetch(forged)
        assert response.status_code == 403
        assert "<Code>SignatureDoesNotMatch</Code>" in response.text


def test_that_an_expired_error_file_is_gone(caller: Caller) -> None:
    upload_id = caller.upload_rows(BAD)
    url = caller.errors_data(upload_id)["error_file_url"]

    caller.server.expire_error_files()

    assert caller.errors(upload_id).status_code == 410
    assert caller.fetch(url).status_code == 410
    assert caller.status_data(upload_id)["failed"] == 1


def test_that_the_two_ports_do_not_answer_for_each_other(caller: Caller) -> None:
    upload_id = caller.upload_rows(BAD)
    file_path = caller.errors_data(upload_id)["error_file_url"].removeprefix(caller.server.error_files_url)
    status_path = f"/v2/accounts/practice/contacts/upload/{upload_id}"

    assert caller.fetch(caller.server.base_url + file_path).status_code == 404
    assert caller.fetch(caller.server.error_files_url + status_path).status_code == 403


@pytest.mark.parametrize("first", [0, 1, 2])
def test_that_rows_are_counted_as_asked_for_in_list_and_file(caller: Caller, first: int) -> None:
    caller.server.quirks = Quirks(first_row_number=first)
    upload_id = caller.upload_rows(GOOD, BAD)

    assert caller.codes(upload_id) == [(first + 1, "INVALID_PHONE")]
    file = caller.fetch(caller.errors_data(upload_id)["error_file_url"]).text
    assert file.splitlines()[1].startswith(f"{first + 1},98765,")


def test_that_the_list_can_be_a_first_page(caller: Caller) -> None:
    caller.server.quirks = Quirks(listed_errors=2)
    upload_id = caller.upload_rows(*[BAD] * 5)

    data = caller.errors_data(upload_id)

    assert (data["error_count"], len(data["errors"])) == (5, 2)
    assert len(caller.fetch(data["error_file_url"]).text.splitlines()) == 6


def test_that_phone_numbers_can_be_left_out(caller: Caller) -> None:
    caller.server.quirks = Quirks(errors_with_phone_number=False)

    data = caller.errors_data(caller.upload_rows(BAD))

    assert data["errors"][0]["phone_number"] is None
    assert caller.fetch(data["error_file_url"]).text.splitlines()[1].startswith("1,,Ravi")


@pytest.mark.parametrize(
    ("how", "failed", "skipped", "listed"),
    [
        (SkippedDuplicates.COUNTED, 1, 1, [(3, "INVALID_PHONE")]),
        (SkippedDuplicates.LISTED, 1, 1, [(2, "DUPLICATE_ENTRY"), (3, "INVALID_PHONE")]),
        (SkippedDuplicates.FAILED, 2, 0, [(2, "DUPLICATE_ENTRY"), (3, "INVALID_PHONE")]),
    ],
)
def test_that_skipped_duplicates_can_be_reported_in_each_way(
    caller: Caller, how: SkippedDuplicates, failed: int, skipped: int, listed: list[tuple[int, str]]
) -> None:
    caller.server.quirks = Quirks(skipped_duplicates=how)

    upload_id = caller.upload_rows(GOOD, GOOD, BAD)

    status = caller.status_data(upload_id)
    assert (status["successful"], status["failed"], status["duplicates_skipped"]) == (1, failed, skipped)
    assert caller.codes(upload_id) == listed
    assert caller.errors_data(upload_id)["error_count"] == len(listed)
    file = caller.fetch(caller.errors_data(upload_id)["error_file_url"]).text
    assert len(file.splitlines()) == 1 + len(listed)


def test_that_response_can_be_a_list_of_one(caller: Caller) -> None:
    upload_id = caller.upload_rows(GOOD)
    caller.server.quirks = Quirks(response_as_list=True)

    response = caller.status(upload_id).json()["response"]

    assert isinstance(response, list)
    assert [item["data"]["upload_id"] for item in response] == [upload_id]


def test_that_numbers_can_be_strings(caller: Caller) -> None:
    caller.server.quirks = Quirks(numbers_as_strings=True)
    upload_id = caller.upload_rows(GOOD, BAD)

    assert caller.status_data(upload_id)["successful"] == "1"
    assert caller.errors_data(upload_id)["error_count"] == "1"
    assert caller.errors_data(upload_id)["errors"][0]["row_number"] == "2"


@pytest.mark.parametrize(
    ("how", "expected"),
    [(AbsentValues.NULL, [None]), (AbsentValues.MISSING, []), (AbsentValues.EMPTY, [""])],
)
def test_that_absent_values_can_look_in_each_way(
    caller: Caller, how: AbsentValues, expected: list[str | None]
) -> None:
    caller.server.quirks = Quirks(absent_values=how)
    upload_id = caller.upload_rows(GOOD)

    data = caller.status_data(upload_id)

    assert [value for key, value in data.items() if key == "error_file_id"] == expected


def test_that_the_code_in_the_body_can_differ_from_the_status_both_ways(caller: Caller) -> None:
    caller.server.quirks = Quirks(body_code=200)
    response = caller.upload("phone_number\n+919876543210\n")
    assert response.status_code == 202
    assert (response.json()["http_code"], response.json()["response"]["code"]) == (200, 200)

    caller.server.quirks = Quirks(http_status=200)
    response = caller.status("unknown")
    assert response.status_code == 200
    assert response.json()["response"]["code"] == 404


def test_that_error_file_addresses_come_in_each_kind(caller: Caller) -> None:
    upload_id = caller.upload_rows(BAD)

    def url(kind: ErrorUrl | str) -> str | None:
        caller.server.quirks = Quirks(error_url=kind)
        value: str | None = caller.errors_data(upload_id)["error_file_url"]
        return value

    relative, other_host, expired = url(ErrorUrl.RELATIVE), url(ErrorUrl.OTHER_HOST), url(ErrorUrl.EXPIRED)
    assert url(ErrorUrl.ABSENT) is None
    assert url("ftp://anything") == "ftp://anything"
    assert relative is not None
    assert relative.startswith("/")
    assert caller.fetch(caller.server.error_files_url + relative).status_code == 200
    assert urlsplit(other_host).hostname == "files.storage.example"
    assert expired is not None
    assert caller.fetch(expired).status_code == 403
    assert "Request has expired" in caller.fetch(expired).text


def test_that_error_files_can_be_announced_at_the_address_of_a_proxy(caller: Caller) -> None:
    upload_id = caller.upload_rows(BAD)

    caller.server.announced_error_files_url = "http://127.0.0.1:9"
    assert caller.errors_data(upload_id)["error_file_url"].startswith("http://127.0.0.1:9/")

    caller.server.announced_error_files_url = None
    assert caller.errors_data(upload_id)["error_file_url"].startswith(caller.server.error_files_url)


def test_that_requests_can_be_read_back(caller: Caller) -> None:
    upload_id = caller.upload_rows(GOOD, list_id="L1", duplicate_action="update")
    caller.status(upload_id)
    caller.fetch(caller.server.error_files_url + "/x?y=1")

    upload, status, file = caller.server.requests
    assert (upload.endpoint, upload.method, upload.status) == (Endpoint.UPLOAD, "POST", 202)
    assert upload.path == "/v2/accounts/practice/contacts/upload"
    assert upload.header("authorization") == "Basic cHJhY3RpY2Uta2V5OnByYWN0aWNlLXRva2Vu"
    assert upload.header("X-Nothing") is None
    assert upload.fields == {"list_id": "L1", "duplicate_action": "update"}
    assert (upload.file.filename, upload.file.content_type) == ("contacts.csv", "text/csv")
    assert upload.file.rows[1] == tuple(GOOD.split(","))
    assert upload.body.endswith(b"--\r\n")
    assert (status.endpoint, status.status, status.body) == (Endpoint.STATUS, 200, b"")
    assert (file.endpoint, file.query, file.status) == (Endpoint.ERROR_FILE, "y=1", 403)
    assert caller.server.error_files_url.endswith(f":{file.port}")
    assert caller.server.base_url.endswith(f":{status.port}")


def test_that_records_show_neither_secrets_nor_contacts(caller: Caller) -> None:
    caller.upload_rows(GOOD)

    shown = repr(caller.server.requests)

    assert "Basic" not in shown
    assert "9876543210" not in shown


def test_that_bodies_are_not_kept_when_told_so(practice: Practice) -> None:
    caller = practice(record_bodies=False)

    caller.upload_rows(GOOD)

    assert caller.server.requests[0].body == b""
    assert caller.server.requests[0].status == 202
