"""What the Problems panel shows: made by a controller from a table's problem groups, in words."""

from __future__ import annotations

from dataclasses import dataclass

from exogui.contacts.problems import ProblemCode


@dataclass(frozen=True, slots=True)
class CountryChoice:
    """A country whose calling code could be added."""

    iso: str
    """``IN``"""
    name: str
    """``India (+91)``"""
    likely: bool = False
    """Whether it stands at hand, above the others."""


@dataclass(frozen=True, slots=True)
class ProblemCardData:
    """One kind of problem. Every text is ready to be shown; what is empty is left out."""

    code: ProblemCode
    title: str
    """``11 numbers have no country code``"""
    before: str = ""
    """One cell as it is, and in :attr:`after` as the repair would leave it."""
    after: str = ""
    repair: str = ""
    """What the repair's button reads, ``Add +91 to 11``; empty when nothing can be repaired."""
    decide: str = ""
    """What the button reads that lets a person choose, ``Decide 5…``; empty when there is no choice."""
    give_up: str = ""
    """What the button reads that settles what nobody can repair, ``Take out 5 rows``; else empty."""
    give_up_means: str = ""
    help: str = ""
    """What to do where no repair does it."""
    countries: tuple[CountryChoice, ...] = ()
    """The countries to choose from."""
    country: str | None = None
    """ISO code of the country that the repair would take; None when it has to be chosen first."""


@dataclass(frozen=True, slots=True)
class ColumnChoice:
    """A column that could hold the phone numbers."""

    column: int
    name: str
    sample: str
    """One of its cells."""
    likely: bool = False
    """Whether most of its cells look like phone numbers."""
