"""Finding homes over HTTP: for a referral, or for whoever is described. Readings, sent by POST."""

from interface.http.matching import searching

ROUTERS = (searching.router,)

__all__ = ["ROUTERS"]
