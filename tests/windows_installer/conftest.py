"""Installers tried on Windows, or on Linux with the command that runs a Windows program there:

    python -m pytest tests/windows_installer --try-installers ""
    python -m pytest tests/windows_installer --try-installers wine --bundle dist/exogui

Not part of `dev.py test`: they install programs on the machine they run on, unless exogui is there.
"""

from __future__ import annotations

import shlex
import shutil
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import windows_installers

from tests.windows_installer.windows import Place, Windows

STAND_IN = Path(__file__).parent / "stand_in.nsi"
Build = Callable[..., Path]


def pytest_ignore_collect(collection_path: Path, config: pytest.Config) -> bool | None:
    """exogui itself is tried where it is given."""
    of_a_bundle = collection_path.name == "test_built_program.py"
    return True if of_a_bundle and config.getoption("bundle") is None else None


@pytest.fixture(scope="session")
def windows(pytestconfig: pytest.Config, tmp_path_factory: pytest.TempPathFactory) -> Windows:
    """The Windows of this machine, without exogui."""
    command = shlex.split(pytestconfig.getoption("try_installers"))
    found = Windows(command, tmp_path_factory.mktemp("windows"))
    assert not (found.programs / "exogui").exists(), "exogui is installed on this machine"
    return found


@pytest.fixture(scope="session")
def stand_ins(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A bundle whose programs only write down how they were called."""
    bundle = tmp_path_factory.mktemp("bundle")
    compiler = windows_installers.makensis()
    target = f"-DTARGET={windows_installers.target(compiler)}"
    for name in ("exogui.exe", "exogui-cli.exe"):
        command = [compiler, "-V1", target, f"-DPROGRAM={bundle / name}", str(STAND_IN)]
        subprocess.run(command, check=True)
    (bundle / "_internal" / "plugins").mkdir(parents=True)
    (bundle / "_internal" / "plugins" / "look.dll").write_bytes(b"look" * 1000)
    (bundle / "_internal" / "name with ä $PROFILE.txt").write_bytes(b"x")
    return bundle


@pytest.fixture(scope="session")
def setup(stand_ins: Path, tmp_path_factory: pytest.TempPathFactory) -> Build:
    """Makes the setup program of a version, with more files if there are any."""
    made: dict[tuple[str, ...], Path] = {}

    def make(version: str, *more: str) -> Path:
        if (version, *more) not in made:
            folder = tmp_path_factory.mktemp("setup")
            bundle = shutil.copytree(stand_ins, folder / "bundle")
            (bundle / "version.txt").write_text(version, encoding="ascii")
            for name in more:
                (bundle / name).parent.mkdir(parents=True, exist_ok=True)
                (bundle / name).write_text(version, encoding="ascii")
            made[version, *more] = windows_installers.make_setup(bundle, folder, version)
        return made[version, *more]

    return make


@pytest.fixture
def before(windows: Windows) -> Iterator[Place]:
    """How it was before the test; afterwards nothing of exogui is left, whatever happened."""
    yield windows.place()
    for folder in (windows.programs / "exogui", windows.path("%PROGRAMFILES%") / "exogui"):
        assert folder.is_absolute()
        for blocker in ("stay.txt", "fail.txt"):
            (folder / blocker).unlink(missing_ok=True)
        if (folder / "uninstall.exe").exists():
            windows.uninstall(folder, "/S")
        shutil.rmtree(folder, ignore_errors=True)
