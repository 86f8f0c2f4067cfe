"""An upload that was asked for, from the click until it has ended."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from exogui.contacts.table import ContactTable
from exogui.exotel.accounts import Account, Credentials
from exogui.exotel.duplicate_action import DuplicateAction
from exogui.gui.widgets.upload_bar import UploadChoices
from exogui.uploads.choices import LostAnswerChoice
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
    goes_on: bool = False
    """Whether the job is taken up again as it is, and not given another attempt."""
    choice: LostAnswerChoice | None = None
    """What the person decided about rows of which nobody knows."""
    credentials: Credentials | None = None

    @property
    def row_count(self) -> int:
        """Rows that are sent, or that Exotel is asked about."""
        if self.goes_on and self.job is not None:
            counts = self.job.counts
            return counts.waiting + counts.in_flight + counts.unknown
        return len(self.rows)

    @property
    def upload_order(self) -> UploadOrder:
        """The choices, for the job."""
        choices = self.choices
        action = DuplicateAction(choices.duplicate_action)
        return UploadOrder(self.account, action, choices.list_id, try_first=choices.try_first)
