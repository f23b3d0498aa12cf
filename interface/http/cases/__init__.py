"""Cases over HTTP: a route translates; it decides nothing."""

from interface.http.cases import (
    acts,
    avoidance,
    care,
    connections,
    documents,
    extract,
    identity,
    reading,
    reviews,
)

ROUTERS = (
    identity.router,
    acts.router,
    connections.router,
    avoidance.router,
    documents.router,
    care.router,
    reviews.router,
    reading.router,
    extract.router,
)

__all__ = ["ROUTERS"]
