"""``exogui-cli``: the commands alone. The console program of Windows; it never opens a window."""

from __future__ import annotations

import sys
from collections.abc import Sequence

from exogui.standard_streams import fill_missing_streams

_NAME = "exogui-cli"


def main(arguments: Sequence[str] | None = None) -> int:
    """Returns the exit status. Raises SystemExit as :func:`exogui.cli.parser.main` does."""
    fill_missing_streams()
    from exogui.cli.parser import main as run_command

    return run_command(sys.argv[1:] if arguments is None else arguments, _NAME)


if __name__ == "__main__":
    sys.exit(main())
