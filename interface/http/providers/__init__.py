"""Providers over HTTP: who they are, on which lots, and when suspended."""

from interface.http.providers import lots, reading, suspensions

ROUTERS = (lots.router, suspensions.router, reading.router)

__all__ = ["ROUTERS"]
