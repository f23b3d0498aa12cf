"""Panels over HTTP: called together, searches put to them, decisions and conditions."""

from interface.http.panels import reading, sitting

ROUTERS = (sitting.router, reading.router)

__all__ = ["ROUTERS"]
