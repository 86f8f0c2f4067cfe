"""The same job with no window: ``exogui check`` and ``exogui upload``. Knows no Qt."""
