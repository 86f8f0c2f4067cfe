"""What macOS is told about exogui.app."""

from __future__ import annotations

import plistlib
import re
from pathlib import Path

import macos_bundle
import pytest

from exogui import __version__
from exogui.identity import APPLICATION_ID
from exogui.messages import window
from tests.packaging.crafted_mach_o import thin_part


def test_that_the_info_plist_can_be_written_and_names_the_program() -> None:
    written = plistlib.loads(plistlib.dumps(macos_bundle.info_plist()))
    assert written["CFBundleIdentifier"] == APPLICATION_ID
    assert written["CFBundleShortVersionString"] == written["CFBundleVersion"] == __version__
    assert written["NSHumanReadableCopyright"] == "Copyright (c) 2026 exogui contributors"
    assert written["NSHighResolutionCapable"] is True


def test_that_every_kind_of_file_is_offered_but_taken_from_nobody() -> None:
    opened = set(re.findall(r"\*\.(\w+)", window.FILE_FILTER.source))
    assert {*macos_bundle.TABLES, *macos_bundle.WORKBOOKS} == opened - {"txt"}
    types = macos_bundle.info_plist()["CFBundleDocumentTypes"]
    offered = [name for entry in types for name in entry["LSItemContentTypes"]]
    assert sorted(offered) == sorted([*macos_bundle.TABLES.values(), *macos_bundle.WORKBOOKS.values()])
    assert {(entry["CFBundleTypeRole"], entry["LSHandlerRank"]) for entry in types} == {
        ("Viewer", "Alternate")
    }


@pytest.mark.only_on("linux", "darwin")  # for the link, which not everybody may make on Windows
def test_that_a_library_for_a_newer_system_than_promised_is_found(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    major, minor = macos_bundle.OLDEST_SYSTEM
    assert macos_bundle.info_plist()["LSMinimumSystemVersion"] == f"{major}.{minor}"
    (tmp_path / "old.dylib").write_bytes(thin_part((major, minor)))
    (tmp_path / "text").write_bytes(b"text")
    assert macos_bundle.main([str(tmp_path)]) == 0
    (tmp_path / "new.dylib").write_bytes(thin_part((major, minor + 1)))
    (tmp_path / "link.dylib").symlink_to("new.dylib")
    assert macos_bundle.main([str(tmp_path)]) == 1
    assert capsys.readouterr().out == f"{tmp_path / 'new.dylib'} is for macOS {major}.{minor + 1} and newer\n"
