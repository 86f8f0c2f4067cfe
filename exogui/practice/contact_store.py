"""The contacts of the practice account, and its judgement on every row that wants to become one.

The practice account refuses what Exotel documents, and on purpose a few things that look right, so that there
are refused rows to practise with:

=====================  =================================================================================
code                   refused
=====================  =================================================================================
``MISSING_REQUIRED``   no phone number
``INVALID_PHONE``      not E.164, or one of **+91 99999 00000 to 09999**, which cannot be called
``INVALID_EMAIL``      not an address, or an address **@bounces.example**
``INVALID_FORMAT``     control characters, over 255 characters, more cells than the header, or a **tag that
                       contains ``|``**
``QUOTA_EXCEEDED``     the account's contact limit is reached
=====================  =================================================================================

A number that the account has already, or that stood higher up in the same file, is a duplicate: skipped,
updated or stored again as ``duplicate_action`` says. :data:`EXISTING_CONTACTS` are there from the start on a
server made with ``seeded=True``, as the one behind the program's practice account is.
"""

from __future__ import annotations

import re
import threading
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple

from exogui.practice.contact_csv import ROWS_BETWEEN_PAUSES, ContactCsv

DUPLICATE_ACTIONS = ("skip", "update", "create_new")

_E164 = re.compile(r"\+[1-9][0-9]{6,14}")
_CALLABLE = re.compile(r"(?!\+91999990[0-9]{4}\Z)\+[1-9][0-9]{6,14}")
_EMAIL = re.compile(r"[^@\s,;]+@[^@\s,;]+\.[^@\s,;.]+")
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
_MAX_LENGTH = 255


Complaint = tuple[str, str]
"""Exotel's error code and a message."""


class Contact(NamedTuple):
    """A stored contact."""

    phone_number: str
    first_name: str = ""
    last_name: str = ""
    email: str = ""
    company: str = ""
    tag: str = ""
    custom_field_1: str = ""
    list_id: str | None = None


EXISTING_CONTACTS = (
    Contact("+919876543201", "Meera", "Krishnan", "meera.krishnan@example.com"),
    Contact("+919876543202", "Arjun", "Malhotra", "arjun.malhotra@example.com"),
    Contact("+6591234501", "Wei Ling", "Tan", "weiling.tan@example.com"),
    Contact("+60123456701", "Nurul", "Aziz", "nurul.aziz@example.com"),
)
"""What a seeded practice account holds before the first upload."""


class Refusal(NamedTuple):
    """A row that did not become a contact."""

    record: int
    """Index among the file's records, from 0, the header not counted."""
    phone_number: str
    first_name: str
    last_name: str
    error_code: str
    error_message: str


@dataclass(frozen=True, slots=True)
class Verdict:
    """What became of the rows of one upload. Every row is in exactly one of the three."""

    successful: int
    refused: tuple[Refusal, ...]
    skipped: tuple[Refusal, ...]
    """Duplicates, under ``skip``."""


class Effect(StrEnum):
    """What became of a row."""

    CREATED = "created"
    UPDATED = "updated"
    """It took the place of the contact that was there."""
    SKIPPED = "skipped"
    REFUSED = "refused"


@dataclass(slots=True)
class Intake:
    """The rows of one upload as they came in, and what became of each."""

    contacts: list[Contact] = field(default_factory=list, repr=False)
    effects: list[Effect] = field(default_factory=list, repr=False)


