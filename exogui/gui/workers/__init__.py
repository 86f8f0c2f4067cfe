"""What runs in a QThread (QtCore only): turns calls and events into signals."""
