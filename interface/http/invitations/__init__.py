"""The provider's portal: its own invitations, and what it answers to them."""

from interface.http.invitations import acts, copies, reading, withdrawing

ROUTERS = (reading.router, copies.router, acts.router, withdrawing.router)

__all__ = ["ROUTERS"]
