"""Exotel's HTTP API: accounts, the way there, the calls, their answers. Knows no Qt."""
