"""A contacts file, from bytes to rows fit to send. Knows neither Qt nor the network."""
