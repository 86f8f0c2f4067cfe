"""That a package made of the bundle can ask for every library that the bundle needs and does not have."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import linux_package
import pytest
import system_libraries

pytestmark = pytest.mark.only_on("linux")

OF_GLIBC = re.compile(r"(ld-linux.*|lib(c|dl|m|pthread|resolv|rt))\.so\.\d+")
OF_THE_COMPILER = {"libgcc_s.so.1": "libgcc-s1", "libstdc++.so.6": "libstdc++6"}
OF_WAYLAND = {"libwayland-client.so.0", "libwayland-cursor.so.0", "libwayland-egl.so.1"}
"""Without them Qt takes X11."""


def needed_from_outside(bundle: Path) -> set[str]:
    files = [path for path in bundle.rglob("*") if path.is_file() and not path.is_symlink()]
    programs = [path for path in files if path.read_bytes()[:4] == b"\x7fELF"]
    command: list[str | Path] = ["objdump", "--private-headers", *programs]
    headers = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    inside = {path.name for path in bundle.rglob("*.so*")}
    return set(re.findall(r"^\s+NEEDED\s+(\S+)$", headers, re.MULTILINE)) - inside


def test_that_the_package_asks_for_every_library_from_outside(bundle: Path) -> None:
    known = {need.name: need.package for need in system_libraries.QT_LIBRARIES} | OF_THE_COMPILER
    known |= {need.name: need.package for need in system_libraries.WINDOW_LIBRARIES}
    asked = linux_package.dependencies(bundle)
    from_outside = {name for name in needed_from_outside(bundle) - OF_WAYLAND if not OF_GLIBC.fullmatch(name)}
    assert from_outside >= {"libX11.so.6", "libstdc++.so.6"}
    assert {name: known.get(name) for name in from_outside if known.get(name) not in asked} == {}
