"""Concerns over HTTP: raised, followed, shared and read; and what a provider reads of its own."""

from interface.http.concerns import following, own, raising, reading, sharing

ROUTERS = (raising.router, following.router, sharing.router, reading.router, own.router)

__all__ = ["ROUTERS"]
