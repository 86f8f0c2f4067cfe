"""``exogui --self-check``: tries, inside any installation, every part that the program is made of.

Each part is tried in a process that may die or hang, and imports what it tries only then: one that is missing
or broken fails by itself, and the others are tried all the same. Nothing of the person's is touched.
"""
