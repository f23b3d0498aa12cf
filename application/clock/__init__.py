"""Clocks kept: computed from each owner's history, noted in streams of their own."""
