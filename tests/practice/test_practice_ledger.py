"""What the practice server can say about every row that reached it."""

from __future__ import annotations

from collections import Counter

import pytest
import requests

from exogui.practice.contact_store import Contact, Effect
from exogui.practice.endpoints import Endpoint
from exogui.practice.faults import Refuse, Reset, Respond, Stage
from tests.practice.caller import Caller
from tests.practice.conftest import Practice

ASHA = ("+919876543210", "Asha", "", "", "", "", "")
MEI = ("+6591234567", "Mei", "", "", "", "", "")


def line(row: tuple[str, ...]) -> str:
    return ",".join(row)


def test_that_each_row_stands_there_with_its_upload_and_what_became_of_it(caller: Caller) -> None:
    first = caller.upload_rows(line(ASHA), line(ASHA), "12,Bad", list_id="L1")
    second = caller.upload_rows(line(ASHA), line(MEI), duplicate_action="update")

    ledger = caller.server.ledger
    assert [(e.upload_id, e.record, e.contact.phone_number, e.effect) for e in ledger.entries] == [
        (first, 0, ASHA[0], Effect.CREATED),
        (first, 1, ASHA[0], Effect.SKIPPED),
        (first, 2, "12", Effect.REFUSED),
        (second, 0, ASHA[0], Effect.UPDATED),
        (second, 1, MEI[0], Effect.CREATED),
    ]
    assert ledger.entries[0].contact == Contact(*ASHA, list_id="L1")
    assert [entry.upload_id for entry in ledger.of_number(ASHA[0])] == [first, first, second]
    assert ledger.effects() == {Effect.CREATED: 2, Effect.SKIPPED: 1, Effect.REFUSED: 1, Effect.UPDATED: 1}
    assert ledger.effects(second) == {Effect.UPDATED: 1, Effect.CREATED: 1}
    assert ledger.received[ASHA] == 3


def test_that_the_balance_is_even_when_each_row_came_as_often_as_it_was_sent(caller: Caller) -> None:
    caller.upload_rows(line(ASHA), line(ASHA))
    caller.upload_rows(line(MEI))

    assert caller.server.ledger.balance([ASHA, ASHA, MEI[:2]]).even


def test_that_the_balance_names_what_is_lost_doubled_and_strange(caller: Caller) -> None:
    caller.upload_rows(line(ASHA), "+6598765432,Stranger")
    caller.upload_rows(line(ASHA))

    balance = caller.server.ledger.balance([ASHA, MEI])

    assert not balance.even
    assert balance.lost == {MEI: 1}
    assert balance.doubled == {ASHA: 1}
    assert list(balance.strange) == [("+6598765432", "Stranger", "", "", "", "", "")]
    assert "Asha" not in repr(balance)


@pytest.mark.parametrize(
    ("fault", "received"),
    [
        (Refuse(503), 0),
        (Reset(Stage.AFTER_BODY), 0),
        (Reset(Stage.BEFORE_ANSWER), 1),
        (Respond(processed=True), 1),
    ],
)
def test_that_a_row_is_received_exactly_where_its_upload_is_accepted(
    caller: Caller, fault: Refuse | Reset | Respond, received: int
) -> None:
    caller.server.faults.add(Endpoint.UPLOAD, fault)

    try:
        caller.upload("phone_number,first_name\n" + line(ASHA[:2]))
    except requests.ConnectionError:
        assert isinstance(fault, Reset)

    assert caller.server.ledger.received == Counter({ASHA: 1} if received else {})
    assert len(caller.server.uploads) == received


@pytest.mark.parametrize("action", ["skip", "update", "create_new"])
def test_that_an_upload_that_breaks_off_leaves_no_row_behind(practice: Practice, action: str) -> None:
    pauses_left = 20  # of which reading takes 12: the end comes at the 3,500th row

    def give_way() -> None:
        nonlocal pauses_left
        pauses_left -= 1
        if pauses_left == 0:
            raise InterruptedError

    caller = practice(give_way=give_way)
    caller.server.seed_contacts([Contact(*ASHA), Contact(*MEI)])
    before = caller.server.contacts
    rows = [line(ASHA), "+6591234567,Other", *(f"+9198{number:08}" for number in range(3000))]

    with pytest.raises(requests.ConnectionError):
        caller.upload_rows(*rows, *rows, duplicate_action=action)

    assert pauses_left == 0
    assert caller.server.contacts == before
    assert caller.server.ledger.entries == ()
    caller.server.contact_limit = 2
    upload_id = caller.upload_rows("+919876500000")
    assert caller.codes(upload_id) == [(1, "QUOTA_EXCEEDED")]
    caller.server.contact_limit = 3
    assert caller.codes(caller.upload_rows("+919876500000")) == []


def test_that_the_ledger_outlives_a_stop(caller: Caller) -> None:
    caller.upload_rows(line(ASHA))
    caller.server.stop()
    caller.server.start()
    caller.upload_rows(line(MEI))

    assert caller.server.ledger.balance([ASHA, MEI]).even


def test_that_no_ledger_is_kept_when_told_so(practice: Practice) -> None:
    caller = practice(keep_ledger=False)

    caller.upload_rows(line(ASHA))

    assert caller.server.ledger.entries == ()
    assert len(caller.server.contacts) == 1
