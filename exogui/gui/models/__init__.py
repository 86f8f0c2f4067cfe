"""Qt models of the tables (QtCore and QtGui only)."""
