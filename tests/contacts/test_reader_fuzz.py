"""Files damaged at random, read in a process of its own: a crash there would be the end of the window."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize("first", [0, 10_000])
def test_that_damaged_files_are_read_or_refused_within_little_memory(first: int) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "tests.contacts.reader_fuzz", "--first", str(first), "--count", "1500"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    # The workbook reader writes its panics, which are caught, to standard error.
    assert (done.returncode, done.stdout[-11:]) == (0, "1500 files\n"), done.stderr[-3_000:]
