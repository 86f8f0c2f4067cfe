"""Trying a sign-in says what is wrong, and where it would work."""

from __future__ import annotations

import dataclasses

import pytest

from exogui.exotel.accounts import AccessToken, Account, ApiKey, Credentials, DataCentre
from exogui.exotel.cancellation import CancelToken
from exogui.exotel.errors import NoConnection, NotEnabled, SignInRefused, Stopped, WrongAddress
from exogui.exotel.sign_in import SignInReport, try_sign_in
from exogui.messages.catalogue import plain
from exogui.messages.errors import sign_in_text
from exogui.practice.endpoints import Endpoint
from exogui.practice.faults import Refuse, Stall
from exogui.practice.server import PracticeServer

GOOD = ApiKey(PracticeServer.api_key, PracticeServer.api_token)
ACCOUNT = Account("Acme", PracticeServer.account_sid)


def trial(
    singapore: str, mumbai: str, account: Account = ACCOUNT, credentials: Credentials = GOOD
) -> SignInReport:
    addresses = {DataCentre.SINGAPORE: singapore, DataCentre.MUMBAI: mumbai}
    return try_sign_in(account, credentials, base_urls=addresses)


def test_that_a_good_key_is_accepted_without_an_upload(server: PracticeServer) -> None:
    report = trial(server.base_url, "http://127.0.0.1:9")
    assert report.ok
    assert [request.endpoint for request in server.requests] == [Endpoint.TOKEN]


def test_that_a_good_access_token_is_accepted_without_an_upload(server: PracticeServer) -> None:
    report = trial(
        server.base_url, "http://127.0.0.1:9", credentials=AccessToken(server.issue_access_token())
    )
    assert report.ok
    assert [(request.method, request.endpoint) for request in server.requests] == [("GET", Endpoint.STATUS)]


@pytest.mark.parametrize("centre", [DataCentre.SINGAPORE, DataCentre.MUMBAI])
@pytest.mark.parametrize("status", [401, 404])
def test_that_a_refusal_tries_the_other_data_centre_and_says_that_it_works_there(
    server: PracticeServer, centre: DataCentre, status: int
) -> None:
    with PracticeServer() as wrong:
        wrong.faults.add(Endpoint.TOKEN, Refuse(status))
        urls = (wrong.base_url, server.base_url)
        if centre is DataCentre.MUMBAI:
            urls = (server.base_url, wrong.base_url)
        report = trial(*urls, dataclasses.replace(ACCOUNT, data_centre=centre))
    assert not report.ok
    assert isinstance(report.error, SignInRefused | WrongAddress)
    assert report.works_at is not None
    assert report.works_at is not centre
    assert report.works_at.value in sign_in_text(report, plain).lower()


def test_that_a_wrong_key_is_refused_in_both(server: PracticeServer) -> None:
    report = trial(server.base_url, server.base_url, credentials=ApiKey("wrong", "wrong"))
    assert isinstance(report.error, SignInRefused)
    assert report.tried_also is DataCentre.MUMBAI
    assert report.works_at is None
    assert len(server.requests) == 2
    assert "Mumbai" in sign_in_text(report, plain)


def test_that_trouble_other_than_a_refusal_tries_nothing_else(server: PracticeServer) -> None:
    server.faults.add(Endpoint.TOKEN, Refuse(403))
    report = trial(server.base_url, server.base_url)
    assert isinstance(report.error, NotEnabled)
    assert len(server.requests) == 1


def test_that_no_network_is_said() -> None:
    report = trial("http://127.0.0.1:9", "http://127.0.0.1:9")
    assert isinstance(report.error, NoConnection)
    assert report.tried_also is None


def test_that_an_address_of_ones_own_has_no_other(server: PracticeServer) -> None:
    account = dataclasses.replace(ACCOUNT, data_centre=DataCentre.OTHER, other_address=server.base_url)
    report = try_sign_in(account, ApiKey("wrong", "wrong"))
    assert isinstance(report.error, SignInRefused)
    assert report.tried_also is None


def test_that_a_trial_can_be_cancelled(server: PracticeServer) -> None:
    server.faults.add(Endpoint.TOKEN, Stall())
    cancel = CancelToken()
    import threading

    def cancel_then() -> None:
        server.faults.wait_until_stalled()
        cancel.cancel()

    thread = threading.Thread(target=cancel_then)
    thread.start()
    with pytest.raises(Stopped):
        try_sign_in(ACCOUNT, GOOD, cancel, base_urls={DataCentre.SINGAPORE: server.base_url})
    thread.join()
