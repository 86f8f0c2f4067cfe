"""``exogui check`` as a whole process, against a bare csv.reader and, where they are installed, its peers.

python packaging/dev.py bench

The peers check less: a pattern for the phone numbers and that none stands there twice, frictionless e-mail
addresses as well. csv.reader is the floor: it checks nothing.
"""

from __future__ import annotations

import importlib.util
import os
import statistics
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path

from tests.benchmarks.make_files import contact_file, show

ROOT = Path(__file__).resolve().parent.parent.parent
ROUNDS = 7

BARE = """
import csv, sys
with open(sys.argv[1], encoding="utf-8", newline="") as stream:
    print(sum(1 for row in csv.reader(stream)))
"""

FRICTIONLESS = """
import sys
from frictionless import Resource, Schema, fields, system
rules = {"pattern": r"\\+[1-9][0-9]{6,14}", "unique": True}
phone = fields.StringField(name="phone_number", constraints=rules)
with system.use_context(trusted=True):
    resource = Resource(sys.argv[1])
    resource.infer()
    resource.schema.set_field(phone)
    resource.schema.set_field(fields.StringField(name="email", format="email"))
    print(len(resource.validate(limit_errors=1000).flatten(["type"])))
"""

PANDERA = """
import sys
import pandas
import pandera.pandas as pandera
phone = pandera.Column(str, pandera.Check.str_matches(r"^\\+[1-9][0-9]{6,14}$"), unique=True, nullable=True)
frame = pandas.read_csv(sys.argv[1], dtype=str, on_bad_lines="skip")
try:
    pandera.DataFrameSchema({"phone_number": phone}).validate(frame, lazy=True)
except pandera.errors.SchemaErrors as errors:
    print(len(errors.failure_cases))
"""

PEERS = {"frictionless": FRICTIONLESS, "pandera": PANDERA}


def seconds(command: Sequence[str]) -> float:
    """One run of a process, from nothing to its end."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    start = time.perf_counter()
    finished = subprocess.run(command, env=environment, capture_output=True, check=False)
    taken = time.perf_counter() - start
    if finished.returncode not in {0, 1}:  # 1: there are rows with errors
        raise RuntimeError(finished.stderr.decode())
    return taken


def in_turns(*commands: Sequence[str]) -> list[float]:
    """The median seconds of each; the first round, in which files are not in memory yet, does not count."""
    taken = [[seconds(command) for command in commands] for _ in range(ROUNDS + 1)]
    return [statistics.median(column) for column in zip(*taken[1:], strict=True)]


def measure(path: Path) -> None:
    python = [sys.executable, "-c"]
    peers = {name: code for name, code in PEERS.items() if importlib.util.find_spec(name)}
    check = [sys.executable, "-m", "exogui", "check", str(path)]
    floor, words, json, *others = in_turns(
        [*python, BARE, str(path)],
        check,
        [*check, "--json"],
        *([*python, code, str(path)] for code in peers.values()),
    )
    show(
        f"{path.name}: csv.reader {floor:.3f} s, exogui check {words:.3f} s ({words / floor:.2f} x), "
        f"--json {json:.3f} s ({json / floor:.2f} x)"
    )
    for name, taken in zip(peers, others, strict=True):
        show(f"    {name} {taken:.3f} s; exogui check is {words / taken:.2f} of it")


def measure_start(folder: Path) -> None:
    """What it costs to begin: a file with one contact."""
    path = folder / "one.csv"
    path.write_text("phone_number\n+919876543210\n", encoding="utf-8")
    bare, ours = in_turns(
        [sys.executable, "-c", "import csv, json, argparse, dataclasses, pathlib"],
        [sys.executable, "-m", "exogui", "check", str(path)],
    )
    show(f"one contact: exogui check {ours:.3f} s, Python with the standard modules it needs {bare:.3f} s")


def main() -> None:
    for name in ("c5", "c10"):
        measure(contact_file(name))
    measure_start(contact_file("c5").parent)


if __name__ == "__main__":
    main()
