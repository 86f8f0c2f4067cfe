"""What the window writes down while it works: nothing that is secret."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from exogui.gui.program import Program
from exogui.log_file import keep_log
from exogui.practice.endpoints import Endpoint
from exogui.practice.faults import Refuse
from exogui.practice.quirks import Quirks
from exogui.practice.server import PracticeServer
from tests.gui.program.conftest import WriteFile, open_and_wait, upload_and_wait

NUMBERS = [f"+9198765432{n:02}" for n in range(20)]


class MarkedServer(PracticeServer):
    api_key = "marked-key-8f3a1c"
    api_token = "marked-token-77c1d9"


@pytest.fixture
def server() -> Iterator[PracticeServer]:
    with MarkedServer(processing_seconds=0, quirks=Quirks(bearer_only=True)) as running:
        yield running


def test_that_an_upload_in_the_window_leaves_no_secret_and_no_number_behind(
    practising: Program,
    qtbot: QtBot,
    write_file: WriteFile,
    server: PracticeServer,
    config: Path,
    private_home: Path,
) -> None:
    server.faults.add(Endpoint.STATUS, Refuse(404, " ".join(NUMBERS)), times=1)
    with keep_log(config / "logs") as log:
        open_and_wait(practising, qtbot, write_file(*(f"{number},Asha,," for number in NUMBERS)))
        upload_and_wait(practising, qtbot)
    assert practising.workbench.upload.result is not None
    assert practising.workbench.upload.result.counts.successful == len(NUMBERS)
    assert "upload_not_found" in log.read_text()
    tokens = {(request.header("Authorization") or "x ").split(" ")[1] for request in server.requests}
    files = [path for folder in (config, private_home) for path in folder.rglob("*") if path.is_file()]
    left = b"".join(path.read_bytes() for path in files)
    for secret in (server.api_key, server.api_token, *filter(None, tokens)):
        assert secret.encode() not in left
    assert not [number for number in NUMBERS if number[3:].encode() in left]
