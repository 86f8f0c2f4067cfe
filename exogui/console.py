"""``exogui-cli``: the commands alone. The console program of Windows; it never opens a window."""

from __future__ import annotations

import sys
from collections.abc import Sequence

from exogui.self_check.options import SELF_CHECK, TRY_PARTS
from exogui.standard_streams import fill_missing_streams

_SELF_CHECK = (SELF_CHECK, TRY_PARTS)


def understands(word: str) -> bool:
    """Whether a command line that begins with this word asks for no window."""
    from exogui.cli.parser import COMMANDS

    return word in {*COMMANDS, "-h", "--help", "--version", *_SELF_CHECK}


def main(arguments: Sequence[str] | None = None, program: str = "exogui-cli") -> int:
    """Run a command of what calls itself ``program``; returns the exit status.

    Raises SystemExit as :func:`exogui.cli.parser.main` does.
    """
    fill_missing_streams()
    words = list(sys.argv[1:] if arguments is None else arguments)
    if words and words[0] in _SELF_CHECK:
        from exogui.self_check.command import main as check_self

        return check_self(words, program)
    from exogui.cli.parser import main as run_command

    return run_command(words, program)


if __name__ == "__main__":
    sys.exit(main())
