"""Councils over HTTP: boundaries, and what their officers may authorise."""

from interface.http.authorities import entry

ROUTERS = (entry.router,)

__all__ = ["ROUTERS"]
