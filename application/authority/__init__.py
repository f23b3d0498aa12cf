"""Councils: their boundaries, and what their officers may authorise."""
