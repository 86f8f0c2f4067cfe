"""Whether a table says of its rows what judging them says."""

from __future__ import annotations

from exogui.contacts.judging.validation import Judgement
from exogui.contacts.problems import Severity
from exogui.contacts.table import ContactTable


def assert_judged_as(table: ContactTable, fresh: Judgement) -> None:
    """Whatever was done before, the table says what judging its rows from scratch says."""
    assert [table.row_problems(row) for row in range(table.row_count)] == fresh.problems
    assert table.states == fresh.states
    assert [table.phone_number(row) for row in range(table.row_count)] == [
        fresh.number(row) for row in range(table.row_count)
    ]
    groups = {group.code: (group.count, group.rows) for group in table.problem_groups()}
    assert groups == {code: (count, fresh.rows[code]) for code, count in fresh.cells.items()}
    counts = table.counts
    assert counts.rows == counts.ready + counts.warnings + counts.errors == table.row_count
    assert counts.errors == sum(
        any(problem.code.severity is Severity.ERROR for problem in problems) for problems in fresh.problems
    )
    numbers = [fresh.number(row) for row in range(table.row_count)]
    for number in filter(None, numbers):
        rows = [row for row, other in enumerate(numbers) if other == number]
        assert list(table.rows_with_number(number)) == rows
