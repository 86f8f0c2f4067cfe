"""The cards of the problems panel, made from a table."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice

from exogui.contacts.problems import ProblemCode
from exogui.contacts.repairing.decisions import DECIDABLE, list_decisions
from exogui.contacts.repairing.number_readings import NumberReadings
from exogui.contacts.repairing.repairs import calling_code_of, countries, plan_repair, suggest_country
from exogui.contacts.schema import Field
from exogui.contacts.table import ContactTable, ProblemGroup
from exogui.gui.models.column_names import ColumnNames
from exogui.gui.models.problem_card_data import ColumnChoice, CountryChoice, ProblemCardData
from exogui.gui.models.territories import territory_name
from exogui.gui.models.visible_text import visible
from exogui.gui.speech import say
from exogui.messages import repairing
from exogui.messages.problems import give_up_help, give_up_verb, group_title, help_text, repair_verb

_ROWS_TRIED = 200
"""Rows of a kind that are looked at for an example, and for the exact number that can be repaired."""

_ROWS_TRIED_FOR_ONE = 30
"""Rows that are looked at only to know whether there is anything to decide."""

_CELLS_SAMPLED = 20


class ProblemCards:
    """Makes the cards of one table, again after each change; remembers where it found its examples."""

    def __init__(self, table: ContactTable, remembered_country: str) -> None:
        self._table = table
        self._rows: dict[ProblemCode, list[int]] = {}
        self._choices: tuple[CountryChoice, ...] = ()
        self._readings: NumberReadings | None = None
        """Of one round of cards: making them means looking at thousands of rows."""
        suggested = suggest_country(table)
        self._likely = [country for country in (suggested, remembered_country) if country]
        self.country: str | None = self._likely[0] if self._likely else None
        """ISO code of the country for numbers without one; the person may choose another."""

    def cards(self) -> list[ProblemCardData]:
        """One for each kind of problem, the worst first."""
        self._readings = None
        groups = self._table.problem_groups()
        self._find_samples(groups)
        return [self._card(group) for group in groups]

    def _card(self, group: ProblemGroup) -> ProblemCardData:
        code = group.code
        choosing = code is ProblemCode.NO_COUNTRY_CODE
        country = self.country if choosing else None
        readings = self._number_readings() if choosing else None
        plan = plan_repair(self._table, code, country=country, rows=self._rows[code], readings=readings)
        count = len(plan.edits) if group.rows <= _ROWS_TRIED else group.count
        verb = repair_verb(code, count, plan.detail, say) if plan.edits else None
        before, after = map(visible, plan.examples[0] if plan.examples else ("", ""))
        return ProblemCardData(
            code=code,
            title=group_title(code, group.count, say),
            before=before,
            after=after,
            repair=verb or "",
            decide=self._decide(group, plan.undecided),
            **self._give_up(group, repairable=verb is not None),
            help="" if verb else help_text(code, say) or "",
            countries=self._countries() if choosing else (),
            country=country,
        )

    def _decide(self, group: ProblemGroup, undecided: Sequence[int]) -> str:
        """What the button reads that lets the person choose; empty where there is nothing to choose from."""
        if group.code is ProblemCode.DUPLICATE_PHONE:
            return say(repairing.DUPLICATES_BUTTON, group.count)
        if not undecided or group.code not in DECIDABLE:
            return ""
        counted = group.rows <= _ROWS_TRIED
        rows = undecided if counted else undecided[:_ROWS_TRIED_FOR_ONE]
        readings = self._number_readings()
        decisions = list_decisions(self._table, group.code, self.country, rows=rows, readings=readings)
        if not decisions:
            return ""
        return say(repairing.DECIDE_BUTTON, len(decisions)) if counted else say(repairing.DECIDE_ACTION)

    def _number_readings(self) -> NumberReadings:
        if self._readings is None:
            self._readings = NumberReadings(self._table, self.country, sampled=True)
        return self._readings

    def _give_up(self, group: ProblemGroup, *, repairable: bool) -> dict[str, str]:
        """The way out for rows that neither a repair nor a decision mends."""
        open_country = group.code is ProblemCode.NO_COUNTRY_CODE and self.country is None
        verb = None if repairable or open_country else give_up_verb(group.code, group.rows, say)
        if verb is None:
            return {}
        return {"give_up": verb, "give_up_means": give_up_help(group.code, say)}

    def _find_samples(self, groups: Sequence[ProblemGroup]) -> None:
        """The first rows of each kind; looked for again only when those known before do not do any more."""
        wanted: dict[ProblemCode, int] = {}
        for group in groups:
            known = [row for row in self._rows.get(group.code, ()) if self._has(row, group.code)]
            few = group.rows <= _ROWS_TRIED
            if not known or (few and len(known) != group.rows):
                wanted[group.code] = min(group.rows, _ROWS_TRIED)
                known = []
            self._rows[group.code] = known
        # All kinds in one walk over the rows that have any problem.
        for row in range(self._table.row_count) if wanted else ():
            problems = self._table.row_problems(row)
            for code in {problem.code for problem in problems} & wanted.keys() if problems else ():
                self._rows[code].append(row)
                if len(self._rows[code]) == wanted[code]:
                    del wanted[code]
            if not wanted:
                break

    def _has(self, row: int, code: ProblemCode) -> bool:
        """Whether a row still has a problem; rows may also have been removed since."""
        is_there = row < self._table.row_count
        return is_there and any(problem.code is code for problem in self._table.row_problems(row))

    def _countries(self) -> tuple[CountryChoice, ...]:
        if not self._choices:
            choices = [
                CountryChoice(iso, _country_name(iso), likely=iso in self._likely)
                for iso, _code in countries()
            ]
            self._choices = tuple(sorted(choices, key=lambda choice: choice.name))
        return self._choices


def _country_name(iso: str) -> str:
    return f"{territory_name(iso)} (+{calling_code_of(iso)})"


def phone_column_choices(table: ContactTable) -> list[ColumnChoice]:
    """The columns that could hold the phone numbers, the likeliest first."""
    names = ColumnNames(table)
    rated = []
    for column in range(table.column_count):
        cells = [row[column] for row in islice(table.rows, 2_000) if row[column].strip()]
        sample = cells[:_CELLS_SAMPLED]
        digits = sum(sum(character.isdecimal() for character in cell) >= 7 for cell in sample)
        taken = table.mapping[column] not in {None, Field.PHONE_NUMBER}
        likely = not taken and 2 * digits > len(sample)
        choice = ColumnChoice(column, names.in_file(column), sample[0] if sample else "", likely=likely)
        rated.append((taken, -digits, column, choice))
    return [choice for _taken, _digits, _column, choice in sorted(rated)]
