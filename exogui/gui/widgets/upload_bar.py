"""The bar under the table: how to upload, and the button that does it."""

from __future__ import annotations

from dataclasses import dataclass, replace

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from exogui.gui.icons import icon
from exogui.gui.speech import say
from exogui.gui.theme import UNIT, set_role
from exogui.gui.widgets.buttons import describe, make_button
from exogui.gui.widgets.check_box import CheckBox
from exogui.gui.widgets.labels import make_label
from exogui.gui.widgets.segmented_control import Choice, SegmentedControl
from exogui.messages import policy as policy_texts
from exogui.messages import sending as texts
from exogui.uploads.preparing import FIRST_ROWS


@dataclass(frozen=True, slots=True)
class UploadChoices:
    """What the person chose for the next upload."""

    duplicate_action: str = "skip"
    """``skip``, ``update`` or ``create_new``, as Exotel calls them."""
    list_id: str = ""
    """Empty for no list."""
    include_problem_rows: bool = False
    try_first: bool = False
    """Send the first few rows only, to look at what becomes of them before the others."""


@dataclass(frozen=True, slots=True)
class UploadReadiness:
    """What there is to upload and what stands in the way."""

    ready: int = 0
    """Rows that can be sent, those worth a look included."""
    with_problems: int = 0
    """Rows that must be fixed."""
    has_account: bool = False
    has_phone_column: bool = True
    busy: bool = False
    continues: bool = False
    """The rows belong to an upload whose choices were made."""


