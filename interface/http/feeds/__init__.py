"""Deadlines in people's own calendars (RFC 5545), by an address that can be withdrawn."""

from interface.http.feeds import giving, reading

ROUTERS = (giving.router, reading.router)

__all__ = ["ROUTERS"]
