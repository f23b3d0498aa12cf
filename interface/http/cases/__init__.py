"""Cases over HTTP: a route translates; it decides nothing."""

from interface.http.cases import (
    acts,
    avoidance,
    care,
    ceasing,
    connections,
    death,
    disputes,
    documents,
    extract,
    identity,
    pathway,
    plans,
    reading,
    returns,
    review_changes,
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
    review_changes.router,
    reviewing.router,
    disputes.router,
    reading.router,
    extract.router,
)

__all__ = ["ROUTERS"]
