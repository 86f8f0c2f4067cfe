"""``exogui`` and ``python -m exogui``: a command of the command line, else the window."""

from __future__ import annotations

import sys
from collections.abc import Sequence

from exogui import console
from exogui.standard_streams import fill_missing_streams


def main(arguments: Sequence[str] | None = None) -> int:
    """Returns the exit status. Raises SystemExit as :func:`exogui.console.main` does."""
    fill_missing_streams()
    words = list(sys.argv[1:] if arguments is None else arguments)
    if words and console.understands(words[0]):
        return console.main(words, "exogui")
    from exogui.window_start import main as start_window

    return start_window(words)


if __name__ == "__main__":
    sys.exit(main())
