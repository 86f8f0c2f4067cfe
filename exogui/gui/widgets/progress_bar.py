"""A slim bar that glides to where the work is."""

from __future__ import annotations

from PySide6.QtCore import QEasingCurve, QRectF, QSize, Qt, QVariantAnimation
from PySide6.QtGui import QColor, QHideEvent, QPainter, QPainterPath, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QProgressBar, QSizePolicy, QWidget

from exogui.gui.theme import current_tokens

_STEPS = 1_000
_HEIGHT = 10
_GLIDE_MS = 240
_SWEEP_MS = 1_600


class SlimProgressBar(QProgressBar):
    """Shows a fraction, or that work goes on without a known end. Its value is read by screen readers."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setRange(0, _STEPS)
        self.setTextVisible(False)
        self.setFixedHeight(_HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._shown = 0.0
        self._glide = QVariantAnimation(self)
        self._glide.setDuration(_GLIDE_MS)
        self._glide.setEasingCurve(QEasingCurve.Type.OutCubic)
        self._glide.valueChanged.connect(self._on_glided)
        self._sweep = QVariantAnimation(self)
        self._sweep.setDuration(_SWEEP_MS)
        self._sweep.setStartValue(0.0)
        self._sweep.setEndValue(1.0)
        self._sweep.setLoopCount(-1)
        self._sweep.valueChanged.connect(self.update)

    @property
    def fraction(self) -> float | None:
        """From 0 to 1, where the bar is or glides to; None while no end is known."""
        return None if self.maximum() == 0 else self.value() / _STEPS

    def set_fraction(self, fraction: float | None) -> None:
        """Move the bar to ``fraction`` (0 to 1), or let it sweep when it is None."""
        if fraction is None:
            self.setRange(0, 0)
            self._glide.stop()
            if self.isVisible():
                self._sweep.start()
            return
        self._sweep.stop()
        self.setRange(0, _STEPS)
        self.setValue(round(min(max(fraction, 0.0), 1.0) * _STEPS))
        target = self.value() / _STEPS
        self._glide.stop()
        if not self.isVisible() or target < self._shown:
            self._on_glided(target)
            return
        self._glide.setStartValue(self._shown)
        self._glide.setEndValue(target)
        self._glide.start()

    def _on_glided(self, shown: float) -> None:
        self._shown = shown
        self.update()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self.fraction is None:
            self._sweep.start()

    def hideEvent(self, event: QHideEvent) -> None:
        self._sweep.stop()  # an animation nobody sees would still wake the machine 60 times a second
        super().hideEvent(event)

    def sizeHint(self) -> QSize:
        return QSize(240, _HEIGHT)

    def minimumSizeHint(self) -> QSize:
        return QSize(80, _HEIGHT)

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens = current_tokens()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        radius = _HEIGHT / 2
        groove = QPainterPath()
        groove.addRoundedRect(QRectF(self.rect()), radius, radius)
        painter.fillPath(groove, QColor(tokens.hairline if tokens.dark else tokens.sunk))
        painter.setClipPath(groove)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tokens.accent))
        painter.drawRoundedRect(self._chunk(), radius, radius)

    def _chunk(self) -> QRectF:
        width = self.width()
        if self.fraction is not None:
            return QRectF(0, 0, self._shown * width, _HEIGHT)
        part = width * 0.3
        place = float(self._sweep.currentValue() or 0.0)
        return QRectF(place * (width + part) - part, 0, part, _HEIGHT)