class ContactStore:
    """All contacts of the account. Safe to use from several threads."""

    def __init__(self, limit: int | None = None, between_rows: Callable[[], None] = lambda: None) -> None:
        """``limit`` is the greatest number of contacts, None for any. ``between_rows`` is called every few
        hundred rows, to let other threads run."""
        self.limit = limit
        self._between_rows = between_rows
        self._lock = threading.Lock()
        self._contacts_of_number: dict[str, list[Contact]] = {}
        self._count = 0

    @property
    def contacts(self) -> tuple[Contact, ...]:
        """Every stored contact, those of the same number together, in order of the number's first arrival."""
        with self._lock:
            return tuple(contact for same in self._contacts_of_number.values() for contact in same)

    def add(self, contacts: Iterable[Contact]) -> None:
        """Store contacts as they are, with no judgement."""
        with self._lock:
            for contact in contacts:
                self._store(contact)

    def take(self, sheet: ContactCsv, duplicate_action: str, list_id: str | None) -> tuple[Verdict, Intake]:
        """Judge every row and store the good ones; all of them, or none if ``between_rows`` raises.

        One upload at a time.
        """
        refused: list[Refusal] = []
        skipped: list[Refusal] = []
        replaced: list[Contact] = []
        intake = Intake()
        values_of, width = sheet.picker(), sheet.width
        with self._lock:
            try:
                for record, row in enumerate(sheet.rows):
                    if record % ROWS_BETWEEN_PAUSES == 0:
                        self._between_rows()
                    contact = Contact._make((*values_of(row), list_id))
                    verdict = _complaint(row, width, contact) or self._file(
                        contact, duplicate_action, replaced
                    )
                    if isinstance(verdict, Effect):
                        effect = verdict
                    else:
                        is_skipped = verdict[0] == "DUPLICATE_ENTRY"
                        effect = Effect.SKIPPED if is_skipped else Effect.REFUSED
                        refusal = Refusal._make((record, *contact[:3], *verdict))
                        (skipped if is_skipped else refused).append(refusal)
                    intake.contacts.append(contact)
                    intake.effects.append(effect)
            except BaseException:
                self._take_back(intake, replaced)
                raise
        successful = len(sheet.rows) - len(refused) - len(skipped)
        return Verdict(successful, tuple(refused), tuple(skipped)), intake

    def _file(self, contact: Contact, duplicate_action: str, replaced: list[Contact]) -> Effect | Complaint:
        """Store a good contact, or say why not. A contact that it takes the place of joins ``replaced``."""
        if contact.phone_number in self._contacts_of_number:
            if duplicate_action == "skip":
                return "DUPLICATE_ENTRY", "A contact with this phone number exists already"
            if duplicate_action == "update":
                same = self._contacts_of_number[contact.phone_number]
                replaced.append(same[0])
                same[0] = contact
                return Effect.UPDATED
        if self.limit is not None and self._count >= self.limit:
            return "QUOTA_EXCEEDED", f"The account's limit of {self.limit} contacts is reached"
        self._store(contact)
        return Effect.CREATED

    def _take_back(self, intake: Intake, replaced: list[Contact]) -> None:
        for contact, effect in zip(reversed(intake.contacts), reversed(intake.effects), strict=True):
            if effect is Effect.UPDATED:
                self._contacts_of_number[contact.phone_number][0] = replaced.pop()
            elif effect is Effect.CREATED:
                same = self._contacts_of_number[contact.phone_number]
                same.pop()
                self._count -= 1
                if not same:
                    del self._contacts_of_number[contact.phone_number]

    def _store(self, contact: Contact) -> None:
        self._contacts_of_number.setdefault(contact.phone_number, []).append(contact)
        self._count += 1


def _complaint(row: list[str], width: int, contact: Contact) -> Complaint | None:
    return (
        _phone_complaint(contact.phone_number)
        or _email_complaint(contact.email)
        or _format_complaint(row, width, contact)
    )


def _phone_complaint(phone_number: str) -> Complaint | None:
    if _CALLABLE.fullmatch(phone_number):
        return None
    if not phone_number:
        return "MISSING_REQUIRED", "phone_number is required"
    if not _E164.fullmatch(phone_number):
        return "INVALID_PHONE", "Phone number is not in E.164 format"
    return "INVALID_PHONE", "Phone number cannot be called from this account"


def _email_complaint(email: str) -> Complaint | None:
    if not email:
        return None
    if not _EMAIL.fullmatch(email):
        return "INVALID_EMAIL", "Email format is invalid"
    if email.lower().endswith("@bounces.example"):
        return "INVALID_EMAIL", "The mail domain bounces.example accepts no mail"
    return None


def _format_complaint(row: list[str], width: int, contact: Contact) -> Complaint | None:
    if len(row) > width:
        return "INVALID_FORMAT", f"{len(row)} values for {width} columns"
    if "|" in contact.tag:
        return "INVALID_FORMAT", "tag must not contain |"
    text = "".join(row)
    if len(text) > _MAX_LENGTH and max(map(len, row)) > _MAX_LENGTH:
        return "INVALID_FORMAT", f"A value is longer than {_MAX_LENGTH} characters"
    if _CONTROL.search(text):
        return "INVALID_FORMAT", "A value contains control characters"
    return None
