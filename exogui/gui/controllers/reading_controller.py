"""Reads a file once more in the way a person wishes, in a worker."""

from __future__ import annotations

import threading
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from exogui.contacts.table import ContactTable
from exogui.gui.controllers.work_controller import WorkController
from exogui.gui.workers.worker import WorkContext

if TYPE_CHECKING:
    from exogui.contacts.reading.encoding_preview import EncodingPreview
    from exogui.contacts.reading.read_options import ReadOptions
    from exogui.contacts.reading.reading_preview import PreviewRow, SheetPreview


@dataclass(frozen=True, slots=True)
class ReadingPreview:
    """What a file looks like under some options, before all of it is read."""

    options: ReadOptions
    rows: tuple[PreviewRow, ...]
    sheets: tuple[SheetPreview, ...]
    encodings: tuple[EncodingPreview, ...]


@dataclass(frozen=True, slots=True)
class _Wanted:
    path: Path
    options: ReadOptions
    whole: bool


class ReadingController(WorkController):
    """The latest wish counts: what is under way for an earlier one is given up."""

    previewed = Signal(object)
    """The :class:`ReadingPreview`; of a wish to read it comes before :attr:`read` or :attr:`failed`."""
    read = Signal(object)
    """The :class:`ContactTable`, read and judged."""
    failed = Signal(object)
    """:class:`~exogui.contacts.reading.errors.ReadError`, or an exception that nobody expected."""

    def __init__(self, paint_gate: threading.Event, parent: QObject | None = None) -> None:
        super().__init__(parent, paint_gate)
        self._wanted: _Wanted | None = None
        self._known: tuple[Path, tuple[SheetPreview, ...], tuple[EncodingPreview, ...]] | None = None
        """What does not depend on how the file is read."""

    def preview(self, path: Path, options: ReadOptions) -> None:
        """Look at the first rows of ``path``, its sheets and the encodings it can be in."""
        self._want(_Wanted(path, options, whole=False))

    def read_again(self, path: Path, options: ReadOptions) -> None:
        """Preview ``path``, then read and judge all of it."""
        self._want(_Wanted(path, options, whole=True))

    def give_up(self) -> None:
        """Nothing is wanted any more; what is known of a file is forgotten, for it may change."""
        self._wanted = self._known = None
        self.cancel()

    def _want(self, wanted: _Wanted) -> None:
        self._wanted = wanted
        if self.busy:
            self.cancel()
        else:
            self._start_wanted()

    def _start_wanted(self) -> None:
        wanted = self._wanted
        if wanted is None:
            return
        known = self._known if self._known is not None and self._known[0] == wanted.path else None

        def work(context: WorkContext) -> ContactTable | None:
            return _look(wanted, known, context)

        self._start(
            work,
            lambda table: self._on_looked(wanted, table),
            lambda error: self._on_look_failed(wanted, error),
            self._start_wanted,
        )

    @Slot(object)
    def _on_progressed(self, event: object) -> None:
        if isinstance(event, ReadingPreview) and self._wanted is not None:
            self._known = (self._wanted.path, event.sheets, event.encodings)
            if event.options == self._wanted.options:
                self.previewed.emit(event)

    def _on_looked(self, wanted: _Wanted, table: ContactTable | None) -> None:
        if wanted is not self._wanted:
            self._start_wanted()  # another wish came when this one was nearly done
        elif table is not None:
            self.read.emit(table)

    def _on_look_failed(self, wanted: _Wanted, error: Exception) -> None:
        if wanted is not self._wanted:
            self._start_wanted()
        else:
            self.failed.emit(error)


def _look(
    wanted: _Wanted,
    known: tuple[Path, tuple[SheetPreview, ...], tuple[EncodingPreview, ...]] | None,
    context: WorkContext,
) -> ContactTable | None:
    from exogui.contacts.reading.encoding_preview import preview_encodings
    from exogui.contacts.reading.reader import read_contacts
    from exogui.contacts.reading.reading_preview import preview_rows, preview_sheets

    path, options, checkpoint = wanted.path, wanted.options, context.checkpoint
    if known is None:
        known = path, preview_sheets(path, checkpoint), preview_encodings(path, None, checkpoint)
    context.emit(ReadingPreview(options, preview_rows(path, options), known[1], known[2]))
    if not wanted.whole:
        return None
    return ContactTable.judged(read_contacts(path, options, checkpoint), checkpoint)
