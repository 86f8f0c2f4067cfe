"""The corrected list as a file that exogui reads again just as it stands."""

from __future__ import annotations

from collections.abc import Callable

from exogui.contacts.reading.header import propose_mapping
from exogui.contacts.schema import Field
from exogui.contacts.table import ContactTable


def header_to_save(table: ContactTable, not_sent: Callable[[str], str]) -> tuple[str, ...]:
    """Header cells under which every column is sent as it is now when the file is opened again.

    They stay as the person knows them where that is enough. A column that is sent under a name that does not
    say so gets Exotel's own name; one that is not sent and would be, by its name, is called
    ``not_sent(name)``. Both happen where the person mapped columns by hand.
    """
    names = list(table.header)
    for column, field, proposed in _columns(table, names):
        if field is not None and (proposed is not field or not names[column].strip()):
            names[column] = field.value
    for _ in table.header:  # once a column gives way, the next one of its name may be found
        too_many = [column for column, field, proposed in _columns(table, names) if proposed and not field]
        for column in too_many:
            names[column] = not_sent(names[column])
        if not too_many:
            break
    return tuple(names)


def _columns(table: ContactTable, names: list[str]) -> list[tuple[int, Field | None, Field | None]]:
    """Each column, what it is sent as, and what reading would propose under these names."""
    proposed = propose_mapping(names, table.rows)
    return list(zip(range(len(names)), table.mapping, proposed, strict=True))
