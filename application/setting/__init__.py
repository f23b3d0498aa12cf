"""Homes, their registers and their places."""
