"""``exogui upload``: its exit status and its object, against a real server, however that behaves."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from exogui.practice.endpoints import Endpoint
from exogui.practice.faults import Close, Refuse, SetData, Stage, StatusWord, TooManyRequests
from exogui.practice.quirks import ErrorUrl, Quirks
from exogui.practice.server import PracticeServer
from tests.cli.command_line import SAMPLE, Finished, exogui, packages_loaded_by
from tests.cli.conftest import WriteFile

COUNTS = ("sent", "successful", "failed", "duplicates_skipped", "unknown", "not_sent")
KEYS: dict[str, type | tuple[type, ...]] = {
    "job_id": (str, type(None)),
    "state": str,
    "sent": int,
    "successful": int,
    "failed": int,
    "duplicates_skipped": int,
    "in_flight": int,
    "unknown": int,
    "waiting": int,
    "balanced": bool,
    "uploads": list,
    "refused": list,
    "not_sent": int,
    "sent_before": dict,
    "message": str,
}
UPLOAD_KEYS: dict[str, type | tuple[type, ...]] = {
    "upload_id": (str, type(None)),
    "rows": int,
    "successful": int,
    "failed": int,
    "duplicates_skipped": int,
    "in_flight": int,
    "unknown": int,
    "state": str,
    "request_ids": list,
}
REFUSED_KEYS: dict[str, type | tuple[type, ...]] = {
    "row": (int, type(None)),
    "phone_number": str,
    "error_code": str,
    "error_message": str,
    "values": dict,
}


def assert_shape(value: Any, keys: dict[str, type | tuple[type, ...]]) -> None:
    assert list(value) == list(keys)
    assert {key: each for key, each in value.items() if not isinstance(each, keys[key])} == {}


def sent(finished: Finished, status: int, state: str) -> Any:
    """The object of an upload that ended so; it must have the shape it always has."""
    report = finished.report
    assert (finished.status, report["state"]) == (status, state), report
    assert_shape(report, KEYS)
    for upload in report["uploads"]:
        assert_shape(upload, UPLOAD_KEYS)
    for row in report["refused"]:
        assert_shape(row, REFUSED_KEYS)
    assert bool(report["message"]) == (state != "completed" or not report["balanced"])
    outcomes = ("successful", "failed", "duplicates_skipped", "in_flight", "unknown")
    assert report["sent"] == sum(report[outcome] for outcome in outcomes)
    assert report["sent"] == sum(upload["rows"] for upload in report["uploads"])
    return report


def counts(report: Any) -> tuple[int, ...]:
    return tuple(report[key] for key in COUNTS)


def posts(server: PracticeServer) -> int:
    """How often a file was sent."""
    return sum(request.endpoint is Endpoint.UPLOAD for request in server.requests)


# --- 0 and 1: Exotel has the rows -----------------------------------------------------------------------


def test_that_rows_that_are_all_accepted_give_0(good_file: Path, signed_in: PracticeServer) -> None:
    report = sent(exogui("upload", "--json", good_file), 0, "completed")
    assert counts(report) == (3, 3, 0, 0, 0, 0)
    assert (report["balanced"], report["refused"], report["message"]) == (True, [], "")
    [upload] = report["uploads"]
    assert (upload["upload_id"], upload["rows"]) == (signed_in.uploads[0].upload_id, 3)
    assert upload["request_ids"]
    assert [contact.first_name for contact in signed_in.contacts] == ["Asha", "Ravi", "Mei"]


def test_that_rows_that_are_already_there_give_0(good_file: Path, signed_in: PracticeServer) -> None:
    signed_in.seed_contacts(["+919876543211"])
    report = sent(exogui("upload", "--json", good_file), 0, "completed")
    assert counts(report) == (3, 2, 0, 1, 0, 0)


def test_that_a_refused_row_gives_1_and_comes_back_whole(mixed_file: Path, signed_in: PracticeServer) -> None:
    report = sent(exogui("upload", "--json", "--only-ready", mixed_file), 1, "completed")
    assert counts(report) == (3, 2, 1, 0, 0, 1)
    assert report["refused"] == [
        {
            "row": 3,
            "phone_number": "+919999900017",
            "error_code": "INVALID_PHONE",
            "error_message": "Phone number cannot be called from this account",
            "values": {
                "Mobile": "+919999900017",
                "First Name": "Mei",
                "E-mail": "mei@example.com",
                "Remarks": "three",
            },
        }
    ]


def test_that_refused_rows_are_found_again_below_blank_lines_and_long_cells(
    write_file: WriteFile, signed_in: PracticeServer
) -> None:
    path = write_file(
        'Title\n\nphone_number,company,company\n+919876543210,"a\nb",x\n\n12,c,\n\n+919999900017,"d\ne",y\n'
    )
    [row] = sent(exogui("upload", "--json", "--only-ready", path), 1, "completed")["refused"]
    assert row["row"] == 3
    assert row["values"] == {"phone_number": "+919999900017", "company": "d\ne", "company (2)": "y"}


def test_that_a_row_that_exotel_does_not_name_clearly_has_no_number(
    write_file: WriteFile, signed_in: PracticeServer
) -> None:
    path = write_file("phone_number\n+919876543210\n+919999900017\n")
    entry = {"row_number": 77, "phone_number": "+440000", "error_code": "ODD", "error_message": "who?"}
    signed_in.faults.add(Endpoint.ERRORS, SetData({"errors": [entry]}))
    [row] = sent(exogui("upload", "--json", path), 1, "completed")["refused"]
    assert (row["row"], row["values"], row["phone_number"]) == (None, {}, "+440000")


def test_that_rows_left_behind_do_not_change_the_exit_status(
    write_file: WriteFile, signed_in: PracticeServer
) -> None:
    path = write_file("phone_number\n12\n+919876543210\nN/A\n")
    finished = exogui("upload", "--json", "--only-ready", path)
    assert counts(sent(finished, 0, "completed")) == (1, 1, 0, 0, 0, 2)
    assert finished.err.endswith("2 rows with errors were not sent.\n")


def test_that_options_reach_exotel_and_only_mapped_columns_do(
    good_file: Path, signed_in: PracticeServer
) -> None:
    exogui("upload", "--json", "--list-id", "list_7", "--duplicate-action", "update", good_file)
    [request] = signed_in.wait_for_requests(Endpoint.UPLOAD)
    assert request.fields == {"list_id": "list_7", "duplicate_action": "update"}
    assert request.file.filename == "contacts.csv"
    assert request.file.rows[0] == ("phone_number", "first_name")


def test_that_the_practice_account_needs_nothing_and_treats_the_sample_as_ever() -> None:
    report = sent(exogui("upload", "--practice", "--only-ready", "--json", SAMPLE), 1, "completed")
    assert counts(report) == (45, 34, 5, 6, 0, 16)
    assert [row["row"] for row in report["refused"]] == [18, 21, 25, 38, 57]


def test_that_a_missing_list_of_refused_rows_still_gives_1(
    write_file: WriteFile, signed_in: PracticeServer
) -> None:
    signed_in.quirks = Quirks(error_url=ErrorUrl.ABSENT)
    signed_in.faults.add(Endpoint.ERRORS, SetData({"errors": [], "error_count": 2}))
    path = write_file("phone_number\n+919999900017\n+919999900018\n")
    report = sent(exogui("upload", "--json", path), 1, "completed")
    assert (report["failed"], report["refused"], report["balanced"]) == (2, [], False)
    assert "0 of the 2 rows" in report["message"]
    assert signed_in.uploads[0].upload_id in report["message"]


# --- any size -------------------------------------------------------------------------------------------


def test_that_more_rows_than_a_file_may_have_go_in_parts(
    write_file: WriteFile, signed_in: PracticeServer
) -> None:
    path = write_file(
        "phone_number\n" + "".join(f"+9198765{n:05}\n" for n in range(50_000)) + "+919999900017\n"
    )
    report = sent(exogui("upload", "--json", path), 1, "completed")
    assert counts(report) == (50_001, 50_000, 1, 0, 0, 0)
    assert [upload["rows"] for upload in report["uploads"]] == [50_000, 1]
    assert [upload["state"] for upload in report["uploads"]] == ["settled", "settled"]
    assert {upload["upload_id"] for upload in report["uploads"]} == {
        upload.upload_id for upload in signed_in.uploads
    }
    [row] = report["refused"]
    assert (row["row"], row["values"]) == (50_001, {"phone_number": "+919999900017"})


def test_that_more_bytes_than_a_file_may_have_go_in_parts(
    write_file: WriteFile, signed_in: PracticeServer
) -> None:
    company = "x" * 250
    path = write_file(
        "phone_number,company\n" + "".join(f"+9198765{n:05},{company}\n" for n in range(40_000))
    )
    report = sent(exogui("upload", "--json", path), 0, "completed")
    assert counts(report) == (40_000, 40_000, 0, 0, 0, 0)
    assert len(report["uploads"]) == 2
    assert max(len(request.body) for request in signed_in.wait_for_requests(Endpoint.UPLOAD, 2)) < 10_001_000


# --- 2: nothing was sent --------------------------------------------------------------------------------


def test_that_errors_in_the_file_keep_everything_here(mixed_file: Path, signed_in: PracticeServer) -> None:
    report = sent(exogui("upload", "--json", mixed_file), 2, "failed")
    assert counts(report) == (0, 0, 0, 0, 0, 4)
    assert "--only-ready" in report["message"]
    assert (report["uploads"], signed_in.requests) == ([], ())


def test_that_no_row_ready_is_nothing_to_send(write_file: WriteFile, signed_in: PracticeServer) -> None:
    report = sent(exogui("upload", "--json", "--only-ready", write_file("phone_number\n12\n")), 2, "failed")
    assert report["not_sent"] == 1
    assert signed_in.requests == ()


@pytest.mark.parametrize(
    ("text", "rows", "said"),
    [
        ('phone_number\n"+919876543210\n', 0, "line 2"),
        ("phone_number\n", 0, "only a header"),
        ("Colour,First Name\nred,Asha\n", 1, "phone_number"),
        ("", 0, "nothing in it"),
    ],
)
def test_that_what_cannot_be_read_as_contacts_is_not_sent(
    text: str, rows: int, said: str, write_file: WriteFile, signed_in: PracticeServer
) -> None:
    report = sent(exogui("upload", "--json", write_file(text)), 2, "failed")
    assert said in report["message"]
    assert report["not_sent"] == rows
    assert signed_in.requests == ()


@pytest.mark.parametrize("path", ["nowhere.csv", "."])
def test_that_what_is_no_file_is_not_sent(path: str, signed_in: PracticeServer) -> None:
    sent(exogui("upload", "--json", path), 2, "failed")
    assert signed_in.requests == ()


@pytest.mark.only_on("linux", "darwin")
def test_that_a_full_disk_gives_2(good_file: Path, signed_in: PracticeServer, private_home: Path) -> None:
    import resource

    def fill_the_disk() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (10, 10))

    place = {"TMPDIR": str(private_home)}
    finished = exogui("upload", "--json", good_file, env=place, preexec_fn=fill_the_disk)
    assert "could not be written" in sent(finished, 2, "failed")["message"]
    assert signed_in.requests == ()
    assert list(private_home.glob("exogui-*")) == []


@pytest.mark.parametrize("status", [400, 401, 413])
def test_that_a_refused_file_is_sent_once_and_gives_2(
    status: int, good_file: Path, signed_in: PracticeServer
) -> None:
    signed_in.faults.add(Endpoint.UPLOAD, Refuse(status, "Because of the moon"))
    signed_in.faults.add(Endpoint.TOKEN, Refuse(401))
    report = sent(exogui("upload", "--json", good_file), 2, "failed")
    assert counts(report) == (0, 0, 0, 0, 0, 3)
    assert report["uploads"] == []
    assert f"HTTP status: {status}" in report["message"]
    assert "Exotel’s own words: Because of the moon" in report["message"]
    assert posts(signed_in) == 1


def test_that_nobody_at_the_address_gives_2(good_file: Path, signed_in: PracticeServer) -> None:
    signed_in.stop()
    report = sent(exogui("upload", "--json", good_file), 2, "failed")
    assert counts(report) == (0, 0, 0, 0, 0, 3)


def test_that_a_busy_exotel_is_asked_again_and_the_file_arrives_once(
    good_file: Path, signed_in: PracticeServer
) -> None:
    signed_in.faults.add(Endpoint.UPLOAD, TooManyRequests("1"), times=1)
    finished = exogui("upload", "--json", good_file)
    assert counts(sent(finished, 0, "completed")) == (3, 3, 0, 0, 0, 0)
    assert "Waiting 1 s because Exotel asked for a pause\n" in finished.err
    assert (posts(signed_in), len(signed_in.uploads)) == (2, 1)


# --- 3: nobody knows ------------------------------------------------------------------------------------


@pytest.mark.parametrize("stage", [Stage.AFTER_BODY, Stage.BEFORE_ANSWER])
def test_that_a_lost_answer_gives_3_and_is_not_sent_again(
    stage: Stage, good_file: Path, signed_in: PracticeServer
) -> None:
    signed_in.faults.add(Endpoint.UPLOAD, Close(stage), times=1)
    report = sent(exogui("upload", "--json", good_file), 3, "unknown")
    assert counts(report) == (3, 0, 0, 0, 3, 0)
    assert not report["balanced"]
    [upload] = report["uploads"]
    assert (upload["upload_id"], upload["rows"], upload["unknown"]) == (None, 3, 3)
    assert posts(signed_in) == 1


def test_that_trouble_at_exotel_while_it_took_the_file_gives_3(
    good_file: Path, signed_in: PracticeServer
) -> None:
    signed_in.faults.add(Endpoint.UPLOAD, Refuse(503), times=1)
    sent(exogui("upload", "--json", good_file), 3, "unknown")
    assert posts(signed_in) == 1


def test_that_a_job_that_failed_at_exotel_gives_3_and_its_id(
    good_file: Path, signed_in: PracticeServer
) -> None:
    signed_in.faults.add(Endpoint.STATUS, StatusWord("failed"))
    report = sent(exogui("upload", "--json", good_file), 3, "unknown")
    assert report["uploads"][0]["upload_id"] == signed_in.uploads[0].upload_id
    assert signed_in.uploads[0].upload_id in report["message"]


@pytest.mark.parametrize("successful", [1, 5])
def test_that_counts_that_do_not_add_up_give_3(
    successful: int, good_file: Path, signed_in: PracticeServer
) -> None:
    signed_in.faults.add(Endpoint.STATUS, SetData({"successful": successful}))
    report = sent(exogui("upload", "--json", good_file), 3, "completed")
    assert not report["balanced"]
    believed = successful if successful <= 3 else 0
    assert (report["successful"], report["unknown"]) == (believed, 3 - believed)
    assert "do not add up" in report["message"]


# --- in words -------------------------------------------------------------------------------------------


def test_that_people_are_told_what_became_of_the_rows_and_what_to_do(
    mixed_file: Path, signed_in: PracticeServer
) -> None:
    finished = exogui("upload", "--only-ready", mixed_file)
    assert finished.status == 1
    total, row, advice = finished.out.splitlines()
    assert total == "Sent 3: 2 added or updated, 0 already there, 1 refused, 0 unknown."
    assert row.startswith("  row 3  +919999900017  INVALID_PHONE: ")
    assert advice.startswith("INVALID_PHONE: ")
    assert finished.err.endswith("1 row with errors was not sent.\n")


def test_that_what_went_wrong_stands_beside_the_result(good_file: Path, signed_in: PracticeServer) -> None:
    signed_in.faults.add(Endpoint.UPLOAD, Refuse(401), times=1)
    signed_in.faults.add(Endpoint.TOKEN, Refuse(401), times=1)
    finished = exogui("upload", good_file)
    assert (finished.status, finished.out) == (2, "")
    assert "refused the sign-in" in finished.err


def test_that_exotel_cannot_move_the_cursor(write_file: WriteFile, signed_in: PracticeServer) -> None:
    entry = {"row_number": 1, "phone_number": "\x1b[2J", "error_code": "\x07ODD", "error_message": "\x1b[1A"}
    signed_in.faults.add(Endpoint.ERRORS, SetData({"errors": [entry]}))
    finished = exogui("upload", write_file("phone_number\n+919999900017\n"))
    assert finished.status == 1
    assert not {"\x1b", "\x07"} & set(finished.out + finished.err)


# --- what it costs --------------------------------------------------------------------------------------


def test_that_no_window_is_loaded(good_file: Path, signed_in: PracticeServer) -> None:
    loaded = packages_loaded_by("upload", good_file)
    assert len(signed_in.uploads) == 1
    assert loaded.isdisjoint({"PySide6", "shiboken6", "werkzeug", "keyring", "xlsxwriter"})
