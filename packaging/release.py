"""What a release needs besides installers:

    python packaging/release.py check-tag TAG            is TAG of this version, and does README describe it?
    python packaging/release.py notes FILE               what changed in this version, for its page
    python packaging/release.py finish FOLDER [ADDRESS]  SHA256SUMS for what lies in FOLDER, and latest.json

``latest.json`` is what a built exogui asks for at ADDRESS, to tell of newer versions. None without ADDRESS.
"""

from __future__ import annotations

import hashlib
import json
import re
import sys
import urllib.parse
from collections.abc import Sequence
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
from exogui import __version__

ROOT = Path(__file__).resolve().parent.parent
SUMS = "SHA256SUMS"
LATEST = "latest.json"


class ReleaseError(Exception):
    """This cannot be released; the text says why."""


def check_tag(tag: str) -> None:
    """Raises ReleaseError when ``tag`` is not v and the version, or README does not say what changed."""
    if tag != f"v{__version__}":
        raise ReleaseError(f"The tag {tag} is not that of version {__version__}")
    changes(__version__)


def changes(version: str) -> str:
    """What README's section Changes says of ``version``. Raises ReleaseError when it says nothing."""
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    entry = re.search(
        rf"^## Changes$.*?^### {re.escape(version)} \(\d{{4}}-\d\d-\d\d\)\n(.+?)(?=^##|\Z)",
        readme,
        re.MULTILINE | re.DOTALL,
    )
    if entry is None or not entry[1].strip():
        raise ReleaseError(f"README's section Changes has no dated entry for {version}")
    return entry[1].strip() + "\n"


def finish(folder: Path, address: str = "") -> None:
    """Write the list of checksums, as ``sha256sum --check`` reads it, and what installed programs ask for.

    The page that they show then is the folder of ``address``: they take none from another server.
    """
    if address:
        latest = {"version": __version__, "page": urllib.parse.urljoin(address, ".")}
        (folder / LATEST).write_text(json.dumps(latest) + "\n", encoding="utf-8", newline="\n")
    files = sorted(path for path in folder.iterdir() if path.name != SUMS)
    lines = [f"{hashlib.sha256(path.read_bytes()).hexdigest()}  {path.name}\n" for path in files]
    (folder / SUMS).write_text("".join(lines), encoding="utf-8", newline="\n")


def main(arguments: Sequence[str]) -> int:
    """Returns the exit status."""
    try:
        match list(arguments):
            case ["check-tag", tag]:
                check_tag(tag)
            case ["notes", file]:
                Path(file).write_text(changes(__version__), encoding="utf-8", newline="\n")
            case ["finish", folder, *address] if len(address) < 2:
                finish(Path(folder), *address)
            case _:
                print(__doc__)
                return 2
    except ReleaseError as error:
        print(error, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
