"""exogui gets contact lists into Exotel."""

__version__ = "0.1.0"

APPLICATION_ID = "io.github.exogui.exogui"
"""Of the desktop entry on Linux and of the bundle on macOS."""
