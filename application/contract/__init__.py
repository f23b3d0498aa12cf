"""The contracts that homes are bought under."""
