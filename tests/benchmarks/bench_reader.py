"""Reading against the bare csv module, in turns in the same run: the machine's mood cancels out.

python packaging/dev.py bench
"""

from __future__ import annotations

import csv
import gc
import statistics
import threading
import time
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import xlsxwriter

from exogui.contacts.reading.reader import read_contacts
from exogui.contacts.sheet import Sheet
from tests.benchmarks.make_files import DIRECTORY, contact_file, show

ROUNDS = 7


def bare(path: Path) -> list[list[str]]:
    """The floor: rows as lists, no line numbers, nothing checked."""
    with path.open(encoding="utf-8", newline="") as stream:
        return list(csv.reader(stream))


def as_workbook(path: Path) -> Path:
    book_path = DIRECTORY / (path.stem + ".xlsx")
    if not book_path.exists():
        book = xlsxwriter.Workbook(book_path, {"constant_memory": True})
        page = book.add_worksheet("Leads")
        for number, row in enumerate(bare(path)):
            page.write_row(number, 0, row)
        book.close()
    return book_path


def seconds(work: Callable[[], object]) -> float:
    gc.collect()
    start = time.perf_counter()
    result = work()
    taken = time.perf_counter() - start
    del result
    return taken


def in_turns(*works: Callable[[], object], rounds: int = ROUNDS) -> list[float]:
    """The median seconds of each."""
    taken = [[seconds(work) for work in works] for _ in range(rounds)]
    return [statistics.median(column) for column in zip(*taken, strict=True)]


def longest_chunk(path: Path) -> float:
    """The longest seconds of work between two checkpoints, whatever else the machine does meanwhile."""
    times = [time.thread_time()]
    read_contacts(path, checkpoint=lambda _done, _total: times.append(time.thread_time()))
    return max(after - before for before, after in pairwise(times[1:]))


def longest_gil_hold(path: Path) -> float:
    """The longest seconds for which reading in another thread keeps this one from running."""
    # Kept, because to free 500,000 rows in one go takes longer than any step of reading them.
    kept: list[Sheet] = []
    reading = threading.Thread(target=lambda: kept.append(read_contacts(path)))
    longest = 0.0
    reading.start()
    last = time.perf_counter()
    while reading.is_alive():
        time.sleep(0.000_5)
        now = time.perf_counter()
        longest, last = max(longest, now - last), now
    return longest


COLUMNS = ("file", "MB", "csv.reader", "exogui", "ratio", "longest chunk", "longest GIL hold")


def table_line(*cells: str) -> str:
    return "".join(cell.rjust(len(column) + 3) for cell, column in zip(cells, COLUMNS, strict=True))


def milliseconds(duration: float) -> str:
    return f"{duration * 1e3:.1f} ms"


def measure(name: str, rounds: int) -> str:
    path = contact_file(name)
    floor, ours = in_turns(lambda: bare(path), lambda: read_contacts(path), rounds=rounds)
    return table_line(
        name,
        f"{path.stat().st_size / 1e6:.1f}",
        milliseconds(floor),
        milliseconds(ours),
        f"{ours / floor:.2f}",
        milliseconds(statistics.median(longest_chunk(path) for _ in range(rounds))),
        milliseconds(statistics.median(longest_gil_hold(path) for _ in range(rounds))),
    )


def measure_workbook(name: str, rounds: int) -> str:
    path = as_workbook(contact_file(name))
    (ours,) = in_turns(lambda: read_contacts(path), rounds=rounds)
    return table_line(
        name,
        "xlsx",
        "",
        milliseconds(ours),
        "",
        milliseconds(longest_chunk(path)),
        milliseconds(statistics.median(longest_gil_hold(path) for _ in range(rounds))),
    )


def main() -> None:
    show(table_line(*COLUMNS))
    show(measure("c5", ROUNDS))
    show(measure("c10", ROUNDS))
    show(measure("c60", 3))
    show(measure_workbook("c5", 3))


if __name__ == "__main__":
    main()
