"""The program of commands alone."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from exogui import __version__
from exogui.console import main

ROOT = Path(__file__).resolve().parent.parent
SAMPLE = ROOT / "resources" / "samples" / "contacts.csv"


def test_that_no_command_prints_the_help_and_opens_no_window(capsys: pytest.CaptureFixture[str]) -> None:
    assert main([]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert err.startswith("usage: exogui-cli ")
    assert "history" in err


@pytest.mark.parametrize("words", ["contacts.csv", "--practice", "contacts.csv --practice"])
def test_that_words_for_the_window_are_refused(words: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(words.split())
    assert ended.value.code == 2
    assert "exogui-cli: error: " in capsys.readouterr().err


def test_that_it_does_what_the_other_program_does(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", str(SAMPLE)]) == 1
    assert "contacts.csv" in capsys.readouterr().out


def test_that_it_tells_its_version(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["--version"])
    assert (ended.value.code, capsys.readouterr().out) == (0, f"exogui {__version__}\n")


@pytest.mark.parametrize("words", [[], ["check", str(SAMPLE)]], ids=["no_command", "check"])
def test_that_it_loads_no_qt(words: list[str]) -> None:
    code = (
        "import sys; from exogui.console import main; status = main(sys.argv[1:]);"
        "sys.exit('Qt' if any(name.startswith('PySide6') for name in sys.modules) else status)"
    )
    command = [sys.executable, "-c", code, *words]
    ended = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False, timeout=60)
    assert not ended.stderr.endswith("Qt\n")
    assert ended.returncode == (1 if words else 2)
