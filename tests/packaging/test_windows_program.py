from __future__ import annotations

from pathlib import Path
from xml.etree import ElementTree

import windows_program

from exogui import __version__


def test_that_the_version_resource_has_the_version_of_the_program() -> None:
    numbers = ", ".join(__version__.split("."))
    text = windows_program.version_resource("exogui-cli")
    assert f"filevers=({numbers}, 0)" in text
    assert f"StringStruct('ProductVersion', '{__version__}')" in text
    assert "StringStruct('OriginalFilename', 'exogui-cli.exe')" in text


def test_that_the_manifest_asks_for_no_rights_and_knows_long_paths_and_sharp_screens() -> None:
    manifest = ElementTree.fromstring(windows_program.MANIFEST.encode())
    values = {node.tag.rpartition("}")[2]: node for node in manifest.iter()}
    assert values["requestedExecutionLevel"].get("level") == "asInvoker"
    assert values["longPathAware"].text == "true"
    assert values["dpiAwareness"].text == "PerMonitorV2"


def test_that_pyinstaller_gets_files_that_are_there(tmp_path: Path) -> None:
    options = windows_program.resources("exogui", tmp_path)
    assert Path(options["icon"]).is_file()
    assert Path(options["version"]).is_file()
