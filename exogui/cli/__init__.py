"""The same job with no window: ``exogui check``, ``repair``, ``upload``, ``resume``, ``history``. No Qt."""
