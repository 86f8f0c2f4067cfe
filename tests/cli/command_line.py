"""The program as a shell runs it: a process of its own, with streams that tests can look at or take away."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent.parent
SAMPLE = ROOT / "resources" / "samples" / "contacts.csv"
PATIENCE = 60
"""Seconds after which a command hangs."""


started: list[subprocess.Popen[bytes]] = []
"""Commands that nobody has seen the end of yet."""


@dataclass(frozen=True, slots=True)
class Finished:
    """What is left of a command."""

    status: int
    out: str
    err: str

    @property
    def report(self) -> Any:
        """The one JSON object on standard output."""
        assert self.out.count("\n") == 1, self.out + self.err
        report = json.loads(self.out)
        assert isinstance(report, dict)
        return report


def start(*words: object, **streams: Any) -> subprocess.Popen[bytes]:
    """``exogui …``, running. Streams that are not given are pipes."""
    pipes = {"stdin": subprocess.DEVNULL, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
    command = [sys.executable, "-m", "exogui", *map(str, words)]
    environment = _environment() | streams.pop("env", {})
    process = subprocess.Popen(command, env=environment, bufsize=0, **{**pipes, **streams})
    started.append(process)
    return process


def end_all() -> None:
    """End every command that a test did not see to its end."""
    while started:
        process = started.pop()
        process.kill()
        process.communicate()


def finish(process: subprocess.Popen[bytes], encoding: str = "utf-8") -> Finished:
    """Wait for its end and take what it said."""
    out, err = process.communicate(timeout=PATIENCE)
    started.remove(process)
    return Finished(process.returncode, _text(out, encoding), _text(err, encoding))


def exogui(*words: object, **streams: Any) -> Finished:
    """``exogui …`` from its start to its end."""
    return finish(start(*words, **streams))


def packages_loaded_by(*words: object) -> set[str]:
    """The top-level packages that are loaded when a command has ended."""
    code = (
        "import sys; from exogui.__main__ import main; main(sys.argv[1:]);"
        "print(*{name.partition('.')[0] for name in sys.modules}, file=sys.stderr)"
    )
    finished = subprocess.run(
        [sys.executable, "-c", code, *map(str, words)],
        env=_environment(),
        capture_output=True,
        check=True,
    )
    return set(finished.stderr.decode().splitlines()[-1].split())


def _environment() -> dict[str, str]:
    """The one of this test. Python's own variables would change what streams do."""
    theirs = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    return {**theirs, "PYTHONPATH": str(ROOT)}


def _text(said: bytes | None, encoding: str) -> str:
    return "" if said is None else said.decode(encoding).replace(os.linesep, "\n")
