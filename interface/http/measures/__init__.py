"""Measures over HTTP: what is counted, and each figure with the events behind it."""

from interface.http.measures import costs, reading

ROUTERS = (reading.router, costs.router)

__all__ = ["ROUTERS"]
