"""Concerns: taken in from anybody, followed to what was learned, shared with nobody named."""
