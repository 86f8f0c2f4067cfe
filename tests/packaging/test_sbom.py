"""The bill of materials of a release."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import lock_files
import pytest
import sbom
from cyclonedx.schema import SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator

from exogui import __version__


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("sbom") / "exogui.cdx.json"
    assert sbom.main([str(path)]) == 0
    return path


@pytest.fixture(scope="module")
def document(file: Path) -> dict[str, Any]:
    document: dict[str, Any] = json.loads(file.read_text(encoding="utf-8"))
    return document


def test_that_it_is_valid(file: Path, document: dict[str, Any]) -> None:
    version = SchemaVersion.from_version(document["specVersion"])
    assert JsonStrictValidator(version).validate_str(file.read_text(encoding="utf-8")) is None


def test_that_it_is_of_this_version(document: dict[str, Any]) -> None:
    program = document["metadata"]["component"]
    assert (program["name"], program["version"]) == ("exogui", __version__)


def test_that_every_locked_package_is_in_it_with_its_hashes(document: dict[str, Any]) -> None:
    lock = lock_files.RUNTIME.read_text(encoding="utf-8")
    parts = {part["name"]: part for part in document["components"]}
    assert parts.pop("python")["type"] == "platform"
    assert {(name, part["version"]) for name, part in parts.items()} == set(
        re.findall(r"^([\w-]+)==([^\s;\\]+)", lock, re.MULTILINE)
    )
    hashes = [
        entry["content"]
        for part in parts.values()
        for reference in part["externalReferences"]
        for entry in reference["hashes"]
    ]
    assert sorted(hashes) == sorted(re.findall(r"--hash=sha256:(\w{64})", lock))


def test_that_the_same_commit_gives_the_same_bytes(file: Path, tmp_path: Path) -> None:
    sbom.main([str(tmp_path / "again.json")])
    assert (tmp_path / "again.json").read_bytes() == file.read_bytes()
