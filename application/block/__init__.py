"""Blocks of beds: bought together, called off by placements, shared by councils."""
