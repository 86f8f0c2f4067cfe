"""That the trial of an installer sees what is wrong, with programs that behave as they are told."""

from __future__ import annotations

import shutil
from pathlib import Path

import installation_trial
import pytest
from installation_trial import TrialError

from exogui import __version__

pytestmark = pytest.mark.only_on("linux", "darwin")

PROGRAM = """\
#!/bin/sh
case "$1" in
  --version) echo "exogui {version}" ;;
  --self-check)
    echo '{{"settings_folder": "{home}/kept", "data_folder": "{home}/kept", "log_folder": "{home}/kept/log"}}'
    exit {self_check} ;;
  upload) mkdir -p "{home}/kept"; echo sent >> "{home}/kept/record"; exit 1 ;;
  remove-data) {remove} ;;
  history)
    {history}
    echo '{{"jobs": ['; sed 's/.*/{{"job_id": "one"}}/' "{home}/kept/record"; echo ']}}' ;;
esac
"""


class FolderInstaller:
    """Installs by copying a file, and leaves behind what it is told to."""

    def __init__(self, folder: Path, *, forgets: bool = False) -> None:
        self.program = folder / "exogui"
        self._forgets = forgets
        folder.mkdir()

    def install(self, file: Path) -> None:
        shutil.copy(file, self.program)

    def uninstall(self) -> None:
        if not self._forgets:
            self.program.unlink()

    def left_over(self) -> list[Path]:
        return [self.program] if self.program.exists() else []


@pytest.fixture
def installer(tmp_path: Path) -> FolderInstaller:
    return FolderInstaller(tmp_path / "installed")


def program(
    home: Path,
    name: str,
    *,
    version: str = __version__,
    self_check: int = 0,
    history: str = ":",
    remove: str = 'rm -r "$(dirname "$0")/../kept"',
) -> Path:
    file = home / name
    text = PROGRAM.format(version=version, self_check=self_check, history=history, remove=remove, home=home)
    file.write_text(text, encoding="utf-8")
    file.chmod(0o755)
    return file


def test_that_an_installer_that_does_all_well_passes(installer: FolderInstaller, tmp_path: Path) -> None:
    old = program(tmp_path, "old", version="0.0.1")
    installation_trial.try_out(installer, old, program(tmp_path, "new"))


def test_that_data_that_stays_is_seen(installer: FolderInstaller, tmp_path: Path) -> None:
    new = program(tmp_path, "new", remove=":")
    with pytest.raises(TrialError, match="still there"):
        installation_trial.try_out(installer, program(tmp_path, "old"), new)


def test_that_nothing_is_touched_where_exogui_is_installed(
    installer: FolderInstaller, tmp_path: Path
) -> None:
    installer.program.touch()
    with pytest.raises(TrialError, match="here already"):
        installation_trial.try_out(installer, program(tmp_path, "old"), program(tmp_path, "new"))
    assert installer.program.read_bytes() == b""


def test_that_an_upgrade_that_changes_nothing_is_seen(installer: FolderInstaller, tmp_path: Path) -> None:
    new = program(tmp_path, "new", version="0.0.1")
    with pytest.raises(TrialError, match="did not bring"):
        installation_trial.try_out(installer, program(tmp_path, "old"), new)


def test_that_an_upgrade_that_loses_the_record_is_seen(installer: FolderInstaller, tmp_path: Path) -> None:
    new = program(tmp_path, "new", history=f'printf "" > "{tmp_path}/kept/record"')
    with pytest.raises(TrialError, match="lost the record"):
        installation_trial.try_out(installer, program(tmp_path, "old"), new)


def test_that_what_is_left_behind_is_named(tmp_path: Path) -> None:
    installer = FolderInstaller(tmp_path / "installed", forgets=True)
    with pytest.raises(TrialError, match=f"Left behind: .*{installer.program}"):
        installation_trial.try_out(installer, program(tmp_path, "old"), program(tmp_path, "new"))


def test_that_a_failed_self_check_ends_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    installer = FolderInstaller(tmp_path / "installed")
    monkeypatch.setitem(installation_trial.KINDS, ".sh", lambda: installer)
    old, new = program(tmp_path, "old.sh"), program(tmp_path, "new.sh", self_check=3)
    assert installation_trial.main([str(old), str(new)]) == 1
    assert "does not work" in capsys.readouterr().err
