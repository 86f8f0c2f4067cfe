"""What a release consists of besides installers, and that it is one."""

from __future__ import annotations

import re
import subprocess
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest
import release
from release import ReleaseError

from exogui import __version__
from exogui.identity import APPLICATION_ID
from exogui.updates.latest_release import LatestRelease, read_release
from exogui.updates.version import read_version


def test_that_the_version_of_today_can_be_released() -> None:
    release.check_tag(f"v{__version__}")


@pytest.mark.parametrize("tag", [__version__, f"v{__version__}.1", "v0.0.9", "release"])
def test_that_another_tag_is_refused(tag: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert release.main(["check-tag", tag]) == 1
    assert f"The tag {tag} is not that of version {__version__}" in capsys.readouterr().err


def test_that_a_version_without_an_entry_is_refused() -> None:
    with pytest.raises(ReleaseError, match=r"no dated entry for 99\.0\.0"):
        release.changes("99.0.0")


def test_that_the_notes_are_those_of_the_version(tmp_path: Path) -> None:
    assert release.main(["notes", str(tmp_path / "notes.md")]) == 0
    notes = (tmp_path / "notes.md").read_text(encoding="utf-8")
    assert notes.startswith("- ")
    assert "##" not in notes


def test_that_software_centres_are_told_the_same_versions_and_dates(checkout: Path) -> None:
    readme = (checkout / "README.md").read_text(encoding="utf-8")
    entries = re.findall(r"^### (\S+) \((\d{4}-\d\d-\d\d)\)$", readme, re.MULTILINE)
    metadata = ET.parse(checkout / "packaging" / "linux" / f"{APPLICATION_ID}.metainfo.xml").getroot()
    told = [(entry.get("version"), entry.get("date")) for entry in metadata.findall("releases/release")]
    assert told == entries


def test_that_every_file_has_its_checksum_and_the_list_none(tmp_path: Path) -> None:
    (tmp_path / "b.exe").write_bytes(b"b")
    (tmp_path / "a.deb").write_bytes(b"a")
    assert release.main(["finish", str(tmp_path)]) == 0
    sums = (tmp_path / "SHA256SUMS").read_text(encoding="utf-8")
    assert re.findall(r"^[0-9a-f]{64}  (.+)$", sums, re.MULTILINE) == ["a.deb", "b.exe"]
    release.finish(tmp_path)
    assert (tmp_path / "SHA256SUMS").read_text(encoding="utf-8") == sums


@pytest.mark.only_on("linux")
def test_that_sha256sum_can_check_them(tmp_path: Path) -> None:
    (tmp_path / "a.deb").write_bytes(b"a")
    release.finish(tmp_path)
    command = ["sha256sum", "--check", "--strict", "SHA256SUMS"]
    assert subprocess.run(command, cwd=tmp_path, capture_output=True, check=False).returncode == 0


def test_that_installed_programs_are_told_the_version_and_its_page(tmp_path: Path) -> None:
    address = "https://example.com/exogui/latest.json"
    release.main(["finish", str(tmp_path), address])
    told = read_release((tmp_path / "latest.json").read_bytes(), address)
    assert told == LatestRelease(read_version(__version__), "https://example.com/exogui")
    assert "  latest.json\n" in (tmp_path / "SHA256SUMS").read_text(encoding="utf-8")


def test_that_nothing_is_said_where_nobody_asks(tmp_path: Path) -> None:
    release.main(["finish", str(tmp_path), ""])
    assert [path.name for path in tmp_path.iterdir()] == ["SHA256SUMS"]
