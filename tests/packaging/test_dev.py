"""The command line of packaging/dev.py, in a checkout made for the test."""

from __future__ import annotations

import shutil
import subprocess
import sys
import venv
from pathlib import Path

import pytest

RECORD = """
import os, sys
with open(os.environ["RECORD"], "a", encoding="utf-8") as file:
    print(*sys.argv[1:], f"cwd={os.getcwd()}", os.environ.get("QT_QPA_PLATFORM", "-"), sep="|", file=file)
sys.exit(int(os.environ.get("EXIT", "0")))
"""


class Checkout:
    """A checkout whose exogui and screenshots only write down how they were called."""

    def __init__(self, folder: Path, packaging: Path) -> None:
        self.root = folder / "check out"
        self.elsewhere = folder / "elsewhere"
        self.record = folder / "record"
        self.elsewhere.mkdir()
        shutil.copytree(packaging, self.root / "packaging", ignore=shutil.ignore_patterns("__pycache__"))
        (self.root / "exogui").mkdir()
        (self.root / "exogui" / "__main__.py").write_text(RECORD, encoding="utf-8")
        (self.root / "packaging" / "screenshots.py").write_text(RECORD, encoding="utf-8")
        for lock in ("requirements.txt", "requirements-dev.txt"):
            (self.root / "packaging" / lock).write_text("# nothing\n", encoding="utf-8")

    def dev(self, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
        with pytest.MonkeyPatch.context() as patch:
            for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM", "CI"):
                patch.delenv(name, raising=False)
            for name, value in {"RECORD": str(self.record), **environment}.items():
                patch.setenv(name, value)
            command = [sys.executable, str(self.root / "packaging" / "dev.py"), *arguments]
            return subprocess.run(command, cwd=self.elsewhere, capture_output=True, text=True, check=False)

    def calls(self) -> list[list[str]]:
        lines = self.record.read_text(encoding="utf-8").splitlines() if self.record.exists() else []
        return [line.split("|") for line in lines]


@pytest.fixture(scope="module")
def prepared(tmp_path_factory: pytest.TempPathFactory, checkout: Path) -> Checkout:
    made = Checkout(tmp_path_factory.mktemp("dev"), checkout / "packaging")
    venv.create(made.root / ".venv", with_pip=True)
    return made


@pytest.fixture
def copy(prepared: Checkout) -> Checkout:
    prepared.record.unlink(missing_ok=True)
    return prepared


@pytest.mark.only_on("linux")
def test_that_run_without_a_display_uploads_the_sample_and_renders_the_window(copy: Checkout) -> None:
    answer = copy.dev("run")
    assert answer.returncode == 0, answer.stdout + answer.stderr
    sample = copy.root / "resources" / "samples" / "contacts.csv"
    pictures = copy.root / "build" / "screenshots"
    here = f"cwd={copy.elsewhere}"
    assert copy.calls() == [
        ["upload", "--practice", "--only-ready", str(sample), here, "-"],
        [str(pictures), here, "offscreen"],
    ]
    assert str(pictures) in answer.stdout


@pytest.mark.only_on("linux")
def test_that_run_with_a_display_opens_the_window(copy: Checkout) -> None:
    copy.dev("run", "--", "my list.csv", DISPLAY=":7")
    assert copy.calls() == [["--practice", "--new-window", "my list.csv", f"cwd={copy.elsewhere}", "-"]]


@pytest.mark.only_on("linux")
def test_that_refused_rows_are_no_failure_of_run_but_nothing_sent_is(copy: Checkout) -> None:
    copy.dev("run", EXIT="1")
    assert len(copy.calls()) == 2
    assert copy.dev("run", EXIT="2").returncode == 2
    assert len(copy.calls()) == 3


def test_that_a_module_in_the_callers_folder_is_not_taken_for_exogui(copy: Checkout) -> None:
    (copy.elsewhere / "exogui").mkdir()
    (copy.elsewhere / "exogui" / "__main__.py").write_text("raise SystemExit(99)\n", encoding="utf-8")
    assert copy.dev("run", PYTHONPATH=str(copy.elsewhere), DISPLAY=":7").returncode == 0


def test_that_bench_runs_every_benchmark_and_fails_with_one(copy: Checkout) -> None:
    folder = copy.root / "tests" / "benchmarks"
    folder.mkdir(parents=True)
    (folder / "bench_reading.py").write_text(RECORD, encoding="utf-8")
    (folder / "bench_window.py").write_text(RECORD.replace('"0"', '"3"'), encoding="utf-8")
    (folder / "sample_files.py").write_text("raise SystemExit(99)\n", encoding="utf-8")
    assert copy.dev("bench", "--quick").returncode == 3
    assert copy.calls() == [["--quick", f"cwd={copy.elsewhere}", "offscreen"]] * 2
    assert (copy.root / "build" / "bench").is_dir()


def test_that_clean_removes_what_was_made_and_nothing_else(checkout: Path, tmp_path: Path) -> None:
    made = Checkout(tmp_path, checkout / "packaging")
    for folder in (".venv", "build", ".mypy_cache"):
        (made.root / folder).mkdir()
    assert made.dev("clean").returncode == 0
    assert {path.name for path in made.root.iterdir()} == {"packaging", "exogui"}


@pytest.mark.parametrize(("arguments", "status"), [([], 0), (["help"], 0), (["tset"], 2)])
def test_that_the_commands_are_explained(copy: Checkout, arguments: list[str], status: int) -> None:
    answer = copy.dev(*arguments)
    assert answer.returncode == status
    for command in ("run", "test", "generate", "check", "lock", "bench", "libraries", "clean"):
        assert f"dev.py {command}" in answer.stdout


def test_that_a_python_too_old_is_told_what_is_needed(checkout: Path) -> None:
    # The part before the first import is all that an older Python gets to run.
    source = (checkout / "packaging" / "dev.py").read_text(encoding="utf-8")
    start = source.split("import shutil")[0].split("import sys\n", 1)[1]
    pretend = "import sys; sys.version_info = (3, 9, 2)\n"
    answer = subprocess.run(
        [sys.executable, "-c", pretend + start], capture_output=True, text=True, check=False
    )
    assert answer.returncode == 1
    assert "Python 3.11 or newer" in answer.stderr
    assert "3.9" in answer.stderr
