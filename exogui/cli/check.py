"""``exogui check``: what is wrong with a file, without sending anything."""

from __future__ import annotations

import gc
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from enum import StrEnum
from pathlib import Path
from typing import Any

from exogui.cli.terminal import Terminal
from exogui.contacts.problems import ProblemCode, Severity
from exogui.contacts.reading.errors import ReadError
from exogui.contacts.reading.reader import read_contacts
from exogui.contacts.table import ContactTable
from exogui.messages import command_line as texts
from exogui.messages.catalogue import Speaker
from exogui.messages.problems import cell_text, group_title
from exogui.messages.reading import describe, read_error_text

EXIT_CLEAN, EXIT_PROBLEMS, EXIT_UNREADABLE = 0, 1, 2

_ROWS_NAMED = 8
_MARKS = {Severity.ERROR: "x", Severity.WARNING: "!", Severity.NOTE: "-"}
"""Rows that are named under each kind of problem."""


class Unusable(StrEnum):
    """Why a file that could be read still holds nothing to send; ``error`` in JSON."""

    NO_PHONE_COLUMN = "no_phone_column"
    NO_CONTACTS = "no_contacts"


_UNUSABLE = {Unusable.NO_PHONE_COLUMN: texts.NO_PHONE_COLUMN, Unusable.NO_CONTACTS: texts.NO_CONTACTS}


def check(file: Path, *, as_json: bool, terminal: Terminal) -> int:
    """Read and judge ``file``, print what was found, and return the exit status."""
    table: ContactTable | None = None
    error: str | None = None
    message = ""
    try:
        table = read_and_judge(file)
    except ReadError as problem:
        error, message = problem.code.value, read_error_text(problem, file.name, terminal.say)
    else:
        fault = unusable(table)
        if fault is not None:
            error, message = fault.value, unusable_text(fault, file, terminal.say)
    if as_json:
        report = check_report(table, terminal.say)
        terminal.json({"file": str(file), **report, "error": error, "message": message})
    elif table is not None:
        terminal.result(_lines(table, terminal.say))
    if message and not as_json:
        terminal.note(message)
    if error is not None or table is None:
        return EXIT_UNREADABLE
    return EXIT_PROBLEMS if table.counts.errors else EXIT_CLEAN


def read_and_judge(file: Path) -> ContactTable:
    """The rows of a file and what is wrong with them. Raises ReadError."""
    gc.disable()  # rows make no cycles, and to look for some among 50,000 costs a twentieth of the time
    try:
        return ContactTable.judged(read_contacts(file))
    finally:
        gc.enable()


def unusable(table: ContactTable) -> Unusable | None:
    """Why there is nothing to send in a file that could be read; None when there may be."""
    if not table.has_phone_column:
        return Unusable.NO_PHONE_COLUMN
    return None if table.row_count else Unusable.NO_CONTACTS


def unusable_text(fault: Unusable, file: Path, say: Speaker) -> str:
    """The same in words."""
    return say(_UNUSABLE[fault], file=file.name)


def column_names(header: Sequence[str]) -> list[str]:
    """A name for each column: its header, numbered where that is empty or stood there before."""
    names: dict[str, None] = {}
    for index, cell in enumerate(header):
        base = cell.strip() or f"column {index + 1}"
        name, copy = base, 1
        while name in names:
            copy += 1
            name = f"{base} ({copy})"
        names[name] = None
    return list(names)


