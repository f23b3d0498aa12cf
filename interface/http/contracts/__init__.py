"""Contracts over HTTP: published in versions, read by every council of the framework."""

from interface.http.contracts import publishing, reading

ROUTERS = (publishing.router, reading.router)

__all__ = ["ROUTERS"]
