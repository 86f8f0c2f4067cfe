"""Moments in the words and the format of the person's system."""

from __future__ import annotations

from PySide6.QtCore import QDate, QDateTime, QLocale

from exogui.gui.speech import say
from exogui.messages import window as texts


def when_text(seconds: float) -> str:
    """Seconds since the epoch as ``Today 14:32``, ``Yesterday 09:10`` or a date."""
    moment = QDateTime.fromSecsSinceEpoch(int(seconds))
    time = QLocale().toString(moment.time(), QLocale.FormatType.ShortFormat)
    days = moment.date().daysTo(QDate.currentDate())
    if days == 0:
        return say(texts.TODAY_AT, time=time)
    if days == 1:
        return say(texts.YESTERDAY_AT, time=time)
    return QLocale().toString(moment.date(), QLocale.FormatType.ShortFormat)


def full_moment(seconds: float) -> str:
    """The same with weekday, date and time."""
    return QLocale().toString(QDateTime.fromSecsSinceEpoch(int(seconds)), QLocale.FormatType.LongFormat)
