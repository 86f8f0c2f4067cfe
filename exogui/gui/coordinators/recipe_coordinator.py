"""The same export again: remembers how a list was put right, and offers the same for the next one."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, QLocale, QObject, Signal, Slot

from exogui.contacts.progress import Checkpoint
from exogui.contacts.reading.read_options import FIND_OUT
from exogui.contacts.schema import Field
from exogui.contacts.steps import Step, StepKind
from exogui.contacts.table import ContactTable
from exogui.gui.controllers.contacts_controller import ContactsController
from exogui.gui.controllers.recipe_controller import (
    FoundRecipe,
    RecipeController,
    RecipeOffer,
    judge_recipe,
)
from exogui.gui.coordinators.review_coordinator import ReviewCoordinator
from exogui.gui.coordinators.step_notice import StepNotice
from exogui.gui.main_window import MainWindow
from exogui.gui.models.territories import territory_name
from exogui.gui.speech import say
from exogui.gui.widgets.message_bar import MessageAction, MessageKind
from exogui.messages import editing as texts
from exogui.messages import review as review_texts
from exogui.messages.reading import describe_options

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date
    from pathlib import Path

    from exogui.contacts.judged_table import JudgedTable
    from exogui.contacts.repairing.recipes import Difference, DoneRepair, Recipe, RecipeChanges
    from exogui.contacts.repairing.repairs import RepairPlan

logger = logging.getLogger(__name__)

_REPAIR, _READ, _NOT_NOW = "repair_as_before", "read_as_before", "not_now"
_MOST_NAMES = 4
"""Columns or countries that are named; the person sees the rest in the table."""


class RecipeCoordinator(QObject):
    """Looks for a recipe when a file was opened; keeps one when a list was sent or saved."""

    unexpected = Signal(object)
    """An exception that nobody expected."""

    def __init__(
        self,
        window: MainWindow,
        contacts: ContactsController,
        *,
        recipes: RecipeController,
        review: ReviewCoordinator,
        notice: StepNotice,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._contacts = contacts
        self._recipes = recipes
        self._review = review
        self._notice = notice
        self._offer: RecipeOffer | None = None
        self._mapping_step: Step | None = None
        """The step that sent the columns as a recipe says: it is none of the person's."""
        self._to_read: FoundRecipe | None = None
        """Of a file that was read in another way before, until the person has answered."""
        self._opened: tuple[Path, tuple[str, ...]] | None = None
        """The file that was opened last, and its header as found before anybody said how to read it."""
        self._words = ""
        """What was said last about an earlier list."""
        self._steps: list[tuple[Step, tuple[DoneRepair, ...], tuple[str, ...]]] = []
        """What was done with the table on show: repairs, and keys of the columns whose numbers got rows."""
        self._undone: list[Step] = []
        self._connect()

    def _connect(self) -> None:
        window, contacts, recipes = self._window, self._contacts, self._recipes
        contacts.opened.connect(self._on_opened)
        contacts.repaired.connect(self._on_repaired)
        recipes.found.connect(self._on_found)
        recipes.planned.connect(self._on_planned)
        recipes.failed.connect(self._on_failed)
        recipes.not_kept.connect(self._on_not_kept)
        window.table_model.table_replaced.connect(self._on_table_replaced)
        window.table_model.table_changed.connect(self._on_table_changed)
        window.message_bar.action_triggered.connect(self._on_message_action)
        window.commands.reset_columns.triggered.connect(self.forget)
        window.review_view.table.header.reset_requested.connect(self.forget)

    # --- a file was opened --------------------------------------------------------------------------------

    @Slot(object)
    def _on_opened(self, table: ContactTable) -> None:
        source = table.source
        if source.options == FIND_OUT:
            self._opened = source.path, table.file_header
        self.look_for(table)

    @Slot(object)
    def look_for(self, table: ContactTable) -> None:
        """Find out whether ``table`` is of an export that was worked on before."""
        self._recipes.find(table)

    def _is_untouched(self, table: ContactTable) -> bool:
        """Whether the table is on show and the person has not begun to work on it."""
        on_show = table is self._window.table_model.table and self._window.reviewing
        unchanged = table.undo_step is None or table.undo_step is self._mapping_step
        return on_show and unchanged and not self._contacts.busy

    @Slot(object)
    def _on_found(self, found: FoundRecipe) -> None:
        if not self._is_untouched(found.table):
            return
        if found.reads_otherwise:
            self._offer_to_read(found)
        else:
            self._take_up(found)

    def _offer_to_read(self, found: FoundRecipe) -> None:
        self._to_read = found
        options = describe_options(found.recipe.reading, found.table.source.format, say)
        words = say(texts.READ_OTHERWISE, day=_day(found.recipe.used_on), options=options)
        actions = (
            MessageAction(_READ, say(texts.READ_AS_BEFORE)),
            MessageAction(_NOT_NOW, say(texts.NOT_NOW)),
        )
        self._tell(MessageKind.INFO, words, actions)

    def _tell(self, kind: MessageKind, words: str, actions: tuple[MessageAction, ...] = ()) -> None:
        self._words = words
        self._window.message_bar.show_message(kind, words, actions)

    def _take_up(self, found: FoundRecipe) -> None:
        """Send the columns as they were then, and look what else would be the same."""
        table, judged = found.table, found.judged
        if judged is not None:
            self._window.table_model.install_mapping(judged.after.judgement.mapping, judged)
            self._mapping_step = table.undo_step
            self._review.mark_kept(table.undo_step)  # the person did nothing that could be forgotten
        self._recipes.plan(table, found.recipe)

    @Slot(object)
    def _on_planned(self, offer: RecipeOffer) -> None:
        mapped = self._mapping_step is not None
        changes = offer.changes
        if not self._is_untouched(offer.table) or not (mapped or changes.count or offer.differences):
            return
        day = _day(offer.recipe.used_on)
        if offer.differences:
            differences = " ".join(map(_difference_text, offer.differences))
            words = say(texts.DIFFERS, day=day, differences=differences)
            self._tell(MessageKind.WARNING, words)
            return
        sentences = [say(texts.SAME_EXPORT, day=day)]
        actions: tuple[MessageAction, ...] = ()
        if mapped:
            sentences.append(say(texts.MAPPED_AS_BEFORE))
        if changes.count:
            self._offer = offer
            sentences += _change_texts(changes)
            only_repairs = say(texts.REPAIR_AS_BEFORE, changes.cells)
            verb = only_repairs if changes.only_repairs else say(texts.DO_AS_BEFORE)
            actions = (MessageAction(_REPAIR, verb), MessageAction(_NOT_NOW, say(texts.NOT_NOW)))
        self._tell(MessageKind.INFO, " ".join(sentences), actions)

    @Slot(object, object)
    def _on_failed(self, table: ContactTable, error: Exception) -> None:
        if isinstance(error, OSError):
            logger.warning("The recipes could not be read: %s", error.strerror)
        elif self._is_untouched(table):
            self.unexpected.emit(error)  # else rows went while they were looked at

    # --- the same repairs again ---------------------------------------------------------------------------

    @Slot(str)
    def _on_message_action(self, name: str) -> None:
        if name == _REPAIR:
            self.do_as_before()
        if name not in {_READ, _NOT_NOW}:
            return
        found, self._to_read = self._to_read, None
        if found is None or not self._is_untouched(found.table):
            return
        if name == _READ:
            self._review.open_file(found.table.source.path, found.recipe.reading)
        elif found.is_of_these_columns:
            self._take_up(found)

    def do_as_before(self) -> None:
        """Do what was offered, as one step; planned again, because cells may have been edited since."""
        offer, self._offer = self._offer, None
        if offer is None or self._contacts.busy or offer.table is not self._window.table_model.table:
            return
        recipe = offer.recipe

        def work(table: ContactTable, checkpoint: Checkpoint) -> tuple[RecipeChanges, JudgedTable]:
            return judge_recipe(recipe, table, checkpoint)

        self._contacts.work_on_table(work, lambda answer: self._on_judged(recipe, *answer))

    def _on_judged(self, recipe: Recipe, changes: RecipeChanges, judged: JudgedTable) -> None:
        count = changes.count
        if not count:
            return
        step = Step(StepKind.AS_BEFORE, count=count)
        text = texts.REPAIRED_AS_BEFORE if changes.only_repairs else texts.DONE_AS_BEFORE
        self._notice.install(judged, step, say(text, count))
        self._steps.append((step, recipe.repairs, recipe.one_row_each))

    # --- what was done ------------------------------------------------------------------------------------

    @Slot(object)
    def _on_repaired(self, plan: RepairPlan) -> None:
        table = self._window.table_model.table
        if table is None or not plan.edits or table.undo_step is None:
            return
        from exogui.contacts.repairing.recipes import DoneRepair

        self._steps.append((table.undo_step, (DoneRepair(plan.code, self._review.country),), ()))

    @Slot(object, object)
    def add_one_row_each(self, step: Step, columns: tuple[int, ...]) -> None:
        """The numbers in these columns were given rows."""
        table = self._window.table_model.table
        if table is None:
            return
        from exogui.contacts.repairing.recipes import column_keys

        keys = column_keys(table.header)
        self._steps.append((step, (), tuple(keys[column] for column in columns)))

    @Slot(object)
    def _on_table_changed(self, _change: object) -> None:
        """A repair that was taken back is not remembered, unless it is done again."""
        table = self._window.table_model.table
        if table is None:
            return
        self._undone = [step for step in self._undone if step is not table.undo_step]
        if table.redo_step is not None and all(step is not table.redo_step for step in self._undone):
            self._undone.append(table.redo_step)

    @Slot()
    def _on_table_replaced(self) -> None:
        self._steps, self._undone = [], []
        self._offer = self._to_read = self._mapping_step = None
        if self._words and self._window.message_bar.text == self._words:
            self._window.message_bar.clear()  # it was about another table
        self._words = ""

    @Slot()
    def remember(self) -> None:
        """Keep how the table on show was mapped and repaired, for the next file of the same export."""
        table = self._window.table_model.table
        if table is None or not table.has_phone_column:
            return
        done = [each for each in self._steps if all(each[0] is not undone for undone in self._undone)]
        path, opened_header = self._opened or (None, ())
        self._recipes.remember(
            table,
            [repair for _step, repairs, _columns in done for repair in repairs],
            self._review.country,
            one_row_each=[key for _step, _repairs, columns in done for key in columns],
            opened_header=opened_header if path == table.source.path else (),
        )

    @Slot()
    def forget(self) -> None:
        """The person wants the columns as they are proposed: files like this one begin anew."""
        table = self._window.table_model.table
        if table is not None:
            self._recipes.forget(table)

    @Slot(object)
    def _on_not_kept(self, error: Exception) -> None:
        """A convenience that is missing next time is no reason to interrupt a person."""
        logger.warning("How the list was put right is not remembered: %s", type(error).__name__)


