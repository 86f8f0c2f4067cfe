"""What the practice account refuses, row by row."""

from __future__ import annotations

from pathlib import Path

import pytest

from exogui.practice.contact_store import EXISTING_CONTACTS, Contact
from tests.practice.caller import HEADER, Caller
from tests.practice.conftest import Practice

SAMPLES = Path(__file__).parents[2] / "resources" / "samples"


@pytest.mark.parametrize(
    ("row", "code"),
    [
        (",Asha,,,,,", "MISSING_REQUIRED"),
        ("9876543210,,,,,,", "INVALID_PHONE"),
        ("+91 98765 43210,,,,,,", "INVALID_PHONE"),
        ("+019876543210,,,,,,", "INVALID_PHONE"),
        ("+123456,,,,,,", "INVALID_PHONE"),
        ("+1234567890123456,,,,,,", "INVALID_PHONE"),
        ("+91987654321０,,,,,,", "INVALID_PHONE"),
        ("'+919876543210,,,,,,", "INVALID_PHONE"),
        ("+919876543210 ,,,,,,", "INVALID_PHONE"),
        ("+919999900000,,,,,,", "INVALID_PHONE"),
        ("+919999909999,,,,,,", "INVALID_PHONE"),
        ("+919876543210,,,a@@b.example,,,", "INVALID_EMAIL"),
        ("+919876543210,,,nobody,,,", "INVALID_EMAIL"),
        ("+919876543210,,,a@b.,,,", "INVALID_EMAIL"),
        ("+919876543210,,,Asha@Bounces.Example,,,", "INVALID_EMAIL"),
        ("+919876543210,,,,,VIP|Gold,", "INVALID_FORMAT"),
        ("+919876543210,,,,,,\x07", "INVALID_FORMAT"),
        ("+919876543210,A\x00sha,,,,,", "INVALID_FORMAT"),
        ("+919876543210,,,,,," + "x" * 256, "INVALID_FORMAT"),
        ("+919876543210,,,,,,,one too many", "INVALID_FORMAT"),
    ],
)
def test_that_a_bad_row_is_refused_with_its_code(caller: Caller, row: str, code: str) -> None:
    upload_id = caller.upload_rows(row)

    assert caller.codes(upload_id) == [(1, code)]
    assert caller.status_data(upload_id)["failed"] == 1
    assert caller.server.contacts == ()


@pytest.mark.parametrize(
    "row",
    [
        "+919876543210,,,,,,",
        "+919876543210",
        "+1234567,,,,,,",
        "+123456789012345,,,,,,",
        "+919999910000,,,,,,",
        "+919876543210,அனிதா,देशमुख,a.b+c@mail.example.co.in,Acme,VIP,free text",
        "+919876543210,,,,,," + "x" * 255,
    ],
)
def test_that_a_good_row_is_stored(caller: Caller, row: str) -> None:
    upload_id = caller.upload_rows(row)

    assert caller.status_data(upload_id)["successful"] == 1
    assert [contact.phone_number for contact in caller.server.contacts] == [row.split(",", maxsplit=1)[0]]


def test_that_every_value_and_the_list_are_stored(caller: Caller) -> None:
    caller.upload_rows("+919876543210,Asha,Rao,a@example.com,Acme,VIP,Kannada", list_id="L7")

    assert caller.server.contacts == (
        Contact("+919876543210", "Asha", "Rao", "a@example.com", "Acme", "VIP", "Kannada", "L7"),
    )
    assert caller.server.uploads[0].list_id == "L7"


def test_that_refused_rows_do_not_hide_the_good_ones(caller: Caller) -> None:
    upload_id = caller.upload_rows("bad,,,,,,", "+919876543210,,,,,,", ",,,,,,", "+919876543211,,,,,,")

    status = caller.status_data(upload_id)
    assert (status["total_records"], status["successful"], status["failed"]) == (4, 2, 2)
    assert caller.codes(upload_id) == [(1, "INVALID_PHONE"), (3, "MISSING_REQUIRED")]


@pytest.mark.parametrize("fields", [{}, {"duplicate_action": "skip"}])
def test_that_duplicates_are_skipped_unless_told_otherwise(caller: Caller, fields: dict[str, str]) -> None:
    caller.server.seed_contacts(["+919876543210"])

    upload_id = caller.upload_rows(
        "+919876543210,Old,,,,,", "+919876543211,New,,,,,", "+919876543211,Twice,,,,,", **fields
    )

    status = caller.status_data(upload_id)
    assert (status["successful"], status["failed"], status["duplicates_skipped"]) == (1, 0, 2)
    assert [contact.first_name for contact in caller.server.contacts] == ["", "New"]
    assert caller.codes(upload_id) == []


def test_that_update_overwrites_the_contact(caller: Caller) -> None:
    caller.server.seed_contacts([Contact("+919876543210", "Old")])

    upload_id = caller.upload_rows("+919876543210,New,,,,,", duplicate_action="update")

    assert caller.status_data(upload_id)["successful"] == 1
    assert [contact.first_name for contact in caller.server.contacts] == ["New"]


def test_that_create_new_stores_the_contact_twice(caller: Caller) -> None:
    caller.server.seed_contacts([Contact("+919876543210", "Old")])

    upload_id = caller.upload_rows("+919876543210,New,,,,,", duplicate_action="create_new")

    assert caller.status_data(upload_id)["successful"] == 1
    assert [contact.first_name for contact in caller.server.contacts] == ["Old", "New"]


def test_that_contacts_over_the_quota_are_refused_until_it_is_raised(practice: Practice) -> None:
    caller = practice(contact_limit=2)
    rows = [f"+91987654321{last},,,,,," for last in range(4)]

    upload_id = caller.upload_rows(*rows)

    assert caller.codes(upload_id) == [(3, "QUOTA_EXCEEDED"), (4, "QUOTA_EXCEEDED")]
    caller.server.contact_limit = None
    assert caller.status_data(caller.upload_rows(*rows))["successful"] == 2


def test_that_an_update_uses_up_no_quota(practice: Practice) -> None:
    caller = practice(contact_limit=2)
    caller.upload_rows("+919876543210,,,,,,")
    caller.upload_rows("+919876543210,,,,,,", duplicate_action="update")

    upload_id = caller.upload_rows("+919876543211,,,,,,")

    assert caller.status_data(upload_id)["successful"] == 1


def test_that_the_practice_account_knows_some_contacts_from_the_start(practice: Practice) -> None:
    assert practice(seeded=True).server.contacts == EXISTING_CONTACTS
    assert practice().server.contacts == ()


def test_that_the_sample_shows_refusals_of_rows_that_look_right(practice: Practice) -> None:
    lines = (SAMPLES / "contacts.csv").read_text("utf-8-sig").splitlines()[1:]
    rows = [line.rpartition(",")[0] for line in lines if line.startswith("+") and line.count(",") == 6]
    caller = practice(seeded=True)

    response = caller.upload("\n".join((HEADER.rpartition(",")[0], *rows)))

    upload_id = response.json()["response"]["data"]["upload_id"]
    codes = {code for _, code in caller.codes(upload_id)}
    assert codes >= {"INVALID_PHONE", "INVALID_EMAIL", "INVALID_FORMAT"}
    assert caller.status_data(upload_id)["duplicates_skipped"] >= 4
    assert caller.status_data(upload_id)["successful"] >= 20
