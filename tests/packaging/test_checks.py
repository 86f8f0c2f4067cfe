from __future__ import annotations

import os
import sys
from pathlib import Path

import checks
from checks import Check


def python(code: str) -> list[str | Path]:
    return [sys.executable, "-c", code]


def test_that_a_failure_stops_nothing_and_is_named_at_the_end(tmp_path: Path) -> None:
    said: list[str] = []
    failed = checks.run(
        [
            Check("lint", python("raise SystemExit(3)")),
            Check("tests", python("open('ran', 'w')")),
        ],
        tmp_path,
        os.environ,
        said.append,
    )
    assert failed == ["lint"]
    assert (tmp_path / "ran").exists()
    assert said[1].startswith("lint: FAILED")
    assert said[3].startswith("tests: ok")
    assert said[-1].startswith("1 of 2 checks failed")
    assert said[-1].endswith(": lint")


def test_that_success_is_said_in_the_last_line(tmp_path: Path) -> None:
    said: list[str] = []
    assert checks.run([Check("lint", python(""))], tmp_path, os.environ, said.append) == []
    assert said[-1].startswith("All 1 checks passed")


def test_that_the_suite_runs_every_tool_and_the_tests_last() -> None:
    everything = checks.everything(Path("python"), ["-k", "name"])
    commands = [" ".join(map(str, check.command)) for check in everything]
    for tool in (
        "ruff check",
        "ruff format --check",
        "mypy",
        "lint_imports",
        "translations.py",
        "windows_icon.py",
        "lock_files.py",
    ):
        assert any(tool in command for command in commands[:-1]), tool
    assert commands[-1] == " ".join(["python -m pytest", *checks.ON_EVERY_PROCESSOR, "-k name"])
