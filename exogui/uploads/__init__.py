"""One upload job, from the click to the last answer. Knows no Qt."""
