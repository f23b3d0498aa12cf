"""Providers over HTTP: who they are, on which lots, when suspended, and how they leave."""

from interface.http.providers import applying, lots, reading, standing, suspensions

ROUTERS = (
    lots.router,
    suspensions.router,
    applying.router,
    standing.router,
    reading.router,
)

__all__ = ["ROUTERS"]
