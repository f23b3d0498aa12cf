"""The deadlines of a search, read from its history: a module for each kind of them."""

from domain.referral.clocks.whole import clocks

__all__ = ["clocks"]
