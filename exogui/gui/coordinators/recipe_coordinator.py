"""The same export again: remembers how a list was put right, and offers the same for the next one."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, QLocale, QObject, Signal, Slot

from exogui.contacts.progress import Checkpoint
from exogui.contacts.schema import Field
from exogui.contacts.steps import Step, StepKind
from exogui.contacts.table import ContactTable, JudgedEdits
from exogui.gui.controllers.contacts_controller import ContactsController
from exogui.gui.controllers.recipe_controller import FoundRecipe, RecipeController, RecipeOffer
from exogui.gui.coordinators.review_coordinator import ReviewCoordinator
from exogui.gui.coordinators.step_notice import StepNotice
from exogui.gui.main_window import MainWindow
from exogui.gui.models.territories import territory_name
from exogui.gui.speech import say
from exogui.gui.widgets.message_bar import MessageAction, MessageKind
from exogui.messages import editing as texts
from exogui.messages import review as review_texts

if TYPE_CHECKING:
    from datetime import date

    from exogui.contacts.repairing.recipes import Difference, DoneRepair, Recipe
    from exogui.contacts.repairing.repairs import RepairPlan

logger = logging.getLogger(__name__)

_REPAIR, _NOT_NOW = "repair_as_before", "not_now"
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
        self._steps: list[tuple[Step, tuple[DoneRepair, ...]]] = []
        """The repairs of the table on show."""
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
        self._recipes.find(table)

    def _is_untouched(self, table: ContactTable) -> bool:
        """Whether the table is on show and the person has not begun to work on it."""
        on_show = table is self._window.table_model.table and self._window.reviewing
        unchanged = table.undo_step is None or table.undo_step is self._mapping_step
        return on_show and unchanged and not self._contacts.busy

    @Slot(object)
    def _on_found(self, found: FoundRecipe) -> None:
        table, judged = found.table, found.judged
        if not self._is_untouched(table):
            return
        if judged is not None:
            self._window.table_model.install_mapping(judged.after.judgement.mapping, judged)
            self._mapping_step = table.undo_step
            self._review.mark_kept(table.undo_step)  # the person did nothing that could be forgotten
        self._recipes.plan(table, found.recipe)

    @Slot(object)
    def _on_planned(self, offer: RecipeOffer) -> None:
        mapped = self._mapping_step is not None
        if not self._is_untouched(offer.table) or not (mapped or offer.cells or offer.differences):
            return
        day = _day(offer.recipe.used_on)
        if offer.differences:
            differences = " ".join(map(_difference_text, offer.differences))
            words = say(texts.DIFFERS, day=day, differences=differences)
            self._window.message_bar.show_message(MessageKind.WARNING, words)
            return
        sentences = [say(texts.SAME_EXPORT, day=day)]
        actions: tuple[MessageAction, ...] = ()
        if mapped:
            sentences.append(say(texts.MAPPED_AS_BEFORE))
        if offer.cells:
            self._offer = offer
            sentences.append(say(texts.SAME_REPAIRS, offer.cells))
            actions = (
                MessageAction(_REPAIR, say(texts.REPAIR_AS_BEFORE, offer.cells)),
                MessageAction(_NOT_NOW, say(texts.NOT_NOW)),
            )
        self._window.message_bar.show_message(MessageKind.INFO, " ".join(sentences), actions)

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
            self.repair_as_before()

    def repair_as_before(self) -> None:
        """Do what was offered, as one step; planned again, because cells may have been edited since."""
        offer, self._offer = self._offer, None
        if offer is None or self._contacts.busy or offer.table is not self._window.table_model.table:
            return
        recipe = offer.recipe

        def work(table: ContactTable, checkpoint: Checkpoint) -> JudgedEdits:
            from exogui.contacts.repairing.recipes import plan_recipe, planned_edits

            return table.judge_edits(planned_edits(plan_recipe(recipe, table, checkpoint)), checkpoint)

        self._contacts.work_on_table(work, lambda judged: self._on_judged(recipe, judged))

    def _on_judged(self, recipe: Recipe, judged: JudgedEdits) -> None:
        count = len(judged.edits)
        if not count:
            return
        step = Step(StepKind.REPAIR, count=count)
        self._window.table_model.install_edits(judged, step)
        self._steps.append((step, recipe.repairs))
        self._notice.tell(say(texts.REPAIRED_AS_BEFORE, count))

    # --- what was done ------------------------------------------------------------------------------------

    @Slot(object)
    def _on_repaired(self, plan: RepairPlan) -> None:
        table = self._window.table_model.table
        if table is None or not plan.edits or table.undo_step is None:
            return
        from exogui.contacts.repairing.recipes import DoneRepair

        self._steps.append((table.undo_step, (DoneRepair(plan.code, self._review.country),)))

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
        self._offer = self._mapping_step = None

    @Slot()
    def remember(self) -> None:
        """Keep how the table on show was mapped and repaired, for the next file of the same export."""
        table = self._window.table_model.table
        if table is None or not table.has_phone_column:
            return
        done = [
            repair
            for step, repairs in self._steps
            if all(step is not undone for undone in self._undone)
            for repair in repairs
        ]
        self._recipes.remember(table, done, self._review.country)

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
