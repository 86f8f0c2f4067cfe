"""Cancelling an upload works at once, whatever the peer does, and says how much had left."""

from __future__ import annotations

import ssl
import threading
from collections.abc import Callable
from pathlib import Path

import pytest
import trustme

from exogui.exotel.accounts import ApiKey
from exogui.exotel.cancellation import CancelToken
from exogui.exotel.client import ContactsClient
from exogui.exotel.errors import BodyState, Stopped
from exogui.practice.endpoints import Endpoint
from exogui.practice.faults import SlowBody, Stage, Stall
from exogui.practice.server import PracticeServer
from tests.exotel.conftest import MakeClient, send
from tests.exotel.raw_peer import RawConnection, RawPeer


def test_that_cancelling_before_sending_sends_nothing(
    server: PracticeServer, make_client: MakeClient, small_file: Path
) -> None:
    cancel = CancelToken()
    cancel.cancel()
    with pytest.raises(Stopped) as caught:
        send(make_client(server.base_url, cancel), small_file)
    assert caught.value.body is BodyState.NOT_BEGUN
    assert server.requests == ()


def cancelled_when(cancel: CancelToken, happened: Callable[[], object]) -> threading.Thread:
    def work() -> None:
        happened()
        cancel.cancel()

    thread = threading.Thread(target=work)
    thread.start()
    return thread


def test_that_cancelling_while_the_peer_reads_slowly_stops_at_once(
    server: PracticeServer, make_client: MakeClient, large_file: Path
) -> None:
    server.faults.add(Endpoint.UPLOAD, SlowBody(5_000_000))
    cancel = CancelToken()

    def cancel_on_the_way(sent: int, _total: int) -> None:
        if sent > 0:
            cancel.cancel()

    with pytest.raises(Stopped) as caught:
        send(make_client(server.base_url, cancel), large_file, on_progress=cancel_on_the_way)
    assert caught.value.body is BodyState.PARTLY_SENT
    assert server.uploads == ()


def test_that_cancelling_while_the_peer_has_stopped_reading_stops_at_once(
    make_client: MakeClient, large_file: Path
) -> None:
    cancel = CancelToken()

    def behave(connection: RawConnection) -> None:
        connection.read_head()
        connection.read_to_end(1000)
        cancel.cancel()
        connection.hold()

    with RawPeer(behave, receive_buffer=4096) as peer, pytest.raises(Stopped) as caught:
        send(make_client(peer.url, cancel, send=60), large_file)
    assert caught.value.body is BodyState.PARTLY_SENT


def test_that_cancelling_while_the_answer_is_awaited_stops_at_once(
    server: PracticeServer, make_client: MakeClient, small_file: Path
) -> None:
    server.faults.add(Endpoint.UPLOAD, Stall(Stage.BEFORE_ANSWER))
    cancel = CancelToken()
    thread = cancelled_when(cancel, server.faults.wait_until_stalled)
    with pytest.raises(Stopped) as caught:
        send(make_client(server.base_url, cancel, answer=60), small_file)
    thread.join()
    assert caught.value.body is BodyState.WHOLE


def test_that_cancelling_in_the_middle_of_the_answer_stops_at_once(
    server: PracticeServer, make_client: MakeClient, small_file: Path
) -> None:
    server.faults.add(Endpoint.UPLOAD, Stall(Stage.IN_ANSWER, 10))
    cancel = CancelToken()
    thread = cancelled_when(cancel, server.faults.wait_until_stalled)
    with pytest.raises(Stopped) as caught:
        send(make_client(server.base_url, cancel, answer=60), small_file)
    thread.join()
    assert caught.value.body is BodyState.WHOLE


def test_that_a_tls_peer_that_stops_reading_can_be_cancelled(large_file: Path) -> None:
    authority = trustme.CA()
    serving, trusting = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER), ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    authority.issue_cert("localhost").configure_cert(serving)
    authority.configure_trust(trusting)
    cancel = CancelToken()

    def behave(connection: RawConnection) -> None:
        connection.read_head()
        connection.read_to_end(1000)
        cancel.cancel()
        connection.hold()

    with RawPeer(behave, serving, receive_buffer=4096) as peer:
        client = ContactsClient(
            "sid", f"https://localhost:{peer.port}", ApiKey("a", "b"), cancel, tls_context=lambda: trusting
        )
        with pytest.raises(Stopped) as caught:
            send(client, large_file)
    assert caught.value.body is BodyState.PARTLY_SENT
