from __future__ import annotations

from pathlib import Path

import pytest
import system_libraries
from system_libraries import Need

LIBRARIES = (Need("libEGL.so.1", "libegl1"), Need("libxcb.so.1", "libxcb1"))
PROGRAM = Need("Xvfb", "xvfb")


def test_that_what_is_present_is_not_missing() -> None:
    assert system_libraries.missing(LIBRARIES, lambda need: need.package == "libegl1") == (LIBRARIES[1],)


@pytest.mark.only_on("linux")
def test_that_the_linker_is_asked_for_libraries() -> None:
    assert system_libraries.is_present(Need("libc.so.6", "libc6"))
    assert not system_libraries.is_present(Need("libnothing-like-it.so.7", "nothing"))


@pytest.mark.only_on("linux")
def test_that_the_path_is_asked_for_programs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert not system_libraries.is_present(PROGRAM)
    (tmp_path / "Xvfb").touch(mode=0o755)
    assert system_libraries.is_present(PROGRAM)


@pytest.mark.only_on("linux")
def test_that_the_folder_of_fonts_is_looked_through(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    font = Need("Some-Regular.ttf", "fonts-some")
    monkeypatch.setattr(system_libraries, "_FONT_FOLDER", tmp_path)
    assert not system_libraries.is_present(font)
    (tmp_path / "truetype").mkdir()
    (tmp_path / "truetype" / font.name).touch()
    assert system_libraries.is_present(font)


def test_that_each_package_is_asked_for_once() -> None:
    glib = [Need("libglib-2.0.so.0", "libglib2.0-0"), Need("libgthread-2.0.so.0", "libglib2.0-0")]
    assert system_libraries.packages([*glib, PROGRAM]) == ["libglib2.0-0", "xvfb"]


@pytest.mark.parametrize(
    ("installer", "command"),
    [
        ("apt-get", "sudo apt-get install libegl1 libxcb1 xvfb"),
        ("dnf", "sudo dnf install 'libEGL.so.1()(64bit)' 'libxcb.so.1()(64bit)' Xvfb"),
        ("zypper", "sudo zypper install 'libEGL.so.1()(64bit)' 'libxcb.so.1()(64bit)' Xvfb"),
        ("pacman", "install the packages of your system that hold libEGL.so.1, libxcb.so.1, Xvfb"),
    ],
)
def test_that_the_advice_fits_the_system(installer: str, command: str) -> None:
    def which(name: str) -> str | None:
        return f"/usr/bin/{name}" if name == installer else None

    assert system_libraries.advice([*LIBRARIES, PROGRAM], which) == command


@pytest.mark.only_on("linux")
def test_that_without_a_package_manager_the_missing_library_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    said: list[str] = []
    assert not system_libraries.provide([Need("libnothing-like-it.so.7", "nothing")], said.append)
    assert any("libnothing-like-it.so.7" in line for line in said)


@pytest.mark.only_on("linux")
def test_that_root_on_debian_gets_only_what_is_missing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    apt_get = tmp_path / "apt-get"
    apt_get.write_text(f'#!/bin/sh\necho "$@" >> {tmp_path}/calls\n', encoding="utf-8")
    apt_get.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr("os.geteuid", lambda: 0)
    system_libraries.provide([Need("libc.so.6", "libc6"), PROGRAM], lambda _line: None)
    assert (tmp_path / "calls").read_text(encoding="utf-8").splitlines() == [
        "update -qq",
        "install -qq --yes --no-install-recommends xvfb",
    ]


@pytest.mark.only_on("linux")
def test_that_nothing_is_installed_when_nothing_is_missing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    said: list[str] = []
    assert system_libraries.provide([Need("libc.so.6", "libc6")], said.append)
    assert said == []


@pytest.mark.only_on("linux")
@pytest.mark.parametrize(
    ("variable", "shown"), [("DISPLAY", True), ("WAYLAND_DISPLAY", True), ("SSH_TTY", False)]
)
def test_that_a_display_is_x11_or_wayland(
    variable: str, shown: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv(variable, ":7")
    assert system_libraries.has_display() is shown
