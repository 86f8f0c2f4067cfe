"""The types of files that exogui opens, for what tells an operating system about them."""

from __future__ import annotations

import re
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from exogui.messages.window import FILE_FILTER  # the checkout must be importable first

EXTENSIONS = tuple(re.findall(r"\*(\.\w+)", FILE_FILTER.source))
"""As the dialog "Open" offers them: ``.csv`` first."""
