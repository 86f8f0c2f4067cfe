"""Starting and stopping, whatever is going on."""

from __future__ import annotations

import socket
import subprocess
import sys
import threading
from concurrent.futures import ThreadPoolExecutor
from urllib.parse import urlsplit

import pytest
import requests

from exogui.practice.endpoints import Endpoint
from exogui.practice.faults import Delay, SlowBody, Stage, Stall
from exogui.practice.server import PracticeServer
from tests.practice.caller import Caller
from tests.practice.conftest import Practice

FILE = "phone_number\n+919876543210\n"


def practice_threads() -> list[str]:
    return [thread.name for thread in threading.enumerate() if thread.name.startswith("practice-")]


def test_that_a_stop_frees_the_ports_and_ends_the_threads() -> None:
    with PracticeServer() as server:
        assert requests.get(server.base_url, timeout=10).status_code == 404
        assert practice_threads()

    assert practice_threads() == []
    for url in (server.base_url, server.error_files_url):
        with pytest.raises(ConnectionRefusedError):
            socket.create_connection(("127.0.0.1", urlsplit(url).port or 0), 10)


def test_that_start_and_stop_may_be_repeated() -> None:
    server = PracticeServer()
    server.stop()
    server.start()
    address = server.base_url
    server.start()
    assert server.base_url == address
    server.stop()
    server.stop()


def test_that_a_server_comes_back_at_its_address_with_its_memory(caller: Caller) -> None:
    upload_id = caller.upload_rows("+919876543210")
    address = caller.server.base_url

    caller.server.stop()
    with pytest.raises(requests.ConnectionError):
        caller.status(upload_id)
    caller.server.start()

    assert caller.server.base_url == address
    assert caller.status_data(upload_id)["successful"] == 1
    assert len(caller.server.requests) == 2


def test_that_a_server_that_came_back_can_stall_again(caller: Caller) -> None:
    caller.server.stop()
    caller.server.start()
    caller.server.faults.add(Endpoint.STATUS, Stall())

    with ThreadPoolExecutor(1) as pool:
        answer = pool.submit(caller.status, "any")
        assert caller.server.faults.wait_until_stalled()
        caller.server.faults.clear()
        assert answer.result(10).status_code == 404


def test_that_a_taken_port_is_an_error_and_leaves_nothing_open(caller: Caller) -> None:
    taken = urlsplit(caller.server.base_url).port or 0

    with pytest.raises(OSError, match=r"in use|already"):
        PracticeServer(error_files_port=taken).start()


@pytest.mark.parametrize("stage", list(Stage))
def test_that_a_stop_ends_stalled_requests(practice: Practice, stage: Stage) -> None:
    caller = practice()
    caller.server.faults.add(Endpoint.UPLOAD, Stall(stage, 10))
    with ThreadPoolExecutor(1) as pool:
        answer = pool.submit(caller.upload, FILE)
        assert caller.server.faults.wait_until_stalled()

        caller.server.stop()

        with pytest.raises(requests.RequestException):
            answer.result(10)
    assert practice_threads() == []


@pytest.mark.parametrize(
    "fault", [*(Delay(stage, 10, seconds=600) for stage in Stage), SlowBody(bytes_per_second=1)]
)
def test_that_a_stop_ends_slow_requests(caller: Caller, fault: Delay | SlowBody) -> None:
    caller.server.faults.add(Endpoint.UPLOAD, Stall(Stage.BEFORE_BODY))
    caller.server.faults.add(Endpoint.UPLOAD, fault)
    with ThreadPoolExecutor(1) as pool:
        answer = pool.submit(caller.upload, FILE)
        assert caller.server.faults.wait_until_stalled()
        caller.server.faults.clear()

        caller.server.stop()

        with pytest.raises(requests.RequestException):
            answer.result(10)


def test_that_a_stop_ends_the_judging_of_a_long_file(practice: Practice) -> None:
    judging, go_on = threading.Event(), threading.Event()

    def give_way() -> None:
        judging.set()
        go_on.wait(10)

    caller = practice(give_way=give_way)
    with ThreadPoolExecutor(2) as pool:
        answer = pool.submit(caller.upload, "phone_number\n" + "+919876543210\n" * 5000)
        assert judging.wait(10)
        stopped = pool.submit(caller.server.stop)
        with pytest.raises(requests.RequestException):
            answer.result(10)
        go_on.set()
        stopped.result(10)

    assert caller.server.uploads == ()


def test_that_a_stop_ends_connections_that_say_nothing(caller: Caller) -> None:
    with socket.create_connection(("127.0.0.1", urlsplit(caller.server.base_url).port or 0), 10) as silent:
        caller.status("any")

        caller.server.stop()

        assert silent.recv(1) == b""


def test_that_connections_are_kept_between_requests(caller: Caller) -> None:
    with requests.Session() as session:
        for _ in range(3):
            session.get(caller.server.base_url, timeout=10)
            assert len(practice_threads()) == 2  # one accepts, one serves

    assert len(caller.server.requests) == 3


def test_that_uploads_from_several_threads_are_all_there(practice: Practice) -> None:
    caller = practice()

    def upload(number: int) -> int:
        mine = Caller(caller.server)
        try:
            return mine.upload(f"phone_number\n+9198765432{number:02}\n").status_code
        finally:
            mine.close()

    with ThreadPoolExecutor(5) as pool:  # as many as Exotel takes at once
        statuses = list(pool.map(upload, range(24)))

    assert set(statuses) == {202}
    assert len({item.upload_id for item in caller.server.uploads}) == 24
    assert len(caller.server.contacts) == 24


def test_that_waiting_for_requests_gives_those_that_were_answered(caller: Caller) -> None:
    with ThreadPoolExecutor(1) as pool:
        waiting = pool.submit(caller.server.wait_for_requests, Endpoint.STATUS, 2)
        caller.status("first")
        caller.token()
        caller.status("second")

        assert [request.path.rpartition("/")[2] for request in waiting.result(10)] == ["first", "second"]
    assert caller.server.wait_for_requests(Endpoint.STATUS, 3, timeout=0.01)[1:] != ()
    assert caller.server.wait_for_requests(Endpoint.UPLOAD, timeout=0.01) == []


def test_that_nothing_is_written_to_the_console(caller: Caller, capfd: pytest.CaptureFixture[str]) -> None:
    caller.upload_rows("+919876543210")
    with socket.create_connection(("127.0.0.1", urlsplit(caller.server.base_url).port or 0), 10) as rude:
        rude.sendall(b"not HTTP at all\r\n\r\n")
        assert b"400" in rude.recv(1000)

    assert capfd.readouterr() == ("", "")


def test_that_importing_the_server_loads_neither_a_server_nor_werkzeug_nor_the_rest_of_exogui() -> None:
    program = (
        "import sys, exogui.practice.server\n"
        "unwanted = ('werkzeug', 'http.server', 'PySide6', 'requests')\n"
        "loaded = [name for name in sys.modules if name in unwanted]\n"
        "loaded += [name for name in sys.modules\n"
        "           if name.startswith('exogui.') and not name.startswith('exogui.practice')]\n"
        "print(loaded)"
    )

    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)

    assert done.stdout.strip() == "[]"
