"""Looks for the recipe of a list, works out what it would do, and keeps a new one: all beside the window."""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from exogui.contacts.progress import Checkpoint
from exogui.contacts.table import ContactTable
from exogui.gui.controllers.work_controller import WorkController
from exogui.gui.workers.worker import WorkContext

if TYPE_CHECKING:
    from exogui.contacts.judged_table import JudgedTable
    from exogui.contacts.repairing.recipes import Difference, DoneRepair, Recipe, RecipeChanges


@dataclass(frozen=True, slots=True)
class FoundRecipe:
    """A recipe for a table."""

    table: ContactTable
    recipe: Recipe
    judged: JudgedTable | None
    """The table with its columns sent as the recipe says; None when they are already."""
    reads_otherwise: bool = False
    """Whether the file was read in another way then, because the person said so, and has not by now."""
    is_of_these_columns: bool = True
    """Whether the recipe is of files with the columns that were found; else they are found only when the file
    is read as it was then."""


@dataclass(frozen=True, slots=True)
class RecipeOffer:
    """What a recipe would do to a table that is mapped as it says."""

    table: ContactTable
    recipe: Recipe
    changes: RecipeChanges
    """How much doing the same again would change."""
    differences: tuple[Difference, ...]
    """What is markedly different about the table."""


class RecipeController(WorkController):
    """The latest wish counts: what is under way for another is given up, unless it keeps or forgets."""

    found = Signal(object)
    """:class:`FoundRecipe`; nothing is said when there is none."""
    planned = Signal(object)
    """:class:`RecipeOffer`"""
    failed = Signal(object, object)
    """(table, exception): nothing could be found or planned."""
    not_kept = Signal(object)
    """An exception: the recipe could not be written."""

    def __init__(self, folder: Path, paint_gate: threading.Event, parent: QObject | None = None) -> None:
        """``folder`` holds the recipes; it need not exist."""
        super().__init__(parent, paint_gate)
        self._folder = folder
        self._next: Callable[[], None] | None = None
        self._is_keeping = False
        """What is under way writes: it is waited for."""

    def find(self, table: ContactTable) -> None:
        """Look for a recipe of files with these columns."""
        if self._folder.is_dir():
            self._run(
                lambda checkpoint: _find(self._folder, table, checkpoint),
                lambda found: None if found is None else self.found.emit(found),
                lambda error: self.failed.emit(table, error),
            )

    def plan(self, table: ContactTable, recipe: Recipe) -> None:
        """Work out what ``recipe`` would do to ``table``."""

        def work(checkpoint: Checkpoint) -> RecipeOffer:
            from exogui.contacts.repairing.recipes import differences

            changes = judge_recipe(recipe, table, checkpoint)[0]
            return RecipeOffer(table, recipe, changes, differences(recipe, table, checkpoint))

        self._run(work, self.planned.emit, lambda error: self.failed.emit(table, error))

    def remember(
        self,
        table: ContactTable,
        repairs: Sequence[DoneRepair],
        country: str | None,
        *,
        one_row_each: Sequence[str],
        opened_header: Sequence[str],
    ) -> None:
        """Keep how ``table`` was read, mapped and repaired, if its columns have names to know them by."""

        def work(checkpoint: Checkpoint) -> None:
            from exogui.contacts.repairing.recipe_store import RecipeStore
            from exogui.contacts.repairing.recipes import recipe_of

            if any(cell.strip() for cell in table.file_header):
                recipe = recipe_of(
                    table,
                    repairs,
                    country=country,
                    one_row_each=one_row_each,
                    opened_header=opened_header,
                    checkpoint=checkpoint,
                )
                RecipeStore(self._folder).save(recipe)

        self._run(work, _nothing, self.not_kept.emit, keeping=True)

    def forget(self, table: ContactTable) -> None:
        """Remove the recipe of files with these columns."""

        def work(_checkpoint: Checkpoint) -> None:
            from exogui.contacts.repairing.recipe_store import RecipeStore

            if self._folder.is_dir():
                RecipeStore(self._folder).forget(table.file_header)

        self._run(work, _nothing, self.not_kept.emit, keeping=True)

    def _run(
        self,
        work: Callable[[Checkpoint], object],
        done: Callable[[Any], None],
        failed: Callable[[Exception], None],
        *,
        keeping: bool = False,
    ) -> None:
        def in_worker(context: WorkContext) -> object:
            return work(context.checkpoint)

        def start() -> None:
            self._next = None
            self._is_keeping = keeping
            self._start(in_worker, self._then(done), self._then(failed), self._then(_nothing))

        if self.busy:
            self._next = start
            if not self._is_keeping:
                self.cancel()
        else:
            start()

    def _then(self, answer: Callable[[Any], None]) -> Callable[..., None]:
        """``answer``, unless something else is wanted by now."""

        def act(value: object = None) -> None:
            if self._next is not None:
                self._next()
            else:
                answer(value)

        return act


def _find(folder: Path, table: ContactTable, checkpoint: Checkpoint) -> FoundRecipe | None:
    from exogui.contacts.reading.read_options import FIND_OUT
    from exogui.contacts.repairing.recipe_store import RecipeStore
    from exogui.contacts.repairing.recipes import is_read_otherwise, opened_key

    recipe = RecipeStore(folder).load(table.file_header)
    if recipe is None or not table.row_count:
        return None
    source = table.source
    reads_otherwise = source.options == FIND_OUT and is_read_otherwise(recipe.reading, source)
    if reads_otherwise and recipe.key != opened_key(table.file_header):
        return FoundRecipe(table, recipe, None, reads_otherwise=True, is_of_these_columns=False)
    mapping = recipe.mapping_for(table)
    judged = None if mapping == table.mapping else table.judge_mapping(mapping, checkpoint)
    return FoundRecipe(table, recipe, judged, reads_otherwise)


def judge_recipe(
    recipe: Recipe, table: ContactTable, checkpoint: Checkpoint
) -> tuple[RecipeChanges, JudgedTable]:
    """What doing the same again changes, and makes of ``table``, which is mapped as the recipe says."""
    from exogui.contacts.repairing.recipes import RecipeChanges, carry_out_recipe

    changes = RecipeChanges()

    def take(copy: ContactTable, checkpoint: Checkpoint) -> None:
        nonlocal changes
        changes = carry_out_recipe(recipe, copy, checkpoint)

    judged = table.judge_steps(take, checkpoint)
    return changes, judged


def _nothing(_answer: object) -> None:
    """Nothing more is to be done."""
