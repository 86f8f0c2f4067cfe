"""Exotel's HTTP API. Knows neither Qt nor contact files."""
