"""Recording that a package review was held."""

from collections.abc import Sequence

from domain.placement.arrangement import before
from domain.placement.commands import RecordPackageReviewHeld
from domain.placement.errors import ReviewIncomplete
from domain.placement.events import PackageReviewHeld, PlacementEvent
from domain.placement.rules.package_reviews import missing_from
from domain.placement.rules.start import require_not_before
from domain.placement.state import Begun, Ended
from domain.shared.errors import WrongState


def record(placement: Begun, command: RecordPackageReviewHeld) -> Sequence[PlacementEvent]:
    """A review may be written down after the child has left, if it was held before."""
    require_not_before(placement.started_at, command.on)
    if isinstance(placement, Ended) and before(placement.ended_at, command.on):
        raise WrongState("The child had left by then.")
    missing = missing_from(placement.particulars, command)
    if missing or command.participation is None or command.matrix_half_hours is None:
        raise ReviewIncomplete(missing)
    return [
        PackageReviewHeld(
            on=command.on,
            attendance=command.attendance,
            participation=command.participation,
            childs_views=command.childs_views,
            ratings=command.ratings,
            matrix_half_hours=command.matrix_half_hours,
            recommendations=command.recommendations,
            by=command.by,
        )
    ]
