"""Trying parts: the process that does it, and the one that watches over it.

The parts of a group are tried in a child, which writes down each finding as it comes. Where it dies or hangs,
that is what was found of the part it was trying, and another child goes on with the next one.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import asdict
from pathlib import Path

from exogui.messages import self_check as texts
from exogui.messages.catalogue import plain as say
from exogui.self_check.options import TRY_PARTS
from exogui.self_check.part import Finding, Part, PartFailed
from exogui.self_check.parts import PARTS, PartGroup

_PAUSE_SECONDS = 0.02
_TEMPORARY_VARIABLES = ("TMPDIR", "TEMP", "TMP")
"""Where Python and the systems look for a folder for temporary files."""


def try_groups(
    groups: Sequence[PartGroup], scratch: Path, stopped: Callable[[], bool] = lambda: False
) -> list[Finding]:
    """What was found of each part, in their order, until ``stopped``.

    All groups are tried at once; ``scratch`` is a folder.
    """
    watched = [_WatchedGroup(group, scratch / str(number)) for number, group in enumerate(groups)]
    try:
        going_on = watched
        while going_on and not stopped():
            time.sleep(_PAUSE_SECONDS)
            going_on = [each for each in going_on if each.goes_on()]
    finally:
        for each in watched:
            each.stop()
    return [finding for each in watched for finding in each.findings]


def try_parts(names: Sequence[str], report: Path) -> int:
    """Try the parts with these names, in a child. Returns its exit status."""
    with report.open("a", encoding="ascii") as file:
        for name in names:
            finding = try_part(PARTS[name])
            file.write(json.dumps(asdict(finding)) + "\n")
            file.flush()
    return 0


def try_part(part: Part) -> Finding:
    """What comes of trying a part, in this process."""
    began = time.monotonic()
    ok = False
    try:
        found, ok = part.attempt(), True
    except PartFailed as failure:
        found = str(failure)
    except Exception as error:  # noqa: BLE001 - whatever a broken part does is what was found
        found = say(texts.UNFORESEEN, kind=type(error).__name__, words=" ".join(str(error).split()))
    return Finding(part.name, ok, found, round(time.monotonic() - began, 3))


class _WatchedGroup:
    """The parts of a group, in one child after another until all of them were tried."""

    def __init__(self, group: PartGroup, scratch: Path) -> None:
        self.findings: list[Finding] = []
        self._waiting = [part.name for part in group.parts]
        self._seconds = group.seconds
        self._report = scratch.with_suffix(".jsonl")
        self._said = scratch.with_suffix(".txt")
        self._temporary = scratch
        self._child: subprocess.Popen[bytes] | None = None
        self._began = 0.0

    def goes_on(self) -> bool:
        """Look how far it is; whether there is anything left to try."""
        if self._child is None:
            if self._waiting:
                self._start()
            return bool(self._waiting)
        status = self._child.poll()  # asked first: what it wrote before its end is read below
        self._take_findings()
        if status is not None:
            self._child = None
            if self._waiting:
                self._fail(say(texts.DIED, status=str(status), words=self._last_words()))
        elif self._waiting and time.monotonic() - self._began > self._seconds:
            self.stop()
            self._fail(say(texts.NO_ANSWER, seconds=f"{self._seconds:g}"))
        elif not self._waiting and time.monotonic() - self._began > self._seconds:
            self.stop()  # all was tried, and only its end hangs
        return bool(self._waiting) or self._child is not None

    def stop(self) -> None:
        """End the child, if there is one."""
        if self._child is not None:
            self._child.kill()
            self._child.wait()
            self._child = None

    def _start(self) -> None:
        self._report.unlink(missing_ok=True)
        self._temporary.mkdir(exist_ok=True)
        self._began = time.monotonic()
        command = [*_this_program(), TRY_PARTS, *self._waiting, str(self._report)]
        try:
            with self._said.open("wb") as said:
                self._child = subprocess.Popen(  # noqa: S603 - this very program
                    command,
                    stdin=subprocess.DEVNULL,
                    stdout=subprocess.DEVNULL,
                    stderr=said,
                    env=_environment(self._temporary),
                )
        except OSError as error:
            self._fail(say(texts.NOT_BEGUN, words=error.strerror or str(error)))

    def _take_findings(self) -> None:
        """What the child has written down since it was last looked at, in whole lines."""
        if not self._report.exists():
            return
        lines = self._report.read_text(encoding="ascii").splitlines(keepends=True)
        findings = [Finding(**json.loads(line)) for line in lines if line.endswith("\n")]
        for finding in findings:
            if self._waiting and finding.name == self._waiting[0]:
                self._waiting.pop(0)
                self.findings.append(finding)
                self._began = time.monotonic()

    def _fail(self, words: str) -> None:
        """What kept the part from being tried is what was found of it."""
        spent = round(time.monotonic() - self._began, 3)
        self.findings.append(Finding(self._waiting.pop(0), ok=False, found=words, seconds=spent))

    def _last_words(self) -> str:
        """The last line that the child wrote to its standard error."""
        lines = self._said.read_text(encoding="utf-8", errors="replace").split("\n")
        return next((line.strip() for line in reversed(lines) if line.strip()), "")


def _this_program() -> list[str]:
    if getattr(sys, "frozen", False):
        return [sys.executable]
    return [sys.executable, "-m", "exogui"]


def _environment(temporary: Path) -> dict[str, str]:
    """The one of this process, in which a child finds the same exogui wherever it is started.

    What it leaves behind when it is ended lies in ``temporary``.
    """
    environment = {**os.environ, **dict.fromkeys(_TEMPORARY_VARIABLES, str(temporary))}
    if getattr(sys, "frozen", False):
        return environment
    checkout = str(Path(__file__).resolve().parents[2])
    paths = [checkout, *os.environ.get("PYTHONPATH", "").split(os.pathsep)]
    return {**environment, "PYTHONPATH": os.pathsep.join(path for path in paths if path)}
