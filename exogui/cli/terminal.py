"""Standard output for results, standard error for everything said on the way."""

from __future__ import annotations

import contextlib
import json
import os
import re
import sys
from collections.abc import Iterable
from typing import TextIO

from exogui.messages import command_line as texts
from exogui.messages.catalogue import Speaker, plain

_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f]+")
"""What in a file's header or a server's words could move the cursor, or worse."""


class Terminal:
    """What the command line says, and where.

    Progress replaces one line on a terminal; elsewhere (a file, a scheduled task's log) each change is a
    line of its own, and saying the same again says nothing. A stream that is closed, or that nobody reads
    any more, never ends a command: the exit status must tell what became of the rows.
    """

    def __init__(self, say: Speaker = plain) -> None:
        self.say = say
        self._out: TextIO | None = sys.stdout  # None from when it fails
        self._err: TextIO | None = sys.stderr
        self._live = self._err is not None and self._err.isatty()
        self._progress = ""

    @property
    def live(self) -> bool:
        """Whether progress replaces itself, so that figures may run."""
        return self._live

    def result(self, lines: Iterable[str]) -> None:
        """The result, line by line."""
        self._print_result("\n".join(_CONTROL.sub(" ", line) for line in lines))

    def json(self, value: object) -> None:
        """The result as one JSON object. ASCII only: no code page of any system can spoil it."""
        self._print_result(json.dumps(value, ensure_ascii=True))

    def note(self, words: str) -> None:
        """A line beside the result: why something was not done, what was left."""
        self._end_progress()
        self._print_note(_CONTROL.sub(" ", words) + "\n")

    @property
    def can_ask(self) -> bool:
        """Whether there is a person who can answer."""
        return sys.stdin.isatty() and self._err is not None

    def ask(self, question: str) -> str:
        """The answer of the person."""
        self._end_progress()
        self._print_note(_CONTROL.sub(" ", question))
        return sys.stdin.readline().strip()

    def progress(self, words: str) -> None:
        """How far the work is."""
        words = _CONTROL.sub(" ", words)
        if words == self._progress:
            return
        if self._live:  # blanks over what is left of a longer line: old consoles know no escape sequences
            self._print_note(f"\r{words.ljust(len(self._progress))}")
        else:
            self._print_note(words + "\n")
        self._progress = words

    def _end_progress(self) -> None:
        if self._live and self._progress:
            self._print_note("\n")
        self._progress = ""

    def _print_result(self, text: str) -> None:
        self._end_progress()
        if self._out is None:
            return
        try:
            print(text, file=self._out, flush=True)
        except OSError as error:
            _let_go(self._out)
            self._out = None
            if not isinstance(error, BrokenPipeError):  # whoever read a pipe has seen enough
                self.note(self.say(texts.RESULT_NOT_WRITTEN, reason=error.strerror or str(error)))
                self._print_note(text + "\n")

    def _print_note(self, text: str) -> None:
        if self._err is None:
            return
        try:
            print(text, end="", file=self._err, flush=True)
        except OSError:
            _let_go(self._err)
            self._err = None


def _let_go(stream: TextIO) -> None:
    """Send what is still in the stream nowhere: Python would fail on it again as the program ends."""
    with contextlib.suppress(OSError):  # not a real file
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, stream.fileno())
        os.close(nowhere)
