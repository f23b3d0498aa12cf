"""Deadlines over HTTP: the worklist of everybody who works with children."""

from interface.http.clocks import worklist

ROUTERS = (worklist.router,)

__all__ = ["ROUTERS"]
