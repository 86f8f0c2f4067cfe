"""Which rows came in, in which upload, and what became of each: for tests, which need not ask the client."""

from __future__ import annotations

import threading
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from exogui.practice.contact_csv import COLUMNS
from exogui.practice.contact_store import Contact, Effect, Intake

Row = tuple[str, ...]
"""The values of :data:`~exogui.practice.contact_csv.COLUMNS`, in that order."""


class Entry(NamedTuple):
    """One received row."""

    upload_id: str
    record: int
    """Index among the file's records, from 0."""
    contact: Contact
    """Its values, and the list it was sent to."""
    effect: Effect


@dataclass(frozen=True, slots=True)
class Balance:
    """Rows sent against rows received. Each row with the number of times it is too few or too many."""

    lost: Counter[Row] = field(repr=False)
    """Sent, and not received."""
    doubled: Counter[Row] = field(repr=False)
    """Received more often than they were sent."""
    strange: Counter[Row] = field(repr=False)
    """Received, and never sent."""

    @property
    def even(self) -> bool:
        """Whether each row came in just as often as it was sent."""
        return not (self.lost or self.doubled or self.strange)


class Ledger:
    """The rows of every accepted upload. Safe to use from several threads.

    An upload that is refused as a whole, or breaks off, leaves no row here and no contact in the account.
    """

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._intakes: dict[str, Intake] = {}

    def enter(self, upload_id: str, intake: Intake) -> None:
        """Write down an accepted upload."""
        with self._lock:
            self._intakes[upload_id] = intake

    @property
    def entries(self) -> tuple[Entry, ...]:
        """Every received row, in order of arrival."""
        with self._lock:
            return tuple(
                Entry(upload_id, record, contact, effect)
                for upload_id, intake in self._intakes.items()
                for record, (contact, effect) in enumerate(zip(intake.contacts, intake.effects, strict=True))
            )

    def of_number(self, phone_number: str) -> tuple[Entry, ...]:
        """The received rows of one phone number."""
        return tuple(entry for entry in self.entries if entry.contact.phone_number == phone_number)

    def effects(self, upload_id: str | None = None) -> Counter[Effect]:
        """How many rows were created, updated, skipped and refused, in one upload or in all."""
        with self._lock:
            counts: Counter[Effect] = Counter()
            for each, intake in self._intakes.items():
                if upload_id is None or each == upload_id:
                    counts.update(intake.effects)
            return counts

    @property
    def received(self) -> Counter[Row]:
        """How often each row came in, whatever became of it."""
        with self._lock:
            rows: Counter[Row] = Counter()
            for intake in self._intakes.values():
                rows.update(contact[:7] for contact in intake.contacts)
            return rows

    def balance(self, sent: Iterable[Sequence[str]]) -> Balance:
        """The received rows against those that were to be sent; values that a row lacks count as empty."""
        wanted = Counter((*row, *("",) * (len(COLUMNS) - len(row))) for row in sent)
        received = self.received
        surplus = received - wanted
        strange = Counter({row: times for row, times in surplus.items() if row not in wanted})
        return Balance(lost=wanted - received, doubled=surplus - strange, strange=strange)
