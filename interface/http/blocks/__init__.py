"""Blocks of beds over HTTP: bought in steps, called off by placements, read with their voids."""

from interface.http.blocks import buying, calling_off, reading, running

ROUTERS = (buying.router, running.router, calling_off.router, reading.router)

__all__ = ["ROUTERS"]