def check_report(table: ContactTable | None, say: Speaker) -> dict[str, Any]:
    """What ``exogui check --json`` says about a table; the same keys for a file that could not be read.

    ``format``        csv, xlsx, xls, xlsb or ods
    ``encoding``      Python's name of it; null for a workbook
    ``delimiter``     null for a workbook and where there is one column
    ``sheet``         of a workbook the sheet that was read
    ``columns``       each column's name: the field it is sent as, or null. A column without a name is
                      ``column 3``, a second one of the same name ``Phone (2)``
    ``rows``          data rows: neither header nor title nor blank rows
    ``ready``         rows without an error: what ``exogui upload --only-ready`` would send
    ``worth_a_look``  of these, the ones with a warning
    ``must_fix``      rows with an error
    ``problems``      ``row`` counts the data rows from 1, ``line`` is the line of the file on which the row
                      starts (of a workbook the row of the sheet), ``severity`` is error or warning

    Beside them stand ``file`` as it was given, ``error`` (null, a :class:`ReadErrorCode` or a
    :class:`Unusable`) and ``message`` (that error in words, or empty).
    """
    if table is None:
        nothing = dict.fromkeys(("format", "encoding", "delimiter", "sheet"))
        counts = dict.fromkeys(("rows", "ready", "worth_a_look", "must_fix"), 0)
        return {**nothing, "columns": {}, **counts, "problems": []}
    source, names = table.source, column_names(table.header)
    return {
        "format": source.format.value,
        "encoding": source.encoding,
        "delimiter": source.delimiter,
        "sheet": source.sheet,
        "columns": {
            name: field.value if field else None for name, field in zip(names, table.mapping, strict=True)
        },
        "rows": table.row_count,
        "ready": len(table.sendable_rows()),
        "worth_a_look": table.counts.warnings,
        "must_fix": table.counts.errors,
        "problems": list(_problems(table, names, say)),
    }


def _problems(table: ContactTable, names: list[str], say: Speaker) -> Iterator[dict[str, Any]]:
    for row in _rows_with_problems(table):
        for problem in table.row_problems(row):
            field = table.mapping[problem.column]
            yield {
                "row": table.row_number(row),
                "line": table.line(row),
                "column": names[problem.column],
                "field": field.value if field else None,
                "code": problem.code.value,
                "severity": problem.code.severity.value,
                "message": cell_text(problem, say),
            }


def _lines(table: ContactTable, say: Speaker) -> Iterator[str]:
    yield f"{table.source.path.name}: {describe(table.source, table.row_count, say)}"
    columns = (
        say(texts.COLUMN_AS, column=name, field=field.value if field else say(texts.NOT_SENT))
        for name, field in zip(column_names(table.header), table.mapping, strict=True)
    )
    yield say(texts.UNDERSTOOD_AS, columns=", ".join(columns))
    if not unusable(table):
        yield from problem_lines(table, say)


def problem_lines(table: ContactTable, say: Speaker) -> Iterator[str]:
    """How the rows stand, then a line for each kind of problem with the first rows that have it."""
    counts = table.counts
    yield say(texts.FOUND, table.row_count, ready=table.row_count - counts.errors, errors=counts.errors)
    if counts.warnings:
        yield say(texts.WORTH_A_LOOK, counts.warnings)
    first_rows = _first_rows(table)
    for group in table.problem_groups():
        mark = _MARKS[group.code.severity]
        named = ", ".join(str(table.row_number(row)) for row in first_rows[group.code])
        if group.rows > _ROWS_NAMED:
            named = say(texts.AND_MORE, group.rows - _ROWS_NAMED, rows=named)
        where = say(texts.IN_ROWS, group.rows, rows=named)
        yield f"  {mark} {group_title(group.code, group.count, say)}  ({where})"


def _first_rows(table: ContactTable) -> Mapping[ProblemCode, list[int]]:
    """The first rows with each kind of problem, in one walk: a kind by itself takes a walk for each."""
    first: defaultdict[ProblemCode, list[int]] = defaultdict(list)
    for row in _rows_with_problems(table):
        for code in dict.fromkeys(problem.code for problem in table.row_problems(row)):
            if len(first[code]) < _ROWS_NAMED:
                first[code].append(row)
    return first


def _rows_with_problems(table: ContactTable) -> Iterator[int]:
    return (row for row in range(table.row_count) if table.row_problems(row))
