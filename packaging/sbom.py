"""The bill of materials of a release, in CycloneDX:

    python packaging/sbom.py FILE

Each package of the lock file with its hashes, for all systems together, and Python itself. The same commit
gives the same bytes.
"""

from __future__ import annotations

import json
import platform
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import lock_files

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
from exogui import __version__


def bill() -> dict[str, Any]:
    """What cyclonedx-bom reads in the lock file, with what it can not know."""
    options = ["--pyproject", str(lock_files.ROOT / "pyproject.toml"), "--mc-type", "application"]
    options += ["--output-reproducible", "--output-format", "JSON", "--output-file", "-"]
    command = [sys.executable, "-W", "ignore", "-m", "cyclonedx_py", "requirements", *options]
    answer = subprocess.run([*command, lock_files.RUNTIME], check=True, stdout=subprocess.PIPE)
    document: dict[str, Any] = json.loads(answer.stdout)
    document["metadata"]["component"]["version"] = __version__
    for component in document["components"]:
        del component["description"]  # its line in the lock file, hashes and all once more
    document["components"].append(_python())
    return document


def _python() -> dict[str, Any]:
    version = platform.python_version()
    return {
        "bom-ref": "python",
        "type": "platform",
        "name": "python",
        "version": version,
        "cpe": f"cpe:2.3:a:python:python:{version}:*:*:*:*:*:*:*",
        "licenses": [{"license": {"id": "PSF-2.0"}}],
    }


def main(arguments: Sequence[str]) -> int:
    """Returns the exit status."""
    if len(arguments) != 1:
        print(__doc__)
        return 2
    text = json.dumps(bill(), indent=2, sort_keys=True) + "\n"
    Path(arguments[0]).write_text(text, encoding="utf-8", newline="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
