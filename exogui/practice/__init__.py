"""A small Exotel on loopback, for practice and for tests. Imports nothing else of exogui, so that it cannot
agree with exogui by accident."""
