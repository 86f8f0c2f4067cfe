"""One window for a person: a second start hands its file to the window that is there, and ends.

There is a lock (:mod:`~exogui.one_window.window_place`) and a local socket. Who holds the lock is the window
and listens (:mod:`~exogui.one_window.request_server`); who cannot have it connects and hands over
(:mod:`~exogui.one_window.hand_over`). The system takes the lock from a program that dies, however it dies, so
that nothing left lying about keeps anybody from starting. A window that does not answer keeps nobody either:
the program then opens a window of its own, which later starts do not find.

Who wants two lists side by side starts with ``--new-window``: such a window neither asks nor listens. The
record of uploads, the accounts and the settings bear several windows.
"""
