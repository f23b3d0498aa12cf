"""Tasks over HTTP: what waits for people, and closing it."""

from interface.http.tasks import closing, listing

ROUTERS = (listing.router, closing.router)

__all__ = ["ROUTERS"]
