"""What reaches the window from other programs of the same person."""

from __future__ import annotations

import logging
import stat
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtNetwork import QLocalSocket
from pytestqt.qtbot import QtBot

from exogui.one_window.open_request import MAX_BYTES, TAKEN, OpenRequest
from exogui.one_window.request_server import RequestServer
from exogui.one_window.window_place import WindowPlace
from tests.conftest import ExpectLog

FILE = Path(__file__).resolve()


@pytest.fixture
def place(private_home: Path) -> Iterator[WindowPlace]:
    own = WindowPlace.own()
    assert own.take()
    yield own
    own.leave()


@pytest.fixture
def server(qtbot: QtBot, place: WindowPlace) -> Iterator[RequestServer]:
    listening = RequestServer(place)
    listening.listen()
    assert place.held
    yield listening
    listening.close()
    assert not place.held


@pytest.fixture
def received(server: RequestServer) -> list[OpenRequest]:
    requests: list[OpenRequest] = []
    server.request_received.connect(requests.append)
    return requests


def connect(qtbot: QtBot, place: WindowPlace) -> QLocalSocket:
    socket = QLocalSocket()
    socket.connectToServer(place.server_name)
    qtbot.waitUntil(lambda: socket.state() == QLocalSocket.LocalSocketState.ConnectedState)
    return socket


def wait_for_end(qtbot: QtBot, socket: QLocalSocket) -> bytes:
    """What it answered until it hung up."""
    qtbot.waitUntil(lambda: socket.state() == QLocalSocket.LocalSocketState.UnconnectedState)
    return bytes(socket.readAll().data())


def test_that_a_request_in_pieces_is_taken_and_acknowledged_once(
    qtbot: QtBot, place: WindowPlace, received: list[OpenRequest]
) -> None:
    request = OpenRequest((FILE,), practice=True)
    sent = request.to_bytes()
    socket = connect(qtbot, place)
    socket.write(sent[:20])
    socket.flush()
    other = connect(qtbot, place)
    other.write(OpenRequest().to_bytes())
    assert wait_for_end(qtbot, other) == TAKEN
    socket.write(sent[20:])
    assert wait_for_end(qtbot, socket) == TAKEN
    assert received == [OpenRequest(), request]


@pytest.mark.parametrize(
    "junk",
    [
        b"GET /secret HTTP/1.1\r\n",
        b'{"version": 1, "file": "secret"}\n',
        b"s" * (MAX_BYTES + 10),
        OpenRequest((FILE,)).to_bytes() * 2,
    ],
    ids=["http", "relative", "endless", "twice"],
)
def test_that_junk_is_thrown_away_and_logged_without_what_it_says(
    qtbot: QtBot,
    place: WindowPlace,
    received: list[OpenRequest],
    expected_log: ExpectLog,
    caplog: pytest.LogCaptureFixture,
    junk: bytes,
) -> None:
    expected_log("Something else than a request")
    with caplog.at_level(logging.INFO):
        socket = connect(qtbot, place)
        socket.write(junk)
        assert wait_for_end(qtbot, socket) == b""
    assert "secret" not in caplog.text
    assert received == []
    good = connect(qtbot, place)
    good.write(OpenRequest().to_bytes())
    assert wait_for_end(qtbot, good) == TAKEN


def test_that_whoever_hangs_up_without_a_word_does_no_harm(
    qtbot: QtBot, place: WindowPlace, received: list[OpenRequest]
) -> None:
    for begun in (b"", b"{"):
        socket = connect(qtbot, place)
        socket.write(begun)
        socket.flush()
        socket.abort()
    good = connect(qtbot, place)
    good.write(OpenRequest().to_bytes())
    assert wait_for_end(qtbot, good) == TAKEN
    assert received == [OpenRequest()]


@pytest.mark.only_on("linux", "darwin")
def test_that_nobody_else_can_get_at_it(server: RequestServer, place: WindowPlace) -> None:
    socket = Path(place.server_name)
    assert stat.S_IMODE(socket.stat().st_mode) & 0o077 == 0
    assert stat.S_IMODE(socket.parent.stat().st_mode) == 0o700
    assert {path.name for path in socket.parent.iterdir()} == {socket.name, f"{socket.stem}.lock"}


@pytest.mark.only_on("linux", "darwin")
def test_that_a_place_that_others_could_write_to_or_that_leads_elsewhere_is_none(tmp_path: Path) -> None:
    assert sys.platform != "win32"
    open_to_all = tmp_path / "open"
    open_to_all.mkdir()
    open_to_all.chmod(0o777)
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir(mode=0o700)
    link = tmp_path / "link"
    link.symlink_to(elsewhere)
    for folder in (open_to_all, link):
        with pytest.raises(PermissionError):
            WindowPlace(folder, "name")


def test_that_a_place_is_held_by_one_at_a_time_and_free_when_it_is_left(private_home: Path) -> None:
    one, other = WindowPlace.own(), WindowPlace.own()
    assert one.take()
    assert one.take()
    assert (one.held, other.take(), other.held) == (True, False, False)
    one.leave()
    assert other.take()
    other.leave()


@pytest.mark.only_on("linux", "darwin")
def test_that_who_cannot_listen_leaves_the_place_so_that_nobody_waits_there(
    tmp_path: Path, expected_log: ExpectLog
) -> None:
    expected_log("No requests of later starts can be taken")
    place = WindowPlace(tmp_path / ("long" * 30), "name")
    assert place.take()
    RequestServer(place).listen()
    assert not place.held


def test_that_a_window_that_closes_takes_nothing_more_from_who_is_connected(
    qtbot: QtBot, place: WindowPlace, server: RequestServer, received: list[OpenRequest]
) -> None:
    sent = OpenRequest((FILE,)).to_bytes()
    socket = connect(qtbot, place)
    socket.write(sent[:20])
    socket.flush()
    other = connect(qtbot, place)
    other.write(OpenRequest().to_bytes())
    assert wait_for_end(qtbot, other) == TAKEN, "so the one before has been let in"
    server.close()
    socket.write(sent[20:])
    assert wait_for_end(qtbot, socket) == b"", "it goes on to open a window of its own"
    assert received == [OpenRequest()]
