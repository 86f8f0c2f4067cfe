"""Accounts, credentials, addresses, and what the environment gives."""

from __future__ import annotations

import copy
import dataclasses
import logging

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exogui.exotel.accounts import AccessToken, Account, ApiKey, DataCentre, SignIn
from exogui.exotel.addresses import AddressFault, InvalidAddress, check_address
from exogui.exotel.environment import MissingVariables, account_from_environment


@pytest.mark.parametrize("credentials", [ApiKey("the-key", "the-secret"), AccessToken("the-secret")])
def test_that_no_way_of_showing_credentials_shows_them(
    credentials: ApiKey | AccessToken, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO)
    logging.getLogger("test").info("%s %r", credentials, [credentials])
    shown = f"{credentials} {credentials!r} {copy.copy(credentials)} {[credentials]} {caplog.text}"
    assert type(credentials).__name__ in caplog.text
    assert "the-secret" not in shown
    assert "the-key" not in shown


def test_that_both_kinds_of_credentials_sign_a_request() -> None:
    assert ApiKey("user", "word").authorization == "Basic dXNlcjp3b3Jk"
    assert AccessToken("aaa.bbb_-=.ccc").authorization == "Bearer aaa.bbb_-=.ccc"


@pytest.mark.parametrize("credentials", [ApiKey("k\udcff", "t"), AccessToken("t\udcff")])
def test_that_credentials_that_no_request_can_carry_are_still_a_sign_in(
    credentials: ApiKey | AccessToken,
) -> None:
    """Bytes of the environment that are not UTF-8: for Exotel to refuse, not for exogui to fall over."""
    assert credentials.authorization.isascii()


def test_that_the_documented_addresses_are_used() -> None:
    account = Account("Acme", "acme1")
    assert account.base_url == "https://ccm-api.exotel.com"
    assert (
        dataclasses.replace(account, data_centre=DataCentre.MUMBAI).base_url
        == "https://ccm-api.in.exotel.com"
    )
    other = Account("Acme", "acme1", DataCentre.OTHER, other_address="https://gateway.example/exotel")
    assert other.base_url == "https://gateway.example/exotel"


def test_that_two_accounts_have_two_ids() -> None:
    assert Account("Acme", "acme1").id != Account("Acme", "acme1").id


@pytest.mark.parametrize(
    ("given_address", "checked"),
    [
        ("https://ccm-api.exotel.com", "https://ccm-api.exotel.com"),
        ("  https://ccm-api.exotel.com/  ", "https://ccm-api.exotel.com"),
        ("HTTPS://CCM-API.Exotel.com", "https://ccm-api.exotel.com"),
        ("https://gateway.example:8443/exotel/", "https://gateway.example:8443/exotel"),
        ("http://127.0.0.1:8080", "http://127.0.0.1:8080"),
        ("http://localhost:8080", "http://localhost:8080"),
        ("http://[::1]:8080/", "http://[::1]:8080"),
        ("https://münchen.example", "https://xn--mnchen-3ya.example"),
    ],
)
def test_that_a_good_address_is_taken_in_its_plain_form(given_address: str, checked: str) -> None:
    assert check_address(given_address) == checked


