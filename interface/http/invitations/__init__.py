"""The provider's portal: its own invitations, and what it answers to them."""

from interface.http.invitations import (
    confidentiality,
    copies,
    declining,
    entered,
    impact,
    offering,
    packs,
    questions,
    reading,
    withdrawing,
)

ROUTERS = (
    reading.router,
    copies.router,
    packs.router,
    questions.router,
    offering.router,
    declining.router,
    confidentiality.router,
    entered.router,
    withdrawing.router,
    impact.router,
)

__all__ = ["ROUTERS"]
