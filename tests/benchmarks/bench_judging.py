"""Judging against the bare csv module on the same file, in turns in the same run, and what a person waits for
afterwards: edits, repairs, writing.

python packaging/dev.py bench
"""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

from exogui.contacts.parts import write_parts
from exogui.contacts.problems import ProblemCode
from exogui.contacts.reading.reader import read_contacts
from exogui.contacts.repairing.duplicates import find_duplicates
from exogui.contacts.repairing.repairs import plan_repair
from exogui.contacts.schema import Field
from exogui.contacts.sheet import Sheet
from exogui.contacts.steps import NewRow
from exogui.contacts.table import ContactTable, Edit, Step, StepKind
from tests.benchmarks.bench_reader import bare, in_turns
from tests.benchmarks.make_files import contact_file, show

EDIT = Step(StepKind.EDIT)
ROWS = 50_000


def judged_many(name: str) -> tuple[float, float, Sheet]:
    """Median seconds of csv.reader and of judging what was read."""
    path = contact_file(name)
    sheet = read_contacts(path)
    ContactTable.judged(sheet)  # the numbering plans are compiled once, by whoever is first
    floor, judging = in_turns(lambda: bare(path), lambda: ContactTable.judged(sheet))
    return floor, judging, sheet


def with_phones(sheet: Sheet, number: Callable[[int], str]) -> Sheet:
    """The sheet with other phone numbers, as when a whole file is wrong in the same way."""
    rows = [(number(index), *row[1:]) for index, row in enumerate(sheet.rows)]
    return Sheet(
        sheet.source, sheet.header, sheet.header_width, rows, sheet.lines, sheet.short_rows, sheet.mapping
    )


WRONG: dict[str, Callable[[int], str]] = {
    "without country code": lambda index: f"{9_000_000_000 + index * 7}",
    "with spaces": lambda index: f"+91 90000 {index:05}",
    "with native digits": lambda index: f"+९१90000{index:05}",
    "lost digits": lambda index: f"9.{index:06}E+11",
    "N/A": lambda _index: "N/A",
    "one digit short": lambda index: f"+919000{index:05}",
    "in no plan": lambda index: f"+657{index:07}",
    "in no plan and twice": lambda index: f"+657{index // 2:07}",
    "all the same": lambda _index: "+919876543210",
}


def once(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return (time.perf_counter() - start) * 1000


def milliseconds(work: Callable[[], object]) -> float:
    return statistics.median(once(work) for _ in range(5))


def after_loading(table: ContactTable) -> list[tuple[str, float]]:
    """What a person does with 50,000 rows on the screen, in milliseconds."""
    count = 0

    def edit() -> None:
        nonlocal count
        count += 1
        table.apply([Edit(25_000, 0, f"+91987650{count:04}")], EDIT)

    def edit_all() -> None:
        nonlocal count
        count += 1
        table.apply([Edit(row, 1, f"Asha {count}") for row in range(ROWS)], EDIT)

    def remove_and_undo() -> None:
        table.install(table.judge_without({ROWS // 2}), Step(StepKind.REMOVE_ROWS))
        table.undo()

    judged = table.judge_edits(Edit(row, 2, "Rao") for row in range(ROWS))
    again = [NewRow(row, cells) for row, cells in enumerate(table.rows)]
    one_more = [NewRow(None, table.rows[0])]
    others = [Edit(row, 1, "Asha") for row in range(ROWS)]
    with TemporaryDirectory() as folder:
        rows = table.sendable_rows()
        return [
            ("installing 50,000 judged edits", once(lambda: table.install_edits(judged, EDIT))),
            ("undoing them", once(table.undo)),
            ("one edit", milliseconds(edit)),
            ("its undo and redo", milliseconds(lambda: (table.undo(), table.redo()))),
            ("50,000 edits in one step", milliseconds(edit_all)),
            ("judging it without one row", milliseconds(lambda: table.judge_without({ROWS // 2}))),
            ("without every other row", milliseconds(lambda: table.judge_without(range(0, ROWS, 2)))),
            ("a row gone and back", milliseconds(remove_and_undo)),
            ("with each row twice", milliseconds(lambda: table.judge_with_rows(again))),
            ("and 50,000 edits", milliseconds(lambda: table.judge_with_rows(again, edits=others))),
            ("with a row more at the end", milliseconds(lambda: table.judge_with_rows(one_more))),
            ("with one more column", milliseconds(lambda: table.judge_with_column(Field.TAG, "vip", "Tag"))),
            ("finding duplicates", milliseconds(lambda: find_duplicates(table))),
            ("rows with one problem", milliseconds(lambda: table.rows_with(ProblemCode.DUPLICATE_PHONE))),
            ("groups and counts", milliseconds(lambda: (table.problem_groups(), table.counts))),
            ("rows to send", milliseconds(table.sendable_rows)),
            (
                "writing the part",
                milliseconds(lambda: write_parts(table, rows, Path(folder), most_bytes=10**9)),
            ),
        ]


def main() -> None:
    """Print the figures."""
    show("seconds                      csv.reader  judging  ratio")
    floor, clean, sheet = judged_many("c10_clean")
    show(f"c10 clean                    {floor:10.3f} {clean:8.3f} {clean / floor:6.2f}")
    for name in ("c10", "c10_all_bad"):
        floor, judging, _ = judged_many(name)
        show(f"{name:28} {floor:10.3f} {judging:8.3f} {judging / floor:6.2f}  {judging / clean:.2f} x clean")
    works = [with_phones(sheet, number) for number in WRONG.values()]
    clean, *each = in_turns(
        lambda: ContactTable.judged(sheet),
        *[lambda wrong=wrong: ContactTable.judged(wrong) for wrong in works],
    )
    for name, judging in zip(WRONG, each, strict=True):
        show(f"every row {name:29} {judging:8.3f} {judging / clean:14.2f} x clean")
    without_code = ContactTable.judged(works[0])
    planning = milliseconds(lambda: plan_repair(without_code, ProblemCode.NO_COUNTRY_CODE, country="IN"))
    show(f"planning +91 for 50,000 rows   {planning:8.1f} ms")
    for name, taken in after_loading(ContactTable.judged(sheet)):
        show(f"{name:30} {taken:8.1f} ms")


if __name__ == "__main__":
    main()
