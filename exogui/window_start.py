"""A start without a command: hands over to the window that is there, or opens one.

Everything heavy is imported only for a window: a start that hands over is to be over in no time.
"""

from __future__ import annotations

import argparse
import logging
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from platformdirs import user_log_path

from exogui.display import has_display
from exogui.log_file import keep_log
from exogui.messages import command_line as words
from exogui.messages.catalogue import plain
from exogui.one_window.hand_over import startup_token, take_or_hand_over
from exogui.one_window.open_request import OpenRequest
from exogui.one_window.window_place import WindowPlace

logger = logging.getLogger(__name__)

_EXIT_NO_DISPLAY = 2


def main(arguments: Sequence[str]) -> int:
    """Returns the exit status: at once where a window took over, else when the new window is closed.

    Raises SystemExit for words that it does not understand.
    """
    options = _parser().parse_args(arguments)
    if not has_display():
        print(plain(words.NO_DISPLAY), file=sys.stderr)  # noqa: T201 - there is no window to say it in
        return _EXIT_NO_DISPLAY
    files = tuple(Path(os.path.abspath(file)) for file in options.files)  # noqa: PTH100 - links stay
    request = OpenRequest(files, options.practice, startup_token())
    with keep_log(user_log_path("exogui", appauthor=False)) as log:
        place = None if options.new_window else _place()
        if place is not None and _is_handed_over(place, request):
            return 0
        from exogui.app import stay_open

        return stay_open(request, place, log)


def _place() -> WindowPlace | None:
    try:
        return WindowPlace.own()
    except OSError as error:
        logger.warning("Later starts cannot find this window: %s", type(error).__name__)
        return None


def _is_handed_over(place: WindowPlace, request: OpenRequest) -> bool:
    try:
        return take_or_hand_over(place, request)
    except OSError as error:
        logger.warning("Whether there is a window cannot be found out: %s", type(error).__name__)
        return False


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="exogui", description=plain(words.DESCRIPTION), allow_abbrev=False)
    # Of several, as a desktop gives them that has them dropped on the program's icon, the window tells
    parser.add_argument("files", nargs="*", type=Path, metavar="FILE", help=plain(words.FILE_HELP))
    parser.add_argument("--practice", action="store_true", help=plain(words.PRACTICE_HELP))
    parser.add_argument("--new-window", action="store_true", help=plain(words.NEW_WINDOW_HELP))
    return parser
