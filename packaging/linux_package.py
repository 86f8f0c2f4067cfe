"""The .deb package, made from the bundle that PyInstaller made:

    python packaging/linux_package.py BUNDLE FOLDER [VERSION]

writes FOLDER/exogui_VERSION_ARCHITECTURE.deb; VERSION is the program's, unless an upgrade is to be tried.
The same bundle gives the same bytes: files are as old as SOURCE_DATE_EPOCH, or else as the commit that is
checked out, and all belong to root.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tempfile
import textwrap
from collections.abc import Sequence
from pathlib import Path

import icons
import notices
import system_libraries
from bundle import source_date

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
from exogui import __version__
from exogui.identity import APPLICATION_ID

ROOT = Path(__file__).resolve().parent.parent

_LINUX = Path(__file__).resolve().parent / "linux"
_PROGRAM_FOLDER = "usr/lib/exogui"
_ALWAYS_NEEDED = ("ca-certificates", "libgcc-s1", "libstdc++6")
_GLIBC_SYMBOLS = re.compile(rb"\bGLIBC_2\.(\d+)\b")
_CONTROL = """\
Package: exogui
Version: {version}
Architecture: {architecture}
Maintainer: exogui contributors
Installed-Size: {kilobytes}
Depends: {depends}
Recommends: gnome-keyring | kwalletmanager | keepassxc, libwayland-cursor0
Section: net
Priority: optional
Description: gets contact lists into Exotel
 Drop a CSV file or an Excel workbook, see every problem marked in the table,
 and put it right there. Press one button to upload, and deal with the rows
 that Exotel refused.
"""
_COPYRIGHT = """\
Format: https://www.debian.org/doc/packaging-manuals/copyright-format/1.0/
Upstream-Name: exogui
Comment: What others made and this package contains, with its terms:
 /{folder}/_internal/exogui/resources/{notices}

Files: *
Copyright: 2026 exogui contributors
License: Expat
{licence}
"""


def build(bundle: Path, folder: Path, version: str = __version__) -> Path:
    """Make the package in ``folder`` and give its path. Raises CalledProcessError when dpkg-deb fails."""
    architecture = _output("dpkg", "--print-architecture")
    package = folder / f"exogui_{version}_{architecture}.deb"
    with tempfile.TemporaryDirectory() as name:
        tree = Path(name) / "tree"
        _lay_out(bundle, tree)
        kilobytes = sum(path.lstat().st_size for path in tree.rglob("*")) // 1024
        control = tree / "DEBIAN" / "control"
        control.parent.mkdir()
        control.write_text(
            _CONTROL.format(
                version=version,
                architecture=architecture,
                kilobytes=kilobytes,
                depends=", ".join(dependencies(bundle)),
            ),
            encoding="utf-8",
        )
        _make_alike(tree)
        # One thread, because xz divides its input among several, and their number is the machine's.
        options = ["--root-owner-group", "-Zxz", "--threads-max=1"]
        environment = {**os.environ, "SOURCE_DATE_EPOCH": source_date()}
        subprocess.run(["dpkg-deb", "--build", *options, tree, package], env=environment, check=True)
    return package


def dependencies(bundle: Path) -> list[str]:
    """The Debian packages that have what the bundle needs and does not have, sorted.

    Of glibc at least the version that what is in the bundle was linked against, on the system that built it.
    """
    inside = {path.name for path in bundle.rglob("*.so*")}
    needs = [*system_libraries.QT_LIBRARIES, *system_libraries.WINDOW_LIBRARIES]
    outside = [need for need in needs if need.name not in inside]
    glibc = f"libc6 (>= 2.{_newest_glibc(bundle)})"
    return sorted({*system_libraries.packages(outside), *_ALWAYS_NEEDED, glibc})


def _newest_glibc(bundle: Path) -> int:
    """The second part of the newest version of glibc that a program or a library in it names."""
    files = [path for path in bundle.rglob("*") if path.is_file() and not path.is_symlink()]
    binaries = [data for path in files if (data := path.read_bytes()).startswith(b"\x7fELF")]
    return max(int(version) for data in binaries for version in _GLIBC_SYMBOLS.findall(data))


def _lay_out(bundle: Path, tree: Path) -> None:
    """Where everything goes, below ``tree``."""
    program = tree / _PROGRAM_FOLDER
    shutil.copytree(bundle, program, symlinks=True)
    link = tree / "usr" / "bin" / "exogui"
    link.parent.mkdir()
    link.symlink_to("../lib/exogui/exogui")
    share = tree / "usr" / "share"
    for name, place in (
        (f"{APPLICATION_ID}.desktop", "applications"),
        (f"{APPLICATION_ID}.metainfo.xml", "metainfo"),
    ):
        (share / place).mkdir(parents=True)
        shutil.copyfile(_LINUX / name, share / place / name)
    icons.write_hicolor(share, APPLICATION_ID)
    _write_documents(share / "doc" / "exogui")


def _write_documents(folder: Path) -> None:
    """What Debian wants to find beside every package."""
    folder.mkdir(parents=True)
    licence = textwrap.indent((ROOT / "LICENSE").read_text(encoding="utf-8").strip(), " ", lambda _line: True)
    licence = "\n".join(" ." if not line.strip() else line for line in licence.splitlines())
    copyright_text = _COPYRIGHT.format(folder=_PROGRAM_FOLDER, notices=notices.FILE_NAME, licence=licence)
    (folder / "copyright").write_text(copyright_text, encoding="utf-8")


def _make_alike(tree: Path) -> None:
    """Give every file the modes that any builder's umask and checkout would give, and one age."""
    date = int(source_date())
    for path in [tree, *tree.rglob("*")]:
        if not path.is_symlink():
            program = path.stat().st_mode & 0o100 and ".so" not in path.suffixes  # libraries are not run
            path.chmod(0o755 if path.is_dir() or program else 0o644)
        os.utime(path, (date, date), follow_symlinks=False)


def _output(*command: str) -> str:
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout.strip()


def main(arguments: Sequence[str]) -> int:
    """Returns the exit status."""
    if len(arguments) not in {2, 3}:
        print(__doc__)
        return 2
    bundle, folder, version = [*arguments, __version__][:3]
    Path(folder).mkdir(parents=True, exist_ok=True)
    print(build(Path(bundle), Path(folder), version))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
