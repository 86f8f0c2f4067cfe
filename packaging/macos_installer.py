"""The .dmg for macOS: exogui.app, signed where there is a certificate, beside a link to Applications.

    python packaging/macos_installer.py APP FOLDER

writes FOLDER/exogui-VERSION-macos-ARCHITECTURE.dmg. On macOS only. What signing takes from the environment
stands in `macos_signing.py`. The bytes differ each time, as each image has an identifier of its own and each
signature its time.
"""

from __future__ import annotations

import platform
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import macos_signing

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
from exogui import __version__

_ICON_SIZE = 112
_WINDOW = ((240, 160), (560, 340))
_APP_PLACE = (150, 150)
_APPLICATIONS_PLACE = (410, 150)


def make(app: Path, folder: Path, version: str = __version__) -> Path:
    """Sign, notarise and pack ``app``; gives the image. Raises SigningError."""
    image = folder / f"exogui-{version}-macos-{platform.machine()}.dmg"
    with macos_signing.signer() as signer:
        if signer is not None:
            signer.sign_app(app)
            signer.notarise(app)
        _pack(app, image)
        if signer is not None:
            signer.sign_image(image)
            signer.notarise(image)
    subprocess.run(["hdiutil", "verify", "-quiet", image], check=True)
    return image


def window_settings(app: Path) -> dict[str, Any]:
    """How the window looks in which the program is dragged onto Applications; settings of dmgbuild."""
    return {
        "format": "ULFO",  # compressed; every macOS since 10.11 opens it
        "filesystem": "HFS+",
        "files": [str(app)],
        "symlinks": {"Applications": "/Applications"},
        "icon_locations": {app.name: _APP_PLACE, "Applications": _APPLICATIONS_PLACE},
        "icon_size": _ICON_SIZE,
        "text_size": 13,
        "window_rect": _WINDOW,
        "default_view": "icon-view",
        "show_toolbar": False,
        "show_sidebar": False,
        "show_status_bar": False,
    }


def _pack(app: Path, image: Path) -> None:
    import dmgbuild

    dmgbuild.build_dmg(str(image), f"exogui {__version__}", settings=window_settings(app))


def main(arguments: Sequence[str]) -> int:
    """Returns the exit status."""
    if len(arguments) != 2:
        print(__doc__)
        return 2
    app, folder = map(Path, arguments)
    folder.mkdir(parents=True, exist_ok=True)
    try:
        print(make(app, folder))
    except macos_signing.SigningError as error:
        print(error, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
