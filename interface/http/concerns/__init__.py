"""Concerns over HTTP: raised, followed, shared and read; and what a provider reads of its own."""

from interface.http.concerns import acting, looking_into, own, raising, reading, sharing

ROUTERS = (
    raising.router,
    looking_into.router,
    acting.router,
    sharing.router,
    reading.router,
    own.router,
)

__all__ = ["ROUTERS"]
