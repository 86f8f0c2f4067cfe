"""The same job with no window: ``exogui check``, ``exogui repair`` and ``exogui upload``. Knows no Qt."""
