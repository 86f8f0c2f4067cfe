"""The report: for a person, for programs, and where there is no terminal."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from exogui import __version__
from exogui.__main__ import main
from exogui.self_check.command import report_lines
from exogui.self_check.installation import this_installation
from exogui.self_check.part import Finding
from exogui.self_check.parts import PARTS
from tests.secret_service import SecretService

ROOT = Path(__file__).resolve().parents[2]


def kept_in(home: Path) -> set[str]:
    """The files of this person, without those of the keychain's daemon."""
    files = (path.relative_to(home).as_posix() for path in home.rglob("*") if path.is_file())
    return {name for name in files if "keyring" not in name}


@pytest.mark.only_on("linux")
def test_that_everything_works_and_nothing_is_changed(
    secret_service: SecretService, private_home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = kept_in(private_home)
    status = main(["--self-check", "--json"])
    report = json.loads(capsys.readouterr().out)
    assert {part["name"]: part["found"] for part in report["parts"] if not part["ok"]} == {}
    assert (status, report["ok"]) == (0, True)
    assert [part["name"] for part in report["parts"]] == list(PARTS)
    assert all(part["found"] and part["seconds"] >= 0 for part in report["parts"])
    assert kept_in(private_home) == before


def test_that_the_report_says_which_exogui_it_is_and_where(private_home: Path) -> None:
    here = this_installation()
    assert (here.version, here.frozen, here.folder) == (__version__, False, str(ROOT))
    assert here.qt
    for folder in (here.settings_folder, here.data_folder, here.log_folder):
        assert Path(folder).is_relative_to(private_home)


def test_that_a_person_gets_a_line_for_each_part_and_the_sum() -> None:
    findings = [Finding("qt", True, "Qt 6", 0.25), Finding("keychain", False, "It is locked.", 12.0)]
    *_, first, second, last = report_lines(this_installation(), findings)
    assert first == "ok      qt         0.25 s  Qt 6"
    assert second == "FAILED  keychain  12.00 s  It is locked."
    assert last == "1 of 2 parts does not work: keychain."


def test_that_where_all_works_the_last_line_says_so() -> None:
    *_, last = report_lines(this_installation(), [Finding("qt", True, "Qt 6", 0.25)] * 2)
    assert last == "All 2 parts work."


def test_that_the_page_for_it_explains_every_part() -> None:
    page = (ROOT / "packaging" / "IT.md").read_text(encoding="utf-8")
    table = page.partition("## Self-check")[2].partition("## ")[0]
    assert [name for name in PARTS if f"`{name}`" not in table] == []


_WITHOUT_STREAMS = """
import sys
from exogui.__main__ import main
from exogui.self_check import command
from exogui.self_check.parts import PARTS, PartGroup
command.GROUPS = (PartGroup((PARTS["log"], PARTS["locks"])),)
sys.stdin = sys.stdout = sys.stderr = None
sys.exit(main(sys.argv[1:]))
"""


@pytest.mark.parametrize("as_json", [True, False])
def test_that_a_program_without_a_terminal_writes_its_report_to_a_file(tmp_path: Path, as_json: bool) -> None:
    output = tmp_path / "report"
    words = ["--self-check", "--output", str(output), *["--json"] * as_json]
    command = [sys.executable, "-c", _WITHOUT_STREAMS, *words]
    ended = subprocess.run(command, cwd=ROOT, check=False, timeout=60)
    assert ended.returncode == 0
    text = output.read_text(encoding="utf-8")
    if as_json:
        assert [part["name"] for part in json.loads(text)["parts"]] == ["log", "locks"]
    else:
        assert text.endswith("All 2 parts work.\n")


def test_that_a_report_that_cannot_be_written_is_a_failure(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    from exogui.self_check import command
    from exogui.self_check.parts import PartGroup

    monkeypatch.setattr(command, "GROUPS", (PartGroup((PARTS["locks"],)),))
    assert main(["--self-check", "--output", str(tmp_path / "nowhere" / "report")]) == 1
    assert "could not be written" in capsys.readouterr().err


@pytest.mark.only_on("linux", "darwin")
def test_that_an_interrupt_ends_it_and_every_process_of_it(secret_service: SecretService) -> None:
    secret_service.freeze_daemon()
    process = subprocess.Popen(
        [sys.executable, "-m", "exogui", "--self-check"],
        cwd=ROOT,
        stderr=subprocess.PIPE,
        start_new_session=True,
    )
    assert process.stderr
    assert process.stderr.readline().startswith(b"Trying every part")
    process.send_signal(signal.SIGINT)
    assert process.stderr.readline() == b"Stopped.\n"
    assert process.wait(timeout=60) == 130
    process.stderr.close()
    with pytest.raises(ProcessLookupError):  # none of its session is left
        os.killpg(process.pid, 0)


def test_that_without_room_for_a_temporary_file_it_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "nowhere"))
    assert main(["--self-check"]) == 1
    assert "no temporary file can be made" in capsys.readouterr().err


@pytest.mark.parametrize("words", [["--what"], ["--out", "x"], ["contacts.csv"]])
def test_that_other_words_after_it_are_refused(words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["--self-check", *words])
    assert ended.value.code == 2
    assert "exogui --self-check: error: " in capsys.readouterr().err


def test_that_a_folder_in_any_script_can_be_told_under_every_code_page(tmp_path: Path) -> None:
    home = tmp_path / "संपर्क"
    home.mkdir()
    environment = {**os.environ, "PYTHONIOENCODING": "cp1252", "HOME": str(home), "LOCALAPPDATA": str(home)}
    for variable in ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME"):
        environment[variable] = str(home)
    code = _WITHOUT_STREAMS.replace("sys.stdin = sys.stdout = sys.stderr = None\n", "")
    command = [sys.executable, "-c", code, "--self-check"]
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, check=False, timeout=60)
    assert done.returncode == 0, done.stderr
    assert rb"\u0938\u0902" in done.stdout
