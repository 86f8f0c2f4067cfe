"""The .deb package, made from a small bundle with real files in it."""

from __future__ import annotations

import os
import shutil
import stat
import subprocess
from pathlib import Path

import icons
import linux_package
import pytest

from exogui import __version__
from exogui.identity import APPLICATION_ID

pytestmark = pytest.mark.only_on("linux")

COMMIT = "1790000000"


def output(*command: str | Path) -> str:
    answer = subprocess.run(
        command, capture_output=True, text=True, check=True, env={**os.environ, "TZ": "UTC"}
    )
    return answer.stdout.strip()


def library(name: str) -> Path:
    return next(Path("/").glob(f"usr/lib/*/{name}"))


@pytest.fixture
def bundle(tmp_path: Path) -> Path:
    """A program and a library that the bundle brings itself, with the modes of a careless machine."""
    folder = tmp_path / "bundle"
    (folder / "_internal").mkdir(parents=True)
    (folder / "exogui").write_text("#!/bin/sh\necho started with $#\n", encoding="utf-8")
    (folder / "exogui").chmod(0o770)
    shutil.copy(library("libxcb-cursor.so.0"), folder / "_internal" / "libxcb-cursor.so.0")
    (folder / "_internal" / "libxcb-cursor.so.0").chmod(0o777)
    (folder / "_internal" / "again.so").symlink_to("libxcb-cursor.so.0")
    (folder / "_internal" / "notes.txt").write_text("words", encoding="utf-8")
    (folder / "_internal" / "notes.txt").chmod(0o600)
    return folder


@pytest.fixture
def package(bundle: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", COMMIT)
    return linux_package.build(bundle, tmp_path)


def field(package: Path, name: str) -> str:
    return output("dpkg-deb", "--field", package, name)


@pytest.fixture
def tree(package: Path, tmp_path: Path) -> Path:
    """What the package would lay below /."""
    output("dpkg-deb", "--extract", package, tmp_path / "root")
    return tmp_path / "root"


def test_that_the_package_has_the_version_of_the_program(package: Path) -> None:
    assert field(package, "Version") == __version__
    assert package.name == f"exogui_{__version__}_{field(package, 'Architecture')}.deb"


def test_that_it_asks_for_the_libraries_that_the_bundle_lacks_and_for_no_other(package: Path) -> None:
    asked = {part.split(" ")[0] for part in field(package, "Depends").split(", ")}
    assert {"ca-certificates", "libc6", "libegl1", "libxcb-icccm4", "libstdc++6"} <= asked
    assert "libxcb-cursor0" not in asked


def test_that_it_asks_for_the_glibc_it_was_linked_against(bundle: Path) -> None:
    (bundle / "_internal" / "new.so").write_bytes(b"\x7fELF...\0GLIBC_2.4\0GLIBC_2.137\0GLIBC_2.9\0")
    (bundle / "_internal" / "text").write_bytes(b"no program: GLIBC_2.999\0")
    assert "libc6 (>= 2.137)" in linux_package.dependencies(bundle)


def test_that_the_program_is_on_the_path_and_on_the_menu(tree: Path) -> None:
    assert output(tree / "usr/bin/exogui", "a b") == "started with 1"
    share = tree / "usr" / "share"
    assert (share / "applications" / f"{APPLICATION_ID}.desktop").is_file()
    assert (share / "metainfo" / f"{APPLICATION_ID}.metainfo.xml").is_file()
    assert len(list(share.rglob(f"{APPLICATION_ID}.png"))) == len(icons.HICOLOR_SIZES)
    assert "exogui contributors" in (share / "doc" / "exogui" / "copyright").read_text(encoding="utf-8")


def test_that_everybody_may_run_it_and_nobody_change_it(tree: Path) -> None:
    modes = {
        path.relative_to(tree / "usr/lib/exogui").as_posix(): stat.S_IMODE(path.lstat().st_mode)
        for path in (tree / "usr/lib/exogui").rglob("*")
    }
    assert modes.pop("_internal/again.so") == 0o777  # of a symbolic link, which has no mode
    assert modes == {
        "exogui": 0o755,
        "_internal": 0o755,
        "_internal/libxcb-cursor.so.0": 0o644,
        "_internal/notes.txt": 0o644,
    }
    assert (tree / "usr/lib/exogui/_internal/again.so").readlink() == Path("libxcb-cursor.so.0")


def test_that_everything_belongs_to_root_and_is_as_old_as_the_commit(package: Path) -> None:
    lines = output("dpkg-deb", "--contents", package).splitlines()
    assert len(lines) > 10
    assert {line.split()[1] for line in lines} == {"root/root"}
    assert {" ".join(line.split()[3:5]) for line in lines} == {"2026-09-21 14:13"}


def test_that_the_same_bundle_gives_the_same_bytes(bundle: Path, package: Path, tmp_path: Path) -> None:
    copy = shutil.copytree(bundle, tmp_path / "elsewhere" / "another-name", symlinks=True)
    for path in copy.rglob("*"):
        os.utime(path, (1, 1), follow_symlinks=False)
    again = linux_package.build(copy, tmp_path / "elsewhere")
    assert again.read_bytes() == package.read_bytes()


def test_that_without_a_date_the_commit_gives_it(
    checkout: Path, bundle: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    committed = output("git", "-C", checkout, "log", "-1", "--format=%cd", "--date=format-local:%F %H:%M")
    lines = output("dpkg-deb", "--contents", linux_package.build(bundle, tmp_path)).splitlines()
    assert {" ".join(line.split()[3:5]) for line in lines} == {committed}
