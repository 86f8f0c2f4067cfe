"""Rows as CSV parts: exactly the rows, inside Exotel's limits, for this user's eyes only."""

from __future__ import annotations

import csv
import hashlib
import io
import itertools
import stat
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from exogui.contacts.csv_text import csv_bytes
from exogui.contacts.parts import Part, RowTooLarge, write_parts
from exogui.contacts.progress import Cancelled
from exogui.contacts.schema import MAX_UPLOAD_BYTES, MAX_UPLOAD_ROWS, Field
from exogui.contacts.table import ContactTable

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tests.contacts.conftest import MakeTable

INDIA, SINGAPORE = "+919876543210", "+6591234567"


def read_csv(data: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(data.decode("utf-8"), newline=""), strict=True))


def write_part(table: ContactTable, rows: Sequence[int], directory: Path) -> Part:
    [part] = write_parts(table, rows, directory)
    return part


def test_that_a_part_holds_only_sent_columns_under_exotel_s_names_in_exotel_s_order(
    make_table: MakeTable, tmp_path: Path
) -> None:
    table = make_table(
        [("note", "Asha", INDIA, "Acme, Ltd"), ("note", "மீனா", SINGAPORE, 'say "hi"\r\nbye')],
        header=["Remarks", "Vorname", "Mobile", "Firma"],
        mapping=[None, Field.FIRST_NAME, Field.PHONE_NUMBER, Field.COMPANY],
    )
    part = write_part(table, [0, 1], tmp_path)
    data = part.path.read_bytes()
    assert data.startswith(b"phone_number,first_name,company\r\n")
    assert read_csv(data)[1:] == [[INDIA, "Asha", "Acme, Ltd"], [SINGAPORE, "மீனா", 'say "hi"\r\nbye']]
    assert part.columns == (Field.PHONE_NUMBER, Field.FIRST_NAME, Field.COMPANY)


def test_that_a_part_says_what_it_holds(make_table: MakeTable, tmp_path: Path) -> None:
    table = make_table([(INDIA,), ("N/A",), (SINGAPORE,)], header=["phone_number"])
    part = write_part(table, [2, 0], tmp_path)
    data = part.path.read_bytes()
    assert read_csv(data) == [["phone_number"], [SINGAPORE], [INDIA]]
    assert (part.rows, part.phone_numbers) == ([2, 0], [SINGAPORE, INDIA])
    assert (part.size_bytes, part.sha256) == (len(data), hashlib.sha256(data).hexdigest())


def test_that_a_part_is_not_changed_by_a_later_edit(make_table: MakeTable, tmp_path: Path) -> None:
    from exogui.contacts.table import Edit, Step, StepKind

    table = make_table([(INDIA,)], header=["phone_number"])
    part = write_part(table, [0], tmp_path)
    table.apply([Edit(0, 0, "N/A")], Step(StepKind.EDIT))
    assert part.phone_numbers == [INDIA]
    assert read_csv(part.path.read_bytes())[1] == [INDIA]


@pytest.mark.only_on("linux", "darwin")
def test_that_nobody_else_can_read_a_part(make_table: MakeTable, tmp_path: Path) -> None:
    part = write_part(make_table([(INDIA,)], header=["phone_number"]), [0], tmp_path)
    assert stat.S_IMODE(part.path.stat().st_mode) == 0o600


def test_that_two_parts_never_share_a_file(make_table: MakeTable, tmp_path: Path) -> None:
    table = make_table([(INDIA,)], header=["phone_number"])
    assert write_part(table, [0], tmp_path).path != write_part(table, [0], tmp_path).path


def test_that_the_limits_are_exotel_s() -> None:
    assert (MAX_UPLOAD_ROWS, MAX_UPLOAD_BYTES) == (50_000, 10_000_000)
    defaults = write_parts.__kwdefaults__ or {}
    assert (defaults["most_rows"], defaults["most_bytes"]) == (MAX_UPLOAD_ROWS, MAX_UPLOAD_BYTES)


def test_that_rows_at_the_limits_make_one_part_and_one_more_makes_another(
    make_table: MakeTable, tmp_path: Path
) -> None:
    table = make_table([(INDIA,)] * 3, header=["phone_number"])
    whole = write_part(table, range(3), tmp_path)
    [again] = write_parts(table, range(3), tmp_path, most_rows=3, most_bytes=whole.size_bytes)
    assert again.sha256 == whole.sha256
    by_rows = write_parts(table, range(3), tmp_path, most_rows=2)
    by_bytes = write_parts(table, range(3), tmp_path, most_bytes=whole.size_bytes - 1)
    for parts in (by_rows, by_bytes):
        assert [list(part.rows) for part in parts] == [[0, 1], [2]]


