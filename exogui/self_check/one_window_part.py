"""The way from a later start of the program to the window that is there."""

from __future__ import annotations

import tempfile
from pathlib import Path

from exogui.messages import self_check as texts
from exogui.messages.catalogue import plain as say
from exogui.self_check.part import PartFailed


def try_one_window() -> str:
    """What a later start asks for reaches who holds the place of the window; one of its own for this."""
    import secrets

    from PySide6.QtNetwork import QLocalSocket

    from exogui.one_window.open_request import TAKEN, OpenRequest
    from exogui.one_window.request_server import RequestServer
    from exogui.one_window.window_place import WindowPlace
    from exogui.self_check.qt_parts import application, happens

    application()
    asked = OpenRequest((Path(tempfile.gettempdir(), "contacts.csv"),))
    received: list[OpenRequest] = []
    with tempfile.TemporaryDirectory(prefix="exogui-") as folder:
        place = WindowPlace(Path(folder, "run"), f"self-check-{secrets.token_hex(4)}")
        place.take()
        server = RequestServer(place)
        server.request_received.connect(received.append)
        server.listen()
        later = QLocalSocket()
        later.connectToServer(place.server_name)
        later.write(asked.to_bytes())
        happens(lambda: later.bytesAvailable() > 0)
        answer = bytes(later.readAll().data())
        server.close()
    if answer != TAKEN or received != [asked]:
        raise PartFailed(say(texts.ANOTHER_WINDOW))
    return say(texts.ONE_WINDOW)
