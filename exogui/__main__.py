"""``exogui`` and ``python -m exogui``: a command of the command line, else the window."""

from __future__ import annotations

import sys
from collections.abc import Sequence

from exogui.standard_streams import fill_missing_streams


def main(arguments: Sequence[str] | None = None) -> int:
    """Returns the exit status. Raises SystemExit as :func:`exogui.cli.parser.main` does."""
    fill_missing_streams()
    from exogui.cli.parser import COMMANDS

    words = list(sys.argv[1:] if arguments is None else arguments)
    if words and words[0] in (*COMMANDS, "-h", "--help", "--version"):
        from exogui.cli.parser import main as run_command

        return run_command(words)
    from exogui.app import main as open_window

    return open_window(words)


if __name__ == "__main__":
    sys.exit(main())
