"""One kind of problem: what it is, what would mend it, and where."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QPushButton, QVBoxLayout, QWidget

from exogui.contacts.problems import ProblemCode, Severity
from exogui.gui.icons import icon
from exogui.gui.models.problem_card_data import CountryChoice, ProblemCardData
from exogui.gui.speech import say
from exogui.gui.theme import UNIT, set_role
from exogui.gui.widgets.buttons import describe, make_button
from exogui.gui.widgets.elided_label import ElidedLabel
from exogui.gui.widgets.flow_layout import FlowLayout
from exogui.gui.widgets.icon_label import IconLabel
from exogui.gui.widgets.labels import make_label
from exogui.gui.widgets.notice_card import beside_first_line
from exogui.messages import repairing as texts
from exogui.messages import review

_SEVERITIES = {
    Severity.ERROR: ("error-circle", "must_fix", review.SEVERITY_MUST_FIX),
    Severity.WARNING: ("warning-triangle", "worth_look", review.SEVERITY_WORTH_A_LOOK),
    Severity.NOTE: ("info", "muted", review.SEVERITY_NOTE),
}
"""Icon, its colour, and what it says."""


class ProblemCard(QFrame):
    """Shows a :class:`ProblemCardData`; another one of the same kind is taken up without a flicker."""

    repair_requested = Signal(object, object)
    """(:class:`ProblemCode`, ISO code of the country or None)"""
    show_requested = Signal(object)
    """The :class:`ProblemCode` whose rows to show; None to show all rows again."""
    preview_requested = Signal(object, object)
    """(:class:`ProblemCode`, ISO code of the country or None): show what the repair would change."""
    decide_requested = Signal(object)
    """The :class:`ProblemCode` about whose rows the person wants to decide."""
    given_up = Signal(object)
    """The :class:`ProblemCode` that the person wants settled without repair."""
    country_changed = Signal(str)
    """ISO code of the country that the person chose."""

    def __init__(self, data: ProblemCardData, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._data = data
        self._name = f"problem_{data.code}"
        self.setObjectName(self._name)
        set_role(self, "card")
        self._build()
        self.set_data(data)

    @property
    def code(self) -> ProblemCode:
        """The kind of problem; it stays the same for the life of the card."""
        return self._data.code

    @property
    def title(self) -> str:
        """What is wrong, with the count."""
        return self._data.title

    def set_data(self, data: ProblemCardData) -> None:
        """Show new counts, examples and so on."""
        self._data = data
        self._title.setText(data.title)
        _icon, _tint, severity = _SEVERITIES[data.code.severity]
        self.setAccessibleName(f"{say(severity)}: {data.title}")
        self._before.set_text(data.before)
        self._after.set_text(data.after)
        self._example.setVisible(bool(data.before or data.after))
        self._example.setAccessibleName(say(review.EXAMPLE_SPOKEN, before=data.before, after=data.after))
        self._help.setText(data.help)
        self._help.setVisible(bool(data.help))
        self._set_repair(data)

    def _set_repair(self, data: ProblemCardData) -> None:
        must_choose = bool(data.countries) and data.country is None
        text = say(review.CHOOSE_COUNTRY_FIRST) if must_choose else data.repair
        self.repair_button.setText(text)
        self.repair_button.setVisible(bool(text))
        describe(self.repair_button, text, self._example.accessibleName() if data.before else "")
        self.country_button.setVisible(bool(data.countries) and not must_choose)
        self.preview_button.setVisible(bool(data.repair) and not must_choose)
        self.decide_button.setText(data.decide)
        self.decide_button.setVisible(bool(data.decide))
        describe(self.decide_button, data.decide, say(texts.DECIDE_MEANS))

        self.give_up_button.setText(data.give_up)
        self.give_up_button.setVisible(bool(data.give_up))
        describe(self.give_up_button, data.give_up, data.give_up_means)

    def set_shown(self, shown: bool) -> None:
        """Whether the table shows the rows with this problem and no others."""
        self.show_button.setChecked(shown)
        self.show_button.setText(say(review.SHOWING if shown else review.SHOW))
        help_text = say(review.SHOWING_HELP if shown else review.SHOW_HELP)
        describe(self.show_button, f"{self.show_button.text()}: {self._data.title}", help_text)

    def _build(self) -> None:
        picture = IconLabel(*_SEVERITIES[self._data.code.severity][:2])
        self._title = make_label(role="heading", name=f"{self._name}_title", wrap=True)
        self._build_example()
        self._help = make_label(role="small", name=f"{self._name}_help", wrap=True)
        self._build_buttons()
        top = QHBoxLayout()
        top.setSpacing(UNIT)
        top.addLayout(beside_first_line(picture))
        top.addWidget(self._title, 1)
        buttons = FlowLayout(UNIT // 2)
        for button in self._buttons():
            buttons.addWidget(button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(14, 12, 14, 12)
        layout.setSpacing(UNIT + 2)
        layout.addLayout(top)
        layout.addWidget(self._example)
        layout.addWidget(self._help)
        layout.addLayout(buttons)

    def _build_example(self) -> None:
        self._example = QFrame()
        self._example.setObjectName(f"{self._name}_example")
        set_role(self._example, "sunk")
        self._before = ElidedLabel(f"{self._name}_before", Qt.TextElideMode.ElideMiddle)
        self._after = ElidedLabel(f"{self._name}_after", Qt.TextElideMode.ElideMiddle)
        set_role(self._before, "small")
        set_role(self._after, "small-strong")
        layout = QHBoxLayout(self._example)
        layout.setContentsMargins(10, 7, 10, 7)
        layout.setSpacing(6)
        layout.addWidget(self._before)
        layout.addWidget(IconLabel("arrow-right", "muted", 12))
        layout.addWidget(self._after)
        layout.addStretch(1)

    def _build_buttons(self) -> None:
        self.repair_button = make_button("", f"{self._name}_repair", measure="small")
        self.repair_button.clicked.connect(self._on_repair_clicked)
        self.country_button = make_button("", f"{self._name}_country", measure="small")
        self.country_button.setIcon(icon("chevron-down", "muted"))
        self.country_button.setIconSize(QSize(12, 12))
        self.country_button.setFixedWidth(28)
        describe(self.country_button, say(review.CHOOSE_COUNTRY), say(review.CHOOSE_COUNTRY))
        self.country_button.clicked.connect(self._on_country_clicked)
        self.decide_button = make_button("", f"{self._name}_decide", measure="small")
        self.decide_button.clicked.connect(self._on_decide_clicked)
        self.give_up_button = make_button("", f"{self._name}_give_up", measure="small")
        self.give_up_button.clicked.connect(self._on_give_up_clicked)
        self.preview_button = make_button(
            say(texts.PREVIEW),
            f"{self._name}_preview",
            role="link",
            measure="small",
            description=say(texts.PREVIEW_MEANS),
        )
        self.preview_button.clicked.connect(self._on_preview_clicked)
        self.show_button = make_button(say(review.SHOW), f"{self._name}_show", role="link", measure="small")
        self.show_button.setCheckable(True)
        self.show_button.clicked.connect(self._on_show_clicked)
        self.set_shown(False)

    def _buttons(self) -> tuple[QPushButton, ...]:
        return (
            self.repair_button,
            self.country_button,
            self.decide_button,
            self.give_up_button,
            self.preview_button,
            self.show_button,
        )

    # --- what the person does --------------------------------------------------------------------------

    @Slot()
    def _on_repair_clicked(self) -> None:
        if self._data.countries and self._data.country is None:
            self._open_countries(self.repair_button)
        else:
            self.repair_requested.emit(self._data.code, self._data.country)

    @Slot()
    def _on_country_clicked(self) -> None:
        self._open_countries(self.country_button)

    @Slot()
    def _on_decide_clicked(self) -> None:
        self.decide_requested.emit(self._data.code)

    @Slot()
    def _on_give_up_clicked(self) -> None:
        self.given_up.emit(self._data.code)

    @Slot()
    def _on_preview_clicked(self) -> None:
        self.preview_requested.emit(self._data.code, self._data.country)

    @Slot(bool)
    def _on_show_clicked(self, checked: bool) -> None:
        self.set_shown(checked)
        self.show_requested.emit(self._data.code if checked else None)

    def _open_countries(self, below: QWidget) -> None:
        """The likely countries at hand; the others by their first letter, so that no menu is endless."""
        menu = QMenu(self)
        menu.setObjectName("country_menu")
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.setAccessibleName(say(review.CHOOSE_COUNTRY))
        at_hand = [c for c in self._data.countries if c.likely or c.iso == self._data.country]
        others = [choice for choice in self._data.countries if choice not in at_hand]
        for choice in at_hand:
            self._add_country(menu, choice)
        if at_hand and others:
            menu.addSeparator()
        letters: dict[str, QMenu] = {}
        for choice in sorted(others, key=lambda choice: choice.name.casefold()):
            letter = choice.name[:1].upper()
            if letter not in letters:
                letters[letter] = menu.addMenu(letter)
            self._add_country(letters[letter], choice)
        menu.triggered.connect(self._on_country_chosen)
        menu.popup(below.mapToGlobal(below.rect().bottomLeft()))

    def _add_country(self, menu: QMenu, choice: CountryChoice) -> None:
        action = menu.addAction(choice.name)
        action.setObjectName(f"country_{choice.iso}")
        action.setData(choice.iso)
        action.setCheckable(True)
        action.setChecked(choice.iso == self._data.country)

    @Slot(QAction)
    def _on_country_chosen(self, action: QAction) -> None:
        self.country_changed.emit(action.data())
