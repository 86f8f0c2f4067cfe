"""The command line's grammar, and what each command gives back to the shell."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from exogui import __version__
from exogui.cli.terminal import Terminal
from exogui.messages import command_line as words
from exogui.messages.catalogue import plain as say

COMMANDS = ("check", "upload")
"""The first word of the command line that asks for no window."""


def main(arguments: Sequence[str]) -> int:
    """Run one command; returns the exit status (argparse's own 2 for words it does not understand)."""
    _speak_any_script()
    options = build_parser().parse_args(arguments)
    terminal = Terminal()
    try:
        if options.command == "check":
            from exogui.cli.check import check

            return check(options.file, as_json=options.json, terminal=terminal)
        from exogui.cli.upload import UploadRequest, upload

        return upload(
            UploadRequest(
                file=options.file,
                practice=options.practice,
                account=options.account,
                base_url=options.base_url,
                list_id=options.list_id,
                duplicate_action=options.duplicate_action,
                only_ready=options.only_ready,
                as_json=options.json,
            ),
            terminal,
        )
    except BrokenPipeError:  # whoever read the output has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    except KeyboardInterrupt:
        terminal.note(words.INTERRUPTED)
        return 130


def build_parser() -> argparse.ArgumentParser:
    """The grammar of ``exogui check`` and ``exogui upload``."""
    parser = argparse.ArgumentParser(prog="exogui", description=say(words.DESCRIPTION))
    parser.add_argument("--version", action="version", version=f"exogui {__version__}")
    commands = parser.add_subparsers(dest="command", required=True, title=say(words.COMMANDS))

    check = commands.add_parser("check", help=say(words.CHECK_HELP), epilog=say(words.CHECK_EXIT))
    upload = commands.add_parser(
        "upload",
        help=say(words.UPLOAD_HELP),
        epilog=say(words.UPLOAD_EXIT),
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    for command in (check, upload):
        command.add_argument("file", type=Path, metavar="FILE", help=say(words.FILE_HELP))
        command.add_argument("--json", action="store_true", help=say(words.JSON_HELP))
    account = upload.add_mutually_exclusive_group()
    account.add_argument("--practice", action="store_true", help=say(words.PRACTICE_HELP))
    account.add_argument("--account", metavar="NAME", help=say(words.ACCOUNT_HELP))
    upload.add_argument("--base-url", metavar="URL", help=say(words.BASE_URL_HELP))
    upload.add_argument("--list-id", metavar="ID", default="", help=say(words.LIST_ID_HELP))
    upload.add_argument(
        "--duplicate-action",
        choices=("skip", "update", "create_new"),
        default="skip",
        help=say(words.DUPLICATE_HELP),
    )
    upload.add_argument("--only-ready", action="store_true", help=say(words.ONLY_READY_HELP))
    return parser


def _speak_any_script() -> None:
    """Names in any script must not break output into a pipe or an old Windows console."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")
