"""An upload that was asked for, from the click until it has ended."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from exogui.contacts.table import ContactTable
from exogui.exotel.accounts import Account, Credentials
from exogui.exotel.duplicate_action import DuplicateAction
from exogui.gui.coordinators.going_on import GoingOn
from exogui.gui.widgets.upload_bar import UploadChoices
from exogui.uploads.preparing import UploadOrder
from exogui.uploads.records import JobRecord


@dataclass(frozen=True, slots=True)
class OrderedUpload:
    """What is to be sent, and how."""

    table: ContactTable
    rows: Sequence[int]
    account: Account
    choices: UploadChoices
    job: JobRecord | None = None
    """The job that these rows belong to, where there is one."""
    going_on: GoingOn | None = None
    """How the job is taken up again as it is, where it is not given another attempt."""
    credentials: Credentials | None = None

    @property
    def row_count(self) -> int:
        """Rows that are sent, or that Exotel is asked about."""
        return len(self.rows) if self.going_on is None else self.going_on.row_count

    @property
    def upload_order(self) -> UploadOrder:
        """The choices, for the job."""
        choices = self.choices
        action = DuplicateAction(choices.duplicate_action)
        return UploadOrder(self.account, action, choices.list_id, try_first=choices.try_first)
