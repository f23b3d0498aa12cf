"""Homes over HTTP: their registers, their places, and who fills them by night."""

from interface.http.settings import (
    occupancy,
    places,
    reading,
    register,
    registrations,
    standing,
)

ROUTERS = (
    register.router,
    registrations.router,
    standing.router,
    places.router,
    reading.router,
    occupancy.router,
)

__all__ = ["ROUTERS"]
