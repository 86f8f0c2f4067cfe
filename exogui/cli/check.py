"""``exogui check``: what is wrong with a file, without sending anything."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from exogui.cli.terminal import Terminal
from exogui.contacts.errors import ReadError
from exogui.contacts.problems import Severity
from exogui.contacts.reader import read_contacts
from exogui.contacts.table import ContactTable
from exogui.messages import command_line as words
from exogui.messages.problems import cell_text, group_title
from exogui.messages.reading import describe, read_error_text

EXIT_CLEAN, EXIT_PROBLEMS, EXIT_UNREADABLE = 0, 1, 2

_ROWS_NAMED = 8
"""Rows that are named under each kind of problem."""


def check(file: Path, *, as_json: bool, terminal: Terminal) -> int:
    """Read and judge ``file``, print what was found, and return the exit status."""
    try:
        table = ContactTable.judged(read_contacts(file))
    except ReadError as error:
        message = read_error_text(error, file.name, terminal.say)
        _print_unreadable(file, error.code.value, message, as_json, terminal)
        return EXIT_UNREADABLE
    refusal = unusable(table, terminal)
    if as_json:
        terminal.json(check_report(file, table, terminal) | ({"message": refusal} if refusal else {}))
    else:
        _print_report(table, terminal)
    if refusal:
        if not as_json:
            terminal.note_words(refusal)
        return EXIT_UNREADABLE
    return EXIT_PROBLEMS if table.counts.errors else EXIT_CLEAN


def unusable(table: ContactTable, terminal: Terminal) -> str | None:
    """Why a file that could be read still holds nothing to send, in words; None when it does."""
    name = table.source.path.name
    if not table.has_phone_column:
        return terminal.say(words.NO_PHONE_COLUMN, file=name)
    if not table.row_count:
        return terminal.say(words.NO_CONTACTS, file=name)
    return None


def column_names(table: ContactTable) -> list[str]:
    """A name for each column: its header, numbered where that is empty or stood there before."""
    names: list[str] = []
    seen: set[str] = set()
    for index, cell in enumerate(table.header):
        base = cell.strip() or f"column {index + 1}"
        name, copy = base, 1
        while name in seen:
            copy += 1
            name = f"{base} ({copy})"
        seen.add(name)
        names.append(name)
    return names


def check_report(file: Path, table: ContactTable, terminal: Terminal) -> dict[str, Any]:
    """The object of ``exogui check --json``. ``row`` counts data rows from 1; ``line`` is physical."""
    source, names = table.source, column_names(table)
    return {
        "file": str(file),
        "format": source.format.value,
        "encoding": source.encoding,
        "delimiter": source.delimiter,
        "sheet": source.sheet,
        "columns": {
            name: field.value if field else None for name, field in zip(names, table.mapping, strict=True)
        },
        "rows": table.row_count,
        "ready": table.row_count - table.counts.errors,
        "worth_a_look": table.counts.warnings,
        "must_fix": table.counts.errors,
        "problems": list(_problems(table, names, terminal)),
    }


def _problems(table: ContactTable, names: list[str], terminal: Terminal) -> Iterator[dict[str, Any]]:
    for row in range(table.row_count):
        for problem in table.row_problems(row):
            field = table.mapping[problem.column]
            yield {
                "row": table.row_number(row),
                "line": table.line(row),
                "column": names[problem.column],
                "field": field.value if field else None,
                "code": problem.code.value,
                "severity": problem.code.severity.value,
                "message": cell_text(problem, terminal.say),
            }


def _print_unreadable(file: Path, code: str, message: str, as_json: bool, terminal: Terminal) -> None:
    if as_json:
        terminal.json({"file": str(file), "error": code, "message": message})
    else:
        terminal.note_words(message)


def _print_report(table: ContactTable, terminal: Terminal) -> None:
    say, counts = terminal.say, table.counts
    terminal.result(f"{table.source.path.name}: {describe(table.source, table.row_count, say)}")
    columns = (
        say(words.COLUMN_AS, column=name, field=field.value if field else say(words.NOT_SENT))
        for name, field in zip(column_names(table), table.mapping, strict=True)
    )
    terminal.result(say(words.UNDERSTOOD_AS, columns=", ".join(columns)))
    terminal.result(
        say(words.FOUND, table.row_count, ready=table.row_count - counts.errors, errors=counts.errors)
    )
    if counts.warnings:
        terminal.result(say(words.WORTH_A_LOOK, counts.warnings))
    for group in table.problem_groups():
        mark = "x" if group.code.severity is Severity.ERROR else "!"
        rows = table.rows_with(group.code)
        named = ", ".join(str(table.row_number(row)) for row in rows[:_ROWS_NAMED])
        if len(rows) > _ROWS_NAMED:
            named = say(words.AND_MORE, len(rows) - _ROWS_NAMED, rows=named)
        terminal.result(
            f"  {mark} {group_title(group.code, group.count, say)}  ({say(words.IN_ROWS, rows=named)})"
        )