def _change_texts(changes: RecipeChanges) -> Iterator[str]:
    if changes.cells:
        yield say(texts.SAME_REPAIRS, changes.cells)
    if changes.rows:
        yield say(texts.SAME_ROWS, changes.rows)
    for column in changes.columns:
        field = say(review_texts.FIELD_NAMES[column.field])
        yield say(texts.SAME_COLUMN, field=field, value=column.value)


def _day(day: date) -> str:
    return QLocale().toString(QDate(day.year, day.month, day.day), QLocale.FormatType.LongFormat)


def _difference_text(difference: Difference) -> str:
    from exogui.contacts.repairing.recipes import DifferenceKind as Kind

    values = difference.values
    match difference.kind:
        case Kind.NEW_COLUMNS:
            return say(texts.NEW_COLUMNS, len(values), names=_listed([f"“{value}”" for value in values]))
        case Kind.MISSING_COLUMNS:
            fields = [say(review_texts.FIELD_NAMES[Field(value)]) for value in values]
            return say(texts.MISSING_COLUMNS, len(values), names=_listed(fields))
        case Kind.OTHER_COUNTRIES:
            return say(texts.OTHER_COUNTRIES, names=_listed([territory_name(value) for value in values]))
        case Kind.FEWER_READY:
            return say(texts.FEWER_READY, then=int(values[0]), now=int(values[1]))
    return say(texts.FEWER_ROWS, then=int(values[0]), now=int(values[1]))


def _listed(names: list[str]) -> str:
    return ", ".join(names[:_MOST_NAMES]) + (", …" if len(names) > _MOST_NAMES else "")