class UploadBar(QFrame):
    """Shows what the Upload button is going to do, and asks for it."""

    upload_requested = Signal(UploadChoices)
    account_requested = Signal()
    """The button was pressed while there is no account."""
    choices_changed = Signal(UploadChoices)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("upload_bar")
        set_role(self, "bar")
        self._readiness = UploadReadiness()
        self._actions = {"skip", "update", "create_new"}
        self._build_choices()
        self._build_action()
        self._lay_out()
        self.set_readiness(self._readiness)

    @property
    def choices(self) -> UploadChoices:
        """What is chosen now."""
        return UploadChoices(
            self.duplicates.value, self.list_id.text().strip(), self.include_rows.isChecked()
        )

    def set_choices(self, choices: UploadChoices) -> None:
        """Choose as remembered; an action that does not exist or is forbidden leaves the choice as it is."""
        if choices.duplicate_action in self._actions:
            self.duplicates.set_value(choices.duplicate_action)
        self.list_id.setText(choices.list_id)
        self.include_rows.setChecked(choices.include_problem_rows)

    def forbid_create_new(self) -> None:
        """Contacts that are already there are skipped or updated; the organisation allows no more."""
        self._actions.discard("create_new")
        self.duplicates.forbid("create_new", say(policy_texts.SWITCHED_OFF))

    def set_readiness(self, readiness: UploadReadiness) -> None:
        """Show other counts or another state; cheap enough for every edit."""
        self._readiness = readiness
        if not readiness.with_problems:
            self.include_rows.setChecked(False)  # consent was given for rows that are mended now
        self._show_problem_rows()
        self._show_button()
        for control in (self.duplicates, self.list_id):
            control.setEnabled(not readiness.busy and not readiness.continues)
        self.include_rows.setEnabled(not readiness.busy)

    # --- construction -------------------------------------------------------------------------------------

    def _build_choices(self) -> None:
        self.duplicates = SegmentedControl(
            "duplicate_action",
            say(texts.IF_THERE),
            [
                Choice("skip", say(texts.SKIP), say(texts.SKIP_MEANS)),
                Choice("update", say(texts.UPDATE), say(texts.UPDATE_MEANS)),
                Choice("create_new", say(texts.CREATE_AGAIN), say(texts.CREATE_AGAIN_MEANS)),
            ],
        )
        self.duplicates.value_changed.connect(self._on_choice_changed)
        self.list_id = QLineEdit()
        self.list_id.setObjectName("list_id")
        self.list_id.setPlaceholderText(say(texts.LIST_ID_EXAMPLE))
        self.list_id.setFixedWidth(160)
        describe(self.list_id, say(texts.LIST_ID), say(texts.LIST_ID_MEANS))
        self.list_id.textChanged.connect(self._on_choice_changed)

    def _build_action(self) -> None:
        self._rows = make_label(role="muted", name="rows_that_stay")
        self.include_rows = CheckBox(say(texts.SEND_TOO), "include_problem_rows")
        self.include_rows.toggled.connect(self._on_choice_changed)
        self.try_button = make_button(
            say(texts.TRY_FIRST, FIRST_ROWS),
            "try_first",
            role="quiet",
            description=say(texts.TRY_FIRST_MEANS, FIRST_ROWS),
        )
        self.try_button.clicked.connect(self._on_try_clicked)
        self.button = make_button("", "upload", role="primary", icon_name="upload", measure="large")
        self.button.clicked.connect(self._on_button_clicked)

    def _lay_out(self) -> None:
        layout = QHBoxLayout(self)
        layout.setContentsMargins(2 * UNIT, 2 * UNIT, 2 * UNIT, UNIT + UNIT // 2)
        layout.setSpacing(3 * UNIT)
        for title, control in ((texts.IF_THERE, self.duplicates), (texts.LIST_ID, self.list_id)):
            column = QVBoxLayout()
            column.setSpacing(UNIT // 2 + 2)
            label = make_label(say(title), "small")
            label.setBuddy(control)
            column.addWidget(label)
            column.addWidget(control)
            layout.addLayout(column)
        layout.addStretch()
        rows = QVBoxLayout()
        rows.setSpacing(UNIT // 2)
        rows.addStretch()
        rows.addWidget(self._rows)
        rows.addWidget(self.include_rows)
        rows.addStretch()
        layout.addLayout(rows)
        buttons = QHBoxLayout()
        buttons.setSpacing(UNIT)
        buttons.addWidget(self.try_button)
        buttons.addWidget(self.button)
        layout.addLayout(buttons)

    # --- what is shown ------------------------------------------------------------------------------------

    def _show_problem_rows(self) -> None:
        count = self._readiness.with_problems
        included = self.include_rows.isChecked()
        self._rows.setVisible(count > 0)
        self.include_rows.setVisible(count > 0)
        if not count:
            return
        self._rows.setText(say(texts.ROWS_INCLUDED if included else texts.ROWS_STAY, count))
        set_role(self._rows, "warning" if included else "muted")
        means = say(texts.SEND_TOO_MEANS, count) if included else say(texts.ROWS_STAY_MEANS)
        self._rows.setToolTip(means)
        describe(self.include_rows, say(texts.SEND_TOO), say(texts.SEND_TOO_MEANS, count))

    def _show_button(self) -> None:
        readiness = self._readiness
        count = readiness.ready + (readiness.with_problems if self.include_rows.isChecked() else 0)
        hindrance = self._hindrance(count)
        if readiness.busy:
            text = say(texts.UPLOAD_BUSY)
        elif hindrance:
            text = say(texts.UPLOAD_NOTHING)
        elif not readiness.has_account:
            text, hindrance = say(texts.ADD_ACCOUNT), say(texts.ADD_ACCOUNT_MEANS)
        else:
            text = say(texts.UPLOAD, count)
        self.button.setText(text)
        self.button.setIcon(icon("upload" if readiness.has_account else "account", "on_accent"))
        self.button.setEnabled(not readiness.busy and self._hindrance(count) == "")
        describe(self.button, text, hindrance)
        can_try = count > FIRST_ROWS and readiness.has_account and not readiness.continues
        self.try_button.setVisible(can_try and not hindrance)
        self.try_button.setEnabled(not readiness.busy)

    def _hindrance(self, count: int) -> str:
        """Why nothing can be uploaded; empty when something can."""
        readiness = self._readiness
        if not readiness.has_phone_column:
            return say(texts.NO_PHONE_COLUMN)
        if count:
            return ""
        return say(texts.NO_ROW_READY if readiness.with_problems else texts.NO_ROWS)

    # --- what the person does -----------------------------------------------------------------------------

    @Slot()
    def _on_choice_changed(self) -> None:
        self._show_problem_rows()
        self._show_button()
        self.choices_changed.emit(self.choices)

    @Slot()
    def _on_try_clicked(self) -> None:
        self.upload_requested.emit(replace(self.choices, try_first=True))

    @Slot()
    def _on_button_clicked(self) -> None:
        if self._readiness.has_account:
            self.upload_requested.emit(self.choices)
        else:
            self.account_requested.emit()
