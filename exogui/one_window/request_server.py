"""The window's ear: what later starts of the program ask for."""

from __future__ import annotations

import logging

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtNetwork import QLocalServer, QLocalSocket

from exogui.one_window.open_request import END, MAX_BYTES, TAKEN, OpenRequest
from exogui.one_window.window_place import WindowPlace

logger = logging.getLogger(__name__)

_PATIENCE_MS = 5000
"""How long someone may stay connected who does not say anything that makes sense."""


class RequestServer(QObject):
    """Takes requests from programs of the same person; whatever else they send is thrown away."""

    request_received = Signal(object)
    """An :class:`~exogui.one_window.open_request.OpenRequest`; it has been acknowledged."""

    def __init__(self, place: WindowPlace, parent: QObject | None = None) -> None:
        """``place`` is held by this process."""
        super().__init__(parent)
        self._place = place
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._on_connected)

    def listen(self) -> None:
        """Take requests from now on; where that cannot be, leave the place, so that nobody waits there."""
        name = self._place.server_name
        QLocalServer.removeServer(name)  # whoever listened there before is dead: we hold the place
        if not self._server.listen(name):
            logger.warning("No requests of later starts can be taken: %s", self._server.serverError().name)
            self._place.leave()

    def close(self) -> None:
        """Take no more requests, and leave the place to others: who is connected goes on by itself."""
        self._server.close()
        for connection in self.findChildren(_Connection):
            connection.hang_up()
        self._place.leave()

    @Slot()
    def _on_connected(self) -> None:
        while self._server.hasPendingConnections():
            connection = _Connection(self._server.nextPendingConnection(), self)
            connection.request_read.connect(self.request_received)
            connection.begin()


class _Connection(QObject):
    """One program, which may ask once."""

    request_read = Signal(object)

    def __init__(self, socket: QLocalSocket, parent: QObject) -> None:
        super().__init__(parent)
        self._socket = socket
        socket.setParent(self)
        socket.setReadBufferSize(MAX_BYTES)
        self._patience = QTimer(self, singleShot=True, interval=_PATIENCE_MS)
        self._patience.timeout.connect(self._on_bored)

    def begin(self) -> None:
        """Listen to it; it may have asked already, and may be gone."""
        self._patience.start()
        self._socket.readyRead.connect(self._on_ready)
        self._socket.disconnected.connect(self.deleteLater)
        if self._socket.state() != QLocalSocket.LocalSocketState.ConnectedState:
            self.deleteLater()
        elif self._socket.bytesAvailable():
            self._on_ready()

    def hang_up(self) -> None:
        """Without an answer."""
        self._socket.abort()

    @Slot()
    def _on_ready(self) -> None:
        if not self._patience.isActive():
            return  # it has asked already
        sent = bytes(self._socket.peek(MAX_BYTES).data())
        if not sent.endswith(END) and len(sent) < MAX_BYTES:
            return
        self._patience.stop()
        try:
            request = OpenRequest.from_bytes(sent)
        except ValueError as error:
            logger.warning("Something else than a request came in: %s", type(error).__name__)
            self.hang_up()
            return
        self._socket.write(TAKEN)
        self._socket.flush()
        self._socket.disconnectFromServer()
        self.request_read.emit(request)

    @Slot()
    def _on_bored(self) -> None:
        logger.warning("Someone connected and asked for nothing")
        self.hang_up()
