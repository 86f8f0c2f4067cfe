"""Standard output for results, standard error for everything said on the way."""

from __future__ import annotations

import json
import sys
from typing import TextIO

from exogui.messages.catalogue import Plural, Speaker, Text, plain


class Terminal:
    """What the command line says, and where.

    Progress replaces one line on a terminal; elsewhere (a file, a scheduled task's log) each change is a
    line of its own, and saying the same again says nothing.
    """

    def __init__(self, out: TextIO | None = None, err: TextIO | None = None, say: Speaker = plain) -> None:
        self.say = say
        self._out = out or sys.stdout
        self._err = err or sys.stderr
        self._live = self._err.isatty()
        self._progress = ""

    def result(self, text: str) -> None:
        """A line of the result."""
        self._end_progress()
        print(text, file=self._out)

    def json(self, value: object) -> None:
        """The result as one JSON object. ASCII only: no code page of any system can spoil it."""
        self._end_progress()
        print(json.dumps(value, ensure_ascii=True), file=self._out)

    def note(self, text: Text | Plural, n: int | None = None, **values: object) -> None:
        """A line beside the result: why something was not done, what was left."""
        self._end_progress()
        print(self.say(text, n, **values), file=self._err, flush=True)

    def note_words(self, words: str) -> None:
        """The same for words that are rendered already."""
        self._end_progress()
        print(words, file=self._err, flush=True)

    @property
    def live(self) -> bool:
        """Whether progress replaces itself, so that figures may run."""
        return self._live

    def progress(self, words: str) -> None:
        """How far the work is."""
        if words == self._progress:
            return
        if self._live:
            print(f"\r{words}\x1b[K", end="", file=self._err, flush=True)
        else:
            print(words, file=self._err, flush=True)
        self._progress = words

    def _end_progress(self) -> None:
        if self._live and self._progress:
            print(file=self._err, flush=True)
        self._progress = ""
