"""Measures of page 04: each counted from the log itself, with the events behind every figure."""
