"""The practice account's judgement, for any rows at all."""

from __future__ import annotations

import csv
import io
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exogui.practice.contact_csv import COLUMNS, ContactCsv, read_contact_csv
from exogui.practice.contact_store import DUPLICATE_ACTIONS, Contact, ContactStore, Effect
from exogui.practice.quirks import Quirks, SkippedDuplicates

phone_numbers = st.sampled_from(
    ["", "+919876543210", "+919876543211", "+919876543212", "+919999900001", "9876543210", "N/A"]
)
values = st.text(st.characters(codec="utf-8", exclude_characters="\r"), max_size=12)
emails = st.sampled_from(["", "a@example.com", "a@@b", "a@bounces.example"])
contact_rows = st.lists(
    st.tuples(phone_numbers, values, values, emails, values, values, values), min_size=1, max_size=30
)


def sheet_of(rows: list[tuple[str, ...]]) -> ContactCsv:
    text = io.StringIO(newline="")
    csv.writer(text).writerows([COLUMNS, *rows])
    return read_contact_csv(text.getvalue().encode(), max_records=100)


@given(rows=contact_rows, action=st.sampled_from(DUPLICATE_ACTIONS), limit=st.none() | st.integers(0, 5))
def test_that_every_row_ends_in_exactly_one_count(
    rows: list[tuple[str, ...]], action: str, limit: int | None
) -> None:
    store = ContactStore(limit)

    verdict, intake = store.take(sheet_of(rows), action, "L1")

    records = [refusal.record for refusal in verdict.refused + verdict.skipped]
    assert len(set(records)) == len(records)
    assert verdict.successful + len(records) == len(rows)
    assert verdict.skipped == () or action == "skip"
    assert len(intake.contacts) == len(rows)
    effects = Counter(intake.effects)
    assert effects[Effect.REFUSED] == len(verdict.refused)
    assert effects[Effect.SKIPPED] == len(verdict.skipped)
    assert effects[Effect.CREATED] == len(store.contacts)
    assert len(store.contacts) <= verdict.successful
    assert limit is None or len(store.contacts) <= limit
    for how in SkippedDuplicates:
        assert sum(Quirks(skipped_duplicates=how).counts(verdict).values()) == len(rows)


@given(rows=contact_rows)
def test_that_what_is_stored_is_what_was_sent(rows: list[tuple[str, ...]]) -> None:
    store = ContactStore()

    verdict, _intake = store.take(sheet_of(rows), "create_new", "L1")

    refused = {refusal.record for refusal in verdict.refused}
    sent = [Contact._make((*row, "L1")) for record, row in enumerate(rows) if record not in refused]
    assert sorted(store.contacts) == sorted(sent)
    assert all(refusal[1:4] == rows[refusal.record][:3] for refusal in verdict.refused)


def test_that_judging_can_be_broken_off_and_the_store_used_again() -> None:
    breaks_off = True

    def between_rows() -> None:
        if breaks_off:
            raise InterruptedError

    store = ContactStore(between_rows=between_rows)
    sheet = sheet_of([("+919876543210", "", "", "", "", "", "")])
    with pytest.raises(InterruptedError):
        store.take(sheet, "skip", None)
    breaks_off = False

    verdict, _intake = store.take(sheet, "skip", None)
    assert verdict.successful == 1
