"""Cases over HTTP: a route translates; it decides nothing."""

from interface.http.cases import (
    acts,
    avoidance,
    care,
    ceasing,
    connections,
    death,
    documents,
    extract,
    identity,
    pathway,
    plans,
    reading,
    returns,
    reviewing,
    reviews,
)

ROUTERS = (
    identity.router,
    acts.router,
    connections.router,
    avoidance.router,
    documents.router,
    care.router,
    returns.router,
    death.router,
    ceasing.router,
    plans.router,
    pathway.router,
    reviews.router,
    reviewing.router,
    reading.router,
    extract.router,
)

__all__ = ["ROUTERS"]
