"""From what a person wishes about duplicates to what is to be done, and what that does to each cell."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from exogui.contacts.progress import Checkpoint, no_checkpoint
from exogui.contacts.repairing.duplicates import (
    DuplicateGroup,
    DuplicatePlan,
    Keep,
    plan_copies,
    plan_duplicates,
)
from exogui.contacts.schema import Field
from exogui.contacts.table import ContactTable
from exogui.gui.dialogs.duplicates_dialog import KEEP_ALL, KEEP_DISTINCT, DuplicateWish
from exogui.gui.models.duplicates_model import DuplicateOutcome

_GROUPS_A_CHUNK = 250


@dataclass(frozen=True, slots=True)
class PlannedWish:
    """A wish and what comes of it."""

    wish: DuplicateWish
    plan: DuplicatePlan
    outcome: DuplicateOutcome


def plan_wish(
    table: ContactTable,
    groups: Sequence[DuplicateGroup],
    wish: DuplicateWish,
    checkpoint: Checkpoint = no_checkpoint,
) -> PlannedWish:
    """What ``wish`` does to ``table``, whose duplicates are ``groups``. Nothing changes.

    Exact copies are always merged: what is sent of them is the same, and what is not sent, a remark say,
    would be missing from the saved list for no reason.
    """
    by_keep: dict[tuple[str, bool], list[DuplicateGroup]] = {}
    for place, group in enumerate(groups):
        keep, chosen = wish.exact if group.exact else wish.different, group
        if place in wish.kept:
            keep, chosen = _kept_by_hand(group, wish.kept[place])
        by_keep.setdefault((keep, wish.merge or group.exact), []).append(chosen)
    plans = [_plan(table, chosen, keep, merge=merge) for (keep, merge), chosen in by_keep.items()]
    plan = DuplicatePlan(
        tuple(sorted(row for each in plans for row in each.removed_rows)),
        tuple(edit for each in plans for edit in each.edits),
        tuple(conflict for each in plans for conflict in each.conflicts),
    )
    return PlannedWish(wish, plan, _outcome(table, groups, plan, checkpoint))


def _kept_by_hand(group: DuplicateGroup, kept: int | None) -> tuple[str, DuplicateGroup]:
    if kept is None:
        return KEEP_ALL, group
    others = tuple(row for row in group.rows if row != kept)
    return Keep.FIRST, replace(group, rows=(kept, *others))


def _plan(table: ContactTable, groups: list[DuplicateGroup], keep: str, *, merge: bool) -> DuplicatePlan:
    if keep == KEEP_ALL:
        return DuplicatePlan(())
    if keep == KEEP_DISTINCT:
        return plan_copies(groups)
    return plan_duplicates(table, groups, Keep(keep), merge=merge)


def _outcome(
    table: ContactTable, groups: Sequence[DuplicateGroup], plan: DuplicatePlan, checkpoint: Checkpoint
) -> DuplicateOutcome:
    """What the plan does to each cell: also which details of removed rows no row that stays has."""
    removed = frozenset(plan.removed_rows)
    filled = {(row, column): value for row, column, value in plan.edits}
    other = {None, Field.PHONE_NUMBER}
    sent = [column for column, field in enumerate(table.mapping) if field not in other]
    lost: set[tuple[int, int]] = set()
    for done, group in enumerate(groups):
        if done % _GROUPS_A_CHUNK == 0:
            checkpoint(done, len(groups))
        leaving = [row for row in group.rows if row in removed]
        staying = [row for row in group.rows if row not in removed] if leaving else []
        for column in sent if leaving else ():
            known = {filled.get((row, column), table.value(row, column)).strip() for row in staying}
            known.add("")
            lost.update((row, column) for row in leaving if table.value(row, column).strip() not in known)
    return DuplicateOutcome(removed, filled, frozenset(lost))
