"""``exogui resume``: what earlier uploads left is gone on with, and nothing is decided for a person."""

from __future__ import annotations

import signal
from pathlib import Path
from typing import Any

import pytest

from exogui.exotel.account_store import AccountStore
from exogui.exotel.accounts import PRACTICE_ID, Account, ApiKey, DataCentre
from exogui.exotel.keychain import SystemKeychain
from exogui.practice.endpoints import Endpoint
from exogui.practice.faults import Close, Refuse, Stage, Stall
from exogui.practice.server import PracticeServer
from exogui.uploads.preparing import UploadOrder
from exogui.uploads.upload_service import UploadService
from tests.cli.command_line import Finished, exogui, finish, start
from tests.cli.conftest import SignIn, WriteFile
from tests.secret_service import SecretService

posix_only = pytest.mark.only_on("linux", "darwin")  # Windows sends no signals to one process alone


def posts(server: PracticeServer) -> int:
    return sum(request.endpoint is Endpoint.UPLOAD for request in server.requests)


def resumed(finished: Finished, status: int) -> Any:
    """The only job that was gone on with."""
    assert finished.status == status, finished.out + finished.err
    assert finished.report["message"] == ""
    [job] = finished.report["jobs"]
    return job


def killed_while_processing(good_file: Path, server: PracticeServer) -> None:
    """An upload whose program died when Exotel had the file."""
    process = start("upload", good_file)
    assert server.wait_for_requests(Endpoint.STATUS, timeout=30)
    process.kill()
    finish(process)


def killed_without_an_answer(good_file: Path, server: PracticeServer, *words: str) -> None:
    """An upload whose program died before Exotel said whether it took the file."""
    server.faults.add(Endpoint.UPLOAD, Stall(Stage.BEFORE_ANSWER), times=1)
    process = start("upload", *words, good_file)
    assert server.faults.wait_until_stalled(timeout=30)
    process.kill()
    finish(process)
    server.faults.clear()


@pytest.fixture
def long_file(write_file: WriteFile) -> Path:
    """Twelve good contacts: two more than are tried first."""
    return write_file("phone_number\n" + "".join(f"+9198765432{n:02}\n" for n in range(12)))


# --- what Exotel has ------------------------------------------------------------------------------------


def test_that_nothing_left_gives_0() -> None:
    finished = exogui("resume")
    assert (finished.status, finished.out) == (0, "No upload is left to go on with.\n")
    assert exogui("resume", "--json").report == {"jobs": [], "message": ""}


def test_that_a_file_that_exotel_has_is_asked_about_and_not_sent_again(
    good_file: Path, slow_server: PracticeServer, sign_in: SignIn
) -> None:
    sign_in(slow_server)
    killed_while_processing(good_file, slow_server)
    slow_server.finish_processing()
    job = resumed(exogui("resume", "--send", "--json"), 0)
    assert (job["state"], job["successful"], job["file"]) == ("completed", 3, str(good_file))
    assert (job["skipped"], posts(slow_server)) == (None, 1)
    assert exogui("resume").out.startswith("No upload is left")


def test_that_refused_rows_of_a_file_from_before_come_back_whole(
    mixed_file: Path, slow_server: PracticeServer, sign_in: SignIn
) -> None:
    sign_in(slow_server)
    process = start("upload", "--only-ready", mixed_file)
    assert slow_server.wait_for_requests(Endpoint.STATUS, timeout=30)
    process.kill()
    finish(process)
    slow_server.finish_processing()
    [row] = resumed(exogui("resume", "--json"), 1)["refused"]
    assert (row["row"], row["values"]["Remarks"]) == (3, "three")


@posix_only
def test_that_a_stopped_resume_leaves_it_for_the_next(
    good_file: Path, slow_server: PracticeServer, sign_in: SignIn
) -> None:
    sign_in(slow_server)
    killed_while_processing(good_file, slow_server)
    asked = sum(request.endpoint is Endpoint.STATUS for request in slow_server.requests)
    process = start("resume", "--json")
    slow_server.wait_for_requests(Endpoint.STATUS, asked + 1, timeout=30)
    process.send_signal(signal.SIGTERM)
    job = resumed(finish(process), 3)
    assert (job["state"], job["in_flight"]) == ("cancelled", 3)
    assert f"exogui resume {job['job_id'][:8]}" in job["message"]
    slow_server.finish_processing()
    assert resumed(exogui("resume", "--json"), 0)["successful"] == 3


