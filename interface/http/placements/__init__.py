"""Placements over HTTP: agreement, introductions, start, reviews, notice, end."""

from interface.http.placements import (
    agreement,
    approvals,
    category,
    ends,
    introductions,
    moves,
    notice,
    plans,
    reading,
    reviews,
    risk,
    starts,
    visits,
)

ROUTERS = (
    introductions.router,
    agreement.router,
    approvals.router,
    starts.router,
    plans.router,
    reviews.router,
    visits.router,
    category.router,
    risk.router,
    moves.router,
    notice.router,
    ends.router,
    reading.router,
)

__all__ = ["ROUTERS"]
