"""Feeds of people's own deadlines: giving an address, withdrawing it, and who reads by it."""