def test_that_only_one_of_two_at_once_asks(
    good_file: Path, slow_server: PracticeServer, sign_in: SignIn
) -> None:
    sign_in(slow_server)
    killed_while_processing(good_file, slow_server)
    asked = sum(request.endpoint is Endpoint.STATUS for request in slow_server.requests)
    first = start("resume", "--json")
    slow_server.wait_for_requests(Endpoint.STATUS, asked + 1, timeout=30)
    second = resumed(exogui("resume", "--json"), 0)
    assert second["skipped"] == "in_use"
    assert "Another exogui" in second["message"]
    slow_server.finish_processing()
    assert resumed(finish(first), 0)["successful"] == 3
    assert posts(slow_server) == 1


# --- what was never sent --------------------------------------------------------------------------------


def test_that_ten_are_tried_and_the_rest_waits_for_a_word(long_file: Path, signed_in: PracticeServer) -> None:
    finished = exogui("upload", "--try-first", "--json", long_file)
    tried = finished.report
    assert (finished.status, tried["state"]) == (4, "paused")
    assert (tried["successful"], tried["waiting"], tried["not_sent"]) == (10, 2, 2)
    assert f"exogui resume {tried['job_id'][:8]} --send" in tried["message"]

    waits = resumed(exogui("resume", "--json"), 4)
    assert (waits["waiting"], posts(signed_in)) == (2, 1)

    rest = resumed(exogui("resume", "--json", "--send", tried["job_id"][:8]), 0)
    assert (rest["successful"], rest["waiting"], posts(signed_in)) == (12, 0, 2)
    assert len(signed_in.contacts) == 12


def test_that_a_sign_in_refused_in_the_middle_waits_for_a_better_one(
    long_file: Path, signed_in: PracticeServer
) -> None:
    exogui("upload", "--try-first", long_file)
    signed_in.faults.add(Endpoint.UPLOAD, Refuse(401))
    signed_in.faults.add(Endpoint.TOKEN, Refuse(401))
    refused = resumed(exogui("resume", "--send", "--json"), 4)
    assert (refused["state"], refused["waiting"]) == ("paused", 2)
    assert "refused the sign-in" in refused["message"]
    assert "--send" in refused["message"]
    signed_in.faults.clear()
    assert resumed(exogui("resume", "--send", "--json"), 0)["successful"] == 12


# --- what nobody knows ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("action", "meaning"),
    [("skip", "Exotel skips those"), ("update", "Exotel updates those"), ("create_new", "twice")],
)
def test_that_a_lost_answer_is_explained_and_left_to_a_person(
    action: str, meaning: str, good_file: Path, signed_in: PracticeServer
) -> None:
    killed_without_an_answer(good_file, signed_in, "--duplicate-action", action)
    for words in ((), ("--send",)):
        job = resumed(exogui("resume", "--json", *words), 3)
        assert (job["state"], job["unknown"]) == ("unknown", 3)
        assert meaning in job["message"]
        assert "--again" in job["message"]
        assert "--count-as-there" in job["message"]
    assert posts(signed_in) == 1


def test_that_a_person_can_have_it_sent_again(good_file: Path, signed_in: PracticeServer) -> None:
    killed_without_an_answer(good_file, signed_in)
    known = resumed(exogui("resume", "--json"), 3)["job_id"]
    job = resumed(exogui("resume", "--json", "--again", known), 0)
    assert (job["successful"] + job["duplicates_skipped"], posts(signed_in)) == (3, 2)
    assert len(signed_in.contacts) == 3


