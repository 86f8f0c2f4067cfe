from __future__ import annotations

import hashlib
import os
import subprocess
import zipfile
from pathlib import Path

import pytest
from virtual_environment import SetUpError, VirtualEnvironment, clean_environment

WHEEL = "tiny_thing-1.0-py3-none-any.whl"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a space in its name, a wheel, and two locks that ask for it."""
    folder = tmp_path_factory.mktemp("check out")
    info = "tiny_thing-1.0.dist-info"
    with zipfile.ZipFile(folder / WHEEL, "w") as wheel:
        wheel.writestr("tiny_thing.py", "ANSWER = 42\n")
        wheel.writestr(f"{info}/METADATA", "Metadata-Version: 2.1\nName: tiny-thing\nVersion: 1.0\n")
        wheel.writestr(f"{info}/WHEEL", "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n")
        wheel.writestr(f"{info}/RECORD", f"tiny_thing.py,,\n{info}/METADATA,,\n{info}/WHEEL,,\n")
    digest = hashlib.sha256((folder / WHEEL).read_bytes()).hexdigest()
    (folder / "run.txt").write_text(f"./{WHEEL} --hash=sha256:{digest}\n", encoding="utf-8")
    (folder / "dev.txt").write_text(f"# more\n./{WHEEL} --hash=sha256:{digest}\n", encoding="utf-8")
    (folder / "forged.txt").write_text(f"./{WHEEL} --hash=sha256:{'0' * 64}\n", encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def finished(folder: Path) -> VirtualEnvironment:
    """An environment that was made from run.txt, in spite of a caller who points elsewhere."""
    venv = VirtualEnvironment(folder / ".venv")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PYTHONPATH", str(folder / "nowhere"))
        patch.setenv("VIRTUAL_ENV", str(folder / "nowhere"))
        patch.setenv("PIP_TARGET", str(folder / "nowhere"))
        venv.provide(folder / "run.txt", say=lambda _line: None)
    return venv


@pytest.fixture
def venv(finished: VirtualEnvironment) -> VirtualEnvironment:
    """The same, mended after a test that spoiled it."""
    provide(finished, "run.txt")
    return finished


def answer_of(venv: VirtualEnvironment) -> str:
    command = [str(venv.python), "-c", "import tiny_thing; print(tiny_thing.ANSWER)"]
    output = subprocess.run(
        command, text=True, env=clean_environment(), stdout=subprocess.PIPE, check=True
    ).stdout
    return output.strip()


def provide(venv: VirtualEnvironment, *locks: str) -> list[str]:
    said: list[str] = []
    venv.provide(*(venv.folder.parent / lock for lock in locks), say=said.append)
    return said


def test_that_the_locked_packages_are_installed(venv: VirtualEnvironment) -> None:
    assert answer_of(venv) == "42"


def test_that_the_second_time_nothing_is_done(venv: VirtualEnvironment) -> None:
    before = {
        path: path.stat().st_mtime_ns for path in venv.folder.rglob("*") if "__pycache__" not in path.parts
    }
    assert provide(venv, "run.txt") == []
    after = {
        path: path.stat().st_mtime_ns for path in venv.folder.rglob("*") if "__pycache__" not in path.parts
    }
    assert after == before


def test_that_a_larger_lock_installed_before_is_enough(venv: VirtualEnvironment) -> None:
    provide(venv, "dev.txt")
    assert provide(venv, "run.txt", "dev.txt") == []
    assert provide(venv, "dev.txt") == []


def test_that_a_changed_lock_is_installed_into_what_is_there(venv: VirtualEnvironment) -> None:
    provide(venv, "run.txt")
    kept = venv.folder / "kept"
    kept.touch()
    assert provide(venv, "dev.txt") == ["Installing the packages of dev.txt"]
    assert kept.exists()


def test_that_an_environment_without_a_stamp_is_filled_and_not_removed(venv: VirtualEnvironment) -> None:
    (venv.folder / "installed.json").unlink()
    kept = venv.folder / "made by hand"
    kept.touch()
    provide(venv, "run.txt")
    assert kept.exists()
    assert provide(venv, "run.txt") == []


def test_that_a_half_made_environment_is_made_anew(venv: VirtualEnvironment) -> None:
    leftover = venv.folder / "leftover"
    leftover.touch()
    (venv.folder / "half-made").touch()
    assert len(provide(venv, "run.txt")) == 3
    assert not leftover.exists()
    assert answer_of(venv) == "42"


@pytest.mark.only_on("linux", "darwin")
def test_that_a_python_too_old_is_replaced(venv: VirtualEnvironment) -> None:
    venv.python.unlink()
    venv.python.write_text("#!/bin/sh\necho 3.10.14\n", encoding="utf-8")
    venv.python.chmod(0o755)
    provide(venv, "run.txt")
    assert answer_of(venv) == "42"


def test_that_a_forged_package_is_refused_and_leaves_the_environment_half_made(
    venv: VirtualEnvironment, capfd: pytest.CaptureFixture[str]
) -> None:
    subprocess.check_call([venv.python, "-m", "pip", "uninstall", "--quiet", "--yes", "tiny-thing"])
    with pytest.raises(SetUpError):
        provide(venv, "forged.txt")
    assert "DO NOT MATCH THE HASHES" in capfd.readouterr().err
    assert (venv.folder / "half-made").exists()


def test_that_children_keep_the_settings_of_pip_and_lose_the_callers_python() -> None:
    caller = {
        "PATH": os.defpath,
        "PIP_INDEX_URL": "x",
        "PYTHONPATH": "x",
        "VIRTUAL_ENV": "x",
        "PIP_USER": "1",
    }
    assert clean_environment(caller) == {"PATH": os.defpath, "PIP_INDEX_URL": "x"}
