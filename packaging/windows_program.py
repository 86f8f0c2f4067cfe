"""What Windows is told inside exogui's executables: version, names, icon, and what it may expect of them."""

from __future__ import annotations

import re
import sys
from pathlib import Path

_ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(_ROOT))

from exogui import __version__  # noqa: E402  # the checkout must be importable first

ICON = _ROOT / "packaging" / "icons" / "exogui.ico"
PUBLISHER = "exogui contributors"
_DESCRIPTIONS = {
    "exogui": "exogui",  # what Task Manager and "Open with" call the program
    "exogui-cli": "exogui on the command line",
}
_WINDOWS_10 = "{8e0f7a12-bfb3-4fe8-b9a5-48fd50a15a9a}"
"""Of the oldest Windows that exogui runs on; later ones have no id of their own."""

MANIFEST = f"""\
<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<assembly xmlns="urn:schemas-microsoft-com:asm.v1" manifestVersion="1.0">
  <trustInfo xmlns="urn:schemas-microsoft-com:asm.v3">
    <security>
      <requestedPrivileges>
        <requestedExecutionLevel level="asInvoker" uiAccess="false"/>
      </requestedPrivileges>
    </security>
  </trustInfo>
  <compatibility xmlns="urn:schemas-microsoft-com:compatibility.v1">
    <application>
      <supportedOS Id="{_WINDOWS_10}"/>
    </application>
  </compatibility>
  <application xmlns="urn:schemas-microsoft-com:asm.v3">
    <windowsSettings>
      <dpiAware xmlns="http://schemas.microsoft.com/SMI/2005/WindowsSettings">true/pm</dpiAware>
      <dpiAwareness xmlns="http://schemas.microsoft.com/SMI/2016/WindowsSettings">PerMonitorV2</dpiAwareness>
      <longPathAware xmlns="http://schemas.microsoft.com/SMI/2016/WindowsSettings">true</longPathAware>
    </windowsSettings>
  </application>
  <dependency>
    <dependentAssembly>
      <assemblyIdentity type="win32" name="Microsoft.Windows.Common-Controls" version="6.0.0.0" \
processorArchitecture="*" publicKeyToken="6595b64144ccf1df" language="*"/>
    </dependentAssembly>
  </dependency>
</assembly>
"""
"""Runs with the person's rights, draws sharply on each screen, and opens paths beyond 260 characters."""


class NoReleaseError(Exception):
    """Windows takes only versions like 1.2.3."""


def release_numbers(version: str) -> tuple[int, int, int]:
    """``version`` as Windows compares versions. Raises NoReleaseError for one that is no release.

    Windows Installer goes by three numbers and nothing like "rc1", so an upgrade from that would be missed.
    https://learn.microsoft.com/windows/win32/msi/productversion has their limits.
    """
    found = re.fullmatch(r"(\d+)\.(\d+)\.(\d+)", version)
    numbers = tuple(map(int, found.groups())) if found else (256, 256, 65536)
    major, minor, patch = numbers
    if major > 255 or minor > 255 or patch > 65535:
        raise NoReleaseError(f"A program for Windows needs a version like 1.2.3, and this is {version}")
    return major, minor, patch


def version_resource(name: str, version: str = __version__) -> str:
    """The version resource of ``name``.exe, in PyInstaller's notation. Raises NoReleaseError."""
    numbers = (*release_numbers(version), 0)
    texts = {
        "CompanyName": PUBLISHER,
        "FileDescription": _DESCRIPTIONS.get(name, name),
        "FileVersion": version,
        "InternalName": name,
        "LegalCopyright": f"Copyright {PUBLISHER}, MIT licence",
        "OriginalFilename": f"{name}.exe",
        "ProductName": "exogui",
        "ProductVersion": version,
    }
    strings = ", ".join(f"StringStruct({key!r}, {text!r})" for key, text in texts.items())
    return (
        f"VSVersionInfo(ffi=FixedFileInfo(filevers={numbers}, prodvers={numbers}, mask=0x3f, flags=0, "
        "OS=0x40004, fileType=1, subtype=0, date=(0, 0)), kids=["
        f"StringFileInfo([StringTable('040904B0', [{strings}])]), "
        "VarFileInfo([VarStruct('Translation', [0x409, 1200])])])\n"
    )


def resources(name: str, folder: Path) -> dict[str, str]:
    """PyInstaller's options that put all of it into ``name``.exe; writes a file for them to ``folder``."""
    version = folder / f"{name}-version.txt"
    version.write_text(version_resource(name), encoding="utf-8")
    return {"icon": str(ICON), "version": str(version), "manifest": MANIFEST}
