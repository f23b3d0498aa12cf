"""Homes over HTTP: their registers, their places, and who fills them by night."""

from interface.http.settings import (
    description,
    life,
    occupancy,
    over_capacity,
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
    life.router,
    description.router,
    places.router,
    reading.router,
    occupancy.router,
    over_capacity.router,
)

__all__ = ["ROUTERS"]
