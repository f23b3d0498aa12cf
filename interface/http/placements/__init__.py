"""Placements over HTTP: agreement, introductions, start, reviews, notice, end."""

from interface.http.placements import (
    absences,
    agreement,
    approvals,
    category,
    ends,
    ends_put_right,
    introductions,
    moves,
    notice,
    notice_changes,
    notifications,
    plans,
    reading,
    reviews,
    risk,
    stability,
    start_changes,
    starts,
    variations,
    visits,
)

ROUTERS = (
    introductions.router,
    agreement.router,
    variations.router,
    approvals.router,
    starts.router,
    start_changes.router,
    plans.router,
    notifications.router,
    reviews.router,
    visits.router,
    absences.router,
    category.router,
    risk.router,
    moves.router,
    notice.router,
    notice_changes.router,
    stability.router,
    ends.router,
    ends_put_right.router,
    reading.router,
)

__all__ = ["ROUTERS"]
