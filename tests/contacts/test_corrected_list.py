"""A list that is saved opens again just as it was."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from exogui.contacts.corrected_list import header_to_save
from exogui.contacts.reading.reader import read_contacts
from exogui.contacts.schema import Field
from exogui.contacts.table import ContactTable
from exogui.contacts.writer import save_rows
from tests.gui.sample_contacts import make_table

PHONE = "+919876543210"


def not_sent(name: str) -> str:
    return f"{name} (not sent)"


def reopened(table: ContactTable, path: Path) -> ContactTable:
    save_rows(path, header_to_save(table, not_sent), table.rows)
    return ContactTable.judged(read_contacts(path))


@pytest.mark.parametrize("ending", [".xlsx", ".csv"])
def test_that_a_saved_list_opens_with_the_same_rows_mapping_and_problems(tmp_path: Path, ending: str) -> None:
    table = make_table()
    again = reopened(table, tmp_path / f"list{ending}")
    assert list(again.rows) == list(table.rows)
    assert again.mapping == table.mapping
    assert again.header == table.header
    assert again.counts == table.counts


@pytest.mark.parametrize(
    ("header", "mapping", "saved"),
    [
        (("Who", "Reach on"), (Field.FIRST_NAME, Field.PHONE_NUMBER), ("first_name", "phone_number")),
        (("", ""), (Field.FIRST_NAME, Field.PHONE_NUMBER), ("first_name", "phone_number")),
        (("Mobile", "Mobile 2"), (None, Field.PHONE_NUMBER), ("Mobile", "phone_number")),
        (("Mobile", "E-mail"), (Field.PHONE_NUMBER, None), ("Mobile", "E-mail (not sent)")),
        (
            ("tag", "Phone", "Groups"),
            (None, Field.PHONE_NUMBER, Field.TAG),
            ("tag (not sent)", "Phone", "tag"),
        ),
    ],
)
def test_that_columns_mapped_by_hand_are_named_so_that_they_are_found_again(
    tmp_path: Path, header: tuple[str, ...], mapping: tuple[Field | None, ...], saved: tuple[str, ...]
) -> None:
    row = tuple(PHONE if field is Field.PHONE_NUMBER else "Asha" for field in mapping)
    table = make_table([row, row], header, mapping)
    assert header_to_save(table, not_sent) == saved
    assert reopened(table, tmp_path / "list.xlsx").mapping == mapping


HEADERS = st.sampled_from(
    [
        "Mobile",
        "Mobile 2",
        "phone_number",
        "Name",
        "Last name",
        "E-mail",
        "Email 2",
        "Tags",
        "tag",
        "Remarks",
        "",
    ]
)
CELLS = st.sampled_from(
    ["", PHONE, "9876543211", "=1+1", "-", "@vip", " Asha ", "a@b.example", "N/A", "'x", "+91 98"]
)


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data())
def test_that_no_problem_is_new_in_a_list_that_opens_again(tmp_path: Path, data: st.DataObject) -> None:
    header = tuple(data.draw(st.lists(HEADERS, min_size=2, max_size=5)))
    fields = data.draw(st.permutations([*Field, None, None, None]))[: len(header) - 1]
    mapping = (Field.PHONE_NUMBER, *(None if field is Field.PHONE_NUMBER else field for field in fields))
    cells = st.tuples(st.sampled_from([PHONE, "9876543211", "N/A"]), *[CELLS] * (len(header) - 1))
    table = make_table(data.draw(st.lists(cells, min_size=1, max_size=4)), header, mapping)
    for ending in (".xlsx", ".csv"):
        again = reopened(table, tmp_path / f"list{ending}")
        assert again.row_count == table.row_count
        assert again.mapping[: len(mapping)] == mapping[: len(again.mapping)]
        for row in range(table.row_count):
            before = {problem.code for problem in table.row_problems(row)}
            assert {problem.code for problem in again.row_problems(row)} <= before
