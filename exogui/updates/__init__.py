"""Whether there is a newer version. Nothing is ever downloaded or installed."""
