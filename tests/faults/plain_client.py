"""A client of Exotel's API made of ``http.client`` alone: a connection for each call, no second tries."""

from __future__ import annotations

import http.client
import json
from base64 import b64encode
from typing import Any
from urllib.parse import urlsplit

from exogui.practice.endpoints import Endpoint
from exogui.practice.server import PracticeServer

ROWS = b"phone_number,first_name\r\n+919876543210,Asha\r\n98,Ravi\r\n"
_FORM = (
    b'--x\r\nContent-Disposition: form-data; name="file"; filename="c.csv"\r\nContent-Type: text/csv\r\n\r\n'
)
BODY = _FORM + ROWS + b"\r\n--x--\r\n"
_ACCOUNT = f"/v2/accounts/{PracticeServer.account_sid}/contacts/upload"
_KEY = b64encode(f"{PracticeServer.api_key}:{PracticeServer.api_token}".encode()).decode()

Reply = tuple[int, bytes]
"""Status and body."""


class PlainClient:
    """Makes the calls of one upload, in their order."""

    def __init__(self, base_url: str) -> None:
        self._base_url = base_url
        self._upload_id = ""
        self._file_url = ""

    def reach(self, endpoint: Endpoint) -> Reply:
        """Make every call up to ``endpoint``; gives the answer to the last."""
        reply = self.upload()
        if endpoint is not Endpoint.UPLOAD:
            self._upload_id = _data(reply)["upload_id"]
            reply = self.status()
        if endpoint in (Endpoint.ERRORS, Endpoint.ERROR_FILE):
            reply = self._call("GET", f"{_ACCOUNT}/{self._upload_id}/errors")
        if endpoint is Endpoint.ERROR_FILE:
            parts = urlsplit(_data(reply)["error_file_url"])
            reply = call(parts.netloc, "GET", f"{parts.path}?{parts.query}", {})
        return reply

    def upload(self, body: bytes = BODY) -> Reply:
        """Send a file."""
        return self._call("POST", _ACCOUNT, body)

    def status(self) -> Reply:
        """Ask for the status."""
        return self._call("GET", f"{_ACCOUNT}/{self._upload_id or 'any'}")

    def _call(self, method: str, path: str, body: bytes | None = None) -> Reply:
        headers = {"Authorization": f"Basic {_KEY}"}
        if body is not None:
            headers["Content-Type"] = "multipart/form-data; boundary=x"
        return call(urlsplit(self._base_url).netloc, method, path, headers, body)


def call(netloc: str, method: str, path: str, headers: dict[str, str], body: bytes | None = None) -> Reply:
    """One request on a connection of its own. Raises OSError and http.client.HTTPException."""
    connection = http.client.HTTPConnection(netloc, timeout=20)
    try:
        connection.request(method, path, body, {**headers, "Connection": "close"})
        response = connection.getresponse()
        return response.status, response.read()
    finally:
        connection.close()


def _data(reply: Reply) -> dict[str, Any]:
    assert reply[0] in (200, 202), reply
    data: dict[str, Any] = json.loads(reply[1])["response"]["data"]
    return data