def test_that_a_person_can_have_it_counted_as_there_without_an_account(
    good_file: Path, signed_in: PracticeServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    killed_without_an_answer(good_file, signed_in)
    monkeypatch.delenv("EXOGUI_API_KEY")
    known = resumed(exogui("resume", "--json"), 3)["job_id"]
    job = resumed(exogui("resume", "--json", "--count-as-there", known[:8]), 0)
    assert (job["duplicates_skipped"], job["unknown"], posts(signed_in)) == (3, 0, 1)


@pytest.mark.parametrize("option", ["--again", "--count-as-there"])
def test_that_a_decision_is_about_one_upload(option: str) -> None:
    finished = exogui("resume", option)
    assert (finished.status, finished.out) == (2, "")
    assert option in finished.err.splitlines()[-1]


def test_that_an_upload_that_is_not_there_is_said() -> None:
    finished = exogui("resume", "0815", "--json")
    assert finished.status == 2
    assert "“0815”" in finished.report["message"]


# --- whose account --------------------------------------------------------------------------------------


@pytest.mark.only_on("linux")
def test_that_a_saved_account_is_found_again(
    good_file: Path, slow_server: PracticeServer, secret_service: SecretService
) -> None:
    account = Account("Acme", slow_server.account_sid, DataCentre.OTHER, other_address=slow_server.base_url)
    AccountStore().save(account)
    SystemKeychain().save(account.id, ApiKey(slow_server.api_key, slow_server.api_token))
    process = start("upload", "--account", "Acme", good_file)
    assert slow_server.wait_for_requests(Endpoint.STATUS, timeout=30)
    process.kill()
    finish(process)
    slow_server.finish_processing()
    assert resumed(exogui("resume", "--json", "--account", "acme"), 0)["successful"] == 3


def test_that_without_its_account_an_upload_is_left_as_it_is(
    good_file: Path, slow_server: PracticeServer, sign_in: SignIn, monkeypatch: pytest.MonkeyPatch
) -> None:
    sign_in(slow_server)
    killed_while_processing(good_file, slow_server)
    asked = len(slow_server.requests)
    monkeypatch.setenv("EXOGUI_ACCOUNT_SID", "another")
    job = resumed(exogui("resume", "--json"), 3)
    assert (job["skipped"], job["in_flight"]) == ("no_account", 3)
    assert slow_server.account_sid in job["message"]
    assert len(slow_server.requests) == asked


def test_that_keys_go_to_no_address_but_the_accounts_own(
    good_file: Path, slow_server: PracticeServer, server: PracticeServer, sign_in: SignIn
) -> None:
    sign_in(slow_server)
    killed_while_processing(good_file, slow_server)
    asked = len(slow_server.requests)
    sign_in(server)
    job = resumed(exogui("resume", "--json"), 3)
    assert job["skipped"] == "no_account"
    assert f"--base-url {slow_server.base_url}" in job["message"]
    assert (len(slow_server.requests), len(server.requests)) == (asked, 0)
    slow_server.finish_processing()
    assert resumed(exogui("resume", "--json", "--base-url", slow_server.base_url), 0)["successful"] == 3


def test_that_a_practice_upload_of_a_program_that_ended_harms_nobody(good_file: Path) -> None:
    from exogui.contacts.reading.reader import read_contacts
    from exogui.contacts.table import ContactTable

    account = Account("Practice", "sid", DataCentre.OTHER, other_address="http://127.0.0.1:9", id=PRACTICE_ID)
    service = UploadService()
    prepared = service.prepare(ContactTable.judged(read_contacts(good_file)), range(3), UploadOrder(account))
    prepared.files.close()
    service.close()
    job = resumed(exogui("resume", "--send", "--json"), 0)
    assert job["skipped"] == "practice"
    assert "nothing of it was real" in job["message"]
    assert exogui("history", "--forget", job["job_id"]).status == 0
    assert exogui("resume", "--json").report["jobs"] == []


@posix_only
def test_that_a_stopped_practice_upload_leaves_nothing(good_file: Path, private_home: Path) -> None:
    process = start("upload", "--practice", good_file)
    assert process.stderr
    assert any(b"processing" in line for line in process.stderr)
    process.send_signal(signal.SIGTERM)
    assert finish(process).status == 3
    assert exogui("resume", "--json").report["jobs"] == []
    assert [path for path in (private_home / "data" / "exogui" / "uploads").iterdir() if path.is_dir()] == []


def test_that_a_lost_answer_of_one_upload_does_not_keep_the_next_one_from_going(
    good_file: Path, signed_in: PracticeServer
) -> None:
    signed_in.faults.add(Endpoint.UPLOAD, Close(Stage.BEFORE_ANSWER), times=1)
    assert exogui("upload", good_file).status == 3
    again = exogui("upload", "--json", good_file)
    assert (again.status, again.report["sent_before"]["same_files"][0]["unknown"]) == (0, 3)