@pytest.mark.parametrize(
    ("address", "fault"),
    [
        ("", AddressFault.NOT_AN_ADDRESS),
        ("ccm-api.exotel.com", AddressFault.NOT_AN_ADDRESS),
        ("https://", AddressFault.NOT_AN_ADDRESS),
        ("https://:443", AddressFault.NOT_AN_ADDRESS),
        ("https://a b.example", AddressFault.NOT_AN_ADDRESS),
        ("https://a.example\r\nHost: b", AddressFault.NOT_AN_ADDRESS),
        ("https://a.example:99999", AddressFault.NOT_AN_ADDRESS),
        ("https://a.example:0", AddressFault.NOT_AN_ADDRESS),
        ("https://[::1", AddressFault.NOT_AN_ADDRESS),
        ("https:\\\\a.example", AddressFault.NOT_AN_ADDRESS),
        ("ftp://a.example", AddressFault.NOT_AN_ADDRESS),
        ("file:///etc/passwd", AddressFault.NOT_AN_ADDRESS),
        ("http://ccm-api.exotel.com", AddressFault.NOT_HTTPS),
        ("http://localhost.example", AddressFault.NOT_HTTPS),
        ("http://127.0.0.1.example", AddressFault.NOT_HTTPS),
        ("https://user:word@a.example", AddressFault.HOLDS_SIGN_IN),
        ("https://ccm-api.exotel.com@b.example", AddressFault.HOLDS_SIGN_IN),
        ("https://a.example?x=1", AddressFault.HOLDS_MORE),
        ("https://a.example#x", AddressFault.HOLDS_MORE),
    ],
)
def test_that_a_bad_address_is_refused_with_its_reason(address: str, fault: AddressFault) -> None:
    with pytest.raises(InvalidAddress) as caught:
        check_address(address)
    assert caught.value.fault is fault


@given(st.text(alphabet=st.sampled_from("htps:/@[]?#.:%\\a1-é \t"), max_size=30))
def test_that_whatever_is_taken_is_secure_and_stays_as_it_is(address: str) -> None:
    try:
        checked = check_address(address)
    except InvalidAddress:
        return
    assert checked.startswith(("https://", "http://localhost", "http://127.", "http://[::1]"))
    assert check_address(checked) == checked
    assert "@" not in checked


KEY = {"EXOGUI_ACCOUNT_SID": "acme1", "EXOGUI_API_KEY": "key", "EXOGUI_API_TOKEN": "token"}


def test_that_the_environment_gives_an_account_with_a_key() -> None:
    account, credentials = account_from_environment(KEY)
    assert credentials == ApiKey("key", "token")
    assert (account.account_sid, account.sign_in) == ("acme1", SignIn.KEY)
    assert account.data_centre is DataCentre.SINGAPORE


def test_that_an_access_token_goes_before_a_key() -> None:
    account, credentials = account_from_environment({**KEY, "EXOGUI_ACCESS_TOKEN": " jwt\n"})
    assert credentials == AccessToken("jwt")
    assert account.sign_in is SignIn.TOKEN


@pytest.mark.parametrize(
    ("variable", "option", "base_url"),
    [
        ("https://ccm-api.in.exotel.com/", None, "https://ccm-api.in.exotel.com"),
        ("http://127.0.0.1:8080", None, "http://127.0.0.1:8080"),
        ("https://one.example", "https://two.example", "https://two.example"),
        ("", None, "https://ccm-api.exotel.com"),
    ],
)
def test_that_the_address_comes_from_the_option_or_the_environment(
    variable: str, option: str | None, base_url: str
) -> None:
    account, _ = account_from_environment({**KEY, "EXOGUI_BASE_URL": variable}, option)
    assert account.base_url == base_url


def test_that_a_documented_address_is_recognised_as_its_data_centre() -> None:
    account, _ = account_from_environment(KEY, "https://ccm-api.in.exotel.com")
    assert account.data_centre is DataCentre.MUMBAI


@pytest.mark.parametrize(
    ("environment", "missing"),
    [
        ({}, ("EXOGUI_ACCOUNT_SID", "EXOGUI_API_KEY", "EXOGUI_API_TOKEN")),
        ({"EXOGUI_ACCESS_TOKEN": "t"}, ("EXOGUI_ACCOUNT_SID",)),
        ({**KEY, "EXOGUI_API_TOKEN": "  "}, ("EXOGUI_API_TOKEN",)),
    ],
)
def test_that_what_is_missing_is_named(environment: dict[str, str], missing: tuple[str, ...]) -> None:
    with pytest.raises(MissingVariables) as caught:
        account_from_environment(environment)
    assert caught.value.names == missing


def test_that_an_insecure_address_in_the_environment_is_refused() -> None:
    with pytest.raises(InvalidAddress):
        account_from_environment({**KEY, "EXOGUI_BASE_URL": "http://ccm-api.exotel.com"})
