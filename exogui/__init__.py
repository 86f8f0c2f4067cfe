"""exogui gets contact lists into Exotel."""

__version__ = "0.1.0"
