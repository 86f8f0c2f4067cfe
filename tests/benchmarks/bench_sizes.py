"""The largest files: how long reading them takes, and the most memory it needs.

python packaging/dev.py bench
"""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import xlsxwriter

from tests.benchmarks.make_files import DIRECTORY, contact_file, show

READ = """
import resource, sys
from pathlib import Path
from exogui.contacts.reading.errors import ReadError
from exogui.contacts.reading.reader import read_contacts
before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
try:
    sheet = read_contacts(Path(sys.argv[1]))
    what = f"{len(sheet.rows):,} rows"
except ReadError as error:
    what = str(error.code)
print(what, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before, sep="|")
"""
WIDTHS = (16, 12, 20, 12, 14)


def two_million_rows(path: Path) -> None:
    with path.open("w", encoding="utf-8", newline="") as stream:
        stream.write("Phone,Name,City\n")
        stream.writelines(f"+9198{n:08},Asha {n % 5_000},Pune {n % 90}\n" for n in range(2_000_000))


def ten_megabyte_line(path: Path) -> None:
    path.write_bytes(b"Phone,Name\n1,2\n" + b"abc," * 2_500_000)


def five_thousand_columns(path: Path) -> None:
    path.write_bytes(b"Phone,Name\n" + (b"," * 4_999 + b"x\n") * 2_000)


def million_row_sheet(path: Path) -> None:
    book = xlsxwriter.Workbook(path, {"constant_memory": True})
    page = book.add_worksheet("Leads")
    for row in range(1_000_000):
        page.write_row(row, 0, (f"+9198{row:08}", f"Asha {row % 5_000}", f"Pune {row % 90}"))
    book.close()


FILES: dict[str, Callable[[Path], None]] = {
    "rows.csv": two_million_rows,
    "line.csv": ten_megabyte_line,
    "columns.csv": five_thousand_columns,
    "rows.xlsx": million_row_sheet,
}


def table_line(*cells: str) -> str:
    return "".join(cell.rjust(width) for cell, width in zip(cells, WIDTHS, strict=True))


def measure(name: str, path: Path) -> str:
    start = time.perf_counter()
    done = subprocess.run([sys.executable, "-c", READ, path], capture_output=True, text=True, check=True)
    taken = time.perf_counter() - start
    what, kilobytes = done.stdout.strip().split("|")
    size = path.stat().st_size / 1e6
    return table_line(name, f"{size:.1f}", what, f"{taken:.2f} s", f"{int(kilobytes) / 1024:.0f} MiB")


def main() -> None:
    show(table_line("file", "MB", "read as", "process", "memory more"))
    for name, make in FILES.items():
        path = DIRECTORY / f"largest-{name}"
        if not path.exists():
            make(path)
        show(measure(name, path))
    show(measure("c60", contact_file("c60")))


if __name__ == "__main__":
    main()
