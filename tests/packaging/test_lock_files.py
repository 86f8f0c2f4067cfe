from __future__ import annotations

import re
import shutil
from pathlib import Path

import lock_files
import pytest

ENTRY = re.compile(r"^(?P<name>[a-z0-9-]+)==(?P<version>[^\s;\\]+)", re.MULTILINE)
HASH = re.compile(r"^ +--hash=sha256:[0-9a-f]{64}( \\)?$")
BOTH = pytest.mark.parametrize(
    "lock", [lock_files.RUNTIME, lock_files.DEVELOPMENT], ids=lambda lock: lock.name
)


def versions(lock: Path) -> set[tuple[str, str]]:
    """Names and versions; a package may have several, each for other systems."""
    return {(match["name"], match["version"]) for match in ENTRY.finditer(lock.read_text(encoding="utf-8"))}


def test_that_the_locks_fit_the_dependencies_of_today() -> None:
    assert lock_files.stale() == []


def test_that_another_dependency_makes_them_stale(checkout: Path, tmp_path: Path) -> None:
    today = (checkout / "pyproject.toml").read_text(encoding="utf-8")
    changed = tmp_path / "pyproject.toml"
    changed.write_text(today.replace('"requests>=2.32"', '"requests>=2.33"'), encoding="utf-8")
    assert lock_files.stale(changed) == [lock_files.RUNTIME, lock_files.DEVELOPMENT]


def test_that_settings_of_tools_do_not_make_them_stale(checkout: Path, tmp_path: Path) -> None:
    changed = tmp_path / "pyproject.toml"
    shutil.copy(checkout / "pyproject.toml", changed)
    with changed.open("a", encoding="utf-8") as file:
        file.write("\n[tool.something]\nkey = 1\n")
    assert lock_files.stale(changed) == []


def test_that_a_missing_lock_has_no_fingerprint(tmp_path: Path) -> None:
    assert lock_files.recorded_fingerprint(tmp_path / "requirements.txt") is None


@BOTH
def test_that_every_locked_package_has_hashes(lock: Path) -> None:
    entries = re.split(r"\n(?=[a-z0-9-]+==)", lock.read_text(encoding="utf-8"))[1:]
    assert len(entries) == len(versions(lock)) > 10
    for entry in entries:
        assert any(HASH.match(line) for line in entry.splitlines()[1:]), entry


@BOTH
def test_that_a_lock_names_no_host_and_no_folder_of_its_maker(lock: Path) -> None:
    text = lock.read_text(encoding="utf-8")
    assert not re.search(r"://|--(extra-)?index|--find-links|--trusted| @ |(^|\s)/\w", text)


def test_that_the_development_lock_contains_the_runtime_lock() -> None:
    runtime, development = versions(lock_files.RUNTIME), versions(lock_files.DEVELOPMENT)
    assert runtime <= development
    assert "pytest" in dict(development)
    assert "pytest" not in dict(runtime)


def test_that_the_qt_that_destroys_old_pythons_is_not_locked() -> None:
    locked = tuple(int(part) for part in dict(versions(lock_files.RUNTIME))["pyside6-essentials"].split("."))
    assert (6, 11, 3) <= locked < (6, 12)
