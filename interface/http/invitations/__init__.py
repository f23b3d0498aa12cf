"""The provider's portal: its own invitations, and what it answers to them."""

from interface.http.invitations import acts, confidentiality, copies, impact, reading, withdrawing

ROUTERS = (
    reading.router,
    copies.router,
    acts.router,
    confidentiality.router,
    withdrawing.router,
    impact.router,
)

__all__ = ["ROUTERS"]
