"""The address of the hint about newer versions, for builds that are released.

The environment variable EXOGUI_UPDATE_ADDRESS names it while the bundle is made; without it the program asks
nobody. What the program then reads is :data:`exogui.updates.update_address.BUILD_FILE`.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from exogui.exotel.addresses import check_address  # the checkout must be importable first
from exogui.updates.update_address import BUILD_FILE

VARIABLE = "EXOGUI_UPDATE_ADDRESS"


def entries(folder: Path, environment: Mapping[str, str]) -> list[tuple[str, str, str]]:
    """What PyInstaller adds to the bundle; the file is written to ``folder``. Nothing where none is named.

    Raises :class:`~exogui.exotel.addresses.InvalidAddress`: a release must not be silent by mistake.
    """
    address = environment.get(VARIABLE, "").strip()
    if not address:
        return []
    file = folder / Path(BUILD_FILE).name
    file.write_text(json.dumps({"address": check_address(address)}) + "\n", encoding="utf-8")
    return [(f"exogui/resources/{BUILD_FILE}", str(file), "DATA")]
