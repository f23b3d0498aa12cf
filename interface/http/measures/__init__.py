"""Measures over HTTP: what is counted, and each figure with the events behind it."""

from interface.http.measures import reading

ROUTERS = (reading.router,)

__all__ = ["ROUTERS"]
