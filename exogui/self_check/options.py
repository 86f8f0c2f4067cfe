"""The first words of the command line that ask for a self-check. Every start looks at them."""

from __future__ import annotations

SELF_CHECK = "--self-check"
TRY_PARTS = "--self-check-parts"
"""For a child of it; then come names of parts, and the file for its findings."""
