"""Totals and remarks that exports put below the last contact."""

from __future__ import annotations

import re
from collections.abc import Sequence

from exogui.contacts.contents import is_email, is_phone
from exogui.contacts.schema import Field

_MOST = 5
"""More rows than that are no totals."""

_THINGS = (
    r"(?:of\s+)?(?:records?|rows?|contacts?|customers?|leads?|numbers?|names?|people|persons?|entries|calls?"
    r"|subscribers?|members?|items?|amount|count|data)"
)
_AMOUNT = r"\s*[:=.–(-]*\s*[\d.,٬'\s]*\)?"
_TOTAL = re.compile(
    rf"(?:(?:the\s+)?(?:(?:grand|sub|overall)[\s-]*)?total(?:\s+(?:no\.?|number|{_THINGS}))*|sum|count|average"
    rf"|(?:no\.?|number)\s+{_THINGS}|{_THINGS}\s+(?:total|count)"
    r"|कुल(?:\s+योग)?|योग|மொத்தம்|jumlah|total\s+keseluruhan|รวม(?:ทั้งหมด)?|tổng(?:\s+(?:cộng|số))?|合计|合計|总计|總計|小计"
    rf"){_AMOUNT}",
    re.IGNORECASE,
)
_COUNTED = re.compile(
    rf"\(?\s*[\d,.]+\s+{_THINGS}(?:\s+(?:in\s+total|selected|exported|found))?\s*[.)]?", re.IGNORECASE
)
_REMARK = re.compile(
    r"[\W_]*(?:end\s+of\s+(?:the\s+)?(?:report|list|file|data|export|records?)"
    r"|(?:report\s+|file\s+|list\s+)?(?:generated|exported|printed|downloaded|created|prepared)\s+(?:on|by|at|from|:)\b.*"
    r"|page\s+\d+(?:\s+(?:of|/)\s*\d+)?|confidential(?:\s+information)?|copyright\b.*|©\s*\d{4}.*|applied\s+filters?\b.*)[\W_]*",
    re.IGNORECASE | re.DOTALL,
)
_QUANTITY = re.compile(r"[-+]?[\W]{0,3}[\d.,\s]+\W{0,3}")


def count_totals(rows: Sequence[Sequence[str]], mapping: Sequence[Field | None]) -> int:
    """How many of the last ``rows`` are totals or remarks, and no contacts.

    Each of them has a word for a total or is a lone remark; beside the word there are only quantities,
    and where the phone numbers stand none that is long enough to be one. When in doubt a row is a contact.
    """
    phone = mapping.index(Field.PHONE_NUMBER) if Field.PHONE_NUMBER in mapping else None
    count = 0
    for row in reversed(rows[-_MOST:]):
        if not _is_total(row, phone):
            break
        count += 1
    return count


def _is_total(row: Sequence[str], phone: int | None) -> bool:
    filled = [cell.strip() for cell in row if cell.strip()]
    numbers = row if phone is None else row[phone : phone + 1]
    if not filled or any(map(is_email, filled)) or any(map(is_phone, numbers)):
        return False
    if _REMARK.fullmatch(", ".join(filled)) or _COUNTED.fullmatch(" ".join(filled)):
        return True
    words = [cell for cell in filled if not _QUANTITY.fullmatch(cell)]
    return len(words) == 1 and _TOTAL.fullmatch(words[0]) is not None
