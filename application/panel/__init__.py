"""Panels: who sits, what is put to them, what they decide, and what rests on it."""
