"""An account typed into the dialog, kept in a real keychain, and found there at the next start."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from exogui.exotel.accounts import ApiKey
from exogui.exotel.keychain import SystemKeychain
from exogui.practice.server import PracticeServer
from tests.gui.real_window.conftest import StartProgram, WriteFile
from tests.gui.real_window.program_window import ProgramWindow

pytestmark = pytest.mark.only_on("linux")

GOOD = "+919876543210"


@pytest.fixture
def server() -> Iterator[PracticeServer]:
    with PracticeServer(processing_seconds=0.1) as running:
        yield running


def fill_in(window: ProgramWindow, server: PracticeServer) -> None:
    """From the account button, as a person would: a click, then typing and Tab."""
    window.click("account_button")
    window.click_sight(window.menu_item("account_menu", "account_add"))
    window.see("account_dialog")
    window.type("Acme")
    window.click("data_centre_other")
    for name, text in {
        "account_address": server.base_url,
        "account_sid": server.account_sid,
        "api_key": server.api_key,
        "api_token": server.api_token,
    }.items():
        window.click(name)
        window.wait_for_focus(name)
        window.type(text)


def test_that_an_account_is_typed_tested_and_saved_in_the_keychain_and_nowhere_else(
    start_program: StartProgram,
    write_file: WriteFile,
    server: PracticeServer,
    secret_service: object,
    private_home: Path,
) -> None:
    path = write_file(f"{GOOD},Asha,,")
    window = start_program(path)
    fill_in(window, server)
    window.take_picture("account")
    window.press_keys("Tab", "Tab")  # over “Show”
    window.wait_for_focus("account_test")
    window.press_keys("space")
    window.wait_for_part("account_dialog/message_text", "accepts this sign-in")
    window.wait_for_focus("account_test")
    window.take_picture("account-tested")
    window.click("account_save")
    window.wait_for_part("account_button", "Acme")
    assert window.quit() == (0, "")

    [account] = json.loads((private_home / "config" / "exogui" / "accounts.json").read_bytes())["accounts"]
    assert SystemKeychain().load(account["id"]) == ApiKey(server.api_key, server.api_token)
    files = [found for found in private_home.rglob("*") if found.is_file()]
    assert files
    for secret in (server.api_key, server.api_token):
        assert not [found for found in files if secret.encode() in found.read_bytes()]

    again = start_program(path)
    again.wait_for_text("upload", "Upload 1 contact")
    again.press_keys("ctrl+Return")
    again.see("result_view")
    assert [contact.phone_number for contact in server.contacts] == [GOOD]
    assert again.quit() == (0, "")


def test_that_without_a_keychain_the_account_works_until_the_window_closes_and_that_is_said(
    start_program: StartProgram, write_file: WriteFile, server: PracticeServer
) -> None:
    window = start_program(write_file(f"{GOOD},Asha,,"))
    fill_in(window, server)
    window.press_keys("Return")
    window.wait_for_part("message_bar/message_text", "Until you close exogui")
    window.take_picture("no-keychain")
    window.click("upload")
    window.see("result_view")
    assert len(server.contacts) == 1
    assert window.quit() == (0, "")
