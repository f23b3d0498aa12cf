"""What a search is after its events, and `evolve`, by which it remembers each of them."""

from domain.referral.state.topics import evolve

__all__ = ["evolve"]
