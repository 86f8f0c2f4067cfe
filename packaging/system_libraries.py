"""What exogui needs from a Linux system, what of it is missing, and how to get it.

Qt's wheels bring Qt along, but not the libraries of the desktop. On Windows and macOS they need nothing.
"""

from __future__ import annotations

import ctypes
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Need:
    """A shared library (by its soname), a font (by its file) or a program (by its command), and the Debian
    package that has it."""

    name: str
    package: str


# What QtWidgets, QtNetwork and the platform plugins of Qt 6.11 link to (`readelf -d`) and the wheel lacks
QT_LIBRARIES = (
    Need("libGL.so.1", "libgl1"),
    Need("libEGL.so.1", "libegl1"),
    Need("libX11.so.6", "libx11-6"),
    Need("libxkbcommon.so.0", "libxkbcommon0"),
    Need("libfontconfig.so.1", "libfontconfig1"),
    Need("libfreetype.so.6", "libfreetype6"),
    Need("libglib-2.0.so.0", "libglib2.0-0"),
    Need("libgthread-2.0.so.0", "libglib2.0-0"),
    Need("libdbus-1.so.3", "libdbus-1-3"),
    Need("libgssapi_krb5.so.2", "libgssapi-krb5-2"),
    Need("libbrotlidec.so.1", "libbrotli1"),
    Need("libzstd.so.1", "libzstd1"),
    Need("libz.so.1", "zlib1g"),
)
WINDOW_LIBRARIES = (
    Need("libX11-xcb.so.1", "libx11-xcb1"),
    Need("libxkbcommon-x11.so.0", "libxkbcommon-x11-0"),
    Need("libxcb.so.1", "libxcb1"),
    Need("libxcb-cursor.so.0", "libxcb-cursor0"),
    Need("libxcb-icccm.so.4", "libxcb-icccm4"),
    Need("libxcb-image.so.0", "libxcb-image0"),
    Need("libxcb-keysyms.so.1", "libxcb-keysyms1"),
    Need("libxcb-randr.so.0", "libxcb-randr0"),
    Need("libxcb-render.so.0", "libxcb-render0"),
    Need("libxcb-render-util.so.0", "libxcb-render-util0"),
    Need("libxcb-shape.so.0", "libxcb-shape0"),
    Need("libxcb-shm.so.0", "libxcb-shm0"),
    Need("libxcb-sync.so.1", "libxcb-sync1"),
    Need("libxcb-util.so.1", "libxcb-util1"),
    Need("libxcb-xfixes.so.0", "libxcb-xfixes0"),
    Need("libxcb-xkb.so.1", "libxcb-xkb1"),
)
TEST_PROGRAMS = (
    Need("Xvfb", "xvfb"),  # a screen for the tests with a real window
    Need("xauth", "xauth"),
    Need("xdotool", "xdotool"),  # a hand that types and clicks
    Need("dbus-daemon", "dbus-daemon"),  # a session bus, and on it
    Need("gnome-keyring-daemon", "gnome-keyring"),  # a real keychain
    Need("desktop-file-validate", "desktop-file-utils"),  # judges the desktop entry
    Need("appstreamcli", "appstream"),  # judges what software centres show
    Need("dpkg-deb", "dpkg"),  # makes the package
    Need("makensis", "nsis"),  # the setup program for Windows
    Need("wixl", "wixl"),  # its MSI package
    Need("msiinfo", "msitools"),  # what that holds
    Need("osslsigncode", "osslsigncode"),  # their signatures
)
BUILD_PROGRAMS = (
    Need("objdump", "binutils"),  # PyInstaller asks it what a library links to
    Need("strip", "binutils"),
)
FONTS = (
    # The sample contacts have Indian names: without a font for them Qt complains, and pictures show boxes.
    Need("NotoSansDevanagari-Regular.ttf", "fonts-noto-core"),
)
_FONT_FOLDER = Path("/usr/share/fonts")


def is_present(need: Need) -> bool:
    """Ask the dynamic linker for a library, the system's folder for a font, the PATH for a program."""
    if need.name.endswith(".ttf"):
        return next(_FONT_FOLDER.rglob(need.name), None) is not None
    if ".so" not in need.name:
        return shutil.which(need.name) is not None
    try:
        ctypes.CDLL(need.name)
    except OSError:
        return False
    return True


def missing(needs: Iterable[Need], present: Callable[[Need], bool] = is_present) -> tuple[Need, ...]:
    """Those of ``needs`` that this machine does not have."""
    return tuple(need for need in needs if not present(need))


def packages(needs: Iterable[Need]) -> list[str]:
    """The Debian packages that have them, each once, sorted."""
    return sorted({need.package for need in needs})


def advice(needs: Iterable[Need], which: Callable[[str], str | None] = shutil.which) -> str:
    """The command with which a person gets them on this system."""
    needs = tuple(needs)
    if which("apt-get"):
        return "sudo apt-get install " + " ".join(packages(needs))
    provided = [f"'{need.name}()(64bit)'" if ".so" in need.name else need.name for need in needs]
    for installer in ("dnf", "zypper"):
        if which(installer):
            return f"sudo {installer} install " + " ".join(provided)
    return "install the packages of your system that hold " + ", ".join(need.name for need in needs)


def provide(needs: Iterable[Need], say: Callable[[str], None]) -> bool:
    """Install what is missing where that is possible (Debian and its kin, as root), else say how.

    True when nothing is missing in the end. Does nothing outside Linux.
    """
    if sys.platform != "linux":
        return True
    lacking = missing(needs)
    if lacking and shutil.which("apt-get") and os.geteuid() == 0:
        say("Installing system packages: " + " ".join(packages(lacking)))
        _apt_install(packages(lacking))
        lacking = missing(lacking)
    if lacking:
        say("Missing on this system: " + ", ".join(need.name for need in lacking))
        say("To get them: " + advice(lacking))
    return not lacking


def _apt_install(names: list[str]) -> None:
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    for arguments in (["update", "-qq"], ["install", "-qq", "--yes", "--no-install-recommends", *names]):
        # What went wrong is on the screen; what is still missing is looked at again by the caller.
        subprocess.run(["apt-get", *arguments], env=quiet, check=False, stdout=subprocess.DEVNULL)


def has_display() -> bool:
    """Whether a window can be shown."""
    if sys.platform != "linux":
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))