def test_that_the_rows_to_be_tried_first_are_a_part_of_their_own(
    make_table: MakeTable, tmp_path: Path
) -> None:
    table = make_table([(INDIA,)] * 5, header=["phone_number"])
    parts = write_parts(table, range(5), tmp_path, first_rows=2)
    assert [list(part.rows) for part in parts] == [[0, 1], [2, 3, 4]]
    assert len(write_parts(table, range(2), tmp_path, first_rows=10)) == 1


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=100)
@given(
    names=st.lists(st.text(st.characters(exclude_categories=["Cs"]), max_size=30), max_size=700),
    most_rows=st.integers(1, 400),
    most_bytes=st.integers(400, 20_000),
)
def test_that_parts_keep_every_row_in_order_and_both_limits(
    make_table: MakeTable, tmp_path: Path, names: list[str], most_rows: int, most_bytes: int
) -> None:
    rows = [(INDIA, name) for name in names]
    table = make_table(rows, header=["phone_number", "first_name"])
    parts = write_parts(table, range(len(rows)), tmp_path, most_rows=most_rows, most_bytes=most_bytes)
    assert [row for part in parts for row in part.rows] == list(range(len(rows)))
    written = []
    for part in parts:
        data = part.path.read_bytes()
        assert (part.size_bytes, part.sha256) == (len(data), hashlib.sha256(data).hexdigest())
        assert len(data) <= most_bytes
        assert 0 < len(part.rows) <= most_rows
        header, *records = read_csv(data)
        assert header == ["phone_number", "first_name"]
        assert len(records) == len(part.rows) == len(part.phone_numbers)
        written += [tuple(record) for record in records]
    assert written == rows
    for one, following in itertools.pairwise(parts):
        first = csv_bytes([rows[following.rows[0]]])
        full = len(one.rows) == most_rows or one.size_bytes + len(first) > most_bytes
        assert full, "a part was ended early"


def test_that_a_row_larger_than_a_file_may_be_is_named_and_nothing_is_left(
    make_table: MakeTable, tmp_path: Path
) -> None:
    table = make_table([(INDIA, "a"), (INDIA, "b" * 300)], header=["phone_number", "tag"])
    with pytest.raises(RowTooLarge) as caught:
        write_parts(table, range(2), tmp_path, most_bytes=200)
    assert (caught.value.row, caught.value.limit) == (1, 200)
    assert list(tmp_path.iterdir()) == []


def test_that_a_cancelled_part_leaves_nothing_behind(make_table: MakeTable, tmp_path: Path) -> None:
    def cancel(_done: int, _total: int) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        write_parts(make_table([(INDIA,)], header=["phone_number"]), [0], tmp_path, cancel)
    assert list(tmp_path.iterdir()) == []


def test_that_no_part_is_written_without_a_phone_column(make_table: MakeTable, tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="phone"):
        write_part(make_table([("Asha",)], header=["first_name"]), [0], tmp_path)


TEXT = st.text(
    st.sampled_from("ab,;\"\r\n\t\x00 =+-@'अ\ufeff") | st.characters(exclude_categories=["Cs"]), max_size=8
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=200)
@given(rows=st.lists(st.tuples(TEXT, TEXT, TEXT), min_size=1, max_size=5))
def test_that_whatever_stands_in_cells_is_read_back_the_same(
    make_table: MakeTable, tmp_path: Path, rows: list[tuple[str, ...]]
) -> None:
    table = make_table(rows, header=["phone_number", "first_name", "tag"])
    part = write_part(table, range(len(rows)), tmp_path)
    assert [tuple(row) for row in read_csv(part.path.read_bytes())[1:]] == rows


def test_that_half_a_character_is_sent_as_a_question_mark(make_table: MakeTable, tmp_path: Path) -> None:
    table = make_table([(INDIA, "A\ud83d")], header=["phone_number", "first_name"])
    part = write_part(table, [0], tmp_path)
    assert read_csv(part.path.read_bytes())[1] == [INDIA, "A?"]
