"""A plain HTTP client for the practice server, with nothing of exogui's own in it."""

from __future__ import annotations

from typing import Any

import requests
from requests.auth import AuthBase

from exogui.practice.server import PracticeServer

HEADER = "phone_number,first_name,last_name,email,company,tag,custom_field_1"


class Sign(AuthBase):
    """Sets the Authorization header as it is given."""

    def __init__(self, authorization: str) -> None:
        self._authorization = authorization

    def __call__(self, request: requests.PreparedRequest) -> requests.PreparedRequest:
        request.headers["Authorization"] = self._authorization
        return request


class Caller:
    """Calls one practice server, signed in with key and token unless told otherwise."""

    def __init__(self, server: PracticeServer) -> None:
        self.server = server
        self.sid = server.account_sid
        self.auth: AuthBase | tuple[str, str] | None = (server.api_key, server.api_token)
        self._session = requests.Session()

    def close(self) -> None:
        """Close the connections."""
        self._session.close()

    def request(self, method: str, path: str, **options: Any) -> requests.Response:
        """Any request to the API's port, below the account's path."""
        url = f"{self.server.base_url}/v2/accounts/{self.sid}/{path}"
        options = {"auth": self.auth, "timeout": 10, "allow_redirects": False, **options}
        return self._session.request(method, url, **options)

    def token(self) -> requests.Response:
        """Ask for an access token."""
        return self.request(
            "POST", "configuration/basicauth", headers={"Content-Type": "application/json"}, data=b""
        )

    def upload(
        self, content: str | bytes, *, filename: str = "contacts.csv", **fields: str
    ) -> requests.Response:
        """Upload a file. Keywords are the other parts of the form."""
        return self.request(
            "POST", "contacts/upload", files={"file": (filename, content, "text/csv")}, data=fields
        )

    def upload_rows(self, *rows: str, **fields: str) -> str:
        """Upload rows under the whole header; gives the upload's id."""
        response = self.upload("\r\n".join((HEADER, *rows)), **fields)
        assert response.status_code == 202, response.text
        return str(response.json()["response"]["data"]["upload_id"])

    def status(self, upload_id: str) -> requests.Response:
        """Ask for the status."""
        return self.request("GET", f"contacts/upload/{upload_id}")

    def status_data(self, upload_id: str) -> dict[str, Any]:
        """``response.data`` of the status."""
        data: dict[str, Any] = self.status(upload_id).json()["response"]["data"]
        return data

    def errors(self, upload_id: str) -> requests.Response:
        """Ask for the refused rows."""
        return self.request("GET", f"contacts/upload/{upload_id}/errors")

    def errors_data(self, upload_id: str) -> dict[str, Any]:
        """``response.data`` of the refused rows."""
        data: dict[str, Any] = self.errors(upload_id).json()["response"]["data"]
        return data

    def codes(self, upload_id: str) -> list[tuple[int, str]]:
        """Row number and error code of every refused row."""
        return [(error["row_number"], error["error_code"]) for error in self.errors_data(upload_id)["errors"]]

    def fetch(self, url: str, **options: Any) -> requests.Response:
        """A GET of any address, with no credentials."""
        return self._session.get(url, timeout=10, **options)
