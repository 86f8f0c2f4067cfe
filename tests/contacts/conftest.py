"""Sheets and tables made from plain rows, without a file."""

from __future__ import annotations

from array import array
from collections.abc import Collection, Sequence
from pathlib import Path
from typing import Protocol

import pytest

from exogui.contacts.schema import Field
from exogui.contacts.sheet import FileFormat, Sheet, Source
from exogui.contacts.table import ContactTable


class MakeSheet(Protocol):
    """Makes a sheet; the header is Exotel's fields unless told otherwise."""

    def __call__(
        self,
        rows: Sequence[Sequence[str]],
        header: Sequence[str] = ...,
        mapping: Sequence[Field | None] | None = None,
        short_rows: Collection[int] = (),
    ) -> Sheet: ...


class MakeTable(Protocol):
    """Makes a judged table; the header is Exotel's fields unless told otherwise."""

    def __call__(
        self,
        rows: Sequence[Sequence[str]],
        header: Sequence[str] = ...,
        mapping: Sequence[Field | None] | None = None,
        short_rows: Collection[int] = (),
    ) -> ContactTable: ...


def _sheet(
    rows: Sequence[Sequence[str]],
    header: Sequence[str] = tuple(Field),
    mapping: Sequence[Field | None] | None = None,
    short_rows: Collection[int] = (),
) -> Sheet:
    width = max([len(header), *map(len, rows)])
    if mapping is None:
        known = set(Field)
        mapping = [Field(name) if name in known else None for name in header]
    return Sheet(
        source=Source(Path("contacts.csv"), FileFormat.CSV, 1, "utf-8", ",", 1),
        header=(*header, *[""] * (width - len(header))),
        header_width=len(header),
        rows=[(*row, *[""] * (width - len(row))) for row in rows],
        lines=array("I", range(2, 2 + len(rows))),
        short_rows=frozenset(short_rows),
        mapping=(*mapping, *[None] * (width - len(mapping))),
    )


@pytest.fixture(scope="session")
def make_sheet() -> MakeSheet:
    return _sheet


@pytest.fixture(scope="session")
def make_table() -> MakeTable:
    return lambda *args, **kwargs: ContactTable.judged(_sheet(*args, **kwargs))
