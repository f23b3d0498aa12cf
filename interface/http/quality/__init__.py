"""The monitoring of providers over HTTP."""

from interface.http.quality import actions, engagements, status

ROUTERS = (engagements.router, actions.router, status.router)

__all__ = ["ROUTERS"]
