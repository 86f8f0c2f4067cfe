"""Who may ask the practice server, and how."""

from __future__ import annotations

from base64 import b64encode

import pytest

from exogui.practice.quirks import Quirks
from tests.practice.caller import Caller, Sign


def test_that_key_and_token_buy_an_access_token_which_signs_calls(caller: Caller) -> None:
    response = caller.token()

    data = response.json()["response"]["data"]
    assert response.status_code == 200
    assert data["token_type"] == "Bearer"
    assert data["expires_in"] == 86400
    assert data["access_token"].count(".") == 2
    caller.auth = Sign(f"Bearer {data['access_token']}")
    assert caller.status("no-such-upload").status_code == 404


@pytest.mark.parametrize(
    "authorization",
    [
        "Basic " + b64encode(b"practice-key:wrong").decode(),
        "Basic " + b64encode(b"wrong:practice-token").decode(),
        "Basic not*base64",
        "Basic",
        "Bearer something",
        "Bearer ",
        "Digest username=practice-key",
        "",
    ],
)
def test_that_wrong_credentials_are_refused_everywhere(caller: Caller, authorization: str) -> None:
    caller.auth = Sign(authorization)

    assert caller.token().status_code == 401
    assert caller.upload("phone_number\n+919876543210\n").status_code == 401
    assert caller.status("any").status_code == 401
    assert caller.errors("any").status_code == 401
    assert caller.server.uploads == ()


def test_that_a_missing_authorization_header_is_refused(caller: Caller) -> None:
    caller.auth = None

    assert caller.status("any").status_code == 401


def test_that_the_token_endpoint_takes_no_bearer_token(caller: Caller) -> None:
    caller.auth = Sign(f"Bearer {caller.server.issue_access_token()}")

    assert caller.token().status_code == 401


def test_that_a_key_can_be_good_for_nothing_but_an_access_token(caller: Caller) -> None:
    caller.server.quirks = Quirks(bearer_only=True)

    assert caller.status("any").status_code == 401
    token = caller.token().json()["response"]["data"]["access_token"]
    caller.auth = Sign(f"Bearer {token}")
    assert caller.status("any").status_code == 404


def test_that_an_expired_token_is_refused(caller: Caller) -> None:
    caller.auth = Sign(f"Bearer {caller.server.issue_access_token(expires_in=0)}")

    assert caller.status("any").status_code == 401


def test_that_all_tokens_can_be_ended_at_once(caller: Caller) -> None:
    caller.auth = Sign(f"Bearer {caller.server.issue_access_token()}")
    assert caller.status("any").status_code == 404

    caller.server.expire_access_tokens()

    assert caller.status("any").status_code == 401


@pytest.mark.parametrize("status", [401, 404])
def test_that_another_accounts_sid_is_refused_in_either_way(caller: Caller, status: int) -> None:
    caller.server.quirks = Quirks(unknown_account_status=status)
    caller.sid = "somebody-else"

    assert caller.token().status_code == status
    assert caller.upload("phone_number\n+919876543210\n").status_code == status


def test_that_errors_have_exotels_envelope(caller: Caller) -> None:
    caller.auth = None

    body = caller.token().json()

    assert body["http_code"] == 401
    assert body["method"] == "POST"
    assert body["request_id"]
    assert body["response"]["code"] == 401
    assert body["response"]["status"] == "failure"
    assert body["response"]["error_data"]["message"] == "Unauthorized"
    assert body["response"]["data"] is None


def test_that_unknown_paths_and_methods_are_refused(caller: Caller) -> None:
    assert caller.request("GET", "contacts").status_code == 404
    assert caller.request("DELETE", "contacts/upload/abc").status_code == 405
    assert caller.request("GET", "contacts/upload").status_code == 405
