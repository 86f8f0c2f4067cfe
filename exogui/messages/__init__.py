"""Every text a person reads, in plain English, ready to be translated.

One module for each part of the program; each holds :class:`~exogui.messages.catalogue.Text` and
:class:`~exogui.messages.catalogue.Plural` constants and, where the core speaks in codes, the table
from code to text. No text a person reads stands anywhere else.
"""
