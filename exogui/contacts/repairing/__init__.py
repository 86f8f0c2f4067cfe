"""Putting it right: repairs that guess nothing, decisions, duplicates, lists of opt-outs, recipes."""
